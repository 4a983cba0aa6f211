-- What: the open task bank (opgavebank, FX-15) and the interest people show.

create table task (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    number text,                              -- the key of an import
    -- Exactly one of the two posts it, on equal terms (FX-03).
    unit_id uuid references unit (id),
    association_id uuid references association (id),
    through text not null,                    -- direct, association (law B.15)
    title text not null,
    summary text not null default '',
    does text not null default '',            -- what the volunteer does, one line each
    boundary_staff text not null default '',  -- VB-15
    boundary_volunteers text not null default '',
    boundary_grey text not null default '',
    offers text not null default '',
    expects text not null default '',
    theme text not null,                      -- RD-04
    topics text not null default '',          -- space separated keys
    target_groups text not null default '',   -- space separated keys
    remote text not null,                     -- on_site, partly, remote
    venue text not null default '',           -- the place's name when it is not the poster's own
    address text not null default '',
    postcode text not null default '',
    city text not null default '',
    latitude double precision,
    longitude double precision,
    time_kind text,                           -- one_off, weekly, flexible; a draft may not know yet
    starts_on text,                           -- the day of a one-off, the first day of a weekly
    ends_on text,                             -- the last day of a weekly or flexible
    weekdays text not null default '',        -- "1 3" is Monday and Wednesday
    starts_at_minute bigint,                  -- minutes after midnight on the wall clock in Denmark
    duration_minutes bigint,                  -- of one turn; flexible: wanted a week
    hours_note text not null default '',      -- flexible: "when it suits you"
    places bigint,                            -- how many volunteers are wanted; null: as many as come
    languages text not null default 'da',
    alone_or_group text not null default 'either',
    accessibility text not null default '',
    min_age bigint,
    requirements text not null default '',    -- space separated keys: børneattest and the like (law B.4, B.6)
    course text not null default '',          -- which, when one is required
    information_meeting text not null default '',
    insurance text not null,                  -- work, effort_18a, association, own, unclear (law B.5)
    approach text,                            -- RS-80, RS-82
    approach_challenge text not null default '',  -- RS-81 (a)
    approach_parties text not null default '',    -- RS-81 (b)
    approach_other text not null default '',
    contact_person_id uuid references person (id) on delete set null,
    channels text not null default '',        -- space separated: where else it is told of (VB-22)
    state text not null,                      -- draft, awaiting, open, filled, closed, expired, cancelled
    state_reason text not null default '',
    state_since bigint not null,
    published_at bigint,                      -- when it first became public
    expires_at bigint,                        -- open and filled: when time takes it down
    current_at bigint,                        -- open: when somebody last said that it is current
    asked_if_current_at bigint,               -- open: when the contact was asked whether it still is
    warned_at bigint,                         -- open: when it was said that it soon expires
    created_by uuid,
    created_at bigint not null,
    updated_at bigint not null
);
create index task_by_unit on task (tenant_id, unit_id, state);
create index task_by_association on task (tenant_id, association_id, state);
create index task_by_state on task (tenant_id, state, expires_at);
create index task_needs_care on task (tenant_id) where state = 'awaiting' or state = 'draft' and state_reason <> ''
    or asked_if_current_at is not null or warned_at is not null;
create unique index task_number on task (tenant_id, number) where number is not null;

-- Somebody who would like to help. Personal data: owner the municipality; purpose: to answer; deleted
-- six months after it ended without an engagement (law B.7).
create table interest (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    name text not null,
    email text,                               -- one of the two is there
    phone text,
    message text not null default '',
    locale text not null default 'da',
    persons bigint not null default 1,        -- a family or a group comes together
    -- What the task asks for and the person said they do not have yet; space separated keys.
    lacks text not null default '',
    -- Who at the municipality or association wrote it down for somebody who phoned.
    entered_by uuid references person (id) on delete set null,
    state text not null,                      -- unconfirmed, new, invited, accepted, waitlisted, declined, withdrawn
    state_since bigint not null,
    -- From when an answer is owed, and until when it was promised. Kept afterwards: how long it took.
    waiting_since bigint,
    answer_due_at bigint,
    answered_at bigint,
    -- How far it had climbed unanswered when people were told: 0 contact, 1 deputy and key person, 2 coordinator.
    escalated bigint not null default 0,
    replied_at bigint,                        -- invited: when the volunteer answered the invitation
    created_at bigint not null,
    updated_at bigint not null
);
create index interest_by_task on interest (tenant_id, task_id, state);
create index interest_waiting on interest (tenant_id, state, answer_due_at);
create index interest_by_email on interest (tenant_id, email) where email is not null;

-- The secrets in a person's own links, hashed; whoever has such a link is the person. Every mail carries
-- a link of its own, because a secret that is only kept as a hash cannot be written a second time.
create table interest_link (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    interest_id uuid not null references interest (id) on delete cascade,
    created_at bigint not null
);
create index interest_link_by_interest on interest_link (interest_id);

-- What was said, by whom: the conversation and the history of one interest.
create table interest_step (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    interest_id uuid not null references interest (id) on delete cascade,
    at bigint not null,
    by_person_id uuid references person (id) on delete set null,  -- null: the volunteer, or the program itself
    by_volunteer boolean not null default false,
    kind text not null,                       -- shown, confirmed, invited, accepted, called, reminded …
    text text not null default ''
);
create index interest_step_by_interest on interest_step (tenant_id, interest_id, at);

-- News for a person, bundled into one mail at the time the person has chosen. Deleted after 30 days.
create table notice (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    kind text not null,
    text text not null,
    href text not null,
    created_at bigint not null,
    mailed_at bigint
);
create index notice_unmailed on notice (tenant_id, person_id, created_at) where mailed_at is null;
create index notice_by_href on notice (tenant_id, href);

-- As in 0002: the twenty tasks on a page are found by municipality and id together.
create unique index task_of_tenant on task (tenant_id, id);
