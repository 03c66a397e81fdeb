/**
 * What a competitor needs in the database to answer the same questions: views and one function over the product's own tables, in
 * a schema of their own. Made in the database of a measurement alone.
 */

/** The period that is asked for, and the day whose units answer. */
export const FROM = '2022-01-01';
export const TO = '2022-12-31';
export const INDICATOR = 'ONLINE_RESOLUTION_L4';

/** Every unit of a day with the sums of its subtree over whole months and the target that holds on the last day. */
const TREE = (indicator, from, to) => `
  with recursive alive as (
    select v.unit_id, v.parent_id, v.code, v.name from unit_version v where v.superseded_by is null and v.valid @> ${to}),
  chosen as (select id from indicator where code = ${indicator}),
  own as (
    select unit_id, sum(numerator)::int as n, sum(denominator)::int as d from month_total
     where definition_id = (select d.id from indicator_definition d join chosen c on c.id = d.indicator_id where d.state = 'ACTIVE')
       and month between ${from} and ${to} group by unit_id),
  up as (
    select unit_id as at, unit_id as source, parent_id from alive
    union all select a.unit_id, up.source, a.parent_id from up join alive a on a.unit_id = up.parent_id),
  summed as (select up.at, sum(own.n)::int as n, sum(own.d)::int as d from up join own on own.unit_id = up.source group by up.at),
  holding as (
    select distinct on (p.issuer_id) p.id from target_plan p join moment m on m.id = p.issued_by
     where p.indicator_id = (select id from chosen) and p.in_force @> ${to}
     order by p.issuer_id, lower(p.in_force) desc, m.at desc),
  targets as (select t.unit_id, min(t.hundredths) as hundredths from holding h join target t on t.plan_id = h.id group by t.unit_id)
  select a.unit_id, a.parent_id, a.code, a.name, coalesce(s.n, 0) as numerator, coalesce(s.d, 0) as denominator,
         case when s.d > 0 then round(s.n * 100::numeric / s.d, 2) end as rate, t.hundredths / 100.0 as target
    from alive a left join summed s on s.at = a.unit_id left join targets t on t.unit_id = a.unit_id`;

/** The tree as one flat list, one statement, with placeholders: indicator, first and last day. */
export const TREE_QUERY = `select json_agg(json_build_object('code', t.code, 'parent', t.parent_id, 'unit', t.unit_id, 'name', t.name,
   'numerator', t.numerator, 'denominator', t.denominator, 'rate', t.rate, 'target', t.target) order by t.code)::text as body
   from (${TREE('$1', '$2::date', '$3::date')}) t`;

export const COMPETITOR_SCHEMA = `
create schema bench;

-- As one would write it for PostGraphile: the units of the day with their relation, and their figures beside them.
create view bench.day_unit as select unit_id, parent_id, code, name from unit_version
  where superseded_by is null and valid @> date '${TO}';
comment on view bench.day_unit is E'@primaryKey unit_id\\n@unique code\\n@foreignKey (parent_id) references bench.day_unit (unit_id)|@fieldName above|@foreignFieldName below';

create view bench.day_figure as select unit_id, numerator, denominator, rate, target
  from (${TREE(`'${INDICATOR}'`, `date '${FROM}'`, `date '${TO}'`)}) t;
comment on view bench.day_figure is E'@primaryKey unit_id\\n@foreignKey (unit_id) references bench.day_unit (unit_id)|@fieldName unit|@foreignFieldName figure';

-- Rows that stand, without those that others took the place of.
create view bench.current_text as select id, procedure_id, name, field from procedure_text
  where superseded_by is null and valid @> current_date;
comment on view bench.current_text is E'@primaryKey id\\n@foreignKey (procedure_id) references public.procedure (id)|@foreignFieldName texts';
create view bench.current_period as select id, procedure_id, lower(valid) as first_day, upper(valid) - 1 as last_day from procedure_period
  where superseded_by is null;
comment on view bench.current_period is E'@primaryKey id\\n@foreignKey (procedure_id) references public.procedure (id)|@foreignFieldName periods';
create view bench.current_entry as select id, procedure_id, list_id, tier, level, lower(valid) as first_day, upper(valid) - 1 as last_day
  from service_list_entry where superseded_by is null;
comment on view bench.current_entry is E'@primaryKey id\\n@foreignKey (procedure_id) references public.procedure (id)|@foreignFieldName entries\\n@foreignKey (list_id) references public.service_list (id)|@fieldName list';

-- The fastest that it can be given: one function that answers all, in one statement.
create type bench.unit_figures as (unit_id int, parent_id int, code text, name text, numerator int, denominator int, rate numeric, target numeric);
create function bench.unit_figures_of(indicator text, first_day date, last_day date) returns setof bench.unit_figures
  language sql stable as $$ ${TREE('$1', '$2', '$3')} order by code $$;
`;
