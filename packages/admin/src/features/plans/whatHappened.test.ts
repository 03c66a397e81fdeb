import type { PlanEventsFragment, PlanState, PlanSuccessorsQuery } from '@chi-tieu/shared/generated/graphql';
import { describe, expect, it } from 'vitest';
import { returnedBy, successorOf } from './whatHappened.ts';

type Event = PlanEventsFragment['events'][number];
const event = (what: string, toState: PlanState | null = null, reason: string | null = null): Event => ({
  version: 1,
  what,
  fromState: null,
  toState,
  reason,
  at: '2022-05-01T00:00:00.000Z',
  by: 'admin',
});

describe('a draft', () => {
  const sent = [event('CREATED'), event('TARGETS_SET'), event('MOVED', 'SUBMITTED')];
  const back = [...sent, event('MOVED', 'DRAFT', 'Thiếu hai xã')];

  it('that was sent back knows why, also once it is worked on again', () => {
    expect(returnedBy([...back, event('TARGETS_SET')])?.reason).toBe('Thiếu hai xã');
  });

  it.each([
    ['was never moved', [event('CREATED')]],
    ['was only moved on', sent],
    ['went on since', [...back, event('MOVED', 'SUBMITTED')]],
  ])('that %s was not sent back', (_what, events) => expect(returnedBy(events)).toBeNull());
});

describe('the plan that replaced another', () => {
  const plan = (id: string, state: PlanState, amends: string | null): PlanSuccessorsQuery['targetPlans'][number] => ({
    id,
    state,
    inForceFrom: null,
    decision: null,
    amends: amends === null ? null : { id: amends },
  });

  it('is the issued one that amends it, not a draft nor one of another plan', () => {
    const plans = [plan('a', 'SUPERSEDED', null), plan('d', 'DRAFT', 'a'), plan('o', 'ISSUED', 'x')];
    expect(successorOf('a', plans)).toBeNull();
    expect(successorOf('a', [...plans, plan('b', 'SUPERSEDED', 'a')])?.id).toBe('b');
  });
});
