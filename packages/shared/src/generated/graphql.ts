// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  Date: { input: string; output: string };
  DateTime: { input: string; output: string };
  JSON: { input: unknown; output: unknown };
  Percent: { input: number; output: number };
};

export type Account = {
  active: Scalars['Boolean']['output'];
  grants: Array<Grant>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  username: Scalars['String']['output'];
};

export type Attainment = {
  denominator: Scalars['Int']['output'];
  from: Scalars['Date']['output'];
  missing: Maybe<Scalars['Int']['output']>;
  numerator: Scalars['Int']['output'];
  rate: Maybe<Scalars['Percent']['output']>;
  scope: Scope;
  status: AttainmentStatus;
  target: Maybe<Scalars['Percent']['output']>;
  to: Scalars['Date']['output'];
  unit: Unit;
};

export type AttainmentStatus = 'MET' | 'NOT_MET' | 'NO_DOSSIERS' | 'NO_TARGET';

export type BatchKind = 'DOSSIERS' | 'MEND' | 'PROCEDURES' | 'RETRY';

export type CascadeMethod =
  'CLOSE_THE_GAP' | 'FAIREST' | 'LEAST_EFFORT' | 'PROPORTIONAL' | 'SPREAD_REMAINDER' | 'UNIFORM';

export type CascadeOptions = {
  ceiling?: InputMaybe<Scalars['Percent']['input']>;
  floor?: InputMaybe<Scalars['Percent']['input']>;
  policy?: InputMaybe<CascadePolicy>;
  required?: InputMaybe<Scalars['Percent']['input']>;
  step?: InputMaybe<Scalars['Percent']['input']>;
  units?: InputMaybe<Array<CascadeUnitInput>>;
};

export type CascadePolicy = 'FLOOR' | 'MEAN';

export type CascadeProposal = {
  baseline: Maybe<Scalars['Percent']['output']>;
  percent: Scalars['Percent']['output'];
  reason: Scalars['String']['output'];
  unit: Unit;
  volume: Scalars['Int']['output'];
};

export type CascadeResult = {
  achieved: Scalars['Percent']['output'];
  conflicts: Array<Scalars['String']['output']>;
  feasible: Scalars['Boolean']['output'];
  proposals: Array<CascadeProposal>;
  required: Scalars['Percent']['output'];
  residualDossiers: Scalars['Int']['output'];
  residualPoints: Scalars['Percent']['output'];
};

export type CascadeUnitInput = {
  baseline?: InputMaybe<Scalars['Percent']['input']>;
  ceiling?: InputMaybe<Scalars['Percent']['input']>;
  floor?: InputMaybe<Scalars['Percent']['input']>;
  locked?: InputMaybe<Scalars['Percent']['input']>;
  unit: Scalars['ID']['input'];
  volume?: InputMaybe<Scalars['Int']['input']>;
};

export type Channel = 'IN_PERSON' | 'ONLINE' | 'POSTAL' | 'UNKNOWN';

/** DENOMINATOR: counted, but not in the numerator. NOT_COUNTED: the unit's other dossiers received or finished in the period. */
export type CountedAs = 'DENOMINATOR' | 'NOT_COUNTED' | 'NUMERATOR';

export type DataStatus = {
  dossiers: Scalars['Int']['output'];
  firstDay: Maybe<Scalars['Date']['output']>;
  lastDay: Maybe<Scalars['Date']['output']>;
  lastIngestAt: Maybe<Scalars['DateTime']['output']>;
  /** The latest year with dossiers, else this year: the period on first sight. */
  latestYear: Scalars['Int']['output'];
  /** True while made (demonstration) dossiers are stored: every page says so. */
  made: Scalars['Boolean']['output'];
  openQuarantine: Scalars['Int']['output'];
  province: Unit;
};

export type Decision = {
  effectiveOn: Scalars['Date']['output'];
  issuedOn: Scalars['Date']['output'];
  issuer: Maybe<Unit>;
  number: Scalars['String']['output'];
  title: Maybe<Scalars['String']['output']>;
};

export type DecisionInput = {
  effectiveOn?: InputMaybe<Scalars['Date']['input']>;
  issuedOn: Scalars['Date']['input'];
  issuer?: InputMaybe<Scalars['ID']['input']>;
  number: Scalars['String']['input'];
};

export type Dossier = {
  channel: Channel;
  code: Scalars['ID']['output'];
  countedAs: CountedAs;
  dueAt: Maybe<Scalars['DateTime']['output']>;
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  made: Scalars['Boolean']['output'];
  procedure: Maybe<Procedure>;
  reason: Scalars['String']['output'];
  receivedAt: Maybe<Scalars['DateTime']['output']>;
  status: Scalars['Int']['output'];
  statusText: Scalars['String']['output'];
  unit: Maybe<Unit>;
  version: Scalars['Int']['output'];
};

export type DossierConnection = {
  denominator: Scalars['Int']['output'];
  edges: Array<DossierEdge>;
  nodes: Array<Dossier>;
  numerator: Scalars['Int']['output'];
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type DossierEdge = {
  cursor: Scalars['String']['output'];
  node: Dossier;
};

export type Explanation = {
  asOf: Scalars['DateTime']['output'];
  attainment: Attainment;
  comparison: Maybe<Scalars['String']['output']>;
  indicator: Indicator;
  notCounted: Scalars['Int']['output'];
  rule: Scalars['String']['output'];
};

export type FieldCount = {
  count: Scalars['Int']['output'];
  field: Scalars['String']['output'];
};

/** Beyond the contract's main part (names of our own): */
export type Grain = 'DAY' | 'MONTH';

export type Grant = {
  role: Role;
  unit: Unit;
};

export type Indicator = {
  basis: Scalars['String']['output'];
  clause: Maybe<Scalars['String']['output']>;
  code: Scalars['ID']['output'];
  eligibilityDate: Scalars['String']['output'];
  inForceRequired: Scalars['Boolean']['output'];
  levels: Array<ServiceLevel>;
  list: Maybe<ServiceList>;
  name: Scalars['String']['output'];
  numeratorChannel: Channel;
};

export type IngestBatch = {
  at: Scalars['DateTime']['output'];
  by: Maybe<Scalars['String']['output']>;
  bytes: Scalars['Float']['output'];
  created: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  kind: BatchKind;
  made: Scalars['Boolean']['output'];
  mediaType: Maybe<Scalars['String']['output']>;
  name: Maybe<Scalars['String']['output']>;
  openRows: Scalars['Int']['output'];
  received: Scalars['Int']['output'];
  rejected: Scalars['Int']['output'];
  unchanged: Scalars['Int']['output'];
  updated: Scalars['Int']['output'];
};

export type IngestBatchConnection = {
  edges: Array<IngestBatchEdge>;
  nodes: Array<IngestBatch>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type IngestBatchEdge = {
  cursor: Scalars['String']['output'];
  node: IngestBatch;
};

export type IngestResult = {
  created: Scalars['Int']['output'];
  received: Scalars['Int']['output'];
  rejected: Scalars['Int']['output'];
  unchanged: Scalars['Int']['output'];
  updated: Scalars['Int']['output'];
};

export type Mutation = {
  amendServiceList: ServiceList;
  cascadeTargets: CascadeResult;
  /** Takes targets out of a draft again (what undo in the grid needs). */
  clearTargets: TargetPlan;
  createTargetPlan: TargetPlan;
  mendQuarantined: IngestResult;
  movePlan: TargetPlan;
  retryQuarantined: IngestResult;
  saveProcedures: Array<Procedure>;
  setTargets: TargetPlan;
  setUnitAliases: Unit;
};

export type MutationAmendServiceListArgs = {
  input: ServiceListAmendmentInput;
};

export type MutationCascadeTargetsArgs = {
  method: CascadeMethod;
  options: InputMaybe<CascadeOptions>;
  plan: Scalars['ID']['input'];
  preview: InputMaybe<Scalars['Boolean']['input']>;
};

export type MutationClearTargetsArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  plan: Scalars['ID']['input'];
  units: Array<Scalars['ID']['input']>;
};

export type MutationCreateTargetPlanArgs = {
  input: TargetPlanInput;
};

export type MutationMendQuarantinedArgs = {
  fields: Scalars['JSON']['input'];
  id: Scalars['ID']['input'];
};

export type MutationMovePlanArgs = {
  decision: InputMaybe<DecisionInput>;
  plan: Scalars['ID']['input'];
  reason: InputMaybe<Scalars['String']['input']>;
  to: PlanState;
};

export type MutationRetryQuarantinedArgs = {
  batch: InputMaybe<Scalars['ID']['input']>;
};

export type MutationSaveProceduresArgs = {
  input: Array<ProcedureInput>;
};

export type MutationSetTargetsArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  plan: Scalars['ID']['input'];
  targets: Array<TargetInput>;
};

export type MutationSetUnitAliasesArgs = {
  aliases: Array<Scalars['String']['input']>;
  unit: Scalars['ID']['input'];
};

export type PageInfo = {
  endCursor: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor: Maybe<Scalars['String']['output']>;
};

export type PlanChild = {
  baseline: Maybe<Scalars['Percent']['output']>;
  isIssuer: Scalars['Boolean']['output'];
  target: Maybe<Target>;
  unit: Unit;
  volume: Scalars['Int']['output'];
};

export type PlanEvent = {
  at: Scalars['DateTime']['output'];
  by: Maybe<Scalars['String']['output']>;
  fromState: Maybe<PlanState>;
  reason: Maybe<Scalars['String']['output']>;
  toState: Maybe<PlanState>;
  version: Scalars['Int']['output'];
  what: Scalars['String']['output'];
};

export type PlanRollUp = {
  achieved: Maybe<Scalars['Percent']['output']>;
  feasible: Scalars['Boolean']['output'];
  missingUnits: Array<Unit>;
  required: Maybe<Scalars['Percent']['output']>;
  residualDossiers: Scalars['Int']['output'];
  residualPoints: Scalars['Percent']['output'];
};

export type PlanState = 'APPROVED' | 'DRAFT' | 'ISSUED' | 'SUBMITTED' | 'SUPERSEDED';

export type Procedure = {
  code: Scalars['ID']['output'];
  field: Maybe<Scalars['String']['output']>;
  inForceFrom: Maybe<Scalars['Date']['output']>;
  inForceTo: Maybe<Scalars['Date']['output']>;
  /** Entries on every list, past and to come. */
  listEntries: Array<ServiceListEntry>;
  name: Scalars['String']['output'];
  tiers: Array<UnitKind>;
};

export type ProcedureConnection = {
  edges: Array<ProcedureEdge>;
  nodes: Array<Procedure>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ProcedureEdge = {
  cursor: Scalars['String']['output'];
  node: Procedure;
};

export type ProcedureInput = {
  code: Scalars['ID']['input'];
  field?: InputMaybe<Scalars['String']['input']>;
  inForceFrom?: InputMaybe<Scalars['Date']['input']>;
  inForceTo?: InputMaybe<Scalars['Date']['input']>;
  name: Scalars['String']['input'];
  tiers: Array<UnitKind>;
};

export type QuarantineConnection = {
  edges: Array<QuarantineEdge>;
  nodes: Array<QuarantinedRow>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type QuarantineEdge = {
  cursor: Scalars['String']['output'];
  node: QuarantinedRow;
};

export type QuarantinedRow = {
  at: Scalars['DateTime']['output'];
  batch: IngestBatch;
  code: Maybe<Scalars['String']['output']>;
  field: Scalars['String']['output'];
  fields: Scalars['JSON']['output'];
  id: Scalars['ID']['output'];
  message: Scalars['String']['output'];
  row: Scalars['Int']['output'];
};

export type Query = {
  attainments: Array<Attainment>;
  /** What data there is: the frame a first page needs. */
  dataStatus: DataStatus;
  dossiers: DossierConnection;
  /** Why a figure is what it is: the rule in words, the comparison on whole numbers and the three totals. */
  explanation: Explanation;
  indicator: Maybe<Indicator>;
  indicators: Array<Indicator>;
  ingestBatch: Maybe<IngestBatch>;
  /** Receipts of imports, newest first. */
  ingestBatches: IngestBatchConnection;
  me: Maybe<Account>;
  procedure: Maybe<Procedure>;
  /** All fields (linh vuc) of the catalogue with how many procedures each has, for facets. */
  procedureFields: Array<FieldCount>;
  procedures: ProcedureConnection;
  quarantine: QuarantineConnection;
  serviceList: Maybe<ServiceList>;
  serviceLists: Array<ServiceList>;
  targetPlan: Maybe<TargetPlan>;
  targetPlans: Array<TargetPlan>;
  unit: Maybe<Unit>;
  units: UnitConnection;
};

export type QueryAttainmentsArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  kind: InputMaybe<UnitKind>;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
  under: InputMaybe<Scalars['ID']['input']>;
};

export type QueryDossiersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  countedAs: InputMaybe<CountedAs>;
  first: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
  unit: Scalars['ID']['input'];
};

export type QueryExplanationArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
  unit: Scalars['ID']['input'];
};

export type QueryIndicatorArgs = {
  code: Scalars['ID']['input'];
};

export type QueryIngestBatchArgs = {
  id: Scalars['ID']['input'];
};

export type QueryIngestBatchesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  kind: InputMaybe<BatchKind>;
};

export type QueryProcedureArgs = {
  code: Scalars['ID']['input'];
};

export type QueryProcedureFieldsArgs = {
  inForceOn: InputMaybe<Scalars['Date']['input']>;
};

export type QueryProceduresArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  field: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  inForceOn: InputMaybe<Scalars['Date']['input']>;
  search: InputMaybe<Scalars['String']['input']>;
  tier: InputMaybe<UnitKind>;
};

export type QueryQuarantineArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  batch: InputMaybe<Scalars['ID']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

export type QueryServiceListArgs = {
  code: Scalars['ID']['input'];
};

export type QueryTargetPlanArgs = {
  id: Scalars['ID']['input'];
};

export type QueryTargetPlansArgs = {
  indicator: InputMaybe<Scalars['ID']['input']>;
  issuer: InputMaybe<Scalars['ID']['input']>;
  year: InputMaybe<Scalars['Int']['input']>;
};

export type QueryUnitArgs = {
  code: Scalars['ID']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
};

export type QueryUnitsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  kind: InputMaybe<UnitKind>;
  on: InputMaybe<Scalars['Date']['input']>;
  search: InputMaybe<Scalars['String']['input']>;
  under: InputMaybe<Scalars['ID']['input']>;
};

export type Role =
  | 'ADMINISTRATOR'
  | 'APPROVER'
  | 'AUDITOR'
  | 'CATALOGUE_EDITOR'
  | 'CLERK'
  | 'INTEGRATION'
  | 'MONITOR'
  | 'PLANNER'
  | 'VIEWER';

export type Scope = 'OWN' | 'SUBTREE';

export type SeriesPoint = {
  denominator: Scalars['Int']['output'];
  from: Scalars['Date']['output'];
  numerator: Scalars['Int']['output'];
  to: Scalars['Date']['output'];
};

export type ServiceLevel = 'FULL' | 'LEVEL_1' | 'LEVEL_2' | 'LEVEL_3' | 'LEVEL_4' | 'PARTIAL';

export type ServiceList = {
  /** Changes decision by decision, oldest first. */
  amendments: Array<ServiceListAmendment>;
  code: Scalars['ID']['output'];
  decisions: Array<Decision>;
  entries: ServiceListEntryConnection;
  entryCount: Scalars['Int']['output'];
  name: Scalars['String']['output'];
};

export type ServiceListEntriesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  on: InputMaybe<Scalars['Date']['input']>;
  tier: InputMaybe<UnitKind>;
};

export type ServiceListEntryCountArgs = {
  on: InputMaybe<Scalars['Date']['input']>;
};

export type ServiceListAction = 'ADD' | 'CHANGE_LEVEL' | 'REMOVE';

export type ServiceListAmendment = {
  added: Scalars['Int']['output'];
  changed: Scalars['Int']['output'];
  changes: Array<ServiceListChange>;
  decision: Decision;
  removed: Scalars['Int']['output'];
};

export type ServiceListAmendmentInput = {
  changes: Array<ServiceListChangeInput>;
  decision: DecisionInput;
  list: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
};

export type ServiceListChange = {
  action: ServiceListAction;
  level: Maybe<ServiceLevel>;
  procedure: Procedure;
  tier: UnitKind;
};

export type ServiceListChangeInput = {
  action: ServiceListAction;
  level?: InputMaybe<ServiceLevel>;
  procedure: Scalars['ID']['input'];
  tier: UnitKind;
};

export type ServiceListEntry = {
  closedBy: Maybe<Decision>;
  from: Scalars['Date']['output'];
  level: ServiceLevel;
  list: ServiceList;
  openedBy: Decision;
  procedure: Procedure;
  tier: UnitKind;
  to: Maybe<Scalars['Date']['output']>;
};

export type ServiceListEntryConnection = {
  edges: Array<ServiceListEntryEdge>;
  nodes: Array<ServiceListEntry>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ServiceListEntryEdge = {
  cursor: Scalars['String']['output'];
  node: ServiceListEntry;
};

export type Succession = {
  main: Scalars['Boolean']['output'];
  on: Scalars['Date']['output'];
  source: Scalars['String']['output'];
  unit: Unit;
};

export type Target = {
  locked: Scalars['Boolean']['output'];
  percent: Scalars['Percent']['output'];
  scope: Scope;
  unit: Unit;
};

export type TargetInput = {
  locked?: InputMaybe<Scalars['Boolean']['input']>;
  percent: Scalars['Percent']['input'];
  scope?: InputMaybe<Scope>;
  unit: Scalars['ID']['input'];
};

export type TargetPlan = {
  amends: Maybe<TargetPlan>;
  /** The twelve months that volumes and baselines come from. */
  basisFrom: Maybe<Scalars['Date']['output']>;
  basisTo: Maybe<Scalars['Date']['output']>;
  /** Every child that can get a target, with what the last period says of it; the issuing unit's own dossiers as isIssuer. */
  children: Array<PlanChild>;
  decision: Maybe<Decision>;
  events: Array<PlanEvent>;
  id: Scalars['ID']['output'];
  inForceFrom: Maybe<Scalars['Date']['output']>;
  inForceTo: Maybe<Scalars['Date']['output']>;
  indicator: Indicator;
  issuer: Unit;
  /** The target that the issuing unit itself received: what its children must add up to. Null where nobody assigned it one. */
  required: Maybe<Scalars['Percent']['output']>;
  /** Whether the targets reach what is required, as the issue would check it. */
  rollUp: PlanRollUp;
  state: PlanState;
  targets: Array<Target>;
  version: Scalars['Int']['output'];
  year: Scalars['Int']['output'];
};

export type TargetPlanInput = {
  amends?: InputMaybe<Scalars['ID']['input']>;
  decision?: InputMaybe<DecisionInput>;
  indicator: Scalars['ID']['input'];
  issuer: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
};

export type Unit = {
  aliases: Array<Scalars['String']['output']>;
  attainment: Attainment;
  children: Array<Unit>;
  code: Scalars['ID']['output'];
  /** False where the code is one of our own (departments). */
  codeIsOfficial: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  kind: UnitKind;
  name: Scalars['String']['output'];
  parent: Maybe<Unit>;
  predecessors: Array<Succession>;
  /** Counts a month or a day, cumulative nowhere: add them up before dividing. */
  series: Array<SeriesPoint>;
  successors: Array<Succession>;
  /** The kind's official form: Tỉnh, Sở, Thành phố, Huyện, Xã, Phường, Thị trấn ... */
  type: Scalars['String']['output'];
  validFrom: Maybe<Scalars['Date']['output']>;
  validTo: Maybe<Scalars['Date']['output']>;
  versions: Array<UnitVersion>;
};

export type UnitAttainmentArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
};

export type UnitChildrenArgs = {
  kind: InputMaybe<UnitKind>;
};

export type UnitSeriesArgs = {
  from: Scalars['Date']['input'];
  grain: InputMaybe<Grain>;
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
};

export type UnitConnection = {
  edges: Array<UnitEdge>;
  nodes: Array<Unit>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type UnitEdge = {
  cursor: Scalars['String']['output'];
  node: Unit;
};

export type UnitKind = 'COMMUNE' | 'DEPARTMENT' | 'DISTRICT' | 'PROVINCE';

export type UnitVersion = {
  code: Scalars['ID']['output'];
  kind: UnitKind;
  name: Scalars['String']['output'];
  parent: Maybe<Unit>;
  source: Scalars['String']['output'];
  type: Scalars['String']['output'];
  validFrom: Maybe<Scalars['Date']['output']>;
  validTo: Maybe<Scalars['Date']['output']>;
};

export type FrameQueryVariables = Exact<{ [key: string]: never }>;

export type FrameQuery = {
  me: {
    id: string;
    username: string;
    name: string;
    grants: Array<{ role: Role; unit: { code: string; name: string } }>;
  } | null;
  dataStatus: {
    made: boolean;
    firstDay: string | null;
    lastDay: string | null;
    latestYear: number;
    dossiers: number;
    openQuarantine: number;
    lastIngestAt: string | null;
    province: { id: string; code: string; name: string; kind: UnitKind };
  };
  indicators: Array<{ code: string; name: string }>;
};

export type FigureExplanationQueryVariables = Exact<{
  unit: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  scope: Scope;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  past: Scalars['Boolean']['input'];
}>;

export type FigureExplanationQuery = {
  explanation: {
    asOf: string;
    rule: string;
    comparison: string | null;
    notCounted: number;
    indicator: { code: string; name: string; clause: string | null };
    attainment: {
      unit: {
        id: string;
        code: string;
        name: string;
        kind: UnitKind;
        parent: { id: string; code: string; name: string } | null;
      };
    } & FigureFragment;
  };
  today?: { id: string; attainment: FigureFragment } | null;
};

export type FigureDossiersQueryVariables = Exact<{
  unit: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  scope: Scope;
  countedAs: CountedAs;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type FigureDossiersQuery = {
  dossiers: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      code: string;
      channel: Channel;
      receivedAt: string | null;
      finishedAt: string | null;
      statusText: string;
      reason: string;
      procedure: { code: string; name: string } | null;
      unit: { id: string; code: string; name: string } | null;
    }>;
  };
};

export type FigureFragment = {
  numerator: number;
  denominator: number;
  rate: number | null;
  target: number | null;
  status: AttainmentStatus;
  missing: number | null;
};

export type OverviewQueryVariables = Exact<{
  root: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  before: Scalars['Date']['input'];
  compare: Scalars['Boolean']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type OverviewQuery = {
  unit: {
    id: string;
    code: string;
    name: string;
    kind: UnitKind;
    parent: { id: string; code: string; name: string } | null;
    now: FigureFragment;
    before?: FigureFragment;
    series: Array<{ from: string; to: string; numerator: number; denominator: number }>;
  } | null;
  standings: Array<
    {
      unit: { id: string; code: string; name: string; kind: UnitKind; parent: { id: string; code: string } | null };
    } & FigureFragment
  >;
  standingsBefore?: Array<{ status: AttainmentStatus; unit: { id: string } }>;
};

export const FigureFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Attainment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"numerator"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}}]}}]} as unknown as DocumentNode<FigureFragment, unknown>;
export const FrameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Frame"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"grants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"dataStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"made"}},{"kind":"Field","name":{"kind":"Name","value":"firstDay"}},{"kind":"Field","name":{"kind":"Name","value":"lastDay"}},{"kind":"Field","name":{"kind":"Name","value":"latestYear"}},{"kind":"Field","name":{"kind":"Name","value":"dossiers"}},{"kind":"Field","name":{"kind":"Name","value":"openQuarantine"}},{"kind":"Field","name":{"kind":"Name","value":"lastIngestAt"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"indicators"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<FrameQuery, FrameQueryVariables>;
export const FigureExplanationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FigureExplanation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unit"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"scope"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Scope"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"past"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explanation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"unit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unit"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"scope"},"value":{"kind":"Variable","name":{"kind":"Name","value":"scope"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"comparison"}},{"kind":"Field","name":{"kind":"Name","value":"notCounted"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attainment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figure"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"today"},"name":{"kind":"Name","value":"unit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unit"}}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"past"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"attainment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"scope"},"value":{"kind":"Variable","name":{"kind":"Name","value":"scope"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figure"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Attainment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"numerator"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}}]}}]} as unknown as DocumentNode<FigureExplanationQuery, FigureExplanationQueryVariables>;
export const FigureDossiersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FigureDossiers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unit"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"scope"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Scope"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"countedAs"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CountedAs"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dossiers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"unit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unit"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"scope"},"value":{"kind":"Variable","name":{"kind":"Name","value":"scope"}}},{"kind":"Argument","name":{"kind":"Name","value":"countedAs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"countedAs"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"statusText"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"procedure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FigureDossiersQuery, FigureDossiersQueryVariables>;
export const OverviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Overview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"root"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"compare"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"root"}}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"now"},"name":{"kind":"Name","value":"attainment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figure"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"before"},"name":{"kind":"Name","value":"attainment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"series"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}},{"kind":"Argument","name":{"kind":"Name","value":"grain"},"value":{"kind":"EnumValue","value":"MONTH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"numerator"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"standings"},"name":{"kind":"Name","value":"attainments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"under"},"value":{"kind":"Variable","name":{"kind":"Name","value":"root"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figure"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"standingsBefore"},"name":{"kind":"Name","value":"attainments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"indicator"},"value":{"kind":"Variable","name":{"kind":"Name","value":"indicator"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"under"},"value":{"kind":"Variable","name":{"kind":"Name","value":"root"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Attainment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"numerator"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}}]}}]} as unknown as DocumentNode<OverviewQuery, OverviewQueryVariables>;
