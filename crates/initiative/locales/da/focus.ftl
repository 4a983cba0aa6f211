# Fokusområder: årets valg, og hvordan det går.

focus-title = Fokusområder
focus-title-of = Fokusområder { $year }
focus-lead = Det, kommunen har valgt at gøre mere ved i år sammen med frivillige, og hvordan det går. Også det, der ikke er lykkedes.
focus-lead-past = Det, kommunen havde valgt i { $year }, og hvordan det gik.
focus-none = Ingen fokusområder for { $year }
focus-none-text = Når de er besluttet, står de her.
focus-years = År
focus-year = År
focus-stopped = Det er stoppet
focus-nothing = Der er ikke sat noget i gang endnu.
focus-progress = { $total ->
    [one] 1 indsats
   *[other] { $total } indsatser
}: { $parts }
focus-done = { $count ->
    [one] 1 færdig
   *[other] { $count } færdige
}
focus-under-way = { $count } i gang
focus-not-begun = { $count } ikke begyndt
focus-has-stopped = { $count ->
    [one] 1 stoppet
   *[other] { $count } stoppede
}
focus-why-title = Hvorfor?
focus-goals-title = Mål
focus-initiatives = Indsatser
focus-recommended-by = Anbefalet af { $body }
focus-recommended-by-numbered = Anbefalet af { $body } ({ $number })
focus-decided-by = Besluttet af { $body }
focus-decided-by-numbered = Besluttet af { $body } ({ $number })
focus-same-in = { $title } i { $year }
focus-area-label = Fokusområde
focus-area-title = Fokusområdet
focus-new = Opret et fokusområde
focus-edit = Ret fokusområdet
focus-why = Hvorfor netop det?
focus-why-hint = Hvad er problemet, og hvem mærker det?
focus-goals = Mål
focus-goals-hint = Ét på hver linje. Gerne noget, man kan tælle
focus-state = Hvor langt er det?
focus-state-draft = Kladde
focus-state-draft-hint = Kun I, der skriver det, kan se det
focus-state-recommended = Anbefalet
focus-state-recommended-hint = Venter på en beslutning. Kan ikke ses af andre endnu
focus-state-decided = Besluttet
focus-state-decided-hint = Alle kan læse det
focus-recommended = Hvem har anbefalet det?
focus-recommended-missing = Vælg, hvem der har anbefalet det
focus-decided = Hvem har besluttet det?
focus-decided-missing = Vælg, hvem der har besluttet det
focus-nobody-yet = Ingen endnu
focus-number = Anbefalingens nummer
focus-number-hint = For eksempel 4/2026
focus-decided-number = Beslutningens nummer
focus-save = Gem
focus-copy = Tag det ufærdige med til { $year }
focus-copy-text = De bliver kladder, som skal besluttes igen. Indsatser, der ikke er færdige, følger med.
focus-flash-added = Fokusområdet er gemt
focus-flash-saved = Fokusområdet er gemt
focus-flash-copied = Det ufærdige er taget med
focus-flash-nothing-to-copy = Der er ikke mere at tage med
focus-propose = Mangler der noget? Foreslå det.
