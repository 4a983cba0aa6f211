//! What this part knows about a person, for the copy they take with them (law B.7).

use samskab_kernel::{Instant, Locale};
use samskab_organisation::person::{PersonId, store as people};
use samskab_store::Connection;
use samskab_web::personal::{Field, Known, Row};
use samskab_web::{Cx, Result};
use serde_json::json;
use uuid::Uuid;

use super::{Age, consent, groups, look, pupil, store, words};
use crate::T;

samskab_store::statements! {
    NOTICES = "select text, created_at from notice where tenant_id = $1 and person_id = $2 order by created_at desc";
}

#[samskab_store::compiled_once]
pub async fn known(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Known>> {
    let person = PersonId::from_uuid(person);
    let (t, locale, tenant) = (T(cx.locale), cx.locale, cx.tenant.id);
    let mut known = Vec::new();
    if let Some(person) = people::find(connection, tenant, person).await? {
        let email = person.email.as_ref().map(ToString::to_string).unwrap_or_default();
        let phone = person.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default();
        let organisation = samskab_organisation::T(locale);
        let language = match person.locale {
            Locale::Da => organisation.profile_locale_da(),
            Locale::En => organisation.profile_locale_en(),
        };
        let mail = person.mail_choice;
        let row = Row::of(cx)
            .text("name", t.volunteer_known_name(), person.name.clone())
            .text("email", t.volunteer_known_email(), email)
            .text("phone", t.volunteer_known_phone(), phone)
            .code("locale", t.volunteer_known_locale(), person.locale.code(), language)
            .code("mail_choice", t.volunteer_known_mail_choice(), mail.code(), mail.label(organisation))
            .at("created_at", t.volunteer_known_since(), person.created_at)
            .at("last_seen_at", t.volunteer_known_seen(), person.last_seen_at);
        known.push(one("account", t.volunteer_known_account(), vec![row.done()]));
    }
    if let Some(cv) = store::find(connection, tenant, person).await? {
        known.push(one("cv", t.volunteer_known_cv(), vec![cv_row(cx, &cv)]));
    }
    let consents = consent::of_person(connection, tenant, person).await?;
    let consent_row = |consent: &consent::Consent| {
        let fields: Vec<&str> = consent.fields.iter().map(|field| field.label(t)).collect();
        Row::of(cx)
            .at("given_at", t.volunteer_known_consent_given(), consent.given_at)
            .codes(
                "fields",
                t.volunteer_known_consent_fields(),
                consent.fields.iter().map(|field| field.code()),
                fields.join(", "),
            )
            .day("until", t.volunteer_known_consent_until(), consent.last_day())
            .at("withdrawn_at", t.volunteer_known_consent_withdrawn(), consent.withdrawn_at)
            .number("text_version", t.volunteer_known_consent_version(), consent.text_version)
            .done()
    };
    known.push(one("consents", t.volunteer_known_consents(), consents.iter().map(consent_row).collect()));
    let looks = look::of_person(connection, tenant, person).await?;
    let look_row = |look: &look::Look| {
        Row::of(cx)
            .at("at", t.volunteer_data_looks_when(), look.at)
            .text("by", t.volunteer_data_looks_who(), look.by_place.clone())
            .code("kind", t.volunteer_data_looks_what(), look.kind.code(), look.kind.label(t))
            .text("task", t.volunteer_data_looks_task(), look.task_title.clone().unwrap_or_default())
            .done()
    };
    known.push(one("looks", t.volunteer_known_looks(), looks.iter().map(look_row).collect()));
    let groups = groups::of_person(connection, tenant, person).await?;
    let group_row = |group: &groups::Group| {
        Row::of(cx)
            .text("name", t.volunteer_known_name(), group.name.clone())
            .code("kind", t.volunteer_groups_kind(), group.kind.code(), group.kind.label(t))
            .number("persons", t.volunteer_known_persons(), group.persons)
            .number("youngest", t.volunteer_groups_youngest(), group.youngest)
            .done()
    };
    known.push(one("groups", t.volunteer_known_groups(), groups.iter().map(group_row).collect()));
    if let Some(project) = pupil::find(connection, tenant, person).await? {
        let row = Row::of(cx)
            .text("school", t.volunteer_pupil_school(), project.school.clone())
            .number("hours_wanted", t.volunteer_pupil_hours(), project.hours_wanted)
            .day("begins_on", t.volunteer_pupil_begins(), project.begins_on)
            .day("ends_on", t.volunteer_pupil_ends(), project.ends_on);
        known.push(one("pupil_project", t.volunteer_known_pupil(), vec![row.done()]));
    }
    let notices: Vec<(String, Instant)> = connection.query(&NOTICES).bind(tenant).bind(person).all().await?;
    let notice_row = |(text, at): &(String, Instant)| {
        Row::of(cx)
            .at("at", t.volunteer_data_looks_when(), *at)
            .text("text", t.volunteer_known_message(), text.clone())
            .done()
    };
    known.push(one("notices", t.volunteer_known_notices(), notices.iter().map(notice_row).collect()));
    known.retain(|known| !known.rows.is_empty());
    Ok(known)
}

fn one(key: &'static str, heading: &str, rows: Vec<Vec<Field>>) -> Known {
    Known { key, heading: heading.to_owned(), rows }
}

/// A number with what it counts, where it is said.
fn measured(
    row: Row,
    key: &'static str,
    name: &str,
    number: Option<i64>,
    say: impl Fn(i64) -> String,
) -> Row {
    match number {
        Some(number) => row.value(key, name, say(number), json!(number)),
        None => row,
    }
}

fn cv_row(cx: &Cx, cv: &super::Cv) -> Vec<Field> {
    let (t, locale) = (T(cx.locale), cx.locale);
    let said = |yes: bool| if yes { t.volunteer_known_yes() } else { t.volunteer_known_no() };
    let languages: Vec<&str> = cv.languages.iter().map(|language| language.label(*t)).collect();
    let keys = |keys: &[String]| keys.to_vec();
    let times = cv.availability.days().into_iter().map(|(weekday, parts)| {
        let parts: Vec<&str> = parts.iter().map(|part| part.code()).collect();
        json!({ "weekday": weekday.to_monday_one_offset(), "parts": parts })
    });
    let transport = cv.transport.map_or(("", ""), |by| (by.code(), by.label(t)));
    let row = Row::of(cx)
        .value(
            "pseudonym",
            t.volunteer_known_pseudonym(),
            t.volunteer_card_title(cv.pseudonym.as_str()),
            json!(cv.pseudonym),
        )
        .codes(
            "topics",
            t.volunteer_known_likes_topics(),
            keys(&cv.topics),
            words::topics(&cv.topics, locale).join(", "),
        )
        .codes(
            "target_groups",
            t.volunteer_known_likes_groups(),
            keys(&cv.target_groups),
            words::target_groups(&cv.target_groups, locale).join(", "),
        )
        .codes(
            "competences",
            t.volunteer_card_can(),
            keys(&cv.competences),
            words::competences(&cv.competences, locale).join(", "),
        )
        .codes(
            "not_topics",
            t.volunteer_known_not_topics(),
            keys(&cv.not_topics),
            words::topics(&cv.not_topics, locale).join(", "),
        )
        .codes(
            "not_target_groups",
            t.volunteer_known_not_groups(),
            keys(&cv.not_target_groups),
            words::target_groups(&cv.not_target_groups, locale).join(", "),
        )
        .codes(
            "availability",
            t.volunteer_card_times(),
            times,
            words::times(cv.availability, locale).join("; "),
        )
        .code("rhythm", t.volunteer_known_rhythm(), cv.rhythm.code(), cv.rhythm.label(t));
    let hours = |minutes| words::hours(minutes, locale);
    let row = measured(row, "minutes_per_week", t.volunteer_known_minutes(), cv.minutes_per_week, hours)
        .codes(
            "languages",
            t.volunteer_card_languages(),
            cv.languages.iter().map(|language| language.code()),
            languages.join(", "),
        )
        .yes("driving_licence", t.volunteer_card_licence(), cv.driving_licence, said(cv.driving_licence))
        .text(
            "postcode",
            t.volunteer_cv_postcode(),
            cv.postcode.as_ref().map(ToString::to_string).unwrap_or_default(),
        );
    let row = measured(row, "reach_km", t.volunteer_known_reach(), cv.reach_km, |km| format!("{km} km"))
        .code("transport", t.volunteer_known_transport(), transport.0, transport.1)
        .yes("from_home", t.volunteer_known_from_home(), cv.from_home, said(cv.from_home))
        .code("company", t.volunteer_card_company(), cv.company.code(), words::company(cv.company, t));
    let row = match cv.age {
        Age::NotSaid => row,
        Age::Adult => row.yes("adult", t.volunteer_known_age(), true, t.volunteer_known_age_adult()),
        Age::Born(day) => row.day("born_on", t.volunteer_known_age(), day),
    };
    row.number("volunteer_since", t.volunteer_card_experience(), cv.volunteer_since)
        .text("about", t.volunteer_card_about(), cv.about.clone())
        .day("paused_until", t.volunteer_known_paused(), cv.paused_until)
        .at("updated_at", t.volunteer_known_updated(), cv.updated_at)
        .done()
}
