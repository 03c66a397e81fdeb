-- Of bad rows kept before: identity numbers whose first zeros a spreadsheet had taken for nothing, ten or eleven digits alone, and
-- whatever is too long for a channel or a status (domain/dossier-row.ts).
with seen as (
  select q.id, array(
           select f.key from jsonb_each_text(q.fields) f
            where f.value <> U&'\FFFD' and (
                  (f.key in ('KenhThucHien', 'TrangThaiHoSo') and length(f.value) > 8)
               or (f.value ~* '^[\d./_-]+(e\+?\d{1,2})?$'
                   and regexp_replace(regexp_replace(f.value, 'e.*$', '', 'i'), '\D', '', 'g')
                       ~ '^(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))\d{10,11}$'))) as fields
    from quarantine q join ingest_batch b on b.id = q.batch_id
   where b.kind <> 'PROCEDURES')
update quarantine q
   set code = case when 'MaHoSo' = any (seen.fields) then null else q.code end,
       fields = q.fields || (select jsonb_object_agg(name, U&'\FFFD') from unnest(seen.fields) name)
  from seen
 where seen.id = q.id and cardinality(seen.fields) > 0;
