worklist-kind-key-person-missing = Områder uden nøgleperson
worklist-kind-contact-missing = Steder uden kontaktperson
