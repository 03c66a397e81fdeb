import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp, type RollUpChild } from './roll-up.ts';

const child = (volume: number, target: number | null, baseline: number | null = null): RollUpChild => ({
  volume,
  target,
  baseline,
});
const reached = { feasible: true, residualPoints: 0, residualDossiers: 0 };

describe('the live roll-up', () => {
  it('weighs targets by dossiers', () => {
    const rolled = rollUp({ required: 5500, children: [child(100, 5000), child(300, 6000)] });
    expect(rolled).toEqual({
      achieved: 5750,
      ...reached,
      withBaselines: { achieved: 5750, ...reached },
      childrenWithoutTarget: 0,
    });
  });

  it('counts a child without a target as 0, and with its baseline beside that', () => {
    const rolled = rollUp({ required: 5500, children: [child(100, 6000), child(100, null, 4000)] });
    expect(rolled).toEqual({
      achieved: 3000,
      feasible: false,
      residualPoints: 2500,
      residualDossiers: 50,
      withBaselines: { achieved: 5000, feasible: false, residualPoints: 500, residualDossiers: 10 },
      childrenWithoutTarget: 1,
    });
  });

  it('fills a missing baseline with the mean of the others weighted by volume', () => {
    const children = [child(100, 6000, 3000), child(300, 6000, 5000), child(400, null)];
    expect(rollUp({ required: 5500, children }).withBaselines.achieved).toBe((6000 + 4500) / 2);
  });

  it('takes the required target for a baseline where nobody has one', () => {
    expect(rollUp({ required: 5500, children: [child(100, null)] }).withBaselines).toEqual({
      achieved: 5500,
      ...reached,
    });
  });

  it.each([
    [5000, 5250],
    [null, 5000],
  ])('makes the own dossiers of the issuing unit at %s part of the sum', (baseline, achieved) => {
    const children = [child(50, 5500, 4000), child(50, 5500, 5000)];
    expect(rollUp({ required: 5500, children, issuer: { volume: 100, baseline } }).achieved).toBe(achieved);
  });

  it('misses nothing where nothing is required', () => {
    expect(rollUp({ required: null, children: [child(100, 4000)] })).toMatchObject({ achieved: 4000, ...reached });
  });

  it('has no rate without dossiers', () => {
    expect(rollUp({ required: 5500, children: [child(0, 4000)] })).toMatchObject({ achieved: null, ...reached });
  });

  it('looks at every single child under FLOOR', () => {
    const given = { required: 5500, children: [child(100, 5000), child(300, 6000)] };
    expect(rollUp({ ...given, policy: 'FLOOR' })).toMatchObject({
      feasible: false,
      residualPoints: 500,
      residualDossiers: 5,
    });
  });

  it('never shows a rate as reaching what it does not reach, whatever the numbers', () => {
    const children = fc.array(
      fc.record({
        volume: fc.integer({ min: 0, max: 10_000_000 }),
        target: fc.option(fc.integer({ min: 0, max: 10_000 })),
        baseline: fc.option(fc.integer({ min: 0, max: 10_000 })),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(children, fc.integer({ min: 0, max: 10_000 }), (given, required) => {
        const { achieved, feasible, residualPoints, residualDossiers } = rollUp({ required, children: given });
        const sum = given.reduce((total, { volume, target }) => total + BigInt(volume) * BigInt(target ?? 0), 0n);
        const volume = given.reduce((total, unit) => total + BigInt(unit.volume), 0n);
        const missing = BigInt(required) * volume - sum;
        expect(feasible).toBe(missing <= 0n);
        expect(achieved === null || achieved >= required).toBe(feasible);
        expect([residualPoints > 0, residualDossiers > 0]).toEqual([!feasible, !feasible]);
        expect(BigInt(residualDossiers) * 10_000n >= missing).toBe(true);
        expect(BigInt(residualPoints) * volume >= missing).toBe(true);
      }),
    );
  });

  it('with a floor looks at each child by its target, and beside that by what it has', () => {
    const children = [child(100, 6000), child(100, null, 5400), child(0, null, null), child(100, 5300, 9000)];
    const { withBaselines, ...promised } = rollUp({ required: 5500, children, policy: 'FLOOR' });
    expect([promised.residualPoints, promised.feasible]).toEqual([5500, false]);
    expect([withBaselines.residualPoints, withBaselines.residualDossiers]).toEqual([200, 3]);
    const mean = rollUp({ required: 5500, children: [child(100, 6000), child(100, 5400)] });
    expect([mean.feasible, mean.residualPoints]).toEqual([true, 0]);
  });

  it('without a target of the issuer judges a floor by 0', () => {
    expect(rollUp({ required: null, children: [child(10, null)], policy: 'FLOOR' }).feasible).toBe(true);
  });
});
