import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import type { Sending } from '@chi-tieu/shared/domain/freshness';
import { isTooSilent } from '@chi-tieu/shared/domain/urging/findings';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import { freshnessOf } from '../../dossiers/sources/freshness.service.ts';
import { sourcesWithin } from '../../dossiers/sources/sources.queries.ts';

/** Which units are silent on a day, over all sources that speak for them. */
export interface Silence {
  of(unitId: number): Sending | null;
  /** Of a unit with all below it: how many that should send are silent. */
  below(unitId: number, tree: UnitTree): number;
  /** Whether so much of it is silent that its counts say nothing. */
  hides(unitId: number, tree: UnitTree): boolean;
}

/** A unit that one source hears is not silent, whatever another one says. */
const ORDER = ['SENDING', 'SILENT', 'TOO_FEW', 'NEVER'] as const;

/** Who is silent on a day, asked once a request. */
export function silenceOn(ctx: Context, on: Day): Promise<Silence> {
  return ctx.once(`silence ${on}`, async () => {
    const sources = await sourcesWithin(ctx.read, ctx.provinceId, null);
    const known = new Map<number, Sending>();
    for (const source of sources.filter(({ enabled }) => enabled)) {
      const { units } = await freshnessOf(ctx, source, on);
      for (const { unitId, ...sending } of units) known.set(unitId, heardBest(known.get(unitId), sending));
    }
    return silenceOf(known);
  });
}

function heardBest(known: Sending | undefined, sending: Sending): Sending {
  if (!known) return sending;
  const [a, b] = [ORDER.indexOf(known.state), ORDER.indexOf(sending.state)];
  if (a !== b) return a < b ? known : sending;
  return compareDays(known.lastDay ?? '', sending.lastDay ?? '') >= 0 ? known : sending;
}

function silenceOf(known: ReadonlyMap<number, Sending>): Silence {
  const count = (units: readonly number[], ...states: Sending['state'][]): number =>
    units.filter((id) => states.includes(known.get(id)?.state ?? 'NEVER')).length;
  return {
    of: (unitId) => known.get(unitId) ?? null,
    below: (unitId, tree) => count(tree.below(unitId), 'SILENT'),
    hides: (unitId, tree) => {
      const all = tree.below(unitId);
      const own = count([unitId], 'SILENT') > 0;
      return isTooSilent({ own, silent: count(all, 'SILENT'), expected: count(all, 'SILENT', 'SENDING') });
    },
  };
}
