-- What a plan could be and is not (docs/decisions/0011-planning.md): inputs and targets under a name, by the ids of units. Everybody
-- who edited one is among its contributors, for whose numbers a plan takes over is one of its authors.
create table scenario (
  id uuid primary key,
  province_id int not null references unit (id),
  plan_id uuid not null references target_plan (id),
  name text not null constraint scenario_name_is_short check (length(name) between 1 and 120),
  version int not null,
  inputs jsonb not null,
  targets jsonb not null,
  contributors int[] not null constraint scenario_has_contributors check (cardinality(contributors) > 0),
  recorded_by bigint not null references moment (id),
  changed_by bigint not null references moment (id),
  constraint scenario_name_is_its_own unique (plan_id, name)
);

-- Never public: it stays with those who plan at the issuer, also once the plan is issued.
alter table scenario enable row level security;
create policy drafted_within_reach on scenario
  using ((select wall_opens('plans')) or exists (
    select from target_plan p where p.id = plan_id and p.issuer_id = any ((select wall_units('plans'))::int[])));

-- A key past the wall: which plan a scenario belongs to, so that who may not draft there is told so.
create function plan_of_scenario(scenario_id uuid) returns uuid language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select plan_id from scenario where id = scenario_id
$$;
