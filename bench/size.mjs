/**
 * What size costs: the figures of a year over so many dossiers beside counting them, the same as known earlier, a change of a list
 * that touches a tenth of them beside counting from zero, and tree and import with a tenth of the dossiers beside all of them.
 */
import { readFileSync } from 'node:fs';
import { bodyOf, organisationsOf, send } from './ingest.mjs';
import { fill } from './filled.mjs';
import { workOf } from './product.mjs';
import { inTurn, median, timed } from './timing.mjs';

const YEAR = 'indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31"';
const FIGURES = (period) => `attainment(${period}) { numerator denominator rate target status }`;
const TREE = (period) => `{ unit(code: "19", on: "2022-12-31") { code name ${FIGURES(period)}
  children { code name ${FIGURES(period)} children { code name ${FIGURES(period)} } } } }`;
const BATCHES = 20;

export async function measureSize(product, client, dossiers) {
  const tenth = Math.ceil(dossiers / 10);
  const organisations = await organisationsOf(product);
  const ofIngest = (from) => ingested(product, client, { organisations, from, count: Math.min(50_000, tenth) });
  await fill(product, { from: 0, to: tenth, batches: BATCHES / 10 });
  await client.query('vacuum analyze');
  const before = { tree: await treeWork(product, client), ingest: await ofIngest(0) };
  const { instants, popular } = await fill(product, { from: tenth, to: dossiers, batches: (BATCHES * 9) / 10 });
  await client.query('vacuum analyze');
  const after = { tree: await treeWork(product, client), ingest: await ofIngest(1_000_000) };
  return [
    ...(await yearBesideCounting(product, client)),
    ...(await earlierBesideNow(product, instants)),
    ...(await listChange(product, client, popular)),
    [`tree over ${dossiers} beside over ${tenth} dossiers`, growth(before.tree, after.tree)],
    ['import of a dossier, the same', growth(before.ingest, after.ingest)],
  ];
}

const growth = (small, large) =>
  `${(large.ms / small.ms).toFixed(2)} × the time, ${(large.work / small.work).toFixed(2)} × the work of server and database`;

/** Milliseconds by the clock, and those that server and database worked: the others on the machine do not count there. */
async function costOf(product, client, work) {
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const [, parent] = readFileSync(`/proc/${rows[0].pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const pids = [product.pid, Number(parent)];
  const began = workOf(pids);
  const ms = await timed(work);
  return { ms, work: workOf(pids) - began };
}

async function treeWork(product, client) {
  for (let run = 0; run < 20; run++) await product.gql(TREE(YEAR));
  return costOf(product, client, async () => {
    for (let run = 0; run < 100; run++) await product.gql(TREE(YEAR));
  });
}

/** The middle one of three imports. */
async function ingested(product, client, { organisations, from, count }) {
  const costs = [];
  for (let run = 0; run < 3; run++) {
    const body = bodyOf(count, organisations, from + run * count);
    costs.push(await costOf(product, client, () => send(product, body, count)));
  }
  return { ms: median(costs.map(({ ms }) => ms)), work: median(costs.map(({ work }) => work)) };
}

async function yearBesideCounting(product, client) {
  const counted = await countingStatement();
  const found = (await client.query(counted)).rows;
  const asked = await product.gql(
    `{ units(on: "2022-12-31", kind: COMMUNE, first: 500) { nodes { code ${FIGURES(YEAR)} } } }`,
  );
  const told = asked.units.nodes.filter(({ attainment }) => attainment.denominator > 0);
  const said = (rows) =>
    rows
      .map(({ code, numerator, denominator }) => `${code} ${numerator}/${denominator}`)
      .sort()
      .join();
  const same = said(found) === said(told.map(({ code, attainment }) => ({ code, ...attainment })));
  const times = { group: [], bare: [], tree: [] };
  for (let run = 0; run < 3; run++) {
    times.group.push(await timed(() => client.query(counted)));
    times.bare.push(await timed(() => client.query(BARE)));
    for (let again = 0; again < 15; again++) times.tree.push(await timed(() => product.gql(TREE(YEAR))));
  }
  const [group, bare, tree] = [median(times.group), median(times.bare), median(times.tree)];
  return [
    ['attainment of every unit for a year, one request', `${tree.toFixed(1)} ms`],
    ['GROUP BY over the dossiers, plain SQL', `${group.toFixed(0)} ms`],
    [
      'GROUP BY that asks neither list nor force',
      `${bare.toFixed(0)} ms (${(bare / tree).toFixed(0)} ×), other numbers`,
    ],
    ['how many times as fast', `${(group / tree).toFixed(0)} ×, ${same ? 'the same numbers' : 'OTHER NUMBERS'}`],
  ];
}

/** The least that anybody could ask of the dossiers. */
const BARE = `select unit_id, count(*) filter (where channel = 'ONLINE') as numerator, count(*) as denominator from dossier
   where finished_day between '2022-01-01' and '2022-12-31' and status in (9, 10) group by unit_id`;

/** What each commune counts in the year, from the dossiers: as the product would count what it does not keep. */
async function countingStatement() {
  const { countsBy, COUNTING_DAY, eligibleCte, IN_NUMERATOR } = await import(
    new URL('../packages/server/dist/features/rates/classified.queries.js', import.meta.url).href
  );
  return `with ${eligibleCte(`i.id = (${ACTIVE})`, 'null')}
    select v.code, count(*) filter (where ${IN_NUMERATOR})::int as numerator, count(*)::int as denominator
      from dossier d join unit u on u.id = d.unit_id and u.kind = 'COMMUNE' join eligible e on ${countsBy('null')}
      join unit_version v on v.unit_id = u.id and v.superseded_by is null and v.valid @> date '2022-12-31'
     where ${COUNTING_DAY} between '2022-01-01' and '2022-12-31' group by v.code`;
}

const ACTIVE = `select d.id from indicator_definition d join indicator n on n.id = d.indicator_id
  where n.code = 'ONLINE_RESOLUTION_L4' and d.state = 'ACTIVE'`;

async function earlierBesideNow(product, instants) {
  const at = (part) => `${YEAR}, knownAt: "${instants[Math.floor((instants.length - 1) * part)]}"`;
  const [now, middle, first] = await inTurn(
    [TREE(YEAR), TREE(at(0.5)), TREE(at(0))].map((query) => () => product.gql(query)),
    40,
    5,
  );
  return [
    ['the same as known half the imports ago', `${middle.toFixed(1)} ms, ${(middle / now).toFixed(2)} × as known now`],
    ['the same as known after the first ones', `${first.toFixed(1)} ms, ${(first / now).toFixed(2)} × as known now`],
  ];
}

/** A procedure is taken off the list from the beginning of the year on, and put back. */
async function listChange(product, client, popular) {
  const { rows } = await client.query(
    `select p.code, count(d.id)::int as touched from procedure p left join dossier d on d.procedure_id = p.id where p.id = $1 group by 1`,
    [popular],
  );
  const [{ code, touched }] = rows;
  const amend = (line, day, number) =>
    product.gql(`mutation { amendServiceList(input: { list: "QD402", name: "QD402",
      decision: { number: "${number}", issuedOn: "${day}", effectiveOn: "${day}" },
      changes: [{ procedure: "${code}", tier: COMMUNE, ${line} }] }) { code } }`);
  const times = { change: [], zero: [] };
  const agrees = [];
  for (const [line, day, number] of [
    ['action: REMOVE', '2022-01-01', 'đo R'],
    ['action: ADD, level: LEVEL_4', '2022-01-02', 'đo A'],
  ]) {
    times.change.push(await timed(() => amend(line, day, number)));
    times.zero.push(await timed(() => fromZero(client)));
    agrees.push((await client.query(DISAGREES)).rows[0].n === 0);
    await client.query('drop table from_zero');
  }
  const [change, zero] = [median(times.change), median(times.zero)];
  return [
    [`a change of the list that touches ${touched} dossiers`, `${(change / 1000).toFixed(1)} s`],
    ['counting from zero by the same definitions, plain SQL', `${(zero / 1000).toFixed(1)} s`],
    [
      'how many times as fast',
      `${(zero / change).toFixed(1)} ×, ${agrees.every(Boolean) ? 'the same totals' : 'OTHER TOTALS'}`,
    ],
  ];
}

/** All totals by day of the definitions that ask the catalogue, counted from the dossiers. */
async function fromZero(client) {
  const { countsBy, COUNTING_DAY, eligibleCte, IN_NUMERATOR } = await import(
    new URL('../packages/server/dist/features/rates/classified.queries.js', import.meta.url).href
  );
  await client.query(`create temporary table from_zero as with ${eligibleCte(`i.id in (${OF_CATALOGUE})`, 'null')}
    select e.definition_id, d.unit_id, ${COUNTING_DAY} as day, count(*) filter (where ${IN_NUMERATOR})::int as numerator,
           count(*)::int as denominator
      from dossier d join unit u on u.id = d.unit_id join eligible e on ${countsBy('null')} group by 1, 2, 3`);
}

const OF_CATALOGUE = `select id from indicator_definition where state = 'ACTIVE' and counts = 'DOSSIERS' and eligibility_date <> 'PERIOD_END'
  and (in_force_required or list_id is not null)`;

const DISAGREES = `select count(*)::int as n from from_zero z full join
  (select * from day_total where definition_id in (${OF_CATALOGUE}) and denominator <> 0) t using (definition_id, unit_id, day)
  where (z.numerator, z.denominator) is distinct from (t.numerator, t.denominator)`;
