# Showing interest in a task: the form, the volunteer's own page, the answer and the mails.

## Common

interest-back-to-task = To the task
interest-find-more = Find other tasks
interest-about-task = About the task
interest-when = When
interest-where = Where
interest-by = With
interest-requirements = What must be in order before you begin
interest-rather-call = Would you rather call?
interest-whom-to-call = Whom can you call?
interest-call-name = You can call { $name } on
interest-history = What has happened
interest-places = Places
interest-places-taken = A yes has been given to { $taken } of { $wanted } places

## The form

interest-form-title = I would like to help
interest-form-lead = It takes less than a minute. You do not commit to anything: first you talk.
interest-form-name = Name
interest-form-email = E-mail
interest-form-email-hint = We need an e-mail address or a phone number: give at least one of them. To an e-mail address we send a link so that you can confirm it is you
interest-form-too-many-mails = Several mails have just been sent to this address. Open one of them, sign in, or write only your telephone number
interest-form-phone = Phone
interest-form-phone-hint = Give at least one of them: e-mail or phone
interest-form-one-of-both = Give an e-mail address or a phone number, so that we can answer you
interest-form-name-only = Write only your name here
interest-form-message = Write a line to those who need help
interest-form-message-hint = For example why you would like to, or what you want to know. Do not write about other people
interest-form-persons = How many of you will come?
interest-form-persons-hint = Leave it empty if you come alone
interest-form-of-age = I am { $age } or older
interest-form-their-of-age = The person is { $age } or older
interest-form-too-young = The task is for people aged { $age } and over. Tick the box if you are. If you are younger, call and ask for another task
interest-form-their-too-young = The task is for people aged { $age } and over. Tick the box if the person is. If not, find another task together
interest-form-licence = I have a driving licence
interest-form-privacy = Only those who answer for { $by } see what you write. We delete it when it is no longer needed.
interest-form-privacy-link = How we look after your data
interest-form-send = Send
interest-form-send-anyway = Send anyway
interest-form-cancel = Cancel
interest-form-filled = All places are taken right now
interest-form-filled-text = Write anyway: the place can put you on the waiting list, and you are told if a place becomes free.

interest-before-title = Before you send
interest-form-cv-too-young = The task requires that you are { $age }, and your CV says that you are { $years }. If that is wrong, correct your CV first
interest-cv-title = Your CV says that you are too young for this task
interest-cv-text = The task requires that you are { $age }. By your CV you are { $years }.
interest-cv-mend = If that is wrong, correct your CV
interest-cv-call = If in doubt, call { $name }:
interest-own-cv = The task requires that you are { $age }, and the CV with your e-mail address says otherwise.
interest-own-cv-next = Those who answer you are told. If the CV is wrong, sign in and correct it, or tell them.
interest-answer-cv-title = By the CV the volunteer is not { $age } years old
interest-answer-cv-text = The task requires { $age } years, and the volunteer ticked that they are. The CV with the same e-mail address says otherwise. Talk to the volunteer before you say yes.
interest-before-lacks = The task requires { $what }, and you have not ticked the box.
interest-before-lacks-next = If you have it, tick the box. If you do not have it yet, you can send anyway and talk about what is possible.
interest-before-too-many = There { $places ->
    [one] is only one place
   *[other] are only { $places } places
  } in all.
interest-before-too-many-next = Write a lower number, or send anyway and sort it out together.
interest-before-agreed = You have an agreement about “{ $title }”. Both are on { $day }, { $from }–{ $to }.
interest-before-agreed-next = If it fits all the same, just go on. If you can only do one of them, find a task at another time, or talk to the place about your agreement.
interest-before-agreed-on-behalf = The person has an agreement about another task on { $day }, { $from }–{ $to }.
interest-before-conflict = You have also shown interest in “{ $title }”. Both are on { $day }, { $from }–{ $to }.
interest-before-conflict-on-behalf = The person has also shown interest in another task on { $day }, { $from }–{ $to }.
interest-before-conflict-on-behalf-next = Ask whether it works all the same.
interest-before-conflict-next = If you can only do one of them, withdraw from the other first. If it fits all the same, just go on.

interest-thanks-title = Thank you! Check your mail
interest-thanks-lead = All that is left is for you to confirm that it is you.
interest-thanks-text = We have sent you a mail about “{ $title }”. Follow the link in it and confirm that it is you.
interest-thanks-known = If you have written to us about the task before, the mail has the link to your own page.
interest-thanks-promise = If you confirm today, you will have an answer by { $day }.
interest-thanks-no-mail = No mail after a few minutes? Look in your spam folder.

interest-closed-title = The task is no longer open
interest-closed-lead = Thank you for wanting to help. “{ $title }” takes no more volunteers right now, but there are other tasks like it.
interest-closed-similar = See tasks like it

interest-on-behalf-title = Write down somebody who phoned
interest-on-behalf-lead = Write what the person told you. A phone number is enough.
interest-form-their-name = Name
interest-form-their-phone = Phone
interest-form-their-email = E-mail
interest-form-their-email-hint = Then they get a receipt and a link to their own page
interest-on-behalf-promise = Say that they will have an answer by { $day }.
interest-on-behalf-privacy = Tell them that you keep their name and number in order to answer, and that these are deleted afterwards.

interest-flash-known = You have already shown interest in the task. Here you can see how far it has come.
interest-flash-known-staff = This person has already shown interest in the task
interest-flash-entered = Written down
interest-flash-confirmed = Thank you. Your message has been passed on
interest-flash-withdrawn = You have withdrawn. Thank you for saying so
interest-flash-replied = Your answer has been sent
interest-flash-phone = The number is saved
interest-flash-invited = The invitation is sent
interest-flash-accepted = The answer is given: yes, please
interest-flash-waitlisted = The answer is given: on the waiting list
interest-flash-declined = The answer is given: no, thank you
interest-flash-called = The call is noted

## The volunteer's own page

interest-own-promise = You will have an answer by { $day }.
interest-own-unconfirmed = Confirm that it is you
interest-own-unconfirmed-lead = Press the button, and { $by } will get your message. Do it today and you get an answer by { $day } at the latest.
interest-own-confirm = Confirm
interest-own-confirm-anyway = Confirm anyway
interest-own-new = Your message has been received
interest-own-new-next-mail = You will get a mail when there is an answer. You can also look here.
interest-own-new-next-call = They will call you. You can also look here.
interest-own-new-next-talk = You talk before anything is agreed.
interest-own-late = We are not there yet
interest-own-late-lead = You should have heard from { $by } by now. We are sorry. We have now asked more people to answer you.
interest-own-late-next = You will have an answer. You can also call. The number is on this page.
interest-own-invited = { $by } would like to talk to you
interest-own-invited-lead = Read the message, and answer here or call.
interest-own-invited-next = You talk and find out whether it suits you both.
interest-own-replied = Your answer has been sent
interest-own-replied-lead = { $by } has your answer. They will get back to you by { $day }.
interest-own-accepted = You are in
interest-own-accepted-lead = { $by } looks forward to seeing you.
interest-own-accepted-next = If you cannot come after all, say so on this page as soon as you know.
interest-own-waitlisted = You are on the waiting list
interest-own-waitlisted-lead = You are number { $position } on the list.
interest-own-waitlisted-next = If a place becomes free, they call or write and ask whether you still want it.
interest-own-declined = Not this time
interest-own-declined-lead = { $by } has answered you.
interest-own-withdrawn = You have withdrawn
interest-own-withdrawn-lead = Thank you for saying so. You are always welcome another time.
interest-own-ended = Thank you for your help
interest-own-ended-lead = You have finished volunteering at { $by } here. You are always welcome back.
interest-own-keep-link = Keep this link
interest-own-keep-link-text = You gave no e-mail address, so the link is the way back to your page. Bookmark the page.
interest-own-keep-link-lost = If you lose the link, call { $name } on { $phone }.
interest-own-words = The message to you
interest-own-reply = Your answer
interest-own-reply-hint = For example when it suits you
interest-own-reply-send = Send answer
interest-own-next = What happens now
interest-own-others = Perhaps one of these is for you
interest-own-known = What we know about you
interest-own-known-text = Only those who answer you can see it. It is deleted at the latest half a year after it has ended.
interest-own-phone-save = Save number
interest-own-withdraw-title = Can you not make it after all?
interest-own-withdraw-text = That is quite all right. When you withdraw, they are told, and the place can go to somebody else.
interest-own-withdraw-reason = Would you like to say why?
interest-own-withdraw = I withdraw
interest-on-task-page-see = See where it stands

interest-step-by = { $name }: { $what }
interest-step-shown = Showed interest
interest-step-entered = Wrote it down after a talk
interest-step-confirmed = Confirmed
interest-step-of-age = Ticked the age
interest-step-invited = Invited to talk
interest-step-replied = Answered the invitation
interest-step-accepted = Said yes
interest-step-waitlisted = Put on the waiting list
interest-step-declined = Said no, thank you
interest-step-withdrawn = Withdrew
interest-step-ended = No longer with us
interest-step-called = Called
interest-step-phone = Changed the phone number
interest-step-late = The deadline was missed, and the volunteer was told

interest-state-unconfirmed = Not confirmed yet
interest-state-new = Waiting for an answer
interest-state-invited = Invited to talk
interest-state-replied = Has answered the invitation
interest-state-accepted = Told yes
interest-state-waitlisted = On the waiting list
interest-state-declined = Not this time
interest-state-withdrawn = Has withdrawn
interest-state-ended = Has helped

interest-mine-title = What I have shown interest in
interest-mine-none = You have not shown interest in anything yet
interest-mine-none-text = Find a task that suits you. Writing takes less than a minute.
interest-mine-unconfirmed = Confirm your e-mail address first
interest-mine-unconfirmed-text = When you have confirmed your e-mail address, you will see here everything you have written about with it.
interest-mine-profile = To my profile

## Those who answer

interest-answer-title = { $name } would like to help
interest-answer-heading = { $name }: { $task }
interest-answer-due = Answer by { $day }.
interest-answer-late = { $days ->
    [one] Has waited for one day. The deadline has passed.
   *[other] Has waited for { $days } days. The deadline has passed.
  }
interest-answer-lacks = Does not have yet
interest-answer-entered = Written down by one of you after a talk.
interest-answer-call-title = Call
interest-answer-call-text = There is no e-mail address. Call { $name } and tell them. Then write here what you agreed.
interest-answer-title-now = { $name }: { $state }
interest-answer-what = What would you like to answer?
interest-answer-changed = Has anything changed?
interest-answer-changed-text = If you move { $name } to the waiting list, you take back your yes: the agreement falls away, and the place is free again. You write the mail about it yourself.
interest-answer-changed-text-call = If you move { $name } to the waiting list, you take back your yes: the agreement falls away, and the place is free again. { $name } has no e-mail, so call first and say so.
interest-answer-after-no = Will you take back your no?
interest-answer-after-no-text = { $name } was told no. If you choose another answer, you write a new mail that takes your no back.
interest-answer-after-no-text-call = { $name } was told no. If you choose another answer, you call and take your no back.
interest-answer-invite-after-no = Invite after all
interest-answer-accept-after-no = Say yes after all
interest-answer-waitlist-after-no = Put on the waiting list after all
interest-answer-invite = Invite to talk
interest-answer-accept = Say yes
interest-answer-waitlist = Put on the waiting list
interest-answer-take-back = Move to the waiting list
interest-answer-decline = Decline kindly
interest-answer-refused = The answer has not been given
interest-answer-full = { $free ->
    [0] All places are taken.
    [one] Only one place is left.
   *[other] Only { $free } places are left.
  } { $persons ->
    [one] One person would
   *[other] { $persons } persons would
  } like to come. Use the waiting list, or change the number of places of the task.
interest-answer-over = The task takes no more volunteers. Say no kindly, or open the task again before you say yes.
interest-answer-meanwhile = Another answer was given after you opened the page. See where it stands now before you send anything.
interest-answer-replied = { $name } has answered the invitation meanwhile. Read it before you send anything.
interest-answer-withdrawn = { $name } withdrew while you were writing. You need not do anything more.
interest-answer-unsent = What you wrote
interest-answer-unsent-text = It has not been sent. Copy the text if you want to use it.
interest-answer-privacy = Name, e-mail and phone number may only be used to answer. They are deleted automatically.

interest-letter-text = Your mail
interest-letter-text-hint = Change it as you like. The mail is sent to { $name }
interest-letter-said = What you say or agree
interest-letter-said-hint = Call first. The text is not sent, but can be seen on the volunteer's own page
interest-letter-reasons = Why not? Choose a reason, and a mail is proposed. Or write it yourself.
interest-letter-send = Send
interest-letter-send-yes = Say yes and send
interest-letter-send-no = Decline and send
interest-letter-called = I have called – save

interest-call-note-title = Note a call
interest-call-note = What came of it?
interest-call-note-hint = For example “no answer, trying again tomorrow”. The volunteer can see it
interest-call-note-save = Save
interest-call-done = I have called
interest-call-told-title = The task is cancelled. Call { $name }
interest-call-told-text = { $name } has no e-mail and does not know yet. Call and say that “{ $title }” is cancelled. There is nothing more to answer.
interest-call-told-why = The reason that everybody can read: { $reason }

interest-list-title = People interested
interest-list-link = Everybody interested in the task
interest-list-new = Waiting for an answer
interest-list-invited = Invited to talk
interest-list-accepted = Told yes
interest-list-waitlisted = Waiting list
interest-list-ended = Ended
interest-list-none = Nobody has shown interest yet
interest-list-none-text = When somebody writes, the contact person is told, and they are listed here.
interest-list-since = Wrote { $day }
interest-list-persons = { $count } persons
interest-list-free = { $count ->
    [one] One place is free
   *[other] { $count } places are free
  }
interest-list-next = { $name } is first on the waiting list. Call and ask whether it still suits.
interest-list-next-link = Give the place

interest-work-answer = Answer { $name }
interest-work-replied = Get back to { $name }, who has answered the invitation
interest-work-call = Call { $name } and say that the task is cancelled
interest-work-invitation = Answer an invitation
interest-work-free-place = { $count ->
    [one] A place is free, and somebody is on the waiting list
   *[other] { $count } places are free, and somebody is on the waiting list
  }
interest-reason-nobody-nearer = Because { $place } has no contact person at the moment, it is with you.
interest-reason-soon = The task begins soon. Better call than write.
interest-reason-cancelled = { $name } has no e-mail, so we cannot write to them.
interest-reason-climbed = Because { $place } has not answered for { $days ->
    [one] one day
   *[other] { $days } days
  }, it is now with you.

interest-news-new = { $name } would like to help with “{ $title }”
interest-news-call = { $name } would like to help with “{ $title }” and should be called
interest-news-replied = { $name } has answered your invitation to “{ $title }”
interest-news-withdrawn = { $name } cannot come after all: “{ $title }”
interest-news-withdrawn-next = { $name } cannot come after all: “{ $title }”. { $first } is first on the waiting list
interest-news-cancelled = “{ $title }” is cancelled. Call { $name } and say so
interest-news-account-gone = { $how ->
    [left] Somebody who wanted to help with “{ $title }” has stopped. You need not answer
    [died] Somebody who wanted to help with “{ $title }” has died. You need not answer
   *[deleted] Somebody who wanted to help with “{ $title }” has deleted the account. You need not answer
}
interest-news-late = { $name } has waited for an answer for { $days ->
    [one] one day
   *[other] { $days } days
  }: “{ $title }”. Will you answer?

## Mails to begin from

interest-text-invited =
    Dear { $volunteer }

    Thank you for wanting to help with “{ $task }”. We would like to talk to you before we agree on anything.

    When may we call you, or would you like to come by? Answer on your own page, or call us.

    Kind regards
    { $contact }, { $place }
interest-text-accepted =
    Dear { $volunteer }

    Yes, please! We would very much like to have you with us for “{ $task }”.

    Now only your yes to the agreement is missing. Read it, and say yes if it suits you. If it does not, say no in the same place, and we will find somebody else.

    We look forward to seeing you.

    Kind regards
    { $contact }, { $place }
interest-text-accepted-call = We have said yes please to help with “{ $task }” on the telephone.
interest-text-waitlisted =
    Dear { $volunteer }

    Thank you for wanting to help with “{ $task }”. All places are taken right now, so we have put you on the waiting list.

    If a place becomes free, we will ask whether you still want it. You can withdraw at any time on your own page.

    Kind regards
    { $contact }, { $place }
interest-text-waitlisted-undecided =
    Dear { $volunteer }

    Thank you for wanting to help with “{ $task }”. We cannot say yes right now, so we have put you on the waiting list.

    We write or call when we know more. You can withdraw at any time on your own page.

    Kind regards
    { $contact }, { $place }
interest-text-taken-back =
    Dear { $volunteer }

    We have to take back our yes. There is no room for you on “{ $task }” after all, because …

    You are now on the waiting list, and we will ask you if a place becomes free. It is our mistake, and we are sorry.

    Kind regards
    { $contact }, { $place }
interest-text-invited-after-no =
    Dear { $volunteer }

    We said no when you wanted to help with “{ $task }”. We take that answer back, and we are sorry that you got it.

    If you would still like to help, we would like to talk with you. When may we call, or would you like to come by? Answer on your own page, or call us.

    Kind regards
    { $contact }, { $place }
interest-text-accepted-after-no =
    Dear { $volunteer }

    We said no when you wanted to help with “{ $task }”. We take that answer back, and we are sorry that you got it. We would very much like to have you with us.

    If it still suits you, read the agreement and say yes to it. If it does not any more, say no in the same place.

    Kind regards
    { $contact }, { $place }
interest-text-waitlisted-after-no =
    Dear { $volunteer }

    We said no when you wanted to help with “{ $task }”. We take that answer back, and we are sorry that you got it. We have put you on the waiting list.

    We write or call when we know more. You can withdraw at any time on your own page.

    Kind regards
    { $contact }, { $place }
interest-text-declined =
    Dear { $volunteer }

    Thank you for wanting to help with “{ $task }”. This time we have to say no.

    We were glad to hear from you, and you are most welcome to write again the next time we need someone.

    Kind regards
    { $contact }, { $place }

interest-text-cancelled =
    Dear { $volunteer }

    We have had to cancel “{ $task }” ({ $when }).

    { $why }

    { $ends }

    We are sorry that it affects you, and hope to see you another time.

    Kind regards
    { $contact }, { $place }
interest-text-cancelled-why = The reason: { $reason }
interest-text-cancelled-agreed = { $shifts ->
    [0] The agreement has ended with it. You need not do anything.
    [one] The agreement has ended with it, and your shift is cancelled. You need not do anything.
   *[other] The agreement has ended with it, and your { $shifts } shifts are cancelled. You need not do anything.
}
interest-text-cancelled-waiting = So you will get no other answer from us. You need not do anything.
interest-text-why = They write: { $reason }

## Mails

interest-mail-greeting = Hello { $name }
interest-mail-own-link = On your own page you can see how far it has come, and withdraw:
interest-mail-ended-link = See the answer on your own page:
interest-mail-reply-link = Answer here:
interest-mail-call = Questions? Call { $name } ({ $role }) on { $phone }.
interest-mail-call-place = Questions? Call { $name } on { $phone }.
interest-mail-promise = You will have an answer by { $day }.
interest-mail-why = You receive this mail because you have shown interest in “{ $task }”. The link in it is yours alone. Do not pass it on.
interest-mail-why-agreed = You receive this mail because you had an agreement about “{ $task }”. The link in it is yours alone. Do not pass it on.

interest-mail-confirm-subject = Confirm that you would like to help: { $task }
interest-mail-confirm-thanks = Thank you for wanting to help with “{ $task }” at { $by }. Confirm that it is you, and they get your message.
interest-mail-confirm-link = Open the link and press Confirm:
interest-mail-confirm-promise = If you confirm today, you will have an answer by { $day }.
interest-mail-confirm-not-you = Did you not write to us? Then you need not do anything. We delete the message after seven days.

interest-mail-receipt-subject = Thank you for wanting to help: { $task }
interest-mail-receipt = Thank you for wanting to help with “{ $task }” at { $by }. They have your message.
interest-mail-on-behalf = Thank you for the talk. We have written down that you would like to help with “{ $task }” at { $by }.

interest-mail-again-subject = Your link: { $task }
interest-mail-again = You have already shown interest in “{ $task }” at { $by }, so you need not write again. Here is the link to your own page.
interest-mail-again-not-you = Did you not ask for this mail? Then somebody probably typed your address by mistake. You need not do anything.

interest-mail-invited-subject = We would like to talk to you: { $task }
interest-mail-accepted-subject = Yes please – read the agreement and say yes: { $task }
interest-mail-waitlisted-subject = You are on the waiting list: { $task }
interest-mail-declined-subject = Answer to your message: { $task }
interest-mail-others = Perhaps one of these tasks is for you:

interest-mail-cancelled-subject = Cancelled: { $task }

interest-mail-late-subject = We are not there yet: { $task }
interest-mail-late = You should have heard from us by now about “{ $task }” at { $by }. You have not, and we are sorry. You will still have an answer, and we have now asked more people to answer you.
interest-mail-moved-subject = Another place answers you: { $task }
interest-mail-moved = “{ $task }”, which you would like to help with, now belongs to { $by }. They will answer you, and you need not do anything.
interest-mail-ends-on-subject = The task ends: { $task }
interest-mail-ends-on = “{ $task }” at { $by }, which you would like to help with, ends. The last day is { $day }.
interest-mail-ends-on-else = Until then you can still help if you agree on it. If you no longer want to, you can say no on your own page.
interest-mail-other-times-subject = Another time or place: { $task }
interest-mail-other-times = { $by } has changed “{ $task }”, which you would like to help with.
interest-mail-other-times-else = If it still suits you, you need not do anything. If it does not, you can say no thank you on your own page.

interest-retention-unconfirmed = Interests that nobody has confirmed
interest-retention-unconfirmed-purpose = So that the volunteer has time to confirm
interest-retention-ended = Interests that came to nothing, and those of a task that has ended
interest-retention-ended-purpose = To be able to answer the volunteer

interest-section-heading = What I have shown interest in
interest-section-more = See all
interest-of-task-link = Those interested
interest-on-behalf-link = Write down somebody who phoned

## The waiting list

interest-own-offered = A place is free for you
interest-own-offered-lead = Answer by { $until }. The place is yours until you have answered or the time is up.
interest-own-offered-next = If you do not answer, the place goes to the next on the list. You stay on it, at the end.
interest-own-offered-take = Yes please, I would like the place
interest-own-offered-pass = No thanks, not this time
interest-flash-offer-taken = The place is yours. Read the agreement and say yes to it.
interest-flash-offer-passed = Thank you for answering. The place goes to the next. You are still on the list.
interest-flash-offer-gone = The time is up, and the place has been passed on. You are still on the list.
interest-step-offered = Was offered a free place
interest-step-passed = Did not take the place, it went on
interest-mail-offered-subject = A place is free: { $task }
interest-mail-offered = You are on the waiting list of { $by } for “{ $task }”. Now a place is free, and you are next on the list.
interest-mail-offered-due = Answer by { $until }. Until then we keep the place for you.
interest-mail-offered-link = Say yes or no here:
interest-mail-offered-else = If you do not answer, the place goes to the next on the list. You stay on the list, at the end.
interest-mail-offer-over-subject = The place has gone on: { $task }
interest-mail-offer-over = The time to answer is up, and the place with { $by } for “{ $task }” is offered to the next on the list. You are still on the waiting list and will hear from us again if a place becomes free.

interest-about = Has shown interest in
interest-about-nothing = Has not shown interest in any task.
interest-about-shown = { $place }. { $day }
merge-interests = { $count ->
    [one] Has shown interest once
   *[other] Has shown interest { $count } times
}
merge-interest-twice = Both wait for an answer about the same task, the later one since { $day }.
merge-interest-twice-outcome = One of them is withdrawn, so that the place answers only once.

## Everybody who is interested, across tasks

interest-all-title = Interested
interest-all-lead = Those who would like to help at your places. Whoever is to be answered first comes first.
interest-all-count = { $count ->
    [one] 1 interested
   *[other] { $count } interested
}
interest-all-search = Name or task
interest-all-name = Name
interest-all-task = Task
interest-all-state = State
interest-all-waiting = Waiting for an answer or a talk
interest-all-late = Past the deadline
interest-all-states = All, including those answered
interest-all-due = Answer by
interest-all-was-due = Was due { $day }
interest-all-came = Came
interest-all-place = Place
interest-all-persons = Persons
interest-all-email = E-mail
interest-all-phone = Telephone
interest-all-none = Nobody waits for an answer
interest-all-none-text = When somebody shows interest in one of your tasks, they are listed here.
interest-several-link = Say no to several at once
interest-several-decline = Say no kindly
interest-several-heading = { $count ->
    [one] Say no kindly to 1
   *[other] Say no kindly to { $count }
}
interest-several-consequence = Each gets a mail of their own and does not see who else gets it. Similar tasks are listed at the foot of it.
interest-several-text = What you write
interest-several-text-hint = What is in { "{" }braces{ "}" } is filled in for each: first name, task, place and your name. If you leave the text as it is, whoever chose Danish gets it in Danish.
interest-several-unknown = We cannot fill in { $placeholder }. Use { $known }, or delete it
interest-several-send = { $count ->
    [one] Send the mail
   *[other] Send { $count } mails
}
interest-several-done = { $count ->
    [0] Nobody got a mail
    [one] 1 has had a no and a thank you
   *[other] { $count } have had a no and a thank you
}
interest-several-no-email = has no e-mail – call, and note it on their page
interest-several-answered = has had an answer
import-undo-task-has-interest = Somebody has shown interest.
engagement-mail-read-link = Read the agreement, and say yes or no:
worklist-kind-interest-invitation = Invitations to you
worklist-kind-interest-free-place = Free places
worklist-kind-interest = Volunteers waiting for an answer
worklist-kind-interest-call = Volunteers to be called
interest-letter-agreement = If you say yes, it is also your yes to the agreement below. { $name } gets a link to it and says yes or no. You can change it afterwards; then you are both asked again.
interest-letter-agreement-call = If you say yes, it is also your yes to the agreement below. Go through it with { $name } on the telephone, and note the answer on the page of the agreement when you have saved.
interest-letter-agreement-read = Read the agreement you say yes to
interest-own-not-me-title = Was it not you?
interest-own-not-me-text = Then somebody else wrote your address. Press here and we do not pass the message on.
interest-own-not-me = It was not me
interest-form-their-message = What did the person say?
interest-form-their-message-hint = For instance when it suits them, or what they want to know. Do not write about other people
interest-form-their-persons = How many come?
interest-form-their-persons-hint = Leave it empty if the person comes alone

interest-exit-answers = { $count ->
    [one] 1 waits for this person’s answer
   *[other] { $count } wait for this person’s answer
}
interest-exit-answers-outcome = Whoever takes over must answer within the same deadline.
interest-exit-own-answers = { $count ->
    [one] 1 waits for your answer
   *[other] { $count } wait for your answer
}
