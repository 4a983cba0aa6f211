# Filer, som nogen sender.

file-too-large = Filen er større end 10 MB. Gør den mindre, for eksempel ved at gemme billeder i lavere opløsning, eller del den i flere
file-empty = Filen er tom. Se efter, om det er den rigtige
file-unknown = Den slags filer kan vi ikke tage imod. Gem den som PDF, Word, Excel, PowerPoint, OpenDocument, billede eller tekst
file-other-kind = Filen er i virkeligheden af slagsen { $kind }, men hedder noget andet. Ret endelsen på navnet, eller vælg en anden fil
file-broken = Filen kan ikke læses: den er ikke hel, eller den er beskyttet med adgangskode. Gem den igen uden adgangskode
file-program = Filen har et program i sig, for eksempel makroer. Gem den som PDF uden scripts eller uden makroer
file-certificate = Det ligner en børneattest eller straffeattest. Dem må vi ikke gemme
file-cpr = Der står noget i filen, som ligner et CPR-nummer. Fjern det, og send filen igen
file-no-room = Kommunens plads til filer er brugt. Skriv det vigtigste som tekst, og spørg kommunen, om den kan gøre plads
