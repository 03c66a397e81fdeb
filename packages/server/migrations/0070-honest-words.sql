-- Words that were saved before the decision told whether its targets reach what is required kept the sentence that they always do.
-- Where the latest words of a unit, or those for all, hold that very sentence, the next version says what is so; all else in them stays,
-- and so do the versions before. A sentence that somebody wrote otherwise is theirs.
do $$
declare
  old_line constant text := 'Tổng hợp chỉ tiêu giao, toàn {{issuer}} đạt {{achieved}}, bảo đảm mức {{required?}} được {{superior}} giao.';
  new_line constant text := 'Tổng hợp chỉ tiêu giao, toàn {{issuer}} đạt {{achieved}}, {{verdict?}}.';
  untrue document_template;
  mended bigint;
begin
  for untrue in
    select l.* from (select distinct on (province_id, coalesce(unit_id, 0)) * from document_template
                      order by province_id, coalesce(unit_id, 0), version desc) l
     where exists (select from jsonb_array_elements_text(l.words -> 'articles') as a (article)
                    where old_line = any (string_to_array(a.article, e'\n')))
     order by l.id
  loop
    if mended is null then
      insert into moment (purpose, at) values ('mendWords', greatest(
        date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond',
        (select max(at) + interval '1 millisecond' from moment where at < 'infinity')))
      returning id into mended;
    end if;
    insert into document_template (province_id, unit_id, version, words, recorded_by)
    select untrue.province_id, untrue.unit_id, untrue.version + 1, jsonb_set(untrue.words, '{articles}', (
             select jsonb_agg(array_to_string(array_replace(string_to_array(a.article, e'\n'), old_line, new_line), e'\n') order by a.n)
               from jsonb_array_elements_text(untrue.words -> 'articles') with ordinality as a (article, n))), mended;
  end loop;
end $$;

-- A unit that is asked reads of a plan the volume and baseline that the plan goes by for it: what is typed of itself, before the counts.
create policy seen_when_asked on plan_input for select
  using (unit_id = any ((select wall_units('answers'))::int[]) and exists (
    select from target_plan p where p.id = plan_id and p.state in ('DRAFT', 'SUBMITTED') and p.consulted_until is not null));
