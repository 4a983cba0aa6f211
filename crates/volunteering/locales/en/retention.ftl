# The page about how long we keep information.

retention-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
retention-unconfirmed = Interests that nobody has confirmed
retention-unconfirmed-purpose = So that the volunteer has time to confirm
retention-ended = Interests that came to nothing, and those of a task that has ended
retention-ended-purpose = To be able to answer the volunteer
retention-notices = News for people with a role
retention-notices-purpose = To gather news into few mails
