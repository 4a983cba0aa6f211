//! The fields of a position that may change while it is the same position.

use samskab_kernel::Locale;
use samskab_web::{Check, form::Choice};
use serde::Deserialize;

use super::{Position, catalogue};
use crate::T;

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Details {
    pub share: String,
    pub hours_per_week: String,
    pub topics: Vec<String>,
    pub phone: String,
    pub email: String,
}

impl Details {
    pub fn of(position: &Position) -> Self {
        Self {
            share: position.share.clone(),
            hours_per_week: position.hours_per_week.map(|hours| hours.to_string()).unwrap_or_default(),
            topics: position.topics().map(str::to_owned).collect(),
            phone: position.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
            email: position.email.as_ref().map(|email| email.to_string()).unwrap_or_default(),
        }
    }

    pub fn read(&self, check: &mut Check, position: &mut Position) {
        let t = T(check.t.0);
        check.labels(&[
            ("share", t.position_share()),
            ("hours_per_week", t.position_hours()),
            ("phone", t.unit_phone()),
            ("email", t.unit_email()),
        ]);
        position.share = check.text("share", &self.share, 120).unwrap_or_default();
        position.hours_per_week =
            check.optional_number("hours_per_week", &self.hours_per_week, 0..=37).flatten();
        let known = self.topics.iter().filter(|key| catalogue::topic(key).is_some());
        position.topics = known.cloned().collect::<Vec<_>>().join(" ");
        position.phone = check.optional_phone("phone", &self.phone).flatten();
        position.email = check.optional_email("email", &self.email).flatten();
    }

    pub fn topic_choices(&self, locale: Locale) -> Vec<Choice> {
        let choice = |topic: &catalogue::ContactTopic| {
            Choice::new(topic.key.clone(), topic.name(locale), self.topics.contains(&topic.key))
        };
        catalogue::topics().iter().map(choice).collect()
    }
}
