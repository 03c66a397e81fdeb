/**
 * The product beside what one would pick instead, on one database, in turn: PostGraphile 5, and one statement written by hand behind
 * node:http. What is asked, and of whom, stands in competitor-questions.mjs. Writes bench/RESULTS.md.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COMPETITOR_SCHEMA } from './competitor-schema.mjs';
import { PLAIN, POSTGRAPHILE, PRODUCT, sameFigures } from './competitor-questions.mjs';
import { load } from './load.mjs';
import { startBeside, startScript, workOfDatabase, workOf } from './product.mjs';
import { machine, versionOf, writeResults } from './results.mjs';
import { median } from './timing.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const NEWER_NODE = fileURLToPath(new URL('./node_modules/node/bin/node', import.meta.url));
const CONNECTIONS = 8;

/** Every row: who is measured, against whom, how often as fast it is to be. The first of `ours` is what the goal is held against. */
const ROWS = [
  {
    work: 'tree of 208 units with rate and target',
    question: 'tree',
    ours: 'uncached',
    against: 'PostGraphile 5',
    goal: 2,
  },
  {
    work: 'tree of 208 units with rate and target',
    question: 'tree',
    ours: 'uncached',
    against: 'PostGraphile 5, one function',
    goal: null,
  },
  {
    work: 'tree of 208 units with rate and target',
    question: 'tree',
    ours: 'uncached',
    against: 'pg + JSON by hand',
    goal: 0.7,
  },
  { work: 'the same, unchanged data', question: 'tree', ours: 'cached', against: 'PostGraphile 5', goal: 5 },
  {
    work: 'the same, unchanged data',
    question: 'tree',
    ours: 'cached',
    against: 'PostGraphile 5, one function',
    goal: null,
  },
  {
    work: '50 procedures with versions and list entries',
    question: 'procedures',
    ours: 'uncached',
    against: 'PostGraphile 5',
    goal: 1.5,
  },
];

export async function measureCompetitors(product, client, { rounds = 7, ms = 3_000 } = {}) {
  install();
  await client.query(`drop schema if exists bench cascade; ${COMPETITOR_SCHEMA}`);
  await client.query('analyze');
  const started = [];
  const begin = async (starting) => {
    const server = await starting;
    started.push(server);
    return server;
  };
  try {
    const beside = (env, node) => begin(startBeside(product, env, node));
    const script = (name, node) => begin(startScript(`${HERE}${name}`, { DATABASE_URL: product.databaseUrl }, node));
    const newer = await script('competitor-postgraphile.mjs', NEWER_NODE);
    const plain = await script('competitor-plain.mjs', process.execPath);
    const [own, ownNewer] = [`Node ${process.version}`, `Node ${versionOf(NEWER_NODE)}`];
    const ours = {
      [`uncached, ${own}`]: await beside({ ANSWER_CACHE_MB: '0' }, process.execPath),
      [`cached, ${own}`]: await beside({}, process.execPath),
      [`uncached, ${ownNewer}`]: await beside({ ANSWER_CACHE_MB: '0' }, NEWER_NODE),
      [`cached, ${ownNewer}`]: await beside({}, NEWER_NODE),
    };
    const measured = {};
    for (const question of ['tree', 'procedures']) {
      const contenders = { ...asked(ours, PRODUCT[question]), ...of(newer, POSTGRAPHILE[question]) };
      if (question === 'tree') contenders['pg + JSON by hand'] = { server: plain, ask: { url: plain.base, ...PLAIN } };
      await sameFigures(question, contenders);
      measured[question] = await inRounds(contenders, { rounds, ms, client });
    }
    return report(measured, { own, ownNewer, rounds, ms, version: await serverVersion(client) });
  } finally {
    for (const server of started) await server.stop();
    await client.query('drop schema if exists bench cascade');
  }
}

/** Installed here alone, once; a competitor is no part of the product. */
function install() {
  if (existsSync(NEWER_NODE) && existsSync(`${HERE}node_modules/postgraphile`)) return;
  console.log('installing the competitors into bench/node_modules (once) …');
  execFileSync('npm', ['install', '--loglevel=error'], { cwd: HERE, stdio: 'inherit' });
}

/** The product's processes, each asked the same as who is signed in there. */
function asked(servers, ask) {
  const entries = Object.entries(servers).map(([name, server]) => {
    return [name, { server, ask: { url: server.base, ...ask, headers: { ...ask.headers, cookie: server.cookie } } }];
  });
  return Object.fromEntries(entries);
}

/** PostGraphile's ways to be asked, by their names. */
function of(server, asks) {
  return Object.fromEntries(
    Object.entries(asks).map(([name, ask]) => [name, { server, ask: { url: server.base, ...ask } }]),
  );
}

/** All in turn, who begins in turn too: answers a second and processor time an answer, of the server and of the database. */
async function inRounds(contenders, { rounds, ms, client }) {
  const names = Object.keys(contenders);
  const found = Object.fromEntries(names.map((name) => [name, { perSecond: [], server: [], database: [] }]));
  for (let round = -1; round < rounds; round += 1) {
    for (const name of rotated(names, Math.max(round, 0))) {
      const { server, ask } = contenders[name];
      const before = [workOf([server.pid]), await workOfDatabase(client)];
      const { perSecond, answers } = await load(ask, {
        connections: CONNECTIONS,
        ms: round < 0 ? Math.min(ms, 1_500) : ms,
      });
      const after = [workOf([server.pid]), await workOfDatabase(client)];
      if (round < 0) continue;
      found[name].perSecond.push(perSecond);
      found[name].server.push((after[0] - before[0]) / answers);
      found[name].database.push((after[1] - before[1]) / answers);
    }
  }
  return Object.fromEntries(names.map((name) => [name, mediansOf(found[name])]));
}

function rotated(names, by) {
  const at = by % names.length;
  return [...names.slice(at), ...names.slice(0, at)];
}

function mediansOf({ perSecond, server, database }) {
  return { perSecond: median(perSecond), server: median(server), database: median(database) };
}

async function serverVersion(client) {
  return (await client.query('show server_version')).rows[0].server_version;
}

function report(measured, { own, ownNewer, rounds, ms, version }) {
  const { dependencies } = JSON.parse(readFileSync(`${HERE}package.json`, 'utf8'));
  const goals = ROWS.flatMap((row) => [own, ownNewer].map((node) => goalOf(row, node, measured[row.question])));
  const lines = [
    `\`npm run bench -- --only competitors\` · ${new Date().toISOString().slice(0, 10)} · ${machine()}`,
    '',
    `PostgreSQL ${version}; product on ${own} and ${ownNewer}; PostGraphile ${dependencies.postgraphile} on ${ownNewer}; pg ${dependencies.pg} and node:http on ${own}.`,
    `${CONNECTIONS} connections, ${rounds} rounds of ${ms / 1000} s each in turn, medians. \`uncached\` is ANSWER_CACHE_MB=0. The product answers a signed-in`,
    'account (session, brakes, rights, second wall); the others ask nobody who they are.',
    '',
    '| Work | Product | Against | Goal | Measured | |',
    '|---|---|---|---|---|---|',
    ...goals.map(({ cells }) => `| ${cells.join(' | ')} |`),
    ...Object.entries(measured).flatMap(([question, found]) => [
      '',
      `### ${question}`,
      '',
      '| Who | answers/s | processor of the server, ms an answer | of the database |',
      '|---|---|---|---|',
      ...Object.entries(found).map(
        ([name, { perSecond, server, database }]) =>
          `| ${name} | ${perSecond.toFixed(0)} | ${server.toFixed(2)} | ${database.toFixed(2)} |`,
      ),
    ]),
  ];
  writeResults('competitors', 'Beside what one would pick instead', lines);
  return goals.map(({ told }) => told);
}

function goalOf({ work, ours, against, goal }, node, found) {
  const name = `${ours}, ${node}`;
  const ratio = found[name].perSecond / found[against].perSecond;
  const verdict = goal === null ? '' : ratio >= goal ? 'met' : `missed by ${((1 - ratio / goal) * 100).toFixed(0)} %`;
  const wanted = goal === null ? '–' : `≥ ${goal} ×`;
  return {
    cells: [work, name, against, wanted, `${ratio.toFixed(2)} ×`, verdict],
    told: [`${work}: ${name} / ${against}`, `${ratio.toFixed(2)} × (goal ${wanted}) ${verdict}`],
  };
}
