# Foreningens årlige erklæring om børneattester.

requirement-of-task-title = Krav
requirement-about-heading = Hvad er det?
requirement-never-heading = Gem aldrig en børneattest
declaration-associations = Foreninger
declaration-title = Erklæring om børneattester { $year }
declaration-about = Hvert år siger foreningen, om den har aktiviteter for børn under 15 år. Har den det, erklærer den, at den henter børneattester. Har den ikke, siger den det. En forening, der er godkendt efter folkeoplysningsloven og får tilskud eller lokaler, skal gøre det i begge tilfælde. Den, der tegner foreningen, skriver under.
declaration-never = Send aldrig en børneattest til kommunen. Kommunen skal kun have erklæringen.
declaration-gate = Opgaven venter på erklæringen
declaration-gate-text = »{ $title }« kan blive offentlig, når erklæringen er skrevet under. Det har kommunen besluttet.
declaration-gate-link = Til opgaven
declaration-signed = Erklæringen er skrevet under
declaration-signed-by = Skrevet under { $day } af { $who }.
declaration-replaced = Erstattet af en ny { $day }.
declaration-lacking = Erklæringen mangler
declaration-lacking-text = Kun foreningens egne folk kan skrive under.
declaration-overview-earlier = Tidligere erklæringer
declaration-declare-question = Har foreningen aktiviteter for børn under 15 år?
declaration-declare-children = Ja. Vi henter børneattest på alle over 15 år, der har fast og direkte kontakt med børnene, før de begynder
declaration-declare-none = Nej. Vi har ingen aktiviteter for børn under 15 år
declaration-declare-choose = Vælg ja eller nej
declaration-declare-signer = Du skriver under som { $name }, { $role }
declaration-declare-right = Jeg har ret til at tegne foreningen
declaration-declare-right-hint = Det står i vedtægterne, hvem der tegner foreningen
declaration-declare-right-missing = Sæt flueben, hvis du har ret til at tegne foreningen. Har du ikke det, så bed formanden eller kassereren skrive under
declaration-declare-signs-for = { $role }, tegner foreningen
declaration-declare-word = Det erklærer jeg på tro og love.
declaration-declare-button = Skriv under
declaration-declares-children = Henter børneattester.
declaration-declares-none = Har ingen aktiviteter for børn under 15 år.
declaration-overview-title = Erklæringer om børneattester
declaration-overview-signed = Har skrevet under
declaration-overview-lacking = Mangler
declaration-overview-children = Mangler og har opgaver med børn
declaration-gates-nothing = Ingen opgaver venter på erklæringen. Det kan ændres i indstillingerne.
declaration-gates-children = Foreningers opgaver for børn og familier venter på erklæringen.
declaration-gates-all = Alle foreningers opgaver venter på erklæringen.
declaration-why-children = har opgaver med børn
declaration-why-approved = godkendt efter folkeoplysningsloven
declaration-csv-association = Forening
declaration-csv-year = År
declaration-csv-signed = Skrevet under
declaration-csv-by = Af
declaration-csv-what = Erklæring
declaration-csv-why = Hvorfor
declaration-work-declaration = Skriv under på børneattest-erklæringen for { $year }
declaration-news-declaration = Det er tid til foreningens erklæring om børneattester for { $year }
declaration-flash-declared = Tak. Erklæringen er skrevet under.
declaration-flash-unchanged = Der er ikke skrevet under igen. Årets erklæring var skrevet under i forvejen. Se, hvad den siger
declaration-flash-declaration = Opgaven kan ikke blive offentlig, før foreningen har erklæret, at den henter børneattester.
declaration-retention = Foreningers erklæringer om børneattester
declaration-retention-purpose = At kunne vise, hvem der har erklæret
declaration-list-count = { $count ->
    [one] 1 forening
   *[other] { $count } foreninger
}
declaration-list-search = Forening
declaration-list-state = Tilstand
declaration-list-all = Alle
declaration-list-this-year = I år
declaration-list-lacking-approved = Mangler og er godkendt efter folkeoplysningsloven
declaration-list-cvr = CVR
declaration-list-none = Ingen foreninger endnu
declaration-list-none-text = Når en forening er godkendt, står den her, med sin erklæring for året.
declaration-list-associations = Se foreningerne
declaration-remind = Mind dem om erklæringen
declaration-remind-heading = { $count ->
    [one] Mind 1 forening om erklæringen
   *[other] Mind { $count } foreninger om erklæringen
}
declaration-remind-consequence = De, der kan skrive under, får besked om erklæringen for { $year }, med et link til den. Har de flere nyheder, får de dem i én mail.
declaration-reminded = { $count ->
    [one] 1 forening er mindet om erklæringen.
   *[other] { $count } foreninger er mindet om erklæringen.
}
declaration-remind-signed = har skrevet under
declaration-remind-told = har fået besked inden for de sidste 14 dage
declaration-remind-nobody = har ingen, vi kan skrive til
declaration-link = Erklæring om børneattester
declaration-correct = Ret erklæringen
declaration-correct-text = Du skriver under på en ny erklæring for året. Den gamle kan stadig læses her på siden.
declaration-doubtful = Siger nej, men har opgaver med børn
declaration-doubtful-text = Erklæringen siger, at foreningen ikke har aktiviteter for børn under 15 år. Men den har en opgave, der er for børn eller familier. Er der børn under 15 år med, så skal erklæringen rettes.
declaration-receipt-subject = Erklæringen er skrevet under: { $association }, { $year }
declaration-receipt = Det her er en kvittering. { $association } har skrevet under på erklæringen om børneattester for { $year }:
declaration-receipt-link = Læs erklæringen, og ret den, hvis den er forkert:
declaration-receipt-why = Du får denne mail, fordi du kan skrive under for { $association }.
