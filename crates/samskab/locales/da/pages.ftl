# Sider, der ikke hører til noget fagområde.

help-title = Hjælp
help-lead = Korte vejledninger i det, du gerne vil. Kan du ikke finde svaret, så ring til os.
postbox-title = Demo-postkassen
postbox-lead = Her ligger de mails, som programmet ville have sendt. Kun i demoen kan man læse dem.
postbox-empty = Der er ikke sendt nogen mails endnu.
postbox-to = Til
