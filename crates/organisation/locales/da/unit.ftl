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
