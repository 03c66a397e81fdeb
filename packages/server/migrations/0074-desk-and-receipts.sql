-- Receipts that can be checked, batches that are held, and the desk (docs/decisions/0012, section 7).

-- ── Receipts ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- SHA-256 of the body as it came over the wire, and how many rows whoever sent it says that there are.
alter table ingest_batch add checksum text constraint ingest_batch_checksum_is_sha256 check (checksum ~ '^[0-9a-f]{64}$');
alter table ingest_batch add expected int constraint ingest_batch_expected_is_a_count check (expected >= 0);
create index ingest_batch_checksum on ingest_batch (province_id, checksum) where checksum is not null;
alter table ingest_batch drop constraint ingest_batch_kind_is_known;
alter table ingest_batch add constraint ingest_batch_kind_is_known
  check (kind in ('DOSSIERS', 'PROCEDURES', 'RETRY', 'MEND', 'PROGRESS', 'RELEASE'));

-- ── What bad rows have in common ─────────────────────────────────────────────────────────────────────────────────────
-- The text that nobody knows or that is none of those allowed; of times their form, digits as nines; empty where rows of one
-- problem have no text in common. Rows of one (problem, field, cause) are mended by one decision.
alter table quarantine add cause text not null generated always as (left(coalesce(case
    when problem = 'UNKNOWN_UNIT' then regexp_replace(code_key, '-[0-9]+-[0-9]+$', '')
    when problem = 'UNKNOWN_PROCEDURE' then substring(fields ->> 'MaTTHC' from '^[1-6]\.[0-9]{6}')
    when field in ('KenhThucHien', 'TrangThaiHoSo', 'MaTTHC', 'tiers') then fields ->> field
    when field in ('NgayTiepNhan', 'NgayKetThucXuLy') and problem in ('MALFORMED', 'NO_SUCH_TIME')
      then translate(fields ->> field, '012345678', '999999999')
  end, ''), 200)) stored;
create index quarantine_open_cause on quarantine (province_id, problem, field, cause, id) where closed_by is null;

-- Codes that senders write for a procedure that has another one here. A procedure that bears the code itself goes before.
create table procedure_alias (
  province_id int not null references unit (id),
  code text not null constraint procedure_alias_is_national check (code ~ '^[1-6]\.[0-9]{6}$'),
  procedure_id int not null references procedure (id),
  recorded_by bigint not null references moment (id),
  withdrawn_by bigint references moment (id)
);
create unique index procedure_alias_means_one on procedure_alias (province_id, code) where withdrawn_by is null;

-- One decision about all rows of a cause, and how far it has come: rows up to `upto` are tried in their order.
create table cause_mend (
  id uuid primary key,
  province_id int not null references unit (id),
  of_catalogue boolean not null,
  problem text not null,
  field text not null,
  cause text not null,
  how text not null constraint cause_mend_is_known check (how in ('UNIT', 'PROCEDURE', 'VALUE', 'DISCARD')),
  named_id int references unit (id),
  procedure_id int references procedure (id),
  value text,
  -- What was written down for rows to come, and is taken away by undoing: an alias of the unit or of the procedure.
  remembers boolean not null default false,
  reason text,
  place_id int not null references unit (id),
  account_id int,
  upto bigint not null,
  last_row bigint not null default 0,
  total int not null,
  done int not null default 0,
  good int not null default 0,
  state text not null constraint cause_mend_state_is_known check (state in ('RUNNING', 'STOPPED', 'DONE', 'UNDONE')),
  recorded_by bigint not null references moment (id),
  undone_by bigint references moment (id)
);
create index cause_mend_recorded on cause_mend (province_id, recorded_by);

-- The transactions in which it was done.
create table cause_mend_step (
  province_id int not null references unit (id),
  mend_id uuid not null references cause_mend (id),
  moment_id bigint not null references moment (id),
  primary key (mend_id, moment_id)
);

-- ── Held batches ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- When a batch is held before it counts; nothing is held where there is no row, or it is off.
create table jump_rules (
  province_id int primary key references unit (id),
  holds boolean not null,
  times_usual int not null constraint jump_rules_times check (times_usual between 2 and 100),
  least int not null constraint jump_rules_least check (least between 1 and 1000000),
  most_changed int not null constraint jump_rules_changed check (most_changed between 1 and 100000000),
  most_withdrawn int not null constraint jump_rules_withdrawn check (most_withdrawn between 1 and 100000000),
  version int not null,
  recorded_by bigint not null references moment (id)
);

create table held_batch (
  -- The receipt: written in the same transaction, and never deleted.
  batch_id uuid primary key,
  province_id int not null references unit (id),
  sent_for_unit_id int references unit (id),
  rows int not null,
  bad int not null,
  fresh int not null,
  changed int not null,
  jumps jsonb not null,
  recorded_by bigint not null references moment (id),
  settled_by bigint references moment (id),
  settled_as text constraint held_batch_end_is_known check (settled_as in ('RELEASED', 'DISCARDED')),
  released_as uuid,
  left_out int,
  reason text,
  constraint held_batch_ends_whole check ((settled_by is null) = (settled_as is null))
);
create index held_batch_waiting on held_batch (province_id, recorded_by) where settled_by is null;

-- Its rows as they were staged: good ones without personal data, bad ones as the quarantine keeps them.
create table held_row (
  province_id int not null references unit (id),
  batch_id uuid not null references held_batch (batch_id),
  sent_for_unit_id int,
  row_no int not null,
  code_key text,
  staged jsonb not null,
  primary key (batch_id, row_no)
);

-- ── The second wall ──────────────────────────────────────────────────────────────────────────────────────────────────
alter table held_batch enable row level security;
create policy within_reach on held_batch
  using ((select wall_opens('quarantine')) or sent_for_unit_id = any ((select wall_units('quarantine'))::int[]));
alter table held_row enable row level security;
create policy within_reach on held_row
  using ((select wall_opens('quarantine')) or sent_for_unit_id = any ((select wall_units('quarantine'))::int[]));
alter table cause_mend enable row level security;
create policy within_reach on cause_mend
  using ((select wall_opens('quarantine')) or place_id = any ((select wall_units('quarantine'))::int[])
    or account_id = (select wall_caller()));

-- What a decision that was taken back had made is taken out: its versions stay, so that what was known then stays known. Nothing
-- else deletes a dossier: who takes back says so in its transaction.
create policy removed_by_undoing on dossier for delete
  using ((select wall_opens('dossiers')) and (select current_setting('app.undoing', true) = 'on'));
