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
task-off-on-closed-days = Not on public holidays and the municipality's closing days.
task-form-keeps-closed-days = The task is there on public holidays and closing days too
task-form-keeps-closed-days-hint = Without a tick it is not shown on Christmas Eve, public holidays and the municipality's other closing days
task-insurance = Insurance
task-accessibility = Access and space
task-notices = Rules about benefits and expenses for volunteers
task-notice-source = Source: { $source }. Looked at in { $year } by { $owner }.
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
task-company-alone = You do it on your own
task-company-group = You do it together with others
task-contact = Contact person

task-filled-heading = All places are taken
task-filled-text = Thank you for your interest. Somebody has already said yes to this task.
task-closed-heading = The task is closed
task-closed-text = No more volunteers are needed for this task.
task-expired-heading = The task is over
task-expired-text = Its time has passed, and it takes no more volunteers.
task-cancelled-heading = The task is cancelled
task-cancelled-text = Unfortunately the task will not happen.
task-sent-back-heading = It must be changed first
task-send-back = Send back
task-send-back-label = What should be changed?
task-send-back-hint = Write it so that the reader knows the next step.
task-publish = Publish
task-send-to-approval = Send for approval
task-close = Close or cancel
task-by-the-program = Automatically
task-by-somebody = Somebody who no longer has an account

task-next-sent-back = Change what is written below, and send the task again.
task-next-association-waits = The association is waiting to be approved. Finish the draft now, and you can publish it afterwards.
task-next-ready = The draft is ready to be published.
task-next-draft = Only you can see the draft. Finish it when it suits you.
task-next-approve = Read the task. Say yes, or send it back with what should be changed.
task-next-awaiting = The task is waiting for { $names }. You will be told.
task-next-current = Is the task still current? If nobody answers, it is taken down after three weeks.
task-next-open = The task is open until { $day }.
task-next-filled = All places are taken. Open the task again if a place becomes free. It expires on { $day }.
task-next-over = The task is no longer open. You can open it again or copy it.

task-missing-title = Write a title
task-missing-summary = Write briefly what the task is about
task-missing-does = Write what the volunteer does
task-missing-time = Write when the task is
task-missing-day = Write which day the task is
task-missing-weekdays = Choose at least one weekday
task-missing-start = Write when the task begins
task-missing-end = Write when the task ends
task-missing-hours = Write how many hours a week it is
task-missing-time-over = The time has passed. Choose a day that is not over
task-missing-address = Write the postcode, or choose that the task is done from home
task-missing-contact = Choose a contact person
task-missing-boundary-staff = Write what staff do
task-missing-boundary-volunteers = Write what volunteers do
task-missing-boundary-grey = Write what you agree on first
task-missing-insurance = Choose who insures the volunteer. If in doubt, ask the municipality. The task can be kept as a draft meanwhile
task-missing-course = Write which course it is
task-missing-approach-challenge = Write why the approach fits the challenge
task-missing-approach-parties = Write why the approach makes sense for the volunteers and for the municipality
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
task-event-moved = Taken over by another place
task-event-reopened = Opened again
task-event-asked = Asked whether it is still current
task-event-confirmed = Still current
task-event-current-taken-back = “Still current” was taken back
task-event-warned = Told that it soon expires
task-event-reclassified = New approach to co-creation

## The form

task-mine = My tasks
task-form-new = New task
task-form-edit = Edit the task
task-form-for = The task is with { $poster }.
task-form-lead = You can save a draft at any time, even when something is missing. Only you can see it.
task-form-preview-heading = This is how the task looks
task-form-preview-text = Nothing is saved yet. You can change it below or save.
task-form-what = The task
task-form-title = Title
task-form-title-hint = A few ordinary words, for example “Saturday coffee at Solgården”
task-form-summary = The task in one sentence
task-form-summary-hint = The first thing people read. What gets better when somebody helps?
task-form-does = What does the volunteer do?
task-form-one-a-line = Write one thing on each line
task-form-time-kind = How often?
task-form-one-off = Once
task-form-weekly = Every week
task-form-flexible = When it suits the volunteer
task-form-day = Date
task-form-weekdays = Weekdays
task-form-start = From
task-form-end = To
task-form-time-hint = For example 14:00
task-form-end-hint = A time after midnight is the next day
task-form-end-day = Last day
task-form-end-day-hint = Only if the task lasts several days
task-form-end-day-wrong = The task must end after it began, and three days later at most
task-form-end-is-start = The end is the same as the start
task-form-end-next-day = The end is before the start. Does the task end the next day? Then choose the last day too
task-form-end-before-start = The end is before the start. A turn over midnight can last 12 hours at most
task-form-hours = Hours a week
task-form-hours-wrong = Write a number of hours between 0.25 and 40
task-form-hours-note = More about the time
task-form-hours-note-hint = Do not write the number of hours again. For example “Weekdays between 12 and 4 pm”
task-form-from = First day
task-form-until = Last day
task-form-until-hint = Leave the field empty if the task has no end
task-form-until-before-from = The last day is before the first
task-form-remote = Where does it happen?
task-remote-on-site = On site
task-remote-partly = Partly on site, partly from home
task-remote-remote = From home
task-form-venue = Name of the place
task-form-venue-hint = If it is not your own place
task-form-address = Street and number
task-form-postcode = Postcode
task-form-postcode-hint = Needed unless the task is done from home
task-form-contact-text = The name and phone number are shown on the task, so that people can ask a human being.
task-form-contact = Who answers?
task-contact-other = Whoever answers does not stand on the task
task-contact-hidden = { $name } answers, but is not shown on the page yet. So { $call } on { $phone } stands on the task.
task-contact-mend-hidden = Choose who is shown
task-contact-no-phone = { $name } answers, but has written no phone number. So { $call } on { $phone } stands on the task.
task-contact-mend-phone = Write your number
task-contact-away = { $name } answers, but is away until the end of { $until }. Until then { $call } on { $phone } stands on the task.
task-form-boundary-unit = Write what belongs to staff and what belongs to volunteers. It makes everybody feel safe, also the people it is about. All three fields are needed before the task is published.
task-form-boundary-association = If there are staff at the place, write who does what. Otherwise you can leave the fields empty.
task-form-examples = See good examples
task-form-framing = Ask yourselves first
task-form-example = An example
task-form-never = A volunteer must never
task-form-grey-hint = What you are in doubt about, and whom to ask
task-form-insurance = Who insures the volunteer?
task-form-through = Who organises the volunteers?
task-form-through-hint = It matters to people on unemployment benefit and early retirement pay
task-form-through-direct = The municipality itself
task-form-through-association = An association
task-form-notices = This is shown on the task because of what you have chosen:
task-form-more = More, if you like
task-form-more-text = The more you tell, the easier the task is to find and to say yes to.
task-form-about = Topic and target group
task-form-theme = Theme
task-form-topics = Topics
task-form-topics-hint = Choose those people would search for
task-form-target-groups = Whom is the task for?
task-form-awaits-declaration = A task with children and families waits for the association’s declaration about child protection certificates. Ask the chair or the treasurer to sign it on the association’s page, or choose other target groups.
task-form-competences = It is an advantage if you are good at …
task-form-competences-hint = It keeps nobody away, but helps us find those who suit.
task-form-practical = Places, languages and what you offer
task-form-places = How many volunteers?
task-form-places-hint = Leave the field empty if everybody can join
task-form-company = Alone or together?
task-company-either = Alone or together, as you like
task-form-languages = Languages you can get by with
task-form-offers = What does the volunteer get?
task-form-expects = What do you hope for?
task-form-accessibility = Access and space at the place
task-form-accessibility-hint = Stairs, toilet, parking, noise
task-form-requirements = Requirements before you begin
task-form-requirements-hint = Choose only what is necessary. Most tasks have no requirements
task-form-course = Which course?
task-form-information-meeting = Information meeting: time and place
task-form-min-age = Minimum age
task-form-approach = Co-creation
task-form-aid = Three questions
task-form-aid-button = Propose an approach
task-form-aid-all = Answer all three questions to get a proposal.
task-form-proposal = A proposal
task-form-proposal-text = The choice is yours.
task-form-approach-choose = Approach
task-form-approach-none = Not chosen
task-form-approach-other = Explain in your own words if the approach is another
task-form-channels = Where else do you tell people about the task?
task-form-channels-legend = Channels
task-channel-website = Website
task-channel-newsletter = Newsletter
task-channel-library-poster = Notice at the library
task-channel-poster = Poster
task-channel-rss = RSS
task-form-save = Save
task-form-save-draft = Save draft
task-form-preview = Show how it looks
task-form-cancel = Cancel
task-form-overtaken-heading = The task has been changed meanwhile
task-form-overtaken = The task was changed { $when }, while you were writing. We have not saved what you wrote.
task-form-overtaken-next = It is still in the fields. Here you can see what it says now in the fields where you wrote something else. Change what you like, and save again.
task-form-overtaken-empty = Not filled in

## Whom the task is for

task-choose-lead = Whom is the task for?
task-choose-other = Another place
task-choose-next = Continue

## Close and cancel

task-close-lead = Those who have shown interest can see that the task is no longer open.
task-close-outcome = What has happened?
task-close-closed = No more are needed
task-close-closed-hint = The task is closed and can be opened again. Those who help go on. We write to those on the waiting list, and you answer those who wait for an answer
task-close-cancelled = It will not happen
task-close-cancelled-hint = Everybody who waits or helps gets a mail with the reason at once, and the shifts are cancelled
task-close-reason = Why?
task-close-reason-hint = Write briefly and kindly. Mention nobody by name. If you call it off, you must write why
task-close-button = Close the task
task-close-cancel = Call off the task
task-close-consequences = What depends on the task
task-exit-tasks = { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
task-exit-contact = { $count ->
    [one] Contact for 1 task
   *[other] Contact for { $count } tasks
}
task-exit-contact-at = { $count ->
    [one] Contact for 1 task at { $place }
   *[other] Contact for { $count } tasks at { $place }
}
task-exit-contact-on-duty = Whoever answers for the place then
task-exit-contact-outcome = Whoever answers for the place then becomes the contact and is told.

## Messages when something has been done

task-flash-saved = The task is saved
task-flash-moved = The task is moved. Those who have an agreement or wait for an answer are told
task-flash-published = The task is published. It can be found now
task-flash-submitted = The task is sent for approval. You will be told
task-flash-incomplete = The task is saved as a draft. It cannot be published yet. See what is missing
task-flash-was-changed = Somebody else changed the task first. See where things stand now
task-flash-approved = The task is approved and published
task-flash-cannot-approve = The task cannot be published as it is. Send it back with what is missing
task-flash-sent-back = The task is sent back
task-flash-closed = The task is closed
task-flash-cancelled = The task is cancelled
task-flash-awaits-again = The task is no longer cancelled. It waits for approval again
task-flash-reopened = The task is open again
task-flash-cannot-reopen = Something is missing before the task can be opened again. Change time and place, and save
task-flash-filled = All places are taken. The task takes no more volunteers
task-flash-copied = The draft is a copy. Change what is different
task-flash-current = Thank you. The task stays

## News for those who look after the task

task-news-awaiting = The task “{ $title }” is waiting for your yes.
task-news-approved = The task “{ $title }” is approved and published.
task-news-sent-back = The task “{ $title }” is sent back. See what should be changed.
task-news-asked = Is the task “{ $title }” still current? Answer with one click. Otherwise it is taken down in three weeks.
task-news-soon-expires = The task “{ $title }” expires in a week. Extend it if it goes on.
task-news-expired = The task “{ $title }” has expired. You can open it again.
task-news-unanswered = The task “{ $title }” is taken down because nobody answered whether it is current. You can open it again.
task-news-handed-over = You are now the contact for the task “{ $title }”.

## What waits in my overview

task-work-first = Write the first task
task-work-first-detail = Choose a place and write what a volunteer can help with. The place can change it afterwards.
task-work-approve = Approve the task “{ $title }”
task-work-current = Is “{ $title }” still current?
task-work-expiring = “{ $title }” expires on { $day }
task-work-sent-back = Change the task “{ $title }”
task-work-insurance = Say who insures the volunteers of “{ $title }”
task-work-climbed = Because nobody answered in time, it is now with you.

## My tasks

task-mine-lead = The tasks you have posted, and the next step for each.
task-mine-none = You have no tasks yet
task-mine-none-text = Tell people what you need. A draft takes a couple of minutes.
task-mine-helping = { $count ->
    [0] Nobody has joined yet
    [one] 1 has joined
   *[other] { $count } have joined
}
task-mine-agreeing = { $count ->
    [one] 1 agreement lacks a yes
   *[other] { $count } agreements lack a yes
}
task-mine-waiting = { $count ->
    [one] One is waiting for an answer
   *[other] { $count } are waiting for an answer
}
task-mine-step-draft = Finish it
task-mine-step-sent-back = Change and send again
task-mine-step-awaiting = Awaiting approval
task-mine-step-answer = Answer those interested
task-mine-step-current = Say whether it is current
task-mine-step-see = See the task
task-mine-step-over = Open again or copy
task-mine-all = { $count ->
    [one] One task
   *[other] { $count } tasks
}

# When an association closes, its tasks go with it.
task-association-closed = The association has closed.

task-competences = It is an advantage

task-overview = My overview

task-soon-call = Better call:
task-soon-text = You can also send a message, but the answer may come too late.
task-soon-title = The task begins before we have promised to answer

## When two registrations become one

merge-tasks = { $count ->
    [one] Contact for 1 task
   *[other] Contact for { $count } tasks
}
merge-link = Own link for telling others
merge-link-twice = Both have a link for telling others.
merge-link-twice-outcome = The link of whoever stays still works. The other one stops, and what came of it is counted.

# Headings on My overview
worklist-kind-task-approval = Tasks waiting for approval
worklist-kind-task-current = Is the task still current?
worklist-kind-task-sent-back = Tasks sent back to you
worklist-kind-task-expiring = Tasks that expire soon
worklist-kind-task-insurance = Insurance nobody has chosen
worklist-kind-legal-note = Notes about rules
worklist-kind-requirement-declaration = The association's declaration

# A time that is unusual
task-form-never-shown = { $time } does not exist that night, because the clocks go forward. Choose a time before 2 or from 3
task-form-ask-heading = Is the time right?
task-form-ask-closed = Most places are closed on { $day }: { $name }.
task-form-ask-twice = { $time } comes twice that night, because the clocks go back. We count on the first.
task-form-ask-next = If it is right, save again. If not, choose another time.
task-form-ask-moves-heading = Is the task to be moved?
task-form-ask-moves-next = Save again, and it is moved and everybody concerned is told. Otherwise change the time or the place.
task-form-ask-moves-place = Save again, and the task is moved and everybody concerned is told. If it is the same place in better words, choose “Save as a correction: it is the same place”. Then nobody is told.
task-form-same-place = Save as a correction: it is the same place
task-moved-before = Before: { $what }
task-moved-now = Now: { $what }

## All tasks, for those who work here

task-list-title = Tasks
task-list-lead = The tasks you answer for, in every state. Tick several, and do the same with all of them.
task-list-count = { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
task-list-search = Task or place
task-list-task = Task
task-list-place = Place
task-list-all-places = All places
task-list-state = State
task-list-state-live = Current
task-list-state-waiting = Somebody is waiting for an answer
task-list-state-nobody = Open, nobody interested
task-list-state-all = All, including those that are over
task-list-when = When
task-list-interested = Interested
task-list-waiting = Waiting for an answer
task-list-places = Places
task-list-changed = Changed
task-list-expires = Shown until
task-list-approve = Approve
task-list-approve-heading = { $count ->
    [one] Approve 1 task
   *[other] Approve { $count } tasks
}
task-list-approve-consequence = They become public at once, and those who wrote them are told.
task-list-approved = { $count ->
    [0] No tasks were approved
    [one] 1 task is approved
   *[other] { $count } tasks are approved
}
task-list-current = Say that they are current
task-list-current-heading = { $count ->
    [one] Say that 1 task is still current
   *[other] Say that { $count } tasks are still current
}
task-list-current-consequence = They stay in the task bank. Nobody gets a mail about it.
task-list-confirmed = { $count ->
    [0] No tasks were confirmed
    [one] 1 task is confirmed as current
   *[other] { $count } tasks are confirmed as current
}
task-list-not-awaiting = does not wait for approval
task-list-not-open = is not open
task-list-not-yours = must be approved by somebody else
task-list-needs-declaration = the association’s declaration about children’s certificates is missing
task-list-incomplete = cannot be published as it is; open it to see why
task-work-still-current = Yes, still current
task-list-current-taken-back = { $count ->
    [one] 1 task stands as it did.
   *[other] { $count } tasks stand as they did.
}
task-work-first-of-association = Post your first task
task-flash-association-first = Decide about the association first. Its tasks cannot become public before it is approved
task-list-association-first = the association is not approved yet
task-form-copy-last = Begin with a copy of “{ $title }”
task-form-copy-last-text = Is it like your latest task? The copy has the place, the boundary and the insurance with it, so you only change what is different.
