# Det, som alle lister for dem, der arbejder her, har tilfælles, og "Gå til".

list-search = Søg i listen
list-show = Vis
list-clear = Vis alle
list-workbook = Excel
list-spreadsheet = CSV
list-none = Ingen passer
list-none-text = Prøv færre ord, eller fjern et filter.
list-pick = Vælg
list-pick-one = Vælg { $name }
list-sort = – sortér efter
list-act = Det, du kan gøre med de valgte
list-with-chosen = Med de valgte:
list-chosen = Valgte
list-subject = Emne
list-words = Tekst
list-back = Tilbage til listen
list-cancel = Fortryd
list-concerns = { $count ->
    [one] Det gælder 1
   *[other] Det gælder { $count }
}
list-left-out = { $count ->
    [one] 1 er udeladt
   *[other] { $count } er udeladt
}
list-none-can = Det kan du ikke gøre med nogen af dem, du har valgt.
list-nothing-chosen = Sæt først kryds ved dem, det gælder.
list-too-many-chosen = Vælg højst 500 ad gangen.
list-hours = { $minutes ->
    [0] { $hours } t.
   *[other] { $hours } t. { $minutes } min.
}
go-to = Gå til
go-to-short = Skriv mindst to bogstaver af en opgave, et sted, en forening, en person eller en side.
go-to-none = Intet, du kan se, hedder noget med »{ $asked }«
go-to-none-text = Prøv med færre bogstaver eller et andet ord.
go-to-found = Det her passer på »{ $asked }«.
list-views = Dine visninger
list-view-save = Gem denne visning
list-view-save-button = Gem visningen
list-view-name = Navn på visningen
list-view-name-hint = Søgning, filtre og rækkefølge bliver gemt. Kun du ser den.
list-view-address = Adresse
list-view-created = Gemt
list-view-too-many = Du har allerede { $most } visninger af denne liste. Fjern en af dem først.
list-view-saved = Visningen er gemt
list-view-removed = Visningen er fjernet
list-view-remove = Fjern visningen
list-views-move = { $count ->
     [one] 1 gemt visning
    *[other] { $count } gemte visninger
}
list-all-of-them = { $count ->
    [one] Den ene på listen
   *[other] Alle { $count } på listen
}
list-undo = Fortryd det igen
template-choose = Begynd med en skabelon
template-none = Ingen skabelon
template-use = Sæt teksten ind
template-keep = Gem som skabelon til en anden gang
template-keep-hint = Så kan alle, der arbejder her, bruge den igen. Skriv ingen navne i den.
template-tidy = Ryd op i skabelonerne
template-tidy-text = De bruges af alle, der arbejder her. Gem en tekst med samme emne for at rette den.
template-remove = Fjern
template-removed = Skabelonen er fjernet
template-thanks = Tak for din hjælp
template-thanks-text = Året er snart gået, og vi vil gerne sige tak. Den tid, du giver, betyder noget for dem, der bor og kommer hos os – og for os, der arbejder her.

    Vi glæder os til at se dig igen.
template-needed = Vi mangler en hånd
template-needed-text = Vi mangler et par hænder til …

    Det er den … kl. … og varer cirka … Har du tid, så svar på denne mail. Har du ikke, er det helt i orden.
template-coffee = Kom til en kop kaffe
template-coffee-text = Vi vil gerne høre, hvordan det går, og give en kop kaffe.

    Kom den … kl. … i … Skriv gerne, om du kommer, så vi har kage nok.
template-changed = Nyt om tid og sted
template-changed-text = Der er ændret noget, du skal vide:

    …

    Passer det dårligt, så skriv eller ring til os, så finder vi en løsning.
