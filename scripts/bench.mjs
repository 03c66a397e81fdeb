/** `npm run bench`: builds what is missing, then measures the product beside plain SQL, as ratios in one run. */
import { join } from 'node:path';
import { requireNode, root } from './project.mjs';
import { endOnSignals, run } from './processes.mjs';
import { prepare } from './build.mjs';

requireNode();
endOnSignals();
try {
  await prepare(['shared', 'server', 'admin']);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.exitCode = (await run(process.execPath, [join(root, 'bench', 'run.mjs'), ...process.argv.slice(2)])).code;
