import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { buildSource, OneStop } from '../../../../test/one-stop.ts';
import { differences } from '../../../../test/verifying.ts';

let api: Api;
const SOURCES = [
  { name: 'Cổng tỉnh', rank: 1 },
  { name: 'Một cửa A', rank: 50 },
  { name: 'Một cửa B', rank: 50 },
] as const;
const sessions: string[] = [];
const ids: string[] = [];
const PASSWORD = 'Mat-khau-nguon';

beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815', '2.000816');
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
  for (const [n, facts] of SOURCES.entries()) {
    ids.push(await buildSource(api, { ...facts, loginName: `nguon${n}`, password: PASSWORD }));
    sessions.push(await new OneStop(api).login(`nguon${n}`, PASSWORD));
  }
});
afterAll(() => api.close());

const startOver = () =>
  api.db.query(
    'truncate dossier, dossier_version, dossier_statement, dossier_progress, progress_waiting, progress_said, source_day, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total',
  );

/** What somebody says of a dossier, told apart by its state; PERSON: a file that somebody sends in nobody's name. */
interface Statement {
  who: 0 | 1 | 2 | 'PERSON';
  dossier: number;
  status: number;
}
const key = (dossier: number) => `H55.164.3-220301-000${dossier}`;
const rowOf = ({ dossier, status }: Statement) => dossierRow({ MaHoSo: key(dossier), TrangThaiHoSo: String(status) });

async function say(statement: Statement): Promise<void> {
  if (statement.who === 'PERSON') await api.ingest([rowOf(statement)]);
  else await new OneStop(api).send(sessions[statement.who] ?? '', 'DongBoHoSoMC', [rowOf(statement)]);
}

async function stand(): Promise<Record<string, number>> {
  const { rows } = await api.db.query<{ code_key: string; status: number }>('select code_key, status from dossier');
  return Object.fromEntries(rows.map((row) => [row.code_key, row.status]));
}

/**
 * The rule in words: what the best source says stands; of two alike, who said something new last; what was believed before says
 * nothing new; a person's word stands until somebody who is not outranked says something new.
 */
function believed(statements: readonly Statement[]): Record<string, number> {
  const standing: Record<string, number> = {};
  const said = new Map<string, { status: number; believed: boolean }>();
  for (const { who, dossier, status } of statements) {
    const code = key(dossier);
    if (who === 'PERSON') {
      standing[code] = status;
      continue;
    }
    const last = said.get(`${who} ${code}`);
    const isOutranked = SOURCES.some(({ rank }, other) => rank < SOURCES[who].rank && said.has(`${other} ${code}`));
    const isNew = last?.status !== status;
    if (!(code in standing) || (!isOutranked && (isNew || !last.believed))) standing[code] = status;
    said.set(`${who} ${code}`, { status, believed: !isOutranked });
  }
  return standing;
}

const arbitraryStatement: fc.Arbitrary<Statement> = fc.record({
  who: fc.constantFrom<Statement['who']>(0, 1, 2, 'PERSON'),
  dossier: fc.integer({ min: 1, max: 2 }),
  status: fc.constantFrom(2, 9, 10),
});

describe('which source is believed', () => {
  it('follows from ranks and from who said something new last, in whatever order they speak', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryStatement, { minLength: 1, maxLength: 12 }), async (statements) => {
        await startOver();
        for (const statement of statements) await say(statement);
        expect(await stand()).toEqual(believed(statements));
        expect(await differences(api)).toEqual([]);
      }),
      { numRuns: process.env['LONG_TESTS'] === 'on' ? 150 : 12 },
    );
  }, 420_000);

  it('does not turn a dossier to and fro where two of the same rank differ every night', async () => {
    await startOver();
    for (let night = 0; night < 3; night += 1)
      for (const [who, status] of [
        [1, 2],
        [2, 10],
      ] as const)
        await say({ who, dossier: 1, status });
    const { rows } = await api.db.query<{ version: number; status: number }>('select version, status from dossier');
    expect(rows).toEqual([{ version: 2, status: 10 }]);
    const batches = await api.db.query<{ x: string }>(
      `select concat_ws(' ', created, updated, unchanged) as x from ingest_batch order by recorded_by`,
    );
    expect(batches.rows.map(({ x }) => x)).toEqual(['1 0 0', '0 1 0', '0 0 1', '0 0 1', '0 0 1', '0 0 1']);
  });

  it('keeps what a lower one said, and lets it stand once the higher one is gone', async () => {
    await startOver();
    const gone = await buildSource(api, { name: 'Sắp bỏ', rank: 2, loginName: 'sapbo', password: PASSWORD });
    const session = await new OneStop(api).login('sapbo', PASSWORD);
    await new OneStop(api).send(session, 'DongBoHoSoMC', [rowOf({ who: 1, dossier: 1, status: 10 })]);
    await say({ who: 1, dossier: 1, status: 2 });
    expect(await stand()).toEqual({ [key(1)]: 10 });
    const { rows } = await api.db.query('select status, believed from dossier_statement order by status');
    expect(rows).toEqual([
      { status: 2, believed: false },
      { status: 10, believed: true },
    ]);
    const { dossierSource } = await api.ask<{ dossierSource: { overruled: unknown[] } }>(
      'query ($id: ID!) { dossierSource(id: $id) { overruled { code saidStatus standsStatus standsBy } } }',
      { id: ids[1] },
    );
    expect(dossierSource.overruled).toEqual([{ code: key(1), saidStatus: 2, standsStatus: 10, standsBy: 'Sắp bỏ' }]);
    await api.ask('mutation ($id: ID!) { removeDossierSource(id: $id) }', { id: gone });
    await say({ who: 1, dossier: 1, status: 2 });
    expect(await stand()).toEqual({ [key(1)]: 2 });
  });

  it('goes on believing a source that is switched off for a while, for nothing turns by that', async () => {
    await startOver();
    const facts = { name: 'Tạm dừng', rank: 2, loginName: 'tamdung', password: PASSWORD };
    const id = await buildSource(api, facts);
    const session = await new OneStop(api).login('tamdung', PASSWORD);
    await new OneStop(api).send(session, 'DongBoHoSoMC', [rowOf({ who: 1, dossier: 1, status: 10 })]);
    await buildSource(api, { ...facts, id, enabled: false });
    await say({ who: 1, dossier: 1, status: 2 });
    expect(await stand()).toEqual({ [key(1)]: 10 });
    await buildSource(api, { ...facts, id, enabled: false, rank: 60 });
    await say({ who: 1, dossier: 1, status: 2 });
    expect(await stand()).toEqual({ [key(1)]: 2 });
    await api.ask('mutation ($id: ID!) { removeDossierSource(id: $id) }', { id });
  });

  it('takes the last row where a code stands twice in a body, and counts it once', async () => {
    await startOver();
    await say({ who: 0, dossier: 1, status: 10 });
    const rows = [2, 9].map((status) => rowOf({ who: 1, dossier: 1, status }));
    await new OneStop(api).send(sessions[1] ?? '', 'DongBoHoSoMC', rows);
    const { rows: batches } = await api.db.query(
      'select received, created, updated, unchanged from ingest_batch order by recorded_by desc limit 1',
    );
    expect(batches).toEqual([{ received: 2, created: 0, updated: 0, unchanged: 2 }]);
    expect(await stand()).toEqual({ [key(1)]: 10 });
  });

  it('lets no report of progress of a lower one overwrite a higher one', async () => {
    await startOver();
    await say({ who: 0, dossier: 1, status: 2 });
    const reports = [{ MaHoSo: key(1), TrangThai: '3', ThoiDiemXuLy: '20230101000000' }];
    await new OneStop(api).send(sessions[1] ?? '', 'CapNhatTienDoHoSoMC', reports);
    expect(await stand()).toEqual({ [key(1)]: 2 });
    await new OneStop(api).send(sessions[0] ?? '', 'CapNhatTienDoHoSoMC', reports);
    expect(await stand()).toEqual({ [key(1)]: 3 });
  });
});
