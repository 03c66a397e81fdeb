import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, previousDay } from './days.ts';
import {
  entriesFromChanges,
  levelFor,
  levelOn,
  type ListAction,
  type ListChange,
  type ListEntry,
  type ServiceLevel,
} from './service-list.ts';

let sequence = 0;
function change(
  action: ListAction,
  level: ServiceLevel | null,
  effectiveOn: string,
  more: Partial<ListChange> = {},
): ListChange {
  sequence += 1;
  return { action, level, effectiveOn, issuedOn: effectiveOn, sequence, decisionId: 402, ...more };
}
const told = (entries: ListEntry[]) =>
  entries.map(
    (entry) => `${entry.level} ${entry.from}..${entry.to ?? ''} by ${entry.openedBy}, ${entry.closedBy ?? '-'}`,
  );

describe('entries of a list', () => {
  it('hold from the day of the decision, open at the end', () => {
    const { entries, problems } = entriesFromChanges([change('ADD', 'LEVEL_4', '2021-02-19')]);
    expect(entries).toEqual([{ level: 'LEVEL_4', from: '2021-02-19', to: null, openedBy: 402, closedBy: null }]);
    expect(problems).toEqual([]);
  });

  it('end on the day before their removal, and may come back', () => {
    const { entries, problems } = entriesFromChanges([
      change('ADD', 'LEVEL_4', '2021-02-19'),
      change('REMOVE', null, '2022-08-15', { decisionId: 9 }),
      change('ADD', 'FULL', '2022-09-01', { decisionId: 10 }),
    ]);
    expect(told(entries)).toEqual(['LEVEL_4 2021-02-19..2022-08-14 by 402, 9', 'FULL 2022-09-01.. by 10, -']);
    expect(problems).toEqual([]);
    expect([
      levelOn(entries, '2021-02-18'),
      levelOn(entries, '2022-08-14'),
      levelOn(entries, '2022-08-15'),
      levelOn(entries, '2023-01-01'),
    ]).toEqual([null, 'LEVEL_4', null, 'FULL']);
  });

  it('change level from the day of the change', () => {
    const { entries } = entriesFromChanges([
      change('ADD', 'LEVEL_3', '2021-02-19'),
      change('CHANGE_LEVEL', 'LEVEL_4', '2022-01-01', { decisionId: 9 }),
    ]);
    expect(told(entries)).toEqual(['LEVEL_3 2021-02-19..2021-12-31 by 402, 9', 'LEVEL_4 2022-01-01.. by 9, -']);
  });

  it('are confirmed by an addition at the same level, and keep the decision that opened them', () => {
    const { entries, problems } = entriesFromChanges([
      change('ADD', 'LEVEL_4', '2021-02-19'),
      change('ADD', 'LEVEL_4', '2022-01-01', { decisionId: 9 }),
      change('CHANGE_LEVEL', 'LEVEL_4', '2022-02-01', { decisionId: 10 }),
    ]);
    expect(told(entries)).toEqual(['LEVEL_4 2021-02-19.. by 402, -']);
    expect(problems).toEqual([]);
  });

  it('are none where addition and removal hold from the same day', () => {
    expect(
      entriesFromChanges([change('ADD', 'LEVEL_4', '2022-01-01'), change('REMOVE', null, '2022-01-01')]).entries,
    ).toEqual([]);
  });

  it('follow the day of issue, then the sequence, where they hold from the same day', () => {
    const later = change('REMOVE', null, '2022-01-01', { issuedOn: '2021-12-20', sequence: 1 });
    const earlier = change('ADD', 'LEVEL_4', '2022-01-01', { issuedOn: '2021-12-10', sequence: 2 });
    expect(entriesFromChanges([later, earlier])).toEqual({ entries: [], problems: [] });
    const second = change('CHANGE_LEVEL', 'FULL', '2022-01-01', { issuedOn: '2021-12-10', sequence: 3 });
    expect(told(entriesFromChanges([second, earlier]).entries)).toEqual(['FULL 2022-01-01.. by 402, -']);
  });

  it.each([
    ['REMOVE', null, 'NOT_LISTED'],
    ['CHANGE_LEVEL', 'LEVEL_4', 'NOT_LISTED'],
    ['ADD', null, 'LEVEL_MISSING'],
  ] as const)('are not made by %s %s of what is not listed', (action, level, code) => {
    expect(entriesFromChanges([change(action, level, '2022-01-01')])).toEqual({
      entries: [],
      problems: [{ change: 0, code }],
    });
  });

  it.each([
    ['ADD', 'FULL', 'ALREADY_LISTED_AT_OTHER_LEVEL'],
    ['ADD', null, 'LEVEL_MISSING'],
    ['CHANGE_LEVEL', null, 'LEVEL_MISSING'],
  ] as const)('are left alone by %s %s of what is listed', (action, level, code) => {
    const { entries, problems } = entriesFromChanges([
      change(action, level, '2022-06-01'),
      change('ADD', 'LEVEL_4', '2022-01-01'),
    ]);
    expect(told(entries)).toEqual(['LEVEL_4 2022-01-01.. by 402, -']);
    expect(problems).toEqual([{ change: 0, code }]);
  });
});

describe('any changes', () => {
  const changes = fc
    .array(
      fc.record({
        action: fc.constantFrom<ListAction>('ADD', 'REMOVE', 'CHANGE_LEVEL'),
        level: fc.constantFrom<ServiceLevel | null>('LEVEL_3', 'LEVEL_4', 'FULL', null),
        effectiveOn: fc.nat(20).map((n) => addDays('2022-01-01', n)),
        issuedOn: fc.nat(5).map((n) => addDays('2021-12-01', n)),
        decisionId: fc.nat(9),
      }),
      { maxLength: 12 },
    )
    .map((rows) => rows.map((row, index): ListChange => ({ ...row, sequence: index })));

  it('give entries that last, do not overlap, and stand in order', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const { entries } = entriesFromChanges(all);
        entries.forEach((entry, i) => {
          expect(entry.to === null || entry.to >= entry.from).toBe(true);
          expect((entry.to === null) === (entry.closedBy === null)).toBe(true);
          const before = entries[i - 1];
          if (before !== undefined) expect(before.to !== null && before.to < entry.from).toBe(true);
        });
      }),
    );
  });

  it('give the same in whatever order they arrive', () => {
    const shuffled = changes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const one = entriesFromChanges(all);
        const two = entriesFromChanges(other);
        expect(two.entries).toEqual(one.entries);
        const bad = (list: ListChange[], result: typeof one) =>
          result.problems.map((problem) => list[problem.change]?.sequence);
        expect(bad(other, two)).toEqual(bad(all, one));
      }),
    );
  });

  it('say nothing new about the days before they hold', () => {
    fc.assert(
      fc.property(changes, fc.nat(20), (all, n) => {
        const day = addDays('2022-01-01', n);
        const until = all.filter((each) => each.effectiveOn <= day);
        for (const each of [day, previousDay(day)]) {
          expect(levelOn(entriesFromChanges(until).entries, each)).toBe(levelOn(entriesFromChanges(all).entries, each));
        }
      }),
    );
  });
});

describe('the level for a unit', () => {
  const entry = (level: ServiceLevel, from = '2021-01-01', to: string | null = null): ListEntry => {
    return { level, from, to, openedBy: 1, closedBy: null };
  };
  const [COMMUNE, DISTRICT, PROVINCE] = [3, 2, 1] as const;
  const LINE = [COMMUNE, DISTRICT, PROVINCE];
  const tier = () => [entry('LEVEL_3')];
  const of = (units: Record<number, ListEntry[]>) => ({
    tier,
    units: new Map(Object.entries(units).map(([id, entries]) => [Number(id), entries])),
  });
  const on = '2022-01-01';

  it.each<[string, Record<number, ListEntry[]>, ServiceLevel]>([
    ['is that of its tier where nothing names a unit', {}, 'LEVEL_3'],
    ['is that of its tier where only others are named', { 9: [entry('FULL')] }, 'LEVEL_3'],
    ['is its own before that of the tier', { [COMMUNE]: [entry('FULL')] }, 'FULL'],
    ['is that of a unit above it before that of the tier', { [PROVINCE]: [entry('FULL')] }, 'FULL'],
    ['is that of the nearest unit', { [PROVINCE]: [entry('FULL')], [DISTRICT]: [entry('PARTIAL')] }, 'PARTIAL'],
    [
      'is the next one where the nearest holds no more',
      { [DISTRICT]: [entry('FULL', '2021-01-01', '2021-12-31')] },
      'LEVEL_3',
    ],
    ['is the next one where the nearest does not hold yet', { [DISTRICT]: [entry('FULL', '2022-01-02')] }, 'LEVEL_3'],
  ])('%s', (_what, units, level) => {
    expect(levelFor(of(units), 'COMMUNE', LINE, on)).toBe(level);
  });

  it('is none where neither a unit nor the tier has one', () => {
    expect(levelFor({ tier: () => [], units: new Map() }, 'COMMUNE', LINE, on)).toBeNull();
  });
});
