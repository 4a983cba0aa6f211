-- What must be in order before one begins (law B.4, B.6), and the associations' yearly declaration.

-- The words somebody accepts; a new version asks again.
create table requirement_text (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    requirement text not null,                -- confidentiality
    version bigint not null,
    text text not null,
    valid_from text not null,
    created_at bigint not null
);
create unique index requirement_text_version on requirement_text (tenant_id, requirement, version);

-- How far one requirement is for one person. A børneattest is assessed for one task: only that it was, by whom,
-- when, and may or may not. The certificate, its text and the CPR number have no column (law B.4).
create table fulfilment (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    requirement text not null,
    task_id uuid references task (id) on delete cascade,                    -- null: counts everywhere
    because text not null default '',         -- why a børneattest is needed here; a code
    state text not null,                      -- needed, ordered, consented, fulfilled, refused
    state_since bigint not null,
    ordered_on text,
    consented_on text,
    assessed_on text,                         -- also: course held, meeting attended, licence shown, text accepted
    assessed_by uuid references person (id) on delete set null,
    text_version bigint,
    years bigint,                             -- a lowest age: so old at least …
    counts_from text,                         -- … from this day
    valid_to text,                            -- the last day it counts; a børneattest: when renewal is recommended
    warned_at bigint,
    created_at bigint not null,
    updated_at bigint not null
);
create unique index fulfilment_of_person on fulfilment (tenant_id, person_id, requirement, task_id) where task_id is not null;
create unique index fulfilment_everywhere on fulfilment (tenant_id, person_id, requirement) where task_id is null;
create index fulfilment_by_task on fulfilment (tenant_id, task_id, state);
create index fulfilment_by_end on fulfilment (tenant_id, valid_to) where valid_to is not null;
create unique index fulfilment_of_tenant on fulfilment (tenant_id, id);

-- An association declares once a year that it obtains børneattester, also when it has nothing for children (law B.4).
create table association_declaration (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    association_id uuid not null references association (id) on delete cascade,
    year bigint not null,
    has_children boolean not null,            -- activities for children under 15
    signed_by uuid references person (id) on delete set null,
    signed_name text not null,
    signed_role text not null,
    signed_at bigint not null
);
create unique index association_declaration_of_year on association_declaration (tenant_id, association_id, year);
