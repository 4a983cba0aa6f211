//! draft → awaiting → open → filled → closed, expired or cancelled. A state carries what belongs to it.

use samskab_kernel::Instant;

pub use crate::state::StateKind;

/// The state of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// `sent_back`: what the one who looked at it wants changed.
    Draft {
        sent_back: Option<String>,
    },
    /// Somebody must say yes before it is public.
    Awaiting,
    /// Public: volunteers can show interest.
    Open(Open),
    /// Public, but every place is taken.
    Filled {
        expires_at: Instant,
    },
    Closed {
        reason: String,
    },
    /// Its time is over, or nobody answered for it any more.
    Expired {
        reason: String,
    },
    Cancelled {
        reason: String,
    },
}

/// What belongs to an open task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open {
    pub expires_at: Instant,
    /// When somebody last said that it is current: by publishing, or when asked.
    pub current_at: Instant,
    /// When the contact was asked whether it is still current.
    pub asked_at: Option<Instant>,
    /// When the contact was told that it expires soon.
    pub warned_at: Option<Instant>,
}

impl Open {
    pub fn from(now: Instant, expires_at: Instant) -> Self {
        Self { expires_at, current_at: now, asked_at: None, warned_at: None }
    }
}

impl State {
    pub fn kind(&self) -> StateKind {
        match self {
            Self::Draft { .. } => StateKind::Draft,
            Self::Awaiting => StateKind::Awaiting,
            Self::Open(_) => StateKind::Open,
            Self::Filled { .. } => StateKind::Filled,
            Self::Closed { .. } => StateKind::Closed,
            Self::Expired { .. } => StateKind::Expired,
            Self::Cancelled { .. } => StateKind::Cancelled,
        }
    }

    pub fn reason(&self) -> &str {
        match self {
            Self::Draft { sent_back } => sent_back.as_deref().unwrap_or_default(),
            Self::Closed { reason } | Self::Expired { reason } | Self::Cancelled { reason } => reason,
            Self::Awaiting | Self::Open(_) | Self::Filled { .. } => "",
        }
    }

    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }

    /// Whether everybody may read it: open, or once was.
    pub fn is_public(&self) -> bool {
        !matches!(self, Self::Draft { .. } | Self::Awaiting)
    }

    pub fn expires_at(&self) -> Option<Instant> {
        match self {
            Self::Open(Open { expires_at, .. }) | Self::Filled { expires_at } => Some(*expires_at),
            _ => None,
        }
    }
}
