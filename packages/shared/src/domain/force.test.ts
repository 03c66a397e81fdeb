import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isBetween } from './days.ts';
import { periodOn, periodsFromChanges, shownPeriod, type ForceAction, type ForceChange } from './force.ts';

let sequence = 0;
function said(action: ForceAction, from: string | null, more: Partial<ForceChange> = {}): ForceChange {
  sequence += 1;
  const decisionId = action === 'STATED' ? null : sequence;
  return { action, from, to: null, issuedOn: action === 'STATED' ? null : from, sequence, decisionId, ...more };
}
const daysOf = (...changes: ForceChange[]) =>
  periodsFromChanges(changes).periods.map(({ from, to }) => `${from ?? '…'} ${to ?? '…'}`);
const problemsOf = (...changes: ForceChange[]) => periodsFromChanges(changes).problems.map(({ code }) => code);

describe('the periods in force', () => {
  it('are none where nothing was said', () => {
    expect(daysOf()).toEqual([]);
  });

  it('are the one that was stated last, whatever was said before', () => {
    const repeal = said('ENFORCED', '2019-01-01');
    expect(daysOf(repeal, said('STATED', '2020-01-01', { to: '2021-12-31' }), said('STATED', null))).toEqual(['… …']);
  });

  it('end the day before a repeal, and begin again with another decision', () => {
    const changes = [said('ENFORCED', '2020-01-01'), said('REPEALED', '2021-07-01'), said('ENFORCED', '2022-01-01')];
    expect(daysOf(...changes)).toEqual(['2020-01-01 2021-06-30', '2022-01-01 …']);
    expect(periodsFromChanges(changes).periods.map(({ openedBy, closedBy }) => [openedBy, closedBy])).toEqual([
      [changes[0]?.decisionId, changes[1]?.decisionId],
      [changes[2]?.decisionId, null],
    ]);
  });

  it('follow from decisions entered in any order', () => {
    const changes = [said('ENFORCED', '2020-01-01'), said('REPLACED', '2021-07-01'), said('ENFORCED', '2022-01-01')];
    expect(daysOf(...changes.toReversed())).toEqual(daysOf(...changes));
  });

  it('leave nothing of what begins and ends on one day', () => {
    expect(daysOf(said('ENFORCED', '2020-01-01'), said('REPEALED', '2020-01-01'))).toEqual([]);
  });

  it('take the decision for the source of an end that was stated', () => {
    const stated = said('STATED', '2020-01-01', { to: '2021-06-30' });
    const [opening, closing] = [said('ENFORCED', '2020-01-01'), said('REPEALED', '2021-07-01')];
    expect(periodsFromChanges([stated, opening, closing])).toEqual({
      periods: [{ from: '2020-01-01', to: '2021-06-30', openedBy: opening.decisionId, closedBy: closing.decisionId }],
      problems: [],
    });
  });

  it('are not changed by what makes no sense on its day', () => {
    const open = said('ENFORCED', '2020-01-01');
    expect(problemsOf(open, said('ENFORCED', '2021-01-01'))).toEqual(['ALREADY_IN_FORCE']);
    expect(problemsOf(open, said('REPEALED', '2019-01-01'))).toEqual(['NOT_IN_FORCE']);
    expect(problemsOf(said('AMENDED', '2019-01-01'))).toEqual(['NOT_IN_FORCE']);
    expect(problemsOf(said('STATED', '2020-01-01'), said('ENFORCED', '2019-01-01'))).toEqual(['IN_FORCE_LATER']);
    expect(problemsOf(open, said('AMENDED', '2020-01-01'))).toEqual([]);
  });

  it('never overlap and run from first to last, whatever was said', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2022-01-01', n));
    const line = fc.record({
      action: fc.constantFrom<ForceAction>('STATED', 'ENFORCED', 'AMENDED', 'REPLACED', 'REPEALED'),
      from: day,
      length: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), day, (lines, asked) => {
        const changes = lines.map(({ action, from, length }, at) => {
          return said(action, from, { to: action === 'STATED' ? addDays(from, length) : null, sequence: at });
        });
        const { periods } = periodsFromChanges(changes);
        const bounds = periods.flatMap(({ from, to }) => [from ?? '0000', to ?? '9999']);
        expect(bounds).toEqual(bounds.toSorted());
        expect(periods.filter(({ from, to }) => isBetween(asked, from, to)).length).toBeLessThan(2);
      }),
    );
  });
});

describe('the period that is shown', () => {
  const { periods } = periodsFromChanges([
    said('ENFORCED', '2020-01-01'),
    said('REPEALED', '2021-07-01'),
    said('ENFORCED', '2022-01-01'),
  ]);
  it('is that of the day, else the last one', () => {
    expect(shownPeriod(periods, '2020-05-01')?.to).toBe('2021-06-30');
    expect(shownPeriod(periods, '2021-08-01')?.from).toBe('2022-01-01');
    expect(periodOn(periods, '2021-08-01')).toBeNull();
    expect(shownPeriod([], '2021-08-01')).toBeNull();
  });
});
