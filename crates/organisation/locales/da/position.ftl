# Stillinger, ferie og stedfortrædere.

position-kind-administrator = Administrator
position-kind-central-coordinator = Central frivillighedskoordinator
position-kind-reference-director = Referencedirektør
position-kind-unit-leader = Leder
position-kind-key-person = Nøgleperson
position-kind-local-contact = Lokal kontaktperson
position-kind-ambassador = Frivillighedsambassadør
position-kind-ambassador-team = Team af ambassadører
position-heading = Stillinger
position-vacant = Ledig
position-with-deputies = { $holders } (stedfortræder: { $deputies })
position-and-liaison = { $kind }, områdets kontakt til koordinatoren
position-column-title = Stilling
position-column-kind = Rolle
position-column-who = Hvem
position-add-link = Opret stilling
position-waive-link = Ingen kontaktperson her?
