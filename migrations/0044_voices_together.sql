-- Two who write about the same participant at once keep both their words: a row knows how often it was changed.
alter table voice_participant add column revision bigint not null default 1;

-- What nobody has looked at waits for whoever leads the text: asked each time one of the staff opens their list.
create index voice_input_unseen on voice_input (tenant_id, text_id, created_at) where set_aside = '' and answer = '';
