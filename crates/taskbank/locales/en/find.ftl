## Filters

find-filters = More choices
find-remove = Remove:
find-join-title = Become a volunteer
find-time-agreed = flexible
