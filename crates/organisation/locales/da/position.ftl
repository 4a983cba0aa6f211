# Stillinger, ferie og stedfortrædere.

position-kind-administrator = Administrator
position-kind-central-coordinator = Central frivillighedskoordinator
position-kind-reference-director = Referencedirektør
position-kind-unit-leader = Leder
position-kind-key-person = Nøgleperson
position-kind-local-contact = Lokal kontaktperson
position-kind-ambassador = Frivillighedsambassadør
position-kind-ambassador-team = Team af ambassadører
position-deputy-called = { $name } (stedfortræder)
