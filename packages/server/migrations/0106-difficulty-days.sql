-- The day of each step where the province is, as `reported_on` and `closed_on` are: how a difficulty stood at the end of a period follows from
-- its log (domain/difficulties/log), and stays the same whatever is done later.
alter table difficulty_step add column day date;
update difficulty_step s set day = case s.act when 'REPORTED' then d.reported_on
    else (select (m.at at time zone 'Asia/Ho_Chi_Minh')::date from moment m where m.id = s.recorded_by) end
  from difficulty d where d.id = s.difficulty_id;
alter table difficulty_step alter column day set not null;

-- Whether others follow one, whoever may see them: what may be done about it depends on that.
create function difficulty_is_followed(number bigint) returns boolean language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from difficulty where head_id = number and id <> number)
$$;

-- What is said among those who handle difficulties is read by those who handle them, of the unit on whose behalf it was said and of those above;
-- not by everybody who may read difficulties there.
drop policy seen_with_the_difficulty on difficulty_step;
create policy seen_with_the_difficulty on difficulty_step
  using (((select wall_opens('difficulties')) or exists (select from difficulty d where d.id = difficulty_id))
    and (visibility = 'ALL' or (select wall_opens('handling')) or side_unit_id = any ((select wall_units('handling'))::int[])));
