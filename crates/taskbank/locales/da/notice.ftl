# Mails med nyt til dem, der arbejder med opgaverne, og til frivillige.

notice-mail-subject = { $count } ting venter på dig
notice-mail-greeting = Hej { $name }
notice-mail-intro = { $count ->
    [one] Der er nyt til dig:
   *[other] Der er { $count } nye ting til dig:
  }
notice-mail-all = Se alt, hvad der venter på dig:
notice-mail-closing = Venlig hilsen
notice-mail-phone = Telefon { $phone }
notice-mail-why-volunteer = Du får denne mail, fordi du er frivillig hos os. Du bestemmer selv, hvor tit vi skriver: { $profile }
notice-mail-why = Du får denne mail, fordi du har en rolle hos os. Du bestemmer selv, hvor tit vi skriver: { $profile }
