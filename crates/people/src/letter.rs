//! The letters of this context.

use samskab_kernel::contact::Email;
use samskab_mail::Message;
use samskab_organisation::{letter::Sender, person::Person};

use crate::T;

/// To the new address: is it yours?
pub(crate) fn confirm_address(
    sender: Sender<'_>,
    person: &Person,
    to: Email,
    link: &str,
    hours: i64,
) -> Message {
    let t = T(person.locale);
    let letter = sender
        .greet(person.locale, person.first_name())
        .paragraph(&t.email_mail_confirm_text(sender.municipality))
        .link(&t.email_mail_confirm_link(hours), link)
        .paragraph(t.email_mail_confirm_not_you());
    let body = sender.finish(person.locale, letter, t.email_mail_confirm_why());
    Message { to, subject: t.email_mail_confirm_subject().to_owned(), body, reply_to: None }
}

/// To an address that somebody else wanted: it is its owner's already, and nothing has changed.
pub(crate) fn address_is_yours(sender: Sender<'_>, owner: &Person, to: Email) -> Message {
    let t = T(owner.locale);
    let letter = sender
        .greet(owner.locale, owner.first_name())
        .paragraph(&t.email_mail_taken_text(sender.municipality))
        .paragraph(t.email_mail_taken_you())
        .paragraph(t.email_mail_taken_not_you());
    let body = sender.finish(owner.locale, letter, t.email_mail_taken_why());
    Message { to, subject: t.email_mail_taken_subject().to_owned(), body, reply_to: None }
}

/// To the former address: it was replaced.
pub(crate) fn address_changed(sender: Sender<'_>, person: &Person, before: Email, contact: &str) -> Message {
    let t = T(person.locale);
    let letter = sender
        .greet(person.locale, person.first_name())
        .paragraph(&t.email_mail_changed_text(sender.municipality))
        .link(t.email_mail_changed_not_you(), contact);
    let body = sender.finish(person.locale, letter, t.email_mail_changed_why());
    Message { to: before, subject: t.email_mail_changed_subject().to_owned(), body, reply_to: None }
}

/// To both addresses of somebody who was registered twice.
pub(crate) fn merged(
    sender: Sender<'_>,
    person: &Person,
    to: Email,
    sign_in: &str,
    contact: &str,
) -> Message {
    let t = T(person.locale);
    let letter = sender
        .greet(person.locale, person.first_name())
        .paragraph(&t.merge_mail_text(sender.municipality))
        .paragraph(&t.merge_mail_sign_in(sign_in))
        .link(t.merge_mail_not_you(), contact);
    let body = sender.finish(person.locale, letter, t.merge_mail_why());
    Message { to, subject: t.merge_mail_subject().to_owned(), body, reply_to: None }
}

/// To whoever takes something over: one letter about all of it.
pub(crate) fn takes_over(
    sender: Sender<'_>,
    taker: &Person,
    to: Email,
    what: &[&str],
    overview: &str,
) -> Message {
    let t = T(taker.locale);
    let letter = sender
        .greet(taker.locale, taker.first_name())
        .paragraph(t.leave_mail_taker_text())
        .list(what)
        .link(t.leave_mail_taker_link(), overview);
    let body = sender.finish(taker.locale, letter, t.leave_mail_taker_why());
    Message { to, subject: t.leave_mail_taker_subject().to_owned(), body, reply_to: None }
}

/// To the person who leaves.
pub(crate) fn farewell(sender: Sender<'_>, person: &Person, to: Email, is_closed: bool) -> Message {
    let t = T(person.locale);
    let text = if is_closed {
        t.leave_mail_closed_text(sender.municipality)
    } else {
        t.leave_mail_roles_text(sender.municipality)
    };
    let letter = sender
        .greet(person.locale, person.first_name())
        .paragraph(&text)
        .paragraph(t.leave_mail_thanks())
        .paragraph(t.leave_mail_wrong());
    let body = sender.finish(person.locale, letter, t.leave_mail_why());
    let subject = if is_closed { t.leave_mail_closed_subject() } else { t.leave_mail_roles_subject() };
    Message { to, subject: subject.to_owned(), body, reply_to: None }
}
