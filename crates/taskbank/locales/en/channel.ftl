# Where volunteers come from: channels, personal links and posters.

## Channels

channel-title = Channels
channel-lead = Here you see where volunteers come from, and what each channel leads to.
channel-kind = Kind
channel-kind-association = Association
channel-kind-council = Council or committee
channel-kind-church = Church
channel-kind-house = House of volunteers
channel-kind-language-school = Language school
channel-kind-education = School or college
channel-kind-friends = Circle of friends
channel-kind-media = Newspaper, radio or television
channel-kind-library = Library
channel-kind-municipality = The municipality's own places
channel-kind-personal = Volunteers' own links

channel-new = New channel
channel-new-lead = A channel is somebody who tells others about your tasks. It gets a short link of its own, so that you can see what it leads to.
channel-none = There are no channels yet
channel-none-text = Begin with those you already work with: Ældre Sagen, the parish council, the library.
channel-name = Name
channel-name-hint = For example Ældre Sagen Fjordlund
channel-name-taken = There already is a channel of that name
channel-code = Short name in the address
channel-code-hint = Small letters, digits and hyphens. Leave it empty and we make it from the name. It cannot be changed later, because it will stand on posters.
channel-code-wrong = Use only small letters from a to z, digits and hyphens, at most 40 characters
channel-code-taken = The short name is taken. Choose another one
channel-active = The channel is in use
channel-active-hint = A channel that is not in use cannot be chosen. Its link goes on working, because posters hang for a long time.
channel-save = Save
channel-cancel = Cancel
channel-edit = Change the channel
channel-flash-saved = The channel is saved.
channel-not-in-use = Not in use

channel-link = The channel's link
channel-link-hint = Everybody who follows the link is counted. We do not store who they are.
channel-link-lead = Send the link to the channel so that they can share it. It leads to the front page. To show one task, make a poster from the task's page.
channel-copy = Copy
channel-copied = Copied
channel-qr = QR code of the link
channel-qr-alt = QR code leading to { $address }
channel-mail = Write a mail with the link
channel-mail-subject = Will you tell others about our volunteer tasks?
channel-mail-body = Dear { $name }

    Here your members and contacts can find a volunteer task in { $municipality }:
    { $link }

    Please share the link. We can see how many follow it, but not who they are.

    Kind regards
    { $sender }
channel-in-short = The last { $days } days

channel-period = Period
channel-period-days = { $days } days
channel-period-note = Interests that came to nothing are deleted after half a year. That is why the numbers go no further back. A number is not shown where one could otherwise work out what a few people did.
channel-column-channel = Channel
channel-column-visits = Followed the link
channel-column-interested = Showed interest
channel-column-accepted = Got a yes
channel-column-active = Help now
channel-column-answer = Answer
channel-register = The channels
channel-own-links = Volunteers' own links
channel-own-links-lead = Volunteers bring volunteers. Every volunteer has a link on My page. They are only shown together.
channel-own-links-few = Fewer than five volunteers have made a link, so the numbers are not shown yet.
channel-own-links-sum = All volunteers' links together
channel-heard-title = Heard of the task in another way
channel-heard-lead = This is what people answered in the form.
channel-few = fewer than { $few }
channel-held-back = not shown
channel-silent-few = Fewer than { $few } people did not say where they heard of the task. It is voluntary.
channel-silent = { $count ->
    [0] Everybody said where they heard of the task.
    [one] 1 person did not say where they heard of the task. It is voluntary.
   *[other] { $count } people did not say where they heard of the task. It is voluntary.
  }
channel-csv = Download as a spreadsheet (CSV)

## In the interest form

channel-heard-from = Where did you hear of the task?
channel-heard-from-their = Where did the person hear of the task?
channel-heard-from-hint = It helps us to tell of tasks in the right places
channel-heard-not-said = Would rather not say
channel-heard-channel = Another channel
channel-heard-volunteer = Somebody who volunteers
channel-heard-staff = Somebody who works at the place
channel-heard-website = The municipality's website
channel-heard-newspaper = Newspaper or local paper
channel-heard-social-media = Social media
channel-heard-poster = A poster or a notice
channel-heard-event = A meeting or an event
channel-heard-other = In another way

## On the page of those who answer

channel-came-by = Came through
channel-heard-said = Heard of the task from

## Tell others

channel-own-title = Tell others
channel-own-lead = Do you know somebody who might like to help too? Most new volunteers come because they know one already.
channel-own-link = Your link
channel-own-link-hint = It leads to the open tasks. The link does not say who you are.
channel-own-send-mail = Send it in a mail
channel-own-send-sms = Send it in a text message
channel-own-mail-subject = Would you like to volunteer too?
channel-own-mail-body = Hello

    I volunteer in { $municipality } and thought of you. Here are tasks you can look at:
    { $link }

    Looking does not commit you to anything.
channel-own-sms = I volunteer and thought of you. See if there is something for you: { $link }
channel-own-followed = followed your link
channel-own-came = showed interest in a task
channel-own-privacy = You only see numbers. We do not tell you who followed the link, and we tell those who answer that it was a volunteer, but not which one.
channel-own-none = Nobody has followed the link yet.
channel-own-my-page = My page
channel-own-how-it-went = How it went
channel-own-qr = QR code of your link
channel-own-make = Make my link
channel-own-make-text = You get a link that you can send to a friend, a neighbour or a colleague. You can see how many follow it.
channel-own-short-lead = Most new volunteers come because they know somebody who volunteers already.
channel-own-more = Tell somebody you know
channel-own-numbers = { $followed ->
    [one] 1 has followed your link
   *[other] { $followed } have followed your link
  }, { $came } showed interest
channel-own-heading = Tell others
channel-known-heading = Your link for telling others
channel-known-link = Link
channel-known-visits = How many times the link was followed
channel-known-since = Made on

## The poster

channel-poster-title = Poster
channel-poster-heading = Poster for “{ $title }”
channel-poster-lead = Choose where the poster will hang. Then you can see how many come that way. Press Print: the poster fills one A4 sheet.
channel-poster-channel = The poster will hang at
channel-poster-no-channel = A place without a channel
channel-poster-show = Show the poster
channel-poster-back = To the task
channel-poster-preview = This is what the poster looks like
channel-poster-wanted = Would you like to volunteer?
channel-poster-when = When
channel-poster-where = Where
channel-poster-what = What you do
channel-poster-call = Call and hear more
channel-poster-scan = Scan the code with your phone and read more
channel-poster-or-write = or type
channel-poster-qr-alt = QR code leading to { $title }: { $address }
channel-poster-free = It costs nothing, and hearing more does not commit you to anything.
channel-poster-not-public = The task is not open. The link on the poster works once it is public.

## Shortcuts

channel-shortcuts = Shortcuts
channel-shortcut-channels = Channels
channel-shortcut-declarations = Declarations
