# Enheder, stillinger og foreninger fra en fil: hvad de hedder, og hvad der kan være i vejen med en række.

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

import-unsure-which = Der er allerede »{ $name }« med samme postnummer, og rækken siger noget andet om den. Vi kan ikke se, om det er den samme. Skriv foreningens Nr eller CVR-nr., eller den e-mail, telefon eller adresse, der står her.
import-double-association = Samme navn, CVR-nummer og postnummer som i linje { $line }. Slet den ene, eller skriv et nummer, hvis det er to foreninger.
import-like-one-here = Ligner { $name }, som er her i forvejen. Bliver oprettet som ny.
import-like-line = Ligner linje { $line }. Begge bliver oprettet.
import-unknown-category = »{ $category }« kender vi ikke som tema. Temaet kan rettes bagefter.
import-roles = central frivillighedskoordinator, referencedirektør, leder, nøgleperson, lokal kontaktperson, ambassadør, ambassadørteam
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
import-role-of-administrators = Kun en administrator kan sige, hvem der er administrator. Slet rækken, eller bed en administrator om at sende den.
import-end-not-moved-back = Perioden kan ikke rettes til den dag. Den slutter eller begynder { $day }.
import-other-name = Personen med den e-mail hedder { $name } her. Navnet bliver ikke ændret.
import-succeeds = Afløser { $name }.

# Hvorfor en importeret række bliver stående, når importen bliver fortrudt
import-undo-unit-succeeds = Er sat til at afløse en enhed, der lukker.
import-undo-unit-has-units = Andre enheder hører under den.
import-undo-unit-has-positions = Har fået stillinger.
import-undo-unit-is-spoken-for = Nogen har valgt, hvem der svarer for den.
import-undo-position-has-holders = Har fået en ny indehaver.
import-undo-position-is-used = Andre stillinger eller et område henviser til den.
import-undo-person-holds = Har fået en stilling til.
import-undo-person-came = Har fået et link eller er logget ind.
import-undo-person-is-in-use = Har fraværsdage, er kontakt for en forening eller har fået en besked.
import-undo-association-has-contacts = Har fået en kontaktperson.
