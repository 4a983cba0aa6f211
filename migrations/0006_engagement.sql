-- From yes to engagement: the agreement between a volunteer and a place, shifts, hours and proofs.

-- Somebody helps with a task, agreed on by both. Personal data (law B.7): owner the municipality or the
-- association; purpose: to work together; deleted, but for anonymous counts, a year after it ended.
create table engagement (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    interest_id uuid references interest (id) on delete set null,
    person_id uuid not null references person (id) on delete cascade,
    persons bigint not null default 1,        -- how many come together
    state text not null,                      -- proposed, active, paused, ended
    state_since bigint not null,
    version bigint not null default 1,        -- of the agreement that both are asked about
    version_in_force bigint,                  -- the newest that both said yes to; null: none yet
    -- Who said yes to that version, and when. Null: not yet. A yes of the volunteer that somebody of the place
    -- noted, by telephone or in a talk, names who noted it.
    place_agreed_at bigint,
    place_agreed_by uuid references person (id) on delete set null,
    volunteer_agreed_at bigint,
    volunteer_agreed_by uuid references person (id) on delete set null,
    begins_on text,
    begins_by text not null default 'place',  -- volunteer, place: who proposed the day
    talk_on text,                             -- the day they agreed to talk about how it goes
    talk_held_on text,
    paused_until text,
    reminded_at bigint,                       -- when both were told of the talk, or that the pause is over
    end_reason text not null default '',      -- a code, voluntary
    end_note text not null default '',
    ended_by text not null default '',        -- volunteer, place, task
    thanks text not null default '',
    created_at bigint not null,
    updated_at bigint not null
);
create unique index engagement_of_interest on engagement (tenant_id, interest_id)
    where interest_id is not null and state <> 'ended';
create index engagement_by_interest on engagement (interest_id);
create index engagement_by_task on engagement (tenant_id, task_id, state);
create index engagement_by_person on engagement (tenant_id, person_id, state);
create index engagement_by_talk on engagement (tenant_id, talk_on) where talk_held_on is null;
create index engagement_by_state on engagement (tenant_id, state, state_since);
create unique index engagement_of_tenant on engagement (tenant_id, id);

-- The frivilligaftale as it was agreed on. A change after somebody said yes is a new version and asks both
-- again; the old ones stay.
create table agreement (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    engagement_id uuid not null references engagement (id) on delete cascade,
    version bigint not null,
    text text not null,                       -- what both agree on: task, boundary, confidentiality, how we stop
    -- FX-13, each side in its own words: what we can and want, what we see in the other, what we need to trust.
    volunteer_can text not null default '',
    volunteer_sees text not null default '',
    volunteer_needs text not null default '',
    place_can text not null default '',
    place_sees text not null default '',
    place_needs text not null default '',
    begins_on text,                           -- the day that stood in it
    changed text not null default '',         -- since the version before: text, volunteer, place, day; space separated
    agreed_at bigint,                         -- when the second had said yes to it; null: never
    created_at bigint not null,
    updated_at bigint not null
);
create unique index agreement_of_engagement on agreement (tenant_id, engagement_id, version);

-- What happened in an engagement, as both read it.
create table engagement_step (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    engagement_id uuid not null references engagement (id) on delete cascade,
    at bigint not null,
    by_person_id uuid references person (id) on delete set null,
    by_volunteer boolean not null default false,
    kind text not null,
    text text not null default ''
);
create index engagement_step_by_engagement on engagement_step (tenant_id, engagement_id, at);

-- What is left when engagements are deleted: how many, of how many persons, by task and month. Nobody's data.
create table engagement_count (
    tenant_id uuid not null references tenant (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    month text not null,                      -- in which they ended: '2026-11'
    engagements bigint not null,
    persons bigint not null,
    primary key (tenant_id, task_id, month)
);

-- Times that come again, as RFC 5545 says it; wall clock in Denmark, so summer time moves nothing.
create table shift_series (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    title text not null default '',
    rule text not null,                       -- RRULE without DTSTART: "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261231"
    starts_on text not null,
    start_minute bigint not null,             -- minutes after midnight
    duration_minutes bigint not null,
    minimum bigint not null,                  -- fewer than these and it cannot be done
    wanted bigint not null,
    last_on text,                             -- the last day it comes again, as the rule says; null: goes on
    laid_out_to text,                         -- shifts exist up to and including this day
    created_at bigint not null,
    updated_at bigint not null
);
create index shift_series_by_task on shift_series (tenant_id, task_id);
create unique index shift_series_of_tenant on shift_series (tenant_id, id);

-- One shift, once. With people in it, it is never moved or taken away silently.
create table shift (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    series_id uuid references shift_series (id) on delete set null,
    series_day text,                          -- which day of the series it is, also when it was moved
    title text not null default '',
    starts_at bigint not null,
    ends_at bigint not null,
    minimum bigint not null,
    wanted bigint not null,
    state text not null,                      -- planned, cancelled
    state_reason text not null default '',
    -- Grows when the time changes; a booking made for an earlier one must be confirmed again (RFC 5545 SEQUENCE).
    sequence bigint not null default 0,
    time_changed_at bigint,                   -- when it last did
    by_hand boolean not null default false,   -- changed by itself: a change of its series leaves it alone
    created_at bigint not null,
    updated_at bigint not null
);
create unique index shift_of_series on shift (tenant_id, series_id, series_day) where series_id is not null;
create index shift_by_task on shift (tenant_id, task_id, starts_at);
create index shift_by_time on shift (tenant_id, starts_at);
create unique index shift_of_tenant on shift (tenant_id, id);

-- Somebody's place in a shift.
create table booking (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    shift_id uuid not null references shift (id) on delete cascade,
    engagement_id uuid references engagement (id) on delete cascade,        -- null: a stand-in, this once
    person_id uuid not null references person (id) on delete cascade,
    persons bigint not null default 1,
    state text not null,                      -- booked, seeking, replaced, cancelled, attended, absent
    state_since bigint not null,
    reason text not null default '',
    confirmed_sequence bigint not null,       -- the shift's sequence the person said yes to
    instead_of uuid references booking (id) on delete set null,
    -- A colleague who was asked to take it, and the booking offered for it, if any; both must say yes.
    asked_person_id uuid references person (id) on delete set null,
    asked_at bigint,
    swap_for uuid references booking (id) on delete set null,
    reminded_at bigint,
    created_at bigint not null,
    updated_at bigint not null
);
create unique index booking_of_person on booking (tenant_id, shift_id, person_id)
    where state in ('booked', 'seeking', 'attended');
create index booking_by_shift on booking (tenant_id, shift_id, state);
create index booking_by_person on booking (tenant_id, person_id, state);
create index booking_by_engagement on booking (engagement_id);
create index booking_by_asked on booking (tenant_id, asked_person_id) where asked_person_id is not null;
create unique index booking_of_tenant on booking (tenant_id, id);

-- A personal calendar under a secret address; only the hash is kept.
create table calendar_address (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    created_at bigint not null,
    last_read_at bigint
);
create unique index calendar_address_of_person on calendar_address (tenant_id, person_id);

-- Time given, told by either, corrected without fuss, never demanded.
create table hours (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    engagement_id uuid not null references engagement (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    booking_id uuid references booking (id) on delete set null,
    day text not null,
    minutes bigint not null,
    note text not null default '',
    by_volunteer boolean not null,
    by_person_id uuid references person (id) on delete set null,
    removed_at bigint,                        -- taken out by mistake, it is put back; counts nowhere meanwhile
    created_at bigint not null,
    updated_at bigint not null
);
create index hours_by_engagement on hours (tenant_id, engagement_id, day);
create index hours_by_person on hours (tenant_id, person_id, day);
create unique index hours_of_booking on hours (tenant_id, booking_id) where booking_id is not null and removed_at is null;
create unique index hours_of_tenant on hours (tenant_id, id);

-- A frivilligbevis as it was issued: a picture of then, so that it can be checked for ever.
create table proof (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    code text not null,                       -- what anybody can check, "K7QF-3MXA"
    kind text not null,                       -- volunteer, pupil
    name text not null,
    content text not null,                    -- JSON: what, where, from, to, hours, learned
    issued_on text not null,
    withdrawn_at bigint,
    created_at bigint not null
);
create unique index proof_code on proof (code);
create index proof_by_person on proof (tenant_id, person_id);
