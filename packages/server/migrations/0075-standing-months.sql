-- What was counted, as it stood after each booking: the sums of the ledger by month, running. A question about an earlier moment
-- reads of each unit and month the last row that was booked until then, however much was booked before or after it
-- (docs/decisions/0012-dossiers-at-full-size.md, section 9).

-- Bookings come one after the other, under the dossier lock, and are numbered in that order: the numbers of moments are given out
-- before the lock is held, and their order is not that of `at`.
create table booked_moment (
  province_id int not null,
  number bigint not null,
  moment_id bigint not null,
  primary key (province_id, number)
);
create unique index booked_moment_is_one on booked_moment (province_id, moment_id);

create table month_standing (
  province_id int not null,
  definition_id int not null,
  month date not null constraint month_standing_starts_a_month check (extract(day from month) = 1),
  unit_id int not null,
  -- Of `booked_moment`: from this booking on it stands so.
  number bigint not null,
  numerator int not null,
  denominator int not null,
  primary key (province_id, definition_id, month, unit_id, number),
  constraint month_standing_is_a_part check (numerator between 0 and denominator)
);

insert into booked_moment (province_id, number, moment_id)
  select b.province_id, row_number() over (partition by b.province_id order by m.at, m.id), m.id
    from (select distinct province_id, moment_id from ledger) b join moment m on m.id = b.moment_id;

insert into month_standing (province_id, definition_id, month, unit_id, number, numerator, denominator)
  select province_id, definition_id, month, unit_id, number, sum(numerator) over w, sum(denominator) over w
    from (select l.province_id, l.definition_id, date_trunc('month', l.day)::date as month, l.unit_id, b.number,
                 sum(l.numerator) as numerator, sum(l.denominator) as denominator
            from ledger l join booked_moment b on b.province_id = l.province_id and b.moment_id = l.moment_id
           group by 1, 2, 3, 4, 5) x
  window w as (partition by province_id, definition_id, month, unit_id order by number);
