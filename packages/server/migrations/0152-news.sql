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

-- What is told of late is found without reading every log.
create index reminder_step_told on reminder_step (province_id, reminder_id, kind, id) where kind in ('ANSWERED', 'CLOSED') and open_to_unit;
create index difficulty_step_told on difficulty_step (difficulty_id, act, id) where act in ('ANSWERED', 'CLOSED') and visibility = 'ALL';
create index inspection_step_told on inspection_step (province_id, id) where act in ('ANNOUNCED', 'CONCLUDED') and not team_only;
create index guidance_question_answered on guidance_question (province_id, answered_on) where answered_on is not null;
