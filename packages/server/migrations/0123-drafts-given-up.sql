-- Drafts of reports can be given up (docs/decisions/0013, section 13): they stay with their steps, hold their period no more, and are seen
-- by who works on reports alone.
alter table report drop constraint report_state_is_known;
alter table report add constraint report_state_is_known
  check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED', 'GIVEN_UP'));
drop index report_is_one_a_period;
create unique index report_is_one_a_period on report (province_id, indicator_id, from_day, to_day)
  where replaces_id is null and state <> 'GIVEN_UP';
drop index report_is_replaced_once;
create unique index report_is_replaced_once on report (replaces_id) where state <> 'GIVEN_UP';

alter table report_step drop constraint report_act_is_known;
alter table report_step add constraint report_act_is_known
  check (act in ('DRAWN', 'REDRAWN', 'WORDED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'PUBLISHED', 'REPLACED', 'GIVEN_UP'));

-- Why a step was taken is for those who work on reports; that it was taken is seen by whoever reads the report. So reasons are rows of their own.
create table report_reason (
  province_id int not null references unit (id),
  step_id bigint primary key references report_step (id),
  reason text not null constraint report_reason_is_bounded check (char_length(reason) between 1 and 4000)
);
insert into report_reason (province_id, step_id, reason) select province_id, id, reason from report_step where reason is not null;
drop policy seen_with_the_report on report_step;
alter table report_step drop column reason;
create policy seen_with_the_report on report_step for select
  using ((select wall_opens('reports')) or exists (select from report r where r.id = report_id));

alter table report_reason enable row level security;
create policy seen_by_who_works_on_reports on report_reason for select using ((select wall_opens('reports')));
create policy added_by_who_works_on_reports on report_reason for insert with check ((select wall_opens('reports')));
