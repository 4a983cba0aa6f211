-- A text that those who work here send again and again, by its subject. Nothing personal: whoever saves one is told so.
create table message_template (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    subject text not null,
    body text not null,
    updated_at bigint not null
);
create unique index message_template_by_subject on message_template (tenant_id, subject);
