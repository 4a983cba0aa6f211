//! Which Danish words must find each other, and which must not. Add a pair when somebody misses something.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use std::collections::BTreeSet;

use samskab_search::{Document, Index, Matched, Query};
use uuid::Uuid;

const TENANT: Uuid = Uuid::from_u128(1);

fn index_of(texts: &[&str]) -> Index {
    let index = Index::new();
    let documents = texts.iter().enumerate().map(|(number, text)| Document {
        tenant: TENANT,
        id: Uuid::from_u128(number as u128 + 1),
        kind: "task",
        title: (*text).to_owned(),
        ..Document::default()
    });
    index.replace_all(documents).unwrap();
    index
}

fn found(index: &Index, text: &str) -> (usize, Matched) {
    let hits = index.search(&Query { text: text.to_owned(), ..Query::new(TENANT) }).unwrap();
    (hits.total, hits.matched)
}

/// Whether a search for the one finds a text with the other, without mending its spelling.
fn meets(query: &str, text: &str) -> bool {
    found(&index_of(&[text]), query) == (1, Matched::Words)
}

/// All words of the pairs, each a document of its own in one index.
struct Words<'p> {
    texts: Vec<&'p str>,
    index: Index,
}

impl<'p> Words<'p> {
    fn of(pairs: &[(&'p str, &'p str)]) -> Self {
        let texts: BTreeSet<&str> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
        let texts: Vec<&str> = texts.into_iter().collect();
        Words { index: index_of(&texts), texts }
    }

    /// Whether a search for the one finds the other, without mending its spelling.
    fn meet(&self, query: &str, text: &str) -> bool {
        let query = Query { text: query.to_owned(), limit: 1000, ..Query::new(TENANT) };
        let hits = self.index.search(&query).unwrap();
        hits.matched == Matched::Words
            && hits.hits.iter().any(|hit| self.texts[hit.id.as_u128() as usize - 1] == text)
    }
}

#[test]
fn words_that_must_find_each_other() {
    // ":" both ways; ">" the part finds the compound, but not the compound every text with the part
    let pairs = "
        besøg:besøgsven  besøg:besøgsvenner  besøgsven:besøgsvenner  besøgsvennen:besøgsvenner
        besøgsvenner:besoegsven  BESØGSVEN:besøgsvenner  besøge:besøgsven  besøger:besøg
        barn:børn  barnet:børnene  børn:børns  mand:mænd  manden:mændene  bog:bøger  bogen:bøgerne
        ældre:ældres  ældre:aeldre  ældste:ældre  ung:unge  unge:unges  hånd:hænder  fod:fødder
        far:fædre  mor:mødre  bror:brødre  søster:søstre  datter:døtre  ven:venner  veninde:veninder
        forælder:forældre  nat:nætter  ko:køer  gås:gæs  by:byer
        lektie:lektier  lektier:lektiehjælp  lektiehjælp:lektiecafé  lektiecafeen:lektiecafé
        cykel:cykler  cykel:cyklerne  cykler:cykling  cykel:cykelpilot  hund:hunde  hund:hundelufter
        hunden:hundeluftning  kat:katte  have:haven  have:haver  have:havehjælper  haver>skolehave
        skole>skolehave  skoler:skolen  plejehjem:plejehjemmet  plejehjem:plejehjemmene
        frivillig:frivillige  frivillig:frivilligt  frivillig:frivillighed  frivillighed>frivilligcenter
        læse:læsning  læser:højtlæsning  læseven:læsevenner  synge:sang  sang:sanger  kor>børnekor
        gåtur>gåture  tur>gåtur  tur:turen  køre:kørsel  kørsel:kører  chauffør:chauffører
        træne:træner  træner:træning  træning>fodboldtræning  fodbold>fodboldtræner  strik:strikkecafé
        strikke:strikkeklub  café:cafe  café:caféen  café>sprogcafé  kaffe:kaffen  mad:madlavning
        mad:madens  kok:kokke  spise:fællesspisning  spisning:spiser  reparere:reparation
        cykel>cykelværksted  værksted>cykelværksted  demens:demente  demens:demensvenlig
        ensom:ensomhed  ensom:ensomme  sorg:sorggruppe  gruppe>sorggrupper  handicap:handicappede
        blind:blinde  flygtning:flygtninge  familie>flygtningefamilie  familier:familien
        natur:naturpleje  strand>strandrensning  skov:skoven  skov>skovtur  bibliotek:biblioteket
        museum:museer  museet:museum  kursus:kurser  computer:computere  computer:computerhjælp
        it:it-hjælp  it-hjælp:ithjælp  e-mail:email  indkøb:indkøbet  indkøb:indkøbshjælp
        ledsager:ledsagere  aften:aftener  sommer>sommerfest  fest>sommerfesten  jul>julefrokost
        mødes:møde  møde>bestyrelsesmøde  bestyrelse:bestyrelsen  samtale:samtaler
        dansk>dansktræning  sprog:sproget  sprog:sprogtræning  tolk:tolke  leg:lege  leg>legestue
        dyr:dyrene  hest:heste  fugl>fugletur  blomst:blomster  træ:træer  æble:æbler  bål:bålet
        børn>børnehave  barn>børnehaven  børn>børnefødselsdag  senior:seniorer  seniorer:seniorklub
        kvinde:kvinder  kvinder>kvindekrisecenter  mænd>mandegruppe  indsamler:indsamling
        kontaktperson:kontaktpersoner  musik:musikken  musik>musikskole  genbrug:genbrugsbutik
        butik:butikken  plante:planter  rengøring:rengøre  oversætte:oversættelse
        vågekone:vågekoner  hospice:hospicet  fortælling:fortællinger  foredrag:foredraget
        kørestol:kørestole  økonomi:økonomien  gæld:gældsrådgivning  rådgiver:rådgivning
        strand>strandrydning  forening>foreningsliv  partner>sparringspartnere  projekt>forskningsprojekt
        lørdag:lørdage  lørdag:lørdagen  weekend:weekender  ferie>sommerferie
    ";
    let pairs: Vec<(&str, &str)> = pairs
        .split_whitespace()
        .flat_map(|pair| match (pair.split_once(':'), pair.split_once('>')) {
            (Some((one, other)), _) => vec![(one, other), (other, one)],
            (_, Some((part, compound))) => vec![(part, compound)],
            _ => panic!("{pair} has neither : nor >"),
        })
        .collect();
    let words = Words::of(&pairs);
    let failures: Vec<String> = pairs
        .iter()
        .filter(|(query, text)| !words.meet(query, text))
        .map(|(query, text)| format!("{query} should find {text}"))
        .collect();
    assert!(failures.is_empty(), "{} pairs:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn words_for_the_same_thing() {
    let pairs = [
        ("senior", "Kaffe for ældre"),
        ("pensionister", "Seniorklubben søger vært"),
        ("ældre", "Pensionistforeningen"),
        ("rickshaw", "Kør en tur på cykel"),
        ("cykel", "Rickshawpilot"),
        ("skolehjælp", "Lektiecafé på biblioteket"),
        ("lektier", "Skolehjælp"),
        ("snak", "En god samtale"),
        ("selskab", "Samtalepartner"),
        ("kok", "Madlavning med børn"),
        ("madlavning", "Kokken har brug for en hånd"),
        ("hund", "Hundelufter"),
        ("integration", "Ny i Danmark? Bliv dus med byen"),
        ("ny i danmark", "Netværk for flygtninge"),
        ("flygtninge", "Hjælp en nydansker"),
        ("gåtur", "Gå en tur med en nabo"),
        ("gå en tur", "Gåtur ved søen"),
        ("gå tur", "Gåtur ved søen"),
        ("gå en tur", "Vandrevenner"),
        ("computerhjælp", "It-café"),
        ("tablet", "Hjælp med computer"),
        ("oplæsning", "Læs højt for børn"),
        ("fitness", "Træning på hjul"),
        ("second hand", "Genbrugsbutikken"),
        ("rydde op", "Affaldsindsamling"),
        ("juleaften", "Julehjælp"),
    ];
    let failures: Vec<_> = pairs.iter().filter(|(query, text)| !meets(query, text)).collect();
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn words_that_must_not_find_each_other() {
    let pairs = "
        mand:formand  vand:vandring  ven:venstre  ko:kor  hund:hundrede  bog:bogstav  mad:madras
        barn:garn  have:havet  hav:have  kat:katalog  ung:tung   by:bytte  tand:stand
        æble:bæk  ældre:alder  mor:mord  far:farve  sø:søm  kor:kort  tal:talent  land:landing
        leg:legat  strik:streng  hest:høst   dans:dansk  sang:sangvinsk  and:land
        hus:husk  sal:salg  skov:skovl  ord:ordning  løb:løbesod  fisk:frisk 
        bus:busk   spil:spilde  kok:kokos  mødre:møde  nat:natur  sten:steno
        hånd:håndtering  event:eventuelt  læge:tilrettelægge  følge:selvfølgelig
        besøgsven:læseven  skolehave:skolebibliotek  hundelufter:kattelufter  sommerfugl:fugl
    ";
    let pairs: Vec<(&str, &str)> = pairs
        .split_whitespace()
        .filter_map(|pair| pair.split_once(':'))
        .flat_map(|(one, other)| [(one, other), (other, one)])
        .collect();
    let words = Words::of(&pairs);
    let failures: Vec<String> = pairs
        .iter()
        .filter(|(query, text)| words.meet(query, text))
        .map(|(query, text)| format!("{query} should not find {text}"))
        .collect();
    assert!(failures.is_empty(), "{} pairs:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn compounds_are_learned_from_what_the_tenant_writes() {
    let index = index_of(&["Ringridning på torvet", "Vi elsker ringridning", "Ringridningsfest"]);
    assert_eq!(found(&index, "ringridning").0, 3);
    // a word seen once is not enough to take others apart
    let index = index_of(&["Ringridning på torvet", "Ringridningsfest"]);
    assert_eq!(found(&index, "ringridning").0, 1);
}

#[test]
fn words_written_apart_by_mistake_find_the_compound() {
    assert!(meets("besøgs ven", "Besøgsvenner"));
    assert!(meets("lektie hjælp", "Lektiehjælper"));
    assert!(meets("it hjælp", "It-hjælp til seniorer"));
}

#[test]
fn stopwords_do_not_stand_in_the_way() {
    assert!(meets("jeg vil gerne hjælpe de ældre", "Hjælp på plejehjem for ældre"));
    assert!(meets("en hund til mig", "Hundelufter"));
}
