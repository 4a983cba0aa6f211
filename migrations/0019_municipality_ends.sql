-- The last day on which anything could be written into a municipality's site (`samskab end`); null: it goes on.
-- Thirty days after it everything may be removed.
alter table tenant add column ended_on text;
