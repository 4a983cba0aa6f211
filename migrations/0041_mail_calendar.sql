-- The calendar file that goes with a mail: an invitation, its change, its cancellation (ADR 0020). Beside the mail and not
-- in it, so that lists of mails do not read it; gone with the mail. Personal data (law B.7): none of its own, for who invites
-- and who is invited is written into it when the mail leaves.
create table mail_calendar (
    mail_id uuid not null primary key references mail (id) on delete cascade,
    tenant_id uuid not null references tenant (id) on delete cascade,
    kind text not null,      -- invited, invited_off, offered, offered_off
    name text not null,      -- of the file
    content text not null
);

-- The members know the date, though the agenda has not been sent: they are told when it moves, too.
alter table meeting add column dates_sent_at bigint;
