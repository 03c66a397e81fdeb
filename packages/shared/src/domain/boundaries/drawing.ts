import type { Ring } from './geojson.ts';

/** Areas as they are drawn: whole numbers from the upper left corner on. */
export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
}

export interface Shape {
  /** The unit's code. */
  unit: string;
  /** M, L and Z with whole numbers alone, as SVG reads them; holes by the even-odd rule. */
  path: string;
  /** Where its mark stands. */
  x: number;
  y: number;
}

/** The longer side of a drawing; a coarser one where it would be larger than what is kept. */
const SIDES = [1200, 800, 500, 300];
/** All paths together, in characters. */
export const LONGEST_DRAWING = 400_000;
/** The longer side, at most. */
export const WIDEST_DRAWING = 2_000;
/** Whether a path lies within a drawing: none of its points is farther right or down than the drawing is large. */
export function isPathWithin(path: string, { width, height }: Pick<Drawing, 'width' | 'height'>): boolean {
  return [...path.matchAll(/(\d+) (\d+)/g)].every(([, x, y]) => Number(x) <= width && Number(y) <= height);
}

/** What a path may look like. */
export const PATH = /^(?:M\d{1,4} \d{1,4}(?:L\d{1,4} \d{1,4})+Z)+$/;

/**
 * Draws areas: degrees become an even grid on which a step north is as long as one east in the middle of the map, and each corner goes
 * to the nearest point of the grid. Borders of neighbours stay one line, for the same corner goes to the same point.
 */
export function drawAreas(areas: ReadonlyMap<string, readonly Ring[]>): Drawing | null {
  const all = [...areas.values()].flat(2);
  if (all.length === 0) return null;
  for (const side of SIDES) {
    const drawing = drawnOn(areas, gridOf(all, side));
    const isLast = side === SIDES.at(-1);
    if (isLast || drawing.shapes.reduce((sum, { path }) => sum + path.length, 0) <= LONGEST_DRAWING) return drawing;
  }
  return null;
}

interface Grid {
  width: number;
  height: number;
  place: (position: readonly [number, number]) => Point;
}
type Point = readonly [number, number];

function gridOf(all: readonly (readonly [number, number])[], side: number): Grid {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lon, lat] of all) {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [across, down] = [(east - west) * narrow, north - south];
  const scale = side / Math.max(across, down, 1e-9);
  return {
    width: Math.max(1, Math.round(across * scale)),
    height: Math.max(1, Math.round(down * scale)),
    place: ([lon, lat]) => [Math.round((lon - west) * narrow * scale), Math.round((north - lat) * scale)],
  };
}

function drawnOn(areas: ReadonlyMap<string, readonly Ring[]>, { width, height, place }: Grid): Drawing {
  const shapes = [...areas].flatMap(([unit, rings]): Shape[] => {
    const drawn = rings.map((ring) => thinned(ring.slice(0, -1).map(place))).filter((ring) => ring.length >= 3);
    const largest = drawn.reduce<readonly Point[]>((one, ring) => (areaOf(ring) > areaOf(one) ? ring : one), []);
    if (largest.length === 0) return [];
    const path = drawn.map((ring) => `M${ring.map(([x, y]) => `${String(x)} ${String(y)}`).join('L')}Z`).join('');
    const [x, y] = middleOf(largest);
    return [{ unit, path, x, y }];
  });
  return { width, height, shapes };
}

/** Without points that stand where the one before them does, or on the straight line between their neighbours. */
function thinned(points: readonly Point[]): Point[] {
  const kept = points.filter(([x, y], at) => {
    const before = points[(at + points.length - 1) % points.length];
    return before?.[0] !== x || before[1] !== y;
  });
  return kept.filter((point, at) => {
    const [a, b] = [kept[(at + kept.length - 1) % kept.length], kept[(at + 1) % kept.length]];
    return !a || !b || (point[0] - a[0]) * (b[1] - a[1]) !== (point[1] - a[1]) * (b[0] - a[0]);
  });
}

/** Twice the area around which a ring goes. */
function areaOf(ring: readonly Point[]): number {
  let sum = 0;
  for (const [at, [x, y]] of ring.entries()) {
    const [toX, toY] = ring[(at + 1) % ring.length] ?? [x, y];
    sum += x * toY - toX * y;
  }
  return Math.abs(sum);
}

/** Within the ring wherever it can be: the middle of the widest stretch on the line halfway down. */
function middleOf(ring: readonly Point[]): Point {
  const ys = ring.map(([, y]) => y);
  const level = (Math.min(...ys) + Math.max(...ys)) / 2 + 0.25;
  const crossed = ring
    .flatMap(([x, y], at) => {
      const [toX, toY] = ring[(at + 1) % ring.length] ?? [x, y];
      return y > level === toY > level ? [] : [x + ((level - y) * (toX - x)) / (toY - y)];
    })
    .sort((a, b) => a - b);
  let [best, widest] = [crossed[0] ?? 0, -1];
  for (let at = 0; at + 1 < crossed.length; at += 2) {
    const [from = 0, to = 0] = [crossed[at], crossed[at + 1]];
    if (to - from > widest) [best, widest] = [(from + to) / 2, to - from];
  }
  return [Math.round(best), Math.round(level)];
}
