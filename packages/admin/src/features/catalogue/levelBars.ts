import { addDays, daysBetween, nextDay, type Day } from '@chi-tieu/shared/domain/days';
import type { BarSpan } from '../../ui/TimeBars.vue';
import { levelText, levelTone, TIERS, tierText } from './levels.ts';
import type { Span } from './standingOn.ts';

/** The line of days and its rows for the picture of one procedure on one list. */
export interface LevelBars {
  readonly from: Day;
  readonly to: Day;
  readonly rows: readonly { key: string; label: string; spans: readonly BarSpan[] }[];
  readonly ticks: readonly Day[];
}

/** What is left free before the first and after the last change, so that its bar can be seen: at least 60 days. */
const MARGIN_SHARE = 0.16;
const LEAST_MARGIN_DAYS = 60;

/**
 * The picture of when a procedure was in force and, tier by tier, at which level it stood on a list. The line of days
 * reaches over every change and over `day`.
 */
export function levelBars(
  procedure: { inForceFrom: Day | null; inForceTo: Day | null },
  spans: readonly Span[],
  day: Day,
  inForceText: string,
): LevelBars {
  const ends = [procedure.inForceTo, ...spans.map(({ to }) => to)].filter((one) => one !== null);
  const begins = [procedure.inForceFrom, ...spans.map(({ from }) => from)].filter((one) => one !== null);
  const changes = [...new Set([...begins, ...ends.map(nextDay)])].sort();
  const [first = day, last = day] = [[...changes, day].sort()[0], [...changes, day].sort().at(-1)];
  const margin = Math.max(LEAST_MARGIN_DAYS, Math.round(daysBetween(first, last) * MARGIN_SHARE));
  const inForce: BarSpan = {
    key: 'inForce',
    from: procedure.inForceFrom,
    to: procedure.inForceTo,
    tone: 'plain',
    text: inForceText,
  };
  return {
    from: addDays(first, -LEAST_MARGIN_DAYS),
    to: addDays(last, margin),
    rows: [
      { key: 'inForce', label: '', spans: [inForce] },
      ...TIERS.flatMap((tier) => {
        const mine = spans.filter((span) => span.tier === tier);
        return mine.length === 0 ? [] : [{ key: tier, label: tierText(tier), spans: mine.map(barOf) }];
      }),
    ],
    ticks: changes,
  };
}

function barOf({ from, to, level }: Span): BarSpan {
  return { key: from, from, to, tone: levelTone(level), text: levelText(level) };
}
