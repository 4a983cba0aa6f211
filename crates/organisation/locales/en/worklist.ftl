# My overview: what waits for you.

worklist-title = My overview
worklist-lead = { $total ->
    [one] One thing is waiting for you.
   *[other] { $total } things are waiting for you.
} { $late ->
    [0] { "" }
    [one] One is past its deadline.
   *[other] { $late } are past their deadline.
}
worklist-figure-late = past the deadline
worklist-figure-waiting = waiting for you
worklist-days-late = { $days ->
    [one] 1 day past the deadline
   *[other] { $days } days past the deadline
}
worklist-late = Past the deadline
worklist-today = By today
worklist-tomorrow = By tomorrow
worklist-by = By { $day }
worklist-since-today = Received today.
worklist-waited = { $days ->
    [one] Has waited for 1 day.
   *[other] Has waited for { $days } days.
}
worklist-open = Open
worklist-empty = Nothing is waiting for you
worklist-empty-text = Enjoy your coffee.
worklist-yours = Shortcuts
worklist-own = Your own
worklist-my-tasks = My tasks
worklist-profile = My profile
worklist-organisation = The organisation
worklist-import = Import
worklist-settings = Settings

worklist-kind-association-approval = Associations waiting for approval
worklist-kind-first-step = Getting started
worklist-can-wait = { $count ->
    [one] 1 can wait – show it
   *[other] { $count } can wait – show them
}
worklist-pending-late = { $name } still waits for the municipality to approve you. You get an answer by mail. Meanwhile you can correct your details and write the first task as a draft.
worklist-pending = { $name } waits for the municipality to approve you. You get an answer by mail by { $day } at the latest. Meanwhile you can correct your details and write the first task as a draft.
worklist-stands-in = Because { $name } is away until and including { $day }, it is with you.
worklist-away = You are away until and including { $day }
worklist-away-answers = Answered meanwhile by { $names }.
worklist-away-change = Change your absence
