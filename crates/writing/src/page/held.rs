//! What a text is for may keep it as it is: a policy that was adopted has one text, and it changes by the way a policy does. The
//! contexts above say so through these doors; nothing here knows them.

use askama::Template;
use axum::response::Response;
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, Shell,
    module::{self, Hold},
};

use super::TextOfBody;
use crate::T;

/// Publishing another version for everybody.
pub const PUBLISHING: &str = "text.publishing";
/// Making a published text a draft again.
pub const WITHDRAWING: &str = "text.withdrawing";
/// Letting others propose changes.
pub const OPENING: &str = "text.opening";
/// Whoever leads what the text is for has the same rights as those who run its body.
pub const LED: &str = "text";

#[derive(Template)]
#[template(path = "text/held.html")]
struct HeldPage {
    shell: Shell,
    t: T,
    hold: Hold,
    back: String,
}

impl TextOfBody {
    /// What prevents this verb for the text; `None`: nothing.
    pub(in crate::page) async fn hold(
        &self,
        cx: &Cx,
        connection: &mut Connection,
        verb: &str,
    ) -> Result<Option<Hold>> {
        module::hold(cx, connection, verb, self.text.id.uuid()).await
    }

    /// Why it was not done, and where one goes on.
    pub(in crate::page) fn refused(&self, cx: &Cx, hold: Hold) -> Result<Response> {
        let t = T(cx.locale);
        cx.invalid(HeldPage { shell: self.under(cx, t.text_held()), t, hold, back: self.text.href() })
    }
}
