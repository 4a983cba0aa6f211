# Henvendelser: bed om hjælp, og giv besked opad.

enquiry-title = Henvendelser
enquiry-lead = Bed om hjælp med det frivillige arbejde, eller giv besked om noget, andre bør vide.
enquiry-new = Skriv en henvendelse
enquiry-new-lead = Den går til dem, der leder det frivillige arbejde, og til nøglepersonen i dit område.
enquiry-none = Ingen henvendelser endnu
enquiry-none-text = Spørg, når du er i tvivl. Det er det, de er der for.
enquiry-open = Venter
enquiry-closed = Besvaret
enquiry-counts = { $open } venter. { $closed } er besvaret i år.
enquiry-kind = Hvad er det?
enquiry-kind-help = Jeg vil gerne have hjælp
enquiry-kind-help-hint = Du får et svar
enquiry-kind-notice = Jeg vil give besked
enquiry-kind-notice-hint = Du kan se, hvem der har læst det
enquiry-is-help = Ønske om hjælp
enquiry-is-notice = Besked
enquiry-unit = For hvilken enhed?
enquiry-unit-none = Ingen bestemt enhed
enquiry-subject = Emne
enquiry-said = Hvad vil du sige?
enquiry-said-hint = Skriv ingen navne på borgere
enquiry-sent-at = Sendt
enquiry-send = Send
enquiry-state-new = Venter
enquiry-state-taken = I gang
enquiry-state-answered = Besvaret
enquiry-state-read = Læst
enquiry-taken-by = { $who } er i gang med den.
enquiry-answered-by = Besvaret af { $who } { $day }
enquiry-read-by = Læst af { $who } { $day }
enquiry-take = Jeg tager den
enquiry-answer = Svar
enquiry-answer-missing = Skriv et svar
enquiry-send-answer = Send svaret
enquiry-mark-read = Jeg har læst den
enquiries-move = { $count ->
    [one] 1 henvendelse
   *[other] { $count } henvendelser
}
enquiry-mail-subject = Svar: { $subject }
enquiry-mail-answered = Du skrev om: { $subject }. Her er svaret.
enquiry-mail-see = Se henvendelsen
enquiry-mail-why = Du får denne mail, fordi du har sendt en henvendelse.
enquiry-flash-sent = Sendt. Du får svar her og på mail
enquiry-flash-taken = Den er din
enquiry-flash-answered = Svaret er gemt og sendt
enquiry-flash-was-changed = En anden har svaret imens
work-kind-enquiry = Henvendelser
