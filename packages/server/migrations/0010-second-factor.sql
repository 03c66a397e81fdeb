-- A second factor: codes of an app on a phone beside the password, and recovery codes for a phone that was lost.

create table second_factor (
  account_id int primary key references account (id),
  -- What the codes are made from, sealed with a key that the database does not hold.
  secret bytea not null,
  offered_at timestamptz not null default now(),
  -- Null until the first code was given: nothing is asked for before.
  confirmed_at timestamptz,
  -- The half minute of the last code that was taken: none is taken twice.
  last_step bigint not null default 0
);

create table recovery_code (
  id bigint generated always as identity primary key,
  account_id int not null references account (id),
  code_hash bytea not null,
  used_at timestamptz,
  constraint recovery_code_is_made_once unique (account_id, code_hash)
);

-- Codes that were wrong, or not decided yet.
create table second_factor_failure (
  id bigint generated always as identity primary key,
  account_id int not null references account (id),
  device_id bigint,
  at timestamptz not null default now()
);
create index second_factor_failure_of on second_factor_failure (account_id, at);

alter table session
  -- TOTP: the password was right, the code is awaited, and nothing else may be done.
  add stage text not null default 'FULL' constraint session_stage_is_known check (stage in ('FULL', 'TOTP')),
  add method text not null default 'PASSWORD' constraint session_method_is_known check (method in ('PASSWORD', 'OIDC'));
