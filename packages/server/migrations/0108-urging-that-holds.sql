-- Urging after what was found wrong with it (docs/decisions/0013, section 11).

-- Who was told once goes on seeing what it was told: the units that it was raised to, whichever was the last, and what the unit knew of
-- it before a correction opened it again.
alter table reminder add column raised_to int[] not null default '{}';
alter table reminder add column told_before jsonb;
update reminder r set raised_to = s.units
  from (select reminder_id, array_agg(distinct to_unit_id) as units from reminder_step
         where kind = 'RAISED' and to_unit_id is not null group by 1) s
 where s.reminder_id = r.id;

drop policy seen_within_reach on reminder;
create policy seen_within_reach on reminder for select
  using ((select wall_opens('reminders')) or unit_id = any ((select wall_units('reminders'))::int[])
    or ((told_on is not null or told_before is not null) and (unit_id = any ((select wall_units('answers'))::int[])
      or raised_to && (select wall_units('answers'))::int[])));

-- Of what a message was to tell, what it told; null until it was sent or given up.
alter table outbox_news add column told boolean;
update outbox_news n set told = true from outbox o where o.id = n.outbox_id and o.state <> 'QUEUED' and o.state <> 'HELD';
create policy settled_by_the_process on outbox_news for update using ((select wall_opens('reminders')));

-- A look that failed is made again at this time.
alter table urge_look add column retry_at timestamptz;

-- Codes that are sent to addresses which nobody confirmed: how often, for whom, asked for by whom.
alter table contact add column code_sent_at timestamptz;
alter table outbox add column account_id int references account (id);
create index outbox_codes on outbox (province_id, day) where kind = 'CODE';

-- How many codes were asked for on a day: for an address in whatever unit, for a unit, by an account.
create function codes_sent(province int, on_day date, asked_address text, asked_unit int, asked_account int)
  returns table (of_address int, of_unit int, of_account int) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select count(*) filter (where lower(c.email) = lower(asked_address))::int, count(*) filter (where o.unit_id = asked_unit)::int,
         count(*) filter (where o.account_id = asked_account)::int
    from outbox o join contact c on c.id = o.contact_id
   where o.province_id = province and o.kind = 'CODE' and o.day = on_day
$$;
