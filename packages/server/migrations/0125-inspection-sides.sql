-- Who inspects is of the team only while they may (docs/decisions/0013-monitoring.md, section 14): the plan's list of names alone opened everything
-- to who had lost the right since, and to who had come to speak for a unit that is inspected.

-- Somebody of the team, of all of some units: they may inspect every one of them, and speak for none. `inspecting` is another area of the wall.
create function wall_in_team(members int[], units int[]) returns boolean language sql stable parallel safe as $$
  select coalesce(wall_caller() = any (members), false)
    and (wall_opens('inspecting') or coalesce(units <@ wall_units('inspecting'), false))
    and not coalesce(units && wall_units('answers'), false)
$$;

-- The same of any of them.
create function wall_in_team_somewhere(members int[], units int[]) returns boolean language sql stable parallel safe as $$
  select coalesce(wall_caller() = any (members), false) and exists (select from unnest(units) as u where wall_in_team(members, array[u]))
$$;

drop policy seen_by_team_and_units on inspection;
drop policy seen_with_the_inspection on inspection_unit;
drop policy seen_with_the_inspection on inspection_step;
drop function wall_inspects(int, int[]);

-- Within reach of the unit that leads it.
create function wall_leads(lead int) returns boolean language sql stable parallel safe as $$
  select wall_opens('inspections') or coalesce(lead = any (wall_units('inspections')), false)
$$;

-- What its units are told everybody sees who inspects one of them; a plan only who may inspect them all.
create policy seen_by_team_and_units on inspection
  using (wall_leads(lead_unit_id) or wall_in_team(member_ids, unit_ids)
    or (announced_on is not null and wall_in_team_somewhere(member_ids, unit_ids)) or wall_inspected(unit_ids, announced_on));

create policy seen_with_the_inspection on inspection_unit using (exists (select from inspection i where i.id = inspection_id
  and (wall_leads(i.lead_unit_id) or wall_in_team(i.member_ids, array[inspection_unit.unit_id])
    or wall_inspected(array[inspection_unit.unit_id], i.announced_on))));

create policy seen_with_the_inspection on inspection_step using (exists (select from inspection i where i.id = inspection_id
  and (wall_leads(i.lead_unit_id)
    or wall_in_team(i.member_ids, case when inspection_step.unit_id is null then i.unit_ids else array[inspection_step.unit_id] end)
    or (not team_only and (inspection_step.unit_id is null or wall_inspected(array[inspection_step.unit_id], i.announced_on))))));

-- ── Evidence ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Who sent which file for which inspection: only they attach it, and what nobody attached is dropped after a day.
create table inspection_upload (
  province_id int not null references unit (id),
  inspection_id bigint not null references inspection (id),
  account_id int not null references account (id),
  sha256 text not null references stored_file (sha256),
  recorded_by bigint not null references moment (id),
  primary key (province_id, inspection_id, account_id, sha256)
);
create index inspection_upload_of on inspection_upload (sha256);
create index inspection_file_is_of on inspection_file (sha256);
alter table inspection_upload enable row level security;
create policy seen_by_sender on inspection_upload using (wall_opens('inspections') or account_id = wall_caller());

-- A file that inspections alone brought: the catalogue neither gives it nor makes it part of a decision or a procedure.
alter table stored_file add column only_evidence boolean not null default false;
update stored_file s set only_evidence = true
 where exists (select from inspection_file f where f.sha256 = s.sha256)
   and not exists (select from decision_file f where f.sha256 = s.sha256)
   and not exists (select from procedure_text t where t.documents @> jsonb_build_array(jsonb_build_object('file', s.sha256)))
   and not exists (select from procedure_draft d where position(s.sha256 in d.fields::text) > 0);
