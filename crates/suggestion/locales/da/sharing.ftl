## Når en opgave sendes videre

sharing-title = Fortæl det videre
sharing-link = Link til opgaven
sharing-link-hint = Kender du en, der kunne have lyst? Send linket i en besked, eller del det i en gruppe.
sharing-share = Del
sharing-mail = Send i en mail
sharing-calendar = Læg i din kalender
sharing-calendar-not-agreed = Tiden står her, så du kan huske den. Du er først med, når du har vist interesse og fået svar.
sharing-calendar-summary = Ikke aftalt endnu: { $title }
sharing-calendar-cancelled = AFLYST: { $title }
sharing-calendar-called-off = Opgaven er aflyst.
sharing-calendar-call = Har du spørgsmål, så ring på { $phone }.
sharing-image = En lille by med huse, træer og mennesker. Der står: Bliv frivillig.
