//! An adopted text stays adopted: it becomes another by a revision, by what the council changed in its meeting, or by a correction
//! that says so; not by whoever writes it. And whoever leads a policy writes its text, whether or not they sit in the steering group
//! (CF-14).

use samskab_organisation::position::{self, PositionId};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result,
    module::{BoxFuture, Hold, Holds, Leaders},
};
use samskab_writing::{LED, OPENING, PUBLISHING, WITHDRAWING, text::TextId};
use uuid::Uuid;

use crate::{
    T,
    policy::{Policy, PolicyState},
    store,
};

pub(crate) const HOLDS: [Holds; 3] = [
    Holds {
        of: PUBLISHING,
        read: |cx, connection, text| Box::pin(hold(cx, connection, TextId::from_uuid(text), false)),
    },
    Holds {
        of: OPENING,
        read: |cx, connection, text| Box::pin(hold(cx, connection, TextId::from_uuid(text), false)),
    },
    // Everybody reads an adopted text, even while the next edition is being made.
    Holds {
        of: WITHDRAWING,
        read: |cx, connection, text| Box::pin(hold(cx, connection, TextId::from_uuid(text), true)),
    },
];

pub(crate) const LEADERS: Leaders = Leaders { of: LED, read: leaders };

/// The adopted policy that keeps its text as it is; `None`: there is none, or the text is worked on in a revision.
fn holding(policies: &[Policy], holds_in_revision: bool) -> Option<&Policy> {
    let adopted = policies.iter().find(|one| one.state == PolicyState::Adopted)?;
    let is_revised = policies.iter().any(|one| one.is_under_way() && one.revises == Some(adopted.id));
    (holds_in_revision || !is_revised).then_some(adopted)
}

/// Why an adopted policy keeps its text as it is, with the way on. Runs one query.
async fn hold(
    cx: &Cx,
    connection: &mut Connection,
    text: TextId,
    holds_in_revision: bool,
) -> Result<Option<Hold>> {
    let policies = store::of_text(connection, cx.tenant.id, text).await?;
    let t = T(cx.locale);
    Ok(holding(&policies, holds_in_revision).map(|policy| Hold {
        said: match holds_in_revision {
            true => t.hold_withdrawing(policy.title.as_str()),
            false => t.hold_publishing(policy.title.as_str()),
        },
        href: policy.href(),
        label: t.hold_way().to_owned(),
    }))
}

/// Whoever holds the position that leads a policy which is under way or adopted, for its text. Two queries.
fn leaders<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    texts: &'a [Uuid],
) -> BoxFuture<'a, Result<Vec<(Uuid, Uuid)>>> {
    Box::pin(async move {
        let tenant = cx.tenant.id;
        let texts: Vec<TextId> = texts.iter().map(|id| TextId::from_uuid(*id)).collect();
        let led = store::led_texts(connection, tenant, &texts).await?;
        let positions: Vec<PositionId> = led.iter().map(|(_, position)| *position).collect();
        let held = position::store::of_ids(connection, tenant, &positions, cx.today()).await?;
        let mut all = Vec::new();
        for (text, position) in led {
            let holders = held.iter().filter(|held| held.position.id == position);
            let holders = holders.flat_map(|held| held.holders());
            all.extend(holders.map(|holder| (text.uuid(), holder.person.uuid())));
        }
        Ok(all)
    })
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;

    use super::*;
    use crate::policy::PolicyKind;

    fn policy(id: u128, state: PolicyState, revises: Option<u128>) -> Policy {
        let now = Day::of(2026, 3, 2).at(9, 0);
        let new = Policy::new(Uuid::from_u128(id).into(), "Frivilligpolitik", PolicyKind::Values, now);
        Policy { state, revises: revises.map(|id| Uuid::from_u128(id).into()), ..new }
    }

    #[test]
    fn an_adopted_policy_holds_its_text_until_it_is_revised() {
        use PolicyState::{Adopted, Replaced, Stopped, UnderWay};
        let holds =
            |policies: &[Policy]| (holding(policies, false).is_some(), holding(policies, true).is_some());
        assert_eq!(holds(&[]), (false, false), "a text of no policy");
        assert_eq!(holds(&[policy(1, UnderWay, None)]), (false, false), "it is not adopted yet");
        assert_eq!(holds(&[policy(1, Adopted, None)]), (true, true));
        assert_eq!(holds(&[policy(1, Adopted, None), policy(2, UnderWay, Some(1))]), (false, true));
        assert_eq!(holds(&[policy(1, Adopted, None), policy(2, Stopped, Some(1))]), (true, true));
        assert_eq!(holds(&[policy(1, Replaced, None), policy(2, Adopted, Some(1))]), (true, true));
    }
}
