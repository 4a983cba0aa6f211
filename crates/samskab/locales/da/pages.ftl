# Sider, der ikke hører til noget fagområde.

help-title = Hjælp
help-lead = Korte vejledninger i det, du gerne vil. Kan du ikke finde svaret, så ring til os.
help-for-everyone = For alle
help-for-volunteers = For frivillige
help-for-associations = For foreninger
help-for-staff = For dem, der tager imod frivillige
help-for-administrators = For administratorer
postbox-title = Demo-postkassen
postbox-lead = Her ligger de mails, som programmet ville have sendt. Kun i demoen kan man læse dem.
postbox-empty = Der er ikke sendt nogen mails endnu.
postbox-to = Til
postbox-attached = Vedhæftet kalenderfil:

## Det, der ikke lykkedes (/opsaetning/fejl)

failed-title = Det, der ikke lykkedes
failed-lead = Her står mails, der kom retur, og arbejde, som programmet har opgivet. Intet forsvinder, før nogen har set på det.
failed-back = Opsætning
failed-mails = Mails, der kom retur
failed-mails-none = Ingen mails er kommet retur.
failed-mails-text = Ret adressen dér, hvor den er skrevet, eller ring til personen. De, der tager sig af en frivillig, har selv fået besked.
failed-send-again = Send igen
failed-let-go = Fjern fra listen
failed-jobs = Arbejde, der er opgivet
failed-jobs-none = Intet er opgivet.
failed-jobs-text = Det er forsøgt ti gange. Fjern årsagen, og prøv igen. Er du i tvivl, så vis linjen til dem, der driver siden.
failed-try-again = Prøv igen
failed-log = Fra loggen
failed-why-unknown = Adressen findes ikke, eller modtagerens postkasse tager ikke imod ({ $code })
failed-why-full = Modtagerens postkasse er fuld ({ $code })
failed-why-address = Adressen kan ikke bruges til mail
failed-why-unreachable = Mailserveren kunne ikke nås i et døgn
failed-why-other = Mailserveren afviste mailen ({ $code })
failed-flash-again = Vi prøver igen. Går det galt, står det her igen
failed-flash-let-go = Fjernet fra listen
failed-work-title = { $count ->
    [one] Én ting lykkedes ikke
   *[other] { $count } ting lykkedes ikke
}
failed-work-detail = Mails, der kom retur, eller arbejde, der er opgivet

# Overskrifter på Mit overblik
worklist-kind-failed = Det, der ikke lykkedes

## Når en kommune stopper (samskab end)

ending-mail-subject = { $municipality } lukker siden med frivilligt arbejde
ending-mail-text = { $municipality } lukker siden, hvor frivillige og opgaver finder hinanden. Fra i dag kan ingen skrive på den.
ending-mail-data = Til og med den { $day } kan du logge ind og hente det, vi ved om dig, eller slette det selv. Derefter sletter vi det hele.
ending-mail-why = Du får denne mail, fordi du har en konto på siden.
