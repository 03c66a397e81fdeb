/** How long the tree takes while thirty people sign in at once, beside how long it takes alone. */
import { quantile, timed } from './timing.mjs';
import { TREE } from './tree.mjs';

const PEOPLE = 30;
const ROUNDS = 6;

export async function measureSignIns(product, client) {
  // Everybody has the administrator's password; a name may be tried ten times a minute only.
  await client.query(
    `insert into account (username, name, password_hash)
     select 'bench-' || n, 'bench', password_hash from account, generate_series(1, $1::int) n where username = 'admin'
         on conflict do nothing`,
    [PEOPLE],
  );
  const [alone, beside] = [[], []];
  let signedIn = 0;
  const tree = async (into) => into.push(await timed(() => product.gql(TREE)));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let run = 0; run < 50; run += 1) await tree(alone);
    let isOver = false;
    const names = Array.from({ length: PEOPLE }, (_, n) => `bench-${n + 1}`);
    const all = Promise.all(names.map((name) => product.signIn(name))).then((statuses) => {
      signedIn += statuses.filter((status) => status === 200).length;
      isOver = true;
    });
    while (!isOver) await tree(beside);
    await all;
  }
  const [p95, busy] = [quantile(alone, 0.95), quantile(beside, 0.95)];
  return [
    ['tree alone, p95', `${p95.toFixed(1)} ms (of ${alone.length})`],
    [
      `tree under ${PEOPLE} sign-ins at once, p95`,
      `${busy.toFixed(1)} ms (of ${beside.length}; ${signedIn} signed in)`,
    ],
    ['ratio of the two', `${(busy / p95).toFixed(2)} ×`],
  ];
}
