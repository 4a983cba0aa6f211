-- When a body talked about volunteering elsewhere than in minutes of its own: it took part in the making of a text, or in a step
-- of a process plan. For where MED stands (RS-06, VB-10): when each last talked about it.
create table body_talk (
    id uuid not null primary key,             -- of what it was: the row of voice_participant or policy_step
    tenant_id uuid not null references tenant (id) on delete cascade,
    body_id uuid not null references body (id) on delete cascade,
    talked_on text not null
);
create index body_talk_by_body on body_talk (tenant_id, body_id, talked_on);
create index body_talk_by_body_alone on body_talk (body_id);

insert into body_talk (id, tenant_id, body_id, talked_on)
    select p.id, p.tenant_id, p.body_id, p.came_on from voice_participant p
    where p.body_id is not null and p.came_on is not null;
insert into body_talk (id, tenant_id, body_id, talked_on)
    select s.id, s.tenant_id, s.body_id, s.done_on from policy_step s
    where s.body_id is not null and s.done_on is not null and s.state = 'held' and s.verb in ('discusses', 'treats', 'hears');
