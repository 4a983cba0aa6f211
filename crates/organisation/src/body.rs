//! Bodies: groups with a mandate – political, management, co-determination, councils, networks –
//! as they are shown on *Sådan er vi organiseret*. Their meetings come with a context of their own.

use samskab_kernel::{Day, Id, TenantId, Validity, codes, danish::sort_key};
use samskab_store::{Connection, Result, Tx};

use crate::T;

/// The mark of a body.
pub enum BodyMark {}
pub type BodyId = Id<BodyMark>;

codes! {
    pub enum BodyKind {
        Political => "political",
        Committee => "committee",
        Management => "management",
        Med => "med",
        Council => "council",
        Coordination => "coordination",
        Steering => "steering",
        Network => "network",
        WorkingGroup => "working_group",
        TaskForce => "task_force",
        MeetingSeries => "meeting_series",
    }
}

impl BodyKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Political => t.body_kind_political(),
            Self::Committee => t.body_kind_committee(),
            Self::Management => t.body_kind_management(),
            Self::Med => t.body_kind_med(),
            Self::Council => t.body_kind_council(),
            Self::Coordination => t.body_kind_coordination(),
            Self::Steering => t.body_kind_steering(),
            Self::Network => t.body_kind_network(),
            Self::WorkingGroup => t.body_kind_working_group(),
            Self::TaskForce => t.body_kind_task_force(),
            Self::MeetingSeries => t.body_kind_meeting_series(),
        }
    }
}

codes! {
    /// Why a body is heard (RS-22, RS-25, law B.2).
    pub enum HearingStrength {
        /// A law says so.
        Statutory => "statutory",
        /// The municipality has decided it.
        Local => "local",
        Voluntary => "voluntary",
    }
}

impl HearingStrength {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Statutory => t.body_hearing_statutory(),
            Self::Local => t.body_hearing_local(),
            Self::Voluntary => t.body_hearing_voluntary(),
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    pub id: BodyId,
    pub name: String,
    pub kind: BodyKind,
    /// Other names in use, separated by ";".
    pub aliases: String,
    /// Who sits in it, in words.
    pub members: String,
    /// The name of the body above.
    pub refers_to: String,
    /// Meetings in a calendar year (RS-20).
    pub meetings_min: Option<i64>,
    pub meetings_max: Option<i64>,
    pub hearing_strength: Option<HearingStrength>,
    pub hearing_scope: String,
    /// Where it stands in the founding papers: `RS-20`.
    pub element: String,
    pub validity: Validity,
}

samskab_store::statements! {
    ALL = "select id, name, kind, aliases, members, refers_to, meetings_min, meetings_max, hearing_strength, hearing_scope,
                  element, valid_from, valid_to
           from body where tenant_id = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)
           order by sort_key, id";
    ADD = "insert into body (id, tenant_id, name, sort_key, kind, aliases, members, refers_to, meetings_min, meetings_max,
               hearing_strength, hearing_scope, element, valid_from, valid_to)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
}

#[derive(samskab_store::Row)]
struct BodyRow {
    id: BodyId,
    name: String,
    kind: BodyKind,
    aliases: String,
    members: String,
    refers_to: String,
    meetings_min: Option<i64>,
    meetings_max: Option<i64>,
    hearing_strength: Option<HearingStrength>,
    hearing_scope: String,
    element: String,
    valid_from: Day,
    valid_to: Option<Day>,
}

/// Every body there is on `day`, in Danish alphabetical order.
#[samskab_store::compiled_once]
pub async fn all(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Body>> {
    let rows: Vec<BodyRow> = connection.query(&ALL).bind(tenant).bind(day).all().await?;
    Ok(rows
        .into_iter()
        .map(|row| Body {
            id: row.id,
            name: row.name,
            kind: row.kind,
            aliases: row.aliases,
            members: row.members,
            refers_to: row.refers_to,
            meetings_min: row.meetings_min,
            meetings_max: row.meetings_max,
            hearing_strength: row.hearing_strength,
            hearing_scope: row.hearing_scope,
            element: row.element,
            validity: Validity { from: row.valid_from, to: row.valid_to },
        })
        .collect())
}

pub(crate) async fn add(tx: &mut Tx, body: &Body) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ADD)
        .bind(body.id)
        .bind(tenant)
        .bind(body.name.clone())
        .bind(sort_key(&body.name))
        .bind(body.kind)
        .bind(body.aliases.clone())
        .bind(body.members.clone())
        .bind(body.refers_to.clone())
        .bind(body.meetings_min)
        .bind(body.meetings_max)
        .bind(body.hearing_strength)
        .bind(body.hearing_scope.clone())
        .bind(body.element.clone())
        .bind(body.validity.from)
        .bind(body.validity.to)
        .execute()
        .await?;
    Ok(())
}
