# Associations and other actors: directory, registration, approval.

association-kind-association = Association
association-kind-local-branch = Local branch of a national organisation
association-kind-informal-group = Group without statutes
association-kind-individual = Individual
association-kind-company = Company
association-kind-social-enterprise = Social enterprise
association-kind-council = Council
association-kind-union = Trade union
association-kind-volunteer-centre = Volunteer centre
association-kind-religious-community = Congregation or religious community

association-role-chair = Chair
association-role-treasurer = Treasurer
association-role-board = Board member
association-role-volunteer-coordinator = Volunteer coordinator
association-role-contact = Contact person

association-state-unconfirmed = Not confirmed yet
association-state-pending = Waiting for approval
association-state-approved = Approved
association-state-rejected = Rejected
association-state-closed = Closed

association-work-approve = Approve { $name }
