-- The audit trail is also looked through by days and by what was done.
create index audit_event_at on audit_event (at);
create index audit_event_what on audit_event (what, seq);
