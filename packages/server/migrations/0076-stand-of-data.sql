-- Until where a snapshot shows what was written: the last sealed moment by number and time (a database that was put back to an
-- earlier state numbers anew, never at the same time), and the last migration, which may change what is there without a moment.
create function last_stand() returns text language sql stable as $$
  select coalesce((select m.id::text || '@' || extract(epoch from m.at)::text from moment m
                    where m.at < 'infinity' order by m.at desc, m.id desc limit 1), 'nothing')
    || ' ' || coalesce((select max(name) from migration), '')
$$;

-- The same once every writer that has already named its time is through (app/moments.ts): each statement of a volatile function
-- sees what was committed before it, so what is read after the lock is no older than whatever anybody was told before.
create function stand_after_seal() returns text language plpgsql volatile as $$
begin
  perform pg_advisory_lock_shared(793001);
  perform pg_advisory_unlock_shared(793001);
  return last_stand();
end $$;
