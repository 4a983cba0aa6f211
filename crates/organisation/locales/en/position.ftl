# Positions, holidays and deputies.

position-kind-administrator = Administrator
position-kind-central-coordinator = Central volunteer coordinator
position-kind-reference-director = Reference director
position-kind-unit-leader = Leader
position-kind-key-person = Key person
position-kind-local-contact = Local contact person
position-kind-ambassador = Volunteering ambassador
position-kind-ambassador-team = Team of ambassadors
position-deputy-called = { $name } (deputy)
