import {
  GraphQLError,
  Kind,
  parse,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ErrorText } from './error-texts.ts';
import { isTooDeep } from './graphql-depth.ts';
import {
  MOST_ALIASES,
  MOST_CHARACTERS,
  MOST_DEPTH,
  MOST_DIRECTIVES,
  MOST_NESTED,
  MOST_REPEATED,
  MOST_SCHEMA_DEPTH,
  MOST_TOKENS,
} from './graphql-weights.ts';

/** Which limit a question goes beyond, and what the limit is. */
export interface Exceeded {
  text: ErrorText;
  most: number;
}

/**
 * The first limit of form that a question goes beyond, or null. It looks at the text alone, before it is compared with the
 * schema, and each fragment once: what this costs grows with the length of the text and ends at so many words. A text that
 * is no question at all is within every limit; what is wrong with it is said by whoever reads it next.
 */
export function exceededLimit(query: string): Exceeded | null {
  if (query.length > MOST_CHARACTERS) return { text: 'input.long', most: MOST_CHARACTERS };
  if (isTooDeep(query)) return { text: 'input.tooDeep', most: MOST_NESTED };
  let document: DocumentNode;
  try {
    document = parse(query, { maxLexicalTokens: MOST_TOKENS, noLocation: true });
  } catch (error) {
    return isTooLong(error) ? { text: 'input.tokens', most: MOST_TOKENS } : null;
  }
  return new Measure(document).exceeded();
}

/** Whether reading stopped because there were too many words. */
function isTooLong(error: unknown): boolean {
  return error instanceof GraphQLError && /more tha[nt] \d+ tokens/.test(error.message);
}

/** What stands in a part of a question, its fragments put in. */
interface Size {
  depth: number;
  schemaDepth: number;
  aliases: number;
  directives: number;
  repeated: number;
}

const NOTHING: Size = { depth: 0, schemaDepth: 0, aliases: 0, directives: 0, repeated: 0 };

class Measure {
  private readonly document: DocumentNode;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly sizes = new Map<string, Size>();

  constructor(document: DocumentNode) {
    this.document = document;
    this.fragments = new Map(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );
  }

  /** Fragments that nobody uses are measured too: they are read and compared with the schema all the same. */
  exceeded(): Exceeded | null {
    for (const node of this.document.definitions) {
      if (node.kind !== Kind.OPERATION_DEFINITION && node.kind !== Kind.FRAGMENT_DEFINITION) continue;
      const set = this.ofSet(node.selectionSet);
      const isOfSchema = node.kind === Kind.FRAGMENT_DEFINITION && node.typeCondition.name.value.startsWith('__');
      const inside = isOfSchema ? { ...set, depth: 0, schemaDepth: set.depth } : set;
      const defined = node.kind === Kind.OPERATION_DEFINITION ? (node.variableDefinitions ?? []) : [];
      const variables = defined.reduce((sum, { directives }) => sum + count(directives), 0);
      const found = beyond({ ...inside, directives: inside.directives + count(node.directives) + variables });
      if (found) return found;
    }
    return null;
  }

  private ofSet(set: SelectionSetNode): Size {
    const inside = set.selections.map((node) => this.ofNode(node)).reduce(together, NOTHING);
    const names = namesIn(set);
    return { ...inside, repeated: inside.repeated + names.length - new Set(names).size };
  }

  private ofNode(node: SelectionNode): Size {
    const directives = count(node.directives);
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const inside = this.ofFragment(node.name.value);
      return { ...inside, directives: inside.directives + directives };
    }
    const inside = node.selectionSet ? this.ofSet(node.selectionSet) : NOTHING;
    if (node.kind === Kind.INLINE_FRAGMENT) return { ...inside, directives: inside.directives + directives };
    const isSchema = node.name.value === '__schema' || node.name.value === '__type';
    return {
      depth: isSchema ? 1 : inside.depth + 1,
      schemaDepth: isSchema ? inside.depth + 1 : inside.schemaDepth,
      aliases: inside.aliases + (node.alias ? 1 : 0),
      directives: inside.directives + directives,
      repeated: inside.repeated,
    };
  }

  /** A fragment that holds itself is nothing the second time: it is refused by whoever compares it with the schema. */
  private ofFragment(name: string): Size {
    const known = this.sizes.get(name);
    if (known) return known;
    this.sizes.set(name, NOTHING);
    const fragment = this.fragments.get(name);
    if (!fragment) return NOTHING;
    const inside = this.ofSet(fragment.selectionSet);
    const size = { ...inside, directives: inside.directives + count(fragment.directives) };
    this.sizes.set(name, size);
    return size;
  }
}

function together(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    schemaDepth: Math.max(a.schemaDepth, b.schemaDepth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    repeated: a.repeated + b.repeated,
  };
}

function count(directives: readonly DirectiveNode[] | undefined): number {
  return directives?.length ?? 0;
}

/** Under which names a selection asks for something, fragments without a name put in: `=code`, `...unitParts`. */
function namesIn(set: SelectionSetNode): string[] {
  return set.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [`=${(node.alias ?? node.name).value}`];
    return node.kind === Kind.FRAGMENT_SPREAD ? [`...${node.name.value}`] : namesIn(node.selectionSet);
  });
}

function beyond({ depth, schemaDepth, aliases, directives, repeated }: Size): Exceeded | null {
  const limits: [number, number, ErrorText][] = [
    [depth, MOST_DEPTH, 'input.depth'],
    [schemaDepth, MOST_SCHEMA_DEPTH, 'input.depth'],
    [aliases, MOST_ALIASES, 'input.aliases'],
    [directives, MOST_DIRECTIVES, 'input.directives'],
    [repeated, MOST_REPEATED, 'input.repeated'],
  ];
  const [, most, text] = limits.find(([found, highest]) => found > highest) ?? [];
  return most !== undefined && text !== undefined ? { text, most } : null;
}
