-- The foundation: moments (when the system learned something), units, catalogue, indicators, dossiers with their
-- ledger and totals, target plans, accounts. Two clocks everywhere: `valid`/`day` columns say when a fact holds,
-- `recorded_by`/`superseded_by` point to the moments between which the system knew it. Append only: never edit this file
-- once it has been released, add the next one.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create type unit_kind as enum ('PROVINCE', 'DEPARTMENT', 'DISTRICT', 'COMMUNE');
create type tier as enum ('PROVINCE', 'DISTRICT', 'COMMUNE');
create type service_level as enum ('LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4', 'PARTIAL', 'FULL');
create type channel as enum ('IN_PERSON', 'ONLINE', 'POSTAL', 'UNKNOWN');
create type target_scope as enum ('OWN', 'SUBTREE');
create type plan_state as enum ('DRAFT', 'SUBMITTED', 'APPROVED', 'ISSUED', 'SUPERSEDED');
create type list_action as enum ('ADD', 'REMOVE', 'CHANGE_LEVEL');

-- What this database was filled with, one row a finished step: a start that was interrupted goes on where it stopped.
create table installation (
  step text primary key,
  detail jsonb not null default '{}',
  done_at timestamptz not null default now()
);

-- One row a writing transaction. `at` stays infinity until the transaction is about to commit (see app/moments.ts).
create table moment (
  id bigint generated always as identity primary key,
  at timestamptz not null default 'infinity',
  account_id int,
  purpose text not null
);
create index moment_at on moment (at);

-- Whoever forgets to seal loses the whole transaction rather than writing rows that no knownAt will ever show.
create function refuse_unsealed_moment() returns trigger language plpgsql as $$
begin
  if exists (select 1 from moment where id = new.id and at = 'infinity') then
    raise exception 'moment % was not sealed before commit', new.id;
  end if;
  return null;
end $$;
create constraint trigger moment_is_sealed after insert on moment
  deferrable initially deferred for each row execute function refuse_unsealed_moment();

-- ── Units ────────────────────────────────────────────────────────────────────────────────────────────────────────────
create table unit (
  id int generated always as identity primary key,
  province_id int not null references unit (id) deferrable initially deferred,
  kind unit_kind not null,
  -- The tier whose list entries hold for what the unit receives: DEPARTMENT is a kind, never a tier.
  tier tier not null generated always as (
    case kind when 'COMMUNE' then 'COMMUNE'::tier when 'DISTRICT' then 'DISTRICT'::tier else 'PROVINCE'::tier end) stored,
  code_is_official boolean not null
);

create table unit_version (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  unit_id int not null references unit (id),
  code text not null constraint unit_code_is_plain check (code ~ '^[0-9A-Z][0-9A-Z-]{0,30}$'),
  name text not null,
  type text not null,
  parent_id int references unit (id),
  valid daterange not null constraint unit_version_lasts check (not isempty(valid)),
  source text not null,
  recorded_by bigint not null references moment (id),
  superseded_by bigint references moment (id),
  constraint unit_has_one_version_a_day exclude using gist (unit_id with =, valid with &&) where (superseded_by is null),
  constraint unit_code_is_borne_once_a_day exclude using gist (province_id with =, code with =, valid with &&) where (superseded_by is null)
);
create index unit_version_code on unit_version (province_id, code);

create table unit_succession (
  province_id int not null references unit (id),
  predecessor_id int not null references unit (id),
  successor_id int not null references unit (id),
  on_day date not null,
  is_main boolean not null,
  source text not null,
  recorded_by bigint not null references moment (id),
  superseded_by bigint references moment (id),
  constraint unit_does_not_succeed_itself check (predecessor_id <> successor_id)
);
create unique index unit_succession_one_row_a_pair on unit_succession (predecessor_id, successor_id) where superseded_by is null;
create unique index unit_succession_one_main_successor on unit_succession (predecessor_id) where is_main and superseded_by is null;

-- `key` is the alias as it is compared: an organisation identifier in its newer form, or a name folded to bare letters.
create table unit_alias (
  province_id int not null references unit (id),
  unit_id int not null references unit (id),
  position int not null,
  alias text not null,
  key text not null,
  primary key (province_id, unit_id, alias),
  -- Names may be borne by several units ("Xã Tân Thịnh"): such a name decides nothing, but may stand with each of them.
  constraint unit_alias_names_one_unit exclude using gist (province_id with =, key with =, unit_id with <>)
    where (key not like 'name:%')
);
create index unit_alias_key on unit_alias (province_id, key);

-- ── Catalogue ────────────────────────────────────────────────────────────────────────────────────────────────────────
create table procedure (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  code text not null constraint procedure_code_is_national check (code ~ '^[1-6]\.[0-9]{6}$'),
  constraint procedure_code_is_unique unique (province_id, code)
);

create table procedure_version (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  procedure_id int not null references procedure (id),
  name text not null,
  field text,
  tiers tier[] not null,
  in_force daterange not null constraint procedure_in_force_lasts check (not isempty(in_force)),
  -- Folded code, name and field, and the name with its marks: what search compares (shared/domain/fold.ts).
  search text not null,
  search_marked text not null,
  recorded_by bigint not null references moment (id),
  superseded_by bigint references moment (id)
);
create unique index procedure_has_one_current_version on procedure_version (procedure_id) where superseded_by is null;
create index procedure_version_search on procedure_version using gin (search gin_trgm_ops) where superseded_by is null;

create table decision (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  issuer_id int not null references unit (id),
  number text not null,
  issued_on date not null,
  effective_on date not null,
  title text,
  recorded_by bigint not null references moment (id),
  constraint decision_number_is_unique unique (province_id, issuer_id, number, issued_on)
);

create table service_list (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  code text not null,
  name text not null,
  constraint service_list_code_is_unique unique (province_id, code)
);

-- What decisions said, line by line: the source. The entries below are derived from it (domain/service-list.ts).
create table service_list_change (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  list_id int not null references service_list (id),
  decision_id int not null references decision (id),
  action list_action not null,
  procedure_id int not null references procedure (id),
  tier tier not null,
  level service_level,
  recorded_by bigint not null references moment (id)
);
create index service_list_change_of on service_list_change (list_id, procedure_id, tier);

create table service_list_entry (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  list_id int not null references service_list (id),
  procedure_id int not null references procedure (id),
  tier tier not null,
  level service_level not null,
  valid daterange not null constraint service_list_entry_lasts check (not isempty(valid)),
  opened_by int not null references decision (id),
  closed_by int references decision (id),
  recorded_by bigint not null references moment (id),
  superseded_by bigint references moment (id),
  constraint service_list_has_one_entry_a_day exclude using gist
    (list_id with =, procedure_id with =, tier with =, valid with &&) where (superseded_by is null)
);
create index service_list_entry_of on service_list_entry (list_id, procedure_id, tier);

create table indicator (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  code text not null,
  name text not null,
  basis text not null constraint indicator_basis_is_known check (basis in ('RESOLVED', 'RECEIVED')),
  eligibility_date text not null constraint indicator_eligibility_is_known check (eligibility_date in ('RECEIVED', 'RESOLVED', 'PERIOD_END')),
  in_force_required boolean not null,
  list_id int references service_list (id),
  levels service_level[] not null,
  numerator_channel channel not null,
  clause text,
  constraint indicator_code_is_unique unique (province_id, code)
);

-- ── Dossiers ─────────────────────────────────────────────────────────────────────────────────────────────────────────
create table ingest_batch (
  id uuid primary key,
  province_id int not null references unit (id),
  kind text not null constraint ingest_batch_kind_is_known check (kind in ('DOSSIERS', 'PROCEDURES', 'RETRY', 'MEND')),
  name text,
  media_type text,
  bytes bigint not null default 0,
  received int not null, created int not null, updated int not null, unchanged int not null, rejected int not null,
  is_made boolean not null default false,
  account_id int,
  recorded_by bigint not null references moment (id),
  constraint ingest_batch_adds_up check (received = created + updated + unchanged + rejected)
);
create index ingest_batch_recorded on ingest_batch (province_id, recorded_by);

-- The current version of each dossier; what it was before lies in dossier_version. Rows of these two tables, and of the
-- ledger and totals, carry no foreign key to moment, batch, unit or procedure: the writer resolved them in the same
-- transaction, and a check a row would cost more than the row (docs/decisions/0003).
create table dossier (
  province_id int not null,
  id bigint generated always as identity,
  unit_id int not null,
  procedure_id int not null,
  channel channel not null,
  status smallint not null constraint dossier_status_is_known check (status between 1 and 10),
  received_at timestamptz not null,
  due_at timestamptz,
  finished_at timestamptz,
  returned_at timestamptz,
  received_day date not null,
  finished_day date,
  version int not null,
  recorded_by bigint not null,
  batch_id uuid not null,
  -- The code in its comparable form (domain/dossier-code.ts): one dossier however its organisation is written.
  code_key text not null,
  code text not null,
  -- The procedure's code as received, where it was more than the national part.
  procedure_text text,
  primary key (province_id, id),
  constraint dossier_code_is_unique unique (province_id, code_key)
);
create index dossier_finished on dossier (province_id, unit_id, finished_day);
create index dossier_received on dossier (province_id, unit_id, received_day);
create index dossier_procedure on dossier (province_id, procedure_id);

create table dossier_version (
  province_id int not null,
  dossier_id bigint not null,
  unit_id int not null,
  procedure_id int not null,
  channel channel not null,
  status smallint not null,
  received_at timestamptz not null,
  due_at timestamptz,
  finished_at timestamptz,
  returned_at timestamptz,
  received_day date not null,
  finished_day date,
  version int not null,
  recorded_by bigint not null,
  superseded_by bigint not null,
  batch_id uuid not null,
  code_key text not null,
  code text not null,
  procedure_text text,
  primary key (province_id, dossier_id, version)
);
create index dossier_version_unit on dossier_version (province_id, unit_id);

create table quarantine (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  batch_id uuid not null references ingest_batch (id),
  -- The receiving unit where it could be told: what rights to see the row will hang on.
  unit_id int references unit (id),
  row_number int not null,
  code text,
  code_key text,
  field text not null,
  problem text not null,
  fields jsonb not null,
  recorded_by bigint not null references moment (id),
  -- Open until a moment closed it: taken after mending (MENDED), or made moot by the same code arriving again (REPLACED).
  closed_by bigint references moment (id),
  closed_as text constraint quarantine_end_is_known check (closed_as in ('MENDED', 'REPLACED'))
);
create index quarantine_open on quarantine (province_id, id) where closed_by is null;
create index quarantine_open_code on quarantine (province_id, code_key) where closed_by is null;

-- Append only. A number is a sum over this table, and every change of a number is a row in it.
create table ledger (
  province_id int not null,
  indicator_id int not null,
  unit_id int not null,
  day date not null,
  moment_id bigint not null,
  numerator int not null,
  denominator int not null,
  primary key (province_id, indicator_id, unit_id, day, moment_id)
);
create index ledger_moment on ledger (province_id, indicator_id, moment_id);

create table day_total (
  province_id int not null,
  indicator_id int not null,
  unit_id int not null,
  day date not null,
  numerator int not null,
  denominator int not null,
  primary key (province_id, indicator_id, day, unit_id),
  constraint day_total_is_a_part check (numerator between 0 and denominator)
);

create table month_total (
  province_id int not null,
  indicator_id int not null,
  unit_id int not null,
  month date not null constraint month_total_starts_a_month check (extract(day from month) = 1),
  numerator int not null,
  denominator int not null,
  primary key (province_id, indicator_id, month, unit_id),
  constraint month_total_is_a_part check (numerator between 0 and denominator)
);

-- ── Target plans ─────────────────────────────────────────────────────────────────────────────────────────────────────
create table target_plan (
  id uuid primary key,
  province_id int not null references unit (id),
  issuer_id int not null references unit (id),
  indicator_id int not null references indicator (id),
  year int not null constraint plan_year_is_sane check (year between 2000 and 2100),
  state plan_state not null,
  version int not null,
  decision_id int references decision (id),
  amends_id uuid references target_plan (id),
  -- Set when issued: from the decision's effective day to 31 December.
  in_force daterange,
  reason text,
  issued_by bigint references moment (id),
  recorded_by bigint not null references moment (id),
  constraint plan_in_force_once_issued check ((state in ('ISSUED', 'SUPERSEDED')) = (in_force is not null))
);
create unique index plan_one_unfinished_per_issuer_and_year on target_plan (issuer_id, indicator_id, year)
  where state in ('DRAFT', 'SUBMITTED', 'APPROVED');
create unique index plan_one_issued_per_issuer_and_year on target_plan (issuer_id, indicator_id, year) where state = 'ISSUED';

create table target (
  province_id int not null references unit (id),
  plan_id uuid not null references target_plan (id),
  unit_id int not null references unit (id),
  hundredths int not null constraint target_is_a_percentage check (hundredths between 0 and 10000),
  scope target_scope not null,
  locked boolean not null,
  primary key (province_id, plan_id, unit_id)
);

-- What happened to a plan: moves and changes, with who and why.
create table plan_event (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  plan_id uuid not null references target_plan (id),
  version int not null,
  what text not null,
  from_state plan_state,
  to_state plan_state,
  reason text,
  detail jsonb not null default '{}',
  account_id int,
  recorded_by bigint not null references moment (id)
);
create index plan_event_of on plan_event (plan_id, id);

-- ── Accounts ─────────────────────────────────────────────────────────────────────────────────────────────────────────
create table account (
  id int generated always as identity primary key,
  username text not null constraint account_username_is_unique unique,
  name text not null,
  password_hash text not null,
  active boolean not null default true,
  created_at timestamptz not null default now()
);

create table account_grant (
  account_id int not null references account (id),
  role text not null,
  unit_id int not null references unit (id),
  primary key (account_id, role, unit_id)
);

create table session (
  token_hash bytea primary key,
  account_id int not null references account (id),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);

-- Failed sign-ins, for the brakes by name and by address; older than an hour they are deleted.
create table sign_in_failure (
  at timestamptz not null default now(),
  name_key text not null,
  address text not null
);
create index sign_in_failure_name on sign_in_failure (name_key, at);
create index sign_in_failure_address on sign_in_failure (address, at);
