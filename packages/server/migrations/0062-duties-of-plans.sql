-- By when the units of a plan have to assign in turn, and to take note (docs/decisions/0011-planning.md). Said about a plan,
-- not in it: they make no new version.
alter table target_plan
  add column assign_by date,
  add column acknowledge_by date;

-- Whether somebody's grants are at a unit itself, at one that it succeeded, or at its main successor once it is gone.
create function is_of_unit(granted int, unit int) returns boolean language sql stable parallel safe as $$
  with recursive later as (
    select unit as id
    union
    select s.successor_id from later l join unit_succession s on s.predecessor_id = l.id and s.is_main and s.superseded_by is null
  ), earlier as (
    select unit as id
    union
    select s.predecessor_id from earlier e join unit_succession s on s.successor_id = e.id and s.superseded_by is null
  )
  select granted in (select id from later union select id from earlier)
$$;

-- That a unit took note of the target that an issued plan gives it.
create table acknowledgement (
  province_id int not null references unit (id),
  plan_id uuid not null references target_plan (id),
  unit_id int not null references unit (id),
  note text constraint acknowledgement_note_is_short check (length(note) between 1 and 1000),
  account_id int,
  recorded_by bigint not null references moment (id),
  primary key (province_id, plan_id, unit_id),
  constraint acknowledgement_is_of_a_target foreign key (province_id, plan_id, unit_id)
    references target (province_id, plan_id, unit_id)
);

-- Read by whoever reads issued targets; made by whoever is of the unit, in their own name.
alter table acknowledgement enable row level security;
create policy seen_once_signed_in on acknowledgement for select
  using ((select wall_opens('plans')) or (select wall_caller()) is not null);
create policy made_by_the_unit on acknowledgement for insert
  with check ((select wall_opens('plans')) or (account_id = (select wall_caller()) and exists (
    select from account_grant g where g.account_id = (select wall_caller()) and g.revoked_at is null
       and is_of_unit(g.unit_id, acknowledgement.unit_id))));
