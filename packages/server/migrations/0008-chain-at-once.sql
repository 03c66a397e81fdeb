-- Moves the head once a statement instead of once a row: a row that is changed many times in one transaction leaves a version
-- behind each time, and all of them are passed by whoever looks for the last one. Thousands of events at once (a catalogue)
-- cost the square of their number.

-- The rows of the statement itself lie beyond the head, which stays locked and as it is until the statement ends.
create or replace function chain_audit_event() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  head audit_head;
  last record;
begin
  select * into strict head from audit_head for update;
  select seq, hash into last from audit_event where seq > head.seq order by seq desc limit 1;
  new.seq := coalesce(last.seq, head.seq) + 1;
  new.at := clock_timestamp();
  new.previous := coalesce(last.hash, head.hash);
  new.hash := sha256(new.previous || convert_to(audit_text(new), 'UTF8'));
  return new;
end $$;

-- Only forward: where the last rows were taken out, the head goes on to say so.
create function move_audit_head() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
begin
  update audit_head h set seq = last.seq, hash = last.hash
    from (select seq, hash from audit_event order by seq desc limit 1) last where last.seq > h.seq;
  return null;
end $$;
create trigger audit_head_follows after insert on audit_event
  for each statement execute function move_audit_head();
