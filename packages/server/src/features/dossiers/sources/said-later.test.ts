import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { buildSource, OneStop } from '../../../../test/one-stop.ts';
import { differences } from '../../../../test/verifying.ts';

/** What was said later stands, whichever way it came: bad rows, reports of progress, decisions and their opposites. */
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
  await nameUnits(api, { '05503': ['H55.164.3'] });
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
    `truncate month_standing, booked_moment, dossier, dossier_version, dossier_statement, dossier_progress, progress_waiting, progress_said, dossier_identity,
       dossier_step, source_day, quarantine, ingest_batch, ledger, day_total, month_total, service_ledger, service_total, cause_mend, cause_mend_step cascade`,
  ),
);

const row = (code: string, status = 4, more: Record<string, string> = {}) =>
  dossierRow({ MaHoSo: code, TrangThaiHoSo: String(status), NgayKetThucXuLy: '', ...more });
const BAD = { KenhThucHien: '7' };
const send = (who: Source, ...rows: Record<string, string>[]) =>
  new OneStop(api).send(sessions[who] ?? '', 'DongBoHoSoMC', rows);
const report = (who: Source, code: string, status: number, day: string) =>
  new OneStop(api).send(sessions[who] ?? '', 'CapNhatTienDoHoSoMC', [
    { MaHoSo: code, TrangThai: String(status), ThoiDiemXuLy: `${day}080000` },
  ]);

async function causes(): Promise<string[]> {
  const { quarantineCauses } = await api.ask<{ quarantineCauses: { nodes: { id: string }[] } }>(
    '{ quarantineCauses { nodes { id } } }',
  );
  return quarantineCauses.nodes.map(({ id }) => id);
}
async function mend(value = '1'): Promise<string> {
  const [cause] = await causes();
  const { mendCause } = await api.ask<{ mendCause: { id: string } }>(
    'mutation ($cause: ID!, $value: String!) { mendCause(cause: $cause, by: { value: $value }) { id } }',
    { cause, value },
  );
  return mendCause.id;
}
const merge = (from: string, into: string) =>
  api.ask(
    'mutation ($from: ID!, $into: ID!, $why: String!) { mergeDossiers(from: $from, into: $into, reason: $why) { code } }',
    { from, into, why: WHY },
  );
const split = (code: string, source: Source | null = null) =>
  api.ask(
    'mutation ($code: ID!, $source: ID, $why: String!) { splitDossier(code: $code, source: $source, reason: $why) { code } }',
    { code, source: source === null ? null : ids[source], why: WHY },
  );
const undo = (id: string) => api.ask('mutation ($id: ID!) { undoMend(id: $id) { state } }', { id });
/** How the dossiers stand: key, channel, status, finish, and whether they are gone. */
async function stand(): Promise<string[]> {
  const { rows } = await api.db.query<{ x: string }>(
    `select concat_ws(' ', right(code_key, 1), channel, status, to_char(finished_at at time zone 'Asia/Ho_Chi_Minh', 'YYYYMMDD'), gone) as x
       from dossier order by code_key`,
  );
  return rows.map(({ x }) => x);
}
/** Nothing that is stored disagrees, now or at any earlier moment. */
async function agree(): Promise<void> {
  expect(await differences(api)).toEqual([]);
  const { rows } = await api.db.query<{ at: Date }>(
    'select m.at from moment m join ingest_batch b on b.recorded_by = m.id',
  );
  for (const { at } of rows) expect([at, await differences(api, at)]).toEqual([at, []]);
}

describe('a bad row that is mended', () => {
  it('does not overwrite what progress said after it', async () => {
    await send(1, row(A));
    await send(1, row(A, 5, BAD));
    await report(1, A, 10, '20220310');
    expect(await stand()).toEqual(['1 ONLINE 10 20220310']);
    await mend();
    // What the row says beside its progress is news.
    expect(await stand()).toEqual(['1 IN_PERSON 10 20220310']);
    await report(1, A, 4, '20220309');
    expect(await stand()).toEqual(['1 IN_PERSON 10 20220310']);
    await agree();
  });

  it('is not closed by what a source said that is believed less, or by what says nothing new', async () => {
    await send(0, row(A));
    await send(1, row(A, 9));
    await send(0, row(A, 5, BAD));
    await send(1, row(A, 9));
    await send(1, row(A, 2));
    await send(1, row(A, 2, { KenhThucHien: '8' }));
    expect(await causes()).toHaveLength(2);
    await send(0, row(A, 3));
    expect(await causes()).toEqual([]);
    expect(await stand()).toEqual(['1 ONLINE 3']);
  });

  it('is closed by another source’s new word that is believed as much, not by its old one', async () => {
    await send(2, row(A, 9));
    await send(1, row(A, 5, BAD));
    await send(2, row(A, 9));
    expect(await causes()).toHaveLength(1);
    await send(2, row(A, 3));
    expect(await causes()).toEqual([]);
  });

  it('of a source is closed by a person’s file', async () => {
    await send(0, row(A, 5, BAD));
    await api.ingest([row(A)]);
    expect(await causes()).toEqual([]);
  });

  it('goes before progress that was said before it', async () => {
    await send(1, row(A));
    await report(1, A, 9, '20220310');
    await send(1, row(A, 5, BAD));
    await report(1, A, 3, '20220309');
    await mend();
    expect(await stand()).toEqual(['1 IN_PERSON 5']);
    await agree();
  });
});

describe('dossiers that are two again', () => {
  it('keep the progress that was reported of each since', async () => {
    await send(1, row(A), row(B));
    await merge(A, B);
    await report(1, B, 10, '20220310');
    await split(A);
    expect(await stand()).toEqual(['1 ONLINE 4', '2 ONLINE 10 20220310']);
    await send(1, row(A), row(B));
    expect(await stand()).toEqual(['1 ONLINE 4', '2 ONLINE 10 20220310']);
    await agree();
  });

  it('have each the progress that was reported under its own code, and take what is older than the other’s', async () => {
    await send(1, row(A), row(B));
    await merge(A, B);
    await report(1, A, 10, '20220310');
    expect(await stand()).toEqual(['1 ONLINE 4 MERGED', '2 ONLINE 10 20220310']);
    await split(A);
    expect(await stand()).toEqual(['1 ONLINE 10 20220310', '2 ONLINE 4']);
    await report(1, B, 9, '20220309');
    expect(await stand()).toEqual(['1 ONLINE 10 20220310', '2 ONLINE 9']);
    await agree();
  });

  it('have each what a person’s file said of it since', async () => {
    await send(1, row(A), row(B));
    await merge(A, B);
    await api.ingest([row(A, 9, { KenhThucHien: '1' })]);
    expect(await stand()).toEqual(['1 ONLINE 4 MERGED', '2 IN_PERSON 9']);
    await split(A);
    expect(await stand()).toEqual(['1 IN_PERSON 9', '2 ONLINE 4']);
    await merge(A, B);
    await api.ingest([row(A, 5)]);
    await api.ingest([row(B, 3)]);
    await split(A);
    expect(await stand()).toEqual(['1 ONLINE 5', '2 ONLINE 3']);
    await agree();
  });

  it('have each the progress of their own source where they were split by it', async () => {
    await send(1, row(A));
    await send(0, row(A, 5, { KenhThucHien: '1' }));
    await report(1, A, 10, '20220310');
    expect(await stand()).toEqual(['1 IN_PERSON 5']);
    await split(A, 1);
    expect(await stand()).toEqual(['1 IN_PERSON 5', `${ids[1]?.slice(-1)} ONLINE 10 20220310`]);
    await report(0, A, 9, '20220309');
    await split(A, 1).catch(() => null);
    expect(await stand()).toEqual(['1 IN_PERSON 9', `${ids[1]?.slice(-1)} ONLINE 10 20220310`]);
    await agree();
  });
});

describe('a decision about bad rows that was taken back', () => {
  it('leaves no word of their source that others have to give way to', async () => {
    await send(0, row(A, 5, BAD));
    await undo(await mend());
    expect(await stand()).toEqual([]);
    await send(1, row(A));
    await send(1, row(A, 9));
    expect(await stand()).toEqual(['1 ONLINE 9']);
    await agree();
  });

  it('leaves none that comes back where two dossiers become two again', async () => {
    await send(1, row(A), row(B));
    await send(0, row(A, 5, BAD));
    const made = await mend();
    expect(await stand()).toEqual(['1 IN_PERSON 5', '2 ONLINE 4']);
    await undo(made);
    expect(await stand()).toEqual(['1 ONLINE 4', '2 ONLINE 4']);
    await merge(A, B);
    await split(A);
    await send(1, row(A, 9));
    expect(await stand()).toEqual(['1 ONLINE 9', '2 ONLINE 4']);
    await agree();
  });

  it('leaves what the source had said before', async () => {
    await send(0, row(A));
    await send(0, row(A, 5, BAD));
    await undo(await mend());
    await send(1, row(A, 9));
    expect(await stand()).toEqual(['1 ONLINE 4']);
    await report(0, A, 10, '20220310');
    await send(0, row(A));
    expect(await stand()).toEqual(['1 ONLINE 10 20220310']);
    await agree();
  });

  it('leaves a dossier that progress changed since', async () => {
    await report(1, A, 10, '20220310');
    await send(1, row(A, 4, BAD));
    const first = await mend();
    expect(await stand()).toEqual(['1 IN_PERSON 10 20220310']);
    await report(1, A, 9, '20220311');
    await report(1, A, 10, '20220309');
    await undo(first);
    expect(await stand()).toEqual(['1 IN_PERSON 9 20220310']);
  });

  it('lets a second mend take the progress again that the first one had', async () => {
    await report(1, A, 10, '20220310');
    await send(1, row(A, 4, BAD));
    const first = await mend();
    // It changes nothing, and is older than what stands.
    await report(1, A, 5, '20220309');
    await undo(first);
    expect(await stand()).toEqual([]);
    const waiting = await api.db.query('select status from progress_waiting order by at');
    expect(waiting.rows).toEqual([{ status: 5 }, { status: 10 }]);
    await mend('2');
    expect(await stand()).toEqual(['1 ONLINE 10 20220310']);
    await agree();
  });
});

describe('a report of progress', () => {
  it('from a clock that is years ahead is refused by name, and holds nothing up', async () => {
    await send(1, row(A));
    const answer = await report(1, A, 4, '20990310');
    expect(answer.result).toEqual([
      { row: 1, MaHoSo: A, field: 'ThoiDiemXuLy', message: expect.stringContaining('tương lai') as string },
    ]);
    await report(1, A, 10, '20220310');
    expect(await stand()).toEqual(['1 ONLINE 10 20220310']);
  });
});
