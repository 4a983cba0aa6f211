# At vise interesse for en opgave: formularen, den frivilliges egen side, svaret og mailene.

## Fælles

interest-back-to-task = Til opgaven
interest-find-more = Find andre opgaver
interest-about-task = Om opgaven
interest-when = Hvornår
interest-where = Hvor
interest-by = Hos
interest-requirements = Det skal være på plads, før du begynder
interest-rather-call = Vil du hellere ringe?
interest-whom-to-call = Hvem kan du ringe til?
interest-call-name = Du kan ringe til { $name } på
interest-history = Det er der sket
interest-places = Pladser
interest-places-taken = Der er sagt ja til { $taken } af { $wanted } pladser

## Formularen

interest-form-title = Jeg vil gerne hjælpe
interest-form-lead = Det tager under et minut. Du binder dig ikke til noget: først taler I sammen.
interest-form-name = Navn
interest-form-email = E-mail
interest-form-email-hint = Vi skal bruge e-mail eller telefon: skriv mindst én af dem. Til en e-mail sender vi et link, så du kan bekræfte, at det er dig
interest-form-too-many-mails = Der er lige sendt flere mails til denne adresse. Åbn en af dem, log ind, eller skriv kun dit telefonnummer
interest-form-phone = Telefon
interest-form-phone-hint = Skriv mindst én af dem: e-mail eller telefon
interest-form-one-of-both = Skriv en e-mail eller et telefonnummer, så vi kan svare dig
interest-form-name-only = Skriv kun dit navn her
interest-form-message = Skriv en linje til dem, der søger hjælp
interest-form-message-hint = For eksempel hvorfor du har lyst, eller hvad du vil vide. Skriv ikke om andre mennesker
interest-form-persons = Hvor mange kommer I?
interest-form-persons-hint = Lad feltet stå tomt, hvis du kommer alene
interest-form-of-age = Jeg er fyldt { $age } år
interest-form-their-of-age = Personen er fyldt { $age } år
interest-form-too-young = Opgaven er for dig, der er fyldt { $age } år. Sæt flueben, hvis du er det. Er du yngre, så ring, og spørg efter en anden opgave
interest-form-their-too-young = Opgaven er for den, der er fyldt { $age } år. Sæt flueben, hvis personen er det. Ellers find en anden opgave sammen
interest-form-licence = Jeg har kørekort
interest-form-privacy = Kun dem, der svarer for { $by }, ser, hvad du skriver. Vi sletter det, når det ikke skal bruges mere.
interest-form-privacy-link = Sådan passer vi på dine oplysninger
interest-form-send = Send
interest-form-send-anyway = Send alligevel
interest-form-cancel = Fortryd
interest-form-filled = Alle pladser er besat lige nu
interest-form-filled-text = Skriv alligevel, så kan stedet sætte dig på ventelisten, og du får besked, hvis der bliver en plads.

interest-before-title = Før du sender
interest-form-cv-too-young = Opgaven kræver { $age } år, og dit CV siger, at du er { $years }. Er det forkert, så ret dit CV først
interest-cv-title = Dit CV siger, at du er for ung til opgaven
interest-cv-text = Opgaven kræver, at du er { $age } år. Efter dit CV er du { $years }.
interest-cv-mend = Er det forkert, så ret dit CV
interest-cv-call = Er du i tvivl, så ring til { $name }:
interest-own-cv = Opgaven kræver, at du er { $age } år, og CV'et med din e-mail siger noget andet.
interest-own-cv-next = De, der svarer dig, får det at vide. Er CV'et forkert, så log ind og ret det, eller sig det til dem.
interest-answer-cv-title = Efter CV'et er den frivillige ikke { $age } år
interest-answer-cv-text = Opgaven kræver { $age } år, og den frivillige har sat flueben ved det. CV'et med samme e-mail siger noget andet. Tal med den frivillige, før du siger ja.
interest-before-lacks = Opgaven kræver { $what }, og du har ikke sat flueben.
interest-before-lacks-next = Har du det, så sæt flueben. Har du det ikke endnu, kan du sende alligevel. Så taler I om, hvad der kan lade sig gøre.
interest-before-too-many = Der er kun { $places ->
    [one] én plads
   *[other] { $places } pladser
  } i alt.
interest-before-too-many-next = Skriv færre, eller send alligevel, så finder I ud af det sammen.
interest-before-agreed = Du har en aftale om »{ $title }«. Begge er { $day } kl. { $from }–{ $to }.
interest-before-agreed-next = Passer det alligevel, så fortsæt bare. Kan du kun det ene, så find en opgave på en anden tid, eller tal med stedet om jeres aftale.
interest-before-agreed-on-behalf = Personen har en aftale om en anden opgave { $day } kl. { $from }–{ $to }.
interest-before-conflict = Du har også vist interesse for »{ $title }«. Begge er { $day } kl. { $from }–{ $to }.
interest-before-conflict-on-behalf = Personen har også vist interesse for en anden opgave { $day } kl. { $from }–{ $to }.
interest-before-conflict-on-behalf-next = Spørg, om det passer alligevel.
interest-before-conflict-next = Kan du kun det ene, så træk dig fra det andet først. Passer det alligevel, så fortsæt bare.

interest-thanks-title = Tak! Kig i din mail
interest-thanks-lead = Vi mangler kun, at du bekræfter, at det er dig.
interest-thanks-text = Vi har sendt dig en mail om »{ $title }«. Tryk på linket i mailen, og bekræft, at det er dig.
interest-thanks-known = Har du skrevet til os om opgaven før, står linket til din egen side i mailen.
interest-thanks-promise = Bekræfter du i dag, får du svar senest { $day }.
interest-thanks-no-mail = Er der ingen mail efter et par minutter? Se i mappen med uønsket post.

interest-closed-title = Opgaven er ikke åben længere
interest-closed-lead = Tak, fordi du vil hjælpe. »{ $title }« tager ikke imod flere lige nu, men der er andre opgaver, der ligner.
interest-closed-similar = Se opgaver, der ligner

interest-on-behalf-title = Skriv en op, der har ringet
interest-on-behalf-lead = Skriv det, personen har fortalt dig. Det er nok med et telefonnummer.
interest-form-their-name = Navn
interest-form-their-phone = Telefon
interest-form-their-email = E-mail
interest-form-their-email-hint = Så får personen en kvittering og et link til sin egen side
interest-on-behalf-promise = Sig, at der kommer svar senest { $day }.
interest-on-behalf-privacy = Fortæl, at I gemmer navn og nummer for at kunne svare, og at det bliver slettet igen.

interest-flash-known = Du har allerede vist interesse for opgaven. Her kan du se, hvor langt det er.
interest-flash-known-staff = Personen har allerede vist interesse for opgaven
interest-flash-entered = Skrevet op
interest-flash-confirmed = Tak. Din besked er sendt videre
interest-flash-withdrawn = Du har trukket dig. Tak, fordi du sagde det
interest-flash-replied = Dit svar er sendt
interest-flash-phone = Nummeret er gemt
interest-flash-invited = Invitationen er sendt
interest-flash-accepted = Svaret er givet: ja tak
interest-flash-waitlisted = Svaret er givet: på venteliste
interest-flash-declined = Svaret er givet: nej tak
interest-flash-called = Samtalen er noteret

## Den frivilliges egen side

interest-own-promise = Du får svar senest { $day }.
interest-own-unconfirmed = Bekræft, at det er dig
interest-own-unconfirmed-lead = Tryk på knappen, så får { $by } din besked. Gør du det i dag, får du svar senest { $day }.
interest-own-confirm = Bekræft
interest-own-confirm-anyway = Bekræft alligevel
interest-own-new = Din besked er modtaget
interest-own-new-next-mail = Du får en mail, når der er svar. Du kan også kigge her.
interest-own-new-next-call = De ringer til dig. Du kan også kigge her.
interest-own-new-next-talk = I taler sammen, før noget er aftalt.
interest-own-late = Vi er ikke i mål endnu
interest-own-late-lead = Du skulle have hørt fra { $by } nu. Det beklager vi. Vi har nu bedt flere om at svare dig.
interest-own-late-next = Du får svar. Du kan også ringe. Nummeret står her på siden.
interest-own-invited = { $by } vil gerne tale med dig
interest-own-invited-lead = Læs beskeden, og svar her, eller ring.
interest-own-invited-next = I taler sammen og finder ud af, om det passer jer begge.
interest-own-replied = Dit svar er sendt
interest-own-replied-lead = { $by } har fået dit svar. De vender tilbage senest { $day }.
interest-own-accepted = Du er med
interest-own-accepted-lead = { $by } glæder sig til at se dig.
interest-own-accepted-next = Kan du ikke alligevel, så sig det her på siden, så snart du ved det.
interest-own-waitlisted = Du står på venteliste
interest-own-waitlisted-lead = Du er nummer { $position } på listen.
interest-own-waitlisted-next = Bliver der en plads, ringer eller skriver de og spørger, om du stadig vil.
interest-own-declined = Det blev ikke denne gang
interest-own-declined-lead = { $by } har svaret dig.
interest-own-withdrawn = Du har trukket dig
interest-own-withdrawn-lead = Tak, fordi du sagde det. Du er altid velkommen en anden gang.
interest-own-ended = Tak for din hjælp
interest-own-ended-lead = Du er færdig som frivillig hos { $by } her. Du er altid velkommen igen.
interest-own-keep-link = Gem dette link
interest-own-keep-link-text = Du skrev ikke en e-mail, så linket er vejen tilbage til din side. Gem siden som bogmærke.
interest-own-keep-link-lost = Mister du linket, så ring til { $name } på { $phone }.
interest-own-words = Beskeden til dig
interest-own-reply = Dit svar
interest-own-reply-hint = For eksempel hvornår det passer dig
interest-own-reply-send = Send svar
interest-own-next = Det sker der nu
interest-own-others = Måske er en af disse noget for dig
interest-own-known = Det ved vi om dig
interest-own-known-text = Kun dem, der svarer dig, kan se det. Det bliver slettet senest et halvt år efter, at det er slut.
interest-own-phone-save = Gem nummer
interest-own-withdraw-title = Kan du ikke alligevel?
interest-own-withdraw-text = Det er helt i orden. Når du trækker dig, får de besked, og pladsen kan gå til en anden.
interest-own-withdraw-reason = Vil du skrive hvorfor?
interest-own-withdraw = Jeg trækker mig
interest-on-task-page-see = Se, hvor det står

interest-step-by = { $name }: { $what }
interest-step-shown = Viste interesse
interest-step-entered = Skrev op efter en samtale
interest-step-confirmed = Bekræftede
interest-step-of-age = Satte flueben ved alderen
interest-step-invited = Inviterede til en snak
interest-step-replied = Svarede på invitationen
interest-step-accepted = Sagde ja
interest-step-waitlisted = Satte på venteliste
interest-step-declined = Svarede nej tak
interest-step-withdrawn = Trak sig
interest-step-ended = Er ikke længere med
interest-step-called = Ringede
interest-step-phone = Rettede telefonnummeret
interest-step-late = Fristen blev ikke holdt, og den frivillige har fået besked

interest-state-unconfirmed = Mangler at blive bekræftet
interest-state-new = Venter på svar
interest-state-invited = Inviteret til en snak
interest-state-replied = Har svaret på invitationen
interest-state-accepted = Har fået ja
interest-state-waitlisted = På venteliste
interest-state-declined = Nej tak denne gang
interest-state-withdrawn = Har trukket sig
interest-state-ended = Har været med

interest-mine-title = Det, jeg har vist interesse for
interest-mine-none = Du har ikke vist interesse for noget endnu
interest-mine-none-text = Find en opgave, der passer dig. Det tager under et minut at skrive.
interest-mine-unconfirmed = Bekræft din e-mail først
interest-mine-unconfirmed-text = Når du har bekræftet din e-mail, ser du her alt, du har skrevet om med den adresse.
interest-mine-profile = Til min profil

## Dem, der svarer

interest-answer-title = { $name } vil gerne hjælpe
interest-answer-heading = { $name }: { $task }
interest-answer-due = Svar senest { $day }.
interest-answer-late = { $days ->
    [one] Har ventet i én dag. Fristen er overskredet.
   *[other] Har ventet i { $days } dage. Fristen er overskredet.
  }
interest-answer-lacks = Har ikke endnu
interest-answer-entered = Skrevet op af en af jer efter en samtale.
interest-answer-call-title = Ring op
interest-answer-call-text = Der er ingen e-mail. Ring til { $name }, og fortæl det. Skriv så her, hvad I blev enige om.
interest-answer-title-now = { $name }: { $state }
interest-answer-what = Hvad vil du svare?
interest-answer-changed = Har noget ændret sig?
interest-answer-changed-text = Flytter du { $name } til ventelisten, tager du jeres ja tilbage: aftalen falder bort, og pladsen bliver ledig. Du skriver selv mailen om det.
interest-answer-changed-text-call = Flytter du { $name } til ventelisten, tager du jeres ja tilbage: aftalen falder bort, og pladsen bliver ledig. { $name } har ingen e-mail, så ring først, og sig det.
interest-answer-after-no = Vil du tage jeres nej tilbage?
interest-answer-after-no-text = { $name } har fået et nej. Vælger du et andet svar, skriver du en ny mail, der tager jeres nej tilbage.
interest-answer-after-no-text-call = { $name } har fået et nej. Vælger du et andet svar, ringer du og tager jeres nej tilbage.
interest-answer-invite-after-no = Invitér alligevel
interest-answer-accept-after-no = Sig ja tak alligevel
interest-answer-waitlist-after-no = Sæt på venteliste alligevel
interest-answer-invite = Invitér til en snak
interest-answer-accept = Sig ja tak
interest-answer-waitlist = Sæt på venteliste
interest-answer-take-back = Flyt til venteliste
interest-answer-decline = Sig pænt nej tak
interest-answer-refused = Svaret er ikke givet
interest-answer-full = { $free ->
    [0] Alle pladser er besat.
    [one] Der er kun én plads tilbage.
   *[other] Der er kun { $free } pladser tilbage.
  } Her er { $persons ->
    [one] én, der gerne vil
   *[other] { $persons }, der gerne vil
  }. Sæt på venteliste, eller ret antallet af pladser på opgaven.
interest-answer-over = Opgaven tager ikke imod flere. Sig pænt nej tak, eller åbn opgaven igen, før du siger ja.
interest-answer-meanwhile = Der er givet et andet svar, siden du åbnede siden. Se, hvor langt det er nu, før du sender noget.
interest-answer-replied = { $name } har svaret på invitationen imens. Læs svaret, før du sender noget.
interest-answer-withdrawn = { $name } har trukket sig, mens du skrev. Du skal ikke gøre mere.
interest-answer-unsent = Det, du skrev
interest-answer-unsent-text = Det er ikke sendt. Kopiér teksten, hvis du vil bruge den.
interest-answer-privacy = Navn, e-mail og telefon må kun bruges til at svare. Oplysningerne bliver slettet af sig selv.

interest-letter-text = Din mail
interest-letter-text-hint = Ret, som du vil. Mailen bliver sendt til { $name }
interest-letter-said = Det siger eller aftaler I
interest-letter-said-hint = Ring først. Teksten bliver ikke sendt, men kan ses på den frivilliges egen side
interest-letter-reasons = Hvorfor nej? Vælg en grund, så får du et forslag til mailen. Eller skriv den selv.
interest-letter-send = Send
interest-letter-send-yes = Sig ja, og send
interest-letter-send-no = Sig nej tak, og send
interest-letter-called = Jeg har ringet – gem

interest-call-note-title = Notér et opkald
interest-call-note = Hvad kom der ud af det?
interest-call-note-hint = For eksempel »Tog ikke telefonen, prøver igen i morgen«. Den frivillige kan se det
interest-call-note-save = Gem
interest-call-done = Jeg har ringet
interest-call-told-title = Opgaven er aflyst. Ring til { $name }
interest-call-told-text = { $name } har ingen e-mail og ved det ikke endnu. Ring, og sig, at »{ $title }« er aflyst. Der er ikke mere at svare.
interest-call-told-why = Grunden, som alle kan læse: { $reason }

interest-list-title = Interesserede
interest-list-link = Alle, der er interesserede i opgaven
interest-list-new = Venter på svar
interest-list-invited = Inviteret til en snak
interest-list-accepted = Har fået ja
interest-list-waitlisted = Venteliste
interest-list-ended = Afsluttet
interest-list-none = Ingen har vist interesse endnu
interest-list-none-text = Når nogen skriver, får kontaktpersonen besked, og de står her.
interest-list-since = Skrev { $day }
interest-list-persons = { $count } personer
interest-list-free = { $count ->
    [one] Der er én ledig plads
   *[other] Der er { $count } ledige pladser
  }
interest-list-next = { $name } står først på ventelisten. Ring, og spørg, om det stadig passer.
interest-list-next-link = Giv pladsen

interest-work-answer = Svar { $name }
interest-work-replied = Vend tilbage til { $name }, der har svaret på invitationen
interest-work-call = Ring til { $name }, og sig, at opgaven er aflyst
interest-work-invitation = Svar på en invitation
interest-work-free-place = { $count ->
    [one] En plads er ledig, og nogen står på venteliste
   *[other] { $count } pladser er ledige, og nogen står på venteliste
  }
interest-reason-nobody-nearer = Fordi { $place } ikke har en kontaktperson lige nu, er det hos dig.
interest-reason-soon = Opgaven begynder snart. Ring hellere end at skrive.
interest-reason-cancelled = { $name } har ingen e-mail, så vi kan ikke skrive det.
interest-reason-climbed = Fordi { $place } ikke har svaret i { $days ->
    [one] én dag
   *[other] { $days } dage
  }, er det nu hos dig.

interest-news-new = { $name } vil gerne hjælpe med »{ $title }«
interest-news-call = { $name } vil gerne hjælpe med »{ $title }« og skal ringes op
interest-news-replied = { $name } har svaret på din invitation til »{ $title }«
interest-news-withdrawn = { $name } kan ikke alligevel: »{ $title }«
interest-news-withdrawn-next = { $name } kan ikke alligevel: »{ $title }«. { $first } står først på ventelisten
interest-news-cancelled = »{ $title }« er aflyst. Ring til { $name }, og sig det
interest-news-account-gone = { $how ->
    [left] En, der ville hjælpe med »{ $title }«, er stoppet. Du skal ikke svare
    [died] En, der ville hjælpe med »{ $title }«, er død. Du skal ikke svare
   *[deleted] En, der ville hjælpe med »{ $title }«, har slettet sin konto. Du skal ikke svare
}
interest-news-late = { $name } har ventet på svar i { $days ->
    [one] én dag
   *[other] { $days } dage
  }: »{ $title }«. Vil du svare?

## Forslag til mails

interest-text-invited =
    Kære { $volunteer }

    Tak, fordi du vil hjælpe med »{ $task }«. Vi vil gerne tale med dig, før vi aftaler noget.

    Hvornår passer det dig, at vi ringer, eller vil du kigge forbi? Svar på din egen side, eller ring til os.

    Venlig hilsen
    { $contact }, { $place }
interest-text-accepted =
    Kære { $volunteer }

    Ja tak! Vi vil meget gerne have dig med til »{ $task }«.

    Nu mangler kun dit ja til aftalen. Læs den, og sig ja, hvis den passer dig. Passer den ikke, så sig nej samme sted. Så finder vi en anden.

    Vi glæder os til at se dig.

    Venlig hilsen
    { $contact }, { $place }
interest-text-accepted-call = Vi har sagt ja tak til hjælp med »{ $task }« i telefonen.
interest-text-waitlisted =
    Kære { $volunteer }

    Tak, fordi du vil hjælpe med »{ $task }«. Alle pladser er besat lige nu, så vi har sat dig på ventelisten.

    Bliver der en plads, spørger vi dig, om du stadig vil. Du kan når som helst trække dig på din egen side.

    Venlig hilsen
    { $contact }, { $place }
interest-text-waitlisted-undecided =
    Kære { $volunteer }

    Tak, fordi du vil hjælpe med »{ $task }«. Vi kan ikke sige ja lige nu, så vi har sat dig på ventelisten.

    Vi skriver eller ringer, når vi ved mere. Du kan når som helst trække dig på din egen side.

    Venlig hilsen
    { $contact }, { $place }
interest-text-taken-back =
    Kære { $volunteer }

    Vi er nødt til at tage vores ja tilbage. Der er ikke plads til dig på »{ $task }« alligevel, fordi …

    Du står nu på ventelisten, og vi spørger dig, hvis der bliver en plads. Det er vores fejl, og vi beklager.

    Venlig hilsen
    { $contact }, { $place }
interest-text-invited-after-no =
    Kære { $volunteer }

    Vi har svaret nej tak, da du ville hjælpe med »{ $task }«. Det svar tager vi tilbage, og vi beklager, at du fik det.

    Vil du stadig gerne hjælpe, vil vi gerne tale med dig. Hvornår passer det dig, at vi ringer, eller vil du kigge forbi? Svar på din egen side, eller ring til os.

    Venlig hilsen
    { $contact }, { $place }
interest-text-accepted-after-no =
    Kære { $volunteer }

    Vi har svaret nej tak, da du ville hjælpe med »{ $task }«. Det svar tager vi tilbage, og vi beklager, at du fik det. Vi vil meget gerne have dig med.

    Passer det dig stadig, så læs aftalen, og sig ja til den. Passer det ikke mere, så sig nej samme sted.

    Venlig hilsen
    { $contact }, { $place }
interest-text-waitlisted-after-no =
    Kære { $volunteer }

    Vi har svaret nej tak, da du ville hjælpe med »{ $task }«. Det svar tager vi tilbage, og vi beklager, at du fik det. Vi har sat dig på ventelisten.

    Vi skriver eller ringer, når vi ved mere. Du kan når som helst trække dig på din egen side.

    Venlig hilsen
    { $contact }, { $place }
interest-text-declined =
    Kære { $volunteer }

    Tak, fordi du ville hjælpe med »{ $task }«. Denne gang siger vi nej tak.

    Vi blev glade for at høre fra dig, og du må meget gerne skrive igen, næste gang vi søger nogen.

    Venlig hilsen
    { $contact }, { $place }

interest-text-cancelled =
    Kære { $volunteer }

    Vi har måttet aflyse »{ $task }« ({ $when }).

    { $why }

    { $ends }

    Vi er kede af, at det går ud over dig, og håber at se dig en anden gang.

    Venlig hilsen
    { $contact }, { $place }
interest-text-cancelled-why = Det er fordi: { $reason }
interest-text-cancelled-agreed = { $shifts ->
    [0] Aftalen er slut med det. Du skal ikke gøre noget.
    [one] Aftalen er slut med det, og din vagt er aflyst. Du skal ikke gøre noget.
   *[other] Aftalen er slut med det, og dine { $shifts } vagter er aflyst. Du skal ikke gøre noget.
}
interest-text-cancelled-waiting = Derfor får du ikke noget andet svar fra os. Du skal ikke gøre noget.
interest-text-why = Det er fordi: { $reason }

## Mails

interest-mail-greeting = Hej { $name }
interest-mail-own-link = På din egen side kan du se, hvor langt det er, og trække dig:
interest-mail-ended-link = Se svaret på din egen side:
interest-mail-reply-link = Svar her:
interest-mail-call = Spørgsmål? Ring til { $name } ({ $role }) på { $phone }.
interest-mail-call-place = Spørgsmål? Ring til { $name } på { $phone }.
interest-mail-promise = Du får svar senest { $day }.
interest-mail-why = Du får denne mail, fordi du har vist interesse for »{ $task }«. Linket i mailen er kun dit. Giv det ikke videre.
interest-mail-why-agreed = Du får denne mail, fordi du havde en aftale om »{ $task }«. Linket i mailen er kun dit. Giv det ikke videre.

interest-mail-confirm-subject = Bekræft, at du vil hjælpe: { $task }
interest-mail-confirm-thanks = Tak, fordi du vil hjælpe med »{ $task }« hos { $by }. Bekræft, at det er dig, så får de din besked.
interest-mail-confirm-link = Åbn linket, og tryk på Bekræft:
interest-mail-confirm-promise = Bekræfter du i dag, får du svar senest { $day }.
interest-mail-confirm-not-you = Har du ikke skrevet til os? Så skal du ikke gøre noget. Vi sletter beskeden efter syv dage.

interest-mail-receipt-subject = Tak, fordi du vil hjælpe: { $task }
interest-mail-receipt = Tak, fordi du vil hjælpe med »{ $task }« hos { $by }. De har fået din besked.
interest-mail-on-behalf = Tak for snakken. Vi har skrevet op, at du gerne vil hjælpe med »{ $task }« hos { $by }.

interest-mail-again-subject = Dit link: { $task }
interest-mail-again = Du har allerede vist interesse for »{ $task }« hos { $by }, så du behøver ikke skrive igen. Her er linket til din egen side.
interest-mail-again-not-you = Har du ikke bedt om mailen? Så er der nok en, der har skrevet din adresse ved en fejl. Du skal ikke gøre noget.

interest-mail-invited-subject = Vi vil gerne tale med dig: { $task }
interest-mail-accepted-subject = Ja tak – læs aftalen, og sig ja: { $task }
interest-mail-waitlisted-subject = Du står på venteliste: { $task }
interest-mail-declined-subject = Svar på din besked: { $task }
interest-mail-others = Måske er en af disse opgaver noget for dig:

interest-mail-cancelled-subject = Aflyst: { $task }

interest-mail-late-subject = Vi er ikke i mål endnu: { $task }
interest-mail-late = Du skulle have hørt fra os nu om »{ $task }« hos { $by }. Det har du ikke, og det beklager vi. Du får stadig svar, og vi har nu bedt flere om at svare dig.
interest-mail-moved-subject = Et nyt sted svarer dig: { $task }
interest-mail-moved = »{ $task }«, som du gerne vil hjælpe med, hører nu under { $by }. Det er dem, der svarer dig, og du skal ikke gøre noget.
interest-mail-ends-on-subject = Opgaven slutter: { $task }
interest-mail-ends-on = »{ $task }« hos { $by }, som du gerne vil hjælpe med, slutter. Den sidste dag er { $day }.
interest-mail-ends-on-else = Til da kan du stadig hjælpe, hvis I bliver enige. Vil du ikke alligevel, kan du sige nej tak på din egen side.
interest-mail-other-times-subject = Ny tid eller nyt sted: { $task }
interest-mail-other-times = { $by } har ændret »{ $task }«, som du gerne vil hjælpe med.
interest-mail-other-times-else = Passer det dig stadig, skal du ikke gøre noget. Passer det ikke, kan du sige nej tak på din egen side.

interest-retention-unconfirmed = Interesser, som ingen har bekræftet
interest-retention-unconfirmed-purpose = At den frivillige kan nå at bekræfte
interest-retention-ended = Interesser, der ikke blev til noget, og dem, der hører til en afsluttet opgave
interest-retention-ended-purpose = At kunne svare den frivillige

interest-section-heading = Det har jeg vist interesse for
interest-section-more = Se alle
interest-of-task-link = De interesserede
interest-on-behalf-link = Skriv en op, der har ringet

## Ventelisten

interest-own-offered = Der er blevet en plads til dig
interest-own-offered-lead = Svar senest { $until }. Pladsen er din, til du har svaret, eller tiden er gået.
interest-own-offered-next = Svarer du ikke, går pladsen til den næste på listen. Du bliver stående, men bagest.
interest-own-offered-take = Ja tak, jeg vil have pladsen
interest-own-offered-pass = Nej tak, ikke denne gang
interest-flash-offer-taken = Pladsen er din. Læs aftalen, og sig ja til den.
interest-flash-offer-passed = Tak for svaret. Pladsen går til den næste. Du står stadig på listen.
interest-flash-offer-gone = Tiden er gået, og pladsen er givet videre. Du står stadig på listen.
interest-step-offered = Fik tilbudt en ledig plads
interest-step-passed = Tog ikke pladsen, og den gik videre
interest-mail-offered-subject = Der er blevet en plads: { $task }
interest-mail-offered = Du står på venteliste hos { $by } til »{ $task }«. Nu er der blevet en plads, og du er den næste på listen.
interest-mail-offered-due = Svar senest { $until }. Så længe holder vi pladsen til dig.
interest-mail-offered-link = Sig ja eller nej her:
interest-mail-offered-else = Svarer du ikke, går pladsen til den næste på listen. Du bliver stående på listen, men bagest.
interest-mail-offer-over-subject = Pladsen er gået videre: { $task }
interest-mail-offer-over = Tiden til at svare er gået, og pladsen hos { $by } til »{ $task }« er tilbudt den næste på listen. Du står stadig på ventelisten og hører fra os igen, hvis der bliver en plads.

interest-about = Har vist interesse for
interest-about-nothing = Har ikke vist interesse for opgaver.
interest-about-shown = { $place }. { $day }
merge-interests = { $count ->
    [one] Har vist interesse 1 gang
   *[other] Har vist interesse { $count } gange
}
merge-interest-twice = Begge venter på svar om den samme opgave, den seneste siden { $day }.
merge-interest-twice-outcome = Den ene bliver trukket tilbage, så stedet kun svarer én gang.

## Alle interesserede, på tværs af opgaver

interest-all-title = Interesserede
interest-all-lead = De, der gerne vil hjælpe på dine steder. De, der skal have svar først, står først.
interest-all-count = { $count ->
    [one] 1 interesseret
   *[other] { $count } interesserede
}
interest-all-search = Navn eller opgave
interest-all-name = Navn
interest-all-task = Opgave
interest-all-state = Tilstand
interest-all-waiting = Venter på svar eller snak
interest-all-late = Over fristen
interest-all-states = Alle, også de besvarede
interest-all-due = Svar senest
interest-all-was-due = Skulle have svar { $day }
interest-all-came = Kom
interest-all-place = Sted
interest-all-persons = Personer
interest-all-email = E-mail
interest-all-phone = Telefon
interest-all-none = Ingen venter på svar
interest-all-none-text = Når nogen viser interesse for en af jeres opgaver, står de her.
interest-several-link = Sig nej til flere på én gang
interest-several-decline = Sig pænt nej
interest-several-heading = { $count ->
    [one] Sig pænt nej til 1
   *[other] Sig pænt nej til { $count }
}
interest-several-consequence = Hver får en mail for sig og ser ikke, hvem ellers der får den. Nederst i mailen står opgaver, der ligner.
interest-several-text = Det skriver du
interest-several-text-hint = Det i { "{" }klammer{ "}" } bliver udfyldt for hver: fornavn, opgave, sted og dit navn. Retter du ikke teksten, får den, der har valgt engelsk, den på engelsk.
interest-several-unknown = Vi kan ikke udfylde { $placeholder }. Brug { $known }, eller slet det
interest-several-send = { $count ->
    [one] Send mailen
   *[other] Send { $count } mails
}
interest-several-done = { $count ->
    [0] Ingen fik en mail
    [one] 1 har fået et nej og en tak
   *[other] { $count } har fået et nej og en tak
}
interest-several-no-email = har ingen e-mail – ring, og notér det på deres side
interest-several-answered = har fået svar
import-undo-task-has-interest = Nogen har vist interesse.
engagement-mail-read-link = Læs aftalen, og sig ja eller nej:
worklist-kind-interest-invitation = Invitationer til dig
worklist-kind-interest-free-place = Ledige pladser
worklist-kind-interest = Frivillige, der venter på svar
worklist-kind-interest-call = Frivillige, der skal ringes op
interest-letter-agreement = Siger I ja, er det også jeres ja til aftalen herunder. { $name } får et link til den og siger ja eller nej. I kan rette den bagefter; så bliver I begge spurgt igen.
interest-letter-agreement-call = Siger I ja, er det også jeres ja til aftalen herunder. Gå den igennem med { $name } i telefonen, og notér svaret på aftalens side, når du har gemt.
interest-letter-agreement-read = Læs aftalen, som I siger ja til
interest-own-not-me-title = Var det ikke dig?
interest-own-not-me-text = Så har en anden skrevet din adresse. Tryk her, så sender vi ikke beskeden videre.
interest-own-not-me = Det var ikke mig
interest-form-their-message = Hvad sagde personen?
interest-form-their-message-hint = For eksempel hvornår det passer, eller hvad personen vil vide. Skriv ikke om andre mennesker
interest-form-their-persons = Hvor mange kommer?
interest-form-their-persons-hint = Lad feltet stå tomt, hvis personen kommer alene

interest-exit-answers = { $count ->
    [one] 1 venter på svar fra personen
   *[other] { $count } venter på svar fra personen
}
interest-exit-answers-outcome = Den, der tager over, skal svare inden for den samme frist.
interest-exit-own-answers = { $count ->
    [one] 1 venter på svar fra dig
   *[other] { $count } venter på svar fra dig
}
