# The volunteer: account, My page, CV, consent, the CV bank, and what we know about you.

## Become a volunteer

volunteer-join-lead = Make a CV in three minutes. Then we show you the tasks that suit you.
volunteer-join-gets = This is what you get
volunteer-join-gets-suggestions = Tasks that suit you – and we say why
volunteer-join-gets-overview = One place for your agreements, shifts and hours
volunteer-join-gets-proof = A volunteer certificate when you have helped
volunteer-join-gets-control = You decide who sees what. You can delete everything with one press.
volunteer-join-name = Your name
volunteer-join-email = Your e-mail
volunteer-join-email-hint = We send you a link. You do not need a password.
volunteer-join-name-only = Write only your name here
volunteer-join-send = Send me a link
volunteer-join-privacy = We only use your e-mail to write to you about what you take part in.
volunteer-join-privacy-link = Read about privacy
volunteer-join-rather = You can also just find a task and show interest. That needs no account.
volunteer-join-rather-link = Find tasks
volunteer-join-call = Would you rather talk to somebody? Call us on
volunteer-join-sent-title = Look in your inbox
volunteer-join-sent-text = We have sent a link to { $email }. Press it, and you are on your way.
volunteer-join-sent-help = The link works for two days. If no mail arrives, look in your spam folder.
volunteer-join-link-title = Almost there
volunteer-join-link-text = Press the button and you are signed in and can make your CV.
volunteer-join-link-submit = Begin
volunteer-join-gone-title = The link no longer works
volunteer-join-gone-text = The link has been used or is more than two days old. Get a new one in a moment.
volunteer-join-gone-action = Get a new link
volunteer-join-thanks-heading = Make a CV in three minutes
volunteer-join-thanks-text = Then we can show you other tasks that suit you.
volunteer-join-back = To the front page

volunteer-mail-greeting = Hello { $name }
volunteer-mail-join-subject = Begin as a volunteer
volunteer-mail-join-text = We are glad that you would like to volunteer in { $municipality }.
volunteer-mail-join-link = Press the link and you are on your way. It works for two days:
volunteer-mail-join-not-you = If it was not you, just delete this mail. No account has been made.
volunteer-mail-join-why = You get this mail because somebody wrote your e-mail on our site.
volunteer-mail-consent-subject = Would you still like to be found?
volunteer-mail-consent-text = Your permission for our contact persons to see your CV runs out on { $day }.
volunteer-mail-consent-link = If you would like to go on being found, renew it with one press:
volunteer-mail-consent-otherwise = If not, you need not do anything. Then nobody can see your CV from that day. Your agreements go on.
volunteer-mail-consent-why = You get this mail because you have said yes to your CV being seen.
volunteer-mail-cv-subject = Is your CV still right?
volunteer-mail-cv-text = You have not changed your CV for a year. In a month we delete it.
volunteer-mail-cv-link = If it is still right, say so with one press:
volunteer-mail-cv-otherwise = If you do nothing, we delete only the CV. Your agreements go on.
volunteer-mail-cv-why = You get this mail because you have a CV with us.

## My page

volunteer-home-title = My page
volunteer-home-hello = Hello { $name }
volunteer-home-lead-empty = Here we gather everything you take part in. Begin where you like.
volunteer-home-lead = Here is everything you take part in.
volunteer-home-by = By { $day }
volunteer-home-waiting = Waiting for you
volunteer-home-begin = Three ways to begin
volunteer-home-begin-cv = Make your CV
volunteer-home-begin-cv-text = Three minutes. Then we find tasks that suit you.
volunteer-home-begin-find = Find a task
volunteer-home-begin-find-text = See what is needed near you.
volunteer-home-begin-call = Call a person
volunteer-home-begin-call-text = Tell us what you would like, and we help you along.
volunteer-home-more = More
volunteer-home-groups = Family and groups
volunteer-home-groups-text = Come several together
volunteer-home-pupil = Project volunteer
volunteer-home-pupil-text = For school pupils
volunteer-home-data = What we know about you
volunteer-home-data-text = See, download or delete it
volunteer-home-profile = My profile
volunteer-home-profile-text = Name, telephone and mails
volunteer-home-overview = My overview
volunteer-home-overview-text = What waits for you in your role


volunteer-cv-panel = My CV
volunteer-cv-panel-none = You have no CV yet.
volunteer-cv-panel-none-text = It takes three minutes. Only you can see it until you say otherwise.
volunteer-cv-panel-make = Make my CV
volunteer-cv-panel-hidden = Only you
volunteer-cv-panel-hidden-text = You get suggestions for tasks. Nobody else can see your CV.
volunteer-cv-panel-share = Let others find me
volunteer-cv-panel-visible = Can be found
volunteer-cv-panel-visible-text = Contact persons can find you as Volunteer { $pseudonym } up to and including { $day }. They do not see your name.
volunteer-cv-panel-paused = On a break
volunteer-cv-panel-paused-text = Nobody can find you before { $day }.
volunteer-cv-panel-ended = Can no longer be found
volunteer-cv-panel-ended-text = Your permission ran out on { $day }. Renew it if you would still like to be found.
volunteer-cv-panel-edit = Change my CV
volunteer-cv-panel-sharing = Who sees what
volunteer-cv-panel-unfinished = Three ticks are enough: something you would like or can do, and a time that suits you. Then we can find tasks for you.

volunteer-work-consent = Renew your permission to be found
volunteer-work-consent-detail = It runs out on { $day }
volunteer-work-cv = Finish your CV
volunteer-work-cv-detail = Write what you like or can, and when you have time

## The CV

volunteer-cv-title = My CV
volunteer-cv-lead = Three ticks are enough: something you would like, something you can do, and a time. You can skip the rest and change it later.
volunteer-cv-only-you = Nobody else sees this unless you say yes on the next page.
volunteer-cv-when = When do you have time?
volunteer-cv-when-hint = Tick the times that usually suit you.
volunteer-cv-day = Day
volunteer-part-morning = Morning
volunteer-part-morning-hours = 8–12
volunteer-part-afternoon = Afternoon
volunteer-part-afternoon-hours = 12–17
volunteer-part-evening = Evening
volunteer-part-evening-hours = 17–22
volunteer-part-night = Night
volunteer-part-night-hours = 22–8
volunteer-cv-rhythm = Once or regularly?
volunteer-rhythm-once = Now and then
volunteer-rhythm-regular = Regularly
volunteer-rhythm-either = Either
volunteer-cv-hours = How many hours a week, at most?
volunteer-cv-hours-hint = For example 2 or 1.5
volunteer-cv-hours-wrong = Write a number between 0.5 and 40, for example 2 or 1.5
volunteer-cv-likes = What would you like to do?
volunteer-cv-topics = I would like to take part in
volunteer-cv-target-groups = I would like to be with
volunteer-cv-can = What can you do?
volunteer-cv-can-hint = It need not be your job. Open what is like you.
volunteer-cv-licence = I have a driving licence
volunteer-cv-languages = I get by in
volunteer-cv-where = Where?
volunteer-cv-postcode = Postcode
volunteer-cv-postcode-unknown = We do not know that postcode. Write one in the municipality or close to it, or leave the field empty
volunteer-cv-reach = How far would you come?
volunteer-cv-reach-any = The whole municipality
volunteer-cv-reach-km = { $km } km at most
volunteer-cv-transport = How do you get about?
volunteer-cv-transport-any = It does not matter
volunteer-transport-walk = On foot
volunteer-transport-bicycle = By bicycle
volunteer-transport-public = By bus or train
volunteer-transport-car = By car
volunteer-cv-from-home = I would also like to help from home
volunteer-cv-more = A little more about you
volunteer-cv-more-open = Company, age, and what you would rather not do
volunteer-cv-company = Alone or with others?
volunteer-company-alone = Preferably alone
volunteer-company-group = Preferably with others
volunteer-company-either = Either
volunteer-cv-not-topics = I would rather not
volunteer-cv-not-target-groups = I would rather not be with
volunteer-cv-not-hint = Then we do not suggest it. You owe nobody a reason.
volunteer-cv-not-clash = { $name } is both under what you would like and under what you would rather not. Choose one of them
volunteer-cv-age = How old are you?
volunteer-cv-age-hint = Some tasks are only for adults. Nobody else gets to see it. If you would like to help with a task you are too young for, those who answer are told only that.
volunteer-cv-age-adult = 18 years or more
volunteer-cv-age-young = Under 18
volunteer-cv-age-unsaid = I do not say
volunteer-cv-born = When were you born?
volunteer-cv-born-hint = Only if you are under 18
volunteer-cv-born-missing = Write your birthday, so that we know when you grow older. Or choose not to say your age
volunteer-cv-born-wrong = That day cannot be right. Write the day you were born
volunteer-cv-since = Volunteer since which year?
volunteer-cv-about = A few words about you
volunteer-cv-about-hint = Do not write about health, faith, politics or other people's affairs, nor your CPR number.
volunteer-cv-save = Save my CV
volunteer-cv-cancel = Not now
volunteer-cv-saved = Your CV has been saved
volunteer-cv-saved-unfinished = Your CV has been saved. Tick also something you like or can, and a time, and we find tasks for you
volunteer-cv-delete = Delete my CV
volunteer-cv-delete-title = Do you want to delete your CV?
volunteer-cv-delete-text = Then you get no more suggestions, and nobody can find you. Your agreements and shifts go on.
volunteer-cv-delete-submit = Yes, delete my CV
volunteer-cv-delete-stay = No, keep it
volunteer-cv-deleted = Your CV has been deleted
volunteer-cv-kept = Thank you. Your CV is kept as it is.
volunteer-cv-keep-title = Is your CV still right?
volunteer-cv-keep-text = You last changed it on { $day }.
volunteer-cv-keep-submit = Yes, it is

## Consent

volunteer-consent-title = Who may see your CV?
volunteer-consent-lead = Choose whether our contact persons may find you when they need a volunteer. It is entirely up to you.
volunteer-consent-hidden = Nobody can see your CV now
volunteer-consent-visible = You can be found up to and including { $day }
volunteer-consent-ended = Your permission ran out on { $day }
volunteer-consent-fields = They may see
volunteer-consent-fields-hint = Tick only what you want to show. Nothing is chosen beforehand.
volunteer-consent-empty = Not filled in
volunteer-consent-nothing-chosen = Tick at least one if you would like to be found
volunteer-consent-too-young = You must be 15 to be found. You can still use your CV to find tasks
volunteer-consent-show = Show what it looks like
volunteer-consent-give = Yes, I would like to be found
volunteer-consent-change = Save my choices
volunteer-consent-text-heading = This is what you say yes to
volunteer-consent-version = Text no. { $version }
volunteer-consent-preview = This is how a contact person sees you
volunteer-consent-preview-nothing = Right now they see nothing.
volunteer-consent-preview-never = They never see your name, e-mail or telephone number before you say yes to an invitation yourself.
volunteer-consent-withdraw-heading = Take it back
volunteer-consent-consequences = What depends on your consent
volunteer-consent-withdraw-text = Then nobody can see your CV any more. It happens at once.
volunteer-consent-withdraw = No, hide my CV
volunteer-consent-renew-heading = Renew
volunteer-consent-renew-text = It holds for the same as before, a year from today.
volunteer-consent-renew = Renew for a year
volunteer-consent-pause-heading = Take a break
volunteer-consent-pause-text = Nobody can find or invite you before that day. Afterwards everything is as before.
volunteer-consent-pause-until = Break up to and including
volunteer-consent-pause = Take a break
volunteer-consent-pause-end = End the break now
volunteer-consent-pause-wrong = Choose a day between today and a year from now
volunteer-consent-given = Now you can be found. You can take it back at any time.
volunteer-consent-withdrawn = Now nobody can see your CV
volunteer-consent-renewed = Your permission has been renewed
volunteer-consent-paused = You are on a break
volunteer-consent-unpaused = The break is over
volunteer-consent-later = Not now
volunteer-consent-looked = Every time somebody looks at your CV, you can see it under “What we know about you”.
volunteer-consent-first-cv = Make a CV first. Then you can choose who may see it.

volunteer-field-interests = What I would like to do
volunteer-field-competences = What I can do
volunteer-field-times = When I have time
volunteer-field-area = Where I can help
volunteer-field-languages = Languages
volunteer-field-company = Alone or with others
volunteer-field-experience = Volunteer since
volunteer-field-about = My own words

## A card

volunteer-card-title = Volunteer { $pseudonym }
volunteer-card-likes = Would like
volunteer-card-rather-not = Rather not
volunteer-card-can = Can
volunteer-card-times = Has time
volunteer-card-times-any = Any time
volunteer-card-hours = { $hours } a week at most
volunteer-hour = 1 hour
volunteer-hours = { $hours } hours
volunteer-card-area = Lives in
volunteer-card-area-reach = { $km } km at most
volunteer-card-area-home = also from home
volunteer-card-only-home = From home
volunteer-card-anywhere = the whole municipality
volunteer-card-languages = Languages
volunteer-card-company-either = Alone or with others
volunteer-card-company = Company
volunteer-card-experience = Volunteer since
volunteer-card-about = Own words
volunteer-card-licence = Driving licence
volunteer-card-nothing = Shows no more yet

## The CV bank

volunteer-bank-title = The CV bank
volunteer-bank-lead = Volunteers who would like to be found. They can see who has looked. You get name and e-mail when they say yes.
volunteer-bank-for = You are searching for { $title }
volunteer-bank-search = Search the CV bank
volunteer-bank-words = What should they be able to do or like?
volunteer-bank-words-example = e.g. music, garden or homework
volunteer-bank-competence = Can
volunteer-bank-topic = Would like
volunteer-bank-target-group = Likes to be with
volunteer-bank-weekday = Day
volunteer-bank-part = Time of day
volunteer-bank-language = Language
volunteer-bank-postcode = Postcode
volunteer-bank-any = All
volunteer-bank-submit = Find volunteers
volunteer-bank-clear = Clear all choices
volunteer-bank-count = { $count ->
    [0] No volunteers
    [one] One volunteer
   *[other] { $count } volunteers
}
volunteer-bank-order = The order is random and changes every day. Nobody is put before others.
volunteer-bank-none = Nobody fits all of it
volunteer-bank-none-text = Take a choice away, or post the task in the task bank, so that volunteers can find it themselves.
volunteer-bank-empty = Nobody can be found yet
volunteer-bank-empty-text = When volunteers say yes to being found, you see them here.
volunteer-bank-choose-task = Choose the task you are searching for
volunteer-bank-choose-task-text = An association can search the CV bank when it has an open task.
volunteer-bank-no-task = You have no open task
volunteer-bank-no-task-text = Post a task first. Then you can search for volunteers for it.
volunteer-bank-post-task = Post a task
volunteer-bank-card-gone = This CV cannot be seen
volunteer-bank-card-gone-text = The volunteer may have hidden it or be on a break.
volunteer-bank-invite = Invite to a task
volunteer-bank-invite-text = The volunteer can say yes or no and owes nobody a reason. Only with a yes do you see name and e-mail.
volunteer-bank-invite-this = Invite to { $title }
volunteer-bank-invite-none = You have no open tasks to invite to.
volunteer-bank-logged = The volunteer can see that you have opened the card, and where you work. Not your name.
volunteer-bank-back = To the CV bank

## What we know about you

volunteer-data-title = What we know about you
volunteer-data-lead = Everything that is stored about you at { $municipality }.
volunteer-data-download = Download as a file (JSON)
volunteer-data-download-hint = If you want to use it in another program.
volunteer-data-schema = What the fields mean (JSON Schema)
volunteer-data-printed = Written { $day }
volunteer-data-looks = Who has seen your CV?
volunteer-data-looks-none = Nobody has seen your CV.
volunteer-data-looks-when = When
volunteer-data-looks-who = Who
volunteer-data-looks-what = What
volunteer-data-looks-task = For the task
volunteer-data-looks-kept = We keep this for a year.
volunteer-look-counted = Counted you in a number
volunteer-look-listed = Saw you in a list
volunteer-look-opened = Opened your card
volunteer-look-contact = Invited you
volunteer-data-delete-heading = Delete
volunteer-data-delete-text = You can delete your CV, or everything we know about you.
volunteer-data-delete-cv = Delete my CV
volunteer-data-delete-all = Delete my account and everything about me
volunteer-data-wrong = If anything is wrong, change it under My profile or My CV. Or call us.
volunteer-data-privacy = Read about privacy

volunteer-known-account = Your account
volunteer-known-name = Name
volunteer-known-email = E-mail
volunteer-known-phone = Telephone
volunteer-known-locale = Language
volunteer-known-mail-choice = News by mail
volunteer-known-since = Made
volunteer-known-seen = Last signed in
volunteer-known-cv = Your CV
volunteer-known-pseudonym = Called
volunteer-known-likes-topics = Would like
volunteer-known-likes-groups = Likes to be with
volunteer-known-not-topics = Rather not
volunteer-known-not-groups = Rather not with
volunteer-known-rhythm = Now and then or regularly
volunteer-known-minutes = A week at most
volunteer-known-reach = Comes at most
volunteer-known-transport = Gets about
volunteer-known-from-home = From home
volunteer-known-age = Age
volunteer-known-age-adult = 18 years or more
volunteer-known-paused = Break until
volunteer-known-updated = Last changed
volunteer-known-yes = yes
volunteer-known-no = no
volunteer-known-consents = Your permissions
volunteer-known-consent-given = Given
volunteer-known-consent-until = Holds up to and including
volunteer-known-consent-withdrawn = Taken back or replaced
volunteer-known-consent-fields = For
volunteer-known-consent-version = Text no.
volunteer-known-groups = Family and groups
volunteer-known-looks = Who has seen your CV
volunteer-known-pupil = Project volunteer
volunteer-known-notices = News for you
volunteer-known-interests = What you have shown interest in
volunteer-known-task = Task
volunteer-known-state = State
volunteer-known-message = Your message
volunteer-known-persons = Number of persons
volunteer-known-created = Written

## Family and groups

volunteer-groups-title = Family and groups
volunteer-groups-lead = Do several of you come together? Then just choose the group when you show interest in a task.
volunteer-groups-none = No groups yet
volunteer-groups-name = What should the group be called?
volunteer-groups-name-hint = For example “The family” or “3.b”. Do not write the others' names.
volunteer-groups-kind = What are you?
volunteer-group-family = A family
volunteer-group-friends = Friends
volunteer-group-class = A class
volunteer-group-company = Colleagues
volunteer-groups-persons = How many of you are there, including you?
volunteer-groups-youngest = How old is the youngest?
volunteer-groups-youngest-hint = Some tasks have a minimum age.
volunteer-groups-add = Add the group
volunteer-groups-add-heading = New group
volunteer-groups-remove = Remove
volunteer-groups-line = { $persons } persons
volunteer-groups-line-youngest = { $persons } persons, the youngest is { $years }
volunteer-groups-saved = The group has been saved
volunteer-groups-removed = The group has been removed
volunteer-groups-most = You can have ten groups at most. Remove one first
volunteer-groups-come-with = I come
volunteer-groups-alone = Alone, or write the number below
volunteer-groups-choice = With { $name } ({ $persons } persons)
volunteer-groups-too-young = The youngest in the group is { $years }, and the task is for those who are { $age } or more

## Project volunteer

volunteer-pupil-title = Project volunteer
volunteer-pupil-lead = If you go to school, you can collect hours towards a certificate. Write how many hours your school wants.
volunteer-pupil-school = School
volunteer-pupil-hours = How many hours?
volunteer-pupil-hours-hint = Most schools say 20
volunteer-pupil-begins = From
volunteer-pupil-ends = Up to and including
volunteer-pupil-ends-wrong = The last day must come after the first
volunteer-pupil-save = Save
volunteer-pupil-remove = Remove the project
volunteer-pupil-saved = Your project has been saved
volunteer-pupil-removed = The project has been removed
volunteer-pupil-progress = { $done } of { $wanted } hours
volunteer-pupil-progress-until = { $school }, up to and including { $day }
volunteer-pupil-reached = You have reached the hours. Get your certificate under My certificates.
volunteer-pupil-counts = Hours count when they are written down on your agreement.

## Retention

volunteer-retention-cv = Volunteers' CVs
volunteer-retention-cv-purpose = To find tasks that suit, and to be found
volunteer-retention-cv-kept = { $kept } months after the last change. After { $told } months we ask whether it is still right.
volunteer-retention-looks = Who has seen a CV
volunteer-retention-looks-purpose = For the volunteer to see
volunteer-retention-months = { $months } months
volunteer-retention-sign-ups = Sign-ups that nobody has confirmed
volunteer-retention-sign-ups-purpose = For the volunteer to have time to use the link

volunteer-shortcut-cv-bank = The CV bank

## The page about a person, and when two registrations become one

volunteer-about = CV
volunteer-about-cv = Has a CV
volunteer-about-kept-up = Last changed { $day }. You can read it in the CV bank if the person shares it.
alike-name-and-postcode = Same name and postcode
merge-cv = CV
merge-cv-twice = Both have a CV.
merge-cv-twice-outcome = The one that was changed last ({ $day }) stays, with the consent that belongs to it. The other one is deleted.
merge-groups = { $count ->
    [one] 1 group
   *[other] { $count } groups
}
merge-project = Projekt frivillig
merge-project-twice = Both are doing “Projekt frivillig”.
merge-project-twice-outcome = The one of whoever stays goes on.

# Headings on My overview
worklist-kind-volunteer-consent = Your CV being found
worklist-kind-volunteer-cv = Your CV

# Why an imported row stays when its import is undone
import-undo-person-volunteers = Is a volunteer or has looked at volunteers’ CVs.
import-undo-task-was-sought-for = Somebody has looked for volunteers for it.
volunteer-bank-workbook = Download those who fit as an Excel file
volunteer-bank-who = Volunteer
volunteer-bank-licence = Has a driving licence
