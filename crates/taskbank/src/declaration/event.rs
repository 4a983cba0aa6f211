//! What happens to declarations, as it stands in the book of events.

use samskab_organisation::association::AssociationId;

samskab_store::events! {
    pub about association(AssociationId) { year: i64 }

    /// An association has signed its yearly declaration about børneattester.
    DeclarationSigned => "requirement.declaration_signed";
}
