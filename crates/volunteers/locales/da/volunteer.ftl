# Den frivillige: konto, Min side, CV, samtykke, CV-banken og det, vi ved om dig.

## Bliv frivillig

volunteer-join-lead = Lav et CV på tre minutter. Så viser vi dig de opgaver, der passer til dig.
volunteer-join-gets = Det får du
volunteer-join-gets-suggestions = Opgaver, der passer til dig – og vi siger hvorfor
volunteer-join-gets-overview = Ét sted med dine aftaler, vagter og timer
volunteer-join-gets-proof = Et frivilligbevis, når du har hjulpet
volunteer-join-gets-control = Du bestemmer selv, hvem der ser hvad. Du kan slette det hele med ét tryk.
volunteer-join-name = Dit navn
volunteer-join-email = Din e-mail
volunteer-join-email-hint = Vi sender dig et link. Du skal ikke finde på en adgangskode.
volunteer-join-name-only = Skriv kun dit navn her
volunteer-join-send = Send mig et link
volunteer-join-privacy = Vi bruger kun din e-mail til at skrive til dig om det, du selv er med i.
volunteer-join-privacy-link = Læs om privatliv
volunteer-join-rather = Du kan også bare finde en opgave og vise interesse. Det kræver ingen konto.
volunteer-join-rather-link = Find opgaver
volunteer-join-call = Vil du hellere tale med nogen? Ring til os på
volunteer-join-sent-title = Se i din indbakke
volunteer-join-sent-text = Vi har sendt et link til { $email }. Tryk på det, så er du i gang.
volunteer-join-sent-help = Linket virker i to døgn. Kommer der ingen mail, så se i mappen med uønsket post.
volunteer-join-link-title = Så er du næsten i gang
volunteer-join-link-text = Tryk på knappen, så er du logget ind og kan lave dit CV.
volunteer-join-link-submit = Kom i gang
volunteer-join-gone-title = Linket virker ikke længere
volunteer-join-gone-text = Linket er brugt eller mere end to døgn gammelt. Få et nyt på et øjeblik.
volunteer-join-gone-action = Få et nyt link
volunteer-join-thanks-heading = Lav et CV på tre minutter
volunteer-join-thanks-text = Så kan vi vise dig andre opgaver, der passer til dig.
volunteer-join-back = Til forsiden

volunteer-mail-greeting = Hej { $name }
volunteer-mail-join-subject = Kom i gang som frivillig
volunteer-mail-join-text = Dejligt, at du vil være frivillig i { $municipality }.
volunteer-mail-join-link = Tryk på linket, så er du i gang. Det virker i to døgn:
volunteer-mail-join-not-you = Var det ikke dig, så slet bare mailen. Der er ikke lavet nogen konto.
volunteer-mail-join-why = Du får denne mail, fordi nogen skrev din e-mail på vores side.
volunteer-mail-consent-subject = Vil du stadig gerne kunne findes?
volunteer-mail-consent-text = Din tilladelse til, at vores kontaktpersoner må se dit CV, løber ud { $day }.
volunteer-mail-consent-link = Vil du blive ved med at kunne findes, så forny den med ét tryk:
volunteer-mail-consent-otherwise = Vil du ikke, behøver du ikke gøre noget. Så kan ingen se dit CV fra den dag. Dine aftaler fortsætter.
volunteer-mail-consent-why = Du får denne mail, fordi du har sagt ja til, at dit CV må ses.
volunteer-mail-cv-subject = Passer dit CV stadig?
volunteer-mail-cv-text = Du har ikke rettet dit CV i et år. Om en måned sletter vi det.
volunteer-mail-cv-link = Passer det stadig, så sig til med ét tryk:
volunteer-mail-cv-otherwise = Gør du ikke noget, sletter vi kun CV'et. Dine aftaler fortsætter.
volunteer-mail-cv-why = Du får denne mail, fordi du har et CV hos os.

## Min side

volunteer-home-title = Min side
volunteer-home-hello = Hej { $name }
volunteer-home-lead-empty = Her samler vi alt, du er med i. Begynd, hvor du har lyst.
volunteer-home-lead = Her er alt, du er med i.
volunteer-home-by = Senest { $day }
volunteer-home-waiting = Det venter på dig
volunteer-home-begin = Tre måder at begynde på
volunteer-home-begin-cv = Lav dit CV
volunteer-home-begin-cv-text = Tre minutter. Så finder vi opgaver, der passer til dig.
volunteer-home-begin-find = Find en opgave
volunteer-home-begin-find-text = Se, hvad der er brug for tæt på dig.
volunteer-home-begin-call = Ring til et menneske
volunteer-home-begin-call-text = Fortæl, hvad du har lyst til, så hjælper vi dig på vej.
volunteer-home-more = Mere
volunteer-home-groups = Familie og grupper
volunteer-home-groups-text = Kom flere sammen
volunteer-home-pupil = Projekt frivillig
volunteer-home-pupil-text = For dig, der går i skole
volunteer-home-data = Det ved vi om dig
volunteer-home-data-text = Se, hent eller slet det
volunteer-home-profile = Min profil
volunteer-home-profile-text = Navn, telefon og mails
volunteer-home-overview = Mit overblik
volunteer-home-overview-text = Det, der venter på dig i din rolle


volunteer-cv-panel = Mit CV
volunteer-cv-panel-none = Du har ikke noget CV endnu.
volunteer-cv-panel-none-text = Det tager tre minutter. Kun du kan se det, indtil du selv siger noget andet.
volunteer-cv-panel-make = Lav mit CV
volunteer-cv-panel-hidden = Kun dig
volunteer-cv-panel-hidden-text = Du får forslag til opgaver. Ingen andre kan se dit CV.
volunteer-cv-panel-share = Lad andre finde mig
volunteer-cv-panel-visible = Kan findes
volunteer-cv-panel-visible-text = Kontaktpersoner kan finde dig som Frivillig { $pseudonym } til og med { $day }. De ser ikke dit navn.
volunteer-cv-panel-paused = Holder pause
volunteer-cv-panel-paused-text = Ingen kan finde dig før { $day }.
volunteer-cv-panel-ended = Kan ikke findes længere
volunteer-cv-panel-ended-text = Din tilladelse løb ud { $day }. Forny den, hvis du stadig gerne vil findes.
volunteer-cv-panel-edit = Ret mit CV
volunteer-cv-panel-sharing = Hvem ser hvad
volunteer-cv-panel-unfinished = Tre krydser er nok: noget, du har lyst til eller kan, og en tid, der passer. Så kan vi finde opgaver til dig.

volunteer-work-consent = Forny din tilladelse til at kunne findes
volunteer-work-consent-detail = Den løber ud { $day }
volunteer-work-cv = Gør dit CV færdigt
volunteer-work-cv-detail = Skriv, hvad du kan lide eller kan, og hvornår du har tid

## CV'et

volunteer-cv-title = Mit CV
volunteer-cv-lead = Tre krydser er nok: noget, du har lyst til, noget, du kan, og en tid. Resten kan du springe over og rette senere.
volunteer-cv-only-you = Ingen andre ser det, medmindre du siger ja på næste side.
volunteer-cv-when = Hvornår har du tid?
volunteer-cv-when-hint = Sæt kryds i de tider, der som regel passer.
volunteer-cv-day = Dag
volunteer-part-morning = Formiddag
volunteer-part-morning-hours = 8–12
volunteer-part-afternoon = Eftermiddag
volunteer-part-afternoon-hours = 12–17
volunteer-part-evening = Aften
volunteer-part-evening-hours = 17–22
volunteer-part-night = Nat
volunteer-part-night-hours = 22–8
volunteer-cv-rhythm = Én gang eller fast?
volunteer-rhythm-once = En gang imellem
volunteer-rhythm-regular = Fast
volunteer-rhythm-either = Begge dele
volunteer-cv-hours = Hvor mange timer om ugen, højst?
volunteer-cv-hours-hint = For eksempel 2 eller 1,5
volunteer-cv-hours-wrong = Skriv et tal mellem 0,5 og 40, for eksempel 2 eller 1,5
volunteer-cv-likes = Hvad har du lyst til?
volunteer-cv-topics = Det vil jeg gerne være med til
volunteer-cv-target-groups = Jeg vil gerne være sammen med
volunteer-cv-can = Hvad kan du?
volunteer-cv-can-hint = Det behøver ikke være dit arbejde. Åbn det, der ligner dig.
volunteer-cv-licence = Jeg har kørekort
volunteer-cv-languages = Jeg kan klare mig på
volunteer-cv-where = Hvor?
volunteer-cv-postcode = Postnummer
volunteer-cv-postcode-unknown = Vi kender ikke det postnummer. Skriv et her i kommunen eller tæt på, eller lad feltet være tomt
volunteer-cv-reach = Hvor langt vil du komme?
volunteer-cv-reach-any = Hele kommunen
volunteer-cv-reach-km = Højst { $km } km
volunteer-cv-transport = Hvordan kommer du rundt?
volunteer-cv-transport-any = Det er lige meget
volunteer-transport-walk = Til fods
volunteer-transport-bicycle = På cykel
volunteer-transport-public = Med bus eller tog
volunteer-transport-car = I bil
volunteer-cv-from-home = Jeg vil også gerne hjælpe hjemmefra
volunteer-cv-more = Lidt mere om dig
volunteer-cv-more-open = Selskab, alder, og hvad du helst vil slippe for
volunteer-cv-company = Alene eller sammen med andre?
volunteer-company-alone = Helst alene
volunteer-company-group = Helst sammen med andre
volunteer-company-either = Begge dele
volunteer-cv-not-topics = Det vil jeg helst ikke
volunteer-cv-not-target-groups = Jeg vil helst ikke være sammen med
volunteer-cv-not-hint = Så foreslår vi det ikke. Du skylder ingen en grund.
volunteer-cv-not-clash = { $name } står både under det, du har lyst til, og det, du helst vil slippe for. Vælg ét af stederne
volunteer-cv-age = Hvor gammel er du?
volunteer-cv-age-hint = Nogle opgaver er kun for voksne. Ingen andre får det at se. Vil du hjælpe med en opgave, du er for ung til, får de, der svarer, kun det at vide.
volunteer-cv-age-adult = 18 år eller mere
volunteer-cv-age-young = Under 18 år
volunteer-cv-age-unsaid = Det siger jeg ikke
volunteer-cv-born = Hvornår er du født?
volunteer-cv-born-hint = Kun hvis du er under 18 år
volunteer-cv-born-missing = Skriv din fødselsdag, så vi ved, hvornår du fylder år. Eller vælg, at du ikke vil sige din alder
volunteer-cv-born-wrong = Den dag kan ikke passe. Skriv den dag, du er født
volunteer-cv-since = Frivillig siden hvilket år?
volunteer-cv-about = Et par ord om dig
volunteer-cv-about-hint = Skriv ikke om helbred, tro, politik eller andre menneskers forhold, og ikke dit CPR-nummer.
volunteer-cv-save = Gem mit CV
volunteer-cv-cancel = Ikke nu
volunteer-cv-saved = Dit CV er gemt
volunteer-cv-saved-unfinished = Dit CV er gemt. Sæt også kryds ved noget, du har lyst til eller kan, og en tid, så finder vi opgaver til dig
volunteer-cv-delete = Slet mit CV
volunteer-cv-delete-title = Vil du slette dit CV?
volunteer-cv-delete-text = Så får du ingen forslag længere, og ingen kan finde dig. Dine aftaler og vagter fortsætter.
volunteer-cv-delete-submit = Ja, slet mit CV
volunteer-cv-delete-stay = Nej, behold det
volunteer-cv-deleted = Dit CV er slettet
volunteer-cv-kept = Tak. Dit CV står som før.
volunteer-cv-keep-title = Passer dit CV stadig?
volunteer-cv-keep-text = Du rettede det sidst { $day }.
volunteer-cv-keep-submit = Ja, det passer

## Samtykke

volunteer-consent-title = Hvem må se dit CV?
volunteer-consent-lead = Vælg, om vores kontaktpersoner må finde dig, når de mangler en frivillig. Det er helt frivilligt.
volunteer-consent-hidden = Ingen kan se dit CV nu
volunteer-consent-visible = Du kan findes til og med { $day }
volunteer-consent-ended = Din tilladelse løb ud { $day }
volunteer-consent-fields = Det må de se
volunteer-consent-fields-hint = Sæt kun kryds ved det, du vil vise. Intet er valgt på forhånd.
volunteer-consent-empty = Ikke udfyldt
volunteer-consent-nothing-chosen = Sæt mindst ét kryds, hvis du gerne vil findes
volunteer-consent-too-young = Du skal være fyldt 15 år for at kunne findes. Du kan stadig bruge dit CV til at finde opgaver
volunteer-consent-show = Vis, hvordan det ser ud
volunteer-consent-give = Ja, jeg vil gerne kunne findes
volunteer-consent-change = Gem mine valg
volunteer-consent-text-heading = Det siger du ja til
volunteer-consent-version = Tekst nr. { $version }
volunteer-consent-preview = Sådan ser en kontaktperson dig
volunteer-consent-preview-nothing = Lige nu ser de ingenting.
volunteer-consent-preview-never = De ser aldrig dit navn, din e-mail eller dit telefonnummer, før du selv svarer ja til en invitation.
volunteer-consent-withdraw-heading = Fortryd
volunteer-consent-consequences = Det hænger på din tilladelse
volunteer-consent-withdraw-text = Så kan ingen se dit CV længere. Det sker med det samme.
volunteer-consent-withdraw = Nej, skjul mit CV
volunteer-consent-renew-heading = Forny
volunteer-consent-renew-text = Det gælder det samme som før, et år fra i dag.
volunteer-consent-renew = Forny i et år
volunteer-consent-pause-heading = Hold pause
volunteer-consent-pause-text = Ingen kan finde eller invitere dig før den dag. Bagefter er alt som før.
volunteer-consent-pause-until = Pause til og med
volunteer-consent-pause = Hold pause
volunteer-consent-pause-end = Slut pausen nu
volunteer-consent-pause-wrong = Vælg en dag mellem i dag og om et år
volunteer-consent-given = Nu kan du findes. Du kan fortryde når som helst.
volunteer-consent-withdrawn = Nu kan ingen se dit CV
volunteer-consent-renewed = Din tilladelse er fornyet
volunteer-consent-paused = Du holder pause
volunteer-consent-unpaused = Pausen er slut
volunteer-consent-later = Ikke nu
volunteer-consent-looked = Hver gang nogen ser dit CV, kan du se det under »Det ved vi om dig«.
volunteer-consent-first-cv = Lav først et CV. Så kan du vælge, hvem der må se det.

volunteer-field-interests = Hvad jeg har lyst til
volunteer-field-competences = Hvad jeg kan
volunteer-field-times = Hvornår jeg har tid
volunteer-field-area = Hvor jeg kan hjælpe
volunteer-field-languages = Sprog
volunteer-field-company = Alene eller sammen med andre
volunteer-field-experience = Frivillig siden
volunteer-field-about = Mine egne ord

## Et kort

volunteer-card-title = Frivillig { $pseudonym }
volunteer-card-likes = Har lyst til
volunteer-card-rather-not = Helst ikke
volunteer-card-can = Kan
volunteer-card-times = Har tid
volunteer-card-times-any = Når som helst
volunteer-card-hours = Højst { $hours } om ugen
volunteer-hour = 1 time
volunteer-hours = { $hours } timer
volunteer-card-area = Bor
volunteer-card-area-reach = højst { $km } km
volunteer-card-area-home = også hjemmefra
volunteer-card-only-home = Hjemmefra
volunteer-card-anywhere = hele kommunen
volunteer-card-languages = Sprog
volunteer-card-company-either = Alene eller sammen med andre
volunteer-card-company = Selskab
volunteer-card-experience = Frivillig siden
volunteer-card-about = Egne ord
volunteer-card-licence = Kørekort
volunteer-card-nothing = Viser ikke mere endnu

## CV-banken

volunteer-bank-title = CV-banken
volunteer-bank-lead = Frivillige, der gerne vil findes. De kan se, hvem der har kigget. Navn og e-mail får du, når de siger ja.
volunteer-bank-for = Du søger til { $title }
volunteer-bank-search = Søg i CV-banken
volunteer-bank-words = Hvad skal de kunne eller have lyst til?
volunteer-bank-words-example = fx musik, have eller lektier
volunteer-bank-competence = Kan
volunteer-bank-topic = Har lyst til
volunteer-bank-target-group = Gerne sammen med
volunteer-bank-weekday = Dag
volunteer-bank-part = Tid på dagen
volunteer-bank-language = Sprog
volunteer-bank-postcode = Postnummer
volunteer-bank-any = Alle
volunteer-bank-submit = Find frivillige
volunteer-bank-clear = Ryd alle valg
volunteer-bank-count = { $count ->
    [0] Ingen frivillige
    [one] Én frivillig
   *[other] { $count } frivillige
}
volunteer-bank-order = Rækkefølgen er tilfældig og skifter hver dag. Ingen er sat før andre.
volunteer-bank-none = Ingen passer til det hele
volunteer-bank-none-text = Tag et valg væk, eller læg opgaven op i opgavebanken, så frivillige selv kan finde den.
volunteer-bank-empty = Ingen kan findes endnu
volunteer-bank-empty-text = Når frivillige siger ja til at kunne findes, ser du dem her.
volunteer-bank-choose-task = Vælg den opgave, du søger til
volunteer-bank-choose-task-text = En forening kan søge i CV-banken, når den har en åben opgave.
volunteer-bank-no-task = I har ingen åben opgave
volunteer-bank-no-task-text = Læg en opgave op først. Så kan I søge efter frivillige til den.
volunteer-bank-post-task = Læg en opgave op
volunteer-bank-card-gone = Dette CV kan ikke ses
volunteer-bank-card-gone-text = Den frivillige har måske skjult det eller holder pause.
volunteer-bank-invite = Inviter til en opgave
volunteer-bank-invite-text = Den frivillige kan sige ja eller nej og skylder ingen en grund. Først ved et ja ser du navn og e-mail.
volunteer-bank-invite-this = Inviter til { $title }
volunteer-bank-invite-none = Du har ingen åbne opgaver at invitere til.
volunteer-bank-logged = Den frivillige kan se, at du har åbnet kortet, og hvor du arbejder. Ikke dit navn.
volunteer-bank-back = Til CV-banken

## Det ved vi om dig

volunteer-data-title = Det ved vi om dig
volunteer-data-lead = Alt, hvad der er gemt om dig hos { $municipality }.
volunteer-data-download = Hent som fil (JSON)
volunteer-data-download-hint = Til dig, der vil bruge det i et andet program.
volunteer-data-schema = Hvad felterne betyder (JSON Schema)
volunteer-data-printed = Skrevet { $day }
volunteer-data-looks = Hvem har set dit CV?
volunteer-data-looks-none = Ingen har set dit CV.
volunteer-data-looks-when = Hvornår
volunteer-data-looks-who = Hvem
volunteer-data-looks-what = Hvad
volunteer-data-looks-task = Til opgaven
volunteer-data-looks-kept = Vi gemmer det i et år.
volunteer-look-counted = Talte dig med i et antal
volunteer-look-listed = Så dig på en liste
volunteer-look-opened = Åbnede dit kort
volunteer-look-contact = Inviterede dig
volunteer-data-delete-heading = Slet
volunteer-data-delete-text = Du kan slette dit CV eller alt, hvad vi ved om dig.
volunteer-data-delete-cv = Slet mit CV
volunteer-data-delete-all = Slet min konto og alt om mig
volunteer-data-wrong = Er noget forkert, så ret det under Min profil eller Mit CV. Eller ring til os.
volunteer-data-privacy = Læs om privatliv

volunteer-known-account = Din konto
volunteer-known-name = Navn
volunteer-known-email = E-mail
volunteer-known-phone = Telefon
volunteer-known-locale = Sprog
volunteer-known-mail-choice = Nyt på mail
volunteer-known-since = Oprettet
volunteer-known-seen = Sidst logget ind
volunteer-known-cv = Dit CV
volunteer-known-pseudonym = Kaldes
volunteer-known-likes-topics = Har lyst til
volunteer-known-likes-groups = Gerne sammen med
volunteer-known-not-topics = Helst ikke
volunteer-known-not-groups = Helst ikke sammen med
volunteer-known-rhythm = En gang imellem eller fast
volunteer-known-minutes = Højst om ugen
volunteer-known-reach = Kommer højst
volunteer-known-transport = Kommer rundt
volunteer-known-from-home = Hjemmefra
volunteer-known-age = Alder
volunteer-known-age-adult = 18 år eller mere
volunteer-known-paused = Pause til
volunteer-known-updated = Sidst rettet
volunteer-known-yes = ja
volunteer-known-no = nej
volunteer-known-consents = Dine tilladelser
volunteer-known-consent-given = Givet
volunteer-known-consent-until = Gælder til og med
volunteer-known-consent-withdrawn = Trukket tilbage eller afløst
volunteer-known-consent-fields = Gælder
volunteer-known-consent-version = Tekst nr.
volunteer-known-groups = Familie og grupper
volunteer-known-looks = Hvem har set dit CV
volunteer-known-pupil = Projekt frivillig
volunteer-known-notices = Nyt til dig
volunteer-known-interests = Det har du vist interesse for
volunteer-known-task = Opgave
volunteer-known-state = Status
volunteer-known-message = Din besked
volunteer-known-persons = Antal personer
volunteer-known-created = Skrevet

## Familie og grupper

volunteer-groups-title = Familie og grupper
volunteer-groups-lead = Kommer I flere sammen? Så vælger du bare gruppen, når du viser interesse for en opgave.
volunteer-groups-none = Ingen grupper endnu
volunteer-groups-name = Hvad skal gruppen hedde?
volunteer-groups-name-hint = For eksempel »Familien« eller »3.b«. Skriv ikke de andres navne.
volunteer-groups-kind = Hvad er I?
volunteer-group-family = En familie
volunteer-group-friends = Venner
volunteer-group-class = En klasse
volunteer-group-company = Kolleger
volunteer-groups-persons = Hvor mange er I, med dig?
volunteer-groups-youngest = Hvor gammel er den yngste?
volunteer-groups-youngest-hint = Nogle opgaver har en mindstealder.
volunteer-groups-add = Tilføj gruppe
volunteer-groups-add-heading = Ny gruppe
volunteer-groups-remove = Fjern
volunteer-groups-line = { $persons } personer
volunteer-groups-line-youngest = { $persons } personer, den yngste er { $years } år
volunteer-groups-saved = Gruppen er gemt
volunteer-groups-removed = Gruppen er fjernet
volunteer-groups-most = Du kan højst have ti grupper. Fjern en først
volunteer-groups-come-with = Jeg kommer
volunteer-groups-alone = Alene, eller skriv antallet herunder
volunteer-groups-choice = Med { $name } ({ $persons } personer)
volunteer-groups-too-young = Den yngste i gruppen er { $years } år, og opgaven er for dem, der er mindst { $age } år

## Projekt frivillig

volunteer-pupil-title = Projekt frivillig
volunteer-pupil-lead = Går du i skole, kan du samle timer til et bevis. Skriv, hvor mange timer din skole vil have.
volunteer-pupil-school = Skole
volunteer-pupil-hours = Hvor mange timer?
volunteer-pupil-hours-hint = De fleste skoler siger 20
volunteer-pupil-begins = Fra
volunteer-pupil-ends = Til og med
volunteer-pupil-ends-wrong = Slutdagen skal ligge efter den første dag
volunteer-pupil-save = Gem
volunteer-pupil-remove = Fjern projektet
volunteer-pupil-saved = Dit projekt er gemt
volunteer-pupil-removed = Projektet er fjernet
volunteer-pupil-progress = { $done } af { $wanted } timer
volunteer-pupil-progress-until = { $school }, til og med { $day }
volunteer-pupil-reached = Du har nået timerne. Hent dit bevis under Mine beviser.
volunteer-pupil-counts = Timer tæller med, når de er skrevet ned på din aftale.

## Opbevaring

volunteer-retention-cv = Frivilliges CV
volunteer-retention-cv-purpose = At finde opgaver, der passer, og at kunne findes
volunteer-retention-cv-kept = { $kept } måneder efter sidste ændring. Efter { $told } måneder spørger vi, om det stadig passer.
volunteer-retention-looks = Hvem der har set et CV
volunteer-retention-looks-purpose = At den frivillige kan se det
volunteer-retention-months = { $months } måneder
volunteer-retention-sign-ups = Tilmeldinger, som ingen har bekræftet
volunteer-retention-sign-ups-purpose = At den frivillige kan nå at bruge linket

volunteer-shortcut-cv-bank = CV-banken

## Siden om en person, og når to registreringer bliver til én

volunteer-about = CV
volunteer-about-cv = Har et CV
volunteer-about-kept-up = Sidst rettet { $day }. Hvad der står i det, ser du i CV-banken, hvis personen deler det.
alike-name-and-postcode = Samme navn og postnummer
merge-cv = CV
merge-cv-twice = Begge har et CV.
merge-cv-twice-outcome = Vi beholder det, der sidst blev rettet ({ $day }), og den tilladelse, der hører til. Det andet sletter vi.
merge-groups = { $count ->
    [one] 1 gruppe
   *[other] { $count } grupper
}
merge-project = Projekt frivillig
merge-project-twice = Begge er i gang med »Projekt frivillig«.
merge-project-twice-outcome = Forløbet hos den, der bliver, fortsætter.

# Overskrifter på Mit overblik
worklist-kind-volunteer-consent = Dit CV kan findes
worklist-kind-volunteer-cv = Dit CV

# Hvorfor en importeret række bliver stående, når importen bliver fortrudt
import-undo-person-volunteers = Er selv frivillig eller har set på frivilliges CV.
import-undo-task-was-sought-for = Nogen har søgt efter frivillige til den.
volunteer-bank-workbook = Hent dem, der passer, som Excel
volunteer-bank-who = Frivillig
volunteer-bank-licence = Har kørekort
