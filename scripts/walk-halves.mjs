/** The walks of the browser tests in two halves that take about as long as each other. */

/** About how many seconds each takes beside the other half; whatever is not named takes a usual one. */
const SECONDS = {
  accounts: 28,
  budgets: 60,
  desk: 20,
  difficulties: 20,
  journey: 21,
  keyboard: 60,
  'planning-scenarios': 21,
  'planning-together': 64,
  'procedure-parts': 26,
  procedure: 21,
  system: 33,
  'url-state': 46,
};
const USUAL = 12;

/** By name, so that each file has the same ones before it wherever it runs; cut where both sides come nearest. */
export function halvesOf(files) {
  const sorted = [...files].sort();
  const seconds = sorted.map((file) => SECONDS[file.replace(/^.*\/|\.test\.ts$/g, '')] ?? USUAL);
  const total = seconds.reduce((sum, one) => sum + one, 0);
  let [cut, before] = [0, 0];
  while (cut < sorted.length && before + seconds[cut] / 2 < total / 2) before += seconds[cut++];
  return [sorted.slice(0, cut), sorted.slice(cut)];
}
