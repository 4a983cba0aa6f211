//! What happens to proofs, as it stands in the book of events: never whose or what.

use super::ProofId;

samskab_store::events! {
    pub about proof(ProofId) {}

    ProofIssued => "proof.issued";
    ProofWithdrawn => "proof.withdrawn";
}
