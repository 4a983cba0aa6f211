# Borgermøder: tilmelding, pladser, venteliste og det, der blev sagt ved bordene.

dialogue-list-title = Borgermøder
dialogue-list-lead = Møder, hvor alle er velkomne, og hvor kommunen lytter.
dialogue-none = Ingen møder på vej
dialogue-none-text = Kig forbi igen senere.
dialogue-past = Tidligere møder
dialogue-add = Planlæg et borgermøde
dialogue-change = Ret mødet
dialogue-cancel = Aflys borgermødet
dialogue-open = Åbn for tilmelding
dialogue-state-draft = Kladde
dialogue-state-cancelled = Aflyst
dialogue-state-over = Holdt
dialogue-title = Hvad hedder mødet?
dialogue-title-hint = For eksempel: Dialogmøde om frivillige på plejehjem
dialogue-about = Hvad handler det om, og hvem er det for?
dialogue-when = Hvornår
dialogue-place = Sted
dialogue-access = Adgang
dialogue-access-hint = Elevator, teleslynge, handicapparkering, bus
dialogue-programme = Program
dialogue-programme-hint = Et punkt på hver linje: 19.00 Velkomst
dialogue-seats = Pladser
dialogue-seats-hint = Lad feltet stå tomt, hvis der er plads til alle
dialogue-seats-taken = { $count } har allerede en plads. Der kan ikke være færre pladser end det.
dialogue-closes = Sidste dag for tilmelding
dialogue-closes-hint = Lad feltet stå tomt, hvis man kan melde sig til, indtil mødet begynder
dialogue-closes-after = Tilmeldingen kan ikke slutte efter mødet
dialogue-prompts = Spørgsmål til bordene
dialogue-prompts-none = Ingen faste spørgsmål
dialogue-prompts-expectations = Forventninger til hinanden
dialogue-prompts-workplace = Frivillige på arbejdspladsen
dialogue-ask-ourselves = Hvad kan og vil vi selv?
dialogue-ask-the-others = Hvad kan og vil de andre, og hvad er der plads til hos dem?
dialogue-ask-trust = Hvad skal der til, for at vi har tillid til hinanden og mødes som ligeværdige?
dialogue-ask-boundary = Hvad er fagligt arbejde hos os, og hvad kan frivillige gøre?
dialogue-ask-worry = Hvem er det til gavn for, og hvad bekymrer os?
dialogue-ask-effort = Hvad kræver det af leder og medarbejdere?
dialogue-ask-first = Hvad prøver vi først, og hvornår retter vi til?
dialogue-themes = Temaer
dialogue-themes-hint = Et tema på hver linje. Noterne fra bordene samles under dem
dialogue-told-of-change = { $count ->
    [one] 1 er tilmeldt. Ændrer du tid eller sted, får de en mail.
   *[other] { $count } er tilmeldt. Ændrer du tid eller sted, får de hver en mail.
}
dialogue-told-of-cancel = { $told ->
    [0] Ingen har givet en mailadresse, så ingen får en mail.
    [one] 1 tilmeldt får en mail.
   *[other] { $told } tilmeldte får hver en mail.
}{ $without ->
    [0] {""}
    [one] {" "}1 er skrevet på uden mail og skal ringes op.
   *[other] {" "}{ $without } er skrevet på uden mail og skal ringes op.
}
dialogue-cancel-reason-hint = Det læser alle, der er tilmeldt
dialogue-we-ask = Det spørger vi om
dialogue-facts = Tid, sted og pladser
dialogue-seats-open = Plads til alle
dialogue-seats-left = { $left ->
    [one] 1 ledig plads af { $seats }
   *[other] { $left } ledige pladser af { $seats }
}
dialogue-seats-none = Alle pladser er taget
dialogue-sign-up = Meld dig til
dialogue-sign-up-until = Du kan tilmelde dig til og med { $closes }.
dialogue-sign-up-until-it-begins = Du kan melde dig til, indtil mødet begynder.
dialogue-sign-up-button = Tilmeld
dialogue-wait-list = Skriv dig på ventelisten
dialogue-wait-list-text = Alle pladser er taget. Bliver der en ledig, får du den og en mail om det.
dialogue-wait-list-button = Skriv mig på ventelisten
dialogue-name = Dit navn
dialogue-name-only = Skriv kun dit navn
dialogue-email = Din e-mail
dialogue-email-hint = Vi skriver til dig, om du har en plads
dialogue-persons = Hvor mange kommer I?
dialogue-persons-hint = Tæl dig selv med. Står feltet tomt, er det kun dig
dialogue-needs = Er der noget, vi skal sørge for?
dialogue-needs-hint = Tolk, kørestolsplads, en siddeplads tæt på scenen. Skriv ikke, hvorfor
dialogue-what-happens = Dit navn ser kun de, der holder mødet. Det slettes 90 dage efter.
dialogue-you-have-a-place = Du har en plads
dialogue-you-wait = Du står på ventelisten
dialogue-you-do-not-come = Du er meldt fra
dialogue-thanks-title = Tak for din tilmelding
dialogue-thanks-text = Vi har sendt dig en mail. Den siger, om du har en plads, og har et link, hvis du alligevel ikke kan komme.
dialogue-thanks-no-mail = Er mailen ikke kommet om lidt, så se i uønsket post. Ellers kan du ringe til kommunen.
dialogue-back-to-meeting = Til mødet
dialogue-so-many = { $count ->
    [one] Du kommer alene.
   *[other] I kommer { $count }.
}
dialogue-see-programme = Se programmet
dialogue-so-many-wait = { $count ->
    [one] Du venter på én plads.
   *[other] I er { $count } og venter på pladser.
}
dialogue-withdraw = Jeg kan ikke komme
dialogue-guests-title = Deltagere
dialogue-coming = Har en plads
dialogue-waiting = Venteliste
dialogue-nobody = Ingen endnu
dialogue-counts = { $coming } har en plads. { $waiting } står på venteliste.
dialogue-counts-came = { $came } kom. { $coming } havde en plads.
dialogue-and-more = { $count ->
    [one] og 1 mere
   *[other] og { $count } mere
}
dialogue-came = Kom
dialogue-save-came = Gem, hvem der kom
dialogue-check-in-later = Fra dagen før mødet kan du sætte kryds ved dem, der kommer.
dialogue-take-off = Meld fra
dialogue-take-off-place = { $persons ->
    [one] { $name } mister sin plads.
   *[other] { $name } mister { $persons } pladser.
} Er nogen på ventelisten, der kan være der, går pladsen til dem med det samme. Det kan ikke fortrydes.
dialogue-take-off-waiting = { $name } står ikke længere på ventelisten. Det kan ikke fortrydes.
dialogue-take-off-mail = { $name } får en mail om det.
dialogue-take-off-no-mail = Vi har ingen mailadresse på { $name }, så giv selv besked.
dialogue-take-off-button = Meld { $name } fra
dialogue-write-down = Skriv en på, der har ringet
dialogue-write-down-text = De får ingen mail. Sig, om de har en plads, mens I taler sammen.
dialogue-write-down-button = Skriv på
dialogue-guest-name = Navn
dialogue-guest-phone = Telefon
notes-title = Noter fra bordene
notes-of = Noter: { $title }
notes-public-title = Det blev sagt
notes-none = Der er ingen noter endnu.
notes-link-title = Link til bordene
notes-link-once = Skriv linket op eller vis det på skærmen nu. Det kan ikke vises igen, men du kan altid lave et nyt. Det virker fra dagen før mødet til en uge efter.
notes-make-link = Lav et link til bordene
notes-new-link = Lav et nyt link til bordene
notes-publish = Lad alle læse noterne
notes-hide = Skjul noterne igen
note-add-title = Skriv en note
note-add = Gem noten
note-remove = Slet noten
note-remove-text = Noten forsvinder og kan ikke hentes frem igen.
note-remove-public = Den forsvinder også fra mødets side, hvor alle kan læse den.
note-remove-button = Slet noten for altid
note-group = Hvilket bord eller hvilken gruppe?
note-group-hint = For eksempel: Bord 4. Skriv ingen navne
note-prompt = Spørgsmål
note-prompt-none = Intet bestemt spørgsmål
note-theme = Tema
note-theme-none = Uden tema
note-kind = Hvad er det?
note-kind-summary = Det, vi talte om
note-kind-quote = Citat
note-kind-idea = Idé
note-kind-concern = Bekymring
note-said = Hvad blev der sagt?
note-said-hint = Kort og med bordets egne ord
tables-title = Noter fra jeres bord
tables-text = Skriv, mens I taler. Vælg én, der skriver. Vi spørger ikke, hvem der sagde hvad.
tables-closed = Her kan I skrive fra dagen før mødet til en uge efter.
tables-own = Det har I skrevet
work-open-dialogue = Åbn borgermødet for tilmelding
work-publish-notes = Saml noterne fra borgermødet
dialogue-retention = Tilmeldinger til borgermøder
dialogue-retention-purpose = For at holde en plads og skrive om ændringer
dialogue-lost-link = Virker hele linket heller ikke, er tilmeldingen slettet, efter at mødet blev holdt. Under Borgermøder kan du se de møder, der kommer.
notes-lost-link = Virker hele linket heller ikke, er der lavet et nyt. Spørg den, der leder mødet.
dialogue-moves = { $count ->
    [one] 1 tilmelding til borgermøder
   *[other] { $count } tilmeldinger til borgermøder
}
known-dialogue = Borgermøde
dialogue-mail-place-subject = Du har en plads: { $title }
dialogue-mail-place = { $count ->
    [one] Tak for din tilmelding til { $title }. Du har en plads.
   *[other] Tak for din tilmelding til { $title }. I har { $count } pladser.
}
dialogue-mail-waiting-subject = Du står på ventelisten: { $title }
dialogue-mail-waiting = Tak for din tilmelding til { $title }. Alle pladser er taget, så du står på ventelisten. Bliver der en ledig plads, får du den og en mail om det.
dialogue-mail-got-subject = Du har fået en plads: { $title }
dialogue-mail-got = { $count ->
    [one] Der blev en plads ledig til { $title }, og den er din.
   *[other] Der blev pladser ledige til { $title }, og I har fået { $count }.
}
dialogue-mail-moved-subject = Ny tid eller nyt sted: { $title }
dialogue-mail-moved = { $title } skulle have været { $time }. Nu er det sådan:
dialogue-mail-cancelled-subject = Aflyst: { $title }
dialogue-mail-cancelled = { $title } er desværre aflyst. { $reason }
dialogue-mail-off-subject = Du er meldt fra: { $title }
dialogue-mail-off = De, der holder { $title }, har meldt dig fra. Er det en fejl, så meld dig til igen på mødets side.
dialogue-mail-reminder-subject = Vi ses snart: { $title }
dialogue-mail-reminder = { $days ->
    [0] I dag er det { $title }.
    [1] I morgen er det { $title }.
   *[other] Om { $days } dage er det { $title }.
} Kan du alligevel ikke komme, så meld fra, så en anden får pladsen.
dialogue-mail-access = Adgang: { $access }
dialogue-mail-own = Se din tilmelding, eller meld fra
dialogue-mail-see = Se mødet
dialogue-mail-again = Du var allerede tilmeldt. Vil I være flere eller færre, så meld fra og til igen.
dialogue-mail-not-you = Er det ikke dig, der har tilmeldt dig, så meld fra med linket.
dialogue-mail-why = Du får denne mail, fordi nogen har tilmeldt dig til { $title }.
dialogue-flash-planned = Mødet er planlagt som kladde. Åbn det, når det er klar
dialogue-flash-changed = Mødet er rettet
dialogue-flash-opened = Mødet er åbent for tilmelding
dialogue-flash-cancelled = Mødet er aflyst
dialogue-flash-over = Mødet kan ikke ændres mere
dialogue-flash-was-changed = Mødet er blevet ændret imens. Her er det, som det er nu
dialogue-flash-closed = Man kan ikke melde sig til mere
dialogue-flash-place = Du har en plads
dialogue-flash-waiting = Du står på ventelisten
dialogue-flash-withdrawn = Du er meldt fra. Tak, fordi du sagde til
dialogue-flash-written-down = Skrevet på, med en plads
dialogue-flash-written-waiting = Skrevet på ventelisten
dialogue-flash-removed = Meldt fra
dialogue-flash-not-yet = Fremmøde kan først noteres fra dagen før
dialogue-flash-check-in = Fremmødet er gemt
dialogue-flash-note = Noten er gemt
dialogue-flash-note-removed = Noten er slettet
dialogue-flash-notes-public = Alle kan nu læse noterne
dialogue-flash-notes-hidden = Noterne er skjult
dialogue-mail-file-moved = Åbn den vedhæftede fil, så flytter mødet sig i din kalender.
dialogue-mail-file-waiting = Vil du holde tiden fri, så åbn den vedhæftede fil. I din kalender står mødet som ikke sikkert, til du får en plads.
undo-comes-to-a-meeting = Er tilmeldt et borgermøde
