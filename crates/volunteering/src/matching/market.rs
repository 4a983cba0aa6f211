//! One market of tasks and volunteers for each municipality in memory, kept in step with the book of events.

use samskab_kernel::Instant;
use samskab_store::{Connection, events::Recorded};
use samskab_web::{
    Services, State, Tenant,
    follow::{Affected, Listener},
    module::BoxFuture,
};
use uuid::Uuid;

/// What the follower tells.
pub const LISTENER: Listener = Listener { affected, take_in };

/// Every municipality's market.
#[derive(Default)]
pub struct Markets;

impl State for Markets {}

fn affected(_event: &Recorded) -> Affected {
    Affected::Nothing
}

fn take_in<'a>(
    services: &'a Services,
    _connection: &'a mut Connection,
    _tenant: &'a Tenant,
    _now: Instant,
    _ids: Option<&'a [Uuid]>,
) -> BoxFuture<'a, samskab_store::Result<()>> {
    Box::pin(async move {
        let _: std::sync::Arc<Markets> = services.state();
        Ok(())
    })
}
