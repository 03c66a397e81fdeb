-- Earlier releases took a procedure's code with anything behind its national part, also what looks like the number of a citizen's
-- telephone or identity card (2.000815.0912345678), and kept it with the dossier. Nothing asks for more than the national part:
-- of such a text nothing else is kept. The function says what domain/citizen-number.ts does, as that of 0024, and lives no longer
-- than this migration.
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

-- Most are written as a province writes them, which is told at a glance.
update dossier set procedure_text = null
 where procedure_text !~ '^[1-6]\.\d{6}\.000\.00\.00\.[A-Z]\d\d$' and holds_citizen_number(procedure_text);
update dossier_version set procedure_text = null
 where procedure_text !~ '^[1-6]\.\d{6}\.000\.00\.00\.[A-Z]\d\d$' and holds_citizen_number(procedure_text);

drop function holds_citizen_number(text);
