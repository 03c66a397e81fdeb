-- Figures that are cited: what was asked, as known at a sealed moment, and what was answered, under a reference and a hash of all of
-- it. Only added to. What the ledger says of that moment can be worked out again for ever; kept is what was handed out.
create table figure (
  reference text primary key constraint figure_reference_is_one check (reference ~ '^[0-9A-Z-]{1,60}$'),
  province_id int not null references unit (id),
  indicator_id int not null references indicator (id),
  -- What the indicator measured then: what its ledger was keyed by.
  definition_id int not null,
  unit_id int not null references unit (id),
  from_day date not null,
  to_day date not null,
  scope target_scope not null,
  known_at timestamptz not null,
  numerator int not null,
  denominator int not null,
  target_hundredths int,
  sha256 text not null constraint figure_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$'),
  account_id int,
  recorded_by bigint not null references moment (id),
  constraint figure_lasts check (from_day <= to_day),
  constraint figure_is_a_part check (numerator between 0 and denominator)
);
create index figure_of on figure (province_id, indicator_id, unit_id, to_day);

-- A period that is closed: what every unit was published with. Reopened it stays, and can be closed anew.
create table closed_period (
  id uuid primary key,
  province_id int not null references unit (id),
  indicator_id int not null references indicator (id),
  from_day date not null,
  to_day date not null,
  known_at timestamptz not null,
  -- Over all figures that were bound to it, in the order of their references.
  sha256 text not null constraint closed_period_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$'),
  closed_account_id int,
  closed_by bigint not null references moment (id),
  reopened_account_id int,
  reopened_by bigint references moment (id),
  reason text,
  constraint closed_period_lasts check (from_day <= to_day),
  constraint closed_period_is_reopened_with_a_reason check ((reopened_by is null) = (reason is null))
);
create unique index closed_period_is_closed_once on closed_period (province_id, indicator_id, from_day, to_day)
  where reopened_by is null;

create table closed_figure (
  closed_period_id uuid not null references closed_period (id),
  reference text not null references figure (reference),
  primary key (closed_period_id, reference)
);
create index closed_figure_of on closed_figure (reference);

-- A key past the wall: whether the audit trail says this hash of this figure or closing. A hash beside its own row proves nothing.
create function trail_says(act text, subject text, digest text) returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select act in ('FIGURE_CITED', 'PERIOD_CLOSED') and exists (
    select from audit_event e where e.about_kind = case act when 'FIGURE_CITED' then 'FIGURE' else 'PERIOD' end
       and e.about_id = subject and e.what = act and e.body::jsonb -> 'after' ->> 'sha256' = digest)
$$;
