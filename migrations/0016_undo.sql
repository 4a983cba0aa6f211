-- An import can be taken back until somebody has built on it.

-- What is needed for that, and nothing else. Personal data (law B.7): owner the municipality; purpose: to put back what
-- an import changed; JSON with the rows by name, the former values of the columns that were changed, and of everything
-- written a sum by which it is seen whether somebody has changed it since. Emptied seven days after the import.
alter table import_run add column traces text not null default '';
-- Until when it may be taken back; null: never (not carried out, or from before this was kept).
alter table import_run add column undo_until bigint;
-- When it was taken back, by whom, and how many rows: those taken back, and those that stay.
alter table import_run add column undone_at bigint;
alter table import_run add column undone_by uuid;
alter table import_run add column taken_back bigint not null default 0;
alter table import_run add column stayed bigint not null default 0;
create index import_run_to_forget_traces on import_run (tenant_id, undo_until);
