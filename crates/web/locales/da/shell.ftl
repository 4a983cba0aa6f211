# Det, der står på alle sider: sidehoved, sidefod, formularfelter og beskeder.

## Sidehoved

skip-to-content = Gå til sidens indhold
to-front-page = Til forsiden
main-navigation = Hovedmenu
menu = Menu
other-language = English
other-language-code = en
switch-language = Read this page in English
call-us = Ring til os
sign-in = Log ind
sign-out = Log ud
my-overview = Mit overblik
my-page = Min side
waiting-for-you = venter på dig
signed-in-as = Du er logget ind som
breadcrumbs = Brødkrumme
front-page = Forside

## Hovedmenuen

nav-tasks = Find opgaver
nav-associations = Foreninger
nav-meetings = Møder
nav-hearings = Høringer
nav-policies = Politikker
nav-contact = Find din kontakt
nav-organisation = Sådan er vi organiseret
nav-help = Hjælp

## Menuen for dem, der arbejder her

desk-navigation = Arbejdsmenu
desk-citizens = Borgernes sider
go-to-pages = Sider
desk-overview = Overblik
desk-tasks = Opgaver
desk-volunteers = Frivillige
desk-shifts = Vagter
desk-associations = Foreninger
desk-organisation = Organisation
desk-figures = Tal
desk-settings = Opsætning
desk-meetings = Møder
desk-policy = Politik
ways-volunteers = Frivillige og opgaver
ways-meetings = Møder og råd
ways-policy = Politik og indsatser
ways-municipality = Kommunen og dig
go-to = Gå til
go-to-label = Gå til en opgave, et sted, en forening, en person eller en side
go-to-hint = Gå til …

## Sidefod

footer-promise = Du kan altid ringe til et menneske.
footer-find = Find vej
footer-about = Om siden
footer-open-data = Åbne data
accessibility-statement = Tilgængelighedserklæring
privacy = Privatliv og cookies
rss-feed = Nye opgaver som RSS
json-feed = Opgaver som JSON
api = API og dokumentation
phone = Telefon
email = E-mail

## Felter og fejl

error-prefix = Fejl:
error-summary-heading = Ret dette, og prøv igen
optional = valgfrit
choose = Vælg
draft-found = Du begyndte på formularen før og sendte den ikke. Vil du fortsætte med det, der blev skrevet?
draft-continue = Fortsæt
draft-anew = Begynd forfra
characters-left = Du har % tegn tilbage
characters-over = Du har skrevet % tegn for meget
characters-allowed = Højst antal tegn:
leave-empty = Lad dette felt være tomt

## Lister, trin og beskeder

pagination = Sider
previous-page = Forrige
next-page = Næste
steps = Trin
step-done = Gennemført
information = Information
success = Det lykkedes
warning = Bemærk
error = Fejl
consequences-more = Vis { $count } mere
consequences-letter = Se den mail, de får
remove-choice = Fjern
print = Udskriv
choose-some = Vælg noget
more-choices = Vis flere
