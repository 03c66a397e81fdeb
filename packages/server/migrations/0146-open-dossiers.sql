-- Dossiers that are not done with, whenever they came: what form II.06a carries over is found without going through all that were ever received.
create index dossier_open on dossier (province_id, received_day) where gone is null and status not in (7, 8, 9, 10);

-- What was known at an instant and is no more: the versions that were taken back after it, not all that there ever were.
create index dossier_version_until on dossier_version (province_id, superseded_by);
