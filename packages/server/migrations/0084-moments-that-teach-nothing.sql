-- Slices of a definition that is being computed change nothing that anybody is answered from: their moments (app/moments.ts,
-- TEACHES_NOTHING) are passed over where the stand of the data is told, so that what is kept of answers outlives them. The one that
-- ends it is for something else. Read from the end of an index that does not hold them, however many there are.
create index moment_of_facts on moment (at, id) where purpose <> 'computeDefinition';

create or replace function last_stand() returns text language sql stable as $$
  select coalesce((select m.id::text || '@' || extract(epoch from m.at)::text from moment m
                    where m.at < 'infinity' and m.purpose <> 'computeDefinition' order by m.at desc, m.id desc limit 1), 'nothing')
    || ' ' || (select count(*)::text || '@' || coalesce(extract(epoch from max(applied_at))::text, '') from migration)
$$;
