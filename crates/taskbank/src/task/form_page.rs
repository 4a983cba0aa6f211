//! The page on which a task is written: few fields first, the rest when it is wanted.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use samskab_kernel::{
    Id, Locale,
    contact::{Phone, Postcode},
};
use samskab_organisation::{
    answering::{self, Ladder, Poster},
    association::{self, Theme},
    person::{self, PersonId},
    unit,
};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, Shell,
    error::OrNotFound as _,
    exit::Consequence,
    form::{Choice, Field},
};

use super::{
    Channel, Company, Remote, Settings, StateKind, Task,
    form::{FieldAsWritten, TaskForm, differing},
    on_page::{OthersStand, others_stand},
    staff::{approver, publish_label},
    store,
    view::TaskView,
};
use crate::{
    T,
    authority::{Action, may},
    catalogue,
    legal::{self, NoticeView},
};

/// What the form needs to know of the unit or association that posts.
pub(super) struct PosterFacts {
    pub poster: Poster,
    pub name: String,
    /// The kind of institution, for examples of boundaries.
    kind: String,
    theme: Theme,
    pub address: String,
    postcode: Option<Postcode>,
    city: String,
    pub place: Option<(f64, f64)>,
    phone: Option<Phone>,
    pub ladder: Ladder,
}

impl PosterFacts {
    pub async fn read(connection: &mut Connection, cx: &Cx, poster: Poster) -> Result<Self> {
        let (tenant, today) = (cx.tenant.id, cx.now().day());
        let ladder = answering::ladder(connection, tenant, poster, today).await?;
        Ok(match poster {
            Poster::Unit(id) => {
                let unit = unit::store::find(connection, tenant, id, today).await?.or_not_found()?;
                Self {
                    poster,
                    name: unit.name,
                    kind: unit.kind.code().to_owned(),
                    theme: Theme::Social,
                    address: unit.address,
                    postcode: unit.postcode.parse().ok(),
                    city: unit.city,
                    place: unit.place,
                    phone: unit.phone,
                    ladder,
                }
            }
            Poster::Association(id) => {
                let association = association::store::find(connection, tenant, id).await?.or_not_found()?;
                Self {
                    poster,
                    name: association.full_name(),
                    kind: String::new(),
                    theme: association.theme,
                    address: association.address,
                    postcode: association.postcode,
                    city: association.city,
                    place: association.place,
                    phone: association.phone,
                    ladder,
                }
            }
        })
    }

    /// A new draft with what can be known beforehand.
    pub fn draft(&self, cx: &Cx, id: super::TaskId) -> Task {
        let by = cx.actor.person.map(PersonId::from_uuid);
        let mut task = Task::draft(id, self.poster, self.theme, by, cx.now());
        task.address.clone_from(&self.address);
        task.postcode.clone_from(&self.postcode);
        task.city.clone_from(&self.city);
        task.place = self.place;
        let on_duty = self.ladder.on_duty();
        task.contact = on_duty.first().map(|answerer| answerer.person).or(by);
        task
    }
}

/// Who may be the task's contact: everybody on the ladder, the one who writes, the one chosen before.
pub(super) struct Contacts(Vec<(PersonId, String)>);

impl Contacts {
    pub async fn read(
        connection: &mut Connection,
        cx: &Cx,
        facts: &PosterFacts,
        task: &Task,
    ) -> Result<Self> {
        let mut contacts: Vec<(PersonId, String)> = facts
            .ladder
            .everybody()
            .into_iter()
            .map(|answerer| {
                (answerer.person, format!("{}, {}", answerer.name, answerer.title.text(cx.locale)))
            })
            .collect();
        let others = [task.contact, cx.actor.person.map(PersonId::from_uuid)];
        for person in others.into_iter().flatten() {
            if contacts.iter().any(|(known, _)| *known == person) {
                continue;
            }
            if let Some(person) = person::store::find(connection, cx.tenant.id, person).await? {
                contacts.push((person.id, person.name));
            }
        }
        Ok(Self(contacts))
    }

    pub fn ids(&self) -> Vec<PersonId> {
        self.0.iter().map(|(id, _)| *id).collect()
    }

    pub fn choices(&self) -> Vec<Choice> {
        self.0.iter().map(|(id, name)| Choice::of(id.to_string(), name)).collect()
    }
}

struct Example {
    staff: String,
    volunteers: String,
    grey: String,
}

#[derive(Template)]
#[template(path = "task/form.html")]
struct FormPage {
    shell: Shell,
    t: T,
    form: TaskForm,
    /// When somebody else changed the task while this form was open.
    overtaken: Option<String>,
    /// What is asked about once before it is saved: a heading, what is unusual, and what to do now.
    asked: Option<(&'static str, Vec<String>, &'static str)>,
    /// What depends on the task as it was.
    hanging: Vec<Consequence>,
    /// Whether a second button is shown that only corrects the words for the place.
    may_be_same_place: bool,
    /// The stored values of fields for which the form says something else.
    now: Vec<FieldAsWritten>,
    action: String,
    draft_key: String,
    cancel: String,
    poster_name: String,
    is_unit: bool,
    is_public: bool,
    may_publish: bool,
    publish_label: &'static str,
    sent_back: String,
    contacts: Vec<Choice>,
    /// Where whoever is chosen to answer is not the one who is shown.
    others_stand: Option<OthersStand>,
    aid_intro: &'static str,
    proposal: Option<Proposal>,
    about_co_creation: &'static str,
    approaches: &'static [catalogue::ApproachWords],
    examples: Vec<Example>,
    framing: [&'static str; 6],
    never: [&'static str; 6],
    notices: Vec<NoticeView>,
    preview: Option<TaskView>,
    /// The task that the poster published last, to begin from: the address for copying it, and its title.
    copy_last: Option<(String, String)>,
}

struct Proposal {
    name: String,
    short: String,
}

impl FormPage {
    /// The button that saves as it was saved before the page asked.
    fn saving(&self) -> (&'static str, &'static str) {
        match (self.is_public, self.form.action.as_str()) {
            (true, _) => ("save", self.t.task_form_save()),
            (false, "publish") => ("publish", self.publish_label),
            (false, _) => ("save", self.t.task_form_save_draft()),
        }
    }

    /// Whether a folded part holds something wrong, and must be open.
    fn is_wrong_in(&self, fields: &[Field<'_>]) -> bool {
        fields.iter().any(Field::is_wrong)
    }
}

/// What is asked about once before a task is saved.
pub(super) struct Question {
    /// What is unusual about its time.
    pub odd: Vec<String>,
    /// What depends on its time and its place as they were.
    pub hanging: Vec<Consequence>,
    /// The time stays: it may be the same place, said better.
    pub is_of_place: bool,
}

impl Question {
    pub fn is_empty(&self) -> bool {
        self.odd.is_empty() && self.hanging.is_empty()
    }
}

/// What is being written, by whom and for whom.
pub(super) struct Writing<'a> {
    /// The task as it is stored, or an empty draft.
    pub task: &'a Task,
    pub facts: &'a PosterFacts,
    pub contacts: &'a Contacts,
    /// Where the form is sent.
    pub href: String,
    pub title: &'static str,
}

impl Writing<'_> {
    /// The form, with what was typed. `preview`: how it would look.
    pub async fn page(
        &self,
        cx: &Cx,
        connection: &mut Connection,
        form: TaskForm,
        preview: Option<&Task>,
    ) -> Result<Response> {
        let page = self.filled_in(cx, connection, form, preview).await?;
        if page.form.errors.is_empty() { cx.page(page) } else { cx.invalid(page) }
    }

    /// The form before anything was typed in it, with what the poster published last to begin from instead.
    pub async fn begun(&self, cx: &Cx, connection: &mut Connection, form: TaskForm) -> Result<Response> {
        let page = self.filled_in(cx, connection, form, None).await?;
        let last = store::last_published(connection, cx.tenant.id, self.task.poster).await?;
        let copy_last =
            last.map(|(id, title)| (format!("/opgaver/{id}/kopi"), T(cx.locale).task_form_copy_last(title)));
        cx.page(FormPage { copy_last, ..page })
    }

    /// Somebody else was faster: both what was typed and what is stored are shown. Saved again, it overwrites what is
    /// stored.
    pub async fn overtaken(&self, cx: &Cx, connection: &mut Connection, form: TaskForm) -> Result<Response> {
        let now = TaskForm::over(self.task);
        let form = TaskForm { version: now.version.clone(), ..form };
        let differing = differing(&now, &form, &self.contacts.choices(), cx.locale);
        let when = cx.locale.day_and_time(self.task.updated_at, cx.today());
        let page = self.filled_in(cx, connection, form, None).await?;
        let overtaken = Some(T(cx.locale).task_form_overtaken(&when));
        cx.page_with(StatusCode::CONFLICT, FormPage { overtaken, now: differing, ..page })
    }

    /// Nothing is saved yet: what is unusual about the time and who counts on the old one is said, and saved again it is
    /// meant so.
    pub async fn asking(
        &self,
        cx: &Cx,
        connection: &mut Connection,
        form: TaskForm,
        written: &Task,
        question: Question,
    ) -> Result<Response> {
        let t = T(cx.locale);
        let page = self.filled_in(cx, connection, form, None).await?;
        let asked = if question.hanging.is_empty() {
            (t.task_form_ask_heading(), question.odd, t.task_form_ask_next())
        } else {
            let changes = self.task.told_changes(written, cx.locale, cx.today());
            let said = changes.into_iter().chain(question.odd).collect();
            let next = match question.is_of_place {
                true => t.task_form_ask_moves_place(),
                false => t.task_form_ask_moves_next(),
            };
            (t.task_form_ask_moves_heading(), said, next)
        };
        let may_be_same_place = question.is_of_place && !question.hanging.is_empty();
        cx.invalid(FormPage { asked: Some(asked), hanging: question.hanging, may_be_same_place, ..page })
    }

    async fn filled_in(
        &self,
        cx: &Cx,
        connection: &mut Connection,
        form: TaskForm,
        preview: Option<&Task>,
    ) -> Result<FormPage> {
        let t = T(cx.locale);
        let settings = Settings::of(&cx.tenant);
        let approver = approver(cx, connection, self.task, &settings).await?;
        let looked = legal::looked(cx, connection).await?;
        let closing = settings.closing_days();
        let view = preview
            .map(|task| (task, task.off(&closing)))
            .map(|(task, off)| TaskView::new(task, &self.facts.name, 0, &looked, off, cx.locale, cx.now()));
        let wanted = self.proposal(&form, cx.locale);
        let typed = form.read(self.task.clone(), cx.locale, &self.contacts.ids()).ok();
        let typed = typed.as_ref().unwrap_or(self.task);
        let kind = self.task.state.kind();
        Ok(FormPage {
            copy_last: None,
            shell: cx.shell(self.title).under("/mine-opgaver", t.task_mine()).here(),
            t,
            action: self.href.clone(),
            draft_key: if self.is_new() { draft_key(self.task.poster) } else { String::new() },
            cancel: if self.is_new() { "/mine-opgaver".into() } else { format!("/opgaver/{}", self.task.id) },
            poster_name: self.facts.name.clone(),
            is_unit: self.task.is_by_unit(),
            is_public: self.task.state.is_public(),
            may_publish: kind == StateKind::Draft && may(&cx.actor, Action::Publish, self.task),
            publish_label: publish_label(approver, t),
            sent_back: if kind == StateKind::Draft {
                self.task.state.reason().to_owned()
            } else {
                String::new()
            },
            contacts: self.contacts.choices(),
            others_stand: self.others_stand(cx, &form),
            aid_intro: catalogue::aid::intro(cx.locale),
            proposal: wanted,
            about_co_creation: catalogue::about_co_creation(cx.locale),
            approaches: catalogue::approaches(),
            examples: self.examples(cx.locale),
            framing: catalogue::framing_questions(cx.locale),
            never: catalogue::never(cx.locale),
            notices: looked.notices(typed.through.code(), typed.is_by_unit(), cx.locale, cx.today()),
            preview: view,
            form,
            overtaken: None,
            asked: None,
            hanging: Vec::new(),
            may_be_same_place: false,
            now: Vec::new(),
        })
    }

    /// Whether somebody else is shown than the contact chosen in the form.
    fn others_stand(&self, cx: &Cx, form: &TaskForm) -> Option<OthersStand> {
        let (chosen, facts) = (form.contact.parse().ok(), self.facts);
        let place = (facts.name.as_str(), facts.phone.as_ref());
        let call = answering::whom_to_call(&facts.ladder, chosen, place, &cx.tenant, cx.locale);
        others_stand(cx, &facts.ladder, chosen, facts.poster, call.as_ref())
    }

    fn is_new(&self) -> bool {
        self.href.starts_with("/opgaver/ny")
    }

    fn examples(&self, locale: Locale) -> Vec<Example> {
        catalogue::boundary_examples(&self.facts.kind)
            .into_iter()
            .map(|example| Example {
                staff: example.staff(locale).to_owned(),
                volunteers: example.volunteers(locale).to_owned(),
                grey: example.grey(locale).to_owned(),
            })
            .collect()
    }

    /// The aid proposes and never decides (RS-81): it names an approach, and ticks none.
    fn proposal(&self, form: &TaskForm, locale: Locale) -> Option<Proposal> {
        let key = catalogue::aid::proposal(&form.aid_task, &form.aid_solution, &form.aid_work)?;
        let approach = catalogue::approach(key)?;
        Some(Proposal { name: approach.name(locale).to_owned(), short: approach.short(locale).to_owned() })
    }
}

impl Remote {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::OnSite => t.task_remote_on_site(),
            Self::Partly => t.task_remote_partly(),
            Self::Remote => t.task_remote_remote(),
        }
    }
}

impl Company {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Alone => t.task_company_alone(),
            Self::Group => t.task_company_group(),
            Self::Either => t.task_company_either(),
        }
    }
}

impl Channel {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Website => t.task_channel_website(),
            Self::Newsletter => t.task_channel_newsletter(),
            Self::LibraryPoster => t.task_channel_library_poster(),
            Self::Poster => t.task_channel_poster(),
            Self::Rss => t.task_channel_rss(),
        }
    }
}

/// Under which name the browser keeps what is typed until it is saved. What is saved already is kept here.
pub(super) fn draft_key(poster: Poster) -> String {
    format!("opgave-ny-{}", poster_key(poster))
}

/// `enhed-…` or `forening-…`: for whom somebody posts, in an address.
pub(super) fn poster_key(poster: Poster) -> String {
    match poster {
        Poster::Unit(id) => format!("enhed-{id}"),
        Poster::Association(id) => format!("forening-{id}"),
    }
}

pub(super) fn poster_from(key: &str) -> Option<Poster> {
    let (kind, id) = key.split_once('-')?;
    match kind {
        "enhed" => id.parse().ok().map(|id: Id<_>| Poster::Unit(id)),
        "forening" => id.parse().ok().map(|id: Id<_>| Poster::Association(id)),
        _ => None,
    }
}
