-- An import of the catalogue is a conversation that is kept (docs/decisions/0009-catalogue.md, 8): what was read, how its columns were
-- matched, what was mended, what became of each row. Problems are found by the rule each time and not stored. It is no fact
-- of either clock: what it takes into the catalogue is. Cells hold nothing that looks like the number of a citizen.

create table catalogue_import (
  id uuid primary key,
  -- In the order in which they were begun.
  number bigint not null generated always as identity unique,
  province_id int not null references unit (id),
  name text,
  kind text not null constraint catalogue_import_kind_is_known check (kind in ('WORKBOOK', 'TEXT', 'REPLY', 'PULL')),
  bytes bigint not null,
  -- Name, rows, and where the header stands, of each table in the file.
  tables jsonb not null,
  table_number int not null,
  header_from int not null,
  header_to int not null,
  -- Of the chosen table: header, field and why, a column each.
  columns jsonb not null,
  state text not null default 'READ'
    constraint catalogue_import_state_is_known check (state in ('READ', 'MAPPED', 'APPLIED', 'DROPPED')),
  version int not null default 1,
  account_id int references account (id),
  begun_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  -- The version that was tried last, and what came of it.
  tried_version int,
  tried jsonb,
  -- What was taken in, when, by which step; whether that was undone since is known by the step.
  applied jsonb,
  applied_at timestamptz,
  applied_by bigint references moment (id)
);
create index catalogue_import_in_order on catalogue_import (province_id, number desc);

create table catalogue_import_row (
  import_id uuid not null references catalogue_import (id) on delete cascade,
  table_number int not null,
  row_number int not null,
  cells jsonb not null,
  -- By the number of the column, what was written in the place of what was read.
  mended jsonb not null default '{}',
  is_left_out boolean not null default false,
  -- The version of its procedure that was shown when it was tried; 0 for one that was not there.
  seen_version int,
  outcome text constraint catalogue_import_outcome_is_known check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'REJECTED')),
  primary key (import_id, table_number, row_number)
);

-- What somebody chose for a header, by its bare letters; no field: the column stays out.
create table catalogue_import_choice (
  province_id int not null references unit (id),
  account_id int not null references account (id),
  header text not null,
  field text,
  chosen_at timestamptz not null default now(),
  primary key (province_id, account_id, header)
);
