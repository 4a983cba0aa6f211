# Timer, den frivillige har givet: fortalt af den frivillige eller af stedet, aldrig krævet.

hours-title = Mine timer
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
hours-said = { $said } { $day }
hours-understood = Vi læser det som { $said }.
hours-either = { $number } kan være både timer og minutter. Er det ikke, som vi læser det, så skriv { $number } timer eller { $number } min.
hours-same-day = Der står allerede { $already } den dag. Sammen bliver det { $together }. Skal den første tid rettes i stedet, så ret den i listen nedenfor.
hours-before-first-day = I aftalen er den første dag { $day }.
hours-long = Det bliver { $said } på én dag. Er det rigtigt, så gem. Ellers ret tallet.
hours-before-agreement = Aftalen er fra { $day }. Timer fra før den kan vi ikke skrive ned. Vælg en senere dag
hours-after-end = Aftalen sluttede { $day }. Vælg den dag eller en tidligere
hours-shift-to-come = Din vagt begynder først kl. { $time }. Skriv timerne, når den er begyndt
hours-more-than-the-day = Dagen har kun haft { $said } indtil nu. Ret tiden, eller vælg en tidligere dag
hours-more-than-a-day = Der står allerede { $said } den dag, og sammen bliver det mere end et døgn. Ret tiden, eller vælg en anden dag
hours-written = Timerne er skrevet ned
hours-written-text = { $said }, { $place }.
hours-written-mend = Passer det ikke, så ret det
hours-not-put-back = Timerne kan ikke sættes ind igen
hours-yes-right = Ja, gem

hours-in-year = { $year } i alt
hours-table = Timer, { $title }
hours-who = Skrevet af
hours-twice = Vagten den dag tæller også. Er det den samme tid, så fjern den ene.
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
hours-minutes = { $minutes } min

hours-known-day = Dag
hours-known-task = Opgave
hours-known-minutes = Minutter
hours-known-by = Skrevet af
hours-by-you = dig
hours-by-place = Stedet

hours-flash-removed = Timerne er fjernet.
hours-flash-put-back = Timerne er sat ind igen.

## Når to registreringer er den samme person
merge-hours = Timer: { $said }
merge-proofs = { $count ->
    [one] 1 bevis
   *[other] { $count } beviser
}

## Når en import fortrydes
import-undo-task-has-hours = Der er skrevet timer.
import-undo-person-has-hours = Har timer eller beviser.

## Hvad koordinatoren læser om en person
hours-about = Timer
hours-about-nothing = Har ikke skrevet timer.
