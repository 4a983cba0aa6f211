# What all lists of those who work here have in common, and "Go to".

list-search = Search the list
list-show = Show
list-clear = Show all
list-workbook = Excel
list-spreadsheet = CSV
list-none = Nothing matches
list-none-text = Try fewer words, or remove a filter.
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
    [one] This concerns 1
   *[other] This concerns { $count }
}
list-left-out = { $count ->
    [one] 1 is left out
   *[other] { $count } are left out
}
list-none-can = You cannot do this with any of those you have chosen.
list-nothing-chosen = First tick the ones it concerns.
list-too-many-chosen = Choose at most 500 at a time.
list-hours = { $minutes ->
    [0] { $hours } h
   *[other] { $hours } h { $minutes } min
}
go-to = Go to
go-to-short = Write at least two letters of a task, a place, an association, a person or a page.
go-to-none = Nothing you can see has “{ $asked }” in its name
go-to-none-text = Try fewer letters or another word.
go-to-found = This matches “{ $asked }”.
list-views = Your views
list-view-save = Save this view
list-view-save-button = Save the view
list-view-name = Name of the view
list-view-name-hint = Search, filters and order are saved. Only you see it.
list-view-address = Address
list-view-created = Saved
list-view-too-many = You already have { $most } views of this list. Remove one of them first.
list-view-saved = The view is saved
list-view-removed = The view is removed
list-view-remove = Remove the view
list-views-move = { $count ->
     [one] 1 saved view
    *[other] { $count } saved views
}
list-all-of-them = { $count ->
    [one] The one on the list
   *[other] All { $count } on the list
}
list-undo = Undo
template-choose = Begin with a template
template-none = No template
template-use = Put the text in
template-keep = Keep as a template for another time
template-keep-hint = Everybody who works here can then use it again. Write no names in it.
template-tidy = Tidy up the templates
template-tidy-text = They are used by everybody who works here. Save a text under the same subject to change it.
template-remove = Remove
template-removed = The template is removed
template-thanks = Thank you for your help
template-thanks-text = The year is nearly over, and we would like to say thank you. The time you give means something to those who live here and come here – and to us who work here.

    We look forward to seeing you again.
template-needed = We could use a hand
template-needed-text = We could use a few hands for …

    It is on … at … and takes about … If you have time, answer this e-mail. If you have not, that is quite all right.
template-coffee = Come for a cup of coffee
template-coffee-text = We would like to hear how it is going, and offer you a cup of coffee.

    Come on … at … in … Please write whether you are coming, so that there is enough cake.
template-changed = New time or place
template-changed-text = Something has changed that you need to know:

    …

    If it does not suit you, write to us or call, and we will find a way.
