-- What units are written to, and what is sent to them (docs/decisions/0013, sections 3, 10 and 11).

-- Where a unit is written to, once a code that was sent there was told.
create table contact (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  unit_id int not null references unit (id),
  name text not null,
  email text not null,
  confirmed_at timestamptz,
  code_until timestamptz not null,
  code_tries int not null default 0,
  removed_at timestamptz,
  recorded_by bigint not null references moment (id),
  account_id int references account (id)
);
create unique index contact_address_is_one on contact (unit_id, lower(email)) where removed_at is null;

-- Steps that somebody has to be told of; a worker puts them into messages.
create table reminder_news (
  step_id bigint primary key references reminder_step (id),
  province_id int not null references unit (id),
  -- Who is to be told: the unit itself, or the one that it was raised to.
  unit_id int not null references unit (id)
);

-- What is sent, to whom, and what came of it. Its id is the key by which a receiver knows that it has it already.
create table outbox (
  id uuid primary key,
  province_id int not null references unit (id),
  -- Whose receiver it is for.
  unit_id int not null references unit (id),
  channel text not null constraint outbox_channel_is_known check (channel in ('EMAIL', 'WEBHOOK')),
  kind text not null constraint outbox_kind_is_known check (kind in ('DIGEST', 'CODE')),
  contact_id int references contact (id),
  day date not null,
  state text not null constraint outbox_state_is_known
    check (state in ('QUEUED', 'SENT', 'REFUSED', 'UNCERTAIN', 'DROPPED', 'HELD')),
  tries int not null default 0,
  next_try_at timestamptz not null,
  lease uuid,
  lease_until timestamptz,
  -- Once the text was handed over and no answer came: it may have arrived.
  may_have_arrived boolean not null default false,
  failure text,
  -- As it was sent, and to which address.
  address text,
  subject text,
  body text,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint outbox_mail_has_a_receiver check ((channel = 'EMAIL') = (contact_id is not null))
);
create unique index outbox_digest_a_day on outbox (contact_id, day) where kind = 'DIGEST' and contact_id is not null;
create unique index outbox_call_a_day on outbox (unit_id, day) where channel = 'WEBHOOK';
create index outbox_due on outbox (next_try_at) where state = 'QUEUED';
create index outbox_made on outbox (province_id, made_at, id);

-- Which steps a message tells.
create table outbox_news (
  province_id int not null references unit (id),
  outbox_id uuid not null references outbox (id),
  step_id bigint not null references reminder_step (id),
  primary key (outbox_id, step_id)
);
create index outbox_news_of_step on outbox_news (step_id);

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────────────────────────
alter table contact enable row level security;
create policy within_reach_or_of_the_unit on contact
  using ((select wall_opens('reminders')) or unit_id = any ((select wall_units('reminders'))::int[])
    or unit_id = any ((select wall_units('answers'))::int[]));

alter table reminder_news enable row level security;
create policy seen_by_the_process on reminder_news for select using ((select wall_opens('reminders')));
-- Who takes them locks them first, which asks for as much as changing them.
create policy locked_by_the_process on reminder_news for update using ((select wall_opens('reminders')));
create policy taken_by_the_process on reminder_news for delete using ((select wall_opens('reminders')));
create policy added_with_the_step on reminder_news for insert
  with check ((select wall_opens('reminders')) or exists (select from reminder_step s where s.id = step_id));

alter table outbox enable row level security;
create policy seen_within_reach on outbox for select
  using ((select wall_opens('reminders')) or unit_id = any ((select wall_units('reminders'))::int[]));
create policy changed_by_the_process on outbox for update using ((select wall_opens('reminders')));
-- A code is asked for by who may see the address; all else is put there by the process.
create policy added_by_the_process on outbox for insert
  with check ((select wall_opens('reminders'))
    or (kind = 'CODE' and exists (select from contact c where c.id = contact_id)));

alter table outbox_news enable row level security;
create policy seen_with_the_message on outbox_news for select
  using ((select wall_opens('reminders')) or exists (select from outbox o where o.id = outbox_id));
create policy added_by_the_process on outbox_news for insert with check ((select wall_opens('reminders')));
