/**
 * `npm run generate`: writes packages/shared/schema.graphql from the server, and from both the types, the documents and the
 * list of those that the server trusts. With `--check` it writes nothing and fails when what is committed is stale.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { filesBelow, requireNode, root } from './project.mjs';
import { endOnSignals, onSignal, run } from './processes.mjs';
import { prepare } from './build.mjs';

const SCHEMA = 'packages/shared/schema.graphql';
const GENERATED = 'packages/shared/src/generated';

requireNode();
endOnSignals();
try {
  const schema = await currentSchema();
  const { generateFiles } = await import('./codegen.mjs');
  const made = { [SCHEMA]: schema };
  for (const [name, text] of Object.entries(await generateFiles(schema))) made[`${GENERATED}/${name}`] = text;
  const left = filesBelow(GENERATED)
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !(file in made));
  if (process.argv.includes('--check'))
    report([...Object.keys(made).filter((file) => read(file) !== made[file]), ...left]);
  else {
    for (const [file, text] of Object.entries(made)) write(file, text);
    for (const file of left) rmSync(join(root, file));
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** While somebody writes, a server that does not compile must not keep the console's types from being made. */
async function currentSchema() {
  try {
    await prepare(['shared', 'server']);
  } catch (error) {
    if (process.argv.includes('--check')) throw error;
    console.warn(`${error.message}\nThe server does not build: types are made from the schema as it was emitted last.`);
    return read(SCHEMA);
  }
  return emitSchema();
}

async function emitSchema() {
  const tool = join(root, 'packages/server/dist/tools/emit-schema.js');
  if (!existsSync(tool)) return read(SCHEMA);
  const { prettily } = await import('./codegen.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'chi-tieu-schema-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  onSignal(remove);
  try {
    const file = join(folder, 'schema.graphql');
    const { code, output } = await run(process.execPath, [tool, file], { capture: true });
    if (code !== 0) throw new Error(`The schema could not be emitted:\n${output}`);
    return await prettily(readFileSync(file, 'utf8'), SCHEMA);
  } finally {
    remove();
  }
}

function report(stale) {
  if (stale.length === 0) return;
  console.error(`Đã cũ, hãy chạy "npm run generate". Stale, run "npm run generate": ${stale.join(', ')}`);
  process.exitCode = 1;
}

function read(file) {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
}

function write(file, text) {
  if (read(file) === text) return;
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  console.log(file);
}
