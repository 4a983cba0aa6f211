### The agreement between a volunteer and a place: from yes to thank you.

engagement-heading = Agreement on “{ $task }”
engagement-heading-place = { $name }: “{ $task }”
engagement-you = You

## States

engagement-state-proposed = Needs a yes
engagement-state-agreed = Agreed, not begun
engagement-state-to-come = Agreed, begins later
engagement-state-active = Under way
engagement-state-paused = On a break
engagement-state-ended = Ended

engagement-lead-both = Read the agreement and say yes if it suits you. { $other } does the same.
engagement-lead-me = { $other } has said yes. Only your yes is missing.
engagement-lead-other = You have said yes. Only a yes from { $other } is missing.
engagement-lead-soon = You have both said yes. You can begin shortly.
engagement-lead-missing = You have both said yes. Something is missing before you can begin.
engagement-lead-missing-place = You have both said yes. Something is missing before { $name } can begin.
engagement-lead-new-version = The agreement was changed. Read it, and say yes if it still suits you. { $other } can see whether you have answered.
engagement-lead-new-version-other = The agreement was changed, and { $other } has not answered yet. Until then what you agreed on before holds.
engagement-lead-begins = The agreement is in place. The first time is { $day }.
engagement-lead-active = The agreement between you and { $other } is under way.
engagement-lead-paused = There is a break until and including { $day }.
engagement-lead-pause-over = The break lasted until { $day }. Will you start again, have a longer break, or stop?
engagement-lead-ended = The agreement ended on { $day }.
engagement-nearly-in = You are nearly in

engagement-ended-by-you = You stopped.
engagement-ended-by = { $name } ended it.
engagement-ended-by-task = The task is over.
engagement-ended-cancelled = { $by } has cancelled the task.
engagement-ended-cancelled-why = { $by } has cancelled the task. They write: { $reason }
engagement-ended-because = { $who } Reason: { $reason }.

## The agreement

engagement-agreement = The agreement
engagement-begins = First time: { $day }
engagement-print = Print
engagement-version = Version { $version }
engagement-asked-again = The agreement was changed after one of you had said yes. That is why you are both asked again.
engagement-asked-again-day = The day was changed after one of you had said yes. That is why you are asked again.
engagement-earlier = Earlier versions
engagement-version-agreed = You both said yes on { $day }.
engagement-version-never = It was changed before you had both said yes.
engagement-changed-text = The text was changed.
engagement-changed-words = { $name } changed their own words.
engagement-changed-day = The day was changed.
engagement-changed-task = The time or the place of the task was changed.

engagement-words-own = Your words
engagement-words-of = { $name } writes
engagement-words-none-own = You have not written anything yet. You do not have to.
engagement-words-none = { $name } has not written anything yet.
engagement-can-volunteer = What I can and want to do
engagement-sees-volunteer = What I see in you
engagement-needs-volunteer = What I need so that we can trust each other
engagement-can-place = What we can and want to do
engagement-sees-place = What we see in you
engagement-needs-place = What we need so that we can trust each other

engagement-words-write = Write your expectations in your own words
engagement-words-edit = Change your own words
engagement-words-text = { $name } can read what you write, and can write to you in the same way. One sentence is enough.
engagement-words-asks-again = If you write something, { $name } reads it and says yes again before the agreement holds.
engagement-words-hint = Do not write about others by name, nor about anybody's health.
engagement-words-save = Save my words
engagement-words-save-only = Only save my words

engagement-text = Text of the agreement
engagement-text-edit = Change the text of the agreement
engagement-text-hint = A line that begins with ## is a heading. A line that begins with - is a point. If one of you has said yes, it becomes a new version and you are both asked again. Do not write about citizens by name.
engagement-text-save = Save the text

## Yes

engagement-yes-title = Does the agreement suit you?
engagement-yes-day = The first time is { $day }.
engagement-yes-no-day = Choose when you begin.
engagement-yes-text = You say yes because you want to. You can stop whenever you like.
engagement-yes-text-place = Your yes is the place's. The agreement holds once you have both said yes.
engagement-yes = Yes, I would like to
engagement-yes-place = Yes, we would like to
engagement-first-day = First time

engagement-note-yes-title = Did { $name } say yes in another way?
engagement-note-by-phone-title = Go through the agreement with { $name } on the telephone, and note the answer here
engagement-note-yes-text = Read the agreement aloud or go through it together. Your name stays as the one who noted it.
engagement-note-yes-how = How was it said?
engagement-note-yes-hint = For example: by telephone, or in a talk.
engagement-note-yes = Note the yes

engagement-other-day = Propose another day
engagement-other-day-hint = { $name } is asked whether the day suits.
engagement-other-day-send = Propose the day

## What is missing

engagement-missing = What must be in place before you begin
engagement-missing-link-place = See what you do now
engagement-missing-link = See how far it is

## The talk

engagement-talk-title = How is it going?
engagement-talk-none = You have not chosen a day for a talk yet.
engagement-talk-line = We talk about how it is going on { $day }
engagement-talk-held-line = You talked about how it is going on { $day }
engagement-talk-text = Nothing is written down from the talk.
engagement-talk-due = Time for a talk
engagement-talk-due-place = Call { $name }, or sit down together when you meet anyway.
engagement-talk-due-volunteer = The place talks with you. If the day does not suit, propose another below.
engagement-talk-on = We talk about how it is going on
engagement-talk-save = Save the day
engagement-talk-hint = { $name } is told of the day.
engagement-talk-held = We have talked

## Break

engagement-pause-title = Take a break
engagement-pause-longer = Give the break another last day
engagement-pause-text = You need not say why. The place is told, and you hear from us when the break is over. Shifts of yours during the break become free, so that somebody else can take them.
engagement-pause-text-place = Note a break when { $name } has asked for one, or when you need no help for a while. { $name } is told. Shifts during the break become free.
engagement-pause-shifts = You are on these shifts. Those during the break become free:
engagement-pause-shifts-place = { $name } is on these shifts. Those during the break become free:
engagement-pause-until = Break until and including
engagement-pause = Take a break
engagement-resume = Start again

## End

engagement-decline-title = Will nothing come of it?
engagement-decline = No thank you after all
engagement-end-title = Would you like to stop?
engagement-end-title-place = End with thanks
engagement-end-text = You can stop at once and owe no reason. { $by } is told.
engagement-end-text-place = Talk with { $name } first. The agreement ends at once, and the thanks are sent.
engagement-end-text-place-call = Call { $name }, say thank you, and say that the agreement ends. { $name } has no e-mail, so we send nothing. The agreement ends at once.
engagement-end-shifts = You are on these shifts. They are free when you stop:
engagement-end-shifts-place = { $name } is on these shifts. They are free when the agreement ends:
engagement-end-reason = Reason
engagement-end-no-reason = Would rather not say
engagement-end-note = A few more words
engagement-end = Stop
engagement-end-place = End and say thank you
engagement-reason-task-done = The task is done
engagement-reason-time = Not enough time
engagement-reason-moved = Moved away
engagement-reason-found-other = Found something else
engagement-reason-not-as-expected = It was not as expected
engagement-reason-other-circumstances = Other circumstances
engagement-reason-other = Something else

engagement-thanks = Thanks
engagement-thanks-hint = The text is a proposal. Change it so that it fits.
engagement-thank-title = Say thank you to { $name }
engagement-thank-send = Send the thanks
engagement-thank-said = I have said thank you – save

engagement-contact-hidden = Telephone and e-mail are not shown once the agreement has ended.

## History

engagement-step-proposed = The agreement was proposed
engagement-step-taken = Said yes, and the agreement was made
engagement-step-words = Wrote in their own words
engagement-step-new-version = Changed the agreement. Both are asked again
engagement-step-day = Proposed a day
engagement-step-yes = Said yes
engagement-step-yes-noted = Noted a yes from the volunteer
engagement-step-agreed = Both have said yes
engagement-step-begun = Everything is in place. The agreement is under way
engagement-step-talk-set = Set a day for a talk
engagement-step-talk-held = The talk was held
engagement-step-paused = Break until and including
engagement-step-pause-over = The break is over
engagement-step-resumed = Started again
engagement-step-ended = The agreement ended
engagement-step-thanked = Said thank you
engagement-step-to-call = To be called
engagement-step-written = Wrote

## Messages on the page

engagement-flash-yes = You have said yes. We will tell you when the other side has too
engagement-flash-yes-words = You have said yes, and your words are saved. We will tell you when the other side has said yes too
engagement-flash-yes-noted = The yes is noted
engagement-flash-agreed-waits = You have both said yes. Something is missing before it can begin
engagement-flash-agreed = You have both said yes. Welcome
engagement-flash-changed-meanwhile = The agreement was changed while you read it. Read it again, and say yes if it still suits you
engagement-flash-meanwhile = The other changed something first. See where you stand now
engagement-flash-saved = Saved
engagement-flash-new-version = Saved as a new version. You are both asked again
engagement-flash-day = The day is proposed
engagement-flash-one-day = The task is on one day only, so you cannot agree on another
engagement-flash-talk-set = The day is saved
engagement-flash-talk-held = Noted
engagement-flash-paused = The break is noted. Shifts during it are free
engagement-flash-resumed = You are under way again
engagement-flash-ended = The agreement has ended
engagement-flash-ended-call = The agreement has ended. Call the volunteer and say so. It stands on My overview until you have noted it
engagement-flash-thanked = The thanks are sent
engagement-flash-proposed = The agreement is made. The volunteer has been sent a link to it
engagement-flash-not-accepted = An agreement can only be made with somebody who was accepted
engagement-flash-read-another = The answer is given: yes, please. The agreement became another than the one you read. Read it, and say yes

engagement-error-no-day = Choose a day to begin on.
engagement-error-day = Choose a day from today and at most a year ahead.
engagement-error-changed-meanwhile = The agreement was changed while you wrote. Load the page anew to see it, and write your change again.
engagement-error-read-again = The agreement was changed while you wrote. Here it is as it reads now, and your words are not lost. Read it, and say yes.

## The list

engagement-list-title = Volunteers
engagement-list-lead = The volunteers of your places, each with their agreements, and what waits for whom. Tick several to write to them at once.
engagement-list-live = All who have not ended
engagement-list-not-ready = Not settled yet
engagement-list-active = Under way, or begins later
engagement-list-place = Place
engagement-list-all-places = All places
engagement-list-none = You have no volunteers here yet
engagement-list-none-text = When you say yes to somebody who has shown interest, they are listed here.
engagement-list-tasks = See the tasks
engagement-list-count = { $count ->
    [one] 1 volunteer
   *[other] { $count } volunteers
}
engagement-list-search = Name or task
engagement-list-name = Volunteer
engagement-list-helps = Helps with
engagement-list-state = State
engagement-list-hours = Hours this year
engagement-list-expires = Runs out
engagement-list-expires-soon = Something runs out soon
engagement-list-email = E-mail
engagement-list-phone = Telephone
engagement-write = Write to them
engagement-write-heading = { $count ->
    [one] Write to 1 volunteer
   *[other] Write to { $count } volunteers
}
engagement-write-consequence = Each gets a mail of their own and does not see who else gets it. Their answers come to your own e-mail. What you write also stands with the agreement.
engagement-write-text = What you want to write
engagement-write-text-hint = The mail begins with “Hi” and their first name, and ends with your name and the place.
engagement-write-send = { $count ->
    [one] Send the mail
   *[other] Send { $count } mails
}
engagement-write-no-email = has no e-mail – call instead
engagement-write-enough = You have written to several { $count } times in the last 24 hours. Wait until tomorrow.
engagement-write-done = { $count ->
    [0] Nobody got a mail
    [one] 1 mail is on its way
   *[other] { $count } mails are on their way
}
engagement-list-since = since { $day }
engagement-list-waits-both = Waiting for your yes and the volunteer's
engagement-list-waits-place = Waiting for your yes
engagement-list-waits-volunteer = Waiting for the volunteer
engagement-list-waits-requirements = Something is missing before it can begin
engagement-list-pause-over = The break lasted until { $day }
engagement-list-paused = Break until { $day }
engagement-list-talk = Talk { $day }
engagement-list-begins = Begins { $day }

## Print

engagement-print-between = Between { $name } and { $by }
engagement-print-in-force = The agreement holds. You both said yes on { $day }.
engagement-print-was = You both said yes on { $day }.
engagement-print-waits = The agreement holds once both have said yes.
engagement-print-said-yes = Said yes
engagement-print-yes = Yes on { $day }
engagement-print-not-yet = Not yet

## On the pages of the interest

engagement-read = Read the agreement and say yes
engagement-see = See the agreement
engagement-by-phone = Go through the agreement on the telephone, and note the answer
engagement-by-phone-text = { $name } has no e-mail. Call, go through the agreement together, and note the answer on the page of the agreement.
engagement-yes-given = Has not said yes to the agreement yet
engagement-own-yes-given = { $by } has said yes to you
engagement-own-yes-given-lead = Read the agreement, and say yes if it suits you. Then you are in.
engagement-offer = Make an agreement
engagement-offer-text = { $name } was accepted but has no agreement yet.
engagement-box = The agreement
engagement-box-own = There is an agreement for you. Read it, add your own words, and say yes.
engagement-own-stop-text = That is quite all right. You stop on the page of your agreement, at once and without saying why. The place is told.
engagement-own-stop = I cannot after all
engagement-own-ended-before = The agreement ended before it began.

## My page

engagement-section = My agreements
engagement-section-nothing = You have not said yes to anything yet.
engagement-section-nothing-now = You have no agreements at the moment.
engagement-section-find = Find a task

## What waits

engagement-work-yes = Agreement lacks your yes
engagement-work-yes-place = Agreement lacks the place's yes
engagement-work-yes-call = Call { $name } and note the answer to the agreement
engagement-work-yes-awaited = { $name } has not answered the agreement
engagement-reason-changed = The agreement was changed, and the answer is missing.
engagement-work-call = Call { $name }
engagement-call-why = { $name } has no e-mail, so we cannot write.
engagement-call-ended = Say thank you, and say that the agreement has ended.
engagement-call-cancelled = Say that the task is cancelled, and that the agreement and the shifts have ended.
engagement-call-ends-on = Say when the task ends.
engagement-call-moved = Say that another place has the task.
engagement-call-begun = Say that everything is in order, and when the first time is.
engagement-work-talk = Time to talk about how it is going
engagement-work-pause = Break is over

## News for the place

engagement-news-mail-came-back = A mail to a volunteer came back: “{ $title }”. Call them and mend the address
engagement-news-proposed = { $name } accepted your invitation: “{ $title }”. Read the agreement and say yes
engagement-news-yes = { $name } has said yes to the agreement on “{ $title }”. Now your yes is missing
engagement-news-yes-words = { $name } has said yes to the agreement on “{ $title }” and written something in it. Read it. Now your yes is missing
engagement-news-agreed = You have both said yes: { $name } and “{ $title }”
engagement-news-begun = { $name } can begin now: “{ $title }”
engagement-news-changed = { $name } changed their words in the agreement on “{ $title }”. Read it again
engagement-news-day = { $name } proposes { $day }: “{ $title }”
engagement-news-task-times = Call { $name }, who has no e-mail: “{ $title }” has another time or place
engagement-news-paused = { $name } takes a break until { $day }: “{ $title }”{ $freed ->
    [0] {""}
    [one] . 1 shift is free now
   *[other] . { $freed } shifts are free now
}
engagement-news-resumed = { $name } is ready again: “{ $title }”
engagement-news-ended = { $name } has stopped: “{ $title }”. Say thank you
engagement-news-ended-before = { $name } has said no before it began: “{ $title }”
engagement-news-account-gone = { $how ->
    [left] A volunteer has stopped and no longer helps with “{ $title }”
    [died] A volunteer who helped with “{ $title }” has died
   *[deleted] A volunteer has deleted the account and no longer helps with “{ $title }”
}
engagement-news-talk = Time for a talk with { $name } on { $day }: “{ $title }”
engagement-news-talk-day = { $name } would rather talk about how it is going on { $day }: “{ $title }”
engagement-news-pause-over = { $name }'s break is over: “{ $title }”

## Mails

engagement-mail-greeting = Hello { $name }
engagement-mail-link = See the agreement:
engagement-mail-ended-link = See the agreement:
engagement-mail-why = You get this mail because you volunteer or are about to: “{ $task }”. The link in the mail is yours alone. Do not pass it on.
engagement-mail-day = The first time is { $day }.

engagement-mail-proposed-subject = Read the agreement and say yes: { $task }
engagement-mail-proposed = Thank you for wanting to help with “{ $task }” at { $by }. We have written down what we agree on with each other. Read it, add your own words, and say yes if it suits you.

engagement-mail-changed-subject = The agreement was changed: { $task }
engagement-mail-changed = { $by } changed something in the agreement on “{ $task }”. That is why we ask you again. Until you have said yes, what you said yes to before holds.

engagement-mail-agreed-subject = The agreement is in place: { $task }
engagement-mail-agreed = You and { $by } have both said yes to the agreement on “{ $task }”. Welcome.
engagement-mail-agreed-missing-subject = { $count ->
    [one] Thank you for your yes. One thing is missing: { $task }
   *[other] Thank you for your yes. { $count } things are missing: { $task }
}
engagement-mail-missing = This must be in place before you can begin:

engagement-mail-begun-subject = Now you can begin: { $task }
engagement-mail-begun = Everything is in place, so you can begin with “{ $task }” at { $by }.

engagement-mail-talk-subject = How is it going? { $task }
engagement-mail-talk = You have agreed to talk about how it is going with “{ $task }” at { $by } on { $day }.
engagement-mail-talk-what = Think about what is good and what could be different. You can always say if you would rather do something else or stop.
engagement-mail-talk-day-subject = A new day for a talk: { $task }
engagement-mail-talk-day = { $by } would like to talk with you about how it is going with “{ $task }” on { $day }. If the day does not suit, propose another on the page of your agreement.

engagement-mail-pause-over-subject = Your break is over: { $task }
engagement-mail-pause-over = Your break from “{ $task }” at { $by } is over. Are you ready again, would you like a longer break, or would you like to stop? Any of them is fine.
engagement-mail-pause-over-link = Say what you would like:

engagement-mail-paused-subject = You are taking a break: { $task }
engagement-mail-paused = { $by } has noted that you take a break from “{ $task }” until and including { $day }. If that is wrong, change it behind the link.

engagement-mail-resumed-subject = Under way again: { $task }
engagement-mail-resumed = { $by } has noted that you are under way again with “{ $task }”. If that is wrong, change it behind the link.

engagement-mail-ended-subject = Thank you for your help: { $task }
engagement-mail-ended-before-subject = The agreement has ended: { $task }
engagement-mail-ended = The agreement about “{ $task }” at { $by } has ended.
engagement-mail-shifts-gone = You are no longer on these shifts:
engagement-mail-stopped-subject = You have stopped: { $task }
engagement-mail-stopped = You have stopped with “{ $task }” at { $by }, and they have been told. Thank you for the time you gave. You are always welcome back.
engagement-mail-stopped-before-subject = You are no longer taking part: { $task }
engagement-mail-stopped-before = You have said no to “{ $task }” at { $by } before you began, and they have been told. Thank you for saying so. You are always welcome another time.
engagement-mail-thanks-subject = Thank you for your help: { $task }
engagement-exit-waiting = { $count ->
    [one] 1 waits for an answer
   *[other] { $count } wait for an answer
}
engagement-exit-agreed = { $count ->
    [one] 1 volunteer has an agreement
   *[other] { $count } agreements with volunteers
}
engagement-exit-own-waiting = { $count ->
    [one] You are waiting for an answer at one place
   *[other] You are waiting for an answer at { $count } places
}
engagement-exit-own-agreed = { $count ->
    [one] You have one agreement
   *[other] You have { $count } agreements
}
engagement-exit-of-person-waiting = { $count ->
    [one] Waits for an answer at one place
   *[other] Waits for an answer at { $count } places
}
engagement-exit-of-person-agreed = { $count ->
    [one] Has one agreement as a volunteer
   *[other] Has { $count } agreements as a volunteer
}
engagement-exit-of-person-outcome = It ends, and the place is told.
engagement-exit-own-outcome = The place is told that you no longer take part.
engagement-exit-first-name = [first name]
engagement-exit-reason = [what you write below]
engagement-exit-times-agreed-outcome = They get an e-mail with the old and the new, and the agreement is changed. They are asked whether it still suits them.
engagement-exit-times-waiting-outcome = They get an e-mail with the old and the new.
engagement-exit-times-call = { $count ->
    [one] 1 has no e-mail and must be called
   *[other] { $count } have no e-mail and must be called
}
engagement-mail-cancelled-subject = It has come to an end: { $task }
engagement-mail-cancelled = “{ $task }” at { $by } is cancelled, and your agreement is over. The shifts you had are cancelled too. Thank you for the time you have given.
engagement-mail-cancelled-before = “{ $task }” at { $by } is cancelled, so your agreement ends before you could begin. The shifts you had are cancelled too. Thank you for offering to help.
engagement-mail-ends-on-subject = Soon for the last time: { $task }
engagement-mail-ends-on = “{ $task }” at { $by } ends on { $day }. Up to and including that day everything is as we agreed. Then your agreement ends, and later shifts are cancelled.
engagement-mail-task-moved-subject = Another place has the task: { $task }
engagement-mail-task-moved = “{ $task }” now belongs to { $by }. Your agreement and your shifts are as they were. If there is anything you would like to talk about, please call.
engagement-mail-times-subject = Another time: { $task }
engagement-mail-times = { $by } has moved “{ $task }”, which you have an agreement about.
engagement-mail-place-subject = Another place: { $task }
engagement-mail-place = “{ $task }”, which you have an agreement about with { $by }, is somewhere else now.
engagement-mail-shifts-along = Your shifts have moved with it:
engagement-mail-times-read = The agreement has been changed to fit. Read it, and say yes if it still suits you. If it does not, you can say so on the same page.

## Retention

engagement-retention = Agreements with volunteers
engagement-retention-purpose = So that you can work together, and so that the volunteer can get a proof afterwards. Then only figures remain that nobody can be recognised by.
engagement-lost-link = If the whole link does not work either, the agreement was deleted some time after it ended. If you have an account, sign in: your agreements are on My page. Otherwise you can call whoever you have the agreement with.
interest-lost-link = If the whole link does not work either, what you sent has been deleted: after seven days if you did not confirm it, otherwise some time after it was closed. If you still would like to help, find the task and show your interest again.

## More

engagement-news-behind = “{ $title }” is behind us. { $name } has got a mail with thanks from you
engagement-once-text = Stood in { $when }: “{ $title }”.
engagement-known = Agreements
engagement-known-task = Task
engagement-known-state = State

engagement-shortcut-volunteers = My volunteers
engagement-hours-link = Hours

## The page about a person, and when two registrations become one

engagement-about = Agreements as a volunteer
engagement-about-nothing = Has no agreements as a volunteer.
engagement-about-from = { $place }. From { $day }
engagement-about-ended = { $place }. Ended { $day }
requirement-about-nothing = Nothing is noted.
requirement-about-until = Counts up to and including { $day }
requirement-about-since = Noted { $day }
merge-engagements = { $count ->
    [one] 1 agreement as a volunteer
   *[other] { $count } agreements as a volunteer
}
merge-engagement-twice = Both have an agreement about “{ $title }”.
merge-engagement-twice-outcome = The one that is further along goes on with all shifts and hours. The other one ends, and we write to nobody.
merge-requirements = { $count ->
    [one] 1 noted requirement
   *[other] { $count } noted requirements
}
merge-requirement-twice = The requirement “{ $what }” is noted for both.
merge-requirement-twice-outcome = The one that is further along stays. A no always stays.

# Headings on My overview
worklist-kind-engagement-yes = Agreements that lack a yes
worklist-kind-engagement-talk = Talks about how it is going
worklist-kind-engagement-pause = Breaks that are over
worklist-kind-engagement-thanks = Thanks
worklist-kind-requirement-certificate = Certificates to fetch or to assess
worklist-kind-requirement-arrange = Meetings and courses you have promised to arrange
worklist-kind-requirement-note = To see and note before somebody can begin
worklist-kind-requirement-ending = Requirements that run out soon

# Why an imported row stays when its import is undone
import-undo-task-has-agreements = There is an agreement with a volunteer.
import-undo-person-answered = Has answered a volunteer or signed something.
import-undo-person-has-agreements = Has an agreement.
import-undo-association-has-declared = Has signed the declaration about children’s certificates.
engagement-work-talk-held = We have talked
engagement-badges = Name badges
engagement-badges-lead = A badge for each on the list, eight on a sheet. Cut along the edge and put them into a holder of 9 × 6 cm.
engagement-badges-back = Back to the list
engagement-badges-role = Volunteer
engagement-list-task = Task
engagement-list-all-tasks = All tasks
engagement-task-write = Write to those who help
