//! /personer/{id}/overdragelse: somebody leaves or has died. Everything that depends on them is on one page; for each
//! kind of thing it is chosen who takes it over, and it happens in one transaction. The contexts know what there is
//! and how it is settled (`samskab_web::exit`).

mod settle;
mod takers;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Locale, codes};
use samskab_organisation::person::{Person, PersonId};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Errors, Form, Result, Shell,
    exit::{Among, Consequence, Exit, Farewell, Settlement, consequences},
    form::{Choice, Declaration, Field, by_the_page},
};

use self::takers::Takers;
use crate::{
    T,
    authority::Action,
    look::{self, Kind},
    page_id::{self, PageId},
    show::{person_of, shell_under},
};

codes! {
    /// What happens to a person who leaves.
    pub enum How {
        /// Gives up their roles; the account stays, and what they do as a volunteer.
        Roles => "roles",
        /// Stops altogether: the account is closed and deleted.
        Left => "left",
        Died => "died",
    }
}

impl How {
    fn label(self, t: T) -> &'static str {
        match self {
            Self::Roles => t.leave_how_roles(),
            Self::Left => t.leave_how_left(),
            Self::Died => t.leave_how_died(),
        }
    }

    fn hint(self, t: T) -> &'static str {
        match self {
            Self::Roles => t.leave_how_roles_hint(),
            Self::Left => t.leave_how_left_hint(),
            Self::Died => t.leave_how_died_hint(),
        }
    }

    fn exit(self, person: PersonId) -> Exit {
        match self {
            Self::Roles => Exit::Roles(person.uuid()),
            Self::Left | Self::Died => Exit::Person(person.uuid()),
        }
    }

    fn farewell(self) -> Farewell {
        match self {
            Self::Died => Farewell::Died,
            Self::Roles | Self::Left => Farewell::Left,
        }
    }
}

/// Nobody takes it over: chosen, not forgotten.
const NOBODY: &str = "ingen";

samskab_web::form! {
    /// What happens to the person; the choices of who takes over are sent besides, under names that depend on what
    /// they have.
    struct HowForm {
        hvordan: radio(leave_how).among(ways),
    }
}

fn ways(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    How::ALL.iter().map(|how| Choice::of(how.code(), how.label(t)).hint(how.hint(t))).collect()
}

/// Who takes over one kind of thing.
const TAKER: Declaration = Declaration::choice("overtager", by_the_page);

/// One kind of thing, and who can take it over.
struct Group {
    consequence: Consequence,
    /// What goes along to whoever gets it.
    following: Vec<Consequence>,
    /// Name of the field; empty: nothing to choose.
    key: String,
    label: String,
    choices: Vec<Choice>,
    chosen: String,
}

impl Group {
    /// The label of the field says what it is, where nothing stands below it.
    fn has_heading(&self) -> bool {
        self.key.is_empty() || !self.consequence.lines.is_empty() || !self.following.is_empty()
    }

    fn taker<'a>(&'a self, errors: &'a Errors) -> Field<'a> {
        Field::new(&TAKER, (&self.chosen).into(), errors)
            .named(&self.key, errors)
            .label(&self.label)
            .among(&self.choices)
    }
}

#[derive(Template)]
#[template(path = "leave.html")]
struct LeavePage {
    shell: Shell,
    t: T,
    lead: String,
    form: HowForm,
    /// What another person takes over, and who waits for an answer: settled in every case.
    groups: Vec<Group>,
    /// What ends only when they stop altogether.
    ending: Vec<Consequence>,
    action: String,
    back: String,
}

/// The form as it was sent: its fields depend on what the person has.
#[derive(Default)]
struct LeaveForm(Vec<(String, String)>);

impl LeaveForm {
    fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    fn how(&self) -> HowForm {
        HowForm { hvordan: self.get("hvordan").to_owned(), ..HowForm::default() }
    }
}

pub(crate) async fn show(cx: Cx, Path(page): Path<PageId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let person = person_of(&cx, &mut tx, page, Action::HandOver).await?;
    let place = look::place_of(&cx, &mut tx).await?;
    look::log(&mut tx, &[person.id], Kind::Opened, &place).await?;
    tx.commit().await?;
    let mut reader = cx.read().await?;
    let shown = leave_page(&cx, &mut reader, page, &person, &LeaveForm::default(), Errors::default()).await?;
    drop(reader);
    cx.page(shown)
}

async fn leave_page(
    cx: &Cx,
    connection: &mut Connection,
    page: PageId,
    person: &Person,
    sent: &LeaveForm,
    errors: Errors,
) -> Result<LeavePage> {
    let t = T(cx.locale);
    let hanging = consequences(cx, connection, Exit::Roles(person.id.uuid())).await?;
    let mut ending = consequences(cx, connection, Exit::Person(person.id.uuid())).await?;
    ending.retain(|one| !hanging.contains(one));
    let takers = Takers::read(cx, connection, &among(&hanging), person.id).await?;
    let (following, hanging): (Vec<Consequence>, Vec<Consequence>) =
        hanging.into_iter().partition(|one| one.follows.is_some());
    let group = |consequence: Consequence| {
        let Some(handover) = consequence.handover.clone() else {
            let (key, label, chosen) = Default::default();
            return Group { consequence, following: Vec::new(), key, label, choices: Vec::new(), chosen };
        };
        let mut choices: Vec<Choice> = takers
            .of(handover.among)
            .iter()
            .map(|(id, label)| Choice::of(id.to_string(), label.clone()))
            .collect();
        choices.push(Choice::of(NOBODY, handover.nobody));
        let chosen = sent.get(&handover.key).to_owned();
        let label = t.leave_taker(consequence.heading.as_str());
        let is_along = |one: &&Consequence| one.follows.as_ref() == Some(&handover.key);
        let following = following.iter().filter(is_along).cloned().collect();
        Group { consequence, following, key: handover.key, label, choices, chosen }
    };
    let href = page_id::href(page);
    Ok(LeavePage {
        shell: shell_under(cx, person, page, t.leave_title()),
        t,
        lead: t.leave_lead(person.name.as_str()),
        form: sent.how().with_errors(errors),
        groups: hanging.into_iter().map(group).collect(),
        ending,
        action: format!("{href}/overdragelse"),
        back: href,
    })
}

/// Among whom it is chosen who takes these things over.
fn among(hanging: &[Consequence]) -> Vec<Among> {
    hanging.iter().filter_map(|one| Some(one.handover.as_ref()?.among)).collect()
}

pub(crate) async fn leave(
    cx: Cx,
    Path(page): Path<PageId>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let sent = LeaveForm(pairs);
    let mut tx = cx.write().await?;
    let person = person_of(&cx, &mut tx, page, Action::HandOver).await?;
    let (how, settlement) = match read(&cx, &mut tx, &person, &sent).await? {
        Ok(read) => read,
        Err(errors) => {
            let shown = leave_page(&cx, &mut tx, page, &person, &sent, errors).await?;
            return cx.invalid(shown);
        }
    };
    settle::settle(&cx, &mut tx, &person, how, &settlement).await?;
    tx.commit().await?;
    if how == How::Roles {
        return cx.redirect_saying(page_id::href(page), "success", "people-handed-over");
    }
    // The account is deleted even if this fails: it is tried again every hour.
    if let Err(error) = cx.services.db.forget_deleted().await {
        tracing::warn!(%error, "the log of the database could not be emptied after an account was closed");
    }
    cx.redirect_saying(crate::PATH, "success", "people-closed")
}

/// Reads the choices: every kind of thing needs an answer, and only somebody of the place can take it over.
async fn read(
    cx: &Cx,
    connection: &mut Connection,
    person: &Person,
    sent: &LeaveForm,
) -> Result<Result<(How, Settlement), Errors>> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let form = sent.how();
    let how: Option<How> = form.hvordan.parse().ok();
    if how.is_none() {
        check.refuse(&form.hvordan(), t.leave_how_missing());
    }
    let exit = how.unwrap_or(How::Left).exit(person.id);
    let hanging = consequences(cx, connection, exit).await?;
    let takers = Takers::read(cx, connection, &among(&hanging), person.id).await?;
    let yesterday = cx.today().plus_days(-1);
    let farewell = how.map_or(Farewell::Left, How::farewell);
    let mut settlement = Settlement { farewell, ..Settlement::of(yesterday) };
    for one in &hanging {
        let Some(handover) = &one.handover else { continue };
        let chosen = sent.get(&handover.key);
        let taker = takers.of(handover.among).iter().map(|(id, _)| *id).find(|id| id.to_string() == chosen);
        match taker {
            Some(taker) => settlement.takers.push((handover.key.clone(), taker)),
            None if chosen == NOBODY => {}
            None => {
                let (unread, nothing) = (Errors::default(), String::new());
                let taker = Field::new(&TAKER, (&nothing).into(), &unread).named(&handover.key, &unread);
                check.refuse(&taker, t.leave_choose(one.heading.as_str()));
            }
        }
    }
    Ok(match (how, check.done()) {
        (Some(how), Ok(())) => Ok((how, settlement)),
        (_, errors) => Err(errors.err().unwrap_or_default()),
    })
}
