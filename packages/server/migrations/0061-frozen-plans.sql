-- What a plan rests on from the moment it is submitted (docs/decisions/0011-planning.md): its day and period, the parent's
-- item, the units it is about and what each received. A draft has none: it goes by what is known now. Plans that were
-- issued before this rule have none either, and show the numbers of now.
alter table target_plan
  add column frozen jsonb,
  add constraint plan_is_frozen_once_submitted check (frozen is null or state <> 'DRAFT');

-- Which plan holds on a day is looked up by what is issued, of an indicator.
create index target_plan_issued on target_plan (province_id, indicator_id, issuer_id) where issued_by is not null;
