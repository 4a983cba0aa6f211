-- Who was there beside those who sit in the body, and when its minutes were approved and who noted it.

-- Personal data: owner those who were there; purpose: that the minutes say it; gone with the meeting.
alter table meeting add column others_there text not null default '';

alter table meeting add column approved_on text;         -- null: on the day on which it was noted (state_since)
alter table meeting add column approved_by_id uuid references person (id) on delete set null;
create index meeting_by_approver on meeting (approved_by_id) where approved_by_id is not null;
