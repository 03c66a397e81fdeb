import { describe, expect, it } from 'vitest';
import { breakerState, minutesAfter, OPENS_AFTER } from './breaker.ts';

const now = new Date('2022-08-31T10:00:00Z');
const later = new Date('2022-08-31T10:00:01Z');

describe('a breaker', () => {
  it('is closed until something fails, and while a single failure is waited out', () => {
    expect(breakerState({ failures: 0, until: null }, now)).toBe('CLOSED');
    expect(breakerState({ failures: 1, until: later }, now)).toBe('WAITING');
    expect(breakerState({ failures: 4, until: now }, now)).toBe('CLOSED');
  });

  it('opens after five failures, and is half open once its pause is over', () => {
    expect(breakerState({ failures: OPENS_AFTER, until: later }, now)).toBe('OPEN');
    expect(breakerState({ failures: OPENS_AFTER, until: now }, now)).toBe('HALF_OPEN');
    expect(breakerState({ failures: 9, until: later }, now)).toBe('OPEN');
  });

  it('waits twice as long each time, far longer once it is open, and never beyond half a day and its chance', () => {
    expect([1, 2, 3, 4].map((failures) => minutesAfter(failures, 0.5))).toEqual([1, 2, 4, 8]);
    expect([5, 6, 7].map((failures) => minutesAfter(failures, 0.5))).toEqual([30, 60, 120]);
    expect(minutesAfter(1_000, 1)).toBe(12 * 60 * 1.25);
    expect(minutesAfter(1, 0)).toBe(0.75);
  });
});
