import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  EFFORTS,
  LARGEST_PAGE,
  LENGTHS,
  MOST_BELOW,
  MOST_CHANGES,
  MOST_COST,
  MOST_NESTED,
  MOST_SELECTIONS,
  PAGE,
  SERIES,
  USUAL_LENGTH,
} from './graphql-weights.ts';

type Variables = Readonly<Record<string, unknown>>;

interface Request {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Variables;
}

/** What stands above a selection: how many values it is asked for, and what tells the length of lists in it. */
interface Above {
  times: number;
  /** `first` of the page that the selection is of. */
  page: number;
  /** How many units `children` within `children` have come to. */
  below: number;
  depth: number;
}

/**
 * Whether a question is small enough to be answered: what it costs to find and show the values that it asks for, each list
 * taken as long as such lists are. Types point back to each other (parent and children, list and entries) and fragments hold
 * fragments, so a short question can ask for millions; counting stops early enough to be short for any of them.
 */
export function isAffordable(request: Request): boolean {
  const { schema, operation } = request;
  const root = schema.getRootType(operation.operation);
  const above = { times: 1, page: PAGE, below: 1, depth: 0 };
  return !root || new Counter(request).fits(operation.selectionSet, root, above);
}

/** The variables as the question sees them: those not given are what its definition says. */
export function withDefaults({ operation, variables }: Pick<Request, 'operation' | 'variables'>): Variables {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

class Counter {
  private cost = 0;
  private selections = 0;
  private changes = 0;
  private readonly asked = new Set<string>();
  private readonly schema: GraphQLSchema;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly variables: Variables;

  constructor(request: Request) {
    this.schema = request.schema;
    this.variables = withDefaults(request);
    this.fragments = new Map(
      request.document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );
  }

  /** Stops at the first value too many, so that counting itself stays short. */
  fits(set: SelectionSetNode, type: GraphQLNamedType, above: Above): boolean {
    if (above.depth > MOST_NESTED) return false;
    const inside = { ...above, depth: above.depth + 1 };
    return set.selections.every((node) => this.selectionFits(node, type, inside));
  }

  private selectionFits(node: SelectionNode, type: GraphQLNamedType, above: Above): boolean {
    this.selections += 1;
    if (this.selections > MOST_SELECTIONS) return false;
    if (node.kind === Kind.FIELD) return this.fieldFits(node, type, above);
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
    const condition = fragment?.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
    return !fragment || this.fits(fragment.selectionSet, condition ?? type, above);
  }

  private fieldFits(node: FieldNode, type: GraphQLNamedType, above: Above): boolean {
    const name = node.name.value;
    const field = fieldOf(type, name);
    if (!field) return true;
    if (type === this.schema.getMutationType()) this.changes += 1;
    this.cost += above.times + this.effortOf(node, type, above.times);
    if (this.cost > MOST_COST || this.changes > MOST_CHANGES) return false;
    if (!node.selectionSet) return true;
    const isList = isListType(getNullableType(field.type));
    const length = isList ? this.lengthOf(node, above) : 1;
    const below = name === 'children' ? above.below * length : 1;
    // An empty page costs what its object does: nothing is asked for no times.
    const inside = { times: above.times * Math.max(1, length), page: this.firstOf(node), below, depth: above.depth };
    return this.fits(node.selectionSet, getNamedType(field.type), inside);
  }

  private effortOf(node: FieldNode, type: GraphQLNamedType, times: number): number {
    const name = `${type.name}.${node.name.value}`;
    const { each = 0, question = 0 } = EFFORTS[name] ?? {};
    if (question === 0) return each * times;
    const given = (node.arguments ?? []).map(({ name: argument }) => [
      argument.value,
      this.given(node, argument.value),
    ]);
    const key = name + JSON.stringify(given.sort());
    if (this.asked.has(key)) return each * times;
    this.asked.add(key);
    return each * times + question;
  }

  private lengthOf(node: FieldNode, { page, below }: Above): number {
    const name = node.name.value;
    if (name === 'nodes' || name === 'edges') return page;
    if (name === 'series') return this.given(node, 'grain') === 'DAY' ? SERIES.DAY : SERIES.MONTH;
    const length = LENGTHS[name] ?? USUAL_LENGTH;
    return name === 'children' ? Math.max(1, Math.min(length, Math.floor(MOST_BELOW / below))) : length;
  }

  private firstOf(node: FieldNode): number {
    const first = this.given(node, 'first');
    return typeof first === 'number' && first >= 0 ? Math.min(first, LARGEST_PAGE) : PAGE;
  }

  /** The value of an argument, written out or in a variable; undefined where it is not given. */
  private given(node: FieldNode, name: string): unknown {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    return value && valueFromASTUntyped(value, this.variables);
  }
}

/** A field of a type, or one of those that every type has: they are no part of it. */
function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  const everywhere = [TypeNameMetaFieldDef, SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
  return everywhere ?? (isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined);
}
