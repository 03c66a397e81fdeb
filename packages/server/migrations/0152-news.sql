-- What was answered and told, and who read it already (docs/decisions/0013, sections 11 and 15).

-- An answer may be accepted: that ends a reminder too.
alter table reminder drop constraint reminder_end_is_known;
alter table reminder add constraint reminder_end_is_known
  check (closed_why in ('EVIDENCE', 'TARGET_CHANGED', 'UNIT_ENDED', 'CORRECTED', 'RULE_CHANGED', 'WITHDRAWN', 'ACCEPTED'));

-- What somebody read: a word of its kind and number, never what it says.
create table news_read (
  province_id int not null references unit (id),
  account_id int not null references account (id),
  word text not null constraint news_word_is_plain check (word ~ '^[A-Z_]{1,40}:[0-9a-z:-]{1,60}$'),
  read_at timestamptz not null,
  primary key (province_id, account_id, word)
);
alter table news_read enable row level security;
create policy ones_own on news_read using (account_id = (select wall_caller())) with check (account_id = (select wall_caller()));
