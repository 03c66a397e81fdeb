-- What a planner knows beyond the counts is part of the plan (docs/decisions/0011-planning.md): of the whole in columns, of one unit
-- in a row of plan_input. Null everywhere: not typed.
alter table target_plan
  add column policy text constraint plan_policy_is_known check (policy in ('MEAN', 'FLOOR')),
  -- Hundredths of a percent, as required_typed.
  add column step int constraint plan_step_is_a_percentage check (step between 1 and 10000),
  add column method text constraint plan_method_is_known check (
    method in ('UNIFORM', 'PROPORTIONAL', 'CLOSE_THE_GAP', 'FAIREST', 'LEAST_EFFORT', 'SPREAD_REMAINDER')),
  add column required_typed int constraint plan_required_is_a_percentage check (required_typed between 0 and 10000),
  -- Bands as domain/cascade/effort.ts has them: [{"points": 1000, "weight": 1}, …, {"points": null, "weight": 4}].
  add column effort jsonb constraint plan_effort_is_a_list check (jsonb_typeof(effort) = 'array');

create table plan_input (
  province_id int not null references unit (id),
  plan_id uuid not null references target_plan (id),
  unit_id int not null references unit (id),
  volume int constraint input_volume_is_sane check (volume between 0 and 10000000),
  -- Hundredths of a percent.
  baseline int constraint input_baseline_is_a_percentage check (baseline between 0 and 10000),
  floor int constraint input_floor_is_a_percentage check (floor between 0 and 10000),
  ceiling int constraint input_ceiling_is_a_percentage check (ceiling between 0 and 10000),
  primary key (province_id, plan_id, unit_id),
  constraint input_limits_do_not_cross check (floor is null or ceiling is null or floor <= ceiling),
  constraint input_says_something check (num_nonnulls(volume, baseline, floor, ceiling) > 0)
);

-- Seen and changed as targets are (0020): what adds up to an issued rate is no more secret than the rate.
alter table plan_input enable row level security;
create policy seen_once_issued on plan_input for select
  using ((select wall_opens('plans')) or exists (
    select from target_plan p where p.id = plan_id
       and ((p.state in ('ISSUED', 'SUPERSEDED') and (select wall_caller()) is not null)
         or p.issuer_id = any ((select wall_units('plans'))::int[]))));
create policy drafted_within_reach on plan_input
  using ((select wall_opens('plans')) or exists (
    select from target_plan p where p.id = plan_id and p.issuer_id = any ((select wall_units('plans'))::int[])));
