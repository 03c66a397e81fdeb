import {
  Kind,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { placeOfVariable } from './graphql-places.ts';

/** NUL and halves of characters: texts that neither PostgreSQL nor any other program takes. */
const UNFIT = /\0|\p{Surrogate}/u;

/**
 * Where the input has a text that cannot be stored, `input.0.name`; null where all can. Variables of type JSON are not looked at:
 * what they hold is rows, and what is wrong with rows is told row by row.
 */
export function placeOfUnfitText(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string | null {
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (nameOf(type) === 'JSON') continue;
    const found = search(variables[name], placeOfVariable(document, name) ?? name);
    if (found !== null) return found;
  }
  return placeOfWritten(document);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function search(value: unknown, path: string): string | null {
  if (typeof value === 'string') return UNFIT.test(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inside] of Object.entries(value)) {
    const found = search(inside, `${path}.${key}`);
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
