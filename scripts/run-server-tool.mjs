/** `node scripts/run-server-tool.mjs NAME …`: builds what is missing, then runs a tool of the server with the rest. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode, root } from './project.mjs';
import { endOnSignals, run } from './processes.mjs';
import { prepare } from './build.mjs';
import { sayForgottenDashes } from './swallowed-options.mjs';

requireNode();
const forgotten = sayForgottenDashes(process.env);
if (forgotten !== null) {
  console.error(forgotten);
  process.exit(2);
}
endOnSignals();
const [name = '', ...rest] = process.argv.slice(2);
try {
  await prepare(['shared', 'server']);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const tool = join(root, 'packages', 'server', 'dist', 'tools', `${name}.js`);
if (!/^[a-z-]+$/.test(name) || !existsSync(tool)) {
  console.error(`Không có công cụ "${name}". There is no tool "${name}".`);
  process.exit(1);
}
process.exitCode = (await run(process.execPath, [tool, ...rest])).code;
