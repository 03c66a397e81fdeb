import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Answer } from '../../../test/caller.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const SQUARE = { unit: '05503', path: 'M0 0L9 0L9 9L0 9Z', x: 4, y: 4 };
const DRAWING = {
  name: ' ranh\u0007 giới.geojson ',
  width: 20,
  height: 10,
  shapes: [{ ...SQUARE, unit: '164' }, SQUARE],
};

interface Saved {
  name: string;
  version: number;
  width: number;
  by: string | null;
  shapes: { unit: string; path: string; x: number; y: number }[];
}
const SEEN = '{ name version width by shapes { unit path x y } }';

/** In the place of the one that there is, unless told otherwise. */
async function save(more: object = {}): Promise<Answer<{ saveBoundaries: Saved }>> {
  const expectedVersion = (await seen())?.version ?? null;
  return api.gql(`mutation ($input: BoundaryDrawingInput!) { saveBoundaries(input: $input) ${SEEN} }`, {
    input: { ...DRAWING, expectedVersion, ...more },
  });
}
const remove = async (version: number) =>
  api.gql<{ removeBoundaries: boolean }>(`mutation { removeBoundaries(expectedVersion: ${version}) }`);
const seen = async (): Promise<Saved | null> =>
  (await api.ask<{ boundaries: Saved | null }>(`{ boundaries ${SEEN} }`)).boundaries;

describe('the drawing of the province', () => {
  it('is none until one is put there, replaced as a whole, and taken away', async () => {
    expect(await seen()).toBeNull();
    const { data } = await save();
    expect(data?.saveBoundaries).toMatchObject({
      name: 'ranh giới.geojson',
      width: 20,
      shapes: [SQUARE, { unit: '164' }],
    });
    expect(await seen()).toEqual(data?.saveBoundaries);
    await save({ shapes: [SQUARE] });
    expect((await seen())?.shapes).toEqual([SQUARE]);
    const { version = 0 } = (await seen()) ?? {};
    expect((await remove(version)).data).toEqual({ removeBoundaries: true });
    expect((await remove(version)).data).toEqual({ removeBoundaries: false });
    expect(await seen()).toBeNull();
  });

  it('is changed by who saw it: another one meanwhile is a conflict, also where one was taken away between', async () => {
    await api.db.query('delete from boundary_drawing');
    const first = (await save()).data?.saveBoundaries.version ?? 0;
    expect((await save({ expectedVersion: null })).code).toBe('CONFLICT');
    const second = (await save()).data?.saveBoundaries.version ?? 0;
    expect([(await save({ expectedVersion: first })).code, (await remove(first)).code]).toEqual([
      'CONFLICT',
      'CONFLICT',
    ]);
    await remove(second);
    expect((await save({ expectedVersion: second })).code).toBe('CONFLICT');
    await save();
    expect([(await save({ expectedVersion: second })).code, (await remove(second)).code]).toEqual([
      'CONFLICT',
      'CONFLICT',
    ]);
    await api.db.query('delete from boundary_drawing');
    const both = await Promise.all([save({ expectedVersion: null }), save({ expectedVersion: null })]);
    expect(both.map(({ code }) => code).filter((code) => code !== undefined)).toEqual(['CONFLICT']);
  });

  it('draws units that were merged since too: their pages of then show them', async () => {
    expect((await save({ shapes: [{ ...SQUARE, unit: '05524' }] })).code).toBeUndefined();
  });

  it.each([
    ['no name', { name: ' \u200b ' }, 'input.name'],
    ['a citizen in its name', { name: 'ranh giới 0912345678.json' }, 'input.name'],
    ['a name of a book', { name: 'x'.repeat(201) }, 'input.name'],
    ['no width', { width: 0 }, 'input.width'],
    ['the height of a wall', { height: 2001 }, 'input.height'],
    ['no shapes', { shapes: [] }, 'input.shapes'],
    ['more shapes than units', { shapes: Array.from({ length: 1001 }, () => SQUARE) }, 'input.shapes'],
    ['paths without end', { shapes: [{ ...SQUARE, path: `M0 0${'L1 1'.repeat(100_001)}Z` }] }, 'input.shapes'],
    ['one unit twice', { shapes: [SQUARE, SQUARE] }, 'input.shapes.1.unit'],
    ['a unit that is none', { shapes: [SQUARE, { ...SQUARE, unit: '99999' }] }, 'input.shapes.1.unit'],
    ['curves', { shapes: [{ ...SQUARE, path: 'M0 0C1 1 2 2 3 3Z' }] }, 'input.shapes.0.path'],
    ['something that is no path', { shapes: [{ ...SQUARE, path: 'M0 0L1 1Z"/><script>' }] }, 'input.shapes.0.path'],
    ['a path beyond the edge', { shapes: [{ ...SQUARE, path: 'M0 0L9 0L9 11Z' }] }, 'input.shapes.0.path'],
    ['a mark beyond the edge', { shapes: [{ ...SQUARE, x: 21 }] }, 'input.shapes.0.path'],
  ])('with %s is refused, and says where', async (_what, more, path) => {
    const answer = await save(more);
    expect([answer.code, answer.fields.map((field) => field.path)]).toEqual(['BAD_USER_INPUT', [path]]);
  });
});
