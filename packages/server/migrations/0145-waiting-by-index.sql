-- What waits is asked for with each page: findings that are not settled are found among those alone, each with its own steps.
create index inspection_step_of_finding on inspection_step (finding_id) where finding_id is not null;
drop index inspection_finding_waits;
create index inspection_finding_waits on inspection_finding (province_id, due_on) where state in ('OPEN', 'REMEDIED');

-- Of a unit's spells that are over, a look by a rule asks for the last one.
create index reminder_last_closed on reminder (rule_id, unit_id, last_on desc, began desc) where state = 'CLOSED';
