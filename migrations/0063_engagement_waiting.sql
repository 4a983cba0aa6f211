-- What waits about agreements is found without looking at each of ten thousand: those that lack a yes, and whom somebody is to
-- call.
create index engagement_without_yes on engagement (tenant_id)
    where state <> 'ended' and (place_agreed_at is null or volunteer_agreed_at is null);
create index engagement_step_to_call on engagement_step (tenant_id, at) where kind = 'to_call';
