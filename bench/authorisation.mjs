/** What the second wall costs: the product beside itself without it, on one database, as an account of the province. */
import { bodyOf, organisationsOf, send } from './ingest.mjs';
import { startUnguarded, workOf } from './product.mjs';
import { median, timed } from './timing.mjs';
import { TREE } from './tree.mjs';

const RUNS = 11;
/** So often is the tree asked in one run: the system counts work in hundredths of a second. */
const TREES = 40;

export async function measureAuthorisation(product, dossiers) {
  const bare = await startUnguarded(product);
  try {
    const pids = [product.pid, bare.pid];
    const trees = (server) => async () => {
      for (let run = 0; run < TREES; run += 1) await server.gql(TREE);
    };
    const tree = await besides(pids, trees(product), trees(bare));
    const organisations = await organisationsOf(product);
    const count = Math.round(dossiers / 5);
    // Each body is new to the database; the two take turns, so that both meet it equally full.
    let sent = 0;
    const next = (to) => () => send(to, bodyOf(count, organisations, 3_000_000 + (sent += count)), count);
    const ingest = await besides(pids, next(product), next(bare));
    return [...report('tree', tree, TREES), ...report(`ingest of ${count} dossiers`, ingest, 1)];
  } finally {
    await bare.stop();
  }
}

/** Both in turn, who begins in turn too; medians of the clock and of the processor's work, of the whole and of the database. */
async function besides(pids, guarded, unguarded) {
  const times = { guarded: [], unguarded: [] };
  const work = { guarded: [], unguarded: [] };
  for (let run = -1; run < RUNS; run += 1) {
    const both = [
      ['guarded', guarded],
      ['unguarded', unguarded],
    ];
    for (const [name, use] of run % 2 === 0 ? both : both.reverse()) {
      const before = workOf(pids);
      const took = await timed(use);
      if (run < 0) continue;
      times[name].push(took);
      work[name].push(workOf(pids) - before);
    }
  }
  const medians = ({ guarded: a, unguarded: b }) => [median(a), median(b)];
  return { clock: medians(times), work: medians(work) };
}

function report(what, { clock, work }, each) {
  const row = (unit, [guarded, unguarded]) => [
    `${what}, ${unit}, with the wall and without`,
    `${(guarded / each).toFixed(1)} and ${(unguarded / each).toFixed(1)} ms (medians of ${RUNS}), ` +
      `${((guarded / unguarded - 1) * 100).toFixed(1)} % more`,
  ];
  return [row('clock', clock), row('processor', work)];
}
