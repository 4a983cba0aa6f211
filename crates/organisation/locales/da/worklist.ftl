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
worklist-today = Svar i dag
worklist-tomorrow = Svar senest i morgen
worklist-by = Senest { $day }
worklist-since-today = Kom i dag.
worklist-waited = { $days ->
    [one] Har ventet i 1 dag.
   *[other] Har ventet i { $days } dage.
}
worklist-open = Åbn
worklist-empty = Intet venter på dig
worklist-empty-text = God kop kaffe.
worklist-yours = Genveje
worklist-my-tasks = Mine opgaver
worklist-profile = Min profil
worklist-organisation = Organisationen
worklist-import = Import

worklist-kind-association-approval = Foreninger, der venter på godkendelse
worklist-kind-interest = Frivillige, der venter på svar
worklist-kind-interest-invitation = Invitationer til dig
worklist-kind-interest-free-place = Ledige pladser
worklist-kind-task-approval = Opgaver, der venter på godkendelse
worklist-kind-task-current = Er opgaven stadig aktuel?
worklist-kind-task-sent-back = Opgaver, der er sendt tilbage til dig
worklist-kind-task-expiring = Opgaver, der snart udløber
worklist-kind-my-interest = Det, du har vist interesse for
worklist-kind-key-person-missing = Områder uden nøgleperson
worklist-kind-contact-missing = Steder uden kontaktperson
worklist-kind-first-step = Kom godt i gang
worklist-kind-volunteer-consent = Dit CV kan findes
worklist-kind-volunteer-cv = Dit CV
worklist-kind-engagement-yes = Aftaler, der mangler et ja
worklist-kind-engagement-talk = Snakke om, hvordan det går
worklist-kind-engagement-pause = Pauser, der er slut
worklist-kind-engagement-thanks = Tak
worklist-kind-other = Andet
