//! The fields of a position that may change while it is the same position.

use samskab_kernel::Locale;
use samskab_web::{Check, form::Choice};

use crate::T;
use samskab_organisation::position::{Position, catalogue};

samskab_web::form! {
    pub(super) struct Details {
        share: text(position_share).hint(position_share_hint).optional().at_most(120),
        hours_per_week: number(position_hours).hint(position_hours_hint).optional().between(0, 37),
        phone: phone(unit_phone).hint(position_phone_hint).optional(),
        email: email(unit_email).optional(),
        topics: several(position_topics).hint(position_topics_hint).among(topics),
    }
}

fn topics(locale: Locale) -> Vec<Choice> {
    let choice = |topic: &catalogue::ContactTopic| Choice::of(topic.key.clone(), topic.name(locale));
    catalogue::topics().iter().map(choice).collect()
}

impl Details {
    pub fn of(position: &Position) -> Self {
        Self {
            share: position.share.clone(),
            hours_per_week: position.hours_per_week.map(|hours| hours.to_string()).unwrap_or_default(),
            topics: position.topics().map(str::to_owned).collect(),
            phone: position.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
            email: position.email.as_ref().map(|email| email.to_string()).unwrap_or_default(),
            ..Self::default()
        }
    }

    pub fn read(&self, check: &mut Check, position: &mut Position) {
        position.share = self.share().text(check).unwrap_or_default();
        position.hours_per_week = self.hours_per_week().number(check);
        position.topics = self.topics().keys(|key| catalogue::topic(key).is_some()).join(" ");
        position.phone = self.phone().phone(check);
        position.email = self.email().email(check);
    }
}
