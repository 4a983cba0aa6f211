# Hours a volunteer has given: told by the volunteer or by the place, never demanded.

hours-title = My hours
hours-link = Hours
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
hours-many = On { $day } that makes { $said } in total. If it is right, save. Otherwise correct the number.
hours-yes-right = Yes, save

hours-in-year = { $year } in total
hours-table = Hours, { $title }
hours-who = Written by
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

hours-flash-added = The hours are written down.
hours-flash-corrected = The hours are corrected.
hours-flash-removed = The hours are removed.
hours-flash-put-back = The hours are back.
