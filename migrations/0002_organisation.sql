-- Who: people, units on three levels, positions, associations.

-- A person who signs in or stands as a contact. Personal data: owner the municipality; purpose: to
-- sign in, to be reached in a role; deleted on request or when no role is left after 13 months.
create table person (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    name text not null,
    email text,                               -- lower case; the name to sign in with
    phone text,
    password_hash text,
    locale text not null default 'da',
    mail_choice text not null default 'daily', -- at_once, daily, weekly, never
    email_confirmed_at bigint,
    last_seen_at bigint,
    created_at bigint not null
);
create unique index person_email on person (tenant_id, email) where email is not null;

-- A link sent by mail that signs in once. Only its hash is kept; lives 30 minutes.
create table sign_in_link (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    expires_at bigint not null,
    used_at bigint
);
create index sign_in_link_by_person on sign_in_link (person_id);

-- A unit keeps its id through every reorganisation (RS-10); what it was called, where it stood and
-- where it was are versions with validity, never overwritten.
create table unit (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    number text,                              -- the municipality's own number, from an import
    successor_id uuid references unit (id),   -- who took over when it closed (RS-10)
    created_at bigint not null
);
create unique index unit_number on unit (tenant_id, number) where number is not null;

create table unit_version (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    unit_id uuid not null references unit (id) on delete cascade,
    parent_id uuid references unit (id),
    name text not null,
    sort_key text collate "C" not null,
    level text not null,                      -- central, department, institution (RS-12…14)
    kind text not null,                       -- central, sector, staff, plejehjem, skole …
    address text not null default '',
    postcode text not null default '',
    city text not null default '',
    latitude double precision,
    longitude double precision,
    phone text,
    email text,
    about text not null default '',
    visiting text not null default '',        -- when and how to come by
    valid_from text not null,
    valid_to text
);
create index unit_version_by_unit on unit_version (unit_id, valid_from);
create index unit_version_by_tenant on unit_version (tenant_id, valid_from);

-- A position exists in a unit; persons hold it from–to.
create table position (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    unit_id uuid not null references unit (id) on delete cascade,
    kind text not null,                       -- central_coordinator, key_person, local_contact, ambassador …
    title text not null,
    -- Which part of the area's tasks a key person has, when they are several (RS-16).
    share text not null default '',
    -- The hours the area itself has set aside (RS-52).
    hours_per_week bigint,
    -- Whom the central coordinator reports to (RS-15).
    reports_to uuid references position (id),
    -- What the position is about, so that a topic leads to it (RS-38); space separated keys.
    topics text not null default '',
    -- If set, shown instead of the holder's own.
    phone text,
    email text,
    valid_from text not null,
    valid_to text
);
create index position_by_unit on position (tenant_id, unit_id);

-- Which key person is the area's one liaison to the central coordinator, from–to (RS-17). The rows of
-- one unit never overlap.
create table liaison (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    unit_id uuid not null references unit (id) on delete cascade,
    position_id uuid not null references position (id) on delete cascade,
    valid_from text not null,
    valid_to text
);
create index liaison_by_unit on liaison (tenant_id, unit_id);

create table appointment (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    position_id uuid not null references position (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    capacity text not null,                   -- holder, deputy
    valid_from text not null,
    valid_to text
);
create index appointment_by_position on appointment (tenant_id, position_id);
create index appointment_by_person on appointment (tenant_id, person_id);

-- Holiday and other absence: the deputy steps in. No reason is asked (that could be health).
create table absence (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    first_day text not null,
    last_day text not null
);
create index absence_by_person on absence (tenant_id, person_id, last_day);

-- "A contact person is not appropriate here, because …" (RS-18): such a unit is not counted as missing one.
create table contact_waiver (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    unit_id uuid not null references unit (id) on delete cascade,
    reason text not null,
    valid_from text not null,
    valid_to text
);
create index contact_waiver_by_unit on contact_waiver (tenant_id, unit_id);

-- Associations and other actors (RS-24…29), on equal terms with the units (FX-03).
create table association (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    number text,                              -- the key of an import
    name text not null,
    sort_key text collate "C" not null,
    kind text not null,                       -- association, local_branch, informal_group …
    theme text not null,                      -- folkeoplysning, social, culture, individual (RD-04)
    topics text not null default '',          -- space separated keys of the catalogue
    branch text not null default '',          -- the local branch's name, where the CVR is the national one
    parent_organisation text not null default '', -- the national organisation of a local branch
    cvr text,                                 -- checked, not unique (law B.12)
    p_number text,                            -- as typed: P-numbers follow no check digit (law B.12)
    target_groups text not null default '',   -- space separated keys of the catalogue
    about text not null default '',
    address text not null default '',
    postcode text not null default '',
    city text not null default '',
    latitude double precision,
    longitude double precision,
    phone text,
    email text,
    website text,
    approved_folkeoplysning boolean not null default false,
    members bigint,
    founded bigint,                           -- year
    state text not null,                      -- unconfirmed, pending, approved, rejected, closed
    state_reason text not null default '',
    state_since bigint not null,              -- since when: how long it has waited
    created_at bigint not null,
    updated_at bigint not null
);
create index association_by_name on association (tenant_id, sort_key, id);
create unique index association_number on association (tenant_id, number) where number is not null;
create index association_by_state on association (tenant_id, state);

-- The link by which the person who registered an association confirms it; only its hash is kept.
create table association_confirmation (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    association_id uuid not null references association (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    expires_at bigint not null
);
create index association_confirmation_by_association on association_confirmation (association_id);
create index association_confirmation_by_person on association_confirmation (person_id);

create table association_contact (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    association_id uuid not null references association (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    role text not null,                       -- chair, treasurer, board, volunteer_coordinator, contact
    is_public boolean not null default false,
    valid_from text not null,
    valid_to text
);
create index association_contact_by_association on association_contact (tenant_id, association_id);
create index association_contact_by_person on association_contact (tenant_id, person_id);
-- Bodies (council, MED, networks): enough to show who is heard where; meetings come with their own context.
create table body (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    name text not null,
    sort_key text collate "C" not null,
    kind text not null,                       -- political, management, med, council, coordination, network, working_group …
    aliases text not null default '',         -- other names in use, separated by ";"
    members text not null default '',         -- who sits in it, in words
    refers_to text not null default '',       -- the name of the body above
    meetings_min bigint,                      -- a calendar year (RS-20)
    meetings_max bigint,
    hearing_strength text,                    -- statutory, local, voluntary; null: is not heard (RS-22, RS-25, law B.2)
    hearing_scope text not null default '',   -- what it is heard about
    element text not null default '',         -- where it stands in the founding papers
    valid_from text not null,
    valid_to text
);
create index body_by_tenant on body (tenant_id, sort_key);

-- A file that was sent for import, with the answer of its dry run. Personal data as in the file: owner
-- the municipality; purpose: to show what an import would do and to carry it out; the file and the
-- report are emptied after a day, the numbers stay as the history.
create table import_run (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid,                           -- null: from the command line
    kind text not null,                       -- units, positions, associations, tasks
    file_name text not null,
    locale text not null,                     -- the language of the reasons in the report
    charset text not null,                    -- how the file came, and how its rejected rows go back
    content text not null,                    -- '' once it is forgotten
    state text not null,                      -- checking, checked, importing, imported, failed
    note text not null default '',
    rows_total bigint not null,
    report text not null default '',          -- JSON, one entry a row
    added bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    rejected bigint not null default 0,
    created_at bigint not null,
    imported_at bigint
);
create index import_run_by_time on import_run (tenant_id, created_at);

-- "These twenty of this municipality": without an index on both, SQLite (which keeps no statistics of its own
-- accord) takes the municipality's index and reads every row of it.
create unique index person_of_tenant on person (tenant_id, id);
create unique index unit_of_tenant on unit (tenant_id, id);
create unique index position_of_tenant on position (tenant_id, id);
create unique index association_of_tenant on association (tenant_id, id);
