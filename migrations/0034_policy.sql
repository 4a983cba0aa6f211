-- Policies made together (CF-01 to CF-25, RS-85, RD-02, RD-03): the plan of the process, who must be heard first, the decisions
-- of committee and council, and what the policy is afterwards. The text itself is a written_text.

-- A policy, from the first plan until it is replaced. Led by a position, so that nobody's name stands here.
create table policy (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    title text not null,
    kind text not null,                       -- values, strategy, framework, theme
    about text not null default '',
    text_id uuid references written_text (id) on delete set null,
    revises_id uuid references policy (id) on delete set null,      -- the edition it takes the place of
    leader_id uuid references position (id) on delete set null,     -- the project leader (CF-14)
    body_id uuid references body (id) on delete set null,           -- the steering group (CF-13)
    steering text not null default '',        -- what the steering group may decide
    political text not null default '',       -- where it is anchored (RD-03)
    administrative text not null default '',
    is_section34 boolean not null,            -- also answers folkeoplysningsloven § 34 (RD-01)
    case_number text not null default '',
    kle text not null default '',
    state text not null,                      -- under_way, adopted, stopped, replaced
    state_since bigint not null,
    state_reason text not null default '',
    is_public boolean not null,               -- everybody may read the plan
    locked_at bigint,                         -- since when the plan is agreed (CF-15)
    call text not null default '',            -- what is asked of those who would like to take part (CF-17)
    call_until text,                          -- the last day of it; null: nobody is asked
    put_number bigint,                        -- the version of the text that was put to the council
    adopted_number bigint,                    -- the version that is adopted
    adopted_on text,
    adopted_item_id uuid references agenda_item (id) on delete set null,
    decision_number text not null default '',
    amendment text not null default '',       -- what the council changed in the meeting
    revise_by text,
    created_at bigint not null,
    updated_at bigint not null
);
create unique index policy_of_tenant on policy (tenant_id, id);
create index policy_by_state on policy (tenant_id, state, state_since);
create index policy_by_text on policy (text_id) where text_id is not null;
create index policy_by_source on policy (revises_id) where revises_id is not null;
create index policy_by_leader on policy (leader_id) where leader_id is not null;
create index policy_by_body on policy (body_id) where body_id is not null;
create index policy_by_item on policy (adopted_item_id) where adopted_item_id is not null;

-- A row of the process plan (RS-85). The order on the page is the order in which it can be done; `printed` is the number that
-- the guide prints, which is not (see the anomaly under CF).
create table policy_step (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    policy_id uuid not null references policy (id) on delete cascade,
    place bigint not null,
    printed text not null default '',
    kind text not null,
    verb text not null,
    title text not null,
    matter text not null default '',
    lane text not null,
    precision text not null,                  -- day, month, months
    starts_on text not null,
    ends_on text not null,
    moved_from text,                          -- the day it was planned for before
    body_id uuid references body (id) on delete set null,
    organ text not null default '',           -- who, where it is no body
    state text not null,                      -- planned, held, cancelled
    outcome text not null default '',
    done_on text,
    verdict text,                             -- approved, rejected: what the committee or the council said
    decision_number text not null default '',
    item_id uuid references agenda_item (id) on delete set null,
    hearing_id uuid references hearing (id) on delete set null,
    no_changes boolean not null,              -- the hearing gave rise to none, and somebody says so
    created_at bigint not null,
    updated_at bigint not null
);
create unique index policy_step_of_tenant on policy_step (tenant_id, id);
create index policy_step_by_policy on policy_step (tenant_id, policy_id, place);
create index policy_step_by_body on policy_step (body_id, state) where body_id is not null;
create index policy_step_by_item on policy_step (item_id) where item_id is not null;
create index policy_step_by_hearing on policy_step (hearing_id) where hearing_id is not null;

-- Gone on although something was missing, with the reason. Personal data (law B.7): who decided it; gone with them, the reason
-- stays with the case.
create table policy_exception (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    policy_id uuid not null references policy (id) on delete cascade,
    step_id uuid not null references policy_step (id) on delete cascade,
    missing text not null,                    -- what was missing
    about text not null default '',           -- of whom: the id of the body or the department
    said text not null,                       -- the same in words, as it was said then
    reason text not null,
    person_id uuid references person (id) on delete set null,
    created_at bigint not null
);
create index policy_exception_by_policy on policy_exception (tenant_id, policy_id, created_at);
create index policy_exception_by_step on policy_exception (step_id);
create index policy_exception_by_person on policy_exception (person_id) where person_id is not null;

-- Which departments it is for, and whether each has said so (CF-24).
create table policy_department (
    tenant_id uuid not null references tenant (id) on delete cascade,
    policy_id uuid not null references policy (id) on delete cascade,
    unit_id uuid not null references unit (id) on delete cascade,
    confirmed_on text,
    primary key (policy_id, unit_id)
);
create index policy_department_by_unit on policy_department (unit_id);

-- Somebody would like to take part (CF-17). Personal data (law B.7): owner whoever signed up; purpose: to ask them in; seen by
-- whoever leads the process; goes half a year after the call has ended, or at once when they take it back.
create table policy_signup (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    policy_id uuid not null references policy (id) on delete cascade,
    person_id uuid references person (id) on delete cascade,        -- null: without an account
    name text not null,
    email text not null,
    comes_from text not null,                 -- volunteer, association, citizen, staff
    association text not null default '',
    why text not null,
    locale text not null,
    state text not null,                      -- waiting, taken, thanked
    answer text not null default '',
    link_hash text not null,                  -- of the secret in the mail
    created_at bigint not null,
    updated_at bigint not null
);
create unique index policy_signup_of_tenant on policy_signup (tenant_id, id);
create index policy_signup_by_policy on policy_signup (tenant_id, policy_id, created_at);
create unique index policy_signup_by_link on policy_signup (link_hash);
create index policy_signup_by_person on policy_signup (person_id) where person_id is not null;
create index policy_signup_by_email on policy_signup (tenant_id, email);
