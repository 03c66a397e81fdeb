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
