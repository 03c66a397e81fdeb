-- Single sign-on by OpenID Connect: who somebody is there, and what of their grants comes from there.

create table account_identity (
  issuer text not null,
  subject text not null,
  account_id int not null references account (id),
  first_seen_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index account_identity_of on account_identity (account_id);

-- OIDC: given by what the provider says of somebody, and brought up to date at each sign-in there. HAND: by people.
alter table account_grant
  add source text not null default 'HAND' constraint grant_source_is_known check (source in ('HAND', 'OIDC'));

-- A browser that was sent to the provider and did not come back yet. What must not be guessed is in its cookie alone.
create table sign_on_journey (
  token_hash bytea primary key,
  return_to text not null,
  expires_at timestamptz not null
);
