-- The draft that a step published, as it was then: whoever takes the step back finds it again (docs/decisions/0009-catalogue.md).
-- Written once, with the step; it stands behind the wall as drafts do.
create table published_draft (
  moment_id bigint primary key references change_set (moment_id),
  province_id int not null references unit (id),
  code text not null,
  version int not null,
  base_version int not null,
  text_from date,
  fields jsonb not null,
  begun_by bigint not null references moment (id),
  changed_by bigint not null references moment (id)
);

alter table published_draft enable row level security;
create policy seen_by_editors on published_draft using ((select wall_opens('catalogue')));
