import { describe, expect, it } from 'vitest';
import { editionChange, receiptState, receiversOf } from './guidance.ts';
import {
  afterMeasureStep,
  cameAsExpected,
  cameOf,
  isMeasureOverdue,
  MEASURE_ACTS,
  PLANNED,
  saysBeginning,
  type MeasureAct,
} from './measures.ts';
import {
  afterTaskStep,
  given,
  isTaskOverdue,
  TASK_ACTS,
  TASK_STATES,
  taskDaysLate,
  taskRefusal,
  type TaskStep,
} from './tasks.ts';

const DAY = '2022-05-10';
const after = (...steps: (Partial<TaskStep> & Pick<TaskStep, 'act'>)[]) =>
  steps.reduce((standing, step) => afterTaskStep(standing, { day: DAY, dueOn: null, ...step }), given('2022-05-31'));

describe('a task', () => {
  it('goes from its unit to who follows directions, and back with a reason', () => {
    expect(after({ act: 'NOTED' }).state).toBe('NOTED');
    expect(after({ act: 'PROGRESS' }).state).toBe('NOTED');
    expect(after({ act: 'DONE' })).toMatchObject({ state: 'DONE', doneOn: DAY });
    expect(after({ act: 'DONE' }, { act: 'RETURNED', dueOn: '2022-06-15' })).toEqual({
      ...{ state: 'NOTED', dueOn: '2022-06-15', returned: 1, extended: 0, doneOn: null, settledOn: null },
    });
    expect(after({ act: 'DONE' }, { act: 'RETURNED' }).dueOn).toBe('2022-05-31');
    expect(after({ act: 'DONE' }, { act: 'CONFIRMED' })).toMatchObject({
      state: 'CONFIRMED',
      settledOn: DAY,
      doneOn: DAY,
    });
    expect(after({ act: 'CONFIRMED' }).state).toBe('GIVEN');
    expect(after({ act: 'CALLED_OFF' }, { act: 'DONE' }).state).toBe('CALLED_OFF');
    expect(after({ act: 'EXTENDED', dueOn: '2022-07-01' })).toMatchObject({
      dueOn: '2022-07-01',
      extended: 1,
      state: 'GIVEN',
    });
  });

  it('is nobody’s to judge who answers for it', () => {
    const [unit, lead] = [
      { answers: true, follows: false },
      { answers: false, follows: true },
    ];
    expect(TASK_ACTS.filter((act) => taskRefusal(act, 'GIVEN', unit) === null)).toEqual(['NOTED', 'PROGRESS', 'DONE']);
    expect(TASK_ACTS.filter((act) => taskRefusal(act, 'DONE', lead) === null)).toEqual([
      'CONFIRMED',
      'RETURNED',
      'CALLED_OFF',
    ]);
    expect(taskRefusal('CONFIRMED', 'DONE', { answers: true, follows: true })).toBe('SIDE');
    expect(taskRefusal('CONFIRMED', 'GIVEN', lead)).toBe('STATE');
    for (const act of TASK_ACTS)
      for (const state of TASK_STATES) expect(taskRefusal(act, state, { answers: false, follows: false })).toBe('SIDE');
  });

  it('is overdue from the day after its deadline until its unit says that it is done', () => {
    const open = given('2022-05-31');
    expect([isTaskOverdue(open, '2022-05-31'), isTaskOverdue(open, '2022-06-01')]).toEqual([false, true]);
    expect(isTaskOverdue({ ...open, state: 'DONE' }, '2022-07-01')).toBe(false);
    expect(taskDaysLate(open, '2022-06-03')).toBe(3);
    expect(taskDaysLate({ ...open, state: 'CONFIRMED', doneOn: '2022-06-02' }, '2022-09-01')).toBe(2);
    expect(taskDaysLate({ ...open, state: 'CALLED_OFF' }, '2022-09-01')).toBe(0);
  });
});

describe('a measure', () => {
  const stand = (...acts: MeasureAct[]) =>
    acts.reduce((from, act) => afterMeasureStep(from, { act, day: DAY }), PLANNED);
  it('is planned, under way, done or given up, and is taken up again', () => {
    expect(stand('BEGUN')).toEqual({ state: 'UNDER_WAY', begunOn: DAY, endedOn: null });
    expect(stand('DONE')).toEqual({ state: 'DONE', begunOn: DAY, endedOn: DAY });
    expect(stand('GIVEN_UP')).toEqual({ state: 'GIVEN_UP', begunOn: null, endedOn: DAY });
    expect(stand('GIVEN_UP', 'RESUMED')).toEqual(PLANNED);
    expect(stand('BEGUN', 'DONE', 'RESUMED').state).toBe('UNDER_WAY');
    expect(stand('RESUMED', 'NOTED')).toEqual(PLANNED);
    expect(stand('GIVEN_UP', 'DONE').state).toBe('GIVEN_UP');
  });

  it('says since when it is under way as it begins, or as it is done without having begun', () => {
    const since = '2022-04-01';
    expect(afterMeasureStep(PLANNED, { act: 'BEGUN', day: DAY, since }).begunOn).toBe(since);
    expect(afterMeasureStep(PLANNED, { act: 'DONE', day: DAY, since })).toMatchObject({ begunOn: since, endedOn: DAY });
    const says = (...acts: MeasureAct[]) => MEASURE_ACTS.filter((act) => saysBeginning(stand(...acts), act));
    expect([says(), says('BEGUN'), says('GIVEN_UP')]).toEqual([['BEGUN', 'DONE'], [], []]);
  });

  it('is overdue while it is to be done past its deadline', () => {
    expect(isMeasureOverdue({ state: 'UNDER_WAY', dueOn: DAY }, DAY)).toBe(false);
    expect(isMeasureOverdue({ state: 'UNDER_WAY', dueOn: DAY }, '2022-05-11')).toBe(true);
    expect(isMeasureOverdue({ state: 'DONE', dueOn: DAY }, '2022-05-11')).toBe(false);
  });

  it('is held against the difference of two figures, exactly', () => {
    const [before, later] = [
      { numerator: 1, denominator: 3 },
      { numerator: 2, denominator: 3 },
    ];
    expect(cameOf('DOSSIERS', before, later)).toBe(1);
    expect(cameOf('POINTS', before, later)).toBe(3333);
    expect(cameOf('POINTS', later, before)).toBe(-3333);
    expect(cameOf('POINTS', before, { numerator: 0, denominator: 0 })).toBeNull();
    // A third is more than 33,33 points, and less than 33,34.
    expect(cameAsExpected({ kind: 'POINTS', expected: 3333 }, before, later)).toBe(true);
    expect(cameAsExpected({ kind: 'POINTS', expected: 3334 }, before, later)).toBe(false);
    expect(cameAsExpected({ kind: 'POINTS', expected: 1 }, before, { numerator: 0, denominator: 0 })).toBeNull();
    expect(cameAsExpected({ kind: 'DOSSIERS', expected: 2 }, before, later)).toBe(false);
    // Halves go away from zero on both sides.
    const [half, none] = [
      { numerator: 1, denominator: 20_000 },
      { numerator: 0, denominator: 1 },
    ];
    expect([cameOf('POINTS', none, half), cameOf('POINTS', half, none)]).toEqual([1, -1]);
  });
});

describe('guidance', () => {
  it('of another edition is to be acknowledged anew, until the day, and then is late', () => {
    const one = { edition: 2, acknowledgeBy: DAY, withdrawnOn: null };
    expect(receiptState(one, 2, '2022-06-01')).toBe('ACKNOWLEDGED');
    expect(receiptState(one, 1, DAY)).toBe('TO_ACKNOWLEDGE');
    expect(receiptState(one, 0, '2022-05-11')).toBe('OVERDUE');
    expect(receiptState({ ...one, withdrawnOn: DAY }, 1, '2022-05-11')).toBe('NOT_NEEDED');
  });

  it('goes to units named, of a kind, and below one', () => {
    const all = [
      { unitId: 1, kind: 'DISTRICT', above: [9] },
      { unitId: 2, kind: 'COMMUNE', above: [1, 9] },
      { unitId: 3, kind: 'COMMUNE', above: [9] },
    ];
    const none = { units: new Set<number>(), withBelow: false, kind: null, under: null };
    expect(receiversOf(all, none)).toEqual([]);
    expect(receiversOf(all, { ...none, kind: 'COMMUNE' })).toEqual([2, 3]);
    expect(receiversOf(all, { ...none, under: 1 })).toEqual([2]);
    expect(receiversOf(all, { ...none, units: new Set([1]), kind: 'COMMUNE', under: 1 })).toEqual([1, 2]);
    expect(receiversOf(all, { ...none, units: new Set([1]), withBelow: true })).toEqual([1, 2]);
    expect(receiversOf(all, { ...none, units: new Set([3]), withBelow: true })).toEqual([3]);
  });

  it('of another edition tells what it changes against the one before', () => {
    const file = (sha256: string) => ({ sha256, name: `${sha256}.pdf` });
    const before = { number: '1', title: 'T', text: 'N', acknowledgeBy: DAY, files: [file('a'), file('b')] };
    const same = { number: false, title: false, text: false, acknowledgeBy: false, filesAdded: [], filesGone: [] };
    expect(editionChange(before, before)).toEqual(same);
    const after = { ...before, number: null, acknowledgeBy: '2022-05-31', files: [file('b'), file('c')] };
    expect(editionChange(before, after)).toEqual({
      ...{ ...same, number: true, acknowledgeBy: true, filesAdded: ['c.pdf'], filesGone: ['a.pdf'] },
    });
    expect(editionChange(before, { ...before, title: 'U', text: 'M' })).toEqual({ ...same, title: true, text: true });
  });
});
