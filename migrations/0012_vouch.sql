-- What the municipality vouches for: who insures is chosen, legal notes are looked at, closed days are respected.

-- Nobody chose it: until now an association's task said “the association has insured its volunteers” when nobody had
-- touched the field. Which of them was chosen cannot be told apart, so whoever posted it is asked.
update task set insurance = 'not_said' where association_id is not null and insurance = 'association';
create index task_without_insurance on task (tenant_id) where state = 'open' and insurance = 'not_said';

-- When somebody of the municipality last looked whether the text of a note about rules still holds. The text stands
-- in the catalogue under its key; one that has become too old is shown to the coordinator instead of the public.
create table legal_note (
    tenant_id uuid not null references tenant (id) on delete cascade,
    key text not null,
    looked_at_on text not null,
    primary key (tenant_id, key)
);

-- What a series does on a day on which the place is closed: skip, ask, keep.
alter table shift_series add column on_closed_days text not null default 'ask';
-- A weekly task is off on public holidays and closing days, unless its place keeps them.
alter table task add column keeps_closed_days boolean not null default false;

-- Somebody ticked that they are old enough, and the CV with their address says otherwise: whoever answers is told that
-- much. Personal data (law B.7): goes with the interest.
alter table interest add column known_too_young boolean not null default false;

-- Somebody without an e-mail address is recognised by the telephone number.
create index interest_by_phone on interest (tenant_id, phone) where email is null and phone is not null;
create index person_by_phone on person (tenant_id, phone) where email is null and phone is not null;
