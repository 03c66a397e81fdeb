-- Reports to the chairman (docs/decisions/0013, sections 5 and 13): figures as known at one sealed moment with the words around them, from
-- draft to published. What is published is kept as it stood on paper, and its files byte by byte.
create table report (
  id uuid primary key,
  province_id int not null references unit (id),
  indicator_id int not null references indicator (id),
  kind text not null constraint report_kind_is_known check (kind in ('MONTHLY', 'QUARTERLY', 'YEARLY')),
  from_day date not null,
  to_day date not null,
  state text not null default 'DRAFT' constraint report_state_is_known
    check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED')),
  version int not null default 1 constraint report_version_counts check (version >= 1),
  -- The sealed moment of its figures, and the day on which it was drawn up.
  known_at timestamptz not null,
  drawn_on date not null,
  -- The closing whose moment that is; null: none when it was drawn up.
  closed_period_id uuid references closed_period (id),
  -- Everything that its sentences and tables are filled from, the words, and the sentences that somebody overwrote.
  facts jsonb not null,
  template jsonb not null,
  template_version int not null,
  written jsonb not null default '{}',
  -- What drawing it up anew changed last.
  redrawn jsonb not null default '[]',
  reference text not null,
  number text constraint report_number_is_bounded check (char_length(number) between 1 and 60),
  dated date,
  -- Once it is published: its blocks as they stand on paper.
  content jsonb,
  sha256 text constraint report_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$'),
  account_id int,
  recorded_by bigint not null references moment (id),
  constraint report_lasts check (from_day <= to_day),
  constraint report_is_whole_once_published check ((state = 'PUBLISHED') = (content is not null)
    and (content is null) = (sha256 is null) and (state = 'PUBLISHED') <= (closed_period_id is not null))
);
create unique index report_is_one_a_period on report (province_id, indicator_id, from_day, to_day);

-- Who did what, when, and why; appended only. Reasons of what was sent back are for those who work on it.
create table report_step (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  report_id uuid not null references report (id),
  act text not null constraint report_act_is_known
    check (act in ('DRAWN', 'REDRAWN', 'WORDED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'PUBLISHED')),
  reason text constraint report_reason_is_bounded check (char_length(reason) between 1 and 4000),
  account_id int,
  recorded_by bigint not null references moment (id)
);
create index report_step_of on report_step (report_id, id);

-- The words of a kind of report, in versions.
create table report_template (
  province_id int not null references unit (id),
  kind text not null constraint report_template_kind_is_known check (kind in ('MONTHLY', 'QUARTERLY', 'YEARLY')),
  version int not null constraint report_template_version_counts check (version > 0),
  words jsonb not null,
  account_id int,
  recorded_by bigint not null references moment (id),
  primary key (province_id, kind, version)
);

-- The files of a published report, as they were made then.
create table report_file (
  report_id uuid not null references report (id),
  form text not null constraint report_form_is_known check (form in ('docx', 'pdf', 'xlsx')),
  content bytea not null,
  sha256 text not null constraint report_file_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (report_id, form)
);

-- Drafts are seen by who works on reports of the province; published ones by whoever is signed in.
alter table report enable row level security;
create policy seen_once_published on report for select
  using ((select wall_opens('reports')) or (state = 'PUBLISHED' and (select wall_caller()) is not null));
create policy written_by_who_works_on_it on report for insert with check ((select wall_opens('reports')));
create policy changed_by_who_works_on_it on report for update using ((select wall_opens('reports')));

alter table report_step enable row level security;
create policy seen_with_the_report on report_step for select
  using ((select wall_opens('reports')) or (reason is null and exists (select from report r where r.id = report_id)));
create policy added_by_who_works_on_it on report_step for insert with check ((select wall_opens('reports')));

alter table report_template enable row level security;
create policy seen_by_who_works_on_reports on report_template for select using ((select wall_opens('reports')));
create policy added_by_who_works_on_reports on report_template for insert with check ((select wall_opens('reports')));

alter table report_file enable row level security;
create policy seen_with_the_report on report_file for select using (exists (select from report r where r.id = report_id));
create policy added_by_who_works_on_it on report_file for insert with check ((select wall_opens('reports')));
