//! Whom to call, read once and known until something happens in the municipality (ADR 0013).

use std::sync::Arc;

use samskab_store::{Connection, Result};
use samskab_web::{Cx, Moment, Remembered, State};

use super::{Ladder, Poster, ladder};

#[derive(Default)]
struct Known {
    ladders: Remembered<Poster, Arc<Ladder>, 500>,
}

impl State for Known {}

/// Who answers for the poster today, as it was at `moment` or later: to be shown and written in letters. What is decided
/// by it is read in the transaction. At most three queries.
#[samskab_store::compiled_once]
pub async fn known_ladder(
    cx: &Cx,
    connection: &mut Connection,
    moment: Option<Moment>,
    poster: Poster,
) -> Result<Arc<Ladder>> {
    let read = async { ladder(connection, cx.tenant.id, poster, cx.today()).await.map(Arc::new) };
    cx.services.state::<Known>().ladders.one(moment, poster, read).await
}
