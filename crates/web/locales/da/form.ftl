# Beskeder ved felter i formularer.

form-required = Udfyld feltet
form-too-long = Skriv højst { $max } tegn. Teksten er { $over } tegn for lang
form-no-cpr = Det ligner et CPR-nummer. Slet det – vi gemmer ikke CPR-numre
form-email = Skriv en e-mailadresse som navn@eksempel.dk
form-phone = Skriv et telefonnummer med otte cifre
form-postcode = Skriv et postnummer med fire cifre
form-day = Skriv en dato som 28-11-2026
form-day-too-far = Vælg en dato, der er højst { $years } år ude i fremtiden. Er der ingen slutdato, så vent med at skrive den
form-time = Skriv et klokkeslæt som 14.00
form-number = Skriv et tal mellem { $min } og { $max }
form-choose = Vælg en af mulighederne
form-url = Skriv en internetadresse som www.eksempel.dk

## Sider, der siger, at noget gik galt

error-back = Til forsiden
error-call = Du kan altid ringe til os
error-reference = Hvis du kontakter os, så nævn nummeret
not-found-title = Siden findes ikke
not-found-text = Siden er flyttet, lukket eller skrevet forkert. Find opgaven eller foreningen ved at søge.
not-found-action = Find opgaver
sign-in-title = Log ind for at fortsætte
sign-in-text = Log ind for at se siden. Opgaver, foreninger og høringer kan du læse og svare på uden at logge ind.
sign-in-action = Log ind
signed-out-title = Du er ikke logget ind længere
signed-out-typed = Det, du skrev, er ikke gemt endnu, men det ligger her på siden. Log ind i et nyt vindue, kom tilbage hertil, og tryk »Send igen«.
signed-out-lost = Det, du sendte, er ikke gemt. Log ind i et andet vindue, gå tilbage i dette, og send det igen.
signed-out-window = i et nyt vindue
signed-out-again = Send igen
forbidden-title = Det kan du ikke her
forbidden-text = Din rolle giver ikke adgang til siden. Er det forkert, så skriv eller ring til kommunen.
forbidden-action = Til mit overblik
bad-request-title = Vi kunne ikke læse det, du sendte
bad-request-text = Gå tilbage, og prøv igen. Det, du har skrevet, står der som regel endnu.
cross-site-title = Formularen blev ikke sendt herfra
cross-site-text = Åbn siden igen her, og send formularen derfra.
expired-title = Linket virker ikke længere
expired-text = Linket er brugt eller for gammelt. Har du allerede trykket på det, er alt i orden. Log ind med din e-mail, så kommer du videre. Har du vist interesse for en opgave uden at bekræfte, så send formularen igen: Så får du et nyt link.
ended-title = Siden er lukket
ended-text = Siden lukkede den { $day }. Du kan stadig læse alt, men ikke skrive noget nyt. Log ind, hvis du vil hente eller slette det, vi ved om dig.
too-large-title = Det, du sendte, er for stort
too-large-text = Gå tilbage, og send en mindre fil, eller del den i flere. Intet er gemt.
too-many-title = Vent et øjeblik
too-many-text = Der er kommet mange forsøg herfra på kort tid. Vent et minut, og prøv så igen.
fault-title = Noget gik galt hos os
fault-text = Det er ikke din skyld, og vi har fået besked. Prøv igen om lidt. Det, du har skrevet, er der, når du går tilbage.
unavailable-title = Vi kan ikke nå vores data lige nu
unavailable-text = Det er ikke din skyld. Vent et øjeblik, og prøv så igen. Har du sendt noget, så gå tilbage: Det, du har skrevet, står der endnu.
no-tenant-title = Her er ingen kommune
no-tenant-text = Adressen hører ikke til nogen kommune her.
flash-signed-out = Du er logget ud
flash-saved = Gemt
