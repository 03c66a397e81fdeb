import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-01T03:00:00Z') });
  await saveProcedures(api, '2.000815');
  await nameUnits(api, { '05503': ['H55.164.3'] });
});
afterAll(() => api.close());

const ROWS = 100_000;

it('groups a hundred thousand waiting rows by cause, and mends all rows of the largest in portions', async () => {
  const body = Array.from({ length: ROWS }, (_, n) =>
    JSON.stringify(
      dossierRow({ MaHoSo: `H55.164.${100 + (n % 50)}-220301-${String(n).padStart(7, '0')}`, KenhThucHien: '2' }),
    ),
  ).join('\n');
  const { result } = await api.ingest(body, { type: 'application/x-ndjson' });
  expect(result.rejected).toBe(ROWS);
  const began = performance.now();
  const { quarantineCauses } = await api.ask<{
    quarantineCauses: { totalCount: number; nodes: { id: string; count: number }[] };
  }>('{ quarantineCauses(first: 50) { totalCount nodes { id count suggestions { weight } } } }');
  const took = Math.round(performance.now() - began);
  process.stdout.write(`causes of ${String(ROWS)} rows with suggestions: ${String(took)} ms\n`);
  expect(quarantineCauses.totalCount).toBe(50);
  expect(quarantineCauses.nodes.every(({ count }) => count === ROWS / 50)).toBe(true);
  const [first] = quarantineCauses.nodes;
  const { mendCause } = await api.ask<{ mendCause: { state: string; good: number } }>(
    'mutation ($cause: ID!) { mendCause(cause: $cause, by: { unit: "05503" }) { state good } }',
    { cause: first?.id },
  );
  expect(mendCause).toEqual({ state: 'DONE', good: ROWS / 50 });
}, 300_000);
