//! The page on which what is done says which aims it serves: of an initiative, and of a focus area of a year.

use askama::Template;
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, form::Choice};
use samskab_writing::{store as texts, text::TextId};

use super::{Aim, AimId, AimKind, store};
use crate::{
    T,
    authority::{Action, Tie, may},
};

samskab_web::form! {
    pub(crate) struct PickForm {
        maal: several(aim_serves),
    }
}

impl PickForm {
    /// The chosen aims that exist. Runs one query.
    pub(crate) async fn aims(&self, cx: &Cx, connection: &mut Connection) -> Result<Vec<AimId>> {
        let every = store::every(connection, cx.tenant.id).await?;
        let is_asked = |id: AimId| self.maal.iter().any(|value| *value == id.to_string());
        Ok(every.into_iter().map(|aim| aim.id).filter(|id| is_asked(*id)).collect())
    }
}

#[derive(Template)]
#[template(path = "aim/pick.html")]
pub(crate) struct PickPage {
    shell: Shell,
    t: T,
    /// The aims, grouped by the text that says them.
    groups: Vec<(String, Vec<Choice>)>,
    action: String,
    back: String,
}

impl PickPage {
    /// Every aim that can be ticked, grouped by its text. Runs two queries. What the law wants is served by words,
    /// and is shown with the paragraphs.
    pub(crate) async fn of(
        cx: &Cx,
        connection: &mut Connection,
        shell: Shell,
        chosen: &[Aim],
        back: String,
    ) -> Result<Self> {
        let t = T(cx.locale);
        let mut every = store::every(connection, cx.tenant.id).await?;
        every.retain(|aim| aim.kind != AimKind::Statute);
        let names = texts::all(connection, cx.tenant.id).await?;
        let name = |text: Option<TextId>, kind: AimKind| match (kind, text) {
            (AimKind::Political, _) => t.aim_political_ones().to_owned(),
            (_, None) => t.aim_without_text().to_owned(),
            (_, Some(id)) => {
                let text = names.iter().find(|text| text.id == id);
                text.map(|text| text.title.clone()).unwrap_or_default()
            }
        };
        let mut groups: Vec<(String, Vec<Aim>)> = Vec::new();
        for aim in every {
            let name = name(aim.text, aim.kind);
            match groups.iter_mut().find(|(known, _)| *known == name) {
                Some((_, aims)) => aims.push(aim),
                None => groups.push((name, vec![aim])),
            }
        }
        groups.sort_by_cached_key(|(name, _)| samskab_kernel::danish::sort_key(name));
        let choice = |aim: Aim| {
            let label = format!("{}: {}", aim.kind.label(t), aim.said(cx.locale));
            Choice::new(aim.id.to_string(), label, chosen.iter().any(|one| one.id == aim.id))
        };
        let groups = groups
            .into_iter()
            .map(|(name, aims)| (name, super::rules::in_order(aims).into_iter().map(choice).collect()));
        Ok(Self { shell, t, groups: groups.collect(), action: format!("{back}/maal"), back })
    }
}

/// Address and name of each that its reader may read: of a text that is published, and political. At most two queries.
pub(crate) async fn shown(
    cx: &Cx,
    connection: &mut Connection,
    mut aims: Vec<Aim>,
) -> Result<Vec<(String, String)>> {
    if aims.iter().any(|aim| aim.text.is_some()) && !may(&cx.actor, Action::KeepAims, Tie::None) {
        let own = store::texts(connection, cx.tenant.id).await?;
        let is_open = |id: TextId| own.iter().any(|text| text.id == id && text.is_published());
        aims.retain(|aim| aim.text.is_none_or(is_open));
    }
    Ok(aims.into_iter().map(|aim| (aim.href(), aim.said(cx.locale).to_owned())).collect())
}
