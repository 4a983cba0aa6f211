# Public meetings: signing up, places, the waiting list, and what was said at the tables.

dialogue-list-title = Public meetings
dialogue-list-lead = Meetings where everybody is welcome, and where the municipality listens.
dialogue-none = No meetings ahead
dialogue-none-text = Come back later.
dialogue-past = Earlier meetings
dialogue-add = Plan a public meeting
dialogue-change = Change the meeting
dialogue-cancel = Call off the public meeting
dialogue-open = Open for signing up
dialogue-state-draft = Draft
dialogue-state-cancelled = Cancelled
dialogue-state-over = Held
dialogue-title = What is the meeting called?
dialogue-title-hint = For example: Dialogue about volunteers in care homes
dialogue-about = What is it about, and whom is it for?
dialogue-when = When
dialogue-place = Place
dialogue-access = Access
dialogue-access-hint = Lift, hearing loop, parking for disabled people, bus
dialogue-programme = Programme
dialogue-programme-hint = One point a line: 19.00 Welcome
dialogue-seats = Places
dialogue-seats-hint = Leave the field empty if there is room for everybody
dialogue-seats-taken = { $count } already have a place. There cannot be fewer places than that.
dialogue-closes = Last day for signing up
dialogue-closes-hint = Leave the field empty if people can sign up until the meeting begins
dialogue-closes-after = Signing up cannot end after the meeting
dialogue-prompts = Questions for the tables
dialogue-prompts-none = No fixed questions
dialogue-prompts-expectations = What we expect of each other
dialogue-prompts-workplace = Volunteers at the workplace
dialogue-ask-ourselves = What can and will we do ourselves?
dialogue-ask-the-others = What can and will the others do, and what do they have room for?
dialogue-ask-trust = What does it take for us to trust each other and meet as equals?
dialogue-ask-boundary = What is professional work here, and what can volunteers do?
dialogue-ask-worry = Who benefits, and what worries us?
dialogue-ask-effort = What does it take of the manager and the staff?
dialogue-ask-first = What do we try first, and when do we adjust?
dialogue-themes = Themes
dialogue-themes-hint = One theme a line. The notes of the tables are gathered under them
dialogue-told-of-change = { $count ->
    [one] 1 has signed up. If you change the time or place, they get a mail.
   *[other] { $count } have signed up. If you change the time or place, each gets a mail.
}
dialogue-told-of-cancel = { $told ->
    [0] Nobody has given a mail address, so nobody gets a mail.
    [one] 1 who signed up gets a mail.
   *[other] { $told } who signed up each get a mail.
}{ $without ->
    [0] {""}
    [one] {" "}1 was written down without mail and must be called.
   *[other] {" "}{ $without } were written down without mail and must be called.
}
dialogue-cancel-reason-hint = Everybody who signed up reads it
dialogue-we-ask = What we ask
dialogue-facts = Time, place and seats
dialogue-seats-open = Room for everybody
dialogue-seats-left = { $left ->
    [one] 1 free place of { $seats }
   *[other] { $left } free places of { $seats }
}
dialogue-seats-none = All places are taken
dialogue-sign-up = Sign up
dialogue-sign-up-until = You can sign up until and including { $closes }.
dialogue-sign-up-until-it-begins = You can sign up until the meeting begins.
dialogue-sign-up-button = Sign up
dialogue-wait-list = Join the waiting list
dialogue-wait-list-text = All places are taken. If one becomes free, you get it and a mail about it.
dialogue-wait-list-button = Put me on the waiting list
dialogue-name = Your name
dialogue-name-only = Write only your name
dialogue-email = Your e-mail
dialogue-email-hint = We write to you whether you have a place
dialogue-persons = How many are coming?
dialogue-persons-hint = Count yourself. If the field is empty, it is only you
dialogue-needs = Is there anything we should arrange?
dialogue-needs-hint = Interpreter, room for a wheelchair, a seat near the stage. Do not write why
dialogue-what-happens = Only those who hold the meeting see your name. It is deleted 90 days after.
dialogue-you-have-a-place = You have a place
dialogue-you-wait = You are on the waiting list
dialogue-you-do-not-come = You are signed off
dialogue-thanks-title = Thank you for signing up
dialogue-thanks-text = We have sent you a mail. It says whether you have a place, and has a link in case you cannot come after all.
dialogue-thanks-no-mail = If the mail has not come in a while, look in your spam folder. Otherwise call the municipality.
dialogue-back-to-meeting = To the meeting
dialogue-so-many = { $count ->
    [one] You are coming alone.
   *[other] { $count } of you are coming.
}
dialogue-see-programme = See the programme
dialogue-so-many-wait = { $count ->
    [one] You are waiting for one place.
   *[other] There are { $count } of you, waiting for places.
}
dialogue-withdraw = I cannot come
dialogue-guests-title = Participants
dialogue-coming = Have a place
dialogue-waiting = Waiting list
dialogue-nobody = Nobody yet
dialogue-counts = { $coming } have a place. { $waiting } are on the waiting list.
dialogue-counts-came = { $came } came. { $coming } had a place.
dialogue-and-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
dialogue-came = Came
dialogue-save-came = Save who came
dialogue-check-in-later = From the day before the meeting you can tick those who come.
dialogue-take-off = Sign off
dialogue-take-off-place = { $persons ->
    [one] { $name } loses their place.
   *[other] { $name } loses { $persons } places.
} If somebody on the waiting list fits in, the place goes to them at once. It cannot be undone.
dialogue-take-off-waiting = { $name } is no longer on the waiting list. It cannot be undone.
dialogue-take-off-mail = { $name } gets a mail about it.
dialogue-take-off-no-mail = We have no e-mail address of { $name }, so tell them yourself.
dialogue-take-off-button = Sign { $name } off
dialogue-write-down = Write down somebody who called
dialogue-write-down-text = They get no mail. Tell them whether they have a place while you speak.
dialogue-write-down-button = Write down
dialogue-guest-name = Name
dialogue-guest-phone = Telephone
notes-title = Notes of the tables
notes-of = Notes: { $title }
notes-public-title = What was said
notes-none = There are no notes yet.
notes-link-title = Link for the tables
notes-link-once = Write the link down or show it on the screen now. It cannot be shown again, but you can always make a new one. It works from the day before the meeting until a week after.
notes-make-link = Make a link for the tables
notes-new-link = Make a new link for the tables
notes-publish = Let everybody read the notes
notes-hide = Hide the notes again
note-add-title = Write a note
note-add = Save the note
note-remove = Delete the note
note-remove-text = The note disappears and cannot be brought back.
note-remove-public = It also disappears from the page of the meeting, where everybody can read it.
note-remove-button = Delete the note for good
note-group = Which table or group?
note-group-hint = For example: Table 4. Write no names
note-prompt = Question
note-prompt-none = No question in particular
note-theme = Theme
note-theme-none = Without a theme
note-kind = What is it?
note-kind-summary = What we talked about
note-kind-quote = Quotation
note-kind-idea = Idea
note-kind-concern = Concern
note-said = What was said?
note-said-hint = Briefly, and in the table's own words
tables-title = Notes of your table
tables-text = Write while you talk. Choose one who writes. We do not ask who said what.
tables-closed = You can write here from the day before the meeting until a week after.
tables-own = What you have written
work-open-dialogue = Open the public meeting for signing up
work-publish-notes = Gather the notes of the public meeting
dialogue-retention = People who signed up for public meetings
dialogue-retention-purpose = To keep a place and to write about changes
dialogue-lost-link = If the whole link does not work either, the sign-up was deleted after the meeting was held. Under Public meetings you see those that are coming.
notes-lost-link = If the whole link does not work either, a new one has been made. Ask whoever runs the meeting.
dialogue-moves = { $count ->
    [one] 1 place at a public meeting
   *[other] { $count } places at public meetings
}
known-dialogue = Public meeting
dialogue-mail-place-subject = You have a place: { $title }
dialogue-mail-place = { $count ->
    [one] Thank you for signing up for { $title }. You have a place.
   *[other] Thank you for signing up for { $title }. You have { $count } places.
}
dialogue-mail-waiting-subject = You are on the waiting list: { $title }
dialogue-mail-waiting = Thank you for signing up for { $title }. All places are taken, so you are on the waiting list. If a place becomes free, you get it and a mail about it.
dialogue-mail-got-subject = You have got a place: { $title }
dialogue-mail-got = { $count ->
    [one] A place at { $title } has become free, and it is yours.
   *[other] Places at { $title } have become free, and you have got { $count }.
}
dialogue-mail-moved-subject = New time or place: { $title }
dialogue-mail-moved = { $title } should have been { $time }. Now it is like this:
dialogue-mail-cancelled-subject = Cancelled: { $title }
dialogue-mail-cancelled = { $title } is unfortunately cancelled. { $reason }
dialogue-mail-off-subject = You are signed off: { $title }
dialogue-mail-off = Those who hold { $title } have signed you off. If that is a mistake, sign up again on the page of the meeting.
dialogue-mail-reminder-subject = See you soon: { $title }
dialogue-mail-reminder = { $days ->
    [0] { $title } is today.
    [1] { $title } is tomorrow.
   *[other] { $title } is in { $days } days.
} If you cannot come after all, sign off, so that somebody else gets the place.
dialogue-mail-access = Access: { $access }
dialogue-mail-own = See your registration, or sign off
dialogue-mail-see = See the meeting
dialogue-mail-again = You had signed up already. If you want to be more or fewer, sign off and up again.
dialogue-mail-not-you = If it was not you who signed up, sign off with the link.
dialogue-mail-why = You get this mail because somebody signed you up for { $title }.
dialogue-flash-planned = The meeting is planned as a draft. Open it when it is ready
dialogue-flash-changed = The meeting is changed
dialogue-flash-opened = The meeting is open for signing up
dialogue-flash-cancelled = The meeting is cancelled
dialogue-flash-over = The meeting can no longer be changed
dialogue-flash-was-changed = The meeting was changed meanwhile. Here it is as it is now
dialogue-flash-closed = Signing up has ended
dialogue-flash-place = You have a place
dialogue-flash-waiting = You are on the waiting list
dialogue-flash-withdrawn = You are signed off. Thank you for telling us
dialogue-flash-written-down = Written down, with a place
dialogue-flash-written-waiting = Written on the waiting list
dialogue-flash-removed = Signed off
dialogue-flash-not-yet = Who came can be noted from the day before
dialogue-flash-check-in = Who came is saved
dialogue-flash-note = The note is saved
dialogue-flash-note-removed = The note is deleted
dialogue-flash-notes-public = Everybody can read the notes now
dialogue-flash-notes-hidden = The notes are hidden
dialogue-mail-file-moved = Open the attached file, and the meeting moves in your calendar.
dialogue-mail-file-waiting = If you want to keep the time free, open the attached file. In your calendar the meeting is marked as not certain until you get a place.
undo-comes-to-a-meeting = Is signed up for a public meeting
