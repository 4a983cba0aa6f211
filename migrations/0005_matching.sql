-- Matching both ways (FX-02): what was suggested to whom and why, who was invited, and how often a task was seen.

-- The best tasks for a volunteer as they were last worked out, each with its parts, so that "why" can be
-- answered later too. Replaced at every new reckoning; personal data like the CV.
create table suggestion (
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    place bigint not null,                    -- 1 is the best
    score bigint not null,                    -- in ten-thousandths; see docs/matching.md
    version bigint not null,                  -- of the weights
    parts text not null,                      -- JSON: what the score is made of
    made_at bigint not null,
    primary key (tenant_id, person_id, task_id)
);
create index suggestion_by_task on suggestion (tenant_id, task_id);

-- How often a task was shown, a day and a place; counted, never by whom. Kept for two years.
create table task_seen (
    tenant_id uuid not null references tenant (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    day text not null,
    place text not null,                      -- list, suggestion, page
    times bigint not null,
    primary key (tenant_id, task_id, day, place)
);

-- "Not for me": a volunteer does not want to see this task again. Gone with the CV.
create table suggestion_declined (
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    reason text not null default '',          -- a code; never owed
    at bigint not null,
    primary key (tenant_id, person_id, task_id)
);

-- What is an advantage to be able to do: space separated keys of the catalogue of competences.
alter table task add column competences text not null default '';

-- A match is an invitation and never an assignment (FX-02, FX-06). Deleted six months after it ended.
create table invitation (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    shift_id uuid,                            -- asked for one shift only, as a stand-in
    booking_id uuid,                          -- and whose booking that is
    wave bigint not null default 0,           -- 0: by hand; 1, 2 …: the search for a stand-in
    by_person_id uuid references person (id) on delete set null,            -- null: the program
    message text not null default '',
    score bigint not null,
    version bigint not null,
    parts text not null,
    state text not null,                      -- sent, accepted, declined, expired, withdrawn
    state_since bigint not null,
    reason text not null default '',          -- why not; a code, never owed
    interest_id uuid references interest (id) on delete set null,           -- what a yes became
    sent_at bigint not null,
    expires_at bigint not null
);
create index invitation_by_task on invitation (tenant_id, task_id, state);
create index invitation_by_person on invitation (tenant_id, person_id, sent_at);
create index invitation_by_end on invitation (tenant_id, state, expires_at);
create unique index invitation_of_tenant on invitation (tenant_id, id);

-- The search for somebody who takes one shift instead of another, wave after wave. Gone with the shift.
create table stand_in_search (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    shift_id uuid not null,
    booking_id uuid not null,                 -- who seeks; the stand-in comes instead
    wave bigint not null default 0,           -- how many have gone out
    next_at bigint not null,                  -- when the next one goes out
    state text not null,                      -- seeking, found, given_up
    begun_at bigint not null,
    ended_at bigint
);
create unique index stand_in_search_of_booking on stand_in_search (tenant_id, booking_id);
create index stand_in_search_by_time on stand_in_search (tenant_id, state, next_at);
