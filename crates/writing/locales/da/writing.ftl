# Tekster: kommissorier, forretningsordener og andre tekster, som flere skriver sammen.

text-list-title = Tekster
text-list-lead = Kommissorier, forretningsordener og andre tekster, der hører til grupper og råd.
text-none = Ingen tekster endnu
text-none-text = Når nogen skriver et kommissorium eller en forretningsorden, står det her.
text-bodies = Grupper og råd
text-of-no-body = Uden gruppe
text-line-about = { $kind } · ændret { $day }
text-new = Skriv en tekst
text-new-lead = Den er en kladde, som kun I ser, indtil I offentliggør den.
text-begin = Begynd
text-back = Tilbage
text-save = Gem
text-read = Læs teksten
text-write = Skriv i teksten
text-write-title = Skriv: { $title }
text-write-lead = Vælg Ret ved det afsnit, du vil skrive i. Andre kan skrive samtidig.
text-write-published = Alle læser den version, I har offentliggjort. Det, I skriver nu, kommer først frem, når I offentliggør igen.
text-title = Titel
text-title-conflict = En anden har kaldt teksten »{ $title }« imens. Gem igen, hvis den skal hedde det, du har skrevet
text-title-hint = For eksempel »Kommissorium for Frivilligrådet«
text-kind = Hvad er det?
text-kind-mandate = Kommissorium
text-kind-mandate-hint = Hvad gruppen er til for, og hvad den må
text-kind-rules = Forretningsorden
text-kind-rules-hint = Hvordan gruppen arbejder
text-kind-other = Anden tekst
text-kind-policy = Politik
text-body = Hvilken gruppe hører den til?
text-body-none = Ingen gruppe
text-body-missing = Vælg en gruppe, som du leder møderne i
text-headings = Begynd med de sædvanlige overskrifter
text-headings-hint = Du kan ændre og slette dem
text-headings-mandate = Formål | Opgaver | Hvem sidder i gruppen | Hvad gruppen kan beslutte | Møder | Opfølgning og ændringer
text-headings-rules = Møder | Dagsorden | Hvornår gruppen kan beslutte | Inhabilitet | Referat | Ændringer
text-state-draft = Kladde
text-state-published = Offentlig
text-said-version = Version { $number }, { $day }
text-said-draft = Kladde, sidst ændret { $when }
text-is-ahead = Der er skrevet videre
text-is-ahead-text = Du ser den version, alle kan læse.
text-see-what-changed = Se, hvad der er ændret siden
text-is-empty = Der står ikke noget endnu.
text-is-full = Teksten har så mange afsnit, som den kan have. Del den i to tekster, eller slet nogle afsnit.
text-as-pdf = Hent som PDF
text-as-docx = Hent som Word-fil
text-rename = Titel og slags
text-finish = Gem en version, eller offentliggør
text-publish = Gem og offentliggør
text-withdraw = Gør den til kladde
text-delete-title = Slet teksten
text-delete-text = Teksten og alle dens versioner bliver slettet. Det kan ikke fortrydes.
text-delete-published = Teksten er offentlig. Gør den til kladde først, så kan ingen andre læse den, og så kan den slettes.
text-delete = Slet teksten
block-kind = Slags
block-kind-heading2 = Overskrift
block-kind-heading3 = Mindre overskrift
block-kind-paragraph = Afsnit
block-kind-list = Liste
block-kind-table = Tabel
block-kind-decision = Beslutning
block-content = Tekst
block-content-hint = I en liste: et punkt på hver linje. I en tabel: en række på hver linje og | mellem felterne; den første række er overskrifterne.
block-is-empty = Tomt afsnit
block-edit = Ret
block-close = Luk
block-ways = Flyt, tilføj eller slet
block-up = Flyt op
block-down = Flyt ned
block-before = Nyt afsnit før
block-after = Nyt afsnit efter
block-remove = Slet afsnittet
block-save-and-next = Gem, og skriv næste
block-add-last = Tilføj nederst:
block-removed-title = { $count ->
    [one] Et slettet afsnit
   *[other] { $count } slettede afsnit
}
block-removed-text = De kan sættes ind igen i 30 dage.
block-put-back = Fortryd sletning
block-saving = Gemmer …
block-saved = Gemt kl. { $time }
block-saved-joined = Gemt kl. { $time } sammen med det, en anden skrev imens
block-unsaved = Ikke gemt endnu. Vælg Gem for at se hvorfor.
block-conflict = En anden har skrevet i de samme ord imens
block-conflict-text = Det overstregede er den andens ord, det understregede er dine. Din tekst står nedenfor. Saml de to, og gem igen.
block-theirs = den anden skrev:
block-yours = du skrev:
versions-title = Versioner
versions-lead = En version er hele teksten, som den stod. Den bliver aldrig ændret.
versions-none = Der er ikke gemt nogen versioner endnu.
versions-all = Alle versioner
version-keep-title = Gem teksten, som den står nu
version-keep = Gem en version
version-keep-hint = Når I offentliggør, kan alle læse den version. Resten er stadig jeres egen.
version-name = Navn
version-name-hint = For eksempel »Til høring« eller »Vedtaget 3. marts«
version-number = Nummer
version-made-at = Gemt
version-said = Version { $number }
version-said-named = Version { $number }: { $name }
version-is-public = Offentlig
text-write-held = Det, alle læser, kan ikke ændres herfra
text-write-held-text = Det, I skriver her, ser kun I. Det står i kladden, til teksten bliver revideret, eller fejlen bliver rettet på den side, linket fører til.
version-take-back = Gendan denne version
version-take-back-hint = Teksten kommer til at stå, som den stod i denne version. Det, der står nu, bliver gemt som en version først.
version-before-back = Før en version blev gendannet
version-is-back = Version { $number } gendannet
version-before-read-in = Før en fil blev læst ind
compare-title = Sammenlign versioner
compare-from = Fra
compare-to = Til
compare-now = Som den står nu
compare-show = Sammenlign
compare-with-before = Hvad ændrede den?
compare-with-now = Sammenlign med nu
compare-same = Der er ikke ændret noget.
compare-changed = Ændret
compare-added = Tilføjet
compare-removed = Slettet
compare-moved = Flyttet
compare-removed-words = slettet:
compare-added-words = tilføjet:
compare-ends = – slut.
compare-title-was = Titlen:
read-in-heading = Læs en fil ind
read-in-title-short = Læs en fil ind
read-in-lead = Vælg en Word-fil eller en Markdown-fil. Du ser, hvad der er læst, og hvad det ændrer, før noget bliver gemt.
read-in-file = Fil
read-in-file-hint = .docx, .md eller .txt, højst 10 MB. Rettelser i Word bliver læst, som om de er godkendt.
read-in-choose = Vælg en fil
read-in-see = Se, hvad der står i den
read-in-preview = Er det den rigtige tekst?
read-in-counts = { $blocks } afsnit, { $words } ord
read-in-left-out = Det her kommer ikke med
read-in-pictures = { $count ->
    [one] Et billede
   *[other] { $count } billeder
}
read-in-notes = { $count ->
    [one] En fodnote eller kommentar
   *[other] { $count } fodnoter og kommentarer
}
read-in-contents = Indholdsfortegnelsen
read-in-changes = Det bliver ændret
read-in-see-changes = Se, hvad der bliver ændret
read-in-see-text = Se hele teksten fra filen
read-in-title = Brug filens titel
read-in-title-hint = Ellers beholder teksten den titel, den har
read-in-take-title = Brug filens titel: { $title }
read-in-kept-first = Teksten, som den står nu, bliver gemt som en version først.
read-in-carry-out = Erstat teksten
read-in-leave = Lad være
read-in-other-kind = Vælg en Word-fil (.docx) eller en Markdown-fil (.md). Andre slags kan ikke læses ind
read-in-broken = Filen kan ikke læses. Åbn den i Word, gem den igen som .docx, og prøv en gang til
read-in-empty = Der er ingen tekst i filen. Står teksten som et billede, kan den ikke læses
read-in-too-long = Filen er for lang: højst 500 afsnit og omkring 100 sider. Del den i to
known-versions = Versioner af tekster, du har gemt
versions-move = { $count ->
    [one] 1 version af en tekst
   *[other] { $count } versioner af tekster
}
undo-has-written = Personen har gemt en version af en tekst
text-held = Teksten kan ikke ændres her
version-held = Versionen kan ikke offentliggøres her. Den kan gemmes

text-flash-begun = Teksten er begyndt
text-flash-saved = Gemt
text-flash-joined = Gemt sammen med det, en anden skrev imens
text-flash-removed = Afsnittet er slettet. Det kan fortrydes nederst på siden
text-flash-put-back = Afsnittet er sat ind igen
text-flash-is-removed = Afsnittet er slettet. Du kan sætte det ind igen nederst på siden
text-flash-full = Teksten har så mange afsnit, som den kan have
text-flash-is-empty = Skriv noget i teksten først
text-flash-no-change = Der er ikke ændret noget siden den nyeste version
text-flash-version-kept = Versionen er gemt
text-flash-taken-back = Teksten står nu, som den gjorde i den version
text-flash-published = Teksten er offentlig
text-flash-withdrawn = Teksten er en kladde, som kun I kan læse
text-flash-is-published = Teksten er offentlig. Gør den til kladde, før du sletter den
text-flash-of-case = En politik, der er gemt versioner af, hører til sagen og kan ikke slettes
text-flash-deleted = Teksten er slettet
text-flash-read-in = Filen er læst ind. Teksten fra før er gemt som en version
text-flash-not-read = Filen kunne ikke læses ind. Vælg den igen

# Ændringsforslag

text-back-to-text = Tilbage til teksten
change-lead = Du kan foreslå en ændring ved hvert afsnit.
change-list-title = Ændringsforslag
change-list-how = Vil du foreslå noget selv? Vælg »Foreslå en ændring« ved afsnittet i teksten.
change-counts = { $open ->
    [0] Ingen forslag venter på svar.
    [one] 1 forslag venter på svar.
   *[other] { $open } forslag venter på svar.
} { $answered ->
    [0] { "" }
    [one] 1 er afsluttet.
   *[other] { $answered } er afsluttet.
}
change-count = { $count ->
    [one] 1 ændringsforslag
   *[other] { $count } ændringsforslag
}
change-see-all = Se alle
change-one = Ændringsforslag
change-numbered = Forslag { $number }: { $shape }
change-by = { $who }, { $day }
change-line-about = { $shape } · { $day }
change-from-somebody = En borger
change-from-behalf = { $behalf } ved { $name }
change-to-paragraph = Afsnittet »{ $words }«
change-to-gone = Afsnit, der ikke står i teksten mere
change-paragraph = Afsnittet, som det stod
change-paragraph-now = Sådan står afsnittet nu
change-paragraph-is-other = Afsnittet er ændret siden. Sådan står det nu
change-paragraph-gone = Afsnittet er taget ud af teksten, efter at forslaget kom.
change-text-gone = Teksten er slettet.
change-propose = Foreslå en ændring
change-propose-to = til »{ $words }«
change-new = Foreslå en ændring
change-new-lead = Ret ordene, som du synes, de skal være. Dem, der skriver teksten, svarer dig.
change-ways = Hvad vil du foreslå?
change-shape-words = Andre ord
change-shape-after = Et nyt afsnit efter
change-shape-out = Tag afsnittet ud
change-said = Sådan skal der stå
change-said-hint = Ret i ordene. Resten lader du stå.
change-said-new = Det nye afsnit
change-said-same = Det er de samme ord som nu. Ret det, du vil have anderledes
change-out-text = Du foreslår, at hele afsnittet bliver taget ud.
change-reason = Hvorfor?
change-reason-hint = Et par sætninger. Alle kan læse det
change-who = Hvem er du?
change-behalf = På vegne af
change-behalf-hint = Hvis du skriver for en forening eller et råd
change-name = Navn
change-name-only = Skriv kun dit navn
change-email = E-mail
change-email-hint = Du får et link til at bekræfte, og svaret, når det kommer. Adressen bliver ikke vist
change-nameless = Vis ikke mit navn
change-nameless-hint = Så står der, at det er fra en borger, eller hvem du skriver for
change-has-address = Alle kan læse det her. Skriv det uden e-mailadresser
change-has-number = Alle kan læse det her. Skriv det uden telefonnumre
change-too-many = Der venter så mange forslag på svar, at der ikke kan komme flere lige nu. Prøv igen om nogle dage
change-next = Du får en mail med et link. Når du bekræfter, kan alle læse forslaget. Når der er svaret, får du besked.
change-next-signed-in = Alle kan læse forslaget. Når der er svaret, får du besked.
change-send = Send forslaget
change-thanks-title = Se i din mail
change-thanks-text = Vi har sendt et link til dig. Når du bekræfter, er forslaget sendt.
change-thanks-no-mail = Kommer der ingen mail, så se i uønsket post, og prøv igen.
change-text-was-changed = Teksten er ændret, mens du skrev
change-text-was-changed-text = Afsnittet herover er, som det står nu. Dine ord står nedenfor. Ret dem til, og send igen.
change-state = Tilstand
change-state-unconfirmed = Ikke bekræftet
change-state-open = Venter på svar
change-state-accepted = Taget med
change-state-altered = Taget med i andre ord
change-state-declined = Ikke taget med
change-state-withdrawn = Trukket tilbage
change-state-lapsed = Lukket uden svar
change-overlaps-one = Ændrer de samme ord som forslag { $number }.
change-overlaps = Ændrer de samme ord som forslag { $numbers }.
change-is-hidden = Skjult for andre end jer og forslagsstilleren.
change-is-written = Det er skrevet ind i teksten. Alle kan læse det, når teksten bliver offentliggjort igen.
change-is-read = Det står nu i den tekst, alle læser.
change-is-other = Det blev taget med. Siden er afsnittet ændret igen.
change-answer-label = Svar
change-result-label = Sådan kom der til at stå
change-own-unconfirmed = Bekræft, at det er dig, så bliver forslaget sendt.
change-own-open = Forslaget er sendt. Du får en mail, når der er svaret.
change-confirm = Bekræft, og send forslaget
change-withdraw = Træk forslaget tilbage
change-withdraw-text = Så kan ingen andre læse det, og det bliver ikke besvaret.
change-hide = Skjul forslaget
change-hide-text = Står der noget, som andre ikke må læse, kan du skjule forslaget. Det skal stadig besvares.
change-put-back = Vis forslaget igen
change-answer-title = Svar på forslaget
change-answer-lead = Forslagsstilleren får svaret i en mail, og alle kan læse det her.
change-join = Saml forslagene, og svar
change-join-this = Tag med, eller ret til
change-join-title = Saml forslag til et afsnit
change-join-lead = Vælg de forslag, I vil tage med, og se, hvordan afsnittet kommer til at stå.
change-join-none = Ingen forslag til afsnittet venter på svar.
change-chosen = Hvilke forslag skal med?
change-see-joined = Se dem samlet
change-answer-alone = Svar på det for sig
change-joined-title = Sådan kommer afsnittet til at stå
change-joined = Afsnittet
change-joined-hint = Du kan rette i det, før du gemmer
change-joined-clean = Forslagene ændrer ikke de samme ord, så de er sat sammen.
change-joined-told = Når du gemmer, får hver forslagsstiller en mail.
change-joined-save = Gem i teksten, og svar
change-joined-same = Teksten er ikke ændret. Ret den, eller afvis forslaget
change-clash = De her forslag ændrer ord, der også er ændret et andet sted
change-clash-text = De er ikke sat ind. Det overstregede er det, der står nu, og det understregede er forslagets ord. Ret afsnittet nedenfor, som det skal være.
change-answer = Hvorfor?
change-answer-all = Hvorfor? Til alle, der er valgt
change-answer-hint = Skal skrives, når ordene bliver nogle andre end de foreslåede
change-altered-because = Ordene er nogle andre end de foreslåede. Skriv hvorfor
change-result = Afsnittet, som det skal stå
change-result-hint = Du kan rette i det, før det bliver sat ind
change-accept-insert = Sæt ind som nyt afsnit, og svar
change-accept-remove = Tag afsnittet ud, og svar
change-paragraph-was-written = Afsnittet er ændret imens. Læs det, og tag stilling igen
change-decline = Afvis forslaget
change-decline-because = Hvorfor tager I det ikke med?
change-decline-hint = Forslagsstilleren og alle andre læser det
change-gate-title = Hvem kan foreslå ændringer?
change-gate-is-open = Alle, der læser teksten, kan foreslå ændringer.
change-gate-is-always = Alle, der kan læse teksten, kan foreslå ændringer, også mens den er en kladde.
change-gate-is-waiting = Teksten er en kladde. Når den bliver offentliggjort, kan alle foreslå ændringer.
change-gate-is-closed = Der er lukket for ændringsforslag.
change-gate-open = Åbn for ændringsforslag
change-gate-when-published = Åbn, når teksten er offentlig
change-gate-always = Åbn også, mens den er en kladde
change-gate-close = Luk for ændringsforslag
change-gate-told = { $count ->
    [one] 1 forslag uden svar bliver afsluttet, når der bliver lukket. Forslagsstilleren får en mail.
   *[other] { $count } forslag uden svar bliver afsluttet, når der bliver lukket. Forslagsstillerne får en mail.
}
change-mine = Mine ændringsforslag
change-known-at = Sendt
changes-move = { $count ->
    [one] 1 ændringsforslag
   *[other] { $count } ændringsforslag
}
change-retention = Navn og e-mail på den, der har foreslået en ændring i en tekst uden at have en konto
change-retention-purpose = At fortælle, hvad der kom ud af forslaget
change-lost-link = Virker hele linket heller ikke, er forslaget slettet, fordi det ikke blev bekræftet i tide, eller fordi teksten er væk. Er teksten der endnu, så åbn den, og send forslaget igen. Så får du et nyt link.
work-kind-change = Ændringsforslag
work-answer-changes = { $count ->
    [one] Svar på 1 ændringsforslag
   *[other] Svar på { $count } ændringsforslag
}
change-mail-confirm-subject = Bekræft dit ændringsforslag: { $title }
change-mail-confirm = Nogen, sikkert dig, har foreslået en ændring i »{ $title }«. Bekræft, at det er dig, så bliver forslaget sendt.
change-mail-confirm-link = Se forslaget, og bekræft
change-mail-not-you = Er det ikke dig, skal du ikke gøre noget. Så bliver forslaget slettet.
change-mail-answered-subject = Svar på dit ændringsforslag: { $title }
change-mail-accepted = Tak for dit forslag til »{ $title }«. Det er taget med.
change-mail-altered = Tak for dit forslag til »{ $title }«. Det er taget med i andre ord.
change-mail-declined = Tak for dit forslag til »{ $title }«. Det er ikke taget med.
change-mail-said = Du foreslog: { $words }
change-mail-because = Svaret: { $answer }
change-mail-result = Sådan står der nu: { $words }
change-mail-follow = Se forslaget og svaret
change-mail-lapsed-subject = Der er lukket for ændringsforslag: { $title }
change-mail-lapsed = Der blev lukket for ændringsforslag til »{ $title }«, før der blev svaret på dit.
change-mail-why = Du får mailen, fordi du har foreslået en ændring i en tekst.
change-flash-sent = Tak. Forslaget er sendt
change-flash-closed = Der er lukket for ændringsforslag
change-flash-was-answered = Forslaget er besvaret eller trukket tilbage imens
change-flash-withdrawn = Forslaget er trukket tilbage
change-flash-accepted = Gemt i teksten. Offentliggør den, når alle skal kunne læse det
change-flash-declined = Svaret er sendt
change-flash-hidden = Forslaget er skjult
change-flash-shown = Forslaget bliver vist igen
text-mail-subject = Ny version: { $title }
text-mail-news = { $body } har en ny version af { $title }:
text-mail-line-public = { $version } (offentlig)
text-mail-read = Læs teksten
text-mail-versions = Se alle versioner
text-mail-why = Du får denne mail, fordi du sidder i { $body }. Du vælger selv på Min profil, hvor tit du får mail: { $profile }
