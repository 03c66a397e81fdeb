-- What looks like the number of a citizen's telephone or identity card is known whatever stands between its digits
-- (domain/citizen-number.ts; the patterns are its own): so are rows and names of files that were kept before. The function lives
-- no longer than this migration.
create function holds_citizen_number(given text) returns boolean language plpgsql immutable as $$
declare
  plain text := normalize(given, NFKC);
  pattern text;
begin
  foreach pattern in array array[
    '(?<!\d|\d[. -])(?!\d\d[. -]\d\d[. -](?:19|20)\d\d)(?:\+84[. -]?|0)[1-9](?:[). -]{0,2}\d){8,9}(?!\d)',
    '(?<!\d)(?:0|(?:00)?84)[1-9]\d{8,9}(?!\d)',
    '(?<!\d)(?:\d{9}|(?!(?:19|20)\d\d(?:0[1-9]|1[0-2]))\d{12})(?!\d)',
    '(?<!\d|\d )\d{3} \d{3} \d{3}(?: \d{3})?(?! ?\d)']
  loop
    if plain ~ pattern then return true; end if;
  end loop;
  foreach pattern in array array[
    '(?<![a-z\d])(?:0{2,3}\.\d{2,3}\.\d{2,4}\.)?[a-z]\d\d(?!\.(?:0[35789](?:\.?\d){8}|0(?:\.?\d){11})(?!\.?\d))(?:\.\d{1,4}){0,4}(?:-(?:\d{6}|\d{8})-\d{4,7})?(?!\d)',
    '(?<![\d.])[1-6]\.\d{6}(?!\d)',
    '(?<![\d]|\d[._/:-])(?:(?:19|20)\d\d[-/._](?:0?[1-9]|1[0-2])[-/._](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-/._](?:0?[1-9]|1[0-2])[-/._](?:19|20)\d\d)(?![._/:-]?\d)',
    '(?<!\d|\d:)(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?!:?\d)',
    '(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?(?!\d)']
  loop
    plain := regexp_replace(plain, pattern, 'x', 'gi');
  end loop;
  foreach pattern in array array[
    '(?<!\d)(?:(?:0[\s._/:()\u00ad\u00b7\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]*0[\s._/:()\u00ad\u00b7\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]*)?8[\s._/:()\u00ad\u00b7\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]*4|0)[\s._/:()\u00ad\u00b7\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]*[1-9](?:[\s._/:()\u00ad\u00b7\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]*\d){8,9}(?!\d)',
    '(?<!\d)0(?:[\s._/:()\u00ad\u00b7\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]*\d){11}(?!\d)',
    '(?<!\d[\s._/:()\u00ad\u00b7\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]*)\d(?:[\s._/:()\u00ad\u00b7\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]*\d){8}(?![\s._/:()\u00ad\u00b7\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]*\d)']
  loop
    if plain ~ pattern then return true; end if;
  end loop;
  return false;
end $$;

with seen as (
  select q.id,
         array(
           select f.key from jsonb_each_text(q.fields) f
            where holds_citizen_number(f.value)
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

-- Of such a name of a file, what kind of file it was (features/dossiers/ingest/file-name.ts).
update ingest_batch set name = '***' || coalesce(substring(name from '\.[A-Za-z][A-Za-z0-9]{0,9}$'), '')
 where name is not null and holds_citizen_number(name);

drop function holds_citizen_number(text);
