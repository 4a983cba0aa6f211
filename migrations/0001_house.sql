-- The house: which municipalities live here, what happened, who is signed in, what is still to be done.
-- Column types are the ones both databases read alike; see crates/store/README.md.

-- A municipality on this installation. Every other table with a tenant_id belongs to one.
create table tenant (
    id uuid not null primary key,
    slug text not null unique,
    name text not null,                       -- "Fjordlund Kommune"
    code text not null default '',            -- the municipality's number, three digits
    -- Vocabulary, thresholds, colours, texts: the preset as JSON (configuration, not data).
    settings text not null,
    -- The number of the tenant's newest event. Held by a transaction until it commits, so that
    -- events are numbered in the order in which they were committed (ADR 0006).
    last_event bigint not null default 0,
    created_at bigint not null
);

-- The names under which a municipality answers. '*' answers for every name that no other has.
create table tenant_host (
    host text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade
);

-- The book of events: audit trail, source of the search index and of the history on every page.
-- No personal data in `data`; the actor is an id. Kept as long as the municipality.
create table event (
    tenant_id uuid not null references tenant (id) on delete cascade,
    number bigint not null,
    kind text not null,
    subject_id uuid not null,
    actor_id uuid,
    at bigint not null,
    data text not null,
    primary key (tenant_id, number)
);
create index event_by_subject on event (tenant_id, subject_id, number);

-- Known places with coordinates, so that "near 6950" can be answered without asking anybody else.
create table place (
    tenant_id uuid not null references tenant (id) on delete cascade,
    postcode text not null,
    city text not null,
    latitude double precision not null,
    longitude double precision not null,
    primary key (tenant_id, postcode)
);

-- Work that follows from a change, enqueued in the transaction that made it. Done work is deleted.
create table job (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    kind text not null,
    payload text not null,
    -- Two jobs with the same key are one.
    unique_key text,
    run_at bigint not null,
    attempts bigint not null default 0,
    -- Until when a worker has it; a worker that died lets it go.
    locked_until bigint,
    last_error text,
    -- Set when it has failed too often: it waits for a person.
    given_up_at bigint,
    created_at bigint not null
);
create index job_due on job (run_at) where given_up_at is null;
create unique index job_unique on job (tenant_id, kind, unique_key) where unique_key is not null and given_up_at is null;

-- Mail on its way out and a short memory of what was sent. Personal data: the recipient's address;
-- deleted 30 days after it was sent (retention).
create table mail (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    recipient text not null,
    subject text not null,
    body text not null,
    reply_to text,
    created_at bigint not null,
    sent_at bigint,
    failed text
);
create index mail_by_time on mail (tenant_id, created_at);

-- Somebody signed in. Only a hash of the cookie is kept. Deleted when it expires.
create table session (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null,
    created_at bigint not null,
    expires_at bigint not null
);
create index session_by_person on session (tenant_id, person_id);
create index session_by_expiry on session (expires_at);
