-- Replacing a published report (docs/decisions/0013, section 13): another one of the same kind and period that names the one it replaces and
-- says why. Both stay.
alter table report add column replaces_id uuid references report (id);
alter table report add column replaces_why text constraint report_why_is_bounded check (char_length(replaces_why) between 1 and 4000);
-- Its figures are those of now though its period is closed; publishing it opens that closing again and closes anew at its own moment.
alter table report add column takes_new_figures boolean not null default false;
alter table report add column reopens_id uuid references closed_period (id);
alter table report add constraint report_says_why_it_replaces
  check ((replaces_id is null) = (replaces_why is null) and (replaces_id is not null or not takes_new_figures)
    and (reopens_id is null or takes_new_figures));

-- Of each period one report, and each is replaced once: a chain without forks.
drop index report_is_one_a_period;
create unique index report_is_one_a_period on report (province_id, indicator_id, from_day, to_day) where replaces_id is null;
create unique index report_is_replaced_once on report (replaces_id);

alter table report_step drop constraint report_act_is_known;
alter table report_step add constraint report_act_is_known
  check (act in ('DRAWN', 'REDRAWN', 'WORDED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'PUBLISHED', 'REPLACED'));
