import { withClient } from '../src/app/database.ts';
import { indicators, insertIndicator, type IndicatorRow } from '../src/features/rates/indicators.queries.ts';
import type { Api } from './api.ts';

/** Another indicator, like ONLINE_RESOLUTION_L4 but for what is told. Add it before dossiers arrive: nothing is booked later. */
export async function addIndicator(api: Api, code: string, facts: Partial<IndicatorRow>): Promise<IndicatorRow> {
  return withClient(api.app.db, async (sql) => {
    const [model] = await indicators(sql, api.app.provinceId);
    if (!model) throw new Error('The base data has no indicator.');
    const row = { ...model, name: code, ...facts, code };
    return { ...row, ...(await insertIndicator(sql, api.app.provinceId, row)) };
  });
}
