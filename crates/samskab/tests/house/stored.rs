//! Every file that somebody sends counts: a table with bytes in it is counted by its context.

use std::collections::BTreeSet;

use samskab_store::{Db, db_test};

use crate::{schema::schema, town::House};

#[db_test]
async fn every_table_with_files_is_counted(db: Db) {
    let house = House::with_demo(&db).await;
    let counted: BTreeSet<String> =
        house.program.services.stored.iter().map(|one| one.table.to_owned()).collect();
    let has_bytes = |columns: &Vec<String>| {
        columns.iter().any(|column| column.contains(" bytea ") || column.contains(" blob "))
    };
    let there: BTreeSet<String> = schema(&db)
        .await
        .into_iter()
        .filter(|(_, columns)| has_bytes(columns))
        .map(|(table, _)| table)
        .collect();
    assert_eq!(there, counted);
}
