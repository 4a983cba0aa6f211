# Meetings: agenda, minutes, decisions, and what is to be done afterwards.

meeting-when = { $day } { $from }–{ $to }
meeting-name = Meeting of { $day }
meeting-name-titled = { $title }, { $day }
meeting-state-planned = Planned
meeting-state-called = Called
meeting-state-minuted = Minutes wait for approval
meeting-state-approved = Minutes approved
meeting-state-cancelled = Called off
meeting-plan = Plan a meeting
meeting-plan-button = Plan it
meeting-title = Title
meeting-title-hint = Only when the meeting is something special
meeting-day = Day
meeting-from = From
meeting-to = To
meeting-place = Place
meeting-place-hint = Address and room, or a link when it is on a screen
meeting-repeat = Repeat
meeting-repeat-once = Only once
meeting-repeat-monthly = Every month
meeting-repeat-quarterly = Every quarter
meeting-repeat-half-yearly = Every half year
meeting-count = How many meetings
meeting-count-hint = Up to 12. The same weekday, in the same week of the month
meeting-ends-before = The meeting ends before it begins
meeting-day-is-past = That day is over. Choose another, or tick that the meeting was held
meeting-day-has-minutes = Minutes have been written. Choose the day on which the meeting was held
meeting-was-held = The meeting was held
meeting-was-held-hint = Then you write the minutes afterwards. Nobody gets an email about the date
meeting-moved-held-hint = Then you write the minutes afterwards. Those who were called, or were told the date, get an email about the new time
meeting-body-not-there = The group does not exist on that day
meeting-back = Cancel
meeting-save = Save
meeting-change = Change time and place
meeting-told-of-new-time = { $count ->
    [one] 1 is called. If time or place changes, they get a mail. If the time changes, they answer again.
   *[other] { $count } are called. If time or place changes, they get a mail. If the time changes, they answer again.
}
meeting-cancel = Call the meeting off
meeting-cancel-button = Call off
meeting-cancel-reason = Why?
meeting-cancel-reason-hint = Everybody who was called reads it
meeting-told-of-cancel = { $count ->
    [0] Nobody is called yet, so nobody gets a mail.
    [one] 1 is called and gets a mail.
   *[other] { $count } are called and get a mail each.
}
meeting-cancelled-because = Called off: { $reason }
meeting-not-held = The meeting was not held
meeting-not-held-text = The time has passed, so nobody gets an email. The meeting does not count among those of the year.
meeting-agenda = Agenda
meeting-agenda-empty = There are no points yet.
meeting-closed-items = { $count ->
    [one] One point is closed and can be read only by those who sit in the group.
   *[other] { $count } points are closed and can be read only by those who sit in the group.
}
meeting-about = About the meeting
meeting-who = Who comes
meeting-calendar = Put the meeting in your calendar
meeting-as-pdf = Get as PDF
meeting-as-docx = Get as a Word file
meeting-file-agenda = Agenda: { $body }, { $day }
meeting-file-minutes = Minutes: { $body }, { $day }
meeting-file-where = Place
meeting-file-about = About
meeting-file-state = State
meeting-file-cancelled = Cancelled because
meeting-file-name = Name
meeting-file-answer = Answer
meeting-call = Send the agenda
meeting-call-again = Send the agenda again
meeting-substitute = Who comes instead?
meeting-substitute-hint = May be left empty
meeting-changed-since = The agenda has changed since it was sent on { $day }
meeting-changed-send = Those who were invited have the old one. Send it again when you are done.
meeting-changed-read = What is new is said at the points.
item-is-new = added { $day }, after the agenda was sent
item-is-changed = changed { $day }, after the agenda was sent
item-verb-discusses = Discusses
item-verb-recommends = Recommends
item-verb-decides = Decides
item-verb-adopts = Adopts
item-verb-hears = Hears
item-verb-is-informed = Is informed
item-state-open = Not dealt with
item-state-decided = Dealt with
item-state-postponed = Put off
item-state-withdrawn = Withdrawn
item-add = Add a point
item-edit = Change the point
item-edit-short = Change
item-up = Move up
item-fetch = Fetch what waits
item-save = Save the point
item-withdraw = Withdraw the point
item-title = Point
item-verb-stands = The point is to be decided. It cannot become something else.
item-verb = What does the group do with it?
item-verb-hint = The same may come again later with another word
item-about = Description
item-proposal = Recommendation
item-proposal-hint = What is proposed
item-closed = Closed point
item-closed-hint = Can be read only by those who sit in the group
item-is-closed = Closed
item-case-number = Case number
item-case-number-short = Case
item-kle = KLE subject
item-kle-hint = For example 27.69.40
item-kle-short = KLE
item-kle-wrong = Write the subject as numbers with full stops between, for example 27.69.40
item-decision-number = Decision
item-approve-minutes = Approve the minutes of { $day }
item-follow-ups = Follow-up
minutes-title = Minutes
minutes-write = Write the minutes
minutes-write-item = Write minutes
minutes-back = To the agenda
minutes-items = The points
minutes-was-there = Who was there?
minutes-too-few = Fewer than half were present
minutes-no-seats = Nobody has a seat in the group. Write who was there.
minutes-others-there = Others who were there
minutes-others-there-hint = Substitutes and guests, for example “Vikar Papsen for Erik”
minutes-nobody-noted = It has not been noted who was there.
minutes-too-few-text = Look in your rules of procedure whether you can decide anything. You can put the points off to the next meeting.
minutes-save-attendance = Save who was there
minutes-not-written = Missing
minutes-came = What came of the point?
minutes-came-decided = Dealt with
minutes-came-postponed = Put off to a later meeting
minutes-came-withdrawn = Withdrawn
minutes-decision = Decision
minutes-decision-hint = What the group arrived at, so that others can read it. Needed when the point was dealt with
minutes-decision-missing = Write what the group arrived at
minutes-reason = Reason
minutes-reason-hint = Why, when it does not go without saying. Needed when the point is put off or the proposal rejected
minutes-reason-missing = Write why the point is put off
minutes-disqualified = Disqualified
minutes-disqualified-hint = Who took no part in the point, because the matter concerns themselves
minutes-votes = Votes
minutes-disqualified-others = Others who took no part
minutes-disqualified-others-hint = Those who are not on the list, and the reason if it should be said
minutes-votes-hint = Only if you voted, for example “5 for, 2 against”
minutes-correction = What is corrected, and why?
minutes-correction-hint = Stands at the point afterwards
minutes-correction-missing = The minutes are approved. Write what is corrected
minutes-corrected = Corrected { $line }
minutes-conflict = Somebody else has written here meanwhile
minutes-conflict-text = Struck through are the other's words, underlined are yours. Your text stands below. Bring the two together, and save again.
minutes-theirs-starts = the other wrote:
minutes-yours-starts = you wrote:
minutes-change-ends = – end.
minutes-save = Save
minutes-open = { $count ->
    [one] One point is missing.
   *[other] { $count } points are missing.
}
minutes-finish = Finish the minutes
minutes-wait = The minutes are written. When the group has approved them, the decisions get numbers, and everybody can read the open points.
minutes-wait-mail = Those who were invited get an email.
minutes-approve = Approve the minutes
minutes-are-approved = If there is a mistake, open the point and write what is corrected.
minutes-approved-on = When did the group approve them?
minutes-approved-on-hint = The day you said yes, for example at the next meeting
minutes-approved-on-wrong = Choose a day from the meeting until today
minutes-approved = The minutes were approved on { $day }.
minutes-approved-by = The minutes were approved on { $day }. Noted by { $name }.
minutes-mail-approved-subject = The minutes are approved: { $body }, { $day }
minutes-mail-approved = The minutes of the meeting of { $body } { $when } are approved.
minutes-mail-decisions = This was decided, and the decisions have their numbers:
minutes-mail-read = Read the minutes:
minutes-mail-why = You get this email because you belonged to the group that met.
answer-question = Are you coming?
answer-you-come = You are coming
answer-you-cannot = You cannot come
answer-i-come = I am coming
answer-i-cannot = I cannot come
answer-send-cannot = Say that you cannot
answer-none = has not answered
answer-comes = is coming
answer-cannot = cannot
answer-substitute = cannot. { $name } comes instead
answer-was-there = was there
answer-was-not-there = was not there
follow-ups-title = Follow-up
follow-up-title = Follow-up
follow-up-matter = What is to be done?
follow-up-matter-hint = A short sentence: “Ask the technical department about rooms”
follow-up-who = Who does it?
follow-up-who-missing = Choose somebody who sits in the group
follow-up-due = By
follow-up-add = Add a follow-up
follow-up-outcome = What came of it?
follow-up-outcome-hint = May be left empty
follow-up-said = { $matter }: { $who }, by { $day }
follow-up-said-nobody = { $matter }: nobody yet, by { $day }
follow-up-said-done = { $matter }: done { $day }
follow-up-late = Late
follow-up-due-on = By { $day }
follow-up-from = From the point
follow-up-done = It is done
follow-up-done-on = Done { $day }
follow-ups-move = { $count ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
}
decisions-title = Decisions
decisions-lead = What groups and councils have decided in meetings that everybody can read. Each has a number to refer to.
decisions-search = Words or number
decisions-find = Search
decisions-none = No decisions
decisions-none-text = Decisions stand here when the minutes are approved.
meeting-mail-called-subject = Agenda: { $body }, { $day }
meeting-mail-called = You are called to a meeting of { $body } { $when }.
meeting-mail-again = The agenda of the meeting of { $body } { $when } has changed.
meeting-mail-place = Place: { $place }
meeting-mail-answer = See the agenda, and answer whether you are coming:
meeting-mail-moved-subject = New time: { $body }
meeting-mail-moved = The meeting of { $body } { $before } is moved. It is now { $when }.
meeting-mail-was-held = The meeting of { $body } { $before } is moved. It was held { $when }.
meeting-mail-cancelled-subject = Called off: { $body }
meeting-mail-cancelled = The meeting of { $body } { $when } is called off.
meeting-mail-reason = Reason: { $reason }
meeting-mail-see = See the meeting:
meeting-mail-why = You get this mail because you sit in { $body }.
meeting-flash-planned = The meeting is planned
meeting-flash-was-changed = The meeting was changed meanwhile. See how it stands now
meeting-flash-item = The point is saved
meeting-flash-withdrawn = The point is withdrawn
meeting-flash-fetched = What waited stands on the agenda now
meeting-flash-nothing-to-fetch = There is nothing more to fetch
meeting-flash-empty = Write at least one point before you send the agenda
meeting-flash-called = The agenda is sent
meeting-flash-answered = Thank you for your answer
meeting-flash-over = It is too late to change the meeting
meeting-flash-changed = The meeting is saved
meeting-flash-cancelled = The meeting is called off
meeting-flash-not-begun = Minutes are written when the meeting has begun
meeting-flash-has-minutes = Minutes have been written of a point, or of who was there. If the meeting was not held, correct the minutes first: set the points to “Withdrawn”, and remove those who were there
meeting-flash-attendance = It is saved who was there
meeting-flash-minuted = The point is saved
meeting-flash-joined = The point is saved together with what somebody else wrote meanwhile
meeting-flash-open-items = Write first what came of each point
meeting-flash-finished = The minutes are finished and wait for approval
meeting-flash-approved = The minutes are approved
follow-up-flash-added = The follow-up is added
follow-up-flash-done = Thank you. It is noted
work-kind-meetings = Meetings
work-kind-invitation = Invitation to a meeting
work-kind-follow-up = Follow-up after a meeting
work-plan-meeting = { $missing ->
    [one] Plan the last meeting of the year
   *[other] Plan { $missing } more meetings this year
}
work-send-agenda = Send the agenda
work-write-minutes = Write the minutes
work-approve-minutes = Get the minutes approved
work-invitation = Are you coming to the meeting of { $body }?
work-follow-up-detail = Agreed at a meeting
known-body = Group
known-from = From
known-to = To and including
known-meeting = Meeting
known-answer = Answer
known-done = Done
known-seats = Seats in groups and councils
known-meetings = Meetings you were called to
minutes-conclusion = Conclusion
minutes-correct-item = Correct the minutes
annexes-title = Annexes
annexes-of = Annexes of { $title }
annexes-open = Everybody can read the annexes of the point once the agenda was sent. If a picture or a scanned page says something about a certain citizen, take it out first: we cannot see that.
annexes-closed = The point is closed. Only those who sit in the group can read its annexes.
annex-file = File
annex-file-hint = PDF, Word, Excel, PowerPoint, OpenDocument, picture or text, at most 10 MB
annex-choose = Choose a file
annex-too-much = The annexes of the meeting are more than 30 MB together. Remove another one, or make the file smaller
annex-add = Add the annex
annex-remove = Remove
annex-back = To the agenda
annex-said = { $name } ({ $kilobytes } kB)
meeting-flash-annex = The annex is added
meeting-flash-annex-removed = The annex is removed
minutes-came-approved = The proposal is approved
minutes-came-rejected = The proposal is rejected
minutes-came-missing = Choose what happened to the item
minutes-rejection-missing = Write why the proposal is rejected. Whoever proposed it is told the reason
minutes-resume = Taken up again at the earliest
minutes-resume-hint = Only when the item is postponed. Without a day it comes back at the next meeting
minutes-resume-missing = Write when the proposal is taken up again. Whoever proposed it is told the day
minutes-resume-too-early = Choose a day after the meeting
minutes-verdict-stands = The proposal is settled. Put it on a new meeting if you want to decide otherwise
item-verdict-approved = Approved
item-verdict-rejected = Rejected
meeting-flash-no-quorum = Too few were there to decide. Postpone the points, or write at each why it was decided all the same
meeting-flash-annex-replaced = The annex is replaced
minutes-no-quorum = The group could not decide: { $there } were there, and at least { $needed } were needed
minutes-no-quorum-text = You can discuss the points and postpone them. If you decide something all the same, it must say why.
minutes-unexplained = { $count ->
    [one] 1 decision lacks a reason. Open the point and postpone it, or write the reason.
   *[other] { $count } decisions lack a reason. Open the points and postpone them, or write the reason.
}
minutes-quorum-reason = Why was it decided all the same?
minutes-quorum-reason-hint = For example “It was urgent, and the others have agreed since”. Everybody who reads the decision sees it
minutes-quorum-reason-missing = The group could not decide. Choose “Postponed”, or write why it was decided all the same
minutes-who-was-there-first = Save first who was there. The group has a rule for when it can decide
minutes-without-quorum = Decided although too few were there
annex-said-new = { $said }, new since the agenda was sent ({ $day })
annex-said-replaced = Replaced { $gone }: { $said }, as sent { $sent }
annex-said-removed = Removed { $gone }: { $said }, as sent { $sent }
annex-replace = Replace
annex-replace-button = Replace the annex
annex-cancel = To the annexes
annex-was-sent = The annex was sent with the agenda. The old one can still be read, and the agenda says that it was replaced.
annexes-as-sent = As they were when the agenda was sent:
annexes-were-sent = The agenda was sent. What you change now stands on it. If you want everybody to see it, send it again.
annexes-stored = Annexes of meetings
meeting-tell-dates = Write to the members now
meeting-tell-dates-hint = They get one mail with day and place, and a file that puts it into their calendar. You send the agenda later
meeting-flash-planned-told = Planned. The members get a mail
meeting-told-of-new-date = { $count ->
    [one] 1 has been told the date. If time or place changes, they get a mail.
   *[other] { $count } have been told the date. If time or place changes, they get a mail.
}
meeting-told-of-cancelled-date = { $count ->
    [one] 1 has been told the date and gets a mail.
   *[other] { $count } have been told the date and get a mail each.
}
meeting-mail-dates-subject = { $count ->
    [one] Save the date: a meeting of { $body }
   *[other] Save the dates: { $count } meetings of { $body }
}
meeting-mail-dates = { $count ->
    [one] A meeting of { $body } is planned:
   *[other] { $count } meetings of { $body } are planned:
}
meeting-mail-dates-more = You get the agenda in another mail before we meet. There you can answer whether you are coming.
meeting-mail-file = Open the attached file, and it goes into your calendar.
meeting-mail-file-off = If the meeting still stands in your calendar, open the attached file, or delete it.
meeting-mail-see-body = See the group:
meeting-mail-entry = The meeting is a calendar invitation, too. Answer with the link: an answer from the calendar does not reach us.
meeting-mail-elsewhere-subject = New place: { $body }
meeting-mail-elsewhere = The meeting of { $body } { $when } is held at another place.
meeting-entry-answer = See the agenda, and answer whether you are coming: { $url } (An answer from the calendar does not reach us.)
meeting-entry-see = See the meeting: { $url }
