//! The page of an engagement, read by both sides: the agreement, what waits for whom, and every way on.

use askama::Template;
use samskab_kernel::Day;
use samskab_organisation::answering;
use samskab_organisation::answering::WhomToCall;
use samskab_requirement::{Missing, Precondition, Standing, wording};
use samskab_store::Connection;
use samskab_taskbank::task::{self, Time, store::ShownTask, time::as_beginning, view::place_line};
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _, form::Field};

use super::{
    Agreement, EndReason, EndedBy, Engagement, Side, State, StateKind, Step, StepKind, Words,
    begin::{in_words, missing},
    called::{self, CallAbout},
    coming,
    door::{Door, Opened},
    form::EngagementForm,
    store, tell,
    text::{Block, Section, sections},
    thanks,
};
use crate::T;

/// One side in its own words, with the three prompts (FX-13).
pub(super) struct WordsView {
    pub heading: String,
    pub name: String,
    /// Prompt and answer; an answer may be empty.
    pub lines: Vec<(&'static str, String)>,
    pub is_empty: bool,
    pub nothing: String,
}

/// One version of the agreement, as it is read and printed.
pub(super) struct AgreementView {
    pub version: i64,
    pub sections: Vec<Section>,
    /// "Første gang: lørdag den 7. marts"; empty where no day is found yet.
    pub begins: String,
    pub volunteer: WordsView,
    pub place: WordsView,
}

impl AgreementView {
    /// Both sides, the volunteer first.
    pub fn words(&self) -> [&WordsView; 2] {
        [&self.volunteer, &self.place]
    }

    pub fn new(agreement: &Agreement, volunteer: &str, by: &str, side: Side, today: Day, t: T) -> Self {
        let begins = agreement.begins_on.map(|day| t.engagement_begins(t.0.weekday_and_day(day, today)));
        Self {
            version: agreement.version,
            sections: sections(&agreement.text),
            begins: begins.unwrap_or_default(),
            volunteer: words_view(&agreement.volunteer, Side::Volunteer, volunteer, side, t),
            place: words_view(&agreement.place, Side::Place, by, side, t),
        }
    }
}

fn words_view(words: &Words, whose: Side, name: &str, reader: Side, t: T) -> WordsView {
    let answers = [&words.can, &words.sees, &words.needs];
    let answered = prompts(t, whose).into_iter().zip(answers).filter(|(_, answer)| !answer.is_empty());
    WordsView {
        heading: if whose == reader {
            t.engagement_words_own().to_owned()
        } else {
            t.engagement_words_of(name)
        },
        name: name.to_owned(),
        lines: answered.map(|(prompt, answer)| (prompt, answer.clone())).collect(),
        is_empty: words.is_empty(),
        nothing: if whose == reader {
            t.engagement_words_none_own().to_owned()
        } else {
            t.engagement_words_none(name)
        },
    }
}

/// What we can and want; what we see in the other; what we need to trust each other (FX-13).
pub(super) fn prompts(t: T, side: Side) -> [&'static str; 3] {
    match side {
        Side::Volunteer => {
            [t.engagement_can_volunteer(), t.engagement_sees_volunteer(), t.engagement_needs_volunteer()]
        }
        Side::Place => [t.engagement_can_place(), t.engagement_sees_place(), t.engagement_needs_place()],
    }
}

/// An earlier version, with what the next one changed.
pub(super) struct VersionLine {
    href: String,
    label: String,
    detail: String,
}

struct StepLine {
    day: Day,
    at: String,
    what: String,
    text: String,
}

#[derive(Template)]
#[template(path = "engagement/page.html")]
pub(super) struct EngagementPage {
    shell: Shell,
    t: T,
    base: String,
    is_place: bool,
    heading: String,
    /// As the page calls the volunteer and the place.
    first_name: String,
    by: String,
    state: &'static str,
    tone: &'static str,
    symbol: &'static str,
    lead: String,
    /// What is missing before they begin: what, and what to do now, with the way to it.
    missing: Vec<(String, String, Option<NextStep>)>,
    /// Empty for whoever has no account.
    requirements_href: String,
    has_begun: bool,
    is_paused: bool,
    is_ended: bool,
    asks_me: bool,
    asks_other: bool,
    /// Something other than what they said yes to before: another version, or another day.
    is_asked_again: bool,
    version: i64,
    begins: String,
    has_day: bool,
    agreement: AgreementView,
    earlier: Vec<VersionLine>,
    prompts: [&'static str; 3],
    words_saved: bool,
    words_href: String,
    other_first_name: String,
    form: EngagementForm,
    talk: String,
    talk_due: bool,
    /// What is done once needs no talk.
    can_talk: bool,
    can_hold_talk: bool,
    thanks: String,
    can_thank: bool,
    end_line: String,
    /// The times of the shifts that are free when it ends.
    shifts: Vec<String>,
    /// The volunteer's own ways; for the place, and only while it is live.
    email: String,
    phone: String,
    full_name: String,
    persons: i64,
    can_note_yes: bool,
    /// There is no e-mail: the agreement is gone through by telephone, and the yes noted here.
    is_by_phone: bool,
    /// What is still to be said to them by telephone.
    to_call: Option<&'static str>,
    /// What is done once has its day.
    can_propose_day: bool,
    title: String,
    task_href: String,
    task_is_public: bool,
    when: String,
    place: String,
    call: Option<WhomToCall>,
    steps: Vec<StepLine>,
    print_href: String,
}

impl EngagementPage {
    /// The writer's own words, under the prompts for their side.
    fn words(&self) -> Vec<Field<'_>> {
        let words = [self.form.can(), self.form.sees(), self.form.needs()];
        self.prompts.into_iter().zip(words).map(|(prompt, field)| field.label(prompt)).collect()
    }

    /// The page of an engagement. Runs at most fifteen queries.
    pub async fn new(
        cx: &Cx,
        connection: &mut Connection,
        opened: &Opened,
        door: &Door,
        form: EngagementForm,
    ) -> Result<Self> {
        let (t, tenant, today) = (T(cx.locale), cx.tenant.id, cx.now().day());
        let Opened { engagement, shown, person } = opened;
        let (task, side) = (&shown.task, door.side());
        let is_place = side == Side::Place;
        let versions = store::agreements(connection, tenant, engagement.id).await?;
        let current =
            versions.iter().find(|version| version.version == engagement.version).cloned().or_not_found()?;
        let steps = store::steps(connection, tenant, engagement.id).await?;
        let missing = if engagement.state == State::Proposed {
            missing(connection, tenant, engagement, task, today).await?
        } else {
            Vec::new()
        };
        let ladder = answering::ladder(connection, tenant, task.poster, today).await?;
        let call = shown.whom_to_call(&ladder, &cx.tenant, cx.locale);
        let (email, phone) = match is_place {
            true => tell::reach(connection, engagement, person, tenant).await?,
            false => (None, None),
        };
        let is_by_phone = is_place && email.is_none();
        let to_call = called::owed(&steps).filter(|_| is_by_phone);
        let is_reachable = engagement.state.is_live() || to_call.is_some();
        let (email, phone) = (email.filter(|_| is_reachable), phone.filter(|_| is_reachable));
        let first_name = person.first_name().to_owned();
        let shown_words = current.words_of(side).clone();
        let kind = engagement.state.kind();
        let (tone, symbol) = tone(engagement);
        let signing = if is_place { cx.actor.name.clone() } else { String::new() };
        let has_begun = steps.iter().any(|step| step.kind == StepKind::Begun);
        let thanks_text = thanks::text(engagement, has_begun, shown, person, &signing, today);
        let form = form.on_the_page(engagement.version, &shown_words, &current.text, thanks_text);
        let shifts = if engagement.state.is_live() {
            coming::shifts(connection, tenant, engagement.id, cx.now()).await?
        } else {
            Vec::new()
        };
        let base = door.href();
        let is_own = cx.actor.person == Some(engagement.person.uuid());
        let begins =
            engagement.begins_on.map(|day| cx.locale.weekday_and_day(day, cx.today())).unwrap_or_default();
        let heading = if is_place {
            t.engagement_heading_place(&person.name, &task.title)
        } else {
            t.engagement_heading(&task.title)
        };
        let shell = cx.shell(heading.clone());
        let shell = if is_place { shell.under("/frivillige", t.engagement_list_title()) } else { shell };
        Ok(Self {
            shell: shell.here(),
            t,
            is_place,
            heading,
            by: shown.poster_name.clone(),
            state: state_label(engagement, today, t),
            tone,
            symbol,
            lead: lead(engagement, side, &first_name, &shown.poster_name, !missing.is_empty(), today, t),
            missing: in_words(task, &missing, side, cx.locale)
                .into_iter()
                .zip(&missing)
                .map(|((what, said), missing)| match side {
                    Side::Place => (what, String::new(), None),
                    Side::Volunteer => (what, said, next_step(&base, is_own, *missing, t)),
                })
                .collect(),
            requirements_href: match (is_place, is_own) {
                (true, _) => format!("{}/krav", super::href(engagement.id)),
                (false, true) => "/min-side/krav".to_owned(),
                (false, false) => String::new(),
            },
            has_begun: engagement.state.has_begun(),
            is_paused: kind == StateKind::Paused,
            is_ended: kind == StateKind::Ended,
            asks_me: engagement.asks(side),
            asks_other: engagement.asks(side.other()),
            is_asked_again: engagement.version > 1 || has_proposed_day(&steps),
            version: engagement.version,
            has_day: !begins.is_empty(),
            begins,
            agreement: AgreementView::new(
                &Agreement { begins_on: engagement.begins_on.or(current.begins_on), ..current.clone() },
                &first_name,
                &shown.poster_name,
                side,
                today,
                t,
            ),
            earlier: earlier(&versions, engagement, &base, &first_name, &shown.poster_name, t),
            prompts: prompts(t, side),
            words_saved: !shown_words.is_empty(),
            words_href: format!("{base}/ord"),
            other_first_name: if is_place { first_name.clone() } else { shown.poster_name.clone() },
            talk: talk_line(engagement, today, t),
            talk_due: engagement.talk_is_due(today),
            can_talk: engagement.state.has_begun()
                && (engagement.talk_on.is_some() || !matches!(task.time, Time::OneOff { .. })),
            can_hold_talk: engagement.state.has_begun()
                && engagement.talk_on.is_some()
                && engagement.talk_held_on.is_none(),
            thanks: engagement.thanks.clone(),
            can_thank: is_place && kind == StateKind::Ended && engagement.thanks.is_empty(),
            shifts: shifts.into_iter().map(|times| cx.locale.from_to(times, today)).collect(),
            end_line: end_line(engagement, &first_name, shown, side, t),
            is_by_phone,
            to_call: to_call.map(|about| about.sentence(t)),
            can_propose_day: kind == StateKind::Proposed && !matches!(task.time, Time::OneOff { .. }),
            email: email.map(|email| email.to_string()).unwrap_or_default(),
            phone: phone.map(|phone| phone.spaced()).unwrap_or_default(),
            full_name: person.name.clone(),
            persons: engagement.persons,
            can_note_yes: is_place && engagement.asks(Side::Volunteer),
            title: task.title.clone(),
            task_href: format!("/opgaver/{}", task.id),
            task_is_public: task.state.is_public(),
            when: as_beginning(&task.time.sentence(cx.locale, today)),
            place: place_line(task, samskab_taskbank::T(t.0)),
            call,
            steps: steps.into_iter().map(|step| step_line(step, &first_name, side, today, t)).collect(),
            print_href: format!("{base}/udskrift"),
            first_name,
            base,
            form,
        })
    }
}

/// An address and its label.
type NextStep = (String, &'static str);

/// What the volunteer can do themselves: read and accept the words, whoever they are; and on their own pages, where they
/// are signed in (`is_own`), the rest.
fn next_step(base: &str, is_own: bool, missing: Missing, t: T) -> Option<NextStep> {
    if missing.what == Precondition::Confidentiality {
        return Some((format!("{base}/tavshedserklaering"), t.requirement_read_and_accept()));
    }
    let next = wording::next_of_volunteer(missing.what, Standing::Lacks(missing.lack), *t);
    next.filter(|_| is_own).map(|(href, label)| (href.to_owned(), label))
}

/// Where it stands for the volunteer, for a page about something else: a sentence, and the state's word, tone and
/// symbol. At most four queries.
pub async fn in_short(
    cx: &Cx,
    connection: &mut Connection,
    engagement: &Engagement,
    shown: &ShownTask,
) -> Result<(String, (&'static str, &'static str, &'static str))> {
    let (t, today) = (T(cx.locale), cx.now().day());
    let is_missing = engagement.state == State::Proposed
        && engagement.is_agreed()
        && !missing(connection, cx.tenant.id, engagement, &shown.task, today).await?.is_empty();
    let (tone, symbol) = tone(engagement);
    let lead = lead(engagement, Side::Volunteer, "", &shown.poster_name, is_missing, today, t);
    Ok((lead, (state_label(engagement, today, t), tone, symbol)))
}

fn has_proposed_day(steps: &[Step]) -> bool {
    steps.iter().any(|step| step.kind == StepKind::DayProposed)
}

impl Engagement {
    /// The talk is near, so it is shown as work to do.
    pub(super) fn talk_is_due(&self, today: Day) -> bool {
        self.state.has_begun()
            && self.talk_held_on.is_none()
            && self.talk_on.is_some_and(|on| on <= today.plus_days(super::TALK_NEAR_DAYS))
    }
}

/// The colour and the icon shown with a state's word.
pub(super) fn tone(engagement: &Engagement) -> (&'static str, &'static str) {
    match engagement.state {
        State::Proposed => ("wait", "hourglass"),
        State::Active => ("good", "check"),
        State::Paused { .. } => ("wait", "time"),
        State::Ended { .. } => ("", "close"),
    }
}

pub(super) fn state_label(engagement: &Engagement, today: Day, t: T) -> &'static str {
    label(engagement.state.kind(), engagement.is_agreed(), engagement.begins_on, today, t)
}

/// The word for its state: what is agreed on but begins on a day to come is not under way.
pub(super) fn label(
    state: StateKind,
    is_agreed: bool,
    begins_on: Option<Day>,
    today: Day,
    t: T,
) -> &'static str {
    match state {
        StateKind::Proposed if is_agreed => t.engagement_state_agreed(),
        StateKind::Active if begins_on.is_some_and(|first| first > today) => t.engagement_state_to_come(),
        state => state.label(t),
    }
}

impl StateKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Proposed => t.engagement_state_proposed(),
            Self::Active => t.engagement_state_active(),
            Self::Paused => t.engagement_state_paused(),
            Self::Ended => t.engagement_state_ended(),
        }
    }
}

impl EndReason {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::TaskDone => t.engagement_reason_task_done(),
            Self::Time => t.engagement_reason_time(),
            Self::Moved => t.engagement_reason_moved(),
            Self::FoundOther => t.engagement_reason_found_other(),
            Self::NotAsExpected => t.engagement_reason_not_as_expected(),
            Self::OtherCircumstances => t.engagement_reason_other_circumstances(),
            Self::Other => t.engagement_reason_other(),
        }
    }
}

/// Its state, in one sentence to the reader.
fn lead(
    engagement: &Engagement,
    side: Side,
    first_name: &str,
    by: &str,
    is_missing: bool,
    today: Day,
    t: T,
) -> String {
    let day = |day: Day| t.0.weekday_and_day(day, today);
    let other = if side == Side::Place { first_name } else { by };
    match engagement.state {
        State::Proposed if engagement.is_agreed() && is_missing => match side {
            Side::Volunteer => t.engagement_lead_missing().to_owned(),
            Side::Place => t.engagement_lead_missing_place(first_name),
        },
        State::Proposed => match (engagement.asks(side), engagement.asks(side.other())) {
            (true, true) => t.engagement_lead_both(other),
            (true, false) => t.engagement_lead_me(other),
            (false, true) => t.engagement_lead_other(other),
            (false, false) => t.engagement_lead_soon().to_owned(),
        },
        State::Active if engagement.asks(side) => t.engagement_lead_new_version(other),
        State::Active if engagement.asks(side.other()) => t.engagement_lead_new_version_other(other),
        State::Active => match engagement.begins_on {
            Some(first) if first > today => t.engagement_lead_begins(day(first)),
            _ => t.engagement_lead_active(other),
        },
        State::Paused { until } if until < today => t.engagement_lead_pause_over(day(until)),
        State::Paused { until } => t.engagement_lead_paused(day(until)),
        State::Ended { .. } => t.engagement_lead_ended(t.0.day(engagement.state_since.day())),
    }
}

fn end_line(engagement: &Engagement, first_name: &str, shown: &ShownTask, side: Side, t: T) -> String {
    let State::Ended { by: ended_by, reason } = engagement.state else { return String::new() };
    let (by, task) = (shown.poster_name.as_str(), &shown.task.state);
    let who = match (ended_by, side) {
        (EndedBy::Volunteer, Side::Volunteer) => t.engagement_ended_by_you().to_owned(),
        (EndedBy::Volunteer, Side::Place) => t.engagement_ended_by(first_name),
        (EndedBy::Place, _) => t.engagement_ended_by(by),
        (EndedBy::Task, _) => match (task.kind(), task.reason()) {
            (task::StateKind::Cancelled, "") => t.engagement_ended_cancelled(by),
            (task::StateKind::Cancelled, reason) => t.engagement_ended_cancelled_why(by, reason),
            _ => t.engagement_ended_by_task().to_owned(),
        },
    };
    match reason {
        Some(reason) => t.engagement_ended_because(reason.label(t), &who),
        None => who,
    }
}

fn talk_line(engagement: &Engagement, today: Day, t: T) -> String {
    match (engagement.talk_on, engagement.talk_held_on) {
        (_, Some(held)) => t.engagement_talk_held_line(t.0.weekday_and_day(held, today)),
        (Some(on), None) => t.engagement_talk_line(t.0.weekday_and_day(on, today)),
        (None, None) => String::new(),
    }
}

fn earlier(
    versions: &[Agreement],
    engagement: &Engagement,
    base: &str,
    first_name: &str,
    by: &str,
    t: T,
) -> Vec<VersionLine> {
    let line = |(number, version): (usize, &Agreement)| {
        let next = versions.get(number + 1);
        let changed = next.map(|next| what_changed(next, first_name, by, t)).unwrap_or_default();
        let agreed = match version.agreed_at {
            Some(at) => t.engagement_version_agreed(t.0.day(at.day())),
            None => t.engagement_version_never().to_owned(),
        };
        VersionLine {
            href: format!("{base}/udskrift?udgave={}", version.version),
            label: t.engagement_version(version.version),
            detail: format!("{agreed} {changed}").trim().to_owned(),
        }
    };
    let old = |(_, version): &(usize, &Agreement)| version.version != engagement.version;
    versions.iter().enumerate().filter(old).map(line).collect()
}

pub(super) fn what_changed(version: &Agreement, first_name: &str, by: &str, t: T) -> String {
    let one = |changed: &super::Changed| match changed {
        super::Changed::Text => t.engagement_changed_text().to_owned(),
        super::Changed::Volunteer => t.engagement_changed_words(first_name),
        super::Changed::Place => t.engagement_changed_words(by),
        super::Changed::Day => t.engagement_changed_day().to_owned(),
        super::Changed::Task => t.engagement_changed_task().to_owned(),
    };
    version.changed.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn step_line(step: Step, first_name: &str, side: Side, today: Day, t: T) -> StepLine {
    let label = match step.kind {
        // Nobody proposed anything to themselves: the agreement came of their yes to an invitation or to a free place.
        StepKind::Proposed if step.by_volunteer => t.engagement_step_taken(),
        kind => kind.label(t),
    };
    let what = match (&step.by_name, step.by_volunteer) {
        (Some(name), _) => t.interest_step_by(name, label),
        (None, true) if side == Side::Place => t.interest_step_by(first_name, label),
        (None, true) => t.interest_step_by(t.engagement_you(), label),
        (None, false) => label.to_owned(),
    };
    let text = match step.kind {
        StepKind::DayProposed | StepKind::Paused | StepKind::TalkSet => {
            step.text.parse::<Day>().map_or(step.text, |day| as_beginning(&t.0.weekday_and_day(day, today)))
        }
        // What to say is for whoever calls.
        StepKind::ToCall if side == Side::Volunteer => String::new(),
        StepKind::ToCall => {
            step.text.parse().map_or(step.text, |about: CallAbout| about.sentence(t).to_owned())
        }
        StepKind::Words | StepKind::NewVersion => String::new(),
        _ => step.text,
    };
    StepLine { day: step.at.day(), at: as_beginning(&t.0.day_and_time(step.at, today)), what, text }
}

impl StepKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Proposed => t.engagement_step_proposed(),
            Self::Words => t.engagement_step_words(),
            Self::NewVersion => t.engagement_step_new_version(),
            Self::DayProposed => t.engagement_step_day(),
            Self::Yes => t.engagement_step_yes(),
            Self::YesNoted => t.engagement_step_yes_noted(),
            Self::Agreed => t.engagement_step_agreed(),
            Self::Begun => t.engagement_step_begun(),
            Self::TalkSet => t.engagement_step_talk_set(),
            Self::TalkHeld => t.engagement_step_talk_held(),
            Self::Paused => t.engagement_step_paused(),
            Self::PauseOver => t.engagement_step_pause_over(),
            Self::Resumed => t.engagement_step_resumed(),
            Self::Ended => t.engagement_step_ended(),
            Self::Thanked => t.engagement_step_thanked(),
            Self::ToCall => t.engagement_step_to_call(),
            Self::Called => t.interest_step_called(),
            Self::Written => t.engagement_step_written(),
        }
    }
}
