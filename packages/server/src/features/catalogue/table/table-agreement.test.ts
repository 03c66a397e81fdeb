import { fold, foldMarked } from '@chi-tieu/shared/domain/fold';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList } from '../../../../test/factories.ts';
import { runs } from '../../../../test/runs.ts';
import { wordsOf } from '../../../app/search-words.ts';
import { SORTS, type SortColumn } from './sorting.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-12-15T05:00:00Z') });
});
afterAll(() => api.close());

const TODAY = '2022-12-15';
const CODES = Array.from({ length: 14 }, (_, n) => `1.0000${String(n + 10)}`);
const TIERS = ['PROVINCE', 'DISTRICT', 'COMMUNE'] as const;
const SAVE = 'mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { code } }';

const text = fc.option(
  fc.constantFrom('Hộ tịch', 'hộ tịch', 'Ân xá', 'Ăn uống', 'Đất đai', 'Du lịch', 'Tu pháp', 'Tư pháp'),
);
const day = fc.option(fc.constantFrom('2020-01-01', '2021-06-01', '2022-12-15', '2023-01-01'));
const procedure = fc
  .record({
    name: fc.constantFrom('Khai sinh', 'Khải sinh', 'Đăng ký', 'Dang ký đất', 'Ăn uống', 'Ân xá', 'An toàn'),
    field: text,
    authority: text,
    tiers: fc.subarray([...TIERS]),
    processingDays: fc.option(fc.constantFrom(0, 1, 2.5, 10)),
    inForceFrom: day,
    inForceTo: day,
  })
  .map(({ inForceFrom: from, inForceTo: to, ...rest }) => {
    return { ...rest, inForceFrom: from, inForceTo: from !== null && to !== null && to < from ? from : to };
  });
const line = fc.record({
  procedure: fc.constantFrom(...CODES),
  tier: fc.constantFrom(...TIERS),
  level: fc.constantFrom('LEVEL_2', 'LEVEL_4', 'PARTIAL', 'FULL'),
});
const lines = fc.uniqueArray(line, { minLength: 1, maxLength: 12, selector: (at) => `${at.procedure} ${at.tier}` });
const world = fc.record({
  procedures: fc.array(procedure, { minLength: CODES.length, maxLength: CODES.length }),
  again: fc.subarray(CODES, { minLength: 1, maxLength: 5 }),
  lists: fc.tuple(lines, lines),
  by: fc.constantFrom(...SORTS),
  descending: fc.boolean(),
  first: fc.integer({ min: 1, max: 5 }),
  search: fc.constantFrom('a', 'ă', 'khai', 'khải sinh', 'khai sinh', 'sinh a', 'an', 'đ', 'd', '1'),
  filter: fc.record(
    {
      fields: fc.subarray(['Hộ tịch', 'Đất đai', 'Tư pháp'], { minLength: 1 }),
      tiers: fc.subarray([...TIERS], { minLength: 1 }),
      hasAuthority: fc.boolean(),
      force: fc.constantFrom({ states: ['IN_FORCE'] }, { states: ['NOT_YET', 'NO_LONGER'] }),
      onList: fc.constantFrom({ list: 'QD402' }, { levels: ['FULL'] }),
    },
    { requiredKeys: [] },
  ),
});

type Filter = Partial<Record<string, unknown>>;
interface Row {
  code: string;
  field: string | null;
  authority: string | null;
  tiers: string[];
  state: string;
  lists: string[];
  search: string;
  marked: string;
}

/** All procedures as they stand, each looked up on its own, by a sort. */
async function plain(by: SortColumn = 'CODE', descending = false): Promise<Row[]> {
  const period = (
    end: string,
  ) => `(select ${end} from procedure_period f where f.procedure_id = p.id and f.superseded_by is null
    order by f.valid @> $1::date desc, lower(f.valid) desc nulls last limit 1)`;
  const entries = `from service_list_entry e join service_list l on l.id = e.list_id
    where e.procedure_id = p.id and e.superseded_by is null and e.valid @> $1::date`;
  const keys: Record<SortColumn, string> = {
    CODE: 'p.code',
    NAME: 'v.name collate "vi-VN-x-icu"',
    FIELD: 'v.field collate "vi-VN-x-icu"',
    AUTHORITY: 'v.authority collate "vi-VN-x-icu"',
    TIERS: `nullif(v.tiers, '{}')`,
    PROCESSING_DAYS: 'v.processing_days',
    IN_FORCE_FROM: period('lower(f.valid)'),
    IN_FORCE_TO: period('upper(f.valid)'),
    LEVEL: `(select max(e.level) ${entries})`,
    VERSION: 'p.version',
    CHANGED_AT: `(select max(m.at) from procedure_revision r join moment m on m.id = r.moment_id where r.procedure_id = p.id)`,
  };
  const has = (which: string) =>
    `exists (select from procedure_period f where f.procedure_id = p.id and f.superseded_by is null and ${which})`;
  const { rows } = await api.db.query<Row>(
    `select p.code, v.field, v.authority, v.tiers::text[] as tiers, v.search, v.search_marked as marked,
            case when ${has('f.valid @> $1::date')} then 'IN_FORCE' when ${has('lower(f.valid) > $1::date')} then 'NOT_YET' else 'NO_LONGER' end as state,
            array(select distinct l.code || ' ' || e.level ${entries}) as lists
       from procedure p join procedure_text v on v.procedure_id = p.id and v.superseded_by is null and v.valid @> $1::date
      order by ${keys[by]} ${descending ? 'desc' : 'asc'} nulls last, p.code`,
    [TODAY],
  );
  return rows;
}

const PAGE = `query ($search: String, $filter: ProcedureFilter, $sort: ProcedureSort, $first: Int, $after: String) {
  procedures(search: $search, filter: $filter, sort: $sort, first: $first, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }`;

/** The codes found, a page after the other. */
async function walked(asked: Record<string, unknown>): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    interface Page {
      procedures: { nodes: { code: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    }
    const { procedures }: Page = await api.ask<Page>(PAGE, { ...asked, after });
    found.push(...procedures.nodes.map(({ code }) => code));
    after = procedures.pageInfo.hasNextPage ? procedures.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

const FACETS: Record<string, { own: string[]; ask: string; told: (row: Row) => (string | null)[] }> = {
  fields: { own: ['fields'], ask: 'fields { value count }', told: ({ field }) => [field] },
  authorities: { own: ['hasAuthority'], ask: 'authorities { value count }', told: ({ authority }) => [authority] },
  tiers: {
    own: ['tiers'],
    ask: 'tiers { value: tier count }',
    told: ({ tiers }) => (tiers.length > 0 ? tiers : [null]),
  },
  force: { own: ['force'], ask: 'force { value: state count }', told: ({ state }) => [state] },
  lists: {
    own: ['onList'],
    ask: 'lists { value: list level count }',
    told: ({ lists }) => (lists.length > 0 ? lists : [null]),
  },
};

/** What each facet counts of the procedures that are found without its own condition. */
async function countedOneByOne(filter: Filter): Promise<Record<string, string[]>> {
  const rows = await plain();
  const counted = Object.entries(FACETS).map(async ([name, { own, told }]) => {
    const rest = Object.fromEntries(Object.entries(filter).filter(([member]) => !own.includes(member)));
    const found = new Set(await walked({ filter: rest, first: 500 }));
    const counts = new Map<string, number>();
    for (const value of rows.filter(({ code }) => found.has(code)).flatMap(told))
      counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    return [name, [...counts].map(([value, count]) => `${value}: ${count}`).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}

async function countedAtOnce(filter: Filter): Promise<Record<string, string[]>> {
  const fields = Object.values(FACETS).map(({ ask }) => ask);
  type Counts = Record<string, { value: string | null; level?: string | null; count: number }[]>;
  const { procedureFacets } = await api.ask<{ procedureFacets: Counts }>(
    `query ($filter: ProcedureFilter) { procedureFacets(filter: $filter) { ${fields.join(' ')} } }`,
    { filter },
  );
  return Object.fromEntries(
    Object.entries(procedureFacets).map(([name, counts]) => [
      name,
      counts.map(({ value, level, count }) => `${[value, level].filter(Boolean).join(' ') || null}: ${count}`).sort(),
    ]),
  );
}

it('sorts, searches and counts any catalogue as somebody would who looks at one procedure after the other', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ procedures, again, lists, by, descending, first, search, filter }) => {
      await api.db.query('truncate procedure, change_set, decision, service_list_change, service_list_entry cascade');
      const input = CODES.map((code, n) => ({ code, ...procedures[n] }));
      await api.ask(SAVE, { input });
      await api.ask(SAVE, {
        input: input.filter(({ code }) => again.includes(code)).map((one) => ({ ...one, name: `${one.name} mới` })),
      });
      await amendList(api, '2022-01-01', lists[0]);
      await amendList(api, '2022-01-01', lists[1], 'QD-KHAC');
      const codes = (rows: Row[]) => rows.map(({ code }) => code);
      expect(await walked({ sort: { by, descending }, first }), by).toEqual(codes(await plain(by, descending)));
      const { words, marked } = wordsOf(search);
      const found = (await plain()).filter((row) => words.every((word) => row.search.includes(word)));
      const fits = (row: Row) => marked.every((word) => row.marked.includes(word));
      const [bare, typed] = [fold(search), foldMarked(search)];
      const together = (row: Row) => bare.includes(' ') && (bare === typed ? row.search : row.marked).includes(typed);
      const rank = (row: Row) => (together(row) ? 0 : fits(row) ? 1 : 2);
      const ranked = [0, 1, 2].flatMap((one) => found.filter((row) => rank(row) === one));
      expect(await walked({ search, first }), search).toEqual(codes(ranked));
      expect(await countedAtOnce(filter)).toEqual(await countedOneByOne(filter));
    }),
    { numRuns: runs({ daily: 8, long: 20 }), seed: 402 },
  );
}, 120_000);

it('keeps and finds a procedure whose texts are as long as they may be', async () => {
  // Letters without a pattern: nothing makes them shorter.
  const letters = fc.sample(
    fc.array(fc.integer({ min: 0x1ea0, max: 0x1ef9 }), { minLength: 2_000, maxLength: 2_000 }),
    {
      numRuns: 1,
      seed: 402,
    },
  );
  const long = String.fromCodePoint(...(letters[0] ?? []));
  await api.ask(SAVE, { input: [{ code: '2.000001', name: long, field: long, authority: long, tiers: [] }] });
  const last = await walked({ sort: { by: 'NAME' }, first: 3 });
  expect(last).toContain('2.000001');
});
