-- Decisions as objects: who signed them, what they are about, the files that belong to them, and what was said of each before.
alter table decision
  add column signer text constraint decision_signer_is_short check (length(signer) between 1 and 200),
  add column notes text constraint decision_notes_are_short check (length(notes) between 1 and 5000),
  add column version int not null default 1,
  add constraint decision_title_is_short check (length(title) <= 1000);

-- Every state of a decision's header with the moments between which it was the one known; the row of `decision` is the current
-- one. What was derived from the days of a decision can so be derived again as known at any moment.
create table decision_version (
  province_id int not null references unit (id),
  decision_id int not null references decision (id),
  version int not null,
  issuer_id int not null references unit (id),
  number text not null,
  issued_on date not null,
  effective_on date not null,
  signer text,
  title text,
  notes text,
  recorded_by bigint not null references moment (id),
  superseded_by bigint references moment (id),
  primary key (decision_id, version)
);
create unique index decision_has_one_current_version on decision_version (decision_id) where superseded_by is null;
insert into decision_version (province_id, decision_id, version, issuer_id, number, issued_on, effective_on, title, recorded_by)
  select province_id, id, 1, issuer_id, number, issued_on, effective_on, title, recorded_by from decision;

-- Whoever records a decision or changes its header leaves the version by it: no writer can forget.
create function keep_decision_version() returns trigger language plpgsql as $$
begin
  insert into decision_version (province_id, decision_id, version, issuer_id, number, issued_on, effective_on, signer, title,
                                notes, recorded_by)
    values (new.province_id, new.id, new.version, new.issuer_id, new.number, new.issued_on, new.effective_on, new.signer,
            new.title, new.notes, new.recorded_by);
  return null;
end $$;
create trigger decision_keeps_its_versions after insert on decision for each row execute function keep_decision_version();

-- Files by their content. The bytes are stored as they are: PDFs and pictures are packed already.
create table stored_file (
  sha256 text primary key constraint stored_file_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$'),
  province_id int not null references unit (id),
  media_type text not null,
  bytes int not null constraint stored_file_is_not_too_large check (bytes between 1 and 31457280),
  content bytea not null constraint stored_file_is_whole check (length(content) = bytes),
  recorded_by bigint not null references moment (id)
);
alter table stored_file alter column content set storage external;

-- Which files belong to a decision, in their order, each under the name that it has there.
create table decision_file (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  decision_id int not null references decision (id),
  sha256 text not null references stored_file (sha256),
  name text not null constraint decision_file_name_is_short check (length(name) between 1 and 200),
  position int not null,
  recorded_by bigint not null references moment (id),
  superseded_by bigint references moment (id)
);
create unique index decision_file_once_each on decision_file (decision_id, sha256) where superseded_by is null;
create index decision_file_of on decision_file (sha256) where superseded_by is null;
