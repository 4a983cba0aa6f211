# Building bridges: who was put in touch with whom.

introduction-title = Building bridges
introduction-lead = Write down whom you have put in touch with each other. Then you can ask again, and everybody sees what came of it.
introduction-new = Write an introduction
introduction-none = Nobody has been put in touch yet
introduction-none-text = Write the next one down when you have called both.
introduction-waiting = Not led to anything yet
introduction-over = Closed
introduction-counts = This year: { $all ->
    [one] 1 introduction
   *[other] { $all } introductions
}. Led to something: { $became }.
introduction-between = { $one } and { $other }
introduction-one = Who?
introduction-one-hint = A place, an association or a group. Write no names of citizens
introduction-other = With whom?
introduction-about = What is it about?
introduction-about-hint = Short, so that a colleague understands it
introduction-unit = The municipality’s place
introduction-unit-none = No particular place
introduction-association = Association
introduction-association-none = No particular association
introduction-met-on = When did you put them in touch?
introduction-not-yet = Choose today or a day that has passed
introduction-look-again = When will you ask what came of it?
introduction-look-again-hint = It stands on your overview that day
introduction-asked-before = Choose a day after they were put in touch
introduction-outcome = What came of it?
introduction-open = Waits
introduction-became = It became something
introduction-nothing = Nothing came of it
introduction-said = What happened?
introduction-what-came = Ask what came of it
introduction-written-at = Written
introductions-move = { $count ->
    [one] 1 introduction
   *[other] { $count } introductions
}
introduction-flash-kept = Saved
work-kind-introduction = Building bridges
