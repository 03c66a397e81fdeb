-- Where procedures are fetched from by schedule: the national database, or a proxy that answers as it does. What one signs in there
-- with is sealed by a key that the database does not hold.

create table catalogue_source (
  id int primary key generated always as identity,
  province_id int not null references unit (id),
  name text not null,
  url text not null,
  username text not null,
  -- The identifier of the organisation in whose name is asked, as the national database knows it.
  organisation text not null,
  secret bytea,
  every_minutes int not null constraint catalogue_source_is_not_asked_all_the_time check (every_minutes >= 15),
  enabled boolean not null,
  version int not null default 1,
  next_at timestamptz not null default now(),
  last_at timestamptz,
  -- What came of the last pull: the name of an outcome and what its sentence names.
  last_result text,
  last_params jsonb not null default '{}',
  -- The import that came of it last, which may be gone since.
  last_import uuid,
  -- Pulls that failed one after the other.
  failures int not null default 0,
  removed_at timestamptz
);

-- How far a source was read: each procedure as it was listed last, and when its details were fetched.
create table catalogue_source_item (
  source_id int not null references catalogue_source (id),
  code text not null,
  listed_as text not null,
  fetched_at timestamptz not null,
  primary key (source_id, code)
);

alter table catalogue_import add source_id int references catalogue_source (id);
