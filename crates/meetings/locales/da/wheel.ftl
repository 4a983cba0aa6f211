# Årshjulet og den offentlige mødekalender.

wheel-short = Årshjul
wheel-title = Årshjul { $year }
wheel-lead = Det, der kommer igen hvert år. Møder står her af sig selv.
wheel-empty = Der står ikke noget i året endnu
wheel-empty-text = Tilføj det første, eller gå til et andet år og kopiér det.
wheel-add = Tilføj til årshjulet
wheel-event-title = Hvad er det?
wheel-kind = Slags
wheel-kind-event = Arrangement
wheel-kind-hearing = Høring
wheel-kind-grant = Tilskud og frister
wheel-kind-declaration = Erklæringer
wheel-kind-election = Valg
wheel-kind-evaluation = Evaluering
wheel-kind-other = Andet
wheel-kind-meeting = Møde
wheel-day = Hvilken dag?
wheel-repeats = Hvordan findes dagen næste gang?
wheel-repeats-date = Samme dato
wheel-repeats-nth = Samme ugedag i måneden, for eksempel anden mandag i april
wheel-repeats-last = Månedens sidste af den ugedag, for eksempel sidste fredag i september
wheel-not-the-last = Dagen er ikke månedens sidste { $weekday }
wheel-every = Hvor mange år går der imellem?
wheel-every-hint = Tom: hvert år. En evaluering hvert fjerde år er 4
wheel-owner = Hvem har ansvaret?
wheel-owner-nobody = Ingen bestemt stilling
wheel-prepare = Dage til at forberede
wheel-prepare-hint = Så længe før dagen står det på Mit overblik hos den, der har ansvaret
wheel-prepared-from = forberedes fra { $day }
wheel-note = Note
wheel-public = Vis det i den offentlige mødekalender
wheel-public-hint = Titel, dag og note kan læses af alle
wheel-done = Gjort
wheel-in-preparation = Forberedes nu
wheel-not-done = Ikke gjort
wheel-mark-done = Det er gjort
wheel-remove = Slet
wheel-copy = Kopiér til næste gang
wheel-copy-text = { $count ->
    [one] 1 punkt kan kopieres til det år, hvor det kommer igen. Det, der allerede er kopieret, kommer ikke igen.
   *[other] { $count } punkter kan kopieres til det år, hvor de kommer igen. Det, der allerede er kopieret, kommer ikke igen.
}
wheel-flash-saved = Gemt i årshjulet
wheel-flash-done = Noteret som gjort
wheel-flash-removed = Slettet fra årshjulet
wheel-flash-copied = Året er kopieret. Ret det, der skal være anderledes
work-kind-wheel = Årshjulet
calendar-title = Mødekalender
calendar-lead = Borgermøder, møder i grupper og råd, og andet, der er værd at vide.
calendar-show = Vis
calendar-all = Alle
calendar-others = Andet
calendar-cancelled = Aflyst: { $title }
calendar-subscribe = Få kalenderen i din egen kalender
calendar-subscribe-text = Kopiér linket, og tilføj det som kalender fra internettet i Outlook, Google eller på din telefon. Så følger ændringer med.
