-- Files that are read again are read from the newest to the oldest (docs/decisions/0012, section 6): of each code the newest file that has
-- it counts, so figures do not pass through what was said before.
alter table source_run add newest_first boolean not null default false;

-- The codes that came in a reading, as far as somebody asks for them afterwards, and where they stood last: `place` puts files in their
-- order. Gone with the reading.
create table read_code (
  reading uuid not null,
  source_id int not null references dossier_source (id),
  code_key text not null,
  place text collate "C" not null,
  primary key (reading, code_key)
);
create index read_code_of on read_code (source_id);
alter table read_code enable row level security;
create policy by_merging on read_code using ((select wall_opens('dossiers')));

-- What a reading of the whole no longer has may be gone over there, where its source says so: not where anything of the reading could not
-- be told (rows without a code, stretches of which nobody said how many there are).
alter table source_run add unsure int not null default 0;

-- Many of them at once are held for a look, as codes alone.
alter table held_batch add gone boolean not null default false;
