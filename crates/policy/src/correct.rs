//! GET and POST /politikker/{id}/rettelse: an evident slip in an adopted policy is corrected without the council. A few words in
//! paragraphs that stay where they are, with the reason, which everybody reads; whatever is more is a revision.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::{Change, ChangeKind, changes};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, token};
use samskab_writing::{
    content::{Content, Fate, compared, marked},
    store as texts,
    text::{LANGUAGE, Text},
};

use crate::{
    T, agenda,
    authority::Action,
    correction::Correction,
    policy::{Policy, PolicyCorrected, PolicyId, PolicyState},
    process::{Seen, me},
    store,
};

/// At most this many words: more is no slip.
const MOST_WORDS: usize = 20;

/// How the written text differs from the one that everybody reads.
#[derive(Debug, PartialEq, Eq)]
enum Slip {
    Nothing,
    /// Each changed place with its words.
    Words(Vec<Vec<Change>>),
    /// A paragraph more, less, elsewhere or of another kind, or too many words.
    TooMuch,
}

impl Slip {
    /// Pure.
    fn between(before: &Content, after: &Content) -> Self {
        let blocks = compared(&before.blocks, &after.blocks);
        let is_kind = |block: &samskab_writing::content::ComparedBlock| {
            before.blocks.iter().any(|one| one.id == block.id && one.kind == block.kind)
        };
        let stays = blocks.iter().all(|block| match block.fate {
            Fate::Same => true,
            Fate::Changed => is_kind(block),
            Fate::Added | Fate::Removed | Fate::Moved => false,
        });
        let title = changes(&before.title, &after.title);
        let is_other = |words: &Vec<Change>| words.iter().any(|change| change.kind != ChangeKind::Same);
        let places = std::iter::once(title).chain(blocks.into_iter().map(|block| block.words));
        let places: Vec<Vec<Change>> = places.filter(is_other).collect();
        let of = |kind: ChangeKind| -> usize {
            let all = places.iter().flatten().filter(|change| change.kind == kind);
            all.map(|change| change.text.split_whitespace().count()).sum()
        };
        match (stays, places.is_empty()) {
            (true, true) => Self::Nothing,
            (true, false) if of(ChangeKind::Added).max(of(ChangeKind::Removed)) <= MOST_WORDS => {
                Self::Words(places)
            }
            _ => Self::TooMuch,
        }
    }

    /// Identifies what a reader has seen of the slip, against this version; empty: nothing that can be corrected.
    /// Pure.
    fn mark(&self, number: i64) -> String {
        match self {
            Self::Words(places) => token::hash(&format!("{number} {places:?}")),
            Self::Nothing | Self::TooMuch => String::new(),
        }
    }
}

samskab_web::form! {
    pub struct CorrectForm {
        grund: text(correct_reason).hint(correct_reason_hint).required().max(300),
        /// The mark of what the page showed.
        laest: hidden,
    }
}

#[derive(Template)]
#[template(path = "policy/correct.html")]
struct CorrectPage {
    shell: Shell,
    t: T,
    form: CorrectForm,
    /// The changed places, one entry each; empty: nothing can be corrected.
    places: Vec<String>,
    /// Why nothing can be corrected; empty: it can.
    why_not: &'static str,
    /// Something else is corrected than what was shown.
    is_other: bool,
    /// Where the text is written.
    write: String,
    action: String,
    back: String,
}

/// The difference between what everybody reads and what is written; `None`: the policy has no text. Runs at most
/// three queries.
async fn slip(
    cx: &Cx,
    connection: &mut Connection,
    (policy, text): (&Policy, Option<&Text>),
) -> Result<Option<(Text, i64, Slip)>> {
    let (Some(text), Some(number)) = (text, policy.public_number()) else { return Ok(None) };
    let read = texts::version_numbered(connection, cx.tenant.id, text.id, number).await?;
    let Some(read) = read else { return Ok(None) };
    let written = texts::content(connection, cx.tenant.id, text).await?;
    let slip = Slip::between(&texts::content_of(&read)?, &written);
    // Many slips are no slip, either: all together are held against what was adopted.
    let adopted = match policy.adopted_number.filter(|adopted| *adopted != number) {
        Some(adopted) => texts::version_numbered(connection, cx.tenant.id, text.id, adopted).await?,
        None => None,
    };
    let slip = match adopted {
        Some(adopted) if Slip::between(&texts::content_of(&adopted)?, &written) == Slip::TooMuch => {
            Slip::TooMuch
        }
        _ => slip,
    };
    Ok(Some((text.clone(), number, slip)))
}

fn page(cx: &Cx, policy: &Policy, found: Option<&(Text, i64, Slip)>, form: CorrectForm) -> CorrectPage {
    let t = T(cx.locale);
    let w = samskab_writing::T(cx.locale);
    let (places, why_not) = match found {
        Some((.., Slip::Words(places))) => (places.iter().map(|words| marked(w, words)).collect(), ""),
        Some((.., Slip::TooMuch)) => (Vec::new(), t.correct_too_much()),
        Some((.., Slip::Nothing)) | None => (Vec::new(), t.correct_nothing()),
    };
    let laest = found.map(|(_, number, slip)| slip.mark(*number)).unwrap_or_default();
    CorrectPage {
        shell: policy.under(cx, t.policy_correct()),
        t,
        form: CorrectForm { laest, ..form },
        places,
        why_not,
        is_other: false,
        write: found.map(|(text, ..)| format!("{}/rediger", text.href())).unwrap_or_default(),
        action: format!("{}/rettelse", policy.href()),
        back: policy.href(),
    }
}

/// Whether the policy is adopted and not being revised. Runs one query.
async fn can_be_corrected(cx: &Cx, connection: &mut Connection, policy: &Policy) -> Result<bool> {
    let revisions = store::revisions(connection, cx.tenant.id, policy.id).await?;
    let is_revised = revisions.iter().any(|one| one.is_under_way() && one.is_revision_of(policy));
    Ok(policy.state == PolicyState::Adopted && !is_revised)
}

/// GET /politikker/{id}/rettelse
pub(crate) async fn show(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_leading(&cx, &mut reader, id).await?;
    let policy = &seen.process.policy;
    if !can_be_corrected(&cx, &mut reader, policy).await? {
        return cx.redirect_saying(policy.href(), "warning", "policy-flash-not-corrected");
    }
    let found = slip(&cx, &mut reader, (policy, seen.process.text.as_ref())).await?;
    cx.page(page(&cx, policy, found.as_ref(), CorrectForm::default()))
}

/// POST /politikker/{id}/rettelse
pub(crate) async fn correct(
    cx: Cx,
    Path(id): Path<PolicyId>,
    Form(form): Form<CorrectForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    cx.require(seen.may(&cx, Action::LeadProcess))?;
    let policy = seen.process.policy.clone();
    if !can_be_corrected(&cx, &mut tx, &policy).await? {
        return cx.redirect_saying(policy.href(), "warning", "policy-flash-not-corrected");
    }
    // Locks the text, so that nobody writes in it meanwhile.
    let text = match policy.text {
        Some(text) => texts::locked(&mut tx, text).await?,
        None => None,
    };
    let found = slip(&cx, &mut tx, (&policy, text.as_ref())).await?;
    let mut check = Check::new(cx.locale);
    let reason = form.grund().text(&mut check);
    let errors = check.done().err();
    // Only what the reader has read is corrected.
    let is_other = found.as_ref().is_some_and(|(_, number, slip)| slip.mark(*number) != form.laest);
    let (Some((text, from_number, Slip::Words(_))), Some(reason), None, false) =
        (&found, reason, &errors, is_other)
    else {
        let form = form.with_errors(errors.unwrap_or_default());
        return cx.invalid(CorrectPage { is_other, ..page(&cx, &policy, found.as_ref(), form) });
    };
    let name = T(LANGUAGE).correct_version(reason.as_str());
    let version = texts::keep_if_changed(&mut tx, text, &shortened(&name), me(&cx)).await?;
    let correction = Correction {
        id: cx.new_id(),
        policy: policy.id,
        from_number: *from_number,
        number: version.number,
        reason,
        person: me(&cx),
        created_at: cx.now(),
    };
    let policy = Policy { corrected_number: Some(version.number), updated_at: cx.now(), ..policy };
    store::save(&mut tx, &policy).await?;
    store::add_correction(&mut tx, &correction).await?;
    agenda::publish(&mut tx, &policy).await?;
    tx.record(PolicyCorrected::of(&policy)).await?;
    tx.commit().await?;
    cx.redirect_saying(policy.href(), "success", "policy-flash-corrected")
}

/// The text, cut to the longest name of a version.
fn shortened(name: &str) -> String {
    name.chars().take(120).collect()
}

#[cfg(test)]
mod tests {
    use samskab_writing::text::BlockKind;

    use super::*;
    use crate::testing::content;

    #[test]
    fn a_few_words_are_a_slip_and_everything_else_is_a_revision() {
        let before = content(&[(1, "Vi er go til det."), (2, "Alle kan være med.")]);
        let slip = |after: &Content| Slip::between(&before, after);
        assert_eq!(slip(&before), Slip::Nothing);
        let corrected = content(&[(1, "Vi er gode til det."), (2, "Alle kan være med.")]);
        assert!(matches!(slip(&corrected), Slip::Words(places) if places.len() == 1));
        let titled = Content { title: "Politikken".into(), ..before.clone() };
        assert!(matches!(slip(&titled), Slip::Words(places) if places.len() == 1));
        let long = "ord ".repeat(MOST_WORDS + 1);
        for after in [
            content(&[(1, "Vi er go til det.")]),
            content(&[(1, "Vi er go til det."), (2, "Alle kan være med."), (3, "Nyt.")]),
            content(&[(2, "Alle kan være med."), (1, "Vi er go til det.")]),
            content(&[(1, long.as_str()), (2, "Alle kan være med.")]),
        ] {
            assert_eq!(slip(&after), Slip::TooMuch, "{after:?}");
        }
        let mut heading = before.clone();
        heading.blocks[0].kind = BlockKind::Heading2;
        heading.blocks[0].content = "Vi er gode til det.".into();
        assert_eq!(slip(&heading), Slip::TooMuch, "another kind of paragraph");
        let other = slip(&content(&[(1, "Vi er gode til det."), (2, "Alle skal være med.")]));
        let corrected = slip(&corrected);
        assert_eq!(corrected.mark(2), corrected.mark(2));
        assert_ne!(corrected.mark(2), other.mark(2), "other words were read");
        assert_ne!(corrected.mark(2), corrected.mark(3), "against another version");
    }
}
