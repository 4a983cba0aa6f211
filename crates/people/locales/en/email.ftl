# Changing one's own e-mail address.

email-change-link = Change e-mail address
email-change-title = Change e-mail address
email-change-lead = We send an e-mail to the new address. We change it when you have pressed the link in the e-mail and said yes.
email-change-now = Your address now
email-change-new = New e-mail address
email-change-new-hint = You sign in with it, and we write to it.
email-change-same = This is the address you have now. Write another one
email-change-send = Send an e-mail to the new address
email-change-stay = Keep the one I have
email-change-sent = We have sent an e-mail to the new address. Open it and press the link. Until then we use the old one.
email-change-pending = We are waiting for you to press the link in the e-mail to { $email }. The link works until { $until }.
email-change-confirm-title = Is this your new e-mail address?
email-change-confirm-text = { $name } is changing to { $email }.
email-change-confirm-what = When you say yes, you sign in with it, and we write to it. You are signed out everywhere else.
email-change-confirm-button = Yes, change to that address
email-change-confirm-not-you = If it is not you, close the page. Then nothing happens.
email-change-done = Your e-mail address is changed. We have written to the old one, so that you know it has happened.
email-change-gone-title = The link cannot be used
email-change-gone = The link has been used or is too old. See on My profile which address you have now, or ask for a new link.
email-change-taken = The address belongs to another account here. If both accounts are yours, call us and we will merge them.
email-change-again = Change e-mail address
email-change-call = See whom you can call

email-retention = New e-mail addresses that are not confirmed
email-retention-purpose = So that you can change your address
email-retention-kept = One day

email-known = New e-mail address that you have not confirmed
email-known-address = E-mail
email-known-until = The link works until

email-mail-confirm-subject = Confirm your new e-mail address
email-mail-confirm-text = You are changing your e-mail address at { $municipality }. We only change it once you have said yes.
email-mail-confirm-link = Say yes to the new address here. The link works for { $hours } hours:
email-mail-confirm-not-you = If you did not ask for this, you need not do anything. Then nothing happens.
email-mail-confirm-why = You get this e-mail because somebody wrote your address as their new one.
email-mail-taken-subject = You already have an account with this address
email-mail-taken-text = Somebody who is signed in at { $municipality } wanted to change to your e-mail address. It belongs to your account, so we have not changed anything.
email-mail-taken-you = Was it you? Then you have two accounts. Call us and we will merge them into one.
email-mail-taken-not-you = If it was not you, you need not do anything.
email-mail-taken-why = You get this e-mail because you have an account with us.
email-mail-changed-subject = Your e-mail address is changed
email-mail-changed-text = Your account at { $municipality } has a new e-mail address. From now on you sign in with it, and we no longer write to this one.
email-mail-changed-not-you = Was it not you? Then call us at once, and we will shut out whoever did it. Here you can see whom to call:
email-mail-changed-why = You get this e-mail because it was your address with us.
