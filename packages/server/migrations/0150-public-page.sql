-- Whether a province shows what its closed periods were published with to anybody (docs/decisions/0013, section 7): off until somebody who
-- closes periods switches it on, and nowhere where the installation forbids it (PUBLIC_PAGE=off).
create table public_page (
  province_id int primary key references unit (id),
  is_on boolean not null,
  account_id int references account (id),
  recorded_by bigint not null references moment (id)
);
