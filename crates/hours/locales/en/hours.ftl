# Hours a volunteer has given: told by the volunteer or by the place, never demanded.

hours-title = My hours
hours-my-page = My page
hours-of = Hours: { $name }
hours-own-lead = Write down your hours if you like. Nobody asks you to. They can appear on a volunteer certificate later.
hours-of-lead = You can note the hours together if you both want to. The volunteer sees what you write and can correct it.
hours-back-to-engagement = To the agreement
hours-back = Back
hours-section-lead = If you want to keep track of how much time you give.
hours-section-sum = { $said } in { NUMBER($year, useGrouping: "false") }
hours-section-more = Write down hours
hours-none = No hours have been written down yet.
hours-no-engagement = You have no agreements yet
hours-no-engagement-text = When you help somewhere, you can write down your hours here.
hours-find-tasks = Find tasks

hours-task = Where did you help?
hours-choose-task = Choose where you helped
hours-day = Day
hours-day-to-come = That day has not come yet. Write down the hours when you have been there
hours-time = Time
hours-time-hint = For example 1½, 1:30 or 90 min
hours-time-missing = Write how long it took, for example 1½
hours-time-unclear = We cannot read the time. Write it for example as 1½, 1:30 or 90 min
hours-add = Write down the hours
hours-save = Save
hours-cancel = Cancel
hours-many-heading = Is that right?
hours-said = { $said } on { $day }
hours-understood = We read it as { $said }.
hours-either = { $number } can be hours as well as minutes. If it is not as we read it, write { $number } hours or { $number } min.
hours-same-day = { $already } is written already for that day. Together that makes { $together }. If the first time should be corrected instead, correct it in the list below.
hours-before-first-day = The first day in the agreement is { $day }.
hours-long = That makes { $said } in one day. If it is right, save. Otherwise correct the number.
hours-before-agreement = The agreement is from { $day }. We cannot write down hours from before it. Choose a later day
hours-after-end = The agreement ended on { $day }. Choose that day or an earlier one
hours-shift-to-come = Your shift does not begin until { $time }. Write down the hours when it has begun
hours-more-than-the-day = The day has only had { $said } so far. Correct the time, or choose an earlier day
hours-more-than-a-day = { $said } is written already for that day, and together that is more than a day holds. Correct the time, or choose another day
hours-written = The hours are written down
hours-written-text = { $said }, { $place }.
hours-written-mend = If it is not right, correct it
hours-not-put-back = The hours cannot be put back
hours-yes-right = Yes, save

hours-in-year = { $year } in total
hours-table = Hours, { $title }
hours-who = Written by
hours-twice = The shift that day counts, too. If it is the same time, remove one of them.
hours-correct = Correct
hours-correct-title = Correct hours
hours-remove = Remove the hours
hours-removed-heading = The hours are removed
hours-removed-text = { $said } no longer count. If it was a mistake, put them back.
hours-put-back = Put the hours back
hours-overtaken = Somebody else corrected the hours meanwhile
hours-overtaken-text = This is what it says now. Correct it again if it is not right.
hours-told-by-you = You, { $day }
hours-told-by-volunteer = The volunteer, { $day }
hours-told-by = { $name }, { $day }
hours-told-by-place = The place, { $day }

hours-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
hours-minutes = { $minutes } min

hours-known-day = Day
hours-known-task = Task
hours-known-minutes = Minutes
hours-known-by = Written by
hours-by-you = You
hours-by-place = The place

hours-flash-removed = The hours are removed.
hours-flash-put-back = The hours are back.

## When two registrations are one person
merge-hours = Hours: { $said }
merge-proofs = { $count ->
    [one] 1 certificate
   *[other] { $count } certificates
}

## When an import is undone
import-undo-task-has-hours = Hours have been written.
import-undo-person-has-hours = Has hours or certificates.

## What the coordinator reads about a person
hours-about = Hours
hours-about-nothing = Has not written down any hours.
