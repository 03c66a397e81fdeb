-- The ledger says why: a change that has two causes has two rows. What was booked before says OTHER.
create type ledger_cause as enum ('NEW', 'CORRECTED', 'GONE', 'LIST', 'FORCE', 'CATALOGUE', 'UNITS', 'DEFINITION', 'OTHER');
alter table ledger add column cause ledger_cause not null default 'OTHER';
alter table ledger alter column cause drop default;

-- The cause joins the key, whatever else that is made of by now.
do $$
declare
  keyed text := (select string_agg(quote_ident(a.attname), ', ' order by k.place)
                   from pg_constraint c cross join lateral unnest(c.conkey) with ordinality as k (number, place)
                   join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number
                  where c.conrelid = 'ledger'::regclass and c.contype = 'p');
begin
  alter table ledger drop constraint ledger_pkey;
  execute format('alter table ledger add constraint ledger_pkey primary key (%s, cause)', keyed);
end $$;
