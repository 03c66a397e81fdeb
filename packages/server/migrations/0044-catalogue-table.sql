-- The table of the catalogue: what its sorting and its questions about lists look up, and the views that people keep of it.

-- In the order of Vietnamese, which is the order in which pages are read.
create index procedure_text_by_name on procedure_text (province_id, name collate "vi-VN-x-icu") where superseded_by is null;
create index service_list_entry_of_procedure on service_list_entry (procedure_id) where superseded_by is null;
create index procedure_force_change_recorded on procedure_force_change (recorded_by);
create index service_list_change_recorded on service_list_change (recorded_by);
create index service_list_change_withdrawn on service_list_change (withdrawn_by) where withdrawn_by is not null;
create index decision_recorded on decision (recorded_by);

-- A place of the console as somebody left it, under a name: what stands in its address after the question mark. Shown to who
-- made it and, once shared, to everybody who is signed in; changed by who made it alone.
create table saved_view (
  id int generated always as identity primary key,
  province_id int not null references unit (id),
  account_id int not null references account (id),
  place text not null constraint saved_view_place_is_plain check (place ~ '^[a-z][a-z-]{0,39}$'),
  name text not null constraint saved_view_has_a_name check (length(name) between 1 and 100),
  state text not null constraint saved_view_state_is_short check (length(state) <= 4000),
  shared boolean not null default false,
  recorded_by bigint not null references moment (id),
  constraint saved_view_name_is_unique unique (account_id, place, name)
);
create index saved_view_shared on saved_view (province_id, place) where shared;

alter table saved_view enable row level security;
create policy seen_by_who_made_it_or_shared on saved_view for select
  using (account_id = (select wall_caller()) or (shared and (select wall_caller()) is not null));
create policy made_for_oneself on saved_view for insert with check (account_id = (select wall_caller()));
create policy changed_by_who_made_it on saved_view for update using (account_id = (select wall_caller()));
create policy removed_by_who_made_it on saved_view for delete using (account_id = (select wall_caller()));

-- Who made shared views, by name: of their account nothing more is said.
create function view_authors(views int[]) returns table (id int, name text) language sql stable security definer
  set search_path = pg_catalog, public, pg_temp as $$
  select v.id, a.name from saved_view v join account a on a.id = v.account_id where v.id = any (views) and v.shared
$$;
