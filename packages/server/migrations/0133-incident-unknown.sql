-- When an incident happened is often not known (docs/decisions/0013, section 16): until now the moment of its noticing stood in its place,
-- which nobody had said.

alter table security_incident alter column happened_at drop not null;

update security_incident set happened_at = null where happened_at = noticed_at;

create index security_incident_untold on security_incident (province_id) where reported_at is null;
