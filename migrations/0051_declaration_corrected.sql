-- A wrong answer on an association's yearly declaration about børneattester is corrected by signing anew. What was signed
-- before stays readable with the day it was replaced; what counts is the one that nothing has replaced.
-- Owner: the association. Purpose and time limit: those of the declaration (0007).
-- Serves the declaration of a year (`declaration/store.rs`, FIND and OF_YEAR).
alter table association_declaration add column replaced_at bigint;
drop index association_declaration_of_year;
create unique index association_declaration_of_year
    on association_declaration (tenant_id, association_id, year) where replaced_at is null;
