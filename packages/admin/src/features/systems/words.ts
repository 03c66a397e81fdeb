import { OUTAGE_KINDS } from '@chi-tieu/shared/domain/connected/availability';
import { RENEW_DAYS, SYSTEM_KINDS, SYSTEM_STATES } from '@chi-tieu/shared/domain/connected/checks';
import { INCIDENT_LEVELS } from '@chi-tieu/shared/domain/connected/incidents';
import type {
  CheckOutcome,
  ConnectedSystemQuery,
  IncidentAct,
  IncidentLevel,
  OutageKind,
  SystemKind,
  SystemState,
} from '@chi-tieu/shared/generated/graphql';
import { day, rate, whole } from '../../i18n/format.ts';
import { language, t } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';
import './texts.ts';

/** What the page of a system is about. */
export type SystemShown = NonNullable<ConnectedSystemQuery['connectedSystem']>;
export type OutageShown = SystemShown['outages'][number];
export type IncidentShown = SystemShown['incidents'][number];

const STATE_TONES: Record<SystemState, Tone> = {
  ...{ DOWN: 'miss', MAINTENANCE: 'open', FAILING: 'risk', UP: 'met', UNKNOWN: 'none' },
};

/** Which systems a list shows: all that are kept, those of a state, or those that were taken away. */
export type StateShown = SystemState | 'ALL' | 'REMOVED';

export const stateTone = (state: SystemState): Tone => STATE_TONES[state];
export const stateText = (state: SystemState): string => t(`systems.state.${state}`);
export const kindText = (kind: SystemKind): string => t(`systems.kind.${kind}`);
export const outcomeText = (outcome: CheckOutcome): string => t(`systems.outcome.${outcome}`);
export const outageText = (kind: OutageKind): string => t(`systems.outageKind.${kind}`);
export const levelText = (level: IncidentLevel): string => t(`systems.level.${level}`);
export const actText = (act: IncidentAct): string => t(`systems.act.${act}`);
export const STATES: readonly SystemState[] = SYSTEM_STATES;
export const KINDS: readonly SystemKind[] = SYSTEM_KINDS;
export const DECLARED: readonly OutageKind[] = OUTAGE_KINDS.filter((kind) => kind !== 'CHECKED');
export const LEVELS: readonly IncidentLevel[] = INCIDENT_LEVELS;

export function certificateText(left: number): string {
  if (left < 0) return t('systems.certificateOver');
  return t('systems.daysLeft', { count: left });
}
export const certificateTone = (left: number): Tone => (left < 0 ? 'miss' : left < RENEW_DAYS ? 'risk' : 'met');

/** Who runs a system, told where that unit has ended; nobody of the province where it is null. */
export function runnerText(
  unit: { name: string; validTo?: string | null } | null | undefined,
  on: string,
): string | null {
  if (!unit) return null;
  const isOver = unit.validTo != null && unit.validTo < on;
  return isOver ? t('systems.unitEnded', { name: unit.name, day: day(unit.validTo ?? on) }) : unit.name;
}

/** Below so many checks a share says nothing: a system that is two minutes old is not available for 0 %. */
const LEAST_CHECKS = 20;

/** Checks answered of checks made, as counts while they are few; that none were is said, and is not nothing. */
export function availabilityText(periods: readonly { checks: number; answered: number }[]): string {
  const checks = periods.reduce((sum, one) => sum + one.checks, 0);
  const answered = periods.reduce((sum, one) => sum + one.answered, 0);
  if (checks === 0) return t('systems.neverChecked');
  if (checks < LEAST_CHECKS) return t('systems.fewChecks', { answered: whole(answered), checks: whole(checks) });
  return rate({ numerator: answered, denominator: checks }, null);
}

/** Tenths as a number with one digit behind the point; with its sign where it is a difference. */
export function tenths(count: number, isDifference = false): string {
  const text = new Intl.NumberFormat(language.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    Math.abs(count) / 10,
  );
  if (count < 0) return `−${text}`;
  return isDifference && count > 0 ? `+${text}` : text;
}

/** Whole minutes from when to when; until now where it lasts. */
export function minutesBetween(from: string, to: string | null | undefined): number {
  return Math.max(0, Math.floor(((to ? Date.parse(to) : Date.now()) - Date.parse(from)) / 60_000));
}

/** Whether anything is known of some days: a picture of nothing says nothing. */
export const isKnown = (periods: readonly { checks: number; downMinutes: number; plannedMinutes: number }[]): boolean =>
  periods.some(({ checks, downMinutes, plannedMinutes }) => checks + downMinutes + plannedMinutes > 0);

const [HOUR, DAY] = [60, 24 * 60];

/** A number of minutes as people say it: days and hours, hours and minutes, or minutes. */
export function lengthText(minutes: number): string {
  if (minutes < HOUR) return t('systems.minutes', { count: minutes });
  if (minutes < DAY) return t('systems.hours', { hours: Math.floor(minutes / HOUR), minutes: minutes % HOUR });
  return t('systems.lengthDays', { days: Math.floor(minutes / DAY), hours: Math.floor((minutes % DAY) / HOUR) });
}

/** A stretch of days, said as one where it is one. */
export const daysText = (from: string, to: string): string => (from === to ? day(from) : `${day(from)} – ${day(to)}`);
