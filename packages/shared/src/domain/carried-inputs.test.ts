import { describe, expect, it } from 'vitest';
import { carriedInputs, type OldInput } from './carried-inputs.ts';

const input = (unitId: number, more: Partial<OldInput> = {}): OldInput => ({
  unitId,
  volume: null,
  baseline: null,
  floor: null,
  ceiling: null,
  weight: 10,
  ...more,
});

/** Units 2 and 3 became 1; nobody answers for unit 5. */
const carry = (units: OldInput[], step = 50) =>
  carriedInputs(units, (unitId) => (unitId === 5 ? null : unitId === 2 || unitId === 3 ? 1 : unitId), step);

describe('what is typed of units', () => {
  it('stays to the hundredth for a unit that is still there; of nothing there is nothing', () => {
    expect(carry([input(4, { floor: 4133, volume: 7 }), input(6)])).toEqual([
      { unitId: 4, volume: 7, baseline: null, floor: 4133, ceiling: null, from: [4] },
    ]);
  });

  it('becomes the mean by volume of those that had a limit, where units became one, rounded half up to the step', () => {
    const units = [input(1, { floor: 4000, weight: 30 }), input(2, { floor: 5000, weight: 10 }), input(3)];
    expect(carry(units)).toEqual([
      { unitId: 1, volume: null, baseline: null, floor: 4250, ceiling: null, from: [1, 2, 3] },
    ]);
    expect(carry([input(1, { ceiling: 4010 }), input(2)])[0]?.ceiling).toBe(4010);
  });

  it('is no limit at all where the floor would stand above the ceiling', () => {
    expect(carry([input(1, { floor: 6000 }), input(2, { ceiling: 5000 })])).toEqual([]);
    expect(carry([input(1, { floor: 5000 }), input(2, { ceiling: 5000 })])[0]).toMatchObject({
      floor: 5000,
      ceiling: 5000,
    });
  });

  it('adds dossiers up, and takes the mean of rates, only where they were typed of all', () => {
    expect(carry([input(1, { volume: 5, baseline: 4001 }), input(2, { volume: 8, baseline: 4002 })])[0]).toMatchObject({
      volume: 13,
      baseline: 4002,
    });
    expect(carry([input(1, { volume: 5, baseline: 4001 }), input(2, { volume: 8 })])[0]).toMatchObject({
      volume: 13,
      baseline: null,
    });
    expect(carry([input(1, { volume: 5 }), input(3)])).toEqual([]);
  });

  it('goes nowhere where nobody answers for the unit', () => {
    expect(carry([input(5, { floor: 4000 })])).toEqual([]);
  });
});
