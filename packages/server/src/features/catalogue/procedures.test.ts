import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../test/caller.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { statementsOf } from '../../../test/count-queries.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(() => async () => void (await api.db.query('truncate procedure cascade')));

interface Saved {
  code: string;
  name: string;
  field: string | null;
  tiers: string[];
  inForceFrom: string | null;
  inForceTo: string | null;
}

type Draft = Partial<Omit<Saved, 'name'>> & { name?: string };

function save(...drafts: Draft[]): Promise<Answer<{ saveProcedures: Saved[] }>> {
  const input = drafts.map((draft) => ({ code: '2.000815', name: 'Chứng thực bản sao', tiers: ['COMMUNE'], ...draft }));
  return api.gql<{ saveProcedures: Saved[] }>(
    'mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { code name field tiers inForceFrom inForceTo } }',
    { input },
  );
}

const find = async (code: string) =>
  (
    await api.ask<{ procedure: Saved | null }>(
      'query ($code: ID!) { procedure(code: $code) { code name field tiers inForceFrom inForceTo } }',
      { code },
    )
  ).procedure;
const versions = async () =>
  Number((await api.db.query<{ n: string }>('select count(*) as n from procedure_text')).rows[0]?.n);

describe('saving procedures', () => {
  it('gives them back in the order in which they came, cleaned', async () => {
    const { data } = await save(
      {
        code: '2.000815.000.00.00.H55',
        name: '  Chứng thực \n bản sao ',
        field: ' Chứng thực '.normalize('NFD'),
        tiers: ['COMMUNE', 'PROVINCE', 'COMMUNE'],
      },
      { code: '1.000689', inForceFrom: '2021-01-01', inForceTo: '2021-01-01', tiers: [] },
    );
    expect(data?.saveProcedures).toEqual([
      {
        code: '2.000815',
        name: 'Chứng thực bản sao',
        field: 'Chứng thực',
        tiers: ['PROVINCE', 'COMMUNE'],
        inForceFrom: null,
        inForceTo: null,
      },
      {
        code: '1.000689',
        name: 'Chứng thực bản sao',
        field: null,
        tiers: [],
        inForceFrom: '2021-01-01',
        inForceTo: '2021-01-01',
      },
    ]);
    expect(await find('2.000815.02')).toEqual(data?.saveProcedures[0]);
    expect([await find('2.000816'), await find('x'), await find('')]).toEqual([null, null, null]);
  });

  it('takes 5,000 at a time, and says so where there are more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ code: `3.${String(n).padStart(6, '0')}.000.00.00.H55` }));
    const refused = await save(...many(5_001));
    expect([refused.code, refused.fields]).toEqual([
      'BAD_USER_INPUT',
      [{ path: 'input', message: 'Mỗi lần gửi tối đa 5000 dòng.' }],
    ]);
    expect(await versions()).toBe(0);
    const taken = await save(...many(4_999), { code: '3.000007' });
    expect([taken.code, taken.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['input.4999.code']]);
    expect((await save(...many(5_000))).data?.saveProcedures).toHaveLength(5_000);
  });

  it('replaces the whole period in force, and keeps what it was', async () => {
    await save({ inForceFrom: '2020-01-01', inForceTo: '2022-05-31', field: 'Tư pháp' });
    await save({ inForceTo: '2022-06-30' });
    expect(await find('2.000815')).toMatchObject({ inForceFrom: null, inForceTo: '2022-06-30', field: null });
    const kept = await api.db.query(
      `select valid::text as in_force, superseded_by is null as current from procedure_period order by id`,
    );
    expect(kept.rows).toEqual([
      { in_force: '[2020-01-01,2022-06-01)', current: false },
      { in_force: '(,2022-07-01)', current: true },
    ]);
  });

  it('records nothing anew where nothing changed', async () => {
    const draft = {
      name: 'Cấp bản sao trích lục',
      field: 'Hộ tịch',
      tiers: ['DISTRICT', 'COMMUNE'],
      inForceFrom: '2020-01-01',
    };
    await save(draft);
    await save({ ...draft, tiers: ['COMMUNE', 'DISTRICT'], name: ` ${draft.name.normalize('NFD')}` });
    expect(await versions()).toBe(1);
    await save({ ...draft, field: 'Hộ tịch ' }, { code: '1.000001' });
    expect(await versions()).toBe(2);
  });

  it('takes the years from 1 to 9999', async () => {
    await save({ inForceFrom: '0001-01-01', inForceTo: '9999-12-31' });
    expect(await find('2.000815')).toMatchObject({ inForceFrom: '0001-01-01', inForceTo: '9999-12-31' });
  });

  const wrong: [string, Draft[], string[]][] = [
    ['a code of another form', [{ code: '2.0008' }], ['input.0.code']],
    ['a code of a seventh kind', [{ code: '7.000815' }], ['input.0.code']],
    ['no code', [{ code: '' }], ['input.0.code']],
    ['a code twice', [{}, { code: '1.000001' }, { code: '2.000815.02' }], ['input.2.code']],
    ['a name of blanks', [{ name: ' \n ' }], ['input.0.name']],
    ['a name without end', [{ name: 'x'.repeat(2_001) }], ['input.0.name']],
    ['a field without end', [{ field: 'x'.repeat(2_001) }], ['input.0.field']],
    ['a department as tier', [{ tiers: ['COMMUNE', 'DEPARTMENT'] }], ['input.0.tiers.1']],
    ['an end before the beginning', [{ inForceFrom: '2022-01-02', inForceTo: '2022-01-01' }], ['input.0.inForceTo']],
    ['a day that does not exist', [{}, { inForceFrom: '2022-02-30' }], ['input.1.inForceFrom']],
    [
      'everything at once',
      [{ code: 'x', name: '' }, {}, { code: 'y', tiers: ['DEPARTMENT'] }],
      ['input.0.code', 'input.0.name', 'input.2.code', 'input.2.tiers.0'],
    ],
  ];
  it.each(wrong)('refuses %s, names every field and saves none', async (_what, drafts, paths) => {
    const answer = await save(...drafts);
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', paths]);
    expect(await versions()).toBe(0);
  });

  it('takes a thousand at once, and several callers at once', async () => {
    const drafts = Array.from({ length: 1_000 }, (_none, index) => ({ code: `1.${String(index).padStart(6, '0')}` }));
    const answers = await Promise.all([
      save(...drafts),
      save(...drafts.slice(500)),
      save(...drafts.slice(0, 600).reverse()),
    ]);
    expect(answers.map(({ code, data }) => [code, data?.saveProcedures.length])).toEqual([
      [undefined, 1_000],
      [undefined, 500],
      [undefined, 600],
    ]);
    expect(await versions()).toBe(1_000);
  });
});

describe('two who save the same procedure', () => {
  const at = (code: string, expectedVersion: number | null, more: Draft = {}) =>
    api.gql<{ saveProcedures: { name: string; version: number }[] }>(
      'mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { name version } }',
      { input: [{ code, name: 'Chứng thực bản sao', tiers: ['COMMUNE'], expectedVersion, ...more }] },
    );

  it('counts the versions that were recorded', async () => {
    expect((await at('2.000815', null)).data?.saveProcedures[0]?.version).toBe(1);
    expect((await at('2.000815', 1, { field: 'Tư pháp' })).data?.saveProcedures[0]?.version).toBe(2);
    expect((await at('2.000815', 2, { field: 'Tư pháp' })).data?.saveProcedures[0]?.version).toBe(2);
    expect((await at('2.000815', null)).data?.saveProcedures[0]?.version).toBe(3);
  });

  it('tells whoever saw an older version, and stores nothing of what came along', async () => {
    await at('2.000815', 0);
    await at('2.000815', 1, { name: 'Chứng thực chữ ký' });
    const late = await api.gql('mutation ($input: [ProcedureInput!]!) { saveProcedures(input: $input) { code } }', {
      input: [
        { code: '1.000001', name: 'Thủ tục khác', tiers: [], expectedVersion: 0 },
        { code: '2.000815.000.00.00.H55', name: 'Chứng thực bản sao', tiers: [], expectedVersion: 1 },
      ],
    });
    expect(late.code).toBe('CONFLICT');
    expect(late.errors[0]?.extensions).toMatchObject({ version: 2, fields: [{ path: 'input.1.expectedVersion' }] });
    expect(await find('2.000815')).toMatchObject({ name: 'Chứng thực chữ ký', tiers: ['COMMUNE'] });
    expect(await find('1.000001')).toBeNull();
  });

  it('takes nobody for new who is there, and nobody for old who is not', async () => {
    await at('2.000815', null);
    const [again, unknown] = [await at('2.000815', 0), await at('1.000001', 1)];
    expect(again.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', version: 1 });
    expect(unknown.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', version: 0 });
  });

  it('lets one of several through who saw the same version', async () => {
    await at('2.000815', 0);
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => at('2.000815', 1, { name })));
    expect(answers.map(({ code }) => code).sort()).toEqual(['CONFLICT', 'CONFLICT', undefined]);
    expect(await versions()).toBe(2);
  });

  it('reads versions and periods of a whole page with as many statements as of one', async () => {
    await save({}, { code: '1.000001' }, { code: '1.000002' });
    const ask = (first: number) =>
      statementsOf(() => api.ask(`{ procedures(first: ${first}) { nodes { code version periods { from to } } } }`));
    await ask(1);
    const [one, all] = [await ask(1), await ask(3)];
    expect(all.sort()).toEqual(one.sort());
    expect(all.filter((text) => text.includes('from procedure_period'))).not.toHaveLength(0);
  });
});
