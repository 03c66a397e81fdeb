-- Who sent which file for guidance or a task: only they attach it, for a hash alone opens nothing (docs/decisions/0013, section 17).
create table matter_upload (
  province_id int not null references unit (id),
  account_id int not null references account (id),
  sha256 text not null references stored_file (sha256),
  recorded_by bigint not null references moment (id),
  primary key (province_id, account_id, sha256)
);
create index matter_upload_of on matter_upload (sha256);
create index if not exists matter_file_is_of on matter_file (sha256);
alter table matter_upload enable row level security;
create policy seen_by_sender on matter_upload using (wall_opens('matters') or account_id = wall_caller());
update stored_file s set only_evidence = true
 where exists (select from matter_file f where f.sha256 = s.sha256)
   and not exists (select from decision_file f where f.sha256 = s.sha256)
   and not exists (select from procedure_text t where t.documents @> jsonb_build_array(jsonb_build_object('file', s.sha256)))
   and not exists (select from procedure_draft d where position(s.sha256 in d.fields::text) > 0);
