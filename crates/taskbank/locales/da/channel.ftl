# Hvor de frivillige kommer fra: kanaler, egne links og plakater.

## Kanaler

channel-title = Kanaler
channel-lead = Her ser du, hvor de frivillige kommer fra, og hvad hver kanal fører til.
channel-kind = Slags
channel-kind-association = Forening
channel-kind-council = Råd eller udvalg
channel-kind-church = Kirke
channel-kind-house = Frivillighus
channel-kind-language-school = Sprogskole
channel-kind-education = Uddannelsessted
channel-kind-friends = Vennekreds
channel-kind-media = Avis, radio eller tv
channel-kind-library = Bibliotek
channel-kind-municipality = Kommunens egne steder
channel-kind-personal = Frivilliges egne links

channel-new = Ny kanal
channel-new-lead = En kanal er nogen, der fortæller om jeres opgaver. Den får sit eget korte link, så I kan se, hvad det fører til.
channel-none = Der er ingen kanaler endnu
channel-none-text = Begynd med dem, I allerede arbejder sammen med: Ældre Sagen, menighedsrådet, biblioteket.
channel-name = Navn
channel-name-hint = For eksempel Ældre Sagen Fjordlund
channel-name-taken = Der er allerede en kanal med det navn
channel-code = Kort navn i adressen
channel-code-hint = Små bogstaver, tal og bindestreger. Lad feltet stå tomt, så laver vi det ud fra navnet. Det kan ikke ændres senere, for det kommer til at stå på plakater.
channel-code-wrong = Brug kun små bogstaver fra a til z, tal og bindestreger, højst 40 tegn
channel-code-taken = Det korte navn er brugt. Vælg et andet
channel-active = Kanalen er i brug
channel-active-hint = En kanal, der ikke er i brug, kan ikke vælges. Dens link virker stadig, for plakater hænger længe.
channel-save = Gem
channel-cancel = Fortryd
channel-edit = Ret kanalen
channel-flash-saved = Kanalen er gemt.
channel-not-in-use = Ikke i brug

channel-link = Link til kanalen
channel-link-hint = Alle, der følger linket, tælles. Vi gemmer ikke, hvem de er.
channel-link-lead = Send linket til kanalen, så de kan dele det. Det fører til forsiden. Vil I vise en bestemt opgave frem, så lav en plakat fra opgavens side.
channel-copy = Kopiér
channel-copied = Kopieret
channel-qr = QR-kode til linket
channel-qr-alt = QR-kode til { $address }
channel-mail = Skriv en mail med linket
channel-mail-subject = Vil I fortælle om vores frivilligopgaver?
channel-mail-body = Kære { $name }

    Her kan jeres medlemmer og kontakter finde en opgave som frivillig i { $municipality }:
    { $link }

    Del gerne linket. Vi kan se, hvor mange der følger det, men ikke hvem de er.

    Venlig hilsen
    { $sender }
channel-in-short = De sidste { $days } dage

channel-period = Periode
channel-period-days = { $days } dage
channel-period-note = Interesser, der ikke blev til noget, sletter vi efter et halvt år. Derfor går tallene ikke længere tilbage. Vi viser ikke et tal, hvis man ellers kunne regne ud, hvad enkelte personer har gjort.
channel-column-channel = Kanal
channel-column-visits = Fulgte linket
channel-column-interested = Viste interesse
channel-column-accepted = Fik ja
channel-column-active = Hjælper nu
channel-column-answer = Svar
channel-register = Kanalerne
channel-own-links = Frivilliges egne links
channel-own-links-lead = Frivillige får vi fra frivillige. Hver frivillig har et link på Min side. Her står de kun samlet.
channel-own-links-few = Færre end fem frivillige har lavet et link, så tallene vises ikke endnu.
channel-own-links-sum = Alle frivilliges links tilsammen
channel-heard-title = Hørt om opgaven på anden måde
channel-heard-lead = Det har folk selv svaret i formularen.
channel-few = færre end { $few }
channel-held-back = vises ikke
channel-silent-few = Færre end { $few } personer har ikke svaret på, hvor de hørte om opgaven. Det er frivilligt.
channel-silent = { $count ->
    [0] Alle har svaret på, hvor de hørte om opgaven.
    [one] 1 person har ikke svaret på, hvor de hørte om opgaven. Det er frivilligt.
   *[other] { $count } personer har ikke svaret på, hvor de hørte om opgaven. Det er frivilligt.
  }
channel-csv = Hent som regneark (CSV)

## I interesseformularen

channel-heard-from = Hvor hørte du om opgaven?
channel-heard-from-their = Hvor hørte personen om opgaven?
channel-heard-from-hint = Det hjælper os med at fortælle om opgaver de rigtige steder
channel-heard-not-said = Vil ikke svare
channel-heard-channel = En anden kanal
channel-heard-volunteer = En, der selv er frivillig
channel-heard-staff = En, der arbejder på stedet
channel-heard-website = Kommunens hjemmeside
channel-heard-newspaper = Avis eller lokalblad
channel-heard-social-media = Sociale medier
channel-heard-poster = En plakat eller et opslag
channel-heard-event = Et møde eller et arrangement
channel-heard-other = På en anden måde

## På svarsiden

channel-came-by = Kom via
channel-heard-said = Hørte om opgaven fra

## Fortæl videre

channel-own-title = Fortæl videre
channel-own-lead = Kender du nogen, der også kunne have lyst? De fleste nye frivillige kommer, fordi de kender en, der allerede er det.
channel-own-link = Dit link
channel-own-link-hint = Det fører til de ledige opgaver. Linket siger ikke, hvem du er.
channel-own-send-mail = Send det i en mail
channel-own-send-sms = Send det i en sms
channel-own-mail-subject = Kunne du også have lyst til at være frivillig?
channel-own-mail-body = Hej

    Jeg er frivillig i { $municipality } og tænkte på dig. Her er opgaver, du kan se på:
    { $link }

    Du binder dig ikke til noget ved at kigge.
channel-own-sms = Jeg er frivillig og tænkte på dig. Se, om der er noget for dig: { $link }
channel-own-followed = har fulgt dit link
channel-own-came = har vist interesse for en opgave
channel-own-privacy = Du ser kun tal. Vi fortæller dig ikke, hvem der har fulgt linket, og vi fortæller dem, der svarer, at det var en frivillig, men ikke hvem.
channel-own-none = Ingen har fulgt linket endnu.
channel-own-my-page = Min side
channel-own-how-it-went = Sådan er det gået
channel-own-qr = QR-kode til dit link
channel-own-make = Lav mit link
channel-own-make-text = Du får et link, som du kan sende til en ven, en nabo eller en kollega. Du kan se, hvor mange der følger det.
channel-own-short-lead = De fleste nye frivillige kommer, fordi de kender en, der allerede er det.
channel-own-more = Fortæl det til en, du kender
channel-own-numbers = { $followed ->
    [one] 1 har fulgt dit link
   *[other] { $followed } har fulgt dit link
  }, { $came } har vist interesse
channel-own-heading = Fortæl videre
channel-known-heading = Dit link til at fortælle videre
channel-known-link = Link
channel-known-visits = Antal gange, linket er fulgt
channel-known-since = Lavet

## Plakaten

channel-poster-title = Plakat
channel-poster-heading = Plakat til »{ $title }«
channel-poster-lead = Vælg, hvor plakaten skal hænge. Så kan I se, hvor mange der kommer den vej. Tryk på Udskriv: plakaten fylder ét A4-ark.
channel-poster-channel = Plakaten skal hænge hos
channel-poster-no-channel = Et sted uden kanal
channel-poster-show = Vis plakaten
channel-poster-back = Til opgaven
channel-poster-preview = Sådan ser plakaten ud
channel-poster-wanted = Vil du være frivillig?
channel-poster-when = Hvornår
channel-poster-where = Hvor
channel-poster-what = Det gør du
channel-poster-call = Ring og hør mere
channel-poster-scan = Scan koden med din telefon, og læs mere
channel-poster-or-write = eller skriv
channel-poster-qr-alt = QR-kode til { $title }: { $address }
channel-poster-free = Det koster ikke noget, og du binder dig ikke til noget ved at høre mere.
channel-poster-not-public = Opgaven er ikke åben. Plakatens link virker først, når den er offentlig.

## Genveje

channel-shortcuts = Genveje
channel-shortcut-channels = Kanaler
channel-shortcut-declarations = Erklæringer
