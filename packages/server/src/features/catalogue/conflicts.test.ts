import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { CatalogueHand, CODE, OTHER, type Draft } from '../../../test/catalogue-hand.ts';
import { buildAccount } from '../../../test/factories.ts';

let api: Api;
let colleague: ReturnType<Api['as']>;
let colleagueName = '';
const hand = new CatalogueHand(() => api);
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
  const account = await buildAccount(api, { role: 'ADMINISTRATOR' });
  colleagueName = account.username;
  colleague = api.as(account);
});
afterAll(() => api.close());
beforeEach(() => api.db.query('truncate procedure, change_set, decision, procedure_draft cascade'));

interface Told {
  code: string;
  index: number;
  expectedVersion: number;
  version: number;
  fields: Record<string, unknown>[];
}

const SAVE = 'mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { version } }';
const full = (draft: Draft) => ({ code: CODE, name: 'Chứng thực bản sao', tiers: ['COMMUNE'], ...draft });
const bySomebodyElse = (draft: Draft) => colleague.gql(SAVE, { input: [full(draft)] });

/** What an answer tells of lost races, of each field the values and whose they are. */
function told(answer: { errors: readonly { extensions?: Record<string, unknown> }[] }): Told[] {
  return (answer.errors[0]?.extensions?.['conflicts'] ?? []) as Told[];
}
const sides = ({ fields }: Pick<Told, 'fields'>) =>
  fields.map(({ field, ancestor, current, own, touchedBy }) => [field, ancestor, current, own, touchedBy]);

describe('a save that lost the race', () => {
  it('is told field by field what was there, what is there and what it would make of it, and stores nothing', async () => {
    await hand.save({ fees: 'Không', authority: 'UBND cấp xã' });
    await bySomebodyElse({ name: 'Chứng thực bản sao từ bản chính', fees: '2.000 đồng', conditions: 'Không' });
    const answer = await hand.save({ fees: '3.000 đồng', conditions: 'Không', field: 'Tư pháp', expectedVersion: 1 });
    const [conflict] = told(answer);
    expect([answer.code, conflict?.code, conflict?.expectedVersion, conflict?.version]).toEqual([
      'CONFLICT',
      CODE,
      1,
      2,
    ]);
    expect(conflict && sides(conflict)).toEqual([
      ['name', 'Chứng thực bản sao', 'Chứng thực bản sao từ bản chính', 'Chứng thực bản sao', 'CURRENT'],
      ['field', null, null, 'Tư pháp', 'OWN'],
      ['fees', 'Không', '2.000 đồng', '3.000 đồng', 'BOTH'],
      ['conditions', null, 'Không', 'Không', 'SAME'],
    ]);
    const [name, field] = conflict?.fields ?? [];
    expect([name?.['changedBy'], field?.['changedBy']]).toEqual([colleagueName, null]);
    expect(await hand.read('version fees field authority')).toEqual({
      version: 2,
      fees: '2.000 đồng',
      field: null,
      authority: 'UBND cấp xã',
    });
  });

  it('finds nothing changed in documents and links that are as they were', async () => {
    const lists = {
      documents: [{ name: 'Tờ khai', copies: 1, file: null }],
      links: [{ title: 'Cổng dịch vụ công', url: 'https://dichvucong.example/' }],
    };
    await hand.save(lists);
    await hand.save(lists);
    expect(await hand.read('version')).toEqual({ version: 1 });
    await bySomebodyElse({ fees: 'Không' });
    const [conflict] = told(await hand.save({ ...lists, conditions: 'Có', expectedVersion: 1 }));
    expect(conflict?.fields.map(({ field }) => field)).toEqual(['fees', 'conditions']);
  });

  it('is told of days in force, also where a decision moved them', async () => {
    await hand.save({ inForceFrom: '2020-01-01' });
    await hand.decide([{ action: 'REPEALED' }]);
    const [conflict] = told(
      await hand.save({ inForceFrom: '2020-01-01', inForceTo: '2022-12-31', expectedVersion: 1 }),
    );
    expect(conflict && sides(conflict)).toEqual([['inForceTo', null, '2022-02-28', '2022-12-31', 'BOTH']]);
  });

  it('is compared with the text of the day from which its own is to hold', async () => {
    await hand.save({ name: 'Tên đầu' });
    await hand.save({ name: 'Tên từ tháng 7', textFrom: '2022-07-01' });
    await bySomebodyElse({ name: 'Tên khác từ tháng 7', textFrom: '2022-07-01' });
    const [conflict] = told(await hand.save({ name: 'Của tôi', textFrom: '2022-08-01', expectedVersion: 2 }));
    expect(conflict && sides(conflict)).toEqual([['name', 'Tên từ tháng 7', 'Tên khác từ tháng 7', 'Của tôi', 'BOTH']]);
  });

  it('knows the version that was seen also after it was undone', async () => {
    await hand.save({ fees: 'Không' });
    await bySomebodyElse({ fees: '2.000 đồng' });
    await hand.undo(await hand.lastStep());
    const [conflict] = told(await hand.save({ fees: '3.000 đồng', expectedVersion: 2 }));
    expect(conflict && sides(conflict)).toEqual([['fees', '2.000 đồng', 'Không', '3.000 đồng', 'BOTH']]);
    expect(conflict?.version).toBe(3);
  });

  it('of a new procedure finds the one that somebody else made, and of one whose making was undone nothing', async () => {
    await bySomebodyElse({ name: 'Của người khác' });
    const [made] = told(await hand.save({ name: 'Của tôi', expectedVersion: 0 }));
    expect(made && sides(made)).toEqual([
      ['name', '', 'Của người khác', 'Của tôi', 'BOTH'],
      ['tiers', [], ['COMMUNE'], ['COMMUNE'], 'SAME'],
    ]);
    await hand.undo(await hand.lastStep());
    const [gone] = told(await hand.save({ name: 'Của tôi', expectedVersion: 1 }));
    expect([gone?.version, gone?.fields[0]?.['current']]).toEqual([0, '']);
  });

  it('tells every procedure of the save that lost, by its place', async () => {
    await hand.save({}, { code: OTHER });
    await hand.save({ name: 'A' }, { code: OTHER, name: 'B' });
    const answer = await hand.save({ expectedVersion: 2 }, { code: OTHER, name: 'C', expectedVersion: 1 });
    expect(told(answer).map(({ index, code }) => [index, code])).toEqual([[1, OTHER]]);
  });

  it('is one of two at once, and loses nothing of the other', async () => {
    await hand.save({});
    const answers = await Promise.all([
      hand.save({ fees: '1', expectedVersion: 1 }),
      bySomebodyElse({ conditions: '2', expectedVersion: 1 }),
    ]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['CONFLICT', undefined]);
    const loser = answers.find(({ code }) => code === 'CONFLICT');
    const touched = loser && told(loser)[0]?.fields.map(({ touchedBy }) => touchedBy);
    expect(touched?.toSorted()).toEqual(['CURRENT', 'OWN']);
  });
});

describe('a restoring that lost the race', () => {
  it('is told the same way', async () => {
    await hand.save({ fees: '1' });
    await hand.save({ fees: '2' });
    await hand.save({ fees: '3' });
    const answer = await api.gql(
      'mutation ($code: ID!) { restoreProcedure(code: $code, version: 1, expectedVersion: 2) { version } }',
      { code: CODE },
    );
    const [conflict] = told(answer);
    expect(conflict && sides(conflict)).toEqual([['fees', '2', '3', '1', 'BOTH']]);
  });
});

describe('a text that a decision says', () => {
  const decision = { number: '9/QĐ-UBND', issuedOn: '2022-06-01', effectiveOn: '2022-07-01' };
  const SOURCE = 'name textDecision { number } textLocator';
  const later = { on: '2022-07-01' };

  it('names it with its page, and keeps it when the text is corrected', async () => {
    await hand.save({ name: 'Cũ' });
    await hand.save({ name: 'Mới', textFrom: '2022-07-01', decision, locator: ' Phụ lục I, trang 2 ' });
    expect(await hand.read(SOURCE)).toEqual({ name: 'Cũ', textDecision: null, textLocator: null });
    const said = { textDecision: { number: '9/QĐ-UBND' }, textLocator: 'Phụ lục I, trang 2' };
    expect(await hand.read(SOURCE, later)).toEqual({ name: 'Mới', ...said });
    await hand.save({ name: 'Mới, đã sửa', textFrom: '2022-07-01' });
    expect(await hand.read(SOURCE, later)).toEqual({ name: 'Mới, đã sửa', ...said });
    await hand.save({ name: 'Sau nữa', textFrom: '2022-08-01' });
    expect(await hand.read(SOURCE, { on: '2022-08-01' })).toMatchObject({ textDecision: null, textLocator: null });
  });

  it('may be named later, and taken away', async () => {
    await hand.save({});
    await hand.save({ decision, locator: 'trang 1' });
    expect(await hand.read(`version ${SOURCE}`)).toMatchObject({ version: 2, textDecision: { number: '9/QĐ-UBND' } });
    await hand.save({ decision, locator: 'trang 1' });
    await hand.save({ decision: null, locator: null });
    expect(await hand.read(`version ${SOURCE}`)).toMatchObject({ version: 3, textDecision: null, textLocator: null });
  });

  it.each([
    ['a decision without a number', { decision: { number: ' ', issuedOn: '2022-06-01' } }, 'input.0.decision.number'],
    ['a place without end', { locator: 'x'.repeat(101) }, 'input.0.locator'],
  ])('refuses %s', async (_what, draft, path) => {
    const answer = await hand.save(draft);
    expect([answer.code, answer.fields.map((field) => field.path)]).toEqual(['BAD_USER_INPUT', [path]]);
  });
});
