-- Voices (issue 11.2; CF-03 to CF-08, CF-13, CF-16, CF-18, CF-19, CF-21, VB-09, FX-05): who takes part in the making of a text, what
-- they said, and what came of each passage of it.

-- What is decided about the voices of a text: whether everybody reads what came of them, and until when everybody may write.
create table voice_setting (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    text_id uuid not null references written_text (id) on delete cascade,
    is_shown boolean not null,                -- before the text is published, too
    question text not null default '',        -- what everybody is asked
    open_until text,                          -- the last day of the open form; null: nobody writes
    updated_at bigint not null
);
create unique index voice_setting_of_tenant on voice_setting (tenant_id, id);
create unique index voice_setting_of_text on voice_setting (tenant_id, text_id);
create index voice_setting_by_text on voice_setting (text_id);

-- Who takes part: associations, departments, bodies and groups of people, never one person. The name is the one they had.
create table voice_participant (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    text_id uuid not null references written_text (id) on delete cascade,
    kind text not null,                       -- association, unit, body, volunteers, citizens, staff, med, political
    association_id uuid references association (id) on delete set null,
    unit_id uuid references unit (id) on delete set null,
    body_id uuid references body (id) on delete set null,
    area_id uuid references unit (id) on delete set null,   -- the department
    name text not null,
    theme text not null default '',           -- one of the four themes
    size text not null default '',            -- of an association: small, medium, large
    planned_on text,
    invited_on text,
    came_on text,
    created_at bigint not null
);
create unique index voice_participant_of_tenant on voice_participant (tenant_id, id);
create index voice_participant_by_text on voice_participant (tenant_id, text_id);
create index voice_participant_by_text_alone on voice_participant (text_id);
create index voice_participant_by_association on voice_participant (association_id) where association_id is not null;
create index voice_participant_by_unit on voice_participant (unit_id) where unit_id is not null;
create index voice_participant_by_body on voice_participant (body_id) where body_id is not null;
create index voice_participant_by_area on voice_participant (area_id) where area_id is not null;

-- Something that was said. Personal data (law B.7): no name of whoever said it is asked for; owner: whoever writes the text; purpose:
-- that what is said can be seen in what is written; kept as long as the text, as part of its case.
create table voice_input (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    text_id uuid not null references written_text (id) on delete cascade,
    number bigint not null,                   -- 1, 2, 3 … of the text
    kind text not null,                       -- dialogue, focus_group, vox_pop, questionnaire, panel, interview, letter, hearing, concern
    participant_id uuid references voice_participant (id) on delete set null,
    source_kind text not null default '',     -- a kind of participant
    source text not null,                     -- which group said it
    said_on text,
    place text not null default '',
    is_quote boolean not null,                -- their own words; else a summary
    said text not null,
    theme text not null default '',
    note_id uuid references dialogue_note (id) on delete set null,   -- the note of a dialogue meeting it was fetched from
    is_from_form boolean not null,            -- somebody wrote it themselves in the open form
    gravity text not null default '',         -- of a concern: mild, grave, very_grave
    med_body_id uuid references body (id) on delete set null,   -- of a concern: where MED was told
    med_on text,
    answer text not null default '',          -- of a concern
    answered_at bigint,
    is_closed boolean not null,               -- its words are not for all to read
    set_aside text not null default '',       -- why nothing comes of it
    revision bigint not null,                 -- grows with every change
    created_at bigint not null,
    updated_at bigint not null
);
create unique index voice_input_of_tenant on voice_input (tenant_id, id);
create unique index voice_input_by_number on voice_input (tenant_id, text_id, number);
create unique index voice_input_of_note on voice_input (tenant_id, text_id, note_id) where note_id is not null;
create index voice_input_by_text on voice_input (text_id);
create index voice_input_by_participant on voice_input (participant_id) where participant_id is not null;
create index voice_input_by_note on voice_input (note_id) where note_id is not null;
create index voice_input_by_body on voice_input (med_body_id) where med_body_id is not null;

-- A point that one or several excerpts make, and what came of it: those that say the same are one, and are answered once. The block
-- is no foreign key: it may go for good, and the words it had are kept.
create table voice_point (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    text_id uuid not null references written_text (id) on delete cascade,
    theme text not null default '',
    verdict text,                             -- used, partly, not_used; null: waits
    because text not null default '',
    block_id uuid,                            -- the paragraph that it changed
    block_words text not null default '',     -- as the paragraph stood then
    is_closed boolean not null,               -- its words are not for all to read
    assignee_id uuid references person (id) on delete set null,
    due_on text,
    answered_at bigint,
    revision bigint not null,                 -- grows with every change
    created_at bigint not null,
    updated_at bigint not null
);
create unique index voice_point_of_tenant on voice_point (tenant_id, id);
create index voice_point_by_text on voice_point (tenant_id, text_id);
create index voice_point_by_text_alone on voice_point (text_id);
create index voice_point_by_assignee on voice_point (tenant_id, assignee_id) where assignee_id is not null;
create index voice_point_by_person on voice_point (assignee_id) where assignee_id is not null;

-- A passage of an input.
create table voice_excerpt (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    text_id uuid not null references written_text (id) on delete cascade,
    input_id uuid not null references voice_input (id) on delete cascade,
    point_id uuid not null references voice_point (id) on delete cascade,
    place bigint not null,                    -- in its input
    said text not null,
    sameness text not null,                   -- what stands the same in those with the same words
    created_at bigint not null
);
create unique index voice_excerpt_of_tenant on voice_excerpt (tenant_id, id);
create index voice_excerpt_by_input on voice_excerpt (tenant_id, input_id, place);
create index voice_excerpt_by_input_alone on voice_excerpt (input_id);
create index voice_excerpt_by_point on voice_excerpt (tenant_id, point_id);
create index voice_excerpt_by_point_alone on voice_excerpt (point_id);
create index voice_excerpt_by_sameness on voice_excerpt (tenant_id, text_id, sameness);
create index voice_excerpt_by_text on voice_excerpt (text_id);

-- A paragraph that was changed without anybody having asked for it. It holds as long as the paragraph stays as it was then.
create table voice_editorial (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    text_id uuid not null references written_text (id) on delete cascade,
    block_id uuid not null,
    content text not null,                    -- as it stood; empty: it was taken out
    reason text not null,
    created_at bigint not null
);
create unique index voice_editorial_of_tenant on voice_editorial (tenant_id, id);
create unique index voice_editorial_of_block on voice_editorial (tenant_id, text_id, block_id);
create index voice_editorial_by_text on voice_editorial (text_id);
