//! What depends on a unit that closes: it goes to the unit that takes over, or ends with a letter. What is after the
//! last day is settled when the closing is decided, the rest when that day is over.

use samskab_jobs::{Failure, Handler};
use samskab_kernel::{Day, codes, jiff::SignedDuration};
use samskab_store::{Result, Stamp, Tx};
use samskab_web::{
    Services,
    exit::{Exit, Settlement, Which, settle},
};
use uuid::Uuid;

use samskab_organisation::unit::{UnitId, store};

codes! {
    /// What happens to it.
    pub enum SettleBy { Move => "move", Cancel => "cancel" }
}

/// What was decided when the unit was closed.
#[derive(Debug, Clone)]
pub(super) struct Decided {
    pub unit: UnitId,
    pub last_day: Day,
    pub successor: Option<UnitId>,
    pub by: SettleBy,
    /// The tasks that end although the rest goes to the successor.
    pub ending: Vec<Uuid>,
    pub reason: String,
}

impl Decided {
    /// First what ends, then what somebody takes over.
    fn settlements(&self) -> Vec<Settlement> {
        let settled = |to, which| Settlement {
            to,
            reason: self.reason.clone(),
            which,
            ..Settlement::of(self.last_day)
        };
        match self.successor.filter(|_| self.by == SettleBy::Move) {
            None => vec![settled(None, Which::All)],
            Some(to) => vec![
                settled(None, Which::Only(self.ending.clone())),
                settled(Some(to.uuid()), Which::Except(self.ending.clone())),
            ],
        }
    }

    /// Called in the transaction that closes the unit.
    pub async fn begin(&self, services: &Services, tx: &mut Tx) -> Result<()> {
        let is_later = self.last_day > tx.now().day();
        if is_later {
            store::settle_later(tx, self.unit, self.by.code(), &self.ending, &self.reason).await?;
        }
        // Who takes over takes over when the other is gone.
        self.settle(services, tx, |settlement| !is_later || settlement.to.is_none()).await
    }

    async fn settle(
        &self,
        services: &Services,
        tx: &mut Tx,
        is_due: impl Fn(&Settlement) -> bool + Send,
    ) -> Result<()> {
        for settlement in self.settlements().iter().filter(|settlement| is_due(settlement)) {
            settle(services, tx, Exit::Unit(self.unit.uuid()), settlement).await?;
        }
        Ok(())
    }
}

pub(crate) fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::every(
        "unit.settle",
        SignedDuration::from_mins(10),
        |services: Services, tenant| async move {
            let now = services.clock.now();
            let mut reader = services.db.read().await?;
            let waiting = store::to_settle(&mut reader, tenant, now.day()).await?;
            drop(reader);
            for closed in waiting {
                let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
                // Of two processes that find it, only one settles it.
                if store::settled(&mut tx, closed.id).await? {
                    let decided = Decided {
                        unit: closed.id,
                        last_day: closed.last_day,
                        successor: closed.successor_id,
                        by: closed.settle_by.parse().unwrap_or(SettleBy::Cancel),
                        ending: closed.ending(),
                        reason: closed.settle_reason,
                    };
                    decided.settle(&services, &mut tx, |_| true).await?;
                    tx.commit().await?;
                }
            }
            Ok::<(), Failure>(())
        },
    )]
}
