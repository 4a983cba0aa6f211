//! What happens to proofs, as it stands in the book of events: never whose or what.

use samskab_store::Event;
use serde::Serialize;
use uuid::Uuid;

use super::ProofId;

macro_rules! events {
    ($($name:ident => $kind:literal;)+) => {$(
        #[derive(Debug, Clone, Serialize)]
        pub struct $name {
            #[serde(skip)]
            pub proof: ProofId,
        }
        impl Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> Uuid {
                self.proof.uuid()
            }
        }
    )+};
}

events! {
    ProofIssued => "proof.issued";
    ProofWithdrawn => "proof.withdrawn";
}
