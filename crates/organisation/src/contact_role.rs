//! What somebody is in an association. Below the associations themselves, so that who answers can be found without them.

use samskab_kernel::Locale;
use samskab_web::form::Choice;

use crate::T;

samskab_kernel::codes! {
    /// What a person is in the association: the word beside the name. It gives no rights.
    pub enum ContactRole {
        Chair => "chair",
        Treasurer => "treasurer",
        Board => "board",
        VolunteerCoordinator => "volunteer_coordinator",
        Contact => "contact",
    }
}

impl ContactRole {
    pub(crate) fn choices(locale: Locale) -> Vec<Choice> {
        Self::ALL.iter().map(|role| Choice::of(role.code(), role.label(T(locale)))).collect()
    }

    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Chair => t.association_role_chair(),
            Self::Treasurer => t.association_role_treasurer(),
            Self::Board => t.association_role_board(),
            Self::VolunteerCoordinator => t.association_role_volunteer_coordinator(),
            Self::Contact => t.association_role_contact(),
        }
    }
}
