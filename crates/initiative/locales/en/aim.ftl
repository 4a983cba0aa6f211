# Values and goals: what is worked for, and what does it.

aim-title = Values and goals
aim-title-of = Values and goals in { $text }
aim-political-ones = The municipality's political goals
aim-lead = What the text says we want, and what is done about it.
aim-lead-political = The goals that the municipality's politicians have set, and what volunteers and the municipality do for them together.
aim-summary = { $served ->
    [one] { $served } of { $total } has
   *[other] { $served } of { $total } have
} an initiative or a focus area. An initiative is under way for { $working } now.
aim-summary-statute = { $served ->
    [one] { $served } of { $total } has
   *[other] { $served } of { $total } have
} an initiative, a focus area or a paragraph of the text. An initiative is under way for { $working } now.
aim-none = No goals here yet
aim-none-text = When they are written, they stand here.
aim-is-draft = Draft: only you can see them here until the text is public
aim-read-text = Read the text
aim-without-text = From a text that was deleted
aim-kind-value = Value
aim-kind-area = Focus area
aim-kind-goal = Goal
aim-kind-political = Political goal
aim-kind-statute = Requirement of the law
aim-heading-value = Values
aim-heading-area = Focus areas and goals
aim-heading-goal = Other goals
aim-heading-political = Political goals
aim-heading-statute = What the law asks for (folkeoplysningsloven § 34)
aim-column-aim = What we want
aim-column-initiatives = Initiatives
aim-column-blocks = Paragraphs
aim-unserved = Nothing works for it yet
aim-no-initiatives = No initiatives
aim-no-blocks = No paragraphs
aim-change = Change
aim-pick-blocks = Choose paragraphs
aim-new = Add { $kind }
aim-edit = Change { $kind }
aim-name = Name
aim-about = Explanation
aim-name-en = Name in English
aim-en-hint = If it is empty, we show the Danish one
aim-about-en = Explanation in English
aim-above = Belongs to the focus area
aim-above-none = No focus area
aim-place = Place in the order
aim-place-hint = 1 is at the top. If the field is empty, it comes last
aim-remove = Delete
aim-remove-text = { $initiatives ->
    [0] No initiatives
    [one] 1 initiative or focus area
   *[other] { $initiatives } initiatives and focus areas
} and { $blocks ->
    [0] no paragraphs
    [one] 1 paragraph
   *[other] { $blocks } paragraphs
} point to it. They stay, without the link.
aim-remove-goals = { $count ->
    [one] 1 goal belongs to it and stays without a focus area.
   *[other] { $count } goals belong to it and stay without a focus area.
}
aim-statute-title = Folkeoplysningsloven § 34
aim-statute-text = A policy on folkeoplysning must say something about six things. If the text does, you can show which paragraphs answer what.
aim-statute-add = The text is to answer § 34, too
aim-statute-remove = The text is not to answer § 34
aim-statute-remove-text = The six points disappear here, and which paragraphs answer them. The text itself is not changed.
aim-34-participation = Goals for taking part in folkeoplysning
aim-34-frames = Frames, also rooms and facilities
aim-34-self-organised = Interplay with groups that organise themselves, and the money for development
aim-34-partnerships = Interplay with other policy areas and partnerships
aim-34-delimitation = Delimitation: what is folkeoplysning and what is not
aim-34-involvement = How far and how those who use it are involved
aim-others = Other values and goals
aim-text = Text
aim-choose-text = Show
aim-blocks = Choose paragraphs
aim-blocks-which = Which paragraphs are about it?
aim-text-is-empty = There are no paragraphs to choose
aim-text-is-empty-text = Write the text first. Then you can choose paragraphs here.
aim-serves = What it works for
aim-pick-lead = Tick the values and goals it contributes to.
aim-flash-saved = Saved
aim-flash-removed = Deleted
aim-flash-statute = The six points are there. Now choose paragraphs for them
aim-flash-no-statute = The six points are removed
aim-flash-blocks = The paragraphs are chosen
aim-flash-picked = Saved
