//! Who takes part, and how far each has come.

use samskab_store::db_test;
use samskab_voices::{
    coverage::{coverage, departments},
    participant::ParticipantKind,
};

use super::*;

#[db_test]
async fn whoever_takes_part_is_counted_from_planned_to_reflected(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let list = format!("{text}/stemmer/deltagere");
    let nobody = asta.post(&list, &[]).await;
    assert!(nobody.status == 422 && nobody.has("navn-error"), "{}", nobody.body);
    let handball = house.town.handball.to_string();
    assert_eq!(asta.post(&list, &[("forening", &handball)]).await.status, 303);
    let twice = asta.post(&list, &[("forening", &handball)]).await;
    assert!(twice.status == 422 && twice.has("er med i forvejen"), "{}", twice.body);
    let solgaarden = house.town.solgaarden.to_string();
    assert_eq!(asta.post(&list, &[("enhed", &solgaarden)]).await.status, 303);
    let no_kind = asta.post(&list, &[("navn", "Pårørende")]).await;
    assert!(no_kind.status == 422 && no_kind.has("slags-error"), "{}", no_kind.body);
    let schools = house.town.schools.to_string();
    let group = [("navn", "Pædagoger"), ("slags", "staff"), ("omraade", schools.as_str())];
    assert_eq!(asta.post(&list, &group).await.status, 303);
    let mut reader = house.db.read().await.unwrap();
    let (tenant, id) = (house.town.tenant, id_of(&text));
    let areas = departments(&mut reader, tenant, id).await.unwrap();
    assert_eq!(areas.len(), 2, "the department of the care home, and that of the pedagogues");
    assert!(areas.contains(&house.town.care) && areas.contains(&house.town.schools));
    let all = store::participants(&mut reader, tenant, id).await.unwrap();
    drop(reader);
    let staff = all.iter().find(|one| one.kind == ParticipantKind::Staff).unwrap().id.to_string();
    let nobody = asta.post(&format!("{list}/saet-dag"), &[("hvad", "invited")]).await;
    assert!(nobody.status == 422 && nobody.has("Sæt kryds ved dem, det gælder"), "{}", nobody.body);
    let ticks = [("valgt", staff.as_str()), ("hvad", "came"), ("dag", "2026-03-01")];
    assert_eq!(asta.post(&format!("{list}/saet-dag"), &ticks).await.status, 303);
    assert!(asta.get(&list).await.has("kommet søn. 1. mar."));
    // They say something, and it is used.
    let fields = [
        ("slags", "interview"),
        ("deltager", staff.as_str()),
        ("tekst", "Vi vil gerne spørges først."),
        ("form", "quote"),
    ];
    let input = asta.post(&format!("{text}/stemmer/input/nyt"), &fields).await.location;
    assert_eq!(inputs(&house, &text).await[0].source, "Pædagoger");
    assert_eq!(asta.post(&format!("{input}/hele"), &[]).await.status, 303);
    let point = format!("/uddrag/{}", excerpts(&house, &text).await[0].point);
    assert_eq!(answer(&mut asta, &point, "used", "").await, 303);
    let mut reader = house.db.read().await.unwrap();
    let told = coverage(&mut reader, (tenant, house.clock.now().day()), id, &[]).await.unwrap();
    drop(reader);
    let counts = told.total;
    assert_eq!(
        (counts.all, counts.planned, counts.invited, counts.came, counts.heard, counts.reflected),
        (3, 3, 0, 1, 1, 1)
    );
    assert_eq!((told.never_invited.len(), told.never_heard.len()), (3, 2));
    let page = asta.get(&format!("{text}/stemmer/daekning")).await;
    assert!(page.has("Aldrig hørt: 2") && page.has("Sundhed og Omsorg"), "{}", page.body);
    let csv = asta.get(&format!("{text}/stemmer/daekning.csv")).await;
    assert!(csv.has("Efter slags;Medarbejdere;1;1;0;1;1;1"), "{}", csv.body);
    // Corrected, and taken off the list: what was said stays.
    let one = format!("/stemmedeltagere/{staff}");
    let version = hidden(&asta.get(&one).await.body, "version");
    let empty = asta.post(&one, &[("navn", ""), ("slags", "staff"), ("version", &version)]).await;
    assert_eq!(empty.status, 422);
    let named = [
        ("navn", "Pædagoger i dagtilbud"),
        ("slags", "staff"),
        ("stoerrelse", "small"),
        ("version", version.as_str()),
    ];
    assert_eq!(asta.post(&one, &named).await.status, 303);
    // Somebody else has had it open all the while: both read what the other wrote, and nothing is lost.
    let theirs = [
        ("navn", "Pædagogisk personale"),
        ("slags", "staff"),
        ("kom", "2026-03-01"),
        ("version", version.as_str()),
    ];
    let both = asta.post(&one, &theirs).await;
    assert!(both.status == 422 && both.has("Pædagoger i dagtilbud"), "{}", both.body);
    assert!(
        both.has("value=\"Pædagogisk personale\"") && both.has("En anden har gemt imens"),
        "{}",
        both.body
    );
    let version = hidden(&both.body, "version");
    let again = [&theirs[..3], &[("version", version.as_str())]].concat();
    assert_eq!(asta.post(&one, &again).await.status, 303);
    assert!(asta.get(&list).await.has("Pædagogisk personale"));
    let version = hidden(&asta.get(&one).await.body, "version");
    let back = [&named[..3], &[("version", version.as_str())]].concat();
    assert_eq!(asta.post(&one, &back).await.status, 303);
    assert!(asta.get(&list).await.has("Pædagoger i dagtilbud"));
    assert_eq!(asta.post(&format!("{one}/fjern"), &[]).await.status, 303);
    assert_eq!(inputs(&house, &text).await[0].source, "Pædagoger");
}

#[db_test]
async fn all_associations_and_departments_are_taken_with_one_press_each_once(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let list = format!("{text}/stemmer/deltagere");
    for _ in 0..2 {
        assert_eq!(asta.post(&format!("{list}/alle"), &[("hvem", "foreninger")]).await.status, 303);
        assert_eq!(asta.post(&format!("{list}/alle"), &[("hvem", "omraader")]).await.status, 303);
    }
    let mut reader = house.db.read().await.unwrap();
    let all = store::participants(&mut reader, house.town.tenant, id_of(&text)).await.unwrap();
    let of = |kind| all.iter().filter(|one| one.kind == kind).count();
    assert_eq!(of(ParticipantKind::Association), 1, "{all:?}");
    assert!(of(ParticipantKind::Unit) >= 2, "{all:?}");
    assert!(all.iter().filter(|one| one.kind == ParticipantKind::Unit).all(|one| one.area == one.unit));
}

#[db_test]
async fn members_read_along_and_nobody_else_finds_anything(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let input = said(&mut asta, &text, "Bord 1", "Mere kaffe.").await;
    let voices = format!("{text}/stemmer");
    let mut karen = house.signed_in(house.town.key_care).await;
    for path in ["", "/deltagere", "/daekning", "/input", "/uddrag", "/aendringer", ".json", ".csv"] {
        assert_eq!(karen.get(&format!("{voices}{path}")).await.status, 200, "{path}");
        assert_eq!(asta.get(&format!("{voices}{path}")).await.status, 200, "{path}");
    }
    assert!(karen.get(&input).await.has("Mere kaffe."));
    assert!(karen.get(&text).await.has(&voices), "the page of the text leads here");
    assert_eq!(karen.post(&format!("{input}/hele"), &[]).await.status, 404);
    assert_eq!(karen.get(&format!("{voices}/input/nyt")).await.status, 403);
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.get(&voices).await.status, 403);
    assert_eq!(lone.get(&input).await.status, 403);
    let mut stranger = house.visitor();
    assert_eq!(stranger.get(&voices).await.status, 401);
    assert_eq!(stranger.get(&format!("{voices}/offentlig")).await.status, 404);
    assert_eq!(stranger.get(&format!("{voices}/del")).await.status, 404);
}
