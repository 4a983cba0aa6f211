-- Proposals for change to a paragraph of a text (issue 11.3), hearings of a text that is kept, an assessment that somebody
-- else approves, and sentences that are used again (issue 11.4).

-- When anybody may propose changes: published (while everybody reads it), open (to those who follow it also while it is a
-- draft), closed.
alter table written_text add column takes_changes text not null default 'published';

-- Other words for a paragraph. Personal data (law B.7): owner whoever proposed; purpose: to tell them what became of it; the
-- words are public, the name unless its owner says no, the address never; name and address of somebody without an account go
-- a year after the answer, the words stay with the text.
create table change_proposal (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    text_id uuid references written_text (id) on delete set null,   -- null: the text was deleted
    text_title text not null,                 -- what it was called then
    block_id uuid references text_block (id) on delete set null,    -- null: gone for good
    number bigint not null,                   -- 1, 2, 3 … of the text
    kind text not null,                       -- words, after (a new paragraph below), out
    base_kind text not null,                  -- what the paragraph was when it was read: paragraph, heading2, …
    base text not null,                       -- its words then
    said text not null,                       -- the proposed words; of out: empty
    reason text not null,
    person_id uuid references person (id) on delete set null,       -- null: without an account, or deleted
    name text not null,                       -- of somebody without an account
    email text,
    locale text not null,
    on_behalf_of text not null,
    is_nameless boolean not null,             -- no name in public
    is_hidden boolean not null,               -- taken out of the public by whoever writes the text
    state text not null,                      -- unconfirmed, open, accepted, altered, declined, withdrawn, lapsed
    state_since bigint not null,
    answer text not null,                     -- why
    result text not null,                     -- the paragraph, or the new one, as it stood with what was accepted
    created_at bigint not null,
    updated_at bigint not null
);
create unique index change_proposal_of_tenant on change_proposal (tenant_id, id);
create index change_proposal_by_text on change_proposal (text_id, number);
create index change_proposal_by_block on change_proposal (block_id) where block_id is not null;
create index change_proposal_by_state on change_proposal (tenant_id, state, state_since);
create index change_proposal_by_person on change_proposal (person_id) where person_id is not null;
create index change_proposal_by_email on change_proposal (tenant_id, email) where email is not null;

-- The secret links in the mails to somebody without an account; each mail has one of its own.
create table change_proposal_link (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    proposal_id uuid not null references change_proposal (id) on delete cascade,
    created_at bigint not null
);
create index change_proposal_link_by_proposal on change_proposal_link (proposal_id);

-- The text that is heard, where it is one that is kept; and the version that the note was answered with.
alter table hearing add column text_id uuid references written_text (id) on delete set null;
alter table hearing add column version_id uuid references text_version (id) on delete set null;
alter table hearing add column result_id uuid references text_version (id) on delete set null;
alter table hearing add column four_eyes boolean not null default false;   -- what one has assessed counts when another approves
create index hearing_by_text on hearing (text_id) where text_id is not null;
create index hearing_by_version on hearing (version_id) where version_id is not null;
create index hearing_by_result on hearing (result_id) where result_id is not null;

-- Which block of the text the paragraph is: the same in every version, also when the block is no longer there.
alter table hearing_block add column source uuid;

-- Which block of the text it changed (null: the one it is about), and who has assessed and approved it. Personal data: owner
-- the municipality; purpose: that two have seen it; the people leave it when they go.
alter table hearing_remark add column changed uuid;
alter table hearing_remark add column assessed_by_id uuid references person (id) on delete set null;
alter table hearing_remark add column approved_at bigint;
alter table hearing_remark add column approved_by_id uuid references person (id) on delete set null;
create index hearing_remark_by_assessor on hearing_remark (assessed_by_id) where assessed_by_id is not null;
create index hearing_remark_by_approver on hearing_remark (approved_by_id) where approved_by_id is not null;

-- An answer is also held back (hearing_response.held) when words were taken out of it and its sender has changed it since:
-- screened, address, number, changed.

-- Sentences that are kept to be put into an answer. No personal data.
create table hearing_phrase (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    said text not null,
    created_at bigint not null
);
create unique index hearing_phrase_of_tenant on hearing_phrase (tenant_id, id);
create index hearing_phrase_by_time on hearing_phrase (tenant_id, created_at);
