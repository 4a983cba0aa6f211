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

## Levels and kinds

unit-level-central = The whole municipality
unit-level-department = Department
unit-level-institution = Institution
unit-kind-central = The municipality
unit-kind-sector = Department
unit-kind-staff = Staff area
unit-kind-care-home = Care home
unit-kind-activity-centre = Activity centre
unit-kind-health-centre = Health centre
unit-kind-training-centre = Training centre
unit-kind-school = School
unit-kind-daycare = Day care
unit-kind-childminding = Childminding
unit-kind-youth-club = Youth club
unit-kind-crisis-centre = Crisis centre
unit-kind-drop-in-centre = Drop-in centre
unit-kind-supported-housing = Supported housing
unit-kind-hostel = Hostel
unit-kind-library = Library
unit-kind-culture-house = Culture house
unit-kind-museum = Museum
unit-kind-sports-ground = Sports ground
unit-kind-music-school = Music school
unit-kind-language-school = Language school
unit-kind-job-centre = Job centre
unit-kind-integration-house = Integration house
unit-kind-nature-school = Nature school
unit-kind-recycling-centre = Recycling centre
unit-kind-other = Another place

# Whom one can ask: the coordinator is only said where there is one
asked-coordinator = the coordinator
asked-municipality = the municipality
body-mandate-decides = Decides
body-mandate-recommends = Recommends
body-mandate-coordinates = Coordinates
body-mandate-advises = Advises
body-rule-key-persons = All key persons and the coordinator
body-rule-associations = All associations approved under folkeoplysningsloven
seat-role-chair = Chair
seat-role-deputy-chair = Deputy chair
seat-role-secretary = Secretary
seat-role-member = Member
body-quorum-more-than-half = When more than half are there
body-quorum-half = When at least half are there
body-quorum-two-thirds = When at least two thirds are there
body-quorum-number = When so many are there (write the number)
