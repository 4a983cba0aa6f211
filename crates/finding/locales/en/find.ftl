# Front page, task search, calendar, map and open data.

## The search field

find-title = Find tasks
find-search-label = Tasks
find-what = What would you like to do?
find-what-example = e.g. visiting, football, nature
find-near = Near
find-skip-filters = Skip the filters and go to the tasks
find-near-example = postcode or place
find-locate = Use my location
find-locate-failed = We could not see where you are
find-where-you-are = you
find-submit = Find
find-when = When?
find-whenever = Any time
find-another-day = Choose another day
find-filters-chosen = { $count ->
    [one] 1 chosen
   *[other] { $count } chosen
}
find-apply = Show tasks
find-more-options = Show more
find-task-behind-count = task
find-tasks-behind-count = tasks
find-distance = Distance
find-whole-municipality = The whole municipality
find-at-most-km = Within { $km } km
find-easy = Easy to begin
find-duration = How much time do you have?
find-part-of-day = Time of day
find-target-group = Whom would you like to help?
find-topic = What is it about?
find-town = Town
find-theme = Theme
find-language = Language of the task
find-poster = Who posts the task?

find-time-one-hour = 1 hour at most
find-time-two-hours = 2 hours at most
find-time-half-day = Half a day at most
find-time-regular = Every week
find-time-flexible = When it suits me
find-part-morning = Morning
find-part-afternoon = Afternoon
find-part-evening = Evening
find-from-home = From home
find-partly-from-home = some of it from home
find-no-requirements = No requirements
find-from-municipality = The municipality
find-from-associations = Associations
find-language-da = Danish
find-language-en = English
find-language-de = German
find-language-ar = Arabic
find-language-uk = Ukrainian
find-language-pl = Polish
find-language-tr = Turkish
find-language-so = Somali
find-language-fa = Farsi
find-unknown = Unknown

## The result

find-count = { $count ->
    [0] No tasks
    [one] 1 task
   *[other] { $count } tasks
}
find-count-when = { $count ->
    [0] No tasks { $when }
    [one] 1 task { $when }
   *[other] { $count } tasks { $when }
}
find-count-both = { $total ->
    [one] 1 task: { $dated } { $when }, { $flexible } where you agree on the time
   *[other] { $total } tasks: { $dated } { $when }, { $flexible } where you agree on the time
}
find-count-within = { $count } within { $km } km of { $place }
find-order = Show first
find-order-relevance = Best match
find-order-date = Soonest
find-order-distance = Nearest
find-order-newest = Newest
find-your-choices = Your choices
find-clear = Clear all choices
find-chosen-text = “{ $text }”
find-chosen-within = Within { $km } km of { $place }
find-chosen-near = Near { $place }
find-read-as = We read “{ $words }” as { $day }.
find-read-as-season = We show tasks { $when }, because you wrote “{ $words }”.
find-read-literally = Search for the words instead
find-did-you-mean = Did you mean
find-did-you-mean-shown = We show what is similar.
find-some-words = No task has all your words. These have some of them.
find-see-also = See also everything about:
find-unknown-place = We do not know the place “{ $place }”.
find-unknown-place-help = Try a postcode, or choose a town:
find-unknown-poster = We do not know the place or association you asked for.
find-unknown-day = We do not understand the day “{ $day }”, so here are tasks on any day. Choose a day above.
find-unknown-choice = We do not understand “{ $parameter }={ $value }” in the address, so it is not part of the search.
find-page-position = Page { $page } of { $count }
find-away = { $distance } away
find-min-age = From age { $age }
find-ask = Ask:
find-call-soon = Begins soon, so call:
find-as-list = List
find-as-calendar = Calendar
find-as-map = Map
find-shown-as = Show as
find-follow = Follow this search
find-follow-rss = RSS
find-follow-json = JSON
find-follow-text = New tasks that match your choices can come to you automatically:
find-keep = Get an e-mail about new tasks
find-keep-text = We save your search and write to you when there are new tasks. You do not need an account.

## When nothing fits

find-none = We found nothing that matches exactly.
find-none-help = How to find more:
find-none-but-day = { $count ->
    [one] No tasks { $asked } – but 1 task { $day }.
   *[other] No tasks { $asked } – but { $count } tasks { $day }.
}
find-loosen-day-any = Any time
find-loosen-km = Up to { $km } km away
find-loosen-anywhere = In the whole municipality
find-loosen-without = Without the choice “{ $name }”
find-loosen-only-text = Everything about “{ $text }”, any time and place
find-loosen-text = Without the words “{ $text }”
find-loosen-everything = All tasks
find-empty = There are no open tasks right now.
find-empty-help = Come back in a few days, or call and tell us what you would like to do.
find-flexible-heading = Here you can agree on the time

## The front page

find-front-title = What can I do?
find-front-heading = What can you do – and when?
find-front-lead = { $count ->
    [0] There are no open tasks right now. You can always call.
    [one] 1 task right now. You can look around without signing in.
   *[other] { $count } tasks right now. You can look around without signing in.
}
find-front-call = Would you rather call?
find-front-soon = Happening soon
find-front-soon-when = Happening { $when }
find-front-see-all = { $count ->
    [one] See the one task
   *[other] See all { $count } tasks
}
find-front-ways = New here? Begin with what you like
find-front-from-home-more = Tasks you can do at home
find-front-no-requirements-more = Come as you are and begin at once
find-front-one-hour = One hour
find-front-one-hour-more = At most an hour at a time
find-front-associations = Associations
find-front-associations-more = Meet them and see whom you can call
find-front-whom = Whom can I call?
find-front-whom-role = { $municipality } answers here
find-front-find-contact = Find a contact near you
find-front-need = Do you need volunteers?
find-front-need-association = Associations can take part once they are registered. It takes five minutes.
find-front-need-institution = Do you work for the municipality? Sign in and post tasks for your place.
find-front-register = Register your association
find-front-sign-in = Sign in
find-front-post = Post a task

## The calendar

find-calendar-title = Tasks in { $month }
find-calendar-lead = Choose a day and see what is happening. Tasks without a fixed time are in the list.
find-calendar-previous = Previous month
find-calendar-next = Next month
find-calendar-more = { $count ->
    [one] 1 more
   *[other] { $count } more
}
find-calendar-day-count = { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
find-calendar-empty = There are no tasks with a fixed time in { $month }.
find-calendar-at = at { $time }
find-called-off = Called off: { $days }
find-calendar-today = today

## The map

find-map-title = Tasks on the map
find-map-lead = The number shows how many tasks there are. Choose a place to see them.
find-map-label = Map of { $municipality } with the number of tasks in each place
find-map-list = The same as a list
find-map-source = The map is drawn by the municipality and is a sketch. It fetches nothing from others.

## Open data

find-rss-title = Tasks for volunteers in { $municipality }
find-rss-description = Open tasks from associations and from the municipality.
find-rss-by = Posted by
find-api-title = Open data
find-api-lead = All open tasks can be fetched by other websites, screens and programs. It is free and needs no agreement and no key.
find-api-same = The same choices everywhere
find-api-same-text = Search on the page and change the path: everything after the question mark means the same on the page, in RSS and in JSON.
find-api-parameters = Parameters
find-api-parameter = Parameter
find-api-values = Values
find-api-meaning = Meaning
find-api-example = Example
find-api-examples = Examples
find-api-format = Answers in JSON
find-api-format-text = Points in time are in UTC (ISO 8601). Clock times of a task are Danish time. Fields without a value are null. New fields may be added; the old ones keep their names and meanings.
find-api-problem = Errors
find-api-problem-text = If a parameter cannot be understood, the answer is 400 as application/problem+json (RFC 9457) with the name of the parameter.
find-api-openapi = Description for machines (OpenAPI 3.1)
find-api-openapi-text = The same description in a format that programs can read:
find-api-terms = Use of the data
find-api-terms-text = You may use the information freely. Say where it comes from and link to the task. Tasks are closed, so fetch them again at least every hour. There is never information about volunteers in the data.

find-param-q = Words to find. Inflections, compounds and typing slips are understood.
find-param-day = A day or a period: i-dag (today), i-morgen (tomorrow), mandag … soendag (Monday … Sunday), weekend, denne-uge (this week), naeste-uge (next week), a date, or two dates with two dots between them.
find-param-near = Postcode or town. Gives the distance of each task.
find-param-spot = Latitude and longitude (WGS 84) instead of sted.
find-param-km = At most so many kilometres away. Needs sted or naer.
find-param-theme = One of the four themes. May be repeated.
find-param-topic = Topic. May be repeated.
find-param-target-group = Target group. May be repeated.
find-param-duration = How much time the task takes. May be repeated.
find-param-part-of-day = When in the day it begins. May be repeated.
find-param-from-home = Only tasks that can be done from home.
find-param-requirement = ingen: only tasks without requirements.
find-param-language = A language you can get by with. May be repeated.
find-param-poster = Who posts: kommunen (the municipality) or foreninger (associations).
find-param-town = Postcode where the task is. May be repeated.
find-param-unit = A unit of the municipality and everything under it.
find-param-association = An association.
find-param-order = Order.
find-param-page = Page, from 1. A page has 50 tasks in JSON and 20 on the page.

find-join-heading = Would you like to help?
find-join-text = Make a CV in three minutes. Then we find tasks that suit you.
find-front-idea = Do you have an idea?
find-front-idea-text = For something volunteers and the municipality can do together. We answer, and you can follow what becomes of it.
find-front-propose = Propose something
find-front-focus = This year's focus areas
find-front-soon-why = Then you can get an answer before it begins. If you want to help sooner, choose a day above and call.
find-map-twice = Some tasks are counted in more than one place: They can be done both somewhere and from home.
