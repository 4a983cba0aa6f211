//! A person's notices in one mail.

use samskab_jobs::{Failure, Job, enqueue};
use samskab_kernel::{Locale, TenantId, contact::Email};
use samskab_mail::{Letter, Message, Signature};
use samskab_organisation::person::{self, PersonId, schedule};
use samskab_store::Stamp;
use samskab_web::{Services, Tenant};
use serde::{Deserialize, Serialize};

use super::{Notice, store};
use crate::T;

/// Looks whether a person's notices are due, and mails them or comes back when they are.
#[derive(Serialize, Deserialize)]
pub(super) struct MailNotices {
    pub person: PersonId,
}

impl Job for MailNotices {
    const KIND: &'static str = "notice.mail";
    fn unique_key(&self) -> Option<String> {
        Some(self.person.to_string())
    }
}

/// Notices are kept this long, mailed or not.
pub const KEPT_DAYS: i64 = 30;

pub(super) async fn mail_notices(
    services: Services,
    tenant: TenantId,
    job: MailNotices,
) -> Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    store::drop_what_is_over(&mut tx, job.person).await?;
    let notices = store::unmailed(&mut tx, tenant, job.person).await?;
    let Some(oldest) = notices.first() else {
        tx.commit().await?;
        return Ok(());
    };
    let Some(person) = person::store::find(&mut tx, tenant, job.person).await? else { return Ok(()) };
    let Some(due) = schedule::due_at(person.mail_choice, oldest.created_at) else { return Ok(()) };
    let Some(to) = person.email.clone() else { return Ok(()) };
    if due > now {
        enqueue(&mut tx, &job, due).await?;
    } else if store::mark_mailed(&mut tx, &notices.iter().map(|notice| notice.id).collect::<Vec<_>>()).await?
        > 0
    {
        let absolute = |path: &str| services.absolute(tenant, path);
        let message = letter(absolute, &municipality, person.locale, person.first_name(), to, &notices);
        samskab_mail::send(&mut tx, message).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Every hour: somebody may have changed their choice, and what is old is forgotten.
pub(super) async fn sweep(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    store::forget(&mut tx, now.plus_days(-KEPT_DAYS)).await?;
    for person in store::with_unmailed(&mut tx, tenant).await? {
        enqueue(&mut tx, &MailNotices { person }, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The municipality a job is for; `None` when it is gone.
#[samskab_store::compiled_once]
pub async fn municipality(
    services: &Services,
    tenant: TenantId,
) -> Result<Option<std::sync::Arc<Tenant>>, samskab_store::Error> {
    services.tenants.with_id(tenant, services.clock.now()).await
}

/// Repeated news of the same kind about the same person and page is told once, with its newest text.
fn once_a_page(notices: &[Notice]) -> Vec<&Notice> {
    let mut kept: Vec<&Notice> = Vec::new();
    for notice in notices {
        kept.retain(|earlier| {
            earlier.href != notice.href || earlier.kind != notice.kind || earlier.about != notice.about
        });
        kept.push(notice);
    }
    kept
}

/// Kinds of news that ask their reader for something. All others only tell.
const ASKING: [&str; 26] = [
    "engagement.cancelled",
    "engagement.changed",
    "engagement.day",
    "engagement.ended",
    "engagement.pause_over",
    "engagement.proposed",
    "engagement.talk",
    "engagement.yes",
    "interest.cancelled",
    "interest.late",
    "interest.new",
    "interest.next_in_line",
    "interest.replied",
    "mail.came_back",
    "requirement.certificate",
    "requirement.declaration",
    "requirement.ending",
    "shift.lacks",
    "shift.no_room",
    "shift.no_stand_in",
    "shift.put_on",
    "shift.to_choose",
    "task_asked_if_current",
    "task_awaiting",
    "task_sent_back",
    "task_soon_expires",
];

impl Notice {
    /// A task's own page is everybody's. What it asks those who look after it stands there for whoever is signed in:
    /// the page that signs in leads on to it, at once for those who are.
    fn reached_by(&self) -> String {
        match self.href.strip_prefix("/opgaver/") {
            Some(id) if !id.contains('/') => format!("/log-ind?videre={}", self.href),
            _ => self.href.clone(),
        }
    }

    fn asks(&self) -> bool {
        ASKING.contains(&self.kind.as_str())
    }
}

/// Where a volunteer reads what is new: with nothing else in it, the mail is a volunteer's and speaks to one.
const OWN_PAGES: [&str; 4] = ["/min-side", "/aftaler/", "/vagter/", "/invitationer/"];

fn is_own(notice: &Notice) -> bool {
    OWN_PAGES.iter().any(|page| notice.href.starts_with(page))
}

/// The whole letter, signed by the municipality with its telephone number where it has one. `closing`: the greeting
/// before the name; empty where the letter has one of its own.
pub fn signed(letter: Letter, municipality: &Tenant, t: T, closing: &str, why: &str) -> String {
    let phone = &municipality.profile.phone;
    let phone = if phone.is_empty() { String::new() } else { t.notice_mail_phone(phone) };
    letter.finish(&Signature { closing, municipality: &municipality.name, phone: &phone }, why)
}

/// Characters of a subject that are visible in a list of mails.
const SUBJECT: usize = 78;

/// The text of the only news as the subject of its mail; of a long text only the first sentence, the rest is in the
/// mail.
fn subject(text: &str) -> &str {
    if text.chars().count() <= SUBJECT {
        return text;
    }
    // "24. december" is no end of a sentence.
    let ends = |at: &usize| text[at + 2..].starts_with(|next: char| next.is_uppercase());
    text.match_indices(". ").map(|(at, _)| at).find(ends).map_or(text, |at| &text[..at])
}

fn letter(
    absolute: impl Fn(&str) -> String,
    municipality: &Tenant,
    locale: Locale,
    first_name: &str,
    to: Email,
    notices: &[Notice],
) -> Message {
    let t = T(locale);
    let notices = once_a_page(notices);
    let (asking, telling): (Vec<&Notice>, Vec<&Notice>) =
        notices.iter().copied().partition(|notice| notice.asks());
    let mut letter = Letter::new(&t.notice_mail_greeting(first_name));
    for (intro, part) in
        [(t.notice_mail_intro_waits(asking.len()), &asking), (t.notice_mail_intro(telling.len()), &telling)]
    {
        if !part.is_empty() {
            letter = letter.paragraph(&intro);
        }
        for notice in part {
            letter = letter.link(&notice.text, &absolute(&notice.reached_by()));
        }
    }
    let profile = absolute("/min-profil");
    let (all, why) = if notices.iter().all(|notice| is_own(notice)) {
        ("/min-side", t.notice_mail_why_volunteer(profile))
    } else {
        ("/overblik", t.notice_mail_why(profile))
    };
    let body = signed(
        letter.link(t.notice_mail_all(), &absolute(all)),
        municipality,
        t,
        t.notice_mail_closing(),
        &why,
    );
    let subject = match notices.as_slice() {
        [only] => subject(&only.text).to_owned(),
        _ => match (asking.len(), telling.len()) {
            (0, told) => t.notice_mail_subject(told),
            (waits, 0) => t.notice_mail_subject_waits(waits),
            (waits, told) => t.notice_mail_subject_both(told, waits),
        },
    };
    Message { to, subject, body, reply_to: None }
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Instant;
    use uuid::Uuid;

    use super::*;
    use crate::notice::NoticeId;

    #[test]
    fn a_long_text_is_no_subject() {
        let long = "Kørekort udløber den 24. december 2026. Du skal bruge det til »Kør en nabo til læge«. \
                    Ring til Lone Papsen på 12 70 11 05 om at forny det.";
        assert_eq!(subject(long), "Kørekort udløber den 24. december 2026");
        assert_eq!(subject("Vilma skriver. Læs det"), "Vilma skriver. Læs det", "a short one is said whole");
        let one = "x".repeat(100);
        assert_eq!(subject(&one), one, "one sentence is not cut in the middle");
    }

    #[test]
    fn what_asks_for_something_stands_under_what_waits_and_nothing_else_does() {
        let fjordlund = Tenant::new(
            Uuid::from_u128(3).into(),
            "fjordlund",
            "Fjordlund Kommune",
            "0999",
            serde_json::json!({}),
        );
        let waits = |kind: &str, text: &str| {
            let absolute = |path: &str| format!("https://frivillig.fjordlund.example{path}");
            let to = "lone@fjordlund.example".parse().unwrap();
            let notices = [notice(10, kind, text)];
            let body = letter(absolute, &fjordlund, Locale::Da, "Lone", to, &notices).body;
            body.contains(&T(Locale::Da).notice_mail_intro_waits(1_usize))
        };
        for (kind, asks) in [
            ("task_soon_expires", T(Locale::Da).task_news_soon_expires("Kaffe")),
            ("task_sent_back", T(Locale::Da).task_news_sent_back("Kaffe")),
            ("engagement.cancelled", "»Kaffe« er aflyst. Ring til Bent, og sig det".to_owned()),
            ("shift.no_room", "Alle vagter er fulde. Gør plads, eller aftal noget andet".to_owned()),
            ("shift.to_choose", "Bent er ikke på nogen vagt endnu. Ring, og sæt Bent på".to_owned()),
            ("shift.put_on", "Bent er på vagten. Ring, og sig det".to_owned()),
            ("shift.lacks", "Bent har meldt afbud. Nu mangler der frivillige".to_owned()),
            ("requirement.certificate", "Politiet spørger dig i Digital Post. Sig ja der.".to_owned()),
        ] {
            assert!(waits(kind, &asks), "{asks}");
        }
        for (kind, tells) in [
            ("task_approved", T(Locale::Da).task_news_approved("Kaffe")),
            ("shift.gave_up", "Bent har meldt afbud".to_owned()),
            ("engagement.ended_before", "Vilma er ikke længere med".to_owned()),
            ("requirement.assessed", "Børneattesten er vurderet og slettet. Den er på plads.".to_owned()),
            ("requirement.renewal", "Stedet spørger snart. Du skal ikke gøre noget nu.".to_owned()),
        ] {
            assert!(!waits(kind, &tells), "{tells}");
        }
    }

    fn notice(number: u128, kind: &str, text: &str) -> Notice {
        Notice {
            id: Uuid::from_u128(number).into(),
            kind: kind.into(),
            text: text.into(),
            href: format!("/interesser/{}", number / 10),
            about: None,
            created_at: Instant::from_micros(0),
        }
    }

    #[test]
    fn to_what_a_task_s_page_asks_the_way_leads_through_signing_in() {
        let at =
            |href: &str| Notice { href: href.into(), ..notice(10, "task_asked_if_current", "") }.reached_by();
        assert_eq!(at("/opgaver/17"), "/log-ind?videre=/opgaver/17");
        assert_eq!(at("/opgaver/17/vagter"), "/opgaver/17/vagter");
        assert_eq!(at("/aftaler/17"), "/aftaler/17");
    }

    #[test]
    fn two_people_at_the_same_page_are_two_pieces_of_news() {
        let of = |number: u128, person: u128| Notice {
            about: Some(Uuid::from_u128(person).into()),
            ..notice(number, "shift.put_on", "Ring, og sig det")
        };
        let notices = [of(10, 1), of(11, 2), of(12, 1)];
        let kept: Vec<NoticeId> = once_a_page(&notices).into_iter().map(|notice| notice.id).collect();
        assert_eq!(kept, [notices[1].id, notices[2].id]);
    }

    #[test]
    fn one_mail_with_everything_reads_well_in_both_languages() {
        let settings = serde_json::json!({ "profile": { "phone": "70 00 95 61" } });
        let fjordlund =
            Tenant::new(Uuid::from_u128(3).into(), "fjordlund", "Fjordlund Kommune", "0999", settings);
        let absolute = |path: &str| format!("https://frivillig.fjordlund.example{path}");
        let notices = [
            notice(10, "interest.new", "Vilma vil gerne hjælpe med »Kaffe og højtlæsning«"),
            notice(20, "interest.late", "Bent har ventet i 4 dage"),
            notice(21, "interest.late", "Bent har ventet i 7 dage"),
            notice(30, "engagement.begun", "Valdemar kan begynde nu"),
        ];
        for locale in Locale::ALL {
            let written = |notices: &[Notice]| {
                let message = letter(
                    absolute,
                    &fjordlund,
                    locale,
                    "Lone",
                    "lone@fjordlund.example".parse().unwrap(),
                    notices,
                );
                format!("Emne: {}\n\n{}", message.subject, message.body)
            };
            insta::assert_snapshot!(format!("one_{}", locale.code()), written(&notices[..1]));
            insta::assert_snapshot!(format!("bundle_{}", locale.code()), written(&notices));
            // A volunteer has no overview for staff, and no "role with us".
            let own = Notice { href: "/min-side/krav".into(), ..notices[0].clone() };
            let own = written(&[own]);
            assert!(own.contains(".example/min-side\n") && !own.contains("/overblik"), "{own}");
        }
    }
}
