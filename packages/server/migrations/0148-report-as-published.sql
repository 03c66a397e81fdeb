-- The parts of a published report as they were composed when it was published: read again, never composed anew.
-- Of reports of before they are composed once, by the process, and bear a mark.
alter table report
  add column composed jsonb,
  add column composed_late boolean not null default false;
alter table report add constraint report_composed_once_published check (composed is null or state = 'PUBLISHED');
