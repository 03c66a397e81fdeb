import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import {
  amendList,
  buildAccount,
  dossierCode,
  dossierRow,
  nameUnits,
  saveProcedures,
} from '../../../../test/factories.ts';

let api: Api;
let number = 0;
const [A, B] = ['05506', '05509'] as const;
const MARCH = 'from: "2022-03-01", to: "2022-03-31"';

function dossiers(unit: 1 | 2, online: number, all: number) {
  return Array.from({ length: all }, (_none, index) =>
    dossierRow({ MaHoSo: dossierCode(`H55.1.${unit}`, (number += 1)), KenhThucHien: index < online ? '2' : '1' }),
  );
}

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-04-20T05:00:00Z') });
  await saveProcedures(api, '2.000815', '1.000689');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815', level: 'FULL' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  // A receives 10 of 40 online, B all of 4.
  await api.ingest([...dossiers(1, 10, 40), ...dossiers(2, 4, 4)]);
});
afterAll(() => api.close());

interface Row {
  unit: { code: string };
  rank: number | null;
  sum: number;
  outOf: number;
  complete: boolean;
  components: { code: string; score: number | null }[];
  inputs: {
    name: string;
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    evidence: string | null;
  }[];
  gains: { input: string; more: number; points: number }[];
}
const ROWS = `set { code version } rows { unit { code } rank sum outOf complete components { code score }
  inputs { name value numerator denominator evidence } gains { input more points } }`;

async function scores(set: string, more = ''): Promise<Map<string, Row>> {
  const found = await api.ask<{ indexScores: { rows: Row[] } }>(
    `{ indexScores(set: "${set}", ${MARCH}, kind: COMMUNE, under: "165"${more}) { ${ROWS} } }`,
  );
  return new Map(found.indexScores.rows.map((row) => [row.unit.code, row]));
}

describe('the national set', () => {
  it('is counted from the indicators, exactly, and says what an improvement is worth', async () => {
    // A: one of two procedures is offered full online, 0,5: min(2; 2 × 0,5 ÷ 0,8) = 1,25. One of one listed service had an online dossier: 4.
    // 10 of 40 received online: min(6; 6 × 0,25 ÷ 0,5) = 3. Together 8,25 of 12.
    const a = (await scores('DVCTT_766')).get(A);
    expect(a).toMatchObject({ sum: 8.25, outOf: 12, complete: true, rank: 2 });
    expect(a?.components.map(({ score }) => score)).toEqual([1.25, 4, 3]);
    expect(a?.inputs.map(({ name, numerator, denominator }) => `${name} ${numerator}/${denominator}`)).toEqual([
      'A 1/2',
      'B 1/1',
      'C 10/40',
    ]);
    // One more procedure offered: 2 − 1,25. One more online dossier of 40: 6 × 0,025 ÷ 0,5.
    expect(a?.gains).toEqual([
      { input: 'A', more: 1, points: 0.75 },
      { input: 'C', more: 1, points: 0.3 },
    ]);
  });

  it('gives no unit more than its most, and none a rank of which something is unknown', async () => {
    const all = await scores('DVCTT_766');
    expect(all.get(B)).toMatchObject({ rank: 1, sum: 11.25 });
    const idle = [...all.values()].filter(({ unit }) => unit.code !== A && unit.code !== B);
    expect(idle.length).toBeGreaterThan(0);
    for (const row of idle) {
      expect(row).toMatchObject({ rank: null, complete: false });
      expect(row.components.at(-1)?.score).toBeNull();
    }
  });
});

const save = (code: string, expectedVersion: number, input: Record<string, unknown>) =>
  api.gql<{ saveIndexSet: { version: number } }>(
    `mutation ($code: ID!, $input: IndexSetInput!, $expectedVersion: Int!) {
       saveIndexSet(code: $code, input: $input, expectedVersion: $expectedVersion) { version } }`,
    { code, input, expectedVersion },
  );
const typedSet = (expression: string) => ({
  name: 'Bộ thử',
  inputs: [{ name: 'X', label: 'Số nhập tay', kind: 'TYPED' }],
  components: [{ code: '1', name: 'Một', maximum: '10', expression }],
});
const give = (values: Record<string, unknown>[], set = 'THU') =>
  api.gql<{ setIndexValues: { rows: Row[] } }>(
    `mutation ($set: ID!, $values: [IndexValueInput!]!) {
       setIndexValues(set: $set, ${MARCH}, kind: COMMUNE, values: $values) { ${ROWS} } }`,
    { set, values },
  );

describe('a set of one’s own', () => {
  beforeAll(() => save('HAI_NGUOI', 0, typedSet('X')));

  it('is saved in versions, of which each scores as it did', async () => {
    expect((await save('THU', 0, typedSet('X'))).data?.saveIndexSet.version).toBe(1);
    await give([{ unit: A, input: 'X', value: '3,5', evidence: 'Báo cáo 1.' }]);
    expect((await save('THU', 1, typedSet('2×X'))).data?.saveIndexSet.version).toBe(2);
    expect((await scores('THU')).get(A)).toMatchObject({ sum: 7, rank: 1 });
    expect((await scores('THU', ', version: 1')).get(A)).toMatchObject({ sum: 3.5 });
    const { errors } = await save('THU', 1, typedSet('X'));
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', version: 2 });
  });

  it('takes numbers with what shows them, taken back with a reason, and as they were known', async () => {
    const before = new Date().toISOString();
    await new Promise((done) => setTimeout(done, 5));
    const { data } = await give([{ unit: B, input: 'X', value: '4', evidence: 'Báo cáo 2.' }]);
    const b = data?.setIndexValues.rows.find(({ unit }) => unit.code === B);
    expect(b).toMatchObject({ sum: 8, inputs: [{ value: 4, evidence: 'Báo cáo 2.' }] });
    await give([{ unit: B, input: 'X', value: null, evidence: 'Nhầm đơn vị.' }]);
    expect((await scores('THU')).get(B)).toMatchObject({ complete: false, rank: null });
    expect((await scores('THU', `, knownAt: "${before}"`)).get(A)).toMatchObject({ sum: 7 });
  });

  it('takes a number that two give at once, and one of them stands', async () => {
    const two = ['6', '8'].map((value) => ({ unit: A, input: 'X', value, evidence: `Báo cáo ${value}.` }));
    const answers = await Promise.all(two.map((value) => give([value], 'HAI_NGUOI')));
    expect(answers.map(({ errors }) => errors)).toEqual([[], []]);
    const { rows } = await api.db.query<{ n: number }>(
      `select count(*)::int as n from index_value where set_id = (select id from index_set where code = 'HAI_NGUOI') and superseded_by is null`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('is tried before it is saved, with the numbers that were given for it, and nothing is saved', async () => {
    const tried = (input: Record<string, unknown>) =>
      api.gql<{ tryIndexSet: { rows: Row[] } }>(
        `query ($input: IndexSetInput!) { tryIndexSet(code: "THU", input: $input, ${MARCH}, kind: COMMUNE) { ${ROWS} } }`,
        { input },
      );
    const { data } = await tried(typedSet('X÷2'));
    expect(data?.tryIndexSet.rows.find(({ unit }) => unit.code === A)).toMatchObject({ sum: 1.75, rank: 1 });
    expect((await scores('THU')).get(A)).toMatchObject({ sum: 7 });
    const { errors } = await tried(typedSet('X÷0'));
    expect(errors[0]?.extensions).toMatchObject({ fields: [{ path: 'input.components.0.expression' }] });
  });

  it('says where it counts otherwise than what was first saved by the same decision', async () => {
    const by = (source: string | null, expression: string) => ({ ...typedSet(expression), source });
    for (const [at, formula] of ['X', 'X', '2×X'].entries()) await save('THEO_QD', at, by('12/QĐ-UBND', formula));
    await save('THEO_QD', 3, by('90/QĐ-UBND', '3×X'));
    const { indexSetVersions } = await api.ask<{ indexSetVersions: { version: number; differsFrom: number | null }[] }>(
      '{ indexSetVersions(set: "THEO_QD") { version differsFrom } }',
    );
    expect(indexSetVersions.map(({ version, differsFrom }) => [version, differsFrom])).toEqual([
      [4, null],
      [3, 1],
      [2, null],
      [1, null],
    ]);
  });

  it('is refused where it cannot be read, each fault in its place', async () => {
    const { errors } = await save('THU', 2, { ...typedSet('min(1, X)'), name: '' });
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.name' }, { path: 'input.components.0.expression' }],
    });
    expect((await save('thử', 0, typedSet('X'))).errors[0]?.extensions).toMatchObject({ fields: [{ path: 'code' }] });
  });

  it('refuses numbers of what is counted, without evidence, below nothing, or twice; and stores none of them', async () => {
    const { errors } = await give([
      { unit: A, input: 'C', value: '1', evidence: 'x' },
      { unit: A, input: 'X', value: '-1', evidence: 'x' },
      { unit: A, input: 'X', value: '1', evidence: ' ' },
    ]);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [
        { path: 'values.0.input' },
        { path: 'values.1.value' },
        { path: 'values.2.evidence' },
        { path: 'values.2.unit' },
      ],
    });
    expect((await scores('THU')).get(A)).toMatchObject({ sum: 7 });
    const unknown = await api.gql(`{ indexScores(set: "NOPE", ${MARCH}, kind: COMMUNE) { rows { sum } } }`);
    expect(unknown.errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is nobody’s to change who has no right to it', async () => {
    const planner = api.as(await buildAccount(api, { role: 'PLANNER' }));
    const { errors } = await planner.gql(
      'mutation { saveIndexSet(code: "X1", expectedVersion: 0, input: { name: "x", inputs: [], components: [] }) { version } }',
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});
