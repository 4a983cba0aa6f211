## Søgninger, som man gemmer og får mail om

kept-title = Få en mail om nye opgaver
kept-lead = Vi skriver kun, når der er noget nyt. Du behøver ikke en konto, og du kan stoppe, når du vil.
kept-your-search = Din søgning
kept-everything = Alle opgaver
kept-now = { $count ->
    [0] Der er ingen lige nu.
    [one] Der er 1 lige nu.
   *[other] Der er { $count } lige nu.
}
kept-change-search = Se eller ret søgningen
kept-unknown-place = Stedet kender vi ikke
kept-unknown-place-text = Vælg et sted i kommunen, eller søg uden sted. Så kan du gemme søgningen.
kept-back-to-list = Find en opgave
kept-email = E-mail
kept-email-hint = Vi sender et link, som du bekræfter med
kept-rhythm = Hvor tit vil du have mail?
kept-weekly = Om fredagen
kept-daily = Hver dag, når der er noget nyt
kept-privacy = Vi gemmer din e-mail og din søgning i et år, eller til du stopper den. Bekræfter du ikke, sletter vi dem efter to døgn.
kept-privacy-link = Læs, hvordan vi passer på dine oplysninger
kept-send = Gem søgningen
kept-thanks-title = Kig i din mail
kept-thanks-text = Vi har sendt dig et link. Tryk på det, og bekræft, så er søgningen gemt.
kept-thanks-help = Kommer mailen ikke inden for et par minutter, så kig i mappen med uønsket post.
kept-own-title = Dine gemte søgninger
kept-own-lead = Vi skriver til { $email }, når der er noget nyt.
kept-own-none = Du har ingen gemte søgninger. Vi skriver ikke til dig.
kept-state-until = Gemt til { $day }
kept-state-unconfirmed = Mangler, at du bekræfter
kept-confirm = Ja, gem søgningen
kept-another-year = Behold den et år til
kept-save-rhythm = Gem
kept-stop = Stop denne søgning
kept-stop-all = Stop alle søgninger
kept-section-more = Ret eller stop
kept-flash-kept = Søgningen er gemt. Vi skriver, når der er noget nyt.
kept-flash-changed = Det er rettet.
kept-flash-stopped = Søgningen er stoppet og slettet.
kept-flash-stopped-all = Alle søgninger er stoppet og slettet.
kept-known-search = Søgning
kept-known-created = Gemt
kept-known-confirmed = Bekræftet
kept-known-ends = Stopper
retention-kept-searches = Gemte søgninger
retention-kept-searches-purpose = At skrive til den, der har bedt om det, når der er nye opgaver.
kept-lost-link = Virker hele linket heller ikke, er søgningen stoppet, eller den blev ikke bekræftet i tide. Så får du ingen mails om den. Vil du have dem, så find opgaver, og gem søgningen igen.
retention-kept-searches-kept = Til man stopper dem, højst { $days } dage. Uden bekræftelse { $unconfirmed } dage.

## Mails

kept-mail-greeting = Hej
kept-mail-why = Du får denne mail, fordi nogen har skrevet din e-mail på { $municipality }s side om frivillige opgaver.
kept-mail-why-kept = Du får denne mail, fordi du har gemt en søgning på { $municipality }s side om frivillige opgaver.
kept-mail-confirm-subject = Bekræft din søgning
kept-mail-confirm-text = Vil du have en mail fra { $municipality }, når der er nye opgaver for frivillige? Din søgning er: { $search }
kept-mail-confirm-link = Bekræft her. Linket virker i to døgn:
kept-mail-confirm-not-you = Har du ikke bedt om det, så gør ingenting. Så skriver vi ikke igen.
kept-mail-news-subject = { $count ->
    [one] 1 ny opgave til dig
   *[other] { $count } nye opgaver til dig
}
kept-mail-news-text = Her er det nye siden sidst.
kept-mail-news-of = Din søgning: { $search }
kept-mail-news-more = { $count ->
    [one] Se 1 mere:
   *[other] Se { $count } mere:
}
kept-mail-ends = Din søgning stopper af sig selv { $day }. Vil du beholde den, så følg linket herunder.
kept-mail-stop = Stop, eller ret, hvor tit vi skriver:
