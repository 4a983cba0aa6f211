# Opbevaring.

retention-title = Hvor længe vi gemmer oplysninger
retention-lead = Siden sletter selv det, der ikke længere er brug for. Her kan du se reglerne, og hvad der ville blive slettet nu.
retention-text = Ingen skal trykke på noget. Hver regel bliver fulgt mindst én gang i døgnet.
retention-privacy = Det siger vi til borgerne
retention-what = Hvad
retention-purpose = Hvad vi bruger det til
retention-kept = Hvor længe
retention-due = Klar til sletning nu
retention-run = Næste gang
retention-never = Er ikke kørt endnu
retention-failed = Gik galt. Vi prøver igen.
retention-last = Sidst slettet: { $count }, { $day }.
retention-days = { $days ->
    [one] 1 dag
   *[other] { $days } dage
}
retention-sessions = Hvem der er logget ind
retention-sessions-purpose = At du ikke skal logge ind på hver side
retention-sessions-kept = Til du logger ud, højst 14 dage
retention-links = Links i mails, der logger ind eller bekræfter en forening
retention-links-purpose = At vise, at e-mailen er din
retention-links-kept = Til de er brugt eller udløbet
retention-associations = Foreninger, som ingen har bekræftet, og dem, der tilmeldte dem
retention-associations-purpose = At den, der tilmeldte foreningen, kan nå at bekræfte
retention-imports = Filer, der er sendt til import
retention-imports-purpose = At vise, hvad importen vil gøre, og at gennemføre den
retention-import-traces = Det, der skal til for at fortryde en import
retention-import-traces-purpose = At give de tidligere oplysninger tilbage, hvis importen var forkert
retention-people = Personer uden rolle
retention-people-purpose = At kunne logge ind og blive fundet i en rolle
retention-people-kept = { $months } måneder efter sidste rolle og sidste gang, de loggede ind. De får en mail efter { $told } måneder.
retention-mail = Mails, vi har sendt
retention-mail-purpose = At kunne svare på, om vi har skrevet

mail-deletion-subject = Din konto hos { $municipality } bliver slettet
mail-deletion-text = Du har ikke haft en rolle eller været logget ind i et år. Derfor sletter vi din konto hos { $municipality } om en måned.
mail-deletion-link = Vil du beholde den, så log ind:
mail-deletion-otherwise = Ellers skal du ikke gøre noget.
mail-deletion-why = Du får denne mail, fordi du har en konto hos os.
