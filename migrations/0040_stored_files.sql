-- How much the files of a municipality take up is counted without reading a file.
create index agenda_annex_by_size on agenda_annex (tenant_id, size);
create index hearing_attachment_by_size on hearing_attachment (tenant_id, size);
