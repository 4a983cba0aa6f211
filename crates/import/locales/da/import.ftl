# Import fra regneark og CSV: siden, rapporten og alt, hvad der kan være i vejen med en celle.

import-title = Import
import-lead = Hent enheder, stillinger, foreninger og opgaver ind fra et regneark. Først prøver vi filen og viser, hvad der vil ske. Intet bliver gemt, før du siger til.
import-field-kind = Hvad er der i filen?
import-field-file = Fil
import-field-file-hint = Et regneark fra Excel (.xlsx) eller LibreOffice (.ods), som det er, eller en CSV-fil. Højst 10 MB og 50.000 rækker, med overskrifter øverst.
import-field-sheet = Hvilket ark vil du hente ind?
import-sheet-rows = { $count ->
    [one] 1 række, overskrifter i række { $row }
   *[other] { $count } rækker, overskrifter i række { $row }
}
import-sheet-lead = Der er flere ark i filen. Vi henter ét ad gangen. Send filen igen, hvis du vil hente flere.
import-choose-sheet = Vælg et ark
import-send = Prøv uden at gemme
import-choose-kind = Vælg, hvad der er i filen
import-choose-file = Vælg en fil
import-formats-heading = Sådan skal filen se ud
import-formats-text = Et regneark fra Excel eller LibreOffice bruger du, som det er: En titel over overskrifterne springer vi over, og er der flere ark, vælger du et. En CSV-fil har semikolon, komma eller tabulator mellem felterne og er i Windows-1252 eller UTF-8. Datoer som 01-10-2018, tal som 10850,50. Rækkefølgen af kolonner er ligegyldig, og kolonner, vi ikke kender, springer vi over.
import-columns-of = Kolonner i en fil med { $kind }
import-column = Kolonne
import-column-also = Kan også hedde
import-column-example = Eksempel
import-column-required = Skal være der
import-yes = Ja
import-no = Nej
import-template = Hent en tom skabelon
import-recognised = Sådan genkender vi en række, der er her i forvejen
import-empty-cells = Et tomt felt sletter aldrig noget.
import-history = Tidligere importer
import-history-none = Der er ikke importeret noget endnu.
import-history-when = Hvornår
import-history-file = Fil
import-history-what = Indhold
import-history-state = Status
import-history-result = Rækker
import-history-counts = { $added } nye, { $changed } ændrede, { $rejected } afviste
import-kept = Filen og rapporten bliver slettet efter et døgn, fordi de kan indeholde personoplysninger.

import-run-title = Import af { $file }
import-checking = Vi læser filen. Det tager nogle få sekunder.
import-importing = Vi gemmer. Det tager nogle få sekunder.
import-refresh = Opdater
import-progress = { $done } af { $total } rækker
import-how-read = Læst som { $charset } med { $delimiter } mellem felterne.
import-how-read-workbook = Læst fra { $program }: Ark »{ $sheet }«, overskrifter i række { $row }.
import-delimiter-semicolon = semikolon
import-delimiter-comma = komma
import-delimiter-tab = tabulator
import-ignored-columns = Kolonner, vi springer over:
import-nothing-saved-heading = Intet er gemt endnu
import-nothing-saved = Se, hvad der vil ske, og gem bagefter.
import-nothing-to-save = Alt i filen er her i forvejen. Der er intet at gemme.
import-all-rejected = Ingen rækker kan gemmes. Hent de afviste rækker, ret dem, og send filen igen.
import-imported-heading = { $rows ->
    [one] 1 række er gemt
   *[other] { $rows } rækker er gemt
}
import-failed-heading = Intet er gemt
import-looks-like = Filen ligner { $other }
import-looks-like-text = Du valgte { $chosen }, men overskrifterne passer bedre på { $other }. Er det den forkerte slags, så send filen igen, og vælg den anden.
import-save-all = { $rows ->
    [one] Gem rækken
   *[other] Gem alle { $rows } rækker
}
import-save-accepted = { $rows ->
    [one] Gem den ene godkendte række
   *[other] Gem de { $rows } godkendte rækker
}
import-save-explained = { $rejected ->
    [one] Den afviste række kommer ikke med. Enten bliver alle de andre gemt, eller også sker der ingenting.
   *[other] De { $rejected } afviste rækker kommer ikke med. Enten bliver alle de andre gemt, eller også sker der ingenting.
}
import-get-rejected = Hent de afviste rækker
import-get-rejected-explained = Grunden står i den sidste kolonne. Ret rækkerne, og send filen igen. Kolonnen med grunden springer vi over.
import-forgotten = Rapporten er slettet, fordi der er gået mere end et døgn. Send filen igen, hvis du vil se den.
import-rejected = Afvist
import-added = Ny
import-changed = Ændres
import-unchanged = Uændret
import-filter = Vis
import-filter-all = Alle
import-filter-needs = Skal ses
import-report = Rapport, række for række
import-report-line = Linje
import-report-name = Navn
import-report-verdict = Hvad sker der
import-report-why = Hvad og hvorfor
import-report-none = Ingen rækker at vise her.
import-was-empty = tomt
import-position-in-list = Side { $page } af { $pages }
import-another = Send en fil til
import-state-checking = Læses
import-state-choosing = Mangler valg af ark
import-state-checked = Klar til at gemme
import-state-nothing = Intet kan gemmes
import-state-importing = Gemmes
import-state-imported = Gemt
import-state-failed = Gik galt, intet gemt
import-not-ready = Importen kan ikke gemmes, som den står nu. Se rapporten igen.
import-command-line = fra kommandolinjen

# Filen som helhed
import-file-empty = Filen er tom.
import-file-too-large = Filen er større end { $megabytes } MB. Del den i flere.
import-file-too-many-rows = Filen har mere end { $rows } rækker. Del den i flere.
import-file-not-text = Det er hverken et regneark eller en CSV-fil. Åbn filen i Excel eller LibreOffice, vælg »Gem som« og .xlsx, og send den nye fil.
import-file-old-workbook = Det er et regneark, vi ikke kan læse (.xls eller .xlsb). Åbn det i Excel eller LibreOffice, vælg »Gem som« og .xlsx, og send den nye fil.
import-file-encrypted = Regnearket er låst med en adgangskode. Åbn det, vælg »Gem som« og .xlsx uden adgangskode, og send den nye fil.
import-file-broken-workbook = Regnearket kan ikke læses. Åbn det i Excel eller LibreOffice, vælg »Gem som« og .xlsx, og send den nye fil.
import-file-too-much-unpacked = Regnearket fylder for meget. Pakket ud må det fylde { $megabytes } MB. Kopiér det ark, du vil hente ind, til en fil for sig, eller gem det som CSV.
import-file-too-many-columns = Et ark har mere end { $columns } kolonner. Slet det, der står til højre for listen, og send filen igen.
import-file-open-quote = Et anførselstegn i linje { $line } bliver aldrig lukket. Ret linjen, og send filen igen.
import-file-missing-columns = { $count ->
    [one] Filen mangler kolonnen { $headers }. Er det den rigtige slags fil?
   *[other] Filen mangler kolonnerne { $headers }. Er det den rigtige slags fil?
}
import-file-no-rows = Filen har overskrifter, men ingen rækker.
import-file-scan = Det er et billede eller en PDF, og den slags kan vi ikke læse. Vælg et regneark (.xlsx eller .ods) eller en CSV-fil. Er det en børneattest, så upload den aldrig: Kommunen skal kun vide, at den er vurderet.
import-file-certificate = Upload aldrig en børneattest eller et billede af en. Kommunen skal kun vide, at den er vurderet. Har du en liste, så gem den som regneark under et andet navn.
import-error-column = Fejl

# En række
import-no-row = Linjen ligner ikke en række, men en overskrift eller bundlinjen fra et udtræk. Slet den, eller udfyld flere felter.
import-row-too-long = Linjen har { $found } felter, og overskriften har { $expected }. Står der et skilletegn for meget?
import-cell-error = Formlen i feltet giver fejlen { $error }. Ret den i regnearket, eller skriv teksten i stedet.
import-row-failed = Linje { $line } kunne ikke gemmes, så intet er gemt. Prøv igen, eller slet linjen i filen.
import-changed-since = Noget er ændret, siden filen blev prøvet, så intet er gemt. Se rapporten igen.
import-missing = Feltet er tomt. Det skal udfyldes.
import-too-long = Teksten er på { $length } tegn. Der er plads til { $max }.
import-no-cpr = Det ligner et CPR-nummer. Slet det.
import-formula = Ligner en formel. Vi gemmer den som almindelig tekst.
import-no-email = Vi gemmer ingen e-mail, fordi der står »{ $text }«.
import-bad-email = »{ $value }« er ikke en e-mailadresse. Skriv den som navn@eksempel.dk, eller lad feltet være tomt.
import-bad-phone = »{ $value }« er ikke et telefonnummer. Skriv 8 cifre, eller lad feltet være tomt.
import-bad-postcode = »{ $value }« er ikke et postnummer. Skriv 4 cifre.
import-bad-cvr = »{ $value }« er ikke et rigtigt CVR-nummer. Det har 8 cifre, og kontrolcifret skal passe. Lad feltet være tomt, hvis I ikke kender det.
import-bad-day = »{ $value }« er ikke en dato, der findes. Skriv for eksempel 01-10-2018.
import-bad-number = »{ $value }« er ikke et helt tal fra { $from } til { $to }.
import-bad-yes-or-no = »{ $value }« er hverken ja eller nej.
import-bad-choice = »{ $value }« kender vi ikke. Skriv et af disse: { $choices }.
import-double = Står også i linje { $line }. Slet den ene.
import-ends-before-it-begins = Slutter, før det begynder.

# Kommandolinjen
import-command-rejected = { $count ->
    [one] Den afviste række ligger i { $file }.
   *[other] De { $count } afviste rækker ligger i { $file }.
}
import-command-dry = { $rows ->
    [one] Intet er gemt. Tilføj --write for at gemme den godkendte række.
   *[other] Intet er gemt. Tilføj --write for at gemme de { $rows } godkendte rækker.
}
import-command-nothing = Der er intet at gemme.

# Fortryd en import
import-undo = Fortryd importen
import-undo-lead = Her ser du, hvad der sker, hvis du fortryder importen af { $file }. Det, som nogen har bygget videre på, bliver stående.
import-undo-until = Du kan fortryde importen til den { $day } kl. { $time }. Det er syv dage, efter at den blev gemt, så du også kan nå at opdage en fejl efter en weekend. Derefter sletter vi de tidligere oplysninger, fordi vi ikke længere har brug for dem.
import-undo-over = Importen kan ikke længere fortrydes. Der er gået mere end syv dage, eller en, som importen handlede om, har slettet sin konto. Ret rækkerne en for en, eller send en ny fil.
import-undo-nothing-heading = Der er ikke noget at fortryde
import-undo-nothing = Nogen har bygget videre på alle rækker. Ret dem en for en, eller send en ny fil.
import-undo-stays-heading = { $rows ->
    [one] 1 række bliver stående
   *[other] { $rows } rækker bliver stående
}
import-undo-stays-lead = Nogen har bygget videre på dem siden importen. Ret dem en for en, hvis de er forkerte.
import-undo-goes-heading = { $rows ->
    [one] 1 række bliver fortrudt
   *[other] { $rows } rækker bliver fortrudt
}
import-undo-goes = Fjernes
import-undo-former = Får de tidligere oplysninger tilbage
import-undo-gone = Fjernet
import-undo-was-former = Har fået de tidligere oplysninger tilbage
import-undo-why = Hvorfor
import-undo-more = { $rows ->
    [one] … og 1 række mere.
   *[other] … og { $rows } rækker mere.
}
import-undo-all-or-none = Enten bliver alle rækkerne her fortrudt, eller også sker der ingenting. Når det er gjort, viser importens side, hvad der skete.
import-undo-button = { $rows ->
    [one] Fortryd den ene række
   *[other] Fortryd de { $rows } rækker
}
import-undo-keep = Behold importen
import-undo-back = Tilbage til importen
import-undo-not-now = Importen kan ikke fortrydes, som den står nu. Læs her, hvad der er sket med den.
import-undo-is-gone = Er slettet siden importen.
import-undo-was-edited = Er ændret siden importen.
import-undo-belongs-together = Hører sammen med en række, der bliver stående.
import-undo-known = Oplysninger fra før en import
import-undo-known-until = Gemmes til
import-undoing = Vi fortryder importen. Det tager nogle få sekunder.
import-undone-heading = Importen er fortrudt
import-undone-text = Det skete den { $day }. Rækker, der er fortrudt: { $taken }. Rækker, der bliver stående, fordi nogen har bygget videre på dem: { $stayed }.
import-undone-stays = Bliver stående
import-undone-goes = Fortrudt
import-state-undoing = Fortrydes
import-state-undone = Fortrudt
