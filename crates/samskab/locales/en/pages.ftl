# Pages that belong to no context.

help-title = Help
help-lead = Short guides to what you want to do. If you cannot find the answer, call us.
help-for-everyone = For everybody
help-for-volunteers = For volunteers
help-for-associations = For associations
help-for-staff = For those who receive volunteers
help-for-administrators = For administrators
postbox-title = The demo's post box
postbox-lead = These are the e-mails that the program would have sent. Only in the demo can they be read.
postbox-empty = No e-mails have been sent yet.
postbox-to = To
postbox-attached = Calendar file attached:

## What went wrong (/opsaetning/fejl)

failed-title = What went wrong
failed-lead = E-mails that came back, and work the program has given up. Nothing disappears before somebody has looked at it.
failed-back = Settings
failed-mails = E-mails that came back
failed-mails-none = No e-mail has come back.
failed-mails-text = Correct the address where it is written, or call the person. Those who look after a volunteer have been told.
failed-send-again = Send again
failed-let-go = Take off the list
failed-jobs = Work that was given up
failed-jobs-none = Nothing was given up.
failed-jobs-text = It was tried ten times. Remove the cause and try again. If in doubt, show the line to those who run the site.
failed-try-again = Try again
failed-log = From the log
failed-why-unknown = There is no such address, or the mailbox does not accept mail ({ $code })
failed-why-full = The recipient's mailbox is full ({ $code })
failed-why-address = The address cannot be used for mail
failed-why-unreachable = The mail server could not be reached for a day
failed-why-other = The mail server refused the e-mail ({ $code })
failed-flash-again = We try again. If it goes wrong, it stands here again
failed-flash-let-go = Taken off the list
failed-work-title = { $count ->
    [one] One thing went wrong
   *[other] { $count } things went wrong
}
failed-work-detail = E-mails that came back, or work that was given up

# Headings on My overview
worklist-kind-failed = What went wrong

## When a municipality ends (samskab end)

ending-mail-subject = { $municipality } closes its volunteering site
ending-mail-text = { $municipality } closes the site where volunteers and tasks find each other. From today nobody can write on it.
ending-mail-data = Up to and including { $day } you can sign in and download what we know about you, or delete it yourself. After that we delete all of it.
ending-mail-why = You get this e-mail because you have an account on the site.
