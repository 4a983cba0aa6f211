//! Who must be heard before something is decided (RS-22, RS-25, law B.2). Pure.

use samskab_kernel::danish::fold;

use super::{Body, BodyId, HearingStrength};

/// Words of a right to be heard that say nothing of its subject.
const EMPTY_WORDS: [&str; 14] = [
    "alle",
    "forslag",
    "vedroerer",
    "initiativer",
    "betydning",
    "kommunale",
    "generel",
    "omraade",
    "arbejde",
    "regler",
    "efter",
    "godkendt",
    "mennesker",
    "loven",
];
/// Letters of a longer word that are compared, so that "frivillige" is found in "frivillighed".
const LETTERS: usize = 6;

/// A body with the right to be heard about a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    pub body: BodyId,
    pub name: String,
    pub strength: HearingStrength,
    pub scope: String,
}

impl Right {
    /// Whether deciding without hearing this body needs a written reason; not so when it is heard voluntarily.
    pub fn is_binding(&self) -> bool {
        self.strength != HearingStrength::Voluntary
    }
}

/// The bodies whose right to be heard covers what is said in `matter`; with `concerns_volunteering` also those whose subject
/// is volunteering (RS-22). A right without a subject covers everything. The deciding body itself is not heard.
pub fn heard_about(
    bodies: &[Body],
    deciding: Option<BodyId>,
    matter: &str,
    concerns_volunteering: bool,
) -> Vec<Right> {
    let mut words = stems(matter);
    if concerns_volunteering {
        words.extend(stems("frivillig"));
    }
    let covers = |scope: &str| {
        let scope = stems(scope);
        scope.is_empty() || scope.iter().any(|stem| words.iter().any(|word| word.starts_with(stem.as_str())))
    };
    let rights = bodies.iter().filter(|body| Some(body.id) != deciding).filter_map(|body| {
        let strength = body.hearing_strength?;
        covers(&body.hearing_scope).then(|| Right {
            body: body.id,
            name: body.name.clone(),
            strength,
            scope: body.hearing_scope.clone(),
        })
    });
    let mut rights: Vec<Right> = rights.collect();
    // What a law says comes first.
    rights.sort_by_key(|right| right.strength);
    rights
}

/// The beginnings of the words that say something.
fn stems(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.chars().count() > 4);
    let words = words.filter(|word| !EMPTY_WORDS.contains(word));
    words.map(|word| word.chars().take(LETTERS).collect()).collect()
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Day, Validity};
    use uuid::Uuid;

    use super::*;
    use crate::body::BodyKind;

    fn body(number: u128, name: &str, strength: Option<HearingStrength>, scope: &str) -> Body {
        let since = Validity::since(Day::of(2020, 1, 1));
        let body = Body::named(Uuid::from_u128(number).into(), name, BodyKind::Council, since);
        Body { hearing_strength: strength, hearing_scope: scope.to_owned(), ..body }
    }

    fn town() -> Vec<Body> {
        use HearingStrength::{Local, Statutory, Voluntary};
        vec![
            body(1, "Styregruppen", None, ""),
            body(
                2,
                "Frivilligrådet",
                Some(Local),
                "Alle kommunale initiativer, som har generel betydning for det frivillige sociale arbejde",
            ),
            body(3, "Ældrerådet", Some(Statutory), "Alle forslag, der vedrører de ældre"),
            body(4, "Handicaprådet", Some(Statutory), "Initiativer af betydning for mennesker med handicap"),
            body(5, "HovedMED", Some(Voluntary), ""),
        ]
    }

    fn names(matter: &str, concerns_volunteering: bool) -> Vec<String> {
        let rights = heard_about(&town(), Some(Uuid::from_u128(1).into()), matter, concerns_volunteering);
        rights.into_iter().map(|right| right.name).collect()
    }

    #[test]
    fn who_is_heard_follows_from_the_subject_of_their_right() {
        assert_eq!(names("Kørsel til lægen", false), ["HovedMED"]);
        assert_eq!(names("Kørsel til lægen", true), ["Frivilligrådet", "HovedMED"]);
        assert_eq!(names("Kørsel på ældreområdet", false), ["Ældrerådet", "HovedMED"]);
        assert_eq!(
            names("Handicapkørsel med frivillige", false),
            ["Handicaprådet", "Frivilligrådet", "HovedMED"]
        );
    }

    #[test]
    fn the_body_that_decides_is_not_heard_and_a_free_hearing_binds_nobody() {
        let town = town();
        let rights = heard_about(&town, Some(town[2].id), "De ældre", false);
        assert!(rights.iter().all(|right| right.name != "Ældrerådet"));
        assert!(!rights.iter().any(Right::is_binding), "{rights:?}");
    }
}
