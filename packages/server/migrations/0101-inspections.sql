-- Inspection (kiểm tra): what is planned and announced, what was found at each unit, and what became of it (docs/decisions/0013, sections
-- 4, 8.20 and 14). How one stands follows from its steps (domain/inspection) and is kept beside it; steps are added to only.

-- What is looked at, in versions: an inspection keeps the one that it was planned with.
create table checklist_version (
  province_id int not null references unit (id),
  code text not null constraint checklist_code_is_short check (code ~ '^[A-Z0-9][A-Z0-9_-]{0,29}$'),
  version int not null constraint checklist_version_counts check (version >= 1),
  name text not null constraint checklist_name_is_bounded check (char_length(name) between 1 and 300),
  items jsonb not null,
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  primary key (province_id, code, version)
);

create table inspection (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  -- In whose name it is held.
  lead_unit_id int not null references unit (id),
  title text not null constraint inspection_title_is_bounded check (char_length(title) between 1 and 300),
  purpose text not null constraint inspection_purpose_is_bounded check (char_length(purpose) between 1 and 2000),
  decision_number text constraint inspection_decision_is_short check (char_length(decision_number) between 1 and 100),
  decision_on date,
  from_day date not null,
  to_day date not null,
  -- The figures that it looks at.
  indicator_id int not null references indicator (id),
  figures_from date not null,
  figures_to date not null,
  -- Who goes, and where: kept here for the wall.
  lead_account_id int not null references account (id),
  member_ids int[] not null constraint inspection_team_is_led check (lead_account_id = any (member_ids)),
  unit_ids int[] not null constraint inspection_has_units check (cardinality(unit_ids) between 1 and 50),
  checklist jsonb not null,
  state text not null default 'PLANNED' constraint inspection_state_is_known
    check (state in ('PLANNED', 'ANNOUNCED', 'UNDER_WAY', 'CONCLUDED', 'CANCELLED')),
  version int not null default 1 constraint inspection_version_counts check (version >= 1),
  announced_on date,
  concluded_on date,
  conclusion text constraint inspection_conclusion_is_bounded check (char_length(conclusion) between 1 and 2000),
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  constraint inspection_days_are_in_order check (from_day <= to_day and figures_from <= figures_to),
  constraint inspection_decision_has_a_day check ((decision_number is null) = (decision_on is null)),
  constraint inspection_is_announced_by_a_decision
    check (state in ('PLANNED', 'CANCELLED') or (announced_on is not null and decision_on is not null)),
  constraint inspection_is_concluded_with_words check ((state = 'CONCLUDED') = (conclusion is not null and concluded_on is not null))
);
create index inspection_newest on inspection (province_id, id);

-- One unit of an inspection with what was answered: by item the answer, a note, who, when, and how often it was answered.
create table inspection_unit (
  province_id int not null references unit (id),
  inspection_id bigint not null references inspection (id),
  unit_id int not null references unit (id),
  answers jsonb not null default '{}',
  primary key (inspection_id, unit_id)
);

-- A sample: its list is sealed before there is a seed. Of a question one stands; drawn again, the earlier one says by which.
create table inspection_sample (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  inspection_id bigint not null references inspection (id),
  unit_id int not null references unit (id),
  indicator_id int not null references indicator (id),
  scope text not null constraint inspection_sample_scope_is_known check (scope in ('OWN', 'SUBTREE')),
  list text not null constraint inspection_sample_list_is_known check (list in ('NUMERATOR', 'DENOMINATOR', 'NOT_COUNTED')),
  from_day date not null,
  to_day date not null,
  known_at timestamptz not null,
  size int not null constraint inspection_sample_is_no_list check (size between 1 and 500 and size <= frame_size),
  frame_size int not null,
  frame_sha256 text not null constraint inspection_frame_is_sealed check (frame_sha256 ~ '^[0-9a-f]{64}$'),
  seed text constraint inspection_seed_is_one check (seed ~ '^[0-9a-f]{32}$'),
  replaced_by bigint references inspection_sample (id) deferrable initially deferred,
  reason text constraint inspection_reason_is_bounded check (char_length(reason) between 1 and 2000),
  account_id int references account (id),
  recorded_by bigint not null references moment (id)
);
create unique index inspection_sample_is_drawn_once on inspection_sample
  (inspection_id, unit_id, indicator_id, scope, list, from_day, to_day) where replaced_by is null;

create table inspection_drawn (
  province_id int not null references unit (id),
  sample_id bigint not null references inspection_sample (id),
  place int not null,
  code text not null,
  result text constraint inspection_result_is_known check (result in ('MATCHES', 'DIFFERS', 'MISSING')),
  note text constraint inspection_note_is_bounded check (char_length(note) between 1 and 2000),
  version int not null default 0,
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  primary key (sample_id, place)
);

create table inspection_finding (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  inspection_id bigint not null references inspection (id),
  unit_id int not null references unit (id),
  item_key text,
  severity text not null constraint inspection_severity_is_known check (severity in ('LIGHT', 'SERIOUS', 'GRAVE')),
  body text not null constraint inspection_finding_is_bounded check (char_length(body) between 1 and 2000),
  due_on date not null,
  state text not null default 'OPEN' constraint inspection_finding_state_is_known
    check (state in ('OPEN', 'REMEDIED', 'CONFIRMED', 'WITHDRAWN')),
  refused int not null default 0,
  remedied_on date,
  version int not null default 1,
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  foreign key (inspection_id, unit_id) references inspection_unit (inspection_id, unit_id)
);
create index inspection_finding_of on inspection_finding (inspection_id, id);
create index inspection_finding_waits on inspection_finding (province_id, due_on) where state = 'OPEN';

-- Who did what, when: of the whole, of one unit, of one finding; added to, never changed.
create table inspection_step (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  inspection_id bigint not null references inspection (id),
  unit_id int references unit (id),
  finding_id bigint references inspection_finding (id),
  act text not null constraint inspection_act_is_known check (act in
    ('PLANNED', 'CHANGED', 'ANNOUNCED', 'BEGUN', 'CONCLUDED', 'CANCELLED', 'DRAWN', 'DRAWN_AGAIN', 'FOUND', 'REMEDIED', 'CONFIRMED', 'REFUSED',
     'WITHDRAWN', 'NOTED', 'MINUTES')),
  body text constraint inspection_said_is_bounded check (char_length(body) between 1 and 2000),
  day date,
  -- Read by those who inspect alone.
  team_only boolean not null default false,
  account_id int references account (id),
  recorded_by bigint not null references moment (id)
);
create index inspection_step_of on inspection_step (inspection_id, id);

-- Evidence: files that a step brought.
create table inspection_file (
  province_id int not null references unit (id),
  inspection_id bigint not null references inspection (id),
  step_id bigint not null references inspection_step (id),
  sha256 text not null references stored_file (sha256),
  name text not null constraint inspection_file_name_is_short check (char_length(name) between 1 and 200),
  position int not null,
  primary key (step_id, sha256)
);
create index inspection_file_of on inspection_file (inspection_id, sha256);

-- The minutes of one unit as they were made out, with the figure that they cite.
create table inspection_paper (
  reference text primary key constraint inspection_paper_reference_is_one check (reference ~ '^[0-9A-Z-]{1,40}$'),
  province_id int not null references unit (id),
  inspection_id bigint not null references inspection (id),
  unit_id int not null references unit (id),
  content jsonb not null,
  sha256 text not null constraint inspection_paper_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$'),
  figure text references figure (reference),
  account_id int references account (id),
  recorded_by bigint not null references moment (id)
);
create index inspection_paper_of on inspection_paper (inspection_id, unit_id);

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Of those who inspect: within reach of the unit that leads it, or of the team.
create function wall_inspects(lead int, members int[]) returns boolean language sql stable parallel safe as $$
  select wall_opens('inspections') or coalesce(lead = any (wall_units('inspections')), false)
    or coalesce(wall_caller() = any (members), false)
$$;

-- Of a unit that is inspected: who speaks for it, or watches over it; once it was told.
create function wall_inspected(units int[], announced date) returns boolean language sql stable parallel safe as $$
  select announced is not null
    and (coalesce(units && wall_units('inspections'), false) or coalesce(units && wall_units('answers'), false))
$$;

alter table inspection enable row level security;
create policy seen_by_team_and_units on inspection
  using (wall_inspects(lead_unit_id, member_ids) or wall_inspected(unit_ids, announced_on));

alter table inspection_unit enable row level security;
create policy seen_with_the_inspection on inspection_unit using (exists (select from inspection i where i.id = inspection_id
  and (wall_inspects(i.lead_unit_id, i.member_ids) or wall_inspected(array[inspection_unit.unit_id], i.announced_on))));

alter table inspection_sample enable row level security;
create policy seen_with_the_unit on inspection_sample using (exists (select from inspection_unit u
  where u.inspection_id = inspection_sample.inspection_id and u.unit_id = inspection_sample.unit_id));

alter table inspection_drawn enable row level security;
create policy seen_with_the_sample on inspection_drawn using (exists (select from inspection_sample s where s.id = sample_id));

alter table inspection_finding enable row level security;
create policy seen_with_the_unit on inspection_finding using (exists (select from inspection_unit u
  where u.inspection_id = inspection_finding.inspection_id and u.unit_id = inspection_finding.unit_id));

alter table inspection_step enable row level security;
create policy seen_with_the_inspection on inspection_step using (exists (select from inspection i where i.id = inspection_id
  and (wall_inspects(i.lead_unit_id, i.member_ids)
    or (not team_only and (inspection_step.unit_id is null or wall_inspected(array[inspection_step.unit_id], i.announced_on))))));

alter table inspection_file enable row level security;
create policy seen_with_the_step on inspection_file using (exists (select from inspection_step s where s.id = step_id));

alter table inspection_paper enable row level security;
create policy seen_with_the_unit on inspection_paper using (exists (select from inspection_unit u
  where u.inspection_id = inspection_paper.inspection_id and u.unit_id = inspection_paper.unit_id));
