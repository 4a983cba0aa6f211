# Forsiden, søgningen efter opgaver, kalenderen, kortet og de åbne data.

## Søgefeltet

find-title = Find opgaver
find-search-label = Opgaver
find-what = Hvad vil du gerne?
find-what-example = fx besøgsven, fodbold, natur
find-near = Nær
find-skip-filters = Spring filtrene over, og gå til opgaverne
find-near-example = postnummer eller sted
find-locate = Brug min placering
find-locate-failed = Vi kunne ikke se, hvor du er
find-where-you-are = dig
find-submit = Find
find-when = Hvornår?
find-whenever = Når som helst
find-another-day = Vælg en anden dag
find-filters-chosen = { $count ->
    [one] 1 er valgt
   *[other] { $count } er valgt
}
find-apply = Vis opgaver
find-more-options = Vis flere
find-task-behind-count = opgave
find-tasks-behind-count = opgaver
find-distance = Afstand
find-whole-municipality = Hele kommunen
find-at-most-km = Højst { $km } km
find-easy = Let at begynde
find-duration = Hvor meget tid har du?
find-part-of-day = Tidspunkt på dagen
find-target-group = Hvem vil du gerne hjælpe?
find-topic = Hvad handler det om?
find-town = By
find-theme = Tema
find-language = Sprog på opgaven
find-poster = Hvem slår opgaven op?

find-time-one-hour = Højst 1 time
find-time-two-hours = Højst 2 timer
find-time-half-day = Højst en halv dag
find-time-regular = Fast hver uge
find-time-flexible = Når det passer mig
find-part-morning = Formiddag
find-part-afternoon = Eftermiddag
find-part-evening = Aften
find-from-home = Hjemmefra
find-partly-from-home = noget af det hjemmefra
find-no-requirements = Ingen krav
find-from-municipality = Kommunens steder
find-from-associations = Foreninger
find-language-da = Dansk
find-language-en = Engelsk
find-language-de = Tysk
find-language-ar = Arabisk
find-language-uk = Ukrainsk
find-language-pl = Polsk
find-language-tr = Tyrkisk
find-language-so = Somali
find-language-fa = Farsi
find-unknown = Ukendt

## Resultatet

find-count = { $count ->
    [0] Ingen opgaver
    [one] 1 opgave
   *[other] { $count } opgaver
}
find-count-when = { $count ->
    [0] Ingen opgaver { $when }
    [one] 1 opgave { $when }
   *[other] { $count } opgaver { $when }
}
find-count-both = { $total ->
    [one] 1 opgave: { $dated } { $when }, { $flexible } hvor I aftaler tiden
   *[other] { $total } opgaver: { $dated } { $when }, { $flexible } hvor I aftaler tiden
}
find-count-within = { $count } inden for { $km } km af { $place }
find-order = Vis først
find-order-relevance = Det, der passer bedst
find-order-date = Først i tid
find-order-distance = Nærmest
find-order-newest = Nyeste
find-your-choices = Dine valg
find-clear = Ryd alle valg
find-chosen-text = »{ $text }«
find-chosen-within = Højst { $km } km fra { $place }
find-chosen-near = Nær { $place }
find-read-as = Vi har læst »{ $words }« som { $day }.
find-read-as-season = Vi viser opgaver { $when }, fordi du skrev »{ $words }«.
find-read-literally = Søg efter ordene i stedet
find-did-you-mean = Mente du
find-did-you-mean-shown = Vi viser det, der ligner.
find-some-words = Ingen opgaver har alle dine ord. Her er dem, der har nogle af dem.
find-see-also = Se også alt om:
find-unknown-place = Vi kender ikke stedet »{ $place }«.
find-unknown-place-help = Prøv et postnummer, eller vælg en by:
find-unknown-poster = Vi kender ikke det sted eller den forening, du bad om.
find-unknown-day = Vi forstår ikke dagen »{ $day }«, så her er opgaver på alle dage. Vælg en dag ovenfor.
find-unknown-choice = Vi forstår ikke »{ $parameter }={ $value }« i adressen, så det er ikke med i søgningen.
find-page-position = Side { $page } af { $count }
find-away = { $distance } væk
find-min-age = Fra { $age } år
find-ask = Spørg:
find-call-soon = Begynder snart, så ring:
find-as-list = Liste
find-as-calendar = Kalender
find-as-map = Kort
find-shown-as = Vis som
find-follow = Følg søgningen
find-follow-rss = RSS
find-follow-json = JSON
find-follow-text = Nye opgaver, der passer til dine valg, kan komme til dig af sig selv:
find-keep = Få en mail om nye opgaver
find-keep-text = Vi gemmer din søgning og skriver, når der kommer nye opgaver. Du behøver ikke en konto.

## Når intet passer

find-none = Vi fandt ikke noget, der passer helt.
find-none-help = Sådan finder du mere:
find-none-but-day = { $count ->
    [one] Ingen opgaver { $asked } – men 1 opgave { $day }.
   *[other] Ingen opgaver { $asked } – men { $count } opgaver { $day }.
}
find-loosen-day-any = Når som helst
find-loosen-km = Op til { $km } km væk
find-loosen-anywhere = I hele kommunen
find-loosen-without = Uden valget »{ $name }«
find-loosen-only-text = Alt om »{ $text }«, uanset tid og sted
find-loosen-text = Uden ordene »{ $text }«
find-loosen-everything = Alle opgaver
find-empty = Der er ingen åbne opgaver lige nu.
find-empty-help = Kig forbi igen om nogle dage, eller ring og fortæl, hvad du gerne vil.
find-flexible-heading = Her kan I aftale tiden sammen

## Forsiden

find-front-title = Hvad kan jeg gøre?
find-front-heading = Hvad kan du gøre – og hvornår?
find-front-lead = { $count ->
    [0] Der er ingen åbne opgaver lige nu. Kig forbi igen om nogle dage.
    [one] 1 opgave lige nu. Du behøver ikke logge ind for at kigge.
   *[other] { $count } opgaver lige nu. Du behøver ikke logge ind for at kigge.
}
find-front-call = Vil du hellere ringe?
find-front-soon = Det sker snart
find-front-soon-when = Det sker { $when }
find-front-see-all = { $count ->
    [one] Se den ene opgave
   *[other] Se alle { $count } opgaver
}
find-front-ways = Ny her? Begynd med det, du kan lide
find-front-from-home-more = Opgaver, du kan klare hjemme
find-front-no-requirements-more = Kom, som du er, og begynd med det samme
find-front-one-hour = En time
find-front-one-hour-more = Højst en time ad gangen
find-front-associations = Foreninger
find-front-associations-more = Mød dem, og se, hvem du kan ringe til
find-front-whom = Hvem kan jeg ringe til?
find-front-whom-role = Her svarer { $municipality }
find-front-find-contact = Find en kontakt tæt på dig
find-front-need = Har I brug for frivillige?
find-front-need-association = Foreninger kan være med, når de er tilmeldt. Det tager fem minutter.
find-front-need-institution = Arbejder du i kommunen? Log ind, og slå opgaver op for dit sted.
find-front-register = Tilmeld jeres forening
find-front-sign-in = Log ind
find-front-post = Slå en opgave op

## Kalenderen

find-calendar-title = Opgaver i { $month }
find-calendar-lead = Vælg en dag, og se, hvad der sker. Opgaver uden fast tid står i listen.
find-calendar-previous = Forrige måned
find-calendar-next = Næste måned
find-calendar-more = { $count ->
    [one] 1 mere
   *[other] { $count } mere
}
find-calendar-day-count = { $count ->
    [one] 1 opgave
   *[other] { $count } opgaver
}
find-calendar-empty = Der er ingen opgaver med fast tid i { $month }.
find-calendar-at = kl. { $time }
find-called-off = Aflyst: { $days }
find-calendar-today = i dag

## Kortet

find-map-title = Opgaver på kortet
find-map-lead = Tallet viser, hvor mange opgaver der er. Vælg et sted for at se dem.
find-map-label = Kort over { $municipality } med antal opgaver hvert sted
find-map-list = Det samme som liste
find-map-source = Kortet er tegnet af kommunen og er en skitse. Det henter ikke noget fra andre.

## Åbne data

find-rss-title = Opgaver for frivillige i { $municipality }
find-rss-description = Åbne opgaver fra foreninger og kommunens steder.
find-rss-by = Slået op af
find-api-title = Åbne data
find-api-lead = Alle åbne opgaver kan hentes af andre hjemmesider, skærme og programmer. Det er gratis og kræver ikke aftale eller nøgle.
find-api-same = De samme valg overalt
find-api-same-text = Søg på siden, og skift stien ud: Alt efter spørgsmålstegnet betyder det samme på siden, i RSS og i JSON.
find-api-parameters = Parametre
find-api-parameter = Parameter
find-api-values = Værdier
find-api-meaning = Betydning
find-api-example = Eksempel
find-api-examples = Eksempler
find-api-format = Svar i JSON
find-api-format-text = Tidspunkter er i UTC efter ISO 8601. Klokkeslæt på opgaven er dansk tid. Felter, der ikke har en værdi, er null. Nye felter kan komme til; de gamle beholder navn og betydning.
find-api-problem = Fejl
find-api-problem-text = Kan en parameter ikke forstås, er svaret 400 i formatet application/problem+json (RFC 9457) med navnet på parameteren.
find-api-openapi = Beskrivelse til maskiner (OpenAPI 3.1)
find-api-openapi-text = Den samme beskrivelse i et format, som programmer kan læse:
find-api-terms = Brug af data
find-api-terms-text = Du må bruge oplysningerne frit. Skriv, hvor de kommer fra, og link til opgaven. Opgaver bliver lukket, så hent dem igen mindst hver time. Der er aldrig oplysninger om frivillige i data.

find-param-q = Ord, der skal findes. Bøjninger, sammensatte ord og slåfejl bliver forstået.
find-param-day = En dag eller en periode: i-dag, i-morgen, mandag … soendag, weekend, denne-uge, naeste-uge, en dato eller to datoer med to punktummer imellem.
find-param-near = Postnummer eller by. Giver afstand på hver opgave.
find-param-spot = Bredde- og længdegrad (WGS 84) i stedet for sted.
find-param-km = Højst så mange kilometer væk. Kræver sted eller naer.
find-param-theme = Et af de fire temaer. Kan gentages.
find-param-topic = Emne. Kan gentages.
find-param-target-group = Målgruppe. Kan gentages.
find-param-duration = Hvor meget tid opgaven tager. Kan gentages.
find-param-part-of-day = Hvornår på dagen den begynder. Kan gentages.
find-param-from-home = Kun opgaver, der kan gøres hjemmefra.
find-param-requirement = ingen: kun opgaver uden krav.
find-param-language = Sprog, man kan klare opgaven på. Kan gentages.
find-param-poster = Hvem der slår opgaven op: kommunen eller foreninger.
find-param-town = Postnummer, hvor opgaven er. Kan gentages.
find-param-unit = En enhed i kommunen og alt under den.
find-param-association = En forening.
find-param-order = Rækkefølge.
find-param-page = Side, fra 1. Hver side har 50 opgaver i JSON og 20 på siden.

find-join-heading = Har du lyst til at hjælpe?
find-join-text = Lav et CV på tre minutter. Så finder vi opgaver, der passer til dig.
find-front-idea = Har du en idé?
find-front-idea-text = Til noget, frivillige og kommunen kan gøre sammen. Vi svarer, og du kan følge, hvad den bliver til.
find-front-propose = Foreslå noget
find-front-focus = Årets fokusområder
find-front-soon-why = Så kan du nå at få svar, før det begynder. Vil du hjælpe før, så vælg en dag herover, og ring.
find-map-twice = Nogle opgaver tæller med flere steder: De kan løses både et sted og hjemmefra.
