-- Of a unit that closes: the ids, with a space between, of the tasks that end although its successor takes over the
-- rest. Emptied by the job that settles it.
alter table unit add column settle_ending text not null default '';
