-- Each step that touched a list made it one version older: its lines, the entries that follow from them, its name. Whoever keeps a
-- copy of the catalogue learns of it from the feed (docs/decisions/0009-catalogue.md).
create table service_list_revision (
  list_id int not null references service_list (id),
  version int not null,
  province_id int not null references unit (id),
  moment_id bigint not null references moment (id),
  primary key (list_id, version),
  constraint list_is_touched_once_a_step unique (moment_id, list_id)
);
insert into service_list_revision (list_id, version, province_id, moment_id)
  select x.list_id, row_number() over (partition by x.list_id order by m.at, m.id), x.province_id, m.id
    from (select list_id, province_id, recorded_by as moment_id from service_list_change
          union select list_id, province_id, withdrawn_by from service_list_change where withdrawn_by is not null
          union select list_id, province_id, recorded_by from service_list_entry
          union select list_id, province_id, superseded_by from service_list_entry where superseded_by is not null) x
    join moment m on m.id = x.moment_id;

-- What the feed looks up beside procedure_revision: which decisions a moment recorded or changed.
create index decision_version_recorded on decision_version (recorded_by);
