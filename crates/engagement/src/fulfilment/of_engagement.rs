//! GET /engagementer/{id}/krav and …/krav/{krav}: what one volunteer has in order, and the next step of each.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Locale, codes};
use samskab_organisation::person::PersonId;
use samskab_requirement::authority::{Action, may};
use samskab_requirement::{
    AskedRequirement, Because, Fulfilment, Lack, Precondition, Settings, Standing, State,
    book::Book,
    rules::{self, Step},
    text::{self, Paragraph, Text},
    wording::{self, StateWord},
};
use samskab_store::Connection;
use samskab_taskbank::task::{self, Requirement, Task};
use samskab_web::{
    Cx, Result, Shell,
    error::OrNotFound as _,
    form::{self, Choice},
};

use super::{
    helper::{self, Helper},
    of_task::sees_refusal,
};
use crate::{
    T,
    engagement::{self, EngagementId},
};

/// One engagement with everything the pages and verbs ask about it.
pub(super) struct EngagementRequirements {
    pub helper: Helper,
    pub task: Task,
    pub book: Book,
    /// What is signed, where the task asks for it.
    pub words: Option<Text>,
}

/// Reads and decides.
pub(super) async fn found(
    cx: &Cx,
    connection: &mut Connection,
    id: EngagementId,
) -> Result<EngagementRequirements> {
    let helper = helper::helper(connection, cx.tenant.id, id).await?.or_not_found()?;
    let task = task::store::find(connection, cx.tenant.id, helper.task).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::NoteRequirements, &task))?;
    let today = cx.now().day();
    let book = Book::of(connection, cx.tenant.id, &[helper.person], today).await?;
    let words = match task.requirements.contains(&Requirement::Confidentiality) {
        true => Some(text::in_force(connection, cx.tenant.id, today, cx.locale).await?),
        false => None,
    };
    Ok(EngagementRequirements { helper, task, book, words })
}

impl EngagementRequirements {
    pub fn href(&self) -> String {
        format!("{}/krav", engagement::href(self.helper.engagement))
    }

    /// The requirement that the task has under this address; it may have been taken off the task meanwhile.
    pub fn asked(&self, segment: &str) -> Option<AskedRequirement> {
        let what = Precondition::of_segment(segment)?;
        rules::asked_by(&self.task).into_iter().find(|asked| asked.what == what)
    }

    pub fn standing(&self, asked: AskedRequirement, on: Day) -> Standing {
        let person = self.helper.person;
        let own = self.book.of_person(person);
        rules::standing(asked, &self.task, &own, self.book.facts(person), on)
    }

    pub fn noted(&self, asked: AskedRequirement) -> Option<&Fulfilment> {
        self.book.noted(self.helper.person, asked, &self.task)
    }
}

#[derive(Template)]
#[template(path = "fulfilment/of_engagement.html")]
struct ListPage {
    shell: Shell,
    t: T,
    name: String,
    title: String,
    back: String,
    task_href: String,
    items: Vec<Item>,
    /// Nothing keeps them from beginning.
    may_begin: bool,
    may_begin_words: &'static str,
}

struct Item {
    name: &'static str,
    word: StateWord,
    sentence: String,
    next: Option<(String, &'static str)>,
}

pub async fn show(cx: Cx, Path(id): Path<EngagementId>) -> Result<Response> {
    let (t, today) = (T(cx.locale), cx.now().day());
    let mut reader = cx.read().await?;
    let found = found(&cx, &mut reader, id).await?;
    let standings = found.book.standings(found.helper.person, &found.task, today);
    let may_begin = rules::missing(&standings).is_empty();
    let href = found.href();
    let item = |(asked, standing): &(AskedRequirement, Standing)| {
        let sees = sees_refusal(&cx.actor, *standing);
        let next = wording::next_of_place(asked.what, *standing, sees, *t);
        Item {
            name: asked.what.name(cx.locale),
            word: wording::word(*standing, sees, *t),
            sentence: wording::for_place(asked.what, *standing, sees, *t),
            next: next.map(|label| (format!("{href}/{}", asked.what.segment()), label)),
        }
    };
    let back = engagement::href(id);
    cx.page(ListPage {
        shell: cx
            .shell(t.requirement_of_person_title(&found.helper.name))
            .under(back.clone(), found.helper.name.clone())
            .here(),
        t,
        items: standings.iter().map(item).collect(),
        may_begin,
        // An introduction keeps nobody from beginning: it is what the first time is for.
        may_begin_words: match standings
            .iter()
            .all(|(_, standing)| matches!(standing, Standing::InOrder { .. }))
        {
            true => t.requirement_may_begin(),
            false => t.requirement_may_begin_later(),
        },
        name: found.helper.name,
        title: found.task.title,
        back,
        task_href: format!("/opgaver/{}/krav", found.task.id),
    })
}

samskab_web::form! {
    /// The form as posted, whichever step it is for.
    pub struct StepForm {
        dag: day(requirement_day),
        /// Only for the minimum age.
        alder: radio(form::by_the_page).says_itself(),
        /// Only for the minimum age: from which day it is reached, if that is later.
        fra: day(requirement_age_from).hint(requirement_age_from_hint).optional(),
        /// Only for a børneattest.
        fordi: radio(requirement_because).hint(requirement_because_hint).among(becauses),
        fyldt15: tick(requirement_fifteen).says_itself(),
        udfald: radio(requirement_outcome).among(outcomes),
        slettet: tick(requirement_deleted).says_itself(),
    }
}

codes! {
    /// Whether somebody is old enough.
    pub(super) enum Reached { Now => "nu", Later => "senere" }
}

codes! {
    /// The result of reading a børneattest.
    pub(super) enum Assessed { May => "kan", MayNot => "kan-ikke" }
}

fn becauses(locale: Locale) -> Vec<Choice> {
    Because::ALL.iter().map(|one| Choice::of(one.code(), one.label(*T(locale)))).collect()
}

fn outcomes(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![
        Choice::of(Assessed::May.code(), t.requirement_outcome_may()),
        Choice::of(Assessed::MayNot.code(), t.requirement_outcome_may_not()),
    ]
}

/// Which form the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ShownForm {
    /// Nothing to fill in.
    Nothing,
    Note,
    Need,
    Order,
    Consent,
    Assess,
}

#[derive(Template)]
#[template(path = "fulfilment/one.html")]
pub(super) struct OnePage {
    shell: Shell,
    t: T,
    form: StepForm,
    heading: String,
    name: String,
    about: &'static str,
    back: String,
    href: String,
    word: StateWord,
    sentence: String,
    shown: ShownForm,
    is_certificate: bool,
    /// The words to be signed on paper, and their language; empty for everything else.
    words: (Vec<Paragraph>, &'static str),
    is_age: bool,
    years: i64,
    /// Ask, because the CV does not say it.
    asks_fifteen: bool,
    ages: Vec<Choice>,
    because_said: &'static str,
    steps: Vec<(String, &'static str)>,
    can_remove: bool,
    can_take_back: bool,
    can_renew: bool,
    /// A colleague was quicker, or it cannot be done now.
    refused: Option<&'static str>,
    refused_days: i64,
}

impl OnePage {
    pub(super) fn new(
        cx: &Cx,
        found: &EngagementRequirements,
        asked: AskedRequirement,
        form: StepForm,
    ) -> Self {
        let (t, today) = (T(cx.locale), cx.now().day());
        let standing = found.standing(asked, today);
        let sees = sees_refusal(&cx.actor, standing);
        let noted = found.noted(asked);
        let is_certificate = asked.what == Precondition::ChildrensCertificate;
        let is_refused = matches!(standing, Standing::Lacks(Lack::Refused { .. }));
        let too_young = matches!(standing, Standing::Lacks(Lack::TooYoung { .. }));
        let shown = match (asked.what, noted.and_then(Fulfilment::next)) {
            _ if is_refused || too_young => ShownForm::Nothing,
            (Precondition::ChildrensCertificate, None) => ShownForm::Need,
            (Precondition::ChildrensCertificate, Some(step)) => match (step, noted.map(|one| one.state)) {
                // A new one is ordered when somebody wants it.
                (Step::Order, Some(State::Fulfilled { .. })) => ShownForm::Nothing,
                (Step::Order, _) => ShownForm::Order,
                (Step::Consent, _) => ShownForm::Consent,
                (Step::Assess, _) => ShownForm::Assess,
            },
            (_, _) if matches!(standing, Standing::InOrder { .. }) => ShownForm::Nothing,
            _ => ShownForm::Note,
        };
        let back = found.href();
        let href = format!("{back}/{}", asked.what.segment());
        let heading = asked.what.name(cx.locale).to_owned();
        let name = found.helper.name.clone();
        Self {
            shell: cx
                .shell(heading.clone())
                .under(engagement::href(found.helper.engagement), name.clone())
                .under(back.clone(), t.requirement_of_task_title())
                .here(),
            t,
            heading,
            name,
            about: asked.what.about(cx.locale),
            back,
            href,
            word: wording::word(standing, sees, *t),
            sentence: wording::for_place(asked.what, standing, sees, *t),
            shown,
            is_certificate,
            words: match &found.words {
                Some(words) if asked.what == Precondition::Confidentiality => {
                    (text::paragraphs(&words.text), words.locale.code())
                }
                _ => (Vec::new(), ""),
            },
            is_age: asked.what == Precondition::MinimumAge,
            years: asked.years,
            asks_fifteen: found.book.age(found.helper.person).is_at_least(15, today).is_none(),
            ages: vec![
                Choice::of(Reached::Now.code(), t.requirement_age_now(asked.years)),
                Choice::of(Reached::Later.code(), t.requirement_age_later(asked.years)),
            ],
            because_said: noted.and_then(|one| one.because).map_or("", |because| because.label(*t)),
            steps: noted.filter(|_| is_certificate && sees).map(|one| steps(cx, one)).unwrap_or_default(),
            can_remove: noted.is_some_and(can_remove),
            can_take_back: noted.is_some_and(|one| can_take_back(cx, one)),
            can_renew: is_certificate
                && shown == ShownForm::Nothing
                && noted.is_some_and(|one| matches!(one.state, State::Fulfilled { renewal: None, .. })),
            refused: None,
            refused_days: Settings::of(&cx.tenant).refused_retention_days,
            form,
        }
    }

    fn renew_href(&self) -> String {
        format!("{}?forny=ja", self.href)
    }

    /// A colleague was quicker, or it cannot be done now.
    pub(super) fn with_refusal(self, refused: &'static str) -> Self {
        Self { refused: Some(refused), ..self }
    }

    /// Marks that the first step of a new børneattest is taken here.
    pub(super) fn renewing(mut self) -> Self {
        self.shown = ShownForm::Order;
        self.can_renew = false;
        self
    }
}

/// What somebody noted by mistake is taken away; what the volunteer said, or the police was asked for, is not.
pub(super) fn can_remove(noted: &Fulfilment) -> bool {
    match noted.what {
        Precondition::Confidentiality => {
            matches!(noted.state, State::Fulfilled { by: Some(by), .. } if by != noted.person)
        }
        Precondition::ChildrensCertificate => noted.state == State::Needed,
        _ => true,
    }
}

/// Whoever assessed it can take it back the same day.
pub(super) fn can_take_back(cx: &Cx, noted: &Fulfilment) -> bool {
    let me = cx.actor.person.map(PersonId::from_uuid);
    me.is_some_and(|me| noted.clone().take_back(me, cx.now()).is_ok())
}

/// The steps of a børneattest as they were taken.
fn steps(cx: &Cx, noted: &Fulfilment) -> Vec<(String, &'static str)> {
    let (t, locale) = (T(cx.locale), cx.locale);
    let ordered = |day: Day| (locale.day(day), t.requirement_history_ordered());
    let consented = |day: Day| (locale.day(day), t.requirement_history_consented());
    match noted.state {
        State::Needed => vec![(locale.day(noted.created_at.day()), t.requirement_history_needed())],
        State::Ordered { on } => vec![ordered(on)],
        State::Consented { ordered: first, on } => vec![ordered(first), consented(on)],
        State::Fulfilled { on, renewal, .. } => {
            let mut steps = vec![(locale.day(on), t.requirement_history_assessed())];
            if let Some(renewal) = renewal {
                steps.push(ordered(renewal.ordered));
                steps.extend(renewal.consented.map(consented));
            }
            steps
        }
        State::Refused { on, .. } => vec![(locale.day(on), t.requirement_history_assessed())],
    }
}

pub async fn show_one(cx: Cx, Path((id, segment)): Path<(EngagementId, String)>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = found(&cx, &mut reader, id).await?;
    let asked = found.asked(&segment).or_not_found()?;
    let form = StepForm { dag: cx.now().day().to_string(), ..StepForm::default() };
    let page = OnePage::new(&cx, &found, asked, form);
    cx.page(if cx.query() == Some("forny=ja") && page.can_renew { page.renewing() } else { page })
}
