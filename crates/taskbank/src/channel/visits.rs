//! Counting who follows a link: how often, never who. In memory, written down by a job once a minute, so
//! that a poster in the newspaper does not make everybody wait for everybody's write.

use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex, PoisonError},
};

use samskab_jobs::Failure;
use samskab_kernel::{Day, TenantId};
use samskab_store::Stamp;
use samskab_web::Services;

use super::{ChannelId, store};
use crate::task::TaskId;

type Place = (ChannelId, Day, Option<TaskId>);

/// What was counted since it was last written down. What a process had counted when it died is lost: a
/// minute's visits.
static COUNTED: LazyLock<Mutex<HashMap<TenantId, HashMap<Place, i64>>>> = LazyLock::new(Mutex::default);

pub fn count(tenant: TenantId, channel: ChannelId, day: Day, task: Option<TaskId>, times: i64) {
    let mut counted = COUNTED.lock().unwrap_or_else(PoisonError::into_inner);
    *counted.entry(tenant).or_default().entry((channel, day, task)).or_default() += times;
}

fn take(tenant: TenantId) -> HashMap<Place, i64> {
    COUNTED.lock().unwrap_or_else(PoisonError::into_inner).remove(&tenant).unwrap_or_default()
}

/// The job: all or nothing; what could not be written down is counted again.
pub async fn write_down(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let counted = take(tenant);
    if counted.is_empty() {
        return Ok(());
    }
    let stamp = Stamp { tenant, actor: None, now: services.clock.now() };
    let written = async {
        let mut tx = services.db.begin(stamp).await?;
        for ((channel, day, task), times) in &counted {
            store::count_visits(&mut tx, *channel, *day, *task, *times).await?;
        }
        tx.commit().await
    };
    if let Err(error) = written.await {
        for ((channel, day, task), times) in counted {
            count(tenant, channel, day, task, times);
        }
        return Err(error.into());
    }
    Ok(())
}
