//! What this part knows about a person, for the copy they take with them (law B.7).

use samskab_kernel::{Instant, Locale};
use samskab_organisation::person::{PersonId, store as people};
use samskab_store::Connection;
use samskab_web::{Cx, Result, module::BoxFuture};

use super::{consent, groups, look, pupil, section::Known, store, words};
use crate::T;

/// A row being written: key, name and value; what is empty is left out.
#[derive(Default)]
pub struct Row(Vec<(&'static str, String, String)>);

impl Row {
    #[must_use]
    pub fn with(mut self, key: &'static str, name: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((key, name.to_owned(), value));
        }
        self
    }

    pub fn done(self) -> Vec<(&'static str, String, String)> {
        self.0
    }
}

samskab_store::statements! {
    NOTICES = "select text, created_at from notice where tenant_id = $1 and person_id = $2 order by created_at desc";
}

pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    Box::pin(async move {
        let (t, locale, tenant) = (T(cx.locale), cx.locale, cx.tenant.id);
        let mut known = Vec::new();
        if let Some(person) = people::find(connection, tenant, person).await? {
            let email = person.email.as_ref().map(ToString::to_string).unwrap_or_default();
            let phone = person.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default();
            let seen = person.last_seen_at.map(|at| locale.day(at.day())).unwrap_or_default();
            let organisation = samskab_organisation::T(locale);
            let language = match person.locale {
                Locale::Da => organisation.profile_locale_da(),
                Locale::En => organisation.profile_locale_en(),
            };
            let row = Row::default()
                .with("name", t.volunteer_known_name(), person.name.clone())
                .with("email", t.volunteer_known_email(), email)
                .with("phone", t.volunteer_known_phone(), phone)
                .with("locale", t.volunteer_known_locale(), language)
                .with("mail_choice", t.volunteer_known_mail_choice(), person.mail_choice.label(organisation))
                .with("created_at", t.volunteer_known_since(), locale.day(person.created_at.day()))
                .with("last_seen_at", t.volunteer_known_seen(), seen);
            known.push(one("account", t.volunteer_known_account(), vec![row.done()]));
        }
        if let Some(cv) = store::find(connection, tenant, person).await? {
            known.push(one("cv", t.volunteer_known_cv(), vec![cv_row(&cv, locale)]));
        }
        let consents = consent::of_person(connection, tenant, person).await?;
        let consent_row = |consent: &consent::Consent| {
            let fields: Vec<&str> = consent.fields.iter().map(|field| field.label(t)).collect();
            let withdrawn = consent.withdrawn_at.map(|at| locale.day_and_time(at)).unwrap_or_default();
            Row::default()
                .with("given_at", t.volunteer_known_consent_given(), locale.day_and_time(consent.given_at))
                .with("fields", t.volunteer_known_consent_fields(), fields.join(", "))
                .with("until", t.volunteer_known_consent_until(), locale.day(consent.last_day()))
                .with("withdrawn_at", t.volunteer_known_consent_withdrawn(), withdrawn)
                .with("text_version", t.volunteer_known_consent_version(), consent.text_version.to_string())
                .done()
        };
        known.push(one("consents", t.volunteer_known_consents(), consents.iter().map(consent_row).collect()));
        let looks = look::of_person(connection, tenant, person).await?;
        let look_row = |look: &look::Look| {
            Row::default()
                .with("at", t.volunteer_data_looks_when(), locale.day_and_time(look.at))
                .with("by", t.volunteer_data_looks_who(), look.by_place.clone())
                .with("kind", t.volunteer_data_looks_what(), look.kind.label(t))
                .with("task", t.volunteer_data_looks_task(), look.task_title.clone().unwrap_or_default())
                .done()
        };
        known.push(one("looks", t.volunteer_known_looks(), looks.iter().map(look_row).collect()));
        let groups = groups::of_person(connection, tenant, person).await?;
        let group_row = |group: &groups::Group| {
            let youngest = group.youngest.map(|years| years.to_string()).unwrap_or_default();
            Row::default()
                .with("name", t.volunteer_known_name(), group.name.clone())
                .with("kind", t.volunteer_groups_kind(), group.kind.label(t))
                .with("persons", t.volunteer_known_persons(), group.persons.to_string())
                .with("youngest", t.volunteer_groups_youngest(), youngest)
                .done()
        };
        known.push(one("groups", t.volunteer_known_groups(), groups.iter().map(group_row).collect()));
        if let Some(project) = pupil::find(connection, tenant, person).await? {
            let row = Row::default()
                .with("school", t.volunteer_pupil_school(), project.school.clone())
                .with("hours_wanted", t.volunteer_pupil_hours(), project.hours_wanted.to_string())
                .with("begins_on", t.volunteer_pupil_begins(), locale.day(project.begins_on))
                .with("ends_on", t.volunteer_pupil_ends(), locale.day(project.ends_on));
            known.push(one("pupil_project", t.volunteer_known_pupil(), vec![row.done()]));
        }
        let notices: Vec<(String, Instant)> =
            connection.query(&NOTICES).bind(tenant).bind(person).all().await?;
        let notice_row = |(text, at): &(String, Instant)| {
            Row::default()
                .with("at", t.volunteer_data_looks_when(), locale.day_and_time(*at))
                .with("text", t.volunteer_known_message(), text.clone())
                .done()
        };
        known.push(one("notices", t.volunteer_known_notices(), notices.iter().map(notice_row).collect()));
        known.retain(|known| !known.rows.is_empty());
        Ok(known)
    })
}

fn one(key: &'static str, heading: &str, rows: Vec<Vec<(&'static str, String, String)>>) -> Known {
    Known { key, heading: heading.to_owned(), rows }
}

fn cv_row(cv: &super::Cv, locale: Locale) -> Vec<(&'static str, String, String)> {
    let t = T(locale);
    let yes = |value: bool| if value { t.volunteer_known_yes() } else { t.volunteer_known_no() };
    let languages: Vec<&str> = cv.languages.iter().map(|language| language.label(t)).collect();
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    Row::default()
        .with("pseudonym", t.volunteer_known_pseudonym(), t.volunteer_card_title(cv.pseudonym.as_str()))
        .with("topics", t.volunteer_known_likes_topics(), words::topics(&cv.topics, locale).join(", "))
        .with(
            "target_groups",
            t.volunteer_known_likes_groups(),
            words::target_groups(&cv.target_groups, locale).join(", "),
        )
        .with("competences", t.volunteer_card_can(), words::competences(&cv.competences, locale).join(", "))
        .with("not_topics", t.volunteer_known_not_topics(), words::topics(&cv.not_topics, locale).join(", "))
        .with(
            "not_target_groups",
            t.volunteer_known_not_groups(),
            words::target_groups(&cv.not_target_groups, locale).join(", "),
        )
        .with("availability", t.volunteer_card_times(), words::times(cv.availability, locale).join("; "))
        .with("rhythm", t.volunteer_known_rhythm(), cv.rhythm.label(t))
        .with("minutes_per_week", t.volunteer_known_minutes(), number(cv.minutes_per_week))
        .with("languages", t.volunteer_card_languages(), languages.join(", "))
        .with("driving_licence", t.volunteer_card_licence(), yes(cv.driving_licence))
        .with(
            "postcode",
            t.volunteer_cv_postcode(),
            cv.postcode.as_ref().map(ToString::to_string).unwrap_or_default(),
        )
        .with("reach_km", t.volunteer_known_reach(), number(cv.reach_km))
        .with(
            "transport",
            t.volunteer_known_transport(),
            cv.transport.map(|transport| transport.label(t)).unwrap_or_default(),
        )
        .with("from_home", t.volunteer_known_from_home(), yes(cv.from_home))
        .with("company", t.volunteer_card_company(), words::company(cv.company, t))
        .with("age", t.volunteer_known_age(), words::age(cv.age, locale))
        .with("volunteer_since", t.volunteer_card_experience(), number(cv.volunteer_since))
        .with("about", t.volunteer_card_about(), cv.about.clone())
        .with(
            "paused_until",
            t.volunteer_known_paused(),
            cv.paused_until.map(|day| locale.day(day)).unwrap_or_default(),
        )
        .with("updated_at", t.volunteer_known_updated(), locale.day(cv.updated_at.day()))
        .done()
}
