-- A letter's link opens what the letter is about and nothing else: the path, and all below it. Empty: everything, as
-- somebody signs in who asked for it. Served on every request of somebody signed in.
alter table session add column opens text not null default '';
alter table sign_in_link add column opens text not null default '';

-- News is judged again when it is mailed. Whom it is about: what they do meanwhile can take it back. Until when it is
-- news at all: an absence from a shift that is over needs nobody. Owner: whoever is told; deleted with the notice.
alter table notice add column about_id uuid;
alter table notice add column news_until bigint;

-- What failed is seen by a person: the page and the worklist of the administrator ask for it.
create index mail_failed on mail (tenant_id, created_at) where failed is not null;
create index job_given_up on job (tenant_id, given_up_at) where given_up_at is not null;
