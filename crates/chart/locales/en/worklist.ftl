worklist-kind-key-person-missing = Departments without a key person
worklist-kind-contact-missing = Places without a contact person
