import { cascade } from '@chi-tieu/shared/domain/cascade/cascade';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../saving/targets.ts';
import type { Plan, PlanUnit } from '../sheet/planUnit.ts';
import { bandsOf, linesOf } from './effortLines.ts';
import { compared, comparedUnits } from './comparison.ts';
import { hardestFirst, tally } from './rehearsal.ts';
import { cellsWith, changedCells, contentOf, problemIn, scenarioIn } from './scenarioCells.ts';
import { changeOf } from './useMakeScenario.ts';

const unit = (code: string, volume: number, baseline: number | null, isIssuer = false): PlanUnit => ({
  code,
  name: code,
  aliases: [],
  kind: 'COMMUNE',
  volume,
  baseline,
  counted: { volume, baseline },
  isIssuer,
  before: null,
});
const UNITS = [unit('05761', 100, 4000), unit('05764', 300, 5000), unit('171', 50, 6000, true)];
const ground = (required: number | null = null) => ({
  plan: { required, issuer: { code: '171' } } as unknown as Plan,
  units: UNITS,
});
const target = (percent: number, locked = false): CellValue => ({ percent, locked, scope: 'OWN' });
const cells = (...all: [string, CellValue][]): Map<string, CellValue> => new Map(all);

describe('cells of a scenario', () => {
  const SOME = cells(
    ['05761', target(5500, true)],
    ['volume:05764', 200],
    ['baseline:171', 7000],
    ['ceiling:05764', 6000],
    ['plan:required', 5600],
    ['plan:policy', 'FLOOR'],
    ['plan:step', 100],
  );

  it('are reckoned with what is typed in them before what was counted', () => {
    expect(scenarioIn(ground(), SOME)).toMatchObject({
      required: 5600,
      policy: 'FLOOR',
      units: [
        { code: '05761', volume: 100, baseline: 4000, target: 5500 },
        { code: '05764', volume: 200, baseline: 5000, target: null },
      ],
      issuer: { volume: 50, baseline: 7000 },
    });
    expect(scenarioIn(ground(55), SOME).required).toBe(5500);
  });

  it('ask a method with their limits and locks, and take its answer without losing what they answer for', () => {
    const problem = problemIn(ground(), SOME);
    expect(problem?.children).toEqual([
      { code: '05761', volume: 100, baseline: 4000, floor: null, ceiling: null, locked: 5500, current: 5500 },
      { code: '05764', volume: 200, baseline: 5000, floor: null, ceiling: 6000, locked: null, current: null },
    ]);
    if (!problem) throw new Error('no problem');
    const made = cellsWith(SOME, cascade(problem, 'UNIFORM').proposals, 'UNIFORM');
    expect([made.get('05761'), made.get('plan:method')]).toEqual([target(5500, true), 'UNIFORM']);
    expect(made.get('05764')).toMatchObject({ percent: 5600, scope: 'SUBTREE' });
    expect(problemIn(ground(), cells())).toBeNull();
  });

  it('have the volumes typed that would be, from those that are typed already', () => {
    const change = { codes: new Set(['05764', '171']), change: { kind: 'FACTOR', of: 1, in: 2 } } as const;
    const changed = changedCells(ground(), SOME, change);
    expect([changed.get('volume:05764'), changed.get('volume:171'), changed.get('volume:05761')]).toEqual([
      100,
      25,
      undefined,
    ]);
  });

  it('are kept as targets and inputs', () => {
    const { targets, inputs } = contentOf(SOME);
    expect(targets).toEqual([{ unit: '05761', percent: 55, locked: true, scope: 'OWN' }]);
    expect(inputs?.units).toEqual([
      { unit: '05764', volume: 200, ceiling: 60 },
      { unit: '171', baseline: 70 },
    ]);
    expect([inputs?.policy, inputs?.step, inputs?.required]).toEqual(['FLOOR', 1, 56]);
  });

  it('stand beside others, who differs most first, or in the order of the codes', () => {
    const one = compared(ground(55), '', 'nay', cells(['05761', target(5000)], ['05764', target(5000)]));
    const two = compared(ground(55), 'x', 'khác', cells(['05761', target(5100)], ['05764', target(6000)]));
    const order = (byCode: boolean) => comparedUnits(ground(55), [one, two], byCode).map(({ code }) => code);
    expect([order(false), order(true)]).toEqual([
      ['05764', '05761'],
      ['05761', '05764'],
    ]);
    expect([one.facts.feasible, two.facts.feasible]).toEqual([false, true]);
  });
});

describe('a change of volumes', () => {
  it.each([
    ['third', '', { kind: 'FACTOR', of: 2, in: 3 }],
    ['percent', '75', { kind: 'FACTOR', of: 75, in: 100 }],
    ['percent', '75 %', { kind: 'FACTOR', of: 75, in: 100 }],
    ['percent', '1001', null],
    ['percent', '', null],
    ['number', '1.840', { kind: 'NUMBER', volume: 1840 }],
    ['number', '-1', null],
  ] as const)('%s «%s» is %j', (key, amount, expected) => expect(changeOf(key, amount)).toEqual(expected));
});

describe('bands of effort as typed', () => {
  it('are read as they are written', () => {
    const bands = [
      { points: 1000, weight: 1 },
      { points: 550, weight: 2 },
      { points: null, weight: 4 },
    ];
    expect(bandsOf(linesOf(bands))).toEqual({ bands });
  });

  it.each([
    [
      'lighter later',
      [
        { points: '10', weight: '2' },
        { points: '', weight: '1' },
      ],
      'Dòng 2: trọng số nhẹ hơn dòng trên',
    ],
    [
      'without width',
      [
        { points: '0', weight: '1' },
        { points: '', weight: '2' },
      ],
      'Dòng 1: số điểm',
    ],
    ['a weight that is not whole', [{ points: '', weight: '1,5' }], 'Dòng 1: số điểm'],
    ['too heavy', [{ points: '', weight: '1001' }], 'Trọng số phải từ 0 đến 1.000'],
  ])('are refused with a clear word: %s', (_what, lines, words) => {
    const read = bandsOf(lines);
    expect('problem' in read ? read.problem : '').toContain(words);
  });
});

it('tells of a rehearsal who would not have met it first, and how many would', () => {
  const row = (code: string, status: 'MET' | 'NOT_MET' | 'NO_DOSSIERS' | 'NO_TARGET', missing = 0) => ({
    unit: { id: code, code, name: code },
    status,
    missing,
  });
  const rows = [
    row('a', 'MET'),
    row('b', 'NO_TARGET'),
    row('c', 'NOT_MET', 1),
    row('d', 'NOT_MET', 9),
    row('e', 'NO_DOSSIERS'),
  ];
  expect(hardestFirst(rows).map(({ unit }) => unit.code)).toEqual(['d', 'c', 'a', 'e', 'b']);
  expect(tally(rows)).toEqual({ met: 1, judged: 3, without: 2 });
});
