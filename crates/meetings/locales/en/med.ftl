# MED: when each level last talked about volunteering.

med-title = Volunteering in MED
med-lead = All levels of MED talk about the work with volunteers again and again. Here you see when each area last did.
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
