# The year wheel and the public calendar of meetings.

wheel-short = Year wheel
wheel-title = Year wheel { $year }
wheel-lead = What comes again every year. Meetings stand here by themselves.
wheel-empty = There is nothing in the year yet
wheel-empty-text = Add the first, or go to another year and copy it.
wheel-add = Add to the year wheel
wheel-event-title = What is it?
wheel-kind = Kind
wheel-kind-event = Event
wheel-kind-hearing = Hearing
wheel-kind-grant = Grants and deadlines
wheel-kind-declaration = Declarations
wheel-kind-election = Election
wheel-kind-evaluation = Evaluation
wheel-kind-other = Other
wheel-kind-meeting = Meeting
wheel-day = Which day?
wheel-repeats = How is the day found next time?
wheel-repeats-date = The same date
wheel-repeats-nth = The same weekday of the month, for example the second Monday of April
wheel-repeats-last = The last such weekday of the month, for example the last Friday of September
wheel-not-the-last = The day is not the last { $weekday } of the month
wheel-every = How many years are there in between?
wheel-every-hint = Empty: every year. An evaluation every fourth year is 4
wheel-owner = Who is responsible?
wheel-owner-nobody = No position in particular
wheel-prepare = Days to prepare
wheel-prepare-hint = So long before the day it stands on the overview of whoever is responsible
wheel-prepared-from = prepared from { $day }
wheel-note = Note
wheel-public = Show it in the public calendar of meetings
wheel-public-hint = Title, day and note can be read by everybody
wheel-done = Done
wheel-in-preparation = Being prepared
wheel-not-done = Not done
wheel-mark-done = It is done
wheel-remove = Delete
wheel-copy = Copy to the next time
wheel-copy-text = { $count ->
    [one] 1 entry can be copied to the year in which it comes again. What was copied already is not copied again.
   *[other] { $count } entries can be copied to the year in which they come again. What was copied already is not copied again.
}
wheel-flash-saved = Saved in the year wheel
wheel-flash-done = Noted as done
wheel-flash-removed = Deleted from the year wheel
wheel-flash-copied = The year is copied. Change what should be different
work-kind-wheel = The year wheel
calendar-title = Calendar of meetings
calendar-lead = Public meetings, meetings of groups and councils, and other things worth knowing.
calendar-show = Show
calendar-all = All
calendar-others = Other
calendar-cancelled = Cancelled: { $title }
calendar-subscribe = Have the calendar in your own calendar
calendar-subscribe-text = Copy the link and add it as a calendar from the internet in Outlook, Google or on your telephone. Changes then follow.
