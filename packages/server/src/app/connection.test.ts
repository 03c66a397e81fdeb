import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  const codes = ['2.000815', '1.000689', '2.001234'];
  await saveProcedures(api, ...codes);
  await amendList(
    api,
    '2021-01-01',
    codes.map((procedure) => ({ procedure })),
  );
  await nameUnits(api, { '05506': ['H55.900.01'] });
  for (let number = 0; number < 3; number++) {
    const [good, bad] = [dossierCode('H55.900.01', number), dossierCode('H55.777', number)];
    await api.ingest([dossierRow({ MaHoSo: good }), dossierRow({ MaHoSo: bad })]);
  }
});
afterAll(() => api.close());

interface Page {
  nodes: unknown[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; startCursor: string | null; endCursor: string | null };
}

const FIELDS = 'nodes { __typename } totalCount pageInfo { hasNextPage startCursor endCursor }';
const FIGURE = 'indicator: "ONLINE_RESOLUTION_L4", unit: "19", from: "2022-01-01", to: "2022-12-31"';

/** Every list that comes in pages. */
const LISTS: Record<string, (args: string) => string> = {
  units: (args) => `units(on: "2022-12-31", ${args}) { ${FIELDS} }`,
  procedures: (args) => `procedures(${args}) { ${FIELDS} }`,
  entries: (args) => `serviceList(code: "QD402") { entries(on: "2022-12-31", ${args}) { ${FIELDS} } }`,
  dossiers: (args) => `dossiers(${FIGURE}, ${args}) { ${FIELDS} }`,
  quarantine: (args) => `quarantine(${args}) { ${FIELDS} }`,
  ingestBatches: (args) => `ingestBatches(${args}) { ${FIELDS} }`,
};
const names = Object.keys(LISTS);

function ask(name: string, args: Record<string, unknown>) {
  const query = `query ($first: Int, $after: String) { ${LISTS[name]?.('first: $first, after: $after') ?? ''} }`;
  return api.gql(query, args);
}

async function page(name: string, args: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await ask(name, args);
  if (!data) throw new Error(JSON.stringify(errors));
  const found = Object.values(data)[0] as Page | { entries: Page };
  return 'entries' in found ? found.entries : found;
}

const encoded = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

describe.each(names)('the list %s', (name) => {
  it.each([-1, 501, -2_147_483_648, 2_147_483_647])('refuses %i at a time and names the field', async (first) => {
    const { code, fields } = await ask(name, { first });
    expect([code, fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['first']]);
  });

  it('takes 0, 500 and nothing at all', async () => {
    const none = await page(name, { first: 0 });
    expect([none.nodes.length, none.pageInfo.hasNextPage, none.pageInfo.endCursor]).toEqual([0, true, null]);
    const whole = await page(name, { first: 500 });
    expect(whole.nodes.length).toBe(whole.totalCount);
    expect((await page(name, { first: null, after: null })).nodes.length).toBe(Math.min(50, whole.totalCount));
  });

  it('is walked through one by one to the end, each once', async () => {
    const seen: (string | null)[] = [];
    let after: string | null = null;
    for (;;) {
      const { nodes, pageInfo }: Page = await page(name, { first: 1, after });
      expect(nodes).toHaveLength(1);
      seen.push((after = pageInfo.endCursor));
      if (!pageInfo.hasNextPage || seen.length === 6) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(Math.min(6, (await page(name, {})).totalCount));
  });

  const broken: [string, string][] = [
    ['nothing', ''],
    ['a word', 'abc'],
    ['letters of other forms', 'ÿÿ%%%'],
    ['a number', encoded(1)],
    ['a text', encoded('x')],
    ['an object', encoded({ toString: 1 })],
    ['null', encoded(null)],
    ['a list', encoded([])],
    ['a list of lists', encoded([[1], [2]])],
    ['a day and a word', encoded(['2022-01-01', 'x'])],
    ['a rank and NUL', encoded([0, '\0'])],
    ['a rank and SQL', encoded([0, "' or true --"])],
    ['a number without end', encoded('9'.repeat(40))],
    ['a number below none', encoded('-1')],
    ['a hundred thousand characters', 'A'.repeat(100_000)],
  ];
  it.each(broken)('refuses %s as a cursor', async (_what, after) => {
    const { code, fields, data } = await ask(name, { first: 1, after });
    expect([code, fields.map(({ path }) => path), data === null || Object.values(data)[0] === null]).toEqual([
      'BAD_USER_INPUT',
      ['after'],
      true,
    ]);
  });

  it('refuses the cursors of other lists of another form', async () => {
    const others = {
      units: '1',
      procedures: [0, '1.000689'],
      entries: '1.000689|COMMUNE',
      dossiers: ['2022-03-01', '1'],
    };
    const mine = { quarantine: 'units', ingestBatches: 'units' }[name] ?? name;
    for (const [other, key] of Object.entries(others)) {
      if (other === mine) continue;
      expect((await ask(name, { after: encoded(key) })).code).toBe('BAD_USER_INPUT');
    }
  });
});
