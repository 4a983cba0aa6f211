# Vagter: planen, den frivilliges egne sider, mailene og kalenderen.

## Fælles

shift-plan-title = Vagter
shift-plan-made = { $count ->
    [0] Gemt. Vagterne laves otte uger frem, og der er ingen endnu
    [one] 1 vagt er lavet
   *[other] { $count } vagter er lavet
}
shift-my-page = Min side
shift-mine-title = Mine vagter
shift-own-title = Vagt
shift-back-to-plan = Tilbage til vagterne

## Tilstande

shift-state-cancelled = Aflyst
shift-state-over = Overstået
shift-state-full = Fuldt
shift-state-lacks = { $lacks ->
    [one] Mangler én
   *[other] Mangler { $lacks }
  }
shift-state-room = { $free ->
    [one] Plads til én mere
   *[other] Plads til { $free } mere
  }
shift-state-noted = Fremmøde er noteret
shift-state-not-noted = Fremmøde mangler
shift-answer-comes = Kommer
shift-answer-waiting = Venter på svar
shift-answer-not-known = Ved ikke
shift-answer-seeks = Søger afløser
shift-answer-attended = Var der
shift-answer-absent = Var der ikke
shift-answer-not-noted = Ikke noteret
shift-mine-booked = Du er på
shift-mine-seeking = Du søger afløser
shift-mine-nobody-left = Ingen afløser: vagten er din
shift-mine-unconfirmed = Ny tid: svar
shift-mine-asking = Du har spurgt en anden
shift-asked-you = Du er spurgt
shift-asked-you-to-swap = Du er spurgt om at bytte
shift-booking-booked = tilmeldt
shift-booking-seeking = søger afløser
shift-booking-replaced = en anden tog vagten
shift-booking-cancelled = afmeldt
shift-booking-attended = var der
shift-booking-absent = var der ikke

## Hvorfor man ikke kan tilmelde sig

shift-hindrance-cancelled = Vagten er aflyst.
shift-hindrance-over = Vagten er begyndt eller overstået.
shift-hindrance-mine = Du er allerede på vagten.
shift-hindrance-not-engaged = Du har ikke en aftale om denne opgave. Ring til stedet, hvis du gerne vil hjælpe.
shift-hindrance-paused = Du holder pause fra opgaven. Sig til stedet, når du er klar igen.
shift-hindrance-paused-until = Du holder pause fra opgaven til og med { $until }.
shift-hindrance-missing = Noget skal være på plads først: { $what }. Se under »Det skal være på plads« på Min side, eller spørg stedet.
shift-hindrance-overlaps = På det tidspunkt har du en anden vagt: »{ $title }«, { $when }. Meld afbud til den først, hvis du hellere vil denne.
shift-hindrance-full = Alle pladser er taget.
shift-hindrance-full-for-you = { $free ->
    [one] Der er kun én plads tilbage, og I er flere.
   *[other] Der er kun { $free } pladser tilbage, og I er flere.
  }
shift-hindrance-too-near = Der er { $between } minutter mellem denne vagt og »{ $title }«, { $when }. Vi regner med, at du skal bruge cirka { $needed } minutter på at komme fra det ene sted til det andet.

## Planen

shift-plan-engaged = { $count ->
    [0] Ingen kan tage vagter på opgaven lige nu. Det kan de, der er begyndt og ikke holder pause.
    [one] Én frivillig har en aftale om opgaven og kan tage vagter.
   *[other] { $count } frivillige har en aftale om opgaven og kan tage vagter.
  }
shift-plan-agreed = Har sagt ja, men kan ikke komme på en vagt endnu, fordi der mangler noget, før de kan begynde: { $names }.
shift-plan-without = Har en aftale, men er ikke på nogen vagt endnu: { $names }.
shift-plan-write-without = { $count ->
    [one] Skriv, så vagterne bliver valgt
   *[other] Skriv til de { $count }, så de kan vælge vagter
  }
shift-from-task = Lav vagter efter opgavens tid
shift-from-task-hint = Opgavens tid: { $time }
shift-series-title = Det gentager sig
shift-numbers = Mindst { $minimum }, højst { $wanted }
shift-numbers-same = { $wanted ->
    [one] Én frivillig
   *[other] { $wanted } frivillige
  }
shift-plan-none = Ingen vagter endnu
shift-plan-none-text = Lav en enkelt vagt eller tider, der gentager sig. Så kan de frivillige melde sig på.
shift-plan-coming = Kommende vagter
shift-plan-past = Overståede vagter
shift-plan-past-lead = Notér, hvem der var der. Så får de frivillige deres timer med.
shift-plan-nobody = Ingen endnu
shift-plan-and-more = { $count ->
    [one] og én til
   *[other] og { $count } til
  }
shift-plan-stands-in = (afløser)
shift-plan-no-email = Ingen e-mail. Ring:
shift-plan-edit = Ret
shift-plan-cancel = Aflys
shift-plan-attendance = Hvem var der?
shift-plan-attendance-again = Ret fremmøde
shift-plan-changed-reason = Tiderne er lagt om.

shift-plan-phone = Notér opkald
shift-phone-title = Notér et opkald: { $task }
shift-phone-on-it = På vagten
shift-phone-yes = Siger ja til den nye tid
shift-phone-cannot = Kan ikke komme
shift-phone-put-on-title = Skriv en på vagten
shift-phone-put-on-text = Kun når personen selv har sagt ja, for eksempel i telefonen.
shift-phone-whom = Hvem har sagt ja?
shift-phone-put-on = Skriv på vagten
shift-phone-taken-off = { $name } er taget af vagten
shift-phone-undo = Fortryd: sæt { $name } på igen
shift-phone-nobody = Der er ikke flere, der kan komme på vagten.
shift-phone-choose = Vælg, hvem der har sagt ja
shift-phone-hindered = Det kan ikke lade sig gøre: { $why }
shift-phone-overlaps = Personen har en anden vagt på det tidspunkt.
shift-phone-not-engaged = Personen hjælper ikke med opgaven lige nu.

## At lave og rette

shift-new-title = Ny vagt
shift-new-lead = En enkelt vagt eller tider, der gentager sig. Vagterne lægges ud otte uger frem.
shift-new-button = Lav vagter
shift-edit-title = Ret vagten
shift-edit-button = Gem
shift-edit-only-this = Her retter du kun denne vagt.
shift-edit-following-link = Ret denne og de følgende
shift-following-title = Ret denne og de følgende vagter
shift-following-lead = Nu: { $rule }
shift-field-rhythm = Hvor tit?
shift-field-day = Første dag
shift-field-that-day = Dag
shift-field-start = Fra kl.
shift-field-end = Til kl.
shift-field-weekdays = Ugedage
shift-field-weekdays-hint = Vælger du ingen, bliver det samme ugedag som den første dag
shift-field-which = Hvilken gang i måneden?
shift-field-which-hint = Kun når det er hver måned
shift-which = Den { $nth }
shift-which-date = Samme dato hver måned
shift-field-until = Sidste dag
shift-field-until-hint = Lad feltet stå tomt, hvis det fortsætter
shift-field-minimum = Mindst så mange
shift-field-wanted = Højst så mange
shift-field-title = Hvad er vagten?
shift-field-title-hint = Kun når det er andet end opgavens navn, for eksempel »Køkkenet«
shift-form-again = Når det gentager sig
shift-form-people = Hvor mange skal der være?
shift-form-people-hint = Er der færre end mindst, får I besked. Er der højst, er vagten fuld.
shift-field-closed-days = På helligdage og lukkedage
shift-field-closed-days-hint = Juleaften, helligdage og kommunens andre lukkedage. Gælder kun vagter, der kommer igen
shift-closed-days-skip = Spring over: der er ingen vagt de dage
shift-closed-days-ask = Spørg os: vagten venter, til I har sagt ja eller nej
shift-closed-days-keep = Hold vagten som de andre dage
shift-ask-heading = Er det rigtigt?
shift-ask-again = { $count ->
    [one] Der er allerede en vagt på det tidspunkt. Vil du lave én til?
   *[other] Der er allerede { $count } vagter på de tidspunkter. Vil du lave nogle til?
}
shift-ask-next = Er det rigtigt, så gem. Ellers ret det.
shift-ask-yes = Ja, gem
shift-ask-outside = Vagten ligger uden for opgavens egen tid: { $sentence }.
shift-ask-closed = { $day } er der lukket de fleste steder: { $name }.
shift-ask-twice = Kl. { $time } kommer to gange den nat, fordi uret stilles tilbage. Vagten begynder den første gang.
shift-error-never-shown = Kl. { $time } findes ikke den nat, fordi uret stilles frem. Vælg et tidspunkt før kl. 2 eller fra kl. 3
shift-state-asked = Lukkedag: ikke afgjort
shift-closed-question = Der er lukket de fleste steder den dag. Holder I vagten?
shift-closed-hold = Ja, hold vagten
shift-closed-skip = Nej, spring over
shift-flash-held = Vagten bliver holdt. Nu kan de frivillige melde sig.
shift-flash-skipped = Vagten er sprunget over.
shift-work-closed-day = { $count ->
    [one] Holder I vagten på lukkedagen { $when }?
   *[other] Holder I { $count } vagter på lukkedage? Den første er { $when }
}
shift-rhythm-once = Kun én gang
shift-rhythm-daily = Hver dag
shift-rhythm-weekly = Hver uge
shift-rhythm-second-week = Hver anden uge
shift-rhythm-third-week = Hver tredje uge
shift-rhythm-fourth-week = Hver fjerde uge
shift-rhythm-monthly = Hver måned
shift-error-day-past = Dagen er gået. Vælg i dag eller en senere dag
shift-error-day-far = Vælg en dag inden for to år
shift-error-begun = Tidspunktet er gået. Vælg et senere
shift-error-end-before = Vagten slutter, før den begynder. Ret en af tiderne
shift-error-too-long = En vagt kan højst vare 16 timer. Del den i to
shift-error-until-before = Den sidste dag skal være efter den første
shift-error-until-far = Vælg en sidste dag inden for tre år
shift-error-no-day = Ingen af ugedagene ligger mellem den første og den sidste dag
shift-error-wanted-below = Højst skal være mindst lige så mange som mindst
shift-error-wanted-taken = { $taken ->
    [one] Der er allerede én på vagten
   *[other] Der er allerede { $taken } på vagten
  }
shift-confirm-title = Der er frivillige på
shift-confirm-lead = De bliver spurgt igen eller får besked, når du fortsætter. Ingen flyttes, uden at de siger ja.
shift-confirm-asked = De får en mail og skal svare ja eller nej
shift-confirm-becomes = Ny tid: { $when }
shift-confirm-told = De får en mail om, at vagten er aflyst
shift-confirm-call = Uden e-mail, ring til: { $names }
shift-confirm-button = Fortsæt, og giv dem besked
shift-confirm-no = Lad det være
shift-cancel-title = Aflys vagten
shift-cancel-nobody = Der er ingen på vagten endnu, så ingen får besked.
shift-cancel-told = De får en mail med din begrundelse
shift-cancel-told-later = Aflyser du også de følgende, får de også besked:
shift-cancel-scope = Hvad skal aflyses?
shift-cancel-one = Kun denne vagt
shift-cancel-following = Denne og alle de følgende
shift-cancel-reason = Hvorfor?
shift-cancel-reason-hint = De frivillige læser det. Skriv ikke om enkelte mennesker
shift-cancel-button = Aflys
shift-attendance-title = Hvem var der?
shift-attendance-lead = Fjern fluebenet ved dem, der ikke kom. Det har ingen følger for dem.
shift-attendance-was-there = Var der
shift-attendance-nobody = Der var ingen på vagten.
shift-attendance-save = Gem fremmøde

## Den frivilliges vagt

shift-own-about = Om vagten
shift-own-plan = Se planen
shift-own-refused = Det kan ikke lade sig gøre
shift-own-reason = Begrundelse: { $reason }
shift-own-new-time = Tiden er ændret
shift-own-new-time-text = Passer den nye tid dig? Svar senest { $day }. Du har din plads, til du har svaret.
shift-own-new-time-late = Passer den nye tid dig? Svar hurtigst muligt, så stedet ved, om du kommer.
shift-own-confirm = Ja, jeg kommer
shift-own-confirm-no = Nej, det passer ikke
shift-own-seeking-text = Vagten er din, til en anden har sagt ja.
shift-own-others-now = Vi spørger de andre frivillige med det samme, nogle ad gangen.
shift-own-others-later = Vi spørger de andre frivillige fra { $when }, nogle ad gangen. Indtil da lader vi dem have fred.
shift-own-others-asked = Vi spørger de andre frivillige, nogle ad gangen. Siger ingen ja, får stedet besked.
shift-own-nobody-left = Der er ikke flere at spørge, og stedet ved det. Kan du ikke komme, så ring til stedet.
shift-own-others-never = Vagten begynder, før vi skriver til nogen. Ring til stedet.
shift-own-keep = Jeg kommer alligevel
shift-own-asked = Du har spurgt { $name } – vagten er din, til der er sagt ja.
shift-own-unask = Tag spørgsmålet tilbage
shift-own-asks-you = { $name } spørger, om du kan tage vagten
shift-own-asks-you-text = Du bestemmer helt selv. Siger du nej, behøver du ikke sige hvorfor.
shift-own-gives-up = { $name } kan ikke. Kan du tage vagten?
shift-own-in-return = Til gengæld overtager vedkommende din vagt { $when }.
shift-own-take = Ja, jeg tager den
shift-own-no-thanks = Nej tak
shift-own-look = Kan du nå det?
shift-own-cannot = Du kan ikke tilmelde dig
shift-own-sign-up = Tilmeld mig
shift-own-sign-up-anyway = Tilmeld mig alligevel
shift-own-with = Du er der sammen med
shift-own-who-comes = De kommer
shift-own-cannot-title = Kan du ikke?
shift-own-cannot-text = Det sker for alle. Du behøver ikke skrive hvorfor.
shift-own-seek-title = Søg en afløser
shift-own-seek-text = Så spørger vi andre frivillige, om de kan tage vagten. Den er din, til en har sagt ja.
shift-own-seek = Søg en afløser
shift-own-ask-title = Spørg en bestemt person
shift-own-ask-text = Vælg en, der hjælper med samme opgave. Vagten er din, til vedkommende har sagt ja.
shift-own-ask-whom = Hvem vil du spørge?
shift-own-ask = Spørg
shift-own-swap-title = Byt med en anden
shift-own-swap-text = Vælg en vagt, du hellere vil have. I bytter først, når den anden har sagt ja.
shift-own-swap-which = Hvilken vagt vil du bytte til?
shift-own-give-up-title = Meld afbud
shift-own-give-up-text = Din plads bliver ledig, og stedet får besked.
shift-own-give-up-soon = Vagten er snart. Stedet får en mail med det samme. Ring også gerne.
shift-own-give-up = Jeg kan ikke komme
shift-own-others = Kan du en anden gang?

## Mine vagter

shift-mine-lead = Her er dine vagter, og dem du kan tage.
shift-mine-asked = Du er spurgt
shift-mine-coming = Du er på
shift-mine-none = Du er ikke på nogen vagter lige nu.
shift-mine-calendar = Få vagterne i din kalender
shift-mine-open = Vagter, du kan tage
shift-mine-open-none = Der er ingen ledige vagter lige nu.
shift-mine-no-engagement = Du hjælper ikke nogen steder endnu
shift-mine-no-engagement-text = Find en opgave, og vis interesse. Når I har en aftale, kan du tage vagter her.
shift-section-none = Du er ikke på nogen vagter lige nu.
shift-section-more = Alle mine vagter
shift-on-task-page = Dine næste vagter
shift-on-task-page-none = Du er ikke på nogen vagter her lige nu.
shift-section-asked = { $count ->
    [one] En anden frivillig spørger, om du kan tage en vagt.
   *[other] Andre frivillige spørger, om du kan tage { $count } vagter.
  }
shift-known-task = Opgave
shift-known-when = Tid
shift-known-state = Tilstand
shift-known-calendar-made = Kalenderadressen er lavet
shift-known-calendar-read = Sidst hentet

## Kalenderen

shift-calendar-title = Vagter i din kalender
shift-calendar-lead = Få dine vagter i kalenderen på din telefon eller computer. Den følger selv med, når noget ændrer sig.
shift-calendar-made = Her er din adresse
shift-calendar-made-text = Kopiér den nu. Den vises kun denne ene gang. Del den ikke: den, der har adressen, kan se dine vagter.
shift-calendar-address = Kalenderadresse
shift-calendar-open = Åbn i min kalender
shift-calendar-how = Sådan gør du
shift-calendar-how-phone = iPhone og Mac: tryk »Åbn i min kalender«, og sig ja til at abonnere
shift-calendar-how-google = Google Kalender: åbn den på en computer, vælg »Andre kalendere«, »Fra webadresse«, og sæt adressen ind
shift-calendar-how-outlook = Outlook: vælg »Tilføj kalender«, »Abonner fra internettet«, og sæt adressen ind
shift-calendar-open-since = Du har en kalenderadresse fra { $day }.
shift-calendar-last-read = Den er sidst hentet { $day }.
shift-calendar-begin = Lav en kalenderadresse
shift-calendar-begin-text = Adressen er hemmelig og kun din. Du kan lukke den igen, når du vil.
shift-calendar-make = Lav adresse
shift-calendar-again = Ny adresse, eller luk den
shift-calendar-again-text = Har du mistet adressen, eller har en anden set den, så lav en ny. Den gamle holder op med at virke.
shift-calendar-make-again = Lav en ny
shift-calendar-close = Luk adressen
shift-calendar-privacy = I kalenderen står kun dine egne vagter: opgaven, tiden og stedet. Ingen andres navne.
shift-calendar-name = Mine vagter som frivillig
shift-calendar-summary = Frivillig: { $title }
shift-calendar-cancelled = AFLYST: { $summary }
shift-calendar-given-up = DU HAR MELDT AFBUD: { $summary }
shift-calendar-unconfirmed = NY TID, SVAR: { $summary }
shift-calendar-alarm-title = Påmindelse
shift-calendar-alarm = Skal kalenderen minde dig om dine vagter?
shift-calendar-alarm-hint = Nogle kalendere, blandt andre Googles, bruger deres egne påmindelser i stedet.
shift-calendar-alarm-none = Nej
shift-calendar-alarm-hours = { $hours ->
    [one] En time før
   *[other] { $hours } timer før
}
shift-calendar-alarm-days = { $days ->
    [one] Et døgn før
   *[other] { $days } døgn før
}
shift-calendar-alarm-save = Gem påmindelse
shift-flash-calendar-alarm = Påmindelsen er gemt. Din kalender får den, næste gang den henter.
shift-calendar-description = Kan du ikke komme, så brug linket.
shift-calendar-call = Eller ring på { $phone }.

## Beskeder øverst på siden

shift-flash-there = Opgavens tider stod allerede i vagtplanen. Der er ikke lavet nye vagter
shift-flash-changed = Gemt
shift-flash-moved-asked = Gemt. De frivillige er spurgt igen
shift-flash-cancelled = Aflyst. De, der var på, har fået besked
shift-flash-over = Vagten kan ikke længere ændres
shift-flash-not-yet = Fremmøde kan noteres, når vagten er begyndt
shift-flash-attendance = Fremmødet er gemt
shift-flash-put-on = Skrevet på vagten
shift-flash-noted = Noteret
shift-flash-booked = Du er på vagten. Tak
shift-flash-given-up = Du har meldt afbud. Stedet har fået besked
shift-flash-confirmed = Tak. Stedet ved nu, at du kommer
shift-flash-seeking = Du søger nu en afløser. Vagten er din imens
shift-flash-kept = Godt. Vagten er din
shift-flash-gone = Det er der allerede taget hånd om
shift-flash-asked = Spørgsmålet er sendt
shift-flash-choose-colleague = Vælg, hvem du vil spørge
shift-flash-declined = Tak for svaret
shift-flash-calendar-closed = Adressen er lukket

## Mails

shift-mail-link = Se vagten:
shift-mail-why = Du får denne mail, fordi du hjælper med »{ $task }«.
shift-mail-why-place = Du får denne mail, fordi du tager dig af frivillige hos { $place }.
shift-mail-plan-link = Se planen:
shift-mail-reason = Begrundelse: { $reason }
shift-mail-moved-subject = Ny tid: svar, om den passer dig ({ $task })
shift-mail-moved = Din vagt »{ $task }« { $before } har fået en ny tid: { $when }.
shift-mail-moved-answer = Svar ja eller nej senest { $day }. Du har din plads, til du har svaret.
shift-mail-moved-answer-now = Svar ja eller nej hurtigst muligt, så stedet ved, om du kommer.
shift-mail-moved-link = Svar her:
shift-mail-cancelled-subject = Aflyst: { $task }
shift-mail-cancelled = Din vagt »{ $task }« { $when } er desværre aflyst.
shift-mail-several-link = Se dine vagter (du logger ind først):
shift-mail-several-cancelled-subject = Aflyst: { $count } vagter ({ $task })
shift-mail-several-cancelled = Disse af dine vagter på »{ $task }« er desværre aflyst:
shift-mail-several-moved-subject = Nye tider: svar, om de passer dig ({ $task })
shift-mail-several-moved = Disse af dine vagter på »{ $task }« har fået nye tider. Svar ja eller nej til hver, så stedet ved, om du kommer. Du har din plads, til du har svaret.
shift-mail-several-moved-one = { $before } er nu { $when }. Svar her:
shift-mail-tomorrow-subject = I morgen: { $task }
shift-mail-tomorrow = Du har en vagt i morgen: »{ $task }« { $when }. Tak, fordi du kommer.
shift-mail-tomorrow-cannot = Kan du alligevel ikke, så sig til nu. Du behøver ikke skrive hvorfor.
shift-mail-put-on-subject = Du er på vagten: { $task }
shift-mail-put-on = I har aftalt dagen, så nu er du på vagten »{ $task }« { $when }. Tak, fordi du kommer.
shift-mail-put-on-cannot = Passer tiden ikke alligevel, så sig til på siden. Du behøver ikke skrive hvorfor.
shift-mail-choose-subject = Vælg dine vagter: { $task }
shift-mail-choose = Din aftale om »{ $task }« er på plads. Opgaven er delt op i vagter, og du vælger selv, hvilke du kommer til, også den første gang. Så ved stedet, hvornår du er der.
shift-mail-choose-next = Den næste med plads er { $when }.
shift-mail-choose-link = Se den, og tilmeld dig:
shift-mail-choose-all = Se alle vagter, du kan tage (du logger ind først):
shift-mail-asked-subject = { $name } spørger, om du kan tage en vagt
shift-mail-asked = { $name } kan ikke på vagten »{ $task }« { $when } og spørger, om du kan tage den.
shift-mail-asked-in-return = Til gengæld tager { $name } din vagt { $when }.
shift-mail-asked-free = Du bestemmer helt selv, og du behøver ikke sige hvorfor, hvis du ikke kan.
shift-mail-asked-link = Svar ja eller nej her:
shift-mail-taken-subject = En anden tager din vagt: { $task }
shift-mail-taken = { $name } har taget din vagt »{ $task }« { $when }. Du skal ikke gøre mere.
shift-mail-swapped-subject = I har byttet: du er på vagten { $when }
shift-mail-swapped = Du og { $by } har byttet: nu er du på vagten »{ $task }« { $when }.
shift-mail-swapped-given = { $by } tager din vagt { $when }, så den skal du ikke på.
shift-mail-nobody-left-subject = Vi fandt ingen afløser: { $task }
shift-mail-nobody-left = Der er ikke flere at spørge, om de kan tage din vagt »{ $task }« { $when }. Den er stadig din, og stedet ved, at du gerne vil have en afløser. Kan du ikke komme, så ring til stedet.
shift-mail-declined-subject = { $name } kan ikke tage din vagt
shift-mail-declined = { $name } kan ikke tage din vagt »{ $task }« { $when }. Den er stadig din. Du kan spørge en anden eller søge en afløser.
shift-mail-gave-up-subject = Afbud: { $name }, { $when }
shift-mail-gave-up = { $name } kan ikke komme til »{ $task }« { $when }. Nu er der { $left } på vagten, og der skal mindst være { $minimum }.
shift-mail-comes-subject = { $name } kommer { $when }
shift-mail-comes = { $name } kommer til »{ $task }« { $when }. Nu er der nok på vagten.
shift-news-no-room = { $name } har en aftale om »{ $task }«, men alle vagter er fulde. Gør plads, eller aftal noget andet
shift-news-to-choose = { $name } har en aftale om »{ $task }« og er ikke på nogen vagt endnu. Ring, og sæt { $name } på
shift-news-put-on = { $name } har en aftale om »{ $task }« og er på vagten { $when }. Ring, og sig det
shift-news-gave-up = { $name } har meldt afbud til »{ $task }« { $when }
shift-news-gave-up-lacks = { $name } har meldt afbud til »{ $task }« { $when }. Nu mangler der frivillige
shift-news-taken = { $new } tager { $former }s vagt »{ $task }« { $when }
shift-news-account-gone = { $how ->
    [left] En frivillig er stoppet og taget af sine vagter: »{ $task }«
    [died] En frivillig er død. Vagterne er blevet ledige: »{ $task }«
   *[deleted] En frivillig har slettet sin konto og er taget af sine vagter: »{ $task }«
}
shift-mail-account-gone-subject = Der mangler en { $when }: { $task }
shift-mail-account-gone = { $how ->
    [left] En frivillig er stoppet og kommer ikke længere til »{ $task }«. Nu mangler der nogen disse gange:
    [died] En frivillig, der hjalp med »{ $task }«, er død. Nu mangler der nogen disse gange:
   *[deleted] En frivillig har slettet sin konto og kommer ikke længere til »{ $task }«. Nu mangler der nogen disse gange:
}
shift-exit-shifts = { $count ->
    [one] 1 vagt med frivillige på
   *[other] { $count } vagter med frivillige på
}
shift-exit-line = { $when }: { $title } ({ $people ->
    [one] 1 frivillig
   *[other] { $people } frivillige
})
shift-exit-own = { $count ->
    [one] Du står på 1 vagt
   *[other] Du står på { $count } vagter
}
shift-exit-of-person = { $count ->
    [one] Står på 1 vagt
   *[other] Står på { $count } vagter
}
shift-exit-of-person-outcome = Pladsen bliver fri, og stedet får besked med det samme.
shift-exit-own-outcome = Din plads bliver fri, og stedet får besked med det samme.
shift-exit-times = { $count ->
    [one] 1 vagt ligger på den gamle tid
   *[other] { $count } vagter ligger på den gamle tid
}
shift-exit-times-along = De flytter med til den nye tid. Den, der står på en vagt, får besked.
shift-exit-times-others = De bliver liggende. Flyt dem i vagtplanen, når opgaven er gemt.

## Mit overblik

shift-work-lacks = { $lacks ->
    [one] Der mangler én frivillig { $when }
   *[other] Der mangler { $lacks } frivillige { $when }
  }
shift-work-lacks-many = Der mangler frivillige på { $count } vagter, den første { $when }
shift-work-gave-up = { $lacks ->
    [one] { $name } har meldt afbud. Der mangler én frivillig { $when }
   *[other] { $name } har meldt afbud. Der mangler { $lacks } frivillige { $when }
  }
shift-work-seeking = { $name } søger afløser { $when }
shift-work-choose = Vælg dine vagter. Den næste er { $day }
shift-work-unconfirmed = { $count ->
    [one] Én har ikke svaret på den nye tid { $when }
   *[other] { $count } har ikke svaret på den nye tid { $when }
  }
shift-work-asked = Kan du tage en vagt { $when }?
shift-work-asked-to-swap = Vil du bytte til en vagt { $when }?
shift-work-new-time = Din vagt har en ny tid: { $when }

## Hvor længe vi gemmer

shift-retention = Hvem der var på en vagt
shift-retention-purpose = At planlægge vagter og følge op på fremmøde

## Siden om en person, og når to registreringer bliver til én

shift-about = Kommende vagter
shift-about-nothing = Står ikke på nogen vagter.
merge-shifts = { $count ->
    [one] 1 vagt
   *[other] { $count } vagter
}
merge-shift-twice = Begge står på den samme vagt: { $when }.
merge-shift-twice-outcome = Personen står der én gang. Timer for vagten tæller én gang.
merge-calendar = Kalender
merge-calendar-twice = Begge har en kalenderadresse.
merge-calendar-twice-outcome = Adressen hos den, der bliver, virker stadig. Den anden holder op med at virke.

# Overskrifter på Mit overblik
worklist-kind-shift-closed-day = Vagter på lukkedage
worklist-kind-shift-seeking = Frivillige, der søger en afløser
worklist-kind-shift-unconfirmed = Frivillige, der ikke har bekræftet en ny tid
worklist-kind-shift-lacks = Vagter, der mangler frivillige
worklist-kind-shift-choose = Vagter, du skal vælge
worklist-kind-shift-asked = Vagter, du er spurgt om
worklist-kind-shift-new-time = Vagter med ny tid

# Hvorfor en importeret række bliver stående, når importen bliver fortrudt
import-undo-task-has-shifts = Der er lavet vagter.
import-undo-person-has-shifts = Har vagter eller en kalenderadresse.

## Vagtplanen på tværs af opgaver

roster-title = Vagtplan
roster-place = Sted
roster-all-places = Alle steder
roster-only-gaps = Kun vagter, der mangler nogen
roster-show = Vis
roster-said = { $short ->
    [0] { $planned ->
        [one] 1 vagt. Der mangler ingen.
       *[other] { $planned } vagter. Der mangler ingen.
    }
    [one] { $planned } vagter. På 1 af dem mangler der nogen.
   *[other] { $planned } vagter. På { $short } af dem mangler der nogen.
}
roster-week = Uge { $number }: { $from } – { $to }
roster-previous = Forrige
roster-this-week = Denne uge
roster-next = Næste
roster-week-view = Én uge
roster-month-view = Fire uger
roster-today = i dag
roster-no-shifts = Ingen vagter
roster-numbers = { $there } af { $wanted }
roster-find = Find nogen
roster-unanswered = { $count ->
     [one] Venter på ét svar
    *[other] Venter på { $count } svar
}
roster-put-on = Sæt på eller tag af
roster-change = Ret
roster-note = Notér fremmøde
roster-over = Er slut
roster-none = Der er ingen vagter endnu
roster-none-text = Læg vagter ind fra en opgave. Så står hele ugen her.
roster-cancel-day = Aflys dagen
roster-back = Tilbage til vagtplanen
roster-flash-nothing = Der er ikke noget at aflyse den dag
roster-flash-day-cancelled = Dagen er aflyst. De, der skulle komme, får en mail
roster-write = { $count ->
     [one] Skriv til den, der kommer
    *[other] Skriv til de { $count }
}
roster-write-subject = { $title } – { $when }
roster-copy-week = Kopiér ugen
roster-copy-lead = Vagterne i uge { $number } hos { $place } bliver lagt ind i en anden uge, på de samme dage og tider.
roster-copy-to = Til
roster-copy-see = Se den uge
roster-copy-these = { $count ->
     [one] Én vagt bliver kopieret
    *[other] { $count } vagter bliver kopieret
}
roster-copy-nobody-on = De nye vagter er tomme. Ingen bliver sat på en vagt uden selv at have sagt ja.
roster-copy-none = Der er ikke noget at kopiere til den uge.
roster-copy-left-out = Bliver ikke kopieret
roster-copy-do = { $count ->
     [one] Kopiér vagten
    *[other] Kopiér de { $count } vagter
}
roster-copy-series = kommer igen af sig selv
roster-copy-task-over = opgaven er ikke åben længere
roster-copy-after-end = opgaven er slut inden da
roster-copy-begun = tidspunktet er overstået
roster-copy-there = er der allerede
roster-copy-closed = { $day } er lukket: { $why }
roster-flash-copied = Ugen er kopieret. De nye vagter er tomme
roster-flash-nothing-to-copy = Der er ingen vagter at kopiere
roster-copy-choice = Uge { $number }, fra { $from }
shift-mail-across-cancelled = Disse af dine vagter hos { $place } er desværre aflyst:
shift-mail-across-one = { $when }: { $title }
shift-mail-across-subject = { $count ->
    [one] Aflyst: 1 vagt ({ $place })
   *[other] Aflyst: { $count } vagter ({ $place })
}

## En anden vagt i stedet: stedet spørger, den frivillige svarer

shift-plan-other = Spørg om en anden vagt
shift-other-title = Spørg om en anden vagt
shift-other-text = Den, du spørger, får en mail og svarer ja eller nej. Vagten er deres, til de har sagt ja til den anden.
shift-other-whom = Hvem spørger du?
shift-other-to = Hvilken vagt i stedet?
shift-other-ask = Spørg
shift-other-nobody = Der er ingen på vagten at spørge.
shift-other-none = Der er ingen andre vagter med plads til en mere. Lav en ny vagt først.
shift-other-call = Ring til dem uden e-mail
shift-other-call-text = Siger de ja, så skriv dem på den nye vagt, og notér afbud til denne:
shift-other-gone = Har ikke vagten længere
shift-other-no-email = Har ingen e-mail. Ring i stedet
shift-other-there = Har allerede den vagt
shift-other-full = Vælg en vagt, der er plads på
shift-other-asked-already = { $name } (spurgt om { $when })
shift-mail-other-subject = { $place } spørger, om du kan komme på et andet tidspunkt
shift-mail-other = { $by } fra { $place } spørger om din vagt »{ $task }« { $when }.
shift-mail-other-instead = Kan du i stedet komme { $when }?
shift-mail-other-free = Det er helt i orden at sige nej. Vagten er din, til du har svaret ja.
shift-own-other-asks = { $by } spørger, om du kan komme her i stedet
shift-own-other-text = Siger du ja, får du den vagt, og din plads her bliver fri. Siger du nej, sker der ingenting.
shift-own-other-yes = Ja, jeg kommer der
shift-own-other-no = Nej, jeg bliver på min vagt
shift-news-other-yes = { $name } kommer { $when } i stedet for { $before }
shift-news-other-no = { $name } bliver på sin vagt { $before } og kommer ikke { $when }
shift-flash-other-asked = Spørgsmålet er sendt
shift-flash-stays = Du bliver på din vagt
