//! A page that asks why, before something is taken down or sent back.

use askama::Template;
use samskab_web::{
    Shell,
    exit::Consequence,
    form::{self, Choice},
};

use crate::T;

samskab_web::form! {
    pub(super) struct ReasonForm {
        /// What is to happen, when there is a choice.
        outcome: radio(task_close_outcome),
        text: paragraph(form::by_the_page).rows(4).unmarked(),
    }
}

#[derive(Template)]
#[template(path = "task/reason.html")]
pub(super) struct ReasonPage {
    pub shell: Shell,
    pub t: T,
    pub lead: String,
    pub label: &'static str,
    pub hint: &'static str,
    pub button: &'static str,
    /// What the button says instead where it is called off; empty: it cannot be.
    pub cancel: &'static str,
    pub action: String,
    pub back: String,
    pub outcomes: Vec<Choice>,
    /// What depends on it, where something is taken down.
    pub consequences: Vec<Consequence>,
    pub consequences_heading: &'static str,
    pub form: ReasonForm,
}
