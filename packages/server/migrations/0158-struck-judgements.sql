-- A judgement of a measure that was wrong is struck out with a reason; it stays to be read, and is no headline (docs/decisions/0013, section 17).
alter table measure_judgement add column struck_on date;
alter table measure_judgement add column struck_reason text
  constraint measure_struck_reason_is_bounded check (char_length(struck_reason) between 1 and 4000);
alter table measure_judgement add constraint measure_struck_with_a_reason check ((struck_on is null) = (struck_reason is null));
alter table matter_step drop constraint matter_act_is_known;
alter table matter_step add constraint matter_act_is_known check (act in
  ('ISSUED', 'REISSUED', 'WITHDRAWN', 'ACKNOWLEDGED', 'ASKED', 'ANSWERED', 'PLANNED', 'CHANGED', 'BEGUN', 'GIVEN_UP', 'RESUMED', 'JUDGED',
   'STRUCK', 'GIVEN', 'NOTED', 'PROGRESS', 'DONE', 'CONFIRMED', 'RETURNED', 'EXTENDED', 'CALLED_OFF'));
