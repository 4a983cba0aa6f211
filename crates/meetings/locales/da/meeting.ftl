# Møder: dagsorden, referat, beslutninger og det, der skal gøres bagefter.

meeting-when = { $day } kl. { $from }–{ $to }
meeting-name = Møde { $day }
meeting-name-titled = { $title }, { $day }
meeting-state-planned = Planlagt
meeting-state-called = Indkaldt
meeting-state-minuted = Referat venter på godkendelse
meeting-state-approved = Referat godkendt
meeting-state-cancelled = Aflyst
meeting-plan = Planlæg et møde
meeting-plan-button = Planlæg
meeting-title = Titel
meeting-title-hint = Kun hvis mødet er noget særligt
meeting-day = Dag
meeting-from = Fra kl.
meeting-to = Til kl.
meeting-place = Sted
meeting-place-hint = Adresse og lokale, eller et link, hvis mødet er på skærm
meeting-repeat = Gentag
meeting-repeat-once = Kun én gang
meeting-repeat-monthly = Hver måned
meeting-repeat-quarterly = Hvert kvartal
meeting-repeat-half-yearly = Hvert halve år
meeting-count = Hvor mange møder
meeting-count-hint = Op til 12. Samme ugedag, samme uge i måneden
meeting-ends-before = Mødet slutter, før det begynder
meeting-day-is-past = Dagen er gået. Vælg en anden, eller sæt kryds ved, at mødet er holdt
meeting-day-has-minutes = Der er skrevet referat. Vælg den dag, mødet blev holdt
meeting-was-held = Mødet er holdt
meeting-was-held-hint = Så skriver I referatet bagefter. Ingen får en mail om datoen
meeting-moved-held-hint = Så skriver I referatet bagefter. De, der er indkaldt eller har fået datoen, får en mail om den nye tid
meeting-body-not-there = Gruppen findes ikke den dag
meeting-back = Fortryd
meeting-save = Gem
meeting-change = Ret tid og sted
meeting-told-of-new-time = { $count ->
    [one] 1 er indkaldt. Skifter mødet tid eller sted, får de en mail. Skifter det tid, svarer de igen.
   *[other] { $count } er indkaldt. Skifter mødet tid eller sted, får de en mail. Skifter det tid, svarer de igen.
}
meeting-cancel = Aflys mødet
meeting-cancel-button = Aflys
meeting-cancel-reason = Hvorfor?
meeting-cancel-reason-hint = Det læser alle, der er indkaldt
meeting-told-of-cancel = { $count ->
    [0] Ingen er indkaldt endnu, så ingen får en mail.
    [one] 1 er indkaldt og får en mail.
   *[other] { $count } er indkaldt og får hver en mail.
}
meeting-cancelled-because = Aflyst: { $reason }
meeting-not-held = Mødet blev ikke holdt
meeting-not-held-text = Tiden er gået, så ingen får en mail. Mødet tæller ikke med i årets møder.
meeting-agenda = Dagsorden
meeting-agenda-empty = Der er ingen punkter endnu.
meeting-closed-items = { $count ->
    [one] Et punkt er lukket og kan kun læses af dem, der sidder i gruppen.
   *[other] { $count } punkter er lukkede og kan kun læses af dem, der sidder i gruppen.
}
meeting-about = Om mødet
meeting-who = Hvem kommer
meeting-calendar = Læg mødet i din kalender
meeting-as-pdf = Hent som PDF
meeting-as-docx = Hent som Word-fil
meeting-file-agenda = Dagsorden: { $body }, { $day }
meeting-file-minutes = Referat: { $body }, { $day }
meeting-file-where = Sted
meeting-file-about = Om
meeting-file-state = Tilstand
meeting-file-cancelled = Aflyst, fordi
meeting-file-name = Navn
meeting-file-answer = Svar
meeting-call = Send dagsordenen
meeting-call-again = Send dagsordenen igen
meeting-substitute = Hvem kommer i stedet?
meeting-substitute-hint = Kan stå tomt
meeting-changed-since = Dagsordenen er ændret, siden den blev sendt { $day }
meeting-changed-send = De indkaldte har den gamle. Send den igen, når du er færdig.
meeting-changed-read = Det nye står ved punkterne.
item-is-new = kom til { $day }, efter at dagsordenen blev sendt
item-is-changed = ændret { $day }, efter at dagsordenen blev sendt
item-verb-discusses = Drøfter
item-verb-recommends = Indstiller
item-verb-decides = Beslutter
item-verb-adopts = Vedtager
item-verb-hears = Hører
item-verb-is-informed = Orienteres
item-state-open = Ikke behandlet
item-state-decided = Behandlet
item-state-postponed = Udsat
item-state-withdrawn = Trukket tilbage
item-add = Tilføj et punkt
item-edit = Ret punktet
item-edit-short = Ret
item-up = Flyt op
item-fetch = Hent det, der venter
item-save = Gem punktet
item-withdraw = Træk punktet tilbage
item-title = Punkt
item-verb-stands = Punktet skal besluttes. Det kan ikke blive til noget andet.
item-verb = Hvad gør gruppen med det?
item-verb-hint = Det samme kan godt komme igen senere med et andet ord
item-about = Beskrivelse
item-proposal = Indstilling
item-proposal-hint = Det, der bliver foreslået
item-closed = Lukket punkt
item-closed-hint = Kan kun læses af dem, der sidder i gruppen
item-is-closed = Lukket
item-case-number = Sagsnummer
item-case-number-short = Sag
item-kle = KLE-emne
item-kle-hint = For eksempel 27.69.40
item-kle-short = KLE
item-kle-wrong = Skriv emnet som tal med punktum imellem, for eksempel 27.69.40
item-decision-number = Beslutning
item-approve-minutes = Godkend referatet fra { $day }
item-follow-ups = Opfølgning
minutes-title = Referat
minutes-write = Skriv referat
minutes-write-item = Skriv referat
minutes-back = Til dagsordenen
minutes-items = Punkterne
minutes-was-there = Hvem var der?
minutes-too-few = Færre end halvdelen var til stede
minutes-no-seats = Ingen har en plads i gruppen. Skriv, hvem der var der.
minutes-others-there = Andre, der var der
minutes-others-there-hint = Stedfortrædere og gæster, for eksempel »Vikar Papsen for Erik«
minutes-nobody-noted = Det er ikke noteret, hvem der var der.
minutes-too-few-text = Se efter i forretningsordenen, om I kan beslutte noget. I kan udsætte punkterne til næste møde.
minutes-save-attendance = Gem, hvem der var der
minutes-not-written = Mangler
minutes-came = Hvad skete der med punktet?
minutes-came-decided = Behandlet
minutes-came-postponed = Udsat til et senere møde
minutes-came-withdrawn = Trukket tilbage
minutes-decision = Beslutning
minutes-decision-hint = Det, gruppen kom frem til, så andre kan læse det. Skal stå her, når punktet er behandlet
minutes-decision-missing = Skriv, hvad gruppen kom frem til
minutes-reason = Begrundelse
minutes-reason-hint = Hvorfor, når det ikke siger sig selv. Skal stå her, når punktet er udsat eller forslaget afvist
minutes-reason-missing = Skriv, hvorfor punktet er udsat
minutes-disqualified = Inhabile
minutes-disqualified-hint = Hvem der ikke tog del i punktet, fordi sagen angår dem selv
minutes-votes = Stemmer
minutes-disqualified-others = Andre inhabile
minutes-disqualified-others-hint = Dem, der ikke står på listen, og grunden, hvis den skal med
minutes-votes-hint = Kun hvis I stemte, for eksempel »5 for, 2 imod«
minutes-correction = Hvad er rettet, og hvorfor?
minutes-correction-hint = Står ved punktet bagefter
minutes-correction-missing = Referatet er godkendt. Skriv, hvad der er rettet
minutes-corrected = Rettet { $line }
minutes-conflict = En anden har skrevet her imens
minutes-conflict-text = Det overstregede er den andens ord, det understregede er dine. Din tekst står nedenfor. Saml de to, og gem igen.
minutes-theirs-starts = den anden skrev:
minutes-yours-starts = du skrev:
minutes-change-ends = – slut.
minutes-save = Gem
minutes-open = { $count ->
    [one] Et punkt mangler.
   *[other] { $count } punkter mangler.
}
minutes-finish = Gør referatet færdigt
minutes-wait = Referatet er skrevet. Når gruppen har godkendt det, får beslutningerne numre, og alle kan læse de åbne punkter.
minutes-wait-mail = De, der var indkaldt, får en mail.
minutes-approve = Godkend referatet
minutes-are-approved = Er der en fejl, så åbn punktet og skriv, hvad der er rettet.
minutes-approved-on = Hvornår godkendte gruppen det?
minutes-approved-on-hint = Den dag, I sagde ja, for eksempel på næste møde
minutes-approved-on-wrong = Vælg en dag fra mødet til i dag
minutes-approved = Referatet er godkendt { $day }.
minutes-approved-by = Referatet er godkendt { $day }. Noteret af { $name }.
minutes-mail-approved-subject = Referatet er godkendt: { $body }, { $day }
minutes-mail-approved = Referatet fra mødet i { $body } { $when } er godkendt.
minutes-mail-decisions = Det blev besluttet, og beslutningerne har fået numre:
minutes-mail-read = Læs referatet:
minutes-mail-why = Du får denne mail, fordi du var med i den gruppe, der holdt mødet.
answer-question = Kommer du?
answer-you-come = Du kommer
answer-you-cannot = Du kan ikke komme
answer-i-come = Jeg kommer
answer-i-cannot = Jeg kan ikke komme
answer-send-cannot = Meld afbud
answer-none = har ikke svaret
answer-comes = kommer
answer-cannot = kan ikke
answer-substitute = kan ikke. { $name } kommer i stedet
answer-was-there = var der
answer-was-not-there = var der ikke
follow-ups-title = Opfølgning
follow-up-title = Opfølgning
follow-up-matter = Hvad skal der gøres?
follow-up-matter-hint = En kort sætning: »Spørg Teknik om lokaler«
follow-up-who = Hvem gør det?
follow-up-who-missing = Vælg en, der sidder i gruppen
follow-up-due = Senest
follow-up-add = Tilføj opfølgning
follow-up-outcome = Hvad kom der ud af det?
follow-up-outcome-hint = Kan stå tomt
follow-up-said = { $matter }: { $who }, senest { $day }
follow-up-said-nobody = { $matter }: ingen endnu, senest { $day }
follow-up-said-done = { $matter }: gjort { $day }
follow-up-late = For sent
follow-up-due-on = Senest { $day }
follow-up-from = Fra punktet
follow-up-done = Det er gjort
follow-up-done-on = Gjort { $day }
follow-ups-move = { $count ->
    [one] 1 opfølgning
   *[other] { $count } opfølgninger
}
decisions-title = Beslutninger
decisions-lead = Det, grupper og råd har besluttet på møder, som alle kan læse. Hver har et nummer, så man kan henvise til den.
decisions-search = Ord eller nummer
decisions-find = Søg
decisions-none = Ingen beslutninger
decisions-none-text = Beslutninger står her, når referatet er godkendt.
meeting-mail-called-subject = Dagsorden: { $body }, { $day }
meeting-mail-called = Du er indkaldt til møde i { $body } { $when }.
meeting-mail-again = Dagsordenen for mødet i { $body } { $when } er ændret.
meeting-mail-place = Sted: { $place }
meeting-mail-answer = Se dagsordenen, og svar, om du kommer:
meeting-mail-moved-subject = Ny tid: { $body }
meeting-mail-moved = Mødet i { $body } { $before } er flyttet. Det er nu { $when }.
meeting-mail-was-held = Mødet i { $body } { $before } er flyttet. Det blev holdt { $when }.
meeting-mail-cancelled-subject = Aflyst: { $body }
meeting-mail-cancelled = Mødet i { $body } { $when } er aflyst.
meeting-mail-reason = Begrundelse: { $reason }
meeting-mail-see = Se mødet:
meeting-mail-why = Du får denne mail, fordi du sidder i { $body }.
meeting-flash-planned = Mødet er planlagt
meeting-flash-was-changed = Mødet er ændret imens. Se, hvordan det står nu
meeting-flash-item = Punktet er gemt
meeting-flash-withdrawn = Punktet er trukket tilbage
meeting-flash-fetched = Det, der ventede, står nu på dagsordenen
meeting-flash-nothing-to-fetch = Der er ikke mere at hente
meeting-flash-empty = Skriv mindst ét punkt, før du sender dagsordenen
meeting-flash-called = Dagsordenen er sendt
meeting-flash-answered = Tak for svaret
meeting-flash-over = Det er for sent at ændre på mødet
meeting-flash-changed = Mødet er gemt
meeting-flash-cancelled = Mødet er aflyst
meeting-flash-not-begun = Referatet skrives, når mødet er begyndt
meeting-flash-has-minutes = Der er skrevet referat af et punkt, eller hvem der var der. Blev mødet ikke holdt, så ret det i referatet først: sæt punkterne til »Trukket tilbage«, og fjern dem, der var der
meeting-flash-attendance = Det er gemt, hvem der var der
meeting-flash-minuted = Punktet er gemt
meeting-flash-joined = Punktet er gemt sammen med det, en anden skrev imens
meeting-flash-open-items = Skriv først, hvad der skete med hvert punkt
meeting-flash-finished = Referatet er færdigt og venter på godkendelse
meeting-flash-approved = Referatet er godkendt
follow-up-flash-added = Opfølgningen er tilføjet
follow-up-flash-done = Tak. Det er noteret
work-kind-meetings = Møder
work-kind-invitation = Mødeindkaldelse
work-kind-follow-up = Opfølgning efter møde
work-plan-meeting = { $missing ->
    [one] Planlæg årets sidste møde
   *[other] Planlæg { $missing } møder mere i år
}
work-send-agenda = Send dagsordenen
work-write-minutes = Skriv referatet
work-approve-minutes = Få referatet godkendt
work-invitation = Kommer du til møde i { $body }?
work-follow-up-detail = Aftalt på et møde
known-body = Gruppe
known-from = Fra
known-to = Til og med
known-meeting = Møde
known-answer = Svar
known-done = Gjort
known-seats = Pladser i grupper og råd
known-meetings = Møder, du er indkaldt til
minutes-conclusion = Konklusion
minutes-correct-item = Ret referatet
annexes-title = Bilag
annexes-of = Bilag til { $title }
annexes-open = Bilag til punktet kan læses af alle, når dagsordenen er sendt. Står der noget om en bestemt borger på et billede eller en indscannet side, så tag det ud først: det kan vi ikke se.
annexes-closed = Punktet er lukket. Bilagene kan kun læses af dem, der sidder i gruppen.
annex-file = Fil
annex-file-hint = PDF, Word, Excel, PowerPoint, OpenDocument, billede eller tekst, højst 10 MB
annex-choose = Vælg en fil
annex-too-much = Mødets bilag fylder mere end 30 MB tilsammen. Fjern et andet, eller gør filen mindre
annex-add = Tilføj bilaget
annex-remove = Fjern
annex-back = Til dagsordenen
annex-said = { $name } ({ $kilobytes } kB)
meeting-flash-annex = Bilaget er tilføjet
meeting-flash-annex-removed = Bilaget er fjernet
minutes-came-approved = Forslaget er godkendt
minutes-came-rejected = Forslaget er afvist
minutes-came-missing = Vælg, hvad der skete med punktet
minutes-rejection-missing = Skriv, hvorfor forslaget er afvist. Forslagsstilleren får begrundelsen
minutes-resume = Tages op igen tidligst
minutes-resume-hint = Kun når punktet er udsat. Uden en dag kommer det igen på næste møde
minutes-resume-missing = Skriv, hvornår forslaget bliver taget op igen. Forslagsstilleren får dagen at vide
minutes-resume-too-early = Vælg en dag efter mødet
minutes-verdict-stands = Forslaget er afgjort. Sæt det på et nyt møde, hvis I vil beslutte noget andet
item-verdict-approved = Godkendt
item-verdict-rejected = Afvist
meeting-flash-no-quorum = Der var for få til at beslutte noget. Udsæt punkterne, eller skriv ved hvert, hvorfor der er besluttet alligevel
meeting-flash-annex-replaced = Bilaget er erstattet
minutes-no-quorum = Gruppen var ikke beslutningsdygtig: { $there } var der, og der skulle mindst { $needed } til
minutes-no-quorum-text = I kan drøfte punkterne og udsætte dem. Beslutter I noget alligevel, skal der stå hvorfor.
minutes-unexplained = { $count ->
    [one] Ved 1 beslutning mangler der en grund. Åbn punktet, og udsæt det, eller skriv grunden.
   *[other] Ved { $count } beslutninger mangler der en grund. Åbn punkterne, og udsæt dem, eller skriv grunden.
}
minutes-quorum-reason = Hvorfor er der besluttet alligevel?
minutes-quorum-reason-hint = For eksempel »Det hastede, og de andre har sagt ja bagefter«. Alle, der læser beslutningen, kan se det
minutes-quorum-reason-missing = Gruppen var ikke beslutningsdygtig. Vælg »Udsat«, eller skriv, hvorfor der er besluttet alligevel
minutes-who-was-there-first = Gem først, hvem der var der. Gruppen har en regel for, hvornår den kan beslutte
minutes-without-quorum = Besluttet, selv om gruppen ikke var beslutningsdygtig
annex-said-new = { $said }, kom til, efter at dagsordenen blev sendt ({ $day })
annex-said-replaced = Erstattet { $gone }: { $said }, sendt { $sent }
annex-said-removed = Fjernet { $gone }: { $said }, sendt { $sent }
annex-replace = Erstat
annex-replace-button = Erstat bilaget
annex-cancel = Til bilagene
annex-was-sent = Bilaget er sendt med dagsordenen. Det gamle kan stadig læses, og der står på dagsordenen, at det er erstattet.
annexes-as-sent = Sådan var de, da dagsordenen blev sendt:
annexes-were-sent = Dagsordenen er sendt. Det, du ændrer nu, står på den. Vil du have, at alle ser det, så send den igen.
annexes-stored = Bilag til møder
meeting-tell-dates = Skriv til medlemmerne nu
meeting-tell-dates-hint = De får én mail med dag og sted, og en fil, der lægger det i deres kalender. Dagsordenen sender du senere
meeting-flash-planned-told = Planlagt. Medlemmerne får en mail
meeting-told-of-new-date = { $count ->
    [one] 1 har fået datoen. Skifter mødet tid eller sted, får de en mail.
   *[other] { $count } har fået datoen. Skifter mødet tid eller sted, får de en mail.
}
meeting-told-of-cancelled-date = { $count ->
    [one] 1 har fået datoen og får en mail.
   *[other] { $count } har fået datoen og får hver en mail.
}
meeting-mail-dates-subject = { $count ->
    [one] Sæt kryds i kalenderen: møde i { $body }
   *[other] Sæt kryds i kalenderen: { $count } møder i { $body }
}
meeting-mail-dates = { $count ->
    [one] Der er planlagt et møde i { $body }:
   *[other] Der er planlagt { $count } møder i { $body }:
}
meeting-mail-dates-more = Du får dagsordenen i en ny mail, før vi mødes. Der kan du svare, om du kommer.
meeting-mail-file = Åbn den vedhæftede fil, så kommer det i din kalender.
meeting-mail-file-off = Står mødet stadig i din kalender, så åbn den vedhæftede fil, eller slet det.
meeting-mail-see-body = Se gruppen:
meeting-mail-entry = Mødet er også en kalenderindkaldelse. Brug linket til at svare: et svar fra kalenderen når ikke frem til os.
meeting-mail-elsewhere-subject = Nyt sted: { $body }
meeting-mail-elsewhere = Mødet i { $body } { $when } holdes et andet sted.
meeting-entry-answer = Se dagsordenen, og svar, om du kommer: { $url } (Et svar fra kalenderen når ikke frem til os.)
meeting-entry-see = Se mødet: { $url }
