# Voices: who takes part in the making of a text, what they said, and what came of it.

voices-title = Voices
voices-lead = Here you gather everything that is said about the text, and answer it. Nothing is lost on the way.
voices-ways = Pages about the voices
voices-filters = Show only
voices-overview = Overview
voices-bodies = Groups and councils
voices-texts = Texts
voices-begin = Nothing has been written down yet
voices-begin-text = Begin with who should take part. Then write down what they say, or fetch the notes of a citizens' meeting.
voices-settled = Everything has an answer
voices-settled-text = All contributions have an answer, or are set aside with a reason.
voices-missing = { $count ->
    [one] Without an answer: 1 contribution
   *[other] Without an answer: { $count } contributions
}
voices-missing-text = The text cannot be called finished while something waits.
voices-see-missing = See what waits
voices-counts = { $all ->
    [one] 1 contribution
   *[other] { $all } contributions
}, { $waiting ->
    [0] and all have an answer.
    [one] and 1 waits for an answer.
   *[other] and { $waiting } wait for an answer.
}
voices-participants = Participants
voices-inputs = Contributions
voices-concerns = Concerns
voices-concerns-count = { $all }, of which { $open } without an answer
voices-by-theme = Excerpts by theme
voices-no-theme = Without a theme
voices-unanswered = Without an answer
voices-answered = Answered
voices-for-all = What everybody can read
voices-is-hidden = Only you can read what was said, and what came of it.
voices-is-shown = Everybody can read what was said, and what came of it. Only answered excerpts are there, and no names.
voices-public-with-text = The text is public, so everybody can read what was said, and what came of it. Only answered excerpts are there, and no names.
voices-show = Show it to everybody
voices-hide = Hide it again
voices-see-public = What did you say, and what came of it?
voices-as-csv = Download everything as CSV
voices-as-json = Download everything as JSON
voices-page-of = Page { $number } of { $count }
voices-save = Save
voices-cancel = Cancel
voices-theirs = Somebody else saved this in the meantime
voices-changed-meanwhile = Somebody else saved in the meantime. What is saved is shown above. Save again if what you have written is right
voices-closed = Do not show the words to everybody
voices-closed-hint = For instance if people could guess who said it
voices-of-text-none = Write down who takes part, what they say, and what comes of it.
voices-of-text-open = Say what you think while the text is being written.
voices-of-text-public = Read what others have said about the text, and what came of it.
voices-go-with-text = { $count ->
    [one] 1 contribution is deleted together with the text
   *[other] { $count } contributions are deleted together with the text
}
voices-go-with-text-why = The excerpts and the answers, too. Download them first if somebody needs them.
voices-work = Work with the voices

# Who takes part
participant-title = Who takes part?
participant-lead = Associations, departments, councils and groups that should be heard about the text. Never write the name of a private person.
participant-none = Nobody yet.
participant-kind = Kind
participant-kind-hint = Only for a group that you name yourself
participant-kind-association = Association
participant-kind-unit = Department or workplace
participant-kind-body = Council or group
participant-kind-volunteers = Volunteers
participant-kind-citizens = Citizens
participant-kind-staff = Staff
participant-kind-med = MED
participant-kind-political = Politicians
participant-kind-missing = Choose what kind of group it is
participant-size = Size
participant-size-unknown = Not known
participant-size-small = Small
participant-size-medium = Medium
participant-size-large = Large
participant-planned = Planned
participant-invited = Invited
participant-came = Came
participant-heard = Heard
participant-reflected = Left a mark
participant-not-invited = Not invited
participant-filter-all = All
participant-filter-not-invited = Not invited
participant-filter-not-heard = Not heard
participant-chosen = Chosen
participant-choose-this = Choose
participant-choose = Tick those it concerns
participant-tick = What has happened?
participant-tick-title = For those you have ticked
participant-tick-day = On which day?
participant-tick-day-hint = An empty field means today
participant-tick-button = Save the day
participant-all-title = Add many at once
participant-all-text = Those who already take part are not added twice.
participant-all-theme = Associations within
participant-all-themes = All themes
participant-all-associations = Add the associations
participant-all-departments = Add all departments
participant-add = Add one
participant-add-short = Add somebody
participant-add-text = Choose an association, a department or a council. Or write the name of a group.
participant-add-button = Add
participant-association = Association
participant-unit = Department or workplace
participant-body = Council, committee or group
participant-nobody = None
participant-group = Another group
participant-group-hint = For instance “Relatives at Solgården” or “Home care staff”. Not the name of a person
participant-name = Name
participant-area = Department
participant-area-none = No particular department
participant-theme = Theme
participant-theme-none = No particular theme
participant-missing = Choose an association, a department or a council, or write the name of a group
participant-is-there = { $name } already takes part
participant-remove = Remove from the list
participant-remove-text = What they have said stays.
participant-remove-button = Remove from the list

# Coverage
coverage-title = Coverage
coverage-lead = Who is planned, invited, came and was heard, and whose words left a mark in the text?
coverage-none = Nobody takes part yet.
coverage-all = In all
coverage-everybody = Everybody
coverage-division = Division
coverage-group = Group
coverage-by-kind = By kind
coverage-by-area = By department
coverage-by-theme = By theme
coverage-by-size = Associations by size
coverage-no-area = No particular department
coverage-no-theme = No particular theme
coverage-no-size = Not known
coverage-never-invited = Never invited: { $count }
coverage-never-heard = Never heard: { $count }
coverage-more = and { $count } more
coverage-see-list = See them in the list
coverage-as-csv = Download as CSV

# Inputs
input-list-title = Contributions
input-list-lead = Everything that was said about the text. Each contribution ends with an answer, or is set aside with a reason.
input-new = Write down a contribution
input-form-lead = Write what was said, and which group said it. No names of persons.
input-title = Contribution { $number }
input-number = No. { $number }
input-change = Correct contribution { $number }
input-edit = Correct
input-none = There are no contributions yet.
input-none-here = No contributions here.
input-filter-all = All
input-filter-waiting = Without an answer
input-kind = Where does it come from?
input-kind-dialogue = Citizens' or dialogue meeting
input-kind-focus-group = Focus group
input-kind-vox-pop = Short statement
input-kind-questionnaire = Questionnaire
input-kind-panel = Citizens' panel
input-kind-interview = Interview
input-kind-letter = Letter or e-mail
input-kind-hearing = Answer to a hearing
input-kind-concern = Concern
input-source = Who said it?
input-source-hint = A group, for instance “Table 4” or “Volunteers at the library”. Not the name of a person
input-source-missing = Write which group said it, or choose one that takes part
input-participant = Is it one of those who take part?
input-participant-hint = Then they count as heard
input-participant-none = No, or it is not known
input-source-kind = Which kind of group?
input-source-kind-none = Not known
input-day = Day
input-place = Place
input-said = What was said?
input-said-hint = Write each view on a line of its own, so that it is easy to divide afterwards
input-form = Is it in their own words?
input-form-quote = Yes, it is a quotation
input-form-summary = No, it is put in other words
input-is-quote = Their own words
input-theme = Theme
input-theme-hint = For instance “Transport” or “Recognition”
input-themes-in-use = Themes in use:
input-gravity = How serious is the concern?
input-gravity-hint = Only for a concern
input-gravity-missing = Choose how serious the concern is
gravity-mild = Less serious
gravity-grave = Serious
gravity-very-grave = Very serious
input-contact = This looks like an e-mail address or a telephone number. Remove it, or tick that it may stay
input-contact-ok = The e-mail address or telephone number may stay
input-origin = Received
input-from-form = through the online form
input-excerpts = { $count ->
    [one] 1 excerpt
   *[other] { $count } excerpts
}
input-state-new = Not looked at
input-state-in-work = Being worked on
input-state-answered = Answered
input-state-set-aside = Set aside
input-is-set-aside = Set aside
input-take-up = Take it up again
input-aside-title = Set it aside
input-aside-why = Why is nothing done about it?
input-aside-why-hint = For instance “Not about the text”
input-aside-has-excerpts = Excerpts were made of it. Answer them, or remove them first
input-aside-button = Set aside
input-remove = Delete it
input-remove-text = Only if it was written down by mistake or must not be kept here at all. Otherwise, set it aside with a reason.
input-remove-button = Delete

# Many at once
many-title = Paste several
many-lead = Copy for instance the answers to a questionnaire. You see what becomes of it before it is saved.
many-said = What was said
many-said-hint = An empty line between two contributions
many-source = Who said it?
many-look = See what becomes of it
many-preview = { $count ->
    [one] It becomes 1 contribution
   *[other] It becomes { $count } contributions
}
many-keep = { $count ->
    [one] Save 1 contribution
   *[other] Save { $count } contributions
}
many-change = Or correct it first
many-contact = This looks like an e-mail address or a telephone number
many-too-many = At most { $count } at once. Paste the rest afterwards
many-too-long = A contribution has at most { $count } characters. Put an empty line where it can be divided

# Notes of citizens' meetings
notes-fetch-title = Fetch notes
notes-fetch-lead = Each note from the tables becomes one contribution and keeps its theme. If more notes come later, fetch again: none is added twice.
notes-fetch-none = There are no citizens' meetings with notes that you can read.
notes-fetch = Fetch the notes
notes-fetched = Everything is fetched
notes-of-meeting = { $day } · { $fetched } of { $notes } notes are fetched

# Excerpts of an input
cut-title = Excerpts
cut-none = No excerpts have been made yet. Choose what should be answered.
cut-new = Make an excerpt
cut-whole = Use the whole as one excerpt
cut-lines = Choose lines
cut-lines-hint = The lines you choose become one excerpt
cut-is-cut = Is in an excerpt
cut-passage = Or write the passage
cut-passage-hint = In the words that are above
cut-theme = Theme of the excerpt
cut-button = Make the excerpt
cut-nothing = Choose at least one line, or write the passage
cut-not-there = Those words are not in the contribution. Copy them from there
cut-remove = Remove

# Concerns
concern-title = Answer the concern
concern-answer = Answer
concern-answer-hint = What do you do so that it does not happen?
concern-med = Which MED committee was told?
concern-med-hint = A concern about the work belongs in MED
concern-med-none = None yet
concern-med-day = Told on
concern-med-missing = Choose the MED committee that was told
concern-save = Save the answer
concern-changed-meanwhile = Somebody else answered in the meantime: “{ $answer }”. Save again if what you have written is right

# Excerpts to answer
point-list-title = Excerpts
point-list-lead = What should be answered. When several say the same, join them: they get one answer.
point-title = Excerpt
point-none = There are no excerpts yet. They are made on the page of each contribution.
point-none-here = No excerpts here.
point-waiting = { $count ->
    [one] 1 excerpt without an answer
   *[other] { $count } excerpts without an answer
}
point-all-answered = All excerpts have an answer
point-themes = Show one theme only
point-all-themes = All themes
point-filter-all = All
point-filter-waiting = Without an answer
point-filter-mine = Wait for me
point-filter-nobody = Not shared out
point-chosen = Chosen
point-choose-this = Choose
point-choose = Tick those it concerns
point-with-chosen = For those you have ticked
point-join = They say the same
point-join-text = When they say the same, they get one answer. Otherwise you can share them out.
point-join-two = Tick at least two
point-join-answers = They have different answers. Correct one of the answers first, so that they say the same
point-assignee = Who should answer?
point-nobody = Nobody yet
point-due = By
point-due-on = by { $day }
point-assign-button = Share out
point-so-many = { $count } say the same
point-answered-once = { $count } say the same. Your answer is for all of them.
point-part = It is not the same: separate it from them
point-theme = Theme
point-verdict = What came of it?
point-used = Used
point-partly = Partly used
point-not-used = Not used
point-waits = Without an answer
point-because = Because
point-because-hint = Say it so that whoever said it understands
point-because-missing = Write why. It must be there when something is not used in full
point-block = Which paragraph was changed?
point-block-hint = So that everybody can see where it is in the text
point-block-none = No particular paragraph
point-block-is = The paragraph as it is now
point-block-was = The paragraph as it was
point-block-gone = The paragraph was removed from the text
point-block-removed = (removed) { $words }
point-see-block = See it in the text
point-closed-hint = That it was said, and what came of it, can still be read by everybody

# Changes of the text
change-title = Changes
change-lead = Each paragraph that was changed must have a cause: somebody said something, or the change is editorial.
change-since = Changed since
change-compare = Show changes
change-version = Version { $number }
change-version-named = Version { $number }: { $name }
change-no-version = Keep a version of the text first. Then you can see what has changed since.
change-all-caused = All changes have a cause
change-all-caused-text = Each paragraph that was changed answers to something that was said, or is editorial.
change-nothing = The text is as it was.
change-uncaused = { $count ->
    [one] 1 change without a cause
   *[other] { $count } changes without a cause
}
change-uncaused-text = Link an excerpt to the paragraph, or mark the change as editorial.
change-caused = { $count ->
    [one] 1 change with a cause
   *[other] { $count } changes with a cause
}
change-by-voice = Somebody said something
change-editorial = Editorial: { $reason }
change-chosen = Chosen
change-choose = Tick the changes it concerns
change-mark-this = This change is editorial
change-mark-title = Mark as editorial
change-mark-chosen = Mark the chosen ones
change-mark-all = { $count ->
    [one] Mark the one
   *[other] Mark all { $count }
}
change-word = What kind of correction is it?
change-word-hint = For instance “Spelling”, “Order” or “Shorter”
change-word-usual = Wording
change-changed = Changed
change-added = Added
change-removed = Removed
change-moved = Moved
change-removed-words = Removed:
change-added-words = Added:
change-ends = end.

# What everybody can read
public-title = What did you say, and what came of it?
public-lead = Voices on
public-is-hidden = Only you can see the page until you show it to everybody.
public-none = Nobody has said anything yet.
public-counts = { $all ->
    [one] 1 voice was heard
   *[other] { $all } voices were heard
}, and { $settled } have an answer.
public-how-title = How people took part
public-how = How?
public-how-many = Number
public-so-many = { $count } have said it.
public-closed = The words are not shown, because people could guess who said them.
public-see-block = See it in the text
public-concerns = Concerns
public-waiting = { $count ->
    [one] 1 excerpt has no answer yet.
   *[other] { $count } excerpts have no answer yet.
}
public-join-in = Do you want to take part?
public-join-in-text = There is still time to say what you think.
public-as-pdf = Download as PDF
public-as-docx = Download as Word

# Share what you think
share-title = Share what you think
share-about = Let everybody write what they think, without a name. Set a last day. If the field is empty, nobody can write.
share-question = What would you like to know?
share-question-hint = It stands above the field. For instance: “What does it take for you to go on volunteering?”
share-until = Open until and including
share-until-hint = Empty: nobody can write
share-save = Save
share-is-open = It is open
share-lead = We are writing
share-text-is-draft = The text is being written, so it cannot be read yet. Write what you think it should say.
share-nameless = We do not ask for your name. Write by { $day } at the latest.
share-said = What do you think?
share-said-hint = A few lines are enough. Do not write names
share-contact = Remove the e-mail address or telephone number. What you write is without a name
share-who = Who are you?
share-citizen = Citizen
share-volunteer = Volunteer
share-association = Active in an association
share-staff = Employee of the municipality
share-send = Send
share-full = So many answers have come in that there is no room for more. Write to the municipality instead
share-is-closed = It is closed
share-is-closed-text = You can no longer write here. Copy what you have written, and send it to the municipality in an e-mail.
share-thanks = Thank you for your opinion
share-thanks-text = It will be read together with the others. What comes of it will be shown here, without a name.
share-again = Write another

# Other
work-kind-voices = Voices
work-answer-points = { $count ->
    [one] Answer 1 excerpt
   *[other] Answer { $count } excerpts
}
work-look-at-inputs = { $count ->
    [one] Look at 1 contribution
   *[other] Look at { $count } contributions
}
undo-takes-part = Takes part in the making of a text.
undo-answers-points = has answered, or is to answer, something that was said about a text
known-points = Excerpts that you have answered or are to answer
known-text = Text
known-point-at = Made
points-move = { $count ->
    [one] 1 excerpt to answer
   *[other] { $count } excerpts to answer
}
voices-flash-shown = Everybody can now read what came of it
voices-flash-hidden = Only you can read it now
voices-flash-opened = Everybody can now write what they think
voices-flash-closed = It is closed. Nobody can write
voices-flash-full = There is no room for more
voices-flash-saved = Saved
voices-flash-participant-added = Added
voices-flash-participants-added = They are added
voices-flash-nobody-new = They all take part already
voices-flash-ticked = The day is saved
voices-flash-participant-removed = Removed from the list
voices-flash-input-added = The contribution is saved. Now make excerpts of what should be answered
voices-flash-many-added = They are saved
voices-flash-notes = The notes are fetched
voices-flash-no-notes = There were no more notes
voices-flash-set-aside = Set aside
voices-flash-taken-up = Taken up again
voices-flash-has-excerpts = Excerpts were made of it. Remove them first
voices-flash-input-removed = Deleted
voices-flash-concern = The answer is saved
voices-flash-cut = The excerpt is made
voices-flash-cut-before = That excerpt is already there
voices-flash-parted = The excerpt is now separate. Give it an answer
voices-flash-is-answered = The excerpt is answered. Set the answer to “Without an answer” first
voices-flash-excerpt-removed = The excerpt is removed
voices-flash-assigned = Shared out
voices-flash-joined = Joined. They get one answer
voices-flash-answered = The answer is saved
voices-flash-marked = Marked as editorial

# Hearings of the text
heard-title = Answers in hearings
heard-lead = The answers in a hearing are answered in one place: the note of the hearing. They count here, too.
heard-about = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}, closes { $when }
heard-note = Read the note of the hearing
heard-note-at = Note of the hearing: { $address }
heard-missing = { $count ->
    [one] 1 remark in a hearing lacks an answer
   *[other] { $count } remarks in hearings lack an answer
}
heard-missing-text = They are answered in the hearing, once it is closed.
participant-asked = asked in a hearing
change-by-hearing = Somebody answered a hearing

# When the one who is to answer stops.
points-leave = { $count ->
    [one] 1 excerpt that waits for an answer
   *[other] { $count } excerpts that wait for an answer
}
points-leave-line = { $title }: { $said }
points-leave-nobody = Nobody – they are not assigned
