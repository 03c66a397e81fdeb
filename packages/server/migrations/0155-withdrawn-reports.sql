-- Who submitted a report takes it back until it is approved (docs/decisions/0013, section 13).
alter table report_step drop constraint report_act_is_known;
alter table report_step add constraint report_act_is_known
  check (act in ('DRAWN', 'REDRAWN', 'WORDED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'PUBLISHED', 'REPLACED', 'GIVEN_UP', 'WITHDRAWN'));
