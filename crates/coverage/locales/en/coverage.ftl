# Coverage: which places ask for volunteers, and what the others lack.

coverage-map-title = Coverage
coverage-map-lead = Here you see which places ask for volunteers, and what the others need.
coverage-map-key-figure = Share of places that ask for volunteers
coverage-map-nothing = –
coverage-map-of = { $asking } of { $institutions }
coverage-map-said = { $institutions ->
    [0] There are no places to count yet.
   *[other] { $asking } of { $institutions } places have both somebody to turn to and at least one open task.
  }
coverage-map-excused = { $number ->
    [one] One place has said why a contact person is not appropriate and is not counted.
   *[other] { $number } places have said why a contact person is not appropriate and are not counted.
  }
coverage-map-unreached = Nobody comes here
coverage-map-unreached-text = These places have open tasks, but nobody has shown interest in the last month.
coverage-map-why-nobody = See why nobody comes to { $name }
coverage-map-by-area = Area by area
coverage-map-area = Area
coverage-map-share = Share
coverage-map-asking = Ask for volunteers
coverage-map-with-contact = Have somebody to turn to
coverage-map-with-task = Have an open task
coverage-map-over-time = Share of places that ask for volunteers, month by month
coverage-map-as-table = Show the numbers as a table
coverage-map-month = Month
coverage-map-places = The places
coverage-map-all-areas = All areas
coverage-map-all-places = All places
coverage-map-lacks = Lacks
coverage-map-lack-contact = Lacks a contact person
coverage-map-lack-late = Somebody is waiting past the deadline
coverage-map-lack-task = No open task
coverage-map-lack-interest = No interest for a month
coverage-map-lack-answer = Answers slowly
coverage-map-lack-volunteers = No volunteers
coverage-map-show = Show
coverage-map-show-all = Show all
coverage-map-count = { $number ->
    [one] 1 place
   *[other] { $number } places
  }
coverage-map-map = Map
coverage-map-drawing = Map of the places in { $name }
coverage-map-legend = ✓ asks for volunteers · ○ has a contact person, but no open task · ! lacks a contact person · – a contact person is not appropriate. All places are in the table too.
coverage-map-place = Place
coverage-map-contact = Contact person
coverage-map-ambassador = Ambassador
coverage-map-ambassador-small = ambassador
coverage-map-waived = Why it is not appropriate
coverage-map-tasks = Open tasks
coverage-map-volunteers = Volunteers now
coverage-map-answer = Usual time to answer
coverage-map-answer-minutes = Time to answer in minutes (median)
coverage-map-interest = Interested last month
coverage-map-waiting = Waiting for an answer
coverage-map-late = { $number } past the deadline
coverage-map-next = Next step
coverage-map-sort = (sort)
coverage-map-nobody = Nobody
coverage-map-is-excused = Not appropriate
coverage-map-asks = Asks for volunteers
coverage-map-all-good = Everything is in place
coverage-map-name-contact = Find a contact person
coverage-map-see-late = See who is waiting
coverage-map-write-task = Write a task
coverage-map-see-why = See why nobody comes
coverage-map-call = Call the place
coverage-map-see-tasks = See the place's tasks
coverage-map-minutes = { $number } min
coverage-map-hours = { $number ->
    [one] 1 hour
   *[other] { $number } hours
  }
coverage-map-days = { $number ->
    [one] 1 day
   *[other] { $number } days
  }
coverage-map-none = No place lacks that
coverage-map-none-text = Choose something else, or see all places.
coverage-map-how = The time to answer is the median of the last half year's answers. “Volunteers now” are those with an agreement who have begun. The numbers are written down every day, and a month stands as it was on its last day.
coverage-map-few = A number with fewer than { $few } people behind it is not shown, nor are the numbers it could be worked out from.
coverage-map-positions = See positions and ambassadors

## On My overview

coverage-now-heading = How each area is doing
coverage-now-text = The numbers are for the municipality's places. Tasks posted by an area itself or by an association are not counted. Press a number to see the places.
coverage-now-late = Past the deadline
coverage-now-without-contact = Places without a contact person
coverage-now-whole = The whole municipality
