import {
  getNamedType,
  isObjectType,
  Kind,
  OperationTypeNode,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * The facts of the schema, type by type: what everybody who is fully signed in may see, sees alike, and what changes by a sealed
 * moment, a migration or a new day and by nothing else. Answers that consist of them alone are kept (answer-cache.ts). What does not
 * stand here is asked anew each time: a new field has to be put here to be kept.
 */
export const FACTS: Readonly<Record<string, readonly string[]>> = {
  Query: [
    'attainments',
    'boundaries',
    'forecast',
    'forecastQuality',
    'indicator',
    'indicators',
    'procedure',
    'procedureFields',
    'procedures',
    'ranking',
    'serviceList',
    'serviceLists',
    'unit',
    'units',
  ],
  Attainment: [
    'denominator',
    'from',
    'missing',
    'numerator',
    'published',
    'rate',
    'scope',
    'status',
    'target',
    'to',
    'unit',
  ],
  BoundaryDrawing: ['at'],
  Contribution: ['denominator', 'gap', 'numerator', 'own', 'rate', 'unit'],
  Decision: ['effectiveOn', 'id', 'issuedOn', 'issuer', 'number', 'signer', 'title'],
  FieldChange: ['after', 'before', 'field', 'from'],
  FieldCount: ['count', 'field'],
  Figure: [
    'denominator',
    'from',
    'knownAt',
    'numerator',
    'rate',
    'reference',
    'scope',
    'sha256',
    'status',
    'target',
    'to',
  ],
  ForceLine: ['action', 'decision', 'from', 'isTakenBack', 'locator', 'successor', 'to'],
  ForcePeriod: ['closedBy', 'from', 'openedBy', 'to'],
  Forecast: [
    'contributions',
    'expected',
    'expectedInNumerator',
    'impossibleFrom',
    'marks',
    'milestone',
    'months',
    'needed',
    'neededShare',
    'outlook',
    'procedureContributions',
    'projected',
    'projectedHigh',
    'projectedLow',
    'soFar',
    'target',
    'unit',
  ],
  ForecastError: ['forecast', 'judged', 'kind', 'lastMonth', 'method', 'soFar', 'withUnits'],
  ForecastMonth: ['denominator', 'expected', 'from', 'numerator'],
  ForecastQuality: ['errors', 'indicator', 'on', 'until'],
  Indicator: [
    'basis',
    'clause',
    'code',
    'counts',
    'eligibilityDate',
    'inForceRequired',
    'levels',
    'list',
    'name',
    'numerator',
    'numeratorChannel',
  ],
  MonthMark: ['mark', 'month'],
  MonthStanding: ['behind', 'denominator', 'mark', 'missing', 'month', 'numerator', 'rate'],
  PageInfo: ['endCursor', 'hasNextPage', 'hasPreviousPage', 'startCursor'],
  Procedure: [
    'authority',
    'changedAt',
    'code',
    'conditions',
    'difference',
    'fees',
    'field',
    'force',
    'inForceFrom',
    'inForceTo',
    'isInForce',
    'legalBases',
    'listEntries',
    'name',
    'periods',
    'processingDays',
    'replacedBy',
    'replaces',
    'revisions',
    'textDays',
    'textDecision',
    'textFrom',
    'textLocator',
    'textTo',
    'tiers',
    'version',
  ],
  ProcedureConnection: ['edges', 'nodes', 'pageInfo', 'totalCount'],
  ProcedureContribution: ['denominator', 'gap', 'numerator', 'procedure', 'rate'],
  ProcedureEdge: ['cursor', 'node'],
  ProcedureRevision: ['at', 'changes', 'force', 'kind', 'stepId', 'undoneBy', 'version'],
  Rank: ['attainment', 'movement', 'note', 'previousFrom', 'previousRank', 'previousTo', 'rank', 'unranked'],
  RankMovement: ['changedItself', 'entered', 'left', 'overtakenBy', 'overtook'],
  SeriesPoint: ['denominator', 'from', 'numerator', 'to'],
  ServiceList: ['code', 'entries', 'entryCount', 'name'],
  ServiceListEntry: ['closedBy', 'from', 'level', 'list', 'openedBy', 'procedure', 'tier', 'to', 'unit'],
  ServiceListEntryConnection: ['edges', 'nodes', 'pageInfo', 'totalCount'],
  ServiceListEntryEdge: ['cursor', 'node'],
  Succession: ['main', 'on', 'source', 'unit'],
  Unit: [
    'aliases',
    'attainment',
    'children',
    'code',
    'codeIsOfficial',
    'forecast',
    'id',
    'kind',
    'name',
    'parent',
    'predecessors',
    'series',
    'successors',
    'type',
    'validFrom',
    'validTo',
    'versions',
  ],
  UnitConnection: ['edges', 'nodes', 'pageInfo', 'totalCount'],
  UnitEdge: ['cursor', 'node'],
  UnitVersion: ['code', 'kind', 'name', 'parent', 'source', 'type', 'validFrom', 'validTo'],
};

const asked = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether a question that fits the schema asks for facts and nothing else. Looked at once a question. */
export function asksFactsOnly(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  const known = asked.get(operation);
  if (known !== undefined) return known;
  const query = schema.getQueryType();
  const isFacts =
    operation.operation === OperationTypeNode.QUERY && query
      ? new Facts(document).areAll(operation.selectionSet, query)
      : false;
  asked.set(operation, isFacts);
  return isFacts;
}

class Facts {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Fragments that were looked at, with the type that they were looked at on: one may be spread many times. */
  private readonly seen = new Set<string>();

  constructor(document: DocumentNode) {
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  areAll({ selections }: SelectionSetNode, type: GraphQLObjectType): boolean {
    return selections.every((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return this.areAll(selection.selectionSet, type);
      if (selection.kind === Kind.FIELD) return this.isFact(selection.name.value, selection.selectionSet, type);
      const key = `${type.name} ${selection.name.value}`;
      if (this.seen.has(key)) return true;
      this.seen.add(key);
      const fragment = this.fragments.get(selection.name.value);
      return fragment !== undefined && this.areAll(fragment.selectionSet, type);
    });
  }

  private isFact(name: string, below: SelectionSetNode | undefined, type: GraphQLObjectType): boolean {
    if (name === TypeNameMetaFieldDef.name) return true;
    const field = FACTS[type.name]?.includes(name) ? type.getFields()[name] : undefined;
    if (!field) return false;
    if (!below) return true;
    const given = getNamedType(field.type);
    return isObjectType(given) && this.areAll(below, given);
  }
}
