-- The connected systems (docs/decisions/0013, sections 7 and 16): what they are, whether they are looked at and what was seen, when they
-- were down, and incidents of their security. What checks write opens no moment: it is nothing that figures are made of.

create table connected_system (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  name text not null constraint system_name_is_bounded check (char_length(name) between 1 and 200),
  kind text not null constraint system_kind_is_known
    check (kind in ('ONE_STOP', 'PROVINCIAL_PORTAL', 'NATIONAL_PORTAL', 'SHARED_PLATFORM', 'DATABASE', 'OTHER')),
  -- The unit that runs it; null where none of the province does.
  unit_id int references unit (id),
  -- By Decree 85/2016/NĐ-CP; null where it is not known.
  security_level smallint constraint system_level_is_one check (security_level between 1 and 5),
  address text constraint system_address_is_bounded check (char_length(address) between 1 and 500),
  checked boolean not null default false,
  every_minutes int not null default 10 constraint system_turn_is_bounded check (every_minutes between 1 and 1440),
  expected_status int not null default 200 constraint system_status_is_one check (expected_status between 100 and 599),
  version int not null default 1,
  removed_at timestamptz,
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  -- Of the checks: who looks now and until when, when it is due, and what was seen last.
  next_check_at timestamptz,
  lease uuid,
  lease_until timestamptz,
  failures int not null default 0,
  failing_since timestamptz,
  last_at timestamptz,
  last_outcome text,
  certificate jsonb,
  constraint system_checked_has_an_address check (not checked or address is not null)
);
create unique index system_name_is_used_once on connected_system (province_id, lower(name)) where removed_at is null;
create index connected_system_due on connected_system (province_id, next_check_at) where checked and removed_at is null;

-- Which sources of dossiers it feeds.
create table connected_system_source (
  province_id int not null references unit (id),
  system_id int not null references connected_system (id),
  source_id int not null references dossier_source (id),
  primary key (system_id, source_id)
);

create index connected_system_of_source on connected_system_source (source_id);
-- What a source sent, and when last.
create index ingest_batch_of_source on ingest_batch (source_id, recorded_by) where source_id is not null;

-- The last checks with what was seen; older ones live on in their hour.
create table system_check (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  system_id int not null references connected_system (id),
  at timestamptz not null,
  outcome text not null,
  status int,
  ms int not null,
  planned boolean not null default false
);
create index system_check_of on system_check (system_id, id);

create table system_check_hour (
  province_id int not null references unit (id),
  system_id int not null references connected_system (id),
  hour timestamptz not null constraint system_hour_is_whole check (hour = date_trunc('hour', hour)),
  checks int not null default 0,
  failed int not null default 0,
  planned int not null default 0,
  total_ms bigint not null default 0,
  most_ms int not null default 0,
  primary key (system_id, hour),
  constraint system_hour_is_a_part check (failed between 0 and checks and planned >= 0)
);

create table system_outage (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  system_id int not null references connected_system (id),
  kind text not null constraint system_outage_kind_is_known check (kind in ('CHECKED', 'REPORTED', 'MAINTENANCE')),
  begun_at timestamptz not null,
  ended_at timestamptz,
  -- What the checks saw first.
  outcome text,
  reason text constraint system_outage_reason_is_bounded check (char_length(reason) between 1 and 2000),
  version int not null default 1,
  withdrawn_at timestamptz,
  account_id int references account (id),
  recorded_by bigint references moment (id),
  constraint system_outage_ends_after_it_began check (ended_at is null or ended_at >= begun_at),
  constraint system_outage_is_somebodys check ((kind = 'CHECKED') = (recorded_by is null)),
  constraint system_outage_says_why check (kind = 'CHECKED' or reason is not null),
  constraint system_maintenance_ends check (kind <> 'MAINTENANCE' or ended_at is not null)
);
create index system_outage_of on system_outage (system_id, begun_at);
create unique index system_outage_lasts_once on system_outage (system_id) where kind = 'CHECKED' and ended_at is null;

create table security_incident (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  system_id int not null references connected_system (id),
  -- By Decision 05/2017/QĐ-TTg.
  level text not null constraint incident_level_is_known check (level in ('ORDINARY', 'SERIOUS')),
  state text not null default 'OPEN' constraint incident_state_is_known check (state in ('OPEN', 'CLOSED')),
  body text not null constraint incident_is_bounded check (char_length(body) between 1 and 2000),
  happened_at timestamptz not null,
  noticed_at timestamptz not null,
  version int not null default 1,
  reported_at timestamptz,
  closed_at timestamptz,
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  constraint incident_is_noticed_after_it_happened check (noticed_at >= happened_at),
  constraint incident_is_closed_once check ((state = 'CLOSED') = (closed_at is not null))
);
create index security_incident_of on security_incident (system_id, id);
create index security_incident_open on security_incident (province_id, noticed_at) where state = 'OPEN';

-- What was done about one; added to, never changed.
create table security_incident_step (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  incident_id bigint not null references security_incident (id),
  act text not null constraint incident_act_is_known
    check (act in ('RECORDED', 'MEASURE', 'REPORTED', 'LEVEL_CHANGED', 'NOTED', 'CLOSED', 'REOPENED')),
  body text constraint incident_step_is_bounded check (char_length(body) between 1 and 2000),
  told_to text constraint incident_told_is_bounded check (char_length(told_to) between 1 and 300),
  at timestamptz not null,
  level text,
  account_id int references account (id),
  recorded_by bigint not null references moment (id)
);
create index security_incident_step_of on security_incident_step (incident_id, id);

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A system is seen within reach of the unit that runs it, one that nobody of the province runs by the province alone; all else with it.
alter table connected_system enable row level security;
create policy seen_within_reach on connected_system
  using ((select wall_opens('connected')) or unit_id = any ((select wall_units('connected'))::int[]));

alter table connected_system_source enable row level security;
create policy seen_with_the_system on connected_system_source
  using ((select wall_opens('connected')) or exists (select from connected_system s where s.id = system_id));

alter table system_check enable row level security;
create policy seen_with_the_system on system_check
  using ((select wall_opens('connected')) or exists (select from connected_system s where s.id = system_id));

alter table system_check_hour enable row level security;
create policy seen_with_the_system on system_check_hour
  using ((select wall_opens('connected')) or exists (select from connected_system s where s.id = system_id));

alter table system_outage enable row level security;
create policy seen_with_the_system on system_outage
  using ((select wall_opens('connected')) or exists (select from connected_system s where s.id = system_id));

alter table security_incident enable row level security;
create policy seen_with_the_system on security_incident
  using ((select wall_opens('connected')) or exists (select from connected_system s where s.id = system_id));

alter table security_incident_step enable row level security;
create policy seen_with_the_incident on security_incident_step
  using ((select wall_opens('connected')) or exists (select from security_incident i where i.id = incident_id));
