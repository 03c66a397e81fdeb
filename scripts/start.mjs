/** `npm start`: installs and builds what is missing, then becomes the server. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode, root } from './project.mjs';

requireNode();
const { endOnSignals, handOverSignals } = await import('./processes.mjs');
const { prepare } = await import('./build.mjs');

endOnSignals();
try {
  await prepare();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const main = join(root, 'packages', 'server', 'dist', 'main.js');
if (!existsSync(main)) {
  console.error('Chưa có máy chủ để chạy. There is no server to start.');
  process.exit(1);
}
// The server ends itself on signals; it runs in this very process, so none gets lost on the way.
handOverSignals();
await import(pathToFileURL(main).href);
