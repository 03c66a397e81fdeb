/** What the second wall costs: the product beside itself without it, on one database, as an account of the province. */
import { bodyOf, organisationsOf, send } from './ingest.mjs';
import { startUnguarded } from './product.mjs';
import { inTurn } from './timing.mjs';
import { TREE } from './tree.mjs';

const RUNS = 9;

export async function measureAuthorisation(product, dossiers) {
  const bare = await startUnguarded(product);
  try {
    const [guarded, unguarded] = await inTurn([() => product.gql(TREE), () => bare.gql(TREE)], 200);
    const organisations = await organisationsOf(product);
    const count = Math.round(dossiers / 5);
    // Each body is new to the database; the two take turns, so that both meet it equally full.
    let sent = 0;
    const next = (to) => () => send(to, bodyOf(count, organisations, 3_000_000 + (sent += count)), count);
    const [taken, bareTaken] = await inTurn([next(product), next(bare)], RUNS, 1);
    const more = (a, b) => `${((a / b - 1) * 100).toFixed(1)} % more`;
    return [
      ['tree, with the wall and without', `${guarded.toFixed(1)} ms and ${unguarded.toFixed(1)} ms (medians of 200)`],
      ['', more(guarded, unguarded)],
      [
        `ingest of ${count} dossiers, with the wall and without`,
        `${(taken / 1000).toFixed(2)} s and ${(bareTaken / 1000).toFixed(2)} s (medians of ${RUNS})`,
      ],
      ['', more(taken, bareTaken)],
    ];
  } finally {
    await bare.stop();
  }
}
