-- An adopted policy keeps its text; an evident slip in it is corrected by whoever leads it, with the reason, and everybody reads
-- what was corrected and when. Personal data (law B.7): who corrected it; gone with them, the correction stays with the case.
create table policy_correction (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    policy_id uuid not null references policy (id) on delete cascade,
    from_number bigint not null,              -- the version of the text that everybody read
    number bigint not null,                   -- the one they read since
    reason text not null,
    person_id uuid references person (id) on delete set null,
    created_at bigint not null
);
create unique index policy_correction_of_tenant on policy_correction (tenant_id, id);
create index policy_correction_by_policy on policy_correction (policy_id, created_at);
create index policy_correction_by_person on policy_correction (person_id) where person_id is not null;

-- The version with the latest correction; null: as it was adopted.
alter table policy add column corrected_number bigint;
