# Organer: hvad de er til for, hvem der sidder i dem, og hvor tit de mødes.

body-list-title = Grupper og råd
body-list-lead = Her bliver der besluttet, aftalt og lyttet: hvem der sidder med, hvornår de mødes, og hvad de har besluttet.
body-none = Ingen grupper endnu
body-none-text = Grupper, råd og udvalg står her, når de er oprettet.
body-add = Opret en gruppe
body-edit = Ret gruppen
body-save = Gem
body-end = Nedlæg gruppen
body-end-lead = Gruppen bliver ikke slettet. Møder og beslutninger kan stadig læses.
body-end-coming = Disse møder er planlagt. Aflys dem først, hvis de ligger efter den sidste dag
body-end-button = Nedlæg
body-last-day = Sidste dag
body-ends-before-it-begins = Den sidste dag kan ikke ligge før den første
body-has-meetings = { $count ->
    [one] Der er planlagt et møde efter den dag. Aflys eller flyt det først
   *[other] Der er planlagt { $count } møder efter den dag. Aflys eller flyt dem først
}
body-also-called = Kaldes også { $names }
body-gone = Nedlagt { $day }
body-vacant = Ubesat
body-coming = Kommende møder
body-no-coming = Der er ikke planlagt noget møde.
body-past = Tidligere møder
body-about = Om gruppen
body-members = Hvem sidder her
body-members-in-words = Medlemmer
body-no-members = Der er ikke skrevet, hvem der sidder her.
body-former = Tidligere medlemmer
body-former-line = { $name }, { $role }, { $from } til { $to }
body-name = Navn
body-kind = Slags
body-aliases = Andre navne
body-aliases-hint = Det, folk ellers kalder den. Sæt komma imellem
body-purpose = Formål
body-purpose-hint = Hvad er den til for? Alle kan læse det
body-mandate = Hvad gruppen kan
body-mandate-none = Ikke sagt
body-rule = Medlemmer efter en regel
body-rule-hint = De følger med, når roller skifter hænder. Ingen skal skrive dem op
body-rule-none = Ingen regel, kun pladser
body-reports-to = Refererer til
body-reports-to-none = Ingen af de andre
body-successor = Afløst af
body-successor-none = Ingen
body-predecessor = Afløste
body-below = Har under sig
body-meetings-min = Mindst så mange møder om året
body-meetings-max = Højst så mange møder om året
body-max-below-min = Det højeste tal kan ikke være mindre end det mindste
body-standing = Faste punkter
body-standing-hint = Et på hver linje. De kommer på hver dagsorden
body-hearing = Høres
body-hearing-none = Bliver ikke hørt
body-hearing-scope = Høres om
body-hearing-scope-hint = For eksempel »initiativer, der har betydning for ældre«
body-from = Fra
body-from-hint = Den første dag, gruppen findes
body-flash-added = Gruppen er oprettet
body-flash-saved = Gruppen er gemt
body-flash-ended = Gruppen er nedlagt
seat-add = Tilføj en plads
seat-add-button = Tilføj
seat-lead = En plads hører til en stilling, en forening eller en person. Skifter stillingen hænder, følger pladsen med.
seat-position = Stilling
seat-position-hint = Den, der har stillingen, sidder der
seat-no-position = Ingen stilling
seat-association = Forening
seat-no-association = Ingen forening
seat-email = En persons e-mail
seat-email-hint = Personen skal kendes her i forvejen
seat-unknown-email = Ingen kendes med den e-mail
seat-role = Rolle
seat-note = Note
seat-note-hint = For eksempel »valgt af handicaporganisationerne«. Alle kan læse den
seat-from = Fra
seat-to = Til og med
seat-to-hint = Når pladsen er for en periode
seat-ends-before = Den sidste dag kan ikke ligge før den første
seat-one-of-three = Vælg én stilling, én forening eller én person
seat-end = Afslut pladsen
seat-end-title = Skal pladsen slutte i dag?
seat-end-button = Slut i dag
seat-since = Pladsen begyndte { $day }.
seat-end-vacant = Den står som ubesat fra i morgen, til nogen er valgt, eller I skriver, hvorfor den ikke skal besættes igen. Begge dele gør I med »Besæt pladsen« på gruppens side.
seat-end-never = Pladsen er ikke begyndt endnu. Den bliver, som om den aldrig havde været der.
seat-end-add = Skal en anden sidde der, så tilføj en ny plads.
seat-end-leads = Derefter leder { $names } gruppens møder.
seat-end-nobody-leads = Derefter leder ingen gruppens møder.
seat-end-untold = Ingen får en mail om det. Sig det selv til den, der sidder der.
seat-flash-added = Pladsen er tilføjet
seat-flash-ended = Pladsen er sluttet
cadence-between = { $min } til { $max } møder om året:
cadence-number = { $number ->
    [one] et møde om året:
   *[other] { $number } møder om året:
}
cadence-enough = { $held } holdt, { $planned } planlagt.
cadence-missing = { $all } i år. { $missing ->
    [one] Der mangler ét møde.
   *[other] Der mangler { $missing } møder.
}
cadence-too-many = { $all } i år. { $many ->
    [one] Det er ét møde for meget.
   *[other] Det er { $many } møder for mange.
}
undo-sits-in-a-body = Har en plads i en gruppe eller et råd, eller er nævnt i en brobygning
undo-has-asked = Er nævnt i en henvendelse, en gruppe eller en brobygning
body-med-level = Niveau i MED
body-med-level-hint = Kun for MED-udvalg: 1 er øverst
body-unit = Område eller sted
body-unit-none = Hele kommunen
body-years = Vælg år
body-no-past = Der er ikke holdt møder det sidste år.
body-no-past-in = Der er ikke holdt møder i { $year }.
body-no-past-known-in = Der er ingen møder fra { $year }, som alle kan læse om.
body-none-called = Der er ikke indkaldt til noget møde endnu.
work-nobody-leads = Ingen leder møderne i { $body }
work-nobody-leads-detail = Der er et møde { $day }. Giv formand eller sekretær en plads.
work-nobody-led-detail = Mødet { $day } er ikke afsluttet med et godkendt referat. Giv formand eller sekretær en plads.
body-qualifies-ideas = Tager imod idéer
body-qualifies-ideas-hint = Idéer til det frivillige arbejde lander her. Gruppen gør dem til forslag
body-ideas = Idéer
body-ideas-here = Gruppen tager imod idéer og gør dem til forslag
body-quorum = Hvornår kan gruppen beslutte?
body-quorum-hint = Er der for få til et møde, står det i referatet, og hver beslutning skal have en grund
body-quorum-none = Ingen regel
body-quorum-count = Så mange skal være der
body-quorum-count-hint = Kun når du har valgt »Når så mange er der«
body-quorum-count-missing = Skriv, hvor mange der skal være der
body-quorum-short = Kan beslutte
body-quorum-said = Når mindst { $number } er der
body-former-closed = { $line }. Besættes ikke: { $reason }
work-kind-seats = Pladser i grupper og råd
work-seat-ends = Hvem fortsætter i { $body }? ({ $role })
work-seat-vacant = Ledig plads i { $body } ({ $role })
seat-until = til og med { $day }
seat-ends-on = Pladsen slutter { $day }.
seat-vacant-since = Ubesat fra { $day }.
seat-which = { $role } i { $body }.
seat-whose = { $role } i { $body }: { $name }.
seat-meetings-left = { $left ->
    [one] Pladsen er en af dem, der leder gruppens møder. Der er planlagt 1 møde efter den dag.
   *[other] Pladsen er en af dem, der leder gruppens møder. Der er planlagt { $left } møder efter den dag.
}
seat-follow = Hvem fortsætter?
seat-follow-lead = Fortsætter den samme, så se perioden efter, og gem. Ellers vælg den, der kommer efter.
seat-same = Den samme fortsætter
seat-same-hint = Vælger du en stilling, en forening eller en person herunder, er det den i stedet
seat-follow-button = Gem
seat-follow-link = Hvem fortsætter?
seat-fill = Besæt pladsen
seat-vacant-from = fra { $day }
seat-begins-before = Den nye plads kan først begynde dagen efter { $day }
seat-close = Pladsen skal ikke besættes
seat-close-link = Pladsen skal ikke besættes igen
seat-close-reason = Hvorfor ikke?
seat-close-reason-hint = For eksempel »Rådet har nu fem pladser i stedet for seks«. Alle, der arbejder her, kan læse det
seat-close-button = Luk pladsen
seat-flash-renewed = Pladsen er fornyet
seat-flash-followed = Den nye er skrevet på pladsen
seat-flash-closed = Pladsen er lukket
seat-flash-settled = Der er allerede taget stilling til pladsen
seat-mail-subject = Din plads i { $body } slutter { $day }
seat-mail-ends = Du har en plads i { $body } ({ $role }). Din sidste dag er { $day }.
seat-mail-ask = Vil du gerne fortsætte, eller ved du, hvem der kan tage over, så sig det til { $names }.
seat-close-means = Den står ikke længere som ubesat.

# Når en, der arbejder her, holder op.
leave-promised = { $count ->
    [one] 1 opfølgning fra et møde
   *[other] { $count } opfølgninger fra møder
}
leave-promised-line = { $matter } ({ $body })
leave-promised-nobody = Ingen – de, der holder møderne, ser til det
leave-introduced = { $count ->
    [one] 1 brobygning, der skal spørges til igen
   *[other] { $count } brobygninger, der skal spørges til igen
}
leave-introduced-nobody = Ingen – de mangler en, der spørger
leave-taken = { $count ->
    [one] 1 henvendelse, som personen har taget
   *[other] { $count } henvendelser, som personen har taget
}
leave-taken-nobody = De bliver ledige igen og venter hos dem, der kan svare.
leave-seats = { $count ->
    [one] Plads under eget navn i 1 organ
   *[other] Pladser under eget navn i { $count } organer
}
leave-seats-stay = De flytter ikke med en rolle. Skal personen ikke sidde der mere, så afslut pladsen på organets side.
leave-seats-end = Pladserne bliver ledige. Vælg en anden på organets side.
leave-asked = { $count ->
    [one] Indkaldt til 1 møde uden at have svaret
   *[other] Indkaldt til { $count } møder uden at have svaret
}
leave-asked-outcome = Har personen ikke længere en plads den dag, venter mødet ikke på svar. Den, der har overtaget pladsen, bliver spurgt i stedet.
