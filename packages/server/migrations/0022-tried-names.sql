-- A name that was tried may be a password that slipped into the wrong field: from now on only its hash is kept, for the hour
-- that it is counted (features/accounts/attempts.queries.ts). What was kept in clear goes.
delete from sign_in_failure;
comment on column sign_in_failure.name_key is 'SHA-256 in hex of the name as it is compared';
