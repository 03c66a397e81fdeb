-- Bundles: messages of news that somebody else than urging has to tell, gathered to one a receiver and day (docs/decisions/0013, section 17).
alter table outbox drop constraint outbox_kind_is_known;
alter table outbox add constraint outbox_kind_is_known check (kind in ('DIGEST', 'CODE', 'NOTICE', 'BUNDLE'));
create unique index outbox_bundle_a_day on outbox (contact_id, day) where kind = 'BUNDLE' and contact_id is not null;
create unique index outbox_bundle_call_a_day on outbox (unit_id, day) where kind = 'BUNDLE' and contact_id is null;

-- One piece of news in a bundle: a receiver is told of it once. What holds no longer before it was sent is dropped.
create table outbox_part (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  outbox_id uuid not null references outbox (id),
  -- Who receives it: `contact 5`, `gateway 12`.
  receiver text not null,
  -- Whom it concerns, whose news it is, of which matter, and what of it.
  unit_id int not null references unit (id),
  source text not null,
  matter text not null,
  about text not null,
  subject text not null,
  body text not null,
  dropped_at timestamptz,
  constraint outbox_part_is_told_once unique (province_id, receiver, source, about)
);
create index outbox_part_of_message on outbox_part (outbox_id);
create index outbox_part_of_matter on outbox_part (province_id, source, matter);

alter table outbox_part enable row level security;
create policy seen_with_the_message on outbox_part for select
  using ((select wall_opens('reminders')) or exists (select from outbox o where o.id = outbox_id));
create policy added_by_the_process on outbox_part for insert with check ((select wall_opens('reminders')));
create policy changed_by_the_process on outbox_part for update using ((select wall_opens('reminders')));
