/**
 * Measures the running product from outside, each figure beside plain SQL on the same database in the same run, in turn, so
 * that a noisy machine tells the same about both. Prints medians and ratios; nothing is judged here.
 * The parts `size`, `overview` and `competitors` are measured only when they are asked for: the first two fill the database with as
 * many dossiers as are told, the other installs what it measures beside (docs: bench/RESULTS.md). [--rounds 7] [--ms 3000]
 * Usage: npm run bench [-- --dossiers 100000] [--only cascade|keystroke|tree|authorisation|sign-ins|ingest|size|overview|catalogue|search|scroll|import|console|competitors]
 */
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { measureAuthorisation } from './authorisation.mjs';
import { measureCascade } from './cascade.mjs';
import { measureCatalogue } from './catalogue.mjs';
import { measureCatalogueSearch } from './catalogue-search.mjs';
import { budgetOfConsole } from './console-budget.mjs';
import { measureCompetitors } from './competitors.mjs';
import { measureImport } from './import.mjs';
import { measureIngest } from './ingest.mjs';
import { measureKeystrokes } from './keystroke.mjs';
import { measureOverview } from './overview.mjs';
import { startProduct } from './product.mjs';
import { measureScrolling } from './scroll.mjs';
import { measureSize } from './size.mjs';
import { measureSignIns } from './sign-ins.mjs';
import { measureTree } from './tree.mjs';

const require = createRequire(new URL('../packages/server/package.json', import.meta.url));
const pg = require('pg');

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : undefined;
};
const dossiers = Number(option('dossiers') ?? 100_000);
const only = option('only');
const measuring = { rounds: Number(option('rounds') ?? 7), ms: Number(option('ms') ?? 3_000) };

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${new Date().toISOString()}`,
);
// What runs in the page and in the server alike needs neither.
if (only === undefined || only === 'cascade') report('Methods of a cascade', await measureCascade());
if (only !== 'cascade') await measureProduct();

async function measureProduct() {
  const product = await startProduct();
  const client = new pg.Client({ connectionString: product.databaseUrl });
  try {
    await client.connect();
    console.log(`first start with demonstration data: ${product.startedIn.toFixed(1)} s`);
    const parts = {
      tree: ['Tree and period', () => measureTree(product, client)],
      authorisation: ['Authorisation', () => measureAuthorisation(product, dossiers)],
      'sign-ins': ['Sign-ins', () => measureSignIns(product, client)],
      ingest: [`Ingest of ${dossiers} dossiers`, () => measureIngest(product, client, dossiers)],
      size: [`What ${dossiers} dossiers cost`, () => measureSize(product, client, dossiers)],
      overview: [`What a leader waits for over ${dossiers} dossiers`, () => measureOverview(product, client, dossiers)],
      catalogue: [`Catalogue over ${dossiers} dossiers`, () => measureCatalogue(product, client, dossiers)],
      import: ['Import of a catalogue of 2,000 rows', () => measureImport(product, client)],
      search: ['Search of 10,000 procedures × 5 versions × 4 lists', () => measureCatalogueSearch(product, client)],
      keystroke: ['A keystroke in a plan of 200 units', () => measureKeystrokes(product, client)],
      scroll: ['Scrolling the table of the catalogue', () => measureScrolling(product, client)],
      console: ['Console', () => budgetOfConsole()],
      competitors: ['Beside what one would pick instead', () => measureCompetitors(product, client, measuring)],
    };
    for (const [name, [title, measure]] of Object.entries(parts))
      if (only === name || (only === undefined && !['size', 'overview', 'competitors'].includes(name)))
        report(title, await measure());
  } finally {
    await client.end().catch(() => undefined);
    await product.stop();
  }
}

/** Rows of [what, figure]. */
function report(title, rows) {
  console.log(`\n${title}`);
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, figure] of rows) console.log(`  ${what.padEnd(width)}  ${figure}`);
}
