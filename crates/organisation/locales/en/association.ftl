# Associations and other actors: directory, registration, approval.

association-kind-association = Association
association-kind-local-branch = Local branch of a national organisation
association-kind-informal-group = Group without statutes
association-kind-individual = Individual
association-kind-company = Company
association-kind-social-enterprise = Social enterprise
association-kind-council = Council
association-kind-union = Trade union
association-kind-volunteer-centre = Volunteer centre
association-kind-religious-community = Congregation or religious community

association-role-chair = Chair
association-role-treasurer = Treasurer
association-role-board = Board member
association-role-volunteer-coordinator = Volunteer coordinator
association-role-contact = Contact person

association-state-unconfirmed = Not confirmed yet
association-state-pending = Waiting for approval
association-state-approved = Approved
association-state-rejected = Rejected
association-state-closed = Closed

association-work-approve = Approve { $name }

association-cvr-digits = A CVR number has eight digits
association-cvr-check = The digits do not fit together, so the CVR number must be misspelt
association-work-overdue = Because nobody answered in time, it is now with you.

association-flash-approved = The association is approved and has been notified
association-flash-rejected = The association is rejected and has been notified
association-flash-closed = The association is closed and has been notified
association-flash-decided-already = Somebody else has decided already
association-flash-saved = The changes are saved

## The directory

directory-title = Associations
directory-lead = Associations, groups and others who do something voluntary in { $municipality }.
directory-what = What are you looking for?
directory-where = Where are you?
directory-where-hint = Town or postcode
directory-find = Find
directory-more = More choices
directory-chosen = { $count } chosen
directory-show = Show associations
directory-theme = Theme
directory-town = Town
directory-topic = Topic
directory-kind = Kind
directory-found = { $count ->
    [one] One association
   *[other] { $count } associations
}
directory-order = Show first
directory-by-name = By name
directory-nearest = The nearest
directory-best = The best match
directory-your-choices = Your choices
directory-clear = Clear all choices
directory-count-word = associations
directory-away = { $distance } away
directory-place-unknown = We do not know the place “{ $place }”. Type a postcode or a town in the municipality.
directory-suggestion = We searched for “{ $words }”.
directory-none-title = We found none
directory-none-text = Try fewer words or fewer choices. Or call us and we will help.
directory-all = See all associations
directory-position = Page { $number } of { $count }
directory-register-heading = Is yours missing?
directory-register-text = Associations, groups, companies and individuals are equally welcome.
directory-register-action = Register
directory-feed = The list as JSON

## One association

show-contact = Ask here
show-no-contact = The association does not show a contact person yet. Call the municipality, and we will find one.
show-own-ways = The association
show-tasks = See tasks at { $name }
show-facts = In short
show-kind = Kind
show-theme = Theme
show-topics = Topics
show-parent = Belongs to
show-cvr = CVR number
show-address = Address
show-website = Website
show-members = Members
show-founded = Founded
show-folkeoplysning = Approved under the act on adult education
show-edit = Change details
show-contacts = Contact persons
show-decide = Decide
show-close = Close the association
show-new-task = Post a task
show-pending-text = Thank you. Now { $who } looks at your registration, and you will get a mail. Until then only you can see the page. You are welcome to change it meanwhile and write your first task as a draft.
show-unconfirmed-text = Whoever registered the association has not pressed the link in the mail yet.

## Registration

register-title = Register an association
register-lead = It takes about five minutes. When the municipality has approved you, you can post tasks and find volunteers. Meanwhile you can write the first as a draft.
register-part-who = 1. Who are you?
register-part-what = 2. What do you do?
register-part-where = 3. How do people reach you?
register-part-you = 4. About yourself
register-you-text = We send you a mail, so that we know the registration comes from you.
register-promise = You get an answer from { $who } within { $days } working days.
register-promise-text = When you are approved, everybody can see the association. Your own name is shown only if you say yes to it.
register-submit = Register
register-same-heading = Is it one of these?
register-same-text = We already know one that looks like it. If it is yours, ask one of its contact persons to add you. If it is another association, tick the box and send again.
register-same-error = Tick the box if it is another association than those we know
register-too-many-mails = Several mails have just been sent to this address. Open one of them, sign in, or try again in an hour
register-another = No, it is another one

field-name = The name of the association
field-name-hint = Or of the group, the company or yourself.
field-name-asks = Write the name of the association
field-kind-asks = Choose what you are
field-theme-asks = Choose a theme
field-about-asks = Tell briefly what you do
field-kind = What kind of organisation are you?
field-branch = The name of the local branch
field-branch-hint = Only if you are a branch of a national organisation. “Nordby”, for example.
field-parent = The name of the national organisation
field-cvr = CVR number
field-cvr-hint = Eight digits. A local branch can use the national organisation's. Skip it if you have none.
field-p-number = P number
field-founded = Founded in
field-members = Number of members
field-theme = Theme
field-topics = Topics
field-topics-hint = Choose several. It makes you easier to find.
field-about = Tell us about yourselves
field-about-hint = A few short sentences: what you do, when and for whom.
field-address = Street and number
field-postcode = Postcode
field-phone = Phone
field-phone-hint = Shown on the association's page.
field-email = The association's e-mail
field-email-hint = Shown on the association's page.
field-website = Website
field-person-name = Your name
field-person-email = Your e-mail
field-person-email-hint = You sign in with it. Others see it only if you say yes below.
field-person-phone = Your phone number
field-person-role = What is your role in the association?
field-person-role-asks = Choose what your role is
field-person-public = Show my name, phone number and e-mail on the association's page
field-folkeoplysning = Approved under the act on adult education
field-folkeoplysning-hint = Only the municipality can tick this. It decides membership of Foreningssamvirket.

registered-title = Look in your inbox
registered-text = We have sent a mail to { $email }. Press the link in it within { $days } days. Then the registration goes on to { $who }.
registered-help = If no mail arrives, look in your spam folder. Or call us.

confirm-title = Confirm the registration
confirm-lost-link = If the whole link does not work either, it is too old. If the association is confirmed, sign in with your e-mail. Otherwise register the association again, and you will get a new link.
confirm-text = You are about to register { $name }. Is that right?
confirm-submit = Yes, register us
confirm-not = If you did not ask for it, just close the page.
confirm-already-title = { $name } is registered already
confirm-already-text = There is nothing more to do. Sign in to see how far the registration is.
confirm-already-sign-in = Sign in

## Editing, contact persons, decision

edit-title = Change details
edit-submit = Save
edit-cancel = Cancel

contacts-title = Contact persons
contacts-lead = Contact persons can change the association's details, post tasks and answer volunteers.
contacts-shown = Shown on the page
contacts-hidden = Not shown on the page
contacts-show = Show on the page
contacts-hide = Hide on the page
contacts-remove = Remove
contacts-add-heading = Add a contact person
contacts-add-text = The person gets a mail with a link to sign in.
contacts-name = Name
contacts-email = E-mail
contacts-role = Role
contacts-name-asks = Write the person’s name
contacts-email-asks = Write the person’s e-mail
contacts-role-asks = Choose the person’s role
contacts-public = Show name, phone number and e-mail on the association's page
contacts-public-hint = Ask the person first.
contacts-add = Add
contacts-already = The person is a contact person here already
contacts-flash-added = The person has been added and has been sent a mail
contacts-flash-removed = The person is no longer a contact person
contacts-flash-last = The association must have at least one contact person. Add another first
contacts-flash-left = You are no longer a contact of the association
contacts-leave-title = Do you no longer want to be a contact of { $association }?
contacts-leave-lead = You can then no longer open the association’s tasks or answer its volunteers.
contacts-leave-submit = Yes, remove me
contacts-remove-title = Remove { $name } as a contact?
contacts-remove-lead = { $name } can then no longer open the association’s tasks or answer its volunteers, and gets a mail about it.
contacts-remove-submit = Yes, remove
contacts-leave-next = Then { $name } ({ $title }) answers.
contacts-leave-own-number = None of those who stay are shown to everybody. The association’s page and tasks then show its own number: { $phone }. If one of them should stand there, choose “Show on the page” first.
contacts-leave-nobody-shown = None of those who stay are shown to everybody. Choose “Show on the page” for one of them first, so that volunteers can call you.
contacts-leave-consequences = What happens to
contacts-leave-stay = No, not now

decide-title = Approve { $name }?
decide-since = Has waited since { $day }
decide-same = Looks like one we know
decide-registrants = Those who registered the association
decide-reason = Reason, if you reject
decide-reason-hint = It is sent to the association. Say briefly and kindly what is missing.
decide-approve = Approve
decide-reject = Reject
decide-not-waiting = The association is not waiting for a decision.

close-title = Close { $name }?
close-text = The association leaves the directory, and its contact persons can no longer post tasks. Everything that has happened is kept. You can approve the association again later.
close-reason = Why is the association closing?
close-reason-hint = It is sent to the association's contact persons.
close-said-to-volunteers = The association has closed.
close-submit = Close the association
close-consequences = What depends on the association
close-settled = The tasks are cancelled when you close the association. Everybody who helps or waits for an answer gets a mail at once, and the shifts are cancelled.
close-cancel = No, keep it

## Mails

mail-confirm-subject = Confirm the registration of { $association }
mail-confirm-text = You have registered { $association } at { $municipality }.
mail-confirm-link = Press here to confirm. The link works for { $days } days:
mail-confirm-then = Afterwards the municipality looks at the registration. You get a mail when it is done.
mail-confirm-not-you = If you did not ask for it, just delete this mail. Nothing more will happen.
mail-already-subject = { $association } is registered already
mail-already-text = You have registered { $association } at { $municipality } before, so there is nothing more to do.
mail-already-link = Sign in to see how far the registration is:
mail-confirm-why = You get this mail because somebody typed your e-mail when they registered an association.

mail-approved-subject = { $association } is approved
mail-approved-text = Welcome! { $association } is now here, and everybody can find you. You can:
mail-approved-can-edit = change what it says about you
mail-approved-can-post = post tasks and find volunteers
mail-approved-can-invite = add more contact persons
mail-approved-link = Sign in here. Type your e-mail and you get a link:

mail-rejected-subject = { $association } is not approved
mail-rejected-text = We have looked at the registration of { $association } and cannot approve it as it is now. The reason is:
mail-rejected-next = Call or write to us if we have misunderstood something. We are glad to help.

mail-closed-subject = { $association } is closed
mail-closed-text = { $association } is no longer in the directory. The reason is:

mail-invited-subject = You are a contact person of { $association }
mail-invited-text = { $by } has added you as a contact person of { $association } at { $municipality }. You can change the association's details, post tasks and answer volunteers.
mail-invited-link = Sign in here. The link works for { $days } days and only once:
mail-invited-not-you = If it is a mistake, tell the association or call us and we will remove you.
mail-association-why = You get this mail because you are a contact person of { $association }.

mail-no-longer-subject = You are no longer a contact of { $association }
mail-no-longer-text = You are no longer a contact of { $association } at { $municipality }.
mail-no-longer-others = The other contacts now answer the volunteers.
mail-no-longer-wrong = If that is wrong, write to the association or call us.
mail-no-longer-why = You get this mail because you have been a contact of { $association }.

## The associations as a list, for those who work here

association-list-title = Associations
association-list-lead = Associations and others who organise volunteers. The Excel file has their addresses, so that it can be used for labels and letters.
association-list-count = { $count ->
    [one] 1 association
   *[other] { $count } associations
}
association-list-search = Name or town
association-list-name = Association
association-list-theme = Theme
association-list-all-themes = All themes
association-list-city = Town
association-list-phone = Telephone
association-list-state = State
association-list-all-states = All
association-list-since = Since
association-list-kind = Form
association-list-cvr = CVR
association-list-email = E-mail
association-list-address = Address
association-list-postcode = Postcode
association-list-none = No associations yet
association-list-none-text = Associations register themselves, or you read them in from a spreadsheet under Import.
destinations-units = Places
show-new-draft = Write a task as a draft
association-first-step-contact = Show a contact person on the association’s page and on your tasks
