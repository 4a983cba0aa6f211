-- The place asks somebody with a place in a shift whether they would come to another one instead. Gone when they answer, or
-- when either shift is over.
alter table booking add column other_shift_id uuid references shift (id) on delete set null;
create index booking_by_other_shift on booking (other_shift_id) where other_shift_id is not null;
