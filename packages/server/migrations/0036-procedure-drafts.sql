-- What somebody is still writing of a procedure, over what is published (docs/decisions/0009-catalogue.md). One of each code: whoever
-- edits the catalogue goes on with it. No figure, list or reader sees it: it stands behind the wall for who edits the catalogue.
create table procedure_draft (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  code text not null,
  -- Grows by one with every save.
  version int not null default 1,
  -- The version of the procedure from which it began; 0 for one that was not there.
  base_version int not null constraint procedure_draft_begins_somewhere check (base_version >= 0),
  -- The first day on which its text is to hold; without it, it takes the place of the text of the day of publishing.
  text_from date,
  -- All that can be edited, with the decision's header and the place in it.
  fields jsonb not null,
  begun_by bigint not null references moment (id),
  changed_by bigint not null references moment (id),
  constraint procedure_has_one_draft unique (province_id, code)
);
create index procedure_draft_latest on procedure_draft (province_id, changed_by desc);

alter table procedure_draft enable row level security;
create policy seen_by_editors on procedure_draft using ((select wall_opens('catalogue')));
