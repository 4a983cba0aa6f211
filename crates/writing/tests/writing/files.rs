//! Out as files and in from files.

use samskab_document::{Block, ReadText};

use super::*;

async fn written(house: &House, asta: &mut Browser<'_>) -> String {
    let path = begun(house, asta).await;
    write(asta, &path, "heading2", "Formål").await;
    write(asta, &path, "paragraph", "Gruppen deler viden & erfaring.\nOgså på tværs.").await;
    write(asta, &path, "list", "Nøglepersoner\nKoordinatoren").await;
    write(asta, &path, "heading3", "Møder").await;
    write(asta, &path, "table", "Måned | Emne\nMarts | Kurser").await;
    write(asta, &path, "decision", "Gruppen mødes fire gange.").await;
    path
}

#[db_test]
async fn a_text_goes_out_as_word_and_comes_in_again_as_it_was(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = written(&house, &mut asta).await;
    let before = blocks(&house, &path).await;
    let pdf = asta.get(&format!("{path}/tekst.pdf")).await;
    assert!(pdf.status == 200 && pdf.bytes.starts_with(b"%PDF-"));
    let docx = asta.get(&format!("{path}/tekst.docx")).await;
    assert_eq!(docx.status, 200);
    let read = ReadText::from_docx(&docx.bytes).unwrap();
    assert_eq!(read.title, "Kommissorium");
    assert!(read.subtitle.starts_with("Kladde"), "{}", read.subtitle);
    let decision = Block::Decision { label: "Beslutning".into(), text: "Gruppen mødes fire gange.".into() };
    assert_eq!(read.blocks.last(), Some(&decision));
    let preview = asta.post_file(&format!("{path}/indlaes"), "tekst.docx", &docx.bytes).await;
    assert_eq!(preview.status, 200, "{}", preview.body);
    assert!(preview.has("Der er ikke ændret noget."), "{}", preview.body);
    let json = hidden(&preview, "laest");
    assert_eq!(asta.post(&format!("{path}/indlaes/gennemfoer"), &[("laest", &json)]).await.status, 303);
    let after = blocks(&house, &path).await;
    assert_eq!(after, before, "the same blocks under the same ids");
}

#[db_test]
async fn a_file_is_shown_first_and_what_it_replaces_is_kept(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = written(&house, &mut asta).await;
    let before = blocks(&house, &path).await;
    let markdown = "# Nyt kommissorium\n\n## Formål\n\nGruppen deler viden & erfaring. Også på tværs af området.\n\n![logo](a.png)\n\nEt helt nyt afsnit.\n";
    let preview = asta.post_file(&format!("{path}/indlaes"), "udkast.md", markdown.as_bytes()).await;
    assert!(preview.has("Et billede") && preview.has("Et helt nyt afsnit."), "{}", preview.body);
    assert!(preview.has("slettet") && preview.has("Nøglepersoner"), "what goes is shown: {}", preview.body);
    assert_eq!(blocks(&house, &path).await, before, "nothing is changed yet");
    assert!(versions(&house, &path).await.is_empty());
    let json = hidden(&preview, "laest");
    let fields = [("laest", json.as_str()), ("titel", "ja")];
    assert_eq!(asta.post(&format!("{path}/indlaes/gennemfoer"), &fields).await.status, 303);
    let after = blocks(&house, &path).await;
    assert_eq!(text(&house, &path).await.title, "Nyt kommissorium");
    assert_eq!(after.len(), 4, "{after:?}");
    assert_eq!((after[0].id, after[1].id), (before[0].id, before[1].id), "what stayed keeps its id");
    let kept = versions(&house, &path).await;
    assert_eq!(kept[0].0, "Før en fil blev læst ind");
    assert_eq!(kept[0].1.blocks.len(), before.len());
    // What another has open when the file comes is not lost: it is put back with what they wrote.
    let list = format!("/tekstblokke/{}", before[2].id);
    let late = [
        ("slags", "list"),
        ("foer_slags", "list"),
        ("foer", "Nøglepersoner\nKoordinatoren"),
        ("tekst", "Nøglepersoner\nKoordinatoren\nFormanden"),
        ("version", "2"),
    ];
    assert_eq!(asta.post(&list, &late).await.status, 303);
    assert!(contents(&house, &path).await.iter().any(|one| one.ends_with("Formanden")));
}

#[db_test]
async fn what_cannot_be_read_is_said_with_the_next_step(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    let at = format!("{path}/indlaes");
    let number = samskab_kernel::cpr::made_up();
    let with_number = format!("Ring til {number}");
    for (name, bytes, said) in [
        ("", &b""[..], "Vælg en fil"),
        ("tekst.docx", &b"PK\x03\x04 og ikke mere"[..], "Filen kan ikke læses"),
        ("plan.pdf", &b"%PDF-1.7"[..], "Vælg en Word-fil"),
        ("tekst.docx", &b"%PDF-1.7"[..], "hedder noget andet"),
        ("tom.md", &b"  \n \n"[..], "Der er ingen tekst i filen"),
        ("kun-titel.md", &b"# Titel\n"[..], "Der er ingen tekst i filen"),
        ("lang.md", "Et ord.\n\n".repeat(600).as_bytes(), "for lang"),
        ("cpr.txt", with_number.as_bytes(), "CPR"),
    ] {
        let page = asta.post_file(&at, name, bytes).await;
        assert!(page.status == 422 && page.has(said), "{name}: {} {}", page.status, page.body);
    }
    // What comes back is judged again: a browser sent it.
    let carry_out = format!("{at}/gennemfoer");
    let many = format!(
        r#"{{"title":"","blocks":[{}]}}"#,
        vec![r#"{"kind":"paragraph","content":"a"}"#; 501].join(",")
    );
    let bad = format!(r#"{{"title":"","blocks":[{{"kind":"paragraph","content":"{number}"}}]}}"#);
    for json in ["", "[]", "{\"title\":\"\",\"blocks\":[]}", &many, &bad] {
        let page = asta.post(&carry_out, &[("laest", json)]).await;
        assert_eq!(page.location, at, "{json}");
    }
    assert!(blocks(&house, &path).await.is_empty());
    let mut karen = house.signed_in(house.town.key_care).await;
    assert_eq!(karen.post(&carry_out, &[("laest", "{}")]).await.status, 404);
    assert_eq!(karen.get(&at).await.status, 403);
}
