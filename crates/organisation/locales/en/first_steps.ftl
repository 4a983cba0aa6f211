# The first steps of a new municipality: what waits for the administrator until it is done.

first-steps-phone = Write the municipality’s telephone number
first-steps-phone-detail = Then people can call a human being. Write your e-mail and opening hours too.
first-steps-email = Write the municipality’s e-mail
first-steps-email-detail = Then people can write to you.
first-steps-units = Add your areas and institutions
first-steps-units-detail = One at a time, or all at once from a spreadsheet under “Import”.
first-steps-coordinator = Appoint a volunteer coordinator
first-steps-coordinator-detail = The coordinator approves associations and helps when nobody else answers.
