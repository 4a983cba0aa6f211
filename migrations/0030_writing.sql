-- Texts that are written together (RS-20, RS-21, CF-08): what a body is for, how it works, and other texts of its own; later
-- policies and guides. A text is rows while it is written, so that two can write at once, each in a block; a version is the
-- whole of it as it stood, and is never changed. The blocks keep their ids in every version: what is said about one is
-- found again in the next.
--
-- No personal data but who made a version: owner whoever made it; purpose: that others can ask them; seen by those who
-- write the text and sit in its body; the version stays without a name when they go. A block that was taken out goes for
-- good after 30 days.
create table written_text (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    kind text not null,                      -- mandate, rules, other
    title text not null,
    body_id uuid references body (id) on delete set null, -- whose it is; null: of no body
    state text not null,                     -- draft, published
    public_number bigint,                    -- the version that everybody reads, of one that is published
    created_at bigint not null,
    updated_at bigint not null
);
create unique index written_text_of_tenant on written_text (tenant_id, id);
create index written_text_by_title on written_text (tenant_id, title);
create index written_text_by_body on written_text (tenant_id, body_id);
create index written_text_by_body_alone on written_text (body_id) where body_id is not null;

create table text_block (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    text_id uuid not null references written_text (id) on delete cascade,
    place bigint not null,
    kind text not null,                      -- heading2, heading3, paragraph, list, table, decision
    content text not null,                   -- a line for each item or row
    revision bigint not null,                -- grows with every change, so that two who write at once are joined
    removed_at bigint,                       -- taken out, and can be put back
    created_at bigint not null,
    updated_at bigint not null
);
create unique index text_block_of_tenant on text_block (tenant_id, id);
create index text_block_by_place on text_block (tenant_id, text_id, place);
create index text_block_by_text on text_block (text_id);

create table text_version (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    text_id uuid not null references written_text (id) on delete cascade,
    number bigint not null,                  -- 1, 2, 3 … of the text
    name text not null,
    content text not null,                   -- JSON: title and blocks with their ids
    person_id uuid references person (id) on delete set null, -- who made it
    created_at bigint not null
);
create unique index text_version_by_number on text_version (tenant_id, text_id, number);
create unique index text_version_of_tenant on text_version (tenant_id, id);
create index text_version_by_text on text_version (text_id);
create index text_version_by_person on text_version (person_id) where person_id is not null;
