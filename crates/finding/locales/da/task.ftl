# A task's page.

task-places-left = { $count ->
    [0] Ingen ledige pladser
    [one] Én plads tilbage
   *[other] { $count } pladser tilbage
}
task-how-it-goes = Sådan foregår det
task-step-interest = Du viser interesse
task-step-interest-text = Navn, e-mail eller telefon og en linje. Det tager under et minut.
task-step-answer = Du får svar senest { $day }
task-step-answer-text = Kontaktpersonen skriver eller ringer.
task-step-agree = I taler sammen og aftaler
task-step-agree-text = Først da siger du ja.
task-answer-by = Du får svar senest { $day }.
task-aside = Fakta og kontakt
task-in-short = Kort fortalt
task-interested = Jeg er interesseret
task-call = Ring
task-write-mail = Skriv en mail
task-similar = Lignende opgaver lige nu
task-similar-none = Der er ingen lignende opgaver lige nu. Se alle åbne opgaver.
task-find-others = Find andre opgaver

## For dem, der står for opgaven

task-for-you = For jer, der står for opgaven
task-missing-lead = Før opgaven kan offentliggøres, mangler:
task-certificate-heading = Skal der børneattest til?
task-certificate-text = Opgaven er fast og sammen med børn. Er børnene under 15 år, skal den frivillige som regel have en børneattest, før opgaven begynder.
task-certificate-link = Se kravene
task-approve = Godkend og offentliggør
task-yes-current = Ja, den er aktuel
task-no-close = Nej, luk opgaven
task-edit = Redigér
task-fill = Markér som besat
task-reopen = Åbn igen
task-copy = Kopiér til ny kladde
task-history = Det er der sket
task-interested-full = Skriv, at du gerne vil
task-step-full = Du skriver, at du gerne vil
task-step-full-text = Alle pladser er besat lige nu. Du skriver et par linjer, og du binder dig ikke til noget.
