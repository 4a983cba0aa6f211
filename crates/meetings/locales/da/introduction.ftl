# Brobygning: hvem der blev sat i forbindelse med hvem.

introduction-title = Brobygning
introduction-lead = Skriv ned, hvem du har sat i forbindelse med hinanden. Så kan du spørge igen og se, hvad der kom ud af det.
introduction-new = Notér en forbindelse
introduction-none = Ingen er sat i forbindelse endnu
introduction-none-text = Skriv den næste ned, når du har ringet til begge.
introduction-waiting = Venter på at blive til noget
introduction-over = Afsluttet
introduction-counts = I år: { $all ->
    [one] 1 forbindelse
   *[other] { $all } forbindelser
}, hvoraf { $became } er blevet til noget.
introduction-between = { $one } og { $other }
introduction-one = Hvem?
introduction-one-hint = Et sted, en forening eller en gruppe. Skriv ingen navne på borgere
introduction-other = Med hvem?
introduction-about = Hvad skal de være sammen om?
introduction-about-hint = Kort, så en kollega kan forstå det
introduction-unit = Kommunens sted
introduction-unit-none = Intet bestemt sted
introduction-association = Forening
introduction-association-none = Ingen bestemt forening
introduction-met-on = Hvornår satte du dem i forbindelse?
introduction-not-yet = Vælg i dag eller en dag, der er gået
introduction-look-again = Hvornår vil du spørge, hvad det blev til?
introduction-look-again-hint = Så står det på dit overblik den dag
introduction-asked-before = Vælg en dag efter, at de blev sat i forbindelse
introduction-outcome = Hvad blev det til?
introduction-open = Venter
introduction-became = Det blev til noget
introduction-nothing = Det blev ikke til noget
introduction-said = Hvad skete der?
introduction-what-came = Spørg, hvad det blev til
introduction-written-at = Skrevet
introductions-move = { $count ->
    [one] 1 forbindelse
   *[other] { $count } forbindelser
}
introduction-flash-kept = Gemt
work-kind-introduction = Brobygning
