-- The second wall (docs/decisions/0005-access.md, 0007-second-wall.md): what the server's role sees of the rows that not
-- everybody may see. What a transaction may see is said in settings that end with it (app/wall.ts): for each area `all`, or
-- the units as `{1,2}`; `app.caller` is the account that asks. Where nothing is said nothing is seen. Who owns the tables
-- (migrations, backups, tools) sees past it.

create function wall_opens(area text) returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('app.' || area, true) = 'all', false)
$$;

create function wall_units(area text) returns int[] language sql stable parallel safe as $$
  select case when current_setting('app.' || area, true) like '{%' then current_setting('app.' || area, true)::int[] end
$$;

create function wall_caller() returns int language sql stable parallel safe as $$
  select nullif(current_setting('app.caller', true), '')::int
$$;

-- Asked as `(select …)` below, so that a statement asks once and not for each row.

-- ── Dossiers: read within reach; written only by who merges, under `all` ──────────────────────────────────────────────
alter table dossier enable row level security;
create policy seen_within_reach on dossier for select
  using ((select wall_opens('dossiers')) or unit_id = any ((select wall_units('dossiers'))::int[]));
create policy added_by_merging on dossier for insert with check ((select wall_opens('dossiers')));
create policy changed_by_merging on dossier for update using ((select wall_opens('dossiers')));

alter table dossier_version enable row level security;
create policy seen_within_reach on dossier_version for select
  using ((select wall_opens('dossiers')) or unit_id = any ((select wall_units('dossiers'))::int[]));
create policy added_by_merging on dossier_version for insert with check ((select wall_opens('dossiers')));

-- A row whose unit nobody knows belongs to whom it was sent for; one of the catalogue to who edits that.
alter table quarantine enable row level security;
create policy within_reach on quarantine
  using ((select wall_opens('quarantine'))
    or coalesce(unit_id, sent_for_unit_id) = any ((select wall_units('quarantine'))::int[])
    or ((select wall_opens('catalogue'))
      and exists (select from ingest_batch b where b.id = batch_id and b.kind = 'PROCEDURES')));

-- ── Targets: what is or was in force for whoever is signed in, the rest within reach of the issuer ────────────────────
alter table target enable row level security;
create policy seen_once_issued on target for select
  using ((select wall_opens('plans')) or exists (
    select from target_plan p where p.id = plan_id
       and ((p.state in ('ISSUED', 'SUPERSEDED') and (select wall_caller()) is not null)
         or p.issuer_id = any ((select wall_units('plans'))::int[]))));
create policy drafted_within_reach on target
  using ((select wall_opens('plans')) or exists (
    select from target_plan p where p.id = plan_id and p.issuer_id = any ((select wall_units('plans'))::int[])));

-- ── Accounts: one's own, and those at home within reach ───────────────────────────────────────────────────────────────
alter table account enable row level security;
create policy seen_within_reach on account for select
  using ((select wall_opens('accounts')) or id = (select wall_caller())
    or unit_id = any ((select wall_units('accounts'))::int[]));
create policy made_within_reach on account for insert
  with check ((select wall_opens('accounts')) or unit_id = any ((select wall_units('accounts'))::int[]));
create policy changed_within_reach on account for update
  using ((select wall_opens('accounts')) or id = (select wall_caller())
    or unit_id = any ((select wall_units('accounts'))::int[]));

-- Whether an account holds a grant. Like what follows it sees past the wall, for one key and what hangs on it.
create function grant_is_of(grant_id int, holder int) returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from account_grant g where g.id = grant_id and g.account_id = holder)
$$;

-- All grants of an account that one manages are seen, also those beyond reach: they decide whether one manages it. One's own
-- are seen and not made; what one delegated is made and taken back.
alter table account_grant enable row level security;
create policy seen_with_account on account_grant for select
  using ((select wall_opens('accounts')) or account_id = (select wall_caller())
    or unit_id = any ((select wall_units('accounts'))::int[])
    or exists (select from account a where a.id = account_id)
    or (granted_by = (select wall_caller()) and grant_is_of(delegated_from, (select wall_caller()))));
create policy given_within_reach on account_grant for insert
  with check ((select wall_opens('accounts')) or unit_id = any ((select wall_units('accounts'))::int[])
    or (granted_by = (select wall_caller()) and grant_is_of(delegated_from, (select wall_caller()))));
create policy taken_back_within_reach on account_grant for update
  using ((select wall_opens('accounts')) or unit_id = any ((select wall_units('accounts'))::int[])
    or exists (select from account a where a.id = account_id and a.unit_id = any ((select wall_units('accounts'))::int[]))
    or (granted_by = (select wall_caller()) and grant_is_of(delegated_from, (select wall_caller()))));

-- Before anybody is signed in, and for what one account has to know of another: one by its number or user name.
create function account_of(number int) returns setof account language sql stable security definer rows 1
  set search_path = pg_catalog, public, pg_temp as $$
  select * from account where id = number
$$;

create function account_called(user_name text) returns setof account language sql stable security definer rows 1
  set search_path = pg_catalog, public, pg_temp as $$
  select * from account where username = user_name
$$;

create function account_name(number int) returns text language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select name from account where id = number
$$;

-- What an account holds, with the grants that these hang on; origins of inactive accounts are gone. Nothing where the
-- password has to be changed first.
create function grants_held_by(holder int) returns setof account_grant language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  with recursive held as (
    select g.id, g.delegated_from from account_grant g join account a on a.id = g.account_id and not a.must_change
     where g.account_id = holder and g.revoked_at is null
    union
    select g.id, g.delegated_from from held h join account_grant g on g.id = h.delegated_from and g.revoked_at is null
      join account a on a.id = g.account_id and a.active)
  select * from account_grant where id in (select id from held)
$$;

-- How many active people administer the whole province on a day, by grants of their own without an end.
create function standing_administrators(province int, on_day date) returns int language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select count(distinct a.id)::int from account a join account_grant g on g.account_id = a.id
   where a.active and a.kind = 'PERSON' and g.role = 'ADMINISTRATOR' and g.unit_id = province and g.revoked_at is null
     and g.delegated_from is null and g.valid @> on_day and upper_inf(g.valid)
$$;

-- How many bad rows of an import are open: its receipt tells it, whoever may see the rows.
create function open_rows_of(batch uuid) returns int language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::int from quarantine where batch_id = batch and closed_by is null
$$;

-- ── The audit trail: added to by everybody, read within reach ─────────────────────────────────────────────────────────
alter table audit_event enable row level security;
create policy seen_within_reach on audit_event for select
  using ((select wall_opens('audit')) or unit_id = any ((select wall_units('audit'))::int[]));
create policy added_by_everybody on audit_event for insert with check (true);
