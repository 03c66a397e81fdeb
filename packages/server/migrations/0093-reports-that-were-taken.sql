-- Reports of progress of dossiers that were known, or that waited until theirs came: under the code that their source wrote, so that they go
-- with it where two dossiers become one or two again, and after a bad row that had come before them. Nothing of persons.
create table progress_said (
  province_id int not null,
  source_id int not null,
  code_key text not null,
  at timestamptz not null,
  status smallint not null constraint said_status_is_known check (status between 1 and 10),
  finished_at timestamptz,
  returned_at timestamptz,
  due_at timestamptz,
  unit_id int,
  recorded_by bigint not null,
  batch_id uuid not null,
  -- The moment at which a dossier was there that it is about: a later one than that which recorded it where it had waited.
  taken_by bigint not null,
  primary key (province_id, code_key, source_id, at, status)
);

alter table progress_said enable row level security;
create policy by_merging on progress_said using ((select wall_opens('dossiers')));

-- What a clock said that was years ahead holds no dossier up any more.
delete from dossier_progress where at > now() + interval '1 day';
delete from progress_waiting where at > now() + interval '1 day';
