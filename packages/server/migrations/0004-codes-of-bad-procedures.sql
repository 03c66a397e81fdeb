-- Bad rows of the catalogue bear the national part of their code as key, as those of dossiers bear theirs: a later row of the
-- same code closes them.
update quarantine q set code_key = substring(btrim(q.code) from '^([1-6]\.[0-9]{6})(?:\.[0-9A-Za-z]+)*$')
  from ingest_batch b
 where b.id = q.batch_id and b.kind = 'PROCEDURES' and q.code_key is null;
