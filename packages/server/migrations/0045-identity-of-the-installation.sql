-- What tells this database from any other: a cursor of the change feed names it, so that whoever keeps a copy learns that they
-- ask another one. A restored backup is the same installation.
insert into installation (step, detail) values ('identity', jsonb_build_object('id', gen_random_uuid()));
