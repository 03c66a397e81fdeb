import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { apply, beginImport, mapColumns, preview, rowsOf } from '../../../../test/imports.ts';

/** A real catalogue that may lie beside the project; without it this checks nothing. */
const FILE = fileURLToPath(new URL('../../../../../../../shared/data/procedures.csv', import.meta.url));
const PLACES = [process.env['REAL_CATALOGUE'], FILE].filter((file) => file !== undefined && existsSync(file));
const [file] = PLACES;

describe.runIf(file !== undefined)('the catalogue of 2026 as it was published', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());

  it('is taken in whole, with what is odd in it told', async () => {
    const id = await beginImport(api, readFileSync(file ?? '', 'utf8'));
    const { columns, summary } = await mapColumns(api, id);
    expect(columns.map(({ field }) => field)).toEqual([
      ...['CODE', 'NAME', 'FIELD', 'TIERS'],
      ...[null, null, null],
      'PROCESSING_DAYS',
    ]);
    const { received, created, rejected } = summary.counts;
    expect([received, created, rejected, summary.problems]).toEqual([1897, 1897, 0, 0]);
    expect(summary.withoutDistrict).toBe(true);
    const notes = Object.fromEntries(summary.notes.map(({ code, rows }) => [code, rows]));
    for (const code of ['INTERNAL_CODE', 'MINISTRY', 'LOCAL_OFFICE', 'LONG_NAME', 'SIMILAR_NAME'])
      expect(notes[code], code).toBeGreaterThan(0);
    const told = await rowsOf(api, id, 'NOTES');
    expect(told.every(({ problems }) => problems.every(({ message }) => message.length > 5))).toBe(true);
    await preview(api, id);
    const { state } = await apply(api, id);
    expect(state).toBe('APPLIED');
    const { procedures } = await api.ask<{ procedures: { totalCount: number } }>('{ procedures { totalCount } }');
    expect(procedures.totalCount).toBe(1897);
    const again = await mapColumns(api, await beginImport(api, readFileSync(file ?? '', 'utf8')));
    expect(again.summary.counts).toMatchObject({ unchanged: 1897, rejected: 0 });
  });
});
