# MED: when each level last talked about volunteering.

med-title = Volunteering in MED
med-lead = All levels of MED are to discuss the work with volunteers regularly. Here you see when each area last did.
med-none = No MED committees yet
med-none-text = Make them under Groups and councils, and choose level and area.
med-area = Area
med-everywhere = The whole municipality
med-level = Level { $level }
med-other-bodies = Other groups
med-no-body = No committee
med-talked = Talked about { $day }
med-never = Not in the last { $years } years
med-late = { $count ->
    [one] 1 committee has not talked about volunteering in the last year
   *[other] { $count } committees have not talked about volunteering in the last year
}
med-all-talked = All have talked about volunteering in the last year
med-make-standing = Make it a standing point
med-standing-point = Samarbejdet med frivillige
med-flash-standing = The point comes on the next agendas
med-tree = How the MED committees are connected
med-tree-text = A committee discusses what its leader can decide. So its level follows the unit it belongs to.
med-level-named = Level { $level }: { $names }
med-follows = Follows { $title }: { $names }
med-follows-nobody = Follows { $title } (vacant)
med-at-odds = The level does not fit the unit that the committee belongs to.
med-mend = Change the committee
med-areas = Areas
med-places = Places in { $area }
med-homeless = It is not said which area they belong to:
med-table = When was volunteering discussed in each area?
med-leader = the leader
