# Stemmer: hvem der er med til at lave en tekst, hvad de sagde, og hvad der blev af det.

voices-title = Stemmer
voices-lead = Her samler I alt det, der bliver sagt om teksten, og svarer på det. Intet går tabt undervejs.
voices-ways = Sider om stemmerne
voices-filters = Vis kun
voices-overview = Overblik
voices-bodies = Grupper og råd
voices-texts = Tekster
voices-begin = Der er ikke skrevet noget ind endnu
voices-begin-text = Vælg først, hvem der skal være med. Skriv så ind, hvad de siger, eller hent noterne fra et borgermøde.
voices-settled = Alt har fået et svar
voices-settled-text = Alle input er besvaret eller lagt til side med en grund.
voices-missing = { $count ->
    [one] Mangler svar: 1 input
   *[other] Mangler svar: { $count } input
}
voices-missing-text = Teksten kan ikke kaldes færdig, så længe noget venter.
voices-see-missing = Se, hvad der venter
voices-counts = { $all ->
    [one] 1 input
   *[other] { $all } input
}, { $waiting ->
    [0] og alle har fået et svar.
    [one] og 1 venter på svar.
   *[other] og { $waiting } venter på svar.
}
voices-participants = Er med
voices-inputs = Input
voices-concerns = Bekymringer
voices-concerns-count = { $all }, { $open } uden svar
voices-by-theme = Uddrag efter tema
voices-no-theme = Uden tema
voices-unanswered = Mangler svar
voices-answered = Besvaret
voices-for-all = Det, alle kan læse
voices-is-hidden = Kun I kan læse, hvad der blev sagt, og hvad der blev af det.
voices-is-shown = Alle kan læse, hvad der blev sagt, og hvad der blev af det. Kun besvarede uddrag står der, og ingen navne.
voices-public-with-text = Teksten er offentlig, så alle kan læse, hvad der blev sagt, og hvad der blev af det. Kun besvarede uddrag står der, og ingen navne.
voices-show = Vis det for alle
voices-hide = Skjul det igen
voices-see-public = Hvad sagde I, og hvad blev der af det?
voices-as-csv = Hent alt som CSV
voices-as-json = Hent alt som JSON
voices-page-of = Side { $number } af { $count }
voices-save = Gem
voices-cancel = Fortryd
voices-theirs = Det har en anden gemt imens
voices-changed-meanwhile = En anden har gemt imens. Det, der er gemt, står ovenfor. Gem igen, når det, du har skrevet, er det rigtige
voices-closed = Vis ikke ordene for alle
voices-closed-hint = For eksempel, hvis man kan regne ud, hvem der har sagt det
voices-of-text-none = Skriv ned, hvem der er med, hvad de siger, og hvad der bliver af det.
voices-of-text-open = Sig din mening, mens teksten bliver skrevet.
voices-of-text-public = Læs, hvad andre har sagt om teksten, og hvad der blev af det.
voices-go-with-text = { $count ->
    [one] 1 input bliver slettet sammen med teksten
   *[other] { $count } input bliver slettet sammen med teksten
}
voices-go-with-text-why = Også uddragene og svarene. Hent dem først, hvis nogen har brug for dem.
voices-work = Arbejd med stemmerne

# Hvem er med
participant-title = Hvem er med?
participant-lead = Foreninger, områder, råd og grupper, som skal høres om teksten. Skriv aldrig navnet på en privatperson.
participant-none = Ingen endnu.
participant-kind = Slags
participant-kind-hint = Kun for en gruppe, du selv giver et navn
participant-kind-association = Forening
participant-kind-unit = Område eller arbejdsplads
participant-kind-body = Råd eller gruppe
participant-kind-volunteers = Frivillige
participant-kind-citizens = Borgere
participant-kind-staff = Medarbejdere
participant-kind-med = MED
participant-kind-political = Politikere
participant-kind-missing = Vælg, hvad det er for en slags gruppe
participant-size = Størrelse
participant-size-unknown = Ikke oplyst
participant-size-small = Lille
participant-size-medium = Mellemstor
participant-size-large = Stor
participant-planned = Planlagt
participant-invited = Inviteret
participant-came = Kommet
participant-heard = Hørt
participant-reflected = Sat spor
participant-not-invited = Ikke inviteret
participant-filter-all = Alle
participant-filter-not-invited = Ikke inviteret
participant-filter-not-heard = Ikke hørt
participant-chosen = Valgte
participant-choose-this = Vælg
participant-choose = Sæt kryds ved dem, det gælder
participant-tick = Hvad er der sket?
participant-tick-title = Med dem, du har sat kryds ved
participant-tick-day = Hvilken dag?
participant-tick-day-hint = Er feltet tomt, er det i dag
participant-tick-button = Gem dagen
participant-all-title = Tag mange med på én gang
participant-all-text = Dem, der er med i forvejen, kommer ikke med to gange.
participant-all-theme = Foreninger inden for
participant-all-themes = Alle temaer
participant-all-associations = Tag foreningerne med
participant-all-departments = Tag alle områder med
participant-add = Tag én med
participant-add-short = Tag nogen med
participant-add-text = Vælg en forening, et område eller et råd. Eller skriv navnet på en gruppe.
participant-add-button = Tag med
participant-association = Forening
participant-unit = Område eller arbejdsplads
participant-body = Råd, udvalg eller gruppe
participant-nobody = Ingen
participant-group = En anden gruppe
participant-group-hint = For eksempel »Pårørende på Solgården« eller »Medarbejdere i hjemmeplejen«. Ikke navnet på en person
participant-name = Navn
participant-area = Område
participant-area-none = Intet bestemt område
participant-theme = Tema
participant-theme-none = Intet bestemt tema
participant-missing = Vælg en forening, et område eller et råd, eller skriv navnet på en gruppe
participant-is-there = { $name } er med i forvejen
participant-remove = Tag den af listen
participant-remove-text = Det, de har sagt, bliver stående.
participant-remove-button = Tag af listen

# Dækning
coverage-title = Dækning
coverage-lead = Hvem er planlagt, inviteret, kommet og hørt, og hos hvem har det sat spor i teksten?
coverage-none = Der er ingen med endnu.
coverage-all = I alt
coverage-everybody = Alle
coverage-division = Inddeling
coverage-group = Gruppe
coverage-by-kind = Efter slags
coverage-by-area = Efter område
coverage-by-theme = Efter tema
coverage-by-size = Foreninger efter størrelse
coverage-no-area = Intet bestemt område
coverage-no-theme = Intet bestemt tema
coverage-no-size = Ikke oplyst
coverage-never-invited = Aldrig inviteret: { $count }
coverage-never-heard = Aldrig hørt: { $count }
coverage-more = og { $count } til
coverage-see-list = Se dem på listen
coverage-as-csv = Hent som CSV

# Input
input-list-title = Input
input-list-lead = Alt, hvad der er sagt om teksten. Hvert input ender med et svar, eller det bliver lagt til side med en grund.
input-new = Skriv et input ind
input-form-lead = Skriv, hvad der blev sagt, og hvilken gruppe der sagde det. Ikke navne på personer.
input-title = Input { $number }
input-number = Nr. { $number }
input-change = Ret input { $number }
input-edit = Ret
input-none = Der er ingen input endnu.
input-none-here = Ingen input her.
input-filter-all = Alle
input-filter-waiting = Mangler svar
input-kind = Hvor kommer det fra?
input-kind-dialogue = Borgermøde eller dialogmøde
input-kind-focus-group = Fokusgruppe
input-kind-vox-pop = Kort udsagn
input-kind-questionnaire = Spørgeskema
input-kind-panel = Borgerpanel
input-kind-interview = Interview
input-kind-letter = Brev eller mail
input-kind-hearing = Høringssvar
input-kind-concern = Bekymring
input-source = Hvem sagde det?
input-source-hint = En gruppe, for eksempel »Bord 4« eller »Frivillige på biblioteket«. Ikke navnet på en person
input-source-missing = Skriv, hvilken gruppe der sagde det, eller vælg en, der er med
input-participant = Er det en af dem, der er med?
input-participant-hint = Så tæller de som hørt
input-participant-none = Nej, eller det vides ikke
input-source-kind = Hvilken slags gruppe?
input-source-kind-none = Ikke oplyst
input-day = Dag
input-place = Sted
input-said = Hvad blev der sagt?
input-said-hint = Skriv hvert synspunkt på en linje for sig, så er det let at dele bagefter
input-form = Er det deres egne ord?
input-form-quote = Ja, det er et citat
input-form-summary = Nej, det er sagt med andre ord
input-is-quote = Deres egne ord
input-theme = Tema
input-theme-hint = For eksempel »Kørsel« eller »Anerkendelse«
input-themes-in-use = Temaer i brug:
input-gravity = Hvor alvorlig er bekymringen?
input-gravity-hint = Kun for en bekymring
input-gravity-missing = Vælg, hvor alvorlig bekymringen er
gravity-mild = Mindre alvorlig
gravity-grave = Alvorlig
gravity-very-grave = Meget alvorlig
input-contact = Der ser ud til at stå en mailadresse eller et telefonnummer. Fjern det, eller sæt kryds ved, at det må stå der
input-contact-ok = Mailadressen eller telefonnummeret må stå der
input-origin = Kom ind
input-from-form = gennem formularen på nettet
input-excerpts = { $count ->
    [one] 1 uddrag
   *[other] { $count } uddrag
}
input-state-new = Ikke set på
input-state-in-work = I gang
input-state-answered = Besvaret
input-state-set-aside = Lagt til side
input-is-set-aside = Lagt til side
input-take-up = Tag det op igen
input-aside-title = Læg det til side
input-aside-why = Hvorfor bliver der ikke noget af det?
input-aside-why-hint = For eksempel »Handler ikke om teksten«
input-aside-has-excerpts = Der er lavet uddrag af det. Besvar dem, eller fjern dem først
input-aside-button = Læg til side
input-remove = Slet det
input-remove-text = Kun hvis det er skrevet ind ved en fejl eller slet ikke må ligge her. Ellers: Læg det til side med en grund.
input-remove-button = Slet

# Mange på én gang
many-title = Sæt mange ind
many-lead = Kopiér for eksempel svarene fra et spørgeskema. Du ser, hvad det bliver til, før det bliver gemt.
many-said = Det, der blev sagt
many-said-hint = En tom linje mellem to input
many-source = Hvem sagde det?
many-look = Se, hvad det bliver til
many-preview = { $count ->
    [one] Det bliver til 1 input
   *[other] Det bliver til { $count } input
}
many-keep = { $count ->
    [one] Gem 1 input
   *[other] Gem { $count } input
}
many-change = Eller ret det først
many-contact = Der ser ud til at stå en mailadresse eller et telefonnummer
many-too-many = Højst { $count } på én gang. Sæt resten ind bagefter
many-too-long = Et input må højst have { $count } tegn. Sæt en tom linje ind, hvor det kan deles

# Noter fra borgermøder
notes-fetch-title = Hent noter
notes-fetch-lead = Hver note fra bordene bliver ét input og beholder sit tema. Kommer der flere noter senere, så hent igen: ingen kommer med to gange.
notes-fetch-none = Der er ingen borgermøder med noter, som du kan læse.
notes-fetch = Hent noterne
notes-fetched = Alt er hentet
notes-of-meeting = { $day } · { $fetched } af { $notes } noter er hentet

# Uddrag af et input
cut-title = Uddrag
cut-none = Der er ikke lavet nogen uddrag endnu. Vælg det, der skal svares på.
cut-new = Lav et uddrag
cut-whole = Brug det hele som ét uddrag
cut-lines = Vælg linjer
cut-lines-hint = De linjer, du vælger, bliver ét uddrag
cut-is-cut = Står i et uddrag
cut-passage = Eller skriv stedet
cut-passage-hint = Med de ord, der står ovenfor
cut-theme = Tema for uddraget
cut-button = Lav uddraget
cut-nothing = Vælg mindst én linje, eller skriv stedet
cut-not-there = De ord står ikke i inputtet. Kopiér dem derfra
cut-remove = Fjern

# Bekymringer
concern-title = Svar på bekymringen
concern-answer = Svar
concern-answer-hint = Hvad gør I for, at det ikke går sådan?
concern-med = Hvilket MED-udvalg er orienteret?
concern-med-hint = En bekymring om arbejdet hører hjemme i MED
concern-med-none = Intet endnu
concern-med-day = Hvilken dag blev udvalget orienteret?
concern-med-missing = Vælg det MED-udvalg, der blev orienteret
concern-save = Gem svaret
concern-changed-meanwhile = En anden har svaret imens: »{ $answer }«. Gem igen, når det, du har skrevet, er det rigtige

# Uddrag, der skal svares på
point-list-title = Uddrag
point-list-lead = Det, der skal svares på. Siger flere det samme, så saml dem: de får ét svar.
point-title = Uddrag
point-none = Der er ingen uddrag endnu. De bliver lavet på siden for hvert input.
point-none-here = Ingen uddrag her.
point-waiting = { $count ->
    [one] 1 uddrag mangler svar
   *[other] { $count } uddrag mangler svar
}
point-all-answered = Alle uddrag har fået svar
point-themes = Vis kun et tema
point-all-themes = Alle temaer
point-filter-all = Alle
point-filter-waiting = Mangler svar
point-filter-mine = Venter på mig
point-filter-nobody = Ikke fordelt
point-chosen = Valgte
point-choose-this = Vælg
point-choose = Sæt kryds ved dem, det gælder
point-with-chosen = Med dem, du har sat kryds ved
point-join = De siger det samme
point-join-text = Siger de det samme, får de ét svar. Ellers kan du fordele dem.
point-join-two = Sæt kryds ved mindst to
point-join-answers = De har fået forskellige svar. Ret det ene svar først, så de siger det samme
point-assignee = Hvem skal svare?
point-nobody = Ingen endnu
point-due = Senest
point-due-on = senest { $day }
point-assign-button = Fordel
point-so-many = { $count } siger det samme
point-answered-once = { $count } siger det samme. Dit svar gælder dem alle.
point-part = Det er ikke det samme: skil det ud
point-theme = Tema
point-verdict = Hvad blev der af det?
point-used = Taget med
point-partly = Delvist taget med
point-not-used = Ikke taget med
point-waits = Mangler svar
point-because = Fordi
point-because-hint = Sig det, så den, der sagde det, forstår det
point-because-missing = Skriv hvorfor. Det skal stå der, når noget ikke er taget helt med
point-block = Hvilket afsnit blev ændret?
point-block-hint = Så kan alle se, hvor i teksten det står
point-block-none = Intet bestemt afsnit
point-block-is = Afsnittet, som det står nu
point-block-was = Afsnittet, som det stod
point-block-gone = Afsnittet er taget ud af teksten
point-block-removed = (taget ud) { $words }
point-see-block = Se det i teksten
point-closed-hint = At det er sagt, og hvad der blev af det, kan alle stadig læse

# Ændringer i teksten
change-title = Ændringer
change-lead = Hvert afsnit, der er ændret, skal have en årsag: nogen har sagt noget, eller det er redaktionelt.
change-since = Ændret siden
change-compare = Vis ændringer
change-version = Version { $number }
change-version-named = Version { $number }: { $name }
change-no-version = Gem først en version af teksten. Så kan I se, hvad der er ændret siden.
change-all-caused = Alle ændringer har en årsag
change-all-caused-text = Hvert afsnit, der er ændret, svarer til noget, der er sagt, eller er redaktionelt.
change-nothing = Teksten er, som den var.
change-uncaused = { $count ->
    [one] 1 ændring uden årsag
   *[other] { $count } ændringer uden årsag
}
change-uncaused-text = Knyt et uddrag til afsnittet, eller markér ændringen som redaktionel.
change-caused = { $count ->
    [one] 1 ændring med årsag
   *[other] { $count } ændringer med årsag
}
change-by-voice = Nogen har sagt noget
change-editorial = Redaktionel: { $reason }
change-chosen = Valgte
change-choose = Sæt kryds ved de ændringer, det gælder
change-mark-this = Denne ændring er redaktionel
change-mark-title = Markér som redaktionel
change-mark-chosen = Markér de valgte
change-mark-all = { $count ->
    [one] Markér den ene
   *[other] Markér alle { $count }
}
change-word = Hvad slags rettelse er det?
change-word-hint = For eksempel »Stavefejl«, »Rækkefølge« eller »Kortere«
change-word-usual = Sproglig rettelse
change-changed = Ændret
change-added = Tilføjet
change-removed = Taget ud
change-moved = Flyttet
change-removed-words = Taget ud:
change-added-words = Tilføjet:
change-ends = slut.

# Det, alle kan læse
public-title = Hvad sagde I, og hvad blev der af det?
public-lead = Stemmer til
public-is-hidden = Kun I kan se siden, indtil I viser den for alle.
public-none = Ingen har sagt noget endnu.
public-counts = { $all ->
    [one] 1 stemme er hørt
   *[other] { $all } stemmer er hørt
}, og { $settled } har fået svar.
public-how-title = Sådan har folk været med
public-how = Hvordan?
public-how-many = Antal
public-so-many = { $count } har sagt det.
public-closed = Ordene bliver ikke vist, fordi man kunne regne ud, hvem der har sagt dem.
public-see-block = Se det i teksten
public-concerns = Bekymringer
public-waiting = { $count ->
    [one] 1 uddrag har ikke fået svar endnu.
   *[other] { $count } uddrag har ikke fået svar endnu.
}
public-join-in = Vil du være med?
public-join-in-text = Du kan nå at sige din mening.
public-as-pdf = Hent som PDF
public-as-docx = Hent som Word

# Del din mening
share-title = Del din mening
share-about = Lad alle skrive, hvad de mener, uden navn. Sæt en sidste dag. Er feltet tomt, er der lukket.
share-question = Hvad vil I gerne vide?
share-question-hint = Det står over feltet. For eksempel: »Hvad skal der til, for at du bliver ved med at være frivillig?«
share-until = Åbent til og med
share-until-hint = Er feltet tomt, kan ingen skrive
share-save = Gem
share-is-open = Der er åbent
share-lead = Vi skriver på
share-text-is-draft = Teksten er ved at blive skrevet, så den kan ikke læses endnu. Skriv, hvad du synes, den skal sige.
share-nameless = Vi spørger ikke, hvad du hedder. Skriv senest { $day }.
share-said = Hvad mener du?
share-said-hint = Et par linjer er nok. Skriv ikke navne
share-contact = Fjern mailadressen eller telefonnummeret. Det, du skriver, er uden navn
share-who = Hvem er du?
share-citizen = Borger
share-volunteer = Frivillig
share-association = Aktiv i en forening
share-staff = Medarbejder i kommunen
share-send = Send
share-full = Der er kommet så mange svar, at der ikke er plads til flere. Skriv til kommunen i stedet
share-is-closed = Der er lukket
share-is-closed-text = Man kan ikke skrive længere. Kopiér det, du har skrevet, og send det til kommunen i en mail.
share-thanks = Tak for din mening
share-thanks-text = Den bliver læst sammen med de andres. Hvad der bliver af den, kommer til at stå her på siden, uden navn.
share-again = Skriv en til

# Andet
work-kind-voices = Stemmer
work-answer-points = { $count ->
    [one] Svar på 1 uddrag
   *[other] Svar på { $count } uddrag
}
work-look-at-inputs = { $count ->
    [one] Se på 1 input
   *[other] Se på { $count } input
}
undo-takes-part = Er med til at lave en tekst.
undo-answers-points = har svaret på, eller skal svare på, noget, der er sagt om en tekst
known-points = Uddrag, du har svaret på eller skal svare på
known-text = Tekst
known-point-at = Oprettet
points-move = { $count ->
    [one] 1 uddrag, der skal svares på
   *[other] { $count } uddrag, der skal svares på
}
voices-flash-shown = Nu kan alle læse, hvad der blev af det
voices-flash-hidden = Nu kan kun I læse det
voices-flash-opened = Alle kan nu skrive, hvad de mener
voices-flash-closed = Der er lukket. Ingen kan skrive
voices-flash-full = Der er ikke plads til flere
voices-flash-saved = Gemt
voices-flash-participant-added = Taget med
voices-flash-participants-added = De er taget med
voices-flash-nobody-new = De er alle med i forvejen
voices-flash-ticked = Dagen er gemt
voices-flash-participant-removed = Taget af listen
voices-flash-input-added = Inputtet er gemt. Lav nu uddrag af det, der skal svares på
voices-flash-many-added = De er gemt
voices-flash-notes = Noterne er hentet
voices-flash-no-notes = Der var ikke flere noter
voices-flash-set-aside = Lagt til side
voices-flash-taken-up = Taget op igen
voices-flash-has-excerpts = Der er lavet uddrag af det. Fjern dem først
voices-flash-input-removed = Slettet
voices-flash-concern = Svaret er gemt
voices-flash-cut = Uddraget er lavet
voices-flash-cut-before = Det uddrag findes allerede
voices-flash-parted = Uddraget er skilt ud. Giv det et svar
voices-flash-is-answered = Uddraget er besvaret. Sæt svaret til »Mangler svar« først
voices-flash-excerpt-removed = Uddraget er fjernet
voices-flash-assigned = Fordelt
voices-flash-joined = Samlet. De får ét svar
voices-flash-answered = Svaret er gemt
voices-flash-marked = Markeret som redaktionelt

# Høringer af teksten
heard-title = Svar i høringer
heard-lead = Svarene i en høring bliver besvaret ét sted: i høringens notat. De tæller med her.
heard-about = { $count ->
    [one] 1 svar
   *[other] { $count } svar
}, frist { $when }
heard-note = Læs høringsnotatet
heard-note-at = Høringsnotat: { $address }
heard-missing = { $count ->
    [one] 1 bemærkning i en høring mangler svar
   *[other] { $count } bemærkninger i høringer mangler svar
}
heard-missing-text = De bliver besvaret i høringen, når den er lukket.
participant-asked = spurgt i en høring
change-by-hearing = Nogen har svaret på en høring

# Når den, der skal svare, holder op.
points-leave = { $count ->
    [one] 1 uddrag, der venter på svar
   *[other] { $count } uddrag, der venter på svar
}
points-leave-line = { $title }: { $said }
points-leave-nobody = Ingen – de står som ikke fordelt
