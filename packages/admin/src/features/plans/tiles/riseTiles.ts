import { inOrder } from '../sheet/sheetOrder.ts';
import { riseOf, type PlanUnit } from '../sheet/planUnit.ts';

/** A unit as a tile; `rise` in hundredths of a point, null where nobody can say. */
export interface RiseTile {
  readonly unit: PlanUnit;
  readonly target: number | null;
  readonly rise: number | null;
  /** How strong its colour is, 0 to 1: from the lowest rise of the plan to the highest; 0 where nobody can say, or none is asked of anybody. */
  readonly depth: number;
}

/** The units of a plan as tiles, those first that have to rise most. The issuing unit's own dossiers are given nothing. */
export function riseTiles(units: readonly PlanUnit[], targetOf: (code: string) => number | null): RiseTile[] {
  const tiles = inOrder(units, 'rise', targetOf)
    .filter(({ isIssuer }) => !isIssuer)
    .map((unit) => {
      const target = targetOf(unit.code);
      return { unit, target, rise: riseOf(unit, target) };
    });
  const [least, most] = scaleOf(tiles);
  return tiles.map((tile) => ({ ...tile, depth: tile.rise === null ? 0 : depthOf(tile.rise, least, most) }));
}

/** The lowest and the highest rise of a plan; both 0 where nobody can say any. */
export function scaleOf(tiles: readonly Pick<RiseTile, 'rise'>[]): [least: number, most: number] {
  const rises = tiles.flatMap(({ rise }) => rise ?? []);
  return rises.length === 0 ? [0, 0] : [Math.min(...rises), Math.max(...rises)];
}

/** Where all rise alike, they are as strong as can be if they rise at all. */
function depthOf(rise: number, least: number, most: number): number {
  return most > least ? (rise - least) / (most - least) : Number(rise > 0);
}
