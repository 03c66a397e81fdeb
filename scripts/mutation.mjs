/**
 * `npm run mutation`: breaks the rules of rates, targets and rights in every way that Stryker knows and counts how many of
 * these the tests notice; fails below 80 of 100 (packages/shared/stryker.config.mjs). Takes some minutes.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode, root } from './project.mjs';
import { endOnSignals, onSignal, runTool } from './processes.mjs';
import { ensureInstalled } from './install.mjs';
import { alone } from './setup-lock.mjs';

const SHARED = join(root, 'packages', 'shared');

/** Runs it; gives the exit code and, where it is captured, what was said. */
export async function mutate(options = {}) {
  const clean = () => rmSync(join(SHARED, '.mutants'), { recursive: true, force: true });
  onSignal(clean);
  clean();
  try {
    return await runTool('@stryker-mutator/core', 'stryker', ['run'], { cwd: SHARED, ...options });
  } finally {
    clean();
  }
}

if (process.argv[1] === join(root, 'scripts', 'mutation.mjs')) {
  requireNode();
  endOnSignals();
  await alone(ensureInstalled);
  process.exitCode = (await mutate()).code;
}
