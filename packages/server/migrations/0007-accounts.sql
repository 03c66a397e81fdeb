-- Accounts at home in a unit, their sessions one by one, the browsers that they signed in from, and tokens of programs.
alter table account
  -- A program has no password: it signs in by its tokens.
  alter column password_hash drop not null,
  add kind text not null default 'PERSON' constraint account_kind_is_known check (kind in ('PERSON', 'PROGRAM')),
  -- Who manages the account is told by its home; without one only who reaches the whole province does.
  add unit_id int references unit (id),
  -- Until its password was changed by whoever it belongs to, the account may do nothing else.
  add must_change boolean not null default false,
  add password_changed_at timestamptz,
  add created_by int references account (id),
  add constraint account_of_a_program_has_no_password check (kind = 'PERSON' or password_hash is null);

alter table session
  add id bigint generated always as identity constraint session_id_is_unique unique,
  add address text not null default '',
  add user_agent text not null default '';
create index session_of on session (account_id);

-- A browser from which an account signed in before has a count of wrong passwords of its own.
create table sign_in_device (
  id bigint generated always as identity primary key,
  token_hash bytea not null,
  account_id int not null references account (id),
  expires_at timestamptz not null,
  constraint sign_in_device_is_known_once unique (token_hash, account_id)
);
create index sign_in_device_of on sign_in_device (account_id);

alter table sign_in_failure add device_id bigint;
create index sign_in_failure_device on sign_in_failure (device_id, at) where device_id is not null;

-- What a program signs in with. Rotation is a second row of the same account; the days of the two overlap.
create table access_token (
  id int generated always as identity primary key,
  account_id int not null references account (id),
  token_hash bytea not null constraint access_token_is_unique unique,
  -- The last characters, to tell tokens apart.
  hint text not null,
  created_on date not null,
  created_by int references account (id),
  -- The last day on which it opens anything.
  expires_on date not null,
  last_used_on date,
  revoked_at timestamptz,
  revoked_by int references account (id),
  constraint access_token_lasts check (expires_on >= created_on)
);
create index access_token_of on access_token (account_id);
