-- A decision is shown with all that it does: what it says of procedures' being in force is looked up by it.
create index procedure_force_change_by on procedure_force_change (decision_id) where withdrawn_by is null;

-- Who made the versions of a decision, by name, and when: an editor sees who else edited, and of their account nothing more.
create function decision_authors(decision int) returns table (version int, name text, at timestamptz) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select v.version, a.name, m.at from decision_version v join moment m on m.id = v.recorded_by join account a on a.id = m.account_id
   where v.decision_id = decision_authors.decision
$$;
