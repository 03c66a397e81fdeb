import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '@chi-tieu/shared/domain/days';
import { receptionOf, type ReceivedDossier } from '@chi-tieu/shared/domain/report/reception';
import { openApi, type Api } from '../../../test/api.ts';
import { dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { withClient } from '../../app/database.ts';
import { EVERYTHING } from '../../app/wall.ts';
import { receptionCounts } from './annexes.queries.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
});
afterAll(() => api.close());

const stamp = (day: string | null, hour: number): string =>
  day === null ? '' : `${day.replaceAll('-', '')}${String(hour).padStart(2, '0')}0000`;

describe('form II.06a of stored dossiers', () => {
  it('is what the rule says of each of them, also as known earlier', async () => {
    const day = fc.integer({ min: -45, max: 45 }).map((n) => addDays('2022-03-15', n));
    const hour = fc.integer({ min: 1, max: 23 });
    const facts = fc.record({
      received: day,
      lasts: fc.option(fc.nat(40)),
      due: fc.option(fc.nat(40)),
      hour,
      dueHour: hour,
      status: fc.integer({ min: 1, max: 10 }),
      channel: fc.constantFrom('1', '2', '3'),
    });
    const sample = fc.sample(facts, { numRuns: 300, seed: 793 });
    const rows = sample.map((one, at) => {
      const finished = one.lasts === null ? null : addDays(one.received, one.lasts);
      return dossierRow({
        MaHoSo: dossierCode('H55.164.3', at + 1),
        KenhThucHien: one.channel,
        TrangThaiHoSo: String(one.status),
        NgayTiepNhan: stamp(one.received, 0),
        NgayKetThucXuLy: stamp(finished, one.hour),
        NgayHenTra: stamp(one.due === null ? null : addDays(one.received, one.due), one.dueHour),
      });
    });
    await api.ingest(rows);
    const stored = await api.db.query<
      Omit<ReceivedDossier, 'receivedDay' | 'finishedDay'> & { receivedDay: string; finishedDay: string | null }
    >(
      `select status, channel, received_day::text as "receivedDay", finished_day::text as "finishedDay", finished_at as "finishedAt",
              due_at as "dueAt" from dossier`,
    );
    expect(stored.rows.length).toBeGreaterThan(150);
    const now =
      (await api.db.query<{ at: Date }>(`select max(at) as at from moment where at < 'infinity'`)).rows[0]?.at ??
      new Date();
    // Something else is learned later: it is none of what was known then.
    await api.ingest([
      dossierRow({
        MaHoSo: dossierCode('H55.164.3', 9_999),
        NgayTiepNhan: '20220310080000',
        NgayKetThucXuLy: '',
        TrangThaiHoSo: '4',
      }),
    ]);
    for (const period of [
      { from: '2022-03-01', to: '2022-03-31' },
      { from: '2022-02-10', to: '2022-03-09' },
    ]) {
      const expected = new Map<string, number>();
      for (const one of stored.rows) {
        const key = receptionOf(one, period)?.join(' ');
        if (key !== undefined) expected.set(key, (expected.get(key) ?? 0) + 1);
      }
      const found = await withClient(
        api.app.db,
        (sql) => receptionCounts(sql, api.app.provinceId, { ...period, knownAt: now }),
        EVERYTHING,
      );
      expect(new Map(found.map(({ came, ended, count }) => [`${came} ${ended}`, count]))).toEqual(expected);
      expect(expected.size).toBeGreaterThan(8);
    }
  });
});
