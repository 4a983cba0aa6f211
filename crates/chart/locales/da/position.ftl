position-heading = Stillinger
position-vacant = Ledig
position-with-deputies = { $holders } (stedfortræder: { $deputies })
position-and-liaison = { $kind }, områdets kontakt til koordinatoren
position-column-title = Stilling
position-column-kind = Rolle
position-column-who = Hvem
position-add-link = Opret stilling
position-waive-link = Ingen kontaktperson her?

## En stilling

position-ended-on = Stillingen er nedlagt. Den sidste dag var { $day }
position-liaison-badge = Områdets kontakt til koordinatoren
position-topics = Spørg om
position-hours = Timer om ugen
position-hours-number = { $hours } timer om ugen
position-reports-to = Refererer til
position-duties = Det hører til stillingen
position-duty-optional = hvis det giver mening
position-history = Hvem har haft stillingen?
position-holder = Har stillingen
position-deputy = Stedfortræder
position-since = Siden { $day }
position-from-to = { $from } til { $to }
position-column-name = Navn
position-column-capacity = Som
position-column-period = Hvornår
position-column-do = Det kan du gøre
position-appoint-link = Tilføj en person
position-edit-link = Ret oplysninger
position-make-liaison = Gør til kontakt til koordinatoren
position-end-link = Nedlæg stillingen
position-end-appointment-link = Afslut

## At ændre stillinger

position-add-title = Opret stilling i { $unit }
position-add-lead = Opret først stillingen. Bagefter vælger du personen.
position-title = Titel
position-title-hint = Det, alle ser. For eksempel: Aktivitetsmedarbejder.
position-add-button = Opret stillingen
position-edit-title = Ret { $title }
position-edit-lead = Du kan ikke ændre titel og sted. Er det en anden stilling, så nedlæg denne, og opret en ny.
position-share = Del af opgaven
position-share-hint = Når I er flere: Hvad er denne persons del?
position-hours-hint = De timer, I selv har sat af. 0 til 37.
position-phone-hint = Udfyld kun, hvis stillingen har sit eget nummer. Ellers viser vi personens.
position-topics-hint = Så kan borgere finde stillingen ud fra et emne.
position-appoint-title = Hvem skal være { $title }?
position-now-vacant = Stillingen er ledig.
position-now-held = { $names } har stillingen nu og stopper, dagen før en ny begynder. En stedfortræder kommer til ved siden af.
position-now-team = I teamet nu: { $names }. En ny kommer til ved siden af.
position-capacity = Skal personen have stillingen eller være stedfortræder?
position-person-hint = Kender vi e-mailen, bruger vi den person. Ellers bliver personen oprettet og kan logge ind med et link.
position-name-hint = Udfyld navnet, hvis personen er ny her.
position-from = Fra og med
position-to = Til og med
position-appoint-button = Gem
position-end-title = Nedlæg { $title }
position-end-lead = Stillingen kan stadig ses i historikken. Den, der har stillingen, stopper samme dag.
position-end-appointment-title = { $name } stopper
position-end-appointment-lead = Personen kan stadig ses i stillingens historik.
position-end-consequences = Det skal en anden svare for
position-end-afterwards = Derefter svarer { $name } ({ $title }) for enheden.
position-end-nobody = Derefter er der ingen, der svarer for enheden. Udnævn en anden først.
position-end-button = Afslut
position-waiver-title = Ingen kontaktperson i { $unit }?
position-waiver-lead = En institution behøver ikke have en lokal kontaktperson, hvis det ikke giver mening. Skriv hvorfor. Så tæller stedet ikke med blandt dem, der mangler en, og nøglepersonen svarer.
position-waiver-reason = Det giver ikke mening her, fordi
position-waiver-hint = Alle kan læse begrundelsen.
position-waiver-no-longer = Gælder det ikke mere?
position-waiver-no-longer-text = Så mangler stedet igen en kontaktperson.
position-waiver-end-button = Fjern begrundelsen
position-saved = Ændringen er gemt.
position-added = Stillingen er oprettet. Hvem skal have den?
position-appointed = Personen er tilføjet.
position-ended = Stillingen er nedlagt fra den dag, du valgte.
position-liaison-set = Nøglepersonen er nu områdets kontakt til koordinatoren.
position-waived = Begrundelsen er gemt.
position-error-has-contact = Her er en kontaktperson: { $names }. Afslut stillingen først, hvis stedet ikke længere skal have en.
position-waiver-ended = Begrundelsen gælder ikke mere.
position-error-kind = Vælg en rolle, der kan være her.
position-error-unit-not-there = Enheden findes ikke den dag.
position-error-there-since = Stillingen begyndte først den { $from }.
position-error-there-between = Stillingen findes kun fra den { $from } til og med den { $to }.
position-error-other-name = E-mailen hører til { $name }. Slet navnet, hvis det er den rigtige, eller ret e-mailen.
position-error-new-person = Vi kender ikke e-mailen. Skriv navnet, så opretter vi personen.
position-mail-subject-holder = Du bliver { $title }
position-mail-subject-deputy = Du bliver stedfortræder: { $title }
position-mail-holder = Du er fra den { $day } { $title } i { $unit }.
position-mail-deputy = Du er fra den { $day } stedfortræder i { $unit } for den, der er { $title }.
position-mail-link = Det, der venter på dig, står i Mit overblik:
position-mail-why = Du får denne mail, fordi kommunen har givet dig en rolle.
position-error-order = Den sidste dag ligger før den første.
position-error-already = Personen har allerede stillingen eller er stedfortræder i den periode.
position-error-held = En anden har stillingen fra den { $day }.
position-error-own-deputy = Man kan ikke være sin egen stedfortræder.
position-error-before-it-began = Det begyndte først den { $day }.

## Dækning

coverage-title = Hvem har en kontakt?
coverage-lead = Her ser du, hvilke steder der har en kontaktperson eller en ambassadør, og hvor der mangler en.
coverage-institutions = steder
coverage-with-contact = har en kontaktperson
coverage-waived = har en begrundelse
coverage-missing = mangler
coverage-with-ambassador = har en ambassadør
coverage-key-persons = Nøgleperson
coverage-no-key-person = Mangler en nøgleperson
coverage-no-liaison = Mangler en kontakt til koordinatoren
coverage-place = Sted
coverage-contact = Kontaktperson
coverage-who = Hvem eller hvorfor ikke
coverage-ambassador = Ambassadør
coverage-has = Har
coverage-has-reason = Begrundet
coverage-lacks = Mangler
coverage-none = Ingen

## Ferie og stedfortræder

holiday-title = Ferie og stedfortræder
holiday-lead = Skriv, hvornår du er væk. Så svarer din stedfortræder i de dage, og det kan alle se på din side.
holiday-who = Hvem træder til?
holiday-no-position = Du har ingen stilling, som nogen skal træde til i.
holiday-you-are-deputy = Du er stedfortræder her.
holiday-nobody = Ingen svarer, mens du er væk.
holiday-no-deputy = Når du er væk, svarer { $names }.
holiday-choose = Vælg
holiday-when = Hvornår er du væk?
holiday-none = Du har ikke skrevet nogen dage endnu.
holiday-remove = Fjern
holiday-add = Tilføj dage
holiday-no-reason = Du skal ikke skrive hvorfor.

## Det, der venter

work-no-key-person = { $area } mangler en nøgleperson
work-no-key-person-text = Hvert område skal have mindst én.
work-no-liaison = { $area } mangler en kontakt til koordinatoren
work-no-liaison-text = Én af områdets nøglepersoner skal være kontakt til koordinatoren.
work-no-contact = { $count ->
     [one] Ét sted i { $area } mangler en kontaktperson
    *[other] { $count } steder i { $area } mangler en kontaktperson
}
work-climbed-no-key-person = Fordi området ikke har en nøgleperson, er det nu hos dig.
