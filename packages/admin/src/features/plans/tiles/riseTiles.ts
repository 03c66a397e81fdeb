import { inOrder } from '../sheet/sheetOrder.ts';
import { riseOf, type PlanUnit } from '../sheet/planUnit.ts';

/** A unit as a tile; `rise` in hundredths of a point, null where nobody can say. */
export interface RiseTile {
  readonly unit: PlanUnit;
  readonly target: number | null;
  readonly rise: number | null;
  /** How dark it is, 0 to 1: by its rise beside the largest; 0 where none is asked. */
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
  const most = Math.max(1, ...tiles.map(({ rise }) => rise ?? 0));
  return tiles.map((tile) => ({ ...tile, depth: Math.max(0, tile.rise ?? 0) / most }));
}
