-- A seat that ends: who goes on, or why nobody does; and whoever sits there is told once.
alter table body_seat add column follows_id uuid references body_seat (id) on delete set null; -- the seat whose work it goes on with
alter table body_seat add column told_at bigint;                             -- its holder was told that it ends
alter table body_seat add column closed_at bigint;                           -- nobody is to follow
alter table body_seat add column closed_reason text not null default '';     -- why

-- What ended before anybody asked waits for nobody.
update body_seat set closed_at = 0 where valid_to is not null and valid_to < '2026-12-01';

-- What ends and what is vacant, of all bodies (the worklist, the job that tells), and whether somebody follows.
create index body_seat_by_end on body_seat (tenant_id, valid_to) where valid_to is not null;
create index body_seat_by_followed on body_seat (follows_id) where follows_id is not null;
