//! What the search knows of an association: approved ones only.

use samskab_kernel::{Instant, danish};
use samskab_search::Document;
use samskab_store::{Connection, events::Recorded};
use samskab_web::{
    Tenant,
    follow::{Affected, Source},
};
use uuid::Uuid;

use super::{Association, AssociationId, State, store};
use crate::topic;

pub(crate) const SOURCE: Source = Source { kind: "association", affected, documents };

fn affected(event: &Recorded) -> Affected {
    match event.kind.as_str() {
        "association.imported" | "association.import_undone" => Affected::All,
        kind if kind.starts_with("association.") => Affected::These(vec![event.subject_id]),
        _ => Affected::Nothing,
    }
}

#[samskab_store::compiled_once]
async fn documents(
    connection: &mut Connection,
    tenant: &Tenant,
    _now: Instant,
    ids: Option<&[Uuid]>,
) -> samskab_store::Result<Vec<Document>> {
    let associations = match ids {
        None => store::all(connection, tenant.id).await?,
        Some(ids) => {
            let ids: Vec<AssociationId> = ids.iter().copied().map(AssociationId::from).collect();
            store::find_many(connection, tenant.id, &ids).await?
        }
    };
    let public = associations.iter().filter(|association| association.state == State::Approved);
    Ok(public.map(|association| document(association, tenant.id.uuid())).collect())
}

fn document(association: &Association, tenant: Uuid) -> Document {
    let topics: Vec<&topic::Topic> = association.topics.split_whitespace().filter_map(topic::topic).collect();
    let words = topics
        .iter()
        .flat_map(|topic| topic.names().into_iter().chain(topic.words_da.iter().map(String::as_str)));
    let theme = topic::theme(association.theme.code());
    let keywords = words
        .chain(theme.into_iter().flat_map(topic::ThemeText::names))
        .chain([association.city.as_str(), association.parent_organisation.as_str()])
        .collect::<Vec<_>>()
        .join(" ");
    let mut facets =
        vec![("theme", association.theme.code().to_owned()), ("kind", association.kind.code().to_owned())];
    facets.extend(topics.iter().map(|topic| ("topic", topic.key.clone())));
    if !association.city.is_empty() {
        facets.push(("town", association.city.clone()));
    }
    Document {
        tenant,
        id: association.id.uuid(),
        kind: "association",
        title: association.full_name(),
        keywords,
        body: association.about.clone(),
        facets,
        place: association.place,
        newest: association.state_since.micros(),
        next: i64::MAX,
        sort_key: danish::sort_key(&association.full_name()),
        ..Document::default()
    }
}
