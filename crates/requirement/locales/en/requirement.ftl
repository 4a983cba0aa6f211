# What must be in order before one begins (law B.4, B.6), and the associations' yearly declaration.

requirement-state-in-order = In order
requirement-state-lacks = Missing
requirement-state-under-way = Under way
requirement-state-again = To be renewed
requirement-state-refused = The task cannot be given

requirement-in-order-since = In order since { $day }.
requirement-in-order-until = Noted on { $since }. Counts until { $until }.
requirement-in-order-by-cv = The CV says so.

## Why a child protection certificate

requirement-because = Why is a child protection certificate needed?
requirement-because-hint = A certificate is only obtained when the task is among children under 15 and the volunteer has a fixed attachment.
requirement-because-said = It is needed because the volunteer
requirement-because-direct-contact = is in direct contact with children under 15
requirement-because-moves-among = moves regularly among children under 15
requirement-because-fixed-attachment = has a fixed attachment to a place with children under 15

## For the volunteer

requirement-own-title = What must be in order
requirement-own-lead = Some tasks ask for something before you begin. Here you see what is in order and what to do now.
requirement-own-none = No task here asks for anything beforehand
requirement-own-none-text = Is an agreement missing here? Open it by the link in the mail from the place.
requirement-own-ready = Ready to begin
requirement-own-privacy = Only you and those who answer for the place see this. We keep dates, never certificates or CPR numbers.
requirement-own-refused = The place cannot give you this task. You are welcome to call and talk to them about it. There are many other tasks.
requirement-own-run-out = It counted until { $day }. Talk to the place about renewing it.
requirement-own-certificate = The place orders a child protection certificate from the police. You need not do anything yet.
requirement-own-certificate-young = A certificate can only be obtained once you are { $years }. Talk to the place about another task.
requirement-own-certificate-ordered = The place ordered the certificate on { $day }. The police will ask you in Digital Post. Say yes there, and tell the place that you have.
requirement-own-certificate-consented = You have said yes. The place now assesses the certificate and deletes it afterwards.
requirement-own-consent-button = I have said yes in Digital Post
requirement-own-confidentiality = Read and accept the text. It takes two minutes.
requirement-own-new-text = The text has changed since you accepted it. Read and accept the new one.
requirement-own-course = You take a course before you begin. The place tells you when it is and notes it when you have been there.
requirement-own-introduction = You are shown around the first time you come.
requirement-own-meeting = The place calls or writes and agrees with you when and where the information meeting is. They note when you have been there.
requirement-own-licence = Show your driving licence to the place before you drive. They only note the date.
requirement-own-too-young = The task is for those aged { $years } or more. Talk to the place about another task.
requirement-own-old-enough-from = You can begin on { $day }, when you turn { $years }.
requirement-own-age-unknown = The task is for those aged { $years } or more. Write your age in your CV, or show it to the place.
requirement-say-age = Write your age
requirement-read-and-accept = Read and accept

## The confidentiality statement

requirement-accept-lead = Read the text. If you agree, accept it below. If you are in doubt, call your contact person first.
requirement-accept-button = I have read the text and promise it
requirement-mail-accept-link = Read and accept the declaration of confidentiality:
requirement-accept-not-now = Not now
requirement-accept-kept = We keep the date and which text it was.
requirement-accepted = You have accepted the text
requirement-accepted-on = You did so on { $day }. You can always read it again here.
requirement-text-changed = The text has just changed
requirement-text-changed-text = This is the new one. Read it before you accept.

## For the place

requirement-of-task-lead = What is in order for those who help, and what is the next step? Nobody begins before everything is in order.
requirement-of-person-title = Requirements: { $name }
requirement-volunteer = Volunteer
requirement-none-asked = The task asks for nothing beforehand.
requirement-none-asked-text = If something must be in order before one begins, write it on the task.
requirement-edit-task = Edit the task
requirement-nobody-yet = Nobody helps with the task yet
requirement-nobody-yet-text = When somebody has said yes, you see here what is missing.
requirement-privacy = Only those who answer for the place see this page. It holds dates, never certificates, CPR numbers or notes about anybody.
requirement-back-to-engagement = To the agreement
requirement-back-to-list = All requirements
requirement-may-begin = Everything is in order
requirement-may-not-begin = Something is missing before you can begin
requirement-see = See
requirement-place-not-noted = Not noted yet.
requirement-place-run-out = Counted until { $day }.
requirement-place-confidentiality = The volunteer accepts the text on their agreement. If it was signed on paper, note it.
requirement-place-new-text = The volunteer has not accepted the new text yet. If it was signed on paper, note it.
requirement-place-certificate = Not begun. First say why it is needed.
requirement-place-certificate-needed = It must be ordered from the police.
requirement-place-certificate-ordered = Ordered on { $day }. The volunteer must say yes in Digital Post.
requirement-place-certificate-consented = Consent given on { $day }. Assess the certificate when it has come, and delete it.
requirement-place-certificate-young = A certificate can only be obtained for somebody aged { $years } or more.
requirement-place-assessed = Assessed on { $assessed }. A new certificate is recommended on { $renewal }.
requirement-place-refused = This task cannot be given. Only you who assessed it and whoever is responsible for volunteers in the whole municipality see this.
requirement-place-ask = Not in order. Talk to whoever assesses it in the municipality.
requirement-place-too-young = The volunteer is not yet { $years }.
requirement-place-old-enough-from = Turns { $years } on { $day }.
requirement-place-age-unknown = The task asks for { $years } years. The CV does not say the age.

## Notes

requirement-step-note = Note
requirement-day = Date
requirement-note-hint = The day it happened, or you saw it
requirement-day-to-come = That day has not come yet. Note it when it has happened
requirement-day-before-step = The day is before the previous step. Check the date
requirement-too-long-ago = It counts for { $months } months, so that is too long ago
requirement-text-newer = The text has changed since that day. Let the volunteer sign the new one
requirement-paper-text = The volunteer can read and accept the text on their agreement. If paper is easier, print the text, let the volunteer sign it, and note the day here.
requirement-paper-words = This is what the volunteer signs
requirement-note-button = Note
requirement-remove = Remove the note
requirement-age-question = Is the volunteer { $years } or more?
requirement-age-now = Yes, I have seen that the person is { $years }
requirement-age-later = No, but the person turns { $years }
requirement-age-choose = Choose one of the answers
requirement-age-from = From which day?
requirement-age-from-hint = Only if the person is not old enough yet
requirement-overtaken-heading = Something has happened meanwhile
requirement-overtaken = A colleague was quicker, or the step is taken. This is how it stands now.

## The certificate, step by step

requirement-step-need = Say why
requirement-need-button = Continue
requirement-step-order = Order the certificate
requirement-order-text = Order it from the police at virk.dk. Write only the date here, not the CPR number. The volunteer is told to say yes in Digital Post.
requirement-ordered-on = Ordered on
requirement-fifteen = The volunteer is 15 or older
requirement-fifteen-missing = A certificate can only be obtained for somebody aged 15 or more. Tick the box if the person is
requirement-order-button = The certificate is ordered
requirement-step-consent = Note the consent
requirement-consent-text = The volunteer can note it on My page. If you have been told, you can note it here.
requirement-consented-on = Said yes on
requirement-consent-button = The volunteer has said yes
requirement-step-assess = Assess the certificate
requirement-assess-text = Read the certificate when it has come to your Digital Post. Decide whether the person can take this task. Then delete the certificate, also from the bin. Let as few as possible see it.
requirement-assessed-on = Assessed on
requirement-outcome = What did you decide?
requirement-outcome-hint = { $days ->
    [182] We do not ask why, and there is no room to write it. A no is deleted after half a year.
   *[other] We do not ask why, and there is no room to write it. A no is deleted after { $days } days.
}
requirement-outcome-may = The task can be given
requirement-outcome-may-not = The task cannot be given
requirement-outcome-choose = Choose whether the task can be given
requirement-deleted = The certificate is deleted here
requirement-deleted-missing = Delete the certificate first, then tick the box
requirement-assess-button = Save the assessment
requirement-take-back = I pressed the wrong button, take the assessment back
requirement-renew = Order a new certificate
requirement-never-text = Neither the certificate, a picture of it, its text nor a CPR number can be kept here. We only keep that it was assessed, when, by whom, and whether the task can be given. The law says the same.
requirement-history-needed = Noted that it is needed
requirement-history-ordered = Ordered from the police
requirement-history-consented = The volunteer has said yes
requirement-history-assessed = Assessed and deleted

## The text

requirement-text-title = The text of the confidentiality statement
requirement-text-lead = This is the text volunteers read and accept before they begin. The municipality can write its own.
requirement-text-label = Text
requirement-text-hint = Keep it short. A line that begins with a hyphen and a space becomes a point in a list
requirement-text-again = If you save a new text, we ask everybody again
requirement-text-again-text = Everybody who accepted the old one must accept the new one before they can take new shifts.
requirement-text-save = Save as a new text
requirement-text-ours = from the beginning
requirement-text-accepted = { $count ->
    [0] Nobody has accepted the text yet.
    [one] One person has accepted the text.
   *[other] { $count } have accepted the text.
}
requirement-text-versions = All texts
requirement-text-version = Text no. { $version }, { $since }
requirement-text-overtaken = Somebody else wrote a new text meanwhile
requirement-text-overtaken-text = Yours is still in the field. See the new one below, and save again if yours should count.

## The associations' declaration


## My overview and news

requirement-section-title = What must be in order
requirement-section-lead = This is missing before you can begin.
requirement-section-more = See all of it
requirement-work-order = Order a certificate for { $name }
requirement-work-begin = Order a certificate for { $name }. First say why it is needed
requirement-work-consent = Call { $name } and ask whether they have said yes to the certificate in Digital Post
requirement-work-age = Note whether { $name } is { $years }
requirement-work-licence = See the driving licence of { $name } and note it
requirement-work-sign = Let { $name } sign the declaration of confidentiality, and note it
requirement-work-assess = Assess the certificate for { $name }
requirement-work-renew = A new certificate is recommended for { $name }
requirement-work-ending = { $what } ends on { $day } for { $name }
requirement-work-ended = { $what } ended on { $day } for { $name }
requirement-work-meeting = Call or write to { $name } and arrange the information meeting
requirement-work-meeting-at = { $name } is coming to the information meeting: { $when }
requirement-work-course = Tell { $name } when the course is
requirement-work-held = It was held today
requirement-news-ordered = The place has ordered a child protection certificate for the task “{ $title }”. The police will ask you in Digital Post. Say yes there.
requirement-news-assessed = The certificate for “{ $title }” is assessed and deleted. It is in order.
requirement-news-ending = { $what } ends on { $day } for { $name }, “{ $title }”
requirement-news-renewal = A new certificate is recommended on { $day } for { $name }, “{ $title }”
requirement-news-own-ending = { $what } expires on { $day }. You need it for “{ $title }”. Talk to the place about renewing it.
requirement-news-own-renewal = The place will soon ask for a new certificate for “{ $title }”. You need not do anything now.

## Retention

requirement-retention-refused = Notes that a task could not be given after a child protection certificate
requirement-retention-refused-purpose = That nobody asks again at once
requirement-retention-stalled = Certificates that came to nothing
requirement-retention-stalled-purpose = That the place can finish the work
requirement-retention-years = { $years } years after the year they are for

## What we know

requirement-known-what = Requirement
requirement-known-task = Task
requirement-known-state = How far
requirement-known-since = Since
requirement-known-until = Counts until

requirement-flash-noted = It is noted.
requirement-flash-removed = The note is removed.
requirement-flash-needed = Saved. Now order the certificate from the police.
requirement-flash-ordered = Saved. The volunteer is told to say yes in Digital Post.
requirement-flash-consented = The consent is noted.
requirement-flash-assessed = The assessment is saved.
requirement-flash-taken-back = The assessment is taken back.
requirement-flash-accepted = Thank you. It is noted that you accepted the text.
requirement-flash-own-consent = Thank you. The place can see that you said yes.
requirement-flash-text-written = The new text counts from today.
requirement-flash-text-unchanged = The text is the same as before.

requirement-shortcut-confidentiality = Confidentiality statement

## Renewing what runs out, for several at once

renew-ask = Ask them to renew
renew-ask-heading = { $count ->
    [one] Ask for 1 renewal
   *[other] Ask for { $count } renewals
}
renew-ask-consequence = Each volunteer is told what runs out, and when. If they have more news, they get it in one mail.
renew-asked-done = { $count ->
    [one] 1 renewal was asked for.
   *[other] { $count } renewals were asked for.
}
renew-order = Note ordered børneattester
renew-order-heading = { $count ->
    [one] Note that 1 børneattest was ordered today
   *[other] Note that { $count } børneattester were ordered today
}
renew-order-consequence = Order them from the police first. An old assessment counts meanwhile. Each volunteer is told to say yes in Digital Post.
renew-ordered-done = { $count ->
    [one] It is noted that 1 børneattest was ordered.
   *[other] It is noted that { $count } børneattester were ordered.
}
renew-taken-back = { $count ->
    [one] 1 børneattest stands as before.
   *[other] { $count } børneattester stand as before.
}
renew-nothing = has nothing that runs out within 60 days
renew-place-orders = has a børneattest that runs out. The place orders it
renew-no-email = has no e-mail. Call instead
renew-asked = was told within the last 14 days
renew-no-certificate = has no børneattest to be ordered now. If it is the first, say on the page of the agreement why it is needed
renew-ordered-already = has a børneattest on its way
renew-age-unknown = may not be 15 yet. Order it on the page of the agreement, where you say so
renew-was-told = has been told already. Correct it on the page of the agreement
requirement-own-meeting-at = Come to the information meeting: { $when }. The place notes when you have been there.
requirement-place-meeting = Agree with the volunteer when and where the information meeting is, and note when it has been held.
requirement-place-introduction = Show the volunteer round the first time, and note it here.
requirement-news-own-ending-call = { $what } expires on { $day }. You need it for “{ $title }”. Call { $name } on { $phone } about renewing it.
requirement-may-begin-later = Can begin. The rest happens the first time
import-undo-has-fulfilments = It is noted what is in order.
