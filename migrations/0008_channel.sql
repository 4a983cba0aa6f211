-- Where volunteers come from (VB-22, VB-23): channels, personal links, and what they lead to.

-- A volunteer's own link is personal data (law B.7): owner the volunteer; purpose: to tell others; gone with
-- the person. All else here is numbers without anybody in them.
create table channel (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    code text not null,                       -- in the address: /v/{code}
    name text not null,                       -- "Ældre Sagen Fjordlund", "Menighedsrådet"
    kind text not null,                       -- association, council, church, house, language_school, education, friends, media, library, municipality, personal
    person_id uuid references person (id) on delete cascade,                -- a volunteer's own link (VB-23)
    is_active boolean not null default true,
    created_at bigint not null
);
create unique index channel_code on channel (tenant_id, code);
create unique index channel_of_person on channel (tenant_id, person_id) where person_id is not null;

-- How often a channel's link or a poster was followed; counted, never by whom.
create table channel_visit (
    tenant_id uuid not null references tenant (id) on delete cascade,
    channel_id uuid not null references channel (id) on delete cascade,
    day text not null,
    task_id uuid references task (id) on delete cascade,
    times bigint not null
);
create unique index channel_visit_of_day on channel_visit (tenant_id, channel_id, day, task_id) where task_id is not null;
create unique index channel_visit_of_front on channel_visit (tenant_id, channel_id, day) where task_id is null;

-- Which channel an interest came by, and what the person answered to "how did you hear of it?".
alter table interest add column channel_id uuid references channel (id) on delete set null;
alter table interest add column heard_from text not null default '';
create index interest_by_channel on interest (tenant_id, channel_id) where channel_id is not null;

-- The key figure of VB-02 as it was each month, so that it can be followed over time.
create table coverage (
    tenant_id uuid not null references tenant (id) on delete cascade,
    month text not null,                      -- '2026-11'
    area_id uuid not null references unit (id) on delete cascade,
    institutions bigint not null,
    with_contact bigint not null,             -- contact person or ambassador
    with_open_task bigint not null,
    asking bigint not null,                   -- with both: what VB-02 asks for
    with_volunteers bigint not null,
    active_volunteers bigint not null,
    answer_minutes bigint,                    -- median; null: nothing to answer
    primary key (tenant_id, month, area_id)
);
