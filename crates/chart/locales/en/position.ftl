position-heading = Positions
position-vacant = Vacant
position-with-deputies = { $holders } (deputy: { $deputies })
position-and-liaison = { $kind }, the department's contact to the coordinator
position-column-title = Position
position-column-kind = Role
position-column-who = Who
position-add-link = Add a position
position-waive-link = No contact person here?

## A position

position-ended-on = The position is closed. Its last day was { $day }
position-liaison-badge = The department's contact to the coordinator
position-topics = Ask about
position-hours = Hours a week
position-hours-number = { $hours } hours a week
position-reports-to = Reports to
position-duties = What the position involves
position-duty-optional = if it makes sense
position-history = Who has held the position?
position-holder = Holds the position
position-deputy = Deputy
position-since = Since { $day }
position-from-to = { $from } to { $to }
position-column-name = Name
position-column-capacity = As
position-column-period = When
position-column-do = What you can do
position-appoint-link = Add a person
position-edit-link = Edit details
position-make-liaison = Make contact to the coordinator
position-end-link = Close the position
position-end-appointment-link = End

## Changing positions

position-add-title = Add a position in { $unit }
position-add-lead = Add the position first. Then you choose the person.
position-title = Title
position-title-hint = What everybody sees. For example: Activity worker.
position-add-button = Add the position
position-edit-title = Edit { $title }
position-edit-lead = You cannot change title and place. If it is another position, close this one and add a new one.
position-share = Part of the task
position-share-hint = When there are several of you: what is this person's part?
position-hours-hint = The hours you have set aside yourselves. 0 to 37.
position-phone-hint = Fill in only if the position has a number of its own. Otherwise the person's is shown.
position-topics-hint = Then citizens can find the position by topic.
position-appoint-title = Who will be { $title }?
position-now-vacant = The position is vacant.
position-now-held = { $names } holds the position now and leaves it the day before somebody new begins. A deputy comes in addition.
position-now-team = In the team now: { $names }. Somebody new joins them.
position-capacity = Will the person hold the position or be deputy?
position-person-hint = If we know the address, we use that person. Otherwise the person is added and can sign in with a link.
position-name-hint = Fill in the name if the person is new here.
position-from = From
position-to = Until
position-appoint-button = Save
position-end-title = Close { $title }
position-end-lead = The position can still be seen in the history. Whoever holds it leaves it the same day.
position-end-appointment-title = { $name } leaves
position-end-appointment-lead = The person can still be seen in the position's history.
position-end-consequences = What somebody else must answer for
position-end-afterwards = After that, { $name } ({ $title }) answers for the unit.
position-end-nobody = After that, nobody answers for the unit. Appoint somebody else first.
position-end-button = End
position-waiver-title = No contact person in { $unit }?
position-waiver-lead = An institution need not have a local contact person if that does not make sense. Write why. The place is then not counted among those without one, and the key person answers.
position-waiver-reason = It does not make sense here, because
position-waiver-hint = Everybody can read the reason.
position-waiver-no-longer = Does it no longer apply?
position-waiver-no-longer-text = Then the place is missing a contact person again.
position-waiver-end-button = Remove the reason
position-saved = The change is saved.
position-added = The position is added. Who will hold it?
position-appointed = The person is added.
position-ended = The position is closed from the day you chose.
position-liaison-set = The key person is now the department's contact to the coordinator.
position-waived = The reason is saved.
position-error-has-contact = There is a contact person here: { $names }. End the position first if the place is not to have one any more.
position-waiver-ended = The reason no longer applies.
position-error-kind = Choose a role that can be here.
position-error-unit-not-there = The unit does not exist on that day.
position-error-there-since = The position did not begin until { $from }.
position-error-there-between = The position is only there from { $from } to { $to }.
position-error-other-name = The e-mail belongs to { $name }. Delete the name if that is the right person, or correct the e-mail.
position-error-new-person = We do not know the e-mail. Write the name, and we will add the person.
position-mail-subject-holder = You become { $title }
position-mail-subject-deputy = You become deputy: { $title }
position-mail-holder = From { $day } you are { $title } in { $unit }.
position-mail-deputy = From { $day } you are the deputy in { $unit } of the { $title }.
position-mail-link = What waits for you is in My overview:
position-mail-why = You get this e-mail because the municipality has given you a role.
position-error-order = The last day is before the first.
position-error-already = The person already holds the position or is deputy in that period.
position-error-held = Somebody else holds the position from { $day }.
position-error-own-deputy = Nobody can be their own deputy.
position-error-before-it-began = It only began on { $day }.

## Coverage

coverage-title = Who has a contact?
coverage-lead = Here you see which places have a contact person or an ambassador, and where one is missing.
coverage-institutions = places
coverage-with-contact = have a contact person
coverage-waived = have a reason
coverage-missing = are missing one
coverage-with-ambassador = have an ambassador
coverage-key-persons = Key person
coverage-no-key-person = Lacks a key person
coverage-no-liaison = Lacks a contact to the coordinator
coverage-place = Place
coverage-contact = Contact person
coverage-who = Who, or why not
coverage-ambassador = Ambassador
coverage-has = Has
coverage-has-reason = Has a reason
coverage-lacks = Missing
coverage-none = None

## Holidays and deputies

holiday-title = Holidays and deputy
holiday-lead = Write when you are away. Then your deputy answers on those days, and everybody can see it on your page.
holiday-who = Who steps in?
holiday-no-position = You hold no position in which somebody must step in for you.
holiday-you-are-deputy = You are deputy here.
holiday-nobody = Nobody answers while you are away.
holiday-no-deputy = While you are away, { $names } answers.
holiday-choose = Choose
holiday-when = When are you away?
holiday-none = You have not entered any days yet.
holiday-remove = Remove
holiday-add = Add days
holiday-no-reason = You need not write why.

## What waits

work-no-key-person = { $area } lacks a key person
work-no-key-person-text = Every department must have at least one.
work-no-liaison = { $area } lacks a contact to the coordinator
work-no-liaison-text = One of the department's key persons must be the contact to the coordinator.
work-no-contact = { $count ->
     [one] One place in { $area } lacks a contact person
    *[other] { $count } places in { $area } lack a contact person
}
work-climbed-no-key-person = Because the department has no key person, it is now with you.
