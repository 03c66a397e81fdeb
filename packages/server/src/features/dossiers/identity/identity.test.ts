import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { buildSource, OneStop } from '../../../../test/one-stop.ts';
import { differences } from '../../../../test/verifying.ts';
import { write } from '../../../app/database.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { takeAsGone } from './gone-at-source.service.ts';

let api: Api;
const SOURCES = [
  { name: 'Cổng tỉnh', rank: 1 },
  { name: 'Một cửa A', rank: 50 },
  { name: 'Một cửa B', rank: 50 },
] as const;
type Source = 0 | 1 | 2;
const sessions: string[] = [];
const ids: string[] = [];
const PASSWORD = 'Mat-khau-nguon';
const [A, B] = ['H55.164.3-220301-0001', 'H55.164.3-220301-0002'];
const WHY = 'Một cửa đổi cách ghi mã.';

beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'], '05500': ['H55.164.9'] });
  await saveProcedures(api, '2.000815', '2.000816');
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
  for (const [n, facts] of SOURCES.entries()) {
    ids.push(await buildSource(api, { ...facts, loginName: `nguon${n}`, password: PASSWORD }));
    sessions.push(await new OneStop(api).login(`nguon${n}`, PASSWORD));
  }
});
afterAll(() => api.close());
beforeEach(() =>
  api.db.query(
    `truncate month_standing, booked_moment, dossier, dossier_version, dossier_statement, dossier_progress, progress_waiting, progress_said, dossier_identity, dossier_step, source_day,
       quarantine, ingest_batch, ledger, day_total, month_total, service_ledger, service_total cascade`,
  ),
);

const row = (code: string, status = 10, more: Record<string, string> = {}) =>
  dossierRow({ MaHoSo: code, TrangThaiHoSo: String(status), ...more });
const send = (who: Source, ...rows: Record<string, string>[]) =>
  new OneStop(api).send(sessions[who] ?? '', 'DongBoHoSoMC', rows);

const RECORD = `code gone splitFrom mergedInto takenCodes { code source }
  versions { version gone status source changed step stepOther reason by } statements { source code status believed isGone differs }`;
interface Found {
  code: string;
  gone: string | null;
  splitFrom: string | null;
  mergedInto: string | null;
  takenCodes: { code: string; source: string | null }[];
  versions: Record<string, unknown>[];
  statements: Record<string, unknown>[];
}
const record = async (code: string) =>
  (await api.ask<{ dossier: Found | null }>(`query ($code: ID!) { dossier(code: $code) { ${RECORD} } }`, { code }))
    .dossier;
const step = (name: 'deleteDossier' | 'restoreDossier', code: string) =>
  api.gql(`mutation ($code: ID!, $why: String!) { ${name}(code: $code, reason: $why) { code } }`, { code, why: WHY });
/** A source says that it has not got some codes any more. */
const gone = (who: Source, ...keys: string[]) =>
  write(api.app.db, { purpose: 'test', accountId: null, sight: EVERYTHING }, async (tx) => {
    await lockDossiers(tx);
    await tx.run('create temporary table missed on commit drop as select unnest($1::text[]) as code_key', [keys]);
    return (await takeAsGone(tx, api.app.provinceId, { sourceId: Number(ids[who]), within: null })).gone;
  });
const merge = (from: string, into: string) =>
  api.gql(
    'mutation ($from: ID!, $into: ID!, $why: String!) { mergeDossiers(from: $from, into: $into, reason: $why) { code } }',
    {
      from,
      into,
      why: WHY,
    },
  );
const split = (code: string, source: Source | null = null) =>
  api.gql(
    'mutation ($code: ID!, $source: ID, $why: String!) { splitDossier(code: $code, source: $source, reason: $why) { code } }',
    {
      code,
      source: source === null ? null : ids[source],
      why: WHY,
    },
  );

/** The figure of the commune, `numerator/denominator`. */
async function figure(knownAt: Date | null = null): Promise<string> {
  const { unit } = await api.ask<{ unit: { attainment: { numerator: number; denominator: number } } }>(
    `query ($knownAt: DateTime) { unit(code: "05503") { attainment(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31", knownAt: $knownAt) { numerator denominator } } }`,
    { knownAt: knownAt?.toISOString() ?? null },
  );
  return `${unit.attainment.numerator}/${unit.attainment.denominator}`;
}
const latest = async () => (await api.db.query<{ at: Date }>('select max(at) as at from moment')).rows[0]!.at;
const stand = async () =>
  (
    await api.db.query<{ x: string }>(
      `select concat_ws(' ', code_key, status, gone) as x from dossier order by code_key`,
    )
  ).rows.map(({ x }) => x);
/** Nothing that is stored disagrees, now or at any earlier moment. */
async function agree(): Promise<void> {
  expect(await differences(api)).toEqual([]);
  const { rows } = await api.db.query<{ at: Date }>(
    'select m.at from moment m join ingest_batch b on b.recorded_by = m.id',
  );
  for (const { at } of rows) expect([at, await differences(api, at)]).toEqual([at, []]);
}

describe('a dossier that is deleted', () => {
  it('counts nowhere from then on and says why, as before it is known as it was; restored it counts again', async () => {
    await api.ingest([row(A), row(B)]);
    const before = await latest();
    expect((await step('deleteDossier', A)).code).toBeUndefined();
    expect([await figure(), await figure(before)]).toEqual(['1/1', '2/2']);
    const deleted = await latest();
    expect(await record(A)).toMatchObject({
      gone: 'DELETED',
      versions: [
        { version: 2, gone: 'DELETED', changed: ['GONE'], step: 'DELETE', reason: WHY },
        { version: 1, gone: null, changed: [], step: null },
      ],
    });
    const { dossiers } = await api.ask<{ dossiers: { nodes: { code: string; reason: string }[] } }>(
      `{ dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: "05503", from: "2022-01-01", to: "2022-12-31", countedAs: NOT_COUNTED) { nodes { code reason } } }`,
    );
    expect(dossiers.nodes).toEqual([{ code: A, reason: 'Không tính: hồ sơ đã xoá khỏi số liệu.' }]);
    await step('restoreDossier', A);
    expect([await figure(), await figure(deleted)]).toEqual(['2/2', '1/1']);
    const { rows } = await api.db.query(`select cause, sum(denominator)::int as n from ledger group by 1 order by 1`);
    expect(rows).toContainEqual({ cause: 'NEW', n: expect.any(Number) as number });
    expect(rows).toContainEqual({ cause: 'GONE', n: 0 });
    await agree();
  });

  it('stays deleted whatever comes of it, and cannot be deleted twice', async () => {
    await api.ingest([row(A)]);
    await step('deleteDossier', A);
    await api.ingest([row(A, 9)]);
    expect(await stand()).toEqual([`${A} 9 DELETED`]);
    expect((await step('deleteDossier', A)).code).toBe('CONFLICT');
    expect((await merge(A, A)).code).toBe('CONFLICT');
    expect((await split(A)).code).toBe('CONFLICT');
    await agree();
  });

  it('by its source is there again when that source sends it again, and stays while another one has it', async () => {
    await send(1, row(A), row(B));
    await send(2, row(B, 9));
    expect([await gone(1, A, B), await gone(1, A, B)]).toEqual([1, 0]);
    expect([await stand(), await figure()]).toEqual([[`${A} 10 DELETED`, `${B} 9`], '1/1']);
    await send(1, row(A));
    expect(await stand()).toEqual([`${A} 10`, `${B} 9`]);
    expect(await gone(2, B)).toBe(1);
    expect(await stand()).toEqual([`${A} 10`, `${B} 9 DELETED`]);
    await step('restoreDossier', B);
    expect([await gone(2, B), await stand()]).toEqual([0, [`${A} 10`, `${B} 9`]]);
    await send(2, row(B, 9));
    expect([await gone(2, B), await stand()]).toEqual([1, [`${A} 10`, `${B} 9 DELETED`]]);
    await send(1, row(B));
    expect([await stand(), await figure()]).toEqual([[`${A} 10`, `${B} 10`], '2/2']);
    await agree();
  });

  it('is no reason to give way to that source any more: who still has the dossier says what it is', async () => {
    await send(0, row(A));
    await send(1, row(A, 9));
    expect([await gone(0, A), await stand()]).toEqual([0, [`${A} 10`]]);
    await send(1, row(A, 9));
    expect(await stand()).toEqual([`${A} 9`]);
    await send(1, row(A, 2));
    expect(await stand()).toEqual([`${A} 2`]);
    await send(0, row(A));
    await send(1, row(A, 9));
    expect(await stand()).toEqual([`${A} 10`]);
    await agree();
  });

  it('stays deleted where a person deleted it since, whatever its source sends again', async () => {
    await send(1, row(A), row(B));
    await gone(1, A, B);
    await step('restoreDossier', A);
    await step('deleteDossier', A);
    await send(1, row(A, 9), row(B, 9));
    expect(await stand()).toEqual([`${A} 9 DELETED`, `${B} 9`]);
    await gone(1, B);
    await step('restoreDossier', A);
    await gone(1, A);
    await send(1, row(A), row(B));
    expect(await stand()).toEqual([`${A} 10`, `${B} 10`]);
    await agree();
  });
});

describe('two dossiers that are one', () => {
  it('count once, and what comes under the one code is the other’s, until they are two again', async () => {
    await send(1, row(A, 4, { NgayKetThucXuLy: '' }));
    await send(2, row(B, 10));
    const before = await latest();
    expect(await figure()).toBe('1/1');
    await merge(A, B);
    expect([await stand(), await figure()]).toEqual([[`${A} 4 MERGED`, `${B} 10`], '1/1']);
    await send(1, row(A, 9));
    expect(await stand()).toEqual([`${A} 4 MERGED`, `${B} 9`]);
    await send(2, row(B, 10));
    await send(1, row(A, 9));
    expect(await stand()).toEqual([`${A} 4 MERGED`, `${B} 9`]);
    expect(await record(A)).toMatchObject({ gone: 'MERGED', mergedInto: B });
    expect(await record(B)).toMatchObject({
      takenCodes: [{ code: A, source: null }],
      statements: [
        { source: 'Một cửa A', code: A, status: 9 },
        { source: 'Một cửa B', code: B, status: 10, differs: ['STATUS'] },
      ],
    });
    expect(await figure(before)).toBe('1/1');
    await split(A);
    expect([await stand(), await figure()]).toEqual([[`${A} 9`, `${B} 10`], '2/2']);
    expect((await split(A)).code).toBe('CONFLICT');
    await agree();
  });

  it('say what the better source says, and else what was said last', async () => {
    await send(0, row(A, 9));
    await send(1, row(B, 10));
    await merge(A, B);
    expect(await stand()).toEqual([`${A} 9 MERGED`, `${B} 9`]);
    await send(1, row(B, 2));
    expect(await stand()).toEqual([`${A} 9 MERGED`, `${B} 9`]);
    await split(A);
    expect(await stand()).toEqual([`${A} 9`, `${B} 2`]);
    await agree();
  });

  it('may be merged again, and reports of progress find their way', async () => {
    const C = 'H55.164.3-220301-0003';
    await send(1, row(A, 2, { NgayKetThucXuLy: '' }));
    await send(1, row(B, 2, { NgayKetThucXuLy: '' }), row(C, 2, { NgayKetThucXuLy: '' }));
    await merge(A, B);
    await merge(B, C);
    expect((await merge(C, A)).code).toBe('CONFLICT');
    await new OneStop(api).send(sessions[1] ?? '', 'CapNhatTienDoHoSoMC', [
      { MaHoSo: A, TrangThai: '3', ThoiDiemXuLy: '20230101000000' },
    ]);
    expect(await stand()).toEqual([`${A} 2 MERGED`, `${B} 2 MERGED`, `${C} 3`]);
    await split(B);
    await send(1, row(A, 10));
    expect(await stand()).toEqual([`${A} 2 MERGED`, `${B} 10`, `${C} 2`]);
    await agree();
  });
});

describe('a code that two systems use for two dossiers', () => {
  it('is split for one of them, and put together again', async () => {
    await send(1, row(A, 10));
    await send(2, row(A, 4, { MaTTHC: '2.000816', NgayKetThucXuLy: '' }));
    const own = `${A}#${ids[2]}`;
    expect([await stand(), await figure()]).toEqual([[`${A} 4`], '0/0']);
    expect((await split(A, 0)).code).toBe('CONFLICT');
    expect((await split(A, 2)).code).toBeUndefined();
    expect([await stand(), await figure()]).toEqual([[`${A} 10`, `${own} 4`], '1/1']);
    const explained = await api.ask(
      '{ dossierExplanation(code: "CODE", indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31") { code countedAs } }'.replace(
        'CODE',
        own,
      ),
    );
    expect(explained).toEqual({ dossierExplanation: { code: own, countedAs: 'NOT_COUNTED' } });
    await send(2, row(A, 2, { MaTTHC: '2.000816', NgayKetThucXuLy: '' }));
    await send(1, row(A, 9));
    expect(await stand()).toEqual([`${A} 9`, `${own} 2`]);
    expect(await record(own)).toMatchObject({
      code: own,
      splitFrom: A,
      takenCodes: [{ code: A, source: 'Một cửa B' }],
    });
    expect((await split(A, 2)).code).toBe('CONFLICT');
    await merge(own, A);
    expect(await stand()).toEqual([`${A} 9`, `${own} 2 MERGED`]);
    await send(2, row(A, 10));
    expect(await stand()).toEqual([`${A} 10`, `${own} 2 MERGED`]);
    await split(A, 2);
    expect(await stand()).toEqual([`${A} 9`, `${own} 10`]);
    await agree();
  });

  it('is not split where nobody else sends it', async () => {
    await send(1, row(A, 10));
    expect((await split(A, 1)).code).toBe('CONFLICT');
    expect(await stand()).toEqual([`${A} 10`]);
    await agree();
  });
});

describe('a dossier that comes late, moves or is withdrawn', () => {
  it('is booked where and when it belongs, with every version kept and told', async () => {
    await send(1, row(A));
    const late = await latest();
    await send(1, row(B));
    expect([await figure(), await figure(late)]).toEqual(['2/2', '1/1']);
    await send(1, row(A, 10, { NgayTiepNhan: '20210301080000', NgayKetThucXuLy: '20211231080000' }));
    expect(await figure()).toBe('1/1');
    await send(1, row(B, 7));
    expect([await figure(), await figure(late)]).toEqual(['0/0', '1/1']);
    expect((await record(A))?.versions[0]).toMatchObject({
      changed: ['RECEIVED_AT', 'FINISHED_AT'],
      source: 'Một cửa A',
    });
    expect((await record(B))?.versions.map(({ status }) => status)).toEqual([7, 10]);
    await agree();
  });
});

describe('what a decision would do to the figures', () => {
  it('is told by indicator and year, and nothing is changed', async () => {
    await api.ingest([row(A), row(B)]);
    const foreseen = await api.ask<{ foreseeDossierStep: unknown[] }>(
      `mutation ($input: DossierStepInput!) { foreseeDossierStep(input: $input) { indicator { code } year
         effect { units { unit { code } before { numerator denominator } after { numerator denominator } } } } }`,
      { input: { kind: 'MERGE', code: A, into: B } },
    );
    expect(foreseen.foreseeDossierStep).toContainEqual({
      indicator: { code: 'ONLINE_RESOLUTION_L4' },
      year: 2022,
      effect: {
        units: expect.arrayContaining([
          {
            unit: { code: '05503' },
            before: { numerator: 2, denominator: 2 },
            after: { numerator: 1, denominator: 1 },
          },
        ]) as unknown,
      },
    });
    expect(await stand()).toEqual([`${A} 10`, `${B} 10`]);
  });
});
