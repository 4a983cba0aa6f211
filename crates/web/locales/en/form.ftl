# Messages at the fields of forms.

form-required = Fill in this field
form-too-long = Write at most { $max } characters. The text is { $over } too long
form-no-cpr = This looks like a CPR number. Delete it – we never store CPR numbers
form-email = Write an e-mail address like name@example.com
form-phone = Write a phone number with eight digits
form-postcode = Write a postcode with four digits
form-day = Write a date like 28-11-2026
form-day-too-far = Choose a date at most { $years } years ahead. If there is no end date, leave it for later
form-time = Write a time like 14:00
form-number = Write a number from { $min } to { $max }
form-choose = Choose one of the options
form-url = Write a web address like www.example.com

## Pages that say that something went wrong

error-back = To the front page
error-call = You can always call us
error-reference = If you contact us, mention the number
not-found-title = This page does not exist
not-found-text = It has been moved, closed or misspelt. Search to find the task or the association.
not-found-action = Find tasks
sign-in-title = Sign in to continue
sign-in-text = Sign in to see this page. You can read and answer tasks, associations and hearings without signing in.
sign-in-action = Sign in
signed-out-title = You are no longer signed in
signed-out-typed = What you wrote is not saved yet, but it is kept on this page. Sign in in a new window, come back here, and press “Send again”.
signed-out-lost = What you sent is not saved. Sign in in another window, go back in this one, and send it again.
signed-out-window = in a new window
signed-out-again = Send again
forbidden-title = You cannot do that here
forbidden-text = Your role does not give access to this page. If that is wrong, write to or call the municipality.
forbidden-action = To my overview
bad-request-title = We could not read what you sent
bad-request-text = Go back and try again. What you wrote is usually still there.
cross-site-title = The form was not sent from here
cross-site-text = Open the page again here, and send the form from there.
expired-title = The link no longer works
expired-text = The link has been used or is too old. If you have pressed it already, all is well. Sign in with your e-mail to go on. If you showed interest in a task without confirming it, send the form again: You get a new link.
ended-title = This site is closed
ended-text = The site closed on { $day }. You can still read everything, but not write anything new. Sign in to fetch or delete what we know about you.
too-large-title = What you sent is too large
too-large-text = Go back and send a smaller file, or divide it. Nothing was saved.
too-many-title = Wait a moment
too-many-text = There have been many attempts from here in a short time. Wait a minute and try again.
fault-title = Something went wrong on our side
fault-text = It is not your fault, and we have been told. Try again in a moment. What you wrote is there when you go back.
unavailable-title = We cannot reach our data just now
unavailable-text = It is not your fault. Wait a moment and try again. If you were sending something, go back: what you wrote is still there.
no-tenant-title = There is no municipality here
no-tenant-text = The address does not belong to any municipality here.
flash-signed-out = You are signed out
flash-saved = Saved
