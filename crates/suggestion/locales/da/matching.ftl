# Hvad der passer til en frivillig, hvem der passer til en opgave, invitationer, og hvorfor ingen kommer.

## Fælles ord

matching-and = og
matching-morning = formiddag
matching-afternoon = eftermiddag
matching-evening = aften
matching-night = nat
matching-every-day = hver dag, { $part }

## Passer til dig, fordi …

matching-why = Passer til dig, fordi { $reasons }.
matching-because-topics = du har sat kryds ved { $topics }
matching-because-near-topics = det ligner noget, du har sat kryds ved ({ $topics })
matching-because-groups = du gerne vil være sammen med { $groups }
matching-because-competences = du er god til { $competences }
matching-because-near-competences = du kan noget, der ligner { $competences }
matching-because-once = det kun er én gang
matching-because-regular = du gerne vil have noget fast
matching-because-times = du har tid { $times }
matching-because-when-it-suits = du selv er med til at bestemme hvornår
matching-because-near = det er omkring { $km } fra dig
matching-because-very-near = det er tæt på dig
matching-because-from-home = du kan gøre det hjemmefra
matching-because-language = du taler { $languages }
matching-because-alone = du helst gør det alene
matching-because-group = I er flere sammen om det
matching-because-few-have-seen = få har set opgaven endnu
matching-because-soon = der er brug for nogen { $day }
matching-because-waited = der mangler stadig nogen

matching-they-topics = Har sat kryds ved { $topics }
matching-they-near-topics = Har sat kryds ved noget, der ligner { $topics }
matching-they-groups = Vil gerne være sammen med { $groups }
matching-they-competences = Er god til { $competences }
matching-they-near-competences = Kan noget, der ligner { $competences }
matching-they-once = Vil gerne hjælpe en enkelt gang
matching-they-regular = Vil gerne have noget fast
matching-they-times = Har tid { $times }
matching-they-when-it-suits = Kan finde en tid sammen med jer
matching-they-near = Bor omkring { $km } væk
matching-they-very-near = Bor tæt på
matching-they-from-home = Vil gerne hjælpe hjemmefra
matching-they-language = Taler { $languages }
matching-they-alone = Vil helst være alene om det
matching-they-group = Vil gerne være flere sammen

## Hvad der står i vejen

matching-gate-paused = Du har bedt om en pause.
matching-gate-in-contact = Du er allerede i kontakt med dem om opgaven, eller du har sagt nej til den.
matching-gate-refused = Stedet har sagt, at du ikke kan have denne opgave.
matching-gate-too-young = Du er { $age }. Opgaven kræver { $asks } år.
matching-gate-adult = Opgaven kræver { $asks } år. Du har skrevet, at du er over 18, men ikke hvor gammel du er.
matching-gate-age-unknown = Opgaven kræver { $asks } år, og vi ved ikke, hvor gammel du er.
matching-gate-licence = Opgaven kræver kørekort.
matching-gate-lacks = Opgaven kræver { $what }.
matching-gate-never = Du har skrevet, at du helst er fri for { $what }.
matching-gate-full = Alle pladser er besat lige nu.
matching-gate-from-home = Opgaven laves hjemmefra, og dit CV siger ikke, at du vil hjælpe hjemmefra.
matching-gate-busy = Du har allerede en aftale på det tidspunkt: »{ $title }«.
matching-gate-language = Her taler man { $languages }, og det står ikke i dit CV.
matching-gate-times = Opgaven er { $times }, og der har du ikke tid.
matching-gate-too-far = Der er omkring { $km }, og du vil højst { $reach }.

matching-next-cv = Ret i dit CV
matching-next-interests = Se dine interesser
matching-next-others = Se disse i stedet
matching-next-ask = Spørg kontaktpersonen
matching-next-age = Skriv i dit CV, at du er gammel nok
matching-next-licence = Har du et, så skriv det i dit CV
matching-next-never = Har du lyst alligevel, så ret det i dit CV
matching-next-waiting-list = Skriv dig på ventelisten
matching-next-language = Kan du sproget, så skriv det i dit CV
matching-next-times = Ret dine tider, eller spørg om en anden tid
matching-next-reach = Ret, hvor langt du vil

## Forslag

matching-my-page = Min side
matching-suggestions-title = Opgaver, der passer til dig
matching-suggestions-lead = De står her, fordi de passer til det, du har skrevet i dit CV. Du vælger selv.
matching-suggestions-none = Lige nu er der ingen opgaver, der passer
matching-suggestions-none-text = Der kommer nye hver uge. Du kan også rette dit CV eller se alle opgaver.
matching-suggestions-all = Se alle opgaver
matching-no-cv = Få forslag, der passer til dig
matching-no-cv-text = Fortæl, hvad du kan lide, og hvornår du har tid. Det tager tre minutter, og ingen andre ser det, før du selv siger ja.
matching-unfinished = Sæt to krydser i dit CV
matching-unfinished-text = Et ved noget, du har lyst til eller kan, og et ved en tid, er nok. Så finder vi opgaver, der passer til dig.
matching-make-cv = Lav dit CV
matching-edit-cv = Ret dit CV
matching-why-little = Intet står i vejen, og vi ved endnu for lidt om dig til at sige mere.
matching-reckoned = Sådan er det regnet ud
matching-reckoned-text = Hver del får fra 0 til 100 og tæller med sin vægt. Til sidst trækkes fra, når nogen har vist opgaven interesse i denne uge, og lægges til, når få har set den, eller når den har ventet længe. Hvor mange der har set den, tæller dobbelt, når vi vælger, hvilke opgaver der kommer med. Vægtene er version { $version }. Det samme CV og den samme opgave giver det samme tal for alle.
matching-reckoned-total = I alt
matching-part = Del
matching-points = Point
matching-weight = Vægt
matching-part-interests = Det, du har lyst til
matching-part-groups = Dem, du gerne vil være sammen med
matching-part-competences = Det, du er god til
matching-part-rhythm = Hvor tit
matching-part-time = Tider, der passer
matching-part-distance = Afstand
matching-part-language = Sprog
matching-part-company = Alene eller sammen
matching-part-fit = Så godt passer I
matching-part-answers = Hvor hurtigt stedet plejer at svare
matching-part-met = Nogen har vist den interesse i denne uge
matching-part-attention = Hvor mange der har set den
matching-part-waiting = Den har ventet på nogen
matching-not-for-me = Ikke noget for mig
matching-not-reason = Hvad er grunden? Du behøver ikke svare.
matching-not-interested = Det siger mig ikke noget
matching-not-far = Der er for langt
matching-not-times = Tiden passer ikke
matching-not-much = Det er for meget
matching-not-other = Noget andet
matching-not-send = Vis den ikke igen
matching-declined-heading = Dem har du sagt nej til
matching-take-back = Vis den igen
matching-flash-not-for-me = Den opgave foreslår vi ikke igen.
matching-flash-after-all = Opgaven kan komme i dine forslag igen.

matching-fits-title = Passer opgaven til dig?
matching-fits-yes = Ja, intet står i vejen
matching-fits-no = Det står i vejen
matching-fits-no-lead = Derfor ser du ikke opgaven i dine forslag:
matching-fits-closed = Opgaven tager ikke imod frivillige lige nu, så den står ikke i nogens forslag.
matching-fits-others = Disse passer til dig
matching-fits-why-not = Hvorfor ikke?
matching-fits-how = Sådan ved vi det
matching-fits-not-quite = Den passer ikke helt til dit CV.
matching-interested = Jeg er interesseret

## Min side

matching-section-heading = Passer til dig
matching-work-invitation = { $by } spørger, om du vil hjælpe
matching-section-line = { $by } · { $when }. { $why }
matching-section-none = Lige nu er der ingen opgaver, der passer. Der kommer nye hver uge.
matching-section-no-cv = Fortæl, hvad du kan lide, og hvornår du har tid, så finder vi opgaver til dig.
matching-section-more = Se alle forslag

matching-known-suggestions = Forslag til dig
matching-known-declined = Opgaver, du har sagt nej til
matching-known-invitations = Invitationer
matching-known-task = Opgave
matching-known-why = Hvorfor
matching-known-at = Hvornår
matching-known-reason = Grund
matching-known-message = Besked
matching-known-state = Hvad der blev af den
matching-known-sent = Sendt

## Hvem passer til opgaven

matching-invite-link = Frivillige, der passer
matching-invite-title = Frivillige, der passer
matching-invite-lead = De har sagt ja til at blive fundet, og opgaven passer til dem. Du ser ikke navn, e-mail eller telefon, før de selv siger ja.
matching-invite-order = Rækkefølgen siger ikke, hvem der er bedst. Den spreder invitationerne og skifter fra dag til dag.
matching-invite-logged = Hver frivillig kan se, at I har kigget.
matching-invite-who = Hvem vil du spørge?
matching-invite-message = Skriv et par ord
matching-invite-message-hint = Hvem er I, og hvad betyder det for jer, at nogen kommer? Vi skriver selv, hvad opgaven er, og hvornår.
matching-invite-message-start = Hej! Vi tror, at »{ $title }« kunne være noget for dig. Har du lyst til at høre mere?
matching-invite-message-shift = Hej! Vi mangler en til »{ $title }« { $when }. Har du tid og lyst?
matching-invite-message-missing = Skriv et par ord til dem
matching-invite-nobody = Vælg mindst én
matching-invite-send = Send invitation
matching-invite-none = Ingen lige nu
matching-invite-none-text = Ingen i CV-banken passer til opgaven, som den er. Se, hvad der holder folk væk, og hvad en ændring ville åbne.
matching-invite-none-why = Hvorfor kommer ingen?
matching-invite-closed = Opgaven er ikke åben
matching-invite-closed-text = I kan invitere, når opgaven er åben.
matching-invite-sent-heading = Dem har I spurgt
matching-invite-withdraw = Træk tilbage
matching-invite-see = Se svaret
matching-pseudonym = Frivillig { $sign }
matching-pseudonym-gone = En frivillig
matching-spared-enough = { $count ->
    [one] Har fået én invitation denne uge. Prøv en anden.
   *[other] Har fået { $count } invitationer denne uge. Prøv en anden.
  }
matching-spared-heard = Har hørt fra jer for nylig. I kan spørge igen { $day }.
matching-fact-area-reach = { $postcode }, vil gerne op til { $km } km
matching-fact-licence = Har kørekort
matching-fact-since = Har været frivillig siden { NUMBER($year, useGrouping: "false") }
matching-state-sent = Venter på svar
matching-state-accepted = Sagde ja
matching-state-declined = Sagde nej tak
matching-state-expired = Svarede ikke
matching-state-withdrawn = Trukket tilbage
matching-flash-sent = Invitationen er sendt. Du hører fra os, når nogen siger ja.
matching-flash-some-sent = Nogle er inviteret. Resten har fået invitationer nok eller kan ikke findes mere.
matching-flash-none-sent = Ingen blev inviteret: de har fået invitationer nok eller kan ikke findes mere. Prøv en anden.
matching-flash-not-open = Opgaven er ikke åben, så der kan ikke inviteres.
matching-flash-answered = Invitationen er allerede besvaret eller slut.
matching-flash-withdrawn = Invitationen er trukket tilbage.

## Invitationen

matching-own-asked = { $by } spørger, om du vil hjælpe
matching-own-lead = Du bestemmer helt selv. Et nej tak er også et godt svar.
matching-own-stand-in = Kan du tage en vagt hos { $by }?
matching-own-stand-in-lead = En af de frivillige kan ikke komme. Den første, der siger ja, får vagten.
matching-own-accepted = Tak, fordi du sagde ja
matching-own-accepted-lead = Nu kan stedet se dit navn, og hvordan de får fat i dig. De kontakter dig.
matching-own-declined = Du sagde nej tak
matching-own-declined-lead = Det er helt i orden. Stedet ser kun, at det blev et nej.
matching-own-solved = Det er løst
matching-own-solved-lead = En anden har taget vagten. Tak, fordi vi måtte spørge.
matching-own-over = Invitationen er slut
matching-own-over-lead = Den er udløbet eller trukket tilbage. Du skal ikke gøre noget.
matching-own-until = Svar senest { $day }.
matching-own-until-time = Svar senest kl. { $time }.
matching-own-to-shift = Se din vagt
matching-own-to-interest = Se, hvad der sker nu
matching-own-to-suggestions = Se opgaver, der passer til dig
matching-own-what = Opgaven
matching-own-they-write = De skriver
matching-own-why = Hvorfor mig?
matching-own-privacy = Stedet kender dig kun ved en kode. Siger du ja, ser de dit navn, din e-mail og din telefon.
matching-own-privacy-mate = Stedet kender dig allerede.
matching-own-yes = Ja tak
matching-own-no = Nej tak
matching-own-no-send = Send nej tak
matching-own-reason = Hvad er grunden? Du behøver ikke svare.
matching-own-pause = Vil du have en pause fra invitationer?
matching-pause-none = Nej, spørg mig bare igen
matching-pause-month = Ja, en måned
matching-pause-quarter = Ja, tre måneder
matching-pause-half-year = Ja, et halvt år
matching-decline-no-time = Jeg har ikke tid lige nu
matching-decline-times = Tiden passer mig ikke
matching-decline-far = Der er for langt
matching-decline-not-for-me = Det er ikke noget for mig
matching-decline-enough = Jeg hjælper nok andre steder
matching-decline-other = Noget andet
matching-flash-yes = Tak! Nu er det aftalt, at du gerne vil.
matching-flash-yes-agreement = Tak for dit ja. Læs nu aftalen, og sig ja til den. Så mangler kun stedets ja.
matching-flash-no = Tak for svaret. Du hører ikke mere om den opgave.
matching-flash-over = Invitationen er besvaret eller slut.
matching-flash-full = Alle pladser er lige blevet besat. Vis interesse for opgaven, så kan stedet sætte dig på ventelisten.
matching-flash-hindered = Du har noget andet på det tidspunkt, eller noget mangler at være på plads. Ring til kontaktpersonen.

## Mails og besked

matching-mail-subject = { $by } spørger, om du vil hjælpe
matching-mail-asked = { $by } spørger, om du har lyst til at hjælpe med »{ $title }«. De skriver:
matching-mail-when = Hvornår: { $when }.
matching-mail-link = Læs mere, og svar her. Linket logger dig ind og virker én gang:
matching-mail-until = Svar senest { $day }.
matching-mail-free = Du bestemmer selv. Et nej tak er også et godt svar, og det koster ingenting. Stedet kender ikke dit navn, før du siger ja.
matching-mail-why = Du får denne mail, fordi du er med i kommunens CV-bank eller hjælper et sted. På Min side kan du holde pause eller slette dit CV.
matching-mail-stand-in-subject = Kan du tage en vagt { $when }?
matching-mail-mate = En af jer, der hjælper med »{ $title }« hos { $by }, kan ikke komme { $when }. Kan du?
matching-mail-stand-in = En frivillig hos { $by } kan ikke komme { $when }. Det drejer sig om »{ $title }«. Kan du?
matching-mail-stand-in-free = Den første, der siger ja, får vagten. Kan du ikke, skal du ikke gøre noget.
matching-mail-solved-subject = Det er løst
matching-mail-solved = En anden har taget vagten ved »{ $title }«. Tak, fordi vi måtte spørge.
matching-mail-solved-link = Din side:
matching-notice-yes = { $name } siger ja til »{ $title }«
matching-notice-nobody-left = Ingen har taget vagten { $when } ved »{ $title }«, og der er ikke flere at spørge
matching-nobody-to-ask = Vi har ingen, vi kan spørge, om de vil tage vagten. Kan du ikke komme, så ring til stedet, eller meld afbud.

## Hvorfor kommer ingen?

matching-why-nobody-title = Hvorfor kommer ingen?
matching-why-nobody-lead = Her er, hvad vi ved. Der står aldrig noget om en enkelt person.
matching-why-nobody-closed = Opgaven er ikke åben, så ingen bliver holdt væk lige nu.
matching-seen-heading = Set de seneste fire uger
matching-seen-list = gange i listen
matching-seen-suggestion = gange som forslag
matching-seen-page = gange åbnet
matching-interested-count = har vist interesse
matching-findings = Det springer i øjnene
matching-findings-none = Vi kan ikke se noget galt. Giv det lidt tid, eller spørg nogen selv.
matching-finding-suits = Opgaven passer til { $count } frivillige med et CV, men ingen har vist interesse.
matching-finding-suits-nobody = Opgaven passer ikke til nogen af de frivillige med et CV.
matching-finding-seldom-seen = Den er set meget mindre end andre opgaver.
matching-finding-not-opened = Mange ser den i listen, men få åbner den. Overskriften eller den korte tekst siger måske ikke nok.
matching-finding-opened-only = Mange åbner den, men ingen viser interesse. Måske er der noget, der afholder dem.
matching-finding-unanswered = { $count ->
    [one] Én, der skrev til jer i det seneste år, fik ikke svar i tide. Opgaver, hvor man får hurtigt svar, bliver foreslået oftere.
   *[other] { $count }, der skrev til jer i det seneste år, fik ikke svar i tide. Opgaver, hvor man får hurtigt svar, bliver foreslået oftere.
  }
matching-finding-invited = { $count ->
    [one] I har inviteret én, som ikke har sagt ja.
   *[other] I har inviteret { $count }, og ingen har sagt ja endnu.
  }
matching-next-invite = Spørg nogle af dem
matching-next-edit = Ret opgaven
matching-next-poster = Hæng en plakat op
matching-next-answer = Svar dem, der venter
matching-next-invited = Se dem, I har spurgt
matching-kept-heading = Det holder folk væk
matching-kept-lead = Så mange af de frivillige med et CV kan ikke få opgaven, som den er. Den samme kan være talt med flere steder.
matching-kept-of = Frivillige med et CV i alt: { $count }
matching-kept-none = Intet i opgaven holder nogen væk.
matching-kept-what = Hvad
matching-kept-many = Hvor mange
matching-kept-age = De er for unge
matching-kept-age-unknown = De har ikke skrevet deres alder
matching-kept-licence = De har ikke kørekort
matching-kept-lacks = De mangler et krav, der skal være på plads først
matching-kept-never = Det er noget, de helst er fri for
matching-kept-full = Alle pladser er besat
matching-kept-from-home = De har ikke skrevet, at de vil hjælpe hjemmefra
matching-kept-language = De taler ikke sproget
matching-kept-times = De har ikke tid på de tider
matching-kept-distance = Der er for langt
matching-changes-heading = Det ville en ændring åbne for
matching-change-age = Hvis aldersgrænsen var { $years }, ville { $count } flere kunne komme.
matching-change-licence = Uden krav om kørekort ville { $count } flere kunne komme.
matching-change-times = Var det i stedet { $when }, ville { $count } flere kunne komme.
matching-change-language = Kunne man klare sig på et sprog mere, ville { $count } flere kunne komme.
matching-change-distance = Kunne noget af det gøres hjemmefra, ville { $count } flere kunne være med.
matching-change-places = Var der flere pladser, ville { $count } flere kunne komme.
matching-change-edit = Ret det
matching-compare-heading = Sammenlignet med lignende opgaver
matching-compare-lead = { $count ->
    [0] Der er ingen andre åbne opgaver med samme tema at sammenligne med.
    [one] Vi sammenligner med én anden åben opgave med samme tema.
   *[other] Vi sammenligner med { $count } andre åbne opgaver med samme tema og viser tallet for den midterste.
  }
matching-compare-own = Denne
matching-compare-others = De andre
matching-compare-seen = Set
matching-compare-interested = Har vist interesse
matching-answers-heading = Svartid
matching-answers-own = Jer
matching-answers-usual = Alle i kommunen
matching-answers-none = Ingen har skrevet endnu.
matching-answers-never = { $asked ->
    [one] Én har skrevet og ikke fået svar.
   *[other] { $asked } har skrevet, og ingen har fået svar.
  }
matching-answers = { $answered } af { $asked } har fået svar, i snit efter { $days } dage.
matching-nobody = ingen
matching-not-told = vises ikke
matching-fewer-than = færre end { $few }

## Fordeling

matching-overview = Mit overblik
matching-fairness-title = Fordeling
matching-fairness-lead = Når opgaverne ud til nogen, og kommer de frivillige hele kommunen til gode?
matching-share-heading = Opgaver, der nåede nogen inden for en uge
matching-share = { $percent } af opgaverne: { $reached } af { $tasks } på 12 uger.
matching-share-none = Ingen opgaver er lagt op i de 12 uger.
matching-week-from = Uge fra { $day }
matching-week = Uge
matching-weeks-left-out = { $count ->
    [one] Den ene uge, hvor ingen opgave blev lagt op, er ikke vist.
   *[other] De { $count } uger, hvor ingen opgave blev lagt op, er ikke vist.
  }
matching-week-tasks = Lagt op
matching-week-reached = Nåede nogen
matching-week-share = Andel
matching-concentration = Hvor ulige det er
matching-concentration-lead = Tallet går fra 0 (alle får lige mange) til 1 (én får alle).
matching-by-place = Steder
matching-by-district = Områder
matching-by-theme = Temaer
matching-no-district = Uden sted
matching-gini = { $words } ({ $number })
matching-gini-even = Jævnt fordelt
matching-gini-some = Lidt ulige
matching-gini-uneven = Ulige
matching-gini-very = Meget ulige
matching-group-interested = Har vist interesse
matching-group-none = Ingen grupper er store nok til at vise.
matching-group-left-out = { $count ->
    [0] { "" }
    [one] Én gruppe med færre end 5 personer er ikke vist.
   *[other] { $count } grupper med færre end 5 personer er ikke vist.
  }
matching-exposure = Hvor meget opgaverne bliver set
matching-seen-gini = { $words } ({ $number }) mellem de åbne opgaver.
matching-unseen = { $unseen ->
    [0] Alle { $open } åbne opgaver er set.
    [one] Én af de { $open } åbne opgaver er ikke set af nogen.
   *[other] { $unseen } af de { $open } åbne opgaver er ikke set af nogen.
  }
matching-unreached = Opgaver, ingen har vist interesse for
matching-unreached-lead = Åbne i mere end en uge, de ældste først. Se, hvorfor ingen kommer.
matching-unreached-none = Alle opgaver, der har været åbne i en uge, har nået nogen.
matching-unreached-more = og { $count } til
matching-unreached-since = Lagt op { $day }
matching-csv-download = Hent som regneark
matching-csv-what = Hvad
matching-csv-name = Navn
matching-csv-tasks = Lagt op
matching-csv-reached = Interesserede eller nået
matching-csv-week = Uge

retention-invitations = Invitationer til frivillige
retention-invitations-purpose = At kunne svare på, hvem der blev spurgt, og hvorfor
retention-task-seen = Hvor tit en opgave er set
retention-task-seen-purpose = At se, hvorfor ingen kommer. Vi ved ikke, hvem der har set den

matching-shortcut-fairness = Fordeling

matching-exit-invited = { $count ->
    [one] 1 er inviteret og har ikke svaret
   *[other] { $count } er inviteret og har ikke svaret
}
matching-exit-own = { $count ->
    [one] Én invitation, du ikke har svaret på
   *[other] { $count } invitationer, du ikke har svaret på
}
matching-exit-own-outcome = Du kan stadig svare, men du får ingen nye invitationer.
matching-exit-line = { $title } ({ $count })

merge-invitations = { $count ->
    [one] 1 invitation
   *[other] { $count } invitationer
}
merge-invited-twice = Begge er inviteret til »{ $title }«.
merge-invited-twice-outcome = Den ene invitation bliver trukket tilbage.

# Overskrifter på Mit overblik
worklist-kind-invitation = Opgaver, du er inviteret til

# Hvorfor en importeret række bliver stående, når importen bliver fortrudt
import-undo-task-has-invitations = Frivillige er inviteret eller har svaret på forslaget.
import-undo-person-has-invitations = Har sendt, fået eller svaret på en invitation.
