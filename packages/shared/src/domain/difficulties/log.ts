import type { Day } from '../days.ts';
import { afterStep, AT_FIRST, type Standing, type StandingStep } from './states.ts';

/** A step of a log as far as it decides how a difficulty stood on a day. */
export interface LogStep extends StandingStep {
  /** It was done to the one that this one follows. */
  ofHead: boolean;
  /** On which day, where the province is. */
  day: Day;
}

/** How a difficulty stood, and since when it was closed; null while it was not. */
export interface StandingThen extends Standing {
  closedOn: Day | null;
}

/**
 * How a difficulty stood at the end of each day on which something was done, by its log in its order. While it is joined it stands as what was
 * done to its head made it stand, told after the step that joined it; parted it stands as its own steps did.
 */
export function standingsOf(log: readonly LogStep[]): { day: Day; standing: StandingThen }[] {
  const found: { day: Day; standing: StandingThen }[] = [];
  let own: StandingThen = { ...AT_FIRST, closedOn: null };
  let shown = own;
  for (const step of log) {
    if (step.act === 'JOINED' || (step.act === 'PARTED' && step.ofHead))
      shown = { ...AT_FIRST, reopened: own.reopened, closedOn: null };
    else if (step.act === 'PARTED') shown = own;
    else if (step.ofHead) shown = { ...after(shown, step), reopened: own.reopened };
    else {
      own = after(own, step);
      shown = own;
    }
    if (found.at(-1)?.day === step.day) found.pop();
    found.push({ day: step.day, standing: shown });
  }
  return found;
}

function after(standing: StandingThen, step: LogStep): StandingThen {
  const next = afterStep(standing, step);
  return { ...next, closedOn: next.state !== 'CLOSED' ? null : (standing.closedOn ?? step.day) };
}

/** How it stood at the end of the period; null where nothing had been reported by then, or it was closed before it all the time. */
export function stoodIn(log: readonly LogStep[], { from, to }: { from: Day; to: Day }): StandingThen | null {
  const standings = standingsOf(log).filter(({ day }) => day <= to);
  const last = standings.at(-1);
  if (!last) return null;
  const before = standings.findLast(({ day }) => day < from);
  const isTouched = standings.some(({ day }) => day >= from);
  return before?.standing.state === 'CLOSED' && !isTouched ? null : last.standing;
}
