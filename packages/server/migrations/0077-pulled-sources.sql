-- Sources that dossiers are fetched from: how a fetching went, which batches it made, and which files were taken.

alter table dossier_source
  -- SFTP: the fingerprint of the host's key, without which nothing is told to it.
  add host_key text,
  -- Somebody wants the reading that is under way to end.
  add stop_asked boolean not null default false,
  -- Who asked for the next reading; null: the schedule.
  add asked_by int references account (id);

-- One reading of a source, from its first question to its end; what a crash left is gone on with. Names of files and days, nothing of persons.
create table source_run (
  id uuid primary key default gen_random_uuid(),
  source_id int not null references dossier_source (id),
  asked_by int references account (id),
  whole boolean not null,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  pages int not null default 0,
  received int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  -- What is being read: a stretch of time or a file.
  place text,
  -- Files that could not be read, and how many dossiers the source said it has beyond those that it gave.
  refused int not null default 0,
  missing int not null default 0,
  result text,
  params jsonb not null default '{}',
  constraint source_run_ends_with_a_result check ((ended_at is null) = (result is null))
);
create unique index source_run_is_one_at_a_time on source_run (source_id) where ended_at is null;
create index source_run_by_source on source_run (source_id, started_at);

-- The receipts of a reading. Like what is booked they carry no reference: whoever writes one writes the other.
create table source_run_batch (
  run_id uuid not null references source_run (id) on delete cascade,
  batch_id uuid not null,
  primary key (run_id, batch_id)
);

-- A file of a folder as it was when it was taken, or why it could not be; read again when it is another one.
create table source_file (
  source_id int not null references dossier_source (id),
  path text not null,
  size bigint not null,
  modified_at timestamptz not null,
  checksum text,
  problem text,
  taken_at timestamptz not null default now(),
  primary key (source_id, path)
);

alter table source_run enable row level security;
create policy with_source on source_run
  using ((select wall_opens('sources')) or exists (select from dossier_source s where s.id = source_id));

alter table source_run_batch enable row level security;
create policy with_run on source_run_batch
  using ((select wall_opens('sources')) or exists (select from source_run r where r.id = run_id));

alter table source_file enable row level security;
create policy with_source on source_file
  using ((select wall_opens('sources')) or exists (select from dossier_source s where s.id = source_id));
