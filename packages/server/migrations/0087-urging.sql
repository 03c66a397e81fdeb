-- Urging (đôn đốc; docs/decisions/0013, sections 3, 10 and 11): rules as data, reminders with their steps.

create table urge_rule (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  enabled boolean not null
);

create table urge_rule_version (
  province_id int not null references unit (id),
  rule_id int not null references urge_rule (id),
  version int not null constraint urge_rule_version_counts check (version >= 1),
  name text not null,
  -- As domain/urging/conditions checks it.
  condition jsonb not null,
  kinds text[] not null constraint urge_rule_looks_at_somebody check (cardinality(kinds) >= 1),
  -- Those below it alone; null: all.
  under_id int references unit (id),
  sends_itself boolean not null,
  answer_days int not null constraint urge_rule_answer_days check (answer_days between 1 and 90),
  raise_after_days int constraint urge_rule_raise_days check (raise_after_days between 0 and 90),
  subject text not null,
  body text not null,
  recorded_by bigint not null references moment (id),
  account_id int references account (id),
  primary key (rule_id, version)
);

-- One occasion: a spell of a rule and a unit, from where it began to the last day on which it was found.
create table reminder (
  id uuid primary key,
  province_id int not null references unit (id),
  rule_id int not null references urge_rule (id),
  rule_version int not null,
  unit_id int not null references unit (id),
  indicator_id int references indicator (id),
  began date not null,
  last_on date not null,
  -- By which plan and number it was judged.
  about text,
  state text not null constraint reminder_state_is_known
    check (state in ('DRAFT', 'SENT', 'ACKNOWLEDGED', 'ANSWERED', 'CLOSED')),
  closed_why text constraint reminder_end_is_known
    check (closed_why in ('EVIDENCE', 'TARGET_CHANGED', 'UNIT_ENDED', 'CORRECTED', 'RULE_CHANGED', 'WITHDRAWN')),
  facts jsonb not null,
  figure text references figure (reference),
  subject text not null,
  body text not null,
  -- Somebody wrote it: it is not composed anew.
  is_written boolean not null default false,
  deadline date not null,
  -- The unit was told: from then on it sees it.
  told_on date,
  snoozed_until date,
  raised_to_id int references unit (id),
  version int not null default 1,
  recorded_by bigint not null references moment (id),
  changed_by bigint not null references moment (id),
  constraint reminder_lasts check (began <= last_on),
  constraint reminder_is_closed_with_a_reason check ((state = 'CLOSED') = (closed_why is not null)),
  foreign key (rule_id, rule_version) references urge_rule_version (rule_id, version)
);
create unique index reminder_occasion_is_one on reminder (rule_id, unit_id, began);
create unique index reminder_one_open on reminder (rule_id, unit_id) where state <> 'CLOSED';
create index reminder_of_unit on reminder (province_id, unit_id);
create index reminder_changed on reminder (province_id, changed_by);

-- Who did what to it, when: added to, never changed.
create table reminder_step (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  reminder_id uuid not null references reminder (id),
  unit_id int not null references unit (id),
  kind text not null constraint reminder_step_is_known check (kind in
    ('DRAFTED', 'REOPENED', 'CONTINUED', 'EDITED', 'SENT', 'ACKNOWLEDGED', 'ANSWERED', 'SNOOZED', 'RAISED', 'CLOSED')),
  open_to_unit boolean not null,
  note text constraint reminder_note_is_bounded check (char_length(note) between 1 and 2000),
  -- Until when it was put off, to when it was judged.
  day date,
  why text,
  to_unit_id int references unit (id),
  figure text references figure (reference),
  -- What was sent.
  subject text,
  body text,
  recorded_by bigint not null references moment (id),
  account_id int references account (id)
);
create index reminder_step_of on reminder_step (reminder_id, id);

-- When the rules were looked at last, and what was known then.
create table urge_look (
  province_id int primary key references unit (id),
  looked_at timestamptz,
  known_at timestamptz,
  lease_until timestamptz
);

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────────────────────────
alter table urge_rule enable row level security;
create policy seen_by_who_urges on urge_rule for select
  using ((select wall_opens('reminders')) or cardinality((select wall_units('reminders'))::int[]) > 0);
create policy made_for_the_province on urge_rule for insert with check ((select wall_opens('reminders')));
create policy changed_for_the_province on urge_rule for update using ((select wall_opens('reminders')));

alter table urge_rule_version enable row level security;
create policy seen_by_who_urges on urge_rule_version for select
  using ((select wall_opens('reminders')) or cardinality((select wall_units('reminders'))::int[]) > 0);
create policy made_for_the_province on urge_rule_version for insert with check ((select wall_opens('reminders')));

alter table reminder enable row level security;
create policy seen_within_reach on reminder for select
  using ((select wall_opens('reminders')) or unit_id = any ((select wall_units('reminders'))::int[])
    or (told_on is not null and (unit_id = any ((select wall_units('answers'))::int[])
      or raised_to_id = any ((select wall_units('answers'))::int[]))));
create policy made_by_looks on reminder for insert with check ((select wall_opens('reminders')));
create policy changed_within_reach on reminder for update
  using ((select wall_opens('reminders')) or unit_id = any ((select wall_units('reminders'))::int[])
    or (told_on is not null and unit_id = any ((select wall_units('answers'))::int[])));

-- Asked of `reminder`, whose own wall holds.
alter table reminder_step enable row level security;
create policy seen_with_reminder on reminder_step for select
  using ((select wall_opens('reminders')) or unit_id = any ((select wall_units('reminders'))::int[])
    or (open_to_unit and exists (select from reminder r where r.id = reminder_id)));
create policy added_by_who_sees on reminder_step for insert
  with check ((select wall_opens('reminders')) or exists (select from reminder r where r.id = reminder_id));
