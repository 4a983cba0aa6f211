-- What a search in the lists of staff compares stands in the index of their order, as `folded!` writes it: SQLite reads it
-- there instead of folding tens of thousands of names and titles again for each search.
drop index task_by_title;
create index task_by_title on task (tenant_id, (replace(replace(replace(lower(replace(replace(replace(title, 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å')), 'æ', 'zza'), 'ø', 'zzb'), 'å', 'zzc')), id, (replace(replace(replace(lower(replace(replace(replace(title, 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å')), 'æ', 'ae'), 'ø', 'oe'), 'å', 'aa')));
drop index person_by_name;
create index person_by_name on person (tenant_id, (replace(replace(replace(lower(replace(replace(replace(name, 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å')), 'æ', 'zza'), 'ø', 'zzb'), 'å', 'zzc')), id, (replace(replace(replace(lower(replace(replace(replace(name, 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å')), 'æ', 'ae'), 'ø', 'oe'), 'å', 'aa')));
