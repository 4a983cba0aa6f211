-- Annexes of the points of an agenda (ADR 0016): they go with their point.
create table agenda_annex (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    item_id uuid not null references agenda_item (id) on delete cascade,
    name text not null,                       -- of the file, as it was sent
    kind text not null,                       -- by its content: pdf, docx …
    size bigint not null,                     -- bytes
    content bytea not null,
    created_at bigint not null
);
create unique index agenda_annex_of_tenant on agenda_annex (tenant_id, id);
create index agenda_annex_by_item on agenda_annex (tenant_id, item_id, created_at);
