-- Lines of decisions that name a unit, and where in the decision a line stands (docs/decisions/0009-catalogue.md). A line that
-- names a unit holds for it and for what lies below it on the day, before the lines for the tier; the tier beside it is the
-- unit's own. Entries follow from lines for units as they do for tiers.
alter table service_list_change
  add column unit_id int references unit (id),
  add column locator text constraint service_list_change_locator_is_short check (length(locator) between 1 and 100);

alter table service_list_entry
  add column unit_id int references unit (id),
  drop constraint service_list_has_one_entry_a_day,
  add constraint service_list_has_one_entry_a_day exclude using gist
    (list_id with =, procedure_id with =, tier with =, (coalesce(unit_id, 0)) with =, valid with &&) where (superseded_by is null);

-- Few entries name a unit, most often none does: what classifies dossiers looks here first.
create index service_list_entry_of_unit on service_list_entry (list_id, procedure_id, unit_id) where unit_id is not null;
create index service_list_change_by_decision on service_list_change (decision_id, list_id);
