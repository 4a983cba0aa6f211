//! GET /maal: all aims, and what serves each; an aim that nothing serves is highlighted. Aims of a draft are shown to
//! those who keep them.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use samskab_store::Connection;
use samskab_web::{
    Cx, Error, Result, Shell,
    form::{self, Choice},
};
use samskab_writing::{
    content::ContentBlock,
    store as texts,
    text::{BlockId, Text, TextId},
};

use super::{Aim, AimKind, Coverage, block_href, href, store};
use crate::{
    T,
    authority::{Action, Tie, may},
};

samskab_web::form! {
    pub struct AimsQuery {
        tekst: choice(aim_text).first(aim_political_ones).unmarked(),
    }
}

#[derive(Template)]
#[template(path = "aim/show.html")]
struct CoveragePage {
    shell: Shell,
    t: T,
    title: String,
    lead: &'static str,
    /// "5 af 8 har en indsats eller et fokusområde. Lige nu er en indsats i gang ved 3."
    summary: String,
    groups: Vec<(String, Vec<AimLine>)>,
    /// The others: address, label, whether it is this one.
    others: Vec<(String, String, bool)>,
    /// The text: its address; empty: political goals.
    text: String,
    may_keep: bool,
    /// What can be added: address and label.
    adds: Vec<(String, String)>,
    /// The id of the text that the law's headings can be asked of.
    statute: String,
    form: AimsQuery,
    choices: Vec<Choice>,
    is_draft: bool,
}

/// An aim with what serves it, as a reader may know it.
pub struct AimLine {
    pub title: String,
    about: String,
    is_area: bool,
    initiatives: Vec<(String, String, (&'static str, &'static str, &'static str))>,
    areas: Vec<(String, String)>,
    /// Address and the first words.
    pub blocks: Vec<(String, String)>,
    pub is_served: bool,
    edit: String,
    pick: String,
}

/// What serves these aims as the reader may know it; a paragraph that is in no version they read is not there. At most three
/// queries, and three for each text that is cited.
async fn served(
    cx: &Cx,
    connection: &mut Connection,
    aims: Vec<Aim>,
    reads: &[&Text],
) -> Result<(Vec<Coverage>, HashMap<(TextId, BlockId), String>)> {
    let links = store::links(connection, cx.tenant.id, &aims).await?;
    let sees_all = may(&cx.actor, Action::SeeAll, Tie::None);
    let mut links = if sees_all { links } else { links.public() };
    let cited: Vec<TextId> = links.blocks.iter().map(|one| one.text_id).collect();
    let mut blocks = HashMap::new();
    for text in reads.iter().filter(|text| cited.contains(&text.id)) {
        read_blocks(cx, connection, text, &mut blocks).await?;
    }
    links.blocks.retain(|one| blocks.contains_key(&(one.text_id, one.block_id)));
    Ok((links.by_aim(aims), blocks))
}

/// The headings that the law wants in a text, each with the paragraphs that serve it (folkeoplysningsloven § 34, RD-01); empty: nobody
/// has asked for them. The caller has seen to it that the reader may read the text.
pub async fn headings_34(cx: &Cx, connection: &mut Connection, text: &Text) -> Result<Vec<AimLine>> {
    let mut aims = store::of_text(connection, cx.tenant.id, text.id).await?;
    aims.retain(|one| one.kind == AimKind::Statute);
    if aims.is_empty() {
        return Ok(Vec::new());
    }
    let (covered, blocks) = served(cx, connection, aims, &[text]).await?;
    Ok(covered.into_iter().map(|one| line(cx, one, &blocks)).collect())
}

/// All aims with what serves each. Runs at most twelve queries.
pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let may_keep = may(&cx.actor, Action::KeepAims, Tie::None);
    let form: AimsQuery = form::query(&cx);
    let mut reader = cx.read().await?;
    let asked = form.tekst.trim().parse::<TextId>().ok();
    let mut own = store::texts(&mut reader, cx.tenant.id).await?;
    if !may_keep {
        own = texts::as_published(&mut reader, cx.tenant.id, own).await?;
    }
    let text = match asked {
        None => None,
        Some(id) => Some(match own.iter().find(|text| text.id == id) {
            Some(text) => text.clone(),
            // A text without aims yet: the page on which the first is added.
            None if may_keep => texts::find(&mut reader, cx.tenant.id, id).await?.ok_or(Error::NotFound)?,
            None => return Err(Error::NotFound),
        }),
    };
    let mut aims = match asked {
        Some(id) => store::of_text(&mut reader, cx.tenant.id, id).await?,
        None => store::political(&mut reader, cx.tenant.id).await?,
    };
    if asked.is_none() && may_keep {
        aims.extend(store::without_text(&mut reader, cx.tenant.id).await?);
    }
    let reads: Vec<&Text> = own.iter().chain(text.as_ref()).collect();
    let (covered, blocks) = served(&cx, &mut reader, aims, &reads).await?;
    let choices = match may_keep {
        true => texts::all(&mut reader, cx.tenant.id).await?,
        false => Vec::new(),
    };
    drop(reader);
    let (total, served) = (covered.len(), covered.iter().filter(|one| one.is_served()).count());
    let working = covered.iter().filter(|one| one.is_worked_on()).count();
    let has_statute = covered.iter().any(|one| one.aim.kind == AimKind::Statute);
    let lines = |one: Coverage| (heading(t, &one.aim, asked), line(&cx, one, &blocks));
    let mut groups: Vec<(String, Vec<AimLine>)> = Vec::new();
    for (heading, line) in covered.into_iter().map(lines) {
        match groups.last_mut() {
            Some((last, lines)) if *last == heading => lines.push(line),
            _ => groups.push((heading, vec![line])),
        }
    }
    let kinds: &[AimKind] = match asked {
        Some(_) => &[AimKind::Value, AimKind::Area, AimKind::Goal],
        None => &[AimKind::Political],
    };
    let add = |kind: &AimKind| {
        let text = asked.map(|text| format!("&tekst={text}")).unwrap_or_default();
        (format!("/maal/nyt?slags={}{text}", kind.code()), t.aim_new(kind.label(t).to_lowercase()))
    };
    let title = match &text {
        Some(text) => t.aim_title_of(text.title.as_str()),
        None => t.aim_political_ones().to_owned(),
    };
    let mut others = vec![("/maal".to_owned(), t.aim_political_ones().to_owned(), asked.is_none())];
    others.extend(own.iter().map(|one| (href(Some(one.id)), one.title.clone(), asked == Some(one.id))));
    let shell = cx.shell(title.clone()).under("/fokus", t.focus_title());
    cx.page(CoveragePage {
        shell: shell.here(),
        t,
        title,
        lead: if asked.is_some() { t.aim_lead() } else { t.aim_lead_political() },
        summary: match (total, has_statute) {
            (0, _) => String::new(),
            (_, false) => t.aim_summary(served, total, working),
            // The law's headings are served by paragraphs.
            (_, true) => t.aim_summary_statute(served, total, working),
        },
        groups,
        others,
        text: text.as_ref().map(Text::href).unwrap_or_default(),
        may_keep,
        adds: kinds.iter().map(add).collect(),
        statute: asked.filter(|_| !has_statute).map(|text| text.to_string()).unwrap_or_default(),
        form,
        choices: choices.into_iter().map(|text| Choice::of(text.id.to_string(), text.title)).collect(),
        is_draft: text.is_some_and(|text| !text.is_published()),
    })
}

/// The heading above an aim.
fn heading(t: T, aim: &Aim, asked: Option<TextId>) -> String {
    match (aim.kind, asked) {
        (AimKind::Political, _) | (_, Some(_)) => match aim.kind {
            AimKind::Goal if aim.above.is_some() => AimKind::Area.heading(t).to_owned(),
            kind => kind.heading(t).to_owned(),
        },
        (_, None) => t.aim_without_text().to_owned(),
    }
}

/// The first words of each paragraph that the reader reads; at most three queries.
pub(super) async fn read_blocks(
    cx: &Cx,
    connection: &mut Connection,
    text: &Text,
    blocks: &mut HashMap<(TextId, BlockId), String>,
) -> Result<()> {
    let content = match texts::public_version(connection, cx.tenant.id, text).await? {
        Some(version) => texts::content_of(&version)?,
        None => texts::content(connection, cx.tenant.id, text).await?,
    };
    blocks.extend(content.blocks.iter().map(|block| ((text.id, block.id), first_words(block))));
    Ok(())
}

/// At most this many letters of a paragraph are shown: enough to tell it from the others.
const LETTERS: usize = 90;

pub(super) fn first_words(block: &ContentBlock) -> String {
    let line = block.content.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    match line.char_indices().nth(LETTERS) {
        None => line.to_owned(),
        Some((end, _)) => {
            let short = &line[..end];
            format!("{} …", short.rsplit_once(' ').map_or(short, |(words, _)| words))
        }
    }
}

fn line(cx: &Cx, one: Coverage, blocks: &HashMap<(TextId, BlockId), String>) -> AimLine {
    let t = T(cx.locale);
    AimLine {
        title: one.aim.said(cx.locale).to_owned(),
        about: one.aim.about(cx.locale).to_owned(),
        is_area: one.aim.kind == AimKind::Area,
        is_served: one.is_served(),
        initiatives: one
            .initiatives
            .into_iter()
            .map(|one| (format!("/indsatser/{}", one.id), one.title, one.state.said(t)))
            .collect(),
        areas: one
            .areas
            .into_iter()
            .map(|one| (format!("/fokus/{}", one.id), format!("{} ({})", one.title, one.year)))
            .collect(),
        blocks: one
            .blocks
            .iter()
            .map(|one| {
                let words = blocks.get(&(one.text_id, one.block_id)).cloned().unwrap_or_default();
                (block_href(one.text_id, one.block_id), words)
            })
            .collect(),
        edit: match one.aim.kind {
            AimKind::Statute => String::new(),
            _ => format!("/maal/{}/rediger", one.aim.id),
        },
        pick: format!("/maal/{}/afsnit", one.aim.id),
    }
}
