# Retention.

retention-title = How long we keep information
retention-lead = The site itself deletes what is no longer needed. Here you see the rules, and what would be deleted now.
retention-text = Nobody has to press anything. Each rule is carried out at least once a day.
retention-privacy = What we tell citizens
retention-what = What
retention-purpose = What we use it for
retention-kept = How long
retention-due = Ready for deletion now
retention-run = Next time
retention-never = Has not run yet
retention-failed = Went wrong. We try again.
retention-last = Last deleted: { $count }, { $day }.
retention-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
retention-sessions = Who is signed in
retention-sessions-purpose = So that you need not sign in on every page
retention-sessions-kept = Until you sign out, 14 days at most
retention-links = Links in mails for signing in or confirming an association
retention-links-purpose = To show that the e-mail address is yours
retention-links-kept = Until they are used or have run out
retention-associations = Associations that nobody has confirmed, and who registered them
retention-associations-purpose = So that whoever registered the association has time to confirm
retention-imports = Files sent for import
retention-imports-purpose = To show what the import will do, and to carry it out
retention-import-traces = What is needed to undo an import
retention-import-traces-purpose = To give back the former details if the import was wrong
retention-people = People without a role
retention-people-purpose = To sign in and to be found in a role
retention-people-kept = { $months } months after the last role and the last sign-in. They get a mail after { $told } months.
retention-mail = Mails we have sent
retention-mail-purpose = To be able to say whether we wrote

mail-deletion-subject = Your account at { $municipality } will be deleted
mail-deletion-text = You have had no role and have not signed in for a year. Therefore we delete your account at { $municipality } in a month.
mail-deletion-link = If you want to keep it, sign in:
mail-deletion-otherwise = Otherwise you need not do anything.
mail-deletion-why = You get this mail because you have an account with us.
