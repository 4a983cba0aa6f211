# The page about how long we keep information.

retention-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
retention-notices = News for people with a role
retention-notices-purpose = To gather news into few mails
