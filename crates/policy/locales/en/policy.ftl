# Policies: from the plan to the adoption and on.

policy-list-title = Policies
policy-list-lead = Here you see which policies the municipality has, which are being made, and where you can take part.
policy-none = There are no policies yet
policy-none-text = When a policy is being made, you can follow it here.
policy-new = Start a policy
policy-edit = Change details
policy-group-under-way = Being made
policy-group-adopted = In force
policy-group-replaced = No longer in force
policy-group-stopped = Stopped
policy-next = Next: { $title } ({ $when })
policy-now = Right now: { $title } ({ $when })
policy-takes-answers = You can answer now
policy-calls = You can take part
policy-hidden-short = For staff only
policy-adopted-on = Adopted { $day }

policy-kind = Kind
policy-kind-values = Values policy
policy-kind-strategy = Strategy
policy-kind-framework = Strategic framework
policy-kind-theme = Policy for a theme
policy-state-under-way = Being made
policy-state-adopted = Adopted
policy-state-stopped = Stopped
policy-state-replaced = Replaced

policy-title = Title
policy-about = What is it about?
policy-about-hint = Two or three sentences that everybody can read. The words are also used to find who has the right to be heard.
policy-leader = Project leader
policy-leader-hint = Whoever holds the threads together. Choose the position: then the task follows it when somebody changes jobs.
policy-nobody = Not chosen yet
policy-body = Steering group
policy-body-hint = The group also writes the text.
policy-no-body = No steering group
policy-steering = What may the steering group decide?
policy-steering-hint = For example: gathers input and recommends, but does not word the final policy.
policy-departments = Departments
policy-departments-hint = Tick those the policy is for. There must be at least two before the plan can be agreed. You can choose them later.
policy-departments-one = Choose at least one more department, or choose them all later.
policy-replaces = Replaces
policy-replaces-hint = Is there already a policy on the same subject? It applies until the new one is adopted.
policy-replaces-none = No policy
policy-political = Political ownership
policy-political-hint = For example: the welfare committee.
policy-administrative = Administrative ownership
policy-section34 = The policy is also the municipality's policy under section 34 of the Act on Popular Education
policy-section34-hint = The text must then cover the six points of the act.
policy-section34-short = Act on Popular Education, section 34
policy-yes = Yes
policy-case-number = Case number
policy-kle = KLE subject
policy-kle-hint = For example 27.69.40.
policy-kle-wrong = Write the KLE subject as two digits, a full stop, two digits, a full stop, two digits – or only its beginning.
policy-template = Begin with the plan of
policy-template-hint = You can move, add and delete steps afterwards.
policy-template-gone = That plan can no longer be chosen. Choose another.
policy-begins = When does the process begin?
policy-begins-past = The process began then
policy-begins-past-hint = Steps whose time has passed are shown as late until you mark them as done.
policy-begins-long-past = The day is more than two months ago, so part of the plan is late from the start. Write a later day, or tick the box below.
policy-headings = Begin the text with the headings a policy usually has
policy-headings-hint = Foreword, vision, values and so on. They can be deleted again.
policy-revise-by = To be reviewed by
policy-revise-by-hint = We remind you half a year before. If it is empty when the policy is adopted, it will be four years later.
policy-form-plan = The plan
policy-form-who = Who takes part?
policy-form-case = The case
policy-begin = Start
policy-save = Save
policy-back = Back
policy-facts = About the policy
policy-skeleton = Foreword | What the policy covers | Vision | Values | Target group | Focus areas | Framework | Organisation and a single point of entry | Finances and funding | Follow-up, evaluation and revision | Annex: what we know about the field

policy-flash-begun = The policy is started. Go through the plan, and agree it when it is right.
policy-flash-saved = Saved.
policy-flash-agreed = The plan is agreed.
policy-flash-was-agreed = The plan is already agreed.
policy-flash-not-ready = The plan cannot be agreed yet. See what is missing at the step.
policy-flash-is-over = The policy is no longer being made, so that cannot be changed.
policy-flash-stopped = The policy is stopped. Those who signed up get an e-mail.
policy-flash-not-adopted = That can be done when the policy is adopted.
policy-flash-amended = Saved. Everybody now reads the version you chose.
policy-flash-revised = The revision is started. The adopted policy is in force until a new one is adopted.
policy-flash-revision-there = The policy is already being revised. Here is the revision.

policy-leading = For you who lead the work
policy-hidden = Only staff can see it
policy-not-agreed = The plan is not agreed yet.
policy-missing = Before it can be agreed, this is missing:
policy-warnings = { $count ->
    [one] 1 thing in the plan to look at
   *[other] { $count } things in the plan to look at
}
policy-signups-waiting = { $count ->
    [one] 1 person would like to take part
   *[other] { $count } people would like to take part
}
policy-departments-confirm = Have the departments accepted the policy as their own?
policy-confirmed-on = said yes { $day }
policy-confirm-missing = no answer yet
policy-confirm = Record that they have said yes
policy-unconfirm = Undo
policy-shown-title = Show the plan, and find people
policy-voices = { $all ->
    [0] No voices yet
   *[other] Voices: { $all }, { $waiting } without an answer
}
policy-amend = Changed at the meeting
policy-stop = Stop the policy
policy-revise = Start a revision

policy-is-at = Now: { $title } ({ $when }).
policy-comes-next = Next: { $title } ({ $when }).
policy-no-next = There are no more steps in the plan.
policy-adopted-lead = Adopted by { $body } on { $day }, decision { $number }.
policy-adopted-lead-unnumbered = Adopted by { $body } on { $day }.
policy-the-council = the council
place-part-of = Part of the policy
place-of-item = The policy and its plan:
policy-amended = Changed at the meeting: { $change }
policy-text-is-other = The text that is published now is not the one the council adopted. The adopted text is in the case.
policy-replaced-lead = A newer version has been adopted since.
policy-revised-by-day = To be reviewed by { $day }.
policy-stopped-because = Stopped: { $reason }
policy-way-sign-up = Help shape it
policy-way-hearing = Answer the hearing before { $closing }: { $title }
policy-way-share = Share what you think
policy-way-text = Read the text
policy-read-text = Read the policy
policy-decision = Decision
policy-revises = Replaces
policy-revised-by = Being revised here
policy-aims = Values and goals
policy-aims-link = What is done about them?
policy-way = Where are we?
policy-way-was = How it came to be
policy-no-steps = There is no plan yet.
policy-see-plan = See the whole plan
history-title = What changed along the way?
history-hearing = Answers to the hearing “{ $title }”: { $count }
history-text = From version { $first } to the adopted one: { $changed } paragraphs changed, { $added } new and { $removed } removed

policy-is-public = Everybody can see the plan
policy-is-public-hint = Citizens and associations can then follow it and see where they can take part.
policy-call-title = Find people who would like to take part
policy-call-lead = Write whom you are looking for, for example for the steering group. They sign up on a form, and you answer each of them.
policy-call = Whom are you looking for, and what will they take part in?
policy-call-hint = Leave it empty if you are looking for nobody.
policy-call-until = Last day to sign up
policy-call-until-hint = The form disappears afterwards.
policy-call-needs-day = Write how long people can sign up.
policy-call-needs-text = Write whom you are looking for, or delete the day.
policy-call-needs-public = Everybody must be able to see the plan before anybody can sign up.

policy-amend-lead = The council adopted the policy with a change made at the meeting. Change the text, keep it as a version, and choose the version here.
policy-amend-text = Change the text
policy-amended-version = Which version is adopted?
policy-amended-version-hint = It becomes the one that everybody reads.
policy-amended-version-missing = Choose the version that the council adopted.
policy-amendment = What was changed at the meeting?
policy-amendment-hint = Write it as the minutes have it.
policy-version = Version { $number }, { $day }

template-guide = The guide: from plan to adoption
template-sprint = A sprint with trials
template-reorganisation = A new organisation
template-empty = An empty plan
template-of = The plan of “{ $title }”

plan-template-own = Our template “{ $name }”
plan-template-list-title = Templates for plans
plan-template-list-lead = Plans that you have kept, so that the next policy can begin with them.
plan-template-none = There are no templates yet
plan-template-none-text = Open the plan of a policy, and choose “Keep as a template”.
plan-template-count = { $count ->
    [one] 1 step
   *[other] { $count } steps
}
plan-template-from = The plan is from
plan-template-from-short = from “{ $title }”
plan-template-kept-on = Kept
plan-template-steps = Steps
plan-template-keep = Keep as a template
plan-template-keep-lead = { $count ->
    [one] 1 step is kept: who does what, and how long it takes. What came of it is not kept.
   *[other] { $count } steps are kept: who does what, and how much time lies between. Steps that were called off, dates, exceptions and what came of it are not kept.
}
plan-template-name = Name
plan-template-name-hint = For example: How we make a policy.
plan-template-name-taken = There is already a template with that name. Choose another name.
plan-template-about = What is it good for?
plan-template-about-hint = So that the next person can see whether it fits.
plan-template-save = Save the template
plan-template-edit = Change the template
plan-template-edit-lead = Here you change its name and what it is good for. If the steps are to be others, change them in a plan and keep that as a new template.
plan-template-remove = Delete the template
plan-template-remove-lead = The template “{ $name }” is deleted for everybody. Policies that began with it are not changed.
plan-template-begin = Start a policy with it
plan-template-at-start = from the beginning
plan-template-after = { $days ->
    [one] 1 day after the beginning
   *[other] { $days } days after the beginning
}
plan-template-months = { $months ->
    [one] takes a month
   *[other] takes { $months } months
}
plan-template-day = a certain day
plan-template-flash-kept = The plan is kept as a template.
plan-template-flash-saved = The template is saved.
plan-template-flash-removed = The template is deleted.
plan-template-flash-empty = The plan has no steps that can be kept.
plan-template-known = Templates for plans that you have kept

plan-title = Process plan
plan-agreed-on = the plan was agreed { $day }
plan-agree = Agree the plan
shift-title = Move the whole plan
shift-about = { $count ->
    [one] 1 step is still to be done. It begins { $day }.
   *[other] { $count } steps are still to be done. The first begins { $day }.
}
shift-nothing = There are no steps to move.
shift-from = New beginning
shift-from-hint = The other steps move as much. A step with a hearing follows the hearing’s own time.
shift-days = Or this many days
shift-days-hint = Write for example 14, or -14 to move the plan to an earlier time.
shift-submit = Move the plan
shift-choose = Write a day, or how many days the plan is to be moved.
shift-choose-one = Write only one of the two.
shift-flash-moved = The plan is moved. Steps a meeting has dealt with are not moved.
plan-warnings = What a good colleague would say about the plan
plan-empty = The plan is empty
plan-empty-text = Add the first step.
plan-drawing = The plan drawn by time
plan-drawing-hint = The numbers in the drawing are those of the steps below. The vertical line is today.
plan-moved-from = moved from { $day }
plan-printed = Step { $number } in the printed guide.
plan-printed-order = It has “adjust” before “hearing”, but that can only be done afterwards.
plan-outcome = What came of it?
plan-reopened = Opened again
plan-missing = Before the step can be done, this is missing:
plan-when = When
plan-number = No.
plan-from = From
plan-to = To
plan-done-on = Done on
plan-on-agenda = On the agenda: { $body }, { $day }
plan-who = Who
plan-what = What
plan-state = Progress
plan-make-hearing = Send the text to hearing
plan-heard = The hearing is about version { $number } of the policy’s text.
plan-heard-other = The hearing is about another text than the policy’s.
plan-csv = The plan as a CSV file
plan-json = The plan as JSON

standing-done = Done
standing-cancelled = Called off
standing-running = In progress
standing-ready = Ready
standing-waits = Something is missing
standing-late = Late
standing-coming = Later
standing-skipped = Not carried out before the adoption
standing-dropped = Not carried out

step-kind = What is the step?
step-kind-hint = The kind decides what must be in order first.
step-kind-plan = Make the plan
step-kind-consult = Ask volunteers about the process
step-kind-input = Input from key persons
step-kind-joint-meeting = Joint meeting
step-kind-dialogue = Dialogue with volunteers and associations
step-kind-staff-dialogue = Dialogue with staff
step-kind-write = Write together
step-kind-hearing = Hearing
step-kind-adjust = Adjust after the hearing
step-kind-committee = The committee recommends
step-kind-council = The council adopts
step-kind-inform = Inform
step-kind-appoint = Employ or appoint
step-kind-pilot = Trial
step-kind-evaluate = Evaluate
step-kind-other = Something else
step-verb = What do they do?
step-verb-discusses = Discusses
step-verb-writes = Writes
step-verb-treats = Considers
step-verb-hears = Consults
step-verb-adopts = Adopts
step-verb-is-informed = Is informed
step-verb-appoints = Appoints
step-verb-starts = Starts
lane-politics = Politicians
lane-management = Management
lane-staff = Staff
lane-civil = Citizens
lane-writing = Writing
precision-day = A specific day
precision-month = A month
precision-months = Several months
step-title = Step
step-precision = How exact is the time?
step-from = When
step-from-hint = For a month: any day in it.
step-to = Up to and including
step-to-hint = Only for several months.
step-ends-before = The step ends before it begins. Change one of the days.
step-body = Group or council
step-body-hint = Choose the group or council, and the item is put on its agenda when it is time.
step-no-body = Not a group or council
step-organ = Who, if it is not a group or council
step-organ-hint = For example: all associations in the social field.
step-matter = Matter and annexes
step-lane = Row in the drawing
step-lane-usual = The usual one
step-hearing = Hearing
step-hearing-hint = Only for a step that is a hearing. You make the hearing under Hearings.
step-no-hearing = No hearing chosen
step-new = Add a step
step-edit = Change
step-save = Save
step-after = New step after
step-up = Up
step-hold = Mark as done
step-unchanged = The hearing led to no change
step-unchanged-outcome = The answers to the hearing led to no change.
step-reopen = Open again
step-reopen-lead = “{ $step }” is marked as done or called off. Write why that is not right. What was said can still be read on the plan.
step-was-heard = The hearing is closed, and its answers are counted, so the step cannot be opened again. If there is to be another one, make a new hearing.
step-hear-again = Add a step for a hearing
step-was-held = Done { $day }: { $outcome }
step-was-cancelled = Called off: { $reason }
step-was-reopened = { $was } Opened again { $day }: { $reason }
step-hold-early-title = Is the step done already?
step-hold-early = It is planned for { $when }. If it is only to happen earlier, change its time instead.
step-cancel = Call off the step
step-cancel-lead = “{ $step }” will not happen. Write why, so that others can read it.
step-remove = Delete the step
step-remove-hint = A step can be deleted until the plan is agreed. Afterwards it can be called off.
step-done-on = Which day?
step-was-done = Done { $day }
step-planned-for = { $when }, planned for { $planned }
step-done-later = That day has not come yet.
step-outcome = What came of it?
step-outcome-hint = Everybody who can see the plan can read it.
step-reason = Why?
step-reason-hint = The reason stays with the case. Do not write names of citizens.
step-decision = decision { $number }
step-flash-added = The step is added.
step-flash-saved = The step is saved.
step-flash-held = The step is done.
step-flash-cancelled = The step is called off.
step-flash-removed = The step is deleted.
step-flash-reopened = The step is open again.
step-flash-is-over = The step is done or called off, so it cannot be changed.
step-flash-stays-done = The step cannot be opened again: minutes have settled it, or it led to the policy being adopted.
step-flash-was-heard = A hearing cannot be opened again: it is closed, and its answers are counted. If there is to be another hearing, add a new step for it.
step-flash-not-ready = The step cannot be done yet. See what is missing.
step-flash-is-dealt-with = A meeting has dealt with the item. Approve the minutes first.
step-flash-stays = The plan is agreed. Call the step off instead, so that others can read why.

missing-leader = A project leader. Choose one under Change details.
missing-consulted = That volunteers have been asked how the process should be.
missing-departments = At least two departments that take part.
missing-plan = That the plan is agreed.
missing-written = That the proposals have been written together.
missing-version = A version of the text. Keep one under the text.
missing-hearing = A hearing in the plan.
missing-hearing-open = That the hearing is closed.
missing-answers = Answers to remarks from the hearing: { $count } missing.
missing-note = The note of the hearing to be published. That is done under the remarks of the hearing.
missing-changed = { $count ->
    [one] A new version of the text: 1 remark is taken up wholly or in part, but the text is the one that was in hearing.
   *[other] A new version of the text: { $count } remarks are taken up wholly or in part, but the text is the one that was in hearing.
}
missing-voices = Answers to what was said along the way: { $count } missing.
missing-adjusted = That the text has been adjusted after the hearing, or that somebody has written that there was nothing to change.
missing-heard = That { $body } has been heard. It has the right to be.
missing-confirmed = That { $department } has accepted the policy as its own, too.
missing-committee = That a committee has recommended the policy.
missing-council = That it is the council that adopts. Choose the council under “Group or council”.
missing-adopted = That the policy is adopted. Before that nobody can see whether it works.
waived-consulted = Volunteers were not asked how the process should be.
waived-departments = Fewer than two departments take part.
waived-hearing = There is no hearing in the plan.
waived-answers = { $count ->
    [one] 1 remark from the hearing has no answer.
   *[other] { $count } remarks from the hearing have no answer.
}
waived-note = The note of the hearing is not published.
waived-changed = { $count ->
    [one] 1 remark is taken up wholly or in part, but the text is the one that was heard.
   *[other] { $count } remarks are taken up wholly or in part, but the text is the one that was heard.
}
waived-voices = { $count ->
    [one] 1 thing that was said along the way has no answer.
   *[other] { $count } things that were said along the way have no answer.
}
waived-adjusted = The text is not adjusted after the hearing.
waived-heard = { $body } was not heard.
waived-confirmed = { $department } has not said that the policy is its own, too.
waived-committee = No committee has recommended the policy.
exception-title = Go on anyway
exception-lead = For “{ $step }” this is missing: { $gap } Write why you go on without it.
exception-link = Go on without
exception-submit = Go on without
exception-short = Gone on without
exception-because = Reason: { $reason }
exception-flash-added = The exception is written down.
exception-flash-none = It is no longer missing, or no exception can be made.
exceptions-title = Exceptions
exceptions-lead = Here the work went on although something was missing.

warning-informed-afterwards = { $body } has the right to be heard, but is only informed afterwards.
warning-not-in-plan = { $body } has the right to be heard, but is not in the plan.
warning-med-afterwards = Staff do not discuss it in the co-determination committees before something is decided.
warning-no-dialogue-with-staff = There is dialogue with associations, but none with staff.
warning-other-text = The hearing “{ $hearing }” is not about the policy’s text. Send the text itself to hearing, so that everybody can see what the answers changed.
warning-heard-at-a-meeting = Has not answered in the hearing, but was heard at a meeting of the plan: { $bodies }.
warning-wrong-order = The step is planned before “{ $step }” is finished.
warning-no-meeting = { $body } has no meeting in that period.
warning-too-close = There are only { $days } days from the closing of the hearing to the meeting of the committee.
warning-body-ended = { $body } no longer exists at that time. Choose who takes over.

item-version = Version { $number } of the text.
item-recommended = { $body } considered the policy on { $day }: { $outcome }
item-other-text = The hearing “{ $hearing }” was about another text than the one to be adopted.
item-silent = Asked in the hearing but has not answered: { $bodies }.
annex-text = Version { $number }, { $day }
item-excepted = Gone on without: { $said } Reason: { $reason }
item-recommend = It is recommended that the committee recommend that the council adopt “{ $title }”.
item-adopt = It is recommended that the council adopt “{ $title }”.

bundle-title = The case: { $title }
bundle-pdf = The case as one PDF
bundle-zip = The case as a ZIP file
bundle-version = Version { $number }
bundle-redline = Changes since the hearing
bundle-redline-hint = Compared with version { $number }, which was sent to hearing. What was removed and what was added is in square brackets.
bundle-no-change = The text is the same as in the hearing.
bundle-added = New paragraph
bundle-removed = Paragraph removed
bundle-moved = Paragraph moved
bundle-changed = Paragraph changed
bundle-contents = Contents
bundle-missing = What is not in it
bundle-no-text = The policy has no version of the text yet.
bundle-text-is-draft = The text is a draft that only the steering group can read.
bundle-text-is-ahead = The text has changed since version { $number } was kept. Keep a new version if the changes are to be in it.
bundle-no-voices = { $count ->
    [one] 1 voice, which is not shown to everybody.
   *[other] { $count } voices, which are not shown to everybody.
}
bundle-no-hearing = Note of the hearing and answers: there is no hearing in this case.
bundle-no-note = The note of the hearing “{ $hearing }” is not published.
bundle-no-recommendation = Recommendation: the policy has not been on an agenda here.
bundle-recommendation = Recommendation

stop-lead = The policy will not happen. Write why.
stop-hearing = The hearing is still open. Call it off first, so that those who have answered are told.
stop-steps = { $count ->
    [one] 1 step is called off
   *[other] { $count } steps are called off
}
stop-agendas = { $count ->
    [one] 1 item comes off an agenda
   *[other] { $count } items come off agendas
}
stop-signups = { $count ->
    [one] 1 person who signed up gets an e-mail
   *[other] { $count } people who signed up get an e-mail
}

signup-title = Take part
signup-until = You can sign up until { $day }.
signup-name = Your name
signup-name-only = Write only your name.
signup-email = Your e-mail
signup-email-hint = We send a receipt with a link that lets you withdraw.
signup-from = I come as
signup-from-volunteer = A volunteer
signup-from-association = Active in an association
signup-from-citizen = A citizen
signup-from-staff = Staff
signup-association = Which association?
signup-association-hint = Only if you are active in one.
signup-why = Why would you like to take part?
signup-why-hint = A few sentences are enough.
signup-send = Sign up
signup-privacy = Only whoever leads the process sees what you write. If you take part, it is deleted half a year after the policy is finished, otherwise half a year after the last day.
signup-thanks-title = Thank you
signup-thanks-text = You get an e-mail with a receipt. Whoever leads the process will answer you.
signup-thanks-back = To the policy
signup-own-title = You have signed up
signup-state-waiting = Waiting for an answer
signup-state-taken = Taking part
signup-state-thanked = Not this time
signup-answer-was = Answer:
signup-withdraw = Withdraw my sign-up
signup-withdraw-hint = What you have written is then deleted at once.
signup-flash-withdrawn = Your sign-up is deleted.
signup-list-title = Would like to take part
signup-list-lead = Answer each of them. They get an e-mail.
signup-none = Nobody has signed up
signup-none-text = Write under “Show the plan, and find people” whom you are looking for.
signup-answer-title = Answer
signup-answer = A few words in the e-mail
signup-answer-hint = For example when you meet for the first time.
signup-take = Yes please, join us
signup-thank = Thank you, but not this time
signup-flash-answered = The answer is sent.
signup-flash-was-answered = It is already answered.
signup-mail-received-subject = Thank you for wanting to take part: { $title }
signup-mail-received = You have signed up for the work on “{ $title }”. Whoever leads the process will answer you. If you have changed your mind, or it was not you, use the link.
signup-mail-own = See or delete the sign-up
signup-mail-taken-subject = You are taking part: { $title }
signup-mail-taken = We would like to have you with us in the work on “{ $title }”.
signup-mail-thanked-subject = Thank you for your interest: { $title }
signup-mail-thanked = Thank you for wanting to take part in the work on “{ $title }”. This time we have the people we need. You can still follow it and say what you think during the hearing.
signup-mail-follow = Follow the policy
signup-mail-adopted-subject = Adopted: { $title }
signup-mail-adopted = “{ $title }” is adopted. Thank you for taking part.
signup-mail-read = Read the policy
signup-mail-stopped-subject = Stopped: { $title }
signup-mail-stopped = The work on “{ $title }” is stopped. The reason is: { $reason }
signup-mail-why = You get this e-mail because you signed up for the work on a policy.
signup-retention = Sign-ups for the work on a policy
signup-retention-purpose = So that whoever leads the process can answer and invite
signup-lost-link = If the whole link does not work either, your sign-up has been deleted, because you took it back, or because the work is over. Under Policies you see where you can take part.
signup-known = Policies that you wanted to take part in
signups-move = { $count ->
    [one] 1 sign-up for a policy
   *[other] { $count } sign-ups for policies
}
exception-known = Exceptions that you wrote down in a process plan
known-said = Text
known-at = Date

undo-leads-policy = leads a policy
undo-in-policy = is part of a policy

work-kind-policy = Policy
work-policy-step = Next step: { $step }
work-policy-late = Late: { $step }
work-policy-leader = Choose a project leader for “{ $title }”
work-policy-signups = { $count ->
    [one] 1 person would like to take part in “{ $title }”
   *[other] { $count } people would like to take part in “{ $title }”
}
work-policy-revise = Review “{ $title }”

# Corrections of what was adopted
policy-correct = Correct a mistake
policy-show-adopted = Show the adopted version again
policy-flash-adopted-shown = Everybody reads the adopted version
policy-flash-corrected = The correction is public, and the reason stands on the page
policy-flash-not-corrected = A mistake can be corrected once the policy is adopted, and while no revision is under way
correct-lead = An obvious mistake, such as a spelling mistake or a wrong telephone number, can be corrected without the council. Everybody can read what was corrected, and why.
correct-changes = This is corrected
correct-reason = What is corrected, and why?
correct-reason-hint = For example: A spelling mistake in the paragraph on transport
correct-submit = Publish the correction
correct-nothing = Nothing in the text has changed yet. Correct the mistake in the text, and then come back here.
correct-too-much = What has changed in the text is more than a mistake: whole paragraphs, their order or many words. Start a revision on the policy’s page, or change the text so that only the mistake is corrected.
correct-is-other = The text has changed since you opened the page. Read what is corrected now, and then publish again.
correct-said = { $day }, version { $number }: { $reason }
correct-version = Correction: { $reason }
correct-known = Mistakes you have corrected in adopted policies
corrections-title = Corrected since
hold-publishing = The text was adopted as the policy “{ $title }” and stays as it is. If it is to change, start a revision on the policy’s page. An obvious mistake can be corrected in the same place.
hold-withdrawing = The text was adopted as the policy “{ $title }”. Everybody must be able to read it as long as it applies.
hold-way = To the policy

# Year wheel and calendar
date-step = { $policy }: { $step }
date-revision = “{ $title }” is to be reviewed

# Section 34 of the Act on popular education
section34-all = The policy says something about all six points that the law asks for.
section34-missing = { $count ->
    [one] For one of the six points that the law asks for, no paragraph is chosen.
   *[other] For { $count } of the six points that the law asks for, no paragraph is chosen.
}
section34-nothing = No paragraph covers it
section34-ask = The policy must cover the six points of the law, but they are not added yet.
section34-ask-link = Choose paragraphs for the six points
