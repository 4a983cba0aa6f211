# Bodies: what they are for, who sits in them, and how often they meet.

body-list-title = Groups and councils
body-list-lead = Here things are decided, agreed and heard: who sits there, when they meet, and what they have decided.
body-none = No groups yet
body-none-text = Groups, councils and committees stand here when they have been made.
body-add = Make a group
body-edit = Change the group
body-save = Save
body-end = End the group
body-end-lead = The group is not deleted. Its meetings and decisions can still be read.
body-end-coming = These meetings are planned. Call them off first if they are after the last day
body-end-button = End it
body-last-day = Last day
body-ends-before-it-begins = The last day cannot be before the first
body-has-meetings = { $count ->
    [one] A meeting is planned after that day. Call it off or move it first
   *[other] { $count } meetings are planned after that day. Call them off or move them first
}
body-also-called = Also called { $names }
body-gone = Ended { $day }
body-vacant = Vacant
body-coming = Coming meetings
body-no-coming = No meeting is planned.
body-past = Earlier meetings
body-about = About the group
body-members = Who sits here
body-members-in-words = Members
body-no-members = It is not written who sits here.
body-former = Former members
body-former-line = { $name }, { $role }, { $from } to { $to }
body-name = Name
body-kind = Kind
body-aliases = Other names
body-aliases-hint = What people also call it. Put commas between
body-purpose = Purpose
body-purpose-hint = What is it for? Everybody can read it
body-mandate = What the group may do
body-mandate-none = Not said
body-rule = Members by a rule
body-rule-hint = They follow when roles change hands. Nobody has to write them down
body-rule-none = No rule, only seats
body-reports-to = Reports to
body-reports-to-none = None of the others
body-successor = Succeeded by
body-successor-none = None
body-predecessor = Succeeded
body-below = Has below it
body-meetings-min = At least so many meetings a year
body-meetings-max = At most so many meetings a year
body-max-below-min = The most cannot be less than the least
body-standing = Standing points
body-standing-hint = One on each line. They come on every agenda
body-hearing = Is heard
body-hearing-none = Is not heard
body-hearing-scope = Is heard about
body-hearing-scope-hint = For example “initiatives that matter to older people”
body-from = From
body-from-hint = The first day the group exists
body-flash-added = The group is made
body-flash-saved = The group is saved
body-flash-ended = The group is ended
seat-add = Add a seat
seat-add-button = Add
seat-lead = A seat belongs to a position, an association or a person. When the position changes hands, the seat follows.
seat-position = Position
seat-position-hint = Whoever has the position sits there
seat-no-position = No position
seat-association = Association
seat-no-association = No association
seat-email = A person's e-mail
seat-email-hint = The person must be known here already
seat-unknown-email = Nobody is known with that e-mail
seat-role = Role
seat-note = Note
seat-note-hint = For example “elected by the disability organisations”. Everybody can read it
seat-from = From
seat-to = To and including
seat-to-hint = When the seat is for a term
seat-ends-before = The last day cannot be before the first
seat-one-of-three = Choose one position, one association or one person
seat-end = End the seat
seat-end-title = Is the seat to end today?
seat-end-button = End today
seat-since = The seat began on { $day }.
seat-end-vacant = It stands as vacant from tomorrow until somebody is chosen, or you write why it is not to be filled again. You do both with “Fill the seat” on the page of the group.
seat-end-never = The seat has not begun yet. It will be as if it had never been.
seat-end-add = If somebody else is to sit there, add a new seat.
seat-end-leads = From then on { $names } leads the meetings of the group.
seat-end-nobody-leads = From then on nobody leads the meetings of the group.
seat-end-untold = Nobody gets a mail about it. Tell whoever sits there yourself.
seat-flash-added = The seat is added
seat-flash-ended = The seat is ended
cadence-between = { $min } to { $max } meetings a year:
cadence-number = { $number ->
    [one] one meeting a year:
   *[other] { $number } meetings a year:
}
cadence-enough = { $held } held, { $planned } planned.
cadence-missing = { $all } this year. { $missing ->
    [one] One is missing.
   *[other] { $missing } are missing.
}
cadence-too-many = { $all } this year. { $many ->
    [one] That is one too many.
   *[other] That is { $many } too many.
}
undo-sits-in-a-body = Has a seat in a group or council, or is named in an introduction
undo-has-asked = Is named in an enquiry, a group or an introduction
body-med-level = Level of MED
body-med-level-hint = Only for MED committees: 1 is the top
body-unit = Area or place
body-unit-none = The whole municipality
body-years = Choose a year
body-no-past = No meetings were held in the past year.
body-no-past-in = No meetings were held in { $year }.
body-no-past-known-in = There are no meetings from { $year } that everybody can read about.
body-none-called = No meeting has been called yet.
work-nobody-leads = Nobody leads the meetings of { $body }
work-nobody-leads-detail = There is a meeting on { $day }. Give a chair or a secretary a seat.
work-nobody-led-detail = The meeting on { $day } has no approved minutes. Give a chair or a secretary a seat.
body-qualifies-ideas = Takes ideas
body-qualifies-ideas-hint = Ideas for volunteering land here. The group makes proposals of them
body-ideas = Ideas
body-ideas-here = The group takes ideas and makes proposals of them
body-quorum = When can the group decide?
body-quorum-hint = If too few come to a meeting, the minutes say so, and each decision needs a reason
body-quorum-none = No rule
body-quorum-count = So many must be there
body-quorum-count-hint = Only when you have chosen “When so many are there”
body-quorum-count-missing = Write how many must be there
body-quorum-short = Can decide
body-quorum-said = When at least { $number } are there
body-former-closed = { $line }. Not filled: { $reason }
work-kind-seats = Seats in groups and councils
work-seat-ends = Who takes the seat in { $body } next? ({ $role })
work-seat-vacant = Vacant seat in { $body } ({ $role })
seat-until = until { $day }
seat-ends-on = The seat ends on { $day }.
seat-vacant-since = Vacant from { $day }.
seat-which = { $role } in { $body }.
seat-whose = { $role } in { $body }: { $name }.
seat-meetings-left = { $left ->
    [one] The seat is one of those that lead the group's meetings. 1 meeting is planned after that day.
   *[other] The seat is one of those that lead the group's meetings. { $left } meetings are planned after that day.
}
seat-follow = Who comes next?
seat-follow-lead = If the same goes on, check the term, and save. Otherwise choose who comes after.
seat-same = The same goes on
seat-same-hint = If you choose a position, an association or a person below, it is that instead
seat-follow-button = Save
seat-follow-link = Who comes next?
seat-fill = Fill the seat
seat-vacant-from = from { $day }
seat-begins-before = The new seat can begin the day after { $day } at the earliest
seat-close = The seat is not to be filled
seat-close-link = The seat is not to be filled again
seat-close-reason = Why not?
seat-close-reason-hint = For example “The council has five seats now instead of six”. Everybody who works here can read it
seat-close-button = Close the seat
seat-flash-renewed = The seat is renewed
seat-flash-followed = The new one is written on the seat
seat-flash-closed = The seat is closed
seat-flash-settled = That has been decided already
seat-mail-subject = Your seat in { $body } ends on { $day }
seat-mail-ends = You have a seat in { $body } ({ $role }). Your last day is { $day }.
seat-mail-ask = If you would like to go on, or know who can take over, tell { $names }.
seat-close-means = It no longer stands as vacant.

# When somebody who works here stops.
leave-promised = { $count ->
    [one] 1 follow-up from a meeting
   *[other] { $count } follow-ups from meetings
}
leave-promised-line = { $matter } ({ $body })
leave-promised-nobody = Nobody – those who run the meetings see to it
leave-introduced = { $count ->
    [one] 1 introduction to ask about again
   *[other] { $count } introductions to ask about again
}
leave-introduced-nobody = Nobody – somebody is still to be found
leave-taken = { $count ->
    [one] 1 enquiry that the person has taken
   *[other] { $count } enquiries that the person has taken
}
leave-taken-nobody = They are open again and wait for those who can answer.
leave-seats = { $count ->
    [one] A seat in their own name in 1 body
   *[other] Seats in their own name in { $count } bodies
}
leave-seats-stay = They do not go with a role. If the person is not to sit there any more, end the seat on the page of the body.
leave-seats-end = The seats become vacant. Choose somebody else on the page of the body.
leave-asked = { $count ->
    [one] Called to 1 meeting without having answered
   *[other] Called to { $count } meetings without having answered
}
leave-asked-outcome = If the person has no seat on that day, the meeting does not wait for an answer. Whoever has taken over the seat is asked instead.
