//! Codes and links as values; the pages are tried in `http`.

use super::*;

#[test]
fn a_code_is_made_of_a_name_and_can_stand_in_an_address() {
    let of = |name| ChannelCode::of_name(name).map(|code| code.to_string());
    assert_eq!(of("Ældre Sagen, Fjordlund").as_deref(), Some("aeldre-sagen-fjordlund"));
    assert_eq!(of("  Skt. Åges  sogn & kirke! ").as_deref(), Some("skt-aages-sogn-kirke"));
    assert_eq!(of("日本"), None);
    let long = ChannelCode::of_name(&"meget langt navn ".repeat(9)).unwrap();
    assert!(long.numbered(99).as_str().parse::<ChannelCode>().is_ok(), "{long}");
}

#[test]
fn what_is_no_code_is_not_carried_along() {
    for wrong in ["", "-x", "Ældre", "a b", "a&b=c", "a\"onload", &"x".repeat(41)] {
        assert!(wrong.parse::<ChannelCode>().is_err(), "{wrong}");
    }
}

#[test]
fn a_personal_code_says_nothing_and_is_easily_read_aloud() {
    let dice = Dice::seeded(7);
    let (one, other) = (ChannelCode::fresh(&dice), ChannelCode::fresh(&dice));
    assert_ne!(one, other);
    assert!(one.as_str().len() == 8 && !one.as_str().contains(['l', 'i', 'o', '0', '1']), "{one}");
    assert!(one.as_str().parse::<ChannelCode>().is_ok());
}

#[test]
fn the_code_is_joined_to_an_address_with_or_without_a_question() {
    let code: ChannelCode = "kirken".parse().unwrap();
    assert_eq!(carried_on("/opgaver", Some(&code)), "/opgaver?v=kirken");
    assert_eq!(carried_on("/opgaver?dag=i-dag", Some(&code)), "/opgaver?dag=i-dag&v=kirken");
    assert_eq!(carried_on("/opgaver", None), "/opgaver");
}
