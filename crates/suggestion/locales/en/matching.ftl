# What suits a volunteer, who suits a task, invitations, and why nobody comes.

## Words in common

matching-and = and
matching-morning = morning
matching-afternoon = afternoon
matching-evening = evening
matching-night = night
matching-every-day = every { $part }

## Suits you because …

matching-why = Suits you because { $reasons }.
matching-because-topics = you ticked { $topics }
matching-because-near-topics = it is close to something you ticked ({ $topics })
matching-because-groups = you would like to be with { $groups }
matching-because-competences = you are good at { $competences }
matching-because-near-competences = you can do something like { $competences }
matching-because-once = it is only once
matching-because-regular = you would like something regular
matching-because-times = you have time { $times }
matching-because-when-it-suits = you help decide when
matching-because-near = it is about { $km } from you
matching-because-very-near = it is close to you
matching-because-from-home = you can do it from home
matching-because-language = you speak { $languages }
matching-because-alone = you would rather do it by yourself
matching-because-group = you do it together with others
matching-because-few-have-seen = few have seen the task yet
matching-because-soon = somebody is needed { $day }
matching-because-waited = they are still looking for somebody

matching-they-topics = Ticked { $topics }
matching-they-near-topics = Ticked something close to { $topics }
matching-they-groups = Would like to be with { $groups }
matching-they-competences = Is good at { $competences }
matching-they-near-competences = Can do something like { $competences }
matching-they-once = Would like to help once
matching-they-regular = Would like something regular
matching-they-times = Has time { $times }
matching-they-when-it-suits = Can find a time together with you
matching-they-near = Lives about { $km } away
matching-they-very-near = Lives close by
matching-they-from-home = Would like to help from home
matching-they-language = Speaks { $languages }
matching-they-alone = Would rather do it alone
matching-they-group = Would like to do it with others

## What is in the way

matching-gate-paused = You have asked for a break.
matching-gate-in-contact = You are already in contact with them about the task, or you have said no to it.
matching-gate-refused = The place has said that you cannot have this task.
matching-gate-too-young = You are { $age }. The task asks for { $asks } years.
matching-gate-adult = The task asks for { $asks } years. You have said that you are over 18, but not how old you are.
matching-gate-age-unknown = The task asks for { $asks } years, and we do not know how old you are.
matching-gate-licence = The task asks for a driving licence.
matching-gate-lacks = The task asks for { $what }.
matching-gate-never = You have said that you would rather not have { $what }.
matching-gate-full = All places are taken at the moment.
matching-gate-from-home = The task is done from home, and your CV does not say that you would like to help from home.
matching-gate-busy = You have an agreement at that time already: “{ $title }”.
matching-gate-language = Here one speaks { $languages }, and that is not in your CV.
matching-gate-times = The task is { $times }, and you do not have time then.
matching-gate-too-far = It is about { $km } away, and you would go { $reach } at most.

matching-next-cv = Change your CV
matching-next-interests = See your interests
matching-next-others = See these instead
matching-next-ask = Ask the contact person
matching-next-age = Say in your CV that you are old enough
matching-next-licence = If you have one, say so in your CV
matching-next-never = If you would like to anyway, change your CV
matching-next-waiting-list = Put yourself on the waiting list
matching-next-language = If you know the language, say so in your CV
matching-next-times = Change your times, or ask for another time
matching-next-reach = Change how far you would go

## Suggestions

matching-my-page = My page
matching-suggestions-title = Tasks that suit you
matching-suggestions-lead = They are here because they match what you wrote in your CV. The choice is yours.
matching-suggestions-none = There are no tasks that suit you right now
matching-suggestions-none-text = New ones come every week. You can also change your CV or see all tasks.
matching-suggestions-all = See all tasks
matching-no-cv = Get suggestions that suit you
matching-no-cv-text = Tell us what you like and when you have time. It takes three minutes, and nobody else sees it until you say yes.
matching-unfinished = Put two ticks in your CV
matching-unfinished-text = One at something you like or can do and one at a time are enough. Then we find tasks that suit you.
matching-make-cv = Make your CV
matching-edit-cv = Change your CV
matching-why-little = Nothing is in the way, and we do not know enough about you yet to say more.
matching-reckoned = How it is worked out
matching-reckoned-text = Each part gets from 0 to 100 and counts with its weight. At the end something is taken away when somebody has shown interest in the task this week, and added when few have seen it, or when it has waited for long. How many have seen it counts twice when we choose which tasks come into the list. The weights are version { $version }. The same CV and the same task give the same number for everybody.
matching-reckoned-total = In all
matching-part = Part
matching-points = Points
matching-weight = Weight
matching-part-interests = What you like
matching-part-groups = Whom you would like to be with
matching-part-competences = What you are good at
matching-part-rhythm = How often
matching-part-time = Times that suit
matching-part-distance = Distance
matching-part-language = Language
matching-part-company = Alone or together
matching-part-fit = How well you fit
matching-part-answers = How soon the place usually answers
matching-part-met = Somebody has shown interest in it this week
matching-part-attention = How many have seen it
matching-part-waiting = It has waited for somebody
matching-not-for-me = Not for me
matching-not-reason = What is the reason? You need not answer.
matching-not-interested = It does not appeal to me
matching-not-far = It is too far
matching-not-times = The time does not suit
matching-not-much = It is too much
matching-not-other = Something else
matching-not-send = Do not show it again
matching-declined-heading = You said no to these
matching-take-back = Show it again
matching-flash-not-for-me = We will not suggest that task again.
matching-flash-after-all = The task may be among your suggestions again.

matching-fits-title = Does the task suit you?
matching-fits-yes = Yes, nothing is in the way
matching-fits-no = This is in the way
matching-fits-no-lead = That is why you do not see the task among your suggestions:
matching-fits-closed = The task takes no volunteers right now, so it is in nobody's suggestions.
matching-fits-others = These suit you
matching-fits-why-not = Why not?
matching-fits-how = How we know
matching-fits-not-quite = It does not quite suit your CV.
matching-interested = I am interested

## My page

matching-section-heading = Suits you
matching-work-invitation = { $by } asks if you would like to help
matching-section-line = { $by } · { $when }. { $why }
matching-section-none = There are no tasks that suit you right now. New ones come every week.
matching-section-no-cv = Tell us what you like and when you have time, and we will find tasks for you.
matching-section-more = See all suggestions

matching-known-suggestions = Suggestions for you
matching-known-declined = Tasks you said no to
matching-known-invitations = Invitations
matching-known-task = Task
matching-known-why = Why
matching-known-at = When
matching-known-reason = Reason
matching-known-message = Message
matching-known-state = What became of it
matching-known-sent = Sent

## Who suits the task

matching-invite-link = Volunteers who suit
matching-invite-title = Volunteers who suit
matching-invite-lead = They have said yes to being found, and the task suits them. You see no name, e-mail or phone until they say yes.
matching-invite-order = The order does not say who is best. It spreads the invitations and changes from day to day.
matching-invite-logged = Each volunteer can see that you have looked.
matching-invite-who = Whom would you like to ask?
matching-invite-message = Write a few words
matching-invite-message-hint = Who are you, and what does it mean to you that somebody comes? We tell them what the task is, and when.
matching-invite-message-start = Hello! We think that “{ $title }” could be something for you. Would you like to hear more?
matching-invite-message-shift = Hello! We need somebody for “{ $title }” { $when }. Do you have the time, and would you like to?
matching-invite-message-missing = Write a few words to them
matching-invite-nobody = Choose at least one
matching-invite-send = Send invitation
matching-invite-none = Nobody right now
matching-invite-none-text = Nobody in the CV bank suits the task as it is. See what keeps people away, and what a change would open.
matching-invite-none-why = Why does nobody come?
matching-invite-closed = The task is not open
matching-invite-closed-text = You can invite when the task is open.
matching-invite-sent-heading = You have asked these
matching-invite-withdraw = Take back
matching-invite-see = See the answer
matching-pseudonym = Volunteer { $sign }
matching-pseudonym-gone = A volunteer
matching-spared-enough = { $count ->
    [one] Has had one invitation this week. Try another.
   *[other] Has had { $count } invitations this week. Try another.
  }
matching-spared-heard = Has heard from you lately. You can ask again { $day }.
matching-fact-area-reach = { $postcode }, would go up to { $km } km
matching-fact-licence = Has a driving licence
matching-fact-since = Volunteer since { NUMBER($year, useGrouping: "false") }
matching-state-sent = Waits for an answer
matching-state-accepted = Said yes
matching-state-declined = Said no thanks
matching-state-expired = Did not answer
matching-state-withdrawn = Taken back
matching-flash-sent = The invitation is sent. You will hear from us when somebody says yes.
matching-flash-some-sent = Some are invited. The others have had enough invitations or can no longer be found.
matching-flash-none-sent = Nobody was invited: they have had enough invitations or can no longer be found. Try another.
matching-flash-not-open = The task is not open, so nobody can be invited.
matching-flash-answered = The invitation is answered or over already.
matching-flash-withdrawn = The invitation is taken back.

## The invitation

matching-own-asked = { $by } asks whether you would help
matching-own-lead = It is up to you. A no thanks is a good answer too.
matching-own-stand-in = Can you take a shift at { $by }?
matching-own-stand-in-lead = One of the volunteers cannot come. The first to say yes gets the shift.
matching-own-accepted = Thank you for saying yes
matching-own-accepted-lead = Now the place can see your name and how to reach you. They will contact you.
matching-own-declined = You said no thanks
matching-own-declined-lead = That is quite all right. The place only sees that it was a no.
matching-own-solved = It is solved
matching-own-solved-lead = Somebody else has taken the shift. Thank you for letting us ask.
matching-own-over = The invitation is over
matching-own-over-lead = It has run out or was taken back. There is nothing to do.
matching-own-until = Answer by { $day }.
matching-own-until-time = Answer by { $time }.
matching-own-to-shift = See your shift
matching-own-to-interest = See what happens now
matching-own-to-suggestions = See tasks that suit you
matching-own-what = The task
matching-own-they-write = They write
matching-own-why = Why me?
matching-own-privacy = The place knows you only by a code. If you say yes, they see your name, e-mail and phone.
matching-own-privacy-mate = The place knows you already.
matching-own-yes = Yes please
matching-own-no = No thanks
matching-own-no-send = Send no thanks
matching-own-reason = What is the reason? You need not answer.
matching-own-pause = Would you like a break from invitations?
matching-pause-none = No, just ask me again
matching-pause-month = Yes, a month
matching-pause-quarter = Yes, three months
matching-pause-half-year = Yes, half a year
matching-decline-no-time = I have no time right now
matching-decline-times = The time does not suit me
matching-decline-far = It is too far
matching-decline-not-for-me = It is not for me
matching-decline-enough = I help enough elsewhere
matching-decline-other = Something else
matching-flash-yes = Thank you! It is agreed that you would like to.
matching-flash-yes-agreement = Thank you for your yes. Now read the agreement and say yes to it. Then only the place’s yes is missing.
matching-flash-no = Thank you for answering. You will hear no more about that task.
matching-flash-over = The invitation is answered or over.
matching-flash-full = All places have just been taken. Show interest in the task, and the place can put you on the waiting list.
matching-flash-hindered = You have something else at that time, or something is not in order yet. Call the contact person.

## Mails and news

matching-mail-subject = { $by } asks whether you would help
matching-mail-asked = { $by } asks whether you would like to help with “{ $title }”. They write:
matching-mail-when = When: { $when }.
matching-mail-link = Read more and answer here. The link signs you in and works once:
matching-mail-until = Answer by { $day }.
matching-mail-free = It is up to you. A no thanks is a good answer too, and it costs nothing. The place does not know your name until you say yes.
matching-mail-why = You get this mail because you are in the municipality's CV bank or help somewhere. On My page you can take a break or delete your CV.
matching-mail-stand-in-subject = Can you take a shift { $when }?
matching-mail-mate = One of you who help with “{ $title }” at { $by } cannot come { $when }. Can you?
matching-mail-stand-in = A volunteer at { $by } cannot come { $when }. It is about “{ $title }”. Can you?
matching-mail-stand-in-free = The first to say yes gets the shift. If you cannot, there is nothing to do.
matching-mail-solved-subject = It is solved
matching-mail-solved = Somebody else has taken the shift at “{ $title }”. Thank you for letting us ask.
matching-mail-solved-link = Your page:
matching-notice-yes = { $name } says yes to “{ $title }”
matching-notice-nobody-left = Nobody has taken the shift { $when } at “{ $title }”, and there is nobody left to ask
matching-nobody-to-ask = We have nobody to ask to take the shift. If you cannot come, call the place, or say that you cannot.

## Why does nobody come?

matching-why-nobody-title = Why does nobody come?
matching-why-nobody-lead = Here is what we know. Nothing is ever said of a single person.
matching-why-nobody-closed = The task is not open, so nobody is kept away right now.
matching-seen-heading = Seen in the last four weeks
matching-seen-list = times in the list
matching-seen-suggestion = times as a suggestion
matching-seen-page = times opened
matching-interested-count = have shown interest
matching-findings = What stands out
matching-findings-none = We see nothing wrong. Give it some time, or ask somebody yourselves.
matching-finding-suits = The task suits { $count } volunteers with a CV, but nobody has shown interest.
matching-finding-suits-nobody = The task suits none of the volunteers with a CV.
matching-finding-seldom-seen = It is seen much less than other tasks.
matching-finding-not-opened = Many see it in the list, but few open it. Perhaps the heading or the short text does not say enough.
matching-finding-opened-only = Many open it, but nobody shows interest. Perhaps something holds them back.
matching-finding-unanswered = { $count ->
    [one] One person who wrote to you in the last year had no answer in time. Tasks where one gets a quick answer are suggested more often.
   *[other] { $count } people who wrote to you in the last year had no answer in time. Tasks where one gets a quick answer are suggested more often.
  }
matching-finding-invited = { $count ->
    [one] You have invited one person, who has not said yes.
   *[other] You have invited { $count } people, and nobody has said yes yet.
  }
matching-next-invite = Ask some of them
matching-next-edit = Change the task
matching-next-poster = Put up a poster
matching-next-answer = Answer those who wait
matching-next-invited = See whom you have asked
matching-kept-heading = What keeps people away
matching-kept-lead = The number of volunteers with a CV who cannot take the task as it is. The same person may be counted in several places.
matching-kept-of = Volunteers with a CV in all: { $count }
matching-kept-none = Nothing in the task keeps anybody away.
matching-kept-what = What
matching-kept-many = How many
matching-kept-age = They are too young
matching-kept-age-unknown = They have not told their age
matching-kept-licence = They have no driving licence
matching-kept-lacks = They lack something that must be in order first
matching-kept-never = It is something they would rather not do
matching-kept-full = All places are taken
matching-kept-from-home = They have not said that they would like to help from home
matching-kept-language = They do not speak the language
matching-kept-times = They do not have time then
matching-kept-distance = It is too far
matching-changes-heading = What a change would open
matching-change-age = If the lowest age were { $years }, { $count } more could come.
matching-change-licence = Without asking for a driving licence, { $count } more could come.
matching-change-times = If it were { $when } instead, { $count } more could come.
matching-change-language = If one got by with another language, { $count } more could come.
matching-change-distance = If some of it could be done from home, { $count } more could take part.
matching-change-places = If there were more places, { $count } more could come.
matching-change-edit = Change it
matching-compare-heading = Compared with similar tasks
matching-compare-lead = { $count ->
    [0] There are no other open tasks of the same theme to compare with.
    [one] We compare with one other open task of the same theme.
   *[other] We compare with { $count } other open tasks of the same theme and show the number of the middle one.
  }
matching-compare-own = This one
matching-compare-others = The others
matching-compare-seen = Seen
matching-compare-interested = Have shown interest
matching-answers-heading = Time to answer
matching-answers-own = You
matching-answers-usual = Everybody in the municipality
matching-answers-none = Nobody has written yet.
matching-answers-never = { $asked ->
    [one] One person has written and had no answer.
   *[other] { $asked } have written, and nobody has had an answer.
  }
matching-answers = { $answered } of { $asked } have had an answer, after { $days } days on average.
matching-nobody = nobody
matching-not-told = not shown
matching-fewer-than = fewer than { $few }

## Fairness

matching-overview = My overview
matching-fairness-title = Fairness
matching-fairness-lead = Do the tasks reach somebody, and do volunteers benefit the whole municipality?
matching-share-heading = Tasks that reached somebody within a week
matching-share = { $percent } of the tasks: { $reached } of { $tasks } in 12 weeks.
matching-share-none = No tasks were posted in these 12 weeks.
matching-week-from = Week from { $day }
matching-week = Week
matching-weeks-left-out = { $count ->
    [one] The one week in which no task was posted is not shown.
   *[other] The { $count } weeks in which no task was posted are not shown.
  }
matching-week-tasks = Posted
matching-week-reached = Reached somebody
matching-week-share = Share
matching-concentration = How uneven it is
matching-concentration-lead = The number goes from 0 (all get alike) to 1 (one gets everything).
matching-by-place = Places
matching-by-district = Districts
matching-by-theme = Themes
matching-no-district = Without a place
matching-gini = { $words } ({ $number })
matching-gini-even = Evenly spread
matching-gini-some = A little uneven
matching-gini-uneven = Uneven
matching-gini-very = Very uneven
matching-group-interested = Have shown interest
matching-group-none = No group is large enough to be shown.
matching-group-left-out = { $count ->
    [0] { "" }
    [one] One group with fewer than 5 persons is not shown.
   *[other] { $count } groups with fewer than 5 persons are not shown.
  }
matching-exposure = How much the tasks are seen
matching-seen-gini = { $words } ({ $number }) among the open tasks.
matching-unseen = { $unseen ->
    [0] All { $open } open tasks have been seen.
    [one] One of the { $open } open tasks has been seen by nobody.
   *[other] { $unseen } of the { $open } open tasks have been seen by nobody.
  }
matching-unreached = Tasks nobody has shown interest in
matching-unreached-lead = Open for more than a week, the oldest first. See why nobody comes.
matching-unreached-none = Every task that has been open for a week has reached somebody.
matching-unreached-more = and { $count } more
matching-unreached-since = Posted { $day }
matching-csv-download = Get it as a spreadsheet
matching-csv-what = What
matching-csv-name = Name
matching-csv-tasks = Posted
matching-csv-reached = Interested or reached
matching-csv-week = Week

retention-invitations = Invitations to volunteers
retention-invitations-purpose = To be able to answer who was asked, and why
retention-task-seen = How often a task was seen
retention-task-seen-purpose = To see why nobody comes. We do not know who saw it

matching-shortcut-fairness = Distribution

matching-exit-invited = { $count ->
    [one] 1 is invited and has not answered
   *[other] { $count } are invited and have not answered
}
matching-exit-own = { $count ->
    [one] One invitation that you have not answered
   *[other] { $count } invitations that you have not answered
}
matching-exit-own-outcome = You can still answer, but you get no new invitations.
matching-exit-line = { $title } ({ $count })

merge-invitations = { $count ->
    [one] 1 invitation
   *[other] { $count } invitations
}
merge-invited-twice = Both are invited to “{ $title }”.
merge-invited-twice-outcome = One of the invitations is withdrawn.

# Headings on My overview
worklist-kind-invitation = Tasks you are invited to

# Why an imported row stays when its import is undone
import-undo-task-has-invitations = Volunteers have been invited or have answered the suggestion.
import-undo-person-has-invitations = Has sent, received or answered an invitation.
