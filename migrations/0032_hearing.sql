-- Hearings (issue 11.4; CF-10, CF-11, RS-22 to RS-25, law B.10): a text in paragraphs that is heard until a minute, and what the
-- municipality thought of each answer.
create table hearing (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    title text not null,
    why text not null,                        -- why it is held, and what happens afterwards
    next text not null default '',            -- what comes next, one step a line
    contact text not null default '',         -- whom to ask: name, telephone
    case_number text not null default '',
    kle text not null default '',             -- the subject of KL's journal plan: 27.15.00
    publication text not null,                -- at_once, screened
    opens_at bigint not null,
    closes_at bigint not null,                -- the first moment in which nothing is taken any more
    state text not null,                      -- draft, announced, answered, called_off; open and closed is what the clock says
    state_since bigint not null,
    state_reason text not null default '',    -- why it was called off
    sent bigint not null default 0,           -- the number that the latest response got
    news_at bigint,                           -- when it was last extended, reopened or called off: who was asked or answered is told
    created_at bigint not null,
    updated_at bigint not null
);
create unique index hearing_of_tenant on hearing (tenant_id, id);
create index hearing_by_time on hearing (tenant_id, closes_at);

-- The text that is heard. A paragraph keeps its id for as long as it says the same thing: answers point at it.
create table hearing_block (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    hearing_id uuid not null references hearing (id) on delete cascade,
    place bigint not null,
    kind text not null,                       -- heading, paragraph, list
    said text not null                        -- of a list: one point a line
);
create unique index hearing_block_of_tenant on hearing_block (tenant_id, id);
create index hearing_block_by_hearing on hearing_block (tenant_id, hearing_id, place);

-- What was decided about a hearing, with its reason: opened, extended, called off, somebody left out. Nothing here is changed.
create table hearing_change (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    hearing_id uuid not null references hearing (id) on delete cascade,
    kind text not null,                       -- opened, extended, reopened, called_off, left_out, answered
    about text not null default '',           -- of left_out: which party
    reason text not null default '',
    closes_at bigint,                         -- the closing that it led to
    person_id uuid references person (id) on delete set null,
    created_at bigint not null
);
create unique index hearing_change_of_tenant on hearing_change (tenant_id, id);
create index hearing_change_by_hearing on hearing_change (tenant_id, hearing_id, created_at);
create index hearing_change_by_person on hearing_change (person_id) where person_id is not null;

-- Who is asked (RS-22 to RS-25, law B.2). Personal data (law B.7): owner the body or association; purpose: to invite and to
-- remind; name and answer are public, the address is seen by those who keep hearings; the address goes two years after.
create table hearing_party (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    hearing_id uuid not null references hearing (id) on delete cascade,
    body_id uuid references body (id) on delete set null,
    association_id uuid references association (id) on delete set null,
    name text not null,
    email text,                               -- null: is told on paper or by telephone
    basis text not null,                      -- statutory, local, voluntary
    reason text not null default '',          -- why it is asked
    answer text not null,                     -- none, no_remarks, response
    answered_at bigint,
    invited_at bigint,
    week_at bigint,                           -- reminded a week before
    day_at bigint,                            -- reminded a day before
    told_at bigint,                           -- of the latest news
    created_at bigint not null
);
create unique index hearing_party_of_tenant on hearing_party (tenant_id, id);
create index hearing_party_by_hearing on hearing_party (tenant_id, hearing_id);
create index hearing_party_by_body on hearing_party (body_id) where body_id is not null;
create index hearing_party_by_association on hearing_party (association_id) where association_id is not null;

-- An answer. Personal data (law B.7): owner the sender; purpose: that the municipality knows what people think, and answers
-- them; the text is public unless it is closed, the name unless the sender says no, the address never; the address goes two
-- years after, a draft that was never sent 30 days after.
create table hearing_response (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    hearing_id uuid not null references hearing (id) on delete cascade,
    party_id uuid references hearing_party (id) on delete set null,
    person_id uuid references person (id) on delete set null,   -- who was signed in
    number bigint,                            -- in the order in which they were sent; null: a draft
    kind text not null,                       -- citizen, association, council, workplace, authority, company
    name text not null,
    on_behalf_of text not null default '',
    email text,
    locale text not null,
    is_nameless boolean not null,             -- no name in public: protection of name and address
    is_closed boolean not null,               -- sensitive: never public
    state text not null,                      -- draft, sent (to be confirmed), confirmed, withdrawn
    sent_at bigint,
    published_at bigint,                      -- null: not in public
    held text not null default '',            -- why somebody looks at it first: screened, address, number
    hidden_reason text not null default '',   -- why it is not published at all
    told_at bigint,                           -- of the latest news
    replied_at bigint,                        -- what came of it
    version bigint not null,                  -- grows with every change: two tabs
    created_at bigint not null,
    updated_at bigint not null
);
create unique index hearing_response_of_tenant on hearing_response (tenant_id, id);
create index hearing_response_by_hearing on hearing_response (tenant_id, hearing_id, number);
create index hearing_response_by_publication on hearing_response (tenant_id, hearing_id, published_at) where published_at is not null;
create index hearing_response_by_party on hearing_response (party_id) where party_id is not null;
create index hearing_response_by_person on hearing_response (person_id) where person_id is not null;
create index hearing_response_by_email on hearing_response (tenant_id, email) where email is not null;

-- What a response says, to the whole text or to one paragraph. Both versions of what was taken out are kept; only the second is public.
create table hearing_part (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    hearing_id uuid not null references hearing (id) on delete cascade,
    response_id uuid not null references hearing_response (id) on delete cascade,
    block_id uuid references hearing_block (id) on delete set null,   -- null: the whole
    place bigint not null,
    said text not null,
    shown text,                               -- with words taken out; null: as it was said
    shown_reason text not null default ''
);
create unique index hearing_part_of_tenant on hearing_part (tenant_id, id);
create index hearing_part_by_response on hearing_part (tenant_id, response_id, place);
create index hearing_part_by_hearing on hearing_part (tenant_id, hearing_id, block_id);
create index hearing_part_by_block on hearing_part (block_id) where block_id is not null;

-- Files of a response (ADR 0016): public only when somebody has looked at them.
create table hearing_attachment (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    response_id uuid not null references hearing_response (id) on delete cascade,
    name text not null,
    kind text not null,
    size bigint not null,                     -- bytes
    content bytea not null,
    is_public boolean not null,
    created_at bigint not null
);
create unique index hearing_attachment_of_tenant on hearing_attachment (tenant_id, id);
create index hearing_attachment_by_response on hearing_attachment (tenant_id, response_id, created_at);

-- The secret links in the mails: to a response, or to a party's page; each mail has one of its own.
create table hearing_link (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    response_id uuid references hearing_response (id) on delete cascade,
    party_id uuid references hearing_party (id) on delete cascade,
    created_at bigint not null
);
create index hearing_link_by_response on hearing_link (response_id) where response_id is not null;
create index hearing_link_by_party on hearing_link (party_id) where party_id is not null;

-- A point that a response makes, and what came of it (CF-08, VB-09, FX-05). Those that say the same are answered once.
create table hearing_remark (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    hearing_id uuid not null references hearing (id) on delete cascade,
    response_id uuid not null references hearing_response (id) on delete cascade,
    part_id uuid not null references hearing_part (id) on delete cascade,
    block_id uuid references hearing_block (id) on delete set null,
    place bigint not null,
    excerpt text not null,
    sameness text not null,                   -- what stands the same in those that say the same
    theme text not null default '',
    verdict text,                             -- used, partly, not_used; null: to be assessed
    assessment text not null default '',      -- because …
    assignee_id uuid references person (id) on delete set null,
    due_on text,
    assessed_at bigint
);
create unique index hearing_remark_of_tenant on hearing_remark (tenant_id, id);
create index hearing_remark_by_hearing on hearing_remark (tenant_id, hearing_id, sameness);
create index hearing_remark_by_response on hearing_remark (tenant_id, response_id, place);
create index hearing_remark_by_part on hearing_remark (part_id);
create index hearing_remark_by_block on hearing_remark (block_id) where block_id is not null;
create index hearing_remark_by_assignee on hearing_remark (tenant_id, assignee_id) where assignee_id is not null;
