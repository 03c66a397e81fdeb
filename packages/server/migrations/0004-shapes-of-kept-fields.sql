-- What earlier releases kept of bad rows of dossiers, by the shapes that are kept now (domain/dossier-row.ts): anything else may
-- have slipped in from another field and be about a person. The mark is the one that rows are kept with.
update quarantine q
   set code = case when btrim(q.code) ~ '^[A-Za-z0-9_./-]{1,200}$' then q.code end,
       fields = (
         select coalesce(jsonb_object_agg(f.key, case
                  when btrim(f.value) = '' then ''
                  when f.key in ('MaHoSo', 'MaTTHC') and btrim(f.value) ~ '^[A-Za-z0-9_./-]{1,200}$' then btrim(f.value)
                  when f.key = 'DonViXuLy' and length(btrim(f.value)) <= 200 then btrim(f.value)
                  when f.key not in ('MaHoSo', 'MaTTHC', 'DonViXuLy') and btrim(f.value) ~ '^[0-9[:space:].,:;/+TZ-]{1,40}$' then btrim(f.value)
                  else U&'\FFFD' end), '{}')
           from jsonb_each_text(q.fields) f)
  from ingest_batch b
 where b.id = q.batch_id and b.kind <> 'PROCEDURES';
