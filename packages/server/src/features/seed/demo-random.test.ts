import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DemoRandom, WeightedChoice } from './demo-random.ts';

const seeds = fc.integer({ min: 0, max: 0xffff_ffff });

describe('made chance', () => {
  it('gives the same numbers for the same seed, today and on any machine', () => {
    const random = new DemoRandom(793);
    expect([1, 2, 3].map(() => Math.floor(random.next() * 1e9))).toEqual([772_259_738, 608_158_898, 177_642_082]);
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, low, width) => {
        const random = new DemoRandom(seed);
        const whole = random.between(low, low + width);
        const part = random.next();
        const spread = random.spread();
        return (
          Number.isInteger(whole) &&
          whole >= low &&
          whole <= low + width &&
          part >= 0 &&
          part < 1 &&
          Math.abs(spread) <= 1
        );
      }),
    );
  });

  it('is spread evenly', () => {
    const random = new DemoRandom(1);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 20_000; i++) {
      const tenth = Math.floor(random.next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });
});

describe('a weighted choice', () => {
  it('draws in proportion to the weights and never what has none', () => {
    const choice = new WeightedChoice([
      { thing: 'often', weight: 3 },
      { thing: 'never', weight: 0 },
      { thing: 'seldom', weight: 1 },
    ]);
    const random = new DemoRandom(5);
    const drawn = Array.from({ length: 8000 }, () => choice.draw(random));
    expect(drawn).not.toContain('never');
    expect(Math.abs(drawn.filter((thing) => thing === 'often').length - 6000)).toBeLessThan(200);
  });

  it('reaches the first and the last thing and nothing beyond', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 12 }), (seed, length) => {
        const choice = new WeightedChoice(Array.from({ length }, (_, thing) => ({ thing, weight: 1 })));
        const random = new DemoRandom(seed);
        return new Set(Array.from({ length: 60 * length }, () => choice.draw(random))).size === length;
      }),
    );
  });

  it('refuses to draw from nothing', () => {
    expect(() => new WeightedChoice([]).draw(new DemoRandom(1))).toThrow(RangeError);
  });
});
