import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../days.ts';
import { conditionFaults, deadlineOf, tidyCondition, type Condition } from './conditions.ts';
import {
  isSettled,
  isTooSilent,
  judgeBehind,
  judgeNotAssigned,
  judgeOutOfReach,
  judgeSilent,
  lastSettledMonth,
  type Finding,
  type JudgedMonth,
} from './findings.ts';
import { nextOfSpells, type Spell, type SpellStep } from './spells.ts';

const month = (number: number, online: number, mark: number | null = 5000, plan = 'p1'): JudgedMonth => {
  const start = `2022-${String(number).padStart(2, '0')}-01`;
  return { start, counts: { numerator: online, denominator: 100 }, mark, plan };
};
const behind = (months: JudgedMonth[], running = 2, isSilent = false): Finding =>
  judgeBehind(7, { months, running, isSilent });

describe('a condition', () => {
  const all: Condition = {
    ...{ kind: 'BEHIND_MILESTONE', indicator: 'X', months: 2, settleDays: 10 },
    ...{ days: 3, month: 2, day: 29 },
  } as const;

  it('keeps what its kind needs and no more', () => {
    expect(tidyCondition(all)).toMatchObject({ months: 2, days: null, month: null, day: null });
    expect(tidyCondition({ ...all, kind: 'SOURCE_SILENT' })).toMatchObject({ indicator: null, days: 3, months: null });
  });

  it('is refused where a number is missing or beyond what makes sense, and by which name', () => {
    expect(conditionFaults(tidyCondition(all), ['X'])).toEqual([]);
    const fields = (given: Partial<Condition>, known = ['X']): string[] =>
      conditionFaults(tidyCondition({ ...all, ...given }), known).map(({ field, problem }) => `${field} ${problem}`);
    expect(fields({ months: 0, settleDays: 61 })).toEqual(['months RANGE', 'settleDays RANGE']);
    expect(fields({ months: 1.5 })).toEqual(['months RANGE']);
    expect(fields({}, [])).toEqual(['indicator INDICATOR']);
    expect(fields({ kind: 'NOT_ASSIGNED' })).toEqual(['day DAY']);
    expect(fields({ kind: 'SOURCE_SILENT', days: null })).toEqual(['days RANGE']);
    expect(deadlineOf({ ...all, month: 3, day: 5 }, 2022)).toBe('2022-03-05');
  });
});

describe('being behind', () => {
  it('strikes with the months running that the rule asks for, and from the first of them', () => {
    expect(behind([month(1, 60), month(2, 40)])).toMatchObject({ state: 'CLEAR', judgedTo: '2022-02-28' });
    const found = behind([month(1, 40), month(2, 60), month(3, 40), month(4, 49)]);
    expect(found).toMatchObject({ state: 'STRIKES', began: '2022-03-01', judgedTo: '2022-04-30', about: 'p1 2022' });
    expect(behind([month(1, 40), month(2, 40)], 3).state).toBe('CLEAR');
  });

  it('is nothing that is said of a unit without mark, or without dossiers', () => {
    expect(behind([month(1, 40, null), month(2, 40, null)])).toMatchObject({ state: 'CLEAR', about: null });
    const idle = { ...month(2, 0), counts: { numerator: 0, denominator: 0 } };
    expect(behind([month(1, 40), idle]).state).toBe('CLEAR');
    expect(behind([month(1, 40, null), month(2, 40)]).state).toBe('CLEAR');
  });

  it('is not said of who is silent: it would be urged to work where it should be asked to send', () => {
    expect(behind([month(1, 40), month(2, 40)], 2, true).state).toBe('UNHEARD');
    expect(isTooSilent({ own: false, silent: 4, expected: 9 })).toBe(false);
    expect(isTooSilent({ own: false, silent: 5, expected: 10 })).toBe(true);
    expect(isTooSilent({ own: true, silent: 0, expected: 0 })).toBe(true);
    expect(isTooSilent({ own: false, silent: 0, expected: 0 })).toBe(false);
  });

  it('judges a month once it is over and has settled', () => {
    expect(isSettled('2022-03-01', '2022-04-10', 10)).toBe(false);
    expect(isSettled('2022-03-01', '2022-04-11', 10)).toBe(true);
    expect(lastSettledMonth('2022-04-10', 10)).toBe('2022-02-01');
    expect(lastSettledMonth('2022-04-11', 10)).toBe('2022-03-01');
    expect(lastSettledMonth('2022-01-05', 60)).toBe('2021-10-01');
  });
});

describe('the other conditions', () => {
  it('silence strikes from the day after the last one, once it lasts long enough', () => {
    const silent = { state: 'SILENT', lastDay: '2022-03-10', daysSince: 10, days: 7, on: '2022-03-20' } as const;
    expect(judgeSilent(1, silent)).toMatchObject({ state: 'STRIKES', began: '2022-03-11', judgedTo: '2022-03-20' });
    expect(judgeSilent(1, { ...silent, days: 11 }).state).toBe('CLEAR');
    expect(judgeSilent(1, { ...silent, state: 'SENDING' }).state).toBe('CLEAR');
    expect(judgeSilent(1, { ...silent, state: 'NEVER', lastDay: null, daysSince: null }).state).toBe('CLEAR');
  });

  it('an assignment is missed from the day after its deadline, of who has to assign', () => {
    const asked = { mustAssign: true, hasAssigned: false, plan: 'p', deadline: '2022-02-15', on: '2022-02-16' };
    expect(judgeNotAssigned(1, asked)).toMatchObject({ state: 'STRIKES', began: '2022-02-16', about: 'p' });
    expect(judgeNotAssigned(1, { ...asked, on: '2022-02-15' }).state).toBe('CLEAR');
    expect(judgeNotAssigned(1, { ...asked, hasAssigned: true }).state).toBe('CLEAR');
    expect(judgeNotAssigned(1, { ...asked, mustAssign: false }).state).toBe('CLEAR');
  });

  it('a target is out of reach from the month that says so', () => {
    const asked = { isOut: true, from: '2022-09-01', about: 'p', on: '2022-10-05', isSilent: false };
    expect(judgeOutOfReach(1, asked)).toMatchObject({ state: 'STRIKES', began: '2022-09-01', judgedTo: '2022-10-05' });
    expect(judgeOutOfReach(1, { ...asked, from: null }).began).toBe('2022-10-01');
    expect(judgeOutOfReach(1, { ...asked, isSilent: true }).state).toBe('UNHEARD');
    expect(judgeOutOfReach(1, { ...asked, isOut: false }).state).toBe('CLEAR');
  });
});

const spell = (more: Partial<Spell> = {}): Spell => ({
  ...{ id: 's', unitId: 7, began: '2022-02-01', lastOn: '2022-03-31', about: 'p1', closed: null },
  ...more,
});
const strikes = (began: string, judgedTo: string, about = 'p1'): Finding => {
  return { unitId: 7, state: 'STRIKES', began, judgedTo, about };
};
const clear = (judgedTo: string | null, about: string | null = 'p1'): Finding => {
  return { unitId: 7, state: 'CLEAR', began: null, judgedTo, about };
};
const told = (steps: SpellStep[]): string[] =>
  steps.map((step) => {
    if (step.kind === 'CLOSE') return `CLOSE ${step.why}`;
    return step.kind === 'GO_ON' ? `GO_ON ${step.isNews ? 'news' : 'same'}` : step.kind;
  });
const next = (findings: Finding[], spells: Spell[], alive = true): string[] =>
  told(nextOfSpells('BEHIND_MILESTONE', findings, spells, () => alive));

describe('a spell', () => {
  it('is one piece of news, however many months it lasts', () => {
    expect(next([strikes('2022-02-01', '2022-03-31')], [])).toEqual(['BEGIN']);
    expect(next([strikes('2022-02-01', '2022-03-31')], [spell()])).toEqual(['GO_ON same']);
    expect(next([strikes('2022-02-01', '2022-04-30')], [spell()])).toEqual(['GO_ON news']);
  });

  it('is closed by evidence where a later month is well, and as corrected where the same one is', () => {
    expect(next([clear('2022-04-30')], [spell()])).toEqual(['CLOSE EVIDENCE']);
    expect(next([clear('2022-03-31')], [spell()])).toEqual(['CLOSE CORRECTED']);
    expect(next([clear('2022-04-30', 'p2')], [spell()])).toEqual(['CLOSE TARGET_CHANGED']);
    expect(next([], [spell()], false)).toEqual(['CLOSE UNIT_ENDED']);
    expect(next([], [spell()])).toEqual(['CLOSE RULE_CHANGED']);
    const one = spell({ began: '2022-02-11', lastOn: '2022-02-20', about: null });
    const silence = (day: string): string[] =>
      told(nextOfSpells('SOURCE_SILENT', [clear(day, null)], [one], () => true));
    expect([silence('2022-02-15'), silence('2022-02-10')]).toEqual([['CLOSE EVIDENCE'], ['CLOSE CORRECTED']]);
  });

  it('is opened again where a correction begins it again, and is another one after a good month', () => {
    const closed = spell({ closed: 'CORRECTED' });
    expect(next([strikes('2022-02-01', '2022-04-30')], [closed])).toEqual(['REOPEN']);
    expect(next([strikes('2022-05-01', '2022-06-30')], [closed])).toEqual(['BEGIN']);
  });

  it('stays withdrawn for as long as it lasts', () => {
    const gone = spell({ closed: 'WITHDRAWN' });
    expect(next([strikes('2022-02-01', '2022-04-30')], [gone])).toEqual(['STAY_WITHDRAWN']);
    expect(next([strikes('2022-05-01', '2022-06-30')], [gone])).toEqual(['BEGIN']);
  });

  it('that ended and began anew between two looks is two', () => {
    expect(next([strikes('2022-05-01', '2022-06-30')], [spell()])).toEqual(['CLOSE EVIDENCE', 'BEGIN']);
    expect(next([strikes('2023-01-01', '2023-02-28', 'p2')], [spell()])).toEqual(['CLOSE TARGET_CHANGED', 'BEGIN']);
  });

  it('is left as it is where nothing can be said', () => {
    expect(next([{ unitId: 7, state: 'UNHEARD', began: null, judgedTo: null, about: null }], [spell()])).toEqual([]);
  });
});

/** What is kept after a look, as the server keeps it. */
function applied(spells: readonly Spell[], steps: readonly SpellStep[], at: number): Spell[] {
  let kept = [...spells];
  for (const step of steps) {
    if (step.kind === 'BEGIN') {
      const { unitId, began, judgedTo, about } = step.finding;
      kept.push({ id: `${at} ${unitId}`, unitId, began: began ?? '', lastOn: judgedTo ?? '', about, closed: null });
      continue;
    }
    const { id } = step.spell;
    const later = (one: Spell): string =>
      step.finding?.judgedTo && step.finding.judgedTo > one.lastOn ? step.finding.judgedTo : one.lastOn;
    kept = kept.map((one) => {
      if (one.id !== id) return one;
      if (step.kind === 'CLOSE') return { ...one, closed: step.why };
      return { ...one, lastOn: later(one), closed: step.kind === 'STAY_WITHDRAWN' ? one.closed : null };
    });
  }
  return kept;
}

const FIRST = '2022-01-01';
const anyFinding = (unitId: number, on: string) =>
  fc
    .tuple(fc.constantFrom('STRIKES', 'CLEAR', 'UNHEARD'), fc.nat(40), fc.constantFrom('p1', 'p2'))
    .map(([state, back, about]): Finding => ({
      ...{ unitId, state, about },
      began: state === 'STRIKES' ? addDays(on, -back) : null,
      judgedTo: state === 'UNHEARD' ? null : on,
    }));
const anyLooks = fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }).chain((gaps) => {
  let day = FIRST;
  const days = gaps.map((gap) => (day = addDays(day, gap)));
  return fc.tuple(...days.map((on) => fc.tuple(anyFinding(1, on), anyFinding(2, on))));
});

describe('whatever is found, look by look', () => {
  it('a unit has one open spell at most, and looking again the same day finds nothing new', () => {
    fc.assert(
      fc.property(anyLooks, fc.constantFrom('BEHIND_MILESTONE', 'SOURCE_SILENT'), (looks, kind) => {
        let spells: Spell[] = [];
        for (const [at, findings] of looks.entries()) {
          spells = applied(
            spells,
            nextOfSpells(kind, findings, spells, () => true),
            at,
          );
          for (const unit of [1, 2])
            expect(spells.filter(({ unitId, closed }) => unitId === unit && closed === null).length).toBeLessThan(2);
          const again = told(nextOfSpells(kind, findings, spells, () => true));
          expect(again.filter((step) => step !== 'GO_ON same')).toEqual([]);
        }
      }),
    );
  });

  it('of the spells of a unit that are over the last one alone is looked at', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        let spells: Spell[] = [];
        for (const [at, findings] of looks.entries()) {
          const steps = nextOfSpells('SOURCE_SILENT', findings, spells, () => true);
          const lastOver = (unit: number): Spell[] =>
            spells
              .filter(({ unitId, closed }) => unitId === unit && closed !== null)
              .toSorted((a, b) => (`${b.lastOn} ${b.began}` < `${a.lastOn} ${a.began}` ? -1 : 1))
              .slice(0, 1);
          const few = [...spells.filter(({ closed }) => closed === null), ...lastOver(1), ...lastOver(2)];
          const same = nextOfSpells('SOURCE_SILENT', findings, few, () => true);
          expect(told(same)).toEqual(told(steps));
          spells = applied(spells, steps, at);
        }
      }),
    );
  });

  it('the order of the findings says nothing', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        let spells: Spell[] = [];
        for (const [at, findings] of looks.entries()) {
          const steps = nextOfSpells('BEHIND_MILESTONE', findings, spells, () => true);
          const other = nextOfSpells('BEHIND_MILESTONE', findings.toReversed(), spells, () => true);
          expect(told(other).toSorted()).toEqual(told(steps).toSorted());
          spells = applied(spells, steps, at);
        }
      }),
    );
  });
});
