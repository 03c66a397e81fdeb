-- Who did what, when and from where: append only, and chained, so that a row that was changed or taken out is found
-- (docs/decisions/0005-access.md, "Audit"). No foreign keys: a row outlives what it is about, and who did it.
create table audit_event (
  seq bigint primary key,
  at timestamptz not null,
  -- Null for what changes no data that moments tell apart: a sign-in.
  moment_id bigint,
  actor_id int,
  actor_kind text not null constraint audit_actor_kind_is_known check (actor_kind in ('PERSON', 'PROGRAM', 'PROCESS', 'NOBODY')),
  -- As it was then.
  actor_name text,
  on_behalf_of int,
  address text,
  request_id text,
  what text not null,
  about_kind text not null,
  about_id text,
  -- By whose reach it is shown; null: only to who reaches everything.
  unit_id int,
  -- JSON with sorted keys: what was before, what is after.
  body text not null,
  previous bytea not null,
  hash bytea not null
);
create index audit_event_about on audit_event (about_kind, about_id, seq);
create index audit_event_actor on audit_event (actor_id, seq);
create index audit_event_unit on audit_event (unit_id, seq);

-- The last row's number and hash. Its row lock is the chain's own lock: held from the first row that a transaction adds until
-- its end, and nothing but the seal of a moment is taken after it.
create table audit_head (
  one boolean primary key default true constraint audit_has_one_head check (one),
  seq bigint not null,
  hash bytea not null
);
insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

-- A value in the text that is hashed: its length in bytes of UTF-8, a colon, itself; a null is a hyphen. So no two rows have
-- one text.
create function audit_part(value text) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select case when value is null then '-' else octet_length(convert_to(value, 'UTF8')) || ':' || value end
$$;

-- The text that is hashed: these columns in this order, one after the other; `at` in UTC to the microsecond. The server
-- writes it once more to verify the chain (app/audit/chain.ts).
create function audit_text(event audit_event) returns text language sql stable
  set search_path = pg_catalog, public, pg_temp as $$
  select audit_part(event.seq::text)
    || audit_part(to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || audit_part(event.moment_id::text)
    || audit_part(event.actor_id::text)
    || audit_part(event.actor_kind)
    || audit_part(event.actor_name)
    || audit_part(event.on_behalf_of::text)
    || audit_part(event.address)
    || audit_part(event.request_id)
    || audit_part(event.what)
    || audit_part(event.about_kind)
    || audit_part(event.about_id)
    || audit_part(event.unit_id::text)
    || audit_part(event.body)
$$;

-- Whatever number, time and hash a row is given: it gets the next ones. The hash is the SHA-256 of the hash before it and the
-- row's text. Runs with its owner's rights: who may add rows needs none on the head.
create function chain_audit_event() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  head audit_head;
begin
  select * into strict head from audit_head for update;
  new.seq := head.seq + 1;
  new.at := clock_timestamp();
  new.previous := head.hash;
  new.hash := sha256(new.previous || convert_to(audit_text(new), 'UTF8'));
  update audit_head set seq = new.seq, hash = new.hash;
  return new;
end $$;
create trigger audit_event_is_chained before insert on audit_event
  for each row execute function chain_audit_event();

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'audit_event is append only';
end $$;
create trigger audit_event_is_append_only before update or delete or truncate on audit_event
  for each statement execute function refuse_change_of_audit();
