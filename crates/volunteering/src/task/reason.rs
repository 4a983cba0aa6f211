//! A page that asks why, before something is taken down or sent back.

use askama::Template;
use samskab_web::{Errors, Shell, form::Choice};

use crate::T;

#[derive(Template)]
#[template(path = "task/reason.html")]
pub(super) struct ReasonPage {
    pub shell: Shell,
    pub t: T,
    pub lead: String,
    pub label: &'static str,
    pub hint: &'static str,
    pub button: &'static str,
    pub action: String,
    pub back: String,
    /// What is to happen, when there is a choice.
    pub outcomes: Vec<Choice>,
    pub text: String,
    pub errors: Errors,
}
