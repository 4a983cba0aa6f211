# Enheder, organer og hvem der svarer.

## Organer

body-kind-political = Politisk
body-kind-committee = Politisk udvalg
body-kind-management = Ledelse
body-kind-med = MED
body-kind-council = Råd
body-kind-coordination = Koordinering
body-kind-steering = Styregruppe
body-kind-network = Netværk
body-kind-working-group = Arbejdsgruppe
body-kind-task-force = Taskforce
body-kind-meeting-series = Møderække
body-hearing-statutory = Skal høres efter loven
body-hearing-local = Bliver hørt
body-hearing-voluntary = Kan blive hørt

## Niveauer og slags

unit-level-central = Hele kommunen
unit-level-department = Område
unit-level-institution = Institution
unit-kind-central = Kommunen
unit-kind-sector = Fagområde
unit-kind-staff = Stabsområde
unit-kind-care-home = Plejehjem
unit-kind-activity-centre = Aktivitetscenter
unit-kind-health-centre = Sundhedshus
unit-kind-training-centre = Træningscenter
unit-kind-school = Skole
unit-kind-daycare = Dagtilbud
unit-kind-childminding = Dagpleje
unit-kind-youth-club = Klub
unit-kind-crisis-centre = Krisecenter
unit-kind-drop-in-centre = Værested
unit-kind-supported-housing = Botilbud
unit-kind-hostel = Herberg
unit-kind-library = Bibliotek
unit-kind-culture-house = Kulturhus
unit-kind-museum = Museum
unit-kind-sports-ground = Idrætsanlæg
unit-kind-music-school = Musikskole
unit-kind-language-school = Sprogskole
unit-kind-job-centre = Jobcenter
unit-kind-integration-house = Integrationshus
unit-kind-nature-school = Naturskole
unit-kind-recycling-centre = Genbrugsplads
unit-kind-other = Andet sted

# Hvem man kan spørge: koordinatoren siges kun, når der er en
asked-coordinator = koordinatoren
asked-municipality = kommunen
body-mandate-decides = Beslutter
body-mandate-recommends = Indstiller
body-mandate-coordinates = Koordinerer
body-mandate-advises = Rådgiver
body-rule-key-persons = Alle nøglepersoner og koordinatoren
body-rule-associations = Alle foreninger, der er godkendt efter folkeoplysningsloven
seat-role-chair = Formand
seat-role-deputy-chair = Næstformand
seat-role-secretary = Sekretær
seat-role-member = Medlem
body-quorum-more-than-half = Når mere end halvdelen er der
body-quorum-half = Når mindst halvdelen er der
body-quorum-two-thirds = Når mindst to tredjedele er der
body-quorum-number = Når så mange er der (skriv antallet)
