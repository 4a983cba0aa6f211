-- Meetings that everybody can come to (FX-12, RS-45): places that are never given twice, and what was said at the tables.
create table dialogue (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    title text not null,
    about text not null default '',
    programme text not null default '',       -- one point a line: "19.00 Velkomst"
    themes text not null default '',          -- what notes are sorted by, one a line
    prompts text not null,                    -- none, expectations (FX-13), workplace (VB-15): the questions at the tables
    place text not null,
    access text not null default '',          -- how one gets in, hearing loop, lift
    starts_at bigint not null,
    ends_at bigint not null,
    closes_at bigint not null,                -- nobody signs up after it
    seats bigint,                             -- null: as many as come
    state text not null,                      -- draft, open, cancelled
    state_since bigint not null,
    state_reason text not null default '',    -- why it was cancelled
    sequence bigint not null default 0,       -- grows when time or place changes (RFC 5545 SEQUENCE)
    notes_hash text not null default '',      -- of the link with which the tables write; '': there is none
    notes_are_public boolean not null default false,
    created_at bigint not null,
    updated_at bigint not null
);
create unique index dialogue_of_tenant on dialogue (tenant_id, id);
create index dialogue_by_time on dialogue (tenant_id, starts_at);
create index dialogue_by_notes_link on dialogue (notes_hash) where notes_hash <> '';

-- Who comes. Personal data (law B.7): owner the one who signed up; purpose: to keep a place, to tell of changes, and to
-- have an interpreter there; seen by those who hold the meeting; gone 90 days after it.
create table dialogue_guest (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    dialogue_id uuid not null references dialogue (id) on delete cascade,
    person_id uuid references person (id) on delete cascade,
    name text not null,
    email text,                               -- null: written down for somebody who called
    phone text not null default '',
    locale text not null,
    persons bigint not null,                  -- with themselves
    needs text not null default '',           -- interpreter, wheelchair
    state text not null,                      -- place, waiting, gone
    state_since bigint not null,
    came_at bigint,
    reminded_at bigint,
    created_at bigint not null
);
create unique index dialogue_guest_of_tenant on dialogue_guest (tenant_id, id);
create index dialogue_guest_by_dialogue on dialogue_guest (tenant_id, dialogue_id, created_at);
create unique index dialogue_guest_once on dialogue_guest (tenant_id, dialogue_id, email) where state <> 'gone' and email is not null;
create index dialogue_guest_by_person on dialogue_guest (person_id) where person_id is not null;

-- The secret links in their mails; each mail has one of its own.
create table dialogue_link (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    guest_id uuid not null references dialogue_guest (id) on delete cascade,
    created_at bigint not null
);
create index dialogue_link_by_guest on dialogue_link (guest_id);

-- What was said, by a table or a group and never by name.
create table dialogue_note (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    dialogue_id uuid not null references dialogue (id) on delete cascade,
    group_name text not null,                 -- "Bord 4"
    kind text not null,                       -- quote, summary, idea, concern
    theme text not null default '',
    prompt text not null default '',          -- the question it answers
    said text not null,
    created_at bigint not null
);
create unique index dialogue_note_of_tenant on dialogue_note (tenant_id, id);
create index dialogue_note_by_dialogue on dialogue_note (tenant_id, dialogue_id, created_at);
