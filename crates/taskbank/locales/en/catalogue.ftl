# The texts of the catalogues in catalogue/*.toml, by their keys.

## Target groups

target-group-everyone = Everyone
target-group-older-people = Older people
target-group-lonely-people = People who miss company
target-group-children = Children
target-group-young-people = Young people
target-group-families = Families
target-group-people-with-dementia = People with dementia
target-group-people-with-disabilities = People with disabilities
target-group-people-with-illness = People with illness
target-group-people-with-mental-vulnerability = People with mental health challenges
target-group-homeless-people = Homeless people
target-group-crisis-affected = Women and children in crisis
target-group-bereaved = Bereaved people
target-group-relatives = Relatives
target-group-newcomers = Newcomers
target-group-jobseekers = Jobseekers

## Headings of the CV

competence-group-people = With people
competence-group-learning = Teaching and helping on
competence-group-hands = With one's hands
competence-group-active = Body, nature and animals
competence-group-creative = Culture and the creative
competence-group-organising = Keeping it together

## What one can (FX-21)

competence-listening = Listening and talking
competence-accompanying = Going along with somebody
competence-hosting = Hosting
competence-telephone = Talking on the telephone
competence-children = Being with children
competence-young-people = Being with young people
competence-mentoring = Mentoring
competence-reading-aloud = Reading aloud
competence-teaching = Teaching
competence-homework-help = Homework help
competence-danish-teaching = Practising Danish with others
competence-interpreting = Helping in another language
competence-it-help = IT help
competence-cooking = Cooking and baking
competence-gardening = Gardening
competence-repairs = Repairing things
competence-woodwork = Woodwork and crafts
competence-sewing = Sewing and knitting
competence-practical-work = Practical work
competence-shop = Minding a shop
competence-driving = Driving for others
competence-rickshaw = Cycling with others
competence-sport = Sport and exercise
competence-dancing = Dancing
competence-nature = Nature and the outdoors
competence-animals = Animals
competence-games = Games and play
competence-first-aid = First aid
competence-music = Music and singing
competence-theatre = Theatre and film
competence-creative = Drawing, painting and making
competence-photography = Photography and video
competence-local-history = Local history
competence-events = Arranging events
competence-coordination = Coordinating others
competence-board-work = Committees and meetings
competence-accounts = Accounts and money
competence-fundraising = Raising funds
competence-writing = Writing
competence-social-media = Social media
competence-website = Websites and layout

## Requirements before one begins (law B.4, B.6)

requirement-of-childrens-certificate = Child protection certificate
requirement-of-childrens-certificate-about = You need a child protection certificate (børneattest) when you are 15 or older, have a regular task and are in direct contact with children under 15. It applies to unpaid tasks too.
requirement-of-childrens-certificate-next = You do not have to get the certificate yourself. The place orders it from the police after you have talked, and you give your consent in Digital Post. It is free. You can begin once it has been assessed. It is then deleted, and only a note with the date is kept.
requirement-of-confidentiality = Confidentiality statement
requirement-of-confidentiality-about = You will hear or see private things about other people. They must stay between you and them.
requirement-of-confidentiality-next = You read and accept a short text before you begin. If you are in doubt later, ask your contact person.
requirement-of-course = Course
requirement-of-course-about = The task requires a short course. You do not pay for it.
requirement-of-course-next = Show your interest now. The contact person tells you when the next course is and how long it takes.
requirement-of-introduction = Introduction on site
requirement-of-introduction-about = You are shown around and told whom to ask before you begin.
requirement-of-introduction-next = You need not do anything now. The introduction happens the first time you come.
requirement-of-information-meeting = Information meeting
requirement-of-information-meeting-about = Before you finally say yes, you come to a meeting where you hear about the task and can ask questions.
requirement-of-information-meeting-next = Show your interest. If no time and place are given here, the place arranges them with you. The meeting does not commit you to anything.
requirement-of-minimum-age = Minimum age
requirement-of-minimum-age-about = The task has an age limit because it calls for experience, or because the rules say so.
requirement-of-minimum-age-next = If you are younger, ask the contact person about another task. If you are under 18, a parent must know that you volunteer.
requirement-of-driving-licence = Driving licence
requirement-of-driving-licence-about = You will drive a car or a trailer as part of the task.
requirement-of-driving-licence-next = Bring your licence the first time. Ask whether you use your own car, and who covers fuel and insurance.

## Insurance (law B.5)

insurance-of-work = Voluntary work – covered by statutory insurance
insurance-of-work-volunteer = The task resembles ordinary work with fixed shifts. You are therefore covered by workers' compensation insurance if you are injured.
insurance-of-work-poster = Choose this when you decide what is done and when: a rota, the till, the door, transport.
insurance-of-effort-18a = Voluntary effort – the municipality's insurance
insurance-of-effort-18a-volunteer = The task is looser and more social, such as visits or company. The municipality has chosen to insure this kind of effort against accident and liability.
insurance-of-effort-18a-poster = Choose this when the effort is on the municipality's list of efforts covered under section 18 a. If it is not, ask those who look after volunteering in the municipality before you post the task.
insurance-of-association = The association's insurance
insurance-of-association-volunteer = The association has insured its volunteers. Ask the contact person what the insurance covers.
insurance-of-association-poster = Choose this when your association or national organisation has insurance that also covers volunteers who are not members.
insurance-of-own = Your own insurance
insurance-of-own-volunteer = Your own accident and liability insurance must cover you here. Ask your insurance company if in doubt.
insurance-of-own-poster = Choose this when nobody else insures, for instance when neighbours help neighbours. Say so clearly.
insurance-of-unclear = Not settled yet
insurance-of-unclear-volunteer = The insurance is not settled yet. Ask before you begin.
insurance-of-unclear-poster = You can save the task as a draft. A municipal unit can only publish it once the insurance is settled. Ask the area's key person, or those who look after volunteering in the municipality.
insurance-of-not-said = Not stated
insurance-of-not-said-volunteer = It is not stated who insures the volunteer. Ask before you begin.
insurance-of-not-said-poster = Nobody has chosen yet.

## Approaches to co-creation (RS-79 to RS-82)

approach-of-controlled = Controlled co-creation
approach-of-controlled-short = The municipality decides the task and the way, and volunteers help.
approach-of-controlled-initiates = The municipality is the main actor
approach-of-controlled-task = The municipality defines the task
approach-of-controlled-solution = The municipality
approach-of-controlled-work = The municipality; volunteers to a lesser degree
approach-of-controlled-result = Relatively predictable, and that is needed
approach-of-controlled-role = To define and direct
approach-of-controlled-example = Reading partners who listen to the books the teacher has chosen.
approach-of-responsible = Responsibility-giving co-creation
approach-of-responsible-short = The municipality sets the frame, and volunteers carry the task.
approach-of-responsible-initiates = The municipality
approach-of-responsible-task = The municipality defines the core task
approach-of-responsible-solution = The municipality
approach-of-responsible-work = The volunteers carry the task
approach-of-responsible-role = To facilitate and motivate
approach-of-responsible-example = A Saturday café at the care home where volunteers run the shifts.
approach-of-equal = Equal co-creation
approach-of-equal-short = The municipality points to a problem, and the solution is found together.
approach-of-equal-initiates = The municipality points out the field and invites
approach-of-equal-task = The municipality points out the field
approach-of-equal-solution = Shared; the solution is not decided beforehand
approach-of-equal-work = Shared, on equal terms, with other invited actors too
approach-of-equal-result = Open
approach-of-equal-role = To take part on equal terms
approach-of-equal-example = A new local care home and a village finding out together what they can do for each other.
approach-of-facilitating = Facilitating co-creation
approach-of-facilitating-short = The volunteers take the initiative, and the municipality helps it along.
approach-of-facilitating-initiates = The volunteers themselves, from below
approach-of-facilitating-task = The volunteers define the challenge
approach-of-facilitating-solution = The volunteers develop solutions
approach-of-facilitating-work = The volunteers carry them out
approach-of-facilitating-result = Open
approach-of-facilitating-role = To facilitate the process, to provide rooms and frames, or to provide expertise
approach-of-facilitating-example = Young people who start a band themselves and borrow a rehearsal room in the club.
approach-of-other = Other or mixed
approach-of-other-short = Your cooperation does not fit one of the four. Tell in your own words.

## Notes about rules (law B.15)

notice-of-benefits-direct-title = Do you receive unemployment benefit or early retirement pay?
notice-of-benefits-direct-text = This task is with the municipality itself. Volunteering directly in a public institution may be deducted from your unemployment benefit or early retirement pay, even when it is unpaid.
notice-of-benefits-direct-ask = Ask your unemployment fund (a-kasse) before you begin. If you receive another benefit, ask the job centre or Udbetaling Danmark.
notice-of-benefits-direct-source = The Danish Agency for Labour Market and Recruitment; frivillighed.dk: rules for volunteers on unemployment benefit
notice-of-benefits-association-title = Do you receive unemployment benefit or early retirement pay?
notice-of-benefits-association-text = This task is with an association. As a rule you can do unpaid voluntary work for up to 44 hours a month on unemployment benefit and 65 hours a month on early retirement pay without deduction.
notice-of-benefits-association-ask = The rules have exceptions. Ask your unemployment fund (a-kasse) before you begin.
notice-of-benefits-association-source = The Danish Agency for Labour Market and Recruitment; frivillighed.dk: rules for volunteers on unemployment benefit
notice-of-benefits-company-title = Do you receive unemployment benefit or early retirement pay?
notice-of-benefits-company-text = This task is not organised by a voluntary association. Volunteering in a company may be deducted from your unemployment benefit or early retirement pay, even when it is unpaid.
notice-of-benefits-company-ask = Ask your unemployment fund (a-kasse) before you begin. If you receive another benefit, ask the job centre or Udbetaling Danmark.
notice-of-benefits-company-source = The Danish Agency for Labour Market and Recruitment; frivillighed.dk: rules for volunteers on unemployment benefit
notice-of-allowance-association-title = Expenses for phone, clothes and driving
notice-of-allowance-association-text = An association may pay you a tax-free allowance for some expenses, up to an amount a year. It is up to the association.
notice-of-allowance-association-ask = Ask the association's treasurer. The year's rates are published by the Danish Tax Agency.
notice-of-allowance-association-source = The Danish Tax Assessment Act, section 7 M; the Danish Tax Agency
notice-of-allowance-direct-title = Expenses for phone, clothes and driving
notice-of-allowance-direct-text = The tax-free allowance for volunteers applies only in associations. It does not apply when you volunteer directly with the municipality.
notice-of-allowance-direct-ask = Ask the contact person whether the place can refund your expenses against a receipt.
notice-of-allowance-direct-source = The Danish Tax Assessment Act, section 7 M; the Danish Tax Agency

## Help with choosing an approach (RS-81)

approach-differences = How the four approaches differ
approach-initiates = Who takes the initiative
approach-defines = Who defines the task
approach-decides = Who decides how
approach-works = Who does it
approach-result = How predictable is the result
approach-role = The municipality’s part
approach-example = For example
approach-about = Co-creation is when the municipality develops or produces welfare together with citizens, volunteers, associations and companies. The roles can be shared in several ways. None is the best; it depends on the task and on you.
approach-aid-intro = Answer three questions and we propose an approach. The choice is yours.
approach-aid-question-task = Who defines the task?
approach-aid-question-solution = Who decides how it is solved?
approach-aid-question-work = Who carries it out?
approach-aid-answer-municipality = The municipality
approach-aid-answer-shared = We do it together
approach-aid-answer-volunteers = The volunteers
approach-reason-challenge = Why does the approach fit the challenge?
approach-reason-parties = Why does it make sense for the volunteers and for the municipality?

## The boundary between staff and volunteers (VB-15, law B.6)

boundary-framing-1 = What is for staff only here, and why?
boundary-framing-2 = What can volunteers do that we cannot or do not get to?
boundary-framing-3 = Where are we in doubt, and whom do you ask?
boundary-framing-4 = Who looks after the users, and who looks after the volunteers?
boundary-framing-5 = How do the volunteers enjoy each other's company?
boundary-framing-6 = When do we look at this again, and what do we do if it does not work?
boundary-of-everywhere-staff = Tasks that call for a decision, a training or a responsibility for others.
boundary-of-everywhere-volunteers = The extra: time, company, knowledge and hands that nobody is employed for.
boundary-of-everywhere-grey = If in doubt, do not do it, and ask the contact person. Write the answer into the agreement afterwards.
boundary-of-plejehjem-staff = Care, medicine, lifting, meals for residents on special diets, and talks with doctors and relatives.
boundary-of-plejehjem-volunteers = Company, walks, reading aloud, music, parties and coffee in the living room.
boundary-of-plejehjem-grey = Help with eating or going to the toilet, and wheelchairs on slopes: always call staff. Never keys or money.
boundary-of-aktivitetscenter-staff = Assessed training, the transport scheme and responsibility for the house.
boundary-of-aktivitetscenter-volunteers = Workshops, choir, cards, café and outings the users themselves want.
boundary-of-aktivitetscenter-grey = If a guest falls or becomes ill: call staff, and stay with the guest.
boundary-of-sundhedshus-staff = Advice on illness, medicine, diet and rehabilitation.
boundary-of-sundhedshus-volunteers = Walks, exercise, café, and being someone who has tried it.
boundary-of-sundhedshus-grey = Questions on symptoms and medicine: pass them to staff. Tell about yourself, but do not advise.
boundary-of-skole-staff = Teaching, assessment, conflicts and all contact with the home.
boundary-of-skole-volunteers = Reading, homework, gardens, workshops and stories from life.
boundary-of-skole-grey = If a child tells you something worrying: go to the teacher the same day. You are never alone behind a closed door.
boundary-of-dagtilbud-staff = Responsibility for the children, nappies, sleep, comfort and talks with parents.
boundary-of-dagtilbud-volunteers = Reading aloud, song, baking, garden, fire and outings beside staff.
boundary-of-dagtilbud-grey = You are never alone with a child, not even for a moment. If it happens, say so at once.
boundary-of-klub-staff = Responsibility for the young people, rules, concerns and contact with the home.
boundary-of-klub-volunteers = Food, music, games, sport and workshop together with the young.
boundary-of-klub-grey = If a young person messages you privately: do not answer, but talk to club staff.
boundary-of-krisecenter-staff = Counselling, safety, the case with authorities and talks about the violence.
boundary-of-krisecenter-volunteers = Play, homework, Friday fun and moving help, always in pairs.
boundary-of-krisecenter-grey = If a child asks about the case: listen, promise nothing, and tell the children’s coordinator. The address is secret, also for your friends.
boundary-of-vaerested-staff = Talks about treatment, money and housing, and anything with unrest.
boundary-of-vaerested-volunteers = Coffee, food, cards, music and a place at the table.
boundary-of-vaerested-grey = If a guest asks for money, a lift home or for you to come along: say no, and fetch staff.
boundary-of-botilbud-staff = Support, medicine, money and personal hygiene.
boundary-of-botilbud-volunteers = Music, outings, sport and friendship.
boundary-of-botilbud-grey = If a resident wants to visit your home or borrow money: talk to staff first.
boundary-of-bibliotek-staff = Library guidance, borrower data and responsibility for the room.
boundary-of-bibliotek-volunteers = Hosting, reading aloud, homework café, IT help and books to the door.
boundary-of-bibliotek-grey = MitID and bank: the visitor presses the keys, you look away at codes and never touch others’ cards.
boundary-of-kulturhus-staff = Safety, technology, till, collection and contracts.
boundary-of-kulturhus-volunteers = Receiving, showing around, telling, scanning, building and baking.
boundary-of-kulturhus-grey = If something breaks or someone gets angry: fetch the house manager.
boundary-of-idraetsanlaeg-staff = Lifeguarding, teaching, chemicals and lifting.
boundary-of-idraetsanlaeg-volunteers = Swimming partner, help with clothes and bags, and encouragement.
boundary-of-idraetsanlaeg-grey = Lifting from wheelchairs and help with bathing are always staff tasks.
boundary-of-sprogskole-staff = Teaching, tests, advice on cases, benefits and residence.
boundary-of-sprogskole-volunteers = Conversation, language café, sewing, cycling and help with reading a letter aloud.
boundary-of-sprogskole-grey = Questions on cases and residence: go with the person to the adviser, but do not advise.
boundary-of-naturskole-staff = Planning, machines, chemicals, safety and agreements with landowners.
boundary-of-naturskole-volunteers = Walking along, telling, sorting, building and tidying.
boundary-of-naturskole-grey = If you find something dangerous: leave it, keep others away, and call staff.
boundary-never-1 = Give medicine or do care that requires training.
boundary-never-2 = Handle other people’s money, bank cards, MitID or keys.
boundary-never-3 = Write records or reports about other people.
boundary-never-4 = Receive valuable gifts or inheritance.
boundary-never-5 = Replace a member of staff who is ill, or a post that has been cut.
boundary-never-6 = Be ordered to do anything. You can always say no.

## Kinds of no

decline-of-filled = All places are taken
decline-of-times = The times do not fit
decline-of-requirement = A requirement is missing
decline-of-changed = The task has changed
decline-of-cancelled = The task is cancelled
decline-of-other = Something else
