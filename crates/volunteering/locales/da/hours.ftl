# Timer, den frivillige har givet: fortalt af den frivillige eller af stedet, aldrig krævet.

hours-title = Mine timer
hours-link = Timer
hours-my-page = Min side
hours-of = Timer: { $name }
hours-own-lead = Skriv dine timer ned, hvis du har lyst. Ingen beder dig om det. De kan stå på et frivilligbevis senere.
hours-of-lead = I kan notere timerne sammen, hvis I begge gerne vil. Den frivillige ser, hvad du skriver, og kan rette det.
hours-back-to-engagement = Til aftalen
hours-back = Tilbage
hours-section-lead = Hvis du vil holde styr på, hvor meget tid du giver.
hours-section-sum = { $said } i { NUMBER($year, useGrouping: "false") }
hours-section-more = Skriv timer
hours-none = Der er ikke skrevet timer endnu.
hours-no-engagement = Du har ingen aftaler endnu
hours-no-engagement-text = Når du hjælper et sted, kan du skrive dine timer her.
hours-find-tasks = Find opgaver

hours-task = Hvor har du hjulpet?
hours-choose-task = Vælg, hvor du har hjulpet
hours-day = Dag
hours-day-to-come = Dagen er ikke kommet endnu. Skriv timerne, når du har været der
hours-time = Tid
hours-time-hint = For eksempel 1½, 1:30 eller 90 min
hours-time-missing = Skriv, hvor lang tid det tog, for eksempel 1½
hours-time-unclear = Vi kan ikke læse tiden. Skriv den for eksempel som 1½, 1:30 eller 90 min
hours-add = Skriv timerne ned
hours-save = Gem
hours-cancel = Fortryd
hours-many-heading = Er det rigtigt?
hours-many = { $day } bliver det { $said } i alt. Er det rigtigt, så gem. Ellers ret tallet.
hours-yes-right = Ja, gem

hours-in-year = { $year } i alt
hours-table = Timer, { $title }
hours-who = Skrevet af
hours-correct = Ret
hours-correct-title = Ret timer
hours-remove = Fjern timerne
hours-removed-heading = Timerne er fjernet
hours-removed-text = { $said } tæller ikke med længere. Var det en fejl, så sæt dem ind igen.
hours-put-back = Sæt timerne ind igen
hours-overtaken = En anden har rettet timerne imens
hours-overtaken-text = Her ser du, hvad der står nu. Ret igen, hvis det ikke passer.
hours-told-by-you = Dig, { $day }
hours-told-by-volunteer = Den frivillige, { $day }
hours-told-by = { $name }, { $day }
hours-told-by-place = Stedet, { $day }

hours-hours = { $hours ->
    [one] 1 time
   *[other] { $hours } timer
}
hours-minutes = { $minutes } min.

hours-known-day = Dag
hours-known-task = Opgave
hours-known-minutes = Minutter
hours-known-by = Skrevet af
hours-by-you = Dig
hours-by-place = Stedet

hours-flash-added = Timerne er skrevet ned.
hours-flash-corrected = Timerne er rettet.
hours-flash-removed = Timerne er fjernet.
hours-flash-put-back = Timerne er sat ind igen.
