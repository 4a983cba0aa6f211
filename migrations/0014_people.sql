-- A person is one person: another address, the page a coordinator has of somebody, and who has looked at it.

-- Somebody wants another address and has not shown yet that it is theirs: waits for the button behind the link in the
-- mail. Personal data (law B.7): owner the person; purpose: to sign in and be reached at another address; limit: a day.
create table email_change (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    email text not null,
    expires_at bigint not null
);
create index email_change_by_person on email_change (tenant_id, person_id);
create index email_change_by_end on email_change (tenant_id, expires_at);

-- The id of somebody's page in an address that staff see: it tells no time, as the person's own would. Made when
-- somebody is first found; gone with the person.
create table person_page (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade
);
create unique index person_page_of_person on person_page (tenant_id, person_id);

-- Somebody of the municipality looked people up: a list, or a page. Personal data (law B.7): owner the municipality;
-- purpose: those looked at can see who did; limit: 12 months.
create table person_look (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    by_person_id uuid references person (id) on delete set null,
    by_place text not null,                   -- "Frivillighedskoordinator, Fjordlund Kommune", as it was then
    kind text not null,                       -- listed, opened, compared
    at bigint not null
);
create index person_look_by_viewer on person_look (tenant_id, by_person_id, at);
create index person_look_by_time on person_look (tenant_id, at);

-- Whose page it was; the same viewer, person and kind once a day.
create table person_looked_at (
    tenant_id uuid not null references tenant (id) on delete cascade,
    look_id uuid not null references person_look (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    primary key (tenant_id, person_id, look_id)
);
create index person_looked_at_by_look on person_looked_at (look_id);

-- Which letters somebody got: for their page.
create index mail_by_recipient on mail (tenant_id, recipient, created_at);
