# Siden om en person, samling af dubletter og overdragelse.

people-title = Personer
people-lead = Find en person, og se roller, aftaler, vagter og mails samlet ét sted.
people-search = Søg efter en person
people-who = Navn, e-mail eller telefon
people-find = Find
people-before = Skriv et navn, en e-mail eller mindst fire cifre af et telefonnummer.
people-found = Fundet på »{ $words }«
people-none-title = Ingen fundet
people-none-text = Prøv med en del af navnet, eller søg på e-mail eller telefon.
people-who-heading = Kontakt og konto
people-actions = Det kan du gøre
people-logged = Når du åbner siden, skriver vi det ned. Personen kan se din rolle og hvornår, men ikke dit navn.
people-email = E-mail
people-no-email = ingen e-mail
people-no-phone = intet telefonnummer
people-email-unconfirmed = { $email } (ikke bekræftet)
people-roles = Roller
people-roles-none = Har ingen roller i kommunen eller i en forening.
people-role-deputy = Stedfortræder: { $title }
people-role-now = Nu
people-role-over = Slut
people-role-to-come = Kommer
people-role-since = Fra { $from }
people-role-from-to = Fra { $from } til { $to }
people-merged = De to er nu én. Vi har skrevet til personen.
people-handed-over = Det er overdraget. Vi har skrevet til dem, der tager over.
people-closed = Det er overdraget, og kontoen er lukket og slettet.

letters-title = Mails fra os
letters-lead = De seneste { $days } dage. Du kan se, hvad de handler om, men ikke hvad der står i dem.
letters-none = Vi har ikke skrevet til personen for nylig.
letter-sent = Sendt
letter-on-its-way = På vej
letter-came-back = Kom retur

look-listed = Vist på en liste
look-opened = Siden om dig blev åbnet
look-compared = Sammenlignet med en anden
look-known = Hvem i kommunen har slået dig op
look-known-when = Hvornår
look-known-who = Hvem
look-known-what = Hvad
look-retention = Hvem der har slået personer op
look-retention-purpose = For at du kan se, hvem der har set på dine oplysninger

alike-title = Måske den samme person
alike-phone = Samme telefonnummer
alike-email = Samme e-mail, stavet anderledes
alike-compare = Sammenlign

merge-title = Saml med en anden
merge-way-text = Når en person er registreret to gange
merge-choose-lead = Hvem er den samme person? Du ser, hvad der sker, før du siger ja.
merge-choose-search = Søg efter den anden
merge-choose-who = Navn, e-mail eller telefon på den anden
merge-back = Tilbage til personen
merge-lead = Er det den samme person? Læs, hvad der flytter med. Det kan ikke fortrydes.
merge-stays = Den, der bliver
merge-gone = Den, der forsvinder
merge-keep-this = Behold denne i stedet
merge-moves = Det flytter med
merge-account = Kontoen
merge-names = Navnet er skrevet på to måder.
merge-names-outcome = Vi beholder »{ $name }«.
merge-emails = Der er to e-mailadresser.
merge-emails-outcome = Personen logger ind med { $email }. Det, vi har gemt under den anden, flytter med.
merge-phones = Der er to telefonnumre.
merge-phones-outcome = Vi beholder { $phone }.
merge-passwords = Den, der forsvinder, har en adgangskode.
merge-passwords-outcome = Adgangskoden holder op med at virke. Personen kan altid logge ind med et link i en mail.
merge-positions = { $count ->
    [one] 1 stilling
   *[other] { $count } stillinger
}
merge-contacts = { $count ->
    [one] 1 rolle i en forening
   *[other] { $count } roller i foreninger
}
merge-absences = { $count ->
    [one] 1 periode med fravær
   *[other] { $count } perioder med fravær
}
merge-held-twice = Begge har en rolle på samme tid: »{ $what }«.
merge-held-twice-outcome = Det bliver til én periode, fra den første dag til den sidste.
merge-letters = Personen får en mail om, hvad der er sket, og hvilken e-mail der gælder nu. Er der to adresser, skriver vi til begge.
merge-submit = Ja, det er den samme. Saml dem
merge-stay = Nej, det er to forskellige
merge-changed-title = Noget har ændret sig
merge-changed-text = Læs igen, hvad der flytter med. Vi har ikke gjort noget endnu.
merge-mail-subject = Du er nu kun registreret én gang
merge-mail-text = Du var registreret to gange hos { $municipality }. Nu er dine oplysninger samlet ét sted.
merge-mail-sign-in = Log ind med { $email }.
merge-mail-not-you = Er det forkert, så ring til os. Her kan du se, hvem du kan ringe til:
merge-mail-why = Du får denne mail, fordi din adresse stod på en af de to registreringer.

leave-title = Overdrag og afslut
leave-way-text = Når personen stopper eller er død
leave-lead = Her er alt det, { $name } har ansvar for eller er med i. Vælg, hvem der tager over. Det sker, når du trykker på knappen.
leave-how = Hvad er der sket?
leave-how-missing = Vælg, hvad der er sket
leave-how-roles = Stopper i sine roller
leave-how-roles-hint = Kontoen bliver, og personen kan stadig være frivillig.
leave-how-left = Stopper helt
leave-how-left-hint = Aftaler og vagter slutter. Kontoen bliver lukket og slettet.
leave-how-died = Er død
leave-how-died-hint = Vi skriver ikke til personen. Aftaler og vagter slutter, og kontoen bliver lukket og slettet.
leave-who-takes-over = Hvem tager over?
leave-who-takes-over-text = Hører noget til et sted, kan du vælge dem, der har en rolle der. Mangler der en, så udnævn vedkommende først på stillingens side.
leave-taker = Hvem tager over: { $what }
leave-goes-along = Det følger med:
leave-choose = Vælg, hvem der tager over, eller at ingen gør det: { $what }
leave-vacant = Ingen – stillingen står ledig
leave-without-deputy = Ingen – der er ingen stedfortræder
leave-nobody-for-association = Ingen – rollen slutter
leave-ends = Det slutter kun, hvis personen stopper helt eller er død
leave-letters = Hvem får besked?
leave-letters-takers = Den, der tager noget over, får én mail om det hele.
leave-letters-places = De steder, hvor personen hjælper som frivillig, får besked, hvis personen stopper helt eller er død.
leave-letters-leaver = Personen får selv en mail med tak. Er personen død, skriver vi ikke.
leave-submit = Overdrag og afslut
leave-stay = Nej, ikke nu
leave-mail-taker-subject = Du har taget noget over
leave-mail-taker-text = Du har fra i dag overtaget:
leave-mail-taker-link = Det, der venter på dig, står i Mit overblik:
leave-mail-taker-why = Du får denne mail, fordi kommunen har valgt dig til at tage over.
leave-mail-roles-subject = Du har ikke længere en rolle hos os
leave-mail-roles-text = Dine roller hos { $municipality } er slut. Du kan stadig logge ind og være frivillig.
leave-mail-closed-subject = Din konto er lukket
leave-mail-closed-text = Din konto hos { $municipality } er lukket, og det, vi vidste om dig, er slettet.
leave-mail-thanks = Tak for den tid, du har givet.
leave-mail-wrong = Er det forkert, så ring til os.
leave-mail-why = Du får denne mail, fordi du har haft en rolle eller en konto hos os. Vi sletter vores kopi af mailen efter 30 dage.

# Hvorfor en importeret række bliver stående, når importen bliver fortrudt
import-undo-person-changes-address = Er ved at skifte e-mail eller har slået andre op.

# Roller
role-list-title = Roller
role-list-lead = Hvem der har hvilken rolle, hvornår de sidst har logget ind, og hvornår de holder op. Navnet fører til personens side, hvor alt kan overdrages.
role-list-count = { $count ->
     [one] 1 rolle
    *[other] { $count } roller
}
role-list-search = Navn, titel eller sted
role-list-name = Navn
role-list-role = Rolle
role-list-all = Alle roller
role-list-place = Sted
role-list-seen = Sidst logget ind
role-list-until = Holder op
role-list-since = Siden
role-list-capacity = Som
role-list-holder = har rollen
role-list-deputy = stedfortræder
role-list-email = E-mail
role-list-phone = Telefon
role-list-show = Vis
role-list-everybody = Alle
role-list-never = Har aldrig logget ind
role-list-long-ago = Ikke logget ind i { $days } dage
role-list-ends-soon = Holder op inden for { $days } dage
role-list-none = Ingen har en rolle endnu
role-list-none-text = Udnævn nogen til en stilling på den enhed, hvor de hører til.
role-list-to-chart = Se, hvordan vi er organiseret
