/**
 * What the catalogue answers over a large catalogue and many dossiers, beside plain SQL that does the least of it: the list as of
 * a day, the difference of two days with its effect, coverage; and what lines that name units cost where there are none and some.
 */
import { inTurn } from './timing.mjs';

const PERIOD = 'indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31"';
const COUNTS = 'numerator denominator rate status';
const EFFECT = `effect(${PERIOD}) { statusChanges province { before { ${COUNTS} } after { ${COUNTS} } }
  units { unit { code name } statusChanged before { ${COUNTS} } after { ${COUNTS} } } }`;
const DIFFERENCE = `{ serviceListDiff(list: "QD402", from: "2021-12-31", to: "2022-06-01") {
  added { procedure { code name } tier level } removed { procedure { code name } tier level } changed { level } ${EFFECT} } }`;
const LIST =
  '{ serviceList(code: "QD402") { entryCount(on: "2022-06-30") entries(on: "2022-06-30", first: 50) { nodes { tier level procedure { code name } } } } }';
const COVERAGE = (kind) =>
  `{ listCoverage(list: "QD402", from: "2022-01-01", to: "2022-12-31", kind: ${kind}) { totalCount nodes { dossiers procedure { code } } } }`;

/** One pass over the dossiers of the procedures that differ, counted by unit: what any answer has to look at. */
const ONE_PASS = `
  select d.unit_id, count(*) filter (where d.channel = 'ONLINE'), count(*) from dossier d
   where d.procedure_id = any ($1) and d.status in (9, 10) and d.finished_day between '2022-01-01' and '2022-12-31'
   group by d.unit_id`;

const PROCEDURES = 10_000;
const VERSIONS = 5;
const LISTS = 4;

export async function measureCatalogue(product, client, dossiers) {
  await fillCatalogue(client);
  await fillDossiers(client, dossiers);
  await client.query('vacuum analyze');
  const ids = await differingIds(client);
  const share = (await client.query('select avg((procedure_id = any ($1))::int) as share from dossier', [ids])).rows[0]
    .share;
  const [difference, bareDifference, pass] = await inTurn(
    [
      () => product.gql(DIFFERENCE),
      () => product.gql(DIFFERENCE.replace(EFFECT, '')),
      () => client.query(ONE_PASS, [ids]),
    ],
    9,
    2,
  );
  const [list, without, unlisted, inForce] = await inTurn(
    [LIST, ...['LISTED_WITHOUT_DOSSIER', 'DOSSIERS_NOT_LISTED', 'LISTED_NOT_IN_FORCE'].map(COVERAGE)].map(
      (query) => () => product.gql(query),
    ),
    9,
    2,
  );
  const [bare, plain] = await classified(client);
  await client.query(NAME_UNITS);
  await client.query('analyze service_list_entry');
  const [named] = await classified(client);
  const ms = (time) => `${time.toFixed(0)} ms`;
  return [
    [
      `difference of two days with its effect (${ids.length} procedures, ${(100 * share).toFixed(0)} % of the dossiers)`,
      ms(difference),
    ],
    ['the same without its effect', ms(bareDifference)],
    ['one pass over those dossiers, plain SQL', ms(pass)],
    ['ratio', `${(difference / pass).toFixed(2)} ×`],
    ['the list as of a day, first page', ms(list)],
    ['listed without a dossier', ms(without)],
    ['dossiers on no list', ms(unlisted)],
    ['listed but not in force', ms(inForce)],
    ['all dossiers classified where no entry names a unit', ms(bare)],
    ['the same if lines could name none, plain SQL', `${ms(plain)} (${(bare / plain).toFixed(2)} ×)`],
    ['the same where 20 entries name one', `${ms(named)} (${(named / bare).toFixed(2)} ×)`],
  ];
}

/**
 * 10,000 procedures with five versions of what they say, each on four lists at a tier; of one list some 300 come, go or change
 * level in the spring of 2022.
 */
export async function fillCatalogue(client) {
  await client.query('begin');
  await client.query(`set local session_replication_role = replica`).catch(() => undefined);
  await client.query(`
    with m as (select max(id) as id from moment), province as (select id from unit where kind = 'PROVINCE'),
    made as (
      insert into procedure (province_id, code)
      select province.id, '5.' || lpad(n::text, 6, '0') from province, generate_series(1, ${PROCEDURES}) n
      on conflict do nothing returning id, code, province_id),
    texts as (
      insert into procedure_text (province_id, procedure_id, valid, name, field, tiers, search, search_marked, recorded_by, superseded_by)
      select made.province_id, made.id, '(,)', 'Thủ tục ' || made.code, 'Lĩnh vực', '{COMMUNE}', 'thu tuc ' || made.code, 'thủ tục', m.id,
             case when n < ${VERSIONS} then m.id end
        from m, generate_series(1, ${VERSIONS}) n, made),
    lines as (
      insert into procedure_force_change (province_id, procedure_id, action, recorded_by)
      select made.province_id, made.id, 'STATED', m.id from made, m)
    insert into procedure_period (province_id, procedure_id, valid, recorded_by)
    select made.province_id, made.id, '(,)', m.id from made, m`);
  const decision = async (number, day) =>
    (
      await client.query(
        `insert into decision (province_id, issuer_id, number, issued_on, effective_on, recorded_by)
         select p.id, p.id, $1, $2, $2, (select max(id) from moment) from unit p where p.kind = 'PROVINCE' returning id`,
        [number, day],
      )
    ).rows[0].id;
  const first = await decision('đo 1', '2021-02-19');
  const second = await decision('đo 2', '2022-03-01');
  const lines = (where, action, level, by) =>
    client.query(
      `insert into service_list_change (province_id, list_id, decision_id, action, procedure_id, tier, level, recorded_by)
       select p.province_id, l.id, $1, $2::list_action, p.id, 'COMMUNE', $3::service_level, (select max(id) from moment)
         from procedure p, service_list l where l.code = 'QD402' and p.code like '5.%' and ${where}`,
      [by, action, level],
    );
  await lines('p.id % 30 <> 0', 'ADD', 'LEVEL_4', first);
  await lines('p.id % 30 = 0', 'ADD', 'LEVEL_4', second);
  await lines('p.id % 30 = 1 and p.id % 4 = 0', 'REMOVE', null, second);
  await client.query(
    `insert into service_list_entry (province_id, list_id, procedure_id, tier, level, valid, opened_by, closed_by, recorded_by)
     select a.province_id, a.list_id, a.procedure_id, a.tier, a.level, daterange(d.effective_on, e.effective_on), a.decision_id,
            r.decision_id, a.recorded_by
       from service_list_change a join decision d on d.id = a.decision_id
       left join service_list_change r on r.list_id = a.list_id and r.procedure_id = a.procedure_id and r.tier = a.tier and r.action = 'REMOVE'
       left join decision e on e.id = r.decision_id
      where a.action = 'ADD' and a.decision_id in ($1, $2)`,
    [first, second],
  );
  await client.query(
    `with made as (
       insert into service_list (province_id, code, name)
       select p.id, 'ĐO' || n, 'đo' from unit p, generate_series(2, ${LISTS}) n where p.kind = 'PROVINCE' returning id)
     insert into service_list_entry (province_id, list_id, procedure_id, tier, level, valid, opened_by, recorded_by)
     select e.province_id, made.id, e.procedure_id, 'DISTRICT', e.level, e.valid, e.opened_by, e.recorded_by
       from made, service_list_entry e where e.opened_by in ($1, $2)`,
    [first, second],
  );
  await client.query('commit');
}

/** Dossiers of the communes over two years, a quarter of them of one procedure among those that differ. */
export async function fillDossiers(client, count) {
  await client.query(
    `insert into dossier (province_id, unit_id, procedure_id, channel, status, received_at, finished_at, received_day, finished_day,
                          version, recorded_by, batch_id, code_key, code)
     select p.id, c.ids[1 + n % cardinality(c.ids)], case when n % 4 = 0 then x.popular else x.ids[1 + (n * 7919::bigint) % cardinality(x.ids)] end,
            (array['ONLINE', 'IN_PERSON', 'POSTAL', 'ONLINE']::channel[])[1 + n % 4], 10, t, t + interval '1 day', t::date, t::date + 1,
            1, m.id, b.id, 'đo ' || n, 'đo ' || n
       from (select id from unit where kind = 'PROVINCE') p,
            (select array_agg(id) as ids from unit where kind = 'COMMUNE') c,
            (select array_agg(id) as ids, min(id) filter (where id % 30 = 0) as popular from procedure where code like '5.%') x,
            (select max(id) as id from moment) m, (select id from ingest_batch limit 1) b,
            generate_series(1, $1::int) n, lateral (select timestamp '2021-06-01' + (n % 570) * interval '1 day' as t) y`,
    [count],
  );
}

async function differingIds(client) {
  const { rows } = await client.query(
    `select distinct c.procedure_id as id from service_list_change c join decision d on d.id = c.decision_id where d.number = 'đo 2'`,
  );
  return rows.map(({ id }) => id);
}

/**
 * The statement by which figures are counted from the dossiers, as the product writes it, beside the same as it would be if
 * lines could name no units.
 */
async function classified(client) {
  const { countsBy, COUNTING_DAY, eligibleCte, isFor } = await import(
    new URL('../packages/server/dist/features/rates/classified.queries.js', import.meta.url).href
  );
  const counted = (eligible, counts) => `with ${eligible}
    select d.unit_id, ${COUNTING_DAY} as day, count(*) from dossier d join unit u on u.id = d.unit_id join eligible e on ${counts}
     group by 1, 2`;
  const own = counted(eligibleCte(`i.id = (${FIRST})`, 'null'), countsBy('null'));
  const plain = counted(WITHOUT_UNITS, countsBy('null').replace(`and ${isFor('d.unit_id')}`, ''));
  return inTurn([() => client.query(own), () => client.query(plain)], 5, 1);
}

const FIRST = `select d.id from indicator_definition d join indicator n on n.id = d.indicator_id where n.code = 'ONLINE_RESOLUTION_L4' and d.state = 'ACTIVE'`;

const WITHOUT_UNITS = `eligible as materialized (
  select i.id as definition_id, i.basis, i.eligibility_date, i.statuses, i.numerator, i.numerator_channel, l.procedure_id, l.tier,
         l.valid * case when i.in_force_required then p.valid else daterange(null, null) end as during
    from indicator_definition i
    join service_list_entry l on l.list_id = i.list_id and l.level = any (i.levels) and l.superseded_by is null
    join procedure_period p on p.procedure_id = l.procedure_id and p.superseded_by is null
   where i.id = (${FIRST})
  union all
  select i.id, i.basis, i.eligibility_date, i.statuses, i.numerator, i.numerator_channel, p.procedure_id, t.tier,
         case when i.in_force_required then p.valid else daterange(null, null) end
    from indicator_definition i
    join procedure_period p on p.province_id = i.province_id and p.superseded_by is null
   cross join unnest(enum_range(null::tier)) as t (tier)
   where i.list_id is null and i.id = (${FIRST}))`;

const NAME_UNITS = `
  insert into service_list_entry (province_id, list_id, procedure_id, tier, unit_id, level, valid, opened_by, recorded_by)
  select e.province_id, e.list_id, e.procedure_id, 'DISTRICT', (select min(id) from unit where kind = 'DISTRICT'), 'LEVEL_2', '[2021-06-01,)',
         e.opened_by, e.recorded_by
    from service_list_entry e where e.superseded_by is null order by e.id desc limit 20`;
