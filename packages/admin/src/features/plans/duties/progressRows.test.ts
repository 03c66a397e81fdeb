import { describe, expect, it } from 'vitest';
import {
  addsUpOf,
  byUrgency,
  dueOf,
  isLate,
  isOpen,
  leftOf,
  leftText,
  ofCount,
  type Assignment,
} from './progressRows.ts';

type Facts = Partial<Pick<Assignment, 'assignDaysLeft' | 'acknowledgeDaysLeft' | 'mustAssign' | 'hasAssigned'>> & {
  took?: boolean;
  standing?: { changed: boolean; addsUp: boolean | null };
};

function row(code: string, { took = false, standing, ...facts }: Facts = {}): Assignment {
  return {
    unit: { id: code, code, name: code },
    target: { acknowledgement: took ? {} : null },
    mustAssign: true,
    hasAssigned: false,
    assignDaysLeft: null,
    acknowledgeDaysLeft: null,
    plan: standing ? { standing } : null,
    ...facts,
  } as unknown as Assignment;
}

describe('who still has to', () => {
  it('begins with what is over longest, then what comes soonest, what has no day, what no longer adds up, and what is done', () => {
    const done = { took: true, hasAssigned: true };
    const rows = [
      row('1', { ...done, standing: { changed: false, addsUp: true } }),
      row('2', { ...done, standing: { changed: true, addsUp: false } }),
      row('3', {}),
      row('4', { assignDaysLeft: 5 }),
      row('5', { assignDaysLeft: 30, acknowledgeDaysLeft: 5 }),
      row('6', { acknowledgeDaysLeft: -3, hasAssigned: true }),
      row('7', { assignDaysLeft: -10, took: true }),
      row('8', { hasAssigned: true }),
    ];
    expect(byUrgency(rows).map(({ unit }) => unit.code)).toEqual(['7', '6', '4', '5', '3', '8', '2', '1']);
  });

  it('puts who has to assign as well before who has to take note alone by the same day', () => {
    const rows = [row('1', { acknowledgeDaysLeft: -3, hasAssigned: true }), row('2', { acknowledgeDaysLeft: -3 })];
    expect(byUrgency(rows).map(({ unit }) => unit.code)).toEqual(['2', '1']);
  });

  it('goes by code where nothing else differs', () => {
    expect(byUrgency([row('b'), row('a'), row('c')]).map(({ unit }) => unit.code)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    [{}, true, false],
    [{ took: true }, true, false],
    [{ took: true, hasAssigned: true }, false, false],
    [{ took: true, mustAssign: false }, false, false],
    [{ acknowledgeDaysLeft: 0 }, true, false],
    [{ acknowledgeDaysLeft: -1 }, true, true],
    [{ assignDaysLeft: -1 }, true, true],
  ] as [Facts, boolean, boolean][])('of %j is something open: %s, late: %s', (facts, open, late) => {
    expect([isOpen(row('1', facts)), isLate(row('1', facts))]).toEqual([open, late]);
  });
});

describe('a date', () => {
  it.each([
    [2, 'còn 2 ngày'],
    [0, 'hết hạn hôm nay'],
    [-1, 'quá hạn 1 ngày'],
  ])('of %d days says %s', (left, text) => {
    expect(leftText(left)).toBe(text);
  });

  it.each([
    ['2022-03-31', 21, false, 'none', '31/03/2022 · còn 21 ngày'],
    ['2022-03-31', 7, false, 'risk', '31/03/2022 · còn 7 ngày'],
    ['2022-03-31', -2, false, 'miss', '31/03/2022 · quá hạn 2 ngày'],
    [null, null, false, 'open', 'Chưa đặt hạn'],
    ['2022-03-31', null, true, null, null],
  ])('by %s with %j days, done %s', (by, left, done, tone, text) => {
    const due = dueOf(by, left, done);
    expect([due?.tone ?? null, due?.text ?? null]).toEqual([tone, text]);
    if (by !== null && !done) expect(dueOf(by, left, done, 2022)?.text).toBe(text?.replace('/2022', ''));
  });
});

it.each([
  [undefined, null],
  [{ changed: false, addsUp: true }, 'Khớp'],
  [{ changed: true, addsUp: true }, 'Khớp'],
  [{ changed: false, addsUp: false }, 'Còn thiếu'],
  [{ changed: true, addsUp: false }, 'Không còn khớp'],
  [{ changed: true, addsUp: null }, null],
])('says of a plan that stands %j: %s', (standing, text) => {
  expect(addsUpOf(row('1', standing ? { standing } : {}))?.text ?? null).toBe(text);
});

describe('the foot of the progress', () => {
  it('counts who has to assign and who has to take note apart, and those who are late', () => {
    const rows = [row('1'), row('2', { took: true, assignDaysLeft: -1 }), row('3', { hasAssigned: true })];
    expect(leftOf(rows)).toBe('2 huyện chưa giao · 2 chưa xác nhận · 1 đơn vị quá hạn');
    expect(leftOf([row('1', { mustAssign: false })])).toBe('1 đơn vị chưa xác nhận');
    expect(leftOf([row('1', { took: true })])).toBe('1 huyện chưa giao');
    expect(leftOf([row('1', { took: true, hasAssigned: true })])).toBe('Mọi đơn vị đã xong');
  });

  it('shows a dash where there is nobody to count', () => {
    expect([ofCount(0, 0), ofCount(0, 3)]).toEqual(['—', '0/3']);
  });
});
