import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { arbitraryRow, nameReceivingUnits, PROCEDURES, TIERS } from '../../../../test/arbitraries.ts';
import { amendList, saveProcedures } from '../../../../test/factories.ts';
import { addIndicator } from '../../../../test/indicators.ts';
import { differences } from '../../../../test/verifying.ts';
import { runs } from '../../../../test/runs.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await addIndicator(api, 'AT_RESOLUTION', { eligibilityDate: 'RESOLVED' });
  await addIndicator(api, 'RECEPTION', { basis: 'RECEIVED', listId: null, levels: [], inForceRequired: false });
  await nameReceivingUnits(api);
  const [first, second, third, fourth] = PROCEDURES;
  await saveProcedures(api, first, { code: second, inForceTo: '2022-02-28' }, third, fourth);
  await amendList(
    api,
    '2022-02-26',
    [first, second, third].flatMap((procedure) => TIERS.map((tier) => ({ procedure, tier }))),
  );
  await amendList(api, '2022-03-02', [{ action: 'REMOVE', procedure: third, tier: 'COMMUNE' }]);
});

afterAll(() => api.close());

async function startOver(): Promise<void> {
  await api.db.query(
    'truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total',
  );
}

/** Everything that figures are made of, whatever the moments at which it came. */
async function figures(): Promise<unknown[]> {
  const sums = 'sum(numerator)::int as numerator, sum(denominator)::int as denominator';
  const { rows } = await api.db.query<Record<string, unknown>>(
    `select 'ledger' as what, definition_id, unit_id, day, ${sums} from ledger group by 2, 3, 4 having sum(denominator) <> 0
     union all select 'day', definition_id, unit_id, day, numerator, denominator from day_total where denominator <> 0
     union all select 'month', definition_id, unit_id, month, numerator, denominator from month_total where denominator <> 0
     union all select 'services', definition_id, unit_id, month, numerator, denominator from service_total where denominator <> 0
     union all select concat_ws(' ', code_key, channel, status, received_at, finished_at, version), 0, unit_id, received_day, 0, 0 from dossier
     order by 1, 2, 3, 4, 5, 6`,
  );
  return rows;
}

type Row = Record<string, string>;

/** How rows arrive: in which order, cut into which batches, which of them come again, how many batches at a time. */
const arbitraryArrival = fc.record({
  order: fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
  cuts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 30, maxLength: 30 }),
  again: fc.array(fc.nat({ max: 29 }), { maxLength: 10 }),
  atOnce: fc.integer({ min: 1, max: 4 }),
});

function batchesOf(rows: Row[], { order, cuts, again }: { order: number[]; cuts: number[]; again: number[] }): Row[][] {
  const keyed = rows.map((row, at) => ({ row, key: order[at] ?? 0 })).sort((a, b) => a.key - b.key);
  const left: Row[] = keyed.map(({ row }) => row);
  for (const at of again) if (rows[at]) left.push(rows[at]);
  const batches: Row[][] = [];
  for (let at = 0; left.length > 0; at += 1) batches.push(left.splice(0, cuts[at % cuts.length] ?? 1));
  return batches;
}

const arbitraryDossiers = fc.uniqueArray(arbitraryRow(12), {
  minLength: 1,
  maxLength: 30,
  selector: ({ MaHoSo }) => MaHoSo,
});

it('gives the same figures in any order of arrival, any split into batches, with any repetition, side by side', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDossiers, arbitraryArrival, async (rows, arrival) => {
      await startOver();
      expect((await api.ingest(rows)).result).toMatchObject({ created: rows.length, rejected: 0 });
      const expected = await figures();
      await startOver();
      const batches = batchesOf(rows, arrival);
      const receipts: { created: number; unchanged: number; updated: number }[] = [];
      while (batches.length > 0) {
        const some = batches.splice(0, arrival.atOnce);
        const answers = await Promise.all(some.map((batch) => api.ingest(batch)));
        receipts.push(...answers.map(({ result }) => result));
      }
      expect(await figures()).toEqual(expected);
      const sum = (part: 'created' | 'unchanged' | 'updated') => receipts.reduce((total, one) => total + one[part], 0);
      expect([sum('created'), sum('updated')]).toEqual([rows.length, 0]);
      expect(await differences(api)).toEqual([]);
    }),
    { numRuns: runs({ daily: 6, long: 24 }), interruptAfterTimeLimit: 25_000 },
  );
}, 90_000);

it('ends with what came last of each dossier, however the body is split', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(arbitraryRow(3), { minLength: 2, maxLength: 24 }),
      arbitraryArrival,
      async (rows, { cuts }) => {
        const last = new Map(rows.map((row) => [row['MaHoSo'], row]));
        await startOver();
        await api.ingest([...last.values()]);
        const expected = withoutVersions(await figures());
        await startOver();
        const counts = { created: 0, written: 0 };
        const left = [...rows];
        for (let at = 0; left.length > 0; at += 1) {
          const { result } = await api.ingest(left.splice(0, cuts[at % cuts.length]));
          counts.created += result.created;
          counts.written += result.created + result.updated + result.unchanged;
        }
        expect(withoutVersions(await figures())).toEqual(expected);
        expect(counts).toEqual({ created: last.size, written: rows.length });
        expect(await differences(api)).toEqual([]);
      },
    ),
    { numRuns: runs({ daily: 6, long: 24 }), interruptAfterTimeLimit: 25_000 },
  );
}, 90_000);

function withoutVersions(rows: unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row).replace(/ \d+","definition_id"/, '","definition_id"'));
}
