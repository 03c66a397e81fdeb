-- A judgement of a measure that was wrong is struck out with a reason; it stays to be read, and is no headline (docs/decisions/0013, section 17).
create table measure_strike (
  province_id int not null references unit (id),
  judgement_id bigint not null references measure_judgement (id),
  day date not null,
  reason text not null constraint measure_strike_reason_is_bounded check (char_length(reason) between 1 and 4000),
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  primary key (province_id, judgement_id)
);
create unique index measure_strike_of on measure_strike (judgement_id);
alter table measure_strike enable row level security;
create policy seen_with_the_judgement on measure_strike using (exists (select from measure_judgement j where j.id = judgement_id));
alter table matter_step drop constraint matter_act_is_known;
alter table matter_step add constraint matter_act_is_known check (act in
  ('ISSUED', 'REISSUED', 'WITHDRAWN', 'ACKNOWLEDGED', 'ASKED', 'ANSWERED', 'PLANNED', 'CHANGED', 'BEGUN', 'GIVEN_UP', 'RESUMED', 'JUDGED',
   'STRUCK', 'GIVEN', 'NOTED', 'PROGRESS', 'DONE', 'CONFIRMED', 'RETURNED', 'EXTENDED', 'CALLED_OFF'));
