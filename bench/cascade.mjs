/**
 * How long every method takes under both policies with 20, 200 and 1,000 children, in the process itself: what a page's worker and
 * the server run is the same code. Beside each figure the goal; nothing is judged here. Needs `npm run build`.
 */
import { inTurn } from './timing.mjs';

const { cascade } = await import('../packages/shared/dist/domain/cascade/cascade.js');

const METHODS = ['UNIFORM', 'PROPORTIONAL', 'CLOSE_THE_GAP', 'FAIREST', 'LEAST_EFFORT', 'SPREAD_REMAINDER'];
const GOALS = { 20: 50, 200: 500, 1000: 5000 };
/** So many districts of each size, so that not one lucky case is measured; of each the median of a few runs. */
const DISTRICTS = 5;
const STEP = 50;

/** Rows of [what, figure]: the slowest of the districts, the median of them in brackets. */
export async function measureCascade() {
  const rows = [];
  for (const [size, goal] of Object.entries(GOALS)) {
    for (const policy of ['MEAN', 'FLOOR']) {
      for (const method of METHODS) {
        const problems = Array.from({ length: DISTRICTS }, (_none, seed) => district(Number(size), policy, seed + 1));
        let proven = true;
        const works = problems.map((problem) => () => (proven &&= cascade(problem, method).optimal));
        const times = (await inTurn(works, 3, 1)).sort((a, b) => a - b);
        const figure = `${times.at(-1).toFixed(1)} ms (${times[Math.floor(DISTRICTS / 2)].toFixed(1)})`;
        rows.push([
          `${size} children, ${policy}, ${method} (goal ${goal} ms)`,
          proven ? figure : `${figure}, not proven`,
        ]);
      }
    }
  }
  return rows;
}

/** A district with the required rate between where its communes are and where they can get. */
function district(count, policy, seed) {
  const number = numbersFrom(seed * 7919 + count);
  const children = Array.from({ length: count }, (_none, index) => {
    const baseline = number(1500, 7500);
    const ceiling = number(0, 5) === 0 ? Math.min(10_000, Math.max(6500, baseline + number(500, 4000))) : null;
    const locked = number(0, 12) === 0 ? number(6000, 8000) : null;
    const floor = number(0, 3) === 0 ? null : baseline;
    return { code: String(index).padStart(5, '0'), volume: number(100, 3000), baseline, floor, ceiling, locked };
  });
  const issuer = { code: '999999', volume: number(0, 900), baseline: number(3000, 7000) };
  return { required: 6000, policy, step: STEP, children, issuer };
}

/** The same numbers for the same seed, on every machine. */
function numbersFrom(seed) {
  let state = seed;
  return (least, most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return least + Math.floor((state / 2 ** 32) * (most - least + 1));
  };
}
