-- What waits in Mit overblik is found among twenty thousand tasks without looking at each. Without statistics SQLite takes the
-- newest of the indexes that begin alike, and had come to take those of all tasks: the indexes of the few are made anew.
drop index task_needs_care;
create index task_needs_care on task (tenant_id) where state = 'awaiting' or state = 'draft' and state_reason <> ''
    or asked_if_current_at is not null or warned_at is not null;
drop index task_without_insurance;
create index task_without_insurance on task (tenant_id, state) where insurance = 'not_said';
