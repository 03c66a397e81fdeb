-- The decision of a plan as a paper: the words around its numbers, in versions, by the unit that issues or for all (no unit);
-- and each paper that was made out, with all that stands on it, found again by the reference that is printed at its foot.
create table document_template (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  unit_id int references unit (id),
  version int not null constraint document_template_version_counts check (version > 0),
  words jsonb not null,
  account_id int,
  recorded_by bigint not null references moment (id)
);
create unique index document_template_version_is_one on document_template (province_id, coalesce(unit_id, 0), version);

create table plan_document (
  reference text primary key constraint plan_document_reference_is_one check (reference ~ '^[0-9A-Z-]{1,40}$'),
  province_id int not null references unit (id),
  plan_id uuid not null references target_plan (id),
  plan_version int not null,
  -- What the plan was when it was made out: a draft's paper stays one.
  state plan_state not null,
  content jsonb not null,
  sha256 text not null constraint plan_document_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$'),
  account_id int,
  recorded_by bigint not null references moment (id)
);
create index plan_document_of on plan_document (plan_id);

-- Words are read by who works on plans of the unit, those for all by everybody who is signed in; both are only added to.
alter table document_template enable row level security;
create policy seen_within_reach on document_template for select
  using ((select wall_opens('plans')) or (unit_id is null and (select wall_caller()) is not null)
    or unit_id = any ((select wall_units('plans'))::int[]));
create policy written_within_reach on document_template for insert
  with check ((select wall_opens('plans')) or unit_id = any ((select wall_units('plans'))::int[]));

-- Papers are seen as targets are: what was issued by whoever is signed in, drafts within reach of the issuer, also once issued.
alter table plan_document enable row level security;
create policy seen_once_issued on plan_document for select
  using ((select wall_opens('plans'))
    or (plan_document.state in ('ISSUED', 'SUPERSEDED') and (select wall_caller()) is not null)
    or exists (select from target_plan p where p.id = plan_id
                 and p.issuer_id = any ((select wall_units('plans'))::int[])));
create policy made_within_reach on plan_document for insert
  with check ((select wall_opens('plans')) or exists (
    select from target_plan p where p.id = plan_id and p.issuer_id = any ((select wall_units('plans'))::int[])));
