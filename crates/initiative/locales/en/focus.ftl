# Focus areas: what was chosen for a year, and how it goes.

focus-title = Focus areas
focus-title-of = Focus areas { $year }
focus-lead = What the municipality has chosen to do more about this year together with volunteers, and how it goes. Also what has not worked.
focus-lead-past = What the municipality had chosen in { $year }, and how it went.
focus-none = No focus areas for { $year }
focus-none-text = They are here once they are decided.
focus-years = Years
focus-year = Year
focus-stopped = What has stopped
focus-nothing = Nothing has been started yet.
focus-progress = { $total -> 
    [one] 1 initiative:
   *[other] { $total } initiatives:
} { $done } done, { $under_way } under way, and { $not_begun } not begun.
focus-progress-stopped = { $stopped } stopped.
focus-see = See the initiatives
focus-why-title = Why?
focus-goals-title = Goals
focus-initiatives = Initiatives
focus-recommended-by = Recommended by { $body }
focus-recommended-by-numbered = Recommended by { $body } ({ $number })
focus-decided-by = Decided by { $body }
focus-decided-by-numbered = Decided by { $body } ({ $number })
focus-same-in = { $title } in { $year }
focus-area-label = Focus area
focus-area-title = The focus area
focus-new = Write a focus area
focus-edit = Change the focus area
focus-why = Why this?
focus-why-hint = What is the problem, and who feels it?
focus-goals = Goals
focus-goals-hint = One on each line. Something that can be counted, if possible
focus-state = How far is it?
focus-state-draft = Draft
focus-state-draft-hint = Only you who write it see it
focus-state-recommended = Recommended
focus-state-recommended-hint = Waits for a decision. Others do not see it yet
focus-state-decided = Decided
focus-state-decided-hint = Everybody can read it
focus-recommended = Who recommended it?
focus-recommended-missing = Choose who recommended it
focus-decided = Who decided it?
focus-decided-missing = Choose who decided it
focus-nobody-yet = Nobody yet
focus-number = Number of the recommendation
focus-number-hint = For example 4/2026
focus-decided-number = Number of the decision
focus-save = Save
focus-copy = Take what is unfinished to { $year }
focus-copy-text = They become drafts that are decided anew. Initiatives that are not done go along.
focus-flash-added = The focus area is saved
focus-flash-saved = The focus area is saved
focus-flash-copied = What is unfinished is taken along
focus-flash-nothing-to-copy = There is nothing more to take along
focus-propose = Is something missing? Propose it.
