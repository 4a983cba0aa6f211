# Det, der skal være på plads, før man begynder (lov B.4, B.6), og foreningernes årlige erklæring.

requirement-state-in-order = På plads
requirement-state-lacks = Mangler
requirement-state-under-way = I gang
requirement-state-again = Skal fornyes
requirement-state-refused = Opgaven kan ikke gives

requirement-in-order-since = På plads siden { $day }.
requirement-in-order-until = Noteret { $since }. Gælder til og med { $until }.
requirement-in-order-by-cv = Det fremgår af CV'et.

## Hvorfor en børneattest

requirement-because = Hvorfor skal der bruges en børneattest?
requirement-because-hint = En børneattest hentes kun, når opgaven er med børn under 15 år, og den frivillige har en fast tilknytning.
requirement-because-said = Den er nødvendig, fordi den frivillige
requirement-because-direct-contact = er direkte sammen med børn under 15 år
requirement-because-moves-among = færdes regelmæssigt blandt børn under 15 år
requirement-because-fixed-attachment = har en fast tilknytning til et sted med børn under 15 år

## Til den frivillige

requirement-own-title = Det skal være på plads
requirement-own-lead = Nogle opgaver kræver noget, før du begynder. Her ser du, hvad der er i orden, og hvad du skal gøre nu.
requirement-own-none = Her er ingen opgaver, der kræver noget på forhånd
requirement-own-none-text = Mangler du en aftale her? Åbn den med linket i mailen fra stedet.
requirement-own-ready = Klar til at begynde
requirement-own-privacy = Kun du og dem, der svarer for stedet, ser det her. Vi gemmer datoer, aldrig attester eller CPR-numre.
requirement-own-refused = Stedet kan ikke give dig denne opgave. Du er velkommen til at ringe og tale med dem om det. Der er mange andre opgaver.
requirement-own-run-out = Det gjaldt til og med { $day }. Tal med stedet om at forny det.
requirement-own-certificate = Stedet bestiller en børneattest hos politiet. Du skal ikke gøre noget endnu.
requirement-own-certificate-young = En børneattest kan først hentes, når du er fyldt { $years } år. Tal med stedet om en anden opgave.
requirement-own-certificate-ordered = Stedet bestilte attesten { $day }. Politiet spørger dig i Digital Post. Sig ja der, og fortæl stedet, at du har gjort det.
requirement-own-certificate-consented = Du har sagt ja. Nu vurderer stedet attesten og sletter den bagefter.
requirement-own-consent-button = Jeg har sagt ja i Digital Post
requirement-own-confidentiality = Læs og godkend teksten. Det tager to minutter.
requirement-own-new-text = Teksten er ændret, siden du godkendte den. Læs og godkend den nye.
requirement-own-course = Du skal på kursus, før du begynder. Stedet fortæller, hvornår det er, og noterer, når du har været der.
requirement-own-introduction = Du bliver vist rundt, første gang du kommer.
requirement-own-meeting = Stedet ringer eller skriver og aftaler tid og sted for informationsmødet med dig. De noterer, når du har været der.
requirement-own-licence = Vis dit kørekort til stedet, før du kører. De noterer kun datoen.
requirement-own-too-young = Opgaven er for dig, der er fyldt { $years } år. Tal med stedet om en anden opgave.
requirement-own-old-enough-from = Du kan begynde { $day }, når du fylder { $years } år.
requirement-own-age-unknown = Opgaven er for dig, der er fyldt { $years } år. Skriv din alder i dit CV, eller vis det til stedet.
requirement-say-age = Skriv din alder
requirement-read-and-accept = Læs og godkend

## Tavshedserklæringen

requirement-accept-lead = Læs teksten. Er du enig, så godkend den nederst. Er du i tvivl, så ring til din kontaktperson først.
requirement-accept-button = Jeg har læst teksten og lover det
requirement-mail-accept-link = Læs og godkend tavshedserklæringen:
requirement-accept-not-now = Ikke nu
requirement-accept-kept = Vi gemmer datoen, og hvilken tekst det var.
requirement-accepted = Du har godkendt teksten
requirement-accepted-on = Det gjorde du { $day }. Du kan altid læse den igen her.
requirement-text-changed = Teksten er lige blevet ændret
requirement-text-changed-text = Her er den nye. Læs den, før du godkender.

## Til stedet

requirement-of-task-lead = Hvad er på plads for dem, der hjælper, og hvad er næste trin? Ingen begynder, før alt er på plads.
requirement-of-person-title = Krav: { $name }
requirement-volunteer = Frivillig
requirement-none-asked = Opgaven kræver ikke noget på forhånd.
requirement-none-asked-text = Skal der være noget på plads, før man begynder, så skriv det på opgaven.
requirement-edit-task = Ret opgaven
requirement-nobody-yet = Ingen hjælper med opgaven endnu
requirement-nobody-yet-text = Når nogen har sagt ja, ser du her, hvad der mangler.
requirement-privacy = Kun dem, der svarer for stedet, ser siden. Her står datoer, aldrig attester, CPR-numre eller noter om nogen.
requirement-back-to-engagement = Til aftalen
requirement-back-to-list = Alle krav
requirement-may-begin = Alt er på plads
requirement-may-not-begin = Der mangler noget, før I kan begynde
requirement-see = Se
requirement-place-not-noted = Ikke noteret endnu.
requirement-place-run-out = Gjaldt til og med { $day }.
requirement-place-confidentiality = Den frivillige godkender selv teksten på sin aftale. Er den skrevet under på papir, så notér det.
requirement-place-new-text = Den frivillige har ikke godkendt den nye tekst endnu. Er den skrevet under på papir, så notér det.
requirement-place-certificate = Ikke begyndt. Skriv først, hvorfor den skal bruges.
requirement-place-certificate-needed = Den skal bestilles hos politiet.
requirement-place-certificate-ordered = Bestilt { $day }. Den frivillige skal sige ja i Digital Post.
requirement-place-certificate-consented = Samtykke givet { $day }. Vurdér attesten, når den er kommet, og slet den.
requirement-place-certificate-young = En børneattest kan først hentes, når man er fyldt { $years } år.
requirement-place-assessed = Vurderet { $assessed }. Ny attest anbefales { $renewal }.
requirement-place-refused = Denne opgave kan ikke gives. Kun du, der har vurderet det, og den, der har ansvaret for frivillige i hele kommunen, kan se det.
requirement-place-ask = Ikke på plads. Tal med den i kommunen, der vurderer det.
requirement-place-too-young = Den frivillige er ikke fyldt { $years } år.
requirement-place-old-enough-from = Fylder { $years } år { $day }.
requirement-place-age-unknown = Opgaven kræver { $years } år. CV'et siger ikke alderen.

## Noteringer

requirement-step-note = Notér
requirement-day = Dato
requirement-note-hint = Den dag, det skete, eller du så det
requirement-day-to-come = Dagen er ikke kommet endnu. Notér det, når det er sket
requirement-day-before-step = Dagen ligger før det forrige trin. Se efter datoen
requirement-too-long-ago = Det gælder i { $months } måneder, så det er for længe siden
requirement-text-newer = Teksten er ændret siden den dag. Lad den frivillige skrive under på den nye
requirement-paper-text = Den frivillige kan selv læse og godkende teksten på sin aftale. Er papir lettere, så skriv teksten ud, lad den frivillige skrive under, og notér dagen her.
requirement-paper-words = Det skriver den frivillige under på
requirement-note-button = Notér
requirement-remove = Fjern noteringen
requirement-age-question = Er den frivillige fyldt { $years } år?
requirement-age-now = Ja, jeg har set, at personen er fyldt { $years }
requirement-age-later = Nej, men personen fylder { $years }
requirement-age-choose = Vælg et af svarene
requirement-age-from = Fra hvilken dag?
requirement-age-from-hint = Kun hvis personen ikke er gammel nok endnu
requirement-overtaken-heading = Her er sket noget imens
requirement-overtaken = En kollega var hurtigere, eller trinnet er taget. Her ser du, hvordan det står nu.

## Børneattesten, trin for trin

requirement-step-need = Skriv hvorfor
requirement-need-button = Videre
requirement-step-order = Bestil attesten
requirement-order-text = Bestil den hos politiet på virk.dk. Skriv kun datoen her, ikke CPR-nummeret. Den frivillige får besked om at sige ja i Digital Post.
requirement-ordered-on = Bestilt den
requirement-fifteen = Den frivillige er fyldt 15 år
requirement-fifteen-missing = Der kan kun hentes børneattest på den, der er fyldt 15 år. Sæt flueben, hvis personen er det
requirement-order-button = Attesten er bestilt
requirement-step-consent = Notér samtykke
requirement-consent-text = Den frivillige kan selv notere det på Min side. Har du fået det at vide, kan du notere det her.
requirement-consented-on = Sagt ja den
requirement-consent-button = Den frivillige har sagt ja
requirement-step-assess = Vurdér attesten
requirement-assess-text = Læs attesten, når den er kommet i jeres Digital Post. Vurdér, om personen kan få denne opgave. Slet så attesten, også i papirkurven. Lad så få som muligt se den.
requirement-assessed-on = Vurderet den
requirement-outcome = Hvad er I kommet frem til?
requirement-outcome-hint = { $days ->
    [182] Vi spørger ikke hvorfor, og der er ikke plads til at skrive det. Et nej slettes efter et halvt år.
   *[other] Vi spørger ikke hvorfor, og der er ikke plads til at skrive det. Et nej slettes efter { $days } dage.
}
requirement-outcome-may = Opgaven kan gives
requirement-outcome-may-not = Opgaven kan ikke gives
requirement-outcome-choose = Vælg, om opgaven kan gives
requirement-deleted = Attesten er slettet hos os
requirement-deleted-missing = Slet attesten først, og sæt så flueben
requirement-assess-button = Gem vurderingen
requirement-take-back = Jeg trykkede forkert, fortryd vurderingen
requirement-renew = Bestil en ny attest
requirement-never-text = Her kan du hverken gemme attesten, et billede af den, dens tekst eller et CPR-nummer. Vi gemmer kun, at den er vurderet, hvornår, af hvem, og om opgaven kan gives. Loven siger det samme.
requirement-history-needed = Det er noteret, at den skal bruges
requirement-history-ordered = Bestilt hos politiet
requirement-history-consented = Den frivillige har sagt ja
requirement-history-assessed = Vurderet og slettet

## Teksten

requirement-text-title = Tavshedserklæringens tekst
requirement-text-lead = Det er den tekst, frivillige læser og godkender, før de begynder. Kommunen kan skrive sin egen.
requirement-text-label = Tekst
requirement-text-hint = Skriv kort. En linje, der begynder med en bindestreg og et mellemrum, bliver et punkt i en liste
requirement-text-again = Gemmer du en ny tekst, spørger vi alle igen
requirement-text-again-text = Alle, der har godkendt den gamle, skal godkende den nye, før de kan få nye vagter.
requirement-text-save = Gem som ny tekst
requirement-text-ours = fra begyndelsen
requirement-text-accepted = { $count ->
    [0] Ingen har godkendt teksten endnu.
    [one] Én har godkendt teksten.
   *[other] { $count } har godkendt teksten.
}
requirement-text-versions = Alle tekster
requirement-text-version = Tekst nr. { $version }, { $since }
requirement-text-overtaken = En anden har skrevet en ny tekst imens
requirement-text-overtaken-text = Din står stadig i feltet. Se den nye nederst, og gem igen, hvis din skal gælde.

## Foreningernes erklæring


## Mit overblik og nyt

requirement-section-title = Det skal være på plads
requirement-section-lead = Det her mangler, før du kan begynde.
requirement-section-more = Se det hele
requirement-work-order = Bestil børneattest til { $name }
requirement-work-begin = Bestil børneattest til { $name }. Skriv først, hvorfor den skal bruges
requirement-work-consent = Ring til { $name }, og hør, om der er sagt ja til børneattesten i Digital Post
requirement-work-age = Notér, om { $name } er fyldt { $years } år
requirement-work-licence = Se kørekortet hos { $name }, og notér det
requirement-work-sign = Lad { $name } skrive under på tavshedserklæringen, og notér det
requirement-work-assess = Vurdér børneattesten for { $name }
requirement-work-renew = Ny børneattest anbefales til { $name }
requirement-work-ending = { $what } udløber { $day } for { $name }
requirement-work-ended = { $what } udløb { $day } for { $name }
requirement-work-meeting = Ring eller skriv til { $name }, og aftal informationsmødet
requirement-work-meeting-at = { $name } skal til informationsmødet: { $when }
requirement-work-course = Sig til { $name }, hvornår kurset er
requirement-work-held = Det er holdt i dag
requirement-news-ordered = Stedet har bestilt en børneattest til opgaven »{ $title }«. Politiet spørger dig i Digital Post. Sig ja der.
requirement-news-assessed = Børneattesten til »{ $title }« er vurderet og slettet. Den er på plads.
requirement-news-ending = { $what } udløber { $day } for { $name }, »{ $title }«
requirement-news-renewal = En ny børneattest anbefales { $day } for { $name }, »{ $title }«
requirement-news-own-ending = { $what } udløber den { $day }. Du skal bruge det til »{ $title }«. Tal med stedet om at forny det.
requirement-news-own-renewal = Stedet spørger snart om en ny børneattest til »{ $title }«. Du skal ikke gøre noget nu.

## Opbevaring

requirement-retention-refused = Noter om, at en opgave ikke kunne gives efter en børneattest
requirement-retention-refused-purpose = At der ikke spørges igen med det samme
requirement-retention-stalled = Børneattester, der ikke blev til noget
requirement-retention-stalled-purpose = At stedet kan gøre arbejdet færdigt
requirement-retention-years = { $years } år efter det år, de gælder

## Hvad vi ved

requirement-known-what = Krav
requirement-known-task = Opgave
requirement-known-state = Hvor langt
requirement-known-since = Siden
requirement-known-until = Gælder til

requirement-flash-noted = Det er noteret.
requirement-flash-removed = Noteringen er fjernet.
requirement-flash-needed = Gemt. Bestil nu attesten hos politiet.
requirement-flash-ordered = Gemt. Den frivillige får besked om at sige ja i Digital Post.
requirement-flash-consented = Samtykket er noteret.
requirement-flash-assessed = Vurderingen er gemt.
requirement-flash-taken-back = Vurderingen er fortrudt.
requirement-flash-accepted = Tak. Det er noteret, at du har godkendt teksten.
requirement-flash-own-consent = Tak. Stedet kan se, at du har sagt ja.
requirement-flash-text-written = Den nye tekst gælder fra i dag.
requirement-flash-text-unchanged = Teksten er den samme som før.

requirement-shortcut-confidentiality = Tavshedserklæring

## Fornyelse af det, der udløber, for flere på én gang

renew-ask = Bed dem forny
renew-ask-heading = { $count ->
    [one] Bed om 1 fornyelse
   *[other] Bed om { $count } fornyelser
}
renew-ask-consequence = Hver frivillig får besked om det, der udløber, og hvornår. Har de flere nyheder, får de dem i én mail.
renew-asked-done = { $count ->
    [one] Der er bedt om 1 fornyelse.
   *[other] Der er bedt om { $count } fornyelser.
}
renew-order = Notér bestilte børneattester
renew-order-heading = { $count ->
    [one] Notér, at 1 børneattest er bestilt i dag
   *[other] Notér, at { $count } børneattester er bestilt i dag
}
renew-order-consequence = Bestil dem først hos politiet. Har den frivillige en gammel vurdering, gælder den imens. Hver frivillig får besked om at sige ja i Digital Post.
renew-ordered-done = { $count ->
    [one] Det er noteret, at 1 børneattest er bestilt.
   *[other] Det er noteret, at { $count } børneattester er bestilt.
}
renew-taken-back = { $count ->
    [one] 1 børneattest står igen som før.
   *[other] { $count } børneattester står igen som før.
}
renew-nothing = har intet, der udløber inden for 60 dage
renew-place-orders = har en børneattest, der udløber. Den bestiller stedet
renew-no-email = har ingen e-mail. Ring i stedet
renew-asked = har fået besked inden for de sidste 14 dage
renew-no-certificate = har ingen børneattest, der skal bestilles nu. Er det den første, så skriv først på aftalens side, hvorfor den skal bruges
renew-ordered-already = har en børneattest på vej
renew-age-unknown = er måske ikke fyldt 15 år. Bestil attesten på aftalens side, hvor du siger det
renew-was-told = har allerede fået besked. Ret det på aftalens side
requirement-own-meeting-at = Kom til informationsmødet: { $when }. Stedet noterer, når du har været der.
requirement-place-meeting = Aftal tid og sted for informationsmødet med den frivillige, og notér, når det er holdt.
requirement-place-introduction = Vis den frivillige rundt den første gang, og notér det her.
requirement-news-own-ending-call = { $what } udløber den { $day }. Du skal bruge det til »{ $title }«. Ring til { $name } på { $phone } om at forny det.
requirement-may-begin-later = Kan begynde. Resten sker den første gang
import-undo-has-fulfilments = Der er noteret, hvad der er på plads.
