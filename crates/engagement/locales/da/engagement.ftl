### Aftalen mellem en frivillig og et sted: fra ja til tak.

engagement-heading = Aftale om »{ $task }«
engagement-heading-place = { $name }: »{ $task }«
engagement-you = Du

## Tilstande

engagement-state-proposed = Mangler et ja
engagement-state-agreed = Aftalt, ikke begyndt
engagement-state-to-come = Aftalt, begynder senere
engagement-state-active = I gang
engagement-state-paused = Holder pause
engagement-state-ended = Sluttet

engagement-lead-both = Læs aftalen, og sig ja, hvis den passer dig. { $other } gør det samme.
engagement-lead-me = { $other } har sagt ja. Nu mangler kun dit ja.
engagement-lead-other = Du har sagt ja. Nu mangler kun et ja fra { $other }.
engagement-lead-soon = I har begge sagt ja. I kan begynde om lidt.
engagement-lead-missing = I har begge sagt ja. Der mangler noget, før du kan begynde.
engagement-lead-missing-place = I har begge sagt ja. Der mangler noget, før { $name } kan begynde.
engagement-lead-new-version = Aftalen er ændret. Læs den, og sig ja, hvis den stadig passer dig. { $other } kan se, om du har svaret.
engagement-lead-new-version-other = Aftalen er ændret, og { $other } har ikke svaret endnu. Indtil da gælder det, I sagde ja til før.
engagement-lead-begins = Aftalen er på plads. Første gang er { $day }.
engagement-lead-active = Aftalen mellem dig og { $other } er i gang.
engagement-lead-paused = Der er pause til og med { $day }.
engagement-lead-pause-over = Pausen var til og med { $day }. Skal I i gang igen, have en længere pause, eller stoppe?
engagement-lead-ended = Aftalen sluttede den { $day }.
engagement-nearly-in = Du er næsten med

engagement-ended-by-you = Du stoppede.
engagement-ended-by = { $name } afsluttede den.
engagement-ended-by-task = Opgaven er slut.
engagement-ended-cancelled = { $by } har aflyst opgaven.
engagement-ended-cancelled-why = { $by } har aflyst opgaven. De skriver: { $reason }
engagement-ended-because = { $who } Grund: { $reason }.

## Aftalen

engagement-agreement = Aftalen
engagement-begins = Første gang: { $day }
engagement-print = Udskriv
engagement-version = Udgave { $version }
engagement-asked-again = Aftalen er ændret, siden en af jer sagde ja. Derfor bliver I spurgt igen.
engagement-asked-again-day = Dagen er ændret, siden en af jer sagde ja. Derfor bliver I spurgt igen.
engagement-earlier = Tidligere udgaver
engagement-version-agreed = I sagde begge ja den { $day }.
engagement-version-never = Den blev ændret, før I begge havde sagt ja.
engagement-changed-text = Teksten blev ændret.
engagement-changed-words = { $name } ændrede sine egne ord.
engagement-changed-day = Dagen blev ændret.
engagement-changed-task = Opgavens tid eller sted blev ændret.

engagement-words-own = Dine ord
engagement-words-of = { $name } skriver
engagement-words-none-own = Du har ikke skrevet noget endnu. Det behøver du heller ikke.
engagement-words-none = { $name } har ikke skrevet noget endnu.
engagement-can-volunteer = Det kan og vil jeg
engagement-sees-volunteer = Det ser jeg i jer
engagement-needs-volunteer = Det har jeg brug for, for at vi kan stole på hinanden
engagement-can-place = Det kan og vil vi
engagement-sees-place = Det ser vi i dig
engagement-needs-place = Det har vi brug for, for at vi kan stole på hinanden

engagement-words-write = Skriv dine forventninger med egne ord
engagement-words-edit = Ret dine egne ord
engagement-words-text = { $name } kan læse det, du skriver, og kan skrive til dig på samme måde. En sætning er nok.
engagement-words-asks-again = Skriver du noget, læser { $name } det og siger ja igen, før aftalen gælder.
engagement-words-hint = Skriv ikke om andre med navn, og ikke noget om nogens helbred.
engagement-words-save = Gem mine ord
engagement-words-save-only = Gem kun mine ord

engagement-text = Aftalens tekst
engagement-text-edit = Ret aftalens tekst
engagement-text-hint = En linje, der begynder med ##, er en overskrift. En linje, der begynder med -, er et punkt. Har en af jer sagt ja, bliver det til en ny udgave, og I bliver begge spurgt igen. Skriv ikke om borgere med navn.
engagement-text-save = Gem teksten

## Ja

engagement-yes-title = Passer aftalen dig?
engagement-yes-day = Første gang er { $day }.
engagement-yes-no-day = Vælg, hvornår I begynder.
engagement-yes-text = Du siger ja af lyst. Du kan stoppe, når du vil.
engagement-yes-text-place = Dit ja gælder for stedet. Aftalen gælder, når I begge har sagt ja.
engagement-yes = Ja, det vil jeg
engagement-yes-place = Ja, det vil vi
engagement-first-day = Første gang

engagement-note-yes-title = Har { $name } sagt ja på en anden måde?
engagement-note-by-phone-title = Gå aftalen igennem med { $name } i telefonen, og notér svaret her
engagement-note-yes-text = Læs aftalen op, eller gå den igennem sammen. Dit navn bliver stående som den, der har noteret det.
engagement-note-yes-how = Hvordan blev der sagt ja?
engagement-note-yes-hint = For eksempel: pr. telefon, eller ved en samtale.
engagement-note-yes = Notér ja

engagement-other-day = Foreslå en anden dag
engagement-other-day-hint = { $name } bliver spurgt, om dagen passer.
engagement-other-day-send = Foreslå dagen

## Det, der mangler

engagement-missing = Det skal være på plads, før I begynder
engagement-missing-link-place = Se, hvad I gør nu
engagement-missing-link = Se, hvor langt det er

## Snakken

engagement-talk-title = Hvordan går det?
engagement-talk-none = I har ikke valgt en dag til en snak endnu.
engagement-talk-line = Vi taler om, hvordan det går, { $day }
engagement-talk-held-line = I talte om, hvordan det går, { $day }
engagement-talk-text = Der bliver ikke skrevet noget ned fra snakken.
engagement-talk-due = Tid til en snak
engagement-talk-due-place = Ring til { $name }, eller sæt jer ned sammen, når I alligevel ses.
engagement-talk-due-volunteer = Stedet taler med dig. Passer dagen ikke, så foreslå en anden herunder.
engagement-talk-on = Vi taler om, hvordan det går, den
engagement-talk-save = Gem dagen
engagement-talk-hint = { $name } får besked om dagen.
engagement-talk-held = Vi har talt sammen

## Pause

engagement-pause-title = Hold pause
engagement-pause-longer = Giv pausen en anden slutdag
engagement-pause-text = Du skal ikke sige hvorfor. Stedet får besked, og du hører fra os, når pausen er slut. Har du vagter i pausen, bliver de fri, så en anden kan tage dem.
engagement-pause-text-place = Notér en pause, når { $name } har bedt om det, eller når I ikke har brug for hjælp en tid. { $name } får besked. Vagter i pausen bliver fri.
engagement-pause-shifts = Du står på de her vagter. De, der ligger i pausen, bliver fri:
engagement-pause-shifts-place = { $name } står på de her vagter. De, der ligger i pausen, bliver fri:
engagement-pause-until = Pause til og med
engagement-pause = Hold pause
engagement-resume = I gang igen

## Slut

engagement-decline-title = Bliver det ikke til noget?
engagement-decline = Nej tak alligevel
engagement-end-title = Vil du stoppe?
engagement-end-title-place = Afslut med tak
engagement-end-text = Du kan stoppe med det samme og skylder ingen grund. { $by } får besked.
engagement-end-text-place = Tal med { $name } først. Aftalen slutter med det samme, og takken bliver sendt.
engagement-end-text-place-call = Ring til { $name }, sig tak, og sig, at aftalen er slut. { $name } har ingen e-mail, så vi sender ikke noget. Aftalen slutter med det samme.
engagement-end-shifts = Du står på de her vagter. De bliver fri, når du stopper:
engagement-end-shifts-place = { $name } står på de her vagter. De bliver fri, når aftalen slutter:
engagement-end-reason = Grund
engagement-end-no-reason = Vil ikke sige det
engagement-end-note = Lidt flere ord
engagement-end = Stop
engagement-end-place = Afslut og sig tak
engagement-reason-task-done = Opgaven er slut
engagement-reason-time = Tiden slår ikke til
engagement-reason-moved = Flytning
engagement-reason-found-other = Har fundet noget andet
engagement-reason-not-as-expected = Det var ikke som ventet
engagement-reason-other-circumstances = Andre omstændigheder
engagement-reason-other = Noget andet

engagement-thanks = Tak
engagement-thanks-hint = Teksten er et forslag. Ret den, så den passer.
engagement-thank-title = Sig tak til { $name }
engagement-thank-send = Send tak
engagement-thank-said = Jeg har sagt tak – gem

engagement-contact-hidden = Telefon og e-mail vises ikke, når aftalen er slut.

## Historik

engagement-step-proposed = Aftalen blev foreslået
engagement-step-taken = Sagde ja, og aftalen blev lavet
engagement-step-words = Skrev med egne ord
engagement-step-new-version = Ændrede aftalen. Begge bliver spurgt igen
engagement-step-day = Foreslog en dag
engagement-step-yes = Sagde ja
engagement-step-yes-noted = Noterede et ja fra den frivillige
engagement-step-agreed = Begge har sagt ja
engagement-step-begun = Alt er på plads. Aftalen er i gang
engagement-step-talk-set = Satte en dag for en snak
engagement-step-talk-held = Snakken er holdt
engagement-step-paused = Pause til og med
engagement-step-pause-over = Pausen er slut
engagement-step-resumed = I gang igen
engagement-step-ended = Aftalen sluttede
engagement-step-thanked = Sagde tak
engagement-step-to-call = Skal ringes op
engagement-step-written = Skrev

## Beskeder på siden

engagement-flash-yes = Du har sagt ja. Vi siger til, når den anden også har
engagement-flash-yes-words = Du har sagt ja, og dine ord er gemt. Vi siger til, når den anden også har sagt ja
engagement-flash-yes-noted = Ja er noteret
engagement-flash-agreed-waits = I har begge sagt ja. Der mangler noget, før det kan begynde
engagement-flash-agreed = I har begge sagt ja. Velkommen
engagement-flash-changed-meanwhile = Aftalen blev ændret, mens du læste den. Læs den igen, og sig ja, hvis den stadig passer
engagement-flash-meanwhile = Den anden nåede at ændre noget. Se, hvor I står nu
engagement-flash-saved = Gemt
engagement-flash-new-version = Gemt som ny udgave. I bliver begge spurgt igen
engagement-flash-day = Dagen er foreslået
engagement-flash-one-day = Opgaven er kun den ene dag, så I kan ikke aftale en anden
engagement-flash-talk-set = Dagen er gemt
engagement-flash-talk-held = Noteret
engagement-flash-paused = Pausen er noteret. Vagter i pausen er fri
engagement-flash-resumed = Så er I i gang igen
engagement-flash-ended = Aftalen er slut
engagement-flash-ended-call = Aftalen er slut. Ring til den frivillige, og sig det. Det står på Mit overblik, til du har noteret det
engagement-flash-thanked = Tak er sendt
engagement-flash-proposed = Aftalen er lavet. Den frivillige har fået et link til den
engagement-flash-not-accepted = Der kan kun laves en aftale med en, der er med
engagement-flash-read-another = Svaret er givet: ja tak. Aftalen blev en anden end den, du læste. Læs den, og sig ja

engagement-error-no-day = Vælg en dag at begynde på.
engagement-error-day = Vælg en dag fra i dag og højst et år frem.
engagement-error-changed-meanwhile = Aftalen blev ændret, mens du skrev. Genindlæs siden for at se den, og skriv din ændring ind igen.
engagement-error-read-again = Aftalen blev ændret, mens du skrev. Her står den, som den er nu, og dine ord er ikke gået tabt. Læs den, og sig ja.

## Listen

engagement-list-title = Frivillige
engagement-list-lead = De frivillige på dine steder, hver med sine aftaler, og hvad der venter på hvem. Sæt kryds ved flere for at skrive til dem på én gang.
engagement-list-live = Alle, der ikke er sluttet
engagement-list-not-ready = Ikke på plads endnu
engagement-list-active = I gang, eller begynder senere
engagement-list-place = Sted
engagement-list-all-places = Alle steder
engagement-list-none = I har ingen frivillige her endnu
engagement-list-none-text = Når I siger ja til en, der har vist interesse, står de her.
engagement-list-tasks = Se opgaverne
engagement-list-count = { $count ->
    [one] 1 frivillig
   *[other] { $count } frivillige
}
engagement-list-search = Navn eller opgave
engagement-list-name = Frivillig
engagement-list-helps = Hjælper med
engagement-list-state = Tilstand
engagement-list-hours = Timer i år
engagement-list-expires = Udløber
engagement-list-expires-soon = Noget udløber snart
engagement-list-email = E-mail
engagement-list-phone = Telefon
engagement-write = Skriv til dem
engagement-write-heading = { $count ->
    [one] Skriv til 1 frivillig
   *[other] Skriv til { $count } frivillige
}
engagement-write-consequence = Hver får en mail for sig og ser ikke, hvem ellers der får den. Svarer de, kommer svaret til din egen e-mail. Det, du skriver, står også ved aftalen.
engagement-write-text = Det vil du skrive
engagement-write-text-hint = Mailen begynder med »Hej« og fornavnet og slutter med dit navn og stedet.
engagement-write-send = { $count ->
    [one] Send mailen
   *[other] Send { $count } mails
}
engagement-write-no-email = har ingen e-mail – ring i stedet
engagement-write-enough = Du har skrevet til flere { $count } gange det seneste døgn. Vent til i morgen.
engagement-write-done = { $count ->
    [0] Ingen fik en mail
    [one] 1 mail er på vej
   *[other] { $count } mails er på vej
}
engagement-list-since = siden { $day }
engagement-list-waits-both = Venter på jeres ja og den frivilliges
engagement-list-waits-place = Venter på jeres ja
engagement-list-waits-volunteer = Venter på den frivillige
engagement-list-waits-requirements = Der mangler noget, før det kan begynde
engagement-list-pause-over = Pausen var til { $day }
engagement-list-paused = Pause til { $day }
engagement-list-talk = Snak { $day }
engagement-list-begins = Begynder { $day }

## Udskrift

engagement-print-between = Mellem { $name } og { $by }
engagement-print-in-force = Aftalen gælder. I sagde begge ja den { $day }.
engagement-print-was = I sagde begge ja den { $day }.
engagement-print-waits = Aftalen gælder, når begge har sagt ja.
engagement-print-said-yes = Har sagt ja
engagement-print-yes = Ja den { $day }
engagement-print-not-yet = Ikke endnu

## På interessens sider

engagement-read = Læs aftalen, og sig ja
engagement-see = Se aftalen
engagement-by-phone = Gå aftalen igennem i telefonen, og notér svaret
engagement-by-phone-text = { $name } har ingen e-mail. Ring, gå aftalen igennem sammen, og notér svaret på aftalens side.
engagement-yes-given = Mangler at sige ja til aftalen
engagement-own-yes-given = { $by } har sagt ja til dig
engagement-own-yes-given-lead = Læs aftalen, og sig ja, hvis den passer dig. Så er du med.
engagement-offer = Lav en aftale
engagement-offer-text = { $name } er med, men har ingen aftale endnu.
engagement-box = Aftalen
engagement-box-own = Der ligger en aftale til dig. Læs den, ret dine egne ord, og sig ja.
engagement-own-stop-text = Det er helt i orden. Du stopper på siden med jeres aftale, med det samme og uden at sige hvorfor. Stedet får besked.
engagement-own-stop = Jeg kan ikke alligevel
engagement-own-ended-before = Aftalen sluttede, før den begyndte.

## Min side

engagement-section = Mine aftaler
engagement-section-nothing = Du har ikke sagt ja til noget endnu.
engagement-section-nothing-now = Du har ingen aftaler lige nu.
engagement-section-find = Find en opgave

## Det, der venter

engagement-work-yes = Aftale mangler dit ja
engagement-work-yes-place = Aftale mangler jeres ja
engagement-work-yes-call = Ring til { $name }, og notér svaret på aftalen
engagement-work-yes-awaited = { $name } har ikke svaret på aftalen
engagement-reason-changed = Aftalen er ændret, og svaret mangler.
engagement-work-call = Ring til { $name }
engagement-call-why = { $name } har ingen e-mail, så vi kan ikke skrive.
engagement-call-ended = Sig tak, og sig, at aftalen er slut.
engagement-call-cancelled = Sig, at opgaven er aflyst, og at aftalen og vagterne er slut.
engagement-call-ends-on = Sig, hvornår opgaven slutter.
engagement-call-moved = Sig, at et nyt sted står for opgaven.
engagement-call-begun = Sig, at alt er på plads, og hvornår den første gang er.
engagement-work-talk = Tid til snak om, hvordan det går
engagement-work-pause = Pause er slut

## Nyheder til stedet

engagement-news-mail-came-back = En mail til en frivillig kom retur: »{ $title }«. Ring til dem, og ret adressen
engagement-news-proposed = { $name } har sagt ja til jeres invitation: »{ $title }«. Læs aftalen, og sig ja
engagement-news-yes = { $name } har sagt ja til aftalen om »{ $title }«. Nu mangler jeres ja
engagement-news-yes-words = { $name } har sagt ja til aftalen om »{ $title }« og skrevet med. Læs det. Nu mangler jeres ja
engagement-news-agreed = I har begge sagt ja: { $name } og »{ $title }«
engagement-news-begun = { $name } kan begynde nu: »{ $title }«
engagement-news-changed = { $name } har ændret sine ord i aftalen om »{ $title }«. Læs den igen
engagement-news-day = { $name } foreslår { $day }: »{ $title }«
engagement-news-task-times = Ring til { $name }, der ingen e-mail har: »{ $title }« har fået en ny tid eller et nyt sted
engagement-news-paused = { $name } holder pause til og med { $day }: »{ $title }«{ $freed ->
    [0] {""}
    [one] . 1 vagt er blevet fri
   *[other] . { $freed } vagter er blevet fri
}
engagement-news-resumed = { $name } er klar igen: »{ $title }«
engagement-news-ended = { $name } er stoppet: »{ $title }«. Sig tak
engagement-news-ended-before = { $name } har sagt fra, inden det begyndte: »{ $title }«
engagement-news-account-gone = { $how ->
    [left] En frivillig er stoppet og er ikke længere med i »{ $title }«
    [died] En frivillig, der var med i »{ $title }«, er død
   *[deleted] En frivillig har slettet sin konto og er ikke længere med i »{ $title }«
}
engagement-news-talk = Tid til en snak med { $name } { $day }: »{ $title }«
engagement-news-talk-day = { $name } vil hellere tale om, hvordan det går, { $day }: »{ $title }«
engagement-news-pause-over = { $name } har ikke pause længere: »{ $title }«

## Mails

engagement-mail-greeting = Hej { $name }
engagement-mail-link = Se aftalen:
engagement-mail-ended-link = Se aftalen:
engagement-mail-why = Du får denne mail, fordi du er frivillig eller på vej til at blive det: »{ $task }«. Linket i mailen er kun dit. Giv det ikke videre.
engagement-mail-day = Første gang er { $day }.

engagement-mail-proposed-subject = Læs aftalen, og sig ja: { $task }
engagement-mail-proposed = Tak, fordi du vil hjælpe med »{ $task }« hos { $by }. Vi har skrevet ned, hvad vi aftaler med hinanden. Læs det, skriv selv med, og sig ja, hvis det passer dig.

engagement-mail-changed-subject = Aftalen er ændret: { $task }
engagement-mail-changed = { $by } har ændret noget i aftalen om »{ $task }«. Derfor spørger vi dig igen. Indtil du har sagt ja, gælder det, du sagde ja til før.

engagement-mail-agreed-subject = Aftalen er på plads: { $task }
engagement-mail-agreed = Du og { $by } har begge sagt ja til aftalen om »{ $task }«. Velkommen.
engagement-mail-agreed-missing-subject = { $count ->
    [one] Tak for dit ja. Én ting mangler: { $task }
   *[other] Tak for dit ja. { $count } ting mangler: { $task }
}
engagement-mail-missing = Det her skal være på plads, før du kan begynde:

engagement-mail-begun-subject = Nu kan du begynde: { $task }
engagement-mail-begun = Alt er på plads, så du kan begynde med »{ $task }« hos { $by }.

engagement-mail-talk-subject = Hvordan går det? { $task }
engagement-mail-talk = I har aftalt at tale om, hvordan det går med »{ $task }« hos { $by }, { $day }.
engagement-mail-talk-what = Tænk over, hvad der er godt, og hvad der kunne være anderledes. Du kan altid sige, hvis du hellere vil noget andet eller stoppe.
engagement-mail-talk-day-subject = Ny dag for en snak: { $task }
engagement-mail-talk-day = { $by } vil gerne tale med dig om, hvordan det går med »{ $task }«, { $day }. Passer dagen ikke, så foreslå en anden på siden med jeres aftale.

engagement-mail-pause-over-subject = Din pause er slut: { $task }
engagement-mail-pause-over = Din pause fra »{ $task }« hos { $by } er slut. Er du klar igen, vil du have en længere pause, eller vil du stoppe? Alt er i orden.
engagement-mail-pause-over-link = Sig, hvad du helst vil:

engagement-mail-paused-subject = Du holder pause: { $task }
engagement-mail-paused = { $by } har noteret, at du holder pause fra »{ $task }« til og med { $day }. Passer det ikke, så ret det på linket.

engagement-mail-resumed-subject = I gang igen: { $task }
engagement-mail-resumed = { $by } har noteret, at du er i gang igen med »{ $task }«. Passer det ikke, så ret det på linket.

engagement-mail-ended-subject = Tak for din hjælp: { $task }
engagement-mail-ended-before-subject = Aftalen er slut: { $task }
engagement-mail-ended = Aftalen om »{ $task }« hos { $by } er slut.
engagement-mail-shifts-gone = Du står ikke længere på de her vagter:
engagement-mail-stopped-subject = Du er stoppet: { $task }
engagement-mail-stopped = Du er stoppet med »{ $task }« hos { $by }, og de har fået besked. Tak for den tid, du gav. Du er altid velkommen igen.
engagement-mail-stopped-before-subject = Du er ikke længere med: { $task }
engagement-mail-stopped-before = Du har sagt fra til »{ $task }« hos { $by }, inden du begyndte, og de har fået besked. Tak, fordi du sagde det. Du er altid velkommen en anden gang.
engagement-mail-thanks-subject = Tak for din hjælp: { $task }
engagement-exit-waiting = { $count ->
    [one] 1 venter på svar
   *[other] { $count } venter på svar
}
engagement-exit-agreed = { $count ->
    [one] 1 frivillig har en aftale
   *[other] { $count } aftaler med frivillige
}
engagement-exit-own-waiting = { $count ->
    [one] Du venter på svar et sted
   *[other] Du venter på svar { $count } steder
}
engagement-exit-own-agreed = { $count ->
    [one] Du har én aftale
   *[other] Du har { $count } aftaler
}
engagement-exit-of-person-waiting = { $count ->
    [one] Venter på svar ét sted
   *[other] Venter på svar { $count } steder
}
engagement-exit-of-person-agreed = { $count ->
    [one] Har én aftale som frivillig
   *[other] Har { $count } aftaler som frivillig
}
engagement-exit-of-person-outcome = Det slutter, og stedet får besked.
engagement-exit-own-outcome = Stedet får besked om, at du ikke er med længere.
engagement-exit-first-name = [fornavn]
engagement-exit-reason = [det, du skriver herunder]
engagement-exit-times-agreed-outcome = De får en mail med det gamle og det nye, og aftalen bliver rettet. De bliver spurgt, om det stadig passer dem.
engagement-exit-times-waiting-outcome = De får en mail med det gamle og det nye.
engagement-exit-times-call = { $count ->
    [one] 1 har ingen e-mail og skal ringes op
   *[other] { $count } har ingen e-mail og skal ringes op
}
engagement-mail-cancelled-subject = Det bliver ikke til mere: { $task }
engagement-mail-cancelled = »{ $task }« hos { $by } er aflyst, og din aftale er slut. De vagter, du stod på, er også aflyst. Tak for den tid, du har givet.
engagement-mail-cancelled-before = »{ $task }« hos { $by } er aflyst, så din aftale slutter, inden du nåede at begynde. De vagter, du stod på, er også aflyst. Tak, fordi du ville hjælpe.
engagement-mail-ends-on-subject = Snart sidste gang: { $task }
engagement-mail-ends-on = »{ $task }« hos { $by } slutter { $day }. Til og med den dag er alt, som vi har aftalt. Så slutter din aftale, og senere vagter er aflyst.
engagement-mail-task-moved-subject = Et nyt sted står for opgaven: { $task }
engagement-mail-task-moved = »{ $task }« hører nu under { $by }. Din aftale og dine vagter er, som de var. Er der noget, du vil tale om, så ring.
engagement-mail-times-subject = Ny tid: { $task }
engagement-mail-times = { $by } har flyttet »{ $task }«, som du har en aftale om.
engagement-mail-place-subject = Nyt sted: { $task }
engagement-mail-place = »{ $task }«, som du har en aftale om med { $by }, er nu et andet sted.
engagement-mail-shifts-along = Dine vagter er flyttet med:
engagement-mail-times-read = Aftalen er rettet, så den passer. Læs den, og sig ja, hvis det stadig passer dig. Passer det ikke, kan du sige fra på samme side.

## Opbevaring

engagement-retention = Aftaler med frivillige
engagement-retention-purpose = For at I kan arbejde sammen, og for at den frivillige kan få et bevis bagefter. Derefter er der kun tal tilbage, som ingen kan kendes på.
engagement-lost-link = Virker hele linket heller ikke, er aftalen slettet, nogen tid efter at den sluttede. Har du en konto, så log ind: Så står dine aftaler på Min side. Ellers kan du ringe til den, du har aftalen med.
interest-lost-link = Virker hele linket heller ikke, er det, du sendte, slettet. Det sker efter syv dage, hvis du ikke har bekræftet det, og ellers nogen tid efter at det er afsluttet. Vil du stadig hjælpe, så find opgaven, og vis interesse igen.

## Mere

engagement-news-behind = »{ $title }« er overstået. { $name } har fået en mail med tak fra jer
engagement-once-text = Afløser { $when }: »{ $title }«.
engagement-known = Aftaler
engagement-known-task = Opgave
engagement-known-state = Tilstand

engagement-shortcut-volunteers = Mine frivillige
engagement-hours-link = Timer

## Siden om en person, og når to registreringer bliver til én

engagement-about = Aftaler som frivillig
engagement-about-nothing = Har ingen aftaler som frivillig.
engagement-about-from = { $place }. Fra { $day }
engagement-about-ended = { $place }. Sluttede { $day }
requirement-about-nothing = Der er ikke noteret noget.
requirement-about-until = Gælder til og med { $day }
requirement-about-since = Noteret { $day }
merge-engagements = { $count ->
    [one] 1 aftale som frivillig
   *[other] { $count } aftaler som frivillig
}
merge-engagement-twice = Begge har en aftale om »{ $title }«.
merge-engagement-twice-outcome = Den, der er nået længst, fortsætter med alle vagter og timer. Den anden slutter, uden at vi skriver til nogen.
merge-requirements = { $count ->
    [one] 1 noteret krav
   *[other] { $count } noterede krav
}
merge-requirement-twice = Kravet »{ $what }« er noteret for dem begge.
merge-requirement-twice-outcome = Det, der er nået længst, gælder. Et nej gælder altid.

# Overskrifter på Mit overblik
worklist-kind-engagement-yes = Aftaler, der mangler et ja
worklist-kind-engagement-talk = Snakke om, hvordan det går
worklist-kind-engagement-pause = Pauser, der er slut
worklist-kind-engagement-thanks = Tak
worklist-kind-requirement-certificate = Børneattester, der skal hentes eller vurderes
worklist-kind-requirement-arrange = Møder og kurser, I har lovet at aftale
worklist-kind-requirement-note = Det skal I se og notere, før nogen kan begynde
worklist-kind-requirement-ending = Krav, der snart udløber

# Hvorfor en importeret række bliver stående, når importen bliver fortrudt
import-undo-task-has-agreements = Der er en aftale med en frivillig.
import-undo-person-answered = Har svaret en frivillig eller skrevet under på noget.
import-undo-person-has-agreements = Har en aftale.
import-undo-association-has-declared = Har skrevet under på erklæringen om børneattester.
engagement-work-talk-held = Vi har talt sammen
engagement-badges = Navneskilte
engagement-badges-lead = Et skilt til hver på listen, otte på et ark. Klip langs kanten, og sæt dem i en holder på 9 × 6 cm.
engagement-badges-back = Tilbage til listen
engagement-badges-role = Frivillig
engagement-list-task = Opgave
engagement-list-all-tasks = Alle opgaver
engagement-task-write = Skriv til dem, der hjælper
