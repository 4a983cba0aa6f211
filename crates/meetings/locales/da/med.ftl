# MED: hvornår hvert niveau sidst har talt om frivillighed.

med-title = Frivillighed i MED
med-lead = Alle niveauer i MED skal løbende drøfte samarbejdet med frivillige. Her ser du, hvornår det sidst skete i hvert område.
med-none = Ingen MED-udvalg endnu
med-none-text = Opret dem under Grupper og råd, og vælg niveau og område.
med-area = Område
med-everywhere = Hele kommunen
med-level = Niveau { $level }
med-other-bodies = Andre grupper
med-no-body = Intet udvalg
med-talked = Drøftet { $day }
med-never = Ikke de sidste { $years } år
med-late = { $count ->
    [one] 1 udvalg har ikke drøftet frivillighed det sidste år
   *[other] { $count } udvalg har ikke drøftet frivillighed det sidste år
}
med-all-talked = Alle udvalg har drøftet frivillighed det sidste år
med-make-standing = Gør det til et fast punkt
med-standing-point = Samarbejdet med frivillige
med-flash-standing = Punktet kommer med på de næste dagsordener
med-tree = Sådan hænger MED sammen
med-tree-text = Et udvalg drøfter det, dets leder kan beslutte. Derfor følger niveauet den enhed, udvalget hører til.
med-level-named = Niveau { $level }: { $names }
med-follows = Følger { $title }: { $names }
med-follows-nobody = Følger { $title } (ledig)
med-at-odds = Niveauet passer ikke til den enhed, udvalget hører til.
med-mend = Ret udvalget
med-areas = Områder
med-places = Steder i { $area }
med-homeless = Vi ved ikke, hvilket område de hører til:
med-table = Hvornår er frivillighed drøftet i hvert område?
med-leader = lederen
