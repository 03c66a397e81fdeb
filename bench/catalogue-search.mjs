/**
 * Searching, sorting and counting a catalogue of 10,000 procedures × 5 versions × 4 lists, beside one hand-written statement for the
 * least that any search would have to find.
 */
import { fold, foldMarked } from '../packages/shared/dist/domain/fold.js';
import { inTurn } from './timing.mjs';

const PROCEDURES = 10_000;
const VERSIONS = 5;
const LISTS = 4;
const WORDS =
  'cấp đổi lại giấy phép đăng ký khai sinh tử kết hôn chứng thực bản sao quyết định thành lập hoạt động kinh doanh dịch vụ đất đai xây dựng môi trường y tế giáo dục hòa giải'.split(
    ' ',
  );
const FIELDS = ['Hộ tịch', 'Đất đai', 'Chứng thực', 'Xây dựng', 'Môi trường', 'Y tế', 'Giáo dục', 'Thủy lợi'];

/** Small steps through the words, the same in every run. */
function nameOf(n, version) {
  const words = Array.from(
    { length: 8 + (n % 7) },
    (_, i) => WORDS[(n * 7 + i * (3 + (n % 5)) + version) % WORDS.length],
  );
  return `${words.join(' ')} ${n}`;
}

async function fill(client) {
  await client.query('begin');
  const { rows } = await client.query(
    `insert into moment (purpose, at) select 'bench', clock_timestamp() - interval '1 hour' + g * interval '1 ms'
       from generate_series(1, $1::int) g returning id`,
    [VERSIONS],
  );
  const moments = rows.map(({ id }) => id);
  const province = (await client.query(`select id from unit where kind = 'PROVINCE'`)).rows[0].id;
  const code = (n) => `6.${String(n).padStart(6, '0')}`;
  await client.query(
    `insert into procedure (province_id, code, version) select $1, '6.' || lpad(n::text, 6, '0'), $3 from generate_series(1, $2::int) n`,
    [province, PROCEDURES, VERSIONS],
  );
  for (let version = 1; version <= VERSIONS; version += 1) {
    await client.query(
      `insert into change_set (moment_id, province_id, kind, procedures, lines) values ($1, $2, 'SAVED', $3, 0)`,
      [moments[version - 1], province, PROCEDURES],
    );
    await client.query(
      `insert into procedure_revision (procedure_id, version, province_id, moment_id)
       select id, $2, $1, $3 from procedure where code like '6.%'`,
      [province, version, moments[version - 1]],
    );
    const texts = Array.from({ length: PROCEDURES }, (_, at) => {
      const [n, name, field] = [at + 1, nameOf(at + 1, version), FIELDS[at % FIELDS.length]];
      const authority = `Sở ${FIELDS[(at * 3) % FIELDS.length]}`;
      const [search, marked] = [fold, foldMarked].map((by) => [code(n), ...[name, field, authority].map(by)].join(' '));
      return { code: code(n), name, field, authority, search, marked };
    });
    await client.query(
      `insert into procedure_text (province_id, procedure_id, valid, name, field, tiers, authority, processing_days, search, search_marked,
              recorded_by, superseded_by)
       select $1, p.id, '(,)', x.name, x.field, array[(array['PROVINCE', 'DISTRICT', 'COMMUNE'])[1 + p.id % 3]::tier], x.authority, p.id % 30,
              x.search, x.marked, $2, $3
         from jsonb_to_recordset($4::jsonb) x (code text, name text, field text, authority text, search text, marked text)
         join procedure p on p.code = x.code`,
      [province, moments[version - 1], moments[version] ?? null, JSON.stringify(texts)],
    );
  }
  await fillStanding(client, province, moments);
  await client.query('commit');
  await client.query('vacuum analyze');
}

/** When they are in force, and where they stand on lists. */
async function fillStanding(client, province, moments) {
  await client.query(
    `insert into procedure_force_change (province_id, procedure_id, action, "from", "to", recorded_by)
     select $1, id, 'STATED', null, null, $2 from procedure where code like '6.%'`,
    [province, moments[0]],
  );
  await client.query(
    `insert into procedure_period (province_id, procedure_id, valid, recorded_by)
     select $1, id, daterange('2015-01-01', case when id % 9 = 0 then date '2021-01-01' end), $2 from procedure where code like '6.%'`,
    [province, moments[0]],
  );
  const decision = (
    await client.query(
      `insert into decision (province_id, issuer_id, number, issued_on, effective_on, recorded_by)
       values ($1, $1, '1/bench', '2020-01-01', '2020-01-01', $2) returning id`,
      [province, moments[0]],
    )
  ).rows[0].id;
  for (let list = 1; list <= LISTS; list += 1)
    await client.query(
      `with made as (insert into service_list (province_id, code, name) values ($1, 'BENCH' || $2, 'bench') returning id)
       insert into service_list_entry (province_id, list_id, procedure_id, tier, level, valid, opened_by, recorded_by)
       select $1, made.id, p.id, 'COMMUNE', (array['LEVEL_3', 'LEVEL_4'])[1 + p.id % 2]::service_level, '[2020-01-01,)', $3, $4
         from made, procedure p where p.code like '6.%'`,
      [province, list, decision, moments[0]],
    );
}

/** The least that a search has to find: a page of codes and names by two folded words. */
const PLAIN = `select p.code, v.name from procedure p join procedure_text v on v.procedure_id = p.id and v.superseded_by is null
   where v.search like '%khai%' and v.search like '%sinh%' order by p.code limit 50`;

const page = (args) =>
  `{ procedures(${args}) { nodes { code name field version } pageInfo { hasNextPage endCursor } } }`;
const QUESTIONS = {
  'two words': page('search: "khai sinh"'),
  'two words with marks': page('search: "khai sinh hòa"'),
  'part of a word': page('search: "ngth"'),
  'one letter': page('search: "a"'),
  'a code': page('search: "6.004321"'),
  'ten words that nothing has': page('search: "khai sinh tu ket hon chung thuc ban sao xyz"'),
  'two words, with how many there are': '{ procedures(search: "khai sinh") { totalCount nodes { code name } } }',
  'everything, 200 rows': page('first: 200'),
  'sorted by name, 200 rows': page('first: 200, sort: { by: NAME }'),
  'sorted by field': page('sort: { by: FIELD, descending: true }'),
  'sorted by the end in force': page('sort: { by: IN_FORCE_TO }'),
  'sorted by level': page('sort: { by: LEVEL, descending: true }'),
  'sorted by the last change': page('sort: { by: CHANGED_AT, descending: true }'),
  'a filter with or and by a list': page(
    `filter: { or: [{ hasField: false }, { onList: { list: "BENCH2", levels: [LEVEL_4], on: "2022-01-01" } }], force: { states: [IN_FORCE] } }`,
  ),
  'five facets': `{ procedureFacets { fields { value count } tiers { tier count } authorities { value count } force { state count }
    lists { list level count } } }`,
  'five facets of two words': `{ procedureFacets(search: "khai sinh") { fields { value count } tiers { tier count } authorities { value count }
    force { state count } lists { list level count } } }`,
};

export async function measureCatalogueSearch(product, client) {
  await fill(client);
  const works = [() => client.query(PLAIN), ...Object.values(QUESTIONS).map((question) => () => product.gql(question))];
  const [plain, ...times] = await inTurn(works, 30, 5);
  return [
    ['two words, one hand-written statement in pg', `${plain.toFixed(1)} ms (median of 30)`],
    ...Object.keys(QUESTIONS).map((what, at) => [
      what,
      `${times[at].toFixed(1)} ms, ${(times[at] / plain).toFixed(2)} ×`,
    ]),
  ];
}
