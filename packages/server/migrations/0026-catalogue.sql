-- What was one row of a procedure is three things: what it says (procedure_text), what was said about its being in force
-- (procedure_force_change) with the periods that follow (procedure_period), and which step touched it (procedure_revision).
-- Why: docs/decisions/0009-catalogue.md.

-- A step of the catalogue: one writing transaction, undone as one.
create table change_set (
  moment_id bigint primary key references moment (id),
  province_id int not null references unit (id),
  kind text not null constraint change_set_kind_is_known check (kind in
    ('SAVED', 'IMPORTED', 'DECIDED', 'LISTED', 'BULK', 'PUBLISHED', 'RESTORED', 'UNDONE')),
  -- What the sentence about it needs besides: names, counts.
  facts jsonb not null default '{}',
  procedures int not null,
  lines int not null,
  -- Null again once the undoing was undone; so a step may be undone more than once in its life.
  undone_by bigint references moment (id),
  undoes bigint references moment (id)
);
create index change_set_latest on change_set (province_id, moment_id desc);

alter table procedure add version int not null default 0;

-- Each step that touched a procedure made it one version older.
create table procedure_revision (
  procedure_id int not null references procedure (id),
  version int not null,
  province_id int not null references unit (id),
  moment_id bigint not null references moment (id),
  primary key (procedure_id, version),
  constraint procedure_is_touched_once_a_step unique (moment_id, procedure_id)
);

-- The current texts of a procedure cover all days, each day once.
create table procedure_text (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  procedure_id int not null references procedure (id),
  valid daterange not null constraint procedure_text_lasts check (not isempty(valid)),
  name text not null,
  field text,
  tiers tier[] not null,
  authority text,
  legal_bases text[] not null default '{}',
  processing_days numeric(5, 1) constraint procedure_days_are_no_debt check (processing_days >= 0),
  fees text,
  documents jsonb not null default '[]',
  links jsonb not null default '[]',
  conditions text,
  decision_id int references decision (id),
  locator text,
  -- Folded code, name, field and authority, and the same with marks: what search compares (shared/domain/fold.ts).
  search text not null,
  search_marked text not null,
  recorded_by bigint not null references moment (id),
  superseded_by bigint references moment (id),
  constraint procedure_has_one_text_a_day exclude using gist (procedure_id with =, valid with &&) where (superseded_by is null)
);
create index procedure_text_of on procedure_text (procedure_id) where superseded_by is null;
create index procedure_text_history on procedure_text (procedure_id, id);
create index procedure_text_search on procedure_text using gin (search gin_trgm_ops) where superseded_by is null;

-- The source. A line that is said again after an undo keeps its sequence.
create sequence said_order;
create table procedure_force_change (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  procedure_id int not null references procedure (id),
  sequence bigint not null default nextval('said_order'),
  action text not null constraint force_action_is_known check (action in ('STATED', 'ENFORCED', 'AMENDED', 'REPLACED', 'REPEALED')),
  "from" date,
  "to" date,
  replaced_by int references procedure (id),
  decision_id int references decision (id),
  locator text,
  recorded_by bigint not null references moment (id),
  withdrawn_by bigint references moment (id),
  constraint force_is_stated_or_decided check ((action = 'STATED') = (decision_id is null)),
  constraint force_is_decided_from_a_day check (action = 'STATED' or ("from" is not null and "to" is null)),
  constraint force_lasts check ("from" <= "to"),
  constraint force_is_replaced_by_another check ((action = 'REPLACED') = (replaced_by is not null) and replaced_by <> procedure_id)
);
create index procedure_force_change_of on procedure_force_change (procedure_id);
create index procedure_force_change_replacing on procedure_force_change (replaced_by) where withdrawn_by is null;
create unique index procedure_force_change_is_said_once on procedure_force_change (sequence) where withdrawn_by is null;

create table procedure_period (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  procedure_id int not null references procedure (id),
  valid daterange not null constraint procedure_period_lasts check (not isempty(valid)),
  opened_by int references decision (id),
  closed_by int references decision (id),
  recorded_by bigint not null references moment (id),
  superseded_by bigint references moment (id),
  constraint procedure_has_one_period_a_day exclude using gist (procedure_id with =, valid with &&) where (superseded_by is null)
);
create index procedure_period_of on procedure_period (procedure_id);

-- ── What was recorded until now keeps its moments ────────────────────────────────────────────────────────────────────
insert into change_set (moment_id, province_id, kind, procedures, lines)
  select recorded_by, province_id, 'SAVED', count(distinct procedure_id), 0 from procedure_version group by 1, 2;
insert into change_set (moment_id, province_id, kind, procedures, lines)
  select recorded_by, province_id, 'LISTED', 0, count(*) from service_list_change group by 1, 2
      on conflict (moment_id) do update set lines = excluded.lines;
insert into procedure_revision (procedure_id, version, province_id, moment_id)
  select procedure_id, row_number() over (partition by procedure_id order by id), province_id, recorded_by from procedure_version;
update procedure p set version = (select count(*) from procedure_revision r where r.procedure_id = p.id);
insert into procedure_text (province_id, procedure_id, valid, name, field, tiers, search, search_marked, recorded_by, superseded_by)
  select province_id, procedure_id, daterange(null, null), name, field, tiers, search, search_marked, recorded_by, superseded_by
    from procedure_version order by id;
insert into procedure_force_change (province_id, procedure_id, action, "from", "to", recorded_by)
  select province_id, procedure_id, 'STATED', lower(in_force), (upper(in_force) - 1), recorded_by from procedure_version order by id;
insert into procedure_period (province_id, procedure_id, valid, recorded_by, superseded_by)
  select province_id, procedure_id, in_force, recorded_by, superseded_by from procedure_version order by id;
drop table procedure_version;

-- Lines of lists are taken back and said again like lines about force.
alter table service_list_change add sequence bigint, add withdrawn_by bigint references moment (id);
update service_list_change set sequence = id;
alter table service_list_change alter sequence set not null, alter sequence set default nextval('said_order');
select setval('said_order', greatest((select max(id) from service_list_change), (select max(sequence) from procedure_force_change), 1));
create unique index service_list_change_is_said_once on service_list_change (sequence) where withdrawn_by is null;

-- Who made steps of the catalogue, by name: an editor sees who else edited, and of their account nothing more.
create function step_authors(steps bigint[]) returns table (step_id bigint, name text) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select m.id, a.name from moment m join change_set s on s.moment_id = m.id join account a on a.id = m.account_id where m.id = any (steps)
$$;
