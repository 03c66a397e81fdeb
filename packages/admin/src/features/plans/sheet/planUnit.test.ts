import { expect, it } from 'vitest';
import { moreDossiers, planUnitsOf, riseOf, type Plan, type PlanUnit } from './planUnit.ts';

const child = (code: string, percent: number | null, isIssuer = false): Plan['children'][number] => ({
  isIssuer,
  volume: 100,
  baseline: percent,
  countedVolume: 90,
  countedBaseline: percent === null ? null : percent + 1,
  unit: { id: code, code, name: `Xã ${code}`, kind: 'COMMUNE', aliases: [] },
});

it('puts units in the order of their codes and the own dossiers of the issuing unit last', () => {
  const plan = {
    children: [child('171', 40, true), child('05764', 45.5), child('05761', null)],
    amends: null,
  } as unknown as Plan;
  expect(planUnitsOf(plan).map(({ code, baseline }) => [code, baseline])).toEqual([
    ['05761', null],
    ['05764', 4550],
    ['171', 4000],
  ]);
});

it('goes by what is typed now before what was counted, where one plans', () => {
  const plan = { children: [child('05764', 45.5), child('05761', null)], amends: null } as unknown as Plan;
  const typed = { volumes: new Map([['05764', 7]]), baselines: new Map<string, number>() };
  const units = planUnitsOf(plan, typed);
  expect(units.map(({ volume, baseline }) => [volume, baseline])).toEqual([
    [90, null],
    [7, 4650],
  ]);
  typed.baselines.set('05761', 3000);
  typed.volumes.delete('05764');
  expect(units.map(({ volume, baseline }) => [volume, baseline])).toEqual([
    [90, 3000],
    [90, 4650],
  ]);
});

it('knows what an amended plan gave each unit', () => {
  const amends = { id: 'p', decision: null, targets: [{ percent: 55.5, unit: { id: 'u', code: '05764' } }] };
  const plan = { children: [child('05764', 45), child('05761', 40)], amends } as unknown as Plan;
  expect(planUnitsOf(plan).map(({ before }) => before)).toEqual([null, 5550]);
});

it.each([
  ['above', 2193, 3949, 6200, 2251, 494],
  ['below', 685, 6139, 5500, -639, 0],
  ['at', 500, 5000, 5000, 0, 0],
  ['a little above, which already asks for one dossier', 10, 5000, 5001, 1, 1],
])('a target %s the baseline', (_what, volume, baseline, target, rise, more) => {
  const unit = { volume, baseline } as PlanUnit;
  expect([riseOf(unit, target), moreDossiers(unit, target)]).toEqual([rise, more]);
});

it.each([
  ['a baseline', null, 5000],
  ['a target', 5000, null],
])('there is no rise without %s', (_what, baseline, target) => {
  const unit = { volume: 10, baseline } as PlanUnit;
  expect([riseOf(unit, target), moreDossiers(unit, target)]).toEqual([null, null]);
});
