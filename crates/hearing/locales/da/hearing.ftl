# Høringer: en tekst, der kan svares på indtil et minut, og hvad der kom ud af hvert svar.

hearing-list-title = Høringer
hearing-list-lead = Her kan du læse forslag, før de bliver besluttet, og sige din mening.
hearing-list-open = Svar nu
hearing-list-coming = På vej
hearing-list-closed = Svarene bliver behandlet
hearing-list-answered = Det kom der ud af
hearing-list-called-off = Aflyst
hearing-none = Ingen høringer lige nu
hearing-none-text = Når kommunen spørger om noget, står det her.
hearing-follow = Få nye høringer i en nyhedslæser (Atom)
hearing-add = Planlæg en høring
hearing-change = Ret høringen
hearing-save = Gem
hearing-cancel = Fortryd
hearing-back = Tilbage til høringen
hearing-form-lead = Høringen er en kladde, som kun I ser, indtil den bliver annonceret. Teksten kan rettes, til høringen åbner.
hearing-is-fixed = Høringen er åben, så teksten og tiden ligger fast. Fristen kan forlænges for sig.
hearing-title = Hvad hedder høringen?
hearing-title-hint = For eksempel: Forslag til frivilligpolitik 2027
hearing-why = Hvorfor spørger I?
hearing-why-hint = Hvad er foreslået, hvad vil I gerne vide, og hvad sker der med svarene?
hearing-text = Den tekst, der er i høring
hearing-text-hint = Skriv eller indsæt den. En tom linje begynder et nyt afsnit, # begynder en overskrift, og - begynder et punkt på en liste. Hvert afsnit får et nummer, som der kan svares på
hearing-text-too-long = Teksten har mere end { $count } afsnit. Del den i flere høringer.
hearing-opens-day = Åbner, dag
hearing-opens-clock = Åbner, klokken
hearing-text-was-fixed = Høringen er åbnet, så teksten og tiden ligger fast. Det, du har ændret i dem, er ikke gemt. Kopiér teksten, hvis du vil bruge den, og gem igen for at gemme resten
hearing-was-saved-meanwhile = Høringen er gemt imens af en anden eller fra et andet vindue. Det, der er gemt, står øverst. Gem igen, når det, du har skrevet, er det rigtige
hearing-closes-day = Frist, dag
hearing-closes-day-hint = Mange råd mødes én gang om måneden. Giv helst mindst 24 dage, og ikke i juli
hearing-closes-clock = Frist, klokken
hearing-closes-clock-hint = Et svar klokken 11.59.59 er i tide, når fristen er 12.00
hearing-closes-past = Fristen er allerede udløbet
hearing-closes-before-opening = Fristen skal være, efter at høringen åbner
hearing-closes-is-over = Vælg en frist, der ligger senere end nu, og efter at høringen åbner.
hearing-closes-not-later = Den nye frist skal ligge senere end den gamle, og den må ikke allerede være udløbet
hearing-publication = Hvornår bliver svar offentlige?
hearing-publication-at-once = Så snart de er bekræftet
hearing-publication-screened = Når en medarbejder har set på dem
hearing-next = Hvad sker der bagefter?
hearing-next-hint = Et trin på hver linje: Udvalget drøfter svarene 14. april
hearing-contact = Hvem kan man spørge?
hearing-contact-hint = Navn og telefonnummer
hearing-case = Sagsnummer
hearing-kle = KLE-emne
hearing-kle-hint = For eksempel 27.15.00
hearing-kle-wrong = Et KLE-emne har kun tal og punktummer: 27.15.00
hearing-phase-draft = Kladde
hearing-phase-coming = På vej
hearing-phase-open = Åben
hearing-phase-closed = Lukket
hearing-phase-answered = Afsluttet
hearing-phase-called-off = Aflyst
hearing-left-last-minute = Under et minut tilbage
hearing-left-minutes = { $minutes ->
    [one] 1 minut tilbage
   *[other] { $minutes } minutter tilbage
}
hearing-left-hours = { $hours ->
    [one] 1 time tilbage
   *[other] { $hours } timer tilbage
}
hearing-left-tomorrow = Det er i morgen
hearing-left-days = { $days } dage tilbage
hearing-closes-and-left = Svar senest { $closing }. { $left }
hearing-opens-on = Åbner { $opening }
hearing-day-is-gone = Dagen er gået
hearing-is-overdue = Høringen er ikke annonceret, og den dag, den skulle åbne, er gået. Vælg nye dage.
hearing-opens-and-closes = Åbner { $opening }. Svar senest { $closing }
hearing-coming-lead = Høringen åbner { $opening }. Så kan du læse forslaget og svare. Fristen er { $closing }.
hearing-closed-on = Lukkede { $closing }
hearing-answered-on = Afsluttet { $day }
hearing-whole = Hele forslaget
hearing-answer-before = Svar senest { $closing }.
hearing-answer-whole = Svar på høringen
hearing-answer-block = Svar på dette afsnit
hearing-about-block = om afsnit { $number }
hearing-answers-of-block = { $count ->
    [one] 1 svar
   *[other] { $count } svar
}
hearing-closed-lead = Høringen lukkede { $closing }. Alle svar bliver læst og vurderet, og her kan du bagefter se, hvad der kom ud af dem.
hearing-answered-lead = Høringen er slut, og alle svar er vurderet. Se, hvad der kom ud af dem.
hearing-see-note = Se høringsnotatet
hearing-called-off-because = Høringen er aflyst: { $reason }
hearing-keeper = For dig, der står for høringen
hearing-not-asked = { $count ->
    [one] 1 part bør høres, men er ikke valgt. Høringen kan annonceres, når du har spurgt parten eller skrevet, hvorfor du ikke gør det.
   *[other] { $count } parter bør høres, men er ikke valgt. Høringen kan annonceres, når du har spurgt dem eller skrevet, hvorfor du ikke gør det.
}
hearing-ready = Parterne er valgt, så høringen kan annonceres. Den åbner { $opening }, og så får parterne en mail.
hearing-is-short = { $days ->
    [0] Høringen varer under en dag.
    [one] Høringen varer kun 1 dag.
   *[other] Høringen varer kun { $days } dage.
} Mange råd mødes én gang om måneden, så giv helst mindst { $least } dage.
hearing-empty-headings = { $count ->
    [one] 1 overskrift har ingen tekst under sig: { $names }.
   *[other] { $count } overskrifter har ingen tekst under sig: { $names }.
}
hearing-is-holiday = Det meste af høringen ligger i ferien.
hearing-announce = Annoncér høringen
hearing-extend = Forlæng fristen
hearing-reopen = Åbn høringen igen
hearing-call-off = Aflys høringen
hearing-delete = Slet kladden
hearing-delete-lead = Ingen har set kladden, så ingen får besked.
hearing-move-reason = Hvorfor?
hearing-move-reason-hint = Det læser alle
hearing-call-off-reason = Hvorfor bliver den aflyst?
hearing-told = { $asked ->
    [0] Ingen part får en mail.
    [one] 1 part, der er inviteret, får en mail.
   *[other] { $asked } parter, der er inviteret, får en mail.
}{ $answered ->
    [0] {""}
    [one] {" "}1, der har svaret eller gemt en kladde, får en mail.
   *[other] {" "}{ $answered }, der har svaret eller gemt en kladde, får en mail.
}{ $without ->
    [0] {""}
    [one] {" "}1 part har ingen mailadresse, så giv den besked på anden måde.
   *[other] {" "}{ $without } parter har ingen mailadresse, så giv dem besked på anden måde.
}
hearing-text-title = Teksten
hearing-said = Det siger andre
hearing-counts = { $count ->
    [0] Ingen har svaret offentligt endnu.
    [one] 1 offentligt svar.
   *[other] { $count } offentlige svar.
}
hearing-about = Svar om { $name }.
hearing-all-answers = Se alle svar
hearing-answer-line = { $kind }, svar { $number }
hearing-taken-out = Ord er overstreget: { $reason }
hearing-page-of = Side { $number } af { $count }
hearing-facts = Fakta om høringen
hearing-opens = Åbner
hearing-opened = Åbnede
hearing-closes = Frist
hearing-length = Varighed
hearing-days = { $days ->
    [0] Under en dag
    [one] 1 dag
   *[other] { $days } dage
}
hearing-questions = Spørgsmål
hearing-what-next = Hvad sker der nu?
hearing-who-is-asked = { $count ->
    [one] 1 part er spurgt
   *[other] { $count } parter er spurgt
}
hearing-who-will-be-asked = { $count ->
    [one] 1 part bliver spurgt
   *[other] { $count } parter bliver spurgt
}
hearing-what-happened = Det er der sket
hearing-csv = Svar som CSV
hearing-json = Svar som JSON
hearing-parties-csv = Parter som CSV
hearing-feed-summary = Frist: { $closing }. { $why }
hearing-change-opened = Annonceret
hearing-change-extended = Fristen er forlænget
hearing-change-reopened = Åbnet igen
hearing-change-called-off = Aflyst
hearing-change-left-out = Part udeladt
hearing-change-answered = Høringsnotatet er offentliggjort

# Parter
party-title = Parter
party-lead = Alle kan svare. Her vælger du, hvem der får en mail, når høringen åbner.
party-lead-open = Alle kan svare. Her vælger du, hvem der desuden får en mail om høringen.
party-is-over = Høringen er lukket, så parterne ligger fast.
party-proposed = Bør høres
party-proposed-text = De har ret til at blive hørt, eller det plejer at være klogt. Spørg dem, eller skriv, hvorfor ikke. Høringen kan annonceres, når hver af dem er spurgt eller udeladt.
party-because-council = Et råd, som kan have en mening om det
party-because-med = MED-udvalget, når forslaget berører medarbejdernes arbejde
party-ask = Spørg
party-ask-all = Spørg dem alle
party-leave-out = Udelad nogle af dem
party-leave-out-whom = Hvem?
party-leave-out-choose = Vælg, hvem der ikke bliver spurgt
party-leave-out-reason = Hvorfor bliver de ikke spurgt?
party-leave-out-hint = Grunden gælder alle, du har sat kryds ved, og bliver gemt med høringen
party-leave-out-button = Udelad
party-left-out = Udeladt
party-asked = Bliver spurgt
party-none = Ingen endnu.
party-counts = { $answered } har svaret, { $nothing } har ingen bemærkninger, { $waiting } har ikke svaret.
party-add = Spørg flere
party-body = Gruppe eller råd
party-body-none = Ikke en gruppe eller et råd
party-association = Forening
party-association-none = Ingen forening
party-name = Navn
party-name-hint = Når de ikke står på listerne
party-name-missing = Vælg en gruppe, et råd eller en forening, eller skriv et navn
party-only-one = Vælg en gruppe eller en forening, eller skriv et navn: kun én part ad gangen
party-is-asked = { $name } er allerede blandt dem, der bliver spurgt
party-email = E-mail
party-email-hint = Er feltet tomt, skriver vi til den, der leder gruppens møder, eller til foreningens formand. Leder ingen møderne, vælger du bagefter, hvem der får mailen
party-reason = Hvorfor bliver de spurgt?
party-add-button = Tilføj
party-done = Færdig
party-remove = Fjern
party-remove-text = Så får parten ingen mail om høringen. Har den ret til at blive hørt, skal du skrive, hvorfor den ikke er spurgt.
party-remove-button = Fjern { $name }
party-recipient = Vælg, hvem der får mailen
party-body-without-address = Ingen med en mailadresse leder gruppens møder. Vælg, hvem der får mailen, eller giv besked på anden måde
party-no-remarks-from = Sagt { $day } med linket i mailen til { $email }.
party-no-remarks-on = Sagt { $day }.
party-no-remarks-of-one = { $seats ->
    [0] Ingen leder gruppens møder. Spørg, om svaret gælder hele gruppen.
    [one] Ingen leder gruppens møder, og der er 1 plads. Spørg, om svaret gælder hele gruppen.
   *[other] Ingen leder gruppens møder, og der er { $seats } pladser. Spørg, om svaret gælder dem alle.
}
party-unanswer = Det er ikke hele partens svar
party-unanswer-text = Så står parten igen til ikke at have svaret, og kan svare med sit link, så længe høringen er åben.
party-unanswer-button = Regn det ikke som partens svar
recipient-title = Hvem får mailen til { $name }?
recipient-lead = Mailen går til én adresse.
recipient-lead-body = { $name } bliver hørt som gruppe, og den, der får mailen, kan svare for hele gruppen. Vil du spørge flere af dem, så tilføj dem hver for sig under »Spørg flere«.
recipient-member = En, der sidder der
recipient-nobody = Ingen af dem
recipient-email = En anden mailadresse
recipient-email-hint = Når det ikke er en af dem på listen
recipient-only-one = Vælg en fra listen, eller skriv en mailadresse: mailen går til én
recipient-missing = Vælg, hvem der får mailen, eller skriv en mailadresse
party-invited = Inviteret { $day }: { $email }
party-to-be-invited = Får en mail, når høringen åbner: { $email }
party-invited-soon = Får en mail om lidt: { $email }
party-not-invited = Fik ingen mail, før høringen lukkede
party-basis = Ret til at blive hørt
party-without-address = Har ingen mailadresse. Giv besked på anden måde
party-invited-otherwise = Spurgt { $day }. Har ingen mailadresse, så giv besked på anden måde
party-will-get-mail = { $count ->
    [0] Ingen får en mail, når høringen åbner.
    [one] 1 part får en mail, når høringen åbner.
   *[other] { $count } parter får en mail, når høringen åbner.
}
party-will-get-none = Ingen mailadresse: { $names }. Giv besked på anden måde.
party-answer-none = Har ikke svaret
party-answer-no-remarks = Ingen bemærkninger
party-answer-response = Har svaret
invited-lead = { $name } er spurgt.
party-why = Derfor spørger vi jer: »{ $reason }«.
party-why-right = I har ret til at blive hørt.
party-why-right-because = I har ret til at blive hørt. Derfor spørger vi jer: »{ $reason }«.
party-why-rule = I har ret til at blive hørt. Reglen siger: »{ $rule }«.
party-why-council = Vi spørger jer, fordi I er et råd, som kan have en mening om forslaget.
party-why-med = Vi spørger jer, fordi forslaget kan berøre medarbejdernes arbejde.
invited-answer = Skriv et svar
invited-no-remarks = Vi har ingen bemærkninger
invited-for-all = { $seats ->
    [0] Du svarer for hele { $name }.
    [one] Du svarer for hele { $name }. Der er ikke nogen, der leder møderne.
   *[other] Du svarer for hele { $name }, alle { $seats } pladser. Der er ikke nogen, der leder møderne, så hør de andre først.
}
invited-no-remarks-all = Ingen af os har bemærkninger
invited-read = Læs forslaget
invited-has-answered = I har svaret. Tak. Linket i kvitteringen fører til svaret.

# Et svar
sender-citizen = Borger
sender-association = Forening
sender-council = Råd eller udvalg
sender-workplace = Arbejdsplads
sender-authority = Myndighed
sender-company = Virksomhed
sender-anonymous = { $kind } (svar { $number })
sender-behalf = { $behalf } ved { $name }
held-screened = En medarbejder ser på alle svar, før de bliver offentlige.
held-address = Der står en mailadresse i svaret.
held-changed = Der var overstreget ord i svaret, og det er ændret siden.
held-behalf = Svaret står i navnet på en, der er spurgt, men er ikke sendt med det link, de fik. Spørg dem, og vælg så, om det er deres svar.
held-behalf-own = Svaret står i navnet på en, der er spurgt, men er ikke sendt med det link, de fik. Vi spørger dem først.
held-files = Der er filer, som ingen har set på.
held-number = Der står noget i svaret, der ligner et telefonnummer eller et andet nummer på en person.
hearing-answer-title = Dit svar
hearing-you-answer-to = Du svarer på:
hearing-form-block = Hvad handler svaret om?
hearing-form-said = Hvad mener du?
hearing-form-said-hint = Skriv ikke andres navne, adresser eller noget om deres helbred
hearing-form-who = Hvem er du?
hearing-form-name = Dit navn
hearing-form-name-only = Skriv kun dit navn
hearing-form-email = Din e-mail
hearing-form-email-hint = Den bliver ikke offentlig. Du får et link til at bekræfte og rette svaret
hearing-form-email-hint-known = Den bliver ikke offentlig. Du får et link til at rette svaret
hearing-form-kind = Svarer du for dig selv eller for andre?
hearing-form-behalf = På vegne af
hearing-form-behalf-hint = Foreningens, rådets eller stedets navn, når du ikke svarer for dig selv
hearing-form-behalf-missing = Skriv, hvem du svarer på vegne af
hearing-form-public = Svaret bliver offentligt
hearing-form-public-text = Alle kan læse svaret og dit navn. Din e-mail kan ingen se.
hearing-form-public-at-once = Svaret bliver offentligt, så snart du har bekræftet det. Står der en mailadresse eller et telefonnummer i det, ser en medarbejder på det først.
hearing-form-public-received = Svaret bliver offentligt, så snart det er modtaget. Står der en mailadresse eller et telefonnummer i det, ser en medarbejder på det først.
hearing-form-public-screened = Svaret bliver offentligt, når en medarbejder har set på det.
hearing-form-nameless = Vis ikke mit navn
hearing-form-nameless-hint = Vælg det, hvis du har navne- og adressebeskyttelse. Kommunen undersøger det ikke
hearing-form-closed = Svaret er følsomt og må ikke blive offentligt
hearing-form-closed-hint = Så læser kun medarbejderne det, og det kommer ikke med i høringsnotatet
hearing-form-next = Du får en mail med et link. Følg det for at bekræfte svaret. Du kan rette det indtil fristen.
hearing-form-next-known = Svaret er modtaget, så snart du sender det, og du får en kvittering på mail. Skriver du en anden mailadresse end den, vi kender, skal du først bekræfte svaret med et link i en mail. Du kan rette svaret indtil fristen.
hearing-form-send = Send svaret
hearing-form-draft = Gem som kladde
hearing-form-keep = Gem det, jeg har skrevet
hearing-form-too-many = Der er sendt mange svar med den mailadresse den sidste time. Ret dit svar med linket i mailen, eller prøv igen om lidt
hearing-form-too-late = Fristen var { $closing }, så ændringen er ikke gemt. Det svar, du havde afgivet, gælder. Kopiér teksten, hvis du vil bruge den
hearing-form-other-window = Svaret er gemt fra et andet vindue imens. Begge tekster står her: gem igen, når den nederste er den rigtige
hearing-too-late = Fristen udløb { $closing }
hearing-too-late-text = Svar, der kommer nu, tæller ikke med. Du kan gemme det, du har skrevet, så det er klar, hvis høringen bliver åbnet igen.
hearing-not-open = Høringen tager ikke imod svar.
hearing-thanks = Svaret er sendt
hearing-thanks-text = Det er kommet i tide. Nu mangler du ét: åbn mailen fra os, og bekræft svaret med linket. Det må gerne være efter fristen, bare det er inden en uge.
hearing-thanks-no-mail = Er der ingen mail? Se i uønsket post.
hearing-thanks-draft = Kladden er gemt
hearing-thanks-draft-text = Svaret er ikke afgivet endnu. Du har fået en mail med et link til kladden. Send den senest { $closing }.
hearing-thanks-draft-more = Er der ingen mail? Se i uønsket post.
hearing-thanks-late = Svaret er gemt, men ikke afgivet
hearing-thanks-late-text = Fristen udløb { $closing }, så svaret tæller ikke med. Du har fået en mail med et link til det, du skrev, så intet er tabt.
hearing-thanks-late-more = Bliver høringen åbnet igen, får du besked og kan sende det.
hearing-thanks-received = Tak for dit svar
hearing-thanks-received-text = Svaret er modtaget, og du har fået en kvittering på mail. Du kan rette det indtil { $closing }.
hearing-thanks-looked-at = En medarbejder ser på svaret, før det bliver offentligt. Det tæller med fra nu af.
own-response-title = Dit svar
own-response-said = Det skrev du
own-response-send = Send svaret
own-response-confirm-button = Bekræft svaret
own-response-number = Svar { $number }, sendt { $at }.
own-response-draft = Det er en kladde. Den tæller først med, når du sender den, og det skal være senest { $closing }.
own-response-draft-late = Det er en kladde, som ikke er afgivet. Fristen udløb { $closing }.
own-response-confirm = Svaret kom i tide. Bekræft, at det er dig, så tæller det med.
own-response-never-confirmed = Svaret kom i tide, men blev ikke bekræftet inden en uge efter fristen. Det tæller ikke med.
hearing-lost-link = Vi kan ikke se, om dit høringssvar er bekræftet. Virker hele linket heller ikke, er svaret slettet, fordi det blev trukket tilbage eller ikke blev bekræftet i tide. Under Høringer kan du se, om du stadig kan svare, og hvem du kan ringe til.
hearing-lost-invitation = Virker hele linket heller ikke, er I ikke længere blandt dem, der er bedt om at svare. Under Høringer kan I se, om I stadig kan svare, og hvem I kan ringe til.
own-response-can-change = Du kan rette svaret indtil { $closing }.
own-response-closed = Svaret er følsomt. Kun medarbejderne læser det, og det bliver ikke offentligt.
own-response-hidden = Svaret er ikke offentligt: { $reason }
own-response-shown-as = Offentligt står det som: { $name }.
own-response-held = En medarbejder ser på det, før det bliver offentligt. { $why }
own-response-shown = Sådan står det offentligt, fordi ord er overstreget: { $reason }
own-response-change = Ret
own-response-add = Svar på et afsnit mere
own-response-remove-part = Slet dette afsnit af svaret
own-response-other = Det er gemt nu
own-response-withdraw = Træk svaret tilbage
own-response-withdraw-text = Så tæller svaret ikke med længere, og det bliver taget væk fra det offentlige. Det kan ikke fortrydes, men du kan sende et nyt svar, så længe høringen er åben.
own-response-keep = Behold svaret
own-response-files = Bilag
own-response-files-text = Op til tre filer. De bliver først offentlige, når en medarbejder har set dem.
own-response-add-file = Vedhæft filen
own-response-remove-file = Fjern
own-response-outcome = Det kom der ud af dit svar
response-state-draft = Kladde
response-state-sent = Venter på bekræftelse
response-state-withdrawn = Trukket tilbage
response-state-closed = Modtaget, ikke offentligt
response-state-published = Modtaget og offentligt
response-state-hidden = Modtaget, ikke offentligt
response-state-held = Modtaget, bliver set på
hearing-file = Fil
hearing-file-hint = PDF, Word, Excel, billede eller tekst, højst 10 MB
hearing-file-choose = Vælg en fil
hearing-file-too-many = Der kan være { $count } filer på et svar. Fjern en først
hearing-file-said = { $name } ({ $kilobytes } kB)

# Indkomne svar
screen-title = Indkomne svar
screen-none = Ingen svar endnu
screen-none-text = De kommer her, når afsenderen har bekræftet dem.
screen-waiting = Skal ses, før de bliver offentlige
screen-others = Alle andre
screen-unconfirmed = { $count ->
    [one] 1 svar er kommet i tide og venter på, at afsenderen bekræfter det.
   *[other] { $count } svar er kommet i tide og venter på, at afsenderen bekræfter dem.
}
screen-line = { $number }. { $name }
screen-response = Svar { $number }
screen-from = Fra
screen-kind = Slags
screen-email = E-mail
screen-public-name = Offentligt navn
screen-at = Sendt
screen-as-party = Svar fra parten
screen-party-title = Hvem af dem, der er spurgt, er svaret fra?
screen-party-text = Er det svaret fra en, der er spurgt, så vælg dem. Så står de i høringsnotatet som en, der har svaret.
screen-party = Svaret er fra
screen-party-none = Ingen af dem, der er spurgt
screen-party-button = Gem, hvem svaret er fra
screen-shown = Sådan står det offentligt
screen-publish = Offentliggør svaret
screen-redact = Overstreg ord
screen-redact-part = Hvor?
screen-redact-choose = Vælg, hvor ordene står
screen-redact-words = Hvilke ord?
screen-redact-words-hint = Præcis som de står. Flere steder: ét på hver linje
screen-redact-not-there = Ordene står ikke i teksten. Kopiér dem derfra
screen-redact-reason = Hvorfor?
screen-redact-reason-hint = Det kan alle læse. For eksempel: oplysninger om en anden person
screen-redact-button = Overstreg
screen-hide = Lad være med at offentliggøre
screen-hide-reason = Hvorfor?
screen-hide-hint = Det læser afsenderen
screen-hide-button = Skjul svaret
screen-back = Tilbage til de indkomne svar

# Bemærkninger
remark-title = Bemærkninger
remark-one = Bemærkning
remark-lead = Alt, hvad svarene siger, og hvad I svarer. Siger flere det samme, svarer I kun én gang, og hver afsender får svaret.
remark-not-yet = Høringen er åben, så svarene kan stadig ændres. De kan vurderes, når den lukker.
remark-counts = { $done } er vurderet, { $open } mangler. { $total ->
    [one] I alt 1 bemærkning.
   *[other] I alt { $total } bemærkninger.
}
remark-none = Ingen bemærkninger her.
remark-all = Alle
remark-open = Mangler
remark-mine = Mine
remark-all-assessed = Alle bemærkninger er vurderet
remark-finish = Offentliggør høringsnotatet
remark-finish-text = Så kan alle læse det, og hver afsender får én mail om sine egne bemærkninger.
finish-not-yet = Før høringsnotatet kan offentliggøres, mangler:
finish-remarks = { $count ->
    [one] 1 bemærkning skal vurderes
   *[other] { $count } bemærkninger skal vurderes
}
finish-look-at = { $response } skal ses
finish-more = { $count ->
    [one] 1 svar mere
   *[other] { $count } svar mere
}
remark-so-many = { $count } siger det samme
remark-due-on = senest { $day }
remark-chosen = Bemærkninger
remark-choose = Sæt kryds ved de bemærkninger, det gælder
remark-choose-this = Vælg:
remark-share-out = Fordel dem, du har sat kryds ved
remark-share-out-button = Fordel
remark-assignee = Hvem vurderer dem?
remark-nobody = Som nu
remark-due = Senest
remark-theme = Tema
remark-theme-hint = Høringsnotatet er delt op efter temaer
remark-themes-in-use = Temaer i brug:
remark-verdict = Hvad kommer der ud af det?
remark-because = Fordi
remark-because-hint = Skal udfyldes, når bemærkningen ikke er taget helt med. Skriv, hvad der bliver ændret, eller hvorfor ikke. Det læser afsenderen og alle andre i høringsnotatet
remark-because-missing = Skriv, hvorfor det ikke er taget helt med
remark-from = Fra:
remark-more-senders = { $count ->
    [one] og 1 mere
   *[other] og { $count } andre
}
remark-answered-once = { $count } siger det samme. Dit svar gælder dem alle.
remark-paragraph = Det, der står i forslaget
remark-cut-title = Del i flere bemærkninger
remark-cut = Del teksten
remark-cut-hint = Sæt en tom linje, hvor en ny bemærkning begynder. Ordene bliver, som de er
remark-cut-nothing = Sæt en tom linje mindst ét sted, og lad ordene være, som de er
remark-cut-button = Del
verdict-none = Mangler
verdict-used = Taget med
verdict-partly = Delvist taget med
verdict-not-used = Ikke taget med

# Høringsnotatet
note-title = Høringsnotat
note-of = Høringsnotat: { $title }
note-not-published = Notatet er ikke offentliggjort. Det viser, hvad der er skrevet indtil nu.
note-empty = Der er ingen offentlige bemærkninger.
note-fact-period = Høringsperiode
note-heard = Version { $number } af »{ $title }«
note-period = { $opening } til { $closing } ({ $length })
note-at = { $day } kl. { $time }
note-fact-published = Offentliggjort
note-fact-responses = Svar
note-not-public = { $count ->
    [one] {" "}(1 er ikke offentligt)
   *[other] {" "}({ $count } er ikke offentlige)
}
note-fact-verdicts = Bemærkninger
note-verdicts = { $used } taget med, { $partly } delvist, { $not_used } ikke taget med{ $open ->
    [0] {""}
   *[other] , { $open } mangler
}
note-parties = Hvem er hørt
note-party = Part
note-party-answer = Svar
note-others = Også svar fra
note-and-others = { $count ->
    [one] { $names } og 1 mere
   *[other] { $names } og { $count } andre
}
note-by-theme = Efter tema
note-by-sender = Efter afsender
note-without-names = Uden navne
note-ways = Vis notatet
note-no-theme = Øvrigt
note-sender = Svar { $number }: { $sender }
note-from = Fra
note-assessment = Forvaltningens vurdering
note-head-number = Svar nr.
note-head-sender = Afsender
note-head-kind = Slags
note-head-received = Modtaget
note-head-section = Afsnit
note-head-excerpt = Bemærkning

# Mails
hearing-mail-invited-subject = Høring: { $title }
hearing-mail-invited = I er inviteret til at svare på høringen »{ $title }«. Fristen er { $closing }.
hearing-mail-no-remarks = Har I ingen bemærkninger, så følg linket, og sig det med ét klik.
hearing-mail-reminder-subject = Husk at svare: { $title }
hearing-mail-reminder = I har ikke svaret på høringen »{ $title }« endnu. Fristen er { $closing }.
hearing-mail-party-link = Læs og svar
hearing-mail-party-why = Du får denne mail, fordi I er part i en høring.
hearing-mail-draft-subject = Din kladde: { $title }
hearing-mail-draft = Din kladde til et svar på »{ $title }« er gemt. Den tæller først med, når du sender den. Fristen er { $closing }.
hearing-mail-open-draft = Åbn kladden
hearing-mail-late-subject = Ikke afgivet: { $title }
hearing-mail-late = Dit svar på »{ $title }« kom efter fristen, som var { $closing }. Det tæller ikke med, men det, du skrev, er gemt som en kladde.
hearing-mail-contact = Spørg her: { $contact }
hearing-mail-sent-subject = Bekræft dit svar: { $title }
hearing-mail-sent = Dit svar på »{ $title }« kom i tide. Det har nummer { $number } og er sendt { $sent }.
hearing-mail-sent-next = Bekræft, at det er dig. Det må gerne være efter fristen, bare det er inden en uge.
hearing-mail-confirm = Bekræft svaret
hearing-mail-confirmed-subject = Kvittering: { $title }
hearing-mail-confirmed = Dit svar på »{ $title }« er modtaget. Det har nummer { $number } og er sendt { $sent }.
hearing-mail-confirmed-next = Du kan rette det eller lægge filer ved indtil { $closing }. Når alle svar er vurderet, får du en mail om, hvad der kom ud af dit.
hearing-mail-own = Se dit svar
hearing-mail-extended-subject = Længere frist: { $title }
hearing-mail-extended = Fristen for at svare på »{ $title }« er forlænget til { $closing }. { $reason }
hearing-mail-reopened-subject = Åben igen: { $title }
hearing-mail-reopened = Høringen »{ $title }« er åbnet igen. Den nye frist er { $closing }. { $reason }
hearing-mail-called-off-subject = Aflyst: { $title }
hearing-mail-called-off = Høringen »{ $title }« er aflyst: { $reason }
hearing-mail-reply-subject = Det kom der ud af dit svar: { $title }
hearing-mail-reply = Tak for dit svar på »{ $title }«. Her er det, du skrev, og hvad der kom ud af det.
hearing-mail-reply-point = Du skrev: »{ $excerpt }«
hearing-mail-reply-verdict = { $verdict }. { $assessment }
hearing-mail-see-note = Læs hele høringsnotatet
hearing-mail-sender-why = Du får denne mail, fordi du har svaret på en høring.

# Andet
work-kind-hearing = Høringer
work-assess-remarks = { $count ->
    [one] Vurdér 1 bemærkning
   *[other] Vurdér { $count } bemærkninger
}
work-look-at-responses = { $count ->
    [one] Se på 1 svar
   *[other] Se på { $count } svar
}
work-publish-hearing-note = Vurdér svarene, og offentliggør høringsnotatet
work-choose-days = Vælg nye dage til høringen
undo-is-heard = Er part i en høring.
undo-has-answered = har svaret på eller arbejdet med en høring
known-hearing = Høring
known-hearing-state = Tilstand
known-hearing-at = Skrevet
hearing-moves = { $count ->
    [one] 1 høringssvar
   *[other] { $count } høringssvar
}
hearing-retention-drafts = Høringssvar, der aldrig blev afgivet eller bekræftet
hearing-retention-drafts-purpose = At du kan sende det, hvis høringen bliver åbnet igen
hearing-retention-addresses = Mailadresser på dem, der har svaret på en høring
hearing-retention-addresses-purpose = At kunne svare og give besked. Svaret selv følger sagen
hearing-flash-planned = Kladden er gemt. Vælg nu, hvem der skal høres
hearing-flash-changed = Gemt
hearing-flash-was-changed = Det kan ikke lade sig gøre, som høringen står nu
hearing-flash-is-past = Fristen er udløbet. Vælg en ny
hearing-flash-parties-first = Nogen bør høres og er ikke valgt. Spørg dem, eller skriv, hvorfor ikke
hearing-flash-announced = Høringen er annonceret
hearing-flash-moved = Fristen er flyttet. Alle, der er spurgt eller har svaret, får en mail
hearing-flash-called-off = Høringen er aflyst. Alle, der er spurgt eller har svaret, får en mail
hearing-flash-deleted = Kladden er slettet
hearing-flash-not-all-assessed = Alle bemærkninger skal vurderes, og alle svar skal ses, før notatet kan offentliggøres
hearing-flash-answered = Notatet er offentliggjort. Alle, der har svaret, får en mail
hearing-flash-parties = Tilføjet
hearing-flash-parties-without = Tilføjet. Ingen med en mailadresse leder møderne i mindst én af grupperne. Vælg, hvem der får mailen
hearing-flash-recipient = Det er gemt, hvem der får mailen
hearing-flash-unanswered = Parten står til ikke at have svaret
hearing-flash-left-out = Grunden er gemt
hearing-flash-party-removed = Fjernet
hearing-flash-no-remarks = Tak. Det er noteret, at I ingen bemærkninger har
hearing-flash-too-late = Det kan ikke ændres længere
hearing-flash-confirmed = Tak. Svaret er modtaget, og du har fået en kvittering
hearing-flash-confirmed-already = Svaret er allerede bekræftet og modtaget
hearing-flash-connected = Det er gemt, hvem svaret er fra
hearing-flash-withdrawn = Svaret er trukket tilbage
hearing-flash-saved = Gemt
hearing-flash-file = Filen er vedhæftet
hearing-flash-file-removed = Filen er fjernet
hearing-flash-published = Svaret er offentligt
hearing-flash-response-was-changed = Svaret er ændret, efter at du åbnede det. Læs det igen, før du offentliggør det
hearing-flash-hidden = Svaret er ikke offentligt
hearing-flash-redacted = Ordene er overstreget
hearing-flash-assigned = Fordelt
hearing-flash-assessed = Gemt
hearing-flash-cut = Delt

case-responses = Høringssvar: { $hearing }
case-statements = Udtalelser fra råd og udvalg: { $hearing }
# Af en gemt tekst, og hvad der blev ændret siden

hearing-send-text = Send i høring
hearing-version-name = Til høring
hearing-text-is-stored = Høringen bruger teksten, som den står nu. Så længe høringen er en kladde, kan du hente teksten igen.
hearing-take-again = Hent teksten igen
hearing-of-text = Teksten
hearing-changes-title = Ændret siden høringen
hearing-changes-about = { $count ->
    [0] Version { $number } siger det samme som den tekst, der var i høring.
    [one] 1 afsnit er ændret fra høringen til version { $number }.
   *[other] { $count } afsnit er ændret fra høringen til version { $number }.
}
hearing-see-changes = Se alt, hvad der er ændret i teksten siden høringen
hearing-block-changed = Sådan er afsnittet ændret
hearing-block-added = Nyt afsnit
hearing-block-removed = Afsnittet er taget ud. Der stod
note-head-before = Afsnittet før
note-head-after = Afsnittet efter
remark-changed = Hvilket afsnit er ændret på grund af bemærkningen?
remark-changed-hint = Står ændringen i en nyere version af teksten, bliver afsnittet vist før og efter
remark-changed-own = Det afsnit, bemærkningen handler om
remark-changed-new = Nyt: { $words }
hearing-mail-reply-changed = Afsnittet er ændret: { $words }
hearing-mail-reply-removed = Afsnittet er taget ud. Der stod: { $before }
hearing-flash-text-is-empty = Der står ikke noget i teksten endnu, så den kan ikke sendes i høring
hearing-flash-text-is-same = Høringen har allerede teksten, som den står nu
hearing-flash-text-taken = Teksten er hentet igen
hearing-four-eyes = To skal se hver vurdering
hearing-four-eyes-hint = Det, én har vurderet, tæller først, når en anden har godkendt det
hearing-calendar-closing = Svar senest: { $title }
remark-to-approve = Skal godkendes
remark-assessed-by = Vurderet af { $name }.
remark-assessed-by-nobody = en medarbejder
remark-approve = Godkend vurderingen
remark-approve-text = Læs den, og godkend den, hvis du er enig. Ellers skriver du en ny vurdering nedenfor, som en anden så skal godkende.
remark-another-approves = En anden end den, der har vurderet, skal godkende.
work-approve-remarks = { $count ->
    [one] Godkend 1 vurdering
   *[other] Godkend { $count } vurderinger
}
phrase-title = Standardsvar
phrase-lead = Sætninger, I bruger igen. Når du vurderer en bemærkning, sætter du dem ind med ét tryk. Dér gemmer du også nye.
phrase-none = Der er ikke gemt nogen endnu. Skriv i »Fordi«, når du vurderer en bemærkning, og gem det som standardsvar.
phrase-put-in = Sæt ind
phrase-keep = Gem det, der står i »Fordi«, som standardsvar
phrase-remove = Slet
phrase-remove-text = Sætningen kan ikke længere sættes ind. Svar, den allerede står i, bliver, som de er.
phrase-remove-button = Slet standardsvaret
phrase-empty = Skriv sætningen her først
phrase-too-many = Der er gemt så mange standardsvar, som der kan være. Slet nogle først
hearing-flash-approved = Vurderingen er godkendt
hearing-flash-another-approves = En anden end den, der har vurderet, skal godkende
hearing-flash-phrase-removed = Standardsvaret er slettet
hearing-stored-files = Bilag til høringssvar
# På et møde

agenda-title = Høring: { $title }
agenda-answer-before = Høringen skal besvares senest { $closing }.
agenda-is-about = Punktet handler om høringen
agenda-not-sent = Det, der står i referatet, bliver ikke sendt som svar på høringen. Svaret skal sendes for sig, senest { $closing }.
agenda-send = Send svaret for { $body }

# Når den, der skal vurdere, holder op.
remarks-leave = { $count ->
    [one] 1 bemærkning til en høring, der venter på en vurdering
   *[other] { $count } bemærkninger til høringer, der venter på en vurdering
}
remarks-leave-line = { $title }: { $said }
remarks-leave-nobody = Ingen – de står som ikke fordelt
