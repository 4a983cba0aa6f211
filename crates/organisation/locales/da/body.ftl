# Organer, når en enhed lukker eller nogen stopper.

body-exit-bodies = { $count ->
    [one] 1 organ hører til enheden
   *[other] { $count } organer hører til enheden
}
body-exit-bodies-outcome = Et organ bliver ved med at være der, når enheden lukker. Skal det ikke fortsætte, så nedlæg det på dets egen side.
body-exit-seats = { $count ->
    [one] 1 plads i et organ følger med en stilling her
   *[other] { $count } pladser i organer følger med stillinger her
}
body-exit-seats-outcome = En plads, som ingen har gennem sin stilling, står ubesat. Vælg en anden på organets side.
body-exit-seats-go-along = { $count ->
    [one] 1 plads i et organ
   *[other] { $count } pladser i organer
}
body-exit-seat = { $body }: { $role } ({ $title })
