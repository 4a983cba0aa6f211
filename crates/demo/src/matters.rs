//! What bodies are asked to decide, point by point, and who was put in touch with whom.

use anyhow::Context as _;
use samskab_meetings::{
    introduction::{self, Introduction},
    meeting::{
        ItemId,
        request::{self, Point, Request, RequestState},
    },
};
use samskab_organisation::body;

use super::{
    DemoTown,
    files::{Entry, Files},
};

samskab_store::statements! {
    ITEM = "select i.id from agenda_item i where i.tenant_id = $1 and i.title = $2 order by i.created_at limit 1";
}

impl DemoTown {
    pub(super) async fn add_matters(&mut self, files: &Files) -> anyhow::Result<()> {
        for entry in files.entries("request")? {
            self.add_request(&entry).await?;
        }
        for entry in files.entries("introduction")? {
            self.add_introduction(&entry).await?;
        }
        Ok(())
    }

    async fn add_request(&mut self, entry: &Entry<'_>) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let at = self.days_ago(entry.number("days")?);
        let name = entry.text("body")?;
        let bodies = body::store::every(&mut self.tx, tenant).await?;
        let body = bodies.iter().find(|body| body.name == name);
        let body = body.with_context(|| format!("there is no body “{name}”"))?;
        let state: RequestState = entry.parsed("state")?;
        let item: Option<ItemId> = match entry.text_if_any("item")? {
            Some(title) => self.tx.query(&ITEM).bind(tenant).bind(title.to_owned()).optional_scalar().await?,
            None => None,
        };
        let request = Request {
            id: self.tx.new_id(),
            body: body.id,
            title: entry.text("title")?.to_owned(),
            about: entry.text("about")?.to_owned(),
            case_number: String::new(),
            kle: String::new(),
            concerns_volunteering: entry.flag("general")?.unwrap_or(false),
            state,
            state_since: at,
            item,
            writer: Some(entry.known("person", &self.people)?),
            created_at: at,
            updated_at: at,
        };
        request::store::add(&mut self.tx, &request).await?;
        let (answers, said) = (entry.texts_if_any("answers")?, entry.texts_if_any("said")?);
        let mut points = Vec::new();
        for (place, matter) in entry.texts("points")?.iter().enumerate() {
            let answer = answers.get(place).map(|code| code.parse()).transpose();
            let answer = answer.ok().context("an answer is yes, no or changed")?;
            points.push(Point {
                id: self.tx.new_id(),
                request: request.id,
                place: i64::try_from(place)? + 1,
                matter: (*matter).to_owned(),
                answer,
                said: said.get(place).map(|said| (*said).to_owned()).unwrap_or_default(),
                answered_at: answer.map(|_| at),
            });
        }
        Ok(request::store::write_points(&mut self.tx, request.id, &points).await?)
    }

    async fn add_introduction(&mut self, entry: &Entry<'_>) -> anyhow::Result<()> {
        let at = self.days_ago(entry.number("days")?);
        let introduction = Introduction {
            id: self.tx.new_id(),
            one: entry.text("one")?.to_owned(),
            other: entry.text("other")?.to_owned(),
            about: entry.text("about")?.to_owned(),
            unit: entry.known_if_any("unit", &self.units)?,
            association: entry.known_if_any("association", &self.associations)?,
            met_on: at.day(),
            look_again_on: entry.number_if_any("again")?.map(|days| self.today.plus_days(days)),
            outcome: entry.parsed("outcome")?,
            outcome_said: entry.text_or_empty("said")?,
            writer: Some(entry.known("person", &self.people)?),
            created_at: at,
            updated_at: at,
        };
        Ok(introduction::store::add(&mut self.tx, &introduction).await?)
    }
}
