-- Coverage of lists, and what a decision does to the figures, look up when which unit received dossiers of a procedure: the index
-- alone answers the one, and passes by the days that the other does not ask about. It does what the one by procedure did.
create index dossier_of_procedure on dossier (province_id, procedure_id, received_day, unit_id);
drop index dossier_procedure;
