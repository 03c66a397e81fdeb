-- Whoever sends dossiers is a source: a system that pushes to us or that we fetch from, with an account of its own whose grants
-- bound what it may send, a mapping of its codes to ours, and a rank by which it is believed. Every batch may name its source; of
-- every dossier what each source said last is kept, so that two systems that differ do not turn it to and fro.

create table dossier_source (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  -- The unit by whose reach it is seen and changed.
  unit_id int not null references unit (id),
  name text not null constraint dossier_source_name_is_short check (length(name) between 1 and 200),
  -- What software it is, in words.
  system text,
  mode text not null constraint dossier_source_mode_is_known check (mode in ('PUSH', 'PORTAL', 'FOLDER', 'SFTP')),
  -- PUSH: the name and password that it signs in here with at /lgsp/login, beside the tokens of its account.
  login_name text,
  login_hash text,
  -- The others: where it is fetched from, what signs in there (sealed by a key that the database does not hold), and how often.
  address text,
  username text,
  secret bytea,
  organisation text,
  settings jsonb not null default '{}',
  every_minutes int constraint dossier_source_is_not_asked_all_the_time check (every_minutes >= 1),
  whole_every_days int,
  cursor jsonb,
  cursor_version int not null default 0,
  next_at timestamptz,
  last_whole_at timestamptz,
  -- The breaker: failures one after the other, and until when nothing is asked.
  failures int not null default 0,
  open_until timestamptz,
  last_result text,
  last_params jsonb not null default '{}',
  -- When it was heard of last, and when it brought something that could be taken.
  last_contact_at timestamptz,
  last_data_at timestamptz,
  account_id int not null constraint dossier_source_account_is_its_own unique references account (id),
  -- Whom to believe where two differ: the smaller number; of two that are alike, whoever said something new last.
  rank int not null default 100 constraint dossier_source_rank_is_sane check (rank between 1 and 1000),
  -- Whether a report of progress with status 9 tells that the dossier was finished then; some systems say 9 for 5, 6 and 8.
  nine_is_finished boolean not null default false,
  enabled boolean not null default true,
  version int not null default 1,
  removed_at timestamptz
);
create unique index dossier_source_login_is_its_own on dossier_source (login_name) where removed_at is null;
create unique index dossier_source_name_is_its_own on dossier_source (province_id, lower(name)) where removed_at is null;

-- The units that it speaks for, each with all below it: what its account's grants are for.
create table dossier_source_unit (
  source_id int not null references dossier_source (id),
  unit_id int not null references unit (id),
  primary key (source_id, unit_id)
);

-- Its codes and names, and what they mean here. `key` is how they are compared (an alias's key for units, capitals for the rest).
create table source_code (
  source_id int not null references dossier_source (id),
  kind text not null constraint source_code_kind_is_known check (kind in ('UNIT', 'PROCEDURE', 'STATUS', 'CHANNEL')),
  theirs text not null constraint source_code_is_short check (length(theirs) between 1 and 200),
  key text not null,
  ours text not null,
  unit_id int references unit (id),
  primary key (source_id, kind, key),
  constraint source_code_of_a_unit_names_it check ((kind = 'UNIT') = (unit_id is not null))
);

alter table ingest_batch
  add source_id int references dossier_source (id),
  -- Reports of progress that wait for their dossiers.
  add waiting int not null default 0,
  drop constraint ingest_batch_kind_is_known,
  add constraint ingest_batch_kind_is_known check (kind in ('DOSSIERS', 'PROCEDURES', 'RETRY', 'MEND', 'PROGRESS'));
create index ingest_batch_source on ingest_batch (source_id, recorded_by) where source_id is not null;

-- A session that a source opened opens nothing else.
alter table session add source_id int references dossier_source (id);

-- The last statement of a source about a code. Like dossiers it carries no references: the writer resolved them.
create table dossier_statement (
  province_id int not null,
  source_id int not null,
  code_key text not null,
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
  code text not null,
  procedure_text text,
  -- Whether it came to stand when it was said: no source of a higher rank had said anything.
  believed boolean not null,
  recorded_by bigint not null,
  batch_id uuid not null,
  primary key (province_id, code_key, source_id)
);

create index dossier_statement_overruled on dossier_statement (source_id, recorded_by) where not believed;

-- The newest report of progress that a dossier shows; an older one changes nothing.
create table dossier_progress (
  province_id int not null,
  code_key text not null,
  at timestamptz not null,
  status smallint not null,
  source_id int not null,
  primary key (province_id, code_key)
);

-- Reports of progress of dossiers that nobody sent yet. Nothing of persons.
create table progress_waiting (
  province_id int not null,
  source_id int not null,
  code_key text not null,
  at timestamptz not null,
  status smallint not null constraint waiting_status_is_known check (status between 1 and 10),
  finished_at timestamptz,
  returned_at timestamptz,
  due_at timestamptz,
  -- The unit that the code names, where it is known.
  unit_id int,
  recorded_by bigint not null,
  batch_id uuid not null,
  primary key (province_id, code_key, source_id, at, status)
);
create index progress_waiting_of on progress_waiting (source_id);

-- On which days a source had something of a unit: its rhythm.
create table source_day (
  source_id int not null references dossier_source (id),
  unit_id int not null references unit (id),
  day date not null,
  received int not null default 0,
  primary key (source_id, unit_id, day)
);

alter table dossier_source enable row level security;
create policy within_reach on dossier_source
  using ((select wall_opens('sources')) or unit_id = any ((select wall_units('sources'))::int[]));

alter table dossier_source_unit enable row level security;
create policy with_source on dossier_source_unit
  using ((select wall_opens('sources')) or exists (select from dossier_source s where s.id = source_id));

alter table source_code enable row level security;
create policy with_source on source_code
  using ((select wall_opens('sources')) or exists (select from dossier_source s where s.id = source_id));

alter table source_day enable row level security;
create policy with_source on source_day
  using ((select wall_opens('sources')) or exists (select from dossier_source s where s.id = source_id));

alter table dossier_statement enable row level security;
create policy seen_within_reach on dossier_statement for select
  using ((select wall_opens('dossiers')) or unit_id = any ((select wall_units('dossiers'))::int[]));
create policy added_by_merging on dossier_statement for insert with check ((select wall_opens('dossiers')));
create policy changed_by_merging on dossier_statement for update using ((select wall_opens('dossiers')));

alter table dossier_progress enable row level security;
create policy by_merging on dossier_progress using ((select wall_opens('dossiers')));

alter table progress_waiting enable row level security;
create policy by_merging on progress_waiting using ((select wall_opens('dossiers')));

-- Keys past the wall: the source that signs in by a name, the one whose account sends, and what a receipt calls its source.
create function source_called(user_name text) returns setof dossier_source language sql stable security definer rows 1
  set search_path = pg_catalog, public, pg_temp as $$
  select * from dossier_source where login_name = user_name and removed_at is null and enabled
$$;

create function source_of_account(number int) returns setof dossier_source language sql stable security definer rows 1
  set search_path = pg_catalog, public, pg_temp as $$
  select * from dossier_source where account_id = number and removed_at is null
$$;

create function source_name(number int) returns text language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select name from dossier_source where id = number
$$;

-- Notes that a source was heard of, and that it brought something; no moment of its own.
create function note_contact(number int, brought boolean) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update dossier_source set last_contact_at = now(), last_data_at = case when brought then now() else last_data_at end
   where id = number and (brought or last_contact_at is null or last_contact_at < now() - interval '10 seconds')
$$;
