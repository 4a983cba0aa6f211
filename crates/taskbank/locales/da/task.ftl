# Opgaven: siden, formularen og det, der sker med den.

## Tilstande

task-state-draft = Kladde
task-state-awaiting = Venter på godkendelse
task-state-open = Åben
task-state-filled = Besat
task-state-closed = Lukket
task-state-expired = Udløbet
task-state-cancelled = Aflyst

## Opgavens side

task-find = Find opgaver
task-untitled = Opgave uden titel
task-what-you-do = Det skal du lave
task-what-you-get = Det får du
task-what-we-expect = Det håber vi på
task-boundary = Sådan fordeler vi opgaverne
task-boundary-lead = Du er et ekstra menneske, ikke en ekstra ansat. Du kan altid sige nej.
task-boundary-staff = Det gør de ansatte
task-boundary-others = Det gør andre
task-boundary-volunteers = Det gør de frivillige
task-boundary-grey = Det aftaler vi først
task-before-you-begin = Før du begynder
task-next-step = Det gør du:
task-years-old = { $years } år
task-off-on-closed-days = Ikke på helligdage og kommunens lukkedage.
task-form-keeps-closed-days = Opgaven er der også på helligdage og lukkedage
task-form-keeps-closed-days-hint = Uden flueben viser vi den ikke på juleaften, helligdage og kommunens andre lukkedage
task-insurance = Forsikring
task-accessibility = Adgang og plads
task-notices = Regler om dagpenge, efterløn og udgifter for frivillige
task-notice-source = Kilde: { $source }. Set efter i { $year } af { $owner }.
task-when = Hvornår
task-where = Hvor
task-by = Hos
task-who = Hvem
task-requirements = Krav
task-requirements-none = Ingen
task-languages = Sprog
task-language-da = Dansk
task-language-en = Engelsk
task-language-de = Tysk
task-language-ar = Arabisk
task-language-uk = Ukrainsk
task-from-home = Hjemmefra
task-and-from-home = (og noget hjemmefra)
task-place-unknown = Stedet aftales
task-places-wanted = { $count ->
    [one] Én frivillig
   *[other] { $count } frivillige
}
task-places-many = Alle, der har lyst
task-company-alone = Du er alene om opgaven
task-company-group = I er flere sammen
task-contact = Kontaktperson

task-filled-heading = Alle pladser er besat
task-filled-text = Tak for din interesse. Nogen har allerede sagt ja til opgaven.
task-closed-heading = Opgaven er lukket
task-closed-text = Der er ikke brug for flere frivillige til opgaven.
task-expired-heading = Opgaven er slut
task-expired-text = Tiden er gået, og opgaven tager ikke imod flere.
task-cancelled-heading = Opgaven er aflyst
task-cancelled-text = Opgaven bliver desværre ikke til noget.
task-sent-back-heading = Det skal rettes først
task-send-back = Send tilbage
task-send-back-label = Hvad skal rettes?
task-send-back-hint = Skriv det, så modtageren kan se, hvad næste skridt er.
task-publish = Offentliggør
task-send-to-approval = Send til godkendelse
task-close = Luk eller aflys
task-by-the-program = Automatisk
task-by-somebody = En, der ikke har en konto længere

task-next-sent-back = Ret det, der står nedenfor, og send opgaven igen.
task-next-association-waits = Foreningen venter på at blive godkendt. Gør kladden færdig nu, så kan I offentliggøre den bagefter.
task-next-ready = Kladden er klar til at blive offentliggjort.
task-next-draft = Kun I kan se kladden. Gør den færdig, når det passer jer.
task-next-approve = Læs opgaven. Sig ja, eller send den tilbage med det, der skal rettes.
task-next-awaiting = Opgaven venter på { $names }. I får besked.
task-next-current = Er opgaven stadig aktuel? Svarer ingen, bliver den taget ned efter tre uger.
task-next-open = Opgaven er åben til og med den { $day }.
task-next-filled = Alle pladser er besat. Åbn opgaven igen, hvis en plads bliver ledig. Den udløber den { $day }.
task-next-over = Opgaven er ikke længere åben. Du kan åbne den igen eller kopiere den.

task-missing-title = Skriv en titel
task-missing-summary = Skriv kort, hvad opgaven går ud på
task-missing-does = Skriv, hvad den frivillige skal lave
task-missing-time = Skriv, hvornår opgaven er
task-missing-day = Skriv, hvilken dag opgaven er
task-missing-weekdays = Vælg mindst én ugedag
task-missing-start = Skriv, hvornår opgaven begynder
task-missing-end = Skriv, hvornår opgaven slutter
task-missing-hours = Skriv, hvor mange timer om ugen det er
task-missing-time-over = Tiden er gået. Vælg en dag, der ikke er forbi
task-missing-address = Skriv postnummeret, eller vælg, at opgaven er hjemmefra
task-missing-contact = Vælg en kontaktperson
task-missing-boundary-staff = Skriv, hvad de ansatte gør
task-missing-boundary-volunteers = Skriv, hvad de frivillige gør
task-missing-boundary-grey = Skriv, hvad I aftaler først
task-missing-insurance = Vælg, hvem der forsikrer den frivillige. Er du i tvivl, så spørg kommunen. Imens kan opgaven gemmes som kladde
task-missing-course = Skriv, hvilket kursus det er
task-missing-approach-challenge = Skriv, hvorfor tilgangen passer til udfordringen
task-missing-approach-parties = Skriv, hvorfor tilgangen giver mening for de frivillige og for kommunen
task-missing-approach-other = Forklar jeres måde at arbejde sammen på

task-event-created = Oprettet
task-event-changed = Rettet
task-event-submitted = Sendt til godkendelse
task-event-sent-back = Sendt tilbage
task-event-published = Offentliggjort
task-event-filled = Alle pladser besat
task-event-closed = Lukket
task-event-cancelled = Aflyst
task-event-expired = Udløbet
task-event-moved = Overtaget af et andet sted
task-event-reopened = Åbnet igen
task-event-asked = Spurgt, om den stadig er aktuel
task-event-confirmed = Stadig aktuel
task-event-current-taken-back = »Stadig aktuel« er taget tilbage
task-event-warned = Besked om, at den snart udløber
task-event-reclassified = Ny tilgang til samskabelse

## Formularen

task-mine = Mine opgaver
task-form-new = Ny opgave
task-form-edit = Redigér opgaven
task-form-for = Opgaven er hos { $poster }.
task-form-lead = Du kan gemme en kladde når som helst, også når noget mangler. Kun I kan se den.
task-form-preview-heading = Sådan ser opgaven ud
task-form-preview-text = Intet er gemt endnu. Du kan rette længere nede eller gemme.
task-form-what = Opgaven
task-form-title = Titel
task-form-title-hint = Få, almindelige ord, for eksempel »Lørdagskaffe på Solgården«
task-form-summary = Opgaven med én sætning
task-form-summary-hint = Det første, folk læser. Hvad bliver bedre, når nogen hjælper?
task-form-does = Hvad skal den frivillige lave?
task-form-one-a-line = Skriv én ting på hver linje
task-form-time-kind = Hvor tit?
task-form-one-off = Én gang
task-form-weekly = Hver uge
task-form-flexible = Når det passer den frivillige
task-form-day = Dato
task-form-weekdays = Ugedage
task-form-start = Fra kl.
task-form-end = Til kl.
task-form-time-hint = For eksempel 14.00
task-form-end-hint = Et klokkeslæt efter midnat er næste dag
task-form-end-day = Sidste dag
task-form-end-day-hint = Kun hvis opgaven varer flere dage
task-form-end-day-wrong = Opgaven skal slutte, efter at den er begyndt, og højst tre dage senere
task-form-end-is-start = Sluttidspunktet er det samme som starttidspunktet
task-form-end-next-day = Sluttidspunktet er før starttidspunktet. Slutter opgaven næste dag? Så vælg den sidste dag også
task-form-end-before-start = Sluttidspunktet er før starttidspunktet. En gang over midnat kan højst vare 12 timer
task-form-hours = Timer om ugen
task-form-hours-wrong = Skriv et antal timer mellem 0,25 og 40
task-form-hours-note = Mere om tiden
task-form-hours-note-hint = Skriv ikke antallet af timer igen. For eksempel »Hverdage mellem kl. 12 og 16«
task-form-from = Første dag
task-form-until = Sidste dag
task-form-until-hint = Lad feltet stå tomt, hvis opgaven bliver ved
task-form-until-before-from = Den sidste dag er før den første
task-form-remote = Hvor foregår det?
task-remote-on-site = På stedet
task-remote-partly = Noget på stedet, noget hjemmefra
task-remote-remote = Hjemmefra
task-form-venue = Stedets navn
task-form-venue-hint = Hvis det ikke er hos jer selv
task-form-address = Vej og nummer
task-form-postcode = Postnummer
task-form-postcode-hint = Skal med, medmindre opgaven er hjemmefra
task-form-contact-text = Navn og telefon står på opgaven, så folk kan spørge et menneske.
task-form-contact = Hvem svarer?
task-contact-other = Den, der svarer, står ikke på opgaven
task-contact-hidden = { $name } svarer, men vises ikke på siden endnu. Derfor står { $call } på { $phone } på opgaven.
task-contact-mend-hidden = Vælg, hvem der vises
task-contact-no-phone = { $name } svarer, men har ikke skrevet et telefonnummer. Derfor står { $call } på { $phone } på opgaven.
task-contact-mend-phone = Skriv dit nummer
task-contact-away = { $name } svarer, men er væk til og med { $until }. Så længe står { $call } på { $phone } på opgaven.
task-form-boundary-unit = Skriv, hvad der er personalets, og hvad der er de frivilliges. Det gør alle trygge, også dem, det handler om. Vi skal bruge alle tre felter, før opgaven offentliggøres.
task-form-boundary-association = Er der ansatte på stedet, så skriv, hvem der gør hvad. Ellers kan felterne stå tomme.
task-form-examples = Se gode eksempler
task-form-framing = Spørg jer selv først
task-form-example = Et eksempel
task-form-never = En frivillig skal aldrig
task-form-grey-hint = Det, I er i tvivl om, og hvem man kan spørge
task-form-insurance = Hvem forsikrer den frivillige?
task-form-through = Hvem samler de frivillige?
task-form-through-hint = Det har betydning for folk på dagpenge og efterløn
task-form-through-direct = Kommunen selv
task-form-through-association = En forening
task-form-notices = Dette står på opgaven, fordi I har valgt sådan:
task-form-more = Mere, hvis I vil
task-form-more-text = Jo mere I fortæller, jo lettere er opgaven at finde og sige ja til.
task-form-about = Emne og målgruppe
task-form-theme = Tema
task-form-topics = Emner
task-form-topics-hint = Vælg dem, folk ville søge på
task-form-target-groups = Hvem er opgaven for?
task-form-awaits-declaration = En opgave med børn og familier venter på foreningens erklæring om børneattester. Bed formanden eller kassereren om at skrive under på foreningens side, eller vælg andre målgrupper.
task-form-competences = Det er en fordel, hvis du kan …
task-form-competences-hint = Det holder ingen væk, men hjælper os med at finde dem, der passer.
task-form-practical = Pladser, sprog og det, I giver
task-form-places = Hvor mange frivillige?
task-form-places-hint = Lad feltet stå tomt, hvis alle kan være med
task-form-company = Alene eller sammen?
task-company-either = Alene eller sammen, som man vil
task-form-languages = Sprog, man kan klare sig på
task-form-offers = Hvad får den frivillige?
task-form-expects = Hvad håber I på?
task-form-accessibility = Adgang og plads på stedet
task-form-accessibility-hint = Trapper, toilet, parkering, støj
task-form-requirements = Krav, før man begynder
task-form-requirements-hint = Vælg kun det, der er nødvendigt. De fleste opgaver har ingen krav
task-form-course = Hvilket kursus?
task-form-information-meeting = Informationsmøde: tid og sted
task-form-min-age = Mindste alder
task-form-approach = Samskabelse
task-form-aid = Tre spørgsmål
task-form-aid-button = Foreslå en tilgang
task-form-aid-all = Svar på alle tre spørgsmål, så kommer der et forslag.
task-form-proposal = Et forslag
task-form-proposal-text = Det er jer, der vælger.
task-form-approach-choose = Tilgang
task-form-approach-none = Ikke valgt
task-form-approach-other = Fortæl med egne ord, hvis tilgangen er en anden
task-form-channels = Hvor fortæller I ellers om opgaven?
task-form-channels-legend = Kanaler
task-channel-website = Hjemmeside
task-channel-newsletter = Nyhedsbrev
task-channel-library-poster = Opslag på biblioteket
task-channel-poster = Plakat
task-channel-rss = RSS
task-form-save = Gem
task-form-save-draft = Gem kladde
task-form-preview = Vis, hvordan det ser ud
task-form-cancel = Fortryd
task-form-overtaken-heading = Opgaven er ændret imens
task-form-overtaken = Opgaven blev ændret { $when }, mens du skrev. Vi har ikke gemt det, du skrev.
task-form-overtaken-next = Det står stadig i felterne. Her kan du se, hvad der står nu i de felter, hvor du har skrevet noget andet. Ret det, du vil, og gem igen.
task-form-overtaken-empty = Ikke udfyldt

## Hvem opgaven er for

task-choose-lead = Hvem er opgaven for?
task-choose-other = Et andet sted
task-choose-next = Videre

## Luk og aflys

task-close-lead = De, der har vist interesse, kan se, at opgaven ikke længere er åben.
task-close-outcome = Hvad er der sket?
task-close-closed = Der er ikke brug for flere
task-close-closed-hint = Opgaven lukkes og kan åbnes igen. De, der er med, fortsætter. Dem på venteliste skriver vi til, og dem, der venter på svar, svarer du selv
task-close-cancelled = Det bliver ikke til noget
task-close-cancelled-hint = Alle, der venter eller er med, får en mail med grunden med det samme, og vagterne aflyses
task-close-reason = Hvorfor?
task-close-reason-hint = Skriv kort og venligt. Nævn ingen ved navn. Aflyser du, skal du skrive hvorfor
task-close-button = Luk opgaven
task-close-cancel = Aflys opgaven
task-close-consequences = Det hænger på opgaven
task-exit-tasks = { $count ->
    [one] 1 opgave
   *[other] { $count } opgaver
}
task-exit-contact = { $count ->
    [one] Kontakt for 1 opgave
   *[other] Kontakt for { $count } opgaver
}
task-exit-contact-at = { $count ->
    [one] Kontakt for 1 opgave hos { $place }
   *[other] Kontakt for { $count } opgaver hos { $place }
}
task-exit-contact-on-duty = Den, der derefter svarer for stedet
task-exit-contact-outcome = Den, der derefter svarer for stedet, bliver kontakt og får besked.

## Beskeder på siden, når noget er gjort

task-flash-saved = Opgaven er gemt
task-flash-moved = Opgaven er flyttet. De, der har en aftale eller venter på svar, får besked
task-flash-published = Opgaven er offentliggjort. Den kan findes nu
task-flash-submitted = Opgaven er sendt til godkendelse. Du får besked
task-flash-incomplete = Opgaven er gemt som kladde. Den kan ikke offentliggøres endnu. Se, hvad der mangler
task-flash-was-changed = En anden nåede at ændre opgaven. Se, hvor den står nu
task-flash-approved = Opgaven er godkendt og offentliggjort
task-flash-cannot-approve = Opgaven kan ikke offentliggøres, som den er. Send den tilbage med det, der mangler
task-flash-sent-back = Opgaven er sendt tilbage
task-flash-closed = Opgaven er lukket
task-flash-cancelled = Opgaven er aflyst
task-flash-awaits-again = Opgaven er ikke aflyst mere. Den venter igen på godkendelse
task-flash-reopened = Opgaven er åben igen
task-flash-cannot-reopen = Opgaven mangler noget, før den kan åbnes igen. Ret tid og sted, og gem
task-flash-filled = Alle pladser er besat. Opgaven tager ikke imod flere
task-flash-copied = Kladden er en kopi. Ret det, der er anderledes
task-flash-current = Tak. Opgaven bliver stående

## Nyt til dem, der står for opgaven

task-news-awaiting = Opgaven »{ $title }« venter på, at du siger ja.
task-news-approved = Opgaven »{ $title }« er godkendt og offentliggjort.
task-news-sent-back = Opgaven »{ $title }« er sendt tilbage. Se, hvad der skal rettes.
task-news-asked = Er opgaven »{ $title }« stadig aktuel? Svar med ét klik. Ellers bliver den taget ned om tre uger.
task-news-soon-expires = Opgaven »{ $title }« udløber om en uge. Forlæng den, hvis den fortsætter.
task-news-expired = Opgaven »{ $title }« er udløbet. Du kan åbne den igen.
task-news-unanswered = Opgaven »{ $title }« er taget ned, fordi ingen svarede, om den er aktuel. Du kan åbne den igen.
task-news-handed-over = Du er nu kontakt for opgaven »{ $title }«.

## Det, der venter i Mit overblik

task-work-first = Skriv den første opgave
task-work-first-detail = Vælg et sted, og skriv, hvad en frivillig kan hjælpe med. Stedet kan selv rette den bagefter.
task-work-approve = Godkend opgaven »{ $title }«
task-work-current = Er »{ $title }« stadig aktuel?
task-work-expiring = »{ $title }« udløber den { $day }
task-work-sent-back = Ret opgaven »{ $title }«
task-work-insurance = Sig, hvem der forsikrer de frivillige i »{ $title }«
task-work-climbed = Fordi ingen har svaret til tiden, er det nu hos dig.

## Mine opgaver

task-mine-lead = De opgaver, I har slået op, og det næste skridt for hver.
task-mine-none = I har ingen opgaver endnu
task-mine-none-text = Fortæl, hvad I har brug for. En kladde tager et par minutter.
task-mine-helping = { $count ->
    [0] Ingen er med endnu
    [one] 1 er med
   *[other] { $count } er med
}
task-mine-agreeing = { $count ->
    [one] 1 aftale mangler et ja
   *[other] { $count } aftaler mangler et ja
}
task-mine-waiting = { $count ->
    [one] Én venter på svar
   *[other] { $count } venter på svar
}
task-mine-step-draft = Gør færdig
task-mine-step-sent-back = Ret og send igen
task-mine-step-awaiting = Venter på godkendelse
task-mine-step-answer = Svar de interesserede
task-mine-step-current = Sig, om den er aktuel
task-mine-step-see = Se opgaven
task-mine-step-over = Åbn igen eller kopiér
task-mine-all = { $count ->
    [one] Én opgave
   *[other] { $count } opgaver
}

# Når en forening lukker, følger dens opgaver med.
task-association-closed = Foreningen er lukket.

task-competences = Det er en fordel

task-overview = Mit overblik

task-soon-call = Ring hellere:
task-soon-text = Du kan også sende en besked, men svaret kan komme for sent.
task-soon-title = Opgaven begynder, før vi har lovet at svare

## Når to registreringer bliver til én

merge-tasks = { $count ->
    [one] Kontakt for 1 opgave
   *[other] Kontakt for { $count } opgaver
}
merge-link = Eget link til at fortælle videre
merge-link-twice = Begge har et link til at fortælle videre.
merge-link-twice-outcome = Linket hos den, der bliver, virker stadig. Det andet holder op med at virke, men det, der er kommet ud af det, tæller stadig med.

# Overskrifter på Mit overblik
worklist-kind-task-approval = Opgaver, der venter på godkendelse
worklist-kind-task-current = Er opgaven stadig aktuel?
worklist-kind-task-sent-back = Opgaver, der er sendt tilbage til dig
worklist-kind-task-expiring = Opgaver, der snart udløber
worklist-kind-task-insurance = Forsikring, ingen har valgt
worklist-kind-legal-note = Noter om regler
worklist-kind-requirement-declaration = Foreningens erklæring

# En tid, der er usædvanlig
task-form-never-shown = Kl. { $time } findes ikke den nat, fordi uret stilles frem. Vælg et tidspunkt før kl. 2 eller fra kl. 3
task-form-ask-heading = Er tiden rigtig?
task-form-ask-closed = Den { $day } er der lukket de fleste steder: { $name }.
task-form-ask-twice = Kl. { $time } kommer to gange den nat, fordi uret stilles tilbage. Opgaven begynder den første gang.
task-form-ask-next = Er det rigtigt, så gem igen. Ellers vælg en anden tid.
task-form-ask-moves-heading = Skal opgaven flyttes?
task-form-ask-moves-next = Gem igen, så er den flyttet, og alle, det angår, får besked. Ellers ret tiden eller stedet.
task-form-ask-moves-place = Gem igen, så er opgaven flyttet, og alle, det angår, får besked. Er det samme sted, bare skrevet bedre, så vælg »Gem som rettelse: det er samme sted«. Så får ingen besked.
task-form-same-place = Gem som rettelse: det er samme sted
task-moved-before = Før: { $what }
task-moved-now = Nu: { $what }

## Alle opgaver, for dem der arbejder her

task-list-title = Opgaver
task-list-lead = De opgaver, du svarer for, i hver tilstand. Sæt kryds ved flere, og gør det samme ved dem alle.
task-list-count = { $count ->
    [one] 1 opgave
   *[other] { $count } opgaver
}
task-list-search = Opgave eller sted
task-list-task = Opgave
task-list-place = Sted
task-list-all-places = Alle steder
task-list-state = Tilstand
task-list-state-live = I gang
task-list-state-waiting = Nogen venter på svar
task-list-state-nobody = Åben uden interesserede
task-list-state-all = Alle, også de afsluttede
task-list-when = Hvornår
task-list-interested = Interesserede
task-list-waiting = Venter på svar
task-list-places = Pladser
task-list-changed = Ændret
task-list-expires = Vises til
task-list-approve = Godkend
task-list-approve-heading = { $count ->
    [one] Godkend 1 opgave
   *[other] Godkend { $count } opgaver
}
task-list-approve-consequence = De bliver offentlige med det samme, og de, der har skrevet dem, får besked.
task-list-approved = { $count ->
    [0] Ingen opgaver blev godkendt
    [one] 1 opgave er godkendt
   *[other] { $count } opgaver er godkendt
}
task-list-current = Sig, at de er aktuelle
task-list-current-heading = { $count ->
    [one] Sig, at 1 opgave stadig er aktuel
   *[other] Sig, at { $count } opgaver stadig er aktuelle
}
task-list-current-consequence = Så bliver de ved med at stå i opgavebanken. Ingen får en mail om det.
task-list-confirmed = { $count ->
    [0] Ingen opgaver blev bekræftet
    [one] 1 opgave er bekræftet som aktuel
   *[other] { $count } opgaver er bekræftet som aktuelle
}
task-list-not-awaiting = venter ikke på godkendelse
task-list-not-open = er ikke åben
task-list-not-yours = skal godkendes af en anden
task-list-needs-declaration = foreningens erklæring om børneattester mangler
task-list-incomplete = kan ikke offentliggøres, som den er; åbn den, og se hvorfor
task-work-still-current = Ja, stadig aktuel
task-list-current-taken-back = { $count ->
    [one] 1 opgave står igen, som den gjorde.
   *[other] { $count } opgaver står igen, som de gjorde.
}
task-work-first-of-association = Slå jeres første opgave op
task-flash-association-first = Tag stilling til foreningen først. Dens opgaver kan ikke blive offentlige, før den er godkendt
task-list-association-first = foreningen er ikke godkendt endnu
task-form-copy-last = Begynd med en kopi af »{ $title }«
task-form-copy-last-text = Ligner den jeres seneste opgave? Kopien har sted, afgrænsning og forsikring med, så I kun skal rette det, der er anderledes.
