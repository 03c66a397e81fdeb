-- As in 0023-puppets.sql, along chains and in both directions (docs/decisions/0005-access.md, "separate duties"): the accounts of
-- which one person may be behind one of these and behind the other.
--
-- Upwards: who has an author in their hands could have drafted as them: who made an author (or a program, or a token of it) or
-- gave them a password or took their second factor away, in the quarter before an instant or since; who changed their grants since;
-- and whoever has these in their hands. Made or helped longer ago is left alone: the one administrator who made everybody would
-- judge nothing ever again.
--
-- Downwards, from the authors: whom they made, whenever; whose password, second factor or grants they changed since; and so on
-- from those. From who has an author in their hands the same, but only what was made and done to the ways in since: people of one
-- administrator who were there before may judge each other's work.
create or replace function in_hands_of(accounts int[], since timestamptz) returns setof int language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  with recursive deed as (
    select e.actor_id as actor, e.about_id::int as account, e.at from audit_event e
     where e.at >= since - interval '90 days' and e.about_kind = 'ACCOUNT' and e.about_id is not null
       and e.what in ('PASSWORD_RESET', 'SECOND_FACTOR_REMOVED') and e.actor_id is not null and e.actor_id::text <> e.about_id
  ), gift as (
    select x.actor, g.account_id as account, g.delegated_from is null as is_role
      from account_grant g cross join lateral (values (g.granted_by, g.granted_at), (g.revoked_by, g.revoked_at)) x (actor, at)
     where x.at >= since and x.actor is not null and x.actor <> g.account_id
  ), holder (id) as (
    select unnest(accounts)
    union
    select x.actor from holder h cross join lateral (
      select a.created_by from account a
       where a.id = h.id and (a.kind = 'PROGRAM' or a.created_at >= since - interval '90 days')
      union all select t.created_by from access_token t where t.account_id = h.id
      union all select d.actor from deed d where d.account = h.id
      union all select g.actor from gift g where g.account = h.id and g.is_role and h.id = any (accounts)) x (actor)
     where x.actor is not null
  ), hand (id, is_own) as (
    select h.id, h.id = any (accounts) from holder h
    union
    select x.account, h.is_own from hand h cross join lateral (
      select a.id from account a where a.created_by = h.id and (h.is_own or a.created_at >= since)
      union all select d.account from deed d where d.actor = h.id and d.at >= since
      union all select g.account from gift g where g.actor = h.id and h.is_own) x (account)
  )
  select distinct id from hand
$$;
