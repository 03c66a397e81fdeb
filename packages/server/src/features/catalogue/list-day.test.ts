import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { arbitraryDay, arbitraryHappening, happen, PROCEDURES, TIERS } from '../../../test/arbitraries.ts';
import { amendList, saveProcedures } from '../../../test/factories.ts';
import { runs } from '../../../test/runs.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-12-15T05:00:00Z') });
});
afterAll(() => api.close());
beforeEach(startOver);

async function startOver(): Promise<void> {
  await api.db.query(
    'truncate procedure, change_set, decision, service_list_change, service_list_entry, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total cascade',
  );
  await saveProcedures(api, ...PROCEDURES);
}

interface Entry {
  procedure: { code: string };
  tier: string;
  level: string;
  unit: { code: string } | null;
}
interface Entries {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Entry[];
  edges: { node: { level: string } }[];
}
interface List {
  code: string;
  entryCount: number;
  entries: Entries;
}
interface Asked {
  on: string;
  tier: string | null;
  first: number;
  after: string | null;
}

const PAGE = `code entryCount(on: $on) entries(on: $on, tier: $tier, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { level } } nodes { procedure { code } tier level unit { code } } }`;
const ONE = `query ($list: ID!, $on: Date, $tier: UnitKind, $first: Int, $after: String) { serviceList(code: $list) { ${PAGE} } }`;
const ALL = `query ($on: Date, $tier: UnitKind, $first: Int, $after: String) { serviceLists { ${PAGE} } }`;

const told = ({ procedure, tier, level, unit }: Entry) => [procedure.code, tier, unit?.code ?? '', level].join(' ');

/** A page of one list; each edge holds its node. */
async function page(list: string, asked: Asked): Promise<List> {
  const { serviceList } = await api.ask<{ serviceList: List }>(ONE, { list, ...asked });
  expect(serviceList.entries.edges.map(({ node }) => node.level)).toEqual(
    serviceList.entries.nodes.map(({ level }) => level),
  );
  return serviceList;
}

/** A list on a day, a page after the other. */
async function walked(list: string, on: string, tier: string | null, first: number): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const { entries }: List = await page(list, { on, tier, first, after });
    found.push(...entries.nodes.map(told));
    after = entries.pageInfo.hasNextPage ? entries.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** The same, picked one by one from everything that is stored. */
async function picked(list: string, on: string, tier: string | null): Promise<string[]> {
  const { rows } = await api.db.query<{ code: string; tier: string; unit: string; unitId: number; level: string }>(
    `select p.code, e.tier, coalesce(e.unit_id, 0) as "unitId", e.level,
            coalesce((select v.code from unit_version v where v.unit_id = e.unit_id and v.superseded_by is null and v.valid @> $2::date), '') as unit
       from service_list_entry e, procedure p, service_list l
      where p.id = e.procedure_id and l.id = e.list_id and l.code = $1 and e.superseded_by is null
        and lower(e.valid) <= $2::date and (upper(e.valid) is null or upper(e.valid) > $2::date)`,
    [list, on],
  );
  const place = (row: { tier: string }) => TIERS.findIndex((known) => known === row.tier);
  return rows
    .filter((row) => tier === null || row.tier === tier)
    .sort((a, b) => (a.code === b.code ? place(a) - place(b) || a.unitId - b.unitId : a.code < b.code ? -1 : 1))
    .map((row) => [row.code, row.tier, row.unit, row.level].join(' '));
}

/** What a line may be about. */
const PLACES = PROCEDURES.flatMap((procedure) => [
  ...TIERS.map((tier) => ({ procedure, tier })),
  { procedure, tier: 'DISTRICT', unit: '164' },
  { procedure, tier: 'COMMUNE', unit: '05503' },
  { procedure, tier: 'COMMUNE', unit: '05500' },
]);

describe('a list as of a day', () => {
  it('is, a page at a time, what of everything that is stored holds on the day, in the same order', async () => {
    const decisions = fc.array(
      arbitraryHappening.filter(({ kind }) => kind === 'decide' || kind === 'undo'),
      { minLength: 1, maxLength: 4 },
    );
    const standing = fc.subarray(PLACES, { minLength: 2, maxLength: 12 });
    const tier = fc.option(fc.constantFrom(...TIERS));
    let most = 0;
    await fc.assert(
      fc.asyncProperty(
        standing,
        decisions,
        arbitraryDay,
        tier,
        fc.integer({ min: 1, max: 3 }),
        async (lines, happenings, on, of, first) => {
          await startOver();
          await amendList(api, '2022-02-20', lines);
          await amendList(api, '2022-02-20', [{ procedure: PROCEDURES[0] }, { procedure: PROCEDURES[2] }], 'QD-KHAC');
          for (const [n, happening] of happenings.entries()) await happen(api, happening, n);
          for (const list of ['QD402', 'QD-KHAC']) {
            const expected = await picked(list, on, of);
            most = Math.max(most, expected.length);
            expect(await walked(list, on, of, first)).toEqual(expected);
            const { entryCount, entries } = await page(list, { on, tier: of, first, after: null });
            expect([entries.totalCount, entryCount]).toEqual([expected.length, (await picked(list, on, null)).length]);
          }
        },
      ),
      { numRuns: runs({ daily: 14, long: 25 }), seed: 402 },
    );
    expect(most).toBeGreaterThan(6);
  }, 60_000);

  it('is the same where all lists are asked at once, also on from a cursor', async () => {
    await amendList(api, '2022-01-01', [{ procedure: PROCEDURES[1] }, { procedure: PROCEDURES[0], tier: 'DISTRICT' }]);
    await amendList(api, '2022-01-01', [{ procedure: PROCEDURES[0] }, { procedure: PROCEDURES[3] }], 'QD-KHAC');
    const start: Asked = { on: '2022-02-01', tier: null, first: 1, after: null };
    const { endCursor } = (await page('QD402', start)).entries.pageInfo;
    for (const asked of [start, { ...start, first: 5, after: endCursor }]) {
      const { serviceLists } = await api.ask<{ serviceLists: List[] }>(ALL, { ...asked });
      for (const list of serviceLists) expect(list).toEqual(await page(list.code, asked));
    }
  });

  it('goes on from where a row stood that is gone', async () => {
    const [a, b, c] = PROCEDURES;
    await amendList(api, '2022-01-01', [{ procedure: a }, { procedure: b }, { procedure: c }]);
    const asked: Asked = { on: '2022-02-01', tier: null, first: 2, after: null };
    const { endCursor } = (await page('QD402', asked)).entries.pageInfo;
    await amendList(api, '2022-01-15', [{ action: 'REMOVE', procedure: b }]);
    const { entries } = await page('QD402', { ...asked, after: endCursor });
    expect(entries.nodes.map(({ procedure }) => procedure.code)).toEqual([c]);
  });

  it('does not go on from a cursor that somebody made up', async () => {
    const made = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const [code] = PROCEDURES;
    const keys = [code, [code], [code, 'DEPARTMENT', null], [code, 'COMMUNE', 0], [code, 'COMMUNE', 2 ** 31]];
    for (const key of [...keys, ['x', 'COMMUNE', null], [`${code}\0`, 'COMMUNE', null], [code, 'COMMUNE', null, 1]]) {
      const { code: refused, fields } = await api.gql(ONE, { list: 'QD402', after: made(key) });
      expect([refused, fields[0]?.path], JSON.stringify(key)).toEqual(['BAD_USER_INPUT', 'after']);
    }
  });
});
