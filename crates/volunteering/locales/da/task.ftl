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
task-insurance = Forsikring
task-accessibility = Adgang og plads
task-notice-as-of = reglerne, som de var i { NUMBER($year, useGrouping: 0) }
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
task-places-left = { $count ->
    [0] Ingen ledige pladser
    [one] Én plads tilbage
   *[other] { $count } pladser tilbage
}
task-company-alone = Du er alene om opgaven
task-company-group = I er flere sammen
task-how-it-goes = Sådan foregår det
task-step-interest = Du viser interesse
task-step-interest-text = Navn, e-mail eller telefon og en linje. Det tager under et minut.
task-step-answer = Du får svar senest { $day }
task-step-answer-text = Kontaktpersonen skriver eller ringer.
task-step-agree = I taler sammen og aftaler
task-step-agree-text = Først dér siger du ja.
task-answer-by = Du får svar senest { $day }.
task-aside = Fakta og kontakt
task-in-short = Kort fortalt
task-interested = Jeg er interesseret
task-call = Ring
task-contact = Kontaktperson
task-write-mail = Skriv en mail
task-similar = Lignende opgaver lige nu
task-similar-none = Der er ingen lignende opgaver lige nu. Se alle åbne opgaver.
task-find-others = Find andre opgaver

task-filled-heading = Alle pladser er besat
task-filled-text = Tak for din interesse. Nogen har allerede sagt ja til opgaven.
task-closed-heading = Opgaven er lukket
task-closed-text = Der er ikke brug for flere frivillige til opgaven.
task-expired-heading = Opgaven er slut
task-expired-text = Tiden er gået, og opgaven kan ikke længere søges.
task-cancelled-heading = Opgaven er aflyst
task-cancelled-text = Det blev desværre ikke til noget.

## For dem, der står for opgaven

task-for-you = For jer, der står for opgaven
task-sent-back-heading = Det skal rettes først
task-missing-lead = Før opgaven kan offentliggøres, mangler:
task-approve = Godkend og offentliggør
task-send-back = Send tilbage
task-send-back-label = Hvad skal rettes?
task-send-back-hint = Skriv det, så modtageren ved, hvad næste skridt er.
task-yes-current = Ja, den er aktuel
task-no-close = Nej, luk opgaven
task-edit = Rediger
task-publish = Offentliggør
task-send-to-approval = Send til godkendelse
task-fill = Alle pladser er besat
task-reopen = Åbn igen
task-close = Luk eller aflys
task-copy = Kopiér til ny kladde
task-history = Det er der sket
task-by-the-program = Automatisk
task-by-somebody = En, der ikke er her mere

task-next-sent-back = Ret det, der står nedenfor, og send opgaven igen.
task-next-association-waits = Foreningen venter på at blive godkendt. Gør kladden færdig; så kan I offentliggøre den bagefter.
task-next-ready = Kladden er klar til at blive offentliggjort.
task-next-draft = Kun I kan se kladden. Gør den færdig, når det passer jer.
task-next-approve = Læs opgaven. Sig ja, eller send den tilbage med det, der skal rettes.
task-next-awaiting = Opgaven venter på { $names }. I får besked.
task-next-current = Er opgaven stadig aktuel? Svarer ingen, bliver den taget ned efter tre uger.
task-next-open = Opgaven er åben og kan søges til og med den { $day }.
task-next-filled = Alle pladser er besat. Åbn opgaven igen, hvis en plads bliver ledig. Den udløber den { $day }.
task-next-over = Opgaven kan ikke længere søges. Du kan åbne den igen eller kopiere den.

task-missing-title = Skriv en titel
task-missing-summary = Skriv kort, hvad opgaven går ud på
task-missing-does = Skriv, hvad den frivillige skal lave
task-missing-time = Skriv, hvornår opgaven er
task-missing-time-over = Tiden er gået. Vælg en dag, der ikke er forbi
task-missing-address = Skriv postnummeret, eller vælg, at opgaven er hjemmefra
task-missing-contact = Vælg en kontaktperson
task-missing-boundary-staff = Skriv, hvad de ansatte gør
task-missing-boundary-volunteers = Skriv, hvad de frivillige gør
task-missing-boundary-grey = Skriv, hvad der aftales først – gråzonen
task-missing-insurance = Vælg, hvem der forsikrer den frivillige. Er du i tvivl, så spørg nøglepersonen eller koordinatoren. Opgaven kan gemmes som kladde så længe
task-missing-course = Skriv, hvilket kursus det er
task-missing-approach-challenge = Skriv, hvorfor tilgangen passer til udfordringen
task-missing-approach-parties = Skriv, hvorfor tilgangen giver mening for frivillige og kommune
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
task-event-reopened = Åbnet igen
task-event-asked = Spurgt, om den stadig er aktuel
task-event-confirmed = Stadig aktuel
task-event-warned = Besked om, at den snart udløber
task-event-reclassified = Ny tilgang til samskabelse
