# Notes about rules for volunteers: shown on the tasks' pages as long as somebody has looked whether they hold.

legal-title = Notes about rules
legal-lead = The notes are folded on the tasks' pages with source, year and who answers for them. A note is shown through the year after you last looked whether it holds. Look in the source before you press.
legal-of-units = Shown on tasks with the municipality's own units.
legal-of-associations = Shown on tasks with associations.
legal-of-companies = Shown on tasks of associations and companies when no association organises the volunteers.
legal-no-longer = If a note no longer holds, do not press. Then it is not shown once its time is over. Tell the system administrator, who can have the wording corrected in a new version of the program.
legal-through-associations = Shown on tasks for which an association organises the volunteers.
legal-shown-until = Shown until { $day }
legal-not-shown = Not shown: somebody must look at it
legal-source = Source: { $source }.
legal-year = Last looked at: { $year }.
legal-still-holds = We have looked: it still holds
legal-flash-looked = The note has been looked at and is shown again.
legal-work = { $count ->
    [one] A note about rules must be looked at
   *[other] { $count } notes about rules must be looked at
}
legal-work-detail = They are too old to stand on the tasks' pages.
