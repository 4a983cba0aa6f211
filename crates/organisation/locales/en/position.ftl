# Positions, holidays and deputies.

position-kind-administrator = Administrator
position-kind-central-coordinator = Central volunteer coordinator
position-kind-reference-director = Reference director
position-kind-unit-leader = Leader
position-kind-key-person = Key person
position-kind-local-contact = Local contact person
position-kind-ambassador = Volunteering ambassador
position-kind-ambassador-team = Team of ambassadors
position-heading = Positions
position-vacant = Vacant
position-with-deputies = { $holders } (deputy: { $deputies })
position-and-liaison = { $kind }, the department's contact to the coordinator
position-column-title = Position
position-column-kind = Role
position-column-who = Who
position-add-link = Add a position
position-waive-link = No contact person here?
