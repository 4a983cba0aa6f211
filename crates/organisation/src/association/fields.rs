//! What an association says about itself, as a form: the same fields when it registers and when it
//! is edited.

use samskab_kernel::{Cvr, TenantId, contact::Postcode, cvr::NotACvr};
use samskab_store::Connection;
use samskab_web::{Check, Cx, form::Choice};
use serde::{Deserialize, Deserializer};

use super::{Association, AssociationKind, Theme};
use crate::{T, place, topic};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Fields {
    pub name: String,
    pub kind: String,
    pub theme: String,
    #[serde(deserialize_with = "one_or_many")]
    pub topics: Vec<String>,
    pub about: String,
    pub cvr: String,
    pub p_number: String,
    pub branch: String,
    pub parent_organisation: String,
    pub founded: String,
    pub members: String,
    pub address: String,
    pub postcode: String,
    pub phone: String,
    pub email: String,
    pub website: String,
}

/// A form that contains these fields (`#[serde(flatten)]`) no longer knows that one ticked box is a list.
fn one_or_many<'de, D: Deserializer<'de>>(fields: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
    }
    Ok(match OneOrMany::deserialize(fields)? {
        OneOrMany::One(one) => vec![one],
        OneOrMany::Many(many) => many,
    })
}

/// What there is to choose between, with what was chosen.
pub(super) struct Choices {
    pub kinds: Vec<Choice>,
    pub themes: Vec<Choice>,
    pub topics: Vec<Choice>,
}

impl Fields {
    pub fn of(association: &Association) -> Self {
        let number = |value: Option<i64>| value.map(|number| number.to_string()).unwrap_or_default();
        Self {
            name: association.name.clone(),
            kind: association.kind.code().to_owned(),
            theme: association.theme.code().to_owned(),
            topics: association.topics.split_whitespace().map(str::to_owned).collect(),
            about: association.about.clone(),
            cvr: association.cvr.map(|cvr| cvr.to_string()).unwrap_or_default(),
            p_number: association.p_number.clone().unwrap_or_default(),
            branch: association.branch.clone(),
            parent_organisation: association.parent_organisation.clone(),
            founded: number(association.founded),
            members: number(association.members),
            address: association.address.clone(),
            postcode: association.postcode.as_ref().map(ToString::to_string).unwrap_or_default(),
            phone: association.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
            email: association.email.as_ref().map(ToString::to_string).unwrap_or_default(),
            website: association.website.clone().unwrap_or_default(),
        }
    }

    pub fn choices(&self, t: T) -> Choices {
        let kinds = AssociationKind::ALL
            .iter()
            .map(|kind| Choice::new(kind.code(), kind.label(t), self.kind == kind.code()))
            .collect();
        let themes = topic::themes()
            .iter()
            .map(|theme| {
                Choice::new(&theme.key, theme.name(t.0), self.theme == theme.key).hint(theme.about(t.0))
            })
            .collect();
        let topics = topic::topics()
            .iter()
            .map(|topic| Choice::new(&topic.key, topic.name(t.0), self.topics.contains(&topic.key)))
            .collect();
        Choices { kinds, themes, topics }
    }

    /// Reads the fields into `association`; what is wrong is noted in `check`, field by field. The
    /// result counts only if `check` has noted nothing.
    pub fn read(&self, t: T, this_year: i64, check: &mut Check, association: Association) -> Association {
        check.labels(&[
            ("name", t.field_name()),
            ("kind", t.field_kind()),
            ("branch", t.field_branch()),
            ("parent_organisation", t.field_parent()),
            ("cvr", t.field_cvr()),
            ("p_number", t.field_p_number()),
            ("founded", t.field_founded()),
            ("members", t.field_members()),
            ("theme", t.field_theme()),
            ("about", t.field_about()),
            ("address", t.field_address()),
            ("postcode", t.field_postcode()),
            ("phone", t.field_phone()),
            ("email", t.field_email()),
            ("website", t.field_website()),
        ]);
        let name = check.required("name", &self.name, 120);
        let kind = check.code::<AssociationKind>("kind", &self.kind);
        let branch = check.text("branch", &self.branch, 120);
        let parent_organisation = check.text("parent_organisation", &self.parent_organisation, 120);
        let cvr = self.cvr(t, check);
        // No check digit to go by: P-numbers follow none (law B.12).
        let p_number = check.text("p_number", &self.p_number, 20);
        let founded = check.optional_year("founded", &self.founded, 1700..=this_year);
        let members = check.optional_number("members", &self.members, 0..=1_000_000);
        let theme = check.code::<Theme>("theme", &self.theme);
        let about = check.required("about", &self.about, 2000);
        let address = check.text("address", &self.address, 200);
        let postcode = check.optional_postcode("postcode", &self.postcode);
        let phone = check.optional_phone("phone", &self.phone);
        let email = check.optional_email("email", &self.email);
        let website = check.optional_url("website", &self.website);
        Association {
            name: name.unwrap_or_default(),
            kind: kind.unwrap_or(association.kind),
            theme: theme.unwrap_or(association.theme),
            topics: topic::known(&self.topics),
            branch: branch.unwrap_or_default(),
            parent_organisation: parent_organisation.unwrap_or_default(),
            cvr: cvr.flatten(),
            p_number: p_number.filter(|number| !number.is_empty()),
            about: about.unwrap_or_default(),
            address: address.unwrap_or_default(),
            postcode: postcode.flatten(),
            phone: phone.flatten(),
            email: email.flatten(),
            website: website.flatten(),
            members: members.flatten(),
            founded: founded.flatten(),
            ..association
        }
    }

    fn cvr(&self, t: T, check: &mut Check) -> Option<Option<Cvr>> {
        if self.cvr.trim().is_empty() {
            return Some(None);
        }
        match self.cvr.parse::<Cvr>() {
            Ok(cvr) => Some(Some(cvr)),
            Err(wrong) => {
                check.error(
                    "cvr",
                    match wrong {
                        NotACvr::Digits => t.association_cvr_digits(),
                        NotACvr::Check => t.association_cvr_check(),
                    },
                );
                None
            }
        }
    }
}

pub(super) fn this_year(cx: &Cx) -> i64 {
    i64::from(cx.now().day().date().year())
}

/// Town and coordinates follow from the postcode, as far as the municipality knows it.
pub(super) async fn with_place(
    connection: &mut Connection,
    tenant: TenantId,
    association: Association,
) -> samskab_store::Result<Association> {
    let known = match &association.postcode {
        Some(postcode) => place::find(connection, tenant, postcode).await?,
        None => None,
    };
    Ok(match known {
        Some(place) => Association { place: Some(place.point()), city: place.city, ..association },
        None => Association { place: None, city: String::new(), ..association },
    })
}

/// What a page shows of a place: "Stadionvej 5, 9562 Nordby".
pub(super) fn address_line(association: &Association) -> String {
    let postcode = association.postcode.as_ref().map(Postcode::as_str).unwrap_or_default();
    let town = format!("{postcode} {}", association.city);
    [association.address.as_str(), town.trim()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Instant, Locale};
    use uuid::Uuid;

    use super::*;

    fn read(fields: &Fields) -> (Association, samskab_web::Errors) {
        let (kind, theme) = (AssociationKind::Association, Theme::Social);
        let new = Association::new(Uuid::nil().into(), "", kind, theme, Instant::from_micros(0));
        let mut check = Check::new(Locale::Da);
        let association = fields.read(T(Locale::Da), 2026, &mut check, new);
        (association, check.errors)
    }

    fn filled_in() -> Fields {
        Fields {
            name: "Nordby Petanque".into(),
            kind: "association".into(),
            theme: "folkeoplysning".into(),
            about: "Vi kaster kugler.".into(),
            ..Fields::default()
        }
    }

    #[test]
    fn a_cvr_number_is_checked_and_the_message_says_what_is_wrong() {
        for right in ["13748136", "35 23 15 28", "DK13748136", ""] {
            let (_, errors) = read(&Fields { cvr: right.into(), ..filled_in() });
            assert!(errors.is_empty(), "{right}: {errors:?}");
        }
        let message = |cvr: &str| read(&Fields { cvr: cvr.into(), ..filled_in() }).1.of("cvr").to_owned();
        assert!(message("1234567").contains("otte cifre"));
        for wrong in ["12345678", "24256791"] {
            assert!(message(wrong).contains("passer ikke"), "{wrong}");
        }
    }

    #[test]
    fn a_p_number_is_taken_as_it_is() {
        let (association, errors) = read(&Fields { p_number: "1234567890".into(), ..filled_in() });
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(association.p_number.as_deref(), Some("1234567890"));
    }

    #[test]
    fn every_kind_of_actor_registers_with_the_same_few_fields() {
        for kind in AssociationKind::ALL {
            let (association, errors) = read(&Fields { kind: kind.code().into(), ..filled_in() });
            assert!(errors.is_empty(), "{kind}: {errors:?}");
            assert_eq!(association.kind, *kind);
        }
    }

    #[test]
    fn what_was_written_comes_back_the_same() {
        let (association, _) = read(&Fields {
            cvr: "13748136".into(),
            topics: vec!["visiting_friend".into()],
            postcode: "9562".into(),
            members: "412".into(),
            founded: "1948".into(),
            phone: "12801011".into(),
            website: "www.petanque.example".into(),
            ..filled_in()
        });
        let (again, errors) = read(&Fields::of(&association));
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(again, association);
    }
}
