/** `npm run lint`: the architecture's rules and one way of formatting. With `--fix` it mends what it can. */
import { requireNode } from './project.mjs';
import { endOnSignals, runTool } from './processes.mjs';
import { ensureInstalled } from './install.mjs';
import { alone } from './setup-lock.mjs';

requireNode();
endOnSignals();
await alone(ensureInstalled);
const fix = process.argv.includes('--fix');
const rules = await runTool('eslint', 'eslint', ['.', '--max-warnings=0', ...(fix ? ['--fix'] : [])]);
const format = await runTool('prettier', 'prettier', [fix ? '--write' : '--check', '--log-level=warn', '.']);
process.exitCode = rules.code || format.code;
