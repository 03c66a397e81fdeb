-- Schedules of reports (docs/decisions/0013, section 13): how many days after a period its report is drawn up by itself, in whose name.
create table report_schedule (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  indicator_id int not null references indicator (id),
  kind text not null constraint report_schedule_kind_is_known check (kind in ('MONTHLY', 'QUARTERLY', 'YEARLY')),
  days_after int not null constraint report_schedule_is_soon check (days_after between 1 and 60),
  active boolean not null,
  version int not null default 1 constraint report_schedule_version_counts check (version >= 1),
  -- In whose name and by whose rights it is drawn up: whoever saved it last.
  keeper_id int not null references account (id),
  -- What was due before is nobody's to draw up by itself.
  starts_on date not null,
  recorded_by bigint not null references moment (id),
  constraint report_schedule_is_one_a_kind unique (province_id, indicator_id, kind)
);

-- What became due, and what came of it: one a schedule and period. Taken under a lease, so that no two processes draw up the same one.
create table report_run (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  schedule_id int not null references report_schedule (id),
  from_day date not null,
  to_day date not null,
  due_at timestamptz not null,
  state text not null default 'DUE' constraint report_run_state_is_known check (state in ('DUE', 'DRAWN', 'THERE', 'FAILED')),
  tries int not null default 0,
  next_try_at timestamptz not null,
  lease uuid,
  lease_until timestamptz,
  -- Why it was not drawn up: a text of errors, with what it names.
  failure text,
  failure_params jsonb not null default '{}',
  report_id uuid references report (id),
  ended_at timestamptz,
  constraint report_run_is_one_a_period unique (schedule_id, from_day, to_day)
);
create index report_run_due on report_run (next_try_at) where state = 'DUE';
create index report_run_of on report_run (report_id);

alter table report_schedule enable row level security;
create policy seen_by_who_works_on_reports on report_schedule for select using ((select wall_opens('reports')));
create policy added_by_who_works_on_reports on report_schedule for insert with check ((select wall_opens('reports')));
create policy changed_by_who_works_on_reports on report_schedule for update using ((select wall_opens('reports')));

alter table report_run enable row level security;
create policy seen_by_who_works_on_reports on report_run for select using ((select wall_opens('reports')));
create policy added_by_who_works_on_reports on report_run for insert with check ((select wall_opens('reports')));
create policy changed_by_who_works_on_reports on report_run for update using ((select wall_opens('reports')));
