import loader, { type Highs } from 'highs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { cascade } from './cascade.ts';
import { DEFAULT_EFFORT, effortOf } from './effort.ts';
import type { CascadeChild, CascadeProblem } from './problem.ts';

vi.setConfig({ testTimeout: 120_000 });

// Too many children to try everything. What we find stands beside what HiGHS finds for a plain model of the same question: whole
// multiples of the step within the limits, whose sum reaches the need. What it gives is rounded to whole steps and summed up
// exactly, so that its tolerances cannot let it win.
const CASES = 50;
/** How near to the best HiGHS has to prove its answer: so near that its rises are the best there are, its efforts all but. */
const GAP = 1e-5;
/** Of these, with fewer children, the whole list of rises is found by one solve after the other. */
const WHOLE_LISTS = 10;

let highs: Highs;
beforeAll(async () => {
  // Its types say that the loader lies in a member, as it does for CommonJS; for modules it is what is imported.
  const load = loader as unknown as (typeof loader)['default'];
  highs = await load();
});

/** The same numbers for the same seed, on every machine. */
function numbersFrom(seed: number): (least: number, most: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (least, most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return least + Math.floor((state / 2 ** 32) * (most - least + 1));
  };
}

/** A district as they are: communes with a floor at their rate or none, now and then a ceiling or a lock. */
function district(seed: number, count: number): CascadeProblem {
  const number = numbersFrom(seed);
  const step = [50, 100][number(0, 1)] ?? 50;
  const children = Array.from({ length: count }, (_none, index): CascadeChild => {
    const baseline = number(1500, 7500);
    const floor = number(0, 3) === 0 ? null : baseline;
    const ceiling = number(0, 4) === 0 ? Math.min(10_000, baseline + number(500, 4000)) : null;
    const locked = number(0, 9) === 0 ? number(3000, 8000) : null;
    return { code: String(index).padStart(3, '0'), volume: number(100, 3000), baseline, floor, ceiling, locked };
  });
  const issuer = { code: '999', volume: number(0, 900), baseline: number(2000, 8000) };
  // Between where they are and how far they can go, so that there is something to spread and a way to do so.
  const units = [
    ...children.map((child) => ({ ...child, most: child.locked ?? child.ceiling ?? 9900 })),
    { ...issuer, most: issuer.baseline },
  ];
  const mean = (at: 'baseline' | 'most'): number =>
    units.reduce((sum, unit) => sum + unit.volume * (unit[at] ?? 0), 0) /
    units.reduce((sum, { volume }) => sum + volume, 0);
  const [now, most] = [mean('baseline'), mean('most')];
  const required = Math.floor(now + ((most - now) * number(10, 70)) / 100);
  return { required, policy: 'MEAN', step, children, issuer };
}

/** A child that may choose: how many steps at least and at most. */
interface Open extends Pick<CascadeChild, 'code' | 'volume'> {
  baseline: number;
  low: number;
  high: number;
}

interface Model {
  open: Open[];
  step: number;
  /** Σ volume × steps must reach this. */
  need: number;
}

function modelOf({ required, step, children, issuer }: CascadeProblem): Model {
  const units = [
    ...children.map((child) => ({ ...child, at: child.locked ?? null })),
    ...(issuer ? [{ ...issuer, at: issuer.baseline }] : []),
  ];
  const total = units.reduce((sum, { volume }) => sum + volume, 0);
  const settled = units.reduce((sum, { volume, at }) => sum + volume * (at ?? 0), 0);
  const open = children
    .filter(({ locked }) => locked === null)
    .map(({ code, volume, baseline, floor, ceiling }) => ({
      code,
      volume,
      baseline: baseline ?? 0,
      low: Math.ceil((floor ?? 0) / step),
      high: Math.floor((ceiling ?? 10_000) / step),
    }));
  return { open, step, need: Math.ceil((required * total - settled) / step) };
}

const plus = (terms: readonly string[]): string => terms.join(' + ');

/** What a solution says of a variable. */
function primalOf(column: object | undefined): number {
  return column && 'Primal' in column ? Number(column.Primal) : Number.NaN;
}

/** Solves a model in the LP format; gives the whole steps of each child, which reach the need. */
function solve(
  { open, need }: Model,
  more: { objective: string; rows?: string[]; bounds?: string[]; whole?: string[] },
): number[] {
  const text = [
    'Minimize',
    ` cost: ${more.objective}`,
    'Subject To',
    ` reach: ${plus(open.map(({ volume }, at) => `${volume} x${at}`))} >= ${need}`,
    ...(more.rows ?? []).map((row, at) => ` row${at}: ${row}`),
    'Bounds',
    ...open.map(({ low, high }, at) => ` ${low} <= x${at} <= ${high}`),
    ...(more.bounds ?? []),
    'General',
    ` ${[...open.map((_child, at) => `x${at}`), ...(more.whole ?? [])].join(' ')}`,
    'End',
  ].join('\n');
  const found = highs.solve(text, { mip_rel_gap: GAP, random_seed: 1 });
  const steps = open.map((_child, at) => Math.round(primalOf(found.Columns[`x${at}`])));
  const sum = open.reduce((total, { volume }, at) => total + volume * (steps[at] ?? 0), 0);
  if (found.Status !== 'Optimal' || !(sum >= need)) throw new Error(`HiGHS found no answer: ${found.Status}`);
  return steps;
}

/** The model of the least effort: a rise is made of points of each weight, as many as there are. */
function leastEffort(model: Model): number[] {
  const { open, step } = model;
  const weights = DEFAULT_EFFORT.map(({ weight, points }, band) => ({ weight, points, band }));
  return solve(model, {
    objective: plus(
      open.flatMap(({ volume }, at) => weights.map(({ weight, band }) => `${volume * weight} e${at}_${band}`)),
    ),
    rows: open.map(
      ({ baseline }, at) => `${step} x${at} ${weights.map(({ band }) => `- e${at}_${band}`).join(' ')} <= ${baseline}`,
    ),
    bounds: open.flatMap((_child, at) =>
      weights.flatMap(({ points, band }) => (points === null ? [] : [` 0 <= e${at}_${band} <= ${points}`])),
    ),
  });
}

const effortOfAll = ({ open, step }: Model, steps: readonly number[]): number =>
  open.reduce(
    (sum, { volume, baseline }, at) => sum + volume * effortOf((steps[at] ?? 0) * step - baseline, DEFAULT_EFFORT),
    0,
  );

const risesOf = ({ open, step }: Model, steps: readonly number[]): number[] =>
  open.map(({ baseline }, at) => (steps[at] ?? 0) * step - baseline).sort((a, b) => b - a);

/** Those whose rise may be as large as they stand for, at levels that are settled: at most so many of them. */
interface Level {
  rise: number;
  most: number;
}

/** The smallest list of rises, largest first, by two solves a level: how high it is, then by how few it is reached. */
function smallestRises(model: Model): number[] {
  const { open, step } = model;
  const levels: Level[] = [];
  const rows = (): string[] =>
    levels.map(({ most }, place) => `${plus(open.map((_child, at) => `d${place}_${at}`))} <= ${most}`);
  const free = (at: number): string[] => levels.map((_level, place) => `- 20000 d${place}_${at}`);
  const switches = (): string[] => levels.flatMap((_level, place) => open.map((_child, at) => `d${place}_${at}`));
  /** Whoever stands at a settled level stands just there, everybody else below it. */
  const settled = (): string[] =>
    levels.flatMap(({ rise }, place) =>
      open.map((child, at) => {
        const others = levels
          .slice(0, place)
          .map((_level, above) => ` - 20000 d${above}_${at}`)
          .join('');
        return `${step} x${at} - 20000 d${place}_${at}${others} <= ${child.baseline + rise - 1}`;
      }),
    );
  const bounded = (): string[] =>
    levels.flatMap(({ rise }, place) =>
      open.map((child, at) => {
        const others = levels
          .slice(0, place)
          .map((_level, above) => ` - 20000 d${above}_${at}`)
          .join('');
        return `${step} x${at}${others} <= ${child.baseline + rise}`;
      }),
    );
  for (let placed = 0; placed < open.length;) {
    const common = {
      bounds: [' -10000 <= r <= 10000', ...switches().map((name) => ` 0 <= ${name} <= 1`)],
      whole: switches(),
    };
    const lowest = solve(model, {
      ...common,
      objective: 'r',
      rows: [
        ...rows(),
        ...settled(),
        ...bounded(),
        ...open.map(({ baseline }, at) => `${step} x${at} - r ${free(at).join(' ')} <= ${baseline}`),
      ],
    });
    const rises = open.map(({ baseline }, at) => (lowest[at] ?? 0) * step - baseline).sort((a, b) => b - a);
    levels.push({ rise: rises[placed] ?? 0, most: open.length });
    const place = levels.length - 1;
    const fewest = solve(model, {
      bounds: switches().map((name) => ` 0 <= ${name} <= 1`),
      whole: switches(),
      objective: plus(open.map((_child, at) => `d${place}_${at}`)),
      rows: [...rows(), ...settled(), ...bounded()],
    });
    const found = open.map(({ baseline }, at) => (fewest[at] ?? 0) * step - baseline).sort((a, b) => b - a);
    const count = found.filter((rise) => rise === levels[place]?.rise).length;
    levels[place] = { rise: levels[place]?.rise ?? 0, most: count };
    placed += count;
  }
  return levels.flatMap(({ rise, most }) => Array.from({ length: most }, () => rise));
}

const ours = (problem: CascadeProblem, model: Model, method: 'FAIREST' | 'LEAST_EFFORT'): number[] => {
  const byCode = new Map(cascade(problem, method).proposals.map(({ code, percent }) => [code, percent]));
  return model.open.map(({ code }) => (byCode.get(code) ?? Number.NaN) / model.step);
};

describe('beside a plain model solved by HiGHS', () => {
  it('LEAST_EFFORT never costs more, and is sure of it', () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const problem = district(seed, 15 + (seed % 26));
      const model = modelOf(problem);
      const theirs = leastEffort(model);
      expect(cascade(problem, 'LEAST_EFFORT'), `seed ${seed}`).toMatchObject({ feasible: true, optimal: true });
      const cost = effortOfAll(model, ours(problem, model, 'LEAST_EFFORT'));
      const best = effortOfAll(model, theirs);
      expect(cost, `seed ${seed}`).toBeLessThanOrEqual(best);
      // The model asks the same question: what it proves no answer can be below, ours is not.
      expect(cost, `seed ${seed}`).toBeGreaterThanOrEqual(best * (1 - 2 * GAP));
    }
  });

  it('FAIREST asks for the very largest rise, never a larger one', () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const problem = district(seed, 15 + (seed % 26));
      const model = modelOf(problem);
      const theirs = solve(model, {
        objective: 'r',
        rows: model.open.map(({ baseline }, at) => `${model.step} x${at} - r <= ${baseline}`),
        bounds: [' -10000 <= r <= 10000'],
      });
      const [largest] = risesOf(model, ours(problem, model, 'FAIREST'));
      expect(largest, `seed ${seed}`).toBe(risesOf(model, theirs)[0]);
    }
  });

  it('FAIREST gives the very list of rises that one solve after the other finds', () => {
    for (let seed = 1; seed <= WHOLE_LISTS; seed++) {
      const problem = district(1000 + seed, 12);
      const model = modelOf(problem);
      expect(risesOf(model, ours(problem, model, 'FAIREST')), `seed ${seed}`).toEqual(smallestRises(model));
    }
  });
});
