# Import af opgaver.

import-kind-tasks = Opgaver
import-about-tasks = Opgaver til opgavebanken, fra enheder og foreninger.
import-key-tasks = På nummeret. Står der intet nummer: på hvem der har opgaven, titlen og datoen.
import-hint-tasks-unit = Enhedens nummer eller navn. Skriv enten en enhed eller en forening.
import-hint-tasks-association = Foreningens nummer, navn eller CVR-nummer.
import-hint-tasks-does = Én ting på hver linje, eller med | imellem.
import-hint-tasks-weekdays = For en opgave, der kommer igen hver uge. Brug Dato, når opgaven er på en enkelt dag, og Timer om ugen, når man selv vælger tiden.
import-hint-tasks-target-groups = Flere med | imellem, for eksempel: Ældre | Børn.
import-hint-tasks-competences = Flere med | imellem, for eksempel: At læse højt | Musik og sang.
import-hint-tasks-contact = En person, der er oprettet her i forvejen.
import-hint-tasks-insurance = Arbejde, indsats, forening, egen eller uafklaret.
import-hint-tasks-publish = Skriv Ja, så bliver opgaven offentliggjort, når der ikke mangler noget. Ellers bliver den en kladde.
import-unknown-poster = »{ $name }« kender vi ikke, eller flere hedder sådan. Skriv nummeret.
import-one-poster = Skriv enten en enhed eller en forening.
import-other-poster = Opgaven med det nummer hører til hos en anden. Den kan ikke flyttes med en fil.
import-double-task = Den samme opgave står i linje { $line }. Slet den ene.
import-unknown-contact = Ingen her har e-mailen { $email }. Opret personen først.
import-bad-weekdays = »{ $value }« er ikke ugedage. Skriv for eksempel: tirsdag, torsdag.
import-bad-names = »{ $value }« kender vi ikke. Skriv et eller flere af disse med | imellem: { $names }.
import-bad-requirements = »{ $value }« kender vi ikke. Skriv et eller flere af disse: børneattest, tavshedspligt, kursus, introduktion, informationsmøde, kørekort.
import-remote-words = ja, nej, delvist
import-insurance-words = arbejde, indsats, forening, egen, uafklaret
import-theme-words = folkeoplysning, socialt, kultur, enkeltpersoner
import-is-draft = Bliver en kladde.
import-moves = De, der regner med opgaven, får ikke besked om ny tid eller nyt sted af en import. Skal de have besked, så ret opgaven på dens egen side i stedet.
import-stays-draft = Bliver en kladde, fordi noget mangler: { $missing }.
import-awaits-declaration = Bliver en kladde, fordi foreningen ikke har skrevet under på årets erklæring om børneattester. Offentliggør opgaven, når erklæringen er skrevet under.
import-open = offentlig
import-draft = kladde

# Hvorfor en importeret række bliver stående, når importen bliver fortrudt
import-undo-task-was-published = Er offentliggjort siden importen, så frivillige kan se den.
import-undo-task-was-visited = Nogen har fulgt et link til den.
import-undo-poster-has-tasks = Har fået opgaver.
import-undo-person-has-tasks = Er kontaktperson for en opgave eller har sit eget link til at fortælle videre.
