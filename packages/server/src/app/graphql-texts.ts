import {
  Kind,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { placeOfVariable } from './graphql-places.ts';
import { MOST_NESTED } from './graphql-weights.ts';

/** NUL and halves of characters: texts that neither PostgreSQL nor any other program takes. */
const UNFIT = /\0|\p{Surrogate}/u;

/** What is wrong with a value somewhere in the input, `input.0.name`. */
export interface UnfitValue {
  path: string;
  text: 'input.text' | 'input.tooDeep';
}

/**
 * The first text of the input that cannot be stored, or value that stands too deep in others; null where there is none. In
 * variables of type JSON only the depth is looked at: what they hold is rows, and what is wrong with rows is told row by row.
 */
export function unfitValue(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): UnfitValue | null {
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const found = search(variables[name], placeOfVariable(document, name) ?? name, nameOf(type) !== 'JSON');
    if (found !== null) return found;
  }
  const path = placeOfWritten(document);
  return path === null ? null : { path, text: 'input.text' };
}

/** The same of a value that comes by another way than a question. */
export function unfitText(value: unknown, path: string): UnfitValue | null {
  return search(value, path, true);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function search(value: unknown, path: string, looksAtTexts: boolean, depth = 0): UnfitValue | null {
  if (typeof value === 'string') return looksAtTexts && UNFIT.test(value) ? { path, text: 'input.text' } : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= MOST_NESTED) return { path: path.split('.')[0] ?? '', text: 'input.tooDeep' };
  for (const [key, inside] of Object.entries(value)) {
    const found = search(inside, `${path}.${key}`, looksAtTexts, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function placeOfWritten(document: DocumentNode): string | null {
  let found: string | null = null;
  let argument: ArgumentNode | null = null;
  visit(document, {
    Argument: (node) => void (argument = node),
    StringValue(node) {
      if (UNFIT.test(node.value)) found ??= argument?.name.value ?? '';
    },
  });
  return found;
}
