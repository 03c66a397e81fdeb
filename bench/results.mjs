/** bench/RESULTS.md: one section a measurement, each written anew by its own run; the others stay as they are. */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { execFileSync } from 'node:child_process';

const FILE = new URL('./RESULTS.md', import.meta.url);
const HEAD = `# What was measured

Written by \`npm run bench\`, each section by the command that it names. Ratios of medians, side by side in one run: absolute figures
are those of the machine, and of what else ran on it.
`;

/** Puts a section in the place of the one of the same name. */
export function writeResults(name, title, lines) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const section = `${begin}\n\n## ${title}\n\n${lines.join('\n')}\n\n${end}`;
  const before = readOr(HEAD);
  const at = before.indexOf(begin);
  const after =
    at < 0
      ? `${before.trimEnd()}\n\n${section}\n`
      : before.slice(0, at) + section + before.slice(before.indexOf(end) + end.length);
  writeFileSync(FILE, after);
}

function readOr(otherwise) {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return otherwise;
  }
}

/** The machine, in one line. */
export function machine() {
  const [first] = cpus();
  const memory = `${Math.round(totalmem() / 1e9)} GB`;
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memory}, ${platform()} ${release()} (${arch()})`;
}

/** What a command says of its version. */
export function versionOf(command) {
  return execFileSync(command, ['--version'], { encoding: 'utf8' }).trim();
}
