-- A try at signing in is counted before its password is looked at, and taken back by its number when it was right.
alter table sign_in_failure add column id bigint generated always as identity primary key;
