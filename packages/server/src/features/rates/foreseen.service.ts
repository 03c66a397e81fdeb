import type { Counts } from '@chi-tieu/shared/domain/rate';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import type { YearEffect } from './effect.types.ts';
import { effectOf, type Standing } from './effect.service.ts';
import { bookedByYear, countsAtYearEnds, type YearDelta } from './foreseen.queries.ts';
import { allIndicators } from './rates.service.ts';

/**
 * Begins to watch what a transaction does to the figures by changing the catalogue about these procedures; what it gives tells the
 * outcome, asked once the change is done: what was booked, and for indicators whose period's end decides who counts the
 * difference of whole years. A dry run asks before it is rolled back. Hold the dossier lock from before until after.
 */
export async function watchFigures(
  tx: Writer,
  provinceId: number,
  procedureIds: number[],
): Promise<() => Promise<YearDelta[]>> {
  const before = await countsAtYearEnds(tx, provinceId, procedureIds);
  return async () => {
    const after = await countsAtYearEnds(tx, provinceId, procedureIds);
    return [...(await bookedByYear(tx, provinceId)), ...differences(before, after)];
  };
}

function differences(before: readonly YearDelta[], after: readonly YearDelta[]): YearDelta[] {
  const turned = before.map((was) => ({ ...was, numerator: -was.numerator, denominator: -was.denominator }));
  const groups = groupBy([...turned, ...after], ({ indicator, year, unitId }) => [indicator, year, unitId].join('|'));
  return [...groups.values()].flatMap((mine) => {
    const [one] = mine;
    const [numerator, denominator] = [sum(mine, 'numerator'), sum(mine, 'denominator')];
    return one && (numerator !== 0 || denominator !== 0) ? [{ ...one, numerator, denominator }] : [];
  });
}

function sum(rows: readonly Counts[], of: keyof Counts): number {
  return rows.reduce((total, row) => total + row[of], 0);
}

/**
 * What a change does to each indicator in each year in which it does anything, by indicators and years. `standing` says on which side
 * the figures asked for are.
 */
export async function effectsByYear(
  ctx: Context,
  deltas: readonly YearDelta[],
  standing: Standing,
): Promise<YearEffect[]> {
  const effects: YearEffect[] = [];
  for (const indicator of await allIndicators(ctx, standing === 'BEFORE' ? null : standing.after)) {
    const mine = groupBy(
      deltas.filter((delta) => delta.indicator === indicator.code),
      ({ year }) => year,
    );
    for (const year of [...mine.keys()].sort((a, b) => a - b)) {
      const period = { from: `${year}-01-01`, to: `${year}-12-31` };
      const within = (mine.get(year) ?? []).map((delta) => ({ ...delta, day: null }));
      const effect = await effectOf(ctx, { indicator: indicator.code, ...period }, within, standing);
      effects.push({ indicator, year, effect });
    }
  }
  return effects;
}
