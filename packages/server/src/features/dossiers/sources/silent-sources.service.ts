import { addDays } from '@chi-tieu/shared/domain/days';
import { RHYTHM_DAYS, sendingOf, weekdaysUntil } from '@chi-tieu/shared/domain/freshness';
import type { Context } from '../../../app/context.ts';
import { today } from '../../units/units.service.ts';
import { daysOfSources } from './silent-sources.queries.ts';

/** Sources that somebody should ask after. */
export interface SourcesInNeed {
  /** How many bring nothing for longer than their own rhythm makes likely, and for how long at most. */
  silent: number;
  days: number;
  /** From how many could not be fetched one time after the other. */
  failing: number;
}

const FAILS_AFTER = 5;

/** Which sources are silent, by the same rule and the same days as each source says it of itself, or fail. */
export async function sourcesInNeed(ctx: Context): Promise<SourcesInNeed> {
  const on = today(ctx);
  const rows = await daysOfSources(ctx.read, ctx.provinceId, { from: addDays(on, -RHYTHM_DAYS), on });
  const open = weekdaysUntil(on);
  const silent = rows
    .map(({ days, lastDay }) => sendingOf(days, open, { on, lastDay }))
    .filter(({ state }) => state === 'SILENT');
  return {
    silent: silent.length,
    days: Math.max(0, ...silent.map(({ daysSince }) => daysSince ?? 0)),
    failing: rows.filter(({ failures }) => failures >= FAILS_AFTER).length,
  };
}
