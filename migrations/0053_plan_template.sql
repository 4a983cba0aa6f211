-- The plan of a policy that was kept, so that the next policy can begin with it: a municipality's own way of making one (RS-85,
-- VB-24). The steps are data and refer to nothing: who does a step is an id beside its name, and a body that is gone is a name.
-- Read as a list by name. Personal data (law B.7): who kept it; gone with them, the template stays with the municipality.
create table plan_template (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    name text not null,
    about text not null default '',           -- what it is for
    steps text not null,                      -- JSON: kind, verb, title, matter, lane, printed, body, organ, offset, length, precision
    policy_id uuid references policy (id) on delete set null,       -- whose plan it was
    person_id uuid references person (id) on delete set null,
    created_at bigint not null,
    updated_at bigint not null
);
create unique index plan_template_of_tenant on plan_template (tenant_id, id);
create unique index plan_template_by_name on plan_template (tenant_id, name);
create index plan_template_by_policy on plan_template (policy_id) where policy_id is not null;
create index plan_template_by_person on plan_template (person_id) where person_id is not null;
