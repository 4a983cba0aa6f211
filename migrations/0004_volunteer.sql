-- The volunteers' CV-bank (FX-21): what somebody likes, can and has time for, and whom they let see it.

-- A volunteer's CV. Personal data (law B.7): owner the volunteer; purpose: to find tasks and be found by
-- those who look for volunteers. Gone with the person, or 13 months after it was last kept up.
create table volunteer_cv (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    -- What staff call the person until they have answered: "Frivillig K7QF".
    pseudonym text not null,
    topics text not null default '',          -- likes to do; space separated keys of the catalogue
    target_groups text not null default '',   -- likes to be with
    competences text not null default '',     -- keys of the catalogue of competences
    not_topics text not null default '',      -- would rather not
    not_target_groups text not null default '',
    languages text not null default 'da',
    driving_licence boolean not null default false,
    rhythm text not null default 'either',    -- once, regular, either
    minutes_per_week bigint,                  -- at most; null: not said
    -- Seven weekdays of four parts of the day each (morning, afternoon, evening, night): bit = weekday * 4 + part.
    availability bigint not null default 0,
    postcode text not null default '',
    latitude double precision,
    longitude double precision,
    reach_km bigint,                          -- how far they want to go; null: anywhere in the municipality
    transport text not null default '',       -- walk, bicycle, public, car; empty: not said
    from_home boolean not null default false,
    company text not null default 'either',   -- alone, group, either
    about text not null default '',           -- a few words; looked through for numbers like a CPR number
    is_adult boolean,                         -- null: not said
    born_on text,                             -- only asked of the young, so that they grow up here too
    volunteer_since bigint,                   -- a year
    paused_until text,                        -- no invitations until this day
    created_at bigint not null,
    updated_at bigint not null
);
create unique index volunteer_cv_of_person on volunteer_cv (tenant_id, person_id);
create unique index volunteer_cv_pseudonym on volunteer_cv (tenant_id, pseudonym);
create unique index volunteer_cv_of_tenant on volunteer_cv (tenant_id, id);

-- The yes to being found. The one in force is neither withdrawn nor run out; without one nobody sees the CV,
-- and with one only the fields it was given for. Kept as evidence while the person is here.
create table volunteer_consent (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    text_version bigint not null,
    fields text not null,                     -- the fields it was given for
    given_at bigint not null,
    expires_at bigint not null,               -- a year later
    reminded_at bigint,
    withdrawn_at bigint                       -- or replaced by the next one
);
create index volunteer_consent_by_person on volunteer_consent (tenant_id, person_id, given_at);
create unique index volunteer_consent_in_force on volunteer_consent (tenant_id, person_id) where withdrawn_at is null;
create index volunteer_consent_by_end on volunteer_consent (tenant_id, expires_at) where withdrawn_at is null;

-- Somebody looked at CVs: a list, a card, or at whom to write to. Shown to those looked at; deleted after 12 months.
create table cv_look (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    by_person_id uuid references person (id) on delete set null,
    by_place text not null,                   -- "Lokal kontaktperson, Plejecentret Solgården", as it was then
    kind text not null,                       -- listed, opened, contact
    task_id uuid references task (id) on delete set null,
    at bigint not null
);
create index cv_look_by_viewer on cv_look (tenant_id, by_person_id, at);
create index cv_look_by_time on cv_look (tenant_id, at);

-- Whose CV it was; the same viewer, person and kind once a day.
create table cv_looked_at (
    tenant_id uuid not null references tenant (id) on delete cascade,
    look_id uuid not null references cv_look (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    primary key (tenant_id, person_id, look_id)
);
create index cv_looked_at_by_look on cv_looked_at (look_id);

-- Those who come together with a person: a family, a group of friends, a school class. No names but the group's.
create table volunteer_group (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,       -- who speaks for it
    name text not null,
    kind text not null,                       -- family, friends, class, company
    persons bigint not null,
    youngest bigint,                          -- years
    created_at bigint not null
);
create index volunteer_group_by_person on volunteer_group (tenant_id, person_id);

-- "Projekt frivillig": a pupil collects hours towards a certificate.
create table pupil_project (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    school text not null,
    hours_wanted bigint not null,
    begins_on text not null,
    ends_on text not null,
    created_at bigint not null
);
create unique index pupil_project_of_person on pupil_project (tenant_id, person_id);

-- Somebody who wants a CV and has no account yet: waits for the button behind the link in the mail.
create table volunteer_sign_up (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    name text not null,
    email text not null,
    locale text not null,
    expires_at bigint not null
);
create index volunteer_sign_up_by_end on volunteer_sign_up (tenant_id, expires_at);

-- What is left of hours when they are deleted: minutes by task and year. Nobody's data.
create table hours_count (
    tenant_id uuid not null references tenant (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    year text not null,
    minutes bigint not null,
    primary key (tenant_id, task_id, year)
);
