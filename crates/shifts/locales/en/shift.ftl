# Shifts: the plan, the volunteer's own pages, the mails and the calendar.

## Shared

shift-plan-title = Shifts
shift-plan-made = { $count ->
    [0] Saved. Shifts are made eight weeks ahead, and there are none yet
    [one] 1 shift is made
   *[other] { $count } shifts are made
}
shift-my-page = My page
shift-mine-title = My shifts
shift-own-title = Shift
shift-back-to-plan = Back to the shifts

## States

shift-state-cancelled = Cancelled
shift-state-over = Over
shift-state-full = Full
shift-state-lacks = { $lacks ->
    [one] One is missing
   *[other] { $lacks } are missing
  }
shift-state-room = { $free ->
    [one] Room for one more
   *[other] Room for { $free } more
  }
shift-state-noted = Attendance is noted
shift-state-not-noted = Attendance is missing
shift-answer-comes = Is coming
shift-answer-waiting = Awaiting an answer
shift-answer-not-known = Not known
shift-answer-seeks = Looking for a stand-in
shift-answer-attended = Was there
shift-answer-absent = Was not there
shift-answer-not-noted = Not noted
shift-mine-booked = You are on it
shift-mine-seeking = You are looking for a stand-in
shift-mine-nobody-left = No stand-in: the shift is yours
shift-mine-unconfirmed = New time: answer
shift-mine-asking = You have asked somebody
shift-asked-you = You are asked
shift-asked-you-to-swap = You are asked to swap
shift-booking-booked = signed up
shift-booking-seeking = looking for a stand-in
shift-booking-replaced = somebody else took the shift
shift-booking-cancelled = signed off
shift-booking-attended = was there
shift-booking-absent = was not there

## Why one cannot sign up

shift-hindrance-cancelled = The shift is cancelled.
shift-hindrance-over = The shift has begun or is over.
shift-hindrance-mine = You are on the shift already.
shift-hindrance-not-engaged = You have no agreement about this task. Call the place if you would like to help.
shift-hindrance-paused = You are taking a break from the task. Tell the place when you are ready again.
shift-hindrance-paused-until = You are taking a break from the task until { $until }.
shift-hindrance-missing = Something must be in order first: { $what }. See “What must be in order” on My page, or ask the place.
shift-hindrance-overlaps = You have another shift at that time: “{ $title }”, { $when }. Give that one up first if you would rather have this one.
shift-hindrance-full = All places are taken.
shift-hindrance-full-for-you = { $free ->
    [one] There is only one place left, and there are more of you.
   *[other] There are only { $free } places left, and there are more of you.
  }
shift-hindrance-too-near = There are { $between } minutes between this shift and “{ $title }”, { $when }. We reckon that you need about { $needed } minutes to get from one place to the other.

## The plan

shift-plan-engaged = { $count ->
    [0] Nobody can take shifts on the task at the moment. Those can who have begun and are not on a break.
    [one] One volunteer has an agreement about the task and can take shifts.
   *[other] { $count } volunteers have an agreement about the task and can take shifts.
  }
shift-plan-agreed = Have said yes, but cannot be put on a shift yet, because something is missing before they can begin: { $names }.
shift-plan-without = Have an agreement but are on no shift yet: { $names }.
shift-plan-write-without = { $count ->
    [one] Write, so that the shifts are chosen
   *[other] Write to the { $count }, so that they can choose shifts
  }
shift-from-task = Make shifts from the task's time
shift-from-task-hint = The task's time: { $time }
shift-series-title = These repeat
shift-numbers = At least { $minimum }, at most { $wanted }
shift-numbers-same = { $wanted ->
    [one] One volunteer
   *[other] { $wanted } volunteers
  }
shift-plan-none = No shifts yet
shift-plan-none-text = Make a single shift, or times that repeat. Then the volunteers can sign up.
shift-plan-coming = Coming shifts
shift-plan-past = Past shifts
shift-plan-past-lead = Note who was there. Then the volunteers have their hours counted.
shift-plan-nobody = Nobody yet
shift-plan-and-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
shift-plan-stands-in = (stand-in)
shift-plan-no-email = No e-mail. Call:
shift-plan-edit = Change
shift-plan-cancel = Cancel
shift-plan-attendance = Who was there?
shift-plan-attendance-again = Correct attendance
shift-plan-changed-reason = The times have been changed.

shift-plan-phone = Note a call
shift-phone-title = Note a call: { $task }
shift-phone-on-it = On the shift
shift-phone-yes = Says yes to the new time
shift-phone-cannot = Cannot come
shift-phone-put-on-title = Put somebody on the shift
shift-phone-put-on-text = Only when the person has said yes themselves, for example on the telephone.
shift-phone-whom = Who has said yes?
shift-phone-put-on = Put on the shift
shift-phone-taken-off = { $name } is off the shift
shift-phone-undo = Undo: put { $name } back on
shift-phone-nobody = There is nobody else who can come on the shift.
shift-phone-choose = Choose who has said yes
shift-phone-hindered = That is not possible: { $why }
shift-phone-overlaps = The person has another shift at that time.
shift-phone-not-engaged = The person is not helping with the task at the moment.

## Making and changing

shift-new-title = New shift
shift-new-lead = A single shift, or times that repeat. The shifts are laid out eight weeks ahead.
shift-new-button = Make shifts
shift-edit-title = Change the shift
shift-edit-button = Save
shift-edit-only-this = Here you change only this shift.
shift-edit-following-link = Change this and the following
shift-following-title = Change this and the following shifts
shift-following-lead = Now: { $rule }
shift-field-rhythm = How often?
shift-field-day = First day
shift-field-that-day = Day
shift-field-start = From
shift-field-end = To
shift-field-weekdays = Weekdays
shift-field-weekdays-hint = If you choose none, it is the weekday of the first day
shift-field-which = Which time of the month?
shift-field-which-hint = Only when it is every month
shift-which = The { $nth }
shift-which-date = The same date every month
shift-field-until = Last day
shift-field-until-hint = Leave the field empty if it goes on
shift-field-minimum = At least
shift-field-wanted = At most
shift-field-title = What is the shift?
shift-field-title-hint = Only when it is something else than the task's name, for example “The kitchen”
shift-form-again = When it repeats
shift-form-people = How many should there be?
shift-form-people-hint = If there are fewer than the least, you are told. With the most, the shift is full.
shift-field-closed-days = On public holidays and closing days
shift-field-closed-days-hint = Christmas Eve, public holidays and the municipality's other closing days. Only for shifts that come again
shift-closed-days-skip = Skip: there is no shift on those days
shift-closed-days-ask = Ask us: the shift waits until you have said yes or no
shift-closed-days-keep = Keep the shift as on other days
shift-ask-heading = Is that right?
shift-ask-again = { $count ->
    [one] There is a shift at that time already. Do you want to make another one?
   *[other] There are { $count } shifts at those times already. Do you want to make more?
}
shift-ask-next = If it is right, save. Otherwise correct it.
shift-ask-yes = Yes, save
shift-ask-outside = The shift lies outside the task's own time: { $sentence }.
shift-ask-closed = Most places are closed on { $day }: { $name }.
shift-ask-twice = { $time } comes twice that night because the clocks go back. The shift begins the first time.
shift-error-never-shown = { $time } does not exist that night because the clocks go forward. Choose a time before 2 o'clock or from 3 o'clock
shift-state-asked = Closing day: not settled
shift-closed-question = Most places are closed that day. Do you hold the shift?
shift-closed-hold = Yes, hold the shift
shift-closed-skip = No, skip it
shift-flash-held = The shift is held. Now volunteers can sign up.
shift-flash-skipped = The shift is skipped.
shift-work-closed-day = { $count ->
    [one] Do you hold the shift on the closing day { $when }?
   *[other] Do you hold { $count } shifts on closing days? The first is { $when }
}
shift-rhythm-once = Only once
shift-rhythm-daily = Every day
shift-rhythm-weekly = Every week
shift-rhythm-second-week = Every second week
shift-rhythm-third-week = Every third week
shift-rhythm-fourth-week = Every fourth week
shift-rhythm-monthly = Every month
shift-error-day-past = The day is over. Choose today or a later day
shift-error-day-far = Choose a day within two years
shift-error-begun = The time has passed. Choose a later one
shift-error-end-before = The shift ends before it begins. Correct one of the times
shift-error-too-long = A shift can last 16 hours at most. Divide it into two
shift-error-until-before = The last day must come after the first
shift-error-until-far = Choose a last day within three years
shift-error-no-day = None of the weekdays lies between the first and the last day
shift-error-wanted-below = “At most” cannot be lower than “At least”
shift-error-wanted-taken = { $taken ->
    [one] There is one on the shift already
   *[other] There are { $taken } on the shift already
  }
shift-confirm-title = There are volunteers on it
shift-confirm-lead = They are asked again or told when you go on. Nobody is moved without saying yes.
shift-confirm-asked = They get a mail and are to answer yes or no
shift-confirm-becomes = New time: { $when }
shift-confirm-told = They get a mail that the shift is cancelled
shift-confirm-call = Without e-mail, call: { $names }
shift-confirm-button = Go on, and tell them
shift-confirm-no = Leave it as it is
shift-cancel-title = Cancel the shift
shift-cancel-nobody = There is nobody on the shift yet, so nobody is told.
shift-cancel-told = They get a mail with your reason
shift-cancel-told-later = If you also cancel the following ones, these are told too:
shift-cancel-scope = What is to be cancelled?
shift-cancel-one = Only this shift
shift-cancel-following = This and all the following
shift-cancel-reason = Why?
shift-cancel-reason-hint = The volunteers read it. Do not write about individuals
shift-cancel-button = Cancel the shift
shift-attendance-title = Who was there?
shift-attendance-lead = Take the tick away from those who did not come. It has no consequences for them.
shift-attendance-was-there = Was there
shift-attendance-nobody = There was nobody on the shift.
shift-attendance-save = Save attendance

## The volunteer's shift

shift-own-about = About the shift
shift-own-plan = See the plan
shift-own-refused = That is not possible
shift-own-reason = Reason: { $reason }
shift-own-new-time = The time has changed
shift-own-new-time-text = Does the new time suit you? Answer by { $day }. You have your place until you have answered.
shift-own-new-time-late = Does the new time suit you? Answer as soon as you can, so that the place knows whether you come.
shift-own-confirm = Yes, I will come
shift-own-confirm-no = No, it does not suit me
shift-own-seeking-text = The shift is yours until somebody else has said yes.
shift-own-others-now = We ask the other volunteers at once, a few at a time.
shift-own-others-later = We ask the other volunteers from { $when }, a few at a time. Until then we leave them in peace.
shift-own-others-asked = We ask the other volunteers, some at a time. If nobody says yes, the place is told.
shift-own-nobody-left = There is nobody left to ask, and the place knows. If you cannot come, call the place.
shift-own-others-never = The shift begins before we write to anybody. Call the place.
shift-own-keep = I will come after all
shift-own-asked = You have asked { $name } – the shift is yours until they have said yes.
shift-own-unask = Take the question back
shift-own-asks-you = { $name } asks whether you can take the shift
shift-own-asks-you-text = It is entirely up to you. If you say no, you need not say why.
shift-own-gives-up = { $name } cannot come. Can you take the shift?
shift-own-in-return = In return they take your shift { $when }.
shift-own-take = Yes, I will take it
shift-own-no-thanks = No, thanks
shift-own-look = Can you make it?
shift-own-cannot = You cannot sign up
shift-own-sign-up = Sign me up
shift-own-sign-up-anyway = Sign me up anyway
shift-own-with = You are there together with
shift-own-who-comes = These come
shift-own-cannot-title = Can you not come?
shift-own-cannot-text = It happens to everybody. You need not say why.
shift-own-seek-title = Find a stand-in
shift-own-seek-text = Then we ask other volunteers whether they can take the shift. It is yours until somebody has said yes.
shift-own-seek = Find a stand-in
shift-own-ask-title = Ask a particular person
shift-own-ask-text = Choose somebody who helps with the same task. The shift is yours until they have said yes.
shift-own-ask-whom = Whom would you like to ask?
shift-own-ask = Ask
shift-own-swap-title = Swap with somebody
shift-own-swap-text = Choose a shift that you would rather have. You swap only when the other has said yes.
shift-own-swap-which = Which shift would you like instead?
shift-own-give-up-title = Say that you cannot come
shift-own-give-up-text = Your place becomes free, and the place is told.
shift-own-give-up-soon = The shift is soon. The place gets a mail at once. Please call, too.
shift-own-give-up = I cannot come
shift-own-others = Can you come another time?

## My shifts

shift-mine-lead = Here are your shifts, and those you can take.
shift-mine-asked = You are asked
shift-mine-coming = You are on these
shift-mine-none = You are not on any shift right now.
shift-mine-calendar = Get the shifts in your calendar
shift-mine-open = Shifts you can take
shift-mine-open-none = There are no open shifts right now.
shift-mine-no-engagement = You do not help anywhere yet
shift-mine-no-engagement-text = Find a task, and show interest. When you have an agreement, you can take shifts here.
shift-section-none = You are not on any shift right now.
shift-section-more = All my shifts
shift-on-task-page = Your next shifts
shift-on-task-page-none = You are not on any shifts here right now.
shift-section-asked = { $count ->
    [one] Another volunteer asks whether you can take a shift.
   *[other] Other volunteers ask whether you can take { $count } shifts.
  }
shift-known-task = Task
shift-known-when = Time
shift-known-state = State
shift-known-calendar-made = The calendar address was made
shift-known-calendar-read = Last read

## The calendar

shift-calendar-title = Shifts in your calendar
shift-calendar-lead = Get your shifts in the calendar on your telephone or computer. It follows by itself when something changes.
shift-calendar-made = Here is your address
shift-calendar-made-text = Copy it now. It is shown only this once. Do not share it: whoever has the address can see your shifts.
shift-calendar-address = Calendar address
shift-calendar-open = Open in my calendar
shift-calendar-how = This is how
shift-calendar-how-phone = iPhone and Mac: press “Open in my calendar”, and say yes to subscribing
shift-calendar-how-google = Google Calendar: open it on a computer, choose “Other calendars”, “From URL”, and paste the address
shift-calendar-how-outlook = Outlook: choose “Add calendar”, “Subscribe from web”, and paste the address
shift-calendar-open-since = You have a calendar address from { $day }.
shift-calendar-last-read = It was last read { $day }.
shift-calendar-begin = Make a calendar address
shift-calendar-begin-text = The address is secret and only yours. You can close it again whenever you like.
shift-calendar-make = Make an address
shift-calendar-again = A new address, or close it
shift-calendar-again-text = If you have lost the address, or somebody else has seen it, make a new one. The old one stops working.
shift-calendar-make-again = Make a new one
shift-calendar-close = Close the address
shift-calendar-privacy = The calendar holds only your own shifts: the task, the time and the place. Nobody else's names.
shift-calendar-name = My shifts as a volunteer
shift-calendar-summary = Volunteer: { $title }
shift-calendar-cancelled = CANCELLED: { $summary }
shift-calendar-given-up = YOU ARE NOT COMING: { $summary }
shift-calendar-unconfirmed = NEW TIME, ANSWER: { $summary }
shift-calendar-alarm-title = Reminder
shift-calendar-alarm = Should the calendar remind you of your shifts?
shift-calendar-alarm-hint = Some calendars, Google's among them, use reminders of their own instead.
shift-calendar-alarm-none = No
shift-calendar-alarm-hours = { $hours ->
    [one] An hour before
   *[other] { $hours } hours before
}
shift-calendar-alarm-days = { $days ->
    [one] A day before
   *[other] { $days } days before
}
shift-calendar-alarm-save = Save reminder
shift-flash-calendar-alarm = The reminder is saved. Your calendar gets it next time it looks.
shift-calendar-description = If you cannot come, use the link.
shift-calendar-call = Or call { $phone }.

## Messages at the top of the page

shift-flash-there = The times of the task were in the plan already. No new shifts were made
shift-flash-changed = Saved
shift-flash-moved-asked = Saved. The volunteers have been asked again
shift-flash-cancelled = Cancelled. Those who were on it have been told
shift-flash-over = The shift can no longer be changed
shift-flash-not-yet = Attendance can be noted when the shift has begun
shift-flash-attendance = The attendance is saved
shift-flash-put-on = Put on the shift
shift-flash-noted = Noted
shift-flash-booked = You are on the shift. Thank you
shift-flash-given-up = You are off the shift. The place has been told
shift-flash-confirmed = Thank you. The place now knows that you will come
shift-flash-seeking = You are looking for a stand-in now. The shift is yours meanwhile
shift-flash-kept = Good. The shift is yours
shift-flash-gone = That has been taken care of already
shift-flash-asked = The question is sent
shift-flash-choose-colleague = Choose whom you would like to ask
shift-flash-declined = Thank you for answering
shift-flash-calendar-closed = The address is closed

## Mails

shift-mail-link = See the shift:
shift-mail-why = You get this mail because you help with “{ $task }”.
shift-mail-why-place = You get this mail because you look after volunteers at { $place }.
shift-mail-plan-link = See the plan:
shift-mail-reason = Reason: { $reason }
shift-mail-moved-subject = New time: tell us whether it suits you ({ $task })
shift-mail-moved = Your shift “{ $task }” { $before } has a new time: { $when }.
shift-mail-moved-answer = Answer yes or no by { $day }. You have your place until you have answered.
shift-mail-moved-answer-now = Answer yes or no as soon as you can, so that the place knows whether you come.
shift-mail-moved-link = Answer here:
shift-mail-cancelled-subject = Cancelled: { $task }
shift-mail-cancelled = Unfortunately your shift “{ $task }” { $when } is cancelled.
shift-mail-several-link = See your shifts (you sign in first):
shift-mail-several-cancelled-subject = Cancelled: { $count } shifts ({ $task })
shift-mail-several-cancelled = Unfortunately these of your shifts at “{ $task }” are cancelled:
shift-mail-several-moved-subject = New times: tell us whether they suit you ({ $task })
shift-mail-several-moved = These of your shifts at “{ $task }” have new times. Answer yes or no to each, so that the place knows whether you come. You have your place until you have answered.
shift-mail-several-moved-one = { $before } is now { $when }. Answer here:
shift-mail-tomorrow-subject = Tomorrow: { $task }
shift-mail-tomorrow = You have a shift tomorrow: “{ $task }” { $when }. Thank you for coming.
shift-mail-tomorrow-cannot = If you cannot come after all, say so now. You need not say why.
shift-mail-put-on-subject = You are on the shift: { $task }
shift-mail-put-on = You have agreed on the day, so now you are on the shift “{ $task }” { $when }. Thank you for coming.
shift-mail-put-on-cannot = If the time does not suit after all, say so on the page. You need not say why.
shift-mail-choose-subject = Choose your shifts: { $task }
shift-mail-choose = Your agreement about “{ $task }” is settled. The task is divided into shifts, and you choose which of them you come to, the first time too. Then the place knows when you will be there.
shift-mail-choose-next = The next one with room is { $when }.
shift-mail-choose-link = Look at it, and sign up:
shift-mail-choose-all = See all shifts you can take (you sign in first):
shift-mail-asked-subject = { $name } asks whether you can take a shift
shift-mail-asked = { $name } cannot come to the shift “{ $task }” { $when } and asks whether you can take it.
shift-mail-asked-in-return = In return { $name } takes your shift { $when }.
shift-mail-asked-free = It is entirely up to you, and you need not say why if you cannot.
shift-mail-asked-link = Answer yes or no here:
shift-mail-taken-subject = Somebody takes your shift: { $task }
shift-mail-taken = { $name } has taken your shift “{ $task }” { $when }. You need do nothing more.
shift-mail-swapped-subject = You have swapped: you are on the shift { $when }
shift-mail-swapped = You and { $by } have swapped: you are now on the shift “{ $task }” { $when }.
shift-mail-swapped-given = { $by } takes your shift { $when }, so you are not on that one.
shift-mail-nobody-left-subject = We found no stand-in: { $task }
shift-mail-nobody-left = There is nobody left to ask to take your shift “{ $task }” { $when }. It is still yours, and the place knows that you would like a stand-in. If you cannot come, call the place.
shift-mail-declined-subject = { $name } cannot take your shift
shift-mail-declined = { $name } cannot take your shift “{ $task }” { $when }. It is still yours. You can ask somebody else, or look for a stand-in.
shift-mail-gave-up-subject = Cannot come: { $name }, { $when }
shift-mail-gave-up = { $name } cannot come to “{ $task }” { $when }. Now there are { $left } on the shift, and there must be at least { $minimum }.
shift-mail-comes-subject = { $name } comes { $when }
shift-mail-comes = { $name } comes to “{ $task }” { $when }. Now there are enough on the shift.
shift-news-no-room = { $name } has an agreement about “{ $task }”, but all shifts are full. Make room, or agree on something else
shift-news-to-choose = { $name } has an agreement about “{ $task }” and is on no shift yet. Call, and put { $name } on
shift-news-put-on = { $name } has an agreement about “{ $task }” and is on the shift { $when }. Call, and say so
shift-news-gave-up = { $name } cannot come to “{ $task }” { $when }
shift-news-gave-up-lacks = { $name } cannot come to “{ $task }” { $when }. Now volunteers are missing
shift-news-taken = { $new } takes { $former }'s shift “{ $task }” { $when }
shift-news-account-gone = { $how ->
    [left] A volunteer has stopped and is taken off the shifts: “{ $task }”
    [died] A volunteer has died. The shifts are free: “{ $task }”
   *[deleted] A volunteer has deleted the account and is taken off the shifts: “{ $task }”
}
shift-mail-account-gone-subject = Somebody is missing { $when }: { $task }
shift-mail-account-gone = { $how ->
    [left] A volunteer has stopped and no longer comes to “{ $task }”. Now people are missing these times:
    [died] A volunteer who helped with “{ $task }” has died. Now people are missing these times:
   *[deleted] A volunteer has deleted the account and no longer comes to “{ $task }”. Now people are missing these times:
}
shift-exit-shifts = { $count ->
    [one] 1 shift with volunteers on it
   *[other] { $count } shifts with volunteers on them
}
shift-exit-line = { $when }: { $title } ({ $people ->
    [one] 1 volunteer
   *[other] { $people } volunteers
})
shift-exit-own = { $count ->
    [one] You are on 1 shift
   *[other] You are on { $count } shifts
}
shift-exit-of-person = { $count ->
    [one] Has 1 shift to come
   *[other] Has { $count } shifts to come
}
shift-exit-of-person-outcome = The place in it becomes free, and those who plan are told at once.
shift-exit-own-outcome = Your place becomes free, and the place is told at once.
shift-exit-times = { $count ->
    [one] 1 shift is at the old time
   *[other] { $count } shifts are at the old time
}
shift-exit-times-along = They move along to the new time. Whoever is on a shift is told.
shift-exit-times-others = They stay where they are. Move them in the shift plan once the task is saved.

## My overview

shift-work-lacks = { $lacks ->
    [one] One volunteer is missing { $when }
   *[other] { $lacks } volunteers are missing { $when }
  }
shift-work-lacks-many = Volunteers are missing on { $count } shifts, the first { $when }
shift-work-gave-up = { $lacks ->
    [one] { $name } cannot come. One volunteer is missing { $when }
   *[other] { $name } cannot come. { $lacks } volunteers are missing { $when }
  }
shift-work-seeking = { $name } is looking for a stand-in { $when }
shift-work-choose = Choose your shifts. The next one is { $day }
shift-work-unconfirmed = { $count ->
    [one] One has not answered about the new time { $when }
   *[other] { $count } have not answered about the new time { $when }
  }
shift-work-asked = Can you take a shift { $when }?
shift-work-asked-to-swap = Will you swap to a shift { $when }?
shift-work-new-time = Your shift has a new time: { $when }

## How long we keep it

shift-retention = Who was on a shift
shift-retention-purpose = Planning shifts and following up on attendance

## The page about a person, and when two registrations become one

shift-about = Shifts to come
shift-about-nothing = Has no shifts to come.
merge-shifts = { $count ->
    [one] 1 shift
   *[other] { $count } shifts
}
merge-shift-twice = Both are on the same shift: { $when }.
merge-shift-twice-outcome = The person is on it once. Hours for the shift count once.
merge-calendar = Calendar
merge-calendar-twice = Both have a calendar address.
merge-calendar-twice-outcome = The address of the one that stays still works. The other one stops working.

# Headings on My overview
worklist-kind-shift-closed-day = Shifts on closing days
worklist-kind-shift-seeking = Volunteers who look for a stand-in
worklist-kind-shift-unconfirmed = Volunteers who have not confirmed a new time
worklist-kind-shift-lacks = Shifts that lack volunteers
worklist-kind-shift-choose = Shifts for you to choose
worklist-kind-shift-asked = Shifts you are asked about
worklist-kind-shift-new-time = Shifts with a new time

# Why an imported row stays when its import is undone
import-undo-task-has-shifts = Shifts have been made.
import-undo-person-has-shifts = Has shifts or a calendar address.

## The roster across tasks

roster-title = Roster
roster-place = Place
roster-all-places = All places
roster-only-gaps = Only shifts that lack somebody
roster-show = Show
roster-said = { $short ->
    [0] { $planned ->
        [one] 1 shift. Nobody is missing.
       *[other] { $planned } shifts. Nobody is missing.
    }
    [one] { $planned } shifts. 1 of them lacks somebody.
   *[other] { $planned } shifts. { $short } of them lack somebody.
}
roster-week = Week { $number }: { $from } – { $to }
roster-previous = Previous
roster-this-week = This week
roster-next = Next
roster-week-view = One week
roster-month-view = Four weeks
roster-today = today
roster-no-shifts = No shifts
roster-numbers = { $there } of { $wanted }
roster-find = Find somebody
roster-unanswered = { $count ->
     [one] Waiting for one answer
    *[other] Waiting for { $count } answers
}
roster-put-on = Put on or take off
roster-change = Change
roster-note = Note who came
roster-over = Is over
roster-none = There are no shifts yet
roster-none-text = Plan shifts from a task. Then the whole week is shown here.
roster-cancel-day = Call off the day
roster-back = Back to the roster
roster-flash-nothing = There is nothing to call off on that day
roster-flash-day-cancelled = The day is called off. Those who were to come get a mail
roster-write = { $count ->
     [one] Write to the one who comes
    *[other] Write to the { $count }
}
roster-write-subject = { $title } – { $when }
roster-copy-week = Copy the week
roster-copy-lead = The shifts of week { $number } at { $place } are put into another week, on the same days and times.
roster-copy-to = To
roster-copy-see = See that week
roster-copy-these = { $count ->
     [one] One shift is copied
    *[other] { $count } shifts are copied
}
roster-copy-nobody-on = The new shifts are empty. Nobody is put on a shift without having said yes.
roster-copy-none = There is nothing to copy to that week.
roster-copy-left-out = Not copied
roster-copy-do = { $count ->
     [one] Copy the shift
    *[other] Copy the { $count } shifts
}
roster-copy-series = comes again by itself
roster-copy-task-over = the task is no longer open
roster-copy-after-end = the task is over before then
roster-copy-begun = that time is over
roster-copy-there = is there already
roster-copy-closed = { $day } is closed: { $why }
roster-flash-copied = The week is copied. The new shifts are empty
roster-flash-nothing-to-copy = There are no shifts to copy
roster-copy-choice = Week { $number }, from { $from }
shift-mail-across-cancelled = Unfortunately these of your shifts at { $place } are cancelled:
shift-mail-across-one = { $when }: { $title }
shift-mail-across-subject = { $count ->
    [one] Cancelled: 1 shift ({ $place })
   *[other] Cancelled: { $count } shifts ({ $place })
}

## Another shift instead: the place asks, the volunteer answers

shift-plan-other = Ask about another shift
shift-other-title = Ask about another shift
shift-other-text = Whoever you ask gets a mail and answers yes or no. The shift is theirs until they have said yes to the other one.
shift-other-whom = Whom do you ask?
shift-other-to = Which shift instead?
shift-other-ask = Ask
shift-other-nobody = There is nobody on the shift to ask.
shift-other-none = No other shift has room for one more. Make a new shift first.
shift-other-call = Call those without e-mail
shift-other-call-text = If they say yes, put them on the new shift, and note that they cannot come to this one:
shift-other-gone = Does not have the shift any more
shift-other-no-email = Has no e-mail. Call instead
shift-other-there = Has that shift already
shift-other-full = Choose a shift that has room
shift-other-asked-already = { $name } (asked about { $when })
shift-mail-other-subject = { $place } asks whether you can come at another time
shift-mail-other = { $by } from { $place } asks about your shift “{ $task }” { $when }.
shift-mail-other-instead = Could you come { $when } instead?
shift-mail-other-free = It is quite all right to say no. The shift is yours until you have said yes.
shift-own-other-asks = { $by } asks whether you can come here instead
shift-own-other-text = If you say yes, you get that shift, and your place here is free. If you say no, nothing happens.
shift-own-other-yes = Yes, I come there
shift-own-other-no = No, I stay on my shift
shift-news-other-yes = { $name } comes { $when } instead of { $before }
shift-news-other-no = { $name } stays on the shift { $before } and does not come { $when }
shift-flash-other-asked = The question is sent
shift-flash-stays = You stay on your shift
