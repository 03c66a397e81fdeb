-- Difficulties (khó khăn, vướng mắc): what keeps a unit from what it should do, who owns it, what was answered (docs/decisions/0013, sections 4
-- and 12). Rows are never deleted; how one stands follows from its steps (domain/difficulties) and is kept beside it.
create table difficulty (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  -- The unit that has it, as it was reported.
  unit_id int not null references unit (id),
  body text not null constraint difficulty_text_is_bounded check (char_length(body) between 1 and 4000),
  cause text not null constraint difficulty_cause_is_known
    check (cause in ('SYSTEM', 'REGULATION', 'PEOPLE', 'EQUIPMENT', 'CITIZENS', 'DATA', 'COOPERATION', 'OTHER')),
  -- What it is tied to.
  procedure_id int references procedure (id),
  indicator_id int references indicator (id),
  source_id int references dossier_source (id),
  state text not null default 'REPORTED' constraint difficulty_state_is_known
    check (state in ('REPORTED', 'TAKEN', 'ANSWERED', 'CLOSED')),
  owner_unit_id int references unit (id),
  -- The one that it is joined to, and the one at the end of that chain: itself where it is not joined.
  joined_to bigint references difficulty (id) deferrable,
  head_id bigint not null references difficulty (id) deferrable,
  reopened int not null default 0,
  version int not null default 1 constraint difficulty_version_counts check (version >= 1),
  -- Days where the province is: what its age is counted between.
  reported_on date not null,
  closed_on date,
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  constraint difficulty_is_owned_once_taken check ((state = 'REPORTED') <= (owner_unit_id is null)
    and (state in ('TAKEN', 'ANSWERED')) <= (owner_unit_id is not null)),
  constraint difficulty_is_closed_on_a_day check ((state = 'CLOSED') = (closed_on is not null)),
  constraint difficulty_heads_itself check ((joined_to is null) = (head_id = id))
);
create index difficulty_of_unit on difficulty (province_id, unit_id, id);
create index difficulty_of_owner on difficulty (province_id, owner_unit_id, id) where owner_unit_id is not null;
create index difficulty_open on difficulty (province_id, reported_on) where state <> 'CLOSED';
create index difficulty_follows on difficulty (head_id);

-- Who did what, when, on whose behalf, and for whom to read; appended only.
create table difficulty_step (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  difficulty_id bigint not null references difficulty (id),
  act text not null constraint difficulty_act_is_known
    check (act in ('REPORTED', 'TAKEN', 'ANSWERED', 'CLOSED', 'REOPENED', 'NOTED', 'JOINED', 'PARTED')),
  body text constraint difficulty_said_is_bounded check (char_length(body) between 1 and 4000),
  -- Read by all who see the difficulty, or among those who handle it for this unit or one above.
  visibility text not null default 'ALL' constraint difficulty_visibility_is_known check (visibility in ('ALL', 'HANDLERS')),
  side_unit_id int not null references unit (id),
  -- TAKEN: who owns it from then on.
  owner_unit_id int references unit (id),
  -- JOINED: to which one.
  other_id bigint references difficulty (id),
  -- A copy of a step of the difficulty that this one follows.
  of_head bigint references difficulty (id),
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  constraint difficulty_step_says_who_owns check ((act = 'TAKEN') = (owner_unit_id is not null))
);
create index difficulty_step_of on difficulty_step (difficulty_id, id);

alter table difficulty enable row level security;
create policy of_its_unit_or_its_owner on difficulty
  using ((select wall_opens('difficulties')) or unit_id = any ((select wall_units('difficulties'))::int[])
    or owner_unit_id = any ((select wall_units('difficulties'))::int[]));

alter table difficulty_step enable row level security;
create policy seen_with_the_difficulty on difficulty_step
  using ((select wall_opens('difficulties')) or exists (select from difficulty d where d.id = difficulty_id)
    and (visibility = 'ALL' or side_unit_id = any ((select wall_units('difficulties'))::int[])));
