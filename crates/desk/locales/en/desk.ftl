# What all lists of those who work here have in common, and "Go to".

list-search = Search the list
list-show = Show
list-clear = Show all
list-workbook = Excel
list-spreadsheet = CSV
list-none = Nothing fits
list-none-text = Try fewer words, or take away a filter.
list-pick = Choose
list-pick-one = Choose { $name }
list-sort = – sort by
list-act = What you can do with the chosen ones
list-with-chosen = With the chosen ones:
list-chosen = Chosen
list-subject = Subject
list-words = Text
list-back = Back to the list
list-cancel = Cancel
list-concerns = { $count ->
    [one] It concerns 1
   *[other] It concerns { $count }
}
list-left-out = { $count ->
    [one] 1 is left out
   *[other] { $count } are left out
}
list-none-can = You cannot do this with any of those you have chosen.
list-nothing-chosen = First tick those it concerns.
list-too-many-chosen = Choose 500 at most at a time.
list-hours = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
}
go-to = Go to
go-to-short = Write at least two letters of a task, a place, an association, a person or a page.
go-to-none = Nothing you can see has “{ $asked }” in its name
go-to-none-text = Try fewer letters or another word.
go-to-found = This fits “{ $asked }”.
go-to-pages = Pages
list-views = Your views
list-view-save = Save this view
list-view-save-button = Save the view
list-view-name = Name of the view
list-view-name-hint = Search, filters and order are saved. Only you see it.
list-view-address = Address
list-view-created = Saved
list-view-too-many = You have { $most } views of this list already. Remove one of them first.
list-view-saved = The view is saved
list-view-removed = The view is removed
list-view-remove = Remove the view
list-views-move = { $count ->
     [one] 1 saved view
    *[other] { $count } saved views
}
