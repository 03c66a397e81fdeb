-- Rows that were put aside are looked up by their code too, when a decision about a hundred thousand of them is taken back.
create index quarantine_code on quarantine (province_id, code_key, id);

-- Whether a procedure has a dossier that is not gone is answered by the index alone.
drop index dossier_of_procedure;
create index dossier_of_procedure on dossier (province_id, procedure_id, received_day, unit_id) include (gone);

-- Migrations may come out of the order of their names: the stand names how many there were and the last one in time.
create or replace function last_stand() returns text language sql stable as $$
  select coalesce((select m.id::text || '@' || extract(epoch from m.at)::text from moment m
                    where m.at < 'infinity' order by m.at desc, m.id desc limit 1), 'nothing')
    || ' ' || (select count(*)::text || '@' || coalesce(extract(epoch from max(applied_at))::text, '') from migration)
$$;
