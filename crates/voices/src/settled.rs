//! Whether everything that was said about a text has an answer – to us, and in its hearings: nothing can be called finished while
//! something waits.

use samskab_hearing::given::{self, GivenHearing};
use samskab_kernel::TenantId;
use samskab_store::{Connection, Result};
use samskab_writing::text::TextId;

use crate::{
    input::{InputKind, InputLine, InputState},
    store,
};

/// What waits about a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WaitingCounts {
    pub all: usize,
    /// Nobody has looked at them.
    pub new: usize,
    pub in_work: usize,
    pub answered: usize,
    pub set_aside: usize,
    /// Remarks of hearings of the text whose answer does not count yet.
    pub in_hearings: i64,
}

impl WaitingCounts {
    /// Pure.
    pub fn of(lines: &[InputLine], given: &[GivenHearing]) -> Self {
        let count = |state: InputState| lines.iter().filter(|line| line.state() == state).count();
        Self {
            all: lines.len(),
            new: count(InputState::New),
            in_work: count(InputState::InWork),
            answered: count(InputState::Answered),
            set_aside: count(InputState::SetAside),
            in_hearings: given.iter().map(|one| one.remarks.unsettled).sum(),
        }
    }

    /// Inputs; what waits in a hearing is answered there.
    pub const fn waiting(&self) -> usize {
        self.new + self.in_work
    }

    pub const fn is_settled(&self) -> bool {
        self.waiting() == 0 && self.in_hearings == 0
    }
}

/// How many inputs to a text wait for an answer. Runs two queries; four where the text was heard.
pub async fn waiting(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<WaitingCounts> {
    let inputs = store::input_lines(connection, tenant, text).await?;
    Ok(WaitingCounts::of(&inputs, &given::of_text(connection, tenant, text).await?))
}

/// Everything that was said is answered or set aside with a reason. Of a text about which nobody said anything, too. As many
/// queries.
pub async fn is_settled(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<bool> {
    Ok(waiting(connection, tenant, text).await?.is_settled())
}

/// The concerns that were raised about a text (VB-09, FX-05), by their numbers, each with its state and where MED was told. One query.
pub async fn concerns(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<Vec<InputLine>> {
    let mut lines = store::input_lines(connection, tenant, text).await?;
    lines.retain(|line| line.kind == InputKind::Concern);
    Ok(lines)
}
