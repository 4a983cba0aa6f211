# Foreninger og andre aktører: register, tilmelding, godkendelse.

association-kind-association = Forening
association-kind-local-branch = Lokalafdeling af en landsforening
association-kind-informal-group = Gruppe uden vedtægter
association-kind-individual = Enkeltperson
association-kind-company = Virksomhed
association-kind-social-enterprise = Socialøkonomisk virksomhed
association-kind-council = Råd eller samråd
association-kind-union = Fagforening
association-kind-volunteer-centre = Frivilligcenter
association-kind-religious-community = Menighed eller trossamfund

association-role-chair = Formand
association-role-treasurer = Kasserer
association-role-board = Bestyrelsesmedlem
association-role-volunteer-coordinator = Frivilligkoordinator
association-role-contact = Kontaktperson

association-state-unconfirmed = Ikke bekræftet endnu
association-state-pending = Venter på godkendelse
association-state-approved = Godkendt
association-state-rejected = Afvist
association-state-closed = Lukket

association-work-approve = Godkend { $name }

association-cvr-digits = Et CVR-nummer har otte cifre
association-cvr-check = Cifrene passer ikke sammen, så CVR-nummeret må være skrevet forkert
association-work-overdue = Fordi ingen har svaret til tiden, er det nu hos dig.

association-flash-approved = Foreningen er godkendt og har fået besked
association-flash-rejected = Foreningen er afvist og har fået besked
association-flash-closed = Foreningen er lukket og har fået besked
association-flash-decided-already = En anden har allerede taget stilling
association-flash-saved = Ændringerne er gemt

## Registret

directory-title = Foreninger
directory-lead = Foreninger, grupper og andre, der gør noget frivilligt i { $municipality }.
directory-what = Hvad leder du efter?
directory-where = Hvor er du?
directory-where-hint = By eller postnummer
directory-find = Find
directory-more = Flere valg
directory-chosen = { $count } er valgt
directory-show = Vis foreninger
directory-theme = Tema
directory-town = By
directory-topic = Emne
directory-kind = Slags
directory-found = { $count ->
    [one] Én forening
   *[other] { $count } foreninger
}
directory-order = Vis først
directory-by-name = Efter navn
directory-nearest = De nærmeste
directory-best = Dem, der passer bedst
directory-your-choices = Dine valg
directory-clear = Ryd alle valg
directory-count-word = foreninger
directory-away = { $distance } væk
directory-place-unknown = Vi kender ikke stedet »{ $place }«. Skriv et postnummer eller en by i kommunen.
directory-suggestion = Vi søgte efter »{ $words }«.
directory-none-title = Vi fandt ingen
directory-none-text = Prøv med færre ord eller færre valg. Eller ring til os, så hjælper vi.
directory-all = Se alle foreninger
directory-position = Side { $number } af { $count }
directory-register-heading = Er I ikke med?
directory-register-text = Foreninger, grupper, virksomheder og enkeltpersoner er lige velkomne.
directory-register-action = Tilmeld jer
directory-feed = Listen som JSON

## Én forening

show-contact = Spørg her
show-no-contact = Foreningen viser ikke en kontaktperson endnu. Ring til kommunen, så finder vi en.
show-own-ways = Foreningen
show-tasks = Se opgaver hos { $name }
show-facts = Kort fortalt
show-kind = Slags
show-theme = Tema
show-topics = Emner
show-parent = Hører til
show-cvr = CVR-nummer
show-address = Adresse
show-website = Hjemmeside
show-members = Medlemmer
show-founded = Stiftet
show-folkeoplysning = Godkendt folkeoplysende forening
show-edit = Ret oplysninger
show-contacts = Kontaktpersoner
show-decide = Tag stilling
show-close = Luk foreningen
show-new-task = Slå en opgave op
show-pending-text = Tak. Nu ser { $who } på jeres tilmelding, og I får en mail. Indtil da er det kun jer, der kan se siden. I må gerne rette den imens og skrive jeres første opgave som kladde.
show-unconfirmed-text = Den, der tilmeldte foreningen, har ikke trykket på linket i mailen endnu.

## Tilmelding

register-title = Tilmeld en forening
register-lead = Det tager omkring fem minutter. Når kommunen har godkendt jer, kan I slå opgaver op og finde frivillige. Imens kan I skrive den første som kladde.
register-part-who = 1. Hvem er I?
register-part-what = 2. Hvad gør I?
register-part-where = 3. Hvordan får man fat i jer?
register-part-you = 4. Hvem er du?
register-you-text = Vi sender en mail til dig, så vi ved, at tilmeldingen kommer fra jer.
register-promise = I får svar fra { $who } inden for { $days } hverdage.
register-promise-text = Når I er godkendt, kan alle se foreningen. Dit eget navn viser vi kun, hvis du siger ja til det.
register-submit = Tilmeld
register-same-heading = Er det en af disse?
register-same-text = Vi kender allerede en, der ligner. Er det jer, så bed en af kontaktpersonerne dér om at tilføje dig. Er det en anden forening, så sæt flueben, og send igen.
register-same-error = Sæt flueben, hvis det er en anden forening end dem, vi kender
register-too-many-mails = Der er lige sendt flere mails til denne adresse. Åbn en af dem, log ind, eller prøv igen om en time
register-another = Nej, det er en anden

field-name = Foreningens navn
field-name-hint = Eller gruppens, virksomhedens eller dit eget.
field-name-asks = Skriv foreningens navn
field-kind-asks = Vælg, hvad I er
field-theme-asks = Vælg et tema
field-about-asks = Fortæl kort, hvad I gør
field-kind = Hvad er I?
field-branch = Lokalafdelingens navn
field-branch-hint = Kun hvis I er en afdeling af en landsforening. For eksempel »Nordby«.
field-parent = Landsforeningens navn
field-cvr = CVR-nummer
field-cvr-hint = Otte cifre. En lokalafdeling kan bruge landsforeningens. Spring over, hvis I ikke har et.
field-p-number = P-nummer
field-founded = Stiftet år
field-members = Antal medlemmer
field-theme = Tema
field-topics = Emner
field-topics-hint = Vælg gerne flere. Så er I nemmere at finde.
field-about = Fortæl om jer
field-about-hint = Et par korte sætninger: hvad I gør, hvornår og for hvem.
field-address = Vej og nummer
field-postcode = Postnummer
field-phone = Telefon
field-phone-hint = Vises på foreningens side.
field-email = Foreningens e-mail
field-email-hint = Vises på foreningens side.
field-website = Hjemmeside
field-person-name = Dit navn
field-person-email = Din e-mail
field-person-email-hint = Du logger ind med den. Andre ser den kun, hvis du siger ja herunder.
field-person-phone = Dit telefonnummer
field-person-role = Hvad er din rolle i foreningen?
field-person-role-asks = Vælg, hvad din rolle er
field-person-public = Vis mit navn, min telefon og min e-mail på foreningens side
field-folkeoplysning = Godkendt som folkeoplysende forening
field-folkeoplysning-hint = Kun kommunen kan sætte fluebenet. Det afgør medlemskab af Foreningssamvirket.

registered-title = Se i din indbakke
registered-text = Vi har sendt en mail til { $email }. Tryk på linket i den inden { $days } dage. Så går tilmeldingen videre til { $who }.
registered-help = Kommer der ingen mail, så se i mappen med uønsket post. Eller ring til os.

confirm-title = Bekræft tilmeldingen
confirm-lost-link = Virker hele linket heller ikke, er det for gammelt. Er foreningen bekræftet, så log ind med din e-mail. Ellers skal du tilmelde foreningen igen. Så får du et nyt link.
confirm-text = Du er ved at tilmelde { $name }. Er det rigtigt?
confirm-submit = Ja, tilmeld os
confirm-not = Har du ikke bedt om det, så luk bare siden.
confirm-already-title = { $name } er allerede tilmeldt
confirm-already-text = I skal ikke gøre mere. Log ind for at se, hvor langt tilmeldingen er.
confirm-already-sign-in = Log ind

## Ret, kontaktpersoner, beslutning

edit-title = Ret oplysninger
edit-submit = Gem
edit-cancel = Fortryd

contacts-title = Kontaktpersoner
contacts-lead = Kontaktpersoner kan rette foreningens oplysninger, slå opgaver op og svare frivillige.
contacts-shown = Vises på siden
contacts-hidden = Vises ikke på siden
contacts-show = Vis på siden
contacts-hide = Skjul på siden
contacts-remove = Fjern
contacts-add-heading = Tilføj en kontaktperson
contacts-add-text = Personen får en mail med et link til at logge ind.
contacts-name = Navn
contacts-email = E-mail
contacts-role = Rolle
contacts-name-asks = Skriv personens navn
contacts-email-asks = Skriv personens e-mail
contacts-role-asks = Vælg personens rolle
contacts-public = Vis navn, telefon og e-mail på foreningens side
contacts-public-hint = Spørg personen først.
contacts-add = Tilføj
contacts-already = Personen er allerede kontaktperson her
contacts-flash-added = Personen er tilføjet og har fået en mail
contacts-flash-removed = Personen er ikke længere kontaktperson
contacts-flash-last = Foreningen skal have mindst én kontaktperson. Tilføj en anden først
contacts-flash-left = Du er ikke længere kontaktperson for foreningen
contacts-leave-title = Vil du ikke længere være kontaktperson for { $association }?
contacts-leave-lead = Du kan så ikke længere åbne foreningens opgaver og svare dens frivillige.
contacts-leave-submit = Ja, fjern mig
contacts-remove-title = Fjern { $name } som kontaktperson?
contacts-remove-lead = { $name } kan så ikke længere åbne foreningens opgaver og svare dens frivillige, og får en mail om det.
contacts-remove-submit = Ja, fjern
contacts-leave-next = Derefter svarer { $name } ({ $title }).
contacts-leave-own-number = Ingen af dem, der bliver, vises for alle. På foreningens side og opgaver står så foreningens eget nummer: { $phone }. Skal en af dem stå der, så vælg »Vis på siden« først.
contacts-leave-nobody-shown = Ingen af dem, der bliver, vises for alle. Vælg »Vis på siden« hos en af dem først, så frivillige kan ringe til jer.
contacts-leave-consequences = Det sker der med
contacts-leave-stay = Nej, ikke nu

decide-title = Godkend { $name }?
decide-since = Har ventet siden { $day }
decide-same = Ligner en, vi kender
decide-registrants = De, der har tilmeldt foreningen
decide-reason = Begrundelse, hvis du afviser
decide-reason-hint = Bliver sendt til foreningen. Skriv kort og venligt, hvad der mangler.
decide-approve = Godkend
decide-reject = Afvis
decide-not-waiting = Foreningen venter ikke på en afgørelse.

close-title = Luk { $name }?
close-text = Foreningen forsvinder fra registret, og dens kontaktpersoner kan ikke længere slå opgaver op. Alt, hvad der er sket, bliver gemt. Du kan godkende foreningen igen senere.
close-reason = Hvorfor lukker foreningen?
close-reason-hint = Bliver sendt til foreningens kontaktpersoner.
close-said-to-volunteers = Foreningen er lukket.
close-submit = Luk foreningen
close-consequences = Det hænger på foreningen
close-settled = Opgaverne bliver aflyst, når du lukker foreningen. Alle, der er med eller venter på svar, får en mail med det samme, og vagterne bliver aflyst.
close-cancel = Nej, behold den

## Mails

mail-confirm-subject = Bekræft tilmeldingen af { $association }
mail-confirm-text = Du har tilmeldt { $association } hos { $municipality }.
mail-confirm-link = Tryk her for at bekræfte. Linket virker i { $days } dage:
mail-confirm-then = Bagefter ser kommunen på tilmeldingen. Du får en mail, når det er sket.
mail-confirm-not-you = Har du ikke bedt om det, så slet bare mailen. Så sker der ikke mere.
mail-already-subject = { $association } er allerede tilmeldt
mail-already-text = Du har tilmeldt { $association } hos { $municipality } før, så I skal ikke gøre mere.
mail-already-link = Log ind for at se, hvor langt tilmeldingen er:
mail-confirm-why = Du får denne mail, fordi nogen skrev din e-mail, da de tilmeldte en forening.

mail-approved-subject = { $association } er godkendt
mail-approved-text = Velkommen! { $association } er nu med, og alle kan finde jer. I kan:
mail-approved-can-edit = rette, hvad der står om jer
mail-approved-can-post = slå opgaver op og finde frivillige
mail-approved-can-invite = tilføje flere kontaktpersoner
mail-approved-link = Log ind her. Skriv din e-mail, så får du et link:

mail-rejected-subject = { $association } er ikke godkendt
mail-rejected-text = Vi har set på tilmeldingen af { $association } og kan ikke godkende den, som den er nu. Begrundelsen er:
mail-rejected-next = Ring eller skriv til os, hvis vi har misforstået noget. Vi hjælper gerne.

mail-closed-subject = { $association } er lukket
mail-closed-text = { $association } står ikke længere i registret. Begrundelsen er:

mail-invited-subject = Du er kontaktperson for { $association }
mail-invited-text = { $by } har tilføjet dig som kontaktperson for { $association } hos { $municipality }. Du kan rette foreningens oplysninger, slå opgaver op og svare frivillige.
mail-invited-link = Log ind her. Linket virker i { $days } dage og kun én gang:
mail-invited-not-you = Er det en fejl, så skriv til foreningen, eller ring til os, så fjerner vi dig.
mail-association-why = Du får denne mail, fordi du er kontaktperson for { $association }.

mail-no-longer-subject = Du er ikke længere kontaktperson for { $association }
mail-no-longer-text = Du er ikke længere kontaktperson for { $association } hos { $municipality }.
mail-no-longer-others = De andre kontaktpersoner svarer nu de frivillige.
mail-no-longer-wrong = Er det forkert, så skriv til foreningen, eller ring til os.
mail-no-longer-why = Du får denne mail, fordi du har været kontaktperson for { $association }.

## Foreningerne som liste, for dem der arbejder her

association-list-title = Foreninger
association-list-lead = Foreninger og andre, der organiserer frivillige. Excel-filen har adresserne med, så den kan bruges til etiketter og breve.
association-list-count = { $count ->
    [one] 1 forening
   *[other] { $count } foreninger
}
association-list-search = Navn eller by
association-list-name = Forening
association-list-theme = Tema
association-list-all-themes = Alle temaer
association-list-city = By
association-list-phone = Telefon
association-list-state = Tilstand
association-list-all-states = Alle
association-list-since = Siden
association-list-kind = Form
association-list-cvr = CVR
association-list-email = E-mail
association-list-address = Adresse
association-list-postcode = Postnummer
association-list-none = Ingen foreninger endnu
association-list-none-text = Foreninger tilmelder sig selv, eller du henter dem fra et regneark under Import.
destinations-units = Steder
show-new-draft = Skriv en opgave som kladde
association-first-step-contact = Vis en kontaktperson på foreningens side og på jeres opgaver
