//! Who took no part in a point because the matter concerns them: ticked in the form, and in words in the minutes. Pure.

use crate::meeting::Answer;

/// Between those who took no part: a reason with a comma belongs to one of them.
const BETWEEN: &str = "; ";
/// What separated the names formerly.
const FORMERLY_BETWEEN: &str = ", ";

/// Those who are ticked, and others, as the minutes say it.
pub(super) fn said_disqualified(ticked: &[String], others: &str, people: &[Answer]) -> String {
    let names = people.iter().filter(|one| ticked.contains(&one.person_id.to_string()));
    let names = names.map(|one| one.name.as_str()).chain([others]).filter(|name| !name.is_empty());
    names.collect::<Vec<_>>().join(BETWEEN)
}

/// The reverse of [`said_disqualified`].
pub(super) fn parted_disqualified(said: &str, people: &[Answer]) -> (Vec<String>, String) {
    let (mut ticked, mut others) = (Vec::new(), Vec::new());
    let between = if said.contains(BETWEEN) { BETWEEN } else { FORMERLY_BETWEEN };
    for name in said.split(between) {
        match people.iter().find(|one| one.name == name) {
            Some(one) => ticked.push(one.person_id.to_string()),
            None => others.push(name),
        }
    }
    (ticked, others.join(between))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::meeting::AnswerKind;

    fn person(number: u128, name: &str) -> Answer {
        Answer {
            person_id: Uuid::from_u128(number).into(),
            name: name.into(),
            answer: AnswerKind::Comes,
            substitute: String::new(),
            was_there: Some(true),
        }
    }

    #[test]
    fn who_took_no_part_is_ticked_again_when_it_is_read_back() {
        let people = [person(1, "Asta Prøvested"), person(2, "Erik Prøvesen")];
        let ticked = vec![people[1].person_id.to_string()];
        let said = said_disqualified(&ticked, "Vikar Papsen, fordi hun er nabo", &people);
        assert_eq!(said, "Erik Prøvesen; Vikar Papsen, fordi hun er nabo");
        let parted = (ticked, "Vikar Papsen, fordi hun er nabo".to_owned());
        assert_eq!(parted_disqualified(&said, &people), parted);
        let formerly = "Erik Prøvesen, Vikar Papsen, fordi hun er nabo";
        assert_eq!(parted_disqualified(formerly, &people), parted);
        assert_eq!(parted_disqualified("", &people), (Vec::new(), String::new()));
    }
}
