# The task: its page, its form and what happens to it.

## States

task-state-draft = Draft
task-state-awaiting = Awaiting approval
task-state-open = Open
task-state-filled = Filled
task-state-closed = Closed
task-state-expired = Expired
task-state-cancelled = Cancelled

## The task's page

task-find = Find tasks
task-untitled = Task without a title
task-what-you-do = What you do
task-what-you-get = What you get
task-what-we-expect = What we hope for
task-boundary = How we share the work
task-boundary-lead = You are an extra person, not extra staff. You can always say no.
task-boundary-staff = What staff do
task-boundary-others = What others do
task-boundary-volunteers = What volunteers do
task-boundary-grey = What we agree on first
task-before-you-begin = Before you begin
task-next-step = What you do now:
task-years-old = { $years } years
task-insurance = Insurance
task-accessibility = Access and space
task-notice-as-of = the rules as of { NUMBER($year, useGrouping: 0) }
task-when = When
task-where = Where
task-by = With
task-who = Who
task-requirements = Requirements
task-requirements-none = None
task-languages = Languages
task-language-da = Danish
task-language-en = English
task-language-de = German
task-language-ar = Arabic
task-language-uk = Ukrainian
task-from-home = From home
task-and-from-home = (and partly from home)
task-place-unknown = The place is agreed later
task-places-wanted = { $count ->
    [one] One volunteer
   *[other] { $count } volunteers
}
task-places-many = Everybody who would like to
task-places-left = { $count ->
    [0] No places left
    [one] One place left
   *[other] { $count } places left
}
task-company-alone = You do it on your own
task-company-group = You do it together with others
task-how-it-goes = How it goes
task-step-interest = You show interest
task-step-interest-text = Name, e-mail or phone and one line. It takes less than a minute.
task-step-answer = You get an answer by { $day }
task-step-answer-text = The contact person writes or calls.
task-step-agree = You talk and agree
task-step-agree-text = Only then do you say yes.
task-answer-by = You get an answer by { $day }.
task-aside = Facts and contact
task-in-short = In short
task-interested = I am interested
task-call = Call
task-contact = Contact person
task-write-mail = Write an e-mail
task-similar = Similar tasks right now
task-similar-none = There are no similar tasks right now. See all open tasks.
task-find-others = Find other tasks

task-filled-heading = All places are taken
task-filled-text = Thank you for your interest. Somebody has already said yes to this task.
task-closed-heading = The task is closed
task-closed-text = No more volunteers are needed for this task.
task-expired-heading = The task is over
task-expired-text = Its time has passed, and it can no longer be found by searching.
task-cancelled-heading = The task is cancelled
task-cancelled-text = Unfortunately it did not come about.

## For those who look after the task

task-for-you = For those who look after the task
task-sent-back-heading = To be changed first
task-missing-lead = Before the task can be published, this is missing:
task-approve = Approve and publish
task-send-back = Send back
task-send-back-label = What should be changed?
task-send-back-hint = Write it so that the reader knows the next step.
task-yes-current = Yes, it is current
task-no-close = No, close the task
task-edit = Edit
task-publish = Publish
task-send-to-approval = Send for approval
task-fill = All places are taken
task-reopen = Open again
task-close = Close or cancel
task-copy = Copy to a new draft
task-history = What has happened
task-by-the-program = Automatically
task-by-somebody = Somebody who is no longer here

task-next-sent-back = Change what is written below, and send the task again.
task-next-association-waits = The association is waiting to be approved. Finish the draft; you can publish it afterwards.
task-next-ready = The draft is ready to be published.
task-next-draft = Only you can see the draft. Finish it when it suits you.
task-next-approve = Read the task. Say yes, or send it back with what should be changed.
task-next-awaiting = The task is waiting for { $names }. You will be told.
task-next-current = Is the task still current? If nobody answers, it is taken down after three weeks.
task-next-open = The task is open and can be found until { $day }.
task-next-filled = All places are taken. Open the task again if a place becomes free. It expires on { $day }.
task-next-over = The task can no longer be found. You can open it again or copy it.

task-missing-title = Write a title
task-missing-summary = Write briefly what the task is about
task-missing-does = Write what the volunteer does
task-missing-time = Write when the task is
task-missing-time-over = The time has passed. Choose a day that is not over
task-missing-address = Write the postcode, or choose that the task is done from home
task-missing-contact = Choose a contact person
task-missing-boundary-staff = Write what staff do
task-missing-boundary-volunteers = Write what volunteers do
task-missing-boundary-grey = Write what is agreed on first – the grey zone
task-missing-insurance = Choose who insures the volunteer. If in doubt, ask the key person or the coordinator. The task can be kept as a draft meanwhile
task-missing-course = Write which course it is
task-missing-approach-challenge = Write why the approach fits the challenge
task-missing-approach-parties = Write why the approach makes sense for volunteers and municipality
task-missing-approach-other = Explain your way of working together

task-event-created = Created
task-event-changed = Changed
task-event-submitted = Sent for approval
task-event-sent-back = Sent back
task-event-published = Published
task-event-filled = All places taken
task-event-closed = Closed
task-event-cancelled = Cancelled
task-event-expired = Expired
task-event-reopened = Opened again
task-event-asked = Asked whether it is still current
task-event-confirmed = Still current
task-event-warned = Told that it soon expires
task-event-reclassified = New approach to co-creation
