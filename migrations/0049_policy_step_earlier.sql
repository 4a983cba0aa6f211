-- What was said of a step of a process plan before it was opened again, and why it was, one a line: what everybody has read does
-- not go away with a press. No personal data; lives as long as the step. Read with the plan of a policy.
alter table policy_step add column earlier text not null default '';
