# Import of tasks.

import-kind-tasks = Tasks
import-about-tasks = Tasks for the task bank, from units and associations.
import-key-tasks = By its number. If there is none: by who has the task, the title and the date.
import-hint-tasks-unit = The unit's number or name. Write either a unit or an association.
import-hint-tasks-association = The association's number, name or CVR number.
import-hint-tasks-does = One thing on each line, or with | in between.
import-hint-tasks-weekdays = For a task that comes back every week. Use Dato when the task is on a single day, and Timer om ugen when people choose the time themselves.
import-hint-tasks-target-groups = Several with | in between, for example: Ældre | Børn.
import-hint-tasks-competences = Several with | in between, for example: At læse højt | Musik og sang.
import-hint-tasks-contact = A person who is here already.
import-hint-tasks-insurance = Arbejde (work), indsats (effort), forening (association), egen (own) or uafklaret (unclear).
import-hint-tasks-publish = Ja (yes) makes the task public when nothing is missing. Otherwise it becomes a draft.
import-unknown-poster = We do not know “{ $name }”, or several are called that. Write the number.
import-one-poster = Write either a unit or an association.
import-other-poster = The task with that number belongs to somebody else. It cannot be moved by a file.
import-double-task = The same task is in line { $line }. Delete one of them.
import-unknown-contact = Nobody here has the e-mail { $email }. Create the person first.
import-bad-weekdays = “{ $value }” are not weekdays. Write for example: tirsdag, torsdag.
import-bad-names = We do not know “{ $value }”. Write one or more of these with | in between: { $names }.
import-bad-requirements = We do not know “{ $value }”. Write one or more of these: børneattest, tavshedspligt, kursus, introduktion, informationsmøde, kørekort.
import-remote-words = ja, nej, delvist
import-insurance-words = arbejde, indsats, forening, egen, uafklaret
import-theme-words = folkeoplysning, socialt, kultur, enkeltpersoner
import-is-draft = Becomes a draft.
import-moves = An import does not tell those who count on the task about its new time or place. If they are to be told, change the task on its own page instead.
import-stays-draft = Becomes a draft because something is missing: { $missing }.
import-awaits-declaration = Becomes a draft because the association has not signed this year's declaration on child protection certificates. Publish the task once the declaration is signed.
import-open = public
import-draft = draft

# Why an imported row stays when its import is undone
import-undo-task-was-published = Has been published since the import, so that volunteers can see it.
import-undo-task-was-visited = Somebody has followed a link to it.
import-undo-poster-has-tasks = Has been given tasks.
import-undo-person-has-tasks = Is the contact of a task or has a link to share.
