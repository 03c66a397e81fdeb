import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How many values an answer may have by estimate; the largest question of the console has a tenth of it. */
export const MOST_VALUES = 1_000_000;

/** How long lists are in a province, where it is neither a page nor the usual. */
const LENGTHS: Readonly<Record<string, number>> = {
  attainments: 208,
  children: 32,
  listEntries: 10,
  predecessors: 2,
  successors: 2,
  versions: 3,
};
const USUAL_LENGTH = 20;
const PAGE = 50;
/** All units of a province below one: however deep `children` within `children` are asked for, there are no more. */
const MOST_BELOW = 224;

interface Request {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

/** What stands above a selection: how many values it is asked for, and what tells the length of lists in it. */
interface Above {
  times: number;
  /** `first` of the page that the selection is of. */
  page: number;
  /** How many units `children` within `children` have come to. */
  below: number;
}

/**
 * Whether a question is small enough to be answered: the number of values that it asks for, each list taken as long as such
 * lists are. Types point back to each other (parent and children, list and entries), so a short question can ask for millions.
 */
export function isAffordable({ schema, document, operation, variables }: Request): boolean {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const root = schema.getRootType(operation.operation);
  const counter = new Counter(schema, fragments, variables);
  return !root || counter.fits(operation.selectionSet, root, { times: 1, page: PAGE, below: 1 });
}

class Counter {
  private values = 0;
  private readonly schema: GraphQLSchema;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly variables: Readonly<Record<string, unknown>>;

  constructor(
    schema: GraphQLSchema,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    variables: Request['variables'],
  ) {
    this.schema = schema;
    this.fragments = fragments;
    this.variables = variables;
  }

  /** Stops at the first value too many, so that counting itself stays short. */
  fits(set: SelectionSetNode, type: GraphQLNamedType, above: Above): boolean {
    return set.selections.every((node) => {
      if (node.kind === Kind.FIELD) return this.fieldFits(node, type, above);
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
      const condition = fragment?.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
      return !fragment || this.fits(fragment.selectionSet, condition ?? type, above);
    });
  }

  private fieldFits(node: FieldNode, type: GraphQLNamedType, above: Above): boolean {
    const name = node.name.value;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field) return true;
    this.values += above.times;
    if (this.values > MOST_VALUES) return false;
    if (!node.selectionSet) return true;
    const isList = isListType(getNullableType(field.type));
    const length = isList ? lengthOf(name, above) : 1;
    const below = name === 'children' ? above.below * length : 1;
    const inside = { times: above.times * length, page: this.firstOf(node), below };
    return this.fits(node.selectionSet, getNamedType(field.type), inside);
  }

  private firstOf(node: FieldNode): number {
    const first = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
    const value =
      first?.kind === Kind.VARIABLE
        ? this.variables[first.name.value]
        : first?.kind === Kind.INT
          ? Number(first.value)
          : null;
    return typeof value === 'number' && value >= 0 ? value : PAGE;
  }
}

function lengthOf(name: string, { page, below }: Above): number {
  if (name === 'nodes' || name === 'edges') return page;
  const length = LENGTHS[name] ?? USUAL_LENGTH;
  return name === 'children' ? Math.max(1, Math.min(length, Math.floor(MOST_BELOW / below))) : length;
}
