# Texts: terms of reference, rules of procedure and other texts that several write together.

text-list-title = Texts
text-list-lead = Terms of reference, rules of procedure and other texts that belong to groups and councils.
text-none = No texts yet
text-none-text = When somebody writes terms of reference or rules of procedure, they appear here.
text-bodies = Groups and councils
text-of-no-body = Without a group
text-line-about = { $kind } · changed { $day }
text-new = Write a text
text-new-lead = It is a draft that only you see until you publish it.
text-begin = Begin
text-back = Back
text-save = Save
text-read = Read the text
text-write = Write in the text
text-write-title = Write: { $title }
text-write-lead = Choose Edit at the paragraph you want to write in. Others can write at the same time.
text-write-published = Everybody reads the version you published. What you write now is not seen until you publish again.
text-title = Title
text-title-conflict = Somebody else has called the text “{ $title }” meanwhile. Save again if it should be called what you wrote
text-title-hint = For example “Terms of reference of the volunteer council”
text-kind = What is it?
text-kind-mandate = Terms of reference
text-kind-mandate-hint = What the group is for, and what it may do
text-kind-rules = Rules of procedure
text-kind-rules-hint = How the group works
text-kind-other = Another text
text-kind-policy = Policy
text-body = Which group does it belong to?
text-body-none = No group
text-body-missing = Choose a group whose meetings you run
text-headings = Begin with the usual headings
text-headings-hint = You can change and delete them
text-headings-mandate = Purpose | Tasks | Who sits in the group | What the group can decide | Meetings | Follow-up and changes
text-headings-rules = Meetings | Agenda | When the group can decide | Disqualification | Minutes | Changes
text-state-draft = Draft
text-state-published = Public
text-said-version = Version { $number }, { $day }
text-said-draft = Draft, last changed { $when }
text-is-ahead = More has been written
text-is-ahead-text = You see the version that everybody can read.
text-see-what-changed = See what has changed since
text-is-empty = Nothing is written yet.
text-is-full = The text has as many paragraphs as it can have. Make it two texts, or delete some paragraphs.
text-as-pdf = Download as PDF
text-as-docx = Download as a Word file
text-rename = Title and kind
text-finish = Keep a version, or publish
text-publish = Save and publish
text-withdraw = Make it a draft
text-delete-title = Delete the text
text-delete-text = The text and all its versions are deleted. This cannot be undone.
text-delete-published = The text is public. Make it a draft first; then nobody else can read it, and it can be deleted.
text-delete = Delete the text
block-kind = Kind
block-kind-heading2 = Heading
block-kind-heading3 = Smaller heading
block-kind-paragraph = Paragraph
block-kind-list = List
block-kind-table = Table
block-kind-decision = Decision
block-content = Text
block-content-hint = In a list: an item on each line. In a table: a row on each line and | between the cells; the first row is the headings.
block-is-empty = Empty paragraph
block-edit = Edit
block-close = Close
block-ways = More with the paragraph
block-up = Move up
block-down = Move down
block-before = New paragraph before
block-after = New paragraph after
block-remove = Delete the paragraph
block-save-and-next = Save, and write the next
block-add-last = Add at the end:
block-removed-title = { $count ->
    [one] One deleted paragraph
   *[other] { $count } deleted paragraphs
}
block-removed-text = They can be put back for 30 days.
block-put-back = Undo deletion
block-saving = Saving …
block-saved = Saved at { $time }
block-saved-joined = Saved at { $time } together with what somebody else wrote meanwhile
block-unsaved = Not saved yet. Choose Save to see why.
block-conflict = Somebody else has written in the same words meanwhile
block-conflict-text = What is struck out is the other's words, what is underlined is yours. Your text stands below. Join the two, and save again.
block-theirs = the other wrote:
block-yours = you wrote:
versions-title = Versions
versions-lead = A version is the whole text as it stood. It is never changed.
versions-none = No version has been kept yet.
versions-all = All versions
version-keep-title = Keep the text as it stands now
version-keep = Keep a version
version-keep-hint = When you publish, everybody can read that version. The rest is still your own.
version-name = Name
version-name-hint = For example “For hearing” or “Adopted 3 March”
version-number = Number
version-made-at = Kept
version-said = Version { $number }
version-said-named = Version { $number }: { $name }
version-is-public = Public
text-write-held = What everybody reads cannot be changed from here
text-write-held-text = Only you see what you write here. It stands in the draft until the text is revised, or the mistake is corrected on the page that the link leads to.
version-take-back = Take this version back
version-take-back-hint = The text will stand as it did in this version. What stands now is kept as a version first.
version-before-back = Before a version was taken back
version-is-back = Version { $number } taken back
version-before-read-in = Before a file was read in
compare-title = Compare versions
compare-from = From
compare-to = To
compare-now = As it stands now
compare-show = Compare
compare-with-before = What did it change?
compare-with-now = Compare with now
compare-same = Nothing has changed.
compare-changed = Changed
compare-added = Added
compare-removed = Deleted
compare-moved = Moved
compare-removed-words = deleted:
compare-added-words = added:
compare-ends = – end.
compare-title-was = The title:
read-in-heading = Read a file in
read-in-title-short = Read a file in
read-in-lead = Choose a Word file or a Markdown file. You see what was read and what it changes before anything is saved.
read-in-file = File
read-in-file-hint = .docx, .md or .txt, at most 10 MB. Tracked changes in Word are read as if they were accepted.
read-in-choose = Choose a file
read-in-see = See what is in it
read-in-preview = Is it the right text?
read-in-counts = { $blocks } paragraphs, { $words } words
read-in-left-out = This is left out
read-in-pictures = { $count ->
    [one] One picture
   *[other] { $count } pictures
}
read-in-notes = { $count ->
    [one] One footnote or comment
   *[other] { $count } footnotes and comments
}
read-in-contents = The table of contents
read-in-changes = What it changes
read-in-see-changes = See what is changed
read-in-see-text = See the whole text of the file
read-in-title = Use the title of the file
read-in-title-hint = Otherwise the text keeps the title it has
read-in-take-title = Use the title of the file: { $title }
read-in-kept-first = The text as it stands now is kept as a version first.
read-in-carry-out = Replace the text
read-in-leave = Leave it
read-in-other-kind = Choose a Word file (.docx) or a Markdown file (.md). Other kinds cannot be read in
read-in-broken = The file cannot be read. Open it in Word, save it again as .docx, and try once more
read-in-empty = There is no text in the file. If the text is a picture, it cannot be read
read-in-too-long = The file is too long: at most 500 paragraphs and about 100 pages. Make it two
known-versions = Versions of texts that you have kept
versions-move = { $count ->
    [one] 1 version of a text
   *[other] { $count } versions of texts
}
undo-has-written = The person has kept a version of a text
text-held = The text cannot be changed here
version-held = The version cannot be published here. It can be kept

text-flash-begun = The text is begun
text-flash-saved = Saved
text-flash-joined = Saved together with what somebody else wrote meanwhile
text-flash-removed = The paragraph is deleted. That can be undone at the end of the page
text-flash-put-back = The paragraph is back
text-flash-is-removed = The paragraph is deleted. You can put it back at the end of the page
text-flash-full = The text has as many paragraphs as it can have
text-flash-is-empty = Write something in the text first
text-flash-no-change = Nothing has changed since the newest version
text-flash-version-kept = The version is kept
text-flash-taken-back = The text now stands as it did in that version
text-flash-published = The text is public
text-flash-withdrawn = The text is a draft that only you can read
text-flash-is-published = The text is public. Make it a draft before you delete it
text-flash-of-case = A policy of which versions are kept belongs to the case and cannot be deleted
text-flash-deleted = The text is deleted
text-flash-read-in = The file is read in. The text from before is kept as a version
text-flash-not-read = The file could not be read in. Choose it again

# Proposals for change

text-back-to-text = Back to the text
change-lead = You can propose a change at each paragraph.
change-list-title = Proposed changes
change-list-how = Do you want to propose something yourself? Choose “Propose a change” at the paragraph in the text.
change-counts = { $open ->
    [0] No proposals wait for an answer.
    [one] 1 proposal waits for an answer.
   *[other] { $open } proposals wait for an answer.
} { $answered ->
    [0] { "" }
    [one] 1 is closed.
   *[other] { $answered } are closed.
}
change-count = { $count ->
    [one] 1 proposed change
   *[other] { $count } proposed changes
}
change-see-all = See all
change-one = Proposed change
change-numbered = Proposal { $number }: { $shape }
change-by = { $who }, { $day }
change-line-about = { $shape } · { $day }
change-from-somebody = A citizen
change-from-behalf = { $behalf } by { $name }
change-to-paragraph = The paragraph “{ $words }”
change-to-gone = Paragraphs that are no longer in the text
change-paragraph = The paragraph as it stood
change-paragraph-now = How the paragraph reads now
change-paragraph-is-other = The paragraph was changed since. How it reads now
change-paragraph-gone = The paragraph was taken out of the text after the proposal came.
change-text-gone = The text was deleted.
change-propose = Propose a change
change-propose-to = to “{ $words }”
change-new = Propose a change
change-new-lead = Change the words to what you think they should be. Those who write the text answer you.
change-ways = What do you want to propose?
change-shape-words = Other words
change-shape-after = A new paragraph after
change-shape-out = Take the paragraph out
change-said = It should say
change-said-hint = Change the words. Leave the rest as it is.
change-said-new = The new paragraph
change-said-same = Those are the same words as now. Change what you want to be different
change-out-text = You propose that the whole paragraph is taken out.
change-reason = Why?
change-reason-hint = A few sentences. Everybody can read it
change-who = Who are you?
change-behalf = On behalf of
change-behalf-hint = If you write for an association or a council
change-name = Name
change-name-only = Write only your name
change-email = E-mail
change-email-hint = You get a link to confirm, and the answer when it comes. The address is not shown
change-nameless = Do not show my name
change-nameless-hint = Then it says that it is from a citizen, or whom you write for
change-has-address = Everybody can read this. Write it without e-mail addresses
change-has-number = Everybody can read this. Write it without telephone numbers
change-too-many = So many proposals wait for an answer that no more can come right now. Try again in a few days
change-next = You get a mail with a link. When you confirm, everybody can read the proposal. You are told when it is answered.
change-next-signed-in = Everybody can read the proposal. You are told when it is answered.
change-send = Send the proposal
change-thanks-title = Look in your mail
change-thanks-text = We have sent you a link. When you confirm, the proposal is sent.
change-thanks-no-mail = If no mail comes, look in your spam folder, and try again.
change-text-was-changed = The text was changed while you wrote
change-text-was-changed-text = The paragraph above is as it stands now. Your words are below. Adapt them, and send again.
change-state = State
change-state-unconfirmed = Not confirmed
change-state-open = Waits for an answer
change-state-accepted = Accepted
change-state-altered = Accepted in other words
change-state-declined = Not accepted
change-state-withdrawn = Withdrawn
change-state-lapsed = Closed without an answer
change-overlaps-one = Touches the same words as proposal { $number }.
change-overlaps = Touches the same words as proposals { $numbers }.
change-is-hidden = Hidden from everybody but you and whoever proposed it.
change-is-written = It is written into the text. Everybody can read it when the text is published again.
change-is-read = It now stands in the text that everybody reads.
change-is-other = It was accepted. Since then the paragraph was changed again.
change-answer-label = Answer
change-result-label = What it came to say
change-own-unconfirmed = Confirm that it is you, and the proposal is sent.
change-own-open = The proposal is sent. You get a mail when it is answered.
change-confirm = Confirm, and send the proposal
change-withdraw = Withdraw the proposal
change-withdraw-text = Then nobody else can read it, and it is not answered.
change-hide = Hide the proposal
change-hide-text = If it says something that others must not read, you can hide the proposal. It is still to be answered.
change-put-back = Show the proposal again
change-answer-title = Answer the proposal
change-answer-lead = Whoever proposed it gets the answer in a mail, and everybody can read it here.
change-join = Join the proposals, and answer
change-join-this = Accept, or adapt
change-join-title = Join proposals to a paragraph
change-join-lead = Choose the proposals you want to accept, and see how the paragraph will read.
change-join-none = No proposals to the paragraph wait for an answer.
change-chosen = Which proposals should be accepted?
change-see-joined = See them together
change-answer-alone = Answer it by itself
change-joined-title = How the paragraph will read
change-joined = The paragraph
change-joined-hint = You can change it before you save
change-joined-clean = The proposals do not touch the same words, so they are put together.
change-joined-told = When you save, each who proposed gets a mail.
change-joined-save = Save in the text, and answer
change-joined-same = The text was not changed. Change it, or decline the proposal
change-clash = These touch words that were also changed elsewhere
change-clash-text = They were not put in. What is struck out stands there now, and what is underlined are the words of the proposal. Change the paragraph below to what it should be.
change-answer = Why?
change-answer-all = Why? To everybody who is chosen
change-answer-hint = Must be written when the words become others than those proposed
change-altered-because = The words are others than those proposed. Write why
change-result = The paragraph as it should read
change-result-hint = You can change it before it is put in
change-accept-insert = Put in as a new paragraph, and answer
change-accept-remove = Take the paragraph out, and answer
change-paragraph-was-written = The paragraph was changed meanwhile. Read it, and decide again
change-decline = Decline the proposal
change-decline-because = Why do you not accept it?
change-decline-hint = Whoever proposed it and everybody else reads it
change-gate-title = Who can propose changes?
change-gate-is-open = Everybody who reads the text can propose changes.
change-gate-is-always = Everybody who can read the text can propose changes, also while it is a draft.
change-gate-is-waiting = The text is a draft. When it is published, everybody can propose changes.
change-gate-is-closed = It is closed for proposed changes.
change-gate-open = Open for proposed changes
change-gate-when-published = Open when the text is published
change-gate-always = Open also while it is a draft
change-gate-close = Close for proposed changes
change-gate-told = { $count ->
    [one] 1 proposal without an answer ends when you close. Whoever proposed it gets a mail.
   *[other] { $count } proposals without an answer end when you close. Those who proposed them get a mail.
}
change-mine = My proposed changes
change-known-at = Sent
changes-move = { $count ->
    [one] 1 proposed change
   *[other] { $count } proposed changes
}
change-retention = Name and e-mail of somebody without an account who proposed a change to a text
change-retention-purpose = To tell what came of the proposal
change-lost-link = If the whole link does not work either, the proposal has been deleted, because it was not confirmed in time, or because the text is gone. If the text is still there, open it and send the proposal again, and you will get a new link.
work-kind-change = Proposed changes
work-answer-changes = { $count ->
    [one] Answer 1 proposed change
   *[other] Answer { $count } proposed changes
}
change-mail-confirm-subject = Confirm your proposed change: { $title }
change-mail-confirm = Somebody, probably you, has proposed a change to “{ $title }”. Confirm that it is you, and the proposal is sent.
change-mail-confirm-link = See the proposal, and confirm
change-mail-not-you = If it is not you, do nothing. Then the proposal is deleted.
change-mail-answered-subject = Answer to your proposed change: { $title }
change-mail-accepted = Thank you for your proposal to “{ $title }”. It was accepted.
change-mail-altered = Thank you for your proposal to “{ $title }”. It was accepted in other words.
change-mail-declined = Thank you for your proposal to “{ $title }”. It was not accepted.
change-mail-said = You proposed: { $words }
change-mail-because = The answer: { $answer }
change-mail-result = It now says: { $words }
change-mail-follow = See the proposal and the answer
change-mail-lapsed-subject = Closed for proposed changes: { $title }
change-mail-lapsed = It was closed for proposed changes to “{ $title }” before yours was answered.
change-mail-why = You get this mail because you proposed a change to a text.
change-flash-sent = Thank you. The proposal is sent
change-flash-closed = It is closed for proposed changes
change-flash-was-answered = The proposal was answered or withdrawn meanwhile
change-flash-withdrawn = The proposal is withdrawn
change-flash-accepted = Saved in the text. Publish it when everybody should be able to read it
change-flash-declined = The answer is sent
change-flash-hidden = The proposal is hidden
change-flash-shown = The proposal is shown again
text-mail-subject = New version: { $title }
text-mail-news = { $body } has a new version of { $title }:
text-mail-line-public = { $version } (public)
text-mail-read = Read the text
text-mail-versions = See all versions
text-mail-why = You get this mail because you sit in { $body }. You choose how often you get mail on My profile: { $profile }
