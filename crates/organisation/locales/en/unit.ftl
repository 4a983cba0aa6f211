# Units, bodies and who answers.

## Bodies

body-kind-political = Political
body-kind-committee = Political committee
body-kind-management = Management
body-kind-med = Co-determination (MED)
body-kind-council = Council
body-kind-coordination = Coordination
body-kind-steering = Steering group
body-kind-network = Network
body-kind-working-group = Working group
body-kind-task-force = Task force
body-kind-meeting-series = Series of meetings
body-hearing-statutory = Must be heard by law
body-hearing-local = Is heard
body-hearing-voluntary = May be heard
