-- What a volunteer keeps: a search that is mailed, a place on the waiting list that is offered, alarms in a calendar.

-- A search that somebody keeps. Personal data (law B.7): owner whoever reads the address; purpose: to mail what is new
-- for that search, and nothing else; limit: until it is stopped, two days when it is never confirmed, and a year after
-- its owner last said yes to it.
create table kept_search (
    id uuid not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    email text not null,
    locale text not null,
    search text not null,                     -- as it stands in the address of the list: "q=kaffe&sted=Lynghavn"
    said text not null,                       -- the same in words, as its owner reads it
    rhythm text not null,                     -- daily, weekly
    confirmed_at bigint,                      -- null: nobody has shown that the address is theirs
    told_until bigint not null,               -- what was published after this is new
    told_on text,                             -- the day its owner was last told, or there was nothing to tell
    ends_at bigint not null,
    created_at bigint not null
);
create unique index kept_search_of_address on kept_search (tenant_id, email, search);
create index kept_search_by_end on kept_search (tenant_id, ends_at);

-- The links in those mails; each leads to the searches of one address. Only hashes are kept.
create table kept_search_link (
    token_hash text not null primary key,
    tenant_id uuid not null references tenant (id) on delete cascade,
    email text not null,
    created_at bigint not null
);
create index kept_search_link_of_address on kept_search_link (tenant_id, email);

-- Where a mail program can stop such mails by itself (RFC 8058).
alter table mail add column stop_href text;

-- A place that became free, offered to somebody on the waiting list. Personal data (law B.7): owner the volunteer;
-- purpose: to give the place in order; gone with the interest.
create table waiting_list_offer (
    interest_id uuid not null primary key references interest (id) on delete cascade,
    tenant_id uuid not null references tenant (id) on delete cascade,
    task_id uuid not null references task (id) on delete cascade,
    offered_at bigint not null,
    answer_due_at bigint not null,
    answer text not null default ''           -- '' while it stands; yes, no, late
);
create index waiting_list_offer_by_due on waiting_list_offer (tenant_id, answer, answer_due_at);
create index waiting_list_offer_of_task on waiting_list_offer (tenant_id, task_id, answer);

-- How long before a shift one's own calendar rings; null: not at all.
alter table calendar_address add column alarm_minutes bigint;
