//! What an association says about itself, as a form: the same fields when it registers and when it
//! is edited.

use samskab_kernel::{Cvr, Locale, TenantId, contact::Postcode, cvr::NotACvr};
use samskab_store::Connection;
use samskab_web::{Check, Cx, form::Choice};

use super::{Association, AssociationKind};
use crate::{T, place, topic};

samskab_web::form! {
    /// What an association says about itself.
    pub(super) struct AboutForm {
        name: text(field_name).hint(field_name_hint).asks(field_name_asks).at_most(120).autocomplete("organization"),
        kind: choice(field_kind).asks(field_kind_asks).among(AssociationKind::choices),
        branch: text(field_branch).hint(field_branch_hint).optional().at_most(120),
        parent_organisation: text(field_parent).optional().at_most(120),
        cvr: text(field_cvr).hint(field_cvr_hint).optional().inputmode("numeric").width("s"),
        // No check digit to go by: P-numbers follow none (law B.12).
        p_number: text(field_p_number).optional().at_most(20).inputmode("numeric").width("s"),
        founded: number(field_founded).optional(),
        members: number(field_members).optional().between(0, 1_000_000),
        theme: radio(field_theme).asks(field_theme_asks).among(themes),
        about: paragraph(field_about).hint(field_about_hint).asks(field_about_asks).max(2000),
        topics: several(field_topics).hint(field_topics_hint).among(topics),
        address: text(field_address).optional().at_most(200).autocomplete("street-address"),
        postcode: postcode(field_postcode).optional().autocomplete("postal-code"),
        phone: phone(field_phone).hint(field_phone_hint).optional(),
        email: email(field_email).hint(field_email_hint).optional(),
        website: text(field_website).optional().inputmode("url"),
    }
}

fn themes(locale: Locale) -> Vec<Choice> {
    let choice =
        |theme: &topic::ThemeText| Choice::of(&theme.key, theme.name(locale)).hint(theme.about(locale));
    topic::themes().iter().map(choice).collect()
}

fn topics(locale: Locale) -> Vec<Choice> {
    topic::topics().iter().map(|topic| Choice::of(&topic.key, topic.name(locale))).collect()
}

impl AboutForm {
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
            ..Self::default()
        }
    }

    /// Reads the fields into `association`; what is wrong is noted in `check`, field by field. The
    /// result counts only if `check` has noted nothing.
    pub fn read(&self, this_year: i64, check: &mut Check, association: Association) -> Association {
        Association {
            name: self.name().text(check).unwrap_or_default(),
            kind: self.kind().code(check).unwrap_or(association.kind),
            branch: self.branch().text(check).unwrap_or_default(),
            parent_organisation: self.parent_organisation().text(check).unwrap_or_default(),
            cvr: self.cvr_number(check),
            p_number: self.p_number().text(check).filter(|number| !number.is_empty()),
            founded: self.founded().year(check, 1700, this_year),
            members: self.members().number(check),
            theme: self.theme().code(check).unwrap_or(association.theme),
            about: self.about().text(check).unwrap_or_default(),
            topics: topic::known(&self.topics),
            address: self.address().text(check).unwrap_or_default(),
            postcode: self.postcode().postcode(check),
            phone: self.phone().phone(check),
            email: self.email().email(check),
            website: self.website().url(check),
            ..association
        }
    }

    fn cvr_number(&self, check: &mut Check) -> Option<Cvr> {
        if self.cvr.trim().is_empty() {
            return None;
        }
        let wrong = match self.cvr.parse() {
            Ok(cvr) => return Some(cvr),
            Err(wrong) => wrong,
        };
        let t = T(check.t.0);
        check.refuse(
            &self.cvr(),
            match wrong {
                NotACvr::Digits => t.association_cvr_digits(),
                NotACvr::Check => t.association_cvr_check(),
            },
        );
        None
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
    use samskab_kernel::Instant;
    use uuid::Uuid;

    use super::{super::Theme, *};

    fn read(fields: &AboutForm) -> (Association, samskab_web::Errors) {
        let (kind, theme) = (AssociationKind::Association, Theme::Social);
        let new = Association::new(Uuid::nil().into(), "", kind, theme, Instant::from_micros(0));
        let mut check = Check::new(Locale::Da);
        let association = fields.read(2026, &mut check, new);
        (association, check.errors)
    }

    fn filled_in() -> AboutForm {
        AboutForm {
            name: "Nordby Petanque".into(),
            kind: "association".into(),
            theme: "folkeoplysning".into(),
            about: "Vi kaster kugler.".into(),
            ..AboutForm::default()
        }
    }

    #[test]
    fn a_cvr_number_is_checked_and_the_message_says_what_is_wrong() {
        for right in ["13748136", "35 23 15 28", "DK13748136", ""] {
            let (_, errors) = read(&AboutForm { cvr: right.into(), ..filled_in() });
            assert!(errors.is_empty(), "{right}: {errors:?}");
        }
        let message = |cvr: &str| read(&AboutForm { cvr: cvr.into(), ..filled_in() }).1.of("cvr").to_owned();
        assert!(message("1234567").contains("otte cifre"));
        for wrong in ["12345678", "24256791"] {
            assert!(message(wrong).contains("passer ikke"), "{wrong}");
        }
    }

    #[test]
    fn a_p_number_is_taken_as_it_is() {
        let (association, errors) = read(&AboutForm { p_number: "1234567890".into(), ..filled_in() });
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(association.p_number.as_deref(), Some("1234567890"));
    }

    #[test]
    fn every_kind_of_actor_registers_with_the_same_few_fields() {
        for kind in AssociationKind::ALL {
            let (association, errors) = read(&AboutForm { kind: kind.code().into(), ..filled_in() });
            assert!(errors.is_empty(), "{kind}: {errors:?}");
            assert_eq!(association.kind, *kind);
        }
    }

    #[test]
    fn what_was_written_comes_back_the_same() {
        let (association, _) = read(&AboutForm {
            cvr: "13748136".into(),
            topics: vec!["visiting_friend".into()],
            postcode: "9562".into(),
            members: "412".into(),
            founded: "1948".into(),
            phone: "12801011".into(),
            website: "www.petanque.example".into(),
            ..filled_in()
        });
        let (again, errors) = read(&AboutForm::of(&association));
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(again, association);
    }
}
