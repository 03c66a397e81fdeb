import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../test/api.ts';
import { amendList, nameUnits, saveProcedures } from '../../test/factories.ts';
import { rows } from '../../test/reports.ts';
import { KeptFacts } from './answers/kept-facts.ts';

/** Facts that were asked for because none was kept. */
const asked: string[] = [];
class Watched extends KeptFacts {
  override get<T>(stand: string, key: string, ask: () => Promise<T>): Promise<T> {
    return super.get(stand, key, () => {
      asked.push(key);
      return ask();
    });
  }
}

let api: Api;
beforeAll(async () => {
  api = await openApi();
  api.app.kept = new Watched();
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await api.ingest(rows(20, 10));
});
afterAll(() => api.close());

const RANGE = 'indicator: "ONLINE_RESOLUTION_L4", from: "2022-03-01", to: "2022-03-31"';
async function answer(knownAt: string | null) {
  asked.length = 0;
  const said = await api.ask<{ attainments: { unit: { code: string }; numerator: number; target: number | null }[] }>(
    `query ($at: DateTime) { attainments(${RANGE}, knownAt: $at) { unit { code } numerator denominator target status missing } }`,
    { at: knownAt },
  );
  const city = said.attainments.find(({ unit }) => unit.code === '164')?.numerator;
  return { said, city, asked: [...asked] };
}

describe('a question about an instant that is still to come', () => {
  it('is answered as now, from what is kept of now, and told as known now', async () => {
    const now = await answer(null);
    expect(now.asked.length).toBeGreaterThan(0);
    for (const at of ['2099-01-01T00:00:00Z', new Date(Date.now() + 3_600_000).toISOString()])
      expect(await answer(at)).toEqual({ ...now, asked: [] });
    const { citeFigure: cited } = await api.ask<{ citeFigure: { knownAt: string; numerator: number } }>(
      `mutation { citeFigure(unit: "164", ${RANGE}, knownAt: "2099-01-01T00:00:00Z") { knownAt numerator } }`,
    );
    expect([cited.numerator, new Date(cited.knownAt) <= new Date()]).toEqual([10, true]);
  });

  it('is none where the database was written to since, wherever the clock of the process stands', async () => {
    const past = new Date().toISOString();
    await api.ingest(rows(2, 2));
    expect([(await answer(past)).city, (await answer(null)).city]).toEqual([10, 12]);
    api.app.now = () => new Date('2022-04-05T03:00:00Z');
    expect([(await answer(past)).city, (await answer('2099-01-01T00:00:00Z')).city]).toEqual([10, 12]);
  });
});
