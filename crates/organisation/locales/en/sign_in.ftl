# Signing in and out.

sign-in-heading = Sign in
sign-in-lead = For you who volunteer or work with volunteers. You can find tasks and show interest without signing in.
sign-in-email = E-mail
sign-in-password = Password
sign-in-password-hint = If you have no password, get a link instead.
sign-in-submit = Sign in
sign-in-send-link = Send me a link
sign-in-wrong = E-mail and password do not match. Try again, or get a link
sign-in-too-many = Too many passwords have been tried for this e-mail just now. Get a link instead: it works at once
sign-in-volunteer-heading = Are you new as a volunteer?
sign-in-volunteer-text = Make a CV in three minutes. Then we show you the tasks that suit you.
sign-in-volunteer-action = Become a volunteer
sign-in-not-yet-heading = Is your association not here yet?
sign-in-not-yet-text = Register the association. It takes a few minutes.
sign-in-not-yet-action = Register an association

sign-in-sent-title = Look in your inbox
sign-in-sent-text = If we know the address you wrote, we have just sent a link to it. It works for { $minutes } minutes and only once.
sign-in-sent-help = If no mail arrives, check that you wrote the address correctly, and look in your spam folder. Or call us.
sign-in-sent-back = Back to sign in

sign-in-link-title = Sign in with the link
sign-in-link-text = Press the button, and you are signed in. The link works only once.
sign-in-link-only-title = Open the link in the e-mail
sign-in-link-only-text = Press the button to see what the e-mail is about and to answer. You see the rest when you sign in. The link works only once.
sign-in-link-only-submit = Open
sign-in-link-gone-title = The link no longer works
sign-in-link-gone-text = The link has been used or is too old. You can get a new one right away.
sign-in-link-gone-action = Get a new link

sign-out-title = Sign out
sign-out-text = Do you want to sign out?
sign-out-submit = Sign out
sign-out-stay = No, stay here

sign-in-demo-heading = Try the demo as
sign-in-demo-text = The people are invented. Choose one of them and see the site as that person sees it.
sign-in-demo-submit = Sign in as { $name }
sign-in-flash-demo-gone = That person has another e-mail address or was deleted in the demo. Choose another one.

mail-greeting = Hello { $name }
mail-closing = Kind regards
mail-phone = Phone { $phone }

mail-sign-in-subject = Your link to sign in
mail-sign-in-text = You asked for a link to sign in at { $municipality }.
mail-sign-in-link = Open the link here. It works for { $minutes } minutes and only once:
mail-sign-in-not-you = If you did not ask for it, just delete this mail. Nobody has been signed in.
mail-sign-in-why = You get this mail because somebody typed your e-mail on our site.

mail-password-subject = Your password has been changed
mail-password-text = The password of your account at { $municipality } has just been changed. You are signed out everywhere else.
mail-password-not-you = If it was not you, ask for a link here and choose a new password at once:
mail-password-why = You get this mail so that nobody can change your password without your knowing.
