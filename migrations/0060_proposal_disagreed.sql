-- A writer who does not agree with a change says so, and the proposal is not handed on until the text is another or they
-- agree after all. Read with the proposal.
alter table proposal add column disagreed bigint not null default 0;   -- the text that the writer last said no to; 0: none
