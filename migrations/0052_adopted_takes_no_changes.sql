-- What was adopted before 0043 takes no proposals any more, unless it is being made anew.
update written_text set takes_changes = 'closed'
    where exists (select 1 from policy p where p.tenant_id = written_text.tenant_id and p.text_id = written_text.id and p.state = 'adopted')
    and not exists (select 1 from policy p where p.tenant_id = written_text.tenant_id and p.text_id = written_text.id and p.state = 'under_way');
