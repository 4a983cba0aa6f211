# The association’s yearly declaration about children’s certificates.

requirement-of-task-title = Requirements
requirement-about-heading = What is it?
requirement-never-heading = Never keep a certificate
declaration-associations = Associations
declaration-title = Declaration on child protection certificates { $year }
declaration-about = Every year the association says whether it has activities for children under 15. If it has, it declares that it obtains certificates. If it has not, it says so. An association that is approved under folkeoplysningsloven and gets grants or rooms must do so in either case. Whoever signs for the association signs it.
declaration-never = Never send a certificate to the municipality. The municipality only gets the declaration.
declaration-gate = The task waits for the declaration
declaration-gate-text = “{ $title }” can become public when the declaration is signed. The municipality has decided so.
declaration-gate-link = To the task
declaration-signed = The declaration is signed
declaration-signed-by = Signed on { $day } by { $who }.
declaration-replaced = Replaced by a new one on { $day }.
declaration-lacking = The declaration is missing
declaration-lacking-text = Only the association's own people can sign.
declaration-overview-earlier = Earlier declarations
declaration-declare-question = Does the association have activities for children under 15?
declaration-declare-children = Yes. We obtain certificates for everybody over 15 who has regular and direct contact with the children, before they begin
declaration-declare-none = No. We have no activities for children under 15
declaration-declare-choose = Choose yes or no
declaration-declare-signer = You sign as { $name }, { $role }
declaration-declare-right = I have the right to sign for the association
declaration-declare-right-hint = The statutes say who signs for the association
declaration-declare-right-missing = Tick the box if you have the right to sign for the association. If not, ask the chair or the treasurer to sign
declaration-declare-signs-for = { $role }, signs for the association
declaration-declare-word = I declare this solemnly and sincerely.
declaration-declare-button = Sign
declaration-declares-children = Obtains certificates.
declaration-declares-none = Has no activities for children under 15.
declaration-overview-title = Declarations on child protection certificates
declaration-overview-signed = Signed
declaration-overview-lacking = Missing
declaration-overview-children = Missing, with tasks among children
declaration-gates-nothing = No tasks wait for the declaration. This can be changed in the settings.
declaration-gates-children = Associations' tasks for children and families wait for the declaration.
declaration-gates-all = All associations' tasks wait for the declaration.
declaration-why-children = has tasks among children
declaration-why-approved = approved under folkeoplysningsloven
declaration-csv-association = Association
declaration-csv-year = Year
declaration-csv-signed = Signed
declaration-csv-by = By
declaration-csv-what = Declaration
declaration-csv-why = Why
declaration-work-declaration = Sign the declaration on certificates for { $year }
declaration-news-declaration = It is time for the association's declaration on certificates for { $year }
declaration-flash-declared = Thank you. The declaration is signed.
declaration-flash-unchanged = Nothing was signed again. This year’s declaration was signed before. See what it says
declaration-flash-declaration = The task cannot become public before the association has declared that it obtains certificates.
declaration-retention = Associations' declarations on certificates
declaration-retention-purpose = To show who has declared
declaration-list-count = { $count ->
    [one] 1 association
   *[other] { $count } associations
}
declaration-list-search = Association
declaration-list-state = State
declaration-list-all = All
declaration-list-this-year = This year
declaration-list-lacking-approved = Lacking, and approved under folkeoplysningsloven
declaration-list-cvr = CVR
declaration-list-none = No associations yet
declaration-list-none-text = When an association is approved, it stands here with its declaration for the year.
declaration-list-associations = See the associations
declaration-remind = Remind them of the declaration
declaration-remind-heading = { $count ->
    [one] Remind 1 association of the declaration
   *[other] Remind { $count } associations of the declaration
}
declaration-remind-consequence = Those who can sign are told of the declaration for { $year }, with a link to it. If they have more news, they get it in one mail.
declaration-reminded = { $count ->
    [one] 1 association was reminded of the declaration.
   *[other] { $count } associations were reminded of the declaration.
}
declaration-remind-signed = has signed
declaration-remind-told = was told within the last 14 days
declaration-remind-nobody = has nobody to write to
declaration-link = Declaration on child protection certificates
declaration-correct = Correct the declaration
declaration-correct-text = You sign a new declaration for the year. The old one can still be read on this page.
declaration-doubtful = Says no, but has tasks among children
declaration-doubtful-text = The declaration says that the association has no activities for children under 15. But it has a task for children or families. If children under 15 take part, the declaration must be corrected.
declaration-receipt-subject = The declaration is signed: { $association }, { $year }
declaration-receipt = This is a receipt. { $association } has signed the declaration on child protection certificates for { $year }:
declaration-receipt-link = Read the declaration, and correct it if it is wrong:
declaration-receipt-why = You get this mail because you can sign for { $association }.
