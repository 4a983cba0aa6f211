# Dækning: hvilke steder efterspørger frivillige, og hvad mangler de.

coverage-map-title = Dækning
coverage-map-lead = Her ser du, hvilke steder der efterspørger frivillige, og hvad der skal til de andre steder.
coverage-map-key-figure = Så mange steder efterspørger frivillige
coverage-map-nothing = –
coverage-map-of = { $asking } af { $institutions }
coverage-map-said = { $institutions ->
    [0] Her er ingen steder at tælle endnu.
   *[other] { $asking } af { $institutions } steder har både en, man kan henvende sig til, og mindst én åben opgave.
  }
coverage-map-excused = { $number ->
    [one] Ét sted har sagt, hvorfor en kontaktperson ikke er relevant, og tælles ikke med.
   *[other] { $number } steder har sagt, hvorfor en kontaktperson ikke er relevant, og tælles ikke med.
  }
coverage-map-unreached = Her kommer ingen
coverage-map-unreached-text = Disse steder har åbne opgaver, men ingen har vist interesse den sidste måned.
coverage-map-why-nobody = Se, hvorfor ingen kommer til { $name }
coverage-map-by-area = Område for område
coverage-map-area = Område
coverage-map-share = Andel
coverage-map-asking = Efterspørger frivillige
coverage-map-with-contact = Har en at henvende sig til
coverage-map-with-task = Har en åben opgave
coverage-map-over-time = Andel af steder, der efterspørger frivillige, måned for måned
coverage-map-as-table = Vis tallene som tabel
coverage-map-month = Måned
coverage-map-places = Stederne
coverage-map-all-areas = Alle områder
coverage-map-all-places = Alle steder
coverage-map-lacks = Mangler
coverage-map-lack-contact = Mangler en kontaktperson
coverage-map-lack-late = Nogen venter over fristen
coverage-map-lack-task = Ingen åben opgave
coverage-map-lack-interest = Ingen interesse i en måned
coverage-map-lack-answer = Svarer langsomt
coverage-map-lack-volunteers = Ingen frivillige
coverage-map-show = Vis
coverage-map-show-all = Vis alle
coverage-map-count = { $number ->
    [one] 1 sted
   *[other] { $number } steder
  }
coverage-map-map = Kort
coverage-map-drawing = Kort over stederne i { $name }
coverage-map-legend = ✓ efterspørger frivillige · ○ har en kontaktperson, men ingen åben opgave · ! mangler en kontaktperson · – kontaktperson er ikke relevant. Alle stederne står også i tabellen.
coverage-map-place = Sted
coverage-map-contact = Kontaktperson
coverage-map-ambassador = Ambassadør
coverage-map-ambassador-small = ambassadør
coverage-map-waived = Derfor ikke relevant
coverage-map-tasks = Åbne opgaver
coverage-map-volunteers = Frivillige nu
coverage-map-answer = Svarer typisk efter
coverage-map-answer-minutes = Svartid i minutter (median)
coverage-map-interest = Interesserede sidste måned
coverage-map-waiting = Venter på svar
coverage-map-late = { $number } over fristen
coverage-map-next = Næste skridt
coverage-map-sort = (sortér)
coverage-map-nobody = Ingen
coverage-map-is-excused = Ikke relevant
coverage-map-asks = Efterspørger frivillige
coverage-map-all-good = Alt er på plads
coverage-map-name-contact = Find en kontaktperson
coverage-map-see-late = Se, hvem der venter
coverage-map-write-task = Skriv en opgave
coverage-map-see-why = Se, hvorfor ingen kommer
coverage-map-call = Ring til stedet
coverage-map-see-tasks = Se stedets opgaver
coverage-map-minutes = { $number } min.
coverage-map-hours = { $number ->
    [one] 1 time
   *[other] { $number } timer
  }
coverage-map-days = { $number ->
    [one] 1 dag
   *[other] { $number } dage
  }
coverage-map-none = Ingen steder mangler det
coverage-map-none-text = Vælg noget andet, eller se alle stederne.
coverage-map-how = Svartiden er den midterste af det sidste halve års svar. Frivillige nu er dem, der har en aftale og er begyndt. Tallene skrives ned hver dag, og en måned står, som den var på sin sidste dag.
coverage-map-few = Er der færre end { $few } personer bag et tal, vises det ikke, og heller ikke de tal, det kan regnes ud fra.
coverage-map-positions = Se stillinger og ambassadører

## På Mit overblik

coverage-now-heading = Sådan står det til i områderne
coverage-now-text = Tallene er for kommunens steder. Opgaver, som et område selv eller en forening har slået op, er ikke talt med. Tryk på et tal, og se stederne.
coverage-now-late = Heraf over fristen
coverage-now-without-contact = Steder uden kontaktperson
coverage-now-whole = Hele kommunen
