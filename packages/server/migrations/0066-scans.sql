-- Files of a decision that were attached at a plan that it issues, as its scan: who works on the plan takes them out again, and
-- nothing else of the decision.
alter table decision_file add column plan_id uuid references target_plan (id);
