# Foreninger og andre aktører: register, tilmelding, godkendelse.

association-kind-association = Forening
association-kind-local-branch = Lokalafdeling af en landsforening
association-kind-informal-group = Gruppe uden vedtægter
association-kind-individual = Enkeltperson
association-kind-company = Virksomhed
association-kind-social-enterprise = Socialøkonomisk virksomhed
association-kind-council = Råd eller samråd
association-kind-union = Fagforening
association-kind-volunteer-centre = Frivilligcenter
association-kind-religious-community = Menighed eller trossamfund

association-role-chair = Formand
association-role-treasurer = Kasserer
association-role-board = Bestyrelsesmedlem
association-role-volunteer-coordinator = Frivilligkoordinator
association-role-contact = Kontaktperson

association-state-unconfirmed = Ikke bekræftet endnu
association-state-pending = Venter på godkendelse
association-state-approved = Godkendt
association-state-rejected = Afvist
association-state-closed = Lukket

association-work-approve = Godkend { $name }
