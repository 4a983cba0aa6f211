# A task's page.

task-places-left = { $count ->
    [0] No places left
    [one] One place left
   *[other] { $count } places left
}
task-how-it-goes = How it goes
task-step-interest = You show interest
task-step-interest-text = Name, e-mail or phone and one line. It takes less than a minute.
task-step-answer = You get an answer by { $day }
task-step-answer-text = The contact person writes or calls.
task-step-agree = You talk and agree
task-step-agree-text = Only then do you say yes.
task-answer-by = You get an answer by { $day }.
task-aside = Facts and contact
task-in-short = In short
task-interested = I am interested
task-call = Call
task-write-mail = Write an e-mail
task-similar = Similar tasks right now
task-similar-none = There are no similar tasks right now. See all open tasks.
task-find-others = Find other tasks

## For those who look after the task

task-for-you = For those who look after the task
task-missing-lead = Before the task can be published, this is missing:
task-certificate-heading = Is a child protection certificate needed?
task-certificate-text = The task is regular and with children. If the children are under 15, the volunteer as a rule needs a child protection certificate (børneattest) before the task begins.
task-certificate-link = See the requirements
task-approve = Approve and publish
task-yes-current = Yes, it is current
task-no-close = No, close the task
task-edit = Edit
task-fill = Mark as filled
task-reopen = Open again
task-copy = Copy to a new draft
task-history = What has happened
task-interested-full = Say that you would like to help
task-step-full = You say that you would like to help
task-step-full-text = All places are taken right now. You write a few lines and commit to nothing.
