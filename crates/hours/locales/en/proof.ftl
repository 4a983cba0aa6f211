# The volunteer certificate: what somebody has done, on one page that anybody with the code can check.

proof-title = Volunteer certificate
proof-title-pupil = Volunteer certificate, pupils' project
proof-mine = My certificates
proof-make = Make a certificate
proof-none = You have not made a certificate yet.
proof-section-lead = For a job application, an education or just for yourself.
proof-of-day = Certificate of { $day }
proof-lead = A certificate shows what you have done as a volunteer. You choose what it says and who sees it.
proof-nothing-yet = You can make a certificate once you have helped somewhere
proof-nothing-yet-text = Your agreements are then listed here, and you choose what goes in.

proof-tasks = What I have done
proof-choose-tasks = Choose at least one thing you have done
proof-too-many-tasks = Choose at most { $most }, so that it fits on one page. You can make more certificates
proof-from = From
proof-to = To
proof-period-hint = Leave the fields empty if everything should be included.
proof-from-after-to = The period begins after it ends. Correct one of the days
proof-nothing-in-period = You did not help in that period. Choose other days, or leave the fields empty
proof-learned = What I have learned
proof-learned-hint = In your own words. Do not write about other people
proof-pupil = Certificate for the pupils' project, { $school }
proof-pupil-hint = You have written down { $reached } of { $wanted } hours. The period is the project's own.
proof-pupil-not-reached = You have written down { $reached }, and the project asks for { $wanted } hours. Write your hours under My hours, or make an ordinary certificate
proof-look = See the certificate
proof-look-first = This is how it will look
proof-look-first-text = If it is right, issue it. An issued certificate cannot be changed, but you can withdraw it and make a new one.
proof-issue = Issue the certificate
proof-correct = Correct something
proof-issued-before = Your certificates
proof-state-withdrawn = Withdrawn

proof-given-to = Given to
proof-has-helped = who has helped as a volunteer
proof-since = Since { $day }
proof-period = { $from } to { $to }
proof-confirmed = Confirmed by the place: { $hours }
proof-told = Told by the volunteer, not confirmed: { $hours }
proof-total-confirmed = Confirmed by the places in total: { $hours }
proof-total-told = Told by the volunteer in total, not confirmed: { $hours }
proof-learned-heading = What I have learned
proof-issued-on = Issued on { $day }
proof-check-line = See whether this certificate is real with the code
proof-own-words = Volunteering is unpaid. Task, place and period stand in the agreement between the volunteer and the place.
proof-learned-own-words = What the volunteer has learned is in the volunteer's own words.
proof-qr = QR code that leads to the page where the certificate can be checked

proof-show-lead = Print the certificate, or give others the code. Only those who have the code can see what it says.
proof-share = The page you can send to others:
proof-withdraw = Withdraw the certificate
proof-withdraw-text = We delete what the certificate says. Whoever tries the code is told that it was withdrawn. This cannot be undone.
proof-withdraw-button = Withdraw and delete
proof-is-withdrawn = You have withdrawn the certificate
proof-is-withdrawn-text = What it said is deleted. Whoever tries the code is only told that it was withdrawn.

proof-check-title = Is the certificate real?
proof-check-lead = If you have been given a volunteer certificate, you can see here whether it is real.
proof-code = Code
proof-code-hint = It is at the bottom of the certificate, for example K7QF-3MXA
proof-no-code = A code has eight characters, for example K7QF-3MXA. Check the certificate
proof-check-button = See the certificate
proof-check-another = See another certificate
proof-check-privacy = You only see what the certificate says. We do not keep who looks.
proof-unknown = We do not know the code
proof-unknown-text = No certificate has been issued with the code { $code }. Check that it is typed correctly. If it is, do not trust the certificate before you have talked to the person you got it from.
proof-real = The certificate is real
proof-real-text = It was issued at { $municipality } and looks like this. We vouch for task, place, period and the hours that the place has confirmed. The rest the volunteer has told.
proof-was-withdrawn = The certificate was withdrawn
proof-was-withdrawn-text = The volunteer withdrew it on { $day }. It is no longer valid. There may be a new one.
proof-gone = We no longer vouch for the certificate
proof-gone-text = A certificate with this code was issued, but what stood on it is deleted here. So we cannot say whether the paper is right. Ask whoever gave it to you.
proof-exit = { $count ->
    [one] 1 certificate that can be checked
   *[other] { $count } certificates that can be checked
}
proof-exit-outcome = What it says is deleted. Whoever tries the code is told that we no longer vouch for the certificate.

proof-issued = Issued
proof-name = Name
proof-withdrawn-on = Withdrawn

proof-flash-issued = The certificate is issued.
proof-flash-withdrawn = The certificate is withdrawn and deleted.
