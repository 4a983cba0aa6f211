# Mails with news for those who work with the tasks, and for volunteers.

notice-mail-subject = { $count } things are waiting for you
notice-mail-greeting = Dear { $name }
notice-mail-intro = { $count ->
    [one] There is news for you:
   *[other] There are { $count } new things for you:
  }
notice-mail-all = See everything that is waiting for you:
notice-mail-closing = Kind regards
notice-mail-phone = Phone { $phone }
notice-mail-why-volunteer = You receive this mail because you volunteer with us. You decide how often we write: { $profile }
notice-mail-why = You receive this mail because you have a role with us. You decide how often we write: { $profile }
