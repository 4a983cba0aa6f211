-- A follow-up that was written down wrong is changed, or taken away with the reason; the minutes say what changed after their approval.
alter table follow_up add column changed_at bigint;                           -- what, who or until when was last changed
alter table follow_up add column removed_reason text not null default '';     -- why it was taken away, at done_at; "": it was not
