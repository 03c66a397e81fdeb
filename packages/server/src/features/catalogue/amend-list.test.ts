import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../test/caller.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { saveProcedures } from '../../../test/factories.ts';

let api: Api;
let lists = 0;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
  await saveProcedures(api, A, B, C);
});
afterAll(() => api.close());

const [A, B, C] = ['2.000815', '1.000689', '2.001234'] as const;

interface Change {
  action?: string;
  procedure?: string;
  tier?: string;
  level?: string | null;
}
type Decision = Record<string, string>;

function amend(
  list: string,
  decision: Decision,
  changes: Change[],
  more: Record<string, unknown> = {},
): Promise<Answer<unknown>> {
  const lines = changes.map((change) => ({
    action: 'ADD',
    procedure: A,
    tier: 'COMMUNE',
    ...(change.action !== 'REMOVE' && { level: 'LEVEL_4' }),
    ...change,
  }));
  const input = { list, decision, changes: lines, ...more };
  return api.gql('mutation ($input: ServiceListAmendmentInput!) { amendServiceList(input: $input) { code name } }', {
    input,
  });
}

/** A list of its own, empty. */
async function newList(): Promise<string> {
  const list = `QD${(lists += 1)}`;
  const made = await amend(list, { number: `danh mục ${list}`, issuedOn: '2020-01-01' }, [], {
    name: `Danh mục ${lists}`,
  });
  expect(made.code).toBeUndefined();
  return list;
}

const on = (day: string, number = `${day}/QĐ`): Decision => ({ number, issuedOn: '2020-06-01', effectiveOn: day });

it('takes 5,000 lines at a time', async () => {
  const list = await newList();
  const answer = await amend(
    list,
    on('2022-01-01'),
    Array.from({ length: 5_001 }, () => ({})),
  );
  expect([answer.code, answer.fields]).toEqual([
    'BAD_USER_INPUT',
    [{ path: 'input.changes', message: 'Mỗi lần gửi tối đa 5000 dòng.' }],
  ]);
});

interface Entry {
  list: { code: string };
  tier: string;
  level: string;
  from: string;
  to: string | null;
}

/** Everything that ever stood on a list: `2.000815 COMMUNE LEVEL_4 2021-01-01–2022-01-31`. */
async function history(list: string): Promise<string[]> {
  const { procedures } = await api.ask<{ procedures: { nodes: { code: string; listEntries: Entry[] }[] } }>(
    '{ procedures { nodes { code listEntries { list { code } tier level from to } } } }',
  );
  return procedures.nodes.flatMap(({ code, listEntries }) =>
    listEntries
      .filter((entry) => entry.list.code === list)
      .map(({ tier, level, from, to }) => `${code} ${tier} ${level} ${from}–${to ?? ''}`),
  );
}

async function standing(list: string, day: string): Promise<string[]> {
  const query = `query ($list: ID!, $on: Date) { serviceList(code: $list) { entryCount(on: $on) entries(on: $on) { nodes { procedure { code } level } } } }`;
  const { serviceList } = await api.ask<{
    serviceList: { entryCount: number; entries: { nodes: { procedure: { code: string }; level: string }[] } };
  }>(query, { list, on: day });
  const { nodes } = serviceList.entries;
  expect(serviceList.entryCount).toBe(nodes.length);
  return nodes.map(({ procedure, level }) => `${procedure.code} ${level}`);
}

describe('a decision about a list', () => {
  it('adds, changes levels and removes from its day on; the list as it stood on any day stays', async () => {
    const list = await newList();
    await amend(list, on('2021-01-01'), [{}, { procedure: B, level: 'LEVEL_3' }, { tier: 'DISTRICT' }]);
    await amend(list, on('2021-06-01'), [{ procedure: B, action: 'CHANGE_LEVEL' }]);
    await amend(list, on('2022-02-01'), [{ action: 'REMOVE' }, { procedure: C, level: 'FULL' }]);
    expect(await history(list)).toEqual([
      `${B} COMMUNE LEVEL_3 2021-01-01–2021-05-31`,
      `${B} COMMUNE LEVEL_4 2021-06-01–`,
      `${A} DISTRICT LEVEL_4 2021-01-01–`,
      `${A} COMMUNE LEVEL_4 2021-01-01–2022-01-31`,
      `${C} COMMUNE FULL 2022-02-01–`,
    ]);
    expect(await standing(list, '2020-12-31')).toEqual([]);
    expect(await standing(list, '2021-05-31')).toEqual([`${B} LEVEL_3`, `${A} LEVEL_4`, `${A} LEVEL_4`]);
    expect(await standing(list, '2022-02-01')).toEqual([`${B} LEVEL_4`, `${A} LEVEL_4`, `${C} FULL`]);
  });

  it('may be entered late, before what is already there', async () => {
    const list = await newList();
    await amend(list, on('2021-06-01'), [{ action: 'ADD', level: 'LEVEL_4' }]);
    await amend(list, on('2022-01-01'), [{ action: 'REMOVE' }]);
    // Added half a year earlier, as it turns out: the later ADD at the same level only confirms it.
    expect((await amend(list, on('2021-01-01'), [{}])).code).toBeUndefined();
    expect(await history(list)).toEqual([`${A} COMMUNE LEVEL_4 2021-01-01–2021-12-31`]);
    expect((await amend(list, on('2021-03-01'), [{ action: 'REMOVE' }])).code).toBeUndefined();
    expect(await history(list)).toEqual([
      `${A} COMMUNE LEVEL_4 2021-01-01–2021-02-28`,
      `${A} COMMUNE LEVEL_4 2021-06-01–2021-12-31`,
    ]);
  });

  it('is refused where it would leave a later one without sense', async () => {
    const list = await newList();
    await amend(list, on('2021-01-01'), [{}]);
    await amend(list, on('2022-01-01'), [{ action: 'REMOVE' }]);
    const answer = await amend(list, on('2021-06-01'), [{ action: 'REMOVE' }]);
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual([
      'BAD_USER_INPUT',
      ['input.decision.effectiveOn'],
    ]);
    expect(answer.errors[0]?.message).toContain('01/01/2022');
    expect(await history(list)).toEqual([`${A} COMMUNE LEVEL_4 2021-01-01–2021-12-31`]);
  });

  it('entered twice changes nothing, not even what is told of it', async () => {
    const list = await newList();
    const changes = [{}, { procedure: B, tier: 'DISTRICT' }];
    await amend(list, on('2021-01-01'), changes);
    expect((await amend(list, on('2021-01-01'), [...changes, {}])).code).toBeUndefined();
    await amend(list, on('2022-01-01'), [{ action: 'REMOVE' }]);
    expect((await amend(list, on('2022-01-01'), [{ action: 'REMOVE' }])).code).toBeUndefined();
    const { serviceList } = await api.ask<{ serviceList: { amendments: unknown[] } }>(
      'query ($list: ID!) { serviceList(code: $list) { amendments { decision { number issuer { code } } added removed changed changes { action tier level procedure { code } } } } }',
      { list },
    );
    const decision = (day: string) => ({ number: `${day}/QĐ`, issuer: { code: '19' } });
    expect(serviceList.amendments).toEqual([
      {
        decision: decision('2021-01-01'),
        added: 2,
        removed: 0,
        changed: 0,
        changes: [
          { action: 'ADD', tier: 'COMMUNE', level: 'LEVEL_4', procedure: { code: A } },
          { action: 'ADD', tier: 'DISTRICT', level: 'LEVEL_4', procedure: { code: B } },
        ],
      },
      {
        decision: decision('2022-01-01'),
        added: 0,
        removed: 1,
        changed: 0,
        changes: [{ action: 'REMOVE', tier: 'COMMUNE', level: null, procedure: { code: A } }],
      },
    ]);
  });

  it('of the same number, day and issuer takes effect on one day only', async () => {
    const list = await newList();
    const decision = { number: `một ${list}`, issuedOn: '2021-01-01' };
    expect((await amend(list, decision, [{}])).code).toBeUndefined();
    const moved = await amend(list, { ...decision, effectiveOn: '2021-02-01' }, [{ procedure: B }]);
    expect([moved.code, moved.fields.map(({ path }) => path)]).toEqual(['CONFLICT', ['input.decision.effectiveOn']]);
    const others = [
      { ...decision, issuer: '165', effectiveOn: '2021-02-01' },
      { ...decision, issuedOn: '2021-02-01' },
    ];
    for (const other of others) expect((await amend(list, other, [{ procedure: B }])).code).toBeUndefined();
  });

  it('in which a line takes back another leaves nothing of both', async () => {
    const list = await newList();
    await amend(list, on('2021-01-01'), [
      {},
      { action: 'REMOVE' },
      { procedure: B },
      { procedure: B, action: 'CHANGE_LEVEL', level: 'FULL' },
    ]);
    expect(await history(list)).toEqual([`${B} COMMUNE FULL 2021-01-01–`]);
  });

  it('keeps what was known before it was entered', async () => {
    const list = await newList();
    await amend(list, on('2021-01-01'), [{}]);
    await amend(list, on('2021-06-01'), [{ action: 'REMOVE' }]);
    const { rows } = await api.db.query(
      `select e.valid::text, e.superseded_by is null as current from service_list_entry e join service_list l on l.id = e.list_id
        where l.code = $1 order by e.id`,
      [list],
    );
    expect(rows).toEqual([
      { valid: '[2021-01-01,)', current: false },
      { valid: '[2021-01-01,2021-06-01)', current: true },
    ]);
  });
});

describe('what makes no sense', () => {
  const wrong: [string, Change[], string[]][] = [
    ['removing what is not listed', [{ action: 'REMOVE', procedure: C }], ['input.changes.0.procedure']],
    ['removing at another tier', [{ action: 'REMOVE', tier: 'DISTRICT' }], ['input.changes.0.procedure']],
    [
      'changing the level of what is not listed',
      [{ action: 'CHANGE_LEVEL', procedure: C }],
      ['input.changes.0.procedure'],
    ],
    ['adding at another level what is listed', [{ procedure: B }, { level: 'FULL' }], ['input.changes.1.procedure']],
    [
      'an unknown procedure',
      [{}, { procedure: '3.999999' }, { procedure: 'x' }],
      ['input.changes.1.procedure', 'input.changes.2.procedure'],
    ],
    ['a department as tier', [{ tier: 'DEPARTMENT' }], ['input.changes.0.tier']],
    [
      'adding without a level',
      [{ level: null }, { action: 'CHANGE_LEVEL', level: null }],
      ['input.changes.0.level', 'input.changes.1.level'],
    ],
  ];
  it.each(wrong)('is refused with every line named, and nothing is entered: %s', async (_what, changes, paths) => {
    const list = await newList();
    await amend(list, on('2021-01-01'), [{}]);
    const before = await api.db.query('select from decision');
    const answer = await amend(list, on('2021-06-01', `x ${list}`), changes);
    expect([answer.code, answer.fields.map(({ path }) => path).sort()]).toEqual(['BAD_USER_INPUT', paths]);
    expect((await api.db.query('select from decision')).rowCount).toBe(before.rowCount);
    expect(await history(list)).toEqual([`${A} COMMUNE LEVEL_4 2021-01-01–`]);
  });
});

describe('a list', () => {
  it('is made by the first decision that gives it a name, and renamed by a later one', async () => {
    const made = await amend('QD-MOI', on('2021-01-01', 'mới'), [{}], { name: '  Danh mục mới ' });
    expect(made.data).toEqual({ amendServiceList: { code: 'QD-MOI', name: 'Danh mục mới' } });
    expect((await amend('QD-MOI', on('2021-01-02', 'mới 2'), [], { name: null })).data).toEqual(made.data);
    const renamed = await amend('QD-MOI', on('2021-01-03', 'mới 3'), [], { name: 'Danh mục khác' });
    expect(renamed.data).toEqual({ amendServiceList: { code: 'QD-MOI', name: 'Danh mục khác' } });
  });

  it.each([undefined, null, '', '   '])('that nobody knows is refused with the name %j', async (name) => {
    const answer = await amend('QD-KHONG', on('2021-01-01', 'không'), [{}], { name });
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['input.list']]);
  });

  it.each(['', ' ', 'a b', 'x'.repeat(41), 'danh mục'])('cannot have the code %j', async (code) => {
    const answer = await amend(code, on('2021-01-01', 'mã'), [], { name: 'Danh mục' });
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['input.list']]);
  });

  it('begun by several at once is one list', async () => {
    const answers = await Promise.all(
      [A, B, C].map((procedure, at) =>
        amend('QD-CHUNG', on('2021-01-01', `chung ${at}`), [{ procedure }], { name: 'Chung' }),
      ),
    );
    expect(answers.map(({ code }) => code)).toEqual([undefined, undefined, undefined]);
    expect(await standing('QD-CHUNG', '2021-01-01')).toHaveLength(3);
  });

  it('stands as of today unless told otherwise, and by tier', async () => {
    const list = await newList();
    await amend(list, on('2022-06-15'), [{}, { tier: 'PROVINCE', procedure: B }]);
    await amend(list, on('2022-06-16'), [{ action: 'REMOVE' }]);
    const { serviceList } = await api.ask<{ serviceList: Record<string, { totalCount: number }> }>(
      `{ serviceList(code: "${list}") { all: entries { totalCount } department: entries(tier: DEPARTMENT) { totalCount }
         province: entries(tier: PROVINCE) { totalCount } district: entries(tier: DISTRICT) { totalCount } } }`,
    );
    expect(Object.values(serviceList).map(({ totalCount }) => totalCount)).toEqual([2, 1, 1, 0]);
    expect(await api.ask('{ serviceList(code: "nothing") { code } }')).toEqual({ serviceList: null });
  });
});
