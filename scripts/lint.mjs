/** `npm run lint`: the architecture's rules and one way of formatting. With `--fix` it mends what it can. */
import { join } from 'node:path';
import { requireNode, root } from './project.mjs';
import { endOnSignals, runTool } from './processes.mjs';
import { ensureInstalled } from './install.mjs';
import { alone } from './setup-lock.mjs';

/** Most of the time goes into types, which each package has for itself: two halves, one processor each. */
export const HALVES = {
  'lint of the console': ['packages/admin'],
  'lint of everything else': ['.', '--ignore-pattern', 'packages/admin/**'],
};

/** Checks one half; all rules are errors. */
export function lint(paths, options = {}) {
  return runTool('eslint', 'eslint', [...paths, '--max-warnings=0'], { capture: true, ...options });
}

/** Checks (or with `--write` mends) the formatting of everything. */
export function format(mode = '--check', options = {}) {
  return runTool('prettier', 'prettier', [mode, '--log-level=warn', '.'], { capture: true, ...options });
}

if (process.argv[1] === join(root, 'scripts', 'lint.mjs')) {
  requireNode();
  endOnSignals();
  await alone(ensureInstalled);
  const fix = process.argv.includes('--fix');
  const rules = Object.values(HALVES).map((paths) => lint(fix ? [...paths, '--fix'] : paths));
  const results = [...(await Promise.all(rules)), await format(fix ? '--write' : '--check')];
  for (const { output } of results) process.stdout.write(output);
  process.exitCode = results.some(({ code }) => code !== 0) ? 1 : 0;
}
