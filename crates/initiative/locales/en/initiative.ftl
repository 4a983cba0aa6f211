# Initiatives: what is done.

initiative-list-title = Initiatives
initiative-list-lead = What the municipality is doing, who is responsible, and how it goes.
initiative-list-none = No initiatives yet
initiative-list-none-text = A proposal that is approved becomes an initiative. You can also make one yourself.
initiative-new = Make an initiative
initiative-edit = Change the initiative
initiative-title = What is done?
initiative-about = Description
initiative-goal = Goal
initiative-goal-hint = Something that can be counted, for example “Three bicycles run before summer”
initiative-no-focus-area = Belongs to no focus area
initiative-owner = Responsible
initiative-owner-hint = Choose a position: then the responsibility follows when somebody else gets it
initiative-owner-or-person = … or a person
initiative-owner-or-person-hint = Only when no position fits
initiative-owner-nobody = Nobody
initiative-owner-none = Nobody responsible yet
initiative-owner-person = Somebody who works in the municipality
initiative-two-owners = Choose either a position or a person
initiative-starts-on = Begins
initiative-ends-on = Ends
initiative-ends-before = The last day is before the first
initiative-is-public = Everybody may read about the initiative
initiative-is-public-hint = It is on the page of its focus area
initiative-hidden = Only those who work here see this page.
initiative-save = Save the initiative
initiative-state = How far is it?
initiative-state-not-begun = Not begun
initiative-state-under-way = Under way
initiative-state-done = Done
initiative-state-stopped = Stopped
initiative-status = How does it go?
initiative-status-hint = Two lines are enough. If it has stopped, write why. Everybody can read it
initiative-tell = Save the status
initiative-statuses = How it went
initiative-no-status = Nothing has been told yet.
initiative-is-old = Nobody has told how it goes since { $day }
initiative-stopped-because = Stopped because: { $reason }
initiative-told-on = { $day }: { $said }
initiative-goes-on = Goes on in { $year }
initiative-period = Period
initiative-from-to = { $from } to { $to }
initiative-from = From { $day }
initiative-until = Until { $day }
initiative-decision = Decision
initiative-came-of = Began as a proposal
initiative-flash-added = The initiative is made
initiative-flash-saved = The initiative is saved
initiative-flash-told = Thank you. The status is saved
initiative-known-statuses = What you have told of initiatives
initiative-list-count = { $count ->
    [one] 1 initiative
   *[other] { $count } initiatives
}
initiative-list-search = Words in title, goal or focus area
initiative-list-name = Initiative
initiative-list-told = Last told
initiative-list-made = Made
initiative-list-show = Show
initiative-list-mine = Those I am responsible for
initiative-list-old = No news for { $days } days

# When whoever owns it stops.
initiatives-leave = { $count ->
    [one] Owns 1 initiative
   *[other] Owns { $count } initiatives
}
initiatives-leave-nobody = Nobody – they have no owner
