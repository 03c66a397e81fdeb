import { yearOf, yearStart } from '@chi-tieu/shared/domain/days';
import { addCounts, ratePercent, type Counts } from '@chi-tieu/shared/domain/rate';
import { contributions, gapInDossiers } from '@chi-tieu/shared/domain/standing/contributions';
import type { Context } from '../../../app/context.ts';
import { procedureById } from '../../catalogue/procedures.service.ts';
import { receivers } from '../../figures/bridge/bridge.service.ts';
import { countsByGroup } from '../../figures/change/groups.queries.ts';
import type { Forecast, ProcedureContribution } from './forecast.types.ts';

/** Dossiers counted for a unit, beyond which it is not told by procedures: they are counted one by one while somebody waits. */
export const MOST_DOSSIERS = 250_000;

/**
 * What each procedure takes from a unit's distance to its target, the heaviest first; empty without target, null beyond `MOST_DOSSIERS`. The
 * parts are counted from the dossiers, the whole is the figure: what one says and the other does not is a part of its own, so they add up.
 */
export async function procedureContributions(
  ctx: Context,
  { table, unit }: Forecast,
): Promise<ProcedureContribution[] | null> {
  const { tree, indicator } = table.soFar;
  const { targetHundredths, numerator, denominator } = table.soFar.of(unit.unitId);
  if (targetHundredths === null) return [];
  if (denominator > MOST_DOSSIERS) return null;
  const rows = await countsByGroup(ctx.figures, ctx.provinceId, indicator, {
    from: yearStart(yearOf(table.on)),
    to: table.on,
    units: receivers(tree, unit.unitId, 'SUBTREE'),
    knownAt: table.knownAt,
  });
  const parts = new Map<number | null, Counts>();
  const rest = { numerator, denominator };
  for (const row of rows) {
    parts.set(row.procedureId, addCounts(parts.get(row.procedureId) ?? NONE, row));
    rest.numerator -= row.numerator;
    rest.denominator -= row.denominator;
  }
  const all = [...parts, [null, rest] as const].map(([key, counts]) => ({ key, ...counts }));
  const counted = all.filter((part) => part.denominator !== 0 || part.numerator !== 0);
  return Promise.all(
    contributions(counted, targetHundredths).map(async ({ key, gap, ...counts }) => ({
      procedure: key === null ? null : await procedureById(ctx, key),
      ...counts,
      rate: key === null ? null : ratePercent(counts),
      gap: gapInDossiers(gap),
    })),
  );
}

const NONE: Counts = { numerator: 0, denominator: 0 };
