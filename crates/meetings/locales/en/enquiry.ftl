# Enquiries: asking for help, and telling upwards.

enquiry-title = Enquiries
enquiry-lead = Ask for help with volunteering, or tell something that others should know.
enquiry-new = Write an enquiry
enquiry-new-lead = It goes to those who lead volunteering and to the key person of your area.
enquiry-none = No enquiries yet
enquiry-none-text = Ask when you are in doubt. That is what they are there for.
enquiry-open = Waiting
enquiry-closed = Answered
enquiry-counts = Waiting: { $open }. Answered this year: { $closed }.
enquiry-kind = What is it?
enquiry-kind-help = I would like help
enquiry-kind-help-hint = You get an answer
enquiry-kind-notice = I want to tell something
enquiry-kind-notice-hint = You can see who has read it
enquiry-is-help = Asks for help
enquiry-is-notice = For information
enquiry-unit = For which unit?
enquiry-unit-none = No unit in particular
enquiry-subject = Subject
enquiry-said = What do you want to say?
enquiry-said-hint = Write no names of citizens
enquiry-sent-at = Sent
enquiry-send = Send
enquiry-state-new = Waiting
enquiry-state-taken = Being seen to
enquiry-state-answered = Answered
enquiry-state-read = Read
enquiry-taken-by = { $who } is seeing to it.
enquiry-answered-by = Answered by { $who } { $day }
enquiry-read-by = Read by { $who } { $day }
enquiry-take = I take it
enquiry-answer = Answer
enquiry-answer-missing = Write an answer
enquiry-send-answer = Send the answer
enquiry-mark-read = I have read it
enquiries-move = { $count ->
    [one] 1 enquiry
   *[other] { $count } enquiries
}
enquiry-mail-subject = Answer: { $subject }
enquiry-mail-answered = You wrote about: { $subject }. Here is the answer.
enquiry-mail-see = See the enquiry
enquiry-mail-why = You get this mail because you sent an enquiry.
enquiry-flash-sent = Sent. You get the answer here and by mail
enquiry-flash-taken = It is yours
enquiry-flash-answered = The answer is saved and sent
enquiry-flash-was-changed = Somebody else answered meanwhile
work-kind-enquiry = Enquiries
