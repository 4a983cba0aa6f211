# Værdier og mål: det, der arbejdes for, og hvad der gør det.

aim-title = Værdier og mål
aim-title-of = Værdier og mål i { $text }
aim-political-ones = Kommunens politiske mål
aim-lead = Det, teksten siger, vi vil, og hvad der bliver gjort ved det.
aim-lead-political = De mål, kommunens politikere har sat, og hvad frivillige og kommunen gør for dem sammen.
aim-summary = { $served } af { $total } har en indsats eller et fokusområde. Lige nu er en indsats i gang ved { $working }.
aim-summary-statute = { $served } af { $total } har en indsats, et fokusområde eller et afsnit i teksten. Lige nu er en indsats i gang ved { $working }.
aim-none = Ingen mål her endnu
aim-none-text = Når de er skrevet ind, står de her.
aim-is-draft = Kladde: kun du kan se dem her, indtil teksten er offentlig
aim-read-text = Læs teksten
aim-without-text = Fra en tekst, der er slettet
aim-kind-value = Værdi
aim-kind-area = Fokusområde
aim-kind-goal = Mål
aim-kind-political = Politisk mål
aim-kind-statute = Lovkrav
aim-heading-value = Værdier
aim-heading-area = Fokusområder og mål
aim-heading-goal = Andre mål
aim-heading-political = Politiske mål
aim-heading-statute = Det, loven vil have med (folkeoplysningslovens § 34)
aim-column-aim = Det, vi vil
aim-column-initiatives = Indsatser
aim-column-blocks = Afsnit
aim-unserved = Intet arbejder for det endnu
aim-no-initiatives = Ingen indsatser
aim-no-blocks = Ingen afsnit
aim-change = Ret
aim-pick-blocks = Vælg afsnit
aim-new = Tilføj { $kind }
aim-edit = Ret { $kind }
aim-name = Navn
aim-about = Forklaring
aim-name-en = Navn på engelsk
aim-en-hint = Er det tomt, viser vi det danske
aim-about-en = Forklaring på engelsk
aim-above = Hører til fokusområdet
aim-above-none = Intet fokusområde
aim-place = Plads i rækkefølgen
aim-place-hint = 1 er øverst. Er feltet tomt, kommer det sidst
aim-remove = Slet
aim-remove-text = { $initiatives ->
    [0] Ingen indsatser
    [one] 1 indsats eller fokusområde
   *[other] { $initiatives } indsatser og fokusområder
} og { $blocks ->
    [0] ingen afsnit
    [one] 1 afsnit
   *[other] { $blocks } afsnit
} peger på det. De bliver stående, men uden koblingen.
aim-remove-goals = { $count ->
    [one] 1 mål hører til det og bliver stående uden fokusområde.
   *[other] { $count } mål hører til det og bliver stående uden fokusområde.
}
aim-statute-title = Folkeoplysningslovens § 34
aim-statute-text = En politik for folkeoplysning skal sige noget om seks ting. Gør teksten det, kan I vise, hvilke afsnit der svarer på hvad.
aim-statute-add = Teksten skal også opfylde § 34
aim-statute-remove = Teksten skal ikke opfylde § 34
aim-statute-remove-text = De seks punkter forsvinder her, og det samme gør dit valg af afsnit til dem. Selve teksten bliver ikke ændret.
aim-34-participation = Mål for deltagelsen i folkeoplysende virksomhed
aim-34-frames = Rammer, også lokaler og anlæg
aim-34-self-organised = Samspil med selvorganiserede grupper og den økonomiske ramme til udvikling
aim-34-partnerships = Samspil med andre politikområder og partnerskaber
aim-34-delimitation = Afgrænsning: hvad er folkeoplysende virksomhed, og hvad er ikke
aim-34-involvement = Hvor meget og hvordan brugerne bliver inddraget
aim-others = Andre værdier og mål
aim-text = Tekst
aim-choose-text = Vis
aim-blocks = Vælg afsnit
aim-blocks-which = Hvilke afsnit handler om det?
aim-text-is-empty = Der er ingen afsnit at vælge
aim-text-is-empty-text = Skriv teksten først. Så kan du vælge afsnit her.
aim-serves = Det arbejder den for
aim-pick-lead = Sæt kryds ved de værdier og mål, den bidrager til.
aim-flash-saved = Gemt
aim-flash-removed = Slettet
aim-flash-statute = De seks punkter er kommet med. Vælg nu afsnit til dem
aim-flash-no-statute = De seks punkter er fjernet
aim-flash-blocks = Afsnittene er valgt
aim-flash-picked = Gemt
