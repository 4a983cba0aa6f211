//! A plan that was stored here, so that the next policy can begin with it: the municipality's own way of making one.
//! It is a copy: changing the policy it came from, or those that began with it, changes nothing in the others.

pub(crate) mod page;
pub mod store;

use samskab_kernel::Instant;
use samskab_organisation::person::PersonId;
use samskab_store::Record;
use samskab_web::Cx;

pub use crate::id::{OwnTemplateId, OwnTemplateRow};
use crate::{
    authority::{Action, Tie, may},
    id::PolicyId,
    process::me,
    template::TemplateStep,
};

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "plan_template", alias = "t")]
pub struct OwnTemplate {
    pub id: OwnTemplateId,
    /// No two have the same.
    pub name: String,
    /// What the plan is good for.
    pub about: String,
    #[record(json, fixed)]
    pub steps: Vec<TemplateStep>,
    /// The policy whose plan it was; `None`: that policy is deleted.
    #[record(column = "policy_id", fixed)]
    pub policy: Option<PolicyId>,
    /// Who kept it.
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl OwnTemplate {
    pub fn href(&self) -> String {
        format!("/politikskabeloner/{}", self.id)
    }

    /// Whether the reader may rename or delete it.
    fn is_changed_by(&self, cx: &Cx) -> bool {
        let me = me(cx);
        let tie = if me.is_some() && self.person == me { Tie::Kept } else { Tie::None };
        may(&cx.actor, Action::ChangeTemplates, tie)
    }
}

samskab_store::events! {
    pub about template(OwnTemplateId) {}
    impl { fn of(template: &OwnTemplate) { template: template.id } }

    TemplateKept => "plan_template.kept";
    TemplateChanged => "plan_template.changed";
    TemplateRemoved => "plan_template.removed";
}
