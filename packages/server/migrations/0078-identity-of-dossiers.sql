-- Which dossier a row is about (docs/decisions/0012, section 8): codes that are one dossier, codes that are two, and dossiers that are
-- taken out of the figures. Nothing is deleted: a dossier that is gone keeps its versions, is counted nowhere and says why.
create type dossier_gone as enum ('DELETED', 'MERGED');
alter table dossier add gone dossier_gone;
alter table dossier_version add gone dossier_gone;
-- There are few of them: whoever counts by an index alone takes them away again.
create index dossier_is_gone on dossier (province_id, procedure_id, received_day) where gone is not null;

-- What a source said last of a code is kept under the code that it wrote; `dossier_key` names the dossier where that is another one.
-- `gone`: the source has not got it any more.
alter table dossier_statement add dossier_key text;
alter table dossier_statement add gone dossier_gone;
create index dossier_statement_taken on dossier_statement (province_id, dossier_key) where dossier_key is not null;

-- Rows of a code (of one source, or of whoever sends it) are taken for another dossier until the line is withdrawn.
create table dossier_identity (
  province_id int not null references unit (id),
  id bigint generated always as identity,
  code_key text not null,
  source_id int references dossier_source (id),
  dossier_key text not null,
  recorded_by bigint not null references moment (id),
  withdrawn_by bigint references moment (id),
  primary key (province_id, id),
  constraint dossier_identity_is_another check (code_key <> dossier_key)
);
create unique index dossier_identity_means_one on dossier_identity (province_id, code_key, coalesce(source_id, 0)) where withdrawn_by is null;
create index dossier_identity_of on dossier_identity (province_id, dossier_key);

-- What somebody decided about a dossier, and why: the transaction in which it was done has one.
create table dossier_step (
  province_id int not null references unit (id),
  moment_id bigint not null references moment (id),
  kind text not null constraint dossier_step_is_known check (kind in ('DELETE', 'RESTORE', 'MERGE', 'UNMERGE', 'SPLIT')),
  dossier_key text not null,
  -- The other dossier of a merge or split.
  other_key text,
  source_id int references dossier_source (id),
  reason text not null,
  primary key (province_id, moment_id)
);
create index dossier_step_of on dossier_step (province_id, dossier_key);
create index dossier_step_of_other on dossier_step (province_id, other_key) where other_key is not null;

-- The second wall: seen with the dossier that it is about, written by who merges.
alter table dossier_identity enable row level security;
create policy seen_with_dossier on dossier_identity for select
  using ((select wall_opens('dossiers')) or exists (
    select from dossier d where d.province_id = dossier_identity.province_id and d.code_key = dossier_identity.dossier_key));
create policy added_by_merging on dossier_identity for insert with check ((select wall_opens('dossiers')));
create policy changed_by_merging on dossier_identity for update using ((select wall_opens('dossiers')));
alter table dossier_step enable row level security;
create policy seen_with_dossier on dossier_step for select
  using ((select wall_opens('dossiers')) or exists (
    select from dossier d where d.province_id = dossier_step.province_id and d.code_key = dossier_step.dossier_key));
create policy added_by_merging on dossier_step for insert with check ((select wall_opens('dossiers')));
