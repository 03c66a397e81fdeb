-- Rows that are held are looked up by their code: by what is sent again while they wait, and by what may be set aside.
create index held_row_code on held_row (province_id, code_key);
