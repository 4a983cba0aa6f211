# Frivilligbeviset: hvad nogen har gjort, på én side, som alle med koden kan efterprøve.

proof-title = Frivilligbevis
proof-title-pupil = Frivilligbevis, projekt frivillig
proof-mine = Mine beviser
proof-make = Lav et bevis
proof-none = Du har ikke lavet et bevis endnu.
proof-section-lead = Til en jobansøgning, en uddannelse eller bare til dig selv.
proof-of-day = Bevis af { $day }
proof-lead = Et bevis viser, hvad du har gjort som frivillig. Du vælger selv, hvad der skal stå, og hvem der skal se det.
proof-nothing-yet = Du kan lave et bevis, når du har hjulpet et sted
proof-nothing-yet-text = Så står dine aftaler her, og du vælger, hvad der skal med.

proof-tasks = Det har jeg gjort
proof-choose-tasks = Vælg mindst én ting, du har gjort
proof-too-many-tasks = Vælg højst { $most }, så det kan stå på én side. Du kan lave flere beviser
proof-from = Fra
proof-to = Til
proof-period-hint = Lad felterne stå tomme, hvis det hele skal med.
proof-from-after-to = Perioden begynder, efter at den slutter. Ret en af dagene
proof-nothing-in-period = Du har ikke hjulpet i den periode. Vælg andre dage, eller lad felterne stå tomme
proof-learned = Det har jeg lært
proof-learned-hint = Med dine egne ord. Skriv ikke om andre mennesker
proof-pupil = Bevis til projekt frivillig, { $school }
proof-pupil-hint = Du har skrevet { $reached } af { $wanted } timer. Perioden er projektets egen.
proof-pupil-not-reached = Du har skrevet { $reached }, og projektet kræver { $wanted } timer. Skriv dine timer under Mine timer, eller lav et almindeligt bevis
proof-look = Se beviset
proof-look-first = Sådan kommer det til at se ud
proof-look-first-text = Passer det, så udsted beviset. Et udstedt bevis kan ikke ændres, men du kan trække det tilbage og lave et nyt.
proof-issue = Udsted beviset
proof-correct = Ret noget
proof-issued-before = Dine beviser
proof-state-withdrawn = Trukket tilbage

proof-given-to = Givet til
proof-has-helped = som har hjulpet som frivillig
proof-since = Siden { $day }
proof-period = { $from } til { $to }
proof-confirmed = Bekræftet af stedet: { $hours }
proof-told = Fortalt af den frivillige, ikke bekræftet: { $hours }
proof-total-confirmed = Bekræftet af stederne i alt: { $hours }
proof-total-told = Fortalt af den frivillige i alt, ikke bekræftet: { $hours }
proof-learned-heading = Det har jeg lært
proof-issued-on = Udstedt { $day }
proof-check-line = Se, om beviset er ægte, med koden
proof-own-words = Frivilligt arbejde er ulønnet. Opgave, sted og periode står i aftalen mellem den frivillige og stedet.
proof-learned-own-words = Det, den frivillige har lært, er den frivilliges egne ord.
proof-qr = QR-kode, der fører til siden, hvor beviset kan efterprøves

proof-show-lead = Udskriv beviset, eller giv andre koden. Kun den, der har koden, kan se, hvad der står.
proof-share = Siden, du kan sende til andre:
proof-withdraw = Træk beviset tilbage
proof-withdraw-text = Vi sletter det, der står på beviset. Den, der prøver koden, får at vide, at beviset er trukket tilbage. Det kan ikke fortrydes.
proof-withdraw-button = Træk tilbage og slet
proof-is-withdrawn = Du har trukket beviset tilbage
proof-is-withdrawn-text = Det, der stod, er slettet. Den, der prøver koden, får kun at vide, at beviset er trukket tilbage.

proof-check-title = Er beviset ægte?
proof-check-lead = Har du fået et frivilligbevis, kan du se her, om det er ægte.
proof-code = Kode
proof-code-hint = Den står nederst på beviset, for eksempel K7QF-3MXA
proof-no-code = En kode har otte tegn, for eksempel K7QF-3MXA. Se efter på beviset
proof-check-button = Se beviset
proof-check-another = Se et andet bevis
proof-check-privacy = Du ser kun det, der står på beviset. Vi gemmer ikke, hvem der ser efter.
proof-unknown = Vi kender ikke koden
proof-unknown-text = Der er ikke udstedt et bevis med koden { $code }. Se efter, om den er skrevet rigtigt. Er den det, så tro ikke på beviset, før du har talt med den, du har fået det af.
proof-real = Beviset er ægte
proof-real-text = Det er udstedt hos { $municipality } og ser sådan ud. Vi står inde for opgave, sted, periode og de timer, som stedet har bekræftet. Resten har den frivillige selv fortalt.
proof-was-withdrawn = Beviset er trukket tilbage
proof-was-withdrawn-text = Den frivillige trak det tilbage { $day }. Det gælder ikke længere. Det kan være, fordi der er lavet et nyt.
proof-gone = Vi står ikke længere inde for beviset
proof-gone-text = Der er udstedt et bevis med koden, men det, der stod på det, er slettet hos os. Vi kan derfor ikke sige, om papiret passer. Spørg den, du har fået det af.
proof-exit = { $count ->
    [one] 1 bevis, der kan efterprøves
   *[other] { $count } beviser, der kan efterprøves
}
proof-exit-outcome = Det, der står, bliver slettet. Den, der prøver koden, får at vide, at vi ikke længere står inde for beviset.

proof-issued = Udstedt
proof-name = Navn
proof-withdrawn-on = Trukket tilbage

proof-flash-issued = Beviset er udstedt.
proof-flash-withdrawn = Beviset er trukket tilbage og slettet.
