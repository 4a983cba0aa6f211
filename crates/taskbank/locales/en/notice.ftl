# Mails with news for those who work with the tasks, and for volunteers.

notice-mail-subject = News about { $count } things
notice-mail-subject-waits = { $count } things are waiting for you
notice-mail-subject-both = { $waits ->
    [one] 1 thing is
   *[other] { $waits } things are
  } waiting for you, and { $told ->
    [one] 1 is
   *[other] { $told } are
  } news
notice-mail-greeting = Hello { $name }
notice-mail-intro-waits = { $count ->
    [one] This is waiting for you:
   *[other] These { $count } things are waiting for you:
  }
notice-mail-intro = { $count ->
    [one] This is news. You need not do anything:
   *[other] These { $count } things are news. You need not do anything:
  }
notice-mail-all = See everything that is waiting for you:
notice-mail-closing = Kind regards
notice-mail-phone = Phone { $phone }
notice-mail-why-volunteer = You receive this mail because you volunteer with us. You decide how often we write: { $profile }
notice-mail-why = You receive this mail because you have a role with us. You decide how often we write: { $profile }
