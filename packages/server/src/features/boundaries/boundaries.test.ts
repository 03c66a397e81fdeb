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
  width: number;
  by: string | null;
  shapes: { unit: string; path: string; x: number; y: number }[];
}
const SEEN = '{ name width by shapes { unit path x y } }';

function save(more: object = {}): Promise<Answer<{ saveBoundaries: Saved }>> {
  return api.gql(`mutation ($input: BoundaryDrawingInput!) { saveBoundaries(input: $input) ${SEEN} }`, {
    input: { ...DRAWING, ...more },
  });
}
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
    expect(await api.ask('mutation { removeBoundaries }')).toEqual({ removeBoundaries: true });
    expect(await api.ask('mutation { removeBoundaries }')).toEqual({ removeBoundaries: false });
    expect(await seen()).toBeNull();
  });

  it('draws units that were merged since too: their pages of then show them', async () => {
    expect((await save({ shapes: [{ ...SQUARE, unit: '05524' }] })).code).toBeUndefined();
  });

  it.each([
    ['no name', { name: ' \u200b ' }, 'input.name'],
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
    ['a mark beyond the edge', { shapes: [{ ...SQUARE, x: 21 }] }, 'input.shapes.0.path'],
  ])('with %s is refused, and says where', async (_what, more, path) => {
    const answer = await save(more);
    expect([answer.code, answer.fields.map((field) => field.path)]).toEqual(['BAD_USER_INPUT', [path]]);
  });
});
