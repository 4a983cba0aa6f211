-- From an idea to what is done about it (RD-12 to RD-14), and the focus areas of a year (RD-17).

-- Which bodies take ideas and make proposals of them (RD-13). A network does until the municipality says otherwise.
alter table body add column qualifies_ideas boolean not null default false;
update body set qualifies_ideas = true where kind = 'network';

-- What a body says of a proposal, and when something that was put off is taken up again at the earliest.
alter table agenda_item add column verdict text not null default '';  -- approved, rejected; '': not a proposal, or not decided
alter table agenda_item add column resume_on text;

-- What the municipality takes on in a year: recommended by one body, decided by another (RD-17).
create table focus_area (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    year bigint not null,
    place bigint not null,                    -- the order on the page, from 1
    title text not null,
    why text not null,
    goals text not null default '',           -- one a line, measurable where it can be
    state text not null,                      -- draft, recommended, decided
    recommended_by_id uuid references body (id) on delete set null,
    recommended_number text not null default '',   -- "4/2026": the number under which the recommendation is cited
    decided_by_id uuid references body (id) on delete set null,
    decided_number text not null default '',
    copied_from_id uuid references focus_area (id) on delete set null,
    created_at bigint not null,
    updated_at bigint not null
);
create unique index focus_area_of_tenant on focus_area (tenant_id, id);
create index focus_area_by_year on focus_area (tenant_id, year, place);
create index focus_area_by_source on focus_area (copied_from_id) where copied_from_id is not null;

-- An idea on its way (RD-14). Personal data (law B.7): owner whoever wrote it; purpose: to tell them what becomes of it, and
-- to have their yes to what is changed; seen by those who qualify and decide, by others only as far as the writer said;
-- name and address of somebody without an account go a year after the end, the text stays.
create table proposal (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    number bigint not null,                   -- of the text as it stands, from 1
    agreed bigint not null,                   -- the text that the writer last said yes to
    title text not null,
    what text not null,
    for_whom text not null,
    why text not null,
    needs text not null default '',
    unit_id uuid references unit (id) on delete set null,           -- the area it is about
    body_id uuid references body (id) on delete set null,           -- who qualifies it; null: whoever leads volunteering
    decided_by_id uuid references body (id) on delete set null,     -- who decides, once it is handed on
    item_id uuid references agenda_item (id) on delete set null,    -- the point it is on an agenda
    writer_id uuid references person (id) on delete set null,       -- null: without an account, or deleted
    writer_name text not null default '',     -- of somebody without an account
    writer_email text,
    locale text not null,
    shows_text boolean not null,              -- the writer lets everybody read it
    shows_name boolean not null,              -- … with their name
    checks text not null default '',          -- what of the checklist is in order
    state text not null,                      -- unconfirmed, idea, handed_on, approved, rejected, postponed, withdrawn
    state_since bigint not null,
    asked_at bigint,                          -- since when the writer's yes to a change is waited for
    reason text not null default '',
    resume_on text,                           -- put off until then
    decision_number text not null default '',
    created_at bigint not null,
    updated_at bigint not null
);
create unique index proposal_of_tenant on proposal (tenant_id, id);
create index proposal_by_state on proposal (tenant_id, state, created_at);
create index proposal_by_time on proposal (tenant_id, created_at);
create index proposal_by_item on proposal (item_id) where item_id is not null;
create index proposal_by_writer on proposal (writer_id) where writer_id is not null;
create index proposal_by_email on proposal (tenant_id, writer_email) where writer_email is not null;
create index proposal_by_unit on proposal (unit_id) where unit_id is not null;

-- Its texts, so that what was changed can be read. Personal data: who changed it; gone with them, the text stays.
create table proposal_version (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    proposal_id uuid not null references proposal (id) on delete cascade,
    number bigint not null,
    title text not null,
    what text not null,
    for_whom text not null,
    why text not null,
    needs text not null,
    person_id uuid references person (id) on delete set null,
    created_at bigint not null
);
create unique index proposal_version_of_proposal on proposal_version (tenant_id, proposal_id, number);
create index proposal_version_by_person on proposal_version (person_id) where person_id is not null;

-- What happened to it, and what was said of it. Personal data: owner whoever said it; purpose: to make the proposal better;
-- seen by the writer and by those who qualify and decide; what was said stays without a name when they go.
create table proposal_note (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    proposal_id uuid not null references proposal (id) on delete cascade,
    kind text not null,                       -- comment, received, changed, agreed, handed_on, on_agenda, off_agenda, approved, …
    said text not null default '',            -- the comment, or the body, reason or number that belongs to it
    person_id uuid references person (id) on delete set null,
    created_at bigint not null
);
create index proposal_note_by_proposal on proposal_note (tenant_id, proposal_id, created_at);
create index proposal_note_by_person on proposal_note (person_id) where person_id is not null;

-- The secret links in the mails to a writer without an account; each mail has one of its own.
create table proposal_link (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    proposal_id uuid not null references proposal (id) on delete cascade,
    created_at bigint not null
);
create index proposal_link_by_proposal on proposal_link (proposal_id);

-- What is done about it (RD-14, RD-17). Personal data where a person owns it (law B.7): owner the municipality; purpose: to
-- know whom to ask; seen by those who work here; nobody's when they go.
create table initiative (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    title text not null,
    about text not null default '',
    goal text not null default '',
    focus_area_id uuid references focus_area (id) on delete set null,
    proposal_id uuid references proposal (id) on delete set null,
    owner_position_id uuid references position (id) on delete set null,
    owner_person_id uuid references person (id) on delete set null,
    starts_on text,
    ends_on text,
    is_public boolean not null,               -- everybody may read it
    state text not null,                      -- not_begun, under_way, done, stopped
    state_reason text not null default '',    -- why it was stopped
    told_at bigint not null,                  -- when its state was last said
    decision_number text not null default '',
    created_at bigint not null,
    updated_at bigint not null
);
create unique index initiative_of_tenant on initiative (tenant_id, id);
create index initiative_by_time on initiative (tenant_id, created_at);
create index initiative_by_state on initiative (tenant_id, state, told_at);
create index initiative_by_focus_area on initiative (focus_area_id) where focus_area_id is not null;
create unique index initiative_by_proposal on initiative (proposal_id) where proposal_id is not null;
create index initiative_by_position on initiative (owner_position_id) where owner_position_id is not null;
create index initiative_by_person on initiative (owner_person_id) where owner_person_id is not null;

-- How it goes, in a sentence or two with a day. Personal data: who told it; gone with them, what was told stays.
create table initiative_note (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    initiative_id uuid not null references initiative (id) on delete cascade,
    state text not null,
    said text not null,
    person_id uuid references person (id) on delete set null,
    created_at bigint not null
);
create index initiative_note_by_initiative on initiative_note (tenant_id, initiative_id, created_at);
create index initiative_note_by_person on initiative_note (person_id) where person_id is not null;
