-- Deleting, restoring, merging and splitting dossiers leave receipts of a kind of their own: they mend no bad row.
alter table ingest_batch drop constraint ingest_batch_kind_is_known;
alter table ingest_batch add constraint ingest_batch_kind_is_known
  check (kind in ('DOSSIERS', 'PROCEDURES', 'RETRY', 'MEND', 'PROGRESS', 'RELEASE', 'IDENTITY'));
