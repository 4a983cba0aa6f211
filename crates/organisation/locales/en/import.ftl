# Units, positions and associations from a file: what they are called, and what can be wrong with a row.

import-kind-units = Units
import-about-units = The municipality's units on three levels, from the central coordination to the institutions.
import-key-units = By its number. If there is none: by name and postcode. A change applies from today. If the day in Gyldig fra lies further ahead, it applies from that day. What applied before stays in the history.
import-hint-units-level = 1, 2 or 3. May be left out when the type is there.
import-hint-units-parent = The number of the unit above. It may be in the same file, also further down.
import-hint-units-kind = Fag (department), stab (staff area), plejehjem, skole, dagtilbud, bibliotek and so on.
import-hint-units-to = The last day. Leave it empty when the unit is still there.

import-kind-positions = Positions
import-about-positions = Who is coordinator, key person, contact person or ambassador, and where.
import-key-positions = The position by unit, role and title, and the person by e-mail. If there is no e-mail: by the name in the same position. A new person in a position succeeds the one who was there.
import-hint-positions-unit = The unit's number, or its name when only one unit is called that.
import-hint-positions-role = Central frivillighedskoordinator, referencedirektør, leder, nøgleperson, lokal kontaktperson, ambassadør or ambassadørteam.
import-hint-positions-from = The first day. Empty means from today.
import-hint-positions-deputy = Ja (yes) when the person is deputy in the position.

import-kind-associations = Associations
import-about-associations = Associations and other actors. They are approved at once.
import-key-associations = By its number. If there is none: by name, CVR number and postcode together. Several associations may have the same CVR number.
import-hint-associations-category = One of the four themes, or the word your system uses: Socialt, Idræt, Kultur, Børn og unge and so on.
import-hint-associations-cvr = May be empty. The check digit must be right.

import-unsure-which = There is “{ $name }” with the same postcode already, and the row says something else of it. We cannot see whether it is the same. Write the association's Nr or CVR-nr., or the e-mail address, telephone number or street that stands here.
import-double-association = The same name, CVR number and postcode as line { $line }. Delete one of them, or write a number if they are two associations.
import-like-one-here = Resembles { $name }, which is here already. Will be created as a new one.
import-like-line = Resembles line { $line }. Both will be created.
import-unknown-category = We do not know “{ $category }” as a theme. The theme can be corrected afterwards.
import-roles = central coordinator, reference director, unit leader, key person, local contact, ambassador, ambassador team
import-association-kinds = association, local branch, informal group, individual, company, social enterprise, council, union, volunteer centre, religious community
import-no-level = Write level 1, 2 or 3.
import-kind-on-wrong-level = { $kind } does not belong on level { $level }.
import-second-central = There is only one unit on level 1, and it stands in line { $line }.
import-central-exists = There is a unit on level 1 already, and it has another number.
import-central-has-no-parent = A unit on level 1 has none above it.
import-no-parent = A unit on level { $level } belongs under one on level { $above }. Write its number.
import-parent-rejected = No. { $number } in line { $line } is rejected, and this unit belongs under it.
import-parent-on-wrong-level = No. { $number } is on level { $parent }. A unit on level { $level } belongs under one on level { $above }.
import-unknown-unit = { $number } is neither in the file nor here already.
import-unit-is-over = The unit ended on { $day }. What is past is not changed.
import-role-on-wrong-level = The role does not belong on level { $level }.
import-role-of-administrators = Only an administrator can say who is an administrator. Delete the row, or ask an administrator to send it.
import-end-not-moved-back = The period cannot be changed to that day. It ends or begins on { $day }.
import-other-name = The person with that e-mail is called { $name } here. The name is not changed.
import-succeeds = Succeeds { $name }.

# Why an imported row stays when its import is undone
import-undo-unit-succeeds = Takes over from a unit that closes.
import-undo-unit-has-units = Other units belong under it.
import-undo-unit-has-positions = Has been given positions.
import-undo-unit-is-spoken-for = Somebody has chosen who answers for it.
import-undo-position-has-holders = Has a new holder.
import-undo-position-is-used = Other positions or an area refer to it.
import-undo-person-holds = Has been given another position.
import-undo-person-came = Has been sent a link or has signed in.
import-undo-person-is-in-use = Has days away, is the contact of an association, or has been sent a message.
import-undo-association-has-contacts = Has been given a contact person.
