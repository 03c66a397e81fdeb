import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../days.ts';
import { newsInWords, newsOfGuidance, newsOfTask, type NewsFacts } from './news.ts';
import { TASK_STATES } from './tasks.ts';

const at = (days: number) => addDays('2022-09-01', days);
const days = fc.integer({ min: 0, max: 60 }).map(at);
const task = fc.record({
  ...{ state: fc.constantFrom(...TASK_STATES), dueOn: days },
  ...{ returned: fc.integer({ min: 0, max: 2 }), extended: fc.integer({ min: 0, max: 2 }) },
});
const kinds = (...given: Parameters<typeof newsOfTask>) => newsOfTask(...given).map(({ kind }) => kind);

it('nothing is told of what waits for nobody, and of a deadline one thing at most', () => {
  fc.assert(
    fc.property(task, days, days, (one, since, today) => {
      const told = kinds(one, since, today);
      if (one.state !== 'GIVEN' && one.state !== 'NOTED') expect(told).toEqual([]);
      else expect(told.filter((kind) => kind === 'PAST').length).toBe(today > one.dueOn ? 1 : 0);
      expect(told.filter((kind) => kind === 'NEAR' || kind === 'PAST').length).toBeLessThanOrEqual(1);
    }),
  );
});

it('a deadline is near for three days and its own, unless it was set within them', () => {
  const one = { state: 'NOTED', dueOn: at(20), returned: 0, extended: 0 } as const;
  const near = [16, 17, 20, 21].map((day) => kinds(one, at(0), at(day)).join());
  expect(near).toEqual(['', 'NEAR', 'NEAR', 'PAST']);
  expect(kinds(one, at(17), at(18))).toEqual([]);
  expect(kinds({ ...one, state: 'GIVEN', returned: 1, extended: 1 }, at(0), at(1))).toEqual([
    ...(['GIVEN', 'RETURNED', 'EXTENDED'] as const),
  ]);
});

it('guidance is told until the edition that holds was taken note of, or it was withdrawn', () => {
  const guidance = { edition: 2, acknowledgeBy: at(20), withdrawnOn: null };
  const told = (acknowledged: number, today: string, more: object = {}) =>
    newsOfGuidance({ ...guidance, ...more }, { acknowledged, since: at(0) }, today).map(({ key }) => key);
  expect(told(1, at(1))).toEqual(['2']);
  expect(told(1, at(18))).toEqual(['2', `2 ${at(20)}`]);
  expect([told(2, at(18)), told(0, at(18), { withdrawnOn: at(2) })]).toEqual([[], []]);
});

it('is told in one line, with its day as it is written here, and no link where there is none', () => {
  const facts: NewsFacts = {
    ...{ matter: 'TASK', kind: 'NEAR', unit: 'UBND xã A', from: null, number: '312/TB', dated: at(0) },
    ...{ title: `Rà soát\n${'các thủ tục '.repeat(30)}`, text: null, dueOn: at(20), edition: 1, link: null },
  };
  const { subject, body } = newsInWords(facts);
  expect(subject).toMatch(/^Sắp đến hạn nhiệm vụ \(21\/09\/2022\): Rà soát các thủ tục [^\n]*…$/);
  expect(body).toContain('UBND xã A: chưa báo hoàn thành nhiệm vụ theo chỉ đạo số 312/TB ngày 01/09/2022.');
  expect(body).not.toContain('http');
});
