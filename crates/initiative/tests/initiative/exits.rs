//! Whatever leaves – a meeting, a point, a body, a writer –, nothing is left dangling.

use samskab_kernel::Day;
use samskab_organisation::person::PersonId;
use samskab_store::{Db, db_test};

use super::*;

samskab_store::statements! {
    DELETE_PERSON = "delete from person where tenant_id = $1 and id = $2";
}

async fn delete(house: &House, person: PersonId) {
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    tx.query(&DELETE_PERSON).bind(house.town.tenant).bind(person).execute().await.unwrap();
    tx.commit().await.unwrap();
}

#[db_test]
async fn what_waits_for_an_agenda_leads_to_the_next_meeting_of_those_who_decide(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut writer = house.signed_in(house.town.contact_school).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let proposal = written(&mut writer).await;
    assert!(asta.get(&proposal).await.has("Giv videre til beslutning"));
    handed_on(&world, &mut asta, &proposal).await;
    let overview = karen.get("/overblik").await;
    let plan = format!("href=\"/organer/{}/moeder/nyt\"", world.steering);
    assert!(overview.has("Styregruppen") && overview.has(&plan), "{}", overview.body);
    let meeting = planned(&world, &mut karen, "2026-03-05").await;
    let item = item_of(&mut karen, &meeting).await;
    karen.post(&format!("{item}/traek-tilbage"), &[]).await;
    let overview = karen.get("/overblik").await;
    assert!(overview.has(&format!("href=\"{meeting}\"")) && !overview.has(&plan), "{}", overview.body);
    let page = asta.get(&proposal).await;
    assert!(page.has("Næste møde i Styregruppen: 5. marts 2026"), "{}", page.body);
    assert!(!page.has("Giv videre til beslutning"), "that is done");
    assert!(page.has("Vælg en anden gruppe til at beslutte"), "{}", page.body);
    // What is only planned is nobody else's to open.
    assert!(!house.visitor().get(&proposal).await.has("Næste møde i"));
}

#[db_test]
async fn a_cancelled_meeting_and_a_point_taken_off_leave_it_for_the_next_agenda(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut writer = house.signed_in(house.town.contact_school).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let proposal = written(&mut writer).await;
    handed_on(&world, &mut asta, &proposal).await;
    let first = planned(&world, &mut karen, "2026-03-05").await;
    let second = planned(&world, &mut karen, "2026-03-09").await;
    assert!(!karen.get(&second).await.has("Cykeltaxa"), "it is on one agenda");
    assert_eq!(karen.post(&format!("{first}/aflys"), &[("grund", "Sygdom")]).await.status, 303);
    assert!(karen.get(&second).await.has("Cykeltaxa"), "it is on the next one at once");
    let item = item_of(&mut karen, &second).await;
    assert_eq!(karen.post(&format!("{item}/traek-tilbage"), &[]).await.status, 303);
    assert!(karen.get("/overblik").await.has("Sæt forslaget på en dagsorden: Cykeltaxa"));
    karen.post(&format!("{second}/punkter/hent"), &[]).await;
    assert!(
        karen.get("/overblik").await.has("Sæt forslaget på en dagsorden"),
        "what was taken off stays off"
    );
    let third = planned(&world, &mut karen, "2026-03-10").await;
    assert!(karen.get(&third).await.has("Cykeltaxa"));
    // Its writer takes it back: it comes off the agenda with it.
    assert_eq!(writer.post(&format!("{proposal}/traek-tilbage"), &[]).await.status, 303);
    let page = karen.get(&third).await;
    assert!(page.has("Trukket tilbage"), "{}", page.body);
    assert!(!karen.get("/overblik").await.has("Cykeltaxa"));
    assert_eq!(house.visitor().get(&proposal).await.status, 404);
}

#[db_test]
async fn a_body_that_ends_hands_over_to_its_successor_or_to_whoever_leads(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut writer = house.signed_in(house.town.contact_school).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let proposal = written(&mut writer).await;
    handed_on(&world, &mut asta, &proposal).await;
    let end = |body: BodyId, successor: String| {
        (
            format!("/organer/{body}/slut"),
            [("sidste_dag", "2026-03-02".to_owned()), ("efterfoelger", successor)],
        )
    };
    let heir = found(house, "Den nye styregruppe", BodyKind::Steering, None).await;
    sit(house, heir, house.town.position_key_care_health, SeatRole::Chair).await;
    let (href, fields) = end(world.steering, heir.to_string());
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(asta.post(&href, &fields).await.status, 303);
    house.clock.set(Day::of(2026, 3, 3).at(9, 0));
    assert!(house.visitor().get(&proposal).await.has("Den nye styregruppe skal tage stilling til det"));
    assert!(!karen.get("/overblik").await.has("Cykeltaxa"));
    let mut heir_chair = house.signed_in(house.town.key_care_health).await;
    assert!(heir_chair.get("/overblik").await.has("Sæt forslaget på en dagsorden: Cykeltaxa"));
    // The heir ends without one, and so does the network: whoever leads volunteering has all of it.
    for body in [heir, world.network] {
        let last = [("sidste_dag", "2026-03-03"), ("efterfoelger", "")];
        assert_eq!(asta.post(&format!("/organer/{body}/slut"), &last).await.status, 303);
    }
    house.clock.set(Day::of(2026, 3, 4).at(9, 0));
    let mine = asta.get("/overblik").await;
    assert!(mine.has("Vælg, hvem der skal beslutte: Cykeltaxa"), "{}", mine.body);
    assert!(asta.get(&proposal).await.has("Vælg en anden."));
    let anew = found(house, "Direktionen", BodyKind::Management, None).await.to_string();
    assert_eq!(asta.post(&format!("{proposal}/videre"), &[("organ", anew.as_str())]).await.status, 303);
    assert!(house.visitor().get(&proposal).await.has("Direktionen skal tage stilling til det"));
    // And an idea that comes now waits for them, too.
    let other = written(&mut writer).await;
    assert!(asta.get("/overblik").await.has("Gør idéen klar: Cykeltaxa"));
    assert!(writer.get(&other).await.has("Ledelsen af det frivillige arbejde"));
}

#[db_test]
async fn a_writer_who_is_gone_stops_nothing_and_gets_no_mail(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut writer = house.signed_in(house.town.contact_school).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let proposal = written(&mut writer).await;
    writer.post(&format!("{proposal}/visning"), &[("vis", "ja"), ("vis_navn", "ja")]).await;
    world.work().await;
    let before = house.mails().await.len();
    delete(house, house.town.contact_school).await;
    let seen = house.visitor().get(&proposal).await;
    assert!(seen.status == 200 && !seen.has("Foreslået af"), "{}", seen.body);
    let better = [&[("titel", "Cykeltaxa"), ("hvad", "Ture."), ("nummer", "1")], &IDEA[2..5]].concat();
    assert_eq!(asta.post(&format!("{proposal}/rediger"), &better).await.status, 303);
    handed_on(&world, &mut asta, &proposal).await;
    assert_eq!(world.count_mails().await, before, "there is nobody to write to");
}

#[db_test]
async fn a_citizen_is_forgotten_a_year_after_the_end_and_a_week_after_silence(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let whole =
        [IDEA.as_slice(), &[("vis_navn", "ja"), ("navn", "Ditte Idérig"), ("email", "ditte@borger.example")]]
            .concat();
    house.visitor().post("/forslag/nyt", &whole).await;
    world.work().await;
    let silent = house.mailed_link().await;
    house.visitor().post("/forslag/nyt", &whole).await;
    world.work().await;
    let link = house.mailed_link().await;
    let mut citizen = house.visitor();
    citizen.post(&format!("{link}/bekraeft"), &[]).await;
    assert!(citizen.get("/forslag").await.has("Cykeltaxa"));
    assert_eq!(citizen.post(&format!("{link}/traek-tilbage"), &[]).await.status, 303);
    house.clock.set(Day::of(2026, 3, 12).at(9, 0));
    world.work().await;
    assert_eq!(citizen.get(&silent).await.status, 410, "never confirmed");
    assert_eq!(citizen.get(&link).await.status, 200);
    house.clock.set(Day::of(2027, 3, 12).at(9, 0));
    world.work().await;
    let mut reader = house.db.read().await.unwrap();
    let far = house.clock.now().plus_days(9999);
    let tenant = house.town.tenant;
    let left = samskab_initiative::proposal::store::forgettable(&mut reader, tenant, far, far).await.unwrap();
    assert_eq!(left, 0, "no address is kept");
}

#[db_test]
async fn an_initiative_whose_owner_is_gone_waits_for_whoever_leads(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let owner = house.town.position_contact_school.to_string();
    let fields = [("titel", "Cykeltaxa"), ("stilling", owner.as_str()), ("vis", "ja")];
    let saved = asta.post("/indsatser/ny", &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(!asta.get("/overblik").await.has("Cykeltaxa"));
    delete(house, house.town.contact_school).await;
    assert!(asta.get("/overblik").await.has("Vælg en ansvarlig: Cykeltaxa"));
    let karen = house.town.key_care.to_string();
    let both = [fields.as_slice(), &[("person", karen.as_str())]].concat();
    let refused = asta.post("/indsatser/ny", &both).await;
    assert!(refused.status == 422 && refused.has("enten en stilling eller en person"), "{}", refused.body);
    let backwards = [("titel", "Cykeltaxa"), ("fra", "2026-05-01"), ("til", "2026-04-01")];
    let refused = asta.post("/indsatser/ny", &backwards).await;
    assert!(refused.status == 422 && refused.has("Slutdagen ligger før den første dag"), "{}", refused.body);
}
