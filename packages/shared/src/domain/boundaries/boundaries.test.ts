import { describe, expect, it } from 'vitest';
import { drawAreas, PATH } from './drawing.ts';
import { readGeoJson, type Area, type Ring } from './geojson.ts';
import { matchUnits } from './match-units.ts';

const square = (west: number, south: number, size = 0.1): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const feature = (properties: object, ...rings: Ring[]): object => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
});
const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features });
const areasIn = (text: string): Area[] => {
  const read = readGeoJson(text);
  if ('problem' in read) throw new Error(read.problem);
  return read.areas;
};
const UNITS = [
  { code: '164', name: 'Thành phố Thái Nguyên' },
  { code: '05680', name: 'Xã Tân Cương' },
  { code: '05509', name: 'Xã Bá Xuyên' },
  { code: '05551', name: 'Xã Tân Thịnh' },
  { code: '05557', name: 'Xã Tân Thịnh' },
];

describe('a file of boundaries', () => {
  it.each([
    ['no JSON', '{', 'NOT_JSON'],
    ['something else', '{"type":"Topology"}', 'NOT_GEOJSON'],
    ['a list of something else', '{"type":"FeatureCollection","features":"x"}', 'NOT_GEOJSON'],
    [
      'points and lines alone',
      collection({ type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] } }),
      'NO_AREAS',
    ],
    [
      'rings that are none',
      collection(
        feature({}, [
          [0, 0],
          [1, 1],
          [0, 0],
        ]),
      ),
      'NO_AREAS',
    ],
    ['metres for degrees', collection(feature({}, square(580_000, 2_380_000, 1000))), 'NOT_DEGREES'],
    [
      'more areas than there are units',
      collection(...Array.from({ length: 5_001 }, () => feature({}, square(0, 0)))),
      'TOO_MANY',
    ],
  ])('with %s is refused by name', (_what, text, problem) => {
    expect(readGeoJson(text)).toEqual({ problem });
  });

  it('tells how much of it is no area', () => {
    const point = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [105, 21] } };
    expect(readGeoJson(collection(point, feature({ a: 1 }, square(105, 21)), point))).toMatchObject({
      ...{ areas: [{}], passed: 2 },
    });
  });

  it('may be one feature, of several parts, with holes, behind the mark of its encoding', () => {
    const geometry = {
      type: 'MultiPolygon',
      coordinates: [[square(105, 21), square(105.02, 21.02, 0.01)], [square(106, 22)]],
    };
    const read = areasIn(
      `\uFEFF${JSON.stringify({ type: 'Feature', id: 7, properties: { a: null, b: ' x ' }, geometry })}`,
    );
    expect(read.map(({ rings, properties }) => [rings.length, Object.fromEntries(properties)])).toEqual([
      [3, { b: 'x', id: '7' }],
    ]);
  });
});

describe('whose an area is', () => {
  it('is told by the property with the most codes, whatever zeros a spreadsheet lost', () => {
    const areas = areasIn(
      collection(
        feature({ name: 'Xã Bá Xuyên', code: 5680 }, square(105, 21)),
        feature({ name: 'ở đâu đó', code: '05509' }, square(105.1, 21)),
        feature({ name: 'Hồ Núi Cốc', code: 'x' }, square(105.2, 21)),
      ),
    );
    const { found, by, strange } = matchUnits(areas, UNITS);
    expect([[...found.keys()], by, strange]).toEqual([['05680', '05509'], 'code', ['Hồ Núi Cốc']]);
  });

  it('is told by the name where there are no codes, but not by one that two units bear; parts of one unit come together', () => {
    const names = ['thanh pho thai nguyen', 'TÂN CƯƠNG', 'Tân Cương', 'Tân Thịnh'];
    const areas = areasIn(collection(...names.slice(1).map((ten, at) => feature({ ten }, square(105 + at, 21)))));
    const { found, strange } = matchUnits(areas, UNITS);
    expect([...found].map(([code, rings]) => [code, rings.length])).toEqual([['05680', 2]]);
    expect(strange).toEqual(['Tân Thịnh']);
    const whole = areasIn(collection(feature({ ten: names[0] }, square(105, 21))));
    expect([...matchUnits(whole, UNITS).found.keys()]).toEqual(['164']);
  });

  it('is nobody’s where nothing fits', () => {
    const none = matchUnits(areasIn(collection(feature({ a: 'b' }, square(105, 21)))), UNITS);
    expect([none.found.size, none.by, none.strange]).toEqual([0, null, ['b']]);
  });
});

describe('a drawing', () => {
  it('has north above, one scale both ways, and one line between neighbours', () => {
    const drawn = drawAreas(
      new Map([
        ['A', [square(105, 0)]],
        ['B', [square(105.1, 0), square(105.12, 0.02, 0.02)]],
        ['C', [square(105, 0.1)]],
      ]),
    );
    expect([drawn?.width, drawn?.height]).toEqual([1200, 1200]);
    const [a, b, c] = drawn?.shapes ?? [];
    expect(a).toEqual({ unit: 'A', path: 'M0 1200L600 1200L600 600L0 600Z', x: 300, y: 900 });
    expect(b?.path.startsWith('M600 1200L1200 1200L1200 600L600 600ZM')).toBe(true);
    expect(c?.path).toBe('M0 600L600 600L600 0L0 0Z');
    for (const { path } of drawn?.shapes ?? []) expect(path).toMatch(PATH);
  });

  it('is as wide as it is in the middle of the map: a degree east is shorter than one north', () => {
    const drawn = drawAreas(new Map([['A', [square(105, 59.95)]]]));
    expect([drawn?.width, drawn?.height]).toEqual([600, 1200]);
  });

  it('leaves out points on straight lines and what is smaller than a point, and places the mark within', () => {
    const bent: Ring = [
      ...([
        [105, 0],
        [105.3, 0],
        [105.3, 0.3],
        [105.2, 0.3],
        [105.2, 0.15],
        [105.2, 0.1],
        [105.1, 0.1],
        [105.1, 0.3],
      ] as const),
      ...([
        [105, 0.3],
        [105, 0],
      ] as const),
    ];
    const drawn = drawAreas(
      new Map([
        ['A', [bent]],
        ['B', [square(105, 0, 1e-7)]],
      ]),
    );
    expect(drawn?.shapes.map(({ unit }) => unit)).toEqual(['A']);
    const [shape] = drawn?.shapes ?? [];
    expect(shape?.path.match(/L/g)).toHaveLength(7);
    // Between the legs of a U there is nothing: the mark stands in one of them.
    expect(shape && (shape.x < 400 || shape.x > 800)).toBe(true);
  });

  it('of nothing is none', () => {
    expect(drawAreas(new Map())).toBeNull();
  });

  it('of very many corners is made coarser until it can be kept', () => {
    const ring = (at: number): Ring => {
      const points = Array.from({ length: 6_000 }, (_none, step) => {
        const [angle, far] = [(step / 6_000) * 2 * Math.PI, 0.4 + (step % 2) * 0.1];
        return [105 + (at % 10) + far * Math.cos(angle), 10 + Math.floor(at / 10) + far * Math.sin(angle)] as const;
      });
      return [...points, points[0] ?? [0, 0]];
    };
    const drawn = drawAreas(new Map(Array.from({ length: 60 }, (_none, at) => [String(at), [ring(at)]] as const)));
    expect(drawn?.width).toBeLessThan(1200);
  });
});
