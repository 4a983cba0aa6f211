body-heading = Bodies and cooperation
body-lead = This is where things are decided, agreed and heard.
body-meetings = { $number ->
     [one] One meeting a year
    *[other] { $number } meetings a year
}
body-meetings-between = { $min } to { $max } meetings a year
body-heard-about = { $strength }: { $scope }
body-refers-to = Reports to { $name }

## How we are organised

unit-chart-title = How we are organised
unit-chart-lead = The municipality has three levels: a coordinator for the whole, key persons in the departments and contact persons in the places. Here you see who is who.
unit-chart-to-contact = Find your contact
unit-chart-to-list = See it as a list
unit-chart-as-list = The same as a list
unit-chart-empty = There are no units here yet
unit-chart-empty-text = Add the first unit.
unit-chart-empty-then = There are no units on that day
unit-chart-empty-then-text = Try another date.
unit-column-unit = Unit
unit-column-level = Level
unit-column-area = Department
unit-column-who = Who
unit-column-phone = Phone
unit-places = { $count ->
     [one] 1 place
    *[other] { $count } places
}
unit-role = { $role }: { $name }
unit-role-liaison = { $role }: { $name } (the department's contact to the coordinator)
unit-away = { $name }, away until { $day }
unit-role-away = { $role }: { $name }, away until { $day }
unit-contact-waived = No contact person here.
unit-contact-vacant = Lacks a contact person.
unit-contact-none = No contact person
unit-key-person-none = No key person
unit-key-person-vacant = Lacks a key person.
unit-coverage-link = Who lacks a contact?
unit-add-link = Add a unit
unit-as-it-was = You see the organisation as it was on { $day }
unit-as-it-will-be = You see the organisation as planned for { $day }
unit-see-today = See it as it is today
unit-other-day = See another day
unit-day = Day
unit-day-hint = Choose a day before or after today.
unit-show-day = Show that day

## A unit

unit-whom-to-call = Whom can I call?
unit-facts = Contact and address
unit-find-us = Where to find us
unit-address = Address
unit-visiting = Visiting
unit-phone = Phone
unit-email = E-mail
unit-open-tasks = See tasks here
unit-areas = Departments
unit-institutions = Places in the department
unit-waiver-heading = There is no contact person here
unit-closed-on = Closed. The last day was { $day }
unit-opens-on = Opens on { $day }
unit-closes-on = Closes on { $day }
unit-closes-then = After that:
unit-closes-then-to = Closes on { $day }. After that: { $name }
unit-moves-on = Belongs from { $day } to { $name }
unit-renamed-on = Is called { $name } from { $day }
unit-planned-heading = This is planned
unit-planned = { $day }: { $what }
unit-taken-over-by = It now belongs to
unit-ask-contact = Ask us on the page
unit-describe-link = Edit details
unit-reorganise-link = Reorganise
unit-close-link = Close the unit
unit-history = History
unit-plan-begins = Begins as { $name }.
unit-plan-renamed = Changes its name from { $old } to { $new }.
unit-plan-moved = Moves from { $old } to { $new }.
unit-plan-kind = Becomes: { $kind }.
unit-plan-address = Gets the address { $address }.
unit-plan-details = The details will be changed.
unit-plan-closed = Closes. This is the last day.
unit-plan-closed-for = Closes. This is the last day. { $name } takes over.
unit-history-began = Began as { $name }.
unit-history-renamed = Changed its name from { $old } to { $new }.
unit-history-moved = Moved from { $old } to { $new }.
unit-history-kind = Became: { $kind }.
unit-history-address = Got the address { $address }.
unit-history-details = The details were changed.
unit-history-closed = Closed. This was the last day.
unit-history-closed-for = Closed. This was the last day. { $name } took over.

## Find your contact

unit-contact-title = Find your contact
unit-card-deputy-answers = { $name } answers.
unit-card-key-person = The key person of the department answers.
unit-card-coordinator = The municipality's coordinator answers.
unit-card-vacant = There is no contact person here at the moment. { $who }
unit-card-away = The contact person is away until { $day }. { $who }
unit-card-deputy-until = Deputy until { $day }
unit-card-nobody = Nobody in particular has this task at the moment. Call the municipality, and we will help you find the right person.
unit-card-main-number = The municipality's main number
contact-lead = Type a place, a department, a town or a topic to find the person you can call.
contact-field = Place, department, town or topic
contact-find = Find
contact-found = { $count ->
     [0] No contacts for { $what }
     [one] 1 contact for { $what }
    *[other] { $count } contacts for { $what }
}
contact-nothing = We did not find anything. Try a shorter word, or choose below. At the bottom you see whom you can always call.
contact-too-many = There are more. Type a little more of the name to find the right one.
contact-choose-area = Choose a department
contact-choose-topic = Choose a topic
contact-choose-town = Choose a town
contact-otherwise = Not sure whom to ask?
contact-always-heading = Call us
contact-always-text = We will find the right person for you.
contact-to-associations = Find an association

## Changing units

unit-describe-title = Edit details of { $name }
unit-describe-lead = The change applies from today. What was there before can still be seen in the history.
unit-reorganise-title = Reorganise { $name }
unit-reorganise-move = If it moves to another department
unit-reorganise-move-text = Then it is the key person of the new department who answers when the place's own contact person cannot, and who sees what has waited too long. Tasks, agreements and positions follow. The contact person of the place and the key persons of both departments get an e-mail when you save.
unit-parent-with-key-persons = { $area } (key person: { $names })
unit-parent-without-key-person = { $area } (no key person)
unit-mail-closed-subject = { $unit } closes
unit-mail-closed-text = { $unit } closes. The last day is { $day }.
unit-mail-closed-successor = { $successor } takes over.
unit-mail-closed-position = Your position in { $unit } ends on the same day.
unit-mail-closed-area = You are told because { $unit } is in your area.
unit-mail-closed-takes-over = { $successor } takes over from { $unit }. If tasks and volunteers move along, you are sent an e-mail when it happens.
unit-mail-moved-subject = { $unit } moves to { $area }
unit-mail-moved-text = { $unit } moves from { $old } to { $new }. This holds from { $day }.
unit-mail-moved-contact = You are still a contact for the place. If you are away, the key person of { $area } answers: { $names }.
unit-mail-moved-contact-nobody = You are still a contact for the place. { $area } has no key person at the moment.
unit-mail-moved-new = From that day { $unit } is part of your department: You answer when the contact person of the place cannot.
unit-mail-moved-old = From that day { $unit } is no longer part of your department. What waits at the place goes to { $area }.
unit-mail-moved-link = The page of the place:
unit-mail-closed-why = You get this e-mail because you have a role in { $unit }, in its department or in the unit that takes over.
unit-mail-moved-why = You get this e-mail because you answer for { $unit } or for one of the two departments.
unit-reorganise-lead = Give the unit a new name, or move it to another department. It is still the same unit, and its history follows.
unit-add-title = Add a unit
unit-add-lead = A new department or a new institution.
unit-close-title = Close { $name }
unit-close-lead = The unit does not disappear, but it can only be seen in the history. All positions in it are closed the same day.
unit-name = Name
unit-kind = Kind
unit-parent = Belongs to
unit-parent-hint = An institution belongs to a department. A department belongs to the municipality.
unit-from = Applies from
unit-from-hint = The first day the change applies.
unit-opens = Begins
unit-number = The municipality's own number
unit-number-hint = Used when you import units from a file.
unit-postcode = Postcode
unit-city = Town
unit-city-hint = The town follows the postcode if we know it.
unit-visiting-hint = For example: Come by every day from 10 to 18.
unit-about = About the place
unit-about-hint = One to three short sentences: Who are you, and whom is the place for?
unit-last-day = Last day
unit-successor = Who takes over?
unit-successor-hint = We show the way to the new unit.
unit-no-successor = Nobody
unit-save = Save
unit-cancel = Cancel
unit-add-button = Add the unit
unit-close-button = Close the unit
unit-close-consequences = What depends on the unit
unit-close-nothing = No tasks, agreements or shifts depend on the unit.
unit-close-tasks = What happens to the tasks and the volunteers?
unit-close-move = Whoever takes over gets them
unit-close-move-hint = Agreements, shifts and those who wait for an answer go along. When the last day is over, everybody gets an e-mail about whom to call from then on
unit-close-cancel = They end
unit-close-cancel-hint = Everybody who helps or waits gets an e-mail with the reason today. Up to and including the last day everything is as it is
unit-close-ending = Do some tasks end anyway?
unit-close-ending-hint = Only if another unit takes over. Tick the tasks that it does not take over.
unit-close-reason = Why does the unit close? (if something ends)
unit-close-reason-hint = The volunteers read it. Be brief and kind, and name nobody.
unit-error-nobody-takes-over = Choose who takes over, or that the tasks end
unit-reopen-link = Open the unit again
unit-keep-link = Take back the closing
unit-keep-title = Take back the closing of { $name }
unit-keep-lead = The unit is to close on { $day }. If you take that back, it does not close, and everything goes on as before.
unit-keep-positions = These positions go on
unit-keep-stays = Tasks that were cancelled because of the closing stay cancelled, because the volunteers have been told so. Copy the task to start again.
unit-kept = The closing is taken back. The unit is open as before.
unit-reopen-title = Open { $name } again
unit-reopen-lead = The unit is here again as if it had not been closed.
unit-reopen-positions = These positions come back
unit-reopen-tasks = Tasks that { $successor } took over come back, and the volunteers are told.
unit-reopen-stays = Tasks that were cancelled stay cancelled, because the volunteers have been told so. Copy the task to start again.
unit-keep-in-the-way = The closing cannot be taken back because the department the unit belongs to closes, too. Take back the closing of the department first.
unit-reopen-in-the-way = The unit cannot be opened again because the department it belonged to is closed. Open the department first.
unit-reopened = The unit is open again.
unit-saved = The change is saved.
unit-unchanged = Nothing was changed.
unit-moved = The change is saved. Those it concerns have got an e-mail.
unit-added = The unit is added.
unit-closed-quietly = The unit closes on the day you chose.
unit-closed = The unit closes on the day you chose. Those with a position here, the key persons and those who take over have been sent an e-mail.
unit-closed-ends = The unit closes on the day you chose. What lies after that day is ended. Everybody who takes part or waits has been sent an e-mail, and so have those with a position here.
unit-closed-moves-later = The unit closes on the day you chose. Those with a position here and those who take over have been sent an e-mail. When the day is over, the tasks move and the volunteers are sent an e-mail.
unit-closed-moved = The unit is closed and the tasks have moved. The volunteers, those who had a position here and those who take over have been sent an e-mail.
unit-error-parent = Choose what the unit belongs to.
unit-error-parent-not-there = It does not fit: an institution belongs to a department, and the department must exist the whole time.
unit-error-second-central = The municipality already has a central unit.
unit-error-kind = That kind belongs on another level.
unit-error-not-there = The unit does not exist on { $day }.
unit-error-history = What began on { $day } is history and is not changed. Choose a later day.
unit-error-later = There is already a change from { $day }. Choose that day or a later one.
unit-error-below = { $name } still belongs here. Move or close it first.
unit-error-closes-already = The unit closes on { $day } already. To choose another day, take back the closing first.
unit-error-central = The municipality's central unit cannot be closed.
unit-error-successor = That unit does not exist the day after.
unit-error-number = Another unit already has that number.

## What we stand for

values-title = What we stand for
values-lead = How { $municipality } wants to work with volunteers, and what we have set out to do.
values-heading = Our values
values-focus-heading = What we have set out to do
values-danish-only = Goals and initiatives are in Danish, as they were adopted.
values-goals = Goals
values-initiatives = What we do
values-to-contact = Would you like to take part? Find your contact
