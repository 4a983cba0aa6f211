# Bodies, when a unit closes or somebody stops.

body-exit-bodies = { $count ->
    [one] 1 body belongs to the unit
   *[other] { $count } bodies belong to the unit
}
body-exit-bodies-outcome = A body stays when the unit closes. If it is not to go on, close it on its own page.
body-exit-seats = { $count ->
    [one] 1 seat in a body goes with a position here
   *[other] { $count } seats in bodies go with positions here
}
body-exit-seats-outcome = A seat that nobody has by their position stands vacant. Choose somebody else on the page of the body.
body-exit-seats-go-along = { $count ->
    [one] 1 seat in a body
   *[other] { $count } seats in bodies
}
body-exit-seat = { $body }: { $role } ({ $title })
