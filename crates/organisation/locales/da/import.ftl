# Import fra CSV: siden, rapporten og alt, hvad der kan være i vejen med en celle.

import-title = Import
import-lead = Hent enheder, stillinger, foreninger og opgaver ind fra et regneark. Først prøver vi filen og viser, hvad der vil ske. Intet bliver gemt, før du siger til.
import-field-kind = Hvad er der i filen?
import-field-file = Fil
import-field-file-hint = En CSV-fil på højst 10 MB og 50.000 rækker. Første linje er overskrifter.
import-send = Prøv uden at gemme
import-choose-kind = Vælg, hvad der er i filen
import-choose-file = Vælg en fil
import-formats-heading = Sådan skal filen se ud
import-formats-text = Semikolon, komma eller tabulator mellem felterne. Windows-1252 eller UTF-8. Datoer som 01-10-2018, tal som 10850,50. Rækkefølgen af kolonner er ligegyldig, og kolonner, vi ikke kender, springer vi over.
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

import-kind-units = Enheder
import-about-units = Kommunens enheder på tre niveauer, fra den centrale koordinering til institutionerne.
import-key-units = På nummeret. Står der intet nummer: på navn og postnummer. En ændring gælder fra i dag. Ligger dagen i Gyldig fra længere fremme, gælder den fra den dag. Det, der gjaldt før, bliver stående i historikken.
import-hint-units-level = 1, 2 eller 3. Kan udelades, når typen er skrevet.
import-hint-units-parent = Nummeret på enheden over. Den må gerne stå i samme fil, også længere nede.
import-hint-units-kind = Fag, stab, plejehjem, skole, dagtilbud, bibliotek og så videre.
import-hint-units-to = Sidste dag. Lad feltet stå tomt, når enheden stadig er der.

import-kind-positions = Stillinger
import-about-positions = Hvem der er koordinator, nøgleperson, kontaktperson eller ambassadør, og hvor.
import-key-positions = Stillingen på enhed, rolle og titel, og personen på e-mail. Står der ingen e-mail: på navnet i samme stilling. En ny person i en stilling afløser den, der var der.
import-hint-positions-unit = Enhedens nummer, eller dens navn, når kun én enhed hedder sådan.
import-hint-positions-role = Central frivillighedskoordinator, referencedirektør, leder, nøgleperson, lokal kontaktperson, ambassadør eller ambassadørteam.
import-hint-positions-from = Første dag. Et tomt felt betyder fra i dag.
import-hint-positions-deputy = Ja, når personen er stedfortræder i stillingen.

import-kind-associations = Foreninger
import-about-associations = Foreninger og andre aktører. De bliver godkendt med det samme.
import-key-associations = På nummeret. Står der intet nummer: på navn, CVR-nummer og postnummer tilsammen. Flere foreninger må have samme CVR-nummer.
import-hint-associations-category = Et af de fire temaer eller det ord, jeres system bruger: Socialt, Idræt, Kultur, Børn og unge og så videre.
import-hint-associations-cvr = Må gerne være tomt. Kontrolcifret skal passe.

import-run-title = Import af { $file }
import-checking = Vi læser filen. Det tager nogle få sekunder.
import-importing = Vi gemmer. Det tager nogle få sekunder.
import-refresh = Opdater
import-progress = { $done } af { $total } rækker
import-how-read = Læst som { $charset } med { $delimiter } mellem felterne.
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
import-state-checked = Klar til at gemme
import-state-importing = Gemmes
import-state-imported = Gemt
import-state-failed = Gik galt, intet gemt
import-not-ready = Importen kan ikke gemmes, som den står nu. Se rapporten igen.
import-command-line = fra kommandolinjen

# Filen som helhed
import-file-empty = Filen er tom.
import-file-too-large = Filen er større end { $megabytes } MB. Del den i flere.
import-file-too-many-rows = Filen har mere end { $rows } rækker. Del den i flere.
import-file-not-text = Det er ikke en CSV-fil. Åbn regnearket, og gem det som CSV.
import-file-open-quote = Et anførselstegn i linje { $line } bliver aldrig lukket. Ret linjen, og send filen igen.
import-file-missing-columns = { $count ->
    [one] Filen mangler kolonnen { $headers }. Er det den rigtige slags fil?
   *[other] Filen mangler kolonnerne { $headers }. Er det den rigtige slags fil?
}
import-file-no-rows = Filen har overskrifter, men ingen rækker.
import-file-certificate = Upload aldrig en børneattest eller et billede af en. Kommunen skal kun vide, at den er vurderet. Har du en liste, så gem den som CSV under et andet navn.
import-error-column = Fejl

# En række
import-row-too-long = Linjen har { $found } felter, og overskriften har { $expected }. Står der et skilletegn for meget?
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
import-double-association = Samme navn, CVR-nummer og postnummer som i linje { $line }. Slet den ene, eller skriv et nummer, hvis det er to foreninger.
import-like-one-here = Ligner { $name }, som er her i forvejen. Bliver oprettet som ny.
import-like-line = Ligner linje { $line }. Begge bliver oprettet.
import-ends-before-it-begins = Slutter, før det begynder.
import-unknown-category = »{ $category }« kender vi ikke som tema. Temaet kan rettes bagefter.
import-association-kinds = forening, lokalafdeling, gruppe, enkeltperson, virksomhed, socialøkonomisk virksomhed, råd, fagforening, frivilligcenter, menighed
import-no-level = Skriv niveau 1, 2 eller 3.
import-kind-on-wrong-level = { $kind } hører ikke til på niveau { $level }.
import-second-central = Der er kun én enhed på niveau 1, og den står i linje { $line }.
import-central-exists = Der er allerede en enhed på niveau 1, og den har et andet nummer.
import-central-has-no-parent = En enhed på niveau 1 har ingen over sig.
import-no-parent = En enhed på niveau { $level } hører under en på niveau { $above }. Skriv dens nummer.
import-parent-rejected = Nr. { $number } i linje { $line } er afvist, og denne enhed hører under den.
import-parent-on-wrong-level = Nr. { $number } er på niveau { $parent }. En enhed på niveau { $level } hører under en på niveau { $above }.
import-unknown-unit = { $number } findes hverken i filen eller her i forvejen.
import-unit-is-over = Enheden sluttede { $day }. Det, der er forbi, bliver ikke ændret.
import-role-on-wrong-level = Rollen hører ikke til på niveau { $level }.
import-end-not-moved-back = Perioden kan ikke rettes til den dag. Den slutter eller begynder { $day }.
import-other-name = Personen med den e-mail hedder { $name } her. Navnet bliver ikke ændret.
import-succeeds = Afløser { $name }.

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
