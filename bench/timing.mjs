/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The number below which so large a part of some numbers lies. */
export function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** Milliseconds that something took. */
export async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Several pieces of work in turn, A B A B …, after a warm-up; the median milliseconds of each. */
export async function inTurn(works, runs, warmUp = 10) {
  const times = works.map(() => []);
  for (let run = -warmUp; run < runs; run++) {
    for (const [index, work] of works.entries()) {
      const took = await timed(work);
      if (run >= 0) times[index].push(took);
    }
  }
  return times.map(median);
}
