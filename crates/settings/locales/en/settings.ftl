# Settings.

settings-title = Settings
settings-lead = Here the municipality decides what the site is called, how it looks, and which rules apply. When you save, everything you have changed on the page is saved.
settings-save = Save the changes
settings-sections = Sections
settings-saved = The changes are saved
settings-unchanged = You have not changed anything
settings-to-failed = What went wrong
settings-to-retention = How long we keep information

settings-overtaken-heading = The settings have been changed in the meantime
settings-overtaken = The settings were changed while you were writing. We have not saved what you wrote.
settings-overtaken-by = { $who } changed the settings { $when } while you were writing. We have not saved what you wrote.
settings-overtaken-next = Your answers are still in the fields. Under each field that differs, you can see what it says now. Change what you like, and save again.
settings-now = It now says: “{ $value }”
settings-now-empty = The field is empty now.
settings-now-on = It is ticked now.
settings-now-off = It is not ticked now.

settings-name-heading = Name and welcome
settings-name-text = What everybody sees at the top and on the front page.
settings-name = The municipality’s name
settings-name-hint = Shown at the top of every page and at the end of every mail.
settings-tagline = The site’s name
settings-tagline-hint = For example “Frivillig i Fjordlund”.
settings-tagline-en = The site’s name in English
settings-slogan = Slogan
settings-slogan-hint = An inviting line at the top of the front page.
settings-slogan-en = Slogan in English
settings-welcome = Welcome
settings-welcome-hint = A few sentences on the front page in your own words, between the search and the tasks.
settings-welcome-en = Welcome in English

settings-contact-heading = Contact
settings-contact-text = How citizens can reach the municipality. The phone number is at the top of every page.
settings-phone = Phone
settings-email = E-mail
settings-address = Address
settings-opening-hours = Opening hours
settings-opening-hours-en = Opening hours in English

settings-statement-heading = Accessibility statement
settings-statement-text = The law requires the site to have an accessibility statement, and you must review it at least once a year. You make it in WAS-Tool at the Danish Agency for Digital Government.
settings-statement = The address of the statement
settings-statement-hint = It begins with https://was.digst.dk/. Until it is there, we show our own page about accessibility.
settings-statement-error = The address has to begin with https://was.digst.dk/ and end with the site’s name

settings-colours-heading = Colours
settings-colours-text = Write the colours as your design guide has them: a # and six characters, for example #0b5563.
settings-colour = The municipality’s colour
settings-colour-hint = Buttons, links and the line at the top.
settings-colour-dark = Darker version
settings-colour-dark-hint = When somebody points at a button.
settings-on-colour = Text on the colour
settings-on-colour-hint = Usually white: #ffffff.
settings-colour-error = Write the colour as # and six characters, 0-9 and a-f, for example #0b5563
settings-contrast-good = The contrast is { $ratio }. Everybody can read the text.
settings-contrast-error = The contrast is only { $ratio }. It has to be at least 4.5:1, so that people with poor eyesight can read the text too. Choose a darker colour.
settings-sample-colour = Button
settings-sample-dark = Button when pointed at

settings-rules-heading = Rules for the task bank
settings-rules-text = A new rule applies from now on. Promises already given stand.
settings-promise-days = Deadline for answers in working days
settings-promise-days-hint = From 1 to 20. We promise it to whoever shows interest. An empty field means 3.
settings-unit-approval = The municipality’s own tasks need approval
settings-unit-approval-hint = The department’s key person sees the task before it is published.
settings-association-approval = An association’s first task needs approval
settings-association-approval-hint = The municipality sees the first task. The next ones are published at once.
settings-lifetime = Number of days a task without a last day stays open
settings-lifetime-hint = From 14 to 730. The contact person is told before the task expires. An empty field means 180.
settings-ask = Number of days until we ask whether the task is still current
settings-ask-hint = From 7 to 365. An empty field means 60.
settings-closing-days = The municipality's closing days besides the public holidays
settings-closing-days-hint = One on each line, for example 24-12 Christmas Eve or 12-10-2026 to 16-10-2026 Autumn holiday. An empty field means Christmas Eve, New Year's Eve and Constitution Day. Recurring tasks and shifts are off on those days unless the place says otherwise.
settings-closing-days-error = We cannot read “{ $line }”. Write the day first, for example 24-12 or 12-10-2026 to 16-10-2026
settings-ask-error = We have to ask before the task expires after { $days } days

settings-volunteers-heading = Rules for volunteers
settings-volunteers-text = Nobody should feel pressured. A new rule applies from now on.
settings-invitation-budget = Most invitations to one volunteer in a week
settings-invitation-budget-hint = From 1 to 20, from all places together. An empty field means 3.
settings-invitation-cooldown = Days until the same place may invite the same volunteer again
settings-invitation-cooldown-hint = From 1 to 180. An empty field means 14.
settings-talk = Days from the first time until a talk about how it is going
settings-talk-hint = From 7 to 365. The day can be moved in each agreement. An empty field means 42.
settings-engagement-retention = Days an agreement with a volunteer is kept after it has ended
settings-engagement-retention-hint = From 30 to 1,825. An empty field means 365.
settings-agreement = Text of volunteers’ agreements
settings-agreement-hint = An empty field means the platform’s own text. A line with ## before it is a heading, one with - before it is an item of a list. In curly brackets: volunteer, task, place, when, where, contact and insurance. Each on a line of its own: does, staff, volunteers, grey and requirements.
settings-agreement-unknown = We do not know { $name }. Write one of these: { $known }
settings-agreement-alone = Write { $name } on a line of its own. The rest of the line is left out.
settings-agreement-en = Text of volunteers’ agreements in English

settings-requirements-heading = Requirements and declarations
settings-requirements-text = The law says when a child protection certificate must be obtained. It does not say when it must be obtained again. You decide that here.
settings-gates = The association’s yearly declaration about child protection certificates
settings-gates-hint = Which of associations’ tasks wait until the declaration has been given?
settings-gates-nothing = No tasks wait
settings-gates-children = Tasks for children and families wait
settings-gates-all = All associations’ tasks wait
settings-choice-error = Choose one of the options
settings-certificate = Months until we recommend a new child protection certificate
settings-certificate-hint = From 12 to 36. An empty field means 24.
settings-course = Months a course remains valid
settings-course-hint = From 0 to 120. 0 means it is always valid. An empty field means 36.
settings-driving-licence = Months until the driving licence is shown again
settings-driving-licence-hint = From 0 to 120. 0 means never. An empty field means 24.
settings-refused = Days we remember that a task could not be given
settings-refused-hint = From 30 to 365. An empty field means 182.

settings-words-heading = The municipality’s own words
settings-words-text = What you call the positions that every municipality has. An empty field means our own word.
settings-words-show = Show and change the words
settings-word-changed = The word for { $concept }
settings-word-in-danish = In Danish
settings-word-in-english = In English

settings-hosts-heading = Addresses
settings-hosts-text = The web addresses where the site can be found. Each address belongs to one municipality.
settings-host-every = Every address that no other municipality has
settings-hosts-whose = The addresses belong to the installation. To add or remove one, ask those who run it: they do it with the command samskab host.

settings-history-heading = History
settings-history-text = Who changed what, and when. We do not keep what it said before.
settings-history-none = Nobody has changed the settings yet.
settings-history-nobody = Somebody who no longer has an account

