-- One account, held until the end of the transaction: whoever opens a session of it and whoever changes what opens one take
-- turns, so that no session comes into being behind the back of whoever ends them all. Past the second wall, for at the door
-- nobody is seen yet (0020-second-wall.sql).
create function account_held(number int) returns setof account language sql volatile security definer rows 1
  set search_path = pg_catalog, public, pg_temp as $$
  select * from account where id = number for no key update
$$;
