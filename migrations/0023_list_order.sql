-- The order of the lists of staff: the Danish alphabetical order of a title or a name, as `danish_order!` writes it, so that
-- the first page of twenty thousand is read and not sorted.
create index task_by_title on task (tenant_id, (replace(replace(replace(lower(replace(replace(replace(title, 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å')), 'æ', 'zza'), 'ø', 'zzb'), 'å', 'zzc')), id);
create index task_by_change on task (tenant_id, updated_at, id);
create index person_by_name on person (tenant_id, (replace(replace(replace(lower(replace(replace(replace(name, 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å')), 'æ', 'zza'), 'ø', 'zzb'), 'å', 'zzc')), id);
