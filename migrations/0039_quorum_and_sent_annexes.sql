-- When a body can decide, and what a meeting without enough of its members says; and annexes that were sent stay as they were.

-- blank: no rule; more_than_half, half, two_thirds, number (then quorum_number)
alter table body add column quorum_rule text not null default '';
alter table body add column quorum_number bigint;

-- Counted when it is noted who was there, and kept: people go, the count stays. needed is null where the body has no rule.
alter table meeting add column there_count bigint;
alter table meeting add column needed_count bigint;

-- Why a point was decided although too few were there.
alter table agenda_item add column quorum_reason text not null default '';

-- An annex that was replaced or removed after the agenda was sent stays readable as it was.
alter table agenda_annex add column removed_at bigint;
alter table agenda_annex add column sent_at bigint;      -- when the agenda that it was part of was sent
alter table agenda_annex add column is_replaced boolean not null default false;
