# Mit overblik: det, der venter på dig.

worklist-title = Mit overblik
worklist-lead = { $total ->
    [one] Én ting venter på dig.
   *[other] { $total } ting venter på dig.
} { $late ->
    [0] { "" }
    [one] Én er over fristen.
   *[other] { $late } er over fristen.
}
worklist-figure-late = over fristen
worklist-figure-waiting = venter på dig
worklist-days-late = { $days ->
    [one] 1 dag over fristen
   *[other] { $days } dage over fristen
}
worklist-late = Over fristen
worklist-today = Senest i dag
worklist-tomorrow = Senest i morgen
worklist-by = Senest { $day }
worklist-since-today = Modtaget i dag.
worklist-waited = { $days ->
    [one] Har ventet i 1 dag.
   *[other] Har ventet i { $days } dage.
}
worklist-open = Åbn
worklist-empty = Intet venter på dig
worklist-empty-text = Tid til en kop kaffe.
worklist-yours = Genveje
worklist-own = Dit eget
worklist-my-tasks = Mine opgaver
worklist-profile = Min profil
worklist-organisation = Organisationen
worklist-import = Import
worklist-settings = Opsætning

worklist-kind-association-approval = Foreninger, der venter på godkendelse
worklist-kind-first-step = Kom godt i gang
worklist-can-wait = { $count ->
    [one] 1 kan vente – vis den
   *[other] { $count } kan vente – vis dem
}
worklist-pending-late = { $name } venter stadig på, at kommunen godkender jer. I får svar på mail. Imens kan I rette jeres oplysninger og skrive den første opgave som kladde.
worklist-pending = { $name } venter på, at kommunen godkender jer. I får svar på mail senest { $day }. Imens kan I rette jeres oplysninger og skrive den første opgave som kladde.
worklist-stands-in = Fordi { $name } er væk til og med { $day }, er det hos dig.
worklist-away = Du er væk til og med { $day }
worklist-away-answers = Imens svarer { $names }.
worklist-away-change = Ret dit fravær
