# Hearings: a text that can be answered until a minute, and what came of each answer.

hearing-list-title = Hearings
hearing-list-lead = Here you can read proposals before they are decided, and say what you think.
hearing-list-open = Answer now
hearing-list-coming = Coming
hearing-list-closed = Answers are being assessed
hearing-list-answered = What came of them
hearing-list-called-off = Called off
hearing-none = No hearings right now
hearing-none-text = When the municipality asks about something, it appears here.
hearing-follow = Get new hearings in a feed reader (Atom)
hearing-add = Plan a hearing
hearing-change = Change the hearing
hearing-save = Save
hearing-cancel = Cancel
hearing-back = Back to the hearing
hearing-form-lead = The hearing is a draft that only you see until it is announced. The text can be changed until the hearing opens.
hearing-is-fixed = The hearing is open, so its text and times are fixed. The deadline can be extended separately.
hearing-title = What is the hearing called?
hearing-title-hint = For example: Proposed volunteering policy 2027
hearing-why = Why do you ask?
hearing-why-hint = What is proposed, what would you like to know, and what happens to the answers?
hearing-text = The text of the hearing
hearing-text-hint = Type or paste it. An empty line begins a new paragraph, # begins a heading, and - begins an item of a list. Each paragraph gets a number, so that it can be answered
hearing-text-too-long = The text has more than { $count } paragraphs. Split it into several hearings.
hearing-opens-day = Opens, day
hearing-opens-clock = Opens, time
hearing-text-was-fixed = The hearing has opened, so its text and times are fixed. What you changed in them is not saved. Copy the text if you want to use it, and save again to save the rest
hearing-was-saved-meanwhile = The hearing was saved in the meantime, by somebody else or from another window. What is saved is shown at the top. Save again if what you have written is right
hearing-closes-day = Deadline, day
hearing-closes-day-hint = Many councils meet once a month. Allow at least 24 days, and avoid July
hearing-closes-clock = Deadline, time
hearing-closes-clock-hint = An answer at 11:59:59 is in time when the deadline is 12:00
hearing-closes-past = The deadline has already passed
hearing-closes-before-opening = The deadline must come after the hearing opens
hearing-closes-is-over = Choose a deadline later than now and after the hearing opens.
hearing-closes-not-later = The new deadline must be later than the old one and later than now
hearing-publication = When do answers become public?
hearing-publication-at-once = As soon as they are confirmed
hearing-publication-screened = When a member of staff has looked at them
hearing-next = What happens afterwards?
hearing-next-hint = One step a line: The committee discusses the answers on 14 April
hearing-contact = Whom can people ask?
hearing-contact-hint = Name and telephone number
hearing-case = Case number
hearing-kle = KLE subject
hearing-kle-hint = For example 27.15.00
hearing-kle-wrong = A KLE subject has only digits and dots: 27.15.00
hearing-phase-draft = Draft
hearing-phase-coming = Coming
hearing-phase-open = Open
hearing-phase-closed = Closed
hearing-phase-answered = Concluded
hearing-phase-called-off = Called off
hearing-left-last-minute = Less than a minute left
hearing-left-minutes = { $minutes ->
    [one] 1 minute left
   *[other] { $minutes } minutes left
}
hearing-left-hours = { $hours } hours left
hearing-left-tomorrow = That is tomorrow
hearing-left-days = { $days } days left
hearing-closes-and-left = Answer before { $closing }. { $left }
hearing-opens-on = Opens { $opening }
hearing-day-is-gone = The day is gone
hearing-is-overdue = The hearing has not been announced, and the day on which it was to open is gone. Choose new days.
hearing-opens-and-closes = Opens { $opening }. Answer before { $closing }
hearing-coming-lead = The hearing opens { $opening }. Then you can read the proposal and answer. The deadline is { $closing }.
hearing-closed-on = Closed { $closing }
hearing-answered-on = Answered { $day }
hearing-whole = The whole proposal
hearing-answer-before = Answer before { $closing }.
hearing-answer-whole = Answer the hearing
hearing-answer-block = Answer this paragraph
hearing-about-block = about paragraph { $number }
hearing-answers-of-block = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
hearing-closed-lead = The hearing closed { $closing }. All answers are read and assessed, and afterwards you can see here what came of them.
hearing-answered-lead = The hearing is over, and all answers have been assessed. See what came of them.
hearing-see-note = See the note of the hearing
hearing-called-off-because = The hearing is called off: { $reason }
hearing-keeper = For you who run the hearing
hearing-not-asked = { $count ->
    [one] 1 party that should be heard has not been chosen. The hearing can be announced when you have asked it or written why not.
   *[other] { $count } parties that should be heard have not been chosen. The hearing can be announced when you have asked them or written why not.
}
hearing-ready = The parties are chosen, so the hearing can be announced. It opens { $opening }, and then the parties get an e-mail.
hearing-is-short = { $days ->
    [0] The hearing lasts less than a day.
    [one] The hearing lasts only 1 day.
   *[other] The hearing lasts only { $days } days.
} Many councils meet once a month, so allow at least { $least } days.
hearing-empty-headings = { $count ->
    [one] 1 heading has no text under it: { $names }.
   *[other] { $count } headings have no text under them: { $names }.
}
hearing-is-holiday = Most of the hearing falls in the holidays.
hearing-announce = Announce the hearing
hearing-extend = Extend the deadline
hearing-reopen = Open the hearing again
hearing-call-off = Call off the hearing
hearing-delete = Delete the draft
hearing-delete-lead = Nobody has seen the draft, so nobody is told.
hearing-move-reason = Why?
hearing-move-reason-hint = Everybody can read it
hearing-call-off-reason = Why is it called off?
hearing-told = { $asked ->
    [0] No party gets an e-mail.
    [one] 1 party that was invited gets an e-mail.
   *[other] { $asked } parties that were invited get an e-mail.
}{ $answered ->
    [0] {""}
    [one] {" "}1 person who has answered or kept a draft gets an e-mail.
   *[other] {" "}{ $answered } people who have answered or kept a draft get an e-mail.
}{ $without ->
    [0] {""}
    [one] {" "}1 party has no e-mail address, so tell it in another way.
   *[other] {" "}{ $without } parties have no e-mail address, so tell them in another way.
}
hearing-text-title = The text
hearing-said = What others say
hearing-counts = { $count ->
    [0] Nobody has answered in public yet.
    [one] 1 public answer.
   *[other] { $count } public answers.
}
hearing-about = Answers about { $name }.
hearing-all-answers = See all answers
hearing-answer-line = { $kind }, answer { $number }
hearing-taken-out = Words are blacked out: { $reason }
hearing-page-of = Page { $number } of { $count }
hearing-facts = Facts about the hearing
hearing-opens = Opens
hearing-opened = Opened
hearing-closes = Deadline
hearing-length = Lasts
hearing-days = { $days ->
    [0] Less than a day
    [one] 1 day
   *[other] { $days } days
}
hearing-questions = Questions
hearing-what-next = What happens now?
hearing-who-is-asked = { $count ->
    [one] 1 party is asked
   *[other] { $count } parties are asked
}
hearing-who-will-be-asked = { $count ->
    [one] 1 party will be asked
   *[other] { $count } parties will be asked
}
hearing-what-happened = What has happened
hearing-csv = Answers as CSV
hearing-json = Answers as JSON
hearing-parties-csv = Parties as CSV
hearing-feed-summary = Deadline: { $closing }. { $why }
hearing-change-opened = Announced
hearing-change-extended = The deadline was extended
hearing-change-reopened = Opened again
hearing-change-called-off = Called off
hearing-change-left-out = Party left out
hearing-change-answered = The note was published

# Parties
party-title = Parties
party-lead = Everybody can answer. Here you choose who gets an e-mail when the hearing opens.
party-lead-open = Everybody can answer. Here you choose who also gets an e-mail about the hearing.
party-is-over = The hearing is closed, so its parties are fixed.
party-proposed = Should be heard
party-proposed-text = They have a right to be heard, or it is usually wise to ask. Ask them, or write why not. The hearing can be announced when each of them is asked or left out.
party-because-council = A council that may have an opinion on it
party-because-med = The staff in MED, if the proposal affects their work
party-ask = Ask
party-ask-all = Ask them all
party-leave-out = Leave some of them out
party-leave-out-whom = Whom?
party-leave-out-choose = Choose who is not asked
party-leave-out-reason = Why are they not asked?
party-leave-out-hint = The reason is that of everybody you have ticked, and is kept with the hearing
party-leave-out-button = Leave out
party-left-out = Left out
party-asked = Are asked
party-none = Nobody yet.
party-counts = { $answered ->
    [one] 1 party has answered
   *[other] { $answered } parties have answered
}, { $nothing ->
    [one] 1 has no remarks
   *[other] { $nothing } have no remarks
}, { $waiting ->
    [one] 1 has not answered.
   *[other] { $waiting } have not answered.
}
party-add = Ask more
party-body = Group or council
party-body-none = No group or council
party-association = Association
party-association-none = No association
party-name = Name
party-name-hint = When they are not on the lists
party-name-missing = Choose a group, a council or an association, or write a name
party-only-one = Choose a group or an association, or write a name: only one party at a time
party-is-asked = { $name } is already among those who are asked
party-email = E-mail
party-email-hint = When the field is empty, we write to whoever leads the meetings of the group, or to the chair of the association. Where nobody leads the meetings, you choose afterwards who gets the e-mail
party-reason = Why are they asked?
party-add-button = Add
party-done = Done
party-remove = Remove
party-remove-text = Then the party gets no e-mail about the hearing. If it has a right to be heard, you must write why it is not asked.
party-remove-button = Remove { $name }
party-recipient = Choose who gets the e-mail
party-body-without-address = Nobody with an e-mail address leads the meetings of the group. Choose who gets the e-mail, or tell them in another way
party-no-remarks-from = Said { $day } with the link in the e-mail to { $email }.
party-no-remarks-on = Said { $day }.
party-no-remarks-of-one = { $seats ->
    [0] Nobody leads the meetings of the group. Ask whether the answer is that of the whole group.
    [one] Nobody leads the meetings of the group, and there is 1 seat. Ask whether the answer is that of the whole group.
   *[other] Nobody leads the meetings of the group, and there are { $seats } seats. Ask whether the answer is that of them all.
}
party-unanswer = It is not the answer of the whole party
party-unanswer-text = Then the party stands as not having answered, and can answer with its link as long as the hearing is open.
party-unanswer-button = Do not count it as the answer of the party
recipient-title = Who gets the e-mail to { $name }?
recipient-lead = The e-mail goes to one address.
recipient-lead-body = { $name } is heard as a group, and whoever gets the e-mail can answer for the whole group. If you want to ask several of them, add each of them under “Ask more”.
recipient-member = Somebody who sits there
recipient-nobody = None of them
recipient-email = Another e-mail address
recipient-email-hint = When it is nobody on the list
recipient-only-one = Choose somebody from the list, or write an address: the e-mail goes to one
recipient-missing = Choose who gets the e-mail, or write an address
party-invited = Invited { $day }: { $email }
party-to-be-invited = Gets an e-mail when the hearing opens: { $email }
party-invited-soon = Gets an e-mail in a moment: { $email }
party-not-invited = Got no e-mail before the hearing closed
party-basis = Right to be heard
party-without-address = Has no e-mail address. Tell them in another way
party-invited-otherwise = Asked { $day }. Has no e-mail address, so tell them in another way
party-will-get-mail = { $count ->
    [0] Nobody gets an e-mail when the hearing opens.
    [one] 1 party gets an e-mail when the hearing opens.
   *[other] { $count } parties get an e-mail when the hearing opens.
}
party-will-get-none = No e-mail address: { $names }. Tell them in another way.
party-answer-none = Has not answered
party-answer-no-remarks = No remarks
party-answer-response = Has answered
invited-lead = { $name } is being asked.
party-why = We ask you because of this: “{ $reason }”.
party-why-right = You have the right to be heard.
party-why-right-because = You have the right to be heard. We ask you because of this: “{ $reason }”.
party-why-rule = You have the right to be heard. The rule says: “{ $rule }”.
party-why-council = We ask you because you are a council that may have an opinion about the proposal.
party-why-med = We ask you because the proposal may affect the work of the staff.
invited-answer = Write an answer
invited-no-remarks = We have no remarks
invited-for-all = { $seats ->
    [0] You answer for all of { $name }.
    [one] You answer for all of { $name }. Nobody leads its meetings.
   *[other] You answer for all of { $name }, all { $seats } seats. Nobody leads its meetings, so ask the others first.
}
invited-no-remarks-all = None of us has remarks
invited-read = Read the proposal
invited-has-answered = You have answered. Thank you. The link in the receipt leads to the answer.

# An answer
sender-citizen = Citizen
sender-association = Association
sender-council = Council or committee
sender-workplace = Workplace
sender-authority = Authority
sender-company = Company
sender-anonymous = { $kind } (answer { $number })
sender-behalf = { $behalf }, written by { $name }
held-screened = A member of staff looks at all answers before they become public.
held-address = There is an e-mail address in the answer.
held-changed = Words had been blacked out in the answer, and it has been changed since.
held-behalf = The answer is in the name of somebody who was asked, but it was not sent with the link they got. Ask them, and then choose whether it is their answer.
held-behalf-own = The answer is in the name of somebody who was asked, but it was not sent with the link they got. We ask them first.
held-files = There are files that nobody has looked at.
held-number = There is something in the answer that looks like a telephone number or another number of a person.
hearing-answer-title = Your answer
hearing-you-answer-to = You are answering:
hearing-form-block = What is the answer about?
hearing-form-said = What do you think?
hearing-form-said-hint = Do not write names, addresses or health information about others
hearing-form-who = Who are you?
hearing-form-name = Your name
hearing-form-name-only = Write only your name
hearing-form-email = Your e-mail
hearing-form-email-hint = It does not become public. You get a link with which you confirm and change the answer
hearing-form-email-hint-known = It does not become public. You get a link to change the answer
hearing-form-kind = Are you answering for yourself or for others?
hearing-form-behalf = On behalf of
hearing-form-behalf-hint = The name of the association, council or place, if you are not answering for yourself
hearing-form-behalf-missing = Write on whose behalf you are answering
hearing-form-public = The answer becomes public
hearing-form-public-text = Everybody can read the answer and your name. Nobody can see your e-mail.
hearing-form-public-at-once = The answer becomes public as soon as you have confirmed it. If there is an e-mail address or a telephone number in it, a member of staff looks at it first.
hearing-form-public-received = The answer becomes public as soon as it is received. If there is an e-mail address or a telephone number in it, a member of staff looks at it first.
hearing-form-public-screened = The answer becomes public when a member of staff has looked at it.
hearing-form-nameless = Do not show my name
hearing-form-nameless-hint = Choose this if your name and address are protected. The municipality does not check
hearing-form-closed = The answer is sensitive and must not become public
hearing-form-closed-hint = Then only staff can read it, and it is not in the note of the hearing
hearing-form-next = You get an e-mail with a link. Follow it to confirm the answer. You can change it until the deadline.
hearing-form-next-known = The answer is received as soon as you send it, and you get a receipt by e-mail. If you write another address than the one we know, you must first confirm the answer with a link in an e-mail. You can change the answer until the deadline.
hearing-form-send = Send the answer
hearing-form-draft = Keep as a draft
hearing-form-keep = Keep what I have written
hearing-form-too-many = Many answers have been sent with this address in the last hour. Change your answer with the link in the e-mail, or try again in a while
hearing-form-too-late = The deadline was { $closing }, so the change is not saved. The answer you had given stands. Copy the text if you want to use it
hearing-form-other-window = The answer was saved from another window in the meantime. Both texts are here: save again if the lower one is right
hearing-too-late = The deadline was { $closing }
hearing-too-late-text = Answers that come now do not count. You can keep what you have written, so that it is ready if the hearing is opened again.
hearing-not-open = The hearing is not open for answers.
hearing-thanks = The answer is sent
hearing-thanks-text = It came in time. One thing is left: open the e-mail from us, and confirm the answer with the link. That may be after the deadline, as long as it is within a week.
hearing-thanks-no-mail = No e-mail? Look in your spam folder.
hearing-thanks-draft = The draft is kept
hearing-thanks-draft-text = The answer is not handed in yet. We have sent you an e-mail with a link to the draft. Send it before { $closing }.
hearing-thanks-draft-more = No e-mail? Look in your spam folder.
hearing-thanks-late = The answer is kept but not handed in
hearing-thanks-late-text = The deadline was { $closing }, so the answer does not count. We have sent you an e-mail with a link to what you wrote, so nothing is lost.
hearing-thanks-late-more = If the hearing is opened again, we will tell you, and you can send it.
hearing-thanks-received = Thank you for your answer
hearing-thanks-received-text = We have received the answer and sent you a receipt by e-mail. You can change it until { $closing }.
hearing-thanks-looked-at = A member of staff looks at the answer before it becomes public. It counts from now on.
own-response-title = Your answer
own-response-said = What you wrote
own-response-send = Send the answer
own-response-confirm-button = Confirm the answer
own-response-number = Answer { $number }, sent { $at }.
own-response-draft = This is a draft. It counts only when you send it, and that must be before { $closing }.
own-response-draft-late = This is a draft that was not handed in. The deadline was { $closing }.
own-response-confirm = The answer came in time. Confirm that it is you, and it counts.
own-response-never-confirmed = The answer came in time but was not confirmed within a week of the deadline. It does not count.
hearing-lost-link = We cannot see whether your answer to the hearing is confirmed. If the whole link does not work either, the answer has been deleted, because it was withdrawn or not confirmed in time. Under Hearings you see whether you can still answer, and whom you can call.
hearing-lost-invitation = If the whole link does not work either, you are no longer among those who are asked to answer. Under Hearings you see whether you can still answer, and whom you can call.
own-response-can-change = You can change the answer until { $closing }.
own-response-closed = The answer is sensitive. Only staff can read it, and it does not become public.
own-response-hidden = The answer is not public: { $reason }
own-response-shown-as = In public it appears as: { $name }.
own-response-held = A member of staff will look at it before it becomes public. { $why }
own-response-shown = This is how it appears in public, because words are blacked out: { $reason }
own-response-change = Change
own-response-add = Write about another paragraph
own-response-remove-part = Delete this part of the answer
own-response-other = What is saved now
own-response-withdraw = Withdraw the answer
own-response-withdraw-text = The answer then no longer counts, and it is removed from what is public. This cannot be undone, but you can send a new answer as long as the hearing is open.
own-response-keep = Keep the answer
own-response-files = Files
own-response-files-text = Up to three files. They become public only when a member of staff has looked at them.
own-response-add-file = Attach the file
own-response-remove-file = Remove
own-response-outcome = What came of your answer
response-state-draft = Draft
response-state-sent = Not confirmed yet
response-state-withdrawn = Withdrawn
response-state-closed = Received, not public
response-state-published = Received and public
response-state-hidden = Received, not public
response-state-held = Received, being checked
hearing-file = File
hearing-file-hint = PDF, Word, Excel, picture or text, at most 10 MB
hearing-file-choose = Choose a file
hearing-file-too-many = An answer can have { $count } files. Remove one first
hearing-file-said = { $name } ({ $kilobytes } kB)

# Incoming answers
screen-title = Incoming answers
screen-none = No answers yet
screen-none-text = They appear here once their senders have confirmed them.
screen-waiting = To be checked before they become public
screen-others = All others
screen-unconfirmed = { $count ->
    [one] 1 answer came in time and waits for its sender to confirm it.
   *[other] { $count } answers came in time and wait for their senders to confirm them.
}
screen-line = { $number }. { $name }
screen-response = Answer { $number }
screen-from = From
screen-kind = Kind
screen-email = E-mail
screen-public-name = Name in public
screen-at = Sent
screen-as-party = Answer of the party
screen-party-title = Which of those who were asked is it from?
screen-party-text = If it is the answer of somebody who was asked, choose them. Then the hearing note says that they have answered.
screen-party = The answer is from
screen-party-none = None of those who were asked
screen-party-button = Save whose answer it is
screen-shown = How it appears in public
screen-publish = Publish the answer
screen-redact = Black out words
screen-redact-part = Where?
screen-redact-choose = Choose where the words are
screen-redact-words = Which words?
screen-redact-words-hint = Exactly as they are written. For several places: one on each line
screen-redact-not-there = The words are not in the text. Copy them from there
screen-redact-reason = Why?
screen-redact-reason-hint = Everybody can read it. For example: details of another person
screen-redact-button = Black out
screen-hide = Do not publish
screen-hide-reason = Why?
screen-hide-hint = The sender can read it
screen-hide-button = Hide the answer
screen-back = Back to the incoming answers

# Remarks
remark-title = Remarks
remark-one = Remark
remark-lead = Everything the answers say, and what you answer. Those that say the same are answered once, and each gets the answer.
remark-not-yet = The hearing is open, so answers can still change. They can be assessed once it has closed.
remark-counts = { $done } assessed, { $open } to go, { $total } in all.
remark-none = No remarks here.
remark-all = All
remark-open = To be assessed
remark-mine = Mine
remark-all-assessed = All remarks are assessed
remark-finish = Publish the note
remark-finish-text = Then everybody can read it, and each sender gets one e-mail about their own remarks.
finish-not-yet = Before the note of the hearing can be published, this is missing:
finish-remarks = { $count ->
    [one] 1 remark has yet to be assessed
   *[other] { $count } remarks have yet to be assessed
}
finish-look-at = { $response } has yet to be checked
finish-more = { $count ->
    [one] 1 more answer
   *[other] { $count } more answers
}
remark-so-many = { $count } say the same
remark-due-on = by { $day }
remark-chosen = Remarks
remark-choose = Tick the remarks it concerns
remark-choose-this = Choose:
remark-share-out = Share out the ones you have ticked
remark-share-out-button = Share out
remark-assignee = Who assesses them?
remark-nobody = As it is
remark-due = By
remark-theme = Theme
remark-theme-hint = The note is ordered by theme
remark-themes-in-use = Themes in use:
remark-verdict = What comes of it?
remark-because = Because
remark-because-hint = Must be filled in unless the remark is taken up in full. Write what is changed, or why not. The sender and everybody else can read it in the note
remark-because-missing = Write why it is not taken up in full
remark-from = From:
remark-more-senders = { $count ->
    [one] and 1 more
   *[other] and { $count } others
}
remark-answered-once = { $count } say the same. Your answer is for all of them.
remark-paragraph = What the proposal says
remark-cut-title = Split into several remarks
remark-cut = Split the text
remark-cut-hint = Put an empty line where a new remark begins. The words stay as they are
remark-cut-nothing = Put an empty line in at least one place, and leave the words as they are
remark-cut-button = Split
verdict-none = Not assessed yet
verdict-used = Taken up
verdict-partly = Partly taken up
verdict-not-used = Not taken up

# The note
note-title = Note of the hearing
note-of = Note of the hearing: { $title }
note-not-published = The note is not published. It shows what has been written so far.
note-empty = There are no public remarks.
note-fact-period = Period of the hearing
note-heard = Version { $number } of “{ $title }”
note-period = { $opening } to { $closing } ({ $length })
note-at = { $day } at { $time }
note-fact-published = Published
note-fact-responses = Answers
note-not-public = { $count ->
    [one] {" "}(1 is not public)
   *[other] {" "}({ $count } are not public)
}
note-fact-verdicts = Remarks
note-verdicts = { $used } taken up, { $partly } partly, { $not_used } not taken up{ $open ->
    [0] {""}
   *[other] , { $open } left
}
note-parties = Who was heard
note-party = Party
note-party-answer = Answer
note-others = Answers also from
note-and-others = { $count ->
    [one] { $names } and 1 more
   *[other] { $names } and { $count } others
}
note-by-theme = By theme
note-by-sender = By sender
note-without-names = Without names
note-ways = Show the note
note-no-theme = Other
note-sender = Answer { $number }: { $sender }
note-from = From
note-assessment = The administration's assessment
note-head-number = Answer no.
note-head-sender = Sender
note-head-kind = Kind
note-head-received = Received
note-head-section = Paragraph
note-head-excerpt = Remark

# Mails
hearing-mail-invited-subject = Hearing: { $title }
hearing-mail-invited = You are invited to answer the hearing “{ $title }”. The deadline is { $closing }.
hearing-mail-no-remarks = If you have no remarks, you can say so with one press on the page the link leads to.
hearing-mail-reminder-subject = Remember to answer: { $title }
hearing-mail-reminder = You have not answered the hearing “{ $title }” yet. The deadline is { $closing }.
hearing-mail-party-link = Read and answer
hearing-mail-party-why = You get this e-mail because you are a party to a hearing.
hearing-mail-draft-subject = Your draft: { $title }
hearing-mail-draft = Your draft of an answer to “{ $title }” is kept. It counts only when you send it. The deadline is { $closing }.
hearing-mail-open-draft = Open the draft
hearing-mail-late-subject = Not handed in: { $title }
hearing-mail-late = Your answer to “{ $title }” came after the deadline, which was { $closing }. It does not count, but what you wrote is kept as a draft.
hearing-mail-contact = Ask here: { $contact }
hearing-mail-sent-subject = Confirm your answer: { $title }
hearing-mail-sent = Your answer to “{ $title }” came in time. It has number { $number } and was sent { $sent }.
hearing-mail-sent-next = Confirm that it is you. That may be after the deadline, as long as it is within a week.
hearing-mail-confirm = Confirm the answer
hearing-mail-confirmed-subject = Receipt: { $title }
hearing-mail-confirmed = Your answer to “{ $title }” is received. It has number { $number } and was sent { $sent }.
hearing-mail-confirmed-next = You can change it or attach files until { $closing }. When all answers have been assessed, you get an e-mail about what came of yours.
hearing-mail-own = See your answer
hearing-mail-extended-subject = Longer deadline: { $title }
hearing-mail-extended = The deadline for answering “{ $title }” is extended to { $closing }. { $reason }
hearing-mail-reopened-subject = Open again: { $title }
hearing-mail-reopened = The hearing “{ $title }” is open again. The new deadline is { $closing }. { $reason }
hearing-mail-called-off-subject = Called off: { $title }
hearing-mail-called-off = The hearing “{ $title }” is called off: { $reason }
hearing-mail-reply-subject = What came of your answer: { $title }
hearing-mail-reply = Thank you for your answer to “{ $title }”. Here is what you wrote, and what we think.
hearing-mail-reply-point = You wrote: “{ $excerpt }”
hearing-mail-reply-verdict = { $verdict }. { $assessment }
hearing-mail-see-note = Read the whole note
hearing-mail-sender-why = You get this e-mail because you have answered a hearing.

# Other
work-kind-hearing = Hearings
work-assess-remarks = { $count ->
    [one] Assess 1 remark
   *[other] Assess { $count } remarks
}
work-look-at-responses = { $count ->
    [one] Check 1 answer
   *[other] Check { $count } answers
}
work-publish-hearing-note = Assess the answers, and publish the note
work-choose-days = Choose new days for the hearing
undo-is-heard = is a party to a hearing
undo-has-answered = has answered or worked on a hearing
known-hearing = Hearing
known-hearing-state = State
known-hearing-at = Written
hearing-moves = { $count ->
    [one] 1 answer to a hearing
   *[other] { $count } answers to hearings
}
hearing-retention-drafts = Answers to hearings that were never handed in or confirmed
hearing-retention-drafts-purpose = So that you can send it if the hearing is opened again
hearing-retention-addresses = E-mail addresses of those who answered a hearing
hearing-retention-addresses-purpose = To answer, and to tell you about changes. The answer itself follows the case
hearing-flash-planned = The draft is saved. Choose who is to be heard now
hearing-flash-changed = Saved
hearing-flash-was-changed = That cannot be done as the hearing stands now
hearing-flash-is-past = The deadline has passed. Choose a new one
hearing-flash-parties-first = Somebody should be heard and is not chosen. Ask them, or write why not
hearing-flash-announced = The hearing is announced
hearing-flash-moved = The deadline is moved. Everybody who was asked or has answered gets an e-mail
hearing-flash-called-off = The hearing is called off. Everybody who was asked or has answered gets an e-mail
hearing-flash-deleted = The draft is deleted
hearing-flash-not-all-assessed = All remarks must be assessed and all answers checked before the note can be published
hearing-flash-answered = The note is published. Everybody who has answered gets an e-mail
hearing-flash-parties = Added
hearing-flash-parties-without = Added. Nobody with an e-mail address leads the meetings of at least one of the groups. Choose who gets the e-mail
hearing-flash-recipient = It is saved who gets the e-mail
hearing-flash-unanswered = The party stands as not having answered
hearing-flash-left-out = The reason is kept
hearing-flash-party-removed = Removed
hearing-flash-no-remarks = Thank you. We have noted that you have no remarks
hearing-flash-too-late = It can no longer be changed
hearing-flash-confirmed = Thank you. We have received the answer and sent you a receipt
hearing-flash-confirmed-already = The answer is confirmed and received already
hearing-flash-connected = It is saved whose answer it is
hearing-flash-withdrawn = The answer is withdrawn
hearing-flash-saved = Saved
hearing-flash-file = The file is attached
hearing-flash-file-removed = The file is removed
hearing-flash-published = The answer is public
hearing-flash-response-was-changed = The answer was changed after you opened it. Read it again before you publish it
hearing-flash-hidden = The answer is not public
hearing-flash-redacted = The words are blacked out
hearing-flash-assigned = Shared out
hearing-flash-assessed = Saved
hearing-flash-cut = Split

case-responses = Answers: { $hearing }
case-statements = Statements of councils and committees: { $hearing }
# Of a stored text, and what was changed since

hearing-send-text = Send to hearing
hearing-version-name = For hearing
hearing-text-is-stored = The hearing uses the text as it is now. While the hearing is a draft, you can fetch the text again.
hearing-take-again = Fetch the text again
hearing-of-text = The text
hearing-changes-title = Changed since the hearing
hearing-changes-about = { $count ->
    [0] Version { $number } says the same as the text that was heard.
    [one] 1 paragraph was changed from the hearing to version { $number }.
   *[other] { $count } paragraphs were changed from the hearing to version { $number }.
}
hearing-see-changes = See everything that was changed in the text since the hearing
hearing-block-changed = How the paragraph was changed
hearing-block-added = New paragraph
hearing-block-removed = The paragraph was removed. It said
note-head-before = The paragraph before
note-head-after = The paragraph after
remark-changed = Which paragraph was changed because of the remark?
remark-changed-hint = When the change stands in a newer version of the text, the paragraph is shown before and after
remark-changed-own = The paragraph the remark is about
remark-changed-new = New: { $words }
hearing-mail-reply-changed = The paragraph was changed: { $words }
hearing-mail-reply-removed = The paragraph was removed. It said: { $before }
hearing-flash-text-is-empty = Nothing is written in the text yet, so it cannot be sent to hearing
hearing-flash-text-is-same = The hearing already has the text as it is now
hearing-flash-text-taken = The text was fetched again
hearing-four-eyes = Each assessment must be seen by two
hearing-four-eyes-hint = What one person has assessed counts once another has approved it
hearing-calendar-closing = Answer by: { $title }
remark-to-approve = To be approved
remark-assessed-by = Assessed by { $name }.
remark-assessed-by-nobody = a member of staff
remark-approve = Approve the assessment
remark-approve-text = Read it, and approve it if you agree. If not, write a new assessment below, which another must then approve.
remark-another-approves = Somebody other than whoever assessed it must approve.
work-approve-remarks = { $count ->
    [one] Approve 1 assessment
   *[other] Approve { $count } assessments
}
phrase-title = Standard sentences
phrase-lead = Sentences you use again and again. They are put in with one press when a remark is assessed, and saved there.
phrase-none = None are saved yet. Write in “Because” when you assess a remark, and save it as a standard sentence.
phrase-put-in = Put in
phrase-keep = Save what is in “Because” as a standard sentence
phrase-remove = Delete
phrase-remove-text = The sentence can no longer be put in. Answers in which it stands stay as they are.
phrase-remove-button = Delete the standard answer
phrase-empty = Write the sentence here first
phrase-too-many = There is no room for more sentences. Delete some first
hearing-flash-approved = The assessment is approved
hearing-flash-another-approves = Somebody other than whoever assessed it must approve
hearing-flash-phrase-removed = The sentence is deleted
hearing-stored-files = Annexes to answers to hearings

# At a meeting

agenda-title = Hearing: { $title }
agenda-answer-before = The hearing is to be answered by { $closing }.
agenda-is-about = The point is about the hearing
agenda-not-sent = What stands in the minutes is not sent as an answer to the hearing. The answer is sent by itself, by { $closing }.
agenda-send = Send the answer of { $body }

# When the one who is to assess stops.
remarks-leave = { $count ->
    [one] 1 remark to a hearing that waits for an assessment
   *[other] { $count } remarks to hearings that wait for an assessment
}
remarks-leave-line = { $title }: { $said }
remarks-leave-nobody = Nobody – they are not assigned
