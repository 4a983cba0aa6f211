-- Asking for help and telling upwards (RS-30, RS-59, RS-69). Personal data (law B.7): owner whoever wrote; purpose: that it is
-- answered; seen by them, the coordinator and the key person of the area; the text stays without a name when they go.
create table enquiry (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    kind text not null,                       -- help, notice
    subject text not null,
    said text not null,
    person_id uuid references person (id) on delete set null,   -- who wrote
    unit_id uuid references unit (id) on delete set null,       -- for which unit; null: for none in particular
    state text not null,                      -- new, taken, closed
    taken_by_id uuid references person (id) on delete set null, -- who sees to it, or has read it
    answer text not null default '',
    created_at bigint not null,
    updated_at bigint not null
);
create unique index enquiry_of_tenant on enquiry (tenant_id, id);
create index enquiry_by_time on enquiry (tenant_id, created_at);
create index enquiry_by_state on enquiry (tenant_id, state);
create index enquiry_by_person on enquiry (person_id) where person_id is not null;
create index enquiry_by_taker on enquiry (taken_by_id) where taken_by_id is not null;
create index enquiry_by_unit on enquiry (unit_id) where unit_id is not null;
