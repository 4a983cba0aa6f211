-- What is aimed at, as data (RD-05, VB-05, RD-01): the values, focus areas and goals that a text says, the political goals of
-- the municipality, which stand in no text of ours, and the six headings of folkeoplysningsloven § 34. What is done and
-- what is written links to it, so that one sees for each aim what serves it and for which nothing does. No personal data.
create table aim (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    kind text not null,                      -- value, area, goal, political, statute
    text_id uuid references written_text (id) on delete set null,  -- the text that says it; null: political, or the text is gone
    above_id uuid references aim (id) on delete set null,          -- the area a goal belongs to
    code text not null default '',           -- which heading of the law, of a statute
    place bigint not null,                   -- the order among those of its kind, from 1
    title text not null,
    title_en text not null default '',       -- empty: as in Danish
    about text not null default '',
    about_en text not null default '',
    created_at bigint not null,
    updated_at bigint not null
);
create unique index aim_of_tenant on aim (tenant_id, id);
create index aim_by_kind on aim (tenant_id, kind, place);
create index aim_by_text on aim (text_id) where text_id is not null;
create index aim_by_area on aim (above_id) where above_id is not null;

-- What serves an aim: an initiative, a focus area of a year, or a paragraph of a text; one of the three.
create table aim_link (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    aim_id uuid not null references aim (id) on delete cascade,
    initiative_id uuid references initiative (id) on delete cascade,
    focus_area_id uuid references focus_area (id) on delete cascade,
    text_id uuid references written_text (id) on delete cascade,
    block_id uuid,                           -- a block of that text, in whichever version it stands
    created_at bigint not null
);
create index aim_link_by_aim on aim_link (tenant_id, aim_id);
create index aim_link_by_aim_alone on aim_link (aim_id);
create unique index aim_link_of_initiative on aim_link (initiative_id, aim_id) where initiative_id is not null;
create unique index aim_link_of_area on aim_link (focus_area_id, aim_id) where focus_area_id is not null;
create unique index aim_link_of_block on aim_link (text_id, block_id, aim_id) where block_id is not null;
