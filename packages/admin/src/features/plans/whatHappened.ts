import type { PlanEventsFragment, PlanState, PlanSuccessorsQuery } from '@chi-tieu/shared/generated/graphql';

type Event = PlanEventsFragment['events'][number];
type Successor = PlanSuccessorsQuery['targetPlans'][number];

/** The event by which a plan came back to be worked on again; null where it was never sent back, or went on since. */
export function returnedBy(events: readonly Event[]): Event | null {
  const last = events.findLast(({ what }) => what === 'MOVED');
  return last?.toState === 'DRAFT' ? last : null;
}

/** The plan that replaced another: it amends it and was issued, perhaps replaced itself meanwhile. Null where not known. */
export function successorOf(id: string, plans: readonly Successor[]): Successor | null {
  const issued: readonly PlanState[] = ['ISSUED', 'SUPERSEDED'];
  return plans.find(({ amends, state }) => amends?.id === id && issued.includes(state)) ?? null;
}
