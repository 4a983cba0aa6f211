# Skift af ens egen e-mailadresse.

email-change-link = Skift e-mailadresse
email-change-title = Skift e-mailadresse
email-change-lead = Vi sender en mail til den nye adresse. Vi skifter, når du har trykket på linket i mailen og sagt ja.
email-change-now = Din adresse nu
email-change-new = Ny e-mailadresse
email-change-new-hint = Du logger ind med den, og vi skriver til den.
email-change-same = Det er den adresse, du har nu. Skriv en anden
email-change-send = Send mail til den nye adresse
email-change-stay = Behold den, jeg har
email-change-sent = Vi har sendt en mail til den nye adresse. Åbn den, og tryk på linket. Indtil da bruger vi den gamle adresse.
email-change-pending = Vi venter på, at du trykker på linket i mailen til { $email }. Linket virker til { $until }.
email-change-confirm-title = Er det din nye e-mailadresse?
email-change-confirm-text = { $name } skifter til { $email }.
email-change-confirm-what = Når du siger ja, logger du ind med den, og vi skriver til den. Du bliver logget ud alle andre steder.
email-change-confirm-button = Ja, skift til den adresse
email-change-confirm-not-you = Er det ikke dig, så luk siden. Så sker der ikke noget.
email-change-done = Din e-mailadresse er skiftet. Vi har skrevet til den gamle, så du ved, at det er sket.
email-change-gone-title = Linket kan ikke bruges
email-change-gone = Linket er brugt eller for gammelt. Se på Min profil, hvilken adresse du har nu, eller bed om et nyt link.
email-change-taken = Adressen hører til en anden konto her. Er begge konti dine, så ring til os, så samler vi dem.
email-change-again = Skift e-mailadresse
email-change-call = Se, hvem du kan ringe til

email-retention = Nye e-mailadresser, som ikke er bekræftet
email-retention-purpose = For at du kan skifte adresse
email-retention-kept = Et døgn

email-known = Ny e-mailadresse, som du ikke har bekræftet
email-known-address = E-mail
email-known-until = Linket virker til

email-mail-confirm-subject = Bekræft din nye e-mailadresse
email-mail-confirm-text = Du er ved at skifte e-mailadresse hos { $municipality }. Vi skifter først, når du har sagt ja.
email-mail-confirm-link = Sig ja til den nye adresse her. Linket virker i { $hours } timer:
email-mail-confirm-not-you = Har du ikke bedt om det, skal du ikke gøre noget. Så sker der ikke noget.
email-mail-confirm-why = Du får denne mail, fordi nogen har skrevet din adresse som sin nye.
email-mail-taken-subject = Du har allerede en konto med denne adresse
email-mail-taken-text = Nogen, der er logget ind hos { $municipality }, ville skifte til din e-mailadresse. Den hører til din konto, så vi har ikke ændret noget.
email-mail-taken-you = Var det dig? Så har du to konti. Ring til os, så samler vi dem til én.
email-mail-taken-not-you = Var det ikke dig, skal du ikke gøre noget.
email-mail-taken-why = Du får denne mail, fordi du har en konto hos os.
email-mail-changed-subject = Din e-mailadresse er skiftet
email-mail-changed-text = Din konto hos { $municipality } har fået en ny e-mailadresse. Fra nu af logger du ind med den, og vi skriver ikke mere til denne.
email-mail-changed-not-you = Var det ikke dig? Så ring til os med det samme, så lukker vi for den, der gjorde det. Her kan du se, hvem du kan ringe til:
email-mail-changed-why = Du får denne mail, fordi det var din adresse hos os.
