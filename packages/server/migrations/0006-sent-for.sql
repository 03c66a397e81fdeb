-- The unit that a batch was sent for by an account whose grants end somewhere; null for the province. Rows whose unit nobody
-- knows belong to it: what rights to see and mend them hang on.
alter table ingest_batch add sent_for_unit_id int references unit (id);
alter table quarantine add sent_for_unit_id int references unit (id);
create index quarantine_open_at on quarantine (province_id, (coalesce(unit_id, sent_for_unit_id))) where closed_by is null;
