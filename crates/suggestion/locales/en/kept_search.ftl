## Searches that somebody keeps and is mailed about

kept-title = Get an e-mail about new tasks
kept-lead = We only write when there is something new. You need no account, and you can stop whenever you like.
kept-your-search = Your search
kept-everything = All tasks
kept-now = { $count ->
    [0] There are none right now.
    [one] There is 1 right now.
   *[other] There are { $count } right now.
}
kept-change-search = See or change the search
kept-unknown-place = We do not know that place
kept-unknown-place-text = Choose a place in the municipality, or search without one. Then you can keep the search.
kept-back-to-list = Find a task
kept-email = E-mail
kept-email-hint = We send a link with which you confirm
kept-rhythm = How often would you like an e-mail?
kept-weekly = On Fridays
kept-daily = Every day when there is something new
kept-privacy = We keep your e-mail address and your search for a year, or until you stop it. If you do not confirm, we delete them after two days.
kept-privacy-link = Read how we look after your information
kept-send = Keep the search
kept-thanks-title = Look in your e-mail
kept-thanks-text = We have sent you a link. Follow it and confirm, and the search is kept.
kept-thanks-help = If the e-mail does not come within a few minutes, look in your spam folder.
kept-own-title = Your kept searches
kept-own-lead = We write to { $email } when there is something new.
kept-own-none = You have no kept searches. We do not write to you.
kept-state-until = Kept until { $day }
kept-state-unconfirmed = Waiting for you to confirm
kept-confirm = Yes, keep the search
kept-another-year = Keep it another year
kept-save-rhythm = Save
kept-stop = Stop this search
kept-stop-all = Stop all searches
kept-section-more = Change or stop
kept-flash-kept = The search is kept. We write when there is something new.
kept-flash-changed = It is changed.
kept-flash-stopped = The search is stopped and deleted.
kept-flash-stopped-all = All searches are stopped and deleted.
kept-known-search = Search
kept-known-created = Kept
kept-known-confirmed = Confirmed
kept-known-ends = Stops
retention-kept-searches = Kept searches
retention-kept-searches-purpose = To write to those who asked for it when there are new tasks.
kept-lost-link = If the whole link does not work either, the search has been stopped, or it was not confirmed in time. Then you get no e-mails about it. If you want them, find tasks and keep the search again.
retention-kept-searches-kept = Until they are stopped, at most { $days } days. Without confirmation { $unconfirmed } days.

## Mails

kept-mail-greeting = Hello
kept-mail-why = You get this e-mail because somebody wrote your e-mail address on { $municipality }'s page of voluntary tasks.
kept-mail-why-kept = You get this e-mail because you keep a search on { $municipality }'s page of voluntary tasks.
kept-mail-confirm-subject = Confirm your search
kept-mail-confirm-text = Would you like an e-mail from { $municipality } when there are new tasks for volunteers? Your search is: { $search }
kept-mail-confirm-link = Confirm here. The link works for two days:
kept-mail-confirm-not-you = If you did not ask for this, do nothing. Then we will not write again.
kept-mail-news-subject = { $count ->
    [one] 1 new task for you
   *[other] { $count } new tasks for you
}
kept-mail-news-text = Here is what is new since last time.
kept-mail-news-of = Your search: { $search }
kept-mail-news-more = { $count ->
    [one] See 1 more:
   *[other] See { $count } more:
}
kept-mail-ends = Your search stops by itself on { $day }. If you want to keep it, follow the link below.
kept-mail-stop = Stop, or change how often we write:
