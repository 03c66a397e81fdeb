-- Bad rows are counted before more of them are kept: those that wait at the place they were sent for, and those of one batch.
create index quarantine_open_sent on quarantine (province_id, sent_for_unit_id) where closed_by is null;
create index quarantine_of_batch on quarantine (batch_id);

-- Rows that nobody will mend are put aside as a whole batch.
alter table quarantine drop constraint quarantine_end_is_known;
alter table quarantine add constraint quarantine_end_is_known check (closed_as in ('MENDED', 'REPLACED', 'DISCARDED'));

-- How many bad rows of an import were kept, open or not: who puts them aside must reach all of them (0020-second-wall.sql).
create function kept_rows_of(batch uuid) returns int language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::int from quarantine where batch_id = batch
$$;
