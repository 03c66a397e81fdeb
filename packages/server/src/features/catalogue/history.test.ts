import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { CatalogueHand, CODE, OTHER } from '../../../test/catalogue-hand.ts';

let api: Api;
const hand = new CatalogueHand(() => api);
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
});
afterAll(() => api.close());
beforeEach(() => api.db.query('truncate procedure, change_set, decision cascade'));

describe('what a procedure says', () => {
  it('keeps all that it is told, cleaned, and what a later save does not tell', async () => {
    await hand.save({
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
    expect(await hand.read(FIELDS)).toMatchObject(details);
    await hand.save({ name: 'Chứng thực bản sao từ bản chính', fees: null });
    expect(await hand.read(FIELDS)).toEqual({ ...details, name: 'Chứng thực bản sao từ bản chính', fees: null });
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
    const answer = await hand.save(draft);
    expect([answer.code, answer.fields.map((field) => field.path)]).toEqual(['BAD_USER_INPUT', [path]]);
  });

  it('reads from its day on: planned today, nothing changes until then', async () => {
    await hand.save({ name: 'Tên cũ' });
    await hand.save({ name: 'Tên mới', textFrom: '2022-07-01' });
    expect(await hand.read('name textFrom textTo version')).toEqual({
      name: 'Tên cũ',
      textFrom: null,
      textTo: '2022-06-30',
      version: 2,
    });
    expect(await hand.read('name textFrom textTo textDays', { on: '2022-07-01' })).toEqual({
      name: 'Tên mới',
      textFrom: '2022-07-01',
      textTo: null,
      textDays: ['2022-07-01'],
    });
    await hand.save({ name: 'Tên cũ, đã sửa' });
    expect((await hand.read('name', { on: '2022-08-01' }))['name']).toBe('Tên mới');
    expect((await hand.read('name', { on: '2022-06-30' }))['name']).toBe('Tên cũ, đã sửa');
  });

  it('is found by what it says on the day asked for', async () => {
    await hand.save({ name: 'Chứng thực' });
    await hand.save({ name: 'Công chứng', textFrom: '2022-07-01' });
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
    await hand.save({ name: 'Trước' });
    const { at } = (await hand.read<{ revisions: { at: string }[] }>('revisions { at }')).revisions[0] ?? { at: '' };
    await hand.save({ name: 'Sau', inForceTo: '2022-01-31' });
    expect(await hand.read('name inForceTo isInForce', { knownAt: at })).toEqual({
      name: 'Trước',
      inForceTo: null,
      isInForce: true,
    });
    expect(await hand.read('name inForceTo isInForce')).toEqual({
      name: 'Sau',
      inForceTo: '2022-01-31',
      isInForce: false,
    });
  });
});

describe('versions of a procedure', () => {
  it('tell who made what of each field, the latest first', async () => {
    await hand.save({ field: 'Chứng thực' });
    await hand.save({ field: 'Tư pháp', tiers: ['DISTRICT', 'COMMUNE'] });
    const { revisions } = await hand.read<{ revisions: unknown[] }>(
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
    await hand.save({ name: 'A', field: 'F' });
    await hand.save({ name: 'B', field: 'F' });
    await hand.save({ name: 'C', field: 'G', inForceTo: '2022-05-31' });
    const { difference } = await hand.read<{ difference: unknown[] }>(
      'difference(from: 1, to: 3) { field before after }',
    );
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
    await hand.save({ inForceFrom: '2020-01-01' }, { code: OTHER, name: 'Thủ tục thay thế' });
    expect((await hand.decide([{ action: 'REPEALED', locator: 'Phụ lục II, trang 3' }])).code).toBeUndefined();
    await hand.decide([{ action: 'ENFORCED' }], '2/QĐ-UBND', '2022-05-01');
    await hand.decide([{ action: 'REPLACED', replacedBy: OTHER }], '3/QĐ-UBND', '2022-09-01');
    expect(await hand.periods()).toEqual(['2020-01-01 2022-02-28', '2022-05-01 2022-08-31']);
    const facts = await hand.read(
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
    expect(await hand.read('replaces { code }', { code: OTHER })).toEqual({ replaces: [{ code: CODE }] });
    expect(await hand.read('isInForce', { on: '2022-04-01' })).toEqual({ isInForce: false });
  });

  it('are entered once, however often the same table is sent', async () => {
    await hand.save({});
    await hand.decide([{ action: 'AMENDED' }, { action: 'AMENDED' }]);
    await hand.decide([{ action: 'AMENDED' }]);
    expect(await hand.read('version force { action }')).toEqual({
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
    await hand.save({});
    const answer = await hand.decide(changes);
    expect([answer.code, answer.fields.map((field) => field.path)]).toEqual(['BAD_USER_INPUT', [path]]);
    expect(await hand.read('version force { action }')).toEqual({ version: 1, force: [{ action: 'STATED' }] });
  });

  it('tell a line that an earlier one would upset', async () => {
    await hand.save({});
    await hand.decide([{ action: 'AMENDED', from: '2022-05-01' }], '2/QĐ-UBND');
    const answer = await hand.decide([{ action: 'REPEALED' }], '1/QĐ-UBND');
    expect(answer.fields[0]?.message).toContain('2.000815');
    expect(answer.code).toBe('BAD_USER_INPUT');
  });

  it('count no more once somebody states the whole period anew', async () => {
    await hand.save({});
    await hand.decide([{ action: 'REPEALED' }]);
    await hand.save({ inForceFrom: '2019-01-01' });
    expect(await hand.periods()).toEqual(['2019-01-01 …']);
    await hand.save({ name: 'Chỉ đổi tên', inForceFrom: '2019-01-01' });
    expect(await hand.periods()).toEqual(['2019-01-01 …']);
  });
});
