# Teksterne til katalogerne i catalogue/*.toml, med nøglen fra dem.

## Målgrupper

target-group-everyone = Alle
target-group-older-people = Ældre
target-group-lonely-people = Mennesker, der savner selskab
target-group-children = Børn
target-group-young-people = Unge
target-group-families = Familier
target-group-people-with-dementia = Mennesker med demens
target-group-people-with-disabilities = Mennesker med handicap
target-group-people-with-illness = Mennesker med sygdom
target-group-people-with-mental-vulnerability = Mennesker med psykisk sårbarhed
target-group-homeless-people = Mennesker uden hjem
target-group-crisis-affected = Kvinder og børn i krise
target-group-bereaved = Mennesker i sorg
target-group-relatives = Pårørende
target-group-newcomers = Nye borgere
target-group-jobseekers = Jobsøgende

## Overskrifter i CV’et

competence-group-people = Sammen med mennesker
competence-group-learning = Lære fra sig
competence-group-hands = Med hænderne
competence-group-active = Krop, natur og dyr
competence-group-creative = Kultur og det kreative
competence-group-organising = Holde sammen på det

## Hvad man kan (FX-21)

competence-listening = At lytte og snakke
competence-accompanying = At følge og støtte
competence-hosting = At være vært
competence-telephone = At tale i telefon
competence-children = At være sammen med børn
competence-young-people = At være sammen med unge
competence-mentoring = At være mentor
competence-reading-aloud = At læse højt
competence-teaching = At lære fra sig
competence-homework-help = Lektiehjælp
competence-danish-teaching = At øve dansk med andre
competence-interpreting = At hjælpe på et andet sprog
competence-it-help = It-hjælp
competence-cooking = Mad og bagning
competence-gardening = Have og planter
competence-repairs = At reparere ting
competence-woodwork = Træ og håndværk
competence-sewing = At sy og strikke
competence-practical-work = Praktisk arbejde
competence-shop = At passe en butik
competence-driving = At køre for andre
competence-rickshaw = At cykle med andre
competence-sport = Idræt og træning
competence-dancing = Dans
competence-nature = Natur og friluftsliv
competence-animals = Dyr
competence-games = Spil og leg
competence-first-aid = Førstehjælp
competence-music = Musik og sang
competence-theatre = Teater og film
competence-creative = At tegne, male og lave ting
competence-photography = Foto og video
competence-local-history = Lokalhistorie
competence-events = At lave arrangementer
competence-coordination = At koordinere andre
competence-board-work = Bestyrelse og møder
competence-accounts = Regnskab og økonomi
competence-fundraising = At søge penge
competence-writing = At skrive
competence-social-media = Sociale medier
competence-website = Hjemmesider og layout

## Krav, før man begynder (lov B.4, B.6)

requirement-of-childrens-certificate = Børneattest
requirement-of-childrens-certificate-about = Du skal have en børneattest, når du er fyldt 15 år, har en fast opgave og er direkte sammen med børn under 15 år. Det gælder også, når opgaven er ulønnet.
requirement-of-childrens-certificate-next = Du skal ikke selv skaffe attesten. Stedet bestiller den hos politiet, når I har talt sammen, og du giver dit samtykke i Digital Post. Det er gratis. Du kan begynde, når attesten er vurderet. Derefter bliver den slettet. Vi gemmer kun en note med datoen.
requirement-of-confidentiality = Tavshedserklæring
requirement-of-confidentiality-about = Du kommer til at høre eller se noget privat om andre mennesker. Det skal blive mellem dig og dem.
requirement-of-confidentiality-next = Du læser og godkender en kort tekst, før du begynder. Er du i tvivl om noget bagefter, så spørg din kontaktperson.
requirement-of-course = Kursus
requirement-of-course-about = Opgaven kræver, at du har været på et kort kursus. Du skal ikke betale for det.
requirement-of-course-next = Vis din interesse nu. Kontaktpersonen fortæller, hvornår det næste kursus er, og hvor længe det varer.
requirement-of-introduction = Introduktion på stedet
requirement-of-introduction-about = Du bliver vist rundt og får at vide, hvem du kan spørge, før du går i gang.
requirement-of-introduction-next = Du skal ikke gøre noget nu. Introduktionen sker den første gang, du kommer.
requirement-of-information-meeting = Informationsmøde
requirement-of-information-meeting-about = Før du siger endeligt ja, kommer du til et møde, hvor du hører om opgaven og kan stille spørgsmål.
requirement-of-information-meeting-next = Vis din interesse. Står tid og sted ikke her, aftaler stedet dem med dig. Mødet forpligter dig ikke.
requirement-of-minimum-age = Mindste alder
requirement-of-minimum-age-about = Opgaven har en aldersgrænse, fordi den kræver erfaring, eller fordi reglerne siger det.
requirement-of-minimum-age-next = Er du yngre, så spørg kontaktpersonen, om der er en anden opgave til dig. Er du under 18 år, skal en forælder vide, at du er frivillig.
requirement-of-driving-licence = Kørekort
requirement-of-driving-licence-about = Du skal køre bil eller trailer som en del af opgaven.
requirement-of-driving-licence-next = Tag dit kørekort med første gang. Spørg, om du skal bruge din egen bil, og hvem der dækker brændstof og forsikring.

## Forsikring (lov B.5)

insurance-of-work = Frivilligt arbejde – dækket af den lovpligtige forsikring
insurance-of-work-volunteer = Opgaven ligner almindeligt arbejde med faste vagter. Derfor er du dækket af arbejdsskadeforsikringen, hvis du kommer til skade.
insurance-of-work-poster = Vælg den, når I bestemmer, hvad der skal laves, og hvornår: vagtplan, kasse, dør, transport.
insurance-of-effort-18a = Frivillig indsats – kommunens forsikring
insurance-of-effort-18a-volunteer = Opgaven er løsere og mere social, for eksempel besøg eller samvær. Kommunen har valgt at forsikre denne slags indsats mod ulykke og ansvar.
insurance-of-effort-18a-poster = Vælg den, når indsatsen står på kommunens liste over indsatser, der er dækket efter § 18 a. Står den der ikke, så spørg dem, der står for frivilligheden i kommunen, før du opretter opgaven.
insurance-of-association = Foreningens forsikring
insurance-of-association-volunteer = Foreningen har forsikret sine frivillige. Spørg kontaktpersonen, hvad forsikringen dækker.
insurance-of-association-poster = Vælg den, når jeres forening eller landsorganisation har en forsikring, der også dækker frivillige, som ikke er medlemmer.
insurance-of-own = Din egen forsikring
insurance-of-own-volunteer = Her skal din egen ulykkes- og ansvarsforsikring dække. Spørg dit forsikringsselskab, hvis du er i tvivl.
insurance-of-own-poster = Vælg den, når ingen andre har forsikret, for eksempel når naboer hjælper naboer. Sig det tydeligt.
insurance-of-unclear = Ikke afklaret endnu
insurance-of-unclear-volunteer = Forsikringen er ikke afklaret endnu. Spørg, før du begynder.
insurance-of-unclear-poster = Du kan gemme opgaven som kladde. En enhed i kommunen kan først offentliggøre den, når forsikringen er afklaret. Spørg områdets nøgleperson eller dem, der står for frivilligheden i kommunen.
insurance-of-not-said = Ikke oplyst
insurance-of-not-said-volunteer = Der er ikke oplyst, hvem der forsikrer den frivillige. Spørg, før du begynder.
insurance-of-not-said-poster = Ingen har valgt endnu.

## Tilgange til samskabelse (RS-79 til RS-82)

approach-of-controlled = Styret samskabelse
approach-of-controlled-short = Kommunen bestemmer opgaven og måden, og frivillige hjælper til.
approach-of-controlled-initiates = Kommunen er hovedaktør
approach-of-controlled-task = Kommunen definerer opgaven
approach-of-controlled-solution = Kommunen
approach-of-controlled-work = Kommunen; de frivillige i mindre grad
approach-of-controlled-result = Relativt forudsigeligt, og det er der brug for
approach-of-controlled-role = At definere og styre
approach-of-controlled-example = Læsemakkere, der lytter til de bøger, læreren har valgt.
approach-of-responsible = Ansvarliggørende samskabelse
approach-of-responsible-short = Kommunen sætter rammen, og frivillige løfter opgaven.
approach-of-responsible-initiates = Kommunen
approach-of-responsible-task = Kommunen definerer kerneopgaven
approach-of-responsible-solution = Kommunen
approach-of-responsible-work = De frivillige løfter opgaven
approach-of-responsible-role = At hjælpe på vej og motivere
approach-of-responsible-example = En lørdagscafé på plejehjemmet, hvor frivillige står for vagterne.
approach-of-equal = Ligeværdig samskabelse
approach-of-equal-short = Kommunen peger på et problem, og løsningen findes sammen.
approach-of-equal-initiates = Kommunen udpeger problemfeltet og inviterer
approach-of-equal-task = Kommunen udpeger problemfeltet
approach-of-equal-solution = Fælles; løsningen er ikke bestemt på forhånd
approach-of-equal-work = Fælles, på lige vilkår, også med andre indbudte
approach-of-equal-result = Åbent
approach-of-equal-role = At deltage på lige vilkår
approach-of-equal-example = Et nyt lokalplejehjem og en landsby, der sammen finder ud af, hvad de kan gøre for hinanden.
approach-of-facilitating = Faciliterende samskabelse
approach-of-facilitating-short = De frivillige tager initiativet, og kommunen hjælper på vej.
approach-of-facilitating-initiates = De frivillige selv, fra neden
approach-of-facilitating-task = De frivillige definerer udfordringen
approach-of-facilitating-solution = De frivillige udvikler løsninger
approach-of-facilitating-work = De frivillige fører dem ud i livet
approach-of-facilitating-result = Åbent
approach-of-facilitating-role = At hjælpe processen på vej og stille lokaler, rammer eller viden til rådighed
approach-of-facilitating-example = Unge, der selv starter et band og låner et øvelokale i klubben.
approach-of-other = Anden eller blandet
approach-of-other-short = Jeres samarbejde passer ikke til nogen af de fire. Fortæl med egne ord.

## Noter om regler (lov B.15)

notice-of-benefits-direct-title = Får du dagpenge eller efterløn?
notice-of-benefits-direct-text = Opgaven er hos kommunen selv. Frivilligt arbejde direkte i en offentlig institution kan blive trukket fra i dine dagpenge eller din efterløn, også når du ikke får løn.
notice-of-benefits-direct-ask = Spørg din a-kasse, før du begynder. Får du en anden ydelse, så spørg jobcentret eller Udbetaling Danmark.
notice-of-benefits-direct-source = Styrelsen for Arbejdsmarked og Rekruttering; frivillighed.dk: Regler for frivillige på dagpenge og efterløn
notice-of-benefits-association-title = Får du dagpenge eller efterløn?
notice-of-benefits-association-text = Opgaven er hos en forening. Du kan som regel lave ulønnet frivilligt arbejde i op til 44 timer om måneden på dagpenge og 65 timer om måneden på efterløn, uden at det bliver trukket fra.
notice-of-benefits-association-ask = Reglerne har undtagelser. Spørg din a-kasse, før du begynder.
notice-of-benefits-association-source = Styrelsen for Arbejdsmarked og Rekruttering; frivillighed.dk: Regler for frivillige på dagpenge og efterløn
notice-of-benefits-company-title = Får du dagpenge eller efterløn?
notice-of-benefits-company-text = Opgaven er ikke organiseret af en frivillig forening. Frivilligt arbejde i en virksomhed kan blive trukket fra i dine dagpenge eller din efterløn, også når du ikke får løn.
notice-of-benefits-company-ask = Spørg din a-kasse, før du begynder. Får du en anden ydelse, så spørg jobcentret eller Udbetaling Danmark.
notice-of-benefits-company-source = Styrelsen for Arbejdsmarked og Rekruttering; frivillighed.dk: Regler for frivillige på dagpenge og efterløn
notice-of-allowance-association-title = Udgifter til telefon, tøj og kørsel
notice-of-allowance-association-text = En forening kan betale dig skattefri godtgørelse for nogle udgifter, op til et vist beløb om året. Foreningen bestemmer selv, om den vil.
notice-of-allowance-association-ask = Spørg foreningens kasserer. Årets satser står hos Skattestyrelsen.
notice-of-allowance-association-source = Ligningsloven § 7 M; Skattestyrelsen
notice-of-allowance-direct-title = Udgifter til telefon, tøj og kørsel
notice-of-allowance-direct-text = Den skattefri godtgørelse til frivillige gælder kun i foreninger. Den gælder ikke, når du er frivillig direkte hos kommunen.
notice-of-allowance-direct-ask = Spørg kontaktpersonen, om stedet kan betale dine udlæg mod kvittering.
notice-of-allowance-direct-source = Ligningsloven § 7 M; Skattestyrelsen

## Hjælp til at vælge en tilgang (RS-81)

approach-differences = Sådan adskiller de fire tilgange sig
approach-initiates = Hvem tager initiativet
approach-defines = Hvem bestemmer opgaven
approach-decides = Hvem bestemmer, hvordan
approach-works = Hvem gør det
approach-result = Hvor forudsigeligt er resultatet
approach-role = Kommunens opgave
approach-example = For eksempel
approach-about = Samskabelse er, når kommunen udvikler eller skaber velfærd sammen med borgere, frivillige, foreninger og virksomheder. Rollerne kan fordeles på flere måder. Ingen af dem er den bedste; det afhænger af opgaven og af jer.
approach-aid-intro = Svar på tre spørgsmål, så foreslår vi en tilgang. Det er jer, der vælger.
approach-aid-question-task = Hvem bestemmer, hvad opgaven er?
approach-aid-question-solution = Hvem bestemmer, hvordan den skal løses?
approach-aid-question-work = Hvem udfører opgaven?
approach-aid-answer-municipality = Kommunen
approach-aid-answer-shared = Vi gør det sammen
approach-aid-answer-volunteers = De frivillige
approach-reason-challenge = Hvorfor passer tilgangen til udfordringen?
approach-reason-parties = Hvorfor giver den mening for de frivillige og for kommunen?

## Grænsen mellem ansatte og frivillige (VB-15, lov B.6)

boundary-framing-1 = Hvad er kun for ansatte hos os, og hvorfor?
boundary-framing-2 = Hvad kan frivillige gøre, som vi ikke selv når eller kan?
boundary-framing-3 = Hvor er vi i tvivl, og hvem spørger man?
boundary-framing-4 = Hvem passer på brugerne, og hvem passer på de frivillige?
boundary-framing-5 = Hvordan har de frivillige glæde af hinanden?
boundary-framing-6 = Hvornår ser vi på aftalen igen, og hvad gør vi, hvis den ikke virker?
boundary-of-everywhere-staff = Opgaver, der kræver en afgørelse, en uddannelse eller et ansvar for andre.
boundary-of-everywhere-volunteers = Det ekstra: tid, selskab, viden og hænder, som ingen er ansat til.
boundary-of-everywhere-grey = Er du i tvivl, så lad være, og spørg kontaktpersonen. Skriv bagefter svaret ind i aftalen.
boundary-of-plejehjem-staff = Pleje, medicin, løft, måltider til beboere med særlig kost og samtaler med læge og pårørende.
boundary-of-plejehjem-volunteers = Selskab, gåture, oplæsning, musik, fester og kaffe i dagligstuen.
boundary-of-plejehjem-grey = Hjælp til at spise eller gå på toilettet, og kørestol på bakke: hent altid en ansat. Nøgler og penge rører du aldrig.
boundary-of-aktivitetscenter-staff = Visiteret træning, kørselsordning og ansvar for huset.
boundary-of-aktivitetscenter-volunteers = Værksteder, kor, kortspil, café og ture, som brugerne selv ønsker.
boundary-of-aktivitetscenter-grey = Hvis en gæst falder eller bliver syg: tilkald personalet, og bliv hos gæsten.
boundary-of-sundhedshus-staff = Råd om sygdom, medicin, kost og genoptræning.
boundary-of-sundhedshus-volunteers = Gåture, motion, café og at være en, der selv har prøvet det.
boundary-of-sundhedshus-grey = Spørgsmål om symptomer og medicin: send videre til personalet. Fortæl gerne om dig selv, men giv ikke råd.
boundary-of-skole-staff = Undervisning, karakterer, trøst ved konflikter og al kontakt til hjemmet.
boundary-of-skole-volunteers = Læsning, lektier, haver, værksteder og historier fra livet.
boundary-of-skole-grey = Fortæller et barn noget, der bekymrer dig: gå til læreren samme dag. Du er aldrig alene bag en lukket dør.
boundary-of-dagtilbud-staff = Ansvaret for børnene, bleer, sovetid, trøst og samtaler med forældre.
boundary-of-dagtilbud-volunteers = Højtlæsning, sang, bagning, have, bål og ture ved siden af en ansat.
boundary-of-dagtilbud-grey = Du er aldrig alene med et barn, heller ikke et øjeblik. Sker det, så sig det straks.
boundary-of-klub-staff = Ansvaret for de unge, regler, bekymringer og kontakt til hjemmet.
boundary-of-klub-volunteers = Mad, musik, spil, sport og værksted sammen med de unge.
boundary-of-klub-grey = Skriver en ung til dig privat: svar ikke, men tal med en klubmedarbejder.
boundary-of-krisecenter-staff = Rådgivning, sikkerhed, sagen hos myndighederne og samtaler om volden.
boundary-of-krisecenter-volunteers = Leg, lektier, fredagshygge og flyttehjælp, altid to og to.
boundary-of-krisecenter-grey = Spørger et barn om sagen: lyt, lov ingenting, og sig det til børnekoordinatoren. Adressen er hemmelig, også for dine venner.
boundary-of-vaerested-staff = Samtaler om behandling, penge og bolig, og alt, hvor der er uro.
boundary-of-vaerested-volunteers = Kaffe, mad, kortspil, musik og en plads ved bordet.
boundary-of-vaerested-grey = Beder en gæst dig om penge, om at blive kørt hjem eller om at gå med op: sig nej, og hent en ansat.
boundary-of-botilbud-staff = Støtte, medicin, penge og personlig hygiejne.
boundary-of-botilbud-volunteers = Musik, ture, sport og venskab.
boundary-of-botilbud-grey = Vil en beboer med dig hjem på besøg eller låne penge: tal med personalet først.
boundary-of-bibliotek-staff = Biblioteksfaglig vejledning, lånerdata og ansvar for lokalet.
boundary-of-bibliotek-volunteers = Værtskab, højtlæsning, lektiecafé, it-hjælp og bøger til døren.
boundary-of-bibliotek-grey = MitID og bank: den besøgende trykker selv, du ser væk ved koder og rører ikke andres kort.
boundary-of-kulturhus-staff = Sikkerhed, teknik, kasse, samling og kontrakter.
boundary-of-kulturhus-volunteers = Tage imod, vise rundt, fortælle, skanne, bygge og bage.
boundary-of-kulturhus-grey = Går noget i stykker, eller bliver nogen vrede: hent husværten.
boundary-of-idraetsanlaeg-staff = Livredning, undervisning, kemi og løft.
boundary-of-idraetsanlaeg-volunteers = Være makker i vandet, hjælpe med tøj og tasker i omklædningen og opmuntre.
boundary-of-idraetsanlaeg-grey = Løft fra kørestol og hjælp ved bad er altid personalets opgave.
boundary-of-sprogskole-staff = Undervisning, prøver, råd om sager, ydelser og ophold.
boundary-of-sprogskole-volunteers = Samtale, sprogcafé, symaskiner, cykelture og hjælp til at læse et brev højt.
boundary-of-sprogskole-grey = Spørgsmål om sager og ophold: følg med hen til vejlederen, men giv ikke råd.
boundary-of-naturskole-staff = Planlægning, maskiner, kemi, sikkerhed og aftaler med lodsejere.
boundary-of-naturskole-volunteers = Gå med, fortælle, sortere, bygge og rydde op.
boundary-of-naturskole-grey = Finder du noget farligt: lad det ligge, hold andre væk, og ring til personalet.
boundary-never-1 = Give medicin eller udføre pleje, der kræver uddannelse.
boundary-never-2 = Håndtere andres penge, bankkort, MitID eller nøgler.
boundary-never-3 = Skrive journal eller rapport om andre mennesker.
boundary-never-4 = Tage imod gaver af værdi eller arv.
boundary-never-5 = Erstatte en ansat, der er syg, eller en stilling, der er sparet væk.
boundary-never-6 = Blive beordret til noget. Du kan altid sige nej.

## Slags afslag

decline-of-filled = Alle pladser er besat
decline-of-times = Tiderne passer ikke sammen
decline-of-requirement = Der mangler noget, opgaven kræver
decline-of-changed = Opgaven er blevet en anden
decline-of-cancelled = Opgaven er aflyst
decline-of-other = Noget andet
