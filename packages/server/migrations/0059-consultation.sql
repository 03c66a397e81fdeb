-- What is said about a plan, by its issuer's people and by those of a unit that it assigns a target to (docs/decisions/0011-planning.md).
-- None of it is a version of the plan: only what writes numbers is.

-- Until when units below may say what they think of it, the day included; null: nobody is asked. The date counts its own changes: two
-- who set it are told of each other, and nobody is kept from setting it because somebody else types targets.
alter table target_plan add column consulted_until date;
alter table target_plan add column consulted_version int not null default 0;

-- Something said about a plan, or about one unit's target in it. An answer names the first of its thread.
create table plan_comment (
  id uuid primary key,
  province_id int not null references unit (id),
  plan_id uuid not null references target_plan (id),
  unit_id int references unit (id),
  answers uuid references plan_comment (id) deferrable,
  side text not null constraint comment_side_is_known check (side in ('ISSUER', 'UNIT')),
  -- Gone once it was withdrawn: who said something and when stays, what was said does not.
  body text constraint comment_is_bounded check (char_length(body) between 1 and 4000),
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  resolved_by bigint references moment (id),
  withdrawn_by bigint references moment (id),
  constraint comment_is_gone_once_withdrawn check ((body is null) = (withdrawn_by is not null)),
  constraint comment_of_a_unit_names_it check (side = 'ISSUER' or unit_id is not null)
);
create index plan_comment_of on plan_comment (plan_id, recorded_by);

-- What a unit would take instead of its target, with its grounds, and what became of it.
create table counter_proposal (
  id uuid primary key,
  province_id int not null references unit (id),
  plan_id uuid not null references target_plan (id),
  unit_id int not null references unit (id),
  -- What it proposes, and what stood in the plan then. Hundredths of a percent.
  hundredths int not null constraint counter_is_a_percentage check (hundredths between 0 and 10000),
  instead_of int not null constraint counter_is_instead_of_a_percentage check (instead_of between 0 and 10000),
  grounds text constraint counter_grounds_are_bounded check (char_length(grounds) between 1 and 4000),
  state text not null default 'OPEN' constraint counter_state_is_known
    check (state in ('OPEN', 'WITHDRAWN', 'REFUSED', 'ACCEPTED', 'NOTED', 'LAPSED')),
  account_id int references account (id),
  recorded_by bigint not null references moment (id),
  answer text constraint counter_answer_is_bounded check (char_length(answer) between 1 and 4000),
  answered_by_account int references account (id),
  ended_by bigint references moment (id),
  constraint counter_grounds_are_gone_once_withdrawn check ((grounds is null) = (state = 'WITHDRAWN')),
  constraint counter_ends_once check ((state = 'OPEN') = (ended_by is null)),
  constraint counter_is_refused_with_an_answer check (state <> 'REFUSED' or answer is not null)
);
create unique index counter_proposal_one_open on counter_proposal (plan_id, unit_id) where state = 'OPEN';
create index counter_proposal_of on counter_proposal (plan_id, recorded_by);

-- The issuer's people within reach, and of a unit who speaks for it: of its own alone. What of a unit is read when, the rules in
-- front of this wall say: it keeps one unit from reading what is another's.
alter table plan_comment enable row level security;
create policy of_the_issuer_or_the_unit on plan_comment
  using ((select wall_opens('plans'))
    or exists (select from target_plan p where p.id = plan_id and p.issuer_id = any ((select wall_units('plans'))::int[]))
    or ((select wall_opens('answers')) or unit_id = any ((select wall_units('answers'))::int[]))
      and exists (select from target_plan p where p.id = plan_id and p.consulted_until is not null));

alter table counter_proposal enable row level security;
create policy of_the_issuer_or_the_unit on counter_proposal
  using ((select wall_opens('plans'))
    or exists (select from target_plan p where p.id = plan_id and p.issuer_id = any ((select wall_units('plans'))::int[]))
    or (select wall_opens('answers')) or unit_id = any ((select wall_units('answers'))::int[]));

-- A unit that is asked sees its own target before it is issued.
create policy seen_when_asked on target for select
  using (unit_id = any ((select wall_units('answers'))::int[]) and exists (
    select from target_plan p where p.id = plan_id and p.state in ('DRAFT', 'SUBMITTED') and p.consulted_until is not null));
