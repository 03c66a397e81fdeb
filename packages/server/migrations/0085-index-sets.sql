-- Index sets (bộ chỉ số): inputs, components and formulas as data, each version as it was saved (docs/decisions/0013, section 6).
create table index_set (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  code text not null constraint index_set_code_is_short check (code ~ '^[A-Z][A-Z0-9_]{1,29}$'),
  constraint index_set_code_is_one unique (province_id, code)
);

create table index_set_version (
  province_id int not null references unit (id),
  set_id int not null references index_set (id),
  version int not null constraint index_set_version_counts check (version >= 1),
  name text not null,
  source text,
  -- [{ name, label, kind, indicator }] and [{ code, name, maximum, expression, evidence }], checked by domain/index-set.
  inputs jsonb not null,
  components jsonb not null,
  recorded_by bigint not null references moment (id),
  account_id int references account (id),
  primary key (set_id, version)
);

-- Numbers that are given and not counted, with what shows them; one of a unit and period stands until another one is given.
create table index_value (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  set_id int not null references index_set (id),
  input text not null,
  unit_id int not null references unit (id),
  from_day date not null,
  to_day date not null,
  -- Null: what was given is taken back.
  value numeric(18, 6) constraint index_value_is_no_less_than_nothing check (value >= 0),
  evidence text not null constraint index_value_evidence_is_there check (evidence <> ''),
  recorded_by bigint not null references moment (id),
  account_id int references account (id),
  superseded_by bigint references moment (id),
  constraint index_value_period_is_one check (from_day <= to_day)
);
create unique index index_value_stands_once on index_value (province_id, set_id, from_day, to_day, unit_id, input) where superseded_by is null;
