import { nextDay, type Day } from '@chi-tieu/shared/domain/days';
import type { ServiceLevel, ServiceListAction, UnitKind } from '@chi-tieu/shared/generated/graphql';
import type { Span } from './standingOn.ts';

/** The decision that opened or closed a span. */
interface DecisionNamed {
  readonly number: string;
}

/** A span on a list between the decisions at its ends. */
export interface DecidedSpan<D extends DecisionNamed> extends Span {
  readonly list: { readonly code: string };
  readonly openedBy: D;
  readonly closedBy: D | null;
}

/** What one decision did to one procedure on one list. `level` is the level from that day on, null for a removal. */
export interface ListEvent<D extends DecisionNamed> {
  readonly day: Day;
  readonly decision: D;
  readonly list: string;
  readonly action: ServiceListAction;
  readonly level: ServiceLevel | null;
  readonly tiers: readonly UnitKind[];
}

/**
 * The spans of one procedure told as what decisions did, oldest first; tiers that one decision treated alike are one
 * event. A span that begins the day after another of its list and tier ended is a change of level, not a removal and an
 * addition.
 */
export function listEvents<D extends DecisionNamed>(spans: readonly DecidedSpan<D>[]): ListEvent<D>[] {
  const placeOf = (span: DecidedSpan<D>, day: Day): string => `${span.list.code}|${span.tier}|${day}`;
  const ends = new Set(spans.flatMap((span) => (span.to === null ? [] : [placeOf(span, nextDay(span.to))])));
  const starts = new Set(spans.map((span) => placeOf(span, span.from)));
  const found = spans.flatMap((span): ListEvent<D>[] => {
    const about = { list: span.list.code, tiers: [span.tier] };
    const action = ends.has(placeOf(span, span.from)) ? 'CHANGE_LEVEL' : 'ADD';
    const opened: ListEvent<D> = { ...about, day: span.from, decision: span.openedBy, action, level: span.level };
    const after = span.to === null ? null : nextDay(span.to);
    if (after === null || span.closedBy === null || starts.has(placeOf(span, after))) return [opened];
    return [opened, { ...about, day: after, decision: span.closedBy, action: 'REMOVE', level: null }];
  });
  return together(found).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function together<D extends DecisionNamed>(events: readonly ListEvent<D>[]): ListEvent<D>[] {
  const groups = new Map<string, ListEvent<D>>();
  for (const event of events) {
    const key = [event.day, event.decision.number, event.list, event.action, event.level].join('|');
    const group = groups.get(key);
    groups.set(key, group ? { ...group, tiers: [...group.tiers, ...event.tiers] } : event);
  }
  return [...groups.values()];
}
