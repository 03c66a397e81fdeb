-- What is counted of lists, and the highest level of each procedure, is read from an index alone.
create index service_list_entry_levels on service_list_entry (procedure_id, list_id, level) include (valid) where superseded_by is null;
drop index service_list_entry_of_procedure;

-- A name may have 2,000 letters, more than fit into a row of an index: such a name could not be stored. What the index was used for
-- most, to come to the current texts of a province past all older ones, is done by their procedures.
drop index procedure_text_by_name;
create index procedure_text_current on procedure_text (province_id, procedure_id) where superseded_by is null;
