import {
  LONGEST_DRAWING,
  PATH,
  WIDEST_DRAWING,
  type Drawing,
  type Shape,
} from '@chi-tieu/shared/domain/boundaries/drawing';
import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import {
  deleteDrawing,
  drawingOf,
  knownCodes,
  replaceDrawing,
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

/** Replaces the drawing of the province. Codes that are no unit's, and paths that are none, are BAD_USER_INPUT. */
export async function saveBoundaries(ctx: Context, given: Drawing & { name: string }): Promise<DrawingRow> {
  const name = given.name.normalize('NFC').replace(/\p{C}/gu, '').trim();
  if (name.length === 0 || name.length > LONGEST_NAME)
    throw badInput('input.name', 'boundary.name', { most: LONGEST_NAME });
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
    await replaceDrawing(tx, ctx.provinceId, drawing);
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
    if (!isWithin || !PATH.test(path)) throw badInput(`input.shapes.${at}.path`, 'boundary.path', { unit });
  }
}

/** Takes the drawing away; tells whether there was one. */
export function removeBoundaries(ctx: Context): Promise<boolean> {
  return ctx.write('removeBoundaries', async (tx) => {
    const removed = await deleteDrawing(tx, ctx.provinceId);
    const about = { kind: 'BOUNDARIES', id: '0' } as const;
    if (removed) tx.audit({ what: 'BOUNDARIES_REMOVED', about, unitId: ctx.provinceId });
    return removed;
  });
}
