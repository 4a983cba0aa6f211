# Indsatser: det, der bliver gjort.

initiative-list-title = Indsatser
initiative-list-lead = Det, kommunen er i gang med, hvem der har ansvaret, og hvordan det går.
initiative-list-none = Ingen indsatser endnu
initiative-list-none-text = Når et forslag er godkendt, bliver det til en indsats. Du kan også oprette en selv.
initiative-new = Opret en indsats
initiative-edit = Ret indsatsen
initiative-title = Hvad skal der ske?
initiative-about = Beskrivelse
initiative-goal = Mål
initiative-goal-hint = Gerne noget, man kan tælle, for eksempel »Tre cykler kører inden sommer«
initiative-no-focus-area = Hører ikke til et fokusområde
initiative-owner = Ansvarlig
initiative-owner-hint = Vælg en stilling, så følger ansvaret med, når en ny får den
initiative-owner-or-person = … eller en person
initiative-owner-or-person-hint = Kun når ingen stilling passer
initiative-owner-nobody = Ingen
initiative-owner-none = Ingen ansvarlig endnu
initiative-owner-person = En medarbejder i kommunen
initiative-two-owners = Vælg enten en stilling eller en person
initiative-starts-on = Begynder
initiative-ends-on = Slutter
initiative-ends-before = Slutdagen ligger før den første dag
initiative-is-public = Alle må læse om indsatsen
initiative-is-public-hint = Den står på siden for sit fokusområde
initiative-hidden = Kun medarbejdere kan se denne side.
initiative-save = Gem indsatsen
initiative-state = Hvor langt er det?
initiative-state-not-begun = Ikke begyndt
initiative-state-under-way = I gang
initiative-state-done = Færdig
initiative-state-stopped = Stoppet
initiative-status = Hvordan går det?
initiative-status-hint = To linjer er nok. Er det stoppet, så skriv hvorfor. Alle kan læse det
initiative-tell = Gem status
initiative-statuses = Sådan er det gået
initiative-no-status = Der er ikke fortalt noget endnu.
initiative-is-old = Ingen har fortalt, hvordan det går, siden { $day }
initiative-stopped-because = Stoppet, fordi: { $reason }
initiative-told-on = { $day }: { $said }
initiative-goes-on = Fortsætter i { $year }
initiative-period = Periode
initiative-from-to = { $from } til { $to }
initiative-from = Fra { $day }
initiative-until = Til { $day }
initiative-decision = Beslutning
initiative-came-of = Begyndte som et forslag
initiative-flash-added = Indsatsen er oprettet
initiative-flash-saved = Indsatsen er gemt
initiative-flash-told = Tak. Status er gemt
initiative-known-statuses = Det, du har fortalt om indsatser
initiative-list-count = { $count ->
    [one] 1 indsats
   *[other] { $count } indsatser
}
initiative-list-search = Ord i titel, mål eller fokusområde
initiative-list-name = Indsats
initiative-list-told = Seneste nyt
initiative-list-made = Oprettet
initiative-list-show = Vis
initiative-list-mine = Dem, jeg har ansvaret for
initiative-list-old = Intet nyt i { $days } dage

# Når den, der har ansvaret, holder op.
initiatives-leave = { $count ->
    [one] Ansvar for 1 indsats
   *[other] Ansvar for { $count } indsatser
}
initiatives-leave-nobody = Ingen – de mangler en ansvarlig
