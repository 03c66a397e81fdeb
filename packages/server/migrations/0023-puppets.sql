-- Accounts that the accounts it is asked about have in their hands: those that they made, those whose password, second factor
-- or grants they changed since an instant, and whoever made a program of theirs or one of its tokens. Separate duties look at
-- them too (features/plans/plans.queries.ts). Like the other functions of 0020-second-wall.sql it sees past the wall, for the
-- accounts that it is asked about.
create function in_hands_of(accounts int[], since timestamptz) returns setof int language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select id from account where created_by = any (accounts)
  union
  select account_id from account_grant
   where (granted_by = any (accounts) and granted_at >= since) or (revoked_by = any (accounts) and revoked_at >= since)
  union
  select about_id::int from audit_event
   where at >= since and actor_id = any (accounts) and about_kind = 'ACCOUNT' and about_id is not null
     and what in ('PASSWORD_RESET', 'SECOND_FACTOR_REMOVED')
  union
  select x.id from account a left join access_token t on t.account_id = a.id
    cross join lateral (values (a.created_by), (t.created_by)) x (id)
   where a.id = any (accounts) and a.kind = 'PROGRAM' and x.id is not null
$$;

-- Whether somebody did something of a kind to an account since an instant: one administrator alone does not both set a
-- password and take the second factor away (features/accounts/managed-accounts.service.ts).
create function did_to_account(actor int, act text, account int, since timestamptz) returns boolean language sql stable
  security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from audit_event e where e.about_kind = 'ACCOUNT' and e.about_id = account::text
    and e.actor_id = actor and e.what = act and e.at >= since)
$$;
