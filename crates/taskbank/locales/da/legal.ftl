# Noter om regler for frivillige: vist på opgavernes sider, så længe nogen har set efter, at de passer.

legal-title = Noter om regler
legal-lead = Noterne står foldet sammen på opgavernes sider med kilde, år og hvem der svarer for dem. En note vises til og med året efter, at I sidst så efter, om den passer. Se i kilden, før I trykker.
legal-of-units = Vises på opgaver hos kommunens egne enheder.
legal-of-associations = Vises på opgaver hos foreninger.
legal-of-companies = Vises på opgaver hos foreninger og virksomheder, når ingen forening organiserer de frivillige.
legal-no-longer = Passer en note ikke mere, så lad være med at trykke. Så bliver den ikke vist, når dens tid er gået. Sig det til systemadministratoren, som kan få ordlyden rettet i en ny udgave af programmet.
legal-through-associations = Vises på opgaver, hvor en forening organiserer de frivillige.
legal-shown-until = Vises til { $day }
legal-not-shown = Vises ikke: den skal ses efter
legal-source = Kilde: { $source }.
legal-year = Sidst set efter: { $year }.
legal-still-holds = Vi har set efter: den passer stadig
legal-flash-looked = Noten er set efter og vises igen.
legal-work = { $count ->
    [one] En note om regler skal ses efter
   *[other] { $count } noter om regler skal ses efter
}
legal-work-detail = De er for gamle til at stå på opgavernes sider.
