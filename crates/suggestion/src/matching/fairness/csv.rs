//! GET /fordeling.csv: the same numbers for a spreadsheet.

use axum::response::Response;
use samskab_import::file;
use samskab_web::{Cx, Result};

use super::{Fairness, Group};
use crate::T;

pub(in crate::matching) async fn download(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let fairness = Fairness::read(&cx).await?;
    let head =
        [t.matching_csv_what(), t.matching_csv_name(), t.matching_csv_tasks(), t.matching_csv_reached()];
    let mut lines = vec![head.map(str::to_owned).to_vec()];
    for week in &fairness.weeks {
        let begins = week.begins.to_string();
        let what = t.matching_csv_week().to_owned();
        lines.push(vec![what, begins, week.tasks.to_string(), week.reached.to_string()]);
    }
    let mut of_group = |what: &'static str, group: &Group| {
        for (name, interested) in &group.told {
            lines.push(vec![what.to_owned(), name.clone(), String::new(), interested.to_string()]);
        }
    };
    of_group(t.matching_by_place(), &fairness.by_place);
    of_group(t.matching_by_district(), &fairness.by_district);
    of_group(t.matching_by_theme(), &fairness.by_theme);
    file::spreadsheet("fordeling.csv", lines)
}
