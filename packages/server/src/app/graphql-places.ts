import { Kind, visit, type ASTNode, type DocumentNode, type GraphQLError, type ValueNode } from 'graphql';

/**
 * Where in the input an error of GraphQL itself lies, counted from the arguments: `targets.0.percent`. Such errors know a
 * value that was written out by its node, and a variable only by its name, in words. Empty where nothing can be told.
 */
export function placeInInput(error: GraphQLError, document: DocumentNode | undefined): string {
  const variable = /^Variable "\$(\w+)"/.exec(error.message)?.[1];
  if (variable === undefined) {
    const written = error.nodes?.[0];
    return (written && document && placeOf(document, (node) => node === written)) ?? '';
  }
  const within = new RegExp(` at "${variable}((?:\\.\\w+|\\[\\d+\\])+)"`).exec(error.message)?.[1] ?? '';
  const used = document && placeOfVariable(document, variable);
  return (used ?? variable) + within.replace(/\[(\d+)\]/g, '.$1');
}

/** The first place in an argument where a variable is used; null where it is not. */
export function placeOfVariable(document: DocumentNode, variable: string): string | null {
  return placeOf(document, (node) => node.kind === Kind.VARIABLE && node.name.value === variable);
}

/** The first place in an argument where something stands. */
function placeOf(document: DocumentNode, isIt: (node: ASTNode) => boolean): string | null {
  let found: string | null = null;
  visit(document, {
    Argument(node) {
      found ??= search(node.value, node.name.value, isIt);
    },
  });
  return found;
}

function search(value: ValueNode, path: string, isIt: (node: ASTNode) => boolean): string | null {
  if (isIt(value)) return path;
  const inside =
    value.kind === Kind.LIST
      ? value.values.map((item, index) => ({ item, at: String(index) }))
      : value.kind === Kind.OBJECT
        ? value.fields.map((field) => ({ item: field.value, at: field.name.value }))
        : [];
  for (const { item, at } of inside) {
    const found = search(item, `${path}.${at}`, isIt);
    if (found !== null) return found;
  }
  return null;
}
