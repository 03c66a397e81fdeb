-- Delivering published reports (docs/decisions/0013, section 13): what each unit got of one, in its own scope, and when it took note.
create table report_delivery (
  id bigint generated always as identity primary key,
  province_id int not null references unit (id),
  report_id uuid not null references report (id),
  unit_id int not null references unit (id),
  -- The unit's own row and those below it, each under the reference of its figure; the hash is over them and the report's own.
  content jsonb not null,
  sha256 text not null constraint report_delivery_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$'),
  account_id int,
  recorded_by bigint not null references moment (id),
  received_by bigint references moment (id),
  received_account_id int,
  constraint report_delivery_is_one_a_unit unique (report_id, unit_id)
);
create index report_delivery_of_unit on report_delivery (unit_id) where received_by is null;

alter table report_delivery enable row level security;
create policy seen_by_who_works_on_reports_and_the_unit on report_delivery for select
  using ((select wall_opens('reports')) or unit_id = any ((select wall_units('answers'))::int[]));
create policy added_by_who_works_on_reports on report_delivery for insert with check ((select wall_opens('reports')));
create policy received_by_the_unit on report_delivery for update
  using ((select wall_opens('reports')) or unit_id = any ((select wall_units('answers'))::int[]));

-- Notices: messages whose words are ready when they are put into the outbox, one a receiver and matter.
alter table outbox drop constraint outbox_kind_is_known;
alter table outbox add constraint outbox_kind_is_known check (kind in ('DIGEST', 'CODE', 'NOTICE'));
alter table outbox add column about text;
alter table outbox add column said jsonb;
alter table outbox add constraint outbox_notice_says_something
  check ((kind = 'NOTICE') = (about is not null) and (kind = 'NOTICE') = (said is not null));
drop index outbox_call_a_day;
create unique index outbox_call_a_day on outbox (unit_id, day) where channel = 'WEBHOOK' and kind = 'DIGEST';
create unique index outbox_notice_is_one on outbox (about, contact_id) where kind = 'NOTICE' and contact_id is not null;
create unique index outbox_notice_call_is_one on outbox (about, unit_id) where kind = 'NOTICE' and contact_id is null;
