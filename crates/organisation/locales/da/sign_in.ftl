# Log ind og log ud.

sign-in-heading = Log ind
sign-in-lead = For dig, der er frivillig eller arbejder med frivillige. Du kan finde opgaver og vise interesse uden at logge ind.
sign-in-email = E-mail
sign-in-password = Adgangskode
sign-in-password-hint = Har du ingen adgangskode, så få et link i stedet.
sign-in-submit = Log ind
sign-in-send-link = Send mig et link
sign-in-wrong = E-mail og adgangskode passer ikke sammen. Prøv igen, eller få et link
sign-in-too-many = Der er prøvet for mange adgangskoder til denne e-mail lige nu. Få et link i stedet: det virker med det samme
sign-in-volunteer-heading = Er du ny som frivillig?
sign-in-volunteer-text = Lav et CV på tre minutter. Så viser vi dig de opgaver, der passer til dig.
sign-in-volunteer-action = Bliv frivillig
sign-in-not-yet-heading = Er jeres forening ikke med endnu?
sign-in-not-yet-text = Tilmeld foreningen. Det tager få minutter.
sign-in-not-yet-action = Tilmeld en forening

sign-in-sent-title = Se i din indbakke
sign-in-sent-text = Hvis vi kender den adresse, du skrev, har vi nu sendt et link til den. Det virker i { $minutes } minutter og kun én gang.
sign-in-sent-help = Kommer der ingen mail, så se efter, om du skrev adressen rigtigt, og se i mappen med uønsket post. Eller ring til os.
sign-in-sent-back = Tilbage til log ind

sign-in-link-title = Log ind med linket
sign-in-link-text = Tryk på knappen, så er du logget ind. Linket virker kun én gang.
sign-in-link-only-title = Åbn linket fra mailen
sign-in-link-only-text = Tryk på knappen, så ser du det, mailen handler om, og kan svare. Resten ser du, når du logger ind. Linket virker kun én gang.
sign-in-link-only-submit = Åbn
sign-in-link-gone-title = Linket virker ikke længere
sign-in-link-gone-text = Linket er brugt eller for gammelt. Få et nyt på et øjeblik.
sign-in-link-gone-action = Få et nyt link

sign-out-title = Log ud
sign-out-text = Vil du logge ud?
sign-out-submit = Log ud
sign-out-stay = Nej, bliv her

sign-in-demo-heading = Prøv demoen som
sign-in-demo-text = Personerne er opdigtede. Vælg en af dem, og se siden, som den person ser den.
sign-in-demo-submit = Log ind som { $name }
sign-in-flash-demo-gone = Den person har fået en anden e-mail eller er slettet i demoen. Vælg en anden.

mail-greeting = Hej { $name }
mail-closing = Venlig hilsen
mail-phone = Telefon { $phone }

mail-sign-in-subject = Dit link til at logge ind
mail-sign-in-text = Du har bedt om et link til at logge ind hos { $municipality }.
mail-sign-in-link = Åbn linket her. Det virker i { $minutes } minutter og kun én gang:
mail-sign-in-not-you = Har du ikke bedt om det, så slet bare mailen. Ingen er logget ind.
mail-sign-in-why = Du får denne mail, fordi nogen skrev din e-mail på vores side.

mail-password-subject = Din adgangskode er ændret
mail-password-text = Adgangskoden til din konto hos { $municipality } er lige blevet ændret. Alle andre steder er du logget ud.
mail-password-not-you = Var det ikke dig, så bed om et link her, og vælg en ny adgangskode med det samme:
mail-password-why = Du får denne mail, så ingen kan ændre din adgangskode, uden at du ved det.
