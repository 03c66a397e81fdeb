-- Imports that jump are judged by the whole reading of which they are a page (docs/decisions/0012, sections 6 and 7), and what is said
-- again while something is held goes before it.

-- A reading that was broken off is gone on with by the next one: the first of them names them all. How many dossiers changed and were
-- withdrawn by what was taken of it, as far as somebody judges by it.
alter table source_run
  add first_run uuid,
  add changed int not null default 0,
  add withdrawn int not null default 0;

-- What was taken of a reading, or of a day of a source that pushes, by unit and month of reception: looked at where imports are held,
-- and forgotten with the reading or the day. `tally` is the number of the reading or the day.
create table jump_tally (
  source_id int not null references dossier_source (id),
  tally text not null,
  unit_id int not null,
  month date not null,
  added int not null,
  primary key (source_id, tally, unit_id, month)
);
alter table jump_tally enable row level security;
create policy by_merging on jump_tally using ((select wall_opens('dossiers')));

-- Pages of one reading are held together: a later page joins what is held, whose receipt names it, and says how many rows it has there.
alter table ingest_batch
  add held_in uuid,
  add held_rows int;
create index ingest_batch_held_in on ingest_batch (held_in) where held_in is not null;
update ingest_batch b set held_rows = h.rows from held_batch h where h.batch_id = b.id;

alter table held_batch
  add reading uuid,
  add pages int not null default 1,
  -- When its last page came.
  add last_by bigint references moment (id);
update held_batch set last_by = recorded_by;
create index held_batch_reading on held_batch (reading, recorded_by) where reading is not null;
create index held_batch_released_as on held_batch (released_as) where released_as is not null;

-- When a row came; and whether the same sender has said something of its code since, also if that is what stood already.
alter table held_row
  add recorded_by bigint references moment (id),
  add said_since bigint references moment (id);
update held_row r set recorded_by = h.recorded_by from held_batch h where h.batch_id = r.batch_id;

-- What a decision that was taken back has left as it is, and why: [{"reason": "MERGED", "count": 2}].
alter table cause_mend add left_rows jsonb not null default '[]';
