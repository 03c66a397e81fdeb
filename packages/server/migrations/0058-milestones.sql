-- What a unit's rate from 1 January to the end of a month should be, in hundredths of a percent (docs/decisions/0011-planning.md).
-- In a draft only what was typed stands here, with the target that the unit had then: the rest follows from seasons. Where any
-- row follows from a season all of the plan's were kept, and nothing is reckoned anew.
create table milestone (
  province_id int not null references unit (id),
  plan_id uuid not null references target_plan (id),
  unit_id int not null references unit (id),
  month int not null constraint milestone_month_is_of_a_year check (month between 1 and 12),
  hundredths int not null constraint milestone_is_a_percentage check (hundredths between 0 and 10000),
  season text not null default 'TYPED' constraint milestone_season_is_known check (season in ('TYPED', 'OWN', 'ISSUER', 'NONE')),
  target_hundredths int not null constraint milestone_target_is_a_percentage check (target_hundredths between 0 and 10000),
  primary key (province_id, plan_id, unit_id, month),
  constraint milestone_of_december_is_the_target check (month < 12 or season <> 'TYPED')
);

-- Seen and written as the targets are (0020-second-wall.sql).
alter table milestone enable row level security;
create policy seen_once_issued on milestone for select
  using ((select wall_opens('plans')) or exists (
    select from target_plan p where p.id = plan_id
       and ((p.state in ('ISSUED', 'SUPERSEDED') and (select wall_caller()) is not null)
         or p.issuer_id = any ((select wall_units('plans'))::int[]))));
create policy drafted_within_reach on milestone
  using ((select wall_opens('plans')) or exists (
    select from target_plan p where p.id = plan_id and p.issuer_id = any ((select wall_units('plans'))::int[])));
