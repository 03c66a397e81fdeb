/**
 * What other programs rely on, name by name: fields as `(arguments): type`. Written down apart from the code, so that a
 * change of the code cannot change it too. What is here may never go or change; the schema may hold more.
 */
export interface Contract {
  scalars: string[];
  enums: Record<string, string[]>;
  types: Record<string, Record<string, string>>;
  inputs: Record<string, Record<string, string>>;
}

/** A page of nodes as every list that may be long answers. */
function connection(node: string): Record<string, Record<string, string>> {
  return {
    [`${node}Connection`]: {
      nodes: `[${node}!]!`,
      edges: `[${node}Edge!]!`,
      pageInfo: 'PageInfo!',
      totalCount: 'Int!',
    },
    [`${node}Edge`]: { cursor: 'String!', node: `${node}!` },
  };
}

export const CONTRACT: Contract = {
  scalars: ['Date', 'DateTime', 'JSON', 'Percent'],
  enums: {
    UnitKind: ['PROVINCE', 'DEPARTMENT', 'DISTRICT', 'COMMUNE'],
    ServiceLevel: ['LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4', 'PARTIAL', 'FULL'],
    Channel: ['IN_PERSON', 'ONLINE', 'POSTAL', 'UNKNOWN'],
    Scope: ['OWN', 'SUBTREE'],
    AttainmentStatus: ['MET', 'NOT_MET', 'NO_DOSSIERS', 'NO_TARGET'],
    PlanState: ['DRAFT', 'SUBMITTED', 'APPROVED', 'ISSUED', 'SUPERSEDED'],
    CascadeMethod: ['UNIFORM', 'PROPORTIONAL', 'CLOSE_THE_GAP', 'FAIREST', 'LEAST_EFFORT', 'SPREAD_REMAINDER'],
    CascadePolicy: ['MEAN', 'FLOOR'],
    CountedAs: ['NUMERATOR', 'DENOMINATOR', 'NOT_COUNTED'],
    ServiceListAction: ['ADD', 'REMOVE', 'CHANGE_LEVEL'],
  },
  types: {
    Query: {
      me: 'Account',
      unit: '(code: ID!, on: Date): Unit',
      units: '(on: Date, under: ID, kind: UnitKind, search: String, first: Int, after: String): UnitConnection!',
      procedure: '(code: ID!): Procedure',
      procedures:
        '(search: String, field: String, tier: UnitKind, inForceOn: Date, first: Int, after: String): ProcedureConnection!',
      serviceList: '(code: ID!): ServiceList',
      indicator: '(code: ID!): Indicator',
      targetPlans: '(year: Int, issuer: ID, indicator: ID): [TargetPlan!]!',
      targetPlan: '(id: ID!): TargetPlan',
      attainments:
        '(indicator: ID!, from: Date!, to: Date!, under: ID, kind: UnitKind, scope: Scope, knownAt: DateTime): [Attainment!]!',
      dossiers:
        '(indicator: ID!, unit: ID!, from: Date!, to: Date!, scope: Scope, countedAs: CountedAs, knownAt: DateTime, first: Int, after: String): DossierConnection!',
    },
    Mutation: {
      saveProcedures: '(input: [ProcedureInput!]!): [Procedure!]!',
      amendServiceList: '(input: ServiceListAmendmentInput!): ServiceList!',
      createTargetPlan: '(input: TargetPlanInput!): TargetPlan!',
      setTargets: '(plan: ID!, targets: [TargetInput!]!, expectedVersion: Int): TargetPlan!',
      cascadeTargets: '(plan: ID!, method: CascadeMethod!, options: CascadeOptions, preview: Boolean): CascadeResult!',
      movePlan: '(plan: ID!, to: PlanState!, reason: String, decision: DecisionInput): TargetPlan!',
      setUnitAliases: '(unit: ID!, aliases: [String!]!): Unit!',
      retryQuarantined: '(batch: ID): IngestResult!',
      mendQuarantined: '(id: ID!, fields: JSON!): IngestResult!',
    },
    IngestResult: { received: 'Int!', created: 'Int!', updated: 'Int!', unchanged: 'Int!', rejected: 'Int!' },
    Unit: {
      id: 'ID!',
      code: 'ID!',
      name: 'String!',
      kind: 'UnitKind!',
      validFrom: 'Date',
      validTo: 'Date',
      aliases: '[String!]!',
      parent: 'Unit',
      children: '(kind: UnitKind): [Unit!]!',
      attainment: '(indicator: ID!, from: Date!, to: Date!, scope: Scope, knownAt: DateTime): Attainment!',
    },
    Procedure: {
      code: 'ID!',
      name: 'String!',
      field: 'String',
      tiers: '[UnitKind!]!',
      inForceFrom: 'Date',
      inForceTo: 'Date',
    },
    ServiceList: {
      code: 'ID!',
      name: 'String!',
      decisions: '[Decision!]!',
      entries: '(on: Date, tier: UnitKind, first: Int, after: String): ServiceListEntryConnection!',
    },
    ServiceListEntry: {
      procedure: 'Procedure!',
      tier: 'UnitKind!',
      level: 'ServiceLevel!',
      from: 'Date!',
      to: 'Date',
    },
    Decision: { number: 'String!', issuedOn: 'Date!', effectiveOn: 'Date!', issuer: 'Unit' },
    Indicator: {
      code: 'ID!',
      name: 'String!',
      basis: 'String!',
      eligibilityDate: 'String!',
      levels: '[ServiceLevel!]!',
      list: 'ServiceList',
    },
    TargetPlan: {
      id: 'ID!',
      version: 'Int!',
      issuer: 'Unit!',
      indicator: 'Indicator!',
      year: 'Int!',
      state: 'PlanState!',
      targets: '[Target!]!',
    },
    Target: { unit: 'Unit!', percent: 'Percent!', scope: 'Scope!', locked: 'Boolean!' },
    Attainment: {
      unit: 'Unit!',
      from: 'Date!',
      to: 'Date!',
      scope: 'Scope!',
      numerator: 'Int!',
      denominator: 'Int!',
      rate: 'Percent',
      target: 'Percent',
      status: 'AttainmentStatus!',
      missing: 'Int',
    },
    Dossier: {
      code: 'ID!',
      procedure: 'Procedure',
      unit: 'Unit',
      channel: 'Channel!',
      receivedAt: 'DateTime',
      finishedAt: 'DateTime',
      countedAs: 'CountedAs!',
      reason: 'String!',
    },
    CascadeResult: {
      feasible: 'Boolean!',
      required: 'Percent!',
      achieved: 'Percent!',
      residualPoints: 'Percent!',
      residualDossiers: 'Int!',
      conflicts: '[String!]!',
      proposals: '[CascadeProposal!]!',
    },
    CascadeProposal: { unit: 'Unit!', percent: 'Percent!', volume: 'Int!', baseline: 'Percent', reason: 'String!' },
    Account: { id: 'ID!', username: 'String!', name: 'String!', grants: '[Grant!]!', active: 'Boolean!' },
    Grant: { role: 'Role!', unit: 'Unit!' },
    PageInfo: { hasNextPage: 'Boolean!', hasPreviousPage: 'Boolean!', startCursor: 'String', endCursor: 'String' },
    ...connection('Unit'),
    ...connection('Procedure'),
    ...connection('ServiceListEntry'),
    ...connection('Dossier'),
  },
  inputs: {
    ProcedureInput: {
      code: 'ID!',
      name: 'String!',
      field: 'String',
      tiers: '[UnitKind!]!',
      inForceFrom: 'Date',
      inForceTo: 'Date',
    },
    DecisionInput: { number: 'String!', issuedOn: 'Date!', effectiveOn: 'Date', issuer: 'ID' },
    ServiceListAmendmentInput: {
      list: 'ID!',
      name: 'String',
      decision: 'DecisionInput!',
      changes: '[ServiceListChangeInput!]!',
    },
    ServiceListChangeInput: {
      action: 'ServiceListAction!',
      procedure: 'ID!',
      tier: 'UnitKind!',
      level: 'ServiceLevel',
    },
    TargetPlanInput: { issuer: 'ID!', indicator: 'ID!', year: 'Int!', decision: 'DecisionInput', amends: 'ID' },
    TargetInput: { unit: 'ID!', percent: 'Percent!', scope: 'Scope', locked: 'Boolean' },
    CascadeOptions: {
      policy: 'CascadePolicy',
      step: 'Percent',
      floor: 'Percent',
      ceiling: 'Percent',
      required: 'Percent',
      units: '[CascadeUnitInput!]',
    },
    CascadeUnitInput: {
      unit: 'ID!',
      volume: 'Int',
      baseline: 'Percent',
      floor: 'Percent',
      ceiling: 'Percent',
      locked: 'Percent',
    },
  },
};

/** Names that are taken for what comes later: where one is there already, it has this shape. */
export const TAKEN: Contract = {
  scalars: [],
  enums: {
    Role: [
      'VIEWER',
      'CLERK',
      'CATALOGUE_EDITOR',
      'PLANNER',
      'APPROVER',
      'MONITOR',
      'INTEGRATION',
      'ADMINISTRATOR',
      'AUDITOR',
    ],
    Outlook: ['MET', 'ON_COURSE', 'AT_RISK', 'WILL_MISS', 'IMPOSSIBLE', 'NO_TARGET', 'NO_DOSSIERS'],
    ReportKind: ['MONTHLY', 'QUARTERLY', 'YEARLY'],
    ReportFormat: ['DOCX', 'XLSX', 'PDF', 'HTML'],
  },
  types: {
    Query: {
      serviceListDiff: '(list: ID!, from: Date!, to: Date!): ServiceListDiff!',
      accounts: '(search: String, first: Int, after: String): AccountConnection!',
      auditTrail: '(about: ID, by: ID, first: Int, after: String): AuditEventConnection!',
      forecast: '(indicator: ID!, year: Int!, on: Date, under: ID, kind: UnitKind, knownAt: DateTime): [Forecast!]!',
      quarantine: '(batch: ID, first: Int, after: String): QuarantineConnection!',
      ranking:
        '(indicator: ID!, from: Date!, to: Date!, under: ID, kind: UnitKind!, minimum: Int, knownAt: DateTime): [Rank!]!',
      reminders: '(unit: ID, state: ReminderState, first: Int, after: String): ReminderConnection!',
      inspections: '(unit: ID, first: Int, after: String): InspectionConnection!',
      difficulties:
        '(unit: ID, procedure: ID, state: DifficultyState, first: Int, after: String): DifficultyConnection!',
      report: '(id: ID!): Report',
      reports: '(year: Int): [Report!]!',
    },
    Mutation: {
      createAccount: '(input: AccountInput!): Account!',
      createToken: '(input: TokenInput!): NewToken!',
      revokeToken: '(id: ID!): Boolean!',
      createReport: '(input: ReportInput!): Report!',
      publishReport: '(id: ID!): Report!',
    },
    ServiceListDiff: {
      added: '[ServiceListEntry!]!',
      removed: '[ServiceListEntry!]!',
      changed: '[ServiceListEntry!]!',
    },
    Forecast: {
      unit: 'Unit!',
      soFar: 'Attainment!',
      expected: 'Int!',
      target: 'Percent',
      needed: 'Int',
      projected: 'Percent',
      outlook: 'Outlook!',
      impossibleFrom: 'Date',
    },
    Rank: { rank: 'Int', attainment: 'Attainment!', previousRank: 'Int', note: 'String' },
    NewToken: { id: 'ID!', token: 'String!' },
  },
  inputs: {
    ReportInput: { kind: 'ReportKind!', from: 'Date!', to: 'Date!', knownAt: 'DateTime', unit: 'ID' },
    TokenInput: { name: 'String!', role: 'Role!', unit: 'ID!', expiresOn: 'Date!' },
  },
};
