# Politikker: fra plan til vedtagelse og videre.

policy-list-title = Politikker
policy-list-lead = Her ser du, hvilke politikker kommunen har, hvilke der er på vej, og hvor du kan være med.
policy-none = Der er ingen politikker endnu
policy-none-text = Når en politik er på vej, kan du følge den her.
policy-new = Begynd en politik
policy-edit = Ret oplysninger
policy-group-under-way = På vej
policy-group-adopted = Gælder nu
policy-group-replaced = Gjaldt før
policy-group-stopped = Stoppet
policy-next = Næste: { $title } ({ $when })
policy-now = Lige nu: { $title } ({ $when })
policy-takes-answers = Du kan svare nu
policy-calls = Du kan være med
policy-hidden-short = Kun for medarbejdere
policy-adopted-on = Vedtaget { $day }

policy-kind = Slags
policy-kind-values = Værdipolitik
policy-kind-strategy = Strategi
policy-kind-framework = Strategisk ramme
policy-kind-theme = Politik for et tema
policy-state-under-way = På vej
policy-state-adopted = Vedtaget
policy-state-stopped = Stoppet
policy-state-replaced = Afløst

policy-title = Titel
policy-about = Hvad handler den om?
policy-about-hint = To-tre sætninger, som alle kan læse. Ordene bruges også til at finde, hvem der har ret til at blive hørt.
policy-leader = Projektleder
policy-leader-hint = Den, der samler trådene. Vælg stillingen, så følger opgaven med, når nogen skifter job.
policy-nobody = Ikke valgt endnu
policy-body = Styregruppe
policy-body-hint = Gruppen skriver også teksten.
policy-no-body = Ingen styregruppe
policy-steering = Hvad må styregruppen beslutte?
policy-steering-hint = For eksempel: samler input og indstiller, men formulerer ikke den endelige politik.
policy-departments = Forvaltninger
policy-departments-hint = Sæt kryds ved dem, politikken gælder for. Der skal være mindst to, før planen kan aftales. Du kan vælge dem senere.
policy-departments-one = Vælg mindst én forvaltning mere, eller vælg dem alle senere.
policy-replaces = Afløser
policy-replaces-hint = Er der allerede en politik om det samme? Den gælder, til den nye er vedtaget.
policy-replaces-none = Ingen politik
policy-political = Politisk forankring
policy-political-hint = For eksempel: Velfærdsudvalget.
policy-administrative = Administrativ forankring
policy-section34 = Politikken er også kommunens politik efter folkeoplysningslovens § 34
policy-section34-hint = Så skal teksten dække lovens seks punkter.
policy-section34-short = Folkeoplysningslovens § 34
policy-yes = Ja
policy-case-number = Sagsnummer
policy-kle = KLE-emne
policy-kle-hint = For eksempel 27.69.40.
policy-kle-wrong = Skriv KLE-emnet som to cifre, punktum, to cifre, punktum, to cifre – eller kun begyndelsen af det.
policy-template = Begynd med planen fra
policy-template-hint = Du kan flytte, tilføje og slette trin bagefter.
policy-template-gone = Den plan kan ikke vælges længere. Vælg en anden.
policy-begins = Hvornår begynder processen?
policy-begins-past = Processen er begyndt dengang
policy-begins-past-hint = Trin, hvis tid er forbi, står som forsinkede, til I markerer dem som udført.
policy-begins-long-past = Dagen ligger mere end to måneder tilbage, så en del af planen er forsinket fra start. Skriv en senere dag, eller sæt kryds herunder.
policy-headings = Begynd teksten med de overskrifter, en politik plejer at have
policy-headings-hint = Forord, vision, værdier og så videre. De kan slettes igen.
policy-revise-by = Skal ses på igen inden
policy-revise-by-hint = Vi siger til et halvt år før. Står feltet tomt, når politikken bliver vedtaget, bliver det fire år efter.
policy-form-plan = Planen
policy-form-who = Hvem er med?
policy-form-case = Sagen
policy-begin = Begynd
policy-save = Gem
policy-back = Tilbage
policy-facts = Om politikken
policy-skeleton = Forord | Hvad politikken gælder | Vision | Værdier | Målgruppe | Fokusområder | Rammer og vilkår | Organisering og den ene indgang | Økonomi og puljer | Opfølgning, evaluering og revision | Bilag: Viden om området

policy-flash-begun = Politikken er begyndt. Se planen igennem, og aftal den, når den passer.
policy-flash-saved = Gemt.
policy-flash-agreed = Planen er aftalt.
policy-flash-was-agreed = Planen er allerede aftalt.
policy-flash-not-ready = Planen kan ikke aftales endnu. Se, hvad der mangler ved trinnet.
policy-flash-is-over = Politikken er ikke på vej længere, så det kan ikke ændres.
policy-flash-stopped = Politikken er stoppet. Dem, der har meldt sig, får en mail.
policy-flash-not-adopted = Det kan først gøres, når politikken er vedtaget.
policy-flash-amended = Gemt. Alle læser nu den version, du valgte.
policy-flash-revised = Revisionen er begyndt. Den vedtagne politik gælder, til en ny er vedtaget.
policy-flash-revision-there = Politikken er allerede ved at blive lavet om. Her er den.

policy-leading = For dig, der leder processen
policy-hidden = Kun medarbejdere kan se den
policy-not-agreed = Planen er ikke aftalt endnu.
policy-missing = Før den kan aftales, mangler:
policy-warnings = { $count ->
    [one] 1 ting i planen bør du se på
   *[other] { $count } ting i planen bør du se på
}
policy-signups-waiting = { $count ->
    [one] 1 vil gerne være med
   *[other] { $count } vil gerne være med
}
policy-departments-confirm = Har forvaltningerne sagt ja til, at politikken er deres?
policy-confirmed-on = sagde ja { $day }
policy-confirm-missing = mangler svar
policy-confirm = Skriv, at de har sagt ja
policy-unconfirm = Fortryd
policy-shown-title = Vis planen, og find folk
policy-voices = { $all ->
    [0] Ingen stemmer endnu
   *[other] Stemmer: { $all }, { $waiting } uden svar
}
policy-amend = Ændret på mødet
policy-stop = Stop politikken
policy-revise = Begynd en revision

policy-is-at = Lige nu: »{ $title }« ({ $when }).
policy-comes-next = Det næste er »{ $title }« ({ $when }).
policy-no-next = Der er ikke flere trin i planen.
policy-adopted-lead = Vedtaget af { $body } { $day }, beslutning { $number }.
policy-adopted-lead-unnumbered = Vedtaget af { $body } { $day }.
policy-the-council = byrådet
place-part-of = Hører til politikken
place-of-item = Politikken og planen:
policy-amended = Ændret på mødet: { $change }
policy-text-is-other = Den tekst, der er lagt frem nu, er ikke den, byrådet vedtog. Den vedtagne tekst står i sagspakken.
policy-replaced-lead = En nyere udgave er vedtaget siden.
policy-revised-by-day = Ses på igen inden { $day }.
policy-stopped-because = Stoppet: { $reason }
policy-way-sign-up = Vær med til at lave den
policy-way-hearing = Svar på høringen senest { $closing }: { $title }
policy-way-share = Del din mening
policy-way-text = Læs teksten
policy-read-text = Læs politikken
policy-decision = Beslutning
policy-revises = Afløser
policy-revised-by = Bliver lavet om her
policy-aims = Værdier og mål
policy-aims-link = Hvad bliver der gjort ved dem?
policy-way = Hvor er vi?
policy-way-was = Sådan blev den til
policy-no-steps = Der er ingen plan endnu.
policy-see-plan = Se hele planen
history-title = Hvad ændrede sig undervejs?
history-hearing = { $count } svar på høringen »{ $title }«
history-text = Fra version { $first } til den vedtagne: { $changed } afsnit ændret, { $added } nye og { $removed } taget ud

policy-is-public = Alle kan se planen
policy-is-public-hint = Så kan borgere og foreninger følge med og se, hvor de kan være med.
policy-call-title = Find folk, der vil være med
policy-call-lead = Skriv, hvem I leder efter, for eksempel til styregruppen. De melder sig med en formular, og du svarer hver enkelt.
policy-call = Hvem leder I efter, og hvad skal de være med til?
policy-call-hint = Lad feltet stå tomt, hvis I ikke leder efter nogen.
policy-call-until = Sidste dag, man kan melde sig
policy-call-until-hint = Bagefter forsvinder formularen.
policy-call-needs-day = Skriv, hvor længe man kan melde sig.
policy-call-needs-text = Skriv, hvem I leder efter, eller slet dagen.
policy-call-needs-public = Planen skal være synlig for alle, før nogen kan melde sig.

policy-amend-lead = Byrådet vedtog politikken med en ændring på mødet. Ret teksten, gem den som version, og vælg versionen her.
policy-amend-text = Ret teksten
policy-amended-version = Hvilken version er vedtaget?
policy-amended-version-hint = Det bliver den, alle læser.
policy-amended-version-missing = Vælg den version, byrådet vedtog.
policy-amendment = Hvad blev ændret på mødet?
policy-amendment-hint = Skriv det, som det står i referatet.
policy-version = Version { $number }, { $day }

template-guide = Guiden: fra plan til vedtagelse
template-sprint = Sprint med pilotforsøg
template-reorganisation = Ny organisering
template-empty = En tom plan
template-of = Planen fra »{ $title }«

plan-template-own = Vores skabelon »{ $name }«
plan-template-list-title = Skabeloner til planer
plan-template-list-lead = Planer, I har gemt, så den næste politik kan begynde med dem.
plan-template-none = Der er ingen skabeloner endnu
plan-template-none-text = Åbn planen for en politik, og vælg »Gem som skabelon«.
plan-template-count = { $count ->
    [one] 1 trin
   *[other] { $count } trin
}
plan-template-from = Planen er fra
plan-template-from-short = fra »{ $title }«
plan-template-kept-on = Gemt
plan-template-steps = Trin
plan-template-keep = Gem som skabelon
plan-template-keep-lead = { $count ->
    [one] 1 trin bliver gemt: hvem der gør hvad, og hvor længe det varer. Det, der kom ud af det, kommer ikke med.
   *[other] { $count } trin bliver gemt: hvem der gør hvad, og hvor lang tid der er imellem. Aflyste trin, datoer, undtagelser og det, der kom ud af det, kommer ikke med.
}
plan-template-name = Navn
plan-template-name-hint = For eksempel: Vores politikproces.
plan-template-name-taken = Der er allerede en skabelon med det navn. Vælg et andet navn.
plan-template-about = Hvad er den god til?
plan-template-about-hint = Så kan den næste se, om den passer.
plan-template-save = Gem skabelonen
plan-template-edit = Ret skabelonen
plan-template-edit-lead = Her retter du navnet og det, den er god til. Skal trinene være anderledes, så ret dem i en plan, og gem den som en ny skabelon.
plan-template-remove = Slet skabelonen
plan-template-remove-lead = Skabelonen »{ $name }« bliver slettet for alle. Politikker, der er begyndt med den, bliver ikke ændret.
plan-template-begin = Begynd en politik med den
plan-template-at-start = fra begyndelsen
plan-template-after = { $days ->
    [one] 1 dag efter begyndelsen
   *[other] { $days } dage efter begyndelsen
}
plan-template-months = { $months ->
    [one] varer en måned
   *[other] varer { $months } måneder
}
plan-template-day = en bestemt dag
plan-template-flash-kept = Planen er gemt som skabelon.
plan-template-flash-saved = Skabelonen er gemt.
plan-template-flash-removed = Skabelonen er slettet.
plan-template-flash-empty = Planen har ingen trin, der kan gemmes.
plan-template-known = Skabeloner til planer, du har gemt

plan-title = Procesplan
plan-agreed-on = planen er aftalt { $day }
plan-agree = Aftal planen
shift-title = Flyt hele planen
shift-about = { $count ->
    [one] 1 trin mangler at blive udført. Det begynder { $day }.
   *[other] { $count } trin mangler at blive udført. Det første begynder { $day }.
}
shift-nothing = Der er ingen trin at flytte.
shift-from = Ny begyndelse
shift-from-hint = De andre trin flytter lige så meget. Et trin med en høring følger høringens egen tid.
shift-days = Eller så mange dage
shift-days-hint = Skriv for eksempel 14, eller -14 for at flytte planen frem.
shift-submit = Flyt planen
shift-choose = Skriv en dag, eller hvor mange dage planen skal flyttes.
shift-choose-one = Skriv kun ét af de to.
shift-flash-moved = Planen er flyttet. Trin, et møde har behandlet, er ikke flyttet.
plan-warnings = Det ville en god kollega sige om planen
plan-empty = Planen er tom
plan-empty-text = Tilføj det første trin.
plan-drawing = Planen tegnet efter tid
plan-drawing-hint = Tallene på tegningen er trinenes numre herunder. Den lodrette streg er i dag.
plan-moved-from = flyttet fra { $day }
plan-printed = Trin { $number } i den trykte guide.
plan-printed-order = Den har »justér« før »høring«, men det kan først gøres bagefter.
plan-outcome = Hvad kom der ud af det?
plan-reopened = Åbnet igen
plan-missing = Før trinnet kan udføres, mangler:
plan-when = Hvornår
plan-number = Nr.
plan-from = Fra
plan-to = Til
plan-done-on = Udført den
plan-on-agenda = På dagsordenen: { $body }, { $day }
plan-who = Hvem
plan-what = Hvad
plan-state = Hvor langt
plan-make-hearing = Send teksten i høring
plan-heard = Høringen er af version { $number } af politikkens tekst.
plan-heard-other = Høringen er af en anden tekst end politikkens.
plan-csv = Planen som CSV-fil
plan-json = Planen som JSON

standing-done = Udført
standing-cancelled = Aflyst
standing-running = I gang
standing-ready = Kan udføres
standing-waits = Mangler noget
standing-late = Forsinket
standing-coming = Senere
standing-skipped = Ikke gennemført før vedtagelsen
standing-dropped = Ikke gennemført

step-kind = Hvad er trinnet?
step-kind-hint = Dit valg afgør, hvad der skal være i orden først.
step-kind-plan = Læg planen
step-kind-consult = Spørg frivillige om processen
step-kind-input = Input fra nøglepersoner
step-kind-joint-meeting = Fællesmøde
step-kind-dialogue = Dialog med frivillige og foreninger
step-kind-staff-dialogue = Dialog med medarbejdere
step-kind-write = Skriv sammen
step-kind-hearing = Høring
step-kind-adjust = Justér efter høring
step-kind-committee = Udvalget indstiller
step-kind-council = Byrådet vedtager
step-kind-inform = Orientér
step-kind-appoint = Ansæt eller udpeg
step-kind-pilot = Pilotforsøg
step-kind-evaluate = Evaluér
step-kind-other = Andet
step-verb = Hvad gør de?
step-verb-discusses = Drøfter
step-verb-writes = Udarbejder
step-verb-treats = Behandler
step-verb-hears = Hører
step-verb-adopts = Vedtager
step-verb-is-informed = Orienteres
step-verb-appoints = Ansætter
step-verb-starts = Iværksætter
lane-politics = Politikere
lane-management = Ledelse
lane-staff = Medarbejdere
lane-civil = Borgere
lane-writing = Skrivning
precision-day = En bestemt dag
precision-month = En måned
precision-months = Flere måneder
step-title = Trin
step-precision = Hvor præcis er tiden?
step-from = Hvornår
step-from-hint = For en måned: en hvilken som helst dag i den.
step-to = Til og med
step-to-hint = Kun ved flere måneder.
step-ends-before = Trinnet slutter, før det begynder. Ret en af dagene.
step-body = Gruppe eller råd
step-body-hint = Vælg gruppen eller rådet, så kommer punktet på dagsordenen, når tiden er inde.
step-no-body = Ikke en gruppe eller et råd
step-organ = Hvem, hvis det ikke er en gruppe eller et råd
step-organ-hint = For eksempel: alle foreninger på det sociale område.
step-matter = Sag og bilag
step-lane = Række på tegningen
step-lane-usual = Den sædvanlige
step-hearing = Høring
step-hearing-hint = Kun for et høringstrin. Høringen laver du under Høringer.
step-no-hearing = Ingen høring valgt
step-new = Tilføj et trin
step-edit = Ret
step-save = Gem
step-after = Nyt trin efter
step-up = Op
step-hold = Markér som udført
step-unchanged = Høringen gav ingen ændringer
step-unchanged-outcome = Høringssvarene gav ikke anledning til ændringer.
step-reopen = Åbn igen
step-reopen-lead = »{ $step }« er markeret som udført eller aflyst. Skriv, hvorfor det ikke passer. Det, der stod, kan stadig læses på planen.
step-was-heard = Høringen er lukket, og svarene er talt op, så trinnet kan ikke åbnes igen. Skal der høres en gang til, så lav en ny høring.
step-hear-again = Tilføj et høringstrin
step-was-held = Udført { $day }: { $outcome }
step-was-cancelled = Aflyst: { $reason }
step-was-reopened = { $was } Åbnet igen { $day }: { $reason }
step-hold-early-title = Er trinnet allerede udført?
step-hold-early = Det er planlagt til { $when }. Skal det bare ligge tidligere, så ret tiden i stedet.
step-cancel = Aflys trinnet
step-cancel-lead = »{ $step }« bliver ikke til noget. Skriv hvorfor, så andre kan læse det.
step-remove = Slet trinnet
step-remove-hint = Et trin kan slettes, til planen er aftalt. Bagefter kan det aflyses.
step-done-on = Hvilken dag?
step-was-done = Udført { $day }
step-planned-for = { $when }, planlagt til { $planned }
step-done-later = Dagen er ikke kommet endnu.
step-outcome = Hvad kom der ud af det?
step-outcome-hint = Alle, der kan se planen, kan læse det.
step-reason = Hvorfor?
step-reason-hint = Grunden bliver stående i sagen. Skriv ikke navne på borgere.
step-decision = beslutning { $number }
step-flash-added = Trinnet er tilføjet.
step-flash-saved = Trinnet er gemt.
step-flash-held = Trinnet er udført.
step-flash-cancelled = Trinnet er aflyst.
step-flash-removed = Trinnet er slettet.
step-flash-reopened = Trinnet er åbent igen.
step-flash-is-over = Trinnet er udført eller aflyst, så det kan ikke rettes.
step-flash-stays-done = Trinnet kan ikke åbnes igen: referatet har afgjort det, eller det førte til, at politikken blev vedtaget.
step-flash-was-heard = En høring kan ikke åbnes igen: den er lukket, og svarene er talt op. Skal der høres igen, så tilføj et nyt høringstrin.
step-flash-not-ready = Trinnet kan ikke markeres som udført endnu. Se, hvad der mangler.
step-flash-is-dealt-with = Et møde har behandlet punktet. Godkend referatet først.
step-flash-stays = Planen er aftalt. Aflys trinnet i stedet, så kan andre læse hvorfor.

missing-leader = En projektleder. Vælg en under Ret oplysninger.
missing-consulted = At frivillige er spurgt om, hvordan processen skal være.
missing-departments = Mindst to forvaltninger, som er med.
missing-plan = At planen er aftalt.
missing-written = At forslagene er skrevet sammen.
missing-version = En version af teksten. Gem en under teksten.
missing-hearing = En høring i planen.
missing-hearing-open = At høringen er lukket.
missing-answers = Svar på bemærkninger fra høringen. Der mangler { $count }.
missing-note = At høringsnotatet er offentliggjort. Det gør du under høringens bemærkninger.
missing-changed = { $count ->
    [one] En ny version af teksten: 1 bemærkning er taget med helt eller delvist, men teksten er den, der var i høring.
   *[other] En ny version af teksten: { $count } bemærkninger er taget med helt eller delvist, men teksten er den, der var i høring.
}
missing-voices = Svar på det, der er sagt undervejs. Der mangler { $count }.
missing-adjusted = At teksten er justeret efter høringen, eller at nogen har skrevet, at der ikke var noget at ændre.
missing-heard = At { $body } er blevet hørt. De har ret til det.
missing-confirmed = At { $department } har sagt, at politikken også er deres.
missing-committee = At et udvalg har indstillet politikken.
missing-council = At det er byrådet, der vedtager. Vælg byrådet under »Gruppe eller råd«.
missing-adopted = At politikken er vedtaget. Før det kan ingen se, om den virker.
waived-consulted = Frivillige er ikke spurgt om, hvordan processen skal være.
waived-departments = Færre end to forvaltninger er med.
waived-hearing = Der er ingen høring i planen.
waived-answers = { $count ->
    [one] 1 bemærkning fra høringen har ikke fået svar.
   *[other] { $count } bemærkninger fra høringen har ikke fået svar.
}
waived-note = Høringsnotatet er ikke offentliggjort.
waived-changed = { $count ->
    [one] 1 bemærkning er taget med helt eller delvist, men teksten er den, der var i høring.
   *[other] { $count } bemærkninger er taget med helt eller delvist, men teksten er den, der var i høring.
}
waived-voices = { $count ->
    [one] 1 ting, der er sagt undervejs, har ikke fået svar.
   *[other] { $count } ting, der er sagt undervejs, har ikke fået svar.
}
waived-adjusted = Teksten er ikke justeret efter høringen.
waived-heard = { $body } er ikke hørt.
waived-confirmed = { $department } har ikke sagt, at politikken også er deres.
waived-committee = Intet udvalg har indstillet politikken.
exception-title = Gå videre alligevel
exception-lead = Til »{ $step }« mangler: { $gap } Skriv, hvorfor I går videre uden.
exception-link = Gå videre uden
exception-submit = Gå videre uden
exception-short = Fraveget
exception-because = Begrundelse: { $reason }
exception-flash-added = Undtagelsen er skrevet ned.
exception-flash-none = Det mangler ikke længere, eller der kan ikke gøres en undtagelse.
exceptions-title = Undtagelser
exceptions-lead = Her gik man videre, selv om noget manglede.

warning-informed-afterwards = { $body } har ret til at blive hørt, men bliver først orienteret bagefter.
warning-not-in-plan = { $body } har ret til at blive hørt, men står ikke i planen.
warning-med-afterwards = Medarbejderne drøfter ikke politikken i MED, før den bliver besluttet.
warning-no-dialogue-with-staff = Der er dialog med foreninger, men ingen med medarbejderne.
warning-other-text = Høringen »{ $hearing }« er ikke af politikkens tekst. Send selve teksten i høring, så alle kan se, hvad svarene ændrede.
warning-heard-at-a-meeting = Har ikke svaret i høringen, men er hørt på et møde i planen: { $bodies }.
warning-wrong-order = Trinnet er planlagt, før »{ $step }« er færdigt.
warning-no-meeting = { $body } har ikke noget møde i den periode.
warning-too-close = Der er kun { $days } dage fra høringens frist til udvalgets møde.
warning-body-ended = { $body } findes ikke længere på det tidspunkt. Vælg, hvem der tager over.

item-version = Version { $number } af teksten.
item-recommended = { $body } behandlede politikken { $day }: { $outcome }
item-other-text = Høringen »{ $hearing }« var af en anden tekst end den, der skal vedtages.
item-silent = Spurgt i høringen, men har ikke svaret: { $bodies }.
annex-text = Version { $number }, { $day }
item-excepted = Fraveget: { $said } Begrundelse: { $reason }
item-recommend = Det indstilles, at udvalget anbefaler byrådet at vedtage »{ $title }«.
item-adopt = Det indstilles, at byrådet vedtager »{ $title }«.

bundle-title = Sagspakke: { $title }
bundle-pdf = Sagspakke som én PDF
bundle-zip = Sagspakke som ZIP
bundle-version = Version { $number }
bundle-redline = Rettelser siden høringen
bundle-redline-hint = Sammenlignet med version { $number }, som blev sendt i høring. Det, der er slettet og tilføjet, står i kantede parenteser.
bundle-no-change = Teksten er den samme som i høringen.
bundle-added = Nyt afsnit
bundle-removed = Afsnit taget ud
bundle-moved = Afsnit flyttet
bundle-changed = Afsnit ændret
bundle-contents = Indhold
bundle-missing = Det er ikke med
bundle-no-text = Politikken har ingen version af teksten endnu.
bundle-text-is-draft = Teksten er et udkast, som kun styregruppen kan læse.
bundle-text-is-ahead = Teksten er ændret, siden version { $number } blev gemt. Gem en ny version, hvis ændringerne skal med.
bundle-no-voices = { $count ->
    [one] 1 stemme: den er ikke vist for alle.
   *[other] { $count } stemmer: de er ikke vist for alle.
}
bundle-no-hearing = Høringsnotat og høringssvar: der er ingen høring i sagen her.
bundle-no-note = Høringsnotatet til »{ $hearing }« er ikke offentliggjort.
bundle-no-recommendation = Indstilling: politikken har ikke været på en dagsorden her.
bundle-recommendation = Indstilling

stop-lead = Politikken bliver ikke til noget. Skriv hvorfor.
stop-hearing = Høringen er i gang. Aflys den først, så dem, der har svaret, får besked.
stop-steps = { $count ->
    [one] 1 trin bliver aflyst
   *[other] { $count } trin bliver aflyst
}
stop-agendas = { $count ->
    [one] 1 punkt bliver taget af en dagsorden
   *[other] { $count } punkter bliver taget af dagsordener
}
stop-signups = { $count ->
    [one] 1, der har meldt sig, får en mail
   *[other] { $count }, der har meldt sig, får en mail
}

signup-title = Vær med
signup-until = Du kan melde dig til og med { $day }.
signup-name = Dit navn
signup-name-only = Skriv kun dit navn.
signup-email = Din e-mail
signup-email-hint = Vi sender en kvittering med et link, så du kan trække dig igen.
signup-from = Jeg kommer som
signup-from-volunteer = Frivillig
signup-from-association = Aktiv i en forening
signup-from-citizen = Borger
signup-from-staff = Medarbejder
signup-association = Hvilken forening?
signup-association-hint = Kun hvis du er aktiv i en.
signup-why = Hvorfor vil du gerne være med?
signup-why-hint = Et par sætninger er nok.
signup-send = Meld dig
signup-privacy = Kun den, der leder processen, ser, hvad du skriver. Kommer du med, bliver det slettet et halvt år efter, at politikken er færdig, ellers et halvt år efter fristen.
signup-thanks-title = Tak
signup-thanks-text = Du får en mail med en kvittering. Den, der leder processen, svarer dig.
signup-thanks-back = Til politikken
signup-own-title = Du har meldt dig
signup-state-waiting = Venter på svar
signup-state-taken = Er med
signup-state-thanked = Ikke denne gang
signup-answer-was = Svar:
signup-withdraw = Træk min tilmelding tilbage
signup-withdraw-hint = Så bliver det, du har skrevet, slettet med det samme.
signup-flash-withdrawn = Din tilmelding er slettet.
signup-list-title = Vil gerne være med
signup-list-lead = Svar hver enkelt. De får en mail.
signup-none = Ingen har meldt sig
signup-none-text = Skriv under »Vis planen, og find folk«, hvem I leder efter.
signup-answer-title = Svar
signup-answer = Et par ord med i mailen
signup-answer-hint = For eksempel hvornår I mødes første gang.
signup-take = Ja tak, du er med
signup-thank = Tak, men ikke denne gang
signup-flash-answered = Svaret er sendt.
signup-flash-was-answered = Der er allerede svaret.
signup-mail-received-subject = Tak, fordi du vil være med: { $title }
signup-mail-received = Du har meldt dig til arbejdet med »{ $title }«. Den, der leder processen, svarer dig. Har du fortrudt, eller var det ikke dig, så brug linket.
signup-mail-own = Se eller slet tilmeldingen
signup-mail-taken-subject = Du er med: { $title }
signup-mail-taken = Vi vil gerne have dig med i arbejdet med »{ $title }«.
signup-mail-thanked-subject = Tak for din interesse: { $title }
signup-mail-thanked = Tak, fordi du ville være med i arbejdet med »{ $title }«. Denne gang har vi de folk, vi skal bruge. Du kan stadig følge med og sige din mening, når den er i høring.
signup-mail-follow = Følg politikken
signup-mail-adopted-subject = Vedtaget: { $title }
signup-mail-adopted = »{ $title }« er vedtaget. Tak, fordi du var med.
signup-mail-read = Læs politikken
signup-mail-stopped-subject = Stoppet: { $title }
signup-mail-stopped = Arbejdet med »{ $title }« er stoppet. Grunden er: { $reason }
signup-mail-why = Du får mailen, fordi du meldte dig til arbejdet med en politik.
signup-retention = Tilmeldinger til arbejdet med en politik
signup-retention-purpose = Så den, der leder processen, kan svare og invitere
signup-lost-link = Virker hele linket heller ikke, er din tilmelding slettet, fordi du trak den tilbage, eller fordi arbejdet er slut. Under Politikker kan du se, hvor du kan være med.
signup-known = Politikker, du har meldt dig til arbejdet med
signups-move = { $count ->
    [one] 1 tilmelding til en politik
   *[other] { $count } tilmeldinger til politikker
}
exception-known = Undtagelser, du har skrevet ned i en procesplan
known-said = Tekst
known-at = Dato

undo-leads-policy = leder arbejdet med en politik
undo-in-policy = er med i en politik

work-kind-policy = Politik
work-policy-step = Næste trin: { $step }
work-policy-late = Forsinket: { $step }
work-policy-leader = Vælg en projektleder til »{ $title }«
work-policy-signups = { $count ->
    [one] 1 vil gerne være med i »{ $title }«
   *[other] { $count } vil gerne være med i »{ $title }«
}
work-policy-revise = Se på »{ $title }« igen

# Rettelser af det vedtagne
policy-correct = Ret en fejl
policy-show-adopted = Vis den vedtagne version igen
policy-flash-adopted-shown = Alle læser den vedtagne version
policy-flash-corrected = Rettelsen er offentlig, og grunden står på siden
policy-flash-not-corrected = En fejl kan rettes, når politikken er vedtaget, og der ikke er en revision i gang
correct-lead = En åbenlys fejl, som en stavefejl eller et forkert telefonnummer, kan rettes uden byrådet. Alle kan læse, hvad der er rettet, og hvorfor.
correct-changes = Det bliver rettet
correct-reason = Hvad er rettet, og hvorfor?
correct-reason-hint = For eksempel: Stavefejl i afsnittet om kørsel
correct-submit = Offentliggør rettelsen
correct-nothing = Der er ikke ændret noget i teksten endnu. Ret fejlen i teksten, og kom så tilbage hertil.
correct-too-much = Det, der er ændret i teksten, er mere end en fejl: hele afsnit, rækkefølgen eller mange ord. Begynd en revision på politikkens side, eller ret teksten, så kun fejlen er ændret.
correct-is-other = Teksten er ændret, siden du åbnede siden. Læs, hvad der bliver rettet nu, og offentliggør så igen.
correct-said = { $day }, version { $number }: { $reason }
correct-version = Rettelse: { $reason }
correct-known = Fejl, du har rettet i vedtagne politikker
corrections-title = Rettet siden
hold-publishing = Teksten er vedtaget som politikken »{ $title }« og bliver stående, som den er. Skal den ændres, så begynd en revision på politikkens side. En åbenlys fejl kan rettes samme sted.
hold-withdrawing = Teksten er vedtaget som politikken »{ $title }«. Den skal kunne læses af alle, så længe den gælder.
hold-way = Til politikken

# Årshjul og kalender
date-step = { $policy }: { $step }
date-revision = »{ $title }« skal ses igennem igen

# Folkeoplysningslovens § 34
section34-all = Politikken siger noget om alle seks punkter, som loven vil have med.
section34-missing = { $count ->
    [one] Et af de seks punkter, som loven vil have med, er der ikke valgt et afsnit til.
   *[other] { $count } af de seks punkter, som loven vil have med, er der ikke valgt et afsnit til.
}
section34-nothing = Intet afsnit svarer på det
section34-ask = Politikken skal dække lovens seks punkter, men de er ikke sat på endnu.
section34-ask-link = Vælg afsnit til de seks punkter
