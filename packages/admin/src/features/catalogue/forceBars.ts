import { addDays, daysBetween, nextDay, type Day } from '@chi-tieu/shared/domain/days';
import type { ForceAction } from '@chi-tieu/shared/generated/graphql';
import { t, type PlainKey } from '../../i18n/i18n.ts';
import type { BarSpan } from '../../ui/TimeBars.vue';

interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly openedBy?: { readonly number: string } | null;
  readonly closedBy?: { readonly number: string } | null;
}

/** What is left free beside the first and the last change. */
const LEAST_MARGIN_DAYS = 120;

/** The picture of the periods in which a procedure is in force; the line of days reaches over every change, `day` and `today`. */
export function forceBars(
  periods: readonly Period[],
  day: Day,
  today: Day,
): { from: Day; to: Day; spans: BarSpan[]; ticks: Day[] } {
  const changes = periods.flatMap(({ from, to }) => [...(from ? [from] : []), ...(to ? [nextDay(to)] : [])]).sort();
  const all = [...changes, day, today].sort();
  const [first = day, last = day] = [all[0], all.at(-1)];
  const margin = Math.max(LEAST_MARGIN_DAYS, Math.round(daysBetween(first, last) / 6));
  const spans = periods.map((period, i): BarSpan => {
    const { from, to } = period;
    return { key: String(i), from, to, tone: from === null || from <= day ? 'met' : 'open', text: periodText(period) };
  });
  return { from: addDays(first, -margin), to: addDays(last, margin), spans, ticks: [...new Set(changes)] };
}

/** Which decisions began and ended a period: `1/QĐ-UBND → 3/QĐ-UBND`. */
function periodText({ openedBy, closedBy }: Period): string {
  const ends = [openedBy?.number, closedBy?.number];
  if (!ends[0] && !ends[1]) return t('catalogue.inForceNow');
  return `${ends[0] ?? ''} → ${ends[1] ?? ''}`.trim();
}

const TEXTS: Readonly<Record<ForceAction, PlainKey>> = {
  STATED: 'procedures.stated',
  ENFORCED: 'procedures.enforced',
  AMENDED: 'procedures.amended',
  REPLACED: 'procedures.replaced',
  REPEALED: 'procedures.repealed',
};

/** What a line says of its being in force. */
export const forceText = ({ action }: { readonly action: ForceAction }): string => t(TEXTS[action]);
