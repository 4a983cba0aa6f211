//! Each changed paragraph has a cause, or is marked as editorial.

use samskab_store::db_test;

use super::*;

#[db_test]
async fn a_changed_paragraph_is_asked_about_until_it_has_a_cause(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let changes = format!("{text}/stemmer/aendringer");
    assert!(asta.get(&changes).await.has("Gem først en version"));
    let one = write(&mut asta, &text, "Vi er god.").await;
    let two = write(&mut asta, &text, "Alle kan komme hjem.").await;
    assert_eq!(asta.post(&format!("{text}/versioner"), &[("navn", "Skelet")]).await.status, 303);
    assert!(asta.get(&changes).await.has("Teksten er, som den var."));
    rewrite(&mut asta, &one, "Vi er god.", "Vi er gode.", "2").await;
    rewrite(&mut asta, &two, "Alle kan komme hjem.", "Kommunen kører alle hjem.", "2").await;
    let page = asta.get(&changes).await;
    assert!(page.has("2 ændringer uden årsag") && page.has("<ins>"), "{}", page.body);
    // Somebody asked for the second.
    let point = cut_whole(&house, &mut asta, &text, "Bord 1", "Hvordan kommer vi hjem?").await;
    let version = hidden(&asta.get(&point).await.body, "version");
    let id = |block: &str| block.rsplit('/').next().unwrap().to_owned();
    let block = id(&two);
    let fields = [("udfald", "used"), ("afsnit", block.as_str()), ("version", version.as_str())];
    assert_eq!(asta.post(&point, &fields).await.status, 303);
    let page = asta.get(&changes).await;
    assert!(page.has("1 ændring uden årsag") && page.has("Nogen har sagt noget"), "{}", page.body);
    let nothing = asta.post(&changes, &[("ord", "Stavefejl"), ("fra_version", "1")]).await;
    assert!(nothing.status == 422 && nothing.has("valgt"), "{}", nothing.body);
    let chosen = id(&one);
    let no_word = asta.post(&changes, &[("valgt", chosen.as_str()), ("fra_version", "1")]).await;
    assert!(no_word.status == 422 && no_word.has("ord-error"), "{}", no_word.body);
    let marked = [("valgt", chosen.as_str()), ("ord", "Stavefejl"), ("fra_version", "1")];
    assert_eq!(asta.post(&changes, &marked).await.status, 303);
    let page = asta.get(&changes).await;
    assert!(page.has("Alle ændringer har en årsag") && page.has("Redaktionel: Stavefejl"), "{}", page.body);
    // Changed once more, it is asked about once more; all at once with one press.
    rewrite(&mut asta, &one, "Vi er gode.", "Vi er altid gode.", "3").await;
    assert!(asta.get(&changes).await.has("1 ændring uden årsag"));
    let all = [("hvilke", "alle"), ("ord", "Sproglig rettelse"), ("fra_version", "1")];
    assert_eq!(asta.post(&changes, &all).await.status, 303);
    assert!(asta.get(&changes).await.has("Redaktionel: Sproglig rettelse"));
}
