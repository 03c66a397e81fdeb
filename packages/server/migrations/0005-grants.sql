-- A grant holds from a day to a day; a delegated one hangs on the grant that it was made from. Nothing is deleted: a grant
-- that was taken back stays with the instant at which it was.
alter table account_grant drop constraint account_grant_pkey;
alter table account_grant
  add id int generated always as identity primary key,
  add valid daterange not null default daterange(null, null) constraint grant_lasts check (not isempty(valid)),
  add delegated_from int references account_grant (id),
  add granted_by int references account (id),
  add granted_at timestamptz not null default now(),
  add revoked_by int references account (id),
  add revoked_at timestamptz,
  add constraint grant_role_is_known check (role in ('VIEWER', 'CLERK', 'CATALOGUE_EDITOR', 'PLANNER', 'APPROVER', 'MONITOR',
    'INTEGRATION', 'ADMINISTRATOR', 'AUDITOR')),
  -- Who stands in for somebody does so for a time that is told.
  add constraint grant_delegation_has_days check (delegated_from is null or not (lower_inf(valid) or upper_inf(valid))),
  add constraint grant_is_held_once_a_day exclude using gist
    (account_id with =, role with =, unit_id with =, (coalesce(delegated_from, 0)) with =, valid with &&) where (revoked_at is null);
create index account_grant_at on account_grant (unit_id) where revoked_at is null;
