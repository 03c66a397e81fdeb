import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { addIndicator } from '../../../test/indicators.ts';
import { differences } from '../../../test/verifying.ts';
import { write, type Writer } from '../../app/database.ts';
import { lockDossiers } from '../../app/moments.ts';
import { EVERYTHING } from '../../app/wall.ts';
import { Booking } from './booking.queries.ts';

/** How many dossiers: `VERIFY_DOSSIERS=100000` tries the test itself. */
const DOSSIERS = Number(process.env['VERIFY_DOSSIERS'] ?? 10_000_000);
const BATCHES = 10;
const HOUR_MS = 3_600_000;
const PROCEDURES = Array.from({ length: 20 }, (_, n) => `1.${100_000 + n}`);

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await addIndicator(api, 'BY_RECEPTION', { basis: 'RECEIVED', eligibilityDate: 'RECEIVED' });
  await saveProcedures(api, ...PROCEDURES);
  await amendList(
    api,
    '2021-02-19',
    PROCEDURES.slice(0, 15).map((procedure) => ({ procedure })),
  );
});
afterAll(() => api.close());

const MADE = `
  insert into dossier (province_id, unit_id, procedure_id, channel, status, received_at, due_at, finished_at, received_day, finished_day,
                       version, recorded_by, batch_id, code_key, code)
  select $1, x.units[1 + (n * 31) % cardinality(x.units)], x.procedures[1 + (n * 7919) % cardinality(x.procedures)],
         (array['ONLINE', 'IN_PERSON', 'POSTAL']::channel[])[1 + (n / 7) % 3], case when n % 50 = 1 then 4 else 10 end,
         r.day + time '01:15', r.day + interval '4 days', f.day + time '03:00', r.day::date, f.day::date, 1, $2, $3, k.code, k.code
    from generate_series($4::bigint, $5::bigint - 1) n
    cross join (select (select array_agg(id order by id) from unit where kind = 'COMMUNE') as units,
                       (select array_agg(id order by id) from procedure where code like '1.1000%') as procedures) x
    cross join lateral (select timestamp '2022-01-01' + ((n * 13) % 355) * interval '1 day' as day) r
    cross join lateral (select case when n % 50 <> 1 then r.day + ((n / 11) % 7) * interval '1 day' end as day) f
    cross join lateral (select format('H55.999-%s-%s', to_char(r.day, 'YYMMDD'), n) as code) k`;

/** A batch of dossiers that the database makes, written and booked as an import writes and books them. */
async function make(tx: Writer, from: number, to: number): Promise<void> {
  await lockDossiers(tx);
  const batch = (await tx.row<{ id: string }>('select gen_random_uuid() as id'))?.id;
  await tx.run(
    `insert into ingest_batch (id, province_id, kind, received, created, updated, unchanged, rejected, recorded_by)
     values ($1, $2, 'DOSSIERS', $3, $3, 0, 0, 0, $4)`,
    [batch, api.app.provinceId, to - from, tx.moment],
  );
  await tx.run(MADE, [api.app.provinceId, tx.moment, batch, from, to]);
  const booking = await Booking.open(tx, api.app.provinceId);
  await booking.take('NEW', 1, '(select * from dossier where province_id = $1 and batch_id = $2) d', [batch]);
  await booking.close();
}

it(
  'agrees over millions of dossiers, after a list changed for a tenth of them and some were corrected, also as known in between',
  async () => {
    const size = Math.ceil(DOSSIERS / BATCHES);
    for (let from = 0; from < DOSSIERS; from += size)
      await write(api.app.db, { purpose: 'made at size', accountId: null, sight: EVERYTHING }, (tx) =>
        make(tx, from, Math.min(from + size, DOSSIERS)),
      );
    await api.db.query('analyze');
    const { rows } = await api.db.query<{ at: Date }>('select max(at) as at from moment');
    await amendList(api, '2022-02-01', [
      { action: 'REMOVE', procedure: PROCEDURES[0] ?? '' },
      { procedure: PROCEDURES[15] ?? '' },
    ]);
    await nameUnits(api, { '05503': ['H55.777'] });
    const sent = Array.from({ length: 50 }, (_, n) =>
      dossierRow({ MaHoSo: `H55.777-220301-${1000 + n}`, MaTTHC: PROCEDURES[n % 20] ?? '' }),
    );
    await api.ingest(sent);
    await api.ingest(sent.map((row) => ({ ...row, KenhThucHien: '1' })));
    const counted = await api.db.query<{ n: number }>('select count(*)::int as n from dossier');
    expect(counted.rows[0]?.n).toBe(DOSSIERS + sent.length);
    expect(await differences(api)).toEqual([]);
    expect(await differences(api, rows[0]?.at)).toEqual([]);
  },
  3 * HOUR_MS,
);
