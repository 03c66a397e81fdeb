/**
 * Measures the running product from outside, each figure beside plain SQL on the same database in the same run, in turn, so
 * that a noisy machine tells the same about both. Prints medians and ratios; nothing is judged here.
 * Usage: npm run bench [-- --dossiers 100000]
 */
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { budgetOfConsole } from './console-budget.mjs';
import { measureIngest } from './ingest.mjs';
import { startProduct } from './product.mjs';
import { measureTree } from './tree.mjs';

const require = createRequire(new URL('../packages/server/package.json', import.meta.url));
const pg = require('pg');

const at = process.argv.indexOf('--dossiers');
const dossiers = at > 0 ? Number(process.argv[at + 1]) : 100_000;

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${new Date().toISOString()}`,
);
const product = await startProduct();
const client = new pg.Client({ connectionString: product.databaseUrl });
try {
  await client.connect();
  console.log(`first start with demonstration data: ${product.startedIn.toFixed(1)} s`);
  report('Tree and period', await measureTree(product, client));
  report(`Ingest of ${dossiers} dossiers`, await measureIngest(product, client, dossiers));
  report('Console', budgetOfConsole());
} finally {
  await client.end().catch(() => undefined);
  await product.stop();
}

/** Rows of [what, figure]. */
function report(title, rows) {
  console.log(`\n${title}`);
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, figure] of rows) console.log(`  ${what.padEnd(width)}  ${figure}`);
}
