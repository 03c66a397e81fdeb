-- Whom an account stood in for, and who stood in for it, on any day since an instant: separate duties look at them too
-- (features/plans/plans.queries.ts). A delegation that was taken back meanwhile counts. Like the other functions of
-- 0020-second-wall.sql it sees past the wall, for the accounts that it is asked about.
create function standing_in(accounts int[], since timestamptz) returns setof int language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select x.account_id from account_grant g join account_grant o on o.id = g.delegated_from
    cross join lateral (values (g.account_id), (o.account_id)) x (account_id)
   where (g.account_id = any (accounts) or o.account_id = any (accounts))
     and (g.revoked_at is null or g.revoked_at >= since)
     and upper(g.valid) > (since at time zone 'Asia/Ho_Chi_Minh')::date
$$;

-- The people who can sign in: whom one may hand a grant of one's own is found among them by name (deputies.service.ts).
create function active_people() returns setof account language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select * from account where kind = 'PERSON' and active
$$;

-- The grants at some units that held on a day as far as the system knows, of active accounts; delegated ones while what they
-- hang on did too. Of accounts beyond reach only the number of them is told (grants-at.service.ts).
create function grants_held_at(units int[], on_day date) returns setof account_grant language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  with held as (
    select g.* from account_grant g join account a on a.id = g.account_id and a.active
     where g.valid @> on_day and g.granted_at < (on_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
       and (g.revoked_at is null or g.revoked_at >= (on_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))
  select h.* from held h where h.unit_id = any (units)
     and (h.delegated_from is null or exists (select from held o where o.id = h.delegated_from))
$$;

-- Notes that an account was signed in: at the door nobody is seen yet.
create function note_sign_in(number int) returns void language sql volatile security definer
  set search_path = pg_catalog, public, pg_temp as $$
  update account set last_sign_in_at = now() where id = number
$$;

-- As in 0020-second-wall.sql, of what people gave by hand alone: what a single sign-on gives it may take again.
create or replace function standing_administrators(province int, on_day date) returns int language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select count(distinct a.id)::int from account a join account_grant g on g.account_id = a.id
   where a.active and a.kind = 'PERSON' and g.role = 'ADMINISTRATOR' and g.unit_id = province and g.revoked_at is null
     and g.delegated_from is null and g.source = 'HAND' and g.valid @> on_day and upper_inf(g.valid)
$$;
