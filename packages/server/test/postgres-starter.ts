import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

export interface Starter {
  /** A program for plain Node: starts the embedded PostgreSQL on the folder it is given and says "ready". */
  file: string;
  remove(): void;
}

/** Translates the modules of the embedded PostgreSQL for a process of its own, one that a test may kill. */
export function buildStarter(): Starter {
  mkdirSync(join(PACKAGE, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(PACKAGE, '.cache', 'starter-'));
  const sources = readdirSync(join(PACKAGE, 'src/app')).filter((name) =>
    /^(embedded-|postmaster|folder-lock|process-).*(?<!\.test)\.ts$/.test(name),
  );
  for (const name of sources) {
    const text = readFileSync(join(PACKAGE, 'src/app', name), 'utf8');
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2022,
        rewriteRelativeImportExtensions: true,
      },
    });
    writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), outputText);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const file = join(folder, 'main.js');
  writeFileSync(file, MAIN);
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const MAIN = `import { startEmbeddedPostgres } from './embedded-postgres.js';
const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2], log: { info: () => undefined, warn: () => undefined } });
process.stdout.write(JSON.stringify({ ready: true, pid: postgres.pid, url: postgres.url }) + '\\n');
setInterval(() => undefined, 1000);
`;
