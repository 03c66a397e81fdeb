/** `npm run dev`: server and rules recompiled and restarted on every change, the page with hot reloading. */
import { join } from 'node:path';
import { requireNode, root } from './project.mjs';
import { endOnSignals, run, runTool } from './processes.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { alone } from './setup-lock.mjs';

requireNode();
endOnSignals();
await alone(async () => {
  await ensureInstalled();
  await ensureBuilt(['shared', 'server']);
});

const from = (name) => join(root, 'packages', name);
const compile = (name) =>
  runTool('typescript', 'tsc', ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'], { from: from(name) });

const api = `http://${process.env.HOST?.trim() || '127.0.0.1'}:${process.env.PORT?.trim() || '4000'}`;
console.log(`Trang web: http://127.0.0.1:5173 (API: ${api}). The page reloads by itself as you write.`);
await Promise.race([
  compile('shared'),
  compile('server'),
  run(process.execPath, ['--watch', '--watch-preserve-output', join(from('server'), 'dist', 'main.js')]),
  runTool('vite', 'vite', ['--clearScreen', 'false'], { from: from('admin') }),
]);
process.kill(process.pid, 'SIGTERM');
