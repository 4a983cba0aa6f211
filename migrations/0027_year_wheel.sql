-- What comes again every year, or every few: grant rounds, declarations, events, obligations (RS-45, RS-78; shapes: årshjul).
-- Meetings stand in the wheel by themselves.
create table year_event (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    title text not null,
    kind text not null,                       -- event, hearing, grant, declaration, election, evaluation, other
    day text not null,
    repeats text not null,                    -- date, nth_weekday, last_weekday: how it is found in another year
    every_years bigint not null,              -- 1, or 4 for an evaluation (RS-78)
    prepare_days bigint not null,             -- so long before it waits for its owner
    position_id uuid references position (id) on delete set null, -- its owner; null: the coordinator
    note text not null default '',
    is_public boolean not null default false,
    copied_from_id uuid references year_event (id) on delete set null,
    done_at bigint,
    created_at bigint not null,
    updated_at bigint not null
);
create unique index year_event_of_tenant on year_event (tenant_id, id);
create index year_event_by_day on year_event (tenant_id, day);
create index year_event_by_position on year_event (position_id) where position_id is not null;
create index year_event_by_copy on year_event (copied_from_id) where copied_from_id is not null;
