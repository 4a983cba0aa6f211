# Mails med nyt til dem, der arbejder med opgaverne, og til frivillige.

notice-mail-subject = Nyt om { $count } ting
notice-mail-subject-waits = { $count } ting venter på dig
notice-mail-subject-both = { $waits } ting venter på dig, og { $told ->
    [one] 1 er ny
   *[other] { $told } er nye
  }
notice-mail-greeting = Hej { $name }
notice-mail-intro-waits = { $count ->
    [one] Det her venter på dig:
   *[other] De her { $count } ting venter på dig:
  }
notice-mail-intro = { $count ->
    [one] Det her er nyt. Du skal ikke gøre noget:
   *[other] De her { $count } ting er nye. Du skal ikke gøre noget:
  }
notice-mail-all = Se alt, hvad der venter på dig:
notice-mail-closing = Venlig hilsen
notice-mail-phone = Telefon { $phone }
notice-mail-why-volunteer = Du får denne mail, fordi du er frivillig hos os. Du bestemmer selv, hvor tit vi skriver: { $profile }
notice-mail-why = Du får denne mail, fordi du har en rolle hos os. Du bestemmer selv, hvor tit vi skriver: { $profile }
