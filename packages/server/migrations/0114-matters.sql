-- Guidance (hướng dẫn), measures (giải pháp) and directions (chỉ đạo), with one log for all three (docs/decisions/0013, sections 4 and 17).
-- How each stands follows from its steps (domain/matters) and is kept beside it; nothing is ever deleted, steps are added to only.

-- Guidance is told in editions: a changed one is the same guidance, told anew.
create table guidance (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  -- In whose name it is given.
  lead_unit_id int not null references unit (id),
  edition int not null default 1 constraint guidance_edition_counts check (edition >= 1),
  -- Whom it was sent to, and what it is about: kept here for the wall and for lists.
  unit_ids int[] not null constraint guidance_has_receivers check (cardinality(unit_ids) between 1 and 1000),
  procedure_ids int[] not null default '{}',
  withdrawn_on date,
  version int not null default 1 constraint guidance_version_counts check (version >= 1),
  account_id int references account (id),
  recorded_by bigint not null references moment (id)
);
create index guidance_newest on guidance (province_id, id);
create index guidance_of_procedure on guidance using gin (procedure_ids);

create table guidance_edition (
  province_id int not null references unit (id),
  guidance_id bigint not null references guidance (id),
  edition int not null,
  number text constraint guidance_number_is_short check (char_length(number) between 1 and 100),
  dated date not null,
  title text not null constraint guidance_title_is_bounded check (char_length(title) between 1 and 300),
  body text not null constraint guidance_body_is_bounded check (char_length(body) between 1 and 4000),
  -- What the change changes.
  reason text constraint guidance_reason_is_bounded check (char_length(reason) between 1 and 4000),
  acknowledge_by date not null,
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  primary key (guidance_id, edition)
);

-- A receiver, and the last edition that it took note of.
create table guidance_unit (
  province_id int not null references unit (id),
  guidance_id bigint not null references guidance (id),
  unit_id int not null references unit (id),
  edition int not null default 0,
  acknowledged_on date,
  account_id int references account (id),
  primary key (guidance_id, unit_id)
);

create table guidance_question (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  guidance_id bigint not null,
  unit_id int not null,
  body text not null constraint guidance_question_is_bounded check (char_length(body) between 1 and 4000),
  asked_on date not null,
  answer text constraint guidance_answer_is_bounded check (char_length(answer) between 1 and 4000),
  answered_on date,
  -- Read by all receivers.
  is_public boolean not null default false,
  version int not null default 1,
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  foreign key (guidance_id, unit_id) references guidance_unit (guidance_id, unit_id),
  constraint guidance_answer_has_a_day check ((answer is null) = (answered_on is null) and is_public <= (answer is not null))
);
create index guidance_question_of on guidance_question (guidance_id, id);

-- What a unit does to come closer to its target, and what it expects of it.
create table measure (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  unit_id int not null references unit (id),
  title text not null constraint measure_title_is_bounded check (char_length(title) between 1 and 300),
  body text constraint measure_body_is_bounded check (char_length(body) between 1 and 4000),
  -- Whose it is: a post, or somebody who has an account.
  owner_post text constraint measure_post_is_short check (char_length(owner_post) between 1 and 200),
  owner_account_id int references account (id),
  begin_on date not null,
  due_on date not null,
  indicator_id int not null references indicator (id),
  effect_kind text not null constraint measure_effect_is_known check (effect_kind in ('DOSSIERS', 'POINTS')),
  -- Dossiers, or hundredths of a percentage point.
  expected int not null constraint measure_expects_something check (expected between 1 and 10000000),
  procedure_id int references procedure (id),
  difficulty_id bigint references difficulty (id),
  state text not null default 'PLANNED' constraint measure_state_is_known check (state in ('PLANNED', 'UNDER_WAY', 'DONE', 'GIVEN_UP')),
  begun_on date,
  ended_on date,
  version int not null default 1 constraint measure_version_counts check (version >= 1),
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  constraint measure_has_an_owner check (owner_post is not null or owner_account_id is not null),
  constraint measure_days_are_in_order check (begin_on <= due_on),
  constraint measure_ends_on_a_day check ((state in ('DONE', 'GIVEN_UP')) = (ended_on is not null))
);
create index measure_of_unit on measure (province_id, unit_id, id);
create index measure_open on measure (province_id, due_on) where state in ('PLANNED', 'UNDER_WAY');
create index measure_of_difficulty on measure (difficulty_id) where difficulty_id is not null;

-- What came, held against what was expected: two cited figures, and what its unit makes of them.
create table measure_judgement (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  measure_id bigint not null references measure (id),
  before_figure text not null references figure (reference),
  after_figure text not null references figure (reference),
  -- What was expected when it was judged.
  effect_kind text not null,
  expected int not null,
  body text constraint measure_judgement_is_bounded check (char_length(body) between 1 and 4000),
  account_id int references account (id),
  recorded_by bigint not null references moment (id)
);
create index measure_judgement_of on measure_judgement (measure_id, id);

-- What was decided on a published report, and the sentence or row that it follows from, as it stood there.
create table direction (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  report_id uuid not null references report (id),
  place text constraint direction_place_is_one check (place ~ '^(S:\d{1,3}\.\d{1,3}|R:[0-9A-Za-z.-]{1,20})$'),
  quote text constraint direction_quote_is_bounded check (char_length(quote) between 1 and 4000),
  body text not null constraint direction_text_is_bounded check (char_length(body) between 1 and 4000),
  -- The paper by which it was told: `12/TB-UBND`.
  number text constraint direction_number_is_short check (char_length(number) between 1 and 100),
  given_on date not null,
  unit_ids int[] not null constraint direction_has_units check (cardinality(unit_ids) between 1 and 300),
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  constraint direction_quotes_a_place check ((place is null) = (quote is null))
);
create index direction_of_report on direction (report_id, id);

-- What one unit has to do about it.
create table direction_task (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  direction_id bigint not null references direction (id),
  unit_id int not null references unit (id),
  due_on date not null,
  state text not null default 'GIVEN' constraint direction_task_state_is_known
    check (state in ('GIVEN', 'NOTED', 'DONE', 'CONFIRMED', 'CALLED_OFF')),
  returned int not null default 0,
  extended int not null default 0,
  done_on date,
  settled_on date,
  version int not null default 1 constraint direction_task_version_counts check (version >= 1),
  recorded_by bigint not null references moment (id),
  constraint direction_task_is_one_a_unit unique (direction_id, unit_id),
  constraint direction_task_settles_on_a_day check ((state in ('CONFIRMED', 'CALLED_OFF')) = (settled_on is not null))
);
create index direction_task_of_unit on direction_task (province_id, unit_id, id);
create index direction_task_open on direction_task (province_id, due_on) where state in ('GIVEN', 'NOTED', 'DONE');

-- One log of all three: who did what, when, on behalf of which unit (null: of who gave it).
create table matter_step (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  guidance_id bigint references guidance (id),
  measure_id bigint references measure (id),
  task_id bigint references direction_task (id),
  act text not null constraint matter_act_is_known check (act in
    ('ISSUED', 'REISSUED', 'WITHDRAWN', 'ACKNOWLEDGED', 'ASKED', 'ANSWERED', 'PLANNED', 'CHANGED', 'BEGUN', 'GIVEN_UP', 'RESUMED', 'JUDGED',
     'GIVEN', 'NOTED', 'PROGRESS', 'DONE', 'CONFIRMED', 'RETURNED', 'EXTENDED', 'CALLED_OFF')),
  body text constraint matter_said_is_bounded check (char_length(body) between 1 and 4000),
  unit_id int references unit (id),
  -- The edition of guidance that it is about.
  edition int,
  -- The deadline that it set.
  due_on date,
  day date not null,
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  constraint matter_step_is_about_one check (num_nonnulls(guidance_id, measure_id, task_id) = 1)
);
create index matter_step_of_guidance on matter_step (guidance_id, id) where guidance_id is not null;
create index matter_step_of_measure on matter_step (measure_id, id) where measure_id is not null;
create index matter_step_of_task on matter_step (task_id, id) where task_id is not null;

-- Files that a step brought: documents of guidance, evidence of tasks.
create table matter_file (
  province_id int not null references unit (id),
  step_id bigint not null references matter_step (id),
  sha256 text not null references stored_file (sha256),
  name text not null constraint matter_file_name_is_short check (char_length(name) between 1 and 200),
  position int not null,
  primary key (step_id, sha256)
);

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Within reach of who may read matters of one of these units.
create function wall_matters(units int[]) returns boolean language sql stable parallel safe as $$
  select wall_opens('matters') or coalesce(units && wall_units('matters'), false)
$$;
-- Of those who give guidance in the name of this unit.
create function wall_guides(lead int) returns boolean language sql stable parallel safe as $$
  select wall_opens('guiding') or coalesce(lead = any (wall_units('guiding')), false)
$$;

alter table guidance enable row level security;
create policy seen_by_giver_and_receivers on guidance using (wall_guides(lead_unit_id) or wall_matters(unit_ids || lead_unit_id));

alter table guidance_edition enable row level security;
create policy seen_with_the_guidance on guidance_edition using (exists (select from guidance g where g.id = guidance_id));

-- Who took note: told to who gave it, and to those who watch over the receiver.
alter table guidance_unit enable row level security;
create policy seen_by_giver_and_receiver on guidance_unit
  using (wall_matters(array[unit_id]) or exists (select from guidance g where g.id = guidance_id and wall_guides(g.lead_unit_id)));

alter table guidance_question enable row level security;
create policy seen_by_giver_and_asker on guidance_question using (wall_matters(array[unit_id])
  or exists (select from guidance g where g.id = guidance_id and (is_public or wall_guides(g.lead_unit_id))));

alter table measure enable row level security;
create policy seen_at_its_unit on measure using (wall_matters(array[unit_id]));

alter table measure_judgement enable row level security;
create policy seen_with_the_measure on measure_judgement using (exists (select from measure m where m.id = measure_id));

alter table direction enable row level security;
create policy seen_by_its_units on direction using (wall_matters(unit_ids));

alter table direction_task enable row level security;
create policy seen_at_its_unit on direction_task using (wall_matters(array[unit_id]));

alter table matter_step enable row level security;
create policy seen_with_its_matter on matter_step using (
  exists (select from measure m where m.id = measure_id)
  or exists (select from direction_task d where d.id = task_id)
  or exists (select from guidance g where g.id = guidance_id
    and (matter_step.unit_id is null or wall_matters(array[matter_step.unit_id]) or wall_guides(g.lead_unit_id))));

alter table matter_file enable row level security;
create policy seen_with_the_step on matter_file using (exists (select from matter_step s where s.id = step_id));
