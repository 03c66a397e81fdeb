-- Of the bad rows of dossiers that are kept, values that hold what looks like the number of a citizen's telephone or identity card
-- are kept only as a mark (domain/citizen-number.ts; the patterns are its own). A code of the form of a dossier's code holds none.
with seen as (
  select q.id,
         array(
           select f.key from jsonb_each_text(q.fields) f
            where (f.value ~ '(?<!\d|\d[. -])(?!\d\d[. -]\d\d[. -](?:19|20)\d\d)(?:\+84[. -]?|0)[1-9](?:[). -]{0,2}\d){8,9}(?!\d)'
                or f.value ~ '(?<!\d)(?:0|(?:00)?84)[1-9]\d{8,9}(?!\d)'
                or f.value ~ '(?<!\d)(?:\d{9}|(?!(?:19|20)\d\d(?:0[1-9]|1[0-2]))\d{12})(?!\d)'
                or f.value ~ '(?<!\d|\d )\d{3} \d{3} \d{3}(?: \d{3})?(?! ?\d)')
              and not (f.key = 'MaHoSo' and f.value ~* '^[a-z0-9.]+-(\d{6}|\d{8})-\d{4,7}$' and f.value ~* '(^|\.)[a-z]\d\d(\.|-)')
         ) as fields
    from quarantine q join ingest_batch b on b.id = q.batch_id
   where b.kind <> 'PROCEDURES'
)
update quarantine q
   set code = case when 'MaHoSo' = any (seen.fields) then null else q.code end,
       fields = q.fields || (select jsonb_object_agg(name, U&'\FFFD') from unnest(seen.fields) name)
  from seen
 where seen.id = q.id and cardinality(seen.fields) > 0;
