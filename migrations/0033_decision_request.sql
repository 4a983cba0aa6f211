-- Decision requests with points that are decided one by one (VB-26), and who must be heard before (RS-22, RS-25).
-- Personal data (law B.7): owner whoever wrote it; purpose: that they get the answer; the matter stays without a name when
-- they go.
create table decision_request (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    body_id uuid not null references body (id) on delete cascade,      -- who decides
    title text not null,
    about text not null default '',
    case_number text not null default '',
    kle text not null default '',
    concerns_volunteering boolean not null default false,              -- of general importance for voluntary social work (RS-22)
    state text not null,                                               -- draft, sent, answered, withdrawn
    state_since bigint not null,
    item_id uuid references agenda_item (id) on delete set null,       -- the point of the meeting that takes it up
    person_id uuid references person (id) on delete set null,          -- who wrote it
    created_at bigint not null,
    updated_at bigint not null
);
create unique index decision_request_of_tenant on decision_request (tenant_id, id);
create index decision_request_by_body on decision_request (tenant_id, body_id, state);
create index decision_request_by_time on decision_request (tenant_id, created_at);
create index decision_request_by_item on decision_request (item_id) where item_id is not null;
create index decision_request_by_person on decision_request (person_id) where person_id is not null;

create table request_point (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    request_id uuid not null references decision_request (id) on delete cascade,
    place bigint not null,                    -- a), b), c): from 1
    matter text not null,
    answer text not null default '',          -- yes, no, changed; '': not answered
    said text not null default '',            -- why not, or what is decided instead
    answered_at bigint
);
create unique index request_point_of_tenant on request_point (tenant_id, id);
create index request_point_by_request on request_point (tenant_id, request_id, place);

-- A body that has the right to be heard about it: the point of its own meeting where it is, or why it is not heard.
create table request_hearing (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    request_id uuid not null references decision_request (id) on delete cascade,
    body_id uuid not null references body (id) on delete cascade,
    item_id uuid references agenda_item (id) on delete set null,
    exception text not null default '',       -- why it is not heard; '': it is
    created_at bigint not null
);
create unique index request_hearing_once on request_hearing (tenant_id, request_id, body_id);
create index request_hearing_by_body on request_hearing (tenant_id, body_id);
create index request_hearing_by_item on request_hearing (item_id) where item_id is not null;

-- Who was put in touch with whom, and what came of it (RS-36). No names of citizens; owner whoever wrote it, who sees it with
-- the coordinator and the key person of the area; the entry stays without a name when they go.
create table introduction (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    one text not null,                        -- "Aktivitetscenter Solgården"
    other text not null,                      -- "Strikkeklubben"
    about text not null,
    unit_id uuid references unit (id) on delete set null,
    association_id uuid references association (id) on delete set null,
    met_on text not null,
    look_again_on text,                       -- when to ask what came of it; null: not asked
    outcome text not null,                    -- open, became, nothing
    outcome_said text not null default '',
    person_id uuid references person (id) on delete set null,
    created_at bigint not null,
    updated_at bigint not null
);
create unique index introduction_of_tenant on introduction (tenant_id, id);
create index introduction_by_time on introduction (tenant_id, met_on, id);
create index introduction_by_day on introduction (tenant_id, outcome, look_again_on);
create index introduction_by_person on introduction (person_id) where person_id is not null;
create index introduction_by_unit on introduction (unit_id) where unit_id is not null;
create index introduction_by_association on introduction (association_id) where association_id is not null;

-- The levels of MED and the part of the municipality that each body of it is for (RS-04 to RS-06, VB-10, law B.9).
alter table body add column med_level bigint;
alter table body add column unit_id uuid references unit (id) on delete set null;
create index body_by_unit on body (unit_id) where unit_id is not null;
