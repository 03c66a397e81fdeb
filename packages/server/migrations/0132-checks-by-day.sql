-- What checks came to by day of Viet Nam (docs/decisions/0013, section 16): the availability of many days is read from whole days, which
-- the hours make up. Kept with them, check by check.

create table system_check_day (
  province_id int not null references unit (id),
  system_id int not null references connected_system (id),
  day date not null,
  checks int not null default 0,
  failed int not null default 0,
  planned int not null default 0,
  primary key (system_id, day),
  constraint system_day_is_a_part check (failed between 0 and checks and planned >= 0)
);

insert into system_check_day (province_id, system_id, day, checks, failed, planned)
select province_id, system_id, (hour at time zone 'Asia/Ho_Chi_Minh')::date, sum(checks), sum(failed), sum(planned)
  from system_check_hour group by 1, 2, 3;

alter table system_check_day enable row level security;
create policy seen_with_the_system on system_check_day
  using ((select wall_opens('connected')) or exists (select from connected_system s where s.id = system_id));
