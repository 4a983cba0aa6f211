//! Open tasks with room that are most like one: for whom it came to nothing.

use samskab_kernel::TenantId;
use samskab_store::{Connection, Result, Row};
use samskab_taskbank::task::TaskId;

use super::store::HOLDS_A_PLACE;

samskab_store::statements! {
    LIKE = "select theme, topics, time_kind from task where tenant_id = $1 and id = $2";
    SIMILAR = "select t.id, t.title, t.theme, t.topics, t.time_kind from task t
               where t.tenant_id = $1 and t.state = 'open' and t.id <> $2
                 and (t.places is null or t.places > (select cast(coalesce(sum(d.persons), 0) as bigint) from interest d
                     where d.tenant_id = t.tenant_id and d.task_id = t.id and", HOLDS_A_PLACE, "))
               order by t.published_at desc, t.id limit 300";
}

/// What makes one task like another.
#[derive(Debug, Clone, Row)]
struct Features {
    theme: String,
    topics: String,
    time_kind: String,
}

impl Features {
    /// How many topics are the same, then whether the theme is, then whether both are done once, or both again and again.
    /// `None`: they have nothing in common.
    fn likeness(&self, other: &Self) -> Option<(usize, bool, bool)> {
        let topics: Vec<&str> = other.topics.split_whitespace().collect();
        let shared = self.topics.split_whitespace().filter(|topic| topics.contains(topic)).count();
        let is_of_theme = self.theme == other.theme;
        (shared > 0 || is_of_theme).then(|| (shared, is_of_theme, self.time_kind == other.time_kind))
    }
}

#[derive(Row)]
struct SimilarRow {
    id: TaskId,
    title: String,
    #[record(flatten)]
    features: Features,
}

/// Up to three open tasks most like this one: id and title.
pub async fn similar(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
) -> Result<Vec<(TaskId, String)>> {
    let Some(asked) = connection.query(&LIKE).bind(tenant).bind(task).optional::<Features>().await? else {
        return Ok(Vec::new());
    };
    let rows: Vec<SimilarRow> = connection.query(&SIMILAR).bind(tenant).bind(task).all().await?;
    let mut found: Vec<_> = rows
        .into_iter()
        .filter_map(|row| Some((asked.likeness(&row.features)?, row.id, row.title)))
        .collect();
    // The newest of those that are equally like it stays first.
    found.sort_by(|(one, ..), (other, ..)| other.cmp(one));
    Ok(found.into_iter().take(3).map(|(_, id, title)| (id, title)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shares_a_topic_is_more_like_it_than_what_shares_the_theme() {
        let features = |theme: &str, topics: &str, time_kind: &str| Features {
            theme: theme.into(),
            topics: topics.into(),
            time_kind: time_kind.into(),
        };
        let beach = features("individual", "nature outdoors", "one_off");
        let like = |other: Features| beach.likeness(&other);
        let flat = like(features("individual", "practical", "one_off"));
        let trees = like(features("culture", "nature", "weekly"));
        assert!(trees > flat && flat.is_some());
        assert!(like(features("individual", "practical", "weekly")) < flat, "a Saturday is like a Saturday");
        assert_eq!(like(features("social", "music", "one_off")), None);
    }
}
