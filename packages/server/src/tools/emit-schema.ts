import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildProductSchema } from '../app/schema.ts';

/** Writes the contract: `node emit-schema.js FILE`. */
const [file] = process.argv.slice(2);
if (!file) throw new Error('Tell the file to write.');
writeFileSync(file, `${printSchema(lexicographicSortSchema(await buildProductSchema()))}\n`);
