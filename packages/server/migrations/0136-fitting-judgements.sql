-- A judgement keeps when its measure had begun: whether its periods tell anything is asked by that (domain/matters, misfitOf), whatever is planned later.
alter table measure_judgement add column begin_on date;
update measure_judgement j set begin_on = coalesce(m.begun_on, m.begin_on) from measure m where m.id = j.measure_id;
alter table measure_judgement alter column begin_on set not null;

-- A row of a report is named by the code of its unit, which may be as long as codes are.
alter table direction drop constraint direction_place_is_one;
alter table direction add constraint direction_place_is_one check (place ~ '^(S:\d{1,3}\.\d{1,3}|R:[0-9A-Z-]{1,31})$');
