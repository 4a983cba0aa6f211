//! /tekster/{id}/stemmer/aendringer: what changed in the text since a version, and why. Changes that nobody asked for
//! are marked as editorial.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::{Change, ChangeKind};
use samskab_hearing::given;
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Error, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, query},
};
use samskab_writing::{
    content::{ComparedBlock, Content, Fate},
    store as texts,
    text::{BlockId, TextId},
};

use super::{VoicedText, Way};
use crate::{
    T,
    authority::Action,
    editorial::{Cause, Editorial, VoicedBlocks, caused},
    event::EditorialMarked,
    store,
};

samskab_web::form! {
    struct SinceForm {
        fra: choice(change_since).without_first().width("m"),
    }
}

samskab_web::form! {
    pub struct MarkForm {
        valgt: several(change_chosen),
        ord: text(change_word).hint(change_word_hint).required().max(200),
        fra_version: hidden,
        /// "alle": all that have no cause.
        hvilke: hidden,
    }
}

#[derive(Template)]
#[template(path = "voices/changes.html")]
struct ChangesPage {
    shell: Shell,
    t: T,
    ways: Vec<Way>,
    since: SinceForm,
    versions: Vec<Choice>,
    uncaused: Vec<ChangedBlock>,
    caused: Vec<ChangedBlock>,
    form: MarkForm,
    base: String,
    may_work: bool,
}

struct ChangedBlock {
    id: BlockId,
    fate: &'static str,
    words: Vec<Change>,
    /// Empty: there is none.
    cause: String,
    /// Its first words, for whoever cannot see which box it is.
    begins: String,
}

/// What changed since a version, and because of what.
struct Compared {
    blocks: Vec<(ComparedBlock, String, bool)>,
    now: Content,
    marks: Vec<Editorial>,
}

/// Compares the text with the version of number `since`. Runs seven queries; nine where the text was heard.
async fn compare(cx: &Cx, connection: &mut Connection, found: &VoicedText, since: i64) -> Result<Compared> {
    let (t, tenant, id) = (T(cx.locale), cx.tenant.id, found.text.id);
    let before = match since {
        0 => Content::default(),
        number => {
            let version = texts::version_numbered(connection, tenant, id, number).await?.or_not_found()?;
            let read = texts::content_of(&version);
            read.map_err(|error| Error::Fault(format!("the content of a version cannot be read: {error}")))?
        }
    };
    let now = texts::content(connection, tenant, &found.text).await?;
    let given = given::of_text(connection, tenant, id).await?;
    let voices = VoicedBlocks {
        by_voices: store::voiced_blocks(connection, tenant, id).await?.into_iter().collect(),
        by_hearings: given::changed(connection, tenant, &given).await?.into_iter().map(|one| one.1).collect(),
    };
    let marks = store::editorial(connection, tenant, id).await?;
    let told = caused(&before.blocks, &now.blocks, &voices, &marks);
    let blocks = told.into_iter().map(|(block, cause)| match cause {
        Cause::Voice => (block, t.change_by_voice().to_owned(), true),
        Cause::Hearing => (block, t.change_by_hearing().to_owned(), true),
        Cause::Editorial(reason) => (block, t.change_editorial(reason), true),
        Cause::None => (block, String::new(), false),
    });
    let blocks = blocks.collect();
    Ok(Compared { blocks, now, marks })
}

/// The version that is compared with: the one that was asked for, else the first; 0: there is none.
fn chosen(asked: &str, versions: &[texts::VersionLine]) -> i64 {
    let number: Option<i64> = asked.parse().ok();
    let is_there = |number: &i64| versions.iter().any(|version| version.number == *number);
    number.filter(is_there).or(versions.iter().map(|version| version.number).min()).unwrap_or(0)
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &VoicedText,
    (asked, form): (&str, MarkForm),
) -> Result<ChangesPage> {
    let t = T(cx.locale);
    let versions = texts::versions(connection, cx.tenant.id, found.text.id).await?;
    let since = chosen(asked, &versions);
    // Without a version to compare with nothing has changed.
    let blocks = match since {
        0 => Vec::new(),
        since => compare(cx, connection, found, since).await?.blocks,
    };
    let choice = |one: &texts::VersionLine| {
        let name = match one.name.is_empty() {
            true => t.change_version(one.number),
            false => t.change_version_named(one.name.as_str(), one.number),
        };
        Choice::of(one.number.to_string(), name)
    };
    let shown = |(block, cause, _): (ComparedBlock, String, bool)| ChangedBlock {
        id: block.id,
        fate: match block.fate {
            Fate::Same | Fate::Changed => t.change_changed(),
            Fate::Added => t.change_added(),
            Fate::Removed => t.change_removed(),
            Fate::Moved => t.change_moved(),
        },
        begins: super::shortened(
            &block.words.iter().map(|change| change.text.as_str()).collect::<String>(),
            60,
        ),
        words: block.words,
        cause,
    };
    let (caused, uncaused): (Vec<_>, Vec<_>) = blocks.into_iter().partition(|(.., has_cause)| *has_cause);
    Ok(ChangesPage {
        shell: found.below(cx, t.change_title()),
        t,
        ways: found.ways(cx, "/aendringer"),
        since: SinceForm { fra: since.to_string(), ..SinceForm::default() },
        versions: versions.iter().rev().map(choice).collect(),
        uncaused: uncaused.into_iter().map(shown).collect(),
        caused: caused.into_iter().map(shown).collect(),
        form: MarkForm { fra_version: since.to_string(), ..form },
        base: format!("{}/aendringer", found.base()),
        may_work: found.may(cx, Action::WorkWithVoices),
    })
}

pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::followed(&cx, &mut reader, id).await?;
    let asked: SinceForm = query(&cx);
    let form = MarkForm { ord: T(cx.locale).change_word_usual().to_owned(), ..MarkForm::default() };
    let page = page(&cx, &mut reader, &found, (&asked.fra, form)).await?;
    cx.page(page)
}

/// The chosen ones, or all without a cause, are editorial.
pub async fn mark(cx: Cx, Path(id): Path<TextId>, Form(form): Form<MarkForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = VoicedText::locked(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let word = form.ord().text(&mut check);
    let is_all = form.hvilke == "alle";
    if !is_all && form.valgt.is_empty() {
        check.refuse(&form.valgt(), T(cx.locale).change_choose());
    }
    let errors = check.done().err();
    let (Some(word), None) = (word, &errors) else {
        let asked = form.fra_version.clone();
        let form = form.with_errors(errors.unwrap_or_default());
        let page = page(&cx, &mut tx, &found, (&asked, form)).await?;
        return cx.invalid(page);
    };
    let versions = texts::versions(&mut tx, cx.tenant.id, id).await?;
    let since = chosen(&form.fra_version, &versions);
    let compared = compare(&cx, &mut tx, &found, since).await?;
    let meant = |block: &ComparedBlock| is_all || form.valgt.contains(&block.id.to_string());
    for (block, ..) in compared.blocks.iter().filter(|(block, _, has_cause)| !has_cause && meant(block)) {
        let stands = compared.now.blocks.iter().find(|one| one.id == block.id);
        let mark = Editorial {
            id: cx.new_id(),
            text: id,
            block: block.id,
            content: stands.map(|one| one.content.clone()).unwrap_or_default(),
            reason: word.clone(),
            created_at: cx.now(),
        };
        store::mark_editorial(&mut tx, &compared.marks, mark).await?;
    }
    tx.record(EditorialMarked::of(id)).await?;
    tx.commit().await?;
    let to = format!("{}/aendringer?fra={since}", found.base());
    cx.redirect_saying(to, "success", "voices-flash-marked")
}
