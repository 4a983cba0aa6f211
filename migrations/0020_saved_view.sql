-- How somebody wants to see a list of staff again, by a name of their own. Personal data (law B.7): owner the one whose view
-- it is; purpose: to find it again; gone with the person.
create table saved_view (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    list text not null,                       -- which list: "opgaver"
    name text not null,
    address text not null,                    -- words, filters and order: "/opgaveliste?q=kaffe&tilstand=open"
    created_at bigint not null
);
create unique index saved_view_by_name on saved_view (tenant_id, person_id, list, name);
