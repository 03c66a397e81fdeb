-- What stood in a period is found by the day on which it was closed, however many were closed long before.
create index difficulty_closed on difficulty (province_id, closed_on) where closed_on is not null;

-- The words by which a difficulty is found that is like what somebody types (domain/difficulties/likeness): without marks, those alone that say
-- something. Letters beyond those of Vietnamese part words here: they order what is compared, what is like is judged by the rule itself.
create function difficulty_words(body text) returns text[] language sql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct w.word), '{}')
    from regexp_split_to_table(lower(translate(regexp_replace(normalize(body, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd')),
                               '[^a-z0-9]+') as w (word)
   where length(w.word) > 1 and w.word <> all (string_to_array(
     'la va cua cho khi thi ma co khong cac nhung duoc bi tai o do nen van con da se phai the nay de voi tren trong mot den nhieu', ' '))
$$;
alter table difficulty add column words text[] not null generated always as (difficulty_words(body)) stored;
create index difficulty_words_of on difficulty using gin (words);
