/**
 * The console's documents as it sends them: each in a file of its own, so that a page loads only those that it asks, with the
 * hash by which the server knows it; and the server's list, from hash to text.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { print } from 'graphql';
import { root } from './project.mjs';

const { addTypenameToDocument } = createRequire(join(root, 'packages/admin/package.json'))('@apollo/client/utilities');

const DOCUMENT = /^export const (\w+Document) = (\{.*\}) as unknown as (DocumentNode<(\w+), (\w+)>);$/;
const FRAGMENT = /^export const \w+FragmentDoc = /;

/**
 * What the generator's lines come to: `files` by name, `index` that names them all, and the `list` for the server. Fragments
 * stand in the documents that use them and need no file. Throws for a line that is neither.
 */
export function splitDocuments(lines, heading) {
  const files = {};
  const list = {};
  for (const line of lines.filter((one) => !FRAGMENT.test(one))) {
    const [, name, json, type, data, variables] = DOCUMENT.exec(line) ?? [];
    if (name === undefined) throw new Error(`Not a document: ${line.slice(0, 80)}`);
    const document = JSON.parse(json);
    const text = textOf(document);
    const hash = createHash('sha256').update(text).digest('hex');
    list[hash] = text;
    files[`${name}.ts`] =
      `${heading}import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';\n` +
      `import type { ${data}, ${variables} } from '../graphql.ts';\n\n` +
      `export const ${name} = ${JSON.stringify({ ...document, hash })} as unknown as ${type};\n`;
  }
  return { files, index: indexOf(Object.keys(files)), list: listOf(list, heading) };
}

/** The text that the console sends: its cache asks for the type of everything that it keeps. */
function textOf(document) {
  return print(addTypenameToDocument(document));
}

function indexOf(files) {
  return files.map((file) => `export { ${file.replace('.ts', '')} } from './documents/${file}';\n`).join('');
}

function listOf(list, heading) {
  const lines = Object.entries(list).map(([hash, text]) => `  ['${hash}', ${JSON.stringify(text)}],\n`);
  return `${heading}/** Every document that the console sends, by the SHA-256 of its text. */\nexport const TRUSTED_DOCUMENTS: ReadonlyMap<string, string> = new Map([\n${lines.join('')}]);\n`;
}
