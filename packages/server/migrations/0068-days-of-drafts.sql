-- The day from which a plan is drafted to be in force (docs/decisions/0011-planning.md): its units are those of that day. Null of plans
-- that were begun without one: they go by today, or by what a decision told earlier says.
alter table target_plan add column effective_on date;
