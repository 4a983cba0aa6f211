//! Whether everything that was said about a text has an answer: nothing can be called finished while something waits.

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
}

impl WaitingCounts {
    pub fn of(lines: &[InputLine]) -> Self {
        let count = |state: InputState| lines.iter().filter(|line| line.state() == state).count();
        Self {
            all: lines.len(),
            new: count(InputState::New),
            in_work: count(InputState::InWork),
            answered: count(InputState::Answered),
            set_aside: count(InputState::SetAside),
        }
    }

    pub const fn waiting(&self) -> usize {
        self.new + self.in_work
    }

    pub const fn is_settled(&self) -> bool {
        self.waiting() == 0
    }
}

/// One query.
pub async fn waiting(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<WaitingCounts> {
    Ok(WaitingCounts::of(&store::input_lines(connection, tenant, text).await?))
}

/// Everything that was said is answered or set aside with a reason. Of a text about which nobody said anything, too. One query.
pub async fn is_settled(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<bool> {
    Ok(waiting(connection, tenant, text).await?.is_settled())
}

/// The concerns that were raised about a text (VB-09, FX-05), by their numbers, each with its state and where MED was told. One query.
pub async fn concerns(connection: &mut Connection, tenant: TenantId, text: TextId) -> Result<Vec<InputLine>> {
    let mut lines = store::input_lines(connection, tenant, text).await?;
    lines.retain(|line| line.kind == InputKind::Concern);
    Ok(lines)
}
