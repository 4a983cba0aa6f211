# The page about a person, merging duplicates and handing over.

people-title = People
people-lead = Find a person and see roles, agreements, shifts and e-mails in one place.
people-search = Search for a person
people-who = Name, e-mail or telephone
people-find = Find
people-before = Write a name, an e-mail address or at least four digits of a telephone number.
people-found = Found for “{ $words }”
people-none-title = Nobody found
people-none-text = Try part of the name, or search by e-mail or telephone.
people-who-heading = Contact and account
people-actions = What you can do
people-logged = When you open this page, we write it down. The person can see your role and when, but not your name.
people-email = E-mail
people-no-email = no e-mail
people-no-phone = no telephone number
people-email-unconfirmed = { $email } (not confirmed)
people-roles = Roles
people-roles-none = Has no role in the municipality or in an association.
people-role-deputy = Deputy: { $title }
people-role-now = Now
people-role-over = Over
people-role-to-come = To come
people-role-since = From { $from }
people-role-from-to = From { $from } to { $to }
people-merged = The two are one now. We have written to the person.
people-handed-over = Everything is handed over. We have written to those who take over.
people-closed = Everything is handed over, and the account is closed and deleted.

letters-title = E-mails from us
letters-lead = The last { $days } days. You can see what they are about, but not what they say.
letters-none = We have not written to this person lately.
letter-sent = Sent
letter-on-its-way = On its way
letter-came-back = Came back

look-listed = Shown in a list
look-opened = The page about you was opened
look-compared = Compared with somebody else
look-known = Who in the municipality has looked you up
look-known-when = When
look-known-who = Who
look-known-what = What
look-retention = Who has looked people up
look-retention-purpose = So that you can see who has looked at your information

alike-title = Perhaps the same person
alike-phone = Same telephone number
alike-email = Same e-mail, spelled differently
alike-compare = Compare

merge-title = Merge with another
merge-way-text = When somebody is registered twice
merge-choose-lead = Who is the same person? You see what happens before you say yes.
merge-choose-search = Search for the other one
merge-choose-who = Name, e-mail or telephone of the other one
merge-back = Back to the person
merge-lead = Is it the same person? Read what moves. It cannot be undone.
merge-stays = The one that stays
merge-gone = The one that disappears
merge-keep-this = Keep this one instead
merge-moves = What moves
merge-account = The account
merge-names = The name is written in two ways.
merge-names-outcome = We keep “{ $name }”.
merge-emails = There are two e-mail addresses.
merge-emails-outcome = The person signs in with { $email }. What we keep under the other address is moved, too.
merge-phones = There are two telephone numbers.
merge-phones-outcome = We keep { $phone }.
merge-passwords = The one that disappears has a password.
merge-passwords-outcome = That password stops working. The person can always sign in with a link by e-mail.
merge-positions = { $count ->
    [one] 1 position
   *[other] { $count } positions
}
merge-contacts = { $count ->
    [one] 1 role in an association
   *[other] { $count } roles in associations
}
merge-absences = { $count ->
    [one] 1 period of absence
   *[other] { $count } periods of absence
}
merge-held-twice = Both have a role at the same time: “{ $what }”.
merge-held-twice-outcome = It becomes one period, from the first day to the last.
merge-letters = The person gets an e-mail about what has happened and which e-mail to sign in with. If there are two addresses, we write to both.
merge-submit = Yes, it is the same person. Merge them
merge-stay = No, they are two people
merge-changed-title = Something has changed
merge-changed-text = Read again what moves. We have not done anything yet.
merge-mail-subject = You are registered only once now
merge-mail-text = You were registered twice at { $municipality }. Now your information is in one place.
merge-mail-sign-in = Sign in with { $email }.
merge-mail-not-you = If this is wrong, call us. Here you can see whom to call:
merge-mail-why = You get this e-mail because your address was on one of the two registrations.

leave-title = Hand over and close
leave-way-text = When the person stops or has died
leave-lead = Here is everything { $name } is responsible for or takes part in. Choose who takes over. It happens when you press the button.
leave-how = What has happened?
leave-how-missing = Choose what has happened
leave-how-roles = Gives up their roles
leave-how-roles-hint = The account stays, and the person can still be a volunteer.
leave-how-left = Stops altogether
leave-how-left-hint = Agreements and shifts end. The account is closed and deleted.
leave-how-died = Has died
leave-how-died-hint = We do not write to the person. Agreements and shifts end, and the account is closed and deleted.
leave-who-takes-over = Who takes over?
leave-who-takes-over-text = What belongs to a place can be taken over by those who have a role there. If somebody is missing, appoint them first on the page of the position.
leave-taker = Who takes over: { $what }
leave-goes-along = It goes along:
leave-choose = Choose who takes over, or that nobody does: { $what }
leave-vacant = Nobody – the position is vacant
leave-without-deputy = Nobody – there is no deputy
leave-nobody-for-association = Nobody – the role ends
leave-ends = This ends only if the person stops altogether or has died
leave-letters = Who is told?
leave-letters-takers = Whoever takes something over gets one e-mail about all of it.
leave-letters-places = The places where the person volunteers are told if the person stops altogether or has died.
leave-letters-leaver = The person gets an e-mail with thanks. If the person has died, we do not write.
leave-submit = Hand over and close
leave-stay = No, not now
leave-mail-taker-subject = You have taken something over
leave-mail-taker-text = From today you have taken over:
leave-mail-taker-link = What waits for you is in My overview:
leave-mail-taker-why = You get this e-mail because the municipality has chosen you to take over.
leave-mail-roles-subject = You no longer have a role with us
leave-mail-roles-text = Your roles at { $municipality } have ended. You can still sign in and volunteer.
leave-mail-closed-subject = Your account is closed
leave-mail-closed-text = Your account at { $municipality } is closed, and what we knew about you is deleted.
leave-mail-thanks = Thank you for the time you have given.
leave-mail-wrong = If this is wrong, call us.
leave-mail-why = You get this e-mail because you have had a role or an account with us. We delete our copy of it after 30 days.

# Why an imported row stays when its import is undone
import-undo-person-changes-address = Is changing e-mail address or has looked others up.

# Roles
role-list-title = Roles
role-list-lead = Who holds which role, when they last signed in, and when they stop. The name leads to the person's page, where everything can be handed over.
role-list-count = { $count ->
     [one] 1 role
    *[other] { $count } roles
}
role-list-search = Name, title or place
role-list-name = Name
role-list-role = Role
role-list-all = All roles
role-list-place = Place
role-list-seen = Last signed in
role-list-until = Stops
role-list-since = Since
role-list-capacity = As
role-list-holder = holder
role-list-deputy = deputy
role-list-email = E-mail
role-list-phone = Telephone
role-list-show = Show
role-list-everybody = Everybody
role-list-never = Has never signed in
role-list-long-ago = Not signed in for { $days } days
role-list-ends-soon = Stops within { $days } days
role-list-none = Nobody has a role yet
role-list-none-text = Appoint somebody to a position at the unit where they belong.
role-list-to-chart = See how we are organised
