body-heading = Organer og samarbejder
body-lead = Her bliver der besluttet, aftalt og lyttet.
body-meetings = { $number ->
     [one] Ét møde om året
    *[other] { $number } møder om året
}
body-meetings-between = { $min } til { $max } møder om året
body-heard-about = { $strength }: { $scope }
body-refers-to = Refererer til { $name }

## Sådan er vi organiseret

unit-chart-title = Sådan er vi organiseret
unit-chart-lead = Kommunen har tre niveauer: en koordinator for det hele, nøglepersoner i områderne og kontaktpersoner på stederne. Her ser du, hvem der er hvem.
unit-chart-to-contact = Find din kontakt
unit-chart-to-list = Se det som liste
unit-chart-as-list = Det samme som liste
unit-chart-empty = Der er ingen enheder her endnu
unit-chart-empty-text = Opret den første enhed.
unit-chart-empty-then = Her er ingen enheder den dag
unit-chart-empty-then-text = Prøv en anden dato.
unit-column-unit = Enhed
unit-column-level = Niveau
unit-column-area = Område
unit-column-who = Hvem
unit-column-phone = Telefon
unit-places = { $count ->
     [one] 1 sted
    *[other] { $count } steder
}
unit-role = { $role }: { $name }
unit-role-liaison = { $role }: { $name } (områdets kontakt til koordinatoren)
unit-away = { $name }, væk til og med { $day }
unit-role-away = { $role }: { $name }, væk til og med { $day }
unit-contact-waived = Ingen kontaktperson her.
unit-contact-vacant = Mangler en kontaktperson.
unit-contact-none = Ingen kontaktperson
unit-key-person-none = Ingen nøgleperson
unit-key-person-vacant = Mangler en nøgleperson.
unit-coverage-link = Hvem mangler en kontakt?
unit-add-link = Opret enhed
unit-as-it-was = Du ser organisationen, som den var den { $day }
unit-as-it-will-be = Du ser organisationen, som den er planlagt den { $day }
unit-see-today = Se, som den er i dag
unit-other-day = Se en anden dag
unit-day = Dag
unit-day-hint = Vælg en dag før eller efter i dag.
unit-show-day = Vis den dag

## En enhed

unit-whom-to-call = Hvem kan jeg ringe til?
unit-facts = Kontakt og adresse
unit-find-us = Her finder du os
unit-address = Adresse
unit-visiting = Besøg
unit-phone = Telefon
unit-email = E-mail
unit-open-tasks = Se opgaver her
unit-areas = Områder
unit-institutions = Steder i området
unit-waiver-heading = Her er ingen kontaktperson
unit-closed-on = Lukket. Den sidste dag var { $day }
unit-opens-on = Åbner den { $day }
unit-closes-on = Lukker den { $day }
unit-closes-then = Derefter:
unit-closes-then-to = Lukker den { $day }. Derefter: { $name }
unit-moves-on = Hører fra den { $day } til { $name }
unit-renamed-on = Hedder fra den { $day } { $name }
unit-planned-heading = Det er planlagt
unit-planned = { $day }: { $what }
unit-taken-over-by = Det hører nu til
unit-ask-contact = Spørg os på siden
unit-describe-link = Ret oplysninger
unit-reorganise-link = Omorganisér
unit-close-link = Luk enheden
unit-history = Historik
unit-plan-begins = Begynder som { $name }.
unit-plan-renamed = Skifter navn fra { $old } til { $new }.
unit-plan-moved = Flytter fra { $old } til { $new }.
unit-plan-kind = Bliver til: { $kind }.
unit-plan-address = Får adressen { $address }.
unit-plan-details = Oplysningerne bliver ændret.
unit-plan-closed = Lukker. Det er den sidste dag.
unit-plan-closed-for = Lukker. Det er den sidste dag. { $name } tager over.
unit-history-began = Begyndte som { $name }.
unit-history-renamed = Skiftede navn fra { $old } til { $new }.
unit-history-moved = Flyttede fra { $old } til { $new }.
unit-history-kind = Blev til: { $kind }.
unit-history-address = Fik adressen { $address }.
unit-history-details = Oplysningerne blev ændret.
unit-history-closed = Lukkede. Det var den sidste dag.
unit-history-closed-for = Lukkede. Det var den sidste dag. { $name } tog over.

## Find din kontakt

unit-contact-title = Find din kontakt
unit-card-deputy-answers = { $name } svarer.
unit-card-key-person = Nøglepersonen for området svarer.
unit-card-coordinator = Kommunens koordinator svarer.
unit-card-vacant = Her er ingen kontaktperson lige nu. { $who }
unit-card-away = Kontaktpersonen er væk til og med { $day }. { $who }
unit-card-deputy-until = Stedfortræder til og med { $day }
unit-card-nobody = Ingen bestemt person har opgaven lige nu. Ring til kommunen, så hjælper vi dig videre.
unit-card-main-number = Kommunens hovednummer
contact-lead = Skriv et sted, et område, en by eller et emne. Så finder du den, du kan ringe til.
contact-field = Sted, område, by eller emne
contact-find = Find
contact-found = { $count ->
     [0] Ingen kontakter til { $what }
     [one] 1 kontakt til { $what }
    *[other] { $count } kontakter til { $what }
}
contact-nothing = Vi fandt ikke noget. Prøv et kortere ord, eller vælg herunder. Nederst står, hvem du altid kan ringe til.
contact-too-many = Der er flere. Skriv lidt mere af navnet, så finder du den rigtige.
contact-choose-area = Vælg et område
contact-choose-topic = Vælg et emne
contact-choose-town = Vælg en by
contact-otherwise = Ved du ikke, hvem du skal spørge?
contact-always-heading = Ring til os
contact-always-text = Vi finder den rette til dig.
contact-to-associations = Find en forening

## At ændre enheder

unit-describe-title = Ret oplysninger om { $name }
unit-describe-lead = Ændringen gælder fra i dag. Det, der stod før, kan stadig ses i historikken.
unit-reorganise-title = Omorganisér { $name }
unit-reorganise-move = Hvis den flytter til et andet område
unit-reorganise-move-text = Så er det nøglepersonen i det nye område, der svarer, når stedets egen kontaktperson ikke kan, og som ser det, der venter for længe. Opgaver, aftaler og stillinger følger med. Stedets kontaktperson og nøglepersonerne i begge områder får en mail, når du gemmer.
unit-parent-with-key-persons = { $area } (nøgleperson: { $names })
unit-parent-without-key-person = { $area } (ingen nøgleperson)
unit-mail-closed-subject = { $unit } lukker
unit-mail-closed-text = { $unit } lukker. Den sidste dag er { $day }.
unit-mail-closed-successor = { $successor } tager over.
unit-mail-closed-position = Din stilling i { $unit } slutter samme dag.
unit-mail-closed-area = Du får besked, fordi { $unit } hører til dit område.
unit-mail-closed-takes-over = { $successor } tager over efter { $unit }. Flytter der opgaver og frivillige med, får du en mail, når det sker.
unit-mail-moved-subject = { $unit } flytter til { $area }
unit-mail-moved-text = { $unit } flytter fra { $old } til { $new }. Det gælder fra den { $day }.
unit-mail-moved-contact = Du er stadig kontakt for stedet. Er du væk, er det nøglepersonen i { $area }, der svarer: { $names }.
unit-mail-moved-contact-nobody = Du er stadig kontakt for stedet. { $area } har ingen nøgleperson lige nu.
unit-mail-moved-new = Fra den dag er { $unit } en del af dit område: Du svarer, når stedets kontaktperson ikke kan.
unit-mail-moved-old = Fra den dag er { $unit } ikke mere en del af dit område. Det, der venter på stedet, går over til { $area }.
unit-mail-moved-link = Stedets side:
unit-mail-closed-why = Du får denne mail, fordi du har en rolle i { $unit }, i dens område eller i den enhed, der tager over.
unit-mail-moved-why = Du får denne mail, fordi du svarer for { $unit } eller for et af de to områder.
unit-reorganise-lead = Giv enheden et nyt navn, eller flyt den til et andet område. Det er stadig den samme enhed, og historikken følger med.
unit-add-title = Opret enhed
unit-add-lead = Et nyt område eller en ny institution.
unit-close-title = Luk { $name }
unit-close-lead = Enheden forsvinder ikke, men kan kun ses i historikken. Alle stillinger i enheden bliver nedlagt samme dag.
unit-name = Navn
unit-kind = Slags
unit-parent = Hører til
unit-parent-hint = En institution hører til et område. Et område hører til kommunen.
unit-from = Gælder fra
unit-from-hint = Den første dag, ændringen gælder.
unit-opens = Begynder
unit-number = Kommunens eget nummer
unit-number-hint = Bruges, når I henter enheder ind fra en fil.
unit-postcode = Postnummer
unit-city = By
unit-city-hint = Byen følger postnummeret, hvis vi kender det.
unit-visiting-hint = For eksempel: Kom forbi alle dage kl. 10–18.
unit-about = Om stedet
unit-about-hint = Et til tre korte sætninger: Hvem er I, og hvem er stedet for?
unit-last-day = Sidste dag
unit-successor = Hvem tager over?
unit-successor-hint = Vi viser vej til den nye enhed.
unit-no-successor = Ingen
unit-save = Gem
unit-cancel = Fortryd
unit-add-button = Opret enheden
unit-close-button = Luk enheden
unit-close-consequences = Det hænger på enheden
unit-close-nothing = Ingen opgaver, aftaler eller vagter hænger på enheden.
unit-close-tasks = Hvad sker der med opgaverne og de frivillige?
unit-close-move = Den, der tager over, får dem
unit-close-move-hint = Aftaler, vagter og dem, der venter på svar, følger med. Når den sidste dag er gået, får alle en mail om, hvem de nu skal ringe til
unit-close-cancel = De slutter
unit-close-cancel-hint = Alle, der er med eller venter, får en mail med grunden i dag. Til og med den sidste dag er alt, som det er
unit-close-ending = Er der opgaver, der slutter alligevel?
unit-close-ending-hint = Kun hvis en anden tager over. Sæt kryds ved de opgaver, der ikke skal følge med.
unit-close-reason = Hvorfor lukker enheden? (hvis noget slutter)
unit-close-reason-hint = De frivillige læser det. Skriv kort og venligt, og nævn ingen ved navn.
unit-error-nobody-takes-over = Vælg, hvem der tager over, eller at opgaverne slutter
unit-reopen-link = Åbn enheden igen
unit-keep-link = Fortryd lukningen
unit-keep-title = Fortryd lukningen af { $name }
unit-keep-lead = Enheden skal lukke den { $day }. Fortryder du, lukker den ikke, og alt fortsætter som før.
unit-keep-positions = De her stillinger fortsætter
unit-keep-stays = Opgaver, der er aflyst på grund af lukningen, bliver ved med at være aflyst, for det har vi skrevet til de frivillige. Lav en kopi af opgaven for at begynde forfra.
unit-kept = Lukningen er fortrudt. Enheden er åben som før.
unit-reopen-title = Åbn { $name } igen
unit-reopen-lead = Enheden er her igen, som om den ikke var lukket.
unit-reopen-positions = De her stillinger kommer tilbage
unit-reopen-tasks = Opgaver, som { $successor } tog over, kommer tilbage, og de frivillige får besked.
unit-reopen-stays = Opgaver, der er aflyst, bliver ved med at være aflyst, for det har vi skrevet til de frivillige. Lav en kopi af opgaven for at begynde forfra.
unit-keep-in-the-way = Lukningen kan ikke fortrydes, fordi det område, enheden hører under, også lukker. Fortryd først lukningen af området.
unit-reopen-in-the-way = Enheden kan ikke åbnes igen, fordi det område, den hørte under, er lukket. Åbn området først.
unit-reopened = Enheden er åben igen.
unit-saved = Ændringen er gemt.
unit-unchanged = Der er ikke ændret noget.
unit-moved = Ændringen er gemt. De, det angår, har fået en mail.
unit-added = Enheden er oprettet.
unit-closed-quietly = Enheden lukker den dag, du valgte.
unit-closed = Enheden lukker den dag, du valgte. De, der har en stilling her, nøglepersonerne og dem, der tager over, har fået en mail.
unit-closed-ends = Enheden lukker den dag, du valgte. Det, der ligger efter den dag, er afsluttet. Alle, der er med eller venter, har fået en mail, og det har de, der har en stilling her, også.
unit-closed-moves-later = Enheden lukker den dag, du valgte. De, der har en stilling her, og dem, der tager over, har fået en mail. Når dagen er gået, flytter opgaverne, og de frivillige får en mail.
unit-closed-moved = Enheden er lukket, og opgaverne er flyttet. De frivillige, de, der havde en stilling her, og dem, der tager over, har fået en mail.
unit-error-parent = Vælg, hvad enheden hører til.
unit-error-parent-not-there = Det passer ikke: En institution hører til et område, og området skal findes i hele perioden.
unit-error-second-central = Kommunen har allerede en central enhed.
unit-error-kind = Den slags hører til på et andet niveau.
unit-error-not-there = Enheden findes ikke den { $day }.
unit-error-history = Det, der begyndte den { $day }, er historie og bliver ikke ændret. Vælg en senere dag.
unit-error-later = Der er allerede en ændring fra den { $day }. Vælg den dag eller en senere.
unit-error-below = { $name } hører stadig til her. Flyt eller luk den først.
unit-error-closes-already = Enheden lukker allerede den { $day }. Vil du vælge en anden dag, så fortryd lukningen først.
unit-error-central = Kommunens centrale enhed kan ikke lukkes.
unit-error-successor = Den enhed findes ikke dagen efter.
unit-error-number = En anden enhed har allerede det nummer.

## Det står vi for

values-title = Det står vi for
values-lead = Sådan vil { $municipality } samarbejde med frivillige, og det har vi sat os for.
values-heading = Vores værdier
values-focus-heading = Det har vi sat os for
values-danish-only = Mål og initiativer står på dansk, som de er vedtaget.
values-goals = Mål
values-initiatives = Det gør vi
values-to-contact = Vil du være med? Find din kontakt
