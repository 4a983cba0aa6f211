//! What follows by itself: those who signed up are told and forgotten (law B.7).

use samskab_hearing::hearing::{HearingId, Phase};
use samskab_jobs::{Failure, Handler};
use samskab_kernel::{TenantId, jiff::SignedDuration};
use samskab_store::Stamp;
use samskab_web::{Services, retention::Rule};

use crate::{
    T, annexed, letter,
    step::{StepHeld, StepKind},
    store,
};

/// How long a sign-up is kept after the call has ended, or the process where nobody is called.
const KEPT_DAYS: i64 = 182;

pub(crate) fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::new::<letter::TellSignups, _, _>(letter::send),
        Handler::new::<annexed::AnnexCase, _, _>(annexed::annex),
        Handler::every("policy.forget", SignedDuration::from_hours(24), forget),
        Handler::every("policy.heard", SignedDuration::from_mins(30), heard),
    ]
}

async fn forget(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let forgotten = store::forget(&mut tx, now.plus_days(-KEPT_DAYS)).await?;
    tx.commit().await?;
    if forgotten > 0 {
        tracing::info!(forgotten, "sign-ups to policies forgotten");
    }
    Ok(())
}

/// The step of a hearing is done when the hearing is closed; the clock says that, and nobody presses anything.
async fn heard(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let all = store::under_way(&mut tx, tenant).await?;
    let mut held = 0;
    let mut steps = store::steps_of(&mut tx, tenant, &all).await?;
    steps.retain(|step| step.kind == StepKind::Hearing && step.is_open() && step.hearing.is_some());
    let ids: Vec<HearingId> = steps.iter().filter_map(|step| step.hearing).collect();
    let hearings = samskab_hearing::store::find_many(&mut tx, tenant, &ids).await?;
    for step in steps {
        let hearing = hearings.iter().find(|one| Some(one.id) == step.hearing);
        let closed = hearing.filter(|one| matches!(one.phase(now), Phase::Closed | Phase::Answered));
        let Some(closed) = closed else { continue };
        if let Some(step) = step.hold(String::new(), closed.closes_at.day(), now) {
            store::save_step(&mut tx, &step).await?;
            tx.record(StepHeld::of(&step)).await?;
            held += 1;
        }
    }
    if held > 0 {
        tx.commit().await?;
    }
    Ok(())
}

pub(crate) fn retention() -> Vec<Rule> {
    vec![Rule {
        job: "policy.forget",
        what: |locale| T(locale).signup_retention(),
        purpose: |locale| T(locale).signup_retention_purpose(),
        kept: |_, locale| T(locale).retention_days(KEPT_DAYS),
        due: |connection, tenant, now| {
            Box::pin(
                async move { store::forgettable(connection, tenant.id, now.plus_days(-KEPT_DAYS)).await },
            )
        },
    }]
}
