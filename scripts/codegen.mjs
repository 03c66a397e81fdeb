/** Types, typed documents and the list of trusted documents from the schema and the console's *.graphql files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, printSchema, validate } from 'graphql';
import { format, resolveConfig } from 'prettier';
import { filesBelow, root } from './project.mjs';
import { splitDocuments } from './trusted-documents.mjs';

const scalars = {
  ID: 'string',
  Date: 'string',
  DateTime: 'string',
  JSON: 'unknown',
  Percent: 'number',
};

const config = {
  scalars,
  strictScalars: true,
  enumsAsTypes: true,
  useTypeImports: true,
  skipTypename: true,
  // A field that was asked for is always there, perhaps null; what an input leaves out is left out.
  avoidOptionals: { field: true, object: true, inputValue: false, defaultValue: false },
  maybeValue: 'T | null',
  inputMaybeValue: 'T | null | undefined',
  inlineFragmentTypes: 'combine',
  dedupeFragments: true,
};

const heading =
  '// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.\n\n';

/**
 * The files of packages/shared/src/generated, by their names in it; throws with file and line when a document does not fit.
 */
export async function generateFiles(schemaText) {
  const schema = buildSchema(schemaText);
  const documents = readDocuments();
  refuseMistakes(schema, documents);
  const text = await codegen({
    filename: 'graphql.ts',
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents,
    config,
    plugins: [
      { typescript: {} },
      { typescriptOperations: {} },
      ...(documents.length ? [{ typedDocumentNode: {} }] : []),
    ],
    pluginMap: { typescript, typescriptOperations, typedDocumentNode },
  });
  // A document is a tree for machines: one line each, so that a changed field is one changed line.
  const at = text.indexOf('export const ');
  const lines = at === -1 ? [] : text.slice(at).trim().split('\n');
  const { files, index, list } = splitDocuments(lines.filter(Boolean), heading);
  const types = text.slice(0, at === -1 ? undefined : at).replace(/^import .*TypedDocumentNode.*\n/m, '');
  return {
    'graphql.ts': `${await prettily(heading + types, 'graphql.ts')}\n${index}`,
    'trusted-documents.ts': list,
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [`documents/${name}`, file])),
  };
}

/** Formats as the project does, so that what is generated does not depend on who generates it. */
export async function prettily(text, path) {
  return format(text, { ...(await resolveConfig(join(root, '.prettierrc.json'))), filepath: path });
}

function readDocuments() {
  const files = filesBelow('packages/admin/src', (name) => name.endsWith('.graphql'));
  return files.map((file) => {
    const rawSDL = readFileSync(join(root, file), 'utf8');
    return { location: file, rawSDL, document: parse(rawSDL) };
  });
}

function refuseMistakes(schema, documents) {
  const all = { kind: 'Document', definitions: documents.flatMap(({ document }) => document.definitions) };
  const where = new Map(documents.map(({ location, rawSDL }) => [rawSDL, location]));
  const mistakes = validate(schema, all).map((error) => {
    const file = where.get(error.nodes?.[0]?.loc?.source.body) ?? 'packages/admin';
    return `${file}:${error.locations?.[0]?.line ?? 1}: ${error.message}`;
  });
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
}
