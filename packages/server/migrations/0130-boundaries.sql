-- How units are drawn on a map: one drawing a province, made from a file of boundaries (docs/decisions/0013, section 15). Whoever may change
-- units replaces it; everybody who is signed in sees it, as they see the register of units.
create table boundary_drawing (
  province_id int primary key references unit (id),
  name text not null constraint boundary_name_is_bounded check (char_length(name) between 1 and 200),
  width int not null constraint boundary_width_is_bounded check (width between 1 and 2000),
  height int not null constraint boundary_height_is_bounded check (height between 1 and 2000),
  -- Lists of unit, path, x, y: codes, for a code is drawn whichever version of the unit a page shows.
  shapes jsonb not null,
  account_id int references account (id),
  recorded_by bigint not null references moment (id)
);
