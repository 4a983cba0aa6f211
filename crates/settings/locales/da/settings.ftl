# Opsætning.

settings-title = Opsætning
settings-lead = Her bestemmer kommunen selv, hvad siden hedder, hvordan den ser ud, og hvilke regler der gælder. Når du gemmer, bliver alt gemt, som du har ændret på siden.
settings-save = Gem ændringerne
settings-sections = Afsnit
settings-saved = Ændringerne er gemt
settings-unchanged = Du har ikke ændret noget
settings-to-failed = Det, der ikke lykkedes
settings-to-retention = Hvor længe vi gemmer oplysninger

settings-overtaken-heading = Opsætningen er ændret imens
settings-overtaken = Opsætningen blev ændret, mens du skrev. Vi har ikke gemt det, du skrev.
settings-overtaken-by = { $who } ændrede opsætningen { $when }, mens du skrev. Vi har ikke gemt det, du skrev.
settings-overtaken-next = Dine svar står stadig i felterne. Under hvert felt, der er anderledes, kan du se, hvad der står nu. Ret det, du vil, og gem igen.
settings-now = Nu står der: »{ $value }«
settings-now-empty = Nu er feltet tomt.
settings-now-on = Nu er der sat flueben.
settings-now-off = Nu er der ikke sat flueben.

settings-name-heading = Navn og velkomst
settings-name-text = Det, alle ser øverst på siden og på forsiden.
settings-name = Kommunens navn
settings-name-hint = Står øverst på alle sider og under alle mails.
settings-tagline = Sidens navn
settings-tagline-hint = For eksempel »Frivillig i Fjordlund«.
settings-tagline-en = Sidens navn på engelsk
settings-slogan = Slogan
settings-slogan-hint = En linje øverst på forsiden, der inviterer.
settings-slogan-en = Slogan på engelsk
settings-welcome = Velkomst
settings-welcome-hint = Et par sætninger på forsiden med jeres egne ord, mellem søgningen og opgaverne.
settings-welcome-en = Velkomst på engelsk

settings-contact-heading = Kontakt
settings-contact-text = Så kan borgere få fat i kommunen. Telefonnummeret står øverst på alle sider.
settings-phone = Telefon
settings-email = E-mail
settings-address = Adresse
settings-opening-hours = Åbningstider
settings-opening-hours-en = Åbningstider på engelsk

settings-statement-heading = Tilgængelighedserklæring
settings-statement-text = Loven kræver, at siden har en tilgængelighedserklæring, og at I gennemgår den mindst en gang om året. I laver den i WAS-Tool hos Digitaliseringsstyrelsen.
settings-statement = Adressen på erklæringen
settings-statement-hint = Den begynder med https://was.digst.dk/. Indtil den er der, viser vi vores egen side om tilgængelighed.
settings-statement-error = Adressen skal begynde med https://was.digst.dk/ og slutte med sidens navn

settings-colours-heading = Farver
settings-colours-text = Skriv farverne, som de står i jeres designguide: et # og seks tegn, for eksempel #0b5563.
settings-colour = Kommunens farve
settings-colour-hint = Knapper, links og linjen øverst.
settings-colour-dark = Mørk udgave
settings-colour-dark-hint = Når man peger på en knap.
settings-on-colour = Tekst på farven
settings-on-colour-hint = Som regel hvid: #ffffff.
settings-colour-error = Skriv farven som # og seks tegn, 0-9 og a-f, for eksempel #0b5563
settings-contrast-good = Kontrasten er { $ratio }. Teksten kan læses af alle.
settings-contrast-error = Kontrasten er kun { $ratio }. Den skal være mindst 4,5:1, så mennesker, der ser dårligt, også kan læse teksten. Vælg en mørkere farve.
settings-sample-colour = Knap
settings-sample-dark = Knap, man peger på

settings-rules-heading = Regler for opgavebanken
settings-rules-text = En ny regel gælder fra nu af. Løfter, der er givet, bliver stående.
settings-promise-days = Svarfrist i hverdage
settings-promise-days-hint = Fra 1 til 20. Fristen lover vi den, der viser interesse. Et tomt felt betyder 3.
settings-unit-approval = Kommunens egne opgaver skal godkendes
settings-unit-approval-hint = Områdets nøgleperson ser opgaven, før den bliver offentliggjort.
settings-association-approval = En forenings første opgave skal godkendes
settings-association-approval-hint = Kommunen ser den første opgave. De næste bliver offentliggjort med det samme.
settings-lifetime = Antal dage, en opgave uden slutdato er åben
settings-lifetime-hint = Fra 14 til 730. Kontaktpersonen får besked, før opgaven udløber. Et tomt felt betyder 180.
settings-ask = Antal dage, før vi spørger, om opgaven stadig er aktuel
settings-ask-hint = Fra 7 til 365. Et tomt felt betyder 60.
settings-closing-days = Kommunens lukkedage ud over helligdagene
settings-closing-days-hint = En linje til hver, for eksempel 24-12 Juleaften eller 12-10-2026 til 16-10-2026 Efterårsferie. Et tomt felt betyder juleaften, nytårsaften og grundlovsdag. Opgaver og vagter, der kommer igen, holder fri, hvis stedet ikke siger andet.
settings-closing-days-error = Vi kan ikke læse »{ $line }«. Skriv dagen først, for eksempel 24-12 eller 12-10-2026 til 16-10-2026
settings-ask-error = Vi skal spørge, før opgaven udløber efter { $days } dage

settings-volunteers-heading = Regler for frivillige
settings-volunteers-text = Ingen skal føle sig presset. En ny regel gælder fra nu af.
settings-invitation-budget = Højeste antal invitationer til en frivillig på en uge
settings-invitation-budget-hint = Fra 1 til 20, fra alle steder tilsammen. Et tomt felt betyder 3.
settings-invitation-cooldown = Dage, før samme sted må invitere samme frivillig igen
settings-invitation-cooldown-hint = Fra 1 til 180. Et tomt felt betyder 14.
settings-talk = Dage fra første gang til en snak om, hvordan det går
settings-talk-hint = Fra 7 til 365. Dagen kan flyttes i hver aftale. Et tomt felt betyder 42.
settings-engagement-retention = Dage, en aftale med en frivillig bliver gemt, efter at den er slut
settings-engagement-retention-hint = Fra 30 til 1.825. Et tomt felt betyder 365.
settings-agreement = Teksten i frivilligaftaler
settings-agreement-hint = Et tomt felt betyder platformens egen tekst. En linje med ## foran er en overskrift, en med - foran er et punkt. I krøllede parenteser kan stå: volunteer (den frivilliges navn), task (opgaven), place (stedet), when (hvornår), where (hvor), contact (hvem der kan spørges) og insurance (forsikringen). Hver for sig på en linje: does (det, den frivillige gør), staff (det, personalet gør), volunteers (det, frivillige gør), grey (det, I aftaler fra gang til gang) og requirements (kravene).
settings-agreement-unknown = Vi kender ikke { $name }. Skriv et af disse: { $known }
settings-agreement-alone = Skriv { $name } på en linje for sig. Resten af linjen kommer ikke med.
settings-agreement-en = Teksten i frivilligaftaler på engelsk

settings-requirements-heading = Krav og erklæringer
settings-requirements-text = Loven siger, hvornår en børneattest skal hentes. Den siger ikke, hvornår den skal hentes igen. Det bestemmer I her.
settings-gates = Foreningens årlige erklæring om børneattester
settings-gates-hint = Hvilke af foreningers opgaver skal vente, til erklæringen er afgivet?
settings-gates-nothing = Ingen opgaver venter
settings-gates-children = Opgaver for børn og familier venter
settings-gates-all = Alle foreningers opgaver venter
settings-choice-error = Vælg en af mulighederne
settings-certificate = Måneder, før vi anbefaler en ny børneattest
settings-certificate-hint = Fra 12 til 36. Et tomt felt betyder 24.
settings-course = Måneder, et kursus gælder
settings-course-hint = Fra 0 til 120. 0 betyder, at det gælder altid. Et tomt felt betyder 36.
settings-driving-licence = Måneder, før kørekortet skal vises igen
settings-driving-licence-hint = Fra 0 til 120. 0 betyder aldrig. Et tomt felt betyder 24.
settings-refused = Dage, vi husker, at en opgave ikke kunne gives
settings-refused-hint = Fra 30 til 365. Et tomt felt betyder 182.

settings-words-heading = Kommunens egne ord
settings-words-text = Det, I kalder de stillinger, der findes i alle kommuner. Et tomt felt betyder vores eget ord.
settings-words-show = Vis og ret ordene
settings-word-changed = Ordet for { $concept }
settings-word-in-danish = På dansk
settings-word-in-english = På engelsk

settings-hosts-heading = Adresser
settings-hosts-text = De internetadresser, hvor siden kan findes. Hver adresse hører til én kommune.
settings-host-every = Alle adresser, som ingen anden kommune har
settings-hosts-whose = Adresserne hører til installationen. Skal én tilføjes eller fjernes, så bed dem, der driver den: de gør det med kommandoen samskab host.

settings-history-heading = Historik
settings-history-text = Hvem der ændrede hvad, og hvornår. Vi gemmer ikke, hvad der stod før.
settings-history-none = Ingen har ændret opsætningen endnu.
settings-history-nobody = En, der ikke har en konto længere

