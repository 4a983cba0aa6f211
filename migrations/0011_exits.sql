-- Whoever counted on what leaves is told: what is still to be settled once the last day of a unit is over.

-- 'move': what counts on the unit goes to its successor; 'cancel': it ends with a letter; null: nothing is left to do.
-- Read by the job that looks for units whose last day is over, and emptied by it.
alter table unit add column settle_by text;
-- Why it closes, as those who counted on it read it.
alter table unit add column settle_reason text not null default '';
create index unit_to_settle on unit (tenant_id) where settle_by is not null;
