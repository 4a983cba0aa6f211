-- A proof whose owner's account is deleted was issued all the same: whoever tries its code must not read that it is forged.
-- Not personal: a code is drawn at random, its hash and the day say nothing of anybody, and nothing leads from here to who
-- had it. So it has no time limit. Read by the hash where a code is tried.
create table proof_gone (
    tenant_id uuid not null references tenant (id) on delete cascade,
    code_hash text not null,
    gone_on text not null,
    primary key (tenant_id, code_hash)
);
