# Settings and retention.

settings-title = Settings
settings-lead = Here the municipality decides what the site is called, how it looks, and which rules apply.
settings-save = Save the settings
settings-saved = The settings are saved
settings-unchanged = You have not changed anything
settings-to-retention = How long we keep information

settings-overtaken-heading = The settings have been changed meanwhile
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
settings-slogan-hint = One line on the front page that invites. Leave it empty to use ours.
settings-slogan-en = Slogan in English
settings-welcome = Welcome
settings-welcome-hint = A few sentences on the front page in your own words.
settings-welcome-en = Welcome in English

settings-contact-heading = Contact
settings-contact-text = So that citizens can reach the municipality. The phone number is at the top of every page.
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
settings-sample-dark = Button pointed at

settings-rules-heading = Rules for the task bank
settings-rules-text = A new rule applies from now on. Promises already given stand.
settings-promise-days = Deadline for answers in working days
settings-promise-days-hint = From 1 to 20. We promise it to whoever shows interest. An empty field means 3.
settings-unit-approval = The municipality’s own tasks need approval
settings-unit-approval-hint = The department’s key person sees the task before it is published.
settings-association-approval = An association’s first task needs approval
settings-association-approval-hint = The coordinator sees the first task. The next ones are published at once.
settings-lifetime = Number of days a task without a last day stays open
settings-lifetime-hint = From 14 to 730. The contact person is told before the task expires. An empty field means 180.
settings-ask = Number of days until we ask whether the task is still current
settings-ask-hint = From 7 to 365. An empty field means 60.
settings-ask-error = We have to ask before the task expires after { $days } days

settings-volunteers-heading = Rules for volunteers
settings-volunteers-text = Nobody should feel pressed. A new rule applies from now on.
settings-invitation-budget = Most invitations to one volunteer in a week
settings-invitation-budget-hint = From 1 to 20, from all places together. An empty field means 3.
settings-invitation-cooldown = Days until the same place may invite the same volunteer again
settings-invitation-cooldown-hint = From 1 to 180. An empty field means 14.
settings-talk = Days from the first time until a talk about how it is going
settings-talk-hint = From 7 to 365. The day can be moved in each agreement. An empty field means 42.
settings-engagement-retention = Days an agreement with a volunteer is kept after it has ended
settings-engagement-retention-hint = From 30 to 1,825. An empty field means 365.
settings-agreement = Text of volunteers’ agreements
settings-agreement-hint = An empty field means the platform’s own text. A line with ## before it is a heading, one with - before it is a point. In curly brackets: volunteer, task, place, when, where, contact and insurance. Each on a line of its own: does, staff, volunteers, grey and requirements.
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
settings-course = Months a course counts
settings-course-hint = From 0 to 120. 0 means it always counts. An empty field means 36.
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
settings-host-is-here = You are using it now.
settings-host-new = New address
settings-host-hint = For example frivillig.fjordlund.example. Point the name at this server first.
settings-host-add = Add address
settings-host-added = The address is added
settings-host-remove = Remove
settings-host-removed = The address is removed
settings-host-error = Write a name such as frivillig.fjordlund.example. Æ, ø and å are written as xn--…
settings-host-taken = The address belongs to another municipality
settings-host-known = The address is already there
settings-host-here = You are using this address yourself now. Sign in at one of the others to remove it.
settings-host-last = The site must have at least one address

settings-history-heading = History
settings-history-text = Who changed what, and when. We do not keep what it said before.
settings-history-none = Nobody has changed the settings yet.
settings-history-nobody = Somebody who no longer has an account

retention-title = How long we keep information
retention-lead = The site itself deletes what is no longer needed. Here you see the rules, and what would be deleted now.
retention-text = Nobody has to press anything. Each rule is carried out at least once a day.
retention-privacy = What we tell citizens
retention-what = What
retention-purpose = What we use it for
retention-kept = How long
retention-due = Ready for deletion now
retention-run = Next time
retention-never = Has not run yet
retention-failed = Went wrong. We try again.
retention-last = Last deleted: { $count }, { $day }.
retention-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
retention-sessions = Who is signed in
retention-sessions-purpose = So that you need not sign in on every page
retention-sessions-kept = Until you sign out, 14 days at most
retention-links = Links in mails for signing in or confirming an association
retention-links-purpose = To show that the e-mail address is yours
retention-links-kept = Until they are used or have run out
retention-associations = Associations that nobody has confirmed, and who registered them
retention-associations-purpose = So that whoever registered the association has time to confirm
retention-imports = Files sent for import
retention-imports-purpose = To show what the import will do, and to carry it out
retention-people = People without a role
retention-people-purpose = To sign in and to be found in a role
retention-people-kept = { $months } months after the last role and the last sign-in. They get a mail after { $told } months.
retention-mail = Mails we have sent
retention-mail-purpose = To be able to say whether we wrote

mail-deletion-subject = Your account at { $municipality } will be deleted
mail-deletion-text = You have had no role and have not signed in for a year. Therefore we delete your account at { $municipality } in a month.
mail-deletion-link = If you want to keep it, sign in:
mail-deletion-otherwise = Otherwise you need not do anything.
mail-deletion-why = You get this mail because you have an account with us.
