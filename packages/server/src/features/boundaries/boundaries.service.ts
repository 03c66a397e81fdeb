import {
  isPathWithin,
  LONGEST_DRAWING,
  PATH,
  WIDEST_DRAWING,
  type Drawing,
  type Shape,
} from '@chi-tieu/shared/domain/boundaries/drawing';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, conflict } from '../../app/errors.ts';
import { checkSaidLine } from '../plans/talk/said.service.ts';
import {
  deleteDrawing,
  drawingOf,
  knownCodes,
  lockDrawing,
  putDrawing,
  shapesOf,
  type DrawingRow,
} from './boundaries.queries.ts';

const MOST_SHAPES = 1_000;
const LONGEST_NAME = 200;

/** How the province is drawn; null while nobody put a drawing there. */
export function boundaryDrawing(ctx: Context): Promise<DrawingRow | null> {
  return drawingOf(ctx.read, ctx.provinceId);
}

/** How each unit is drawn; none while there is no drawing. */
export function boundaryShapes(ctx: Context): Promise<Shape[]> {
  return shapesOf(ctx.read, ctx.provinceId);
}

/**
 * Replaces the drawing of the province that somebody looked at. Codes that are no unit's, and paths that are none, are BAD_USER_INPUT;
 * CONFLICT where there is another one by now.
 */
export async function saveBoundaries(
  ctx: Context,
  given: Drawing & { name: string; expectedVersion: number | null },
): Promise<DrawingRow> {
  const name = checkSaidLine('input.name', given.name, LONGEST_NAME);
  checkSize(given);
  checkShapes(given);
  const known = await knownCodes(
    ctx.read,
    ctx.provinceId,
    given.shapes.map(({ unit }) => unit),
  );
  const strange = given.shapes.findIndex(({ unit }) => !known.has(unit));
  if (strange >= 0)
    throw badInput(`input.shapes.${strange}.unit`, 'unit.unknown', { code: given.shapes[strange]?.unit ?? '' });
  const shapes = given.shapes
    .map(({ unit, path, x, y }) => ({ unit, path, x, y }))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const drawing = { name, width: given.width, height: given.height, shapes };
  await ctx.write('saveBoundaries', async (tx) => {
    const version = await lockAsSeen(tx, ctx.provinceId, given.expectedVersion);
    if (!(await putDrawing(tx, ctx.provinceId, drawing, version !== null))) throw conflict('boundary.changed');
    const about = { kind: 'BOUNDARIES', id: String(shapes.length) } as const;
    tx.audit({ what: 'BOUNDARIES_SAVED', about, unitId: ctx.provinceId, after: { name, units: shapes.length } });
  });
  const saved = await boundaryDrawing(ctx);
  if (!saved) throw new Error('The drawing is gone already.');
  return saved;
}

function checkSize({ width, height }: Drawing): void {
  for (const [path, size] of Object.entries({ width, height }))
    if (size < 1 || size > WIDEST_DRAWING) throw badInput(`input.${path}`, 'boundary.size', { most: WIDEST_DRAWING });
}

function checkShapes({ shapes, width, height }: Drawing): void {
  if (shapes.length === 0) throw badInput('input.shapes', 'boundary.none');
  if (shapes.length > MOST_SHAPES) throw badInput('input.shapes', 'input.tooMany', { most: MOST_SHAPES });
  const length = shapes.reduce((sum, { path }) => sum + path.length, 0);
  if (length > LONGEST_DRAWING) throw badInput('input.shapes', 'boundary.long', { most: LONGEST_DRAWING });
  const seen = new Set<string>();
  for (const [at, { unit, path, x, y }] of shapes.entries()) {
    if (seen.has(unit)) throw badInput(`input.shapes.${at}.unit`, 'boundary.twice', { unit });
    seen.add(unit);
    const isWithin = x >= 0 && x <= width && y >= 0 && y <= height;
    if (!isWithin || !PATH.test(path) || !isPathWithin(path, { width, height }))
      throw badInput(`input.shapes.${at}.path`, 'boundary.path', { unit });
  }
}

/** Holds the drawing that somebody looked at (null: that there was none); CONFLICT where there is another one. */
async function lockAsSeen(tx: Writer, provinceId: number, seen: number | null): Promise<number | null> {
  const version = await lockDrawing(tx, provinceId);
  if (version !== seen) throw conflict('boundary.changed', {}, { ...(version !== null && { facts: { version } }) });
  return version;
}

/** Takes the drawing away that somebody looked at; tells whether there was one. */
export function removeBoundaries(ctx: Context, expectedVersion: number): Promise<boolean> {
  return ctx.write('removeBoundaries', async (tx) => {
    if ((await lockDrawing(tx, ctx.provinceId)) === null) return false;
    await lockAsSeen(tx, ctx.provinceId, expectedVersion);
    await deleteDrawing(tx, ctx.provinceId);
    const about = { kind: 'BOUNDARIES', id: '0' } as const;
    tx.audit({ what: 'BOUNDARIES_REMOVED', about, unitId: ctx.provinceId });
    return true;
  });
}
