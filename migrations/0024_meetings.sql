-- Bodies get a purpose, a mandate, a place among the others and seats (RS-20, RS-22 to RS-25, RD-12, RD-16, VB-13).
alter table body add column purpose text not null default '';
alter table body add column mandate text not null default '';        -- decides, recommends, coordinates, advises; '': not said
alter table body add column member_rule text not null default '';    -- whom membership follows: key_persons (RS-20), associations (RS-23); '': the seats alone
alter table body add column standing_items text not null default ''; -- the points of every agenda, one a line (RS-73)
alter table body add column reports_to_id uuid references body (id) on delete set null;
alter table body add column successor_id uuid references body (id) on delete set null;
create unique index body_of_tenant on body (tenant_id, id);

-- Who sits in a body: whoever holds a position, one person, or an association. Never overwritten: it begins and ends.
-- Personal data where a person is named (law B.7): owner the municipality; purpose: to call them and to say publicly who
-- sits there; the history of a body stays readable, and is pseudonymous when the person is deleted (the seat goes).
create table body_seat (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    body_id uuid not null references body (id) on delete cascade,
    position_id uuid references position (id) on delete cascade,
    person_id uuid references person (id) on delete cascade,
    association_id uuid references association (id) on delete cascade,
    role text not null,                       -- chair, deputy_chair, secretary, member
    note text not null default '',            -- "valgt af handicaporganisationerne"
    valid_from text not null,
    valid_to text
);
create index body_seat_by_body on body_seat (tenant_id, body_id, valid_from);
create index body_seat_by_position on body_seat (position_id) where position_id is not null;
create index body_seat_by_person on body_seat (person_id) where person_id is not null;
create index body_seat_by_association on body_seat (association_id) where association_id is not null;

create table meeting (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    body_id uuid not null references body (id) on delete cascade,
    title text not null default '',           -- "" is an ordinary meeting
    place text not null default '',
    starts_at bigint not null,
    ends_at bigint not null,
    state text not null,                      -- planned, called, minuted, approved, cancelled
    state_since bigint not null,
    state_reason text not null default '',    -- why it was cancelled
    sequence bigint not null default 0,       -- grows when the time changes (RFC 5545 SEQUENCE)
    called_at bigint,                         -- when the agenda was sent
    created_at bigint not null,
    updated_at bigint not null
);
create unique index meeting_of_tenant on meeting (tenant_id, id);
create index meeting_by_body on meeting (tenant_id, body_id, starts_at);
create index meeting_by_time on meeting (tenant_id, starts_at);

create table agenda_item (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    meeting_id uuid not null references meeting (id) on delete cascade,
    place bigint not null,                    -- the order of the agenda, from 1
    title text not null,
    verb text not null,                       -- discusses, recommends, decides, adopts, hears, is_informed (RS-02)
    is_closed boolean not null default false, -- for the members only
    about text not null default '',
    proposal text not null default '',        -- what is recommended
    case_number text not null default '',
    kle text not null default '',             -- subject dd.dd.dd
    source text not null default '',          -- what it came from: "standing:…", "item:<id>", "minutes:<id>", "follow_ups"
    state text not null,                      -- open, decided, postponed, withdrawn
    decision text not null default '',
    reason text not null default '',
    disqualified text not null default '',    -- who left the room (inhabilitet), in words
    votes text not null default '',           -- "5 for, 2 imod", where there was a vote
    decision_number text not null default '', -- "3/2026", once the minutes are approved
    corrections text not null default '',     -- what was corrected after approval, one a line with its day
    created_at bigint not null,
    updated_at bigint not null
);
create unique index agenda_item_of_tenant on agenda_item (tenant_id, id);
create index agenda_item_by_meeting on agenda_item (tenant_id, meeting_id, place);

-- Whether somebody comes. Personal data: owner the person; purpose: to know who is there; seen by the members; gone with the
-- person.
create table meeting_answer (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    meeting_id uuid not null references meeting (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    answer text not null,                     -- invited, comes, cannot
    substitute text not null default '',      -- who comes instead, in words
    was_there boolean,
    answered_at bigint
);
create unique index meeting_answer_of_person on meeting_answer (tenant_id, meeting_id, person_id);
create index meeting_answer_by_person on meeting_answer (person_id);

-- What somebody does after a meeting. Personal data: owner the one who does it; purpose: that it is done; gone with the
-- person's name, the matter stays.
create table follow_up (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    body_id uuid not null references body (id) on delete cascade,
    item_id uuid not null references agenda_item (id) on delete cascade,
    matter text not null,
    person_id uuid references person (id) on delete set null,
    due_on text not null,
    done_at bigint,
    outcome text not null default '',
    created_at bigint not null,
    updated_at bigint not null
);
create unique index follow_up_of_tenant on follow_up (tenant_id, id);
create index follow_up_by_body on follow_up (tenant_id, body_id, done_at);
create index follow_up_by_item on follow_up (item_id);
create index follow_up_by_person on follow_up (person_id) where person_id is not null;
