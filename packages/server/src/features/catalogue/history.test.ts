import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Answer } from '../../../test/caller.ts';
import { amendList } from '../../../test/factories.ts';
import { differences } from '../../../test/verifying.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
});
afterAll(() => api.close());
beforeEach(() => api.db.query('truncate procedure, change_set, decision cascade'));

const CODE = '2.000815';
const OTHER = '2.000816';

type Draft = Record<string, unknown>;
const save = (...drafts: Draft[]): Promise<Answer<{ saveProcedures: { version: number }[] }>> =>
  api.gql('mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { version } }', {
    input: drafts.map((draft) => ({ code: CODE, name: 'Chứng thực bản sao', tiers: ['COMMUNE'], ...draft })),
  });

async function read<T = Record<string, unknown>>(fields: string, args: Draft = {}): Promise<T> {
  const { procedure } = await api.ask<{ procedure: T }>(
    `query ($code: ID!, $on: Date, $knownAt: DateTime) { procedure(code: $code, on: $on, knownAt: $knownAt) { ${fields} } }`,
    { code: CODE, ...args },
  );
  return procedure;
}

const decide = (changes: Draft[], number = '1/QĐ-UBND', effectiveOn = '2022-03-01'): Promise<Answer<unknown>> =>
  api.gql('mutation ($input: ForceChangesInput!) { changeForce(input: $input) { code } }', {
    input: {
      decision: { number, issuedOn: '2022-01-15', effectiveOn },
      changes: changes.map((change) => ({ procedure: CODE, ...change })),
    },
  });

const periods = async () =>
  (await read<{ periods: { from: string | null; to: string | null }[] }>('periods { from to }')).periods.map(
    ({ from, to }) => `${from ?? '…'} ${to ?? '…'}`,
  );

const undo = (id: string): Promise<Answer<unknown>> =>
  api.gql('mutation ($id: ID!) { undoStep(id: $id) { kind undoes } }', { id });
const lastStep = async () =>
  (await api.ask<{ catalogueSteps: { nodes: { id: string }[] } }>('{ catalogueSteps { nodes { id } } }')).catalogueSteps
    .nodes[0]?.id ?? '';

describe('what a procedure says', () => {
  it('keeps all that it is told, cleaned, and what a later save does not tell', async () => {
    await save({
      authority: ' Ủy ban nhân dân  xã ',
      legalBases: ['Nghị định 23/2015/NĐ-CP', ' '],
      processingDays: 0.5,
      fees: ' 2.000 đồng/trang \r\n tối đa 200.000 đồng ',
      documents: [{ name: 'Bản chính', copies: 1 }],
      links: [{ title: 'Cổng dịch vụ công', url: 'https://dichvucong.example/tt?ma=2.000815' }],
      conditions: 'Không',
    });
    const details = {
      authority: 'Ủy ban nhân dân xã',
      legalBases: ['Nghị định 23/2015/NĐ-CP'],
      processingDays: 0.5,
      fees: '2.000 đồng/trang\ntối đa 200.000 đồng',
      documents: [{ name: 'Bản chính', copies: 1, file: null }],
      links: [{ title: 'Cổng dịch vụ công', url: 'https://dichvucong.example/tt?ma=2.000815' }],
      conditions: 'Không',
    };
    const FIELDS =
      'name authority legalBases processingDays fees documents { name copies file } links { title url } conditions';
    expect(await read(FIELDS)).toMatchObject(details);
    await save({ name: 'Chứng thực bản sao từ bản chính', fees: null });
    expect(await read(FIELDS)).toEqual({ ...details, name: 'Chứng thực bản sao từ bản chính', fees: null });
  });

  it.each([
    ['half of a half day', { processingDays: 0.25 }, 'input.0.processingDays'],
    ['a debt of days', { processingDays: -1 }, 'input.0.processingDays'],
    ['a document without a name', { documents: [{ name: ' ' }] }, 'input.0.documents.0.name'],
    ['a form that is no file', { documents: [{ name: 'Tờ khai', file: '../x' }] }, 'input.0.documents.0.file'],
    ['a link that a page would run', { links: [{ url: 'javascript:alert(1)' }] }, 'input.0.links.0.url'],
    ['a link without a host', { links: [{ url: 'dichvucong' }] }, 'input.0.links.0.url'],
    ['conditions without end', { conditions: 'x'.repeat(20_001) }, 'input.0.conditions'],
  ])('refuses %s', async (_what, draft, path) => {
    const answer = await save(draft);
    expect([answer.code, answer.fields.map((field) => field.path)]).toEqual(['BAD_USER_INPUT', [path]]);
  });

  it('reads from its day on: planned today, nothing changes until then', async () => {
    await save({ name: 'Tên cũ' });
    await save({ name: 'Tên mới', textFrom: '2022-07-01' });
    expect(await read('name textFrom textTo version')).toEqual({
      name: 'Tên cũ',
      textFrom: null,
      textTo: '2022-06-30',
      version: 2,
    });
    expect(await read('name textFrom textTo textDays', { on: '2022-07-01' })).toEqual({
      name: 'Tên mới',
      textFrom: '2022-07-01',
      textTo: null,
      textDays: ['2022-07-01'],
    });
    await save({ name: 'Tên cũ, đã sửa' });
    expect((await read('name', { on: '2022-08-01' }))['name']).toBe('Tên mới');
    expect((await read('name', { on: '2022-06-30' }))['name']).toBe('Tên cũ, đã sửa');
  });

  it('is found by what it says on the day asked for', async () => {
    await save({ name: 'Chứng thực' });
    await save({ name: 'Công chứng', textFrom: '2022-07-01' });
    const found = async (search: string, inForceOn: string) =>
      (
        await api.ask<{ procedures: { totalCount: number; nodes: unknown[] } }>(
          'query ($search: String, $inForceOn: Date) { procedures(search: $search, inForceOn: $inForceOn) { totalCount nodes { code } } }',
          { search, inForceOn },
        )
      ).procedures;
    const counts = [];
    for (const [word, day] of [
      ['cong chung', '2022-06-15'],
      ['cong chung', '2022-07-15'],
      ['chung thuc', '2022-07-15'],
    ] as const) {
      const { totalCount, nodes } = await found(word, day);
      counts.push([totalCount, nodes.length]);
    }
    expect(counts).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('can be read as known at any earlier instant', async () => {
    await save({ name: 'Trước' });
    const { at } = (await read<{ revisions: { at: string }[] }>('revisions { at }')).revisions[0] ?? { at: '' };
    await save({ name: 'Sau', inForceTo: '2022-01-31' });
    expect(await read('name inForceTo isInForce', { knownAt: at })).toEqual({
      name: 'Trước',
      inForceTo: null,
      isInForce: true,
    });
    expect(await read('name inForceTo isInForce')).toEqual({ name: 'Sau', inForceTo: '2022-01-31', isInForce: false });
  });
});

describe('versions of a procedure', () => {
  it('tell who made what of each field, the latest first', async () => {
    await save({ field: 'Chứng thực' });
    await save({ field: 'Tư pháp', tiers: ['DISTRICT', 'COMMUNE'] });
    const { revisions } = await read<{ revisions: unknown[] }>(
      'revisions { version kind author changes { field from before after } force { action from to isTakenBack } }',
    );
    expect(revisions).toEqual([
      {
        version: 2,
        kind: 'SAVED',
        author: expect.any(String) as string,
        changes: [
          { field: 'field', from: null, before: 'Chứng thực', after: 'Tư pháp' },
          { field: 'tiers', from: null, before: ['COMMUNE'], after: ['DISTRICT', 'COMMUNE'] },
        ],
        force: [],
      },
      {
        version: 1,
        kind: 'SAVED',
        author: expect.any(String) as string,
        changes: [
          { field: 'name', from: null, before: null, after: 'Chứng thực bản sao' },
          { field: 'field', from: null, before: null, after: 'Chứng thực' },
          { field: 'tiers', from: null, before: null, after: ['COMMUNE'] },
        ],
        force: [{ action: 'STATED', from: null, to: null, isTakenBack: false }],
      },
    ]);
  });

  it('are compared two by two, and brought back', async () => {
    await save({ name: 'A', field: 'F' });
    await save({ name: 'B', field: 'F' });
    await save({ name: 'C', field: 'G', inForceTo: '2022-05-31' });
    const { difference } = await read<{ difference: unknown[] }>('difference(from: 1, to: 3) { field before after }');
    expect(difference).toEqual([
      { field: 'name', before: 'A', after: 'C' },
      { field: 'field', before: 'F', after: 'G' },
    ]);
    const restore = (version: number, expectedVersion: number) =>
      api.gql<{ restoreProcedure: unknown }>(
        'mutation ($code: ID!, $version: Int!, $seen: Int) { restoreProcedure(code: $code, version: $version, expectedVersion: $seen) { name field version inForceTo } }',
        { code: CODE, version, seen: expectedVersion },
      );
    expect((await restore(1, 2)).code).toBe('CONFLICT');
    expect((await restore(9, 3)).code).toBe('NOT_FOUND');
    expect((await restore(1, 3)).data?.restoreProcedure).toEqual({
      name: 'A',
      field: 'F',
      version: 4,
      inForceTo: null,
    });
  });
});

describe('decisions on being in force', () => {
  it('repeal, enforce again and replace, and are the sources of both ends', async () => {
    await save({ inForceFrom: '2020-01-01' }, { code: OTHER, name: 'Thủ tục thay thế' });
    expect((await decide([{ action: 'REPEALED', locator: 'Phụ lục II, trang 3' }])).code).toBeUndefined();
    await decide([{ action: 'ENFORCED' }], '2/QĐ-UBND', '2022-05-01');
    await decide([{ action: 'REPLACED', replacedBy: OTHER }], '3/QĐ-UBND', '2022-09-01');
    expect(await periods()).toEqual(['2020-01-01 2022-02-28', '2022-05-01 2022-08-31']);
    const facts = await read(
      'inForceFrom inForceTo isInForce periods { openedBy { number } closedBy { number } } replacedBy { code } force { action locator decision { number } successor { code } }',
    );
    expect(facts).toEqual({
      inForceFrom: '2022-05-01',
      inForceTo: '2022-08-31',
      isInForce: true,
      periods: [
        { openedBy: null, closedBy: { number: '1/QĐ-UBND' } },
        { openedBy: { number: '2/QĐ-UBND' }, closedBy: { number: '3/QĐ-UBND' } },
      ],
      replacedBy: [{ code: OTHER }],
      force: [
        { action: 'STATED', locator: null, decision: null, successor: null },
        { action: 'REPEALED', locator: 'Phụ lục II, trang 3', decision: { number: '1/QĐ-UBND' }, successor: null },
        { action: 'ENFORCED', locator: null, decision: { number: '2/QĐ-UBND' }, successor: null },
        { action: 'REPLACED', locator: null, decision: { number: '3/QĐ-UBND' }, successor: { code: OTHER } },
      ],
    });
    expect(await read('replaces { code }', { code: OTHER })).toEqual({ replaces: [{ code: CODE }] });
    expect(await read('isInForce', { on: '2022-04-01' })).toEqual({ isInForce: false });
  });

  it('are entered once, however often the same table is sent', async () => {
    await save({});
    await decide([{ action: 'AMENDED' }, { action: 'AMENDED' }]);
    await decide([{ action: 'AMENDED' }]);
    expect(await read('version force { action }')).toEqual({
      version: 2,
      force: [{ action: 'STATED' }, { action: 'AMENDED' }],
    });
  });

  it.each([
    ['a procedure that is not there', [{ action: 'REPEALED', procedure: '9.9' }], 'input.changes.0.procedure'],
    ['what is in force already', [{ action: 'ENFORCED' }], 'input.changes.0.procedure'],
    [
      'a repeal of what is repealed',
      [{ action: 'REPEALED' }, { action: 'REPEALED', from: '2022-04-01' }],
      'input.changes.1.procedure',
    ],
    ['a replacement by itself', [{ action: 'REPLACED', replacedBy: CODE }], 'input.changes.0.replacedBy'],
    ['a replacement by nothing', [{ action: 'REPLACED' }], 'input.changes.0.replacedBy'],
    ['what no decision says', [{ action: 'STATED' }], 'input.changes.0.action'],
    ['a place without end', [{ action: 'REPEALED', locator: 'x'.repeat(101) }], 'input.changes.0.locator'],
  ])('refuse %s, and store nothing', async (_what, changes, path) => {
    await save({});
    const answer = await decide(changes);
    expect([answer.code, answer.fields.map((field) => field.path)]).toEqual(['BAD_USER_INPUT', [path]]);
    expect(await read('version force { action }')).toEqual({ version: 1, force: [{ action: 'STATED' }] });
  });

  it('tell a line that an earlier one would upset', async () => {
    await save({});
    await decide([{ action: 'AMENDED', from: '2022-05-01' }], '2/QĐ-UBND');
    const answer = await decide([{ action: 'REPEALED' }], '1/QĐ-UBND');
    expect(answer.fields[0]?.message).toContain('2.000815');
    expect(answer.code).toBe('BAD_USER_INPUT');
  });

  it('count no more once somebody states the whole period anew', async () => {
    await save({});
    await decide([{ action: 'REPEALED' }]);
    await save({ inForceFrom: '2019-01-01' });
    expect(await periods()).toEqual(['2019-01-01 …']);
    await save({ name: 'Chỉ đổi tên', inForceFrom: '2019-01-01' });
    expect(await periods()).toEqual(['2019-01-01 …']);
  });
});

describe('undoing a step', () => {
  it('has everything as it was before it, and can itself be undone', async () => {
    await save({ name: 'A', inForceFrom: '2020-01-01' });
    await save({ name: 'B', textFrom: '2022-07-01', inForceFrom: '2021-01-01' });
    const step = await lastStep();
    const read2 = () => read('name textTo textDays inForceFrom periods { from to }', { on: '2022-08-01' });
    const after = await read2();
    expect((await undo(step)).code).toBeUndefined();
    expect(await read2()).toMatchObject({ name: 'A', textDays: [], inForceFrom: '2020-01-01' });
    expect((await undo(step)).code).toBe('CONFLICT');
    await undo(await lastStep());
    expect(await read2()).toEqual(after);
    expect((await undo(step)).code).toBeUndefined();
  });

  it('is refused while something later stands on it, and told which', async () => {
    await save({ name: 'A' });
    const first = await lastStep();
    await save({ name: 'B' });
    const answer = await undo(first);
    expect([answer.code, answer.errors[0]?.message]).toEqual(['CONFLICT', expect.stringContaining(CODE) as string]);
    await undo(await lastStep());
    expect((await undo(first)).code).toBeUndefined();
    expect(await read('name')).toBeNull();
  });

  it('is refused for what made a procedure that a list or a dossier names', async () => {
    await save({});
    const made = await lastStep();
    await amendList(api, '2022-01-01', [{ procedure: CODE, tier: 'COMMUNE', level: 'LEVEL_4' }]);
    expect((await undo(made)).code).toBe('CONFLICT');
    await undo(await lastStep());
    expect((await undo(made)).code).toBeUndefined();
  });

  it('takes the lines of a list back, and lets them be said again by the same decision', async () => {
    await save({});
    const enter = () =>
      api.gql('mutation ($input: ServiceListAmendmentInput!) { amendServiceList(input: $input) { code } }', {
        input: {
          list: 'QD402',
          decision: { number: '9/QĐ-UBND', issuedOn: '2022-01-01' },
          changes: [{ action: 'ADD', procedure: CODE, tier: 'COMMUNE', level: 'LEVEL_4' }],
        },
      });
    const listed = async () =>
      (
        await api.ask<{ serviceList: { entryCount: number } }>(
          '{ serviceList(code: "QD402") { entryCount(on: "2022-06-01") } }',
        )
      ).serviceList.entryCount;
    await enter();
    expect(await listed()).toBe(1);
    await undo(await lastStep());
    expect(await listed()).toBe(0);
    await undo(await lastStep());
    expect(await listed()).toBe(1);
    await undo(await lastStep());
    await enter();
    expect(await listed()).toBe(1);
  });

  it('knows no step of another kind of name', async () => {
    for (const id of ['0', '-1', 'x', '99999999999999999999', '123456'])
      expect((await undo(id)).code).toBe('NOT_FOUND');
  });

  it('one after the other brings back every earlier state, whatever the steps were', async () => {
    const day = fc.constantFrom('2021-01-01', '2022-03-01', '2022-09-01');
    const step = fc.oneof(
      fc.record({ name: fc.constantFrom('A', 'B', 'C'), textFrom: fc.option(day), inForceFrom: fc.option(day) }),
      fc.record({ action: fc.constantFrom('ENFORCED', 'REPEALED', 'AMENDED'), from: day }),
    );
    const state = async () => {
      const seen = [];
      for (const on of ['2020-06-01', '2021-06-01', '2022-06-01', '2022-12-01'])
        seen.push(await read('name textFrom textTo isInForce', { on }));
      return JSON.stringify([seen, await periods()]);
    };
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        await api.db.query('truncate procedure, change_set, decision cascade');
        await save({ name: 'Gốc' });
        const states = [];
        for (const some of steps) {
          const before = { state: await state(), step: await lastStep() };
          const answer = 'action' in some ? await decide([some], `${(number += 1)}/QĐ`) : await save(some);
          if (answer.code === undefined && (await lastStep()) !== before.step) states.push(before.state);
        }
        const full = await state();
        for (const [at, expected] of [...states.entries()].reverse()) {
          const target = await standing();
          expect((await undo(target)).code).toBeUndefined();
          expect([at, await state()]).toEqual([at, expected]);
        }
        // And forward again.
        for (const undone of await undoings()) expect((await undo(undone)).code).toBeUndefined();
        expect(await state()).toBe(full);
        expect(await differences(api)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

const allSteps = async () =>
  (
    await api.ask<{ catalogueSteps: { nodes: { id: string; undoneBy: string | null; undoes: string | null }[] } }>(
      '{ catalogueSteps { nodes { id undoneBy undoes } } }',
    )
  ).catalogueSteps.nodes;
/** The latest step that stands and undoes nothing. */
const standing = async () =>
  (await allSteps()).find(({ undoneBy, undoes }) => undoneBy === null && undoes === null)?.id ?? '';
/** The undoings that stand, the latest first. */
const undoings = async () =>
  (await allSteps()).filter(({ undoneBy, undoes }) => undoneBy === null && undoes !== null).map(({ id }) => id);
