// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

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
  /** A calendar day, 2022-08-31. */
  Date: { input: string; output: string };
  /** An instant with its offset (RFC 3339), 2022-08-31T17:00:00+07:00. */
  DateTime: { input: string; output: string };
  /** The `JSON` scalar type represents JSON values as specified by [ECMA-404](http://www.ecma-international.org/publications/files/ECMA-ST/ECMA-404.pdf). */
  JSON: { input: unknown; output: unknown };
  /** A percentage from 0 to 100 with at most two decimals: 55, 54.99. */
  Percent: { input: number; output: number };
};

/** Someone who may sign in, or a program. */
export type Account = {
  /** False: can no longer sign in. */
  active: Scalars['Boolean']['output'];
  /** What the account has delegated to deputies. */
  delegations: Array<Grant>;
  /** What the account may do, and where. */
  grants: Array<Grant>;
  /** Signing in by the password asks for a code too. */
  hasSecondFactor: Scalars['Boolean']['output'];
  /** Of a program: whether one of its tokens can be used today; without any it gets nowhere. Null of people. */
  hasWorkingToken: Maybe<Scalars['Boolean']['output']>;
  /** Stays the same for ever. Example: `17`. */
  id: Scalars['ID']['output'];
  /** A program: it has tokens instead of a password. */
  isProgram: Scalars['Boolean']['output'];
  /** When somebody signed in with it last; null: never. Example: `2022-08-31T17:00:00+07:00`. */
  lastSignInAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether one may change it: its home and its grants lie within reach. */
  managed: Scalars['Boolean']['output'];
  /** May do nothing but change the password that somebody else chose. */
  mustChange: Scalars['Boolean']['output'];
  /** As it is shown beside what the account did. Example: `Văn thư Sở Tư pháp`. */
  name: Scalars['String']['output'];
  /** What this comes to today, in the order of the table of rights. Of other accounts than one’s own: nothing. */
  rights: Array<HeldRight>;
  /** One’s own; null of other accounts, and where one has no password to put it beside. */
  secondFactor: Maybe<SecondFactor>;
  /** Where it is signed in, used last first. Of other accounts than one’s own only to who manages them. */
  sessions: Array<Session>;
  /** How far one’s own session has come; everything is open in FULL. Of other accounts: null. */
  stage: Maybe<Stage>;
  /** Where the account is at home; null: managed only by who manages the accounts of the whole province. */
  unit: Maybe<Unit>;
  /** What one signs in with, lower case. Example: `sotuphap.vanthu`. */
  username: Scalars['String']['output'];
};

/** A page of Account. */
export type AccountConnection = {
  /** The page, each with its cursor. */
  edges: Array<AccountEdge>;
  /** The page without cursors. */
  nodes: Array<Account>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One Account with its cursor. */
export type AccountEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: Account;
};

/** An account to be made. */
export type AccountInput = {
  /** As it is shown, at most 200 characters. Example: `Văn thư Sở Tư pháp`. */
  name: Scalars['String']['input'];
  /** To sign in with once: it has to be changed then. At least 12 characters, none that many have. Example: `muoi hai con thuyen qua song`. */
  password: Scalars['String']['input'];
  /** The code of the unit where it is at home: who manages it is told by that. Example: `19-STTTT`. */
  unit: Scalars['ID']['input'];
  /** At most 60 letters, digits, blanks and . _ - @; capitals do not count. Taken: CONFLICT. Example: `sotuphap.vanthu`. */
  username: Scalars['String']['input'];
};

/** That a unit took note of the target that an issued plan gives it. */
export type Acknowledgement = {
  /** When. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Whose account said so. Example: `Văn thư Sở Tư pháp`. */
  by: Maybe<Scalars['String']['output']>;
  /** Whether it was said of a plan before this one that asked the same of the unit: target, scope, marks and the day to assign by. */
  carriedOver: Scalars['Boolean']['output'];
  /** What was added; null for whoever is neither of the issuing unit's people nor of the unit's own. Example: `Đã nhận chỉ tiêu, sẽ giao cho các xã trước ngày 15/4.`. */
  note: Maybe<Scalars['String']['output']>;
};

/** What did something: PROCESS is the server itself at work, NOBODY whoever is not signed in. */
export type ActorKind = 'NOBODY' | 'PERSON' | 'PROCESS' | 'PROGRAM';

/** What an amendment would do, computed without changing anything and without a lock. */
export type AmendmentPreview = {
  /** The list on the effective day of the decision, with it and without it. */
  difference: ServiceListDiff;
  /** What that would do to the figures of an indicator in a period. */
  effect: Effect;
  /** How many lines the decision is not yet known to say. Example: `17`. */
  lines: Scalars['Int']['output'];
};

/** What an amendment would do, computed without changing anything and without a lock. */
export type AmendmentPreviewEffectArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  to: Scalars['Date']['input'];
};

/** What a unit that received an item has to do about it, and what it did. */
export type Assignment = {
  /** The same for taking note. Example: `-3`. */
  acknowledgeDaysLeft: Maybe<Scalars['Int']['output']>;
  /** How many of these took note; 0 until its plan is issued. Example: `27`. */
  acknowledged: Scalars['Int']['output'];
  /** Days until it has to assign, below 0 once that is over; null without a day, and once nothing is to do. Example: `12`. */
  assignDaysLeft: Maybe<Scalars['Int']['output']>;
  /** How many of them it gave a target. Example: `30`. */
  assigned: Scalars['Int']['output'];
  /** The plan that gives it: the one that holds at the end of the year. */
  byPlan: TargetPlan;
  /** How many units below it its own plan is about. Example: `32`. */
  children: Scalars['Int']['output'];
  /** Whether it has assigned: its own plan is issued. */
  hasAssigned: Scalars['Boolean']['output'];
  /** Whether the caller may take note for it, and has not yet. */
  mayAcknowledge: Scalars['Boolean']['output'];
  /** Whether it has units below it to which it has to assign in turn. */
  mustAssign: Scalars['Boolean']['output'];
  /** Its own plan: the issued one, else the one being worked on where the caller may read it. */
  plan: Maybe<TargetPlan>;
  /** What it has to reach, and whether it took note. */
  target: Target;
  /** The unit. */
  unit: Unit;
};

/** Numerator, denominator and rate of a unit in a period, beside its target. */
export type Attainment = {
  /** How many dossiers count. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** First day of the period. Example: `2022-01-01`. */
  from: Scalars['Date']['output'];
  /** How many of the counted dossiers more would have had to be online to meet the target; 0 when met. Example: `1`. */
  missing: Maybe<Scalars['Int']['output']>;
  /** How many of the counted dossiers came by the channel that the indicator asks for. Example: `5499`. */
  numerator: Scalars['Int']['output'];
  /** What was published, where exactly this period is closed, as known at `knownAt`; null where it is not. */
  published: Maybe<Figure>;
  /** Rounded half up to two decimals, to show; null without dossiers. Example: `54.99`. */
  rate: Maybe<Scalars['Percent']['output']>;
  /** What was asked for. */
  scope: Scope;
  /** Compared on whole numbers. NO_DOSSIERS goes before NO_TARGET. */
  status: AttainmentStatus;
  /** In force on the last day of the period; null if none. Example: `55`. */
  target: Maybe<Scalars['Percent']['output']>;
  /** Last day of the period, included. Example: `2022-12-31`. */
  to: Scalars['Date']['output'];
  /** As it was on the last day of the period. */
  unit: Unit;
};

/** MET: numerator × 100 ≥ target × denominator, on whole numbers, never on a rounded rate. NO_DOSSIERS goes before NO_TARGET. */
export type AttainmentStatus = 'MET' | 'NOT_MET' | 'NO_DOSSIERS' | 'NO_TARGET';

/** Something that can be done. */
export type AuditAct = {
  /** As `auditTrail(act: …)` takes it, TARGETS_SET. */
  act: Scalars['String']['output'];
  /** What people call it, in the language of the request. Example: `Đặt chỉ tiêu trong bản giao`. */
  text: Scalars['String']['output'];
};

/** The audit trail's chain. */
export type AuditChain = {
  /** How many rows are recomputed so far; null while nobody does it. Example: `1200`. */
  checking: Maybe<Scalars['Int']['output']>;
  /** Its head, SEQ:HASH, as `npm run audit:verify -- --head` takes it; null where it was taken away. Example: `4021:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  head: Maybe<Scalars['String']['output']>;
  /** How many rows it has. Example: `4021`. */
  rows: Scalars['Int']['output'];
  /** When it was last recomputed by somebody who asked here. */
  verified: Maybe<ChainVerified>;
};

/** A value that an event changed. */
export type AuditChange = {
  /** What it is; null where nothing is any more. Example: `Chứng thực`. */
  after: Maybe<Scalars['String']['output']>;
  /** What it was; null where nothing was. Example: `Hộ tịch`. */
  before: Maybe<Scalars['String']['output']>;
  /** Which value, in the language of the request. Example: `Lĩnh vực`. */
  field: Scalars['String']['output'];
};

/** Something that was done: a row of the audit trail, which is never changed or taken out. */
export type AuditEvent = {
  /** Which one. Example: `2.000815`. */
  aboutId: Maybe<Scalars['ID']['output']>;
  /** What kind of thing it was done to, PLAN. */
  aboutKind: Scalars['String']['output'];
  /** The account that did it; null for nobody and for the server itself. Example: `17`. */
  actorId: Maybe<Scalars['ID']['output']>;
  /** What did it. */
  actorKind: ActorKind;
  /** The account's name as it was then. Example: `Văn thư Sở Tư pháp`. */
  actorName: Maybe<Scalars['String']['output']>;
  /** The address that it came from. Example: `203.0.113.7`. */
  address: Maybe<Scalars['String']['output']>;
  /** What is from then on; null where nothing is told. Example: `{"field":"Chứng thực"}`. */
  after: Maybe<Scalars['JSON']['output']>;
  /** When. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** What was; null where nothing is told. Example: `{"field":"Hộ tịch"}`. */
  before: Maybe<Scalars['JSON']['output']>;
  /** What was before and what is after, field by field in words; 200 at the most. */
  differences: Array<AuditChange>;
  /** Of a grant the account that holds or held it; null of all else. Example: `17`. */
  holderId: Maybe<Scalars['ID']['output']>;
  /** The request, as the log and error messages name it. Example: `3d7e9c52-0f4b-4c1e-8a6d-7b2f5e914c08`. */
  requestId: Maybe<Scalars['String']['output']>;
  /** Its number in the chain, from 1 on without gaps. Example: `4021`. */
  seq: Scalars['ID']['output'];
  /** The whole in one sentence, in the language of the request. Example: `Văn thư Sở Tư pháp lưu thủ tục 2.000815`. */
  text: Scalars['String']['output'];
  /** The unit that it concerns, as it is today. */
  unit: Maybe<Unit>;
  /** What was done, TARGETS_SET. */
  what: Scalars['String']['output'];
};

/** A page of AuditEvent. */
export type AuditEventConnection = {
  /** The page, each with its cursor. */
  edges: Array<AuditEventEdge>;
  /** The page without cursors. */
  nodes: Array<AuditEvent>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One AuditEvent with its cursor. */
export type AuditEventEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: AuditEvent;
};

/** What reading a backup from its first byte to its last came to: every byte is as it was written, or not. */
export type BackupCheck = 'CHECKING' | 'DAMAGED' | 'WHOLE';

/** A file in DATA_DIR/backups. */
export type BackupFile = {
  /** Its length in bytes. Example: `482113`. */
  bytes: Scalars['Float']['output'];
  /** What its last check came to; null where it was not checked since the server started, or has changed. */
  check: Maybe<BackupCheck>;
  /** Its name, without the folder. Example: `chi-tieu-20220831-170000.ctb`. */
  name: Scalars['String']['output'];
  /** Who asked for it; null where the file is none of ours. */
  origin: Maybe<BackupOrigin>;
  /** The version that wrote it. Example: `0.1.0`. */
  product: Maybe<Scalars['String']['output']>;
  /** The moment of which everything in it is. Example: `2022-08-31T17:00:00+07:00`. */
  takenAt: Scalars['DateTime']['output'];
};

/** Who asked for a backup: somebody by command or in the console, or the server by itself. */
export type BackupOrigin = 'COMMAND' | 'CONSOLE' | 'SCHEDULE';

/** A backup that is being made. */
export type BackupProgress = {
  /** So many tables are written. Example: `12`. */
  done: Scalars['Int']['output'];
  /** Of so many; 0 until it is known. Example: `44`. */
  of: Scalars['Int']['output'];
  /** Who asked for it. */
  origin: BackupOrigin;
  /** Since when. Example: `2022-08-31T17:00:00+07:00`. */
  startedAt: Scalars['DateTime']['output'];
};

/** The backups that there are and those to come. */
export type Backups = {
  /** How many files there are in all. Example: `7`. */
  count: Scalars['Int']['output'];
  /** So many hours lie between two that the server makes by itself; 0: it makes none. Example: `24`. */
  everyHours: Scalars['Int']['output'];
  /** The newest first, a hundred at the most. */
  files: Array<BackupFile>;
  /** So many of those that it made by itself are kept. Example: `7`. */
  keep: Scalars['Int']['output'];
  /** When the server makes the next one by itself; null where it makes none. Example: `2022-08-31T17:00:00+07:00`. */
  nextAt: Maybe<Scalars['DateTime']['output']>;
  /** The one that this server is making. */
  running: Maybe<BackupProgress>;
};

/** Dossiers finished in the period, or received in it. */
export type Basis = 'RECEIVED' | 'RESOLVED';

/** Why an import is held. */
export type BatchJump = {
  /** How many dossiers there would be, or would change or be withdrawn. Example: `12300`. */
  count: Scalars['Int']['output'];
  /** What jumps. */
  kind: JumpKind;
  /** The first day of the month, of MONTH. Example: `2022-08-01`. */
  month: Maybe<Scalars['Date']['output']>;
  /** The unit, of MONTH. */
  unit: Maybe<Unit>;
  /** How many are usual, or at most expected. Example: `410`. */
  usual: Scalars['Int']['output'];
};

/** What an import brought: dossiers, procedures, reports of progress; or that quarantined rows were tried again, or (RELEASE) rows of a held import taken, or (IDENTITY) that a dossier was deleted, restored, merged or split. */
export type BatchKind = 'DOSSIERS' | 'IDENTITY' | 'MEND' | 'PROCEDURES' | 'PROGRESS' | 'RELEASE' | 'RETRY';

/** The province drawn from a file of boundaries. */
export type BoundaryDrawing = {
  /** When it was put there. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who put it there; null for the process. Example: `Trần Thị Mai`. */
  by: Maybe<Scalars['String']['output']>;
  /** In the units of its paths, 2000 at the most. Example: `980`. */
  height: Scalars['Int']['output'];
  /** The name of the file that it was made from. Example: `ranh-gioi-thai-nguyen.geojson`. */
  name: Scalars['String']['output'];
  /** In the order of codes. */
  shapes: Array<BoundaryShape>;
  /** Another one with each drawing: what changes expect. Example: `4021`. */
  version: Scalars['Int']['output'];
  /** In the units of its paths, 2000 at the most. Example: `1200`. */
  width: Scalars['Int']['output'];
};

/** A drawing of the province; all paths together 400,000 characters at the most. */
export type BoundaryDrawingInput = {
  /** The version of the drawing that it takes the place of; none where there was none. Another one is a CONFLICT. Example: `4021`. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 2000. Example: `980`. */
  height: Scalars['Int']['input'];
  /** The name of the file that it was made from, 1 to 200 characters. Example: `ranh-gioi-thai-nguyen.geojson`. */
  name: Scalars['String']['input'];
  /** One a unit, 1 to 1000. */
  shapes: Array<BoundaryShapeInput>;
  /** 1 to 2000. Example: `1200`. */
  width: Scalars['Int']['input'];
};

/** How one unit is drawn. */
export type BoundaryShape = {
  /** Its outline as SVG reads it, M, L and Z with whole numbers alone; holes by the even-odd rule. Example: `M0 0L600 0L600 420L0 420Z`. */
  path: Scalars['String']['output'];
  /** The unit’s code. Example: `05503`. */
  unit: Scalars['ID']['output'];
  /** Where its mark stands, from the left. Example: `300`. */
  x: Scalars['Int']['output'];
  /** Where its mark stands, from above. Example: `210`. */
  y: Scalars['Int']['output'];
};

/** How one unit is drawn. */
export type BoundaryShapeInput = {
  /** M, L and Z with whole numbers alone, within the drawing. Example: `M0 0L600 0L600 420L0 420Z`. */
  path: Scalars['String']['input'];
  /** The unit’s code; each once. Example: `05503`. */
  unit: Scalars['ID']['input'];
  /** Where its mark stands, within the drawing. Example: `300`. */
  x: Scalars['Int']['input'];
  /** Where its mark stands, within the drawing. Example: `210`. */
  y: Scalars['Int']['input'];
};

/** One step from a figure as it was to what it is: what a cause added, and where that leads. */
export type BridgeStep = {
  /** Why. */
  cause: ChangeCause;
  /** Added to the denominator; taken away where negative. Example: `30`. */
  denominator: Scalars['Int']['output'];
  /** The denominator after this step. Example: `130`. */
  denominatorAfter: Scalars['Int']['output'];
  /** Whether `changedDossiers` lists the dossiers of it. */
  isListed: Scalars['Boolean']['output'];
  /** Added to the numerator; taken away where negative. Example: `6`. */
  numerator: Scalars['Int']['output'];
  /** The numerator after this step. Example: `66`. */
  numeratorAfter: Scalars['Int']['output'];
  /** Percentage points that it adds to the rate, shared out so that all steps sum to the rounded whole; null where there is no rate before or after it. Example: `-9.23`. */
  points: Maybe<Scalars['Float']['output']>;
  /** The rate after this step; null without dossiers. Example: `50.77`. */
  rateAfter: Maybe<Scalars['Percent']['output']>;
  /** The same as an exact fraction of one: -6/65. */
  share: Maybe<Scalars['String']['output']>;
  /** Where the counts after it stand beside the target of then. */
  statusAfter: AttainmentStatus;
};

/** The first row of the audit trail that is not as it was written. */
export type BrokenChain = {
  /** CHANGED, MISSING, CUT (the last ones are gone), ADDED (beyond the head) or REWRITTEN. */
  fault: Scalars['String']['output'];
  /** Its number. Example: `4021`. */
  seq: Scalars['ID']['output'];
};

/** What a change of many procedures does, or would do. */
export type BulkEdit = {
  /** How many of them change. Example: `17`. */
  changed: Scalars['Int']['output'];
  /** What a dry run would do to the figures, by indicators and years; empty: nothing. */
  effects: Array<YearEffect>;
  /** Codes of those of which a part cannot be changed, twenty at most. Example: `["1.000045"]`. */
  impossible: Array<Scalars['ID']['output']>;
  /** The same by each part that was asked for. */
  parts: Array<BulkPartCount>;
  /** How many procedures were selected. Example: `19`. */
  selected: Scalars['Int']['output'];
  /** The step, which can be undone; null where nothing changed. */
  step: Maybe<CatalogueStep>;
  /** Does the same to exactly these procedures in these versions. Example: `aGFpIG3GsMahaSBsxINtIHRo4bunIHThu6Vj`. */
  token: Scalars['String']['output'];
  /** How many stay as they are. Example: `2`. */
  unchanged: Scalars['Int']['output'];
};

/** What of procedures a step changes. */
export type BulkPart = 'AUTHORITY' | 'FIELD' | 'IN_FORCE_TO' | 'LEGAL_BASES' | 'LINKS' | 'PROCESSING_DAYS' | 'TIERS';

/** What one part of a change comes to. */
export type BulkPartCount = {
  /** So many are so already. Example: `2`. */
  already: Scalars['Int']['output'];
  /** Of so many procedures it changes. Example: `17`. */
  changed: Scalars['Int']['output'];
  /** Of so many it cannot be changed: they begin after the last day, or have 200 already. Example: `0`. */
  impossible: Scalars['Int']['output'];
  /** What is changed. */
  part: BulkPart;
};

/** How a target is spread over the units below. UNIFORM: one number for all. PROPORTIONAL: the same factor of each baseline. CLOSE_THE_GAP: the same share of the way from baseline to ceiling. FAIREST: the largest rise as small as can be. LEAST_EFFORT: the least effort over all dossiers. SPREAD_REMAINDER: units that have a target keep it, the rest carries what is missing. */
export type CascadeMethod =
  'CLOSE_THE_GAP' | 'FAIREST' | 'LEAST_EFFORT' | 'PROPORTIONAL' | 'SPREAD_REMAINDER' | 'UNIFORM';

/** How to cascade. What is not given comes from the inputs of the plan, else policy MEAN and step 0.5. */
export type CascadeOptions = {
  /** For every unit without one of its own. Example: `90`. */
  ceiling?: InputMaybe<Scalars['Percent']['input']>;
  /** What points cost, for LEAST_EFFORT; the plan's, else 1, 2 and 4 for ten points each, unless given. */
  effort?: InputMaybe<Array<EffortBandInput>>;
  /** For every unit without one of its own. Example: `40`. */
  floor?: InputMaybe<Scalars['Percent']['input']>;
  /** The plan's, else MEAN, unless given. */
  policy?: InputMaybe<CascadePolicy>;
  /** The parent's target; from the issuing unit's own item unless given. Example: `55`. */
  required?: InputMaybe<Scalars['Percent']['input']>;
  /** Targets are multiples of it; the plan's, else 0.5, unless given; never 0. Example: `0.5`. */
  step?: InputMaybe<Scalars['Percent']['input']>;
  /** What is not given comes from the inputs of the plan, else from the last period's figures. */
  units?: InputMaybe<Array<CascadeUnitInput>>;
};

/** MEAN: the weighted mean reaches the target. FLOOR: every unit does. */
export type CascadePolicy = 'FLOOR' | 'MEAN';

/** A proposed target with its reason. */
export type CascadeProposal = {
  /** The rate it was reckoned with; null where none is known. Example: `41.5`. */
  baseline: Maybe<Scalars['Percent']['output']>;
  /** The proposed target. Example: `55`. */
  percent: Scalars['Percent']['output'];
  /** Why it is this number, in one sentence, in the language of the request. Example: `Cùng mức 55,00 % với mọi đơn vị còn mở, mức chung nhỏ nhất để đạt 55,00 %.`. */
  reason: Scalars['String']['output'];
  /** As of the first day in force. */
  unit: Unit;
  /** The dossiers it was reckoned with. Example: `1840`. */
  volume: Scalars['Int']['output'];
};

/** What a cascade proposes and how far it reaches. */
export type CascadeResult = {
  /** What the proposals and the issuing unit's own dossiers add up to. Example: `55.02`. */
  achieved: Scalars['Percent']['output'];
  /** The limits and locks that stand in the way. Example: `["Trần 45,00 % của Tân Cương không cho lên cao hơn."]`. */
  conflicts: Array<Scalars['String']['output']>;
  /** Whether the proposals reach `required` (policy FLOOR: each of them), on whole numbers. */
  feasible: Scalars['Boolean']['output'];
  /** One for every child, in the order of the codes. */
  proposals: Array<CascadeProposal>;
  /** What is to be reached together. Example: `55`. */
  required: Scalars['Percent']['output'];
  /** What is missing, in dossiers of the basis period. Example: `0`. */
  residualDossiers: Scalars['Int']['output'];
  /** What is missing to the parent's target, 0 when reached. Example: `0`. */
  residualPoints: Scalars['Percent']['output'];
};

/** What is known of one unit better than by the last period. */
export type CascadeUnitInput = {
  /** The rate to start from. Example: `41.5`. */
  baseline?: InputMaybe<Scalars['Percent']['input']>;
  /** Not above this. Example: `90`. */
  ceiling?: InputMaybe<Scalars['Percent']['input']>;
  /** Not below this. Example: `41.5`. */
  floor?: InputMaybe<Scalars['Percent']['input']>;
  /** Exactly this; the target is locked in the plan too. Example: `60`. */
  locked?: InputMaybe<Scalars['Percent']['input']>;
  /** The code of a child, or of the issuing unit itself for its own dossiers; each once. Example: `05503`. */
  unit: Scalars['ID']['input'];
  /** Dossiers expected, 0 to 10,000,000. Example: `1840`. */
  volume?: InputMaybe<Scalars['Int']['input']>;
};

/** Something of the catalogue that changed: ask for it by its code (a decision: by its id) to learn how it is now. */
export type CatalogueChange = {
  /** The moment since which it is known. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** A procedure's national code (2.000815), a list's code (QD402) or a decision's number (402/QĐ-UBND). */
  code: Scalars['ID']['output'];
  /** Of a decision, what names it to `decision`: it stays where the number turns out to be another one. Example: `17`. */
  decision: Maybe<Scalars['ID']['output']>;
  /** Of a decision, the day on which it was signed. Example: `2021-02-19`. */
  issuedOn: Maybe<Scalars['Date']['output']>;
  /** What it is. */
  kind: CatalogueChangeKind;
  /** The step that changed it: all of one step have the same. Example: `2093`. */
  stepId: Scalars['ID']['output'];
  /** The version that the change made of it. A procedure that is not found any more was never there: its creation was undone. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** What changed: a decision, a list or a procedure. */
export type CatalogueChangeKind = 'DECISION' | 'LIST' | 'PROCEDURE';

/** A page of the change feed. */
export type CatalogueChanges = {
  /** Oldest first; each change once. */
  changes: Array<CatalogueChange>;
  /** To ask for what comes after, now or in a year (`since`); nobody but the server reads it. Example: `eyJpbnN0YWxsYXRpb24iOiLigKYifQ`. */
  cursor: Scalars['String']['output'];
  /** Whether there is more up to the moment at which the first page was asked for. */
  hasMore: Scalars['Boolean']['output'];
};

/** An import of the catalogue: a conversation that is kept until it is applied, dropped, or a month old. */
export type CatalogueImport = {
  /** When it was taken into the catalogue. Example: `2022-08-31T17:00:00+07:00`. */
  appliedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was begun. Example: `2022-08-31T17:00:00+07:00`. */
  begunAt: Scalars['DateTime']['output'];
  /** Who began it; null for the system itself. Example: `Văn thư Sở Tư pháp`. */
  by: Maybe<Scalars['String']['output']>;
  /** How large the file was. Example: `482113`. */
  bytes: Scalars['Float']['output'];
  /** The columns of the chosen table. */
  columns: Array<ImportColumn>;
  /** The first rows of the chosen table, titles and header too. */
  head: Array<ImportHeadRow>;
  /** The first row of the header. Example: `4`. */
  headerFrom: Scalars['Int']['output'];
  /** The last row of the header. Example: `5`. */
  headerTo: Scalars['Int']['output'];
  /** What names it in arguments and in /imports/ID/rejected.xlsx. Example: `5f0c2a4e-7a53-4a0f-9d0b-0d1c6b1f4e21`. */
  id: Scalars['ID']['output'];
  /** Where its rows came from. */
  kind: ImportKind;
  /** The file's name. Example: `danh-muc-2022.xlsx`. */
  name: Maybe<Scalars['String']['output']>;
  /** What came of trying it last; null: it was not tried. */
  preview: Maybe<ImportPreview>;
  /** How far it has come. */
  state: ImportState;
  /** The step of the catalogue that it was taken in by, to be undone as any step; null where it changed nothing. Example: `2093`. */
  stepId: Maybe<Scalars['ID']['output']>;
  /** What is to be said of all rows together. */
  summary: ImportSummary;
  /** The number of the chosen table. Example: `0`. */
  tableNumber: Scalars['Int']['output'];
  /** The tables of the file. */
  tables: Array<ImportTable>;
  /** When it was last changed. Example: `2022-08-31T17:00:00+07:00`. */
  touchedAt: Scalars['DateTime']['output'];
  /** Grows with every change: what `expectedVersion` is compared with. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** A page of CatalogueImport. */
export type CatalogueImportConnection = {
  /** The page, each with its cursor. */
  edges: Array<CatalogueImportEdge>;
  /** The page without cursors. */
  nodes: Array<CatalogueImport>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One CatalogueImport with its cursor. */
export type CatalogueImportEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: CatalogueImport;
};

/** Where procedures are fetched from by schedule: the national database, or what answers as it does. */
export type CatalogueSource = {
  /** Whether it is read by schedule. */
  enabled: Scalars['Boolean']['output'];
  /** So many minutes lie between two readings. Example: `1440`. */
  everyMinutes: Scalars['Int']['output'];
  /** How often it failed since it was read last. Example: `0`. */
  failures: Scalars['Int']['output'];
  /** Whether a password is kept; it is never shown. */
  hasSecret: Scalars['Boolean']['output'];
  /** What names it in arguments. Example: `17`. */
  id: Scalars['ID']['output'];
  /** When it was read last; null: never. Example: `2022-08-31T17:00:00+07:00`. */
  lastAt: Maybe<Scalars['DateTime']['output']>;
  /** The import that came of it last. Example: `5f0c2a4e-7a53-4a0f-9d0b-0d1c6b1f4e21`. */
  lastImport: Maybe<Scalars['ID']['output']>;
  /** What came of reading it last, in the language of the request. Example: `Đã ghi vào danh mục: 3 mới, 12 sửa.`. */
  lastMessage: Maybe<Scalars['String']['output']>;
  /** What came of it. */
  lastResult: Maybe<PullResult>;
  /** What it is called here. Example: `Cơ sở dữ liệu quốc gia về TTHC`. */
  name: Scalars['String']['output'];
  /** When it is due next. Example: `2022-08-31T17:00:00+07:00`. */
  nextAt: Scalars['DateTime']['output'];
  /** The organisation in whose name is asked: 000.00.00.H55. */
  organisation: Scalars['String']['output'];
  /** Where it is being read right now. */
  running: Maybe<SourceProgress>;
  /** Its address, http or https; `/login` and `/g` are asked under it. Example: `https://csdl.example.vn/api`. */
  url: Scalars['String']['output'];
  /** The name that one signs in with there. Example: `thainguyen`. */
  username: Scalars['String']['output'];
  /** Grows with every change. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** A source to be set up, or changed where its id is told. */
export type CatalogueSourceInput = {
  /** Whether it is read by schedule. */
  enabled: Scalars['Boolean']['input'];
  /** So many minutes lie between two readings, 15 at least. Example: `1440`. */
  everyMinutes: Scalars['Int']['input'];
  /** The version that the caller saw. Example: `3`. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The one to be changed. Example: `17`. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What it is called here, at most 200 characters. Example: `Cơ sở dữ liệu quốc gia về TTHC`. */
  name: Scalars['String']['input'];
  /** The organisation in whose name is asked. Example: `000.00.00.H55`. */
  organisation: Scalars['String']['input'];
  /** The password; not told: as it was. Another address needs it again. Example: `mat khau cua nguon`. */
  secret?: InputMaybe<Scalars['String']['input']>;
  /** Its address, http or https, without a name or password in it. Example: `https://csdl.example.vn/api`. */
  url: Scalars['String']['input'];
  /** The name that one signs in with there. Example: `thainguyen`. */
  username: Scalars['String']['input'];
};

/** Something that changed the catalogue in one go, and is undone in one. */
export type CatalogueStep = {
  /** When it was recorded. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** What a sentence about it needs besides: the decision, the file, the version. Example: `{"list":"QD402","decision":"402/QĐ-UBND"}`. */
  facts: Scalars['JSON']['output'];
  /** What names it to undoStep. Example: `17`. */
  id: Scalars['ID']['output'];
  /** What it was. */
  kind: CatalogueStepKind;
  /** How many lines of decisions it entered or took back. Example: `17`. */
  lines: Scalars['Int']['output'];
  /** How many procedures it touched. Example: `17`. */
  procedures: Scalars['Int']['output'];
  /** The step that it undid. Example: `2093`. */
  undoes: Maybe<Scalars['ID']['output']>;
  /** The step that undid it; null while it stands. Example: `2093`. */
  undoneBy: Maybe<Scalars['ID']['output']>;
};

/** What a step of the catalogue was. */
export type CatalogueStepKind =
  'BULK' | 'DECIDED' | 'IMPORTED' | 'LISTED' | 'PUBLISHED' | 'RESTORED' | 'SAVED' | 'UNDONE';

/** A page of steps, the latest first. */
export type CatalogueStepPage = {
  /** Where the next page begins (`before`); null on the last one. Example: `2043`. */
  next: Maybe<Scalars['ID']['output']>;
  /** The steps. */
  nodes: Array<CatalogueStep>;
};

/** What mends all rows of a cause, one of these: { unit: "05503" }. */
export type CauseDecisionInput = {
  /** The procedure that is meant: rows to come with this code are of it too, where the caller keeps the catalogue. Example: `2.000815`. */
  procedure?: InputMaybe<Scalars['ID']['input']>;
  /** The unit whose identifier it is: it becomes an alias of it. Example: `05503`. */
  unit?: InputMaybe<Scalars['ID']['input']>;
  /** What the field holds in each row; empty: nothing. Example: `2`. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** One decision about all rows of a cause, and how far it has come. */
export type CauseMend = {
  /** When it was decided. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who decided it. Example: `Trần Thị Bình`. */
  by: Maybe<Scalars['String']['output']>;
  /** What it did to the figures, by indicator and year: as they were known right after its last rows, and without what it did; also of one that was taken back since. */
  effects: Array<YearEffect>;
  /** The field that was wrong. Example: `MaHoSo`. */
  field: Scalars['String']['output'];
  /** How many of those are good now. Example: `212`. */
  good: Scalars['Int']['output'];
  /** What was decided. */
  how: CauseMendHow;
  /** What names it in arguments. Example: `2f7c1e90-4b6d-4d3a-9a51-6f0e8c2b7d14`. */
  id: Scalars['ID']['output'];
  /** What `undoMend` left as it is, of UNDONE, and why; empty: nothing. */
  left: Array<MendLeft>;
  /** What was wrong, in the language of the request. Example: `Chưa biết mã định danh của đơn vị: bổ sung tên gọi khác cho đơn vị rồi thử lại.`. */
  message: Scalars['String']['output'];
  /** The procedure that is meant. */
  procedure: Maybe<Procedure>;
  /** Why the rows were put aside. Example: `Hệ thống một cửa gửi nhầm mã thử nghiệm.`. */
  reason: Maybe<Scalars['String']['output']>;
  /** Whether rows to come are taken in the same way. */
  remembers: Scalars['Boolean']['output'];
  /** How far it has come. */
  state: CauseMendState;
  /** The text that nobody knew. Example: `H55.164.9`. */
  text: Scalars['String']['output'];
  /** How many rows it is about. Example: `212`. */
  total: Scalars['Int']['output'];
  /** How many of them were tried. Example: `212`. */
  tried: Scalars['Int']['output'];
  /** Whether `undoMend` takes it back. */
  undoable: Scalars['Boolean']['output'];
  /** The unit whose identifier it is. */
  unit: Maybe<Unit>;
  /** What the field was set to. Example: `2`. */
  value: Maybe<Scalars['String']['output']>;
};

/** A page of CauseMend. */
export type CauseMendConnection = {
  /** The page, each with its cursor. */
  edges: Array<CauseMendEdge>;
  /** The page without cursors. */
  nodes: Array<CauseMend>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One CauseMend with its cursor. */
export type CauseMendEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: CauseMend;
};

/** What was decided of all rows of a cause. UNIT: whose identifier it is. PROCEDURE: which procedure is meant. VALUE: what the field holds. DISCARD: nobody mends them. */
export type CauseMendHow = 'DISCARD' | 'PROCEDURE' | 'UNIT' | 'VALUE';

/** RUNNING: rows wait to be tried, `continueMend` goes on. STOPPED: somebody ended it before. DONE: every row was tried. UNDONE: it was taken back. */
export type CauseMendState = 'DONE' | 'RUNNING' | 'STOPPED' | 'UNDONE';

/** What would mend all rows of a cause: a unit, a procedure or a value. */
export type CauseSuggestion = {
  /** What speaks for it. */
  grounds: Array<SuggestionGround>;
  /** The procedure that may be meant. */
  procedure: Maybe<Procedure>;
  /** The unit whose identifier it may be. */
  unit: Maybe<Unit>;
  /** What the field should hold, where that is what mends them. Example: `2`. */
  value: Maybe<Scalars['String']['output']>;
  /** How much speaks for it, of a hundred. Example: `85`. */
  weight: Scalars['Int']['output'];
};

/** A time at which the chain was recomputed. */
export type ChainVerified = {
  /** When. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Null where the whole chain held. */
  broken: Maybe<BrokenChain>;
  /** How many rows fitted. Example: `4021`. */
  rows: Scalars['Int']['output'];
};

/** By what a change is told. UNIT: the units directly below, and the unit itself. */
export type ChangeBy = 'PROCEDURE' | 'UNIT';

/** Why a figure became another one. NEW, CORRECTED: dossiers that came later, or read other than before. GONE: deleted, or found to be another one. LIST, FORCE, CATALOGUE: a service list, procedures being in force, both. UNITS: a unit came below another one that a line of a list names. DEFINITION: the indicator measures something else. OTHER: what was booked before causes were. REORGANISATION: other units are counted. TARGET: the target is another one. */
export type ChangeCause =
  | 'CATALOGUE'
  | 'CORRECTED'
  | 'DEFINITION'
  | 'FORCE'
  | 'GONE'
  | 'LIST'
  | 'NEW'
  | 'OTHER'
  | 'REORGANISATION'
  | 'TARGET'
  | 'UNITS';

/** What the difference between two figures of a unit is made of. */
export type ChangeExplanation = {
  /** The first figure. */
  a: Attainment;
  /** The second figure. */
  b: Attainment;
  /** By what groups are told. */
  by: ChangeBy;
  /** How many groups there are in all. Example: `214`. */
  groupCount: Scalars['Int']['output'];
  /** What groups add, the largest effect first, at most 50. */
  groups: Array<ChangeGroup>;
  /** What became known of the first period between the two instants. */
  learned: FigureBridge;
  /** All five parts, in their order; none without a rate at either end. */
  parts: Array<ChangePartPoints>;
  /** Percentage points from the first to the second, each rounded as it is shown; null without a rate at either end. Example: `3.21`. */
  points: Maybe<Scalars['Float']['output']>;
  /** All groups that are not told by themselves; null where all are. */
  rest: Maybe<ChangeSum>;
  /** All groups together. */
  total: ChangeSum;
};

/** What a procedure, or a unit, adds to a change. */
export type ChangeGroup = {
  /** Percentage points by the catalogue; over all groups as shown they sum to the part. Example: `0`. */
  catalogue: Scalars['Float']['output'];
  /** The code of the procedure or unit. Example: `2.000815`. */
  code: Scalars['ID']['output'];
  /** In the first period, as known at the second instant. Example: `820`. */
  denominatorA: Scalars['Int']['output'];
  /** In the second period. Example: `900`. */
  denominatorB: Scalars['Int']['output'];
  /** Percentage points by its weight; over all groups as shown they sum to the part. Example: `-0.12`. */
  mix: Scalars['Float']['output'];
  /** Its name. Example: `Chứng thực bản sao từ bản chính`. */
  name: Scalars['String']['output'];
  /** In the first period, as known at the second instant. Example: `410`. */
  numeratorA: Scalars['Int']['output'];
  /** In the second period. Example: `610`. */
  numeratorB: Scalars['Int']['output'];
  /** All three together, as they are shown. Example: `1.58`. */
  points: Scalars['Float']['output'];
  /** Percentage points by its rate; over all groups as shown they sum to the part. Example: `1.7`. */
  rate: Scalars['Float']['output'];
};

/** What a change of a rate is made of. LEARNED: what became known of the first period since. CATALOGUE: groups that count on one side only because of lists, or of being in force. RATE: the rates of groups are other ones. MIX: groups weigh other than before. REORGANISATION: other units are counted. */
export type ChangePart = 'CATALOGUE' | 'LEARNED' | 'MIX' | 'RATE' | 'REORGANISATION';

/** One part of a change, in percentage points. */
export type ChangePartPoints = {
  /** Which part. */
  part: ChangePart;
  /** Rounded so that the parts sum to the difference as it is shown. Example: `1.7`. */
  points: Scalars['Float']['output'];
};

/** What some groups of dossiers add to a change together. */
export type ChangeSum = {
  /** Percentage points by the catalogue; over all groups as shown they sum to the part. Example: `0.4`. */
  catalogue: Scalars['Float']['output'];
  /** In the first period, as known at the second instant. Example: `2820`. */
  denominatorA: Scalars['Int']['output'];
  /** In the second period. Example: `2900`. */
  denominatorB: Scalars['Int']['output'];
  /** Percentage points by its weight; over all groups as shown they sum to the part. Example: `0.51`. */
  mix: Scalars['Float']['output'];
  /** In the first period, as known at the second instant. Example: `1410`. */
  numeratorA: Scalars['Int']['output'];
  /** In the second period. Example: `1610`. */
  numeratorB: Scalars['Int']['output'];
  /** All three together, as they are shown. Example: `3.21`. */
  points: Scalars['Float']['output'];
  /** Percentage points by its rate; over all groups as shown they sum to the part. Example: `2.3`. */
  rate: Scalars['Float']['output'];
};

/** A dossier because of which a figure is another one. */
export type ChangedDossier = {
  /** When its present version was stored. Example: `2022-04-07T16:20:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** As it was received. Example: `000.03.164.H55-220301-0003`. */
  code: Scalars['ID']['output'];
  /** How it counts now. */
  countedNow: CountedAs;
  /** How it counted then; null: it was not there. */
  countedThen: Maybe<CountedAs>;
  /** What reads other than then; none of a new one. */
  differences: Array<DossierDifference>;
  /** The file that brought it, where there was one. Example: `thang-3.csv`. */
  file: Maybe<Scalars['String']['output']>;
  /** The procedure that it asks for. */
  procedure: Maybe<Procedure>;
  /** The unit that received it. */
  unit: Maybe<Unit>;
  /** Grows with every correction that arrived. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** A page of ChangedDossier. */
export type ChangedDossierConnection = {
  /** The page, each with its cursor. */
  edges: Array<ChangedDossierEdge>;
  /** The page without cursors. */
  nodes: Array<ChangedDossier>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One ChangedDossier with its cursor. */
export type ChangedDossierEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: ChangedDossier;
};

/** How the dossier came. UNKNOWN is never counted as online. */
export type Channel = 'IN_PERSON' | 'ONLINE' | 'POSTAL' | 'UNKNOWN';

/** What is answered to an item of a checklist. */
export type CheckAnswer = 'NO' | 'NOT_APPLICABLE' | 'YES';

/** OK: the expected status. REDIRECTED: elsewhere, which is not followed. REFUSED: nobody listens there. PRIVATE_ADDRESS: the server may not call there, which says nothing of the system. */
export type CheckOutcome =
  | 'CERTIFICATE_EXPIRED'
  | 'CERTIFICATE_NAME'
  | 'CERTIFICATE_UNTRUSTED'
  | 'NAME_UNKNOWN'
  | 'OK'
  | 'PRIVATE_ADDRESS'
  | 'REDIRECTED'
  | 'REFUSED'
  | 'TIMEOUT'
  | 'UNREACHABLE'
  | 'WRONG_STATUS';

/** An item of a checklist with what was answered at a unit. */
export type CheckedItem = {
  /** What was answered; null: nothing yet. */
  answer: Maybe<CheckAnswer>;
  /** Who answered. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** The answer is not what is expected. */
  departs: Scalars['Boolean']['output'];
  /** What is answered where all is well. */
  expected: ExpectedAnswer;
  /** Where to look. Example: `Xem các hồ sơ rút mẫu.`. */
  hint: Maybe<Scalars['String']['output']>;
  /** Names it within its checklist, for ever. Example: `KENH`. */
  key: Scalars['String']['output'];
  /** What was noted with it. Example: `Sai ở năm hồ sơ.`. */
  note: Maybe<Scalars['String']['output']>;
  /** What is looked at. Example: `Kênh nộp ghi trên hệ thống đúng với cách người dân đã nộp.`. */
  text: Scalars['String']['output'];
  /** How often it was answered: what the next answer expects. Example: `1`. */
  version: Scalars['Int']['output'];
};

/** What is looked at at a unit, in its latest version. Inspections keep the one that they were planned with. */
export type Checklist = {
  /** When it was kept; null where that is not told. Example: `2022-08-31T17:00:00+07:00`. */
  at: Maybe<Scalars['DateTime']['output']>;
  /** Who kept this version; null where that is not told. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** Its code. Example: `CHUAN`. */
  code: Scalars['String']['output'];
  /** Its items, in their order. */
  items: Array<ChecklistItem>;
  /** What it is called. Example: `Danh mục kiểm tra việc thực hiện dịch vụ công trực tuyến`. */
  name: Scalars['String']['output'];
  /** Its version; 0: what the product brings. Example: `2`. */
  version: Scalars['Int']['output'];
};

/** One thing that is looked at. */
export type ChecklistItem = {
  /** What is answered where all is well. */
  expected: ExpectedAnswer;
  /** Where to look. Example: `Xem các hồ sơ rút mẫu.`. */
  hint: Maybe<Scalars['String']['output']>;
  /** Names it within its checklist, for ever. Example: `KENH`. */
  key: Scalars['String']['output'];
  /** What is looked at. Example: `Kênh nộp ghi trên hệ thống đúng với cách người dân đã nộp.`. */
  text: Scalars['String']['output'];
};

/** One thing that is to be looked at. */
export type ChecklistItemInput = {
  /** What is answered where all is well. */
  expected: ExpectedAnswer;
  /** Where to look, at most 500 characters. Example: `Xem các hồ sơ rút mẫu.`. */
  hint?: InputMaybe<Scalars['String']['input']>;
  /** Its key: letters A to Z, digits, - and _, 20 at most. Example: `KENH`. */
  key: Scalars['String']['input'];
  /** What is looked at, at most 500 characters. Example: `Kênh nộp ghi trên hệ thống đúng với cách người dân đã nộp.`. */
  text: Scalars['String']['input'];
};

/** A period that was closed: published with every unit’s figure as known at one moment. */
export type ClosedPeriod = {
  /** When it was closed. Example: `2022-04-05T09:00:00+07:00`. */
  closedAt: Scalars['DateTime']['output'];
  /** Who closed it. Example: `Theo dõi tỉnh`. */
  closedBy: Maybe<Scalars['String']['output']>;
  /** What came into it since, the latest first: what was booked, and where the definition was switched how it counts otherwise. Of a definition that books nothing (the period’s end decides, or services) what each cause makes, as of now. Whole, it sums to what the province counts more than it was published with. */
  corrections: Array<PeriodCorrection>;
  /** What units were published with that have another figure today, each with those below it, in the order of the codes. */
  differing: Array<Figure>;
  /** How many figures it was published with. Example: `416`. */
  figures: Scalars['Int']['output'];
  /** First day of the period. Example: `2022-01-01`. */
  from: Scalars['Date']['output'];
  /** What names it in arguments. Example: `5f0c2a4e-7a53-4a0f-9d0b-0d1c6b1f4e21`. */
  id: Scalars['ID']['output'];
  /** What was published. */
  indicator: Indicator;
  /** The sealed moment as of which its figures were known. Example: `2022-12-31T23:59:59+07:00`. */
  knownAt: Scalars['DateTime']['output'];
  /** What the period is called, in the language of the request; its days where it has no name. Example: `Tháng 3/2022`. */
  name: Scalars['String']['output'];
  /** Where anybody may see what was published; null where that is switched off, and once it was reopened. Example: `/cong-khai/ONLINE_RESOLUTION_L4/2022-03-01/2022-03-31`. */
  publicPath: Maybe<Scalars['String']['output']>;
  /** Why it was reopened. Example: `Thành phố Thái Nguyên gửi bổ sung hồ sơ tháng 3.`. */
  reason: Maybe<Scalars['String']['output']>;
  /** When it was reopened; null while it is closed. Example: `2022-04-12T08:30:00+07:00`. */
  reopenedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who reopened it. Example: `Theo dõi tỉnh`. */
  reopenedBy: Maybe<Scalars['String']['output']>;
  /** Last day of the period, included. Example: `2022-12-31`. */
  to: Scalars['Date']['output'];
};

/** A period that was closed: published with every unit’s figure as known at one moment. */
export type ClosedPeriodCorrectionsArgs = {
  first: InputMaybe<Scalars['Int']['input']>;
};

/** A page of ClosedPeriod. */
export type ClosedPeriodConnection = {
  /** The page, each with its cursor. */
  edges: Array<ClosedPeriodEdge>;
  /** The page without cursors. */
  nodes: Array<ClosedPeriod>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One ClosedPeriod with its cursor. */
export type ClosedPeriodEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: ClosedPeriod;
};

/** A unit that may be meant. */
export type CodeSuggestion = {
  /** The unit's code. Example: `05503`. */
  code: Scalars['ID']['output'];
  /** What it is called. Example: `Phường Tân Thịnh`. */
  name: Scalars['String']['output'];
};

/** Why a column is taken for a field: the same account chose so before, its header says so, or it was chosen here. */
export type ColumnReason = 'CHOSEN' | 'HEADER' | 'REMEMBERED';

/** Who says it. ISSUER: the people of the unit that assigns. UNIT: those of the unit that it is about. */
export type CommentSide = 'ISSUER' | 'UNIT';

/** BEHIND_MILESTONE: below the mark of the month, so many months running. SOURCE_SILENT: nothing came for so many days, and longer than its own rhythm makes likely. NOT_ASSIGNED: a target was not assigned to the units below by a day of the year. OUT_OF_REACH: the target cannot be met any more. */
export type ConditionKind = 'BEHIND_MILESTONE' | 'NOT_ASSIGNED' | 'OUT_OF_REACH' | 'SOURCE_SILENT';

/** A system that dossiers come from or citizens file with. */
export type ConnectedSystem = {
  /** The address that is looked at; of one that holds a password or a key its host alone. Example: `https://dichvucong.thainguyen.gov.vn/`. */
  address: Maybe<Scalars['String']['output']>;
  /** How available it was by day or month of a period of 400 days at most; months are told whole. */
  availability: Array<SystemAvailability>;
  /** The certificate that it showed last, also one that is not believed. */
  certificate: Maybe<SystemCertificate>;
  /** Whether it is looked at. */
  checked: Scalars['Boolean']['output'];
  /** The last checks, newest first; 50 unless told, 200 at most. */
  checks: Array<SystemCheck>;
  /** What it sent against what was accepted, each day of a period of 400 days at most. */
  deliveries: Array<SystemDelivery>;
  /** How many minutes lie between two checks. Example: `10`. */
  everyMinutes: Scalars['Int']['output'];
  /** The status of HTTP that it should answer with. Example: `200`. */
  expectedStatus: Scalars['Int']['output'];
  /** Its number. Example: `3`. */
  id: Scalars['ID']['output'];
  /** What happened to its security, newest first. */
  incidents: Array<SecurityIncident>;
  /** What it is. */
  kind: SystemKind;
  /** The last check. */
  lastCheck: Maybe<SystemCheck>;
  /** When something came of its sources last. Example: `2022-08-15T01:30:00.000Z`. */
  lastDataAt: Maybe<Scalars['DateTime']['output']>;
  /** What it is called. Example: `Cổng dịch vụ công tỉnh`. */
  name: Scalars['String']['output'];
  /** When it is looked at next. Example: `2022-08-15T02:10:00.000Z`. */
  nextCheckAt: Maybe<Scalars['DateTime']['output']>;
  /** One of its outages; null where it is none of its. */
  outage: Maybe<SystemOutage>;
  /** When it was down, newest first; planned ones too. */
  outages: Array<SystemOutage>;
  /** When it was taken away; null while it is kept. Example: `2022-12-30T03:00:00.000Z`. */
  removedAt: Maybe<Scalars['DateTime']['output']>;
  /** The caller may say that it is down, and what happened to it. */
  reportable: Scalars['Boolean']['output'];
  /** Security level of the information system by Decree 85/2016/NĐ-CP, 1 to 5; null where it is not known. Example: `3`. */
  securityLevel: Maybe<Scalars['Int']['output']>;
  /** The sources of dossiers that it feeds. */
  sources: Array<FedSource>;
  /** How it stands now. */
  standing: SystemStanding;
  /** The unit that runs it; null where none of the province does. */
  unit: Maybe<Unit>;
  /** Grows with each change: what changes expect. Example: `4`. */
  version: Scalars['Int']['output'];
};

/** A system that dossiers come from or citizens file with. */
export type ConnectedSystemAvailabilityArgs = {
  from: Scalars['Date']['input'];
  grain: Grain;
  to: Scalars['Date']['input'];
};

/** A system that dossiers come from or citizens file with. */
export type ConnectedSystemChecksArgs = {
  first: InputMaybe<Scalars['Int']['input']>;
};

/** A system that dossiers come from or citizens file with. */
export type ConnectedSystemDeliveriesArgs = {
  from: Scalars['Date']['input'];
  source: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['Date']['input'];
};

/** A system that dossiers come from or citizens file with. */
export type ConnectedSystemOutageArgs = {
  id: Scalars['ID']['input'];
};

/** A system to be kept, new or changed. */
export type ConnectedSystemInput = {
  /** An address with http:// or https:// that is looked at, without a password or a key in it. Example: `https://dichvucong.thainguyen.gov.vn/`. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is looked at; not unless told. */
  checked?: InputMaybe<Scalars['Boolean']['input']>;
  /** Minutes between two checks, 1 to 1440; 10 unless told. Example: `10`. */
  everyMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** The status of HTTP that is expected, 200 to 599; 200 unless told. Example: `200`. */
  expectedStatus?: InputMaybe<Scalars['Int']['input']>;
  /** The version that was looked at; needed for a change. Example: `3`. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Its number; a new one without. Example: `3`. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What it is. */
  kind: SystemKind;
  /** What it is called: 200 characters at most, no other one so. Example: `Cổng dịch vụ công tỉnh`. */
  name: Scalars['String']['input'];
  /** Its security level by Decree 85/2016/NĐ-CP, 1 to 5. Example: `3`. */
  securityLevel?: InputMaybe<Scalars['Int']['input']>;
  /** The ids of the sources of dossiers that it feeds; 50 at most. Example: `["5"]`. */
  sources?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The code of the unit that runs it, one that there is today; nobody of the province without. Example: `19`. */
  unit?: InputMaybe<Scalars['ID']['input']>;
};

/** What a plan asks of one unit, as the people of that unit see it. */
export type Consultation = {
  /** The rate that the plan begins from: typed, else that of the basis period; null without either. Example: `41.5`. */
  baseline: Maybe<Scalars['Percent']['output']>;
  /** Whether the baseline is typed by the planner instead of counted. */
  baselineTyped: Scalars['Boolean']['output'];
  /** What was said about the unit, oldest first. */
  comments: Array<PlanComment>;
  /** The last day on which one may answer. Example: `2022-03-20`. */
  consultedUntil: Maybe<Scalars['Date']['output']>;
  /** What the unit proposed, oldest first. */
  counterProposals: Array<CounterProposal>;
  /** What is to be reached. */
  indicator: Indicator;
  /** The unit that assigns the target. */
  issuer: Maybe<Unit>;
  /** Whether it is locked: then it takes no proposal. */
  locked: Scalars['Boolean']['output'];
  /** Whether another number may be proposed today. */
  mayPropose: Scalars['Boolean']['output'];
  /** Whether something may be said today. */
  maySay: Scalars['Boolean']['output'];
  /** The unit's target, as it stands now. Example: `55`. */
  percent: Scalars['Percent']['output'];
  /** The plan, as arguments name it. Example: `0b8a1f5c-6a0e-4a57-8f3c-2b7f0c9d5e13`. */
  plan: Scalars['ID']['output'];
  /** What the target is about. */
  scope: Scope;
  /** Where the plan stands. */
  state: PlanState;
  /** The unit that is asked. */
  unit: Unit;
  /** The dossiers that the plan reckons with: typed, else those of the basis period. Example: `1840`. */
  volume: Maybe<Scalars['Int']['output']>;
  /** Whether the volume is typed by the planner instead of counted. */
  volumeTyped: Scalars['Boolean']['output'];
  /** The year of the plan. Example: `2022`. */
  year: Scalars['Int']['output'];
};

/** What a part of a unit takes from its distance to the target. Those of all parts add up to it. */
export type Contribution = {
  /** So far. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** Dossiers, exact to the fourth decimal: above 0 it pulls down by so many beside the target of the whole, below 0 it lifts. Example: `21.3525`. */
  gap: Scalars['Float']['output'];
  /** So far. Example: `5499`. */
  numerator: Scalars['Int']['output'];
  /** It is the unit itself. */
  own: Scalars['Boolean']['output'];
  /** To show; null without dossiers. Example: `54.99`. */
  rate: Maybe<Scalars['Percent']['output']>;
  /** A unit directly below, or the unit itself with what it received on its own. */
  unit: Unit;
};

/** Limits of a unit that were carried over, as they stand then. */
export type CopiedLimits = {
  /** Not above this; null for none. Example: `95`. */
  ceiling: Maybe<Scalars['Percent']['output']>;
  /** Not below this; null for none. Example: `42.5`. */
  floor: Maybe<Scalars['Percent']['output']>;
  /** The units that they come of, where that is not the unit alone. */
  mergedFrom: Array<Unit>;
  /** The unit that gets them. */
  unit: Unit;
};

/** A target that was carried over. */
export type CopiedTarget = {
  /** As it was; of units that became one only if all were. */
  locked: Scalars['Boolean']['output'];
  /** The units whose targets it comes of, where that is not the unit alone: it succeeded them. */
  mergedFrom: Array<Unit>;
  /** What it must reach. Example: `55`. */
  percent: Scalars['Percent']['output'];
  /** As it was. */
  scope: Scope;
  /** The unit that gets it. */
  unit: Unit;
};

/** DENOMINATOR: counted, but not in the numerator. NOT_COUNTED: the unit's other dossiers received or finished in the period. */
export type CountedAs = 'DENOMINATOR' | 'NOT_COUNTED' | 'NUMERATOR';

/** DOSSIERS; SERVICES_USED: listed services that had a dossier of the kind of the numerator, over all listed; SERVICES_OFFERED: services listed at the levels, over all in force. */
export type CountedThing = 'DOSSIERS' | 'SERVICES_OFFERED' | 'SERVICES_USED';

/** ACCEPT sets the target of a draft. REFUSE needs an answer. NOTE is for an issued plan: the plan that amends it lists it. */
export type CounterAnswer = 'ACCEPT' | 'NOTE' | 'REFUSE';

/** What a unit would take instead of its target. */
export type CounterProposal = {
  /** What it was answered. Example: `Đã xem: giữ mức 55 % vì hai tháng gần đây đã đạt.`. */
  answer: Maybe<Scalars['String']['output']>;
  /** Who answered it; null for who speaks for the unit, and for who is not told. Example: `Trần Thị Bình`. */
  answeredBy: Maybe<Scalars['String']['output']>;
  /** When it was proposed. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who proposed it. Example: `Văn thư Sở Tư pháp`. */
  by: Maybe<Scalars['String']['output']>;
  /** When it was answered, withdrawn or lapsed. Example: `2022-08-31T17:00:00+07:00`. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its grounds; null once it was withdrawn. Example: `Đề nghị xem lại vì xã mới sáp nhập.`. */
  grounds: Maybe<Scalars['String']['output']>;
  /** What names it in arguments. Example: `3c9b7e52-1a4d-4f6b-8e0c-5d2f9a7b1c46`. */
  id: Scalars['ID']['output'];
  /** What stood in the plan when it was proposed. Example: `55`. */
  insteadOf: Scalars['Percent']['output'];
  /** What it would take. Example: `45`. */
  percent: Scalars['Percent']['output'];
  /** What became of it. */
  state: CounterState;
  /** The unit that proposes it. */
  unit: Unit;
};

/** OPEN until it is WITHDRAWN by the unit, REFUSED with an answer, ACCEPTED into a draft, NOTED of an issued plan, or LAPSED: issued without an answer. */
export type CounterState = 'ACCEPTED' | 'LAPSED' | 'NOTED' | 'OPEN' | 'REFUSED' | 'WITHDRAWN';

/** A page of Coverage. */
export type CoverageConnection = {
  /** The page, each with its cursor. */
  edges: Array<CoverageEdge>;
  /** The page without cursors. */
  nodes: Array<CoverageRow>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One Coverage with its cursor. */
export type CoverageEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: CoverageRow;
};

/** LISTED_WITHOUT_DOSSIER: stood on the list within the period, and no unit for which it holds received a dossier then. DOSSIERS_NOT_LISTED: received within the period, and on no list for the unit that day. LISTED_NOT_IN_FORCE: stands on the list on the last day, when the procedure is not in force. */
export type CoverageKind = 'DOSSIERS_NOT_LISTED' | 'LISTED_NOT_IN_FORCE' | 'LISTED_WITHOUT_DOSSIER';

/** A procedure at a tier (or a unit that a line names) where list and dossiers do not meet. */
export type CoverageRow = {
  /** How many dossiers there are: 0 but for DOSSIERS_NOT_LISTED. Example: `8120`. */
  dossiers: Scalars['Int']['output'];
  /** Its level on the list; null for dossiers on no list. */
  level: Maybe<ServiceLevel>;
  /** What it is about. */
  procedure: Procedure;
  /** PROVINCE, DISTRICT or COMMUNE. */
  tier: UnitKind;
  /** The unit that a line names; null for the tier. */
  unit: Maybe<Unit>;
};

/** What data there is: the frame that a first page needs. */
export type DataStatus = {
  /** How many dossiers are stored. Example: `120000`. */
  dossiers: Scalars['Int']['output'];
  /** The first day on which a dossier counts. Example: `2022-01-01`. */
  firstDay: Maybe<Scalars['Date']['output']>;
  /** The last day on which one counts. Example: `2022-12-31`. */
  lastDay: Maybe<Scalars['Date']['output']>;
  /** When dossiers were last taken in; null for never. Example: `2022-08-31T17:00:00+07:00`. */
  lastIngestAt: Maybe<Scalars['DateTime']['output']>;
  /** The latest year with dossiers, else this year: the period on first sight. Example: `2022`. */
  latestYear: Scalars['Int']['output'];
  /** True while made (demonstration) dossiers are stored: every page says so. */
  made: Scalars['Boolean']['output'];
  /** How many rows wait to be mended, counted up to 100,000. Example: `12`. */
  openQuarantine: Scalars['Int']['output'];
  /** The province that this installation is about. */
  province: Unit;
};

/** A decision: its header, its files, what it changed. */
export type Decision = {
  /** What it changed, list by list. */
  amendments: Array<ServiceListAmendment>;
  /** The day from which it holds. Example: `2021-02-19`. */
  effectiveOn: Scalars['Date']['output'];
  /** The files that belong to it, in their order. */
  files: Array<DecisionFile>;
  /** What it says of procedures' being in force, in the order in which it was entered. */
  force: Array<DecisionForceLine>;
  /** How many procedures' being in force it speaks of. */
  forceCounts: ForceCounts;
  /** Its number in this installation. Example: `17`. */
  id: Scalars['ID']['output'];
  /** The day on which it was signed. Example: `2021-02-19`. */
  issuedOn: Scalars['Date']['output'];
  /** The unit that issued it, as it was on that day. */
  issuer: Maybe<Unit>;
  /** What its keepers noted about it. Example: `Phụ lục I thay bằng bản đính chính.`. */
  notes: Maybe<Scalars['String']['output']>;
  /** As it is written on the decision: 402/QĐ-UBND. */
  number: Scalars['String']['output'];
  /** The plans that it issues or is to issue, of those that the caller may read; newest year first. */
  plans: Array<TargetPlan>;
  /** Who signed it, where known. Example: `Chủ tịch UBND tỉnh`. */
  signer: Maybe<Scalars['String']['output']>;
  /** The steps by which its lines that stand were entered, the latest first: what undoStep takes back. */
  steps: Array<CatalogueStep>;
  /** What it is about, where known. Example: `Phê duyệt Danh mục dịch vụ công trực tuyến mức độ 4 tỉnh Thái Nguyên`. */
  title: Maybe<Scalars['String']['output']>;
  /** Grows by one with every accepted change of its header, files included. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** What is told of a decision beyond its number and days; what is not given stays as it is. */
export type DecisionAboutInput = {
  /** Further files of it, at most 20. */
  files?: InputMaybe<Array<DecisionFileInput>>;
  /** Notes of its keepers, at most 5,000 characters. Example: `Phụ lục I thay bằng bản đính chính.`. */
  notes?: InputMaybe<Scalars['String']['input']>;
  /** Who signed it, at most 200 characters. Example: `Chủ tịch UBND tỉnh`. */
  signer?: InputMaybe<Scalars['String']['input']>;
  /** What it is about, at most 1,000 characters. Example: `Phê duyệt Danh mục dịch vụ công trực tuyến mức độ 4 tỉnh Thái Nguyên`. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** A page of Decision. */
export type DecisionConnection = {
  /** The page, each with its cursor. */
  edges: Array<DecisionEdge>;
  /** The page without cursors. */
  nodes: Array<Decision>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One Decision with its cursor. */
export type DecisionEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: Decision;
};

/** A decision that was entered. */
export type DecisionEntry = {
  /** The decision, with all that it does. */
  decision: Decision;
  /** How many lines were entered. Example: `17`. */
  lines: Scalars['Int']['output'];
  /** The step that entered its lines, to be undone as one; null where it was known to say them all. */
  step: Maybe<CatalogueStep>;
};

/** All that one decision does: to a list, and to procedures' being in force. */
export type DecisionEntryInput = {
  /** What is told of the decision besides. */
  about?: InputMaybe<DecisionAboutInput>;
  /** What it does to the list, line by line, at most 5,000 lines. */
  changes?: InputMaybe<Array<ServiceListChangeInput>>;
  /** The decision. */
  decision: DecisionInput;
  /** The version of the decision that the caller saw, 0 for one that is not there; another one is a CONFLICT that tells, in `extensions.conflicts`, each field as it was then, is now and would be. Example: `3`. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** What it says of procedures' being in force, at most 5,000 lines. */
  force?: InputMaybe<Array<ForceChangeInput>>;
  /** A list's code; needed where `changes` has lines. Example: `QD402`. */
  list?: InputMaybe<Scalars['ID']['input']>;
  /** Renames the list; makes it where the code is new. Example: `Danh mục dịch vụ công trực tuyến mức độ 4`. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The procedures that it announces, at most 5,000; `changes` and `force` may name them. */
  procedures?: InputMaybe<Array<NewProcedureInput>>;
};

/** A file that belongs to a decision; its content is at /files/SHA256. */
export type DecisionFile = {
  /** Its length in bytes. Example: `482113`. */
  bytes: Scalars['Int']['output'];
  /** What it is by its content: application/pdf. */
  mediaType: Scalars['String']['output'];
  /** Its name, 1 to 200 characters. Example: `402-qd-ubnd.pdf`. */
  name: Scalars['String']['output'];
  /** The SHA-256 of its content, in hexadecimal digits. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Scalars['ID']['output'];
};

/** A file that was sent to POST /files before. */
export type DecisionFileInput = {
  /** Its name there; the decision's number unless given. Example: `402-qd-ubnd.pdf`. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What POST /files answered. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Scalars['ID']['input'];
};

/** What a decision says of one procedure's being in force. */
export type DecisionForceLine = {
  /** ENFORCED, AMENDED, REPLACED or REPEALED. */
  action: ForceAction;
  /** The day from which it holds. Example: `2022-01-01`. */
  from: Maybe<Scalars['Date']['output']>;
  /** Page or annex of the decision. Example: `Phụ lục I, trang 3`. */
  locator: Maybe<Scalars['String']['output']>;
  /** The procedure. */
  procedure: Procedure;
  /** The procedure in its place. */
  successor: Maybe<Procedure>;
};

/** A decision's whole header as it is to be; texts that are not given are empty. */
export type DecisionHeaderInput = {
  /** The day from which it holds; `issuedOn` unless given. Where it moves, lists and figures follow. Example: `2021-02-19`. */
  effectiveOn?: InputMaybe<Scalars['Date']['input']>;
  /** The version that the caller saw; another one is a CONFLICT that tells the current one. Example: `3`. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** All its files from now on, at most 20; they stay as they are unless given. */
  files?: InputMaybe<Array<DecisionFileInput>>;
  /** Which one; a new one unless given. Example: `17`. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The day on which it was signed. Example: `2021-02-19`. */
  issuedOn: Scalars['Date']['input'];
  /** A unit's code; the province unless given. Example: `19`. */
  issuer?: InputMaybe<Scalars['ID']['input']>;
  /** Notes of its keepers, at most 5,000 characters. Example: `Phụ lục I thay bằng bản đính chính.`. */
  notes?: InputMaybe<Scalars['String']['input']>;
  /** As it is written on the decision, 1 to 100 characters. Example: `402/QĐ-UBND`. */
  number: Scalars['String']['input'];
  /** Who signed it, at most 200 characters. Example: `Chủ tịch UBND tỉnh`. */
  signer?: InputMaybe<Scalars['String']['input']>;
  /** What it is about, at most 1,000 characters. Example: `Phê duyệt Danh mục dịch vụ công trực tuyến mức độ 4 tỉnh Thái Nguyên`. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** A decision's header; effectiveOn is issuedOn unless given. */
export type DecisionInput = {
  /** The day from which it holds; `issuedOn` unless given. The same decision with another day is a CONFLICT. Example: `2021-02-19`. */
  effectiveOn?: InputMaybe<Scalars['Date']['input']>;
  /** The day on which it was signed. Example: `2021-02-19`. */
  issuedOn: Scalars['Date']['input'];
  /** A unit's code; the province for a list, the issuing unit for a plan, unless given. Example: `19`. */
  issuer?: InputMaybe<Scalars['ID']['input']>;
  /** As it is written on the decision, 1 to 100 characters. Example: `402/QĐ-UBND`. */
  number: Scalars['String']['input'];
};

/** What a decision would do, with all its lines together; nothing of it is stored. */
export type DecisionPreview = {
  /** What it does to the list; null without such lines. */
  amendment: Maybe<AmendmentPreview>;
  /** What all lines together do to the figures, by indicators and years; empty: nothing. */
  effects: Array<YearEffect>;
  /** The procedures of whose being in force it speaks. */
  procedures: Array<ForcePreviewLine>;
};

/** The words around the numbers of a decision; each text may hold named places. */
export type DecisionWords = {
  /** What stands above the table. Example: `Chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}}`. */
  annexTitle: Scalars['String']['output'];
  /** Its articles; the lines of a text are its paragraphs. Example: `["Giao chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}} cho {{count}} {{children}} thuộc {{issuer}} (chi tiết tại Phụ lục kèm theo).\nChưa giao chỉ tiêu: {{unassigned?}}.\nTỷ lệ được tính trên hồ sơ đã giải quyết của các thủ tục hành chính còn hiệu lực, thuộc danh mục dịch vụ công trực tuyến đã được phê duyệt và có phát sinh hồ sơ.\nTổng hợp chỉ tiêu giao, toàn {{issuer}} đạt {{achieved}}, {{verdict?}}."]`. */
  articles: Array<Scalars['String']['output']>;
  /** Who decides. Example: `ỦY BAN NHÂN DÂN {{issuer}}`. */
  authority: Scalars['String']['output'];
  /** What it rests on, a base a text. Example: `["Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;"]`. */
  bases: Array<Scalars['String']['output']>;
  /** The issuing body. Example: `["Ủy ban nhân dân"]`. */
  body: Array<Scalars['String']['output']>;
  /** What follows the number while nobody knows it: /QĐ-UBND. */
  numbering: Scalars['String']['output'];
  /** Where it is signed. Example: `{{issuerPlace}}`. */
  place: Scalars['String']['output'];
  /** Who receives it. Example: `["Như Điều 4;"]`. */
  recipients: Array<Scalars['String']['output']>;
  /** As what it is signed. Example: `["TM. Ủy ban nhân dân"]`. */
  signature: Array<Scalars['String']['output']>;
  /** Who signs it. Example: `{{signer?}}`. */
  signer: Scalars['String']['output'];
  /** What it is about. Example: `Về việc giao chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}} cho các {{children}} thuộc {{issuer}}`. */
  subject: Scalars['String']['output'];
  /** What stands above the issuing body. Example: `["Ủy ban nhân dân tỉnh"]`. */
  superiorBody: Array<Scalars['String']['output']>;
};

/** The words around the numbers of a decision; a named place that nobody knows is refused by its name. */
export type DecisionWordsInput = {
  /** What stands above the table. Example: `Chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}}`. */
  annexTitle: Scalars['String']['input'];
  /** Its articles, at least one; the lines of a text are its paragraphs. Example: `["Giao chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}} cho {{count}} {{children}} thuộc {{issuer}} (chi tiết tại Phụ lục kèm theo).\nChưa giao chỉ tiêu: {{unassigned?}}.\nTỷ lệ được tính trên hồ sơ đã giải quyết của các thủ tục hành chính còn hiệu lực, thuộc danh mục dịch vụ công trực tuyến đã được phê duyệt và có phát sinh hồ sơ.\nTổng hợp chỉ tiêu giao, toàn {{issuer}} đạt {{achieved}}, {{verdict?}}."]`. */
  articles: Array<Scalars['String']['input']>;
  /** Who decides. Example: `ỦY BAN NHÂN DÂN {{issuer}}`. */
  authority: Scalars['String']['input'];
  /** What it rests on, a base a text. Example: `["Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;"]`. */
  bases: Array<Scalars['String']['input']>;
  /** The issuing body; it must be told. Example: `["Ủy ban nhân dân"]`. */
  body: Array<Scalars['String']['input']>;
  /** What follows the number while nobody knows it: /QĐ-UBND. */
  numbering: Scalars['String']['input'];
  /** Where it is signed. Example: `{{issuerPlace}}`. */
  place: Scalars['String']['input'];
  /** Who receives it. Example: `["Như Điều 4;"]`. */
  recipients: Array<Scalars['String']['input']>;
  /** As what it is signed. Example: `["TM. Ủy ban nhân dân"]`. */
  signature: Array<Scalars['String']['input']>;
  /** Who signs it. Example: `{{signer?}}`. */
  signer: Scalars['String']['input'];
  /** What it is about; it must be told. Example: `Về việc giao chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm {{year}} cho các {{children}} thuộc {{issuer}}`. */
  subject: Scalars['String']['input'];
  /** What stands above the issuing body. Example: `["Ủy ban nhân dân tỉnh"]`. */
  superiorBody: Array<Scalars['String']['input']>;
};

/** What a draft says, whole: { counts: DOSSIERS, basis: RESOLVED, eligibilityDate: RECEIVED, inForceRequired: true, list: "QD402", levels: [FULL], numerator: CHANNEL, numeratorChannel: ONLINE }. */
export type DefinitionInput = {
  /** Which dossiers are looked at in a period. */
  basis: Basis;
  /** At most 1,000 characters. Example: `Điều 1, Quyết định 793/QĐ-UBND năm 2022 của UBND tỉnh Thái Nguyên`. */
  clause?: InputMaybe<Scalars['String']['input']>;
  /** The same for all versions of an indicator. */
  counts: CountedThing;
  /** The decision that says so. Example: `17`. */
  decision?: InputMaybe<Scalars['ID']['input']>;
  /** Services are always asked about on the last day of the period. */
  eligibilityDate: EligibilityDate;
  /** Whether only procedures in force count. */
  inForceRequired: Scalars['Boolean']['input'];
  /** The levels of the list that count; none without a list. */
  levels: Array<ServiceLevel>;
  /** A list's code; without it every procedure counts. Example: `QD402`. */
  list?: InputMaybe<Scalars['ID']['input']>;
  /** At most 4,000 characters. Example: `Tính theo ngày kết thúc thay cho ngày tiếp nhận.`. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What the numerator is of. */
  numerator: NumeratorKind;
  /** Needed for CHANNEL. */
  numeratorChannel?: InputMaybe<Channel>;
  /** 1 to 10; unless given the basis decides. Example: `[9,10]`. */
  statuses?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Of the receiving units; all unless given. */
  tiers?: InputMaybe<Array<Tier>>;
};

/** How far the computing of a definition has come. */
export type DefinitionProgress = {
  /** Dossiers looked at so far. Example: `60000`. */
  done: Scalars['Float']['output'];
  /** Of how many that there were when it began. Example: `427662`. */
  of: Scalars['Float']['output'];
};

/** What becomes of a definition. A draft alone is changed; ACTIVE is the one that answers now. */
export type DefinitionState = 'ACTIVE' | 'CANCELLED' | 'COMPUTING' | 'DRAFT' | 'READY' | 'RETIRED';

/** Two definitions tried on the same dossiers, those received or finished in a period. Nothing is changed. */
export type DefinitionTrial = {
  /** All nine cells, also those without any dossier. */
  cells: Array<TrialCell>;
  /** How many of them change sides. Example: `112`. */
  changing: Scalars['Int']['output'];
  /** One dossier of so many was looked at; 1: all. Example: `100`. */
  every: Scalars['Int']['output'];
  /** What the one on the left counts of the dossiers looked at. */
  left: TrialCounts;
  /** The one on the left. */
  leftDefinition: IndicatorDefinition;
  /** How many dossiers were looked at. Example: `4276`. */
  looked: Scalars['Int']['output'];
  /** What the one on the right counts of them. */
  right: TrialCounts;
  /** The one on the right. */
  rightDefinition: IndicatorDefinition;
};

/** Somebody to whom one of one’s grants can be handed. */
export type Deputy = {
  /** Of the account. Example: `17`. */
  id: Scalars['ID']['output'];
  /** As it is shown beside what the account did. Example: `Văn thư Sở Tư pháp`. */
  name: Scalars['String']['output'];
  /** What one signs in with, lower case. Example: `sotuphap.vanthu`. */
  username: Scalars['String']['output'];
};

/** What keeps a unit from what it should do. */
export type Difficulty = {
  /** How many days it has stood: until today, or until it was closed. Example: `25`. */
  age: Scalars['Int']['output'];
  /** Who reported it. Example: `Trần Thị Bình`. */
  by: Maybe<Scalars['String']['output']>;
  /** Why, as its unit sees it. */
  cause: DifficultyCause;
  /** When it was closed. Example: `2022-07-29`. */
  closedOn: Maybe<Scalars['Date']['output']>;
  /** Dossiers received in a period that it touches, with all within reach that follow it; null where it is tied to no procedure and no source, or a source ties it to more than are counted. Example: `418`. */
  dossiers: Maybe<Scalars['Int']['output']>;
  /** Those within reach that follow it, oldest first. */
  followers: Array<Difficulty>;
  /** The caller is among those who handle it. */
  handled: Scalars['Boolean']['output'];
  /** Its number, by which people call it. Example: `12`. */
  id: Scalars['ID']['output'];
  /** The indicator that it is about. */
  indicator: Maybe<Indicator>;
  /** It is joined to another one, whose state and answers are its own. */
  joined: Scalars['Boolean']['output'];
  /** The one that it is joined to; null too where that lies beyond reach. */
  joinedTo: Maybe<Difficulty>;
  /** The unit that has to answer; null while nobody does. */
  owner: Maybe<Unit>;
  /** What the caller may do about it as it stands. */
  possible: Array<DifficultyAct>;
  /** The procedure that it is about. */
  procedure: Maybe<Procedure>;
  /** How often it was opened again. Example: `0`. */
  reopened: Scalars['Int']['output'];
  /** When it was reported. Example: `2022-07-04`. */
  reportedOn: Scalars['Date']['output'];
  /** What the source of dossiers that it is about is called. Example: `Hệ thống một cửa tỉnh`. */
  source: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  state: DifficultyState;
  /** What was done about it, oldest first. */
  steps: Array<DifficultyStep>;
  /** What the unit says. Example: `Phần mềm một cửa mất kết nối mỗi sáng thứ hai.`. */
  text: Scalars['String']['output'];
  /** The unit that has it, as it was when it was reported. */
  unit: Maybe<Unit>;
  /** Grows with each step: what steps expect. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** What keeps a unit from what it should do. */
export type DifficultyDossiersArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};

/** TAKEN: a unit owns it from then on. NOTED: somebody said more. JOINED: it follows another one; PARTED: no longer. */
export type DifficultyAct = 'ANSWERED' | 'CLOSED' | 'JOINED' | 'NOTED' | 'PARTED' | 'REOPENED' | 'REPORTED' | 'TAKEN';

/** SYSTEM: software and connections. REGULATION: what rules and procedures ask. PEOPLE: too few, or not trained. EQUIPMENT: devices, lines. CITIZENS: what people and firms have and know. DATA: missing, wrong or not shared. COOPERATION: between units. */
export type DifficultyCause =
  'CITIZENS' | 'COOPERATION' | 'DATA' | 'EQUIPMENT' | 'OTHER' | 'PEOPLE' | 'REGULATION' | 'SYSTEM';

/** A page of Difficulty. */
export type DifficultyConnection = {
  /** The page, each with its cursor. */
  edges: Array<DifficultyEdge>;
  /** The page without cursors. */
  nodes: Array<Difficulty>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** How many difficulties are in a state. */
export type DifficultyCount = {
  /** How many. Example: `7`. */
  count: Scalars['Int']['output'];
  /** The state. */
  state: DifficultyState;
};

/** One Difficulty with its cursor. */
export type DifficultyEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: Difficulty;
};

/** What a unit reports. */
export type DifficultyInput = {
  /** Why. */
  cause: DifficultyCause;
  /** The indicator's code that it is about. Example: `ONLINE_RESOLUTION_L4`. */
  indicator?: InputMaybe<Scalars['ID']['input']>;
  /** The procedure's code that it is about. Example: `2.000815`. */
  procedure?: InputMaybe<Scalars['ID']['input']>;
  /** The id of the source of dossiers that it is about. Example: `1`. */
  source?: InputMaybe<Scalars['ID']['input']>;
  /** What keeps it: at most 2,000 characters, without numbers of citizens and codes of dossiers. Example: `Phần mềm một cửa mất kết nối mỗi sáng thứ hai.`. */
  text: Scalars['String']['input'];
  /** The unit's code: one that there is today. Example: `05503`. */
  unit: Scalars['ID']['input'];
};

/** REPORTED: nobody owns it yet. TAKEN: a unit has to answer. ANSWERED: it did. CLOSED: it is done with. One that is joined follows the one at the head. */
export type DifficultyState = 'ANSWERED' | 'CLOSED' | 'REPORTED' | 'TAKEN';

/** What was done about a difficulty. */
export type DifficultyStep = {
  /** What. */
  act: DifficultyAct;
  /** Read among those who handle it alone. */
  amongHandlers: Scalars['Boolean']['output'];
  /** When. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** By whom. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** Its id. Example: `40`. */
  id: Scalars['ID']['output'];
  /** It was done about the one that this one is joined to. */
  ofHead: Scalars['Boolean']['output'];
  /** The number of the one that it was joined to, or parted from. Example: `9`. */
  other: Maybe<Scalars['ID']['output']>;
  /** Of TAKEN: who has to answer from then on. */
  owner: Maybe<Unit>;
  /** On whose behalf it was done. */
  side: Maybe<Unit>;
  /** What was said with it. Example: `Đã tăng dung lượng đường truyền từ ngày 25/7.`. */
  text: Maybe<Scalars['String']['output']>;
};

/** What stood in the way in a period, by cause, as it stood at its end. */
export type DifficultySynthesis = {
  /** First day. Example: `2022-01-01`. */
  from: Scalars['Date']['output'];
  /** The cause that most units name first. */
  groups: Array<DifficultySynthesisGroup>;
  /** How many reports stood at any time of it. Example: `21`. */
  reports: Scalars['Int']['output'];
  /** Last day. Example: `2022-12-31`. */
  to: Scalars['Date']['output'];
};

/** One difficulty in a synthesis, with all that are joined to it. */
export type DifficultySynthesisEntry = {
  /** Of the oldest report, in days. Example: `25`. */
  age: Scalars['Int']['output'];
  /** The one that the others are joined to. */
  difficulty: Difficulty;
  /** Dossiers received in the period that it touches, each once; null where it is tied to no procedure and no source, or a source ties it to more than are counted. Example: `418`. */
  dossiers: Maybe<Scalars['Int']['output']>;
  /** How often it was reported. Example: `4`. */
  reports: Scalars['Int']['output'];
  /** How it stood at the end of the period. */
  state: DifficultyState;
  /** The units that have it, those that live. */
  units: Array<Unit>;
};

/** Difficulties of one cause. */
export type DifficultySynthesisGroup = {
  /** Of the oldest report, in days. Example: `61`. */
  age: Scalars['Int']['output'];
  /** The cause of those that others are joined to. */
  cause: DifficultyCause;
  /** How many difficulties, joined ones as one. Example: `3`. */
  count: Scalars['Int']['output'];
  /** Dossiers received in the period that they touch, each once; null where none is tied to any, or a source ties them to more than are counted. Example: `1204`. */
  dossiers: Maybe<Scalars['Int']['output']>;
  /** Those that most units have first; fifty at most. */
  entries: Array<DifficultySynthesisEntry>;
  /** How many of these are not closed. Example: `2`. */
  open: Scalars['Int']['output'];
  /** How many reports. Example: `9`. */
  reports: Scalars['Int']['output'];
  /** How many units have any of them. Example: `8`. */
  unitCount: Scalars['Int']['output'];
};

/** The published report on which something was decided. */
export type DirectedReport = {
  /** Its id. Example: `b3a1c2d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d`. */
  id: Scalars['ID']['output'];
  /** Its period, by its name. Example: `Tháng 8/2022`. */
  name: Scalars['String']['output'];
  /** Its number. Example: `85/BC-STTTT`. */
  number: Maybe<Scalars['String']['output']>;
  /** The published report that stands in its place; null while it stands itself. */
  replacedBy: Maybe<DirectedReport>;
};

/** What was decided on a published report. */
export type Direction = {
  /** When it was entered. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who entered it. Example: `Trần Thị Bình`. */
  by: Maybe<Scalars['String']['output']>;
  /** When it was decided. Example: `2022-09-08`. */
  givenOn: Scalars['Date']['output'];
  /** Its number, by which people call it. Example: `4`. */
  id: Scalars['ID']['output'];
  /** The number of the paper by which it was told. Example: `312/TB-UBND`. */
  number: Maybe<Scalars['String']['output']>;
  /** The sentence or row that it follows from, as it stands in the report. Example: `Toàn tỉnh đạt 54,99 %, còn thiếu 1 hồ sơ.`. */
  quote: Maybe<Scalars['String']['output']>;
  /** The report that it was decided on. */
  report: DirectedReport;
  /** Its tasks within reach. */
  tasks: Array<DirectionTask>;
  /** What was decided. Example: `UBND huyện rà soát các xã chưa có hồ sơ trực tuyến, báo cáo nguyên nhân.`. */
  text: Scalars['String']['output'];
};

/** What was decided on a report. */
export type DirectionInput = {
  /** Until when: within three years. Example: `2022-09-30`. */
  due: Scalars['Date']['input'];
  /** When it was decided: not before the day of the report. Example: `2022-09-08`. */
  givenOn: Scalars['Date']['input'];
  /** The number of the paper by which it was told, at most 100 characters. Example: `312/TB-UBND`. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** The writer knows that another report was published in the place of this one. Without it nothing is decided on a report that was replaced. */
  onReplaced?: Scalars['Boolean']['input'];
  /** The id of the report: a published one. Example: `b3a1c2d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d`. */
  report: Scalars['ID']['input'];
  /** Or the code of the unit whose row it follows from. Example: `164`. */
  row?: InputMaybe<Scalars['ID']['input']>;
  /** The key of the sentence that it follows from. Example: `1.0`. */
  sentence?: InputMaybe<Scalars['String']['input']>;
  /** What is to be done: at most 2,000 characters, without numbers of citizens and codes of dossiers. Example: `UBND huyện rà soát các xã chưa có hồ sơ trực tuyến, báo cáo nguyên nhân.`. */
  text: Scalars['String']['input'];
  /** Codes of the units that do it, 300 at most: each has a task of its own. Example: `["05503"]`. */
  units: Array<Scalars['ID']['input']>;
};

/** What one unit has to do about a direction. */
export type DirectionTask = {
  /** Days past the deadline: until its unit said that it is done, else until today. Example: `0`. */
  daysLate: Scalars['Int']['output'];
  /** The direction that it belongs to. */
  direction: Direction;
  /** When its unit said that it is done. Example: `2022-09-28`. */
  doneOn: Maybe<Scalars['Date']['output']>;
  /** Until when it is to be done. Example: `2022-09-30`. */
  dueOn: Scalars['Date']['output'];
  /** How often it was extended. Example: `1`. */
  extended: Scalars['Int']['output'];
  /** Its number. Example: `12`. */
  id: Scalars['ID']['output'];
  /** How many messages tell its unit of it, as far as the caller sees messages to that unit. */
  messages: Array<MatterMessages>;
  /** It waits for its unit, past the deadline. */
  overdue: Scalars['Boolean']['output'];
  /** What the caller may do about it as it stands. */
  possible: Array<TaskAct>;
  /** How often it was given back. Example: `0`. */
  returned: Scalars['Int']['output'];
  /** When it was confirmed or called off. Example: `2022-09-30`. */
  settledOn: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  state: TaskState;
  /** What was done about it, oldest first. */
  steps: Array<MatterStep>;
  /** The unit that does it, as it is today, or was at its end. */
  unit: Maybe<Unit>;
  /** Grows with each step: what steps expect. Example: `2`. */
  version: Scalars['Int']['output'];
};

/** A page of DirectionTask. */
export type DirectionTaskConnection = {
  /** The page, each with its cursor. */
  edges: Array<DirectionTaskEdge>;
  /** The page without cursors. */
  nodes: Array<DirectionTask>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One DirectionTask with its cursor. */
export type DirectionTaskEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: DirectionTask;
};

/** The words that decisions of a unit are written with. */
export type DocumentTemplate = {
  /** Whose words these are. */
  origin: TemplateOrigin;
  /** The code of the unit; null for those for all. Example: `171`. */
  unit: Maybe<Scalars['ID']['output']>;
  /** The latest version that was written for this unit (or for all); 0 for none. Example: `3`. */
  version: Scalars['Int']['output'];
  /** All versions, the latest first; `documentTemplate` gives the words of one. */
  versions: Array<DocumentTemplateVersion>;
  /** What is in use. */
  words: DecisionWords;
};

/** A version of the words that a unit, or all, wrote. */
export type DocumentTemplateVersion = {
  /** Whose account saved it. Example: `Văn thư Sở Tư pháp`. */
  by: Maybe<Scalars['String']['output']>;
  /** When it was saved. Example: `2022-08-31T17:00:00+07:00`. */
  madeAt: Scalars['DateTime']['output'];
  /** Which one; the first is 1. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** One application for one procedure at one unit, without anything about who applied. */
export type Dossier = {
  /** How it came. */
  channel: Channel;
  /** As it was received. Example: `000.03.164.H55-220301-0003`. */
  code: Scalars['ID']['output'];
  /** In the numerator, only in the denominator, or not at all. */
  countedAs: CountedAs;
  /** When the result is due, where told. Example: `2022-08-31T17:00:00+07:00`. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was resolved; null while it is not. Example: `2022-08-31T17:00:00+07:00`. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Made for demonstration. */
  made: Scalars['Boolean']['output'];
  /** The procedure that it asks for. */
  procedure: Maybe<Procedure>;
  /** Why it counts or not, in one sentence. Example: `Tính, trực tuyến: còn hiệu lực và trong danh mục ngày 01/03/2022.`. */
  reason: Scalars['String']['output'];
  /** When it was received. Example: `2022-08-31T17:00:00+07:00`. */
  receivedAt: Maybe<Scalars['DateTime']['output']>;
  /** The one-stop system's status, 1 to 10. Example: `10`. */
  status: Scalars['Int']['output'];
  /** The status in words. Example: `Đã trả kết quả`. */
  statusText: Scalars['String']['output'];
  /** The unit that received it, as it was that day. */
  unit: Maybe<Unit>;
  /** Grows with every correction that arrived. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** Has dossiers received in a period: { from: "2022-01-01", to: "2022-12-31", unit: "164", least: 10 }. */
export type DossierConditionInput = {
  /** The first day of the period. Example: `2022-01-01`. */
  from: Scalars['Date']['input'];
  /** So many at least; 1 unless given. Example: `1`. */
  least?: InputMaybe<Scalars['Int']['input']>;
  /** Its last day. Example: `2022-12-31`. */
  to: Scalars['Date']['input'];
  /** A unit's code: received by it, by what lies below it, or by what these succeeded; anywhere unless given. Example: `05503`. */
  unit?: InputMaybe<Scalars['ID']['input']>;
};

/** A page of Dossier. */
export type DossierConnection = {
  /** Denominator of the figure that these dossiers stand behind. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** The page, each with its cursor. */
  edges: Array<DossierEdge>;
  /** The page without cursors. */
  nodes: Array<Dossier>;
  /** Numerator of the figure that these dossiers stand behind. Example: `5499`. */
  numerator: Scalars['Int']['output'];
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** How many dossiers of a procedure came in a month by a channel. */
export type DossierCount = {
  /** How they came. */
  channel: Channel;
  /** How many the whole province received; months without any are left out. Example: `115`. */
  count: Scalars['Int']['output'];
  /** First day of the month. Example: `2022-08-01`. */
  month: Scalars['Date']['output'];
};

/** What reads other than before in a dossier, in words. */
export type DossierDifference = {
  /** As it is; null: nothing. Example: `Trực tuyến`. */
  after: Maybe<Scalars['String']['output']>;
  /** As it was; null: nothing. Example: `Trực tiếp`. */
  before: Maybe<Scalars['String']['output']>;
  /** Which of its facts. */
  field: DossierField;
};

/** One Dossier with its cursor. */
export type DossierEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: Dossier;
};

/** Why a dossier counts or not, rule by rule. */
export type DossierExplanation = {
  /** As it was received. Example: `000.03.164.H55-220301-0003`. */
  code: Scalars['ID']['output'];
  /** In the numerator, only in the denominator, or not at all. */
  countedAs: CountedAs;
  /** The procedure that it asks for. */
  procedure: Maybe<Procedure>;
  /** Every rule, in their order, also those after the first that fails. */
  rules: Array<DossierRule>;
  /** The unit that received it, as it was that day. */
  unit: Maybe<Unit>;
};

/** What reads other than before in a dossier. GONE: whether it is deleted, or merged into another one. */
export type DossierField =
  'CHANNEL' | 'DUE_AT' | 'FINISHED_AT' | 'GONE' | 'PROCEDURE' | 'RECEIVED_AT' | 'RETURNED_AT' | 'STATUS' | 'UNIT';

/** Why a dossier is in no figure. DELETED: a person or its source took it out. MERGED: its rows are taken for another dossier. */
export type DossierGone = 'DELETED' | 'MERGED';

/** All that is known of one dossier: its versions, what sources say of it, which codes are it. */
export type DossierRecord = {
  /** Its code as it was received. Example: `H55.164.3-220301-0007`. */
  code: Scalars['ID']['output'];
  /** Why it counts nowhere; null: it is not gone. */
  gone: Maybe<DossierGone>;
  /** Dossiers that may be the same one, the likeliest first; at most five. */
  likelySame: Array<LikelyDossier>;
  /** The code of the dossier that it was merged into. Example: `000.03.164.H55-220301-0007`. */
  mergedInto: Maybe<Scalars['String']['output']>;
  /** The code from which it was split off for one source. Example: `H55.164.3-220301-0007`. */
  splitFrom: Maybe<Scalars['String']['output']>;
  /** What each source said last of it, those that are believed most first. */
  statements: Array<DossierStatement>;
  /** Other codes whose rows are taken for it. */
  takenCodes: Array<TakenCode>;
  /** All versions that are kept, the newest first; the first one stands. */
  versions: Array<DossierVersion>;
};

/** What became of one rule for a dossier. */
export type DossierRule = {
  /** The channel that it came by. */
  channel: Maybe<Channel>;
  /** The day that it looked at. Example: `2022-03-01`. */
  day: Maybe<Scalars['Date']['output']>;
  /** The number of the decision that made it so, where one did. Example: `402/QĐ-UBND`. */
  decision: Maybe<Scalars['String']['output']>;
  /** At which it stood on the list. */
  level: Maybe<ServiceLevel>;
  /** What became of it. */
  outcome: RuleOutcome;
  /** Which rule. */
  rule: ExplainedRuleName;
  /** The same in one sentence, in the language of the request. Example: `Thủ tục có trong danh mục ở cấp xã ngày 01/03/2022 (theo 402/QĐ-UBND).`. */
  sentence: Scalars['String']['output'];
  /** The tier that the list was asked for. */
  tier: Maybe<UnitKind>;
};

/** A system that dossiers come from. */
export type DossierSource = {
  /** Its last batches, newest first; 10 unless told, 100 at most. */
  batches: Array<IngestBatch>;
  /** What its codes mean here. */
  codes: Array<SourceCode>;
  /** Whether it may send. */
  enabled: Scalars['Boolean']['output'];
  /** How fresh and how complete it is on a day, today unless told. */
  freshness: SourceFreshness;
  /** Whether it has a password for that; it is never shown. */
  hasPassword: Scalars['Boolean']['output'];
  /** What names it in arguments. Example: `17`. */
  id: Scalars['ID']['output'];
  /** When it was heard of last. Example: `2022-08-31T10:15:00+07:00`. */
  lastContactAt: Maybe<Scalars['DateTime']['output']>;
  /** When it last brought something that could be taken. Example: `2022-08-31T10:15:00+07:00`. */
  lastDataAt: Maybe<Scalars['DateTime']['output']>;
  /** The name that it signs in with at /lgsp/login. Example: `motcua.h55`. */
  loginName: Maybe<Scalars['String']['output']>;
  /** How its dossiers come. */
  mode: DossierSourceMode;
  /** What it is called here. Example: `Một cửa điện tử tỉnh`. */
  name: Scalars['String']['output'];
  /** Whether a report of progress with status 9 says that the dossier was finished then. */
  nineIsFinished: Scalars['Boolean']['output'];
  /** What it says that another source overrules, the newest first, of dossiers within reach; 20 at most. */
  overruled: Array<OverruledStatement>;
  /** How it is fetched from, and how that stands; null where it sends itself. */
  pull: Maybe<SourcePull>;
  /** Whom to believe where two sources differ: the smaller number; of two alike, who said something new last. Example: `100`. */
  rank: Scalars['Int']['output'];
  /** What software it is. Example: `Phần mềm một cửa 3.2`. */
  system: Maybe<Scalars['String']['output']>;
  /** Its tokens that one may manage. */
  tokens: Array<Token>;
  /** The units that it speaks for, each with all below it. */
  units: Array<Unit>;
  /** Its codes that nobody knows and for which rows wait in quarantine, the most frequent first. */
  unknownCodes: Array<UnknownCode>;
  /** Grows with every change. Example: `3`. */
  version: Scalars['Int']['output'];
  /** How many reports of progress wait for their dossiers. Example: `12`. */
  waitingReports: Scalars['Int']['output'];
};

/** A system that dossiers come from. */
export type DossierSourceBatchesArgs = {
  first: InputMaybe<Scalars['Int']['input']>;
};

/** A system that dossiers come from. */
export type DossierSourceFreshnessArgs = {
  on: InputMaybe<Scalars['Date']['input']>;
};

/** A source to be set up, or changed where its id is told. */
export type DossierSourceInput = {
  /** Whether it may send; true unless told. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** The version that the caller saw. Example: `3`. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The one to be changed. Example: `17`. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The name that it signs in with at /lgsp/login. Example: `motcua.h55`. */
  loginName?: InputMaybe<Scalars['String']['input']>;
  /** What it is called here, at most 200 characters. Example: `Một cửa điện tử tỉnh`. */
  name: Scalars['String']['input'];
  /** Whether its reports with status 9 say that a dossier was finished. */
  nineIsFinished?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its password there, 8 to 200 characters; not told: as it was. Example: `Một cửa-2022-H55`. */
  password?: InputMaybe<Scalars['String']['input']>;
  /** Whom to believe where two differ, 1 (most) to 1,000; 100 unless told. Example: `100`. */
  rank?: InputMaybe<Scalars['Int']['input']>;
  /** What software it is, at most 200 characters. Example: `Phần mềm một cửa 3.2`. */
  system?: InputMaybe<Scalars['String']['input']>;
  /** The units that it speaks for, each with all below it: at most 50. Example: `["05503"]`. */
  units: Array<Scalars['ID']['input']>;
};

/** How dossiers come: the source sends them itself, or they are fetched from a portal, a folder or by SFTP. */
export type DossierSourceMode = 'FOLDER' | 'PORTAL' | 'PUSH' | 'SFTP';

/** What a source said last of a dossier, believed or not. */
export type DossierStatement = {
  /** When this was stored. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Whether it came to stand when it was said: no source of a better rank had spoken. */
  believed: Scalars['Boolean']['output'];
  /** How it came. */
  channel: Channel;
  /** The code that the source writes, in its comparable form. Example: `H55.164.3-220301-0007`. */
  code: Scalars['String']['output'];
  /** What is different from what stands. */
  differs: Array<DossierField>;
  /** When the result is due, where told. Example: `2022-08-31T17:00:00+07:00`. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was resolved. Example: `2022-08-31T17:00:00+07:00`. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether the source has not got it any more. */
  isGone: Scalars['Boolean']['output'];
  /** The procedure that it names. */
  procedure: Maybe<Procedure>;
  /** When it was received. Example: `2022-08-31T17:00:00+07:00`. */
  receivedAt: Scalars['DateTime']['output'];
  /** When the result was returned. Example: `2022-08-31T17:00:00+07:00`. */
  returnedAt: Maybe<Scalars['DateTime']['output']>;
  /** What the source is called whose word it is; null: a person’s. Example: `Một cửa điện tử`. */
  source: Maybe<Scalars['String']['output']>;
  /** The source. Example: `3`. */
  sourceId: Scalars['ID']['output'];
  /** The one-stop system's status, 1 to 10. Example: `10`. */
  status: Scalars['Int']['output'];
  /** The status in words. Example: `Đã trả kết quả`. */
  statusText: Scalars['String']['output'];
  /** The unit that it names, as it was that day. */
  unit: Maybe<Unit>;
};

/** What is asked for. SPLIT of a dossier that was merged makes it one of its own again. */
export type DossierStepAsked = 'DELETE' | 'MERGE' | 'RESTORE' | 'SPLIT';

/** What is decided of a dossier. */
export type DossierStepInput = {
  /** The dossier's code. Example: `H55.164.3-220301-0007`. */
  code: Scalars['ID']['input'];
  /** With MERGE: the code of the dossier that it is. Example: `000.03.164.H55-220301-0007`. */
  into?: InputMaybe<Scalars['ID']['input']>;
  /** What is decided. */
  kind: DossierStepAsked;
  /** With SPLIT: the source whose rows are another dossier. Example: `3`. */
  source?: InputMaybe<Scalars['ID']['input']>;
};

/** What was decided of a dossier. UNMERGE: it is one of its own again. SPLIT: rows of one source became a dossier of their own. */
export type DossierStepKind = 'DELETE' | 'MERGE' | 'RESTORE' | 'SPLIT' | 'UNMERGE';

/** A dossier as it was known from one instant to another, and whence that came. */
export type DossierVersion = {
  /** When this was stored. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** The import, or the receipt of the decision, that brought it. Example: `5f0c2a4e-7a53-4a0f-9d0b-0d1c6b1f4e21`. */
  batch: Scalars['ID']['output'];
  /** What kind of import that was. */
  batchKind: BatchKind;
  /** The file's name, where there was one. Example: `ho-so-thang-3.csv`. */
  batchName: Maybe<Scalars['String']['output']>;
  /** Whose account brought it; null for the system itself. Example: `Trần Thị Bình`. */
  by: Maybe<Scalars['String']['output']>;
  /** What is different from the version before. */
  changed: Array<DossierField>;
  /** How it came. */
  channel: Channel;
  /** When the result is due, where told. Example: `2022-08-31T17:00:00+07:00`. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was resolved. Example: `2022-08-31T17:00:00+07:00`. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it counted nowhere; null: it was not gone. */
  gone: Maybe<DossierGone>;
  /** Made for demonstration. */
  made: Scalars['Boolean']['output'];
  /** The procedure that it asks for. */
  procedure: Maybe<Procedure>;
  /** Why it was decided. Example: `Một cửa đổi cách ghi mã, gửi lại thành hồ sơ khác.`. */
  reason: Maybe<Scalars['String']['output']>;
  /** When it was received. Example: `2022-08-31T17:00:00+07:00`. */
  receivedAt: Scalars['DateTime']['output'];
  /** When the result was returned. Example: `2022-08-31T17:00:00+07:00`. */
  returnedAt: Maybe<Scalars['DateTime']['output']>;
  /** What the source is called whose word it is; null: a person’s. Example: `Một cửa điện tử`. */
  source: Maybe<Scalars['String']['output']>;
  /** The one-stop system's status, 1 to 10. Example: `10`. */
  status: Scalars['Int']['output'];
  /** The status in words. Example: `Đã trả kết quả`. */
  statusText: Scalars['String']['output'];
  /** The decision that made it; null: none, data came. */
  step: Maybe<DossierStepKind>;
  /** The code of the other dossier of that decision. Example: `000.03.164.H55-220301-0007`. */
  stepOther: Maybe<Scalars['String']['output']>;
  /** The unit that received it, as it was that day. */
  unit: Maybe<Unit>;
  /** Until when it was known so; null: it stands. Example: `2022-08-31T17:00:00+07:00`. */
  until: Maybe<Scalars['DateTime']['output']>;
  /** Its number, from 1. Example: `2`. */
  version: Scalars['Int']['output'];
};

/** A decision's header as a draft names it; the decision itself is recorded when that is published. */
export type DraftDecision = {
  /** The day from which it holds; `issuedOn` unless given. Example: `2021-02-19`. */
  effectiveOn: Maybe<Scalars['Date']['output']>;
  /** The day on which it was signed. Example: `2021-02-19`. */
  issuedOn: Scalars['Date']['output'];
  /** A unit's code; the province unless given. Example: `19`. */
  issuer: Maybe<Scalars['ID']['output']>;
  /** As it is written on the decision. Example: `402/QĐ-UBND`. */
  number: Scalars['String']['output'];
};

/** A dossier that a sample drew. */
export type DrawnDossier = {
  /** Who looked at it. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** Its code. Example: `000.03.164.H55-220831-0001`. */
  code: Scalars['ID']['output'];
  /** What was noted with it. Example: `Sổ tiếp nhận ghi nộp trực tiếp.`. */
  note: Maybe<Scalars['String']['output']>;
  /** Its place in the draw, from 1. Example: `1`. */
  place: Scalars['Int']['output'];
  /** What was found; null: it was not looked at yet. */
  result: Maybe<SampleResult>;
  /** How often it was judged: what the next judgement expects. Example: `1`. */
  version: Scalars['Int']['output'];
};

/** What a change does to the figures of a period, computed without changing anything. Scope SUBTREE, by the targets in force on its last day. */
export type Effect = {
  /** The province itself, also where nothing changes. */
  province: UnitEffect;
  /** How many units have another status by it. Example: `6`. */
  statusChanges: Scalars['Int']['output'];
  /** Every unit whose figure changes, in the order of the codes, the province among them. */
  units: Array<UnitEffect>;
};

/** A stretch of points of rise that cost the same. */
export type EffortBand = {
  /** How many points; null for all beyond, the last one. Example: `10`. */
  points: Maybe<Scalars['Percent']['output']>;
  /** What each of them costs, 0 to 1,000. Example: `1`. */
  weight: Scalars['Int']['output'];
};

/** A stretch of points of rise that cost the same; of a list the weights never fall. */
export type EffortBandInput = {
  /** How many points; null for all beyond, the last one alone. Example: `10`. */
  points?: InputMaybe<Scalars['Percent']['input']>;
  /** What each of them costs, 0 to 1,000. Example: `1`. */
  weight: Scalars['Int']['input'];
};

/** The day on which procedure and list are looked at. */
export type EligibilityDate = 'PERIOD_END' | 'RECEIVED' | 'RESOLVED';

/** What is answered where all is well. */
export type ExpectedAnswer = 'NO' | 'YES';

/** The rules by which a dossier counts, in their order; CHANNEL says in which of the two counts. */
export type ExplainedRuleName =
  'CHANNEL' | 'DUE' | 'GONE' | 'IN_FORCE' | 'IN_PERIOD' | 'LEVEL' | 'LISTED' | 'ON_TIME' | 'RESOLVED' | 'TIER';

/** Why a figure is what it is. */
export type Explanation = {
  /** The instant as of which all this is known. Example: `2022-08-31T17:00:00+07:00`. */
  asOf: Scalars['DateTime']['output'];
  /** The figure itself. */
  attainment: Attainment;
  /** The comparison with the target on whole numbers, e.g. 549.900 < 549.945. */
  comparison: Maybe<Scalars['String']['output']>;
  /** What it measures. */
  indicator: Indicator;
  /** The unit's other dossiers received or finished in the period. Example: `812`. */
  notCounted: Scalars['Int']['output'];
  /** The rule in one sentence, in the language of the request. Example: `Hồ sơ nộp trực tuyến trên tổng số hồ sơ đã giải quyết trong kỳ 01/01/2022 – 31/12/2022, thủ tục còn hiệu lực vào ngày tiếp nhận.`. */
  rule: Scalars['String']['output'];
};

/** A source of dossiers that a system feeds. */
export type FedSource = {
  /** Its id. Example: `5`. */
  id: Scalars['ID']['output'];
  /** What it is called. Example: `Hệ thống một cửa tỉnh`. */
  name: Maybe<Scalars['String']['output']>;
};

/** What one version made of one field. */
export type FieldChange = {
  /** What it is. Example: `1.5`. */
  after: Maybe<Scalars['JSON']['output']>;
  /** What it was. Example: `3`. */
  before: Maybe<Scalars['JSON']['output']>;
  /** The name of the field in Procedure. Example: `processingDays`. */
  field: Scalars['String']['output'];
  /** The day from which the text with it holds; null: since ever. Example: `2022-01-01`. */
  from: Maybe<Scalars['Date']['output']>;
};

/** How many procedures a field has. */
export type FieldCount = {
  /** How many procedures it has. Example: `115`. */
  count: Scalars['Int']['output'];
  /** Lĩnh vực. Example: `Hộ tịch`. */
  field: Scalars['String']['output'];
};

/** A figure as it was handed out, for ever under its reference. */
export type Figure = {
  /** The way from it to what is known now, in steps that sum exactly. */
  bridge: FigureBridge;
  /** Who cited it first; null for the system itself. Example: `Theo dõi tỉnh`. */
  by: Maybe<Scalars['String']['output']>;
  /** When it was first cited. Example: `2022-04-05T09:00:00+07:00`. */
  citedAt: Scalars['DateTime']['output'];
  /** As handed out. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** First day of the period. Example: `2022-01-01`. */
  from: Scalars['Date']['output'];
  /** Whether it is what was handed out: the hash fits, the audit trail says the same, and worked out again as known then it is the same. */
  holds: Scalars['Boolean']['output'];
  /** What it measures. */
  indicator: Indicator;
  /** The sealed moment as of which it was known. Example: `2022-12-31T23:59:59+07:00`. */
  knownAt: Scalars['DateTime']['output'];
  /** The same question as known now; null where the unit is not there any more on the last day of the period. */
  now: Maybe<Attainment>;
  /** As handed out. Example: `5499`. */
  numerator: Scalars['Int']['output'];
  /** Rounded half up to two decimals, to show; null without dossiers. Example: `54.99`. */
  rate: Maybe<Scalars['Percent']['output']>;
  /** What it is cited by: /so-lieu/REFERENCE opens it. Example: `05503-2022-7Q2M9XK4TB`. */
  reference: Scalars['ID']['output'];
  /** What was asked for. */
  scope: Scope;
  /** SHA-256 over all of it; the event of the audit trail says the same. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Scalars['String']['output'];
  /** As it was then. */
  status: AttainmentStatus;
  /** In force on the last day of the period, as known then; null if none. Example: `55`. */
  target: Maybe<Scalars['Percent']['output']>;
  /** Last day of the period, included. Example: `2022-12-31`. */
  to: Scalars['Date']['output'];
  /** As it was on the last day of the period, as known then. */
  unit: Unit;
};

/** The difference of two figures in steps that sum exactly. */
export type FigureBridge = {
  /** Percentage points between both ends; null where an end has no rate. Example: `-9.17`. */
  points: Maybe<Scalars['Float']['output']>;
  /** The step that made the status another one; null: it is the same. */
  statusChangedBy: Maybe<ChangeCause>;
  /** In the order in which they are told; none where nothing changed. */
  steps: Array<BridgeStep>;
};

/** REMEDIED is said by the unit; CONFIRMED, REFUSED (it is open again) and WITHDRAWN by those who inspect; NOTED by either. */
export type FindingAct = 'CONFIRMED' | 'NOTED' | 'REFUSED' | 'REMEDIED' | 'WITHDRAWN';

/** What was found at a unit. */
export type FindingInput = {
  /** Until when it is to be remedied: not before the inspection begins. Example: `2022-10-31`. */
  dueOn: Scalars['Date']['input'];
  /** What shows it, 10 files at most. */
  files?: InputMaybe<Array<InspectionFileInput>>;
  /** The number of the inspection. Example: `7`. */
  inspection: Scalars['ID']['input'];
  /** The key of the item of the checklist that it follows from. Example: `KENH`. */
  item?: InputMaybe<Scalars['String']['input']>;
  /** How grave it is. */
  severity: FindingSeverity;
  /** What was found and what is asked for, at most 2,000 characters. Example: `Năm hồ sơ giấy được nhập lại thành hồ sơ trực tuyến. Đề nghị sửa và báo cáo.`. */
  text: Scalars['String']['input'];
  /** The code of one of its units. Example: `05503`. */
  unit: Scalars['ID']['input'];
};

/** How grave a finding is. */
export type FindingSeverity = 'GRAVE' | 'LIGHT' | 'SERIOUS';

/** OPEN: to be remedied. REMEDIED: its unit says that it is. CONFIRMED: those who inspect say so too. WITHDRAWN: it was taken back. */
export type FindingState = 'CONFIRMED' | 'OPEN' | 'REMEDIED' | 'WITHDRAWN';

/** What is done about a finding. */
export type FindingStepInput = {
  /** What is done. */
  act: FindingAct;
  /** Of REFUSED: until when it is to be remedied then. Example: `2022-11-15`. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** The version that the caller saw; another one is a CONFLICT. Example: `3`. */
  expectedVersion: Scalars['Int']['input'];
  /** What shows it, 10 files at most. */
  files?: InputMaybe<Array<InspectionFileInput>>;
  /** The number of the finding. Example: `21`. */
  finding: Scalars['ID']['input'];
  /** Of NOTED: for those who inspect alone. */
  teamOnly?: Scalars['Boolean']['input'];
  /** What is said with it; of a confirmation it may be left out. Example: `Đã sửa kênh của năm hồ sơ, gửi kèm ảnh chụp.`. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** What is said of a procedure being in force: STATED, the whole period by somebody who named no decision; the others by a decision from a day on. */
export type ForceAction = 'AMENDED' | 'ENFORCED' | 'REPEALED' | 'REPLACED' | 'STATED';

/** One line of a decision about a procedure being in force. */
export type ForceChangeInput = {
  /** ENFORCED, AMENDED, REPLACED or REPEALED. */
  action: ForceAction;
  /** The day from which it holds; the decision's effective day unless given. Example: `2022-01-01`. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Page or annex, at most 100 characters. Example: `Phụ lục I, trang 3`. */
  locator?: InputMaybe<Scalars['String']['input']>;
  /** The code of a procedure of the catalogue. Example: `2.000815`. */
  procedure: Scalars['ID']['input'];
  /** Needed for REPLACED: the code of the replacing procedure. Example: `1.000894`. */
  replacedBy?: InputMaybe<Scalars['ID']['input']>;
};

/** What a decision says of procedures being in force. */
export type ForceChangesInput = {
  /** At most 5,000, in the order of the decision. */
  changes: Array<ForceChangeInput>;
  /** The decision. */
  decision: DecisionInput;
};

/** How procedures stand on a day: { states: [IN_FORCE], on: "2022-07-01" }. */
export type ForceConditionInput = {
  /** The day; the one as of which the list is read unless given. Example: `2022-08-31`. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Any of these; at least one. */
  states: Array<ForceState>;
};

/** How many procedures stand so on the day. */
export type ForceCount = {
  /** How many procedures. Example: `115`. */
  count: Scalars['Int']['output'];
  /** How they stand. */
  state: ForceState;
};

/** How many procedures' being in force a decision speaks of, by what it says. */
export type ForceCounts = {
  /** AMENDED. Example: `3`. */
  amended: Scalars['Int']['output'];
  /** ENFORCED. Example: `5`. */
  enforced: Scalars['Int']['output'];
  /** REPEALED. Example: `2`. */
  repealed: Scalars['Int']['output'];
  /** REPLACED by another code. Example: `1`. */
  replaced: Scalars['Int']['output'];
};

/** A line about a procedure being in force. */
export type ForceLine = {
  /** What it says. */
  action: ForceAction;
  /** The decision that says it; null for STATED. */
  decision: Maybe<Decision>;
  /** The day from which it holds; of STATED the first day in force, null: since ever. Example: `2022-01-01`. */
  from: Maybe<Scalars['Date']['output']>;
  /** The version took this line back. */
  isTakenBack: Scalars['Boolean']['output'];
  /** Page or annex of the decision. Example: `Phụ lục I, trang 3`. */
  locator: Maybe<Scalars['String']['output']>;
  /** The procedure in its place. */
  successor: Maybe<Procedure>;
  /** Of STATED the last day in force; null: open. Example: `2022-12-31`. */
  to: Maybe<Scalars['Date']['output']>;
};

/** From when to when a procedure is in force. */
export type ForcePeriod = {
  /** The decision that ended it, where one is known. */
  closedBy: Maybe<Decision>;
  /** The first day; null: since ever. Example: `2022-01-01`. */
  from: Maybe<Scalars['Date']['output']>;
  /** The decision that began it, where one is known. */
  openedBy: Maybe<Decision>;
  /** The last day; null while it lasts. Example: `2022-12-31`. */
  to: Maybe<Scalars['Date']['output']>;
};

/** What a decision about procedures being in force would do; nothing of it is stored. */
export type ForcePreview = {
  /** What it does to the figures, by indicators and years; empty: nothing. */
  effects: Array<YearEffect>;
  /** Procedure by procedure. */
  procedures: Array<ForcePreviewLine>;
};

/** What a decision would do to when one procedure is in force. */
export type ForcePreviewLine = {
  /** When it would be; a new decision stands at no end yet. */
  after: Array<ForcePeriod>;
  /** When it is in force now, oldest first. */
  before: Array<ForcePeriod>;
  /** The national code. Example: `2.000815`. */
  code: Scalars['ID']['output'];
  /** Whether it is made by the same decision. */
  isNew: Scalars['Boolean']['output'];
  /** As it reads today. Example: `Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con`. */
  name: Scalars['String']['output'];
};

/** How a procedure stands on a day. NOT_YET: it will be in force from a later day. NO_LONGER: neither. */
export type ForceState = 'IN_FORCE' | 'NOT_YET' | 'NO_LONGER';

/** Where a unit stands on a day of the year, and how the year will end. */
export type Forecast = {
  /** Who pulls the unit down and who lifts it, the heaviest first; empty without target. */
  contributions: Array<Contribution>;
  /** How many more dossiers are expected to count until the end of the year. Example: `1840`. */
  expected: Scalars['Int']['output'];
  /** How many of these are expected in the numerator. Example: `1012`. */
  expectedInNumerator: Scalars['Int']['output'];
  /** First day of the month at whose beginning the target could not be met any more, going on as expected; null if there is none. Example: `2022-11-01`. */
  impossibleFrom: Maybe<Scalars['Date']['output']>;
  /** What its plan wants at the end of each month, those of the plan that holds on the day; empty where there is none. */
  marks: Array<MonthMark>;
  /** Beside the mark of the last whole month, where an issued plan has one. */
  milestone: Maybe<MonthStanding>;
  /** January to December: what was counted, then what is expected. */
  months: Array<ForecastMonth>;
  /** How many of the dossiers still to come must be in the numerator; 0 when none. Null without target. Example: `1030`. */
  needed: Maybe<Scalars['Int']['output']>;
  /** The same as a share of those to come, rounded up; may exceed 100. Null when nothing more is expected. Example: `55.98`. */
  neededShare: Maybe<Scalars['Percent']['output']>;
  /** How the year will end. */
  outlook: Outlook;
  /** Which procedures pull the unit with all below it down and which lift it, the heaviest first; they add up to its own distance exactly. Empty without target. Counted from the dossiers as it is asked: null for a unit with more than 250,000 counted so far, whose units below are asked one by one. */
  procedureContributions: Maybe<Array<ProcedureContribution>>;
  /** The rate at the end of the year, to show. Example: `54.12`. */
  projected: Maybe<Scalars['Percent']['output']>;
  /** The upper end: one year in ten ends above it. Example: `55.9`. */
  projectedHigh: Maybe<Scalars['Percent']['output']>;
  /** The lower end: one year in ten ends below it. Example: `52.4`. */
  projectedLow: Maybe<Scalars['Percent']['output']>;
  /** From 1 January to the day, with all below it. */
  soFar: Attainment;
  /** In force on the day; null if none. Example: `55`. */
  target: Maybe<Scalars['Percent']['output']>;
  /** As it was on the day. */
  unit: Unit;
};

/** What one way of forecasting was off by: made anew at the end of each month of the past, by the method that forecasts before it would have chosen then. */
export type ForecastError = {
  /** Mean distance of the rate from January to the end of what was forecast from the forecast one, in points. Example: `0.84`. */
  forecast: Maybe<Scalars['Percent']['output']>;
  /** How many forecasts of the past were judged. Example: `890`. */
  judged: Scalars['Int']['output'];
  /** Of which units. */
  kind: UnitKind;
  /** The same, had one said: as last month. Example: `1.31`. */
  lastMonth: Maybe<Scalars['Percent']['output']>;
  /** By which these units are told today what they receive themselves; null for units with others below them. */
  method: Maybe<ForecastMethod>;
  /** The same, had one said: as in the year so far. Example: `1.97`. */
  soFar: Maybe<Scalars['Percent']['output']>;
  /** Units with others below them, all together; else units by themselves. */
  withUnits: Scalars['Boolean']['output'];
};

/** How the share of the months to come is told. LEVEL: as in the last three months. TREND: the same, and on as over the last six, less each month. SO_FAR: as in the year so far. LAST_MONTH: as in the last whole month. */
export type ForecastMethod = 'LAST_MONTH' | 'LEVEL' | 'SO_FAR' | 'TREND';

/** One month of a year: what was counted in it, or what is expected. */
export type ForecastMonth = {
  /** Of the month alone. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** It is not over: of a month that is under way what is left of it, which comes to what is counted so far. */
  expected: Scalars['Boolean']['output'];
  /** First day of the month. Example: `2022-09-01`. */
  from: Scalars['Date']['output'];
  /** Of the month alone. Example: `5499`. */
  numerator: Scalars['Int']['output'];
};

/** How good forecasts of the past were. */
export type ForecastQuality = {
  /** By kinds of units. */
  errors: Array<ForecastError>;
  /** The indicator’s code. Example: `ONLINE_RESOLUTION_L4`. */
  indicator: Scalars['ID']['output'];
  /** What was known until this day is what they rest on. Example: `2022-08-31`. */
  on: Scalars['Date']['output'];
  /** The last day against which they were held: the end of the last year that is over, of years alone that are over; until there is one, the end of the last whole month. Null where nothing could be judged. Example: `2021-12-31`. */
  until: Maybe<Scalars['Date']['output']>;
};

/** What a decision about a cause would come to; nothing is changed. */
export type ForeseenMend = {
  /** What the rows that were tried would do to the figures, by indicator and year in which they do anything. */
  effects: Array<YearEffect>;
  /** How many of those would be good. Example: `212`. */
  good: Scalars['Int']['output'];
  /** How many rows it is about. Example: `212`. */
  total: Scalars['Int']['output'];
  /** How many of them were tried: the first ten thousand. Example: `212`. */
  tried: Scalars['Int']['output'];
};

/** The width of one point of a series. */
export type Grain = 'DAY' | 'MONTH';

/** What an account may do; holds for the unit and all below it. */
export type Grant = {
  /** The grant that it was delegated from; it ends with that one. Example: `17`. */
  delegatedFrom: Maybe<Scalars['ID']['output']>;
  /** Its first day; null: always has. Example: `2022-01-01`. */
  from: Maybe<Scalars['Date']['output']>;
  /** When it was given. Example: `2022-08-31T17:00:00+07:00`. */
  grantedAt: Scalars['DateTime']['output'];
  /** Who gave it, as they are called now; null: it was there first. Example: `Quản trị hệ thống`. */
  grantedBy: Maybe<Scalars['String']['output']>;
  /** Who holds it; of what was delegated, where its delegator is asked about, else null. Example: `Văn thư Sở Tư pháp`. */
  holder: Maybe<Scalars['String']['output']>;
  /** Stays the same for ever. Example: `17`. */
  id: Scalars['ID']['output'];
  /** What it allows. */
  role: Role;
  /** OIDC: by a single sign-on, and brought up to date at each. */
  source: GrantSource;
  /** Its last day; null: until it is taken back. Example: `2022-12-31`. */
  to: Maybe<Scalars['Date']['output']>;
  /** It holds for this unit, as it is today, and all below it. */
  unit: Unit;
};

/** Who gave a grant. HAND: people. OIDC: what a single sign-on says of somebody. */
export type GrantSource = 'HAND' | 'OIDC';

/** Guidance: a document that is sent to units, which take note of it and ask about it. */
export type Guidance = {
  /** Until when receivers take note of it. Example: `2022-08-31`. */
  acknowledgeBy: Scalars['Date']['output'];
  /** When this edition was given. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who gave this edition. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** The day of the document. Example: `2022-08-15`. */
  dated: Scalars['Date']['output'];
  /** The edition that holds. Example: `2`. */
  edition: Scalars['Int']['output'];
  /** Its editions, the latest first. */
  editions: Array<GuidanceEdition>;
  /** The caller gives it: changes, withdraws and answers. */
  given: Scalars['Boolean']['output'];
  /** Its number, by which people call it. Example: `3`. */
  id: Scalars['ID']['output'];
  /** The unit in whose name it is given. */
  leadUnit: Maybe<Unit>;
  /** The number of the document. Example: `1024/STTTT-CĐS`. */
  number: Maybe<Scalars['String']['output']>;
  /** The procedures that it is about. */
  procedures: Array<Procedure>;
  /** What was asked, what the caller may read of it, oldest first. */
  questions: Array<GuidanceQuestion>;
  /** How its receivers within reach stand to it. */
  receipts: GuidanceReceipts;
  /** Its receivers within reach. */
  receivers: Array<GuidanceReceiver>;
  /** Whether it holds. */
  state: GuidanceState;
  /** What was done, what the caller may read of it, oldest first. */
  steps: Array<MatterStep>;
  /** What it says. Example: `Công chức một cửa hướng dẫn người dân nộp trực tuyến ngay tại quầy; không nhập lại hồ sơ giấy.`. */
  text: Scalars['String']['output'];
  /** What it is called. Example: `Hướng dẫn tiếp nhận hồ sơ trực tuyến toàn trình`. */
  title: Scalars['String']['output'];
  /** Grows with each edition and as it is withdrawn: what these expect. Example: `2`. */
  version: Scalars['Int']['output'];
  /** When it was withdrawn. Example: `2022-12-31`. */
  withdrawnOn: Maybe<Scalars['Date']['output']>;
};

/** An answer about guidance that another one replaced. */
export type GuidanceAnswer = {
  /** When. Example: `2022-08-18`. */
  answeredOn: Scalars['Date']['output'];
  /** Its number among the answers to the question, from 1. Example: `1`. */
  edition: Scalars['Int']['output'];
  /** It was told to all receivers. */
  public: Scalars['Boolean']['output'];
  /** What was answered. Example: `Hồ sơ nộp qua bưu chính tính theo kênh ghi trên phần mềm.`. */
  text: Scalars['String']['output'];
};

/** A page of Guidance. */
export type GuidanceConnection = {
  /** The page, each with its cursor. */
  edges: Array<GuidanceEdge>;
  /** The page without cursors. */
  nodes: Array<Guidance>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One Guidance with its cursor. */
export type GuidanceEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: Guidance;
};

/** An edition of guidance. */
export type GuidanceEdition = {
  /** Until when receivers take note of it. Example: `2022-08-31`. */
  acknowledgeBy: Scalars['Date']['output'];
  /** When. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who gave it. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** The day of the document. Example: `2022-08-15`. */
  dated: Scalars['Date']['output'];
  /** Its number, from 1. Example: `2`. */
  edition: Scalars['Int']['output'];
  /** The number of the document. Example: `1024/STTTT-CĐS`. */
  number: Maybe<Scalars['String']['output']>;
  /** What it changes; null of the first. Example: `Bổ sung cách ghi kênh nộp.`. */
  reason: Maybe<Scalars['String']['output']>;
  /** What it says. Example: `Công chức một cửa hướng dẫn người dân nộp trực tuyến ngay tại quầy; không nhập lại hồ sơ giấy.`. */
  text: Scalars['String']['output'];
  /** What it is called. Example: `Hướng dẫn tiếp nhận hồ sơ trực tuyến toàn trình`. */
  title: Scalars['String']['output'];
};

/** Whom guidance would be sent to. */
export type GuidanceForeseen = {
  /** Those of them where nobody who has an account may take note, 20 at most. */
  mute: Array<Unit>;
  /** How many these are. Example: `2`. */
  muteCount: Scalars['Int']['output'];
  /** How many units would be told. Example: `9`. */
  told: Scalars['Int']['output'];
};

/** Guidance as it is given. */
export type GuidanceInput = {
  /** Until when receivers take note of it: today or later. Example: `2022-08-31`. */
  acknowledgeBy: Scalars['Date']['input'];
  /** The day of the document: not one to come. Example: `2022-08-15`. */
  dated: Scalars['Date']['input'];
  /** Its files, 10 at most. Of another edition: left out it has those of the one before. */
  files?: InputMaybe<Array<MatterFileInput>>;
  /** It is sent to all units of this kind too, below `under` where that is told. */
  kind?: InputMaybe<UnitKind>;
  /** The code of the unit in whose name it is given. Example: `19`. */
  leadUnit: Scalars['ID']['input'];
  /** The number of the document, at most 100 characters. Example: `1024/STTTT-CĐS`. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Codes of procedures that it is about. Example: `["2.000815"]`. */
  procedures?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** What it says: at most 2,000 characters, without numbers of citizens and codes of dossiers. Example: `Công chức một cửa hướng dẫn người dân nộp trực tuyến ngay tại quầy; không nhập lại hồ sơ giấy.`. */
  text: Scalars['String']['input'];
  /** What it is called, at most 300 characters. Example: `Hướng dẫn tiếp nhận hồ sơ trực tuyến toàn trình`. */
  title: Scalars['String']['input'];
  /** It is sent to all units below this one too, of `kind` where that is told. Example: `164`. */
  under?: InputMaybe<Scalars['ID']['input']>;
  /** Codes of units that it is sent to. Example: `["05503"]`. */
  units?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** It is sent to all that lie below `units` too. */
  withBelow?: Scalars['Boolean']['input'];
};

/** A question about guidance. */
export type GuidanceQuestion = {
  /** The answer. Example: `Không. Chỉ tính hồ sơ nộp trên cổng dịch vụ công.`. */
  answer: Maybe<Scalars['String']['output']>;
  /** When it was answered last. Example: `2022-08-19`. */
  answeredOn: Maybe<Scalars['Date']['output']>;
  /** When. Example: `2022-08-18`. */
  askedOn: Scalars['Date']['output'];
  /** The answers before, what the caller may read of them, the latest first. */
  earlier: Array<GuidanceAnswer>;
  /** Its id. Example: `8`. */
  id: Scalars['ID']['output'];
  /** All receivers read it. */
  public: Scalars['Boolean']['output'];
  /** What was asked. Example: `Hồ sơ nộp qua bưu chính công ích có được tính là trực tuyến không?`. */
  text: Scalars['String']['output'];
  /** Who asked; null where the caller neither gives the guidance nor speaks for or watches over the asker. */
  unit: Maybe<Unit>;
  /** How often it was answered, and 1: what the next answer expects. Example: `2`. */
  version: Scalars['Int']['output'];
};

/** How receivers within reach stand to guidance. */
export type GuidanceReceipts = {
  /** How many took note of the edition that holds. Example: `7`. */
  acknowledged: Scalars['Int']['output'];
  /** How many did not, though the day is over. Example: `2`. */
  overdue: Scalars['Int']['output'];
  /** How many were told. Example: `9`. */
  told: Scalars['Int']['output'];
};

/** A unit that guidance was sent to. */
export type GuidanceReceiver = {
  /** When it took note of that one. Example: `2022-08-20`. */
  acknowledgedOn: Maybe<Scalars['Date']['output']>;
  /** The caller speaks for it: takes note, and asks. */
  answers: Scalars['Boolean']['output'];
  /** Who took note for it. Example: `Nguyễn Thị Dung`. */
  by: Maybe<Scalars['String']['output']>;
  /** The last edition that it took note of; 0: none. Example: `1`. */
  edition: Scalars['Int']['output'];
  /** How many messages tell it of the guidance, as far as the caller sees messages to that unit. */
  messages: Array<MatterMessages>;
  /** How it stands today. */
  state: ReceiptState;
  /** The unit, as it is today, or was at its end. */
  unit: Maybe<Unit>;
};

/** Whom guidance would be sent to, by whom. */
export type GuidanceReceiversInput = {
  /** As `GuidanceInput.kind`. */
  kind?: InputMaybe<UnitKind>;
  /** The code of the unit in whose name it would be given. Example: `19`. */
  leadUnit: Scalars['ID']['input'];
  /** As `GuidanceInput.under`. Example: `164`. */
  under?: InputMaybe<Scalars['ID']['input']>;
  /** As `GuidanceInput.units`. Example: `["05503"]`. */
  units?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** As `GuidanceInput.withBelow`. */
  withBelow?: Scalars['Boolean']['input'];
};

/** Guidance holds until it is withdrawn. */
export type GuidanceState = 'IN_FORCE' | 'WITHDRAWN';

/** LOOK: somebody should look at it soon. ACT: something may be lost, act now. */
export type HealthGrade = 'ACT' | 'LOOK';

/** Something that is wrong with the server, or soon will be. */
export type HealthWarning = {
  /** Which, BACKUP_LATE. */
  code: Scalars['String']['output'];
  /** How soon somebody should act. */
  grade: HealthGrade;
  /** What is wrong, in the language of the request. Example: `Đã quá hạn sao lưu: bản mới nhất cách đây 31 giờ.`. */
  text: Scalars['String']['output'];
  /** What to do about it. Example: `Bấm «Sao lưu ngay»; nếu không thành, xem nhật ký của máy chủ và chỗ trống trên đĩa.`. */
  toDo: Scalars['String']['output'];
};

/** An import that jumps, held until somebody has looked at it. */
export type HeldBatch = {
  /** Since when it is held. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** How many of them are bad: they go to the quarantine once it is released. Example: `3`. */
  bad: Scalars['Int']['output'];
  /** Its receipt: five zeros, for it counts nowhere. */
  batch: IngestBatch;
  /** How many dossiers would change. Example: `0`. */
  changed: Scalars['Int']['output'];
  /** How many dossiers would be new. Example: `12300`. */
  fresh: Scalars['Int']['output'];
  /** The import's id. Example: `5f0c2a4e-7a53-4a0f-9d0b-0d1c6b1f4e21`. */
  id: Scalars['ID']['output'];
  /** Why it is held. */
  jumps: Array<BatchJump>;
  /** How many rows were left out then: their code had come again since, and the newer content stands. Example: `2`. */
  leftOut: Maybe<Scalars['Int']['output']>;
  /** How many pages of one reading are held together: they are released or discarded as one. Example: `25`. */
  pages: Scalars['Int']['output'];
  /** Why it was released or discarded. Example: `Đã hỏi lại: nhập bù cả quý.`. */
  reason: Maybe<Scalars['String']['output']>;
  /** The import as which its rows were taken. Example: `5f0c2a4e-7a53-4a0f-9d0b-0d1c6b1f4e21`. */
  releasedAs: Maybe<Scalars['ID']['output']>;
  /** How many rows it has. Example: `12480`. */
  rows: Scalars['Int']['output'];
  /** When it was released or discarded. Example: `2022-08-31T17:00:00+07:00`. */
  settledAt: Maybe<Scalars['DateTime']['output']>;
  /** Who did that. Example: `Trần Thị Bình`. */
  settledBy: Maybe<Scalars['String']['output']>;
  /** What its source is called; null: somebody sent it. Example: `Một cửa điện tử`. */
  source: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  state: HeldState;
};

/** A page of HeldBatch. */
export type HeldBatchConnection = {
  /** The page, each with its cursor. */
  edges: Array<HeldBatchEdge>;
  /** The page without cursors. */
  nodes: Array<HeldBatch>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One HeldBatch with its cursor. */
export type HeldBatchEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: HeldBatch;
};

/** A right and where it is held today. */
export type HeldRight = {
  /** Held for the whole province. */
  everywhere: Scalars['Boolean']['output'];
  /** Its name in the table of rights, e.g. plan.draft. */
  right: Scalars['String']['output'];
  /** The codes of the units of today that it is held for; none where everywhere. Example: `["05503"]`. */
  units: Array<Scalars['ID']['output']>;
};

/** WAITING: it counts nowhere. RELEASED: it was taken, as an import of its own. DISCARDED: it never counts. */
export type HeldState = 'DISCARDED' | 'RELEASED' | 'WAITING';

/** A cell of a row, under the field that its column was matched with. */
export type ImportCell = {
  /** What was read. Example: `2.00815`. */
  asRead: Scalars['String']['output'];
  /** The column in the file. Example: `1`. */
  column: Scalars['Int']['output'];
  /** The field. */
  field: ImportField;
  /** Whether somebody wrote it anew. */
  isMended: Scalars['Boolean']['output'];
  /** What counts now. Example: `2.000815`. */
  text: Scalars['String']['output'];
};

/** What would change of one field of a procedure. */
export type ImportChange = {
  /** What will be. Example: `Chứng thực`. */
  after: Scalars['String']['output'];
  /** What is stored; empty: nothing. Tiers by their codes, joined by a bar; days as 2022-08-31. Example: `Hộ tịch`. */
  before: Scalars['String']['output'];
  /** The field. */
  field: ImportField;
};

/** A column of the chosen table. */
export type ImportColumn = {
  /** Why. */
  because: Maybe<ColumnReason>;
  /** Its number, from 0. Example: `1`. */
  column: Scalars['Int']['output'];
  /** What it is taken for; null: it stays out. */
  field: Maybe<ImportField>;
  /** What stands in the header; both texts where a merged header has parts. Example: `Mã thủ tục`. */
  header: Scalars['String']['output'];
  /** What a spreadsheet calls it: A, B, … AA. Example: `B`. */
  letter: Scalars['String']['output'];
  /** The first different texts under it, at most three. Example: `["2.000815","1.000689"]`. */
  samples: Array<Scalars['String']['output']>;
};

/** What a column is taken for. */
export type ImportColumnInput = {
  /** The column, from 0. Example: `1`. */
  column: Scalars['Int']['input'];
  /** The field. */
  field: ImportField;
};

/** How many rows come to what; together they are all rows under the header. */
export type ImportCounts = {
  /** New procedures. Example: `1`. */
  created: Scalars['Int']['output'];
  /** All rows: the sum of the other four. Example: `3`. */
  received: Scalars['Int']['output'];
  /** Rows that are not taken in: the file of rejected rows has as many. Example: `1`. */
  rejected: Scalars['Int']['output'];
  /** Rows that say what is stored already. Example: `0`. */
  unchanged: Scalars['Int']['output'];
  /** Procedures that change. Example: `1`. */
  updated: Scalars['Int']['output'];
};

/** What a column tells of a procedure. */
export type ImportField =
  | 'AUTHORITY'
  | 'CODE'
  | 'CONDITIONS'
  | 'FEES'
  | 'FIELD'
  | 'IN_FORCE_FROM'
  | 'IN_FORCE_TO'
  | 'LEGAL_BASES'
  | 'NAME'
  | 'PROCESSING_DAYS'
  | 'TIERS';

/** Which rows. PROBLEMS: something keeps them out and nobody left them out. NOTES: something is to be known about them. The others: what becomes of them. */
export type ImportFilter = 'CHANGED' | 'NEW' | 'NOTES' | 'PROBLEMS' | 'REJECTED' | 'UNCHANGED';

/** A row at the head of the table, as it stands in the file. */
export type ImportHeadRow = {
  /** Its number in the file. Example: `5`. */
  row: Scalars['Int']['output'];
  /** Its texts, a column each. Example: `["STT","Mã thủ tục","Tên thủ tục"]`. */
  texts: Array<Scalars['String']['output']>;
};

/** Where the rows came from: a workbook (.xlsx), a text of separated values, replies of the national database in a file, or a pull of a source. */
export type ImportKind = 'PULL' | 'REPLY' | 'TEXT' | 'WORKBOOK';

/** How the table is to be read; what is not told stays as it is. */
export type ImportMappingInput = {
  /** Which column is which field; those not named stay out. Without it the columns are proposed anew. */
  columns?: InputMaybe<Array<ImportColumnInput>>;
  /** The first row of the header. Example: `4`. */
  headerFrom?: InputMaybe<Scalars['Int']['input']>;
  /** The last row of the header; the first unless told. Example: `5`. */
  headerTo?: InputMaybe<Scalars['Int']['input']>;
  /** The number of the table. Example: `0`. */
  table?: InputMaybe<Scalars['Int']['input']>;
};

/** A text to be put in the place of what was read. */
export type ImportMendInput = {
  /** The field. */
  field: ImportField;
  /** The number of the row in the file. Example: `3`. */
  row: Scalars['Int']['input'];
  /** What is to stand there; empty: there is none. Example: `2.000815`. */
  text: Scalars['String']['input'];
};

/** One thing that is to be said of several rows. */
export type ImportNote = {
  /** Whether it keeps them out. */
  blocks: Scalars['Boolean']['output'];
  /** What. */
  code: ImportProblemCode;
  /** Of how many rows. Example: `44`. */
  rows: Scalars['Int']['output'];
};

/** What an import would do: tried, and nothing of it kept. */
export type ImportPreview = {
  /** How many rows come to what. */
  counts: ImportCounts;
  /** What it does to the figures, by indicators and years; empty: nothing. */
  effects: Array<YearEffect>;
  /** Whether the import was changed since: try it again. */
  isStale: Scalars['Boolean']['output'];
};

/** What is to be said of one cell, or of the row where no field is named. */
export type ImportProblem = {
  /** Whether it keeps the row out. */
  blocks: Scalars['Boolean']['output'];
  /** What. */
  code: ImportProblemCode;
  /** Of which cell. */
  field: Maybe<ImportField>;
  /** The same in the language of the request. Example: `Mã: không phải mã quốc gia (dạng 2.000815).`. */
  message: Scalars['String']['output'];
  /** What may be meant. Example: `2.000815`. */
  suggestion: Maybe<Scalars['String']['output']>;
};

/** What is to be said of a cell or row. */
export type ImportProblemCode =
  | 'BAD_CHARACTER'
  | 'BAD_CODE'
  | 'BAD_DAY'
  | 'BAD_DAYS'
  | 'CHANGED_MEANWHILE'
  | 'CODE_FROM_NUMBER'
  | 'DAY_FROM_NUMBER'
  | 'ENDS_BEFORE_START'
  | 'ERROR_CELL'
  | 'FORMULA'
  | 'HIDDEN'
  | 'INTERNAL_CODE'
  | 'LEFT_OUT'
  | 'LOCAL_OFFICE'
  | 'LONG_NAME'
  | 'MERGED'
  | 'MINISTRY'
  | 'MISSING'
  | 'NO_SUCH_DAY'
  | 'NO_TIER'
  | 'SAME_AS_ROW'
  | 'SIMILAR_NAME'
  | 'SUFFIX'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'TWICE'
  | 'UNKNOWN_TIER';

/** A row of an import with what is said of it. */
export type ImportRow = {
  /** Its cells, in the order of the columns. */
  cells: Array<ImportCell>;
  /** The national code, where it could be read. Example: `2.000815`. */
  code: Maybe<Scalars['String']['output']>;
  /** What would change of a procedure that is stored. */
  differences: Array<ImportChange>;
  /** Whether somebody left it out. */
  isLeftOut: Scalars['Boolean']['output'];
  /** What is to be said of it. */
  problems: Array<ImportProblem>;
  /** Its number in the file. Example: `3`. */
  row: Scalars['Int']['output'];
  /** What becomes of it. */
  status: ImportStatus;
};

/** A page of ImportRow. */
export type ImportRowConnection = {
  /** The page, each with its cursor. */
  edges: Array<ImportRowEdge>;
  /** The page without cursors. */
  nodes: Array<ImportRow>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One ImportRow with its cursor. */
export type ImportRowEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: ImportRow;
};

/** How far an import has come. READ: its columns are to be matched. MAPPED: its rows are checked and can be mended. APPLIED: taken into the catalogue. UNDONE: taken back. DROPPED: given up. */
export type ImportState = 'APPLIED' | 'DROPPED' | 'MAPPED' | 'READ' | 'UNDONE';

/** What becomes of a row: a NEW procedure, a CHANGED one, one that stays UNCHANGED, or none: REJECTED. */
export type ImportStatus = 'CHANGED' | 'NEW' | 'REJECTED' | 'UNCHANGED';

/** What is to be said of all rows together. */
export type ImportSummary = {
  /** How many rows come to what, as they are now. */
  counts: ImportCounts;
  /** Rows that somebody left out. Example: `2`. */
  leftOut: Scalars['Int']['output'];
  /** What there is to say, what keeps rows out first, then by the number of rows. */
  notes: Array<ImportNote>;
  /** Rows that something keeps out and that nobody has left out. Example: `12`. */
  problems: Scalars['Int']['output'];
  /** Whether tiers are told and none is the district: such lists are of 07/2025 or later. */
  withoutDistrict: Scalars['Boolean']['output'];
};

/** A sheet of the file, or its one table. */
export type ImportTable = {
  /** Whether the workbook hides it. */
  isHidden: Scalars['Boolean']['output'];
  /** What the sheet is called; empty where a file has one table without a name. Example: `Danh mục cấp xã`. */
  name: Scalars['String']['output'];
  /** Its number in the file, from 0. Example: `0`. */
  number: Scalars['Int']['output'];
  /** How many rows with something in them it has, the header and titles too. Example: `1231`. */
  rows: Scalars['Int']['output'];
};

/** MEASURE: what was done. REPORTED: who was told. LEVEL_CHANGED: it is graver, or less. NOTED: more is said. */
export type IncidentAct = 'CLOSED' | 'LEVEL_CHANGED' | 'MEASURE' | 'NOTED' | 'RECORDED' | 'REOPENED' | 'REPORTED';

/** What happened to a system. */
export type IncidentInput = {
  /** When it happened; not known unless told. Example: `2022-08-14T20:00:00.000Z`. */
  happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How grave it is. */
  level: IncidentLevel;
  /** What was done at once. At most 2,000 characters, without numbers of citizens and codes of dossiers. Example: `Đã cách ly máy chủ, đổi mật khẩu quản trị.`. */
  measures?: InputMaybe<Scalars['String']['input']>;
  /** When it was noticed. Example: `2022-08-15T00:40:00.000Z`. */
  noticedAt: Scalars['DateTime']['input'];
  /** The system's number. Example: `3`. */
  system: Scalars['ID']['input'];
  /** What happened. At most 2,000 characters, without numbers of citizens and codes of dossiers. Example: `Máy chủ web bị dò quét, có tệp lạ trong thư mục tải lên.`. */
  text: Scalars['String']['input'];
};

/** By Decision 05/2017/QĐ-TTg. SERIOUS (Article 9): of a system of level 4 or 5 or of national importance, and beyond what its operator can handle. ORDINARY: all others. */
export type IncidentLevel = 'ORDINARY' | 'SERIOUS';

/** OPEN until it is closed. */
export type IncidentState = 'CLOSED' | 'OPEN';

/** What is done about an incident. */
export type IncidentStepInput = {
  /** What is done. */
  act: IncidentAct;
  /** When it was done; now unless told. Example: `2022-08-16T03:00:00.000Z`. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** The version that was looked at; another one is a CONFLICT. Example: `2`. */
  expectedVersion: Scalars['Int']['input'];
  /** Its number. Example: `2`. */
  incident: Scalars['ID']['input'];
  /** Of LEVEL_CHANGED: how grave it is. */
  level?: InputMaybe<IncidentLevel>;
  /** What is said with it; needed but for REPORTED. At most 2,000 characters, without numbers of citizens and codes of dossiers. Example: `Đã gửi báo cáo bằng văn bản.`. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Of REPORTED: who was told; at most 300 characters. Example: `Trung tâm VNCERT/CC, Cục An toàn thông tin`. */
  toldTo?: InputMaybe<Scalars['String']['input']>;
};

/** One component of an index set. */
export type IndexComponent = {
  /** Its number within the set. Example: `3`. */
  code: Scalars['String']['output'];
  /** What has to be shown for it. Example: `Số liệu trích từ hệ thống một cửa.`. */
  evidence: Maybe<Scalars['String']['output']>;
  /** The formula: numbers, names of inputs, + − × ÷, parentheses, min(a; b), max(a; b). Example: `min(6; 6×C/0,5)`. */
  expression: Scalars['String']['output'];
  /** The most points that it gives, a decimal. Example: `6`. */
  maximum: Scalars['String']['output'];
  /** What it is called. Example: `Tiếp nhận hồ sơ trực tuyến`. */
  name: Scalars['String']['output'];
};

/** One component. */
export type IndexComponentInput = {
  /** Its number within the set. Example: `3`. */
  code: Scalars['String']['input'];
  /** What has to be shown for it. Example: `Số liệu trích từ hệ thống một cửa.`. */
  evidence?: InputMaybe<Scalars['String']['input']>;
  /** The formula. Example: `min(6; 6×C/0,5)`. */
  expression: Scalars['String']['input'];
  /** The most points that it gives: a decimal, with point or comma. Example: `6`. */
  maximum: Scalars['String']['input'];
  /** What it is called. Example: `Tiếp nhận hồ sơ trực tuyến`. */
  name: Scalars['String']['input'];
};

/** Points of one component. */
export type IndexComponentScore = {
  /** The component’s number. Example: `3`. */
  code: Scalars['String']['output'];
  /** Points, to four decimals; null where an input has no data, which is not 0. Example: `4.2`. */
  score: Maybe<Scalars['Float']['output']>;
};

/** What one percentage point more of a rate would give. */
export type IndexGain = {
  /** The input. Example: `C`. */
  input: Scalars['String']['output'];
  /** How many more of those counted would have to be in the numerator. Example: `17`. */
  more: Scalars['Int']['output'];
  /** Points, to four decimals. Example: `0.12`. */
  points: Scalars['Float']['output'];
};

/** What formulas of an index set may name. */
export type IndexInput = {
  /** The indicator’s code, of a rate. Example: `RECEPTION_ONLINE`. */
  indicator: Maybe<Scalars['ID']['output']>;
  /** Where its value comes from. */
  kind: IndexInputKind;
  /** What it is. Example: `Hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ tiếp nhận`. */
  label: Scalars['String']['output'];
  /** As formulas name it: A. Example: `C`. */
  name: Scalars['String']['output'];
};

/** What formulas may name. */
export type IndexInputInput = {
  /** The indicator’s code; needed of a rate. Example: `RECEPTION_ONLINE`. */
  indicator?: InputMaybe<Scalars['ID']['input']>;
  /** Where its value comes from. */
  kind: IndexInputKind;
  /** What it is. Example: `Hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ tiếp nhận`. */
  label: Scalars['String']['input'];
  /** As formulas name it: a letter, then letters and digits, 20 at most. Example: `C`. */
  name: Scalars['String']['input'];
};

/** RATE: the rate of an indicator in the period, 0 to 1. TYPED: a number that somebody gives, with its evidence. */
export type IndexInputKind = 'RATE' | 'TYPED';

/** What an input is worth to a unit. */
export type IndexInputValue = {
  /** Of a rate. Example: `10000`. */
  denominator: Maybe<Scalars['Int']['output']>;
  /** What shows a number that was given. Example: `Báo cáo 12/BC-SNV.`. */
  evidence: Maybe<Scalars['String']['output']>;
  /** As formulas name it. Example: `C`. */
  name: Scalars['String']['output'];
  /** Of a rate. Example: `5499`. */
  numerator: Maybe<Scalars['Int']['output']>;
  /** To four decimals; null without data. Example: `0.35`. */
  value: Maybe<Scalars['Float']['output']>;
};

/** A unit’s points in an index set. */
export type IndexScore = {
  /** Every component has data. */
  complete: Scalars['Boolean']['output'];
  /** In the order of the components. */
  components: Array<IndexComponentScore>;
  /** The most worthwhile first. */
  gains: Array<IndexGain>;
  /** In the order of the inputs. */
  inputs: Array<IndexInputValue>;
  /** The most that these could give. Example: `12`. */
  outOf: Scalars['Float']['output'];
  /** Ties share it; null where a component has no data. Example: `2`. */
  rank: Maybe<Scalars['Int']['output']>;
  /** Of the components that have data, to four decimals. Example: `9.35`. */
  sum: Scalars['Float']['output'];
  /** As it was on the last day of the period. */
  unit: Unit;
};

/** Points of many units by one version of a set. */
export type IndexScores = {
  /** The highest first, then those of which something is unknown. */
  rows: Array<IndexScore>;
  /** The version by which they were counted. */
  set: IndexSet;
};

/** An index set: inputs, components and formulas as data, in versions. */
export type IndexSet = {
  /** Its code. Example: `DVCTT_766`. */
  code: Scalars['ID']['output'];
  /** In their order. */
  components: Array<IndexComponent>;
  /** The first version saved with the same decision, where this one counts otherwise; null where it counts alike. Example: `1`. */
  differsFrom: Maybe<Scalars['Int']['output']>;
  /** What its formulas may name. */
  inputs: Array<IndexInput>;
  /** What it is called. Example: `Nhóm chỉ số dịch vụ công trực tuyến`. */
  name: Scalars['String']['output'];
  /** When this version was saved. Example: `2022-08-31T17:00:00+07:00`. */
  savedAt: Scalars['DateTime']['output'];
  /** Who saved it; null: it came with the installation. Example: `Nội vụ tỉnh`. */
  savedBy: Maybe<Scalars['String']['output']>;
  /** The decision that it comes from. Example: `766/QĐ-TTg ngày 23/6/2022`. */
  source: Maybe<Scalars['String']['output']>;
  /** Counts from 1; grows by one each time it is saved. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** An index set, whole. */
export type IndexSetInput = {
  /** In their order. */
  components: Array<IndexComponentInput>;
  /** What its formulas may name. */
  inputs: Array<IndexInputInput>;
  /** What it is called. Example: `Nhóm chỉ số dịch vụ công trực tuyến`. */
  name: Scalars['String']['input'];
  /** The decision that it comes from. Example: `766/QĐ-TTg ngày 23/6/2022`. */
  source?: InputMaybe<Scalars['String']['input']>;
};

/** A number that is given for a unit. */
export type IndexValueInput = {
  /** What shows it: 1 to 1,000 characters. Example: `Báo cáo 12/BC-SNV.`. */
  evidence: Scalars['String']['input'];
  /** The input, as formulas name it. Example: `D`. */
  input: Scalars['String']['input'];
  /** The unit’s code. Example: `05503`. */
  unit: Scalars['ID']['input'];
  /** A decimal; null takes back what was given. Example: `0.85`. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** What is measured: a ratio of two counts of dossiers, by a written rule. */
export type Indicator = {
  /** RESOLVED: dossiers finished in the period. RECEIVED: dossiers received in it. */
  basis: Scalars['String']['output'];
  /** The clause of the decision that it implements. Example: `Điều 1, Quyết định 793/QĐ-UBND`. */
  clause: Maybe<Scalars['String']['output']>;
  /** What names it in arguments: ONLINE_RESOLUTION_L4. */
  code: Scalars['ID']['output'];
  /** DOSSIERS; SERVICES_USED: listed services that had a dossier of the kind of the numerator; SERVICES_OFFERED: services listed at the levels over all in force. Services are counted once each: such figures cannot be added up. */
  counts: Scalars['String']['output'];
  /** The day on which procedure and list are looked at: RECEIVED, RESOLVED or PERIOD_END. */
  eligibilityDate: Scalars['String']['output'];
  /** Whether only procedures in force count. */
  inForceRequired: Scalars['Boolean']['output'];
  /** The levels of the list that count. */
  levels: Array<ServiceLevel>;
  /** The list that procedures must stand on; null: none. */
  list: Maybe<ServiceList>;
  /** As it is shown. Example: `Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 4`. */
  name: Scalars['String']['output'];
  /** CHANNEL: what came by `numeratorChannel`. ON_TIME: what was finished when due. */
  numerator: Scalars['String']['output'];
  /** The channel of the numerator; null where it is not of a channel. */
  numeratorChannel: Maybe<Channel>;
};

/** One version of what an indicator measures. */
export type IndicatorDefinition = {
  /** From when on it answered; null: from the beginning, or not yet. Example: `2022-08-31T17:00:00+07:00`. */
  activatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Which dossiers are looked at in a period. */
  basis: Basis;
  /** The clause that it implements. Example: `Điều 1, Quyết định 793/QĐ-UBND năm 2022 của UBND tỉnh Thái Nguyên`. */
  clause: Maybe<Scalars['String']['output']>;
  /** What is counted; the same for all versions. */
  counts: CountedThing;
  /** The decision that says so, where it is recorded. */
  decision: Maybe<Decision>;
  /** When procedure and list are looked at. */
  eligibilityDate: EligibilityDate;
  /** What names it. Example: `1000006`. */
  id: Scalars['ID']['output'];
  /** Whether only procedures in force count. */
  inForceRequired: Scalars['Boolean']['output'];
  /** The code of its indicator. Example: `ONLINE_RESOLUTION_L4`. */
  indicator: Scalars['ID']['output'];
  /** The levels of the list that count. */
  levels: Array<ServiceLevel>;
  /** The list that procedures must stand on. */
  list: Maybe<ServiceList>;
  /** What the indicator is called. Example: `Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 4`. */
  name: Scalars['String']['output'];
  /** What whoever made it says about it. Example: `Tính theo ngày kết thúc thay cho ngày tiếp nhận.`. */
  note: Maybe<Scalars['String']['output']>;
  /** What the numerator is of. */
  numerator: NumeratorKind;
  /** The channel of the numerator, where it is of one. */
  numeratorChannel: Maybe<Channel>;
  /** How far its computing has come; null where nothing was to be computed. */
  progress: Maybe<DefinitionProgress>;
  /** Why it was switched on, or called off. Example: `Theo kết luận của UBND tỉnh.`. */
  reason: Maybe<Scalars['String']['output']>;
  /** When it was begun; null: there from the beginning. Example: `2022-08-31T17:00:00+07:00`. */
  recordedAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when it answered. Example: `2022-08-31T17:00:00+07:00`. */
  retiredAt: Maybe<Scalars['DateTime']['output']>;
  /** Grows with each change; name it when you change the definition. Example: `3`. */
  revision: Scalars['Int']['output'];
  /** What it says in one sentence, in the language of the request. Example: `Hồ sơ nộp trực tuyến trên tổng số hồ sơ đã giải quyết trong kỳ, thủ tục còn hiệu lực và trong Danh mục dịch vụ công trực tuyến mức độ 4 vào ngày tiếp nhận.`. */
  rule: Scalars['String']['output'];
  /** What has become of it. */
  state: DefinitionState;
  /** Statuses of the dossiers looked at; null: the basis decides. Example: `[9,10]`. */
  statuses: Maybe<Array<Scalars['Int']['output']>>;
  /** Of the receiving units; null: all. */
  tiers: Maybe<Array<Tier>>;
  /** 1, 2, 3 … within its indicator. Example: `2`. */
  version: Scalars['Int']['output'];
};

/** An import's receipt. */
export type IngestBatch = {
  /** When it was stored. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Whose account sent it; null for the system itself. Example: `Văn thư Sở Tư pháp`. */
  by: Maybe<Scalars['String']['output']>;
  /** How many bytes came over the wire. Example: `482113`. */
  bytes: Scalars['Float']['output'];
  /** SHA-256 of the body as it came over the wire; null where there was none, or before it was kept. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  checksum: Maybe<Scalars['String']['output']>;
  /** How many rows came beyond what its sender says (missing where negative); null where nothing was said. Example: `0`. */
  controlDifference: Maybe<Scalars['Int']['output']>;
  /** How many dossiers were new. Example: `1`. */
  created: Scalars['Int']['output'];
  /** What it did to the figures, by indicator and year: as they were known right after it, and as they were without it, whatever came since. Of indicators that book nothing (the period’s end decides, or services) nothing is told. */
  effects: Array<YearEffect>;
  /** How many rows its sender says that there are; null where nothing was said. Example: `12480`. */
  expected: Maybe<Scalars['Int']['output']>;
  /** Why and until when it is held; null: it is not and never was. */
  held: Maybe<HeldBatch>;
  /** What names it in arguments. Example: `5f0c2a4e-7a53-4a0f-9d0b-0d1c6b1f4e21`. */
  id: Scalars['ID']['output'];
  /** What it brought. */
  kind: BatchKind;
  /** Made for demonstration. */
  made: Scalars['Boolean']['output'];
  /** The content type of the body. Example: `text/csv`. */
  mediaType: Maybe<Scalars['String']['output']>;
  /** The file's name, where there was one. Example: `ho-so-2022-08.csv`. */
  name: Maybe<Scalars['String']['output']>;
  /** How many of its rows still lie in quarantine. Example: `1`. */
  openRows: Scalars['Int']['output'];
  /** How many rows there were: the sum of the other four. Example: `3`. */
  received: Scalars['Int']['output'];
  /** How many are bad and lie in quarantine. Example: `1`. */
  rejected: Scalars['Int']['output'];
  /** The first import of the same sender that was exactly the same body; null: there was none. Example: `5f0c2a4e-7a53-4a0f-9d0b-0d1c6b1f4e21`. */
  sameBodyAs: Maybe<Scalars['ID']['output']>;
  /** What the source is called that sent it; null where none did. Example: `Một cửa điện tử tỉnh`. */
  source: Maybe<Scalars['String']['output']>;
  /** How many were stored already as they are. Example: `0`. */
  unchanged: Scalars['Int']['output'];
  /** How many replaced a version with other content; the earlier one is kept. Example: `1`. */
  updated: Scalars['Int']['output'];
  /** Reports of progress that wait for their dossiers; part of `unchanged`. Example: `0`. */
  waiting: Scalars['Int']['output'];
};

/** A page of IngestBatch. */
export type IngestBatchConnection = {
  /** The page, each with its cursor. */
  edges: Array<IngestBatchEdge>;
  /** The page without cursors. */
  nodes: Array<IngestBatch>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One IngestBatch with its cursor. */
export type IngestBatchEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: IngestBatch;
};

/** What became of rows that were taken in. */
export type IngestResult = {
  /** How many dossiers were new. Example: `1`. */
  created: Scalars['Int']['output'];
  /** What whoever sent them should look at, in the language of the request; at most a thousand notes. Example: `["Hồ sơ 000.03.164.H55-220301-0003: nhận cho đơn vị có tên «Tân Cương», dù tên gửi lên khác dấu."]`. */
  notes: Array<Scalars['String']['output']>;
  /** How many rows there were: the sum of the other four. Example: `3`. */
  received: Scalars['Int']['output'];
  /** How many are bad and lie in quarantine. Example: `1`. */
  rejected: Scalars['Int']['output'];
  /** How many were stored already as they are. Example: `0`. */
  unchanged: Scalars['Int']['output'];
  /** How many replaced a version with other content; the earlier one is kept. Example: `1`. */
  updated: Scalars['Int']['output'];
};

/** A unit that is inspected. */
export type InspectedUnit = {
  /** The caller speaks for it. */
  answers: Scalars['Boolean']['output'];
  /** The caller inspects it. */
  inspected: Scalars['Boolean']['output'];
  /** The checklist as far as it is filled in. */
  items: Array<CheckedItem>;
  /** Its minutes, the latest first. */
  minutes: Array<InspectionMinutes>;
  /** The samples of its dossiers, oldest first. */
  samples: Array<InspectionSample>;
  /** The unit, as it is today, or was at its end. */
  unit: Maybe<Unit>;
};

/** An inspection: planned, announced, held at its units, concluded, followed up. */
export type Inspection = {
  /** When its units were told. Example: `2022-09-05`. */
  announcedOn: Maybe<Scalars['Date']['output']>;
  /** Who planned it. Example: `Trần Thị Bình`. */
  by: Maybe<Scalars['String']['output']>;
  /** The caller may plan it otherwise. */
  changeable: Scalars['Boolean']['output'];
  /** What is looked at, in the version that it was planned with. */
  checklist: Checklist;
  /** When it was concluded. Example: `2022-09-20`. */
  concludedOn: Maybe<Scalars['Date']['output']>;
  /** What was concluded. Example: `Đơn vị thực hiện cơ bản đúng; còn hai tồn tại phải khắc phục.`. */
  conclusion: Maybe<Scalars['String']['output']>;
  /** The number of the decision that it is held by. Example: `812/QĐ-STTTT`. */
  decisionNumber: Maybe<Scalars['String']['output']>;
  /** The day of that decision. Example: `2022-09-01`. */
  decisionOn: Maybe<Scalars['Date']['output']>;
  /** First day of the figures that it looks at. Example: `2022-01-01`. */
  figuresFrom: Scalars['Date']['output'];
  /** Last day of the figures that it looks at. Example: `2022-08-31`. */
  figuresTo: Scalars['Date']['output'];
  /** What was found at its units within reach. */
  findings: Array<InspectionFinding>;
  /** Its first day. Example: `2022-09-12`. */
  from: Scalars['Date']['output'];
  /** Its number, by which people call it. Example: `7`. */
  id: Scalars['ID']['output'];
  /** The indicator whose figures it looks at. */
  indicator: Maybe<Indicator>;
  /** Its units within reach. */
  inspected: Array<InspectedUnit>;
  /** The unit in whose name it is held. */
  leadUnit: Maybe<Unit>;
  /** How the caller may move it on as it stands. */
  possible: Array<InspectionMove>;
  /** What it is for. Example: `Đối chiếu số liệu báo cáo với hồ sơ thực tế.`. */
  purpose: Scalars['String']['output'];
  /** Where it stands. */
  state: InspectionState;
  /** What was done, what the caller may read of it, oldest first. */
  steps: Array<InspectionStep>;
  /** Who goes, the leader first. */
  team: Array<InspectionMember>;
  /** What it is called. Example: `Kiểm tra việc tiếp nhận hồ sơ trực tuyến quý III`. */
  title: Scalars['String']['output'];
  /** Its last day. Example: `2022-09-16`. */
  to: Scalars['Date']['output'];
  /** Grows as it is planned and moved on: what these expect. Example: `3`. */
  version: Scalars['Int']['output'];
  /** What of it waits for its units within reach. */
  waiting: InspectionWaiting;
};

/** What was done. DRAWN, DRAWN_AGAIN: a sample was sealed. FOUND and what follows is about a finding. MINUTES: minutes were made out. */
export type InspectionAct =
  | 'ANNOUNCED'
  | 'BEGUN'
  | 'CANCELLED'
  | 'CHANGED'
  | 'CONCLUDED'
  | 'CONFIRMED'
  | 'DRAWN'
  | 'DRAWN_AGAIN'
  | 'FOUND'
  | 'MINUTES'
  | 'NOTED'
  | 'PLANNED'
  | 'REFUSED'
  | 'REMEDIED'
  | 'WITHDRAWN';

/** A page of Inspection. */
export type InspectionConnection = {
  /** The page, each with its cursor. */
  edges: Array<InspectionEdge>;
  /** The page without cursors. */
  nodes: Array<Inspection>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** How many inspections there are in a state. */
export type InspectionCount = {
  /** How many. Example: `4`. */
  count: Scalars['Int']['output'];
  /** The state. */
  state: InspectionState;
};

/** One Inspection with its cursor. */
export type InspectionEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: Inspection;
};

/** A file that shows something. */
export type InspectionFile = {
  /** Its length in bytes. Example: `482113`. */
  bytes: Scalars['Int']['output'];
  /** What it is by its content. Example: `application/pdf`. */
  mediaType: Scalars['String']['output'];
  /** Its name. Example: `anh-chup-so-tiep-nhan.pdf`. */
  name: Scalars['String']['output'];
  /** The SHA-256 of its content. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Scalars['ID']['output'];
};

/** A file that was sent to POST /inspections/ID/files. */
export type InspectionFileInput = {
  /** Its name. Example: `anh-chup-so-tiep-nhan.pdf`. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What that answered. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Scalars['ID']['input'];
};

/** What was found at a unit, and what became of it. */
export type InspectionFinding = {
  /** Days past the deadline: until its unit said that it is remedied, else until today. Example: `3`. */
  daysLate: Scalars['Int']['output'];
  /** Until when it is to be remedied. Example: `2022-10-31`. */
  dueOn: Scalars['Date']['output'];
  /** Its number. Example: `21`. */
  id: Scalars['ID']['output'];
  /** The key of the item of the checklist that it follows from. Example: `KENH`. */
  item: Maybe<Scalars['String']['output']>;
  /** It waits for its unit, past the deadline. */
  overdue: Scalars['Boolean']['output'];
  /** What the caller may do about it as it stands. */
  possible: Array<FindingAct>;
  /** How often those who inspect were not content. Example: `1`. */
  refused: Scalars['Int']['output'];
  /** How grave it is. */
  severity: FindingSeverity;
  /** Where it stands. */
  state: FindingState;
  /** What was found, and what is asked for. Example: `Năm hồ sơ giấy được nhập lại thành hồ sơ trực tuyến. Đề nghị sửa và báo cáo.`. */
  text: Scalars['String']['output'];
  /** The unit at which it was found. */
  unit: Maybe<Unit>;
  /** Grows with each step: what steps expect. Example: `2`. */
  version: Scalars['Int']['output'];
};

/** What is planned. */
export type InspectionInput = {
  /** The code of a checklist; the standard one unless given. Example: `CHUAN`. */
  checklist?: InputMaybe<Scalars['String']['input']>;
  /** The number of its decision: needed once it is announced. Example: `812/QĐ-STTTT`. */
  decisionNumber?: InputMaybe<Scalars['String']['input']>;
  /** The day of its decision. Example: `2022-09-01`. */
  decisionOn?: InputMaybe<Scalars['Date']['input']>;
  /** First day of these figures. Example: `2022-01-01`. */
  figuresFrom: Scalars['Date']['input'];
  /** Last day of these figures. Example: `2022-08-31`. */
  figuresTo: Scalars['Date']['input'];
  /** Its first day. Example: `2022-09-12`. */
  from: Scalars['Date']['input'];
  /** The indicator whose figures it looks at. Example: `ONLINE_RESOLUTION_L4`. */
  indicator: Scalars['ID']['input'];
  /** The id of who leads the team: one of them. Example: `17`. */
  lead: Scalars['ID']['input'];
  /** The code of the unit in whose name it is held. Example: `19`. */
  leadUnit: Scalars['ID']['input'];
  /** Ids of the accounts of the team, 30 at most. Example: `["17","18"]`. */
  members: Array<Scalars['ID']['input']>;
  /** What it is for, at most 2,000 characters. Example: `Đối chiếu số liệu báo cáo với hồ sơ thực tế.`. */
  purpose: Scalars['String']['input'];
  /** What it is called, at most 300 characters. Example: `Kiểm tra việc tiếp nhận hồ sơ trực tuyến quý III`. */
  title: Scalars['String']['input'];
  /** Its last day. Example: `2022-09-16`. */
  to: Scalars['Date']['input'];
  /** Codes of the units that are inspected, 50 at most: below the one that leads. Example: `["05503"]`. */
  units: Array<Scalars['ID']['input']>;
};

/** Who goes on an inspection, or could. */
export type InspectionMember = {
  /** The id of the account. Example: `17`. */
  id: Scalars['ID']['output'];
  /** They lead the team. */
  leads: Scalars['Boolean']['output'];
  /** Their name. Example: `Lê Văn Cường`. */
  name: Maybe<Scalars['String']['output']>;
};

/** Minutes as they were made out: GET /inspections/REFERENCE.docx or .pdf. */
export type InspectionMinutes = {
  /** Who made them out. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** The inspection was not concluded yet. */
  draft: Scalars['Boolean']['output'];
  /** The reference of the figure that they cite. Example: `05503-2022-9M4T0ZKQ7C`. */
  figure: Maybe<Scalars['ID']['output']>;
  /** When they were made out. Example: `2022-08-31T17:00:00+07:00`. */
  madeAt: Scalars['DateTime']['output'];
  /** As it is printed at their foot. Example: `05503-2022-7K3QZ9P2MX`. */
  reference: Scalars['ID']['output'];
  /** SHA-256 over all that stands in them. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Scalars['String']['output'];
};

/** What moves an inspection on: its units are told, it begins, it is concluded, it is called off. */
export type InspectionMove = 'ANNOUNCED' | 'BEGUN' | 'CANCELLED' | 'CONCLUDED';

/** A sample: the dossiers whose SHA-256 of seed, line feed and code is smallest. The list is sealed before there is a seed, so anybody draws the same ones again. */
export type InspectionSample = {
  /** Who sealed it. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** The dossiers that it drew, in the order of the draw. */
  drawn: Array<DrawnDossier>;
  /** SHA-256 over the codes of the list in order, a line each: what seals it. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  frameSha256: Scalars['String']['output'];
  /** How many dossiers the list had. Example: `418`. */
  frameSize: Scalars['Int']['output'];
  /** First day of the period. Example: `2022-01-01`. */
  from: Scalars['Date']['output'];
  /** Drawn again from the list as it was known then it is the same to the last dossier; null for who may not read these dossiers, and before there is a seed. */
  holds: Maybe<Scalars['Boolean']['output']>;
  /** Its id. Example: `5`. */
  id: Scalars['ID']['output'];
  /** The indicator whose dossiers it is about. */
  indicator: Maybe<Indicator>;
  /** The list is as it was known then. Example: `2022-12-31T23:59:59+07:00`. */
  knownAt: Scalars['DateTime']['output'];
  /** From which dossiers it is drawn. */
  list: SampleList;
  /** Why it was drawn again. Example: `Ba hồ sơ đầu đã chuyển sang đơn vị khác.`. */
  reason: Maybe<Scalars['String']['output']>;
  /** It was drawn again: another one counts. */
  replaced: Scalars['Boolean']['output'];
  /** Of the unit alone, or with all below. */
  scope: Scope;
  /** What it was drawn by; null while its list is only sealed. Example: `4f1c7be20a9d5e6683b0c4d2917ae5f8`. */
  seed: Maybe<Scalars['String']['output']>;
  /** How many are drawn. Example: `20`. */
  size: Scalars['Int']['output'];
  /** Last day of the period. Example: `2022-12-31`. */
  to: Scalars['Date']['output'];
};

/** PLANNED: its units do not know of it yet. ANNOUNCED: they were told. UNDER_WAY: on the spot; CONCLUDED. CANCELLED: called off before it began. */
export type InspectionState = 'ANNOUNCED' | 'CANCELLED' | 'CONCLUDED' | 'PLANNED' | 'UNDER_WAY';

/** A step: who did what, when. */
export type InspectionStep = {
  /** What was done. */
  act: InspectionAct;
  /** When. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who did it. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** The remedy deadline that it set. Example: `2022-10-31`. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** Files that it brought: GET /inspections/ID/files/SHA256. */
  files: Array<InspectionFile>;
  /** The finding that it is about. Example: `21`. */
  finding: Maybe<Scalars['ID']['output']>;
  /** Its id. Example: `40`. */
  id: Scalars['ID']['output'];
  /** Read by those who inspect alone. */
  teamOnly: Scalars['Boolean']['output'];
  /** What was said with it; of MINUTES their reference. Example: `Đã sửa kênh của năm hồ sơ, gửi kèm ảnh chụp.`. */
  text: Maybe<Scalars['String']['output']>;
  /** The unit that it is about; null: the whole. */
  unit: Maybe<Unit>;
};

/** What of an inspection waits for its units. */
export type InspectionWaiting = {
  /** The next deadline. Example: `2022-10-31`. */
  nextDue: Maybe<Scalars['Date']['output']>;
  /** Findings that are to be remedied. Example: `2`. */
  open: Scalars['Int']['output'];
  /** Those of them past their deadline. Example: `1`. */
  overdue: Scalars['Int']['output'];
};

/** MONTH: a unit would have many more dossiers in a month than usual. CHANGED: many change at once. WITHDRAWN: many are withdrawn, refused or stopped at once. GONE: their source has many no longer. */
export type JumpKind = 'CHANGED' | 'GONE' | 'MONTH' | 'WITHDRAWN';

/** When imports are held before they count, for the whole province. */
export type JumpRules = {
  /** Whether any import is held at all. */
  holds: Scalars['Boolean']['output'];
  /** Fewer dossiers of a unit and month than this are never too many. Example: `500`. */
  least: Scalars['Int']['output'];
  /** More dossiers than this change by one import, or by one reading of a source. Example: `2000`. */
  mostChanged: Scalars['Int']['output'];
  /** More dossiers than this are withdrawn, refused or stopped by one import, or by one reading of a source. Example: `200`. */
  mostWithdrawn: Scalars['Int']['output'];
  /** A unit's dossiers of a month are more than so many times what it usually has. Example: `3`. */
  timesUsual: Scalars['Int']['output'];
  /** Grows with every change: what `setJumpRules` expects. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** When imports are held: { holds: true, timesUsual: 3 }. What is not given stays. */
export type JumpRulesInput = {
  /** The version that the caller saw; another one is a CONFLICT. Example: `0`. */
  expectedVersion: Scalars['Int']['input'];
  /** Whether any import is held at all. */
  holds: Scalars['Boolean']['input'];
  /** From 1 to 1,000,000. Example: `500`. */
  least?: InputMaybe<Scalars['Int']['input']>;
  /** From 1 to 100,000,000. Example: `2000`. */
  mostChanged?: InputMaybe<Scalars['Int']['input']>;
  /** From 1 to 100,000,000. Example: `200`. */
  mostWithdrawn?: InputMaybe<Scalars['Int']['input']>;
  /** From 2 to 100. Example: `3`. */
  timesUsual?: InputMaybe<Scalars['Int']['input']>;
};

/** A target that could not be carried over. */
export type LeftTarget = {
  /** What it was. Example: `55`. */
  percent: Scalars['Percent']['output'];
  /** Whose it was. */
  unit: Unit;
  /** Why. */
  why: NotCarriedReason;
};

/** A dossier that may be the same one. */
export type LikelyDossier = {
  /** How it came. */
  channel: Channel;
  /** Its code. Example: `000.03.164.H55-220301-0007`. */
  code: Scalars['ID']['output'];
  /** Why it may be the same, the strongest ground first. */
  grounds: Array<LikenessGround>;
  /** When it was received. Example: `2022-08-31T17:00:00+07:00`. */
  receivedAt: Scalars['DateTime']['output'];
  /** Its status in words. Example: `Đã trả kết quả`. */
  statusText: Scalars['String']['output'];
};

/** Why two dossiers may be one. SAME_SERIAL: the same day and number in the code. UNIT_BELOW: one organisation is the other with a suffix. NEAR_TIME: received within a quarter of an hour. */
export type LikenessGround = 'NEAR_TIME' | 'SAME_PROCEDURE' | 'SAME_SERIAL' | 'SAME_TIME' | 'SAME_UNIT' | 'UNIT_BELOW';

/** Stands on a list on a day: { list: "QD402", levels: [LEVEL_4], on: "2022-12-31" }. */
export type ListConditionInput = {
  /** At any of these levels; at any unless given. */
  levels?: InputMaybe<Array<ServiceLevel>>;
  /** A list's code; any list unless given. Example: `QD402`. */
  list?: InputMaybe<Scalars['ID']['input']>;
  /** The day; the one as of which the list is read unless given. Example: `2022-08-31`. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** For any of these tiers; for any unless given. */
  tiers?: InputMaybe<Array<UnitKind>>;
};

/** How many procedures stand on a list at a level on the day. */
export type ListCount = {
  /** How many procedures; one with several tiers counts once. Example: `115`. */
  count: Scalars['Int']['output'];
  /** The level; null: on no list. */
  level: Maybe<ServiceLevel>;
  /** The list's code; null: on no list. Example: `QD402`. */
  list: Maybe<Scalars['ID']['output']>;
};

/** What a mark follows. OWN: the unit's season of the last years, where it has at least 360 dossiers in them. ISSUER: that of the issuing unit with all below it. NONE: no season, so the target itself. TYPED: what somebody typed. */
export type MarkSeason = 'ISSUER' | 'NONE' | 'OWN' | 'TYPED';

/** Of guidance ISSUED, REISSUED, WITHDRAWN, ACKNOWLEDGED, ASKED, ANSWERED; of a measure PLANNED, CHANGED, BEGUN, DONE, GIVEN_UP, RESUMED, NOTED, JUDGED, STRUCK (a judgement was struck out); of a task GIVEN, NOTED (its unit took note), PROGRESS, DONE, CONFIRMED, RETURNED, EXTENDED, CALLED_OFF. */
export type MatterAct =
  | 'ACKNOWLEDGED'
  | 'ANSWERED'
  | 'ASKED'
  | 'BEGUN'
  | 'CALLED_OFF'
  | 'CHANGED'
  | 'CONFIRMED'
  | 'DONE'
  | 'EXTENDED'
  | 'GIVEN'
  | 'GIVEN_UP'
  | 'ISSUED'
  | 'JUDGED'
  | 'NOTED'
  | 'PLANNED'
  | 'PROGRESS'
  | 'REISSUED'
  | 'RESUMED'
  | 'RETURNED'
  | 'STRUCK'
  | 'WITHDRAWN';

/** A file that a step brought. */
export type MatterFile = {
  /** Its length in bytes. Example: `482113`. */
  bytes: Scalars['Int']['output'];
  /** What it is by its content. Example: `application/pdf`. */
  mediaType: Scalars['String']['output'];
  /** Its name. Example: `huong-dan-tiep-nhan.pdf`. */
  name: Scalars['String']['output'];
  /** The SHA-256 of its content. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Scalars['ID']['output'];
};

/** A file that was sent to POST /matters/files. */
export type MatterFileInput = {
  /** Its name. Example: `huong-dan-tiep-nhan.pdf`. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What that answered. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Scalars['ID']['input'];
};

/** How many messages that tell a unit of a matter stand where. */
export type MatterMessages = {
  /** How many. Example: `2`. */
  count: Scalars['Int']['output'];
  /** Where. */
  state: MessageState;
};

/** A step of guidance, a measure or a task: who did what, when. */
export type MatterStep = {
  /** What was done. */
  act: MatterAct;
  /** When. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who did it. Example: `Nguyễn Thị Dung`. */
  by: Maybe<Scalars['String']['output']>;
  /** The deadline that it set. Example: `2022-10-15`. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** The edition of guidance that it is about. Example: `2`. */
  edition: Maybe<Scalars['Int']['output']>;
  /** Files that it brought: GET /matters/steps/ID/files/SHA256. */
  files: Array<MatterFile>;
  /** Its id. Example: `40`. */
  id: Scalars['ID']['output'];
  /** What was said with it. Example: `Đã rà soát xong tám xã; nguyên nhân chính là đường truyền.`. */
  text: Maybe<Scalars['String']['output']>;
  /** On behalf of which unit; null: of who gave it. */
  unit: Maybe<Unit>;
};

/** What a unit does to come closer to its target. */
export type Measure = {
  /** When it is to begin. Example: `2022-07-01`. */
  begin: Scalars['Date']['output'];
  /** When it was begun. Example: `2022-07-04`. */
  begunOn: Maybe<Scalars['Date']['output']>;
  /** Who planned it. Example: `Nguyễn Thị Dung`. */
  by: Maybe<Scalars['String']['output']>;
  /** The number of the difficulty that it is against. Example: `31`. */
  difficulty: Maybe<Scalars['ID']['output']>;
  /** Until when it is to be done. Example: `2022-09-30`. */
  due: Scalars['Date']['output'];
  /** In what its effect is expected. */
  effect: MeasureEffect;
  /** When it was done or given up. Example: `2022-09-29`. */
  endedOn: Maybe<Scalars['Date']['output']>;
  /** What is expected: dossiers, or hundredths of a percentage point. Example: `25`. */
  expected: Scalars['Int']['output'];
  /** Its number, by which people call it. Example: `5`. */
  id: Scalars['ID']['output'];
  /** The indicator of the figure that it is to raise. */
  indicator: Maybe<Indicator>;
  /** How it was held against what came, the latest first. */
  judgements: Array<MeasureJudgement>;
  /** The caller keeps it: may judge it, and plan it otherwise while it is to be done. */
  kept: Scalars['Boolean']['output'];
  /** It is still to be done, and its deadline has passed. */
  overdue: Scalars['Boolean']['output'];
  /** The id of that account. Example: `17`. */
  ownerAccount: Maybe<Scalars['ID']['output']>;
  /** The name of the account whose it is. Example: `Nguyễn Thị Dung`. */
  ownerName: Maybe<Scalars['String']['output']>;
  /** The post whose it is. Example: `Phó Chủ tịch UBND xã phụ trách cải cách hành chính`. */
  ownerPost: Maybe<Scalars['String']['output']>;
  /** What the caller may say of it as it stands. */
  possible: Array<MeasureAct>;
  /** The procedure that it is about. */
  procedure: Maybe<Procedure>;
  /** Where it stands. */
  state: MeasureState;
  /** What was done about it, oldest first. */
  steps: Array<MatterStep>;
  /** What is done. Example: `Mỗi tuần hai buổi, đoàn viên thanh niên hỗ trợ người dân.`. */
  text: Maybe<Scalars['String']['output']>;
  /** What it is called. Example: `Mở hai điểm hỗ trợ nộp trực tuyến tại nhà văn hóa`. */
  title: Scalars['String']['output'];
  /** The unit whose it is. */
  unit: Maybe<Unit>;
  /** Grows with each step and change: what these expect. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** BEGUN, DONE, GIVEN_UP with a reason, RESUMED: it is to be done again, with a reason; NOTED: more was said. */
export type MeasureAct = 'BEGUN' | 'DONE' | 'GIVEN_UP' | 'NOTED' | 'RESUMED';

/** A page of Measure. */
export type MeasureConnection = {
  /** The page, each with its cursor. */
  edges: Array<MeasureEdge>;
  /** The page without cursors. */
  nodes: Array<Measure>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** How many measures are in a state. */
export type MeasureCount = {
  /** How many. Example: `4`. */
  count: Scalars['Int']['output'];
  /** The state. */
  state: MeasureState;
};

/** A period, by its first and last day. */
export type MeasureDaysInput = {
  /** First day. Example: `2022-07-01`. */
  from: Scalars['Date']['input'];
  /** Last day. Example: `2022-09-30`. */
  to: Scalars['Date']['input'];
};

/** One Measure with its cursor. */
export type MeasureEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: Measure;
};

/** DOSSIERS: so many more in the numerator. POINTS: so many hundredths of a percentage point of the rate. */
export type MeasureEffect = 'DOSSIERS' | 'POINTS';

/** A measure as it is planned. */
export type MeasureInput = {
  /** When it is to begin. Example: `2022-07-01`. */
  begin: Scalars['Date']['input'];
  /** The number of the difficulty that it is against: one within reach. Example: `31`. */
  difficulty?: InputMaybe<Scalars['ID']['input']>;
  /** Until when it is to be done. Example: `2022-09-30`. */
  due: Scalars['Date']['input'];
  /** In what its effect is expected. */
  effect: MeasureEffect;
  /** What is expected: dossiers, or hundredths of a percentage point. Example: `25`. */
  expected: Scalars['Int']['input'];
  /** The indicator of the figure that it is to raise. Example: `ONLINE_RESOLUTION_L4`. */
  indicator: Scalars['ID']['input'];
  /** The id of the account whose it is: the caller’s own, or the one that it was. Example: `17`. */
  ownerAccount?: InputMaybe<Scalars['ID']['input']>;
  /** The post whose it is, at most 200 characters: this or an account. Example: `Phó Chủ tịch UBND xã phụ trách cải cách hành chính`. */
  ownerPost?: InputMaybe<Scalars['String']['input']>;
  /** The code of the procedure that it is about. Example: `2.000815`. */
  procedure?: InputMaybe<Scalars['ID']['input']>;
  /** What is done, at most 2,000 characters. Example: `Mỗi tuần hai buổi, đoàn viên thanh niên hỗ trợ người dân.`. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** What it is called, at most 300 characters. Example: `Mở hai điểm hỗ trợ nộp trực tuyến tại nhà văn hóa`. */
  title: Scalars['String']['input'];
  /** The unit's code: one that there is today. Example: `05503`. */
  unit: Scalars['ID']['input'];
};

/** A measure held against what came. It says what came, and nothing of why. */
export type MeasureJudgement = {
  /** The figure of afterwards, cited at the same moment. */
  after: Figure;
  /** As much as was expected came, compared exactly. */
  asExpected: Maybe<Scalars['Boolean']['output']>;
  /** When. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** The figure of before, cited when it was judged. */
  before: Figure;
  /** Who judged. Example: `Nguyễn Thị Dung`. */
  by: Maybe<Scalars['String']['output']>;
  /** What came, in the same; null where a figure has no dossiers, or the periods do not fit. Example: `31`. */
  came: Maybe<Scalars['Int']['output']>;
  /** In what it was expected. */
  effect: MeasureEffect;
  /** What was expected then: dossiers, or hundredths of a percentage point. Example: `25`. */
  expected: Scalars['Int']['output'];
  /** Its id. Example: `2`. */
  id: Scalars['ID']['output'];
  /** Why nothing is told though both figures are cited; null where the two periods fit. */
  misfit: Maybe<MeasureMisfit>;
  /** When it was struck out: it was wrong, and tells nothing. Example: `2022-10-05`. */
  struckOn: Maybe<Scalars['Date']['output']>;
  /** Why it was struck out. Example: `Chọn nhầm kỳ sau.`. */
  struckReason: Maybe<Scalars['String']['output']>;
  /** What its unit makes of it. Example: `Số hồ sơ trực tuyến tăng từ tháng 8, cùng lúc xã có đường truyền mới.`. */
  text: Maybe<Scalars['String']['output']>;
  /** The same in words. Example: `Hai kỳ không cùng loại và không dài bằng nhau, nên không so sánh được.`. */
  why: Maybe<Scalars['String']['output']>;
};

/** Why two periods tell nothing of a measure. ORDER: the later one does not lie after the earlier one. LENGTH: they are neither of one kind nor as many days. BEGIN: the later one begins before the measure. */
export type MeasureMisfit = 'BEGIN' | 'LENGTH' | 'ORDER';

/** Where a measure stands. */
export type MeasureState = 'DONE' | 'GIVEN_UP' | 'PLANNED' | 'UNDER_WAY';

/** Rows of a decision that was taken back, which stay as they are. */
export type MendLeft = {
  /** How many. Example: `2`. */
  count: Scalars['Int']['output'];
  /** Why. */
  reason: MendLeftReason;
};

/** Why taking a decision back leaves rows as they are. MERGED: their dossier was merged with another one since. CHANGED: something else came of their code since. UNCHANGED: they said what stood already, so there is nothing to take back. */
export type MendLeftReason = 'CHANGED' | 'MERGED' | 'UNCHANGED';

/** EMAIL, or WEBHOOK: a gateway is called. */
export type MessageChannel = 'EMAIL' | 'WEBHOOK';

/** QUEUED: it waits, or is tried again. SENT. REFUSED: it was not taken. UNCERTAIN: it was handed over and nobody said whether it was taken. DROPPED: nothing was left to say, or nobody to say it to. HELD: a restored database had it unsent. */
export type MessageState = 'DROPPED' | 'HELD' | 'QUEUED' | 'REFUSED' | 'SENT' | 'UNCERTAIN';

/** What a unit's rate from 1 January to the end of a month should be. */
export type Milestone = {
  /** 1 to 12; the mark of December is the target. Example: `6`. */
  month: Scalars['Int']['output'];
  /** The mark. Example: `55`. */
  percent: Scalars['Percent']['output'];
  /** What it follows. */
  season: MarkSeason;
  /** It was typed for another target than the unit has now: true until it is typed again or dropped. */
  stale: Scalars['Boolean']['output'];
  /** Somebody typed it. */
  typed: Scalars['Boolean']['output'];
};

/** A mark that is typed, or dropped. */
export type MilestoneInput = {
  /** 1 to 11: December is the target. Example: `6`. */
  month: Scalars['Int']['input'];
  /** Null or absent: what was typed is dropped, and the mark follows the season again. Example: `55`. */
  percent?: InputMaybe<Scalars['Percent']['input']>;
  /** The code of a unit that has a target in the plan. Example: `05503`. */
  unit: Scalars['ID']['input'];
};

/** What a unit should have reached by the end of a month. */
export type MonthMark = {
  /** The mark of the plan that holds on the day. Example: `48.5`. */
  mark: Scalars['Percent']['output'];
  /** 1 to 12. Example: `8`. */
  month: Scalars['Int']['output'];
};

/** What a unit should have reached by the end of a month, and what it had reached. */
export type MonthStanding = {
  /** Decided on whole numbers; null without dossiers. */
  behind: Maybe<Scalars['Boolean']['output']>;
  /** From 1 January to the end of the month. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** The mark of its plan. Example: `48.5`. */
  mark: Scalars['Percent']['output'];
  /** How many more would have had to be online; 0 where the mark is reached. Example: `12`. */
  missing: Maybe<Scalars['Int']['output']>;
  /** 1 to 12: the last whole month. Example: `8`. */
  month: Scalars['Int']['output'];
  /** From 1 January to the end of the month. Example: `5499`. */
  numerator: Scalars['Int']['output'];
  /** To show; null without dossiers. Example: `54.99`. */
  rate: Maybe<Scalars['Percent']['output']>;
};

export type Mutation = {
  /** Accepts what the unit answered: the reminder is over for as long as the occasion lasts. */
  acceptReminder: Reminder;
  /** Takes note of an edition for a receiver; done twice it is done. */
  acknowledgeGuidance: Guidance;
  /** Takes note of a reminder, for the unit that one speaks for. */
  acknowledgeReminder: Reminder;
  /** Takes note of a target, for the unit that has to reach it: by a person with a grant at that very unit. Said twice it stays what it was. */
  acknowledgeTarget: TargetPlan;
  /** Says something about a plan, or about one unit's target in it. */
  addPlanComment: PlanComment;
  /** Adds an address of a unit, and sends a code there: until that is told nothing else is. */
  addUrgeContact: UrgeContact;
  /** Enters what a decision changes. Nothing is overwritten; decisions may be entered late and out of order. */
  amendServiceList: ServiceList;
  /** Answers what a unit proposes; accepting sets the target of the draft. */
  answerCounterProposal: CounterProposal;
  /** Answers it, or answers otherwise than before; once somebody owns it. */
  answerDifficulty: Difficulty;
  /** Answers a question, or answers otherwise. */
  answerGuidance: Guidance;
  /** Answers an item of the checklist at a unit, or answers otherwise. */
  answerItem: Inspection;
  /** Answers a reminder, for the unit that one speaks for. */
  answerReminder: Reminder;
  /** Takes the import into the catalogue, all good rows or nothing. CONFLICT where it was changed, or where procedures were changed since it was tried: `extensions.fields` names them as rows.N. */
  applyImport: CatalogueImport;
  /** Asks about it, for a receiver. */
  askAboutGuidance: Guidance;
  /** The scan of the decision that issues a plan is these files from now on. */
  attachScan: TargetPlan;
  /** Tells every few seconds that the caller is on a plan, and who else of the issuer's people is. Kept in memory for 15 seconds; no session is renewed by it. */
  bePresent: PlanPresence;
  /** Calls off, for ever, what does not answer yet. */
  cancelDefinition: IndicatorDefinition;
  /** Spreads the target over the children; with preview nothing is written. */
  cascadeTargets: CascadeResult;
  /** Enters what a decision says of procedures being in force, as one step; figures follow. */
  changeForce: Array<Procedure>;
  /** Gives another edition of it, to be taken note of anew; whoever was told stays told, others may be added. */
  changeGuidance: Guidance;
  /** Plans it otherwise, until its units are told. */
  changeInspection: Inspection;
  /** Plans it otherwise, while it is still to be done. */
  changeMeasure: Measure;
  /** Says when an outage ended, why it was, or that it was none. */
  changeOutage: ConnectedSystem;
  /** Changes one’s own password and ends one’s other sessions. A wrong current one counts as a failed sign-in. */
  changePassword: Scalars['Boolean']['output'];
  /** Begins to read a backup from its first byte to its last and to compare it with its seal; `backups` tells what it came to. */
  checkBackup: Backups;
  /** Has a system looked at as soon as the process comes to it. */
  checkSystemNow: ConnectedSystem;
  /** Keeps a figure, as known at the last sealed moment up to `knownAt`, under a reference that opens it for ever. The same question at the same moment has one reference. */
  citeFigure: Figure;
  /** Takes the targets of some units out of a draft. */
  clearTargets: TargetPlan;
  /** Ends it. Who handles it says why, where nobody answered. */
  closeDifficulty: Difficulty;
  /** Closes a period that is over: every unit’s figure, for itself and with those below, is kept as known now and published. Closed already: CONFLICT. */
  closePeriod: ClosedPeriod;
  /** Makes what was offered one’s second factor and ends one’s other sessions. Gives the recovery codes, shown once. Example: `["7QK2-M4XD-9TRP-H3VN-6WZC-2BFJ","N5WA-8YKE-3GUS-Q7DM-R4XB-T6PZ"]`. */
  confirmSecondFactor: Array<Scalars['String']['output']>;
  /** Tells the code that was sent to an address. */
  confirmUrgeContact: UrgeContact;
  /** Tries the next ten thousand rows of a decision; nothing where it is done. */
  continueMend: CauseMend;
  /** Copies the targets of another plan of the same issuing unit and indicator into a draft, through successors; with preview nothing is written. */
  copyTargets: TargetsCopied;
  /** Makes an account without any grant. */
  createAccount: Account;
  /** Begins a draft that says what answers now; with a name, the first one of a new indicator. */
  createDefinition: IndicatorDefinition;
  /** Draws up the report of a period: its figures are cited at one sealed moment, that of its closing where it is closed. There is one of each: CONFLICT. */
  createReport: Report;
  /** Begins a draft; an amending plan begins with the targets of the plan it amends. */
  createTargetPlan: TargetPlan;
  /** Makes a program and its first token, which is shown once. */
  createToken: NewToken;
  /** Says that a system was down, is, or is planned to be. */
  declareOutage: ConnectedSystem;
  /** Hands one of one’s own grants, none that was delegated, to a deputy at home where it holds. */
  delegate: Grant;
  /** Takes a source away; what it brought stays. */
  deleteCatalogueSource: Scalars['Boolean']['output'];
  /** Takes a dossier out of every figure from now on; it stays, with its versions and the reason. */
  deleteDossier: DossierRecord;
  /** Deletes a schedule, with what was due by it; the reports that it drew up stay. */
  deleteReportSchedule: Scalars['Boolean']['output'];
  /** Takes a scenario away. */
  deleteScenario: Scalars['Boolean']['output'];
  /** Delivers a published report to units, each in its own scope. Publishing does so for those right below the province and whoever got the one that it replaces; who has it gets it no second time, but at addresses that are new. */
  deliverReport: Report;
  /** Puts a held import aside for good. */
  discardBatch: HeldBatch;
  /** Puts all rows of a cause aside that nobody will mend, and says why. */
  discardCause: CauseMend;
  /** Puts rows aside that nobody will mend, those of an import or single ones; how many were still open. For who may mend all of them. Example: `12`. */
  discardQuarantined: Scalars['Int']['output'];
  /** Makes the seed of a sealed sample, and draws. Once. */
  drawSample: Inspection;
  /** Gives an import up: what was read is taken away. */
  dropImport: Scalars['Boolean']['output'];
  /** Leaves rows out, or takes them in again; they count as rejected. */
  dropImportRows: CatalogueImport;
  /** Forgets a draft, and gives its code; what is published stays as it is. Example: `2.000815`. */
  dropProcedureDraft: Scalars['ID']['output'];
  /**
   * Changes many procedures as one step that can be undone. Ask with `dryRun` first; its token does exactly that. CONFLICT where something changed meanwhile.
   *
   * Example:
   *
   * ```graphql
   * mutation TryAChangeOfMany {
   *   editProcedures(
   *     selection: { filter: { fields: ["Chứng thực"], tiers: [COMMUNE] } }
   *     changes: { authority: "Ủy ban nhân dân cấp xã", processingDays: 1.5 }
   *     dryRun: true
   *   ) {
   *     selected
   *     changed
   *     parts { part changed already impossible }
   *     token
   *   }
   * }
   * ```
   */
  editProcedures: BulkEdit;
  /** Writes another text into a draft. */
  editReminder: Reminder;
  /** Enters a decision with all that it does, to a list and to procedures' being in force, as one step that is undone as one; figures follow. One bad line refuses the whole. */
  enterDecision: DecisionEntry;
  /** Enters what was decided on a published report: a task for each of its units. */
  enterDirection: Direction;
  /** Tells what a decision would do to the figures, by indicator and year. Changes nothing. */
  foreseeDossierStep: Array<YearEffect>;
  /** Tells what `mendCause` would come to: how many rows would be good, what figures move. Changes nothing. */
  foreseeMend: ForeseenMend;
  /** Gives a draft up: it stays with its steps, is in no list, and another one of its period can be drawn up. */
  giveUpReport: Report;
  /** Gives a role for a unit and all below it. */
  grantRole: Account;
  /** Gives guidance to units: they are told at once. */
  issueGuidance: Guidance;
  /** Joins it to another one: from now on that one’s state and answers are its own. */
  joinDifficulties: Difficulty;
  /** Says what was found at a dossier that was drawn. */
  judgeDrawn: Inspection;
  /** Holds it against what came, once it has begun: cites the figure of two periods at one moment. */
  judgeMeasure: Measure;
  /** Looks by all rules that are on now, as happens every day by itself. */
  lookByUrgeRules: UrgeLook;
  /** Proposes another number for a unit that one speaks for. */
  makeCounterProposal: CounterProposal;
  /** Makes out the minutes of a unit as it stands, and keeps them. */
  makeInspectionMinutes: Inspection;
  /** Makes out the paper of a plan as it is now, and keeps it. */
  makePlanDocument: PlanPaper;
  /** A token of a source, shown once: `Authorization: Bearer` at /ingest, or its password at /lgsp/login. */
  makeSourceToken: NewToken;
  /** Chooses sheet, header and what each column means. The choice is remembered for headers of the same words. */
  mapImportColumns: CatalogueImport;
  /** Decides of all rows of a cause at once and tries them again, at most ten thousand; `continueMend` goes on with more. */
  mendCause: CauseMend;
  /** Writes cells anew, at most 5,000; the rows are checked again. */
  mendImportCells: CatalogueImport;
  /** Mends one row with the field names of the body, and tries it again. */
  mendQuarantined: IngestResult;
  /** Says that two dossiers are one: rows of the first are taken for the second from now on. Returns the second. `splitDossier` takes it back. */
  mergeDossiers: DossierRecord;
  /** Announces it, begins it, concludes it or calls it off. */
  moveInspection: Inspection;
  /** DRAFT to SUBMITTED to APPROVED to ISSUED, or back to DRAFT with a reason. */
  movePlan: TargetPlan;
  /** Moves a report on, or back to be a draft. Publishing closes its period at its moment. Of a period that is not over, or of which there are no data, there are drafts alone. Who may not approve takes back what they wrote themselves alone. */
  moveReport: Report;
  /** Says more about it. */
  noteDifficulty: Difficulty;
  /** Offers a secret for an app; it holds for an hour. CONFLICT while a second factor is active. */
  offerSecondFactor: SecondFactorOffer;
  /** Asks the units of a draft or a submitted plan what they think of it, until a day; no version of the plan. */
  openConsultation: TargetPlan;
  /** Undoes the joining: it is again what its own steps made of it. */
  partDifficulties: Difficulty;
  /** Plans an inspection: its units do not know of it yet. */
  planInspection: Inspection;
  /** Plans a measure of a unit. */
  planMeasure: Measure;
  /**
   * What enterDecision would do: the same checks and refusals, and nothing is stored.
   *
   * Example:
   *
   * ```graphql
   * mutation TryADecision {
   *   previewDecision(
   *     input: {
   *       decision: { number: "1200/QĐ-UBND", issuedOn: "2022-06-15", effectiveOn: "2022-07-01" }
   *       list: "QD402"
   *       changes: [{ action: ADD, procedure: "1.000419", tier: COMMUNE, level: LEVEL_4, locator: "Phụ lục I, trang 3" }]
   *       force: [{ action: REPEALED, procedure: "1.000689", locator: "Phụ lục II" }]
   *     }
   *   ) {
   *     amendment { lines difference { added { procedure { code name } level } } }
   *     procedures { code name before { from to } after { from to } }
   *     effects { year indicator { code } effect { statusChanges province { before { rate } after { rate } } } }
   *   }
   * }
   * ```
   */
  previewDecision: DecisionPreview;
  /** What changeForce would do: the same checks and refusals, and nothing is stored. */
  previewForce: ForcePreview;
  /** Tries the import and keeps nothing of it; `preview` tells what it would do. */
  previewImport: CatalogueImport;
  /** Has a draft be what is published, as one step. What was published since it began stays where the draft did not touch it; a field that both changed is a CONFLICT, told as for saveProcedures. */
  publishProcedureDraft: Procedure;
  /** Publishes an approved report, and closes its period at its moment; where duties are not separated it submits and approves it too, in one change. A number that another published report of its year bears is refused. */
  publishReport: Report;
  /** Begins to read a source at once; CONFLICT while one is being read. `running` tells how far it is. */
  pullCatalogueSource: CatalogueSource;
  /** Raises a reminder to the next unit above, with a reason; its receivers are told. */
  raiseReminder: Reminder;
  /** Says that the caller read these; gives how many were new to them. Example: `1`. */
  readNews: Scalars['Int']['output'];
  /** Takes note of a report for the unit that got it. */
  receiveReport: ReportDelivery;
  /** Records what was found at a unit, and until when it is to be remedied. */
  recordFinding: Inspection;
  /** Records an incident of the security of a system. */
  recordIncident: ConnectedSystem;
  /** Draws a draft up anew at another moment; `content.redrawn` says what that changed. */
  redrawReport: Report;
  /** Takes the rows of a held import, but those whose code came again since, as an import of their own. */
  releaseBatch: HeldBatch;
  /** Sends or drops all that a restored database had unsent; answers with how many messages there were. Example: `4`. */
  releaseMessages: Scalars['Int']['output'];
  /** Takes the drawing away; false where there was none. */
  removeBoundaries: Scalars['Boolean']['output'];
  /** Takes a system away, while nothing of it is open: it is looked at no more, and what was written of it stays. */
  removeConnectedSystem: Scalars['Boolean']['output'];
  /** Takes a source away: it signs in no more; what it brought stays. */
  removeDossierSource: Scalars['Boolean']['output'];
  /** Turns one’s second factor off. */
  removeSecondFactor: Scalars['Boolean']['output'];
  /** Removes an address: what waits for it is not sent. */
  removeUrgeContact: Scalars['Boolean']['output'];
  /** Takes one of one's own views away. */
  removeView: Scalars['Boolean']['output'];
  /** Changes the name that is shown. */
  renameAccount: Account;
  /** New recovery codes, shown once; the old ones open nothing any more. Example: `["7QK2-M4XD-9TRP-H3VN-6WZC-2BFJ","N5WA-8YKE-3GUS-Q7DM-R4XB-T6PZ"]`. */
  renewRecoveryCodes: Array<Scalars['String']['output']>;
  /** Opens what was answered or closed again, and says why. */
  reopenDifficulty: Difficulty;
  /** Reopens a closed period. Its figures stay kept, and are published no more. */
  reopenPeriod: ClosedPeriod;
  /** Draws up the report that is to replace a published one, of the same period and in its words: it says which one, why, and what differs. Each is replaced once: CONFLICT. */
  replaceReport: Report;
  /** Reads a source again from a day on, or all of it; what is as it was changes nothing. */
  replaySource: DossierSource;
  /** Reports in the name of a unit what keeps it from what it should do. */
  reportDifficulty: Difficulty;
  /** Sends all that was refused again, by what holds now; answers with how many messages there were. Example: `2`. */
  resendRefusedMessages: Scalars['Int']['output'];
  /** Gives somebody else a password that they have to change, and ends their sessions. */
  resetPassword: Account;
  /** Takes the second factor of somebody else away, whose phone was lost, and ends their sessions. */
  resetSecondFactor: Account;
  /** Settles a thread, or opens it again. */
  resolvePlanComment: PlanComment;
  /** Has a deleted dossier count again. */
  restoreDossier: DossierRecord;
  /** Has a procedure read, and be in force, as in an earlier version; a step that can be undone. */
  restoreProcedure: Procedure;
  /** Tries rows in quarantine again, after an alias or a procedure was added. */
  retryQuarantined: IngestResult;
  /** Ends all sessions of somebody else, who may sign in again; how many they were. Example: `2`. */
  revokeAccountSessions: Scalars['Int']['output'];
  /** Takes a grant back: by who manages its account, or who delegated it. The last administrator stays. */
  revokeGrant: Scalars['Boolean']['output'];
  /** Ends all of one’s own sessions but this one; how many they were. Example: `2`. */
  revokeOtherSessions: Scalars['Int']['output'];
  /** Ends one of one’s own sessions; false where there is none. */
  revokeSession: Scalars['Boolean']['output'];
  /** Takes a token back at once. */
  revokeToken: Scalars['Boolean']['output'];
  /** A second token of the same program. The first holds beside it for 14 days more at the most. */
  rotateToken: NewToken;
  /** Reads a source at once, also while it waits after failures. */
  runSource: DossierSource;
  /** Puts a drawing in the place of the one that there is. */
  saveBoundaries: BoundaryDrawing;
  /** Sets a source up or changes one; it is read soon afterwards. */
  saveCatalogueSource: CatalogueSource;
  /** Keeps the next version of a checklist, for inspections to come. */
  saveChecklist: Checklist;
  /** Keeps a connected system, new or changed. It is looked at only where it is told so. */
  saveConnectedSystem: ConnectedSystem;
  /** Records a decision or changes its header. Where its days move, lists and figures are derived anew. */
  saveDecision: Decision;
  /** Writes a draft anew. */
  saveDefinition: IndicatorDefinition;
  /** Keeps the next version of a unit's words, or of those for all. */
  saveDocumentTemplate: DocumentTemplate;
  /** Sets a source up, with an account of its own that may send for its units alone, or changes one. */
  saveDossierSource: DossierSource;
  /** Saves an index set as its next version. What was scored by an earlier one stays as known then. */
  saveIndexSet: IndexSet;
  /** Keeps what is being written, over what is published. `input.expectedVersion` is the version of the procedure from which it was made. A CONFLICT tells each field as it is published, as the draft has it now, and as it would be. */
  saveProcedureDraft: ProcedureDraft;
  /** Creates or replaces procedures by code, all or none; figures follow. */
  saveProcedures: Array<Procedure>;
  /** Keeps when the reports of a kind are drawn up, from now on in the caller’s name. What failed by it is tried again. */
  saveReportSchedule: ReportSchedule;
  /** Keeps the next version of the words of a kind; a place that nobody knows is refused by name. */
  saveReportTemplate: ReportTemplate;
  /** Keeps a scenario of a plan, or changes one. A plan keeps at most 50; the plan itself stays as it is. */
  saveScenario: Scenario;
  /** Saves a rule as its next version. A new one is off until it is switched on. */
  saveUrgeRule: UrgeRule;
  /** Keeps a view. Sharing needs the right to change what the place shows. */
  saveView: SavedView;
  /** Seals the list that a sample is drawn from, as it is known now: drawSample draws from it afterwards. */
  sealSample: Inspection;
  /** Sends drafts: all or none. The units see them, and who receives for them is told once. A draft that no longer says what is so is a CONFLICT that says what is, and is drafted anew. */
  sendReminders: Array<Reminder>;
  /** Sends another code to an address that is not confirmed yet. */
  sendUrgeContactCode: UrgeContact;
  /** Lets somebody sign in, or no longer: there is no other way to delete an account. The last administrator stays. */
  setAccountActive: Account;
  /** Drafts a plan for another day: its units are those of that day, and targets of units that are gone pass to who succeeded them. */
  setEffectiveDay: TargetPlan;
  /** Gives numbers that nothing counts, each with its evidence: all of them or none. */
  setIndexValues: IndexScores;
  /** Says when imports are held from now on. */
  setJumpRules: JumpRules;
  /** Types the marks of some months into a draft, or drops what was typed; the others stay as they are. */
  setMilestones: TargetPlan;
  /** Says by when the units of a plan have to assign in turn and to take note; makes no new version. Where the dates are not `seen` any more it is a CONFLICT. */
  setPlanDates: TargetPlan;
  /** Sets what a draft rests on besides its targets. What is absent stays as it is, what is null is dropped. */
  setPlanInputs: TargetPlan;
  /** Replaces what the codes of a source mean here. */
  setSourceCodes: DossierSource;
  /** Says how a source is fetched from; it is read soon afterwards. Another address is read from the beginning. */
  setSourcePull: DossierSource;
  /** Sets the targets of some units in a draft; the others stay as they are. */
  setTargets: TargetPlan;
  /** Replaces the organisation identifiers, other codes and other spellings that name a unit. */
  setUnitAliases: Unit;
  /** Puts a reminder off: until the day is over nobody is told of it. */
  snoozeReminder: Reminder;
  /** Says that one is two: what a source says under a code is a dossier of its own from now on, which is returned; or, without a source, a dossier that was merged is one of its own again. `mergeDossiers` takes it back. */
  splitDossier: DossierRecord;
  /** Begins a backup; CONFLICT while one is being made. `backups` tells how far it is. */
  startBackup: Backups;
  /** Begins to compute a draft in the background; what it says stays from here on. */
  startComputing: IndicatorDefinition;
  /** Takes a step of a finding: its unit, or those who inspect. */
  stepFinding: Inspection;
  /** Says what is done about an incident. */
  stepIncident: ConnectedSystem;
  /** Says what became of it. */
  stepMeasure: Measure;
  /** Takes a step of a task. */
  stepTask: Direction;
  /** Tries no more rows of a decision for now; what was tried stays. */
  stopMend: CauseMend;
  /** Ends the reading that is under way; what was taken stays. */
  stopSource: DossierSource;
  /** Strikes out a judgement that was wrong. It stays to be read, and is not what came of the measure. */
  strikeJudgement: Measure;
  /** Has a definition that is ready answer from now on. Questions about earlier instants are answered as before. */
  switchOnDefinition: IndicatorDefinition;
  /** Shows to anybody what closed periods were published with, or no longer. */
  switchPublicPage: PublicPage;
  /** Has a rule looked by from now on, or no longer. */
  switchUrgeRule: UrgeRule;
  /** Has a unit answer for it from now on. */
  takeDifficulty: Difficulty;
  /** Has a draft read as a scenario does, inputs and targets in one step; its contributors are authors. */
  takeScenario: TargetPlan;
  /** Takes back what an import brought, as one step; CONFLICT where it brought nothing, or something later stands on it. */
  undoImport: CatalogueImport;
  /** Takes a decision back as one step: what it made is gone or what it was before, its rows wait again; what changed since by other ways stays. */
  undoMend: CauseMend;
  /** Takes a step back, as a step of its own: procedures read as before it, lines are taken back, figures follow. CONFLICT where something later stands on it. */
  undoStep: CatalogueStep;
  /** Begins to recompute the whole chain; `auditChain` tells how far it is and how it ended. */
  verifyAuditTrail: AuditChain;
  /** Takes back what the unit proposed: its grounds are gone. */
  withdrawCounterProposal: CounterProposal;
  /** Says that it holds no longer, and why. */
  withdrawGuidance: Guidance;
  /** Takes back what one said oneself: the text is gone for good. */
  withdrawPlanComment: PlanComment;
  /** Withdraws a reminder, with a reason: it stays closed for as long as the occasion lasts. */
  withdrawReminder: Reminder;
  /** Overwrites a sentence of a draft; a place that nobody knows is refused by name. */
  wordReport: Report;
};

export type MutationAcceptReminderArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  note: InputMaybe<Scalars['String']['input']>;
};

export type MutationAcknowledgeGuidanceArgs = {
  edition: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
};

export type MutationAcknowledgeReminderArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};

export type MutationAcknowledgeTargetArgs = {
  note: InputMaybe<Scalars['String']['input']>;
  plan: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
};

export type MutationAddPlanCommentArgs = {
  answers: InputMaybe<Scalars['ID']['input']>;
  body: Scalars['String']['input'];
  plan: Scalars['ID']['input'];
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type MutationAddUrgeContactArgs = {
  email: Scalars['String']['input'];
  name: Scalars['String']['input'];
  unit: Scalars['ID']['input'];
};

export type MutationAmendServiceListArgs = {
  input: ServiceListAmendmentInput;
};

export type MutationAnswerCounterProposalArgs = {
  answer: InputMaybe<Scalars['String']['input']>;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  how: CounterAnswer;
  id: Scalars['ID']['input'];
};

export type MutationAnswerDifficultyArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};

export type MutationAnswerGuidanceArgs = {
  expectedVersion: Scalars['Int']['input'];
  public?: Scalars['Boolean']['input'];
  question: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};

export type MutationAnswerItemArgs = {
  answer: CheckAnswer;
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  item: Scalars['String']['input'];
  note: InputMaybe<Scalars['String']['input']>;
  unit: Scalars['ID']['input'];
};

export type MutationAnswerReminderArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};

export type MutationApplyImportArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};

export type MutationAskAboutGuidanceArgs = {
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
  unit: Scalars['ID']['input'];
};

export type MutationAttachScanArgs = {
  files: Array<ScanInput>;
  plan: Scalars['ID']['input'];
};

export type MutationBePresentArgs = {
  field: InputMaybe<Scalars['String']['input']>;
  plan: Scalars['ID']['input'];
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type MutationCancelDefinitionArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MutationCascadeTargetsArgs = {
  method: CascadeMethod;
  options: InputMaybe<CascadeOptions>;
  plan: Scalars['ID']['input'];
  preview: InputMaybe<Scalars['Boolean']['input']>;
};

export type MutationChangeForceArgs = {
  input: ForceChangesInput;
};

export type MutationChangeGuidanceArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  input: GuidanceInput;
  reason: Scalars['String']['input'];
};

export type MutationChangeInspectionArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  input: InspectionInput;
};

export type MutationChangeMeasureArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  input: MeasureInput;
};

export type MutationChangeOutageArgs = {
  input: OutageChangeInput;
};

export type MutationChangePasswordArgs = {
  current: Scalars['String']['input'];
  next: Scalars['String']['input'];
};

export type MutationCheckBackupArgs = {
  name: Scalars['String']['input'];
};

export type MutationCheckSystemNowArgs = {
  id: Scalars['ID']['input'];
};

export type MutationCiteFigureArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
  unit: Scalars['ID']['input'];
};

export type MutationClearTargetsArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  plan: Scalars['ID']['input'];
  units: Array<Scalars['ID']['input']>;
};

export type MutationCloseDifficultyArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  text: InputMaybe<Scalars['String']['input']>;
};

export type MutationClosePeriodArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  to: Scalars['Date']['input'];
};

export type MutationConfirmSecondFactorArgs = {
  code: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type MutationConfirmUrgeContactArgs = {
  code: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};

export type MutationContinueMendArgs = {
  id: Scalars['ID']['input'];
};

export type MutationCopyTargetsArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['ID']['input'];
  limits: InputMaybe<Scalars['Boolean']['input']>;
  overwrite: InputMaybe<Scalars['Boolean']['input']>;
  plan: Scalars['ID']['input'];
  preview: InputMaybe<Scalars['Boolean']['input']>;
};

export type MutationCreateAccountArgs = {
  input: AccountInput;
};

export type MutationCreateDefinitionArgs = {
  indicator: Scalars['ID']['input'];
  name: InputMaybe<Scalars['String']['input']>;
};

export type MutationCreateReportArgs = {
  input: ReportInput;
};

export type MutationCreateTargetPlanArgs = {
  input: TargetPlanInput;
};

export type MutationCreateTokenArgs = {
  input: TokenInput;
};

export type MutationDeclareOutageArgs = {
  input: OutageInput;
};

export type MutationDelegateArgs = {
  account: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  grant: Scalars['ID']['input'];
  to: Scalars['Date']['input'];
};

export type MutationDeleteCatalogueSourceArgs = {
  id: Scalars['ID']['input'];
};

export type MutationDeleteDossierArgs = {
  code: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MutationDeleteReportScheduleArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};

export type MutationDeleteScenarioArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};

export type MutationDeliverReportArgs = {
  id: Scalars['ID']['input'];
  units: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type MutationDiscardBatchArgs = {
  batch: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MutationDiscardCauseArgs = {
  cause: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MutationDiscardQuarantinedArgs = {
  batch: InputMaybe<Scalars['ID']['input']>;
  rows: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type MutationDrawSampleArgs = {
  sample: Scalars['ID']['input'];
};

export type MutationDropImportArgs = {
  id: Scalars['ID']['input'];
};

export type MutationDropImportRowsArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  leftOut: InputMaybe<Scalars['Boolean']['input']>;
  rows: Array<Scalars['Int']['input']>;
};

export type MutationDropProcedureDraftArgs = {
  code: Scalars['ID']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
};

export type MutationEditProceduresArgs = {
  changes: ProcedureChangesInput;
  dryRun: InputMaybe<Scalars['Boolean']['input']>;
  expectedCount: InputMaybe<Scalars['Int']['input']>;
  selection: ProcedureSelectionInput;
  token: InputMaybe<Scalars['String']['input']>;
};

export type MutationEditReminderArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  input: ReminderLetterInput;
};

export type MutationEnterDecisionArgs = {
  input: DecisionEntryInput;
};

export type MutationEnterDirectionArgs = {
  input: DirectionInput;
};

export type MutationForeseeDossierStepArgs = {
  input: DossierStepInput;
};

export type MutationForeseeMendArgs = {
  by: CauseDecisionInput;
  cause: Scalars['ID']['input'];
};

export type MutationGiveUpReportArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MutationGrantRoleArgs = {
  account: Scalars['ID']['input'];
  from: InputMaybe<Scalars['Date']['input']>;
  role: Role;
  to: InputMaybe<Scalars['Date']['input']>;
  unit: Scalars['ID']['input'];
};

export type MutationIssueGuidanceArgs = {
  input: GuidanceInput;
};

export type MutationJoinDifficultiesArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  to: Scalars['ID']['input'];
};

export type MutationJudgeDrawnArgs = {
  expectedVersion: Scalars['Int']['input'];
  note: InputMaybe<Scalars['String']['input']>;
  place: Scalars['Int']['input'];
  result: SampleResult;
  sample: Scalars['ID']['input'];
};

export type MutationJudgeMeasureArgs = {
  after: MeasureDaysInput;
  before: MeasureDaysInput;
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  text: InputMaybe<Scalars['String']['input']>;
};

export type MutationMakeCounterProposalArgs = {
  grounds: Scalars['String']['input'];
  percent: Scalars['Percent']['input'];
  plan: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
};

export type MutationMakeInspectionMinutesArgs = {
  id: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
};

export type MutationMakePlanDocumentArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  plan: Scalars['ID']['input'];
};

export type MutationMakeSourceTokenArgs = {
  expiresOn: Scalars['Date']['input'];
  source: Scalars['ID']['input'];
};

export type MutationMapImportColumnsArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  mapping: ImportMappingInput;
};

export type MutationMendCauseArgs = {
  by: CauseDecisionInput;
  cause: Scalars['ID']['input'];
};

export type MutationMendImportCellsArgs = {
  cells: Array<ImportMendInput>;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};

export type MutationMendQuarantinedArgs = {
  fields: Scalars['JSON']['input'];
  id: Scalars['ID']['input'];
};

export type MutationMergeDossiersArgs = {
  from: Scalars['ID']['input'];
  into: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MutationMoveInspectionArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  move: InspectionMove;
  text: InputMaybe<Scalars['String']['input']>;
};

export type MutationMovePlanArgs = {
  decision: InputMaybe<DecisionInput>;
  effectiveOn: InputMaybe<Scalars['Date']['input']>;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  plan: Scalars['ID']['input'];
  reason: InputMaybe<Scalars['String']['input']>;
  to: PlanState;
};

export type MutationMoveReportArgs = {
  dated: InputMaybe<Scalars['Date']['input']>;
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  number: InputMaybe<Scalars['String']['input']>;
  reason: InputMaybe<Scalars['String']['input']>;
  to: ReportState;
};

export type MutationNoteDifficultyArgs = {
  amongHandlers?: Scalars['Boolean']['input'];
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};

export type MutationOpenConsultationArgs = {
  expectedVersion: Scalars['Int']['input'];
  plan: Scalars['ID']['input'];
  until: InputMaybe<Scalars['Date']['input']>;
};

export type MutationPartDifficultiesArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};

export type MutationPlanInspectionArgs = {
  input: InspectionInput;
};

export type MutationPlanMeasureArgs = {
  input: MeasureInput;
};

export type MutationPreviewDecisionArgs = {
  input: DecisionEntryInput;
};

export type MutationPreviewForceArgs = {
  input: ForceChangesInput;
};

export type MutationPreviewImportArgs = {
  id: Scalars['ID']['input'];
};

export type MutationPublishProcedureDraftArgs = {
  code: Scalars['ID']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
};

export type MutationPublishReportArgs = {
  dated: InputMaybe<Scalars['Date']['input']>;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  number: InputMaybe<Scalars['String']['input']>;
};

export type MutationPullCatalogueSourceArgs = {
  id: Scalars['ID']['input'];
};

export type MutationRaiseReminderArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  note: InputMaybe<Scalars['String']['input']>;
};

export type MutationReadNewsArgs = {
  ids: Array<Scalars['ID']['input']>;
};

export type MutationReceiveReportArgs = {
  id: Scalars['ID']['input'];
};

export type MutationRecordFindingArgs = {
  input: FindingInput;
};

export type MutationRecordIncidentArgs = {
  input: IncidentInput;
};

export type MutationRedrawReportArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};

export type MutationReleaseBatchArgs = {
  batch: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MutationReleaseMessagesArgs = {
  sends: Scalars['Boolean']['input'];
};

export type MutationRemoveBoundariesArgs = {
  expectedVersion: Scalars['Int']['input'];
};

export type MutationRemoveConnectedSystemArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};

export type MutationRemoveDossierSourceArgs = {
  id: Scalars['ID']['input'];
};

export type MutationRemoveSecondFactorArgs = {
  code: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type MutationRemoveUrgeContactArgs = {
  id: Scalars['ID']['input'];
};

export type MutationRemoveViewArgs = {
  id: Scalars['ID']['input'];
};

export type MutationRenameAccountArgs = {
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};

export type MutationRenewRecoveryCodesArgs = {
  code: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type MutationReopenDifficultyArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};

export type MutationReopenPeriodArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MutationReplaceReportArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  takesNewFigures: Scalars['Boolean']['input'];
};

export type MutationReplaySourceArgs = {
  from: InputMaybe<Scalars['Date']['input']>;
  source: Scalars['ID']['input'];
};

export type MutationReportDifficultyArgs = {
  input: DifficultyInput;
};

export type MutationResetPasswordArgs = {
  id: Scalars['ID']['input'];
  password: Scalars['String']['input'];
};

export type MutationResetSecondFactorArgs = {
  id: Scalars['ID']['input'];
};

export type MutationResolvePlanCommentArgs = {
  id: Scalars['ID']['input'];
  resolved: InputMaybe<Scalars['Boolean']['input']>;
};

export type MutationRestoreDossierArgs = {
  code: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MutationRestoreProcedureArgs = {
  code: Scalars['ID']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  version: Scalars['Int']['input'];
};

export type MutationRetryQuarantinedArgs = {
  batch: InputMaybe<Scalars['ID']['input']>;
};

export type MutationRevokeAccountSessionsArgs = {
  account: Scalars['ID']['input'];
};

export type MutationRevokeGrantArgs = {
  id: Scalars['ID']['input'];
};

export type MutationRevokeSessionArgs = {
  id: Scalars['ID']['input'];
};

export type MutationRevokeTokenArgs = {
  id: Scalars['ID']['input'];
};

export type MutationRotateTokenArgs = {
  expiresOn: InputMaybe<Scalars['Date']['input']>;
  id: Scalars['ID']['input'];
};

export type MutationRunSourceArgs = {
  source: Scalars['ID']['input'];
};

export type MutationSaveBoundariesArgs = {
  input: BoundaryDrawingInput;
};

export type MutationSaveCatalogueSourceArgs = {
  input: CatalogueSourceInput;
};

export type MutationSaveChecklistArgs = {
  code: Scalars['String']['input'];
  expectedVersion: Scalars['Int']['input'];
  items: Array<ChecklistItemInput>;
  name: Scalars['String']['input'];
};

export type MutationSaveConnectedSystemArgs = {
  input: ConnectedSystemInput;
};

export type MutationSaveDecisionArgs = {
  input: DecisionHeaderInput;
};

export type MutationSaveDefinitionArgs = {
  expectedRevision: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  input: DefinitionInput;
};

export type MutationSaveDocumentTemplateArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  template: DecisionWordsInput;
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type MutationSaveDossierSourceArgs = {
  input: DossierSourceInput;
};

export type MutationSaveIndexSetArgs = {
  code: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  input: IndexSetInput;
};

export type MutationSaveProcedureDraftArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  input: ProcedureInput;
};

export type MutationSaveProceduresArgs = {
  input: Array<ProcedureInput>;
};

export type MutationSaveReportScheduleArgs = {
  active: Scalars['Boolean']['input'];
  daysAfter: Scalars['Int']['input'];
  expectedVersion: Scalars['Int']['input'];
  indicator: Scalars['ID']['input'];
  kind: ReportKind;
};

export type MutationSaveReportTemplateArgs = {
  expectedVersion: Scalars['Int']['input'];
  kind: ReportKind;
  words: ReportWordsInput;
};

export type MutationSaveScenarioArgs = {
  input: ScenarioInput;
};

export type MutationSaveUrgeRuleArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: InputMaybe<Scalars['ID']['input']>;
  input: UrgeRuleInput;
};

export type MutationSaveViewArgs = {
  input: SavedViewInput;
};

export type MutationSealSampleArgs = {
  input: SampleInput;
};

export type MutationSendRemindersArgs = {
  expectedVersions: InputMaybe<Array<Scalars['Int']['input']>>;
  ids: Array<Scalars['ID']['input']>;
};

export type MutationSendUrgeContactCodeArgs = {
  id: Scalars['ID']['input'];
};

export type MutationSetAccountActiveArgs = {
  active: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};

export type MutationSetEffectiveDayArgs = {
  effectiveOn: Scalars['Date']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  plan: Scalars['ID']['input'];
};

export type MutationSetIndexValuesArgs = {
  from: Scalars['Date']['input'];
  kind: UnitKind;
  set: Scalars['ID']['input'];
  to: Scalars['Date']['input'];
  values: Array<IndexValueInput>;
};

export type MutationSetJumpRulesArgs = {
  input: JumpRulesInput;
};

export type MutationSetMilestonesArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  marks: Array<MilestoneInput>;
  plan: Scalars['ID']['input'];
};

export type MutationSetPlanDatesArgs = {
  acknowledgeBy: InputMaybe<Scalars['Date']['input']>;
  assignBy: InputMaybe<Scalars['Date']['input']>;
  plan: Scalars['ID']['input'];
  seen: PlanDatesInput;
};

export type MutationSetPlanInputsArgs = {
  effort: InputMaybe<Array<EffortBandInput>>;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  method: InputMaybe<CascadeMethod>;
  plan: Scalars['ID']['input'];
  policy: InputMaybe<CascadePolicy>;
  required: InputMaybe<Scalars['Percent']['input']>;
  step: InputMaybe<Scalars['Percent']['input']>;
  units: InputMaybe<Array<UnitInputsInput>>;
};

export type MutationSetSourceCodesArgs = {
  codes: Array<SourceCodeInput>;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  source: Scalars['ID']['input'];
};

export type MutationSetSourcePullArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  input: SourcePullInput;
  source: Scalars['ID']['input'];
};

export type MutationSetTargetsArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  plan: Scalars['ID']['input'];
  proposedBy: InputMaybe<CascadeMethod>;
  targets: Array<TargetInput>;
};

export type MutationSetUnitAliasesArgs = {
  aliases: Array<Scalars['String']['input']>;
  unit: Scalars['ID']['input'];
};

export type MutationSnoozeReminderArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  until: Scalars['Date']['input'];
};

export type MutationSplitDossierArgs = {
  code: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  source: InputMaybe<Scalars['ID']['input']>;
};

export type MutationStartComputingArgs = {
  expectedRevision: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};

export type MutationStepFindingArgs = {
  input: FindingStepInput;
};

export type MutationStepIncidentArgs = {
  input: IncidentStepInput;
};

export type MutationStepMeasureArgs = {
  act: MeasureAct;
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  since: InputMaybe<Scalars['Date']['input']>;
  text: InputMaybe<Scalars['String']['input']>;
};

export type MutationStepTaskArgs = {
  input: TaskStepInput;
};

export type MutationStopMendArgs = {
  id: Scalars['ID']['input'];
};

export type MutationStopSourceArgs = {
  source: Scalars['ID']['input'];
};

export type MutationStrikeJudgementArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  judgement: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};

export type MutationSwitchOnDefinitionArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MutationSwitchPublicPageArgs = {
  on: Scalars['Boolean']['input'];
};

export type MutationSwitchUrgeRuleArgs = {
  enabled: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};

export type MutationTakeDifficultyArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  owner: Scalars['ID']['input'];
  text: InputMaybe<Scalars['String']['input']>;
};

export type MutationTakeScenarioArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};

export type MutationUndoImportArgs = {
  id: Scalars['ID']['input'];
};

export type MutationUndoMendArgs = {
  id: Scalars['ID']['input'];
};

export type MutationUndoStepArgs = {
  id: Scalars['ID']['input'];
};

export type MutationWithdrawCounterProposalArgs = {
  id: Scalars['ID']['input'];
};

export type MutationWithdrawGuidanceArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
};

export type MutationWithdrawPlanCommentArgs = {
  id: Scalars['ID']['input'];
};

export type MutationWithdrawReminderArgs = {
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type MutationWordReportArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  sentence: Scalars['String']['input'];
  text: InputMaybe<Scalars['String']['input']>;
};

/** A procedure that a decision announces: it is made with the decision, and in force from its effective day on unless `force` has a line that enforces it from another. One that is in the catalogue under this name stays as it is. */
export type NewProcedureInput = {
  /** A national code, 2.000815, that is not in the catalogue. */
  code: Scalars['ID']['input'];
  /** Lĩnh vực; none unless given. Example: `Hộ tịch`. */
  field?: InputMaybe<Scalars['String']['input']>;
  /** A page or an annex of the decision; at most 100 characters. Example: `Phụ lục I, trang 3`. */
  locator?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 2,000 characters. Example: `Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con`. */
  name: Scalars['String']['input'];
  /** PROVINCE, DISTRICT, COMMUNE; unless given those for which `changes` list it. */
  tiers?: InputMaybe<Array<UnitKind>>;
};

/** A token that was just made. */
export type NewToken = {
  /** To revoke or rotate it by. Example: `17`. */
  id: Scalars['ID']['output'];
  /** To be sent as `Authorization: Bearer …`. Shown once: only its hash is kept. Example: `mot-chuoi-ky-tu-ngau-nhien-k3Zw`. */
  token: Scalars['String']['output'];
};

/** Something that was answered or told, and that the caller did not read yet. */
export type NewsItem = {
  /** What it is called, in its own words. Example: `Đôn đốc thị trấn Hùng Sơn: chậm mốc tháng 3/2022`. */
  about: Maybe<Scalars['String']['output']>;
  /** When it came; of what has a day alone, its beginning. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** By which it is said to be read. Example: `REMINDER_ANSWERED:412`. */
  id: Scalars['ID']['output'];
  /** What it is about. */
  kind: NewsKind;
  /** Where in the console it is read. Example: `/don-doc/3f1d2c4b-8a57-4e0f-9b6c-2d7e1f0a5c38`. */
  path: Scalars['String']['output'];
  /** Whose it is. */
  unit: Maybe<Unit>;
};

/** REMINDER_ANSWERED: a unit answered a letter that the caller may send. REMINDER_ENDED: a letter to one’s unit is over. DIFFICULTY_ANSWERED, DIFFICULTY_ENDED: of one’s unit. GUIDANCE_ANSWERED: what one’s unit asked. INSPECTION_ANNOUNCED, INSPECTION_CONCLUDED: of one’s unit. */
export type NewsKind =
  | 'DIFFICULTY_ANSWERED'
  | 'DIFFICULTY_ENDED'
  | 'GUIDANCE_ANSWERED'
  | 'INSPECTION_ANNOUNCED'
  | 'INSPECTION_CONCLUDED'
  | 'REMINDER_ANSWERED'
  | 'REMINDER_ENDED';

/** GONE: nobody answers for the unit any more. ELSEWHERE: whoever does is no child of the issuing unit. */
export type NotCarriedReason = 'ELSEWHERE' | 'GONE';

/** Dossiers that came by a channel, or that were finished when they were due. */
export type NumeratorKind = 'CHANNEL' | 'ON_TIME';

/** What is said of an outage later. */
export type OutageChangeInput = {
  /** When it ended; one that checks found ends by itself. Example: `2022-08-10T08:30:00.000Z`. */
  endedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The version that was looked at; another one is a CONFLICT. Example: `1`. */
  expectedVersion: Scalars['Int']['input'];
  /** Its number. Example: `8`. */
  id: Scalars['ID']['input'];
  /** Why it was. At most 2,000 characters, without numbers of citizens and codes of dossiers. Example: `Đứt cáp quang về trung tâm dữ liệu, nhà mạng đã nối lại.`. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** It was none, and is taken back; checks that failed go on counting. Not while they still find it. */
  withdrawn?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Counted dossiers, and how many of them fit the indicator. */
export type OutageCounts = {
  /** All that count. Example: `92`. */
  denominator: Scalars['Int']['output'];
  /** Those that came by the channel that the indicator asks for. Example: `38`. */
  numerator: Scalars['Int']['output'];
};

/** The figures of the days that an outage covers beside those of the same weekdays around it. It says no more than that: holidays and campaigns are not told apart. */
export type OutageEffect = {
  /** Of all units, on the days beside it. */
  around: OutageCounts;
  /** The days that it is held against, which no outage covers; one that stands beside two days is there twice. Example: `["2022-08-02","2022-08-03","2022-08-16","2022-08-17"]`. */
  beside: Array<Scalars['Date']['output']>;
  /** How many days. Example: `2`. */
  days: Scalars['Int']['output'];
  /** Of all units, on the days of the outage. */
  during: OutageCounts;
  /** How many of them there are for each day of it; 0 where too few were found. Example: `2`. */
  each: Scalars['Int']['output'];
  /** The first day that it covers. Example: `2022-08-09`. */
  from: Scalars['Date']['output'];
  /** The units are those that the sources of the system speak for; else all. */
  ofSources: Scalars['Boolean']['output'];
  /** The last one that is over. Example: `2022-08-10`. */
  to: Scalars['Date']['output'];
  /** Those that had any dossier, the one that lacks most first. */
  units: Array<OutageEffectUnit>;
};

/** What a unit had on the days of an outage, and on those beside it. */
export type OutageEffectUnit = {
  /** On all days beside it together. */
  around: OutageCounts;
  /** On the days of the outage. */
  during: OutageCounts;
  /** Too little on the days beside it for its share to say anything. */
  tooFew: Scalars['Boolean']['output'];
  /** The unit. */
  unit: Unit;
};

/** That a system was down, is, or is planned to be. */
export type OutageInput = {
  /** When it began, or is to begin. Example: `2022-08-09T01:15:00.000Z`. */
  begunAt: Scalars['DateTime']['input'];
  /** When it ended, or is to end; maintenance has an end. Example: `2022-08-10T08:30:00.000Z`. */
  endedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** REPORTED or MAINTENANCE; the others are found by checks. */
  kind: OutageKind;
  /** Why. At most 2,000 characters, without numbers of citizens and codes of dossiers. Example: `Đứt cáp quang về trung tâm dữ liệu, nhà mạng đã nối lại.`. */
  reason: Scalars['String']['input'];
  /** The system's number. Example: `3`. */
  system: Scalars['ID']['input'];
};

/** CHECKED: checks found it. REPORTED: somebody said so. MAINTENANCE: planned. */
export type OutageKind = 'CHECKED' | 'MAINTENANCE' | 'REPORTED';

/** How the year will end; the first that fits. NO_DOSSIERS: none so far and none to come. NO_TARGET. MET: none of the dossiers expected to come is needed any more. IMPOSSIBLE: more are needed than are expected to come. WILL_MISS: also the upper end of what is expected misses it. AT_RISK: its lower end misses it. ON_COURSE. Where nothing is expected and the year is not over, nothing is certain: ON_COURSE or AT_RISK, by the rate so far. */
export type Outlook = 'AT_RISK' | 'IMPOSSIBLE' | 'MET' | 'NO_DOSSIERS' | 'NO_TARGET' | 'ON_COURSE' | 'WILL_MISS';

/** A dossier of which a source says otherwise than what stands, for another one is believed. */
export type OverruledStatement = {
  /** The dossier's code. Example: `000.03.164.H55-220831-0001`. */
  code: Scalars['String']['output'];
  /** Its channel as this source says. */
  saidChannel: Channel;
  /** When it was finished, as this source says. Example: `2022-08-31T10:00:00+07:00`. */
  saidFinishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its status as this source says. Example: `4`. */
  saidStatus: Scalars['Int']['output'];
  /** Whose word stands; null for a file that somebody sent. Example: `Cổng dịch vụ công tỉnh`. */
  standsBy: Maybe<Scalars['String']['output']>;
  /** Its channel as it stands. */
  standsChannel: Channel;
  /** When it was finished, as it stands. Example: `2022-08-31T10:00:00+07:00`. */
  standsFinishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its status as it stands. Example: `10`. */
  standsStatus: Scalars['Int']['output'];
};

/** Where a page of a connection stands. */
export type PageInfo = {
  /** The last edge's cursor, to ask for the next page `after`; null on an empty page. Example: `IjM2Ig`. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there are more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page was asked for after some cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The first edge's cursor; null on an empty page. Example: `IjE3Ig`. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** CURRENT: it says what the plan says. CHANGED: the plan was changed or moved on since. REMADE: a later paper took its place. AMENDED: another plan replaces this one, from a day. */
export type PaperStanding = 'AMENDED' | 'CHANGED' | 'CURRENT' | 'REMADE';

/** What one moment booked into a closed period, for one cause; over the whole province. */
export type PeriodCorrection = {
  /** When it was stored. Example: `2022-04-07T16:20:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Whose account did it; null for the system itself. Example: `Một cửa Đại Từ`. */
  by: Maybe<Scalars['String']['output']>;
  /** Why. */
  cause: ChangeCause;
  /** Added to the denominator; taken away where negative. Example: `20`. */
  denominator: Scalars['Int']['output'];
  /** Added to the numerator; taken away where negative. Example: `12`. */
  numerator: Scalars['Int']['output'];
  /** How many units that received dossiers have other figures by it; of a definition that books nothing, by all its causes. Example: `3`. */
  units: Scalars['Int']['output'];
};

/** A period as known at an instant: { from: "2022-03-01", to: "2022-03-31" }. */
export type PeriodKnownInput = {
  /** First day of the period. Example: `2022-01-01`. */
  from: Scalars['Date']['input'];
  /** As it was known at an instant; as known now unless given. Example: `2022-12-31T23:59:59+07:00`. */
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Last day of the period, included. Example: `2022-12-31`. */
  to: Scalars['Date']['input'];
};

/** The units right below one, counted. */
export type PlaceSending = {
  /** Of so many of which something came lately, or should have. Example: `29`. */
  expected: Scalars['Int']['output'];
  /** The last day of which there is something of any of them. Example: `2022-08-28`. */
  lastDay: Maybe<Scalars['Date']['output']>;
  /** How many of them are silent. Example: `2`. */
  silent: Scalars['Int']['output'];
  /** The unit above, as it is today. */
  unit: Unit;
};

/** A unit that a plan is about, with what the last period says of it. */
export type PlanChild = {
  /** The rate it starts from: the typed one, else that of the basis period; null without dossiers. Example: `41.5`. */
  baseline: Maybe<Scalars['Percent']['output']>;
  /** Whether `baseline` was typed. */
  baselineTyped: Scalars['Boolean']['output'];
  /** Rate of the basis period; null without dossiers. Example: `41.5`. */
  countedBaseline: Maybe<Scalars['Percent']['output']>;
  /** Denominator of the basis period. Example: `1840`. */
  countedVolume: Scalars['Int']['output'];
  /** True for the issuing unit's own dossiers: part of every sum, never assigned. */
  isIssuer: Scalars['Boolean']['output'];
  /** What the plan assigns to it; null while it has none. */
  target: Maybe<Target>;
  /** The unit, as of the first day in force. */
  unit: Unit;
  /** Dossiers that the plan goes by: the typed number, else those of the basis period. Example: `1840`. */
  volume: Scalars['Int']['output'];
  /** Whether `volume` was typed. */
  volumeTyped: Scalars['Boolean']['output'];
};

/** Something said about a plan, or about one unit's target in it. */
export type PlanComment = {
  /** The first of the thread that it answers; null for a first one. Example: `7d2e4c1a-5b0f-4a8e-9c3d-1f6a2b8e4d90`. */
  answers: Maybe<Scalars['ID']['output']>;
  /** When it was said. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** What is said; null once it was withdrawn. Example: `Đề nghị xem lại vì xã mới sáp nhập.`. */
  body: Maybe<Scalars['String']['output']>;
  /** Who says it; null for who speaks for a unit where it is one of the issuer's people. Example: `Văn thư Sở Tư pháp`. */
  by: Maybe<Scalars['String']['output']>;
  /** What names it in arguments. Example: `7d2e4c1a-5b0f-4a8e-9c3d-1f6a2b8e4d90`. */
  id: Scalars['ID']['output'];
  /** Whether the caller said it. */
  mine: Scalars['Boolean']['output'];
  /** When its thread was settled; null while it is open. Example: `2022-08-31T17:00:00+07:00`. */
  resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who says it. */
  side: CommentSide;
  /** The unit that it is about; null for the plan as a whole. */
  unit: Maybe<Unit>;
  /** When it was withdrawn. Example: `2022-08-31T17:00:00+07:00`. */
  withdrawnAt: Maybe<Scalars['DateTime']['output']>;
};

/** The dates of a plan as the caller saw them. */
export type PlanDatesInput = {
  /** By when units have to take note. Example: `2022-02-22`. */
  acknowledgeBy?: InputMaybe<Scalars['Date']['input']>;
  /** By when units have to assign in turn. Example: `2022-02-22`. */
  assignBy?: InputMaybe<Scalars['Date']['input']>;
};

/** What drafting a plan for another day makes of its units and targets. */
export type PlanDayChange = {
  /** Units of that day that it is not about now. */
  came: Array<Unit>;
  /** Units that it is about now and that are not there on that day. */
  gone: Array<Unit>;
  /** Targets that go nowhere. */
  left: Array<LeftTarget>;
  /** Targets that pass from units that are gone to who succeeded them. */
  passed: Array<CopiedTarget>;
};

/** Something that happened to a plan. */
export type PlanEvent = {
  /** When it happened. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Whose account did it; null for the system itself. Example: `Văn thư Sở Tư pháp`. */
  by: Maybe<Scalars['String']['output']>;
  /** The state before, where it moved. */
  fromState: Maybe<PlanState>;
  /** What it made of the numbers; null for who may not read drafts of the issuing unit. */
  numbers: Maybe<PlanEventNumbers>;
  /** The reason given. Example: `Còn một xã chưa có số liệu.`. */
  reason: Maybe<Scalars['String']['output']>;
  /** The state after, where it moved. */
  toState: Maybe<PlanState>;
  /** The version that it made. Example: `3`. */
  version: Scalars['Int']['output'];
  /** CREATED, AMENDMENT_BEGUN, TARGETS_SET, TARGETS_CLEARED, CASCADED, COPIED, DAY_SET, INPUTS_SET, SCENARIO_TAKEN, MILESTONES_SET, MOVED or SUPERSEDED. */
  what: Scalars['String']['output'];
};

/** What an event made of the numbers of a plan; nothing for who may not read its drafts. */
export type PlanEventNumbers = {
  /** Of how many units it changed the target or its lock. Example: `12`. */
  count: Scalars['Int']['output'];
  /** The day that the plan is drafted for since; null where it stayed. Example: `2022-04-10`. */
  effectiveOn: Maybe<Scalars['Date']['output']>;
  /** Where they are what a method proposed. */
  proposedBy: Maybe<ProposedBy>;
  /** The first 200 of them, in the order of the codes. */
  targets: Array<TargetChange>;
};

/** What is typed besides targets and decides what comes out; null where nothing is typed. */
export type PlanInputs = {
  /** 1, 2 and 4 for ten points each where nothing is typed. */
  effort: Maybe<Array<EffortBand>>;
  /** The way of spreading that was chosen. */
  method: Maybe<CascadeMethod>;
  /** MEAN where nothing is typed. */
  policy: Maybe<CascadePolicy>;
  /** What is to be reached, where the issuing unit received no target itself. Example: `55`. */
  required: Maybe<Scalars['Percent']['output']>;
  /** Proposals are multiples of it; 0.5 where nothing is typed. Example: `0.5`. */
  step: Maybe<Scalars['Percent']['output']>;
  /** Units of which something is typed, in the order of the codes. */
  units: Array<UnitInputs>;
};

/** The decision of a plan as it was made out, with all that stands on it: never changed, found by its reference. */
export type PlanPaper = {
  /** Whose account made it out. Example: `Lập kế hoạch Đại Từ`. */
  by: Maybe<Scalars['String']['output']>;
  /** Everything that stands on it, from head to annex. Example: `{"number":"Số: 1234/QĐ-UBND"}`. */
  content: Scalars['JSON']['output'];
  /** When it was made out. Example: `2022-08-31T17:00:00+07:00`. */
  madeAt: Scalars['DateTime']['output'];
  /** The plan that it tells. */
  plan: TargetPlan;
  /** The version of the plan that it tells. Example: `6`. */
  planVersion: Scalars['Int']['output'];
  /** Printed at its foot; ends in a piece of the hash of its content. Example: `171-2022-7Q2M9XK4TB`. */
  reference: Scalars['ID']['output'];
  /** Whether it still holds, and what replaced it. */
  standing: PlanPaperStanding;
  /** What the plan was then: of a draft the paper says DỰ THẢO. */
  state: PlanState;
  /** The sums of its annex. */
  sums: PlanPaperSums;
};

/** How a paper stands today. */
export type PlanPaperStanding = {
  /** Whether one may go by it today; an amended plan holds until its successor does. */
  isCurrent: Scalars['Boolean']['output'];
  /** The plan that replaces it. */
  replacedBy: Maybe<TargetPlan>;
  /** From which day another plan replaces it. Example: `2022-10-01`. */
  replacedFrom: Maybe<Scalars['Date']['output']>;
  /** What became of it. */
  standing: PaperStanding;
};

/** What the annex of a paper adds up to. */
export type PlanPaperSums = {
  /** What the targets come to; null without dossiers. Example: `55.02`. */
  achieved: Maybe<Scalars['Percent']['output']>;
  /** Their rate; null without dossiers. Example: `41.5`. */
  baseline: Maybe<Scalars['Percent']['output']>;
  /** The same of the plan that is amended. Example: `52.4`. */
  before: Maybe<Scalars['Percent']['output']>;
  /** Dossiers of the basis period. Example: `8120`. */
  volume: Scalars['Int']['output'];
};

/** Who is on a plan, and how far it has come meanwhile. */
export type PlanPresence = {
  /** Everybody but the caller, who came first before the others. */
  people: Array<PresentPerson>;
  /** Another one whenever something was said, settled, proposed or answered; null while nothing was. Example: `2093`. */
  said: Maybe<Scalars['String']['output']>;
  /** The version of the plan: a page that is behind catches up. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** What the targets of a plan add up to, as issuing would check it. */
export type PlanRollUp = {
  /** The mean of the targets weighted by volume, in percent; a child without a target counts with 0. Null without dossiers. Example: `55.02`. */
  achieved: Maybe<Scalars['Percent']['output']>;
  /** Whether `required` is reached, on whole numbers; under the policy FLOOR by every child as well. */
  feasible: Scalars['Boolean']['output'];
  /** Children without a target. */
  missingUnits: Array<Unit>;
  /** What the issuing unit itself received, else what is typed in the plan; null if neither: then nothing is missing. Example: `55`. */
  required: Maybe<Scalars['Percent']['output']>;
  /** The same in dossiers of the basis period. Example: `0`. */
  residualDossiers: Scalars['Int']['output'];
  /** What is missing to `required`, in points; 0 when reached. Example: `0`. */
  residualPoints: Scalars['Percent']['output'];
};

/** How a plan stands to the item that its issuing unit received, asked anew each time. */
export type PlanStanding = {
  /** Whether the targets reach the item by the plan's own volumes; true where there is none, null where the issuing unit ended. */
  addsUp: Maybe<Scalars['Boolean']['output']>;
  /** The plan that assigns it. */
  byPlan: Maybe<TargetPlan>;
  /** Whether the item is another one than the plan was made for. */
  changed: Scalars['Boolean']['output'];
  /** The issuing unit's last day, where that comes before the end of the plan's year. Example: `2022-02-22`. */
  issuerEndedOn: Maybe<Scalars['Date']['output']>;
  /** The item that the plan was made for: the one kept when it was submitted, else the one that was known when it was issued or, of a draft, last changed. Example: `55`. */
  madeFor: Maybe<Scalars['Percent']['output']>;
  /** The item on the day asked for; null where there is none. Example: `55`. */
  required: Maybe<Scalars['Percent']['output']>;
  /** The same in dossiers of the basis period. Example: `214`. */
  residualDossiers: Scalars['Int']['output'];
  /** What is missing to the item, in points; 0 when reached. Example: `1.25`. */
  residualPoints: Scalars['Percent']['output'];
  /** The first day from which that plan is in force. Example: `2022-02-22`. */
  since: Maybe<Scalars['Date']['output']>;
  /** Who succeeded it then. */
  successor: Maybe<Unit>;
};

/** DRAFT, SUBMITTED, APPROVED, ISSUED; SUPERSEDED once an amending plan was issued. */
export type PlanState = 'APPROVED' | 'DRAFT' | 'ISSUED' | 'SUBMITTED' | 'SUPERSEDED';

/** Somebody else who looks at a plan right now. */
export type PresentPerson = {
  /** The column on which they stand. Example: `target`. */
  field: Maybe<Scalars['String']['output']>;
  /** Their name. Example: `Trần Thị Bình`. */
  name: Scalars['String']['output'];
  /** Since when they are there. Example: `2022-08-31T17:00:00+07:00`. */
  since: Scalars['DateTime']['output'];
  /** The code of the unit on whose row they stand. Example: `05503`. */
  unit: Maybe<Scalars['ID']['output']>;
};

/** An administrative procedure under its national code. */
export type Procedure = {
  /** Cơ quan có thẩm quyền. Example: `Ủy ban nhân dân cấp xã`. */
  authority: Maybe<Scalars['String']['output']>;
  /** When something of it was changed last. Example: `2022-08-31T17:00:00+07:00`. */
  changedAt: Maybe<Scalars['DateTime']['output']>;
  /** The national part of the code: 2.000815. */
  code: Scalars['ID']['output'];
  /** Yêu cầu, điều kiện. Example: `Có bản chính để đối chiếu.`. */
  conditions: Maybe<Scalars['String']['output']>;
  /** The fields in which two versions differ, as they read on a day. */
  difference: Array<FieldChange>;
  /** What a dossier consists of. */
  documents: Array<ProcedureDocument>;
  /** Its dossiers received in a period, by month and channel, in the whole province. */
  dossierCounts: Array<DossierCount>;
  /** Phí, lệ phí. Example: `2.000 đồng/trang`. */
  fees: Maybe<Scalars['String']['output']>;
  /** Lĩnh vực. Example: `Hộ tịch`. */
  field: Maybe<Scalars['String']['output']>;
  /** All that counts of what was said of its being in force. */
  force: Array<ForceLine>;
  /** First day in force; null: since ever. Example: `2021-02-19`. */
  inForceFrom: Maybe<Scalars['Date']['output']>;
  /** Last day in force; null: open. Example: `2022-05-31`. */
  inForceTo: Maybe<Scalars['Date']['output']>;
  /** Whether it is in force on the day as of which it is read. */
  isInForce: Scalars['Boolean']['output'];
  /** Căn cứ pháp lý. Example: `["Nghị định số 23/2015/NĐ-CP"]`. */
  legalBases: Array<Scalars['String']['output']>;
  /** Where it is found or carried out online. */
  links: Array<ProcedureLink>;
  /** Entries on every list, past and to come. */
  listEntries: Array<ServiceListEntry>;
  /** All that decisions said of it on lists, in the order in which it takes effect. */
  listLines: Array<ProcedureListLine>;
  /** Composed Unicode, single blanks, at most 2,000 characters. Example: `Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con`. */
  name: Scalars['String']['output'];
  /** When it is in force, oldest first. */
  periods: Array<ForcePeriod>;
  /** Working days, in halves. Example: `3`. */
  processingDays: Maybe<Scalars['Float']['output']>;
  /** Its part of a unit's figure in a period, by the rule by which the totals of units are booked. `dossiers` with the same arguments and `procedure` lists what it counts. */
  rate: ProcedureRate;
  /** The same month by month, in order, cut to the period; months without any dossier of it have zeros. */
  rateByMonth: Array<ProcedureRate>;
  /** The same unit by unit, each with what it answers for itself (scope OWN), in the order of the codes. Units without any dossier of it are left out; the sum is the whole province. */
  rateByUnit: Array<ProcedureRate>;
  /** The procedures that decisions put in its place. */
  replacedBy: Array<Procedure>;
  /** The procedures in whose place decisions put it. */
  replaces: Array<Procedure>;
  /** All its versions, the latest first. */
  revisions: Array<ProcedureRevision>;
  /** The first days of its texts, past and to come, but for the first text. Example: `["2022-06-01"]`. */
  textDays: Array<Scalars['Date']['output']>;
  /** The decision that says this text, where one is known. */
  textDecision: Maybe<Decision>;
  /** First day on which it reads like this; null: since ever. Example: `2022-06-01`. */
  textFrom: Maybe<Scalars['Date']['output']>;
  /** Page or annex of the decision that says this text. Example: `Phụ lục I, trang 3`. */
  textLocator: Maybe<Scalars['String']['output']>;
  /** Last day on which it reads like this; null: open. Example: `2022-12-31`. */
  textTo: Maybe<Scalars['Date']['output']>;
  /** The tiers that carry it out: PROVINCE, DISTRICT, COMMUNE. */
  tiers: Array<UnitKind>;
  /** How many steps have touched it; each makes it one version older. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** An administrative procedure under its national code. */
export type ProcedureDifferenceArgs = {
  from: Scalars['Int']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
  to: Scalars['Int']['input'];
};

/** An administrative procedure under its national code. */
export type ProcedureDossierCountsArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};

/** An administrative procedure under its national code. */
export type ProcedureRateArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
  unit: InputMaybe<Scalars['ID']['input']>;
};

/** An administrative procedure under its national code. */
export type ProcedureRateByMonthArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
  unit: InputMaybe<Scalars['ID']['input']>;
};

/** An administrative procedure under its national code. */
export type ProcedureRateByUnitArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  to: Scalars['Date']['input'];
};

/** What is changed of each: { field: "Hộ tịch", addTiers: [COMMUNE] }. What is not given stays. */
export type ProcedureChangesInput = {
  /** Added where they are not there yet. Example: `["Nghị định số 23/2015/NĐ-CP"]`. */
  addLegalBases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Added where the address is not there yet. */
  addLinks?: InputMaybe<Array<ProcedureLinkInput>>;
  /** PROVINCE, DISTRICT, COMMUNE: at these too. */
  addTiers?: InputMaybe<Array<UnitKind>>;
  /** The authority; null takes it away. Example: `Ủy ban nhân dân cấp xã`. */
  authority?: InputMaybe<Scalars['String']['input']>;
  /** The field; null takes it away. Example: `Hộ tịch`. */
  field?: InputMaybe<Scalars['String']['input']>;
  /** The last day in force, of those that do not end before; the period that is shown is stated anew. Example: `2022-05-31`. */
  inForceTo?: InputMaybe<Scalars['Date']['input']>;
  /** Working days, in halves; null takes them away. Example: `1.5`. */
  processingDays?: InputMaybe<Scalars['Float']['input']>;
  /** At these no more. */
  removeTiers?: InputMaybe<Array<UnitKind>>;
};

/** A page of Procedure. */
export type ProcedureConnection = {
  /** The page, each with its cursor. */
  edges: Array<ProcedureEdge>;
  /** The page without cursors. */
  nodes: Array<Procedure>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** What the dossiers of one procedure take from the distance of a unit, with all below it, to its target. */
export type ProcedureContribution = {
  /** So far. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** Dossiers, exact to the fourth decimal: above 0 it pulls down by so many beside the target of the whole, below 0 it lifts. Example: `8.25`. */
  gap: Scalars['Float']['output'];
  /** So far. Example: `5499`. */
  numerator: Scalars['Int']['output'];
  /** Null for what is counted beside the dossiers by procedure; there is none unless bookings are under way. */
  procedure: Maybe<Procedure>;
  /** To show; null without dossiers. Example: `54.99`. */
  rate: Maybe<Scalars['Percent']['output']>;
};

/** A document that a dossier of the procedure consists of. */
export type ProcedureDocument = {
  /** How many copies; null where that is not said. Example: `1`. */
  copies: Maybe<Scalars['Int']['output']>;
  /** The SHA-256 of the file that is its form; null without one. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  file: Maybe<Scalars['String']['output']>;
  /** What it is called. Example: `Tờ khai đăng ký khai sinh`. */
  name: Scalars['String']['output'];
  /** What its form is; null without one, and where the file is not kept here. */
  stored: Maybe<StoredFile>;
};

/** A document that a dossier consists of. */
export type ProcedureDocumentInput = {
  /** 0 to 999. Example: `1`. */
  copies?: InputMaybe<Scalars['Int']['input']>;
  /** The SHA-256 of a file that was uploaded. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  file?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 2,000 characters. Example: `Tờ khai đăng ký khai sinh`. */
  name: Scalars['String']['input'];
};

/** What somebody is still writing of a procedure, over what is published: no figure, list or reader sees it. */
export type ProcedureDraft = {
  /** When it was saved last. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who saved it last, by name. Example: `Văn thư Sở Tư pháp`. */
  author: Maybe<Scalars['String']['output']>;
  /** Cơ quan có thẩm quyền. Example: `Ủy ban nhân dân cấp xã`. */
  authority: Maybe<Scalars['String']['output']>;
  /** The version of the procedure from which it was made; 0: it was not there. Example: `3`. */
  baseVersion: Scalars['Int']['output'];
  /** When it was begun. Example: `2022-08-31T17:00:00+07:00`. */
  begunAt: Scalars['DateTime']['output'];
  /** Who began it, by name. Example: `Văn thư Sở Tư pháp`. */
  begunBy: Maybe<Scalars['String']['output']>;
  /** The national part of the code; of a procedure that is there, or of a new one. Example: `2.000815`. */
  code: Scalars['ID']['output'];
  /** Yêu cầu, điều kiện. Example: `Có bản chính để đối chiếu.`. */
  conditions: Maybe<Scalars['String']['output']>;
  /** The decision that will say it, where one is named. */
  decision: Maybe<DraftDecision>;
  /** What a dossier consists of. */
  documents: Array<ProcedureDocument>;
  /** Phí, lệ phí. Example: `2.000 đồng/trang`. */
  fees: Maybe<Scalars['String']['output']>;
  /** Lĩnh vực. Example: `Hộ tịch`. */
  field: Maybe<Scalars['String']['output']>;
  /** First day in force; null: since ever. Example: `2021-02-19`. */
  inForceFrom: Maybe<Scalars['Date']['output']>;
  /** Last day in force; null: open. Example: `2022-05-31`. */
  inForceTo: Maybe<Scalars['Date']['output']>;
  /** Whether the caller began it or saved it last. */
  isOwn: Scalars['Boolean']['output'];
  /** Căn cứ pháp lý. Example: `["Nghị định số 23/2015/NĐ-CP"]`. */
  legalBases: Array<Scalars['String']['output']>;
  /** Where it is found or carried out online. */
  links: Array<ProcedureLink>;
  /** Page or annex of that decision. Example: `Phụ lục I, trang 3`. */
  locator: Maybe<Scalars['String']['output']>;
  /** Empty while it has none. Example: `Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con`. */
  name: Scalars['String']['output'];
  /** What is published, as it reads on the day on which the draft is to hold; null for a new one. */
  procedure: Maybe<Procedure>;
  /** Working days, in halves. Example: `1.5`. */
  processingDays: Maybe<Scalars['Float']['output']>;
  /** First day on which its text is to hold; null: it takes the place of the text of the day of publishing. Example: `2022-06-01`. */
  textFrom: Maybe<Scalars['Date']['output']>;
  /** PROVINCE, DISTRICT, COMMUNE. */
  tiers: Array<UnitKind>;
  /** Grows by one with every save of the draft. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** A page of ProcedureDraft. */
export type ProcedureDraftConnection = {
  /** The page, each with its cursor. */
  edges: Array<ProcedureDraftEdge>;
  /** The page without cursors. */
  nodes: Array<ProcedureDraft>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One ProcedureDraft with its cursor. */
export type ProcedureDraftEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: ProcedureDraft;
};

/** One Procedure with its cursor. */
export type ProcedureEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: Procedure;
};

/** How the procedures of a question are spread. A facet's counts leave out the filter's own condition of it, so that another value can be chosen. */
export type ProcedureFacets = {
  /** By authority, in Vietnamese order; those without one come last. */
  authorities: Array<ValueCount>;
  /** By field, in Vietnamese order; those without one come last. */
  fields: Array<ValueCount>;
  /** By how they stand on the day. */
  force: Array<ForceCount>;
  /** By list and level on the day. */
  lists: Array<ListCount>;
  /** The day as of which procedures are read; null: today. Example: `2022-08-31`. */
  on: Maybe<Scalars['Date']['output']>;
  /** By tier; one with several counts for each. */
  tiers: Array<TierCount>;
};

/** What procedures are asked for: all that is given has to hold, at most 50 conditions. An empty list asks for nothing. { or: [{ hasField: false }, { hasTier: false }], not: { onList: { list: "QD402" } } } */
export type ProcedureFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ProcedureFilter>>;
  /** One of these authorities, as they are written. Example: `["Ủy ban nhân dân cấp xã"]`. */
  authorities?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Something of it was changed after this instant. Example: `2022-08-01T00:00:00+07:00`. */
  changedSince?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these national codes, at most 5,000: ["2.000815"]. Example: `["2.000815","1.000689"]`. */
  codes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** It has dossiers. */
  dossiers?: InputMaybe<DossierConditionInput>;
  /** In one of these fields, as they are written: ["Hộ tịch"]. Example: `["Hộ tịch","Chứng thực"]`. */
  fields?: InputMaybe<Array<Scalars['String']['input']>>;
  /** How it stands on a day. */
  force?: InputMaybe<ForceConditionInput>;
  /** Whether it has an authority. */
  hasAuthority?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it has a field. */
  hasField?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is carried out at any tier. */
  hasTier?: InputMaybe<Scalars['Boolean']['input']>;
  /** So many working days at least. Example: `1`. */
  leastDays?: InputMaybe<Scalars['Float']['input']>;
  /** So many working days at the most. Example: `5.5`. */
  mostDays?: InputMaybe<Scalars['Float']['input']>;
  /** This does not hold. */
  not?: InputMaybe<ProcedureFilter>;
  /** It stands on a list. */
  onList?: InputMaybe<ListConditionInput>;
  /** One of these holds at least. */
  or?: InputMaybe<Array<ProcedureFilter>>;
  /** Carried out at one of these tiers: [COMMUNE]. */
  tiers?: InputMaybe<Array<UnitKind>>;
};

/** A procedure as it is to be; replaces the whole period in force. */
export type ProcedureInput = {
  /** At most 2,000 characters; stays unless given. Null takes it away. Example: `Ủy ban nhân dân cấp xã`. */
  authority?: InputMaybe<Scalars['String']['input']>;
  /** A national code, 2.000815; a suffix of a province or service is taken off. */
  code: Scalars['ID']['input'];
  /** At most 20,000 characters; stays unless given. Example: `Có bản chính để đối chiếu.`. */
  conditions?: InputMaybe<Scalars['String']['input']>;
  /** The decision that says this text. Unless given, the one of the text whose place it takes; null: none is known. */
  decision?: InputMaybe<DecisionInput>;
  /** At most 200; they stay unless given. */
  documents?: InputMaybe<Array<ProcedureDocumentInput>>;
  /** The version that the caller saw, 0 for none; another one is a CONFLICT that tells, in `extensions.conflicts`, each field as it was then, is now and would be. Example: `3`. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** At most 20,000 characters; stays unless given. Example: `2.000 đồng/trang`. */
  fees?: InputMaybe<Scalars['String']['input']>;
  /** Lĩnh vực; none unless given. Example: `Hộ tịch`. */
  field?: InputMaybe<Scalars['String']['input']>;
  /** First day in force; since ever unless given. Example: `2021-02-19`. */
  inForceFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Last day in force; open unless given. Example: `2022-05-31`. */
  inForceTo?: InputMaybe<Scalars['Date']['input']>;
  /** At most 200; they stay unless given. Example: `["Nghị định số 23/2015/NĐ-CP"]`. */
  legalBases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At most 200; they stay unless given. */
  links?: InputMaybe<Array<ProcedureLinkInput>>;
  /** Page or annex of the decision, at most 100 characters; stays like the decision. Example: `Phụ lục I, trang 3`. */
  locator?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 2,000 characters. Example: `Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con`. */
  name: Scalars['String']['input'];
  /** Working days, in halves; stays unless given. Example: `1.5`. */
  processingDays?: InputMaybe<Scalars['Float']['input']>;
  /** First day on which this text holds; unless given it takes the place of the text of today. Example: `2022-06-01`. */
  textFrom?: InputMaybe<Scalars['Date']['input']>;
  /** PROVINCE, DISTRICT, COMMUNE, or none. */
  tiers: Array<UnitKind>;
};

/** Where a procedure is found or carried out online. */
export type ProcedureLink = {
  /** What it is called; null where only the address is known. Example: `Cổng Dịch vụ công quốc gia`. */
  title: Maybe<Scalars['String']['output']>;
  /** An http or https address. Example: `https://dichvucong.gov.vn`. */
  url: Scalars['String']['output'];
};

/** Where a procedure is found or carried out online. */
export type ProcedureLinkInput = {
  /** At most 2,000 characters. Example: `Cổng Dịch vụ công quốc gia`. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** An http or https address of at most 2,000 characters. Example: `https://dichvucong.gov.vn`. */
  url: Scalars['String']['input'];
};

/** What a decision said of a procedure on a list. */
export type ProcedureListLine = {
  /** What the decision does. */
  action: ServiceListAction;
  /** The decision. */
  decision: Decision;
  /** The new level; null for REMOVE. */
  level: Maybe<ServiceLevel>;
  /** The list. */
  list: ServiceList;
  /** The tier for which it does so. */
  tier: UnitKind;
};

/** A procedure's part of an indicator in a period. */
export type ProcedureRate = {
  /** How many of its dossiers count. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** First day of the period. Example: `2022-01-01`. */
  from: Scalars['Date']['output'];
  /** How many of its dossiers were received (resolved) in the period, counted or not: on no list, say. Example: `10812`. */
  inPeriod: Scalars['Int']['output'];
  /** The indicator, whose rule decides. */
  indicator: Indicator;
  /** Its other dossiers received or finished in the period, as `dossiers` with countedAs NOT_COUNTED lists them. Example: `812`. */
  notCounted: Scalars['Int']['output'];
  /** How many of the counted dossiers came by the channel that the indicator asks for. Example: `5499`. */
  numerator: Scalars['Int']['output'];
  /** Rounded half up to two decimals, to show; null where none counts. Example: `54.99`. */
  rate: Maybe<Scalars['Percent']['output']>;
  /** Last day of the period, included. Example: `2022-12-31`. */
  to: Scalars['Date']['output'];
  /** Whose figure it is a part of; null: the whole province. */
  unit: Maybe<Unit>;
};

/** A version of a procedure: who made it when, by which step, and what it changed. */
export type ProcedureRevision = {
  /** When it was recorded. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who made it; null for the server itself. Example: `Văn thư Sở Tư pháp`. */
  author: Maybe<Scalars['String']['output']>;
  /** Field by field. */
  changes: Array<FieldChange>;
  /** What it said, or took back, of its being in force. */
  force: Array<ForceLine>;
  /** What that step was. */
  kind: CatalogueStepKind;
  /** The step that made it. Example: `2093`. */
  stepId: Scalars['ID']['output'];
  /** The step that undid it; null while it stands. Example: `2093`. */
  undoneBy: Maybe<Scalars['ID']['output']>;
  /** Counted from 1. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** Which procedures: { codes: ["2.000815"] } or { filter: { hasField: false }, search: "khai sinh" }. */
export type ProcedureSelectionInput = {
  /** National codes, at most 5,000. Example: `["2.000815","1.000689"]`. */
  codes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** What the filter finds today; not beside codes. */
  filter?: InputMaybe<ProcedureFilter>;
  /** Of these only what has the words, as in `procedures`. Example: `ho tich khai sinh`. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** What a list is sorted by: { by: NAME, descending: true }. What has no value comes last either way. */
export type ProcedureSort = {
  /** The column. */
  by: ProcedureSortColumn;
  /** The largest first. */
  descending?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What a list of procedures is sorted by: texts as Vietnamese is sorted, LEVEL by the highest level on any list on the day. */
export type ProcedureSortColumn =
  | 'AUTHORITY'
  | 'CHANGED_AT'
  | 'CODE'
  | 'FIELD'
  | 'IN_FORCE_FROM'
  | 'IN_FORCE_TO'
  | 'LEVEL'
  | 'NAME'
  | 'PROCESSING_DAYS'
  | 'TIERS'
  | 'VERSION';

/** The method by which targets were proposed, with what it was told. */
export type ProposedBy = {
  /** The method. */
  method: CascadeMethod;
  /** What had to be reached: the mean, or by every unit. */
  policy: CascadePolicy;
  /** What was to be reached together; null where not kept. Example: `55`. */
  required: Maybe<Scalars['Percent']['output']>;
  /** Targets are multiples of it. Example: `0.5`. */
  step: Scalars['Percent']['output'];
};

/** Whether anybody may see what closed periods were published with. */
export type PublicPage = {
  /** The installation decides: nobody can switch it. */
  isFixed: Scalars['Boolean']['output'];
  /** Anybody may see it at /cong-khai. */
  isOn: Scalars['Boolean']['output'];
  /** When it was switched last; null: never. Example: `2022-04-05T09:00:00+07:00`. */
  switchedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who switched it last. Example: `Nguyễn Thu Hà`. */
  switchedBy: Maybe<Scalars['String']['output']>;
};

/** What came of reading a source. APPLIED: taken into the catalogue. WAITING: an import waits for a person. NOTHING_NEW. The others say why it could not be read; it is tried again later. */
export type PullResult =
  | 'APPLIED'
  | 'BROKEN_OFF'
  | 'BUSY_CATALOGUE'
  | 'EMPTY_LIST'
  | 'HTTP_STATUS'
  | 'KEY_LOST'
  | 'NOTHING_NEW'
  | 'NOT_JSON'
  | 'NO_REPLY'
  | 'REDIRECTED'
  | 'REFUSED'
  | 'SIGN_IN_REFUSED'
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'UNREACHABLE'
  | 'WAITING';

/** What bad rows have in common: mended once for all of them. */
export type QuarantineCause = {
  /** How many imports brought them. Example: `3`. */
  batches: Scalars['Int']['output'];
  /** How many rows wait for it. Example: `115`. */
  count: Scalars['Int']['output'];
  /** What stands in one of the rows, where `text` is but the form of it. Example: `31/12/2022 08:15`. */
  example: Maybe<Scalars['String']['output']>;
  /** The field that is wrong; empty for the row as a whole. Example: `MaHoSo`. */
  field: Scalars['String']['output'];
  /** When the first of them came. Example: `2022-08-31T17:00:00+07:00`. */
  firstAt: Scalars['DateTime']['output'];
  /** What `mendCause` takes. Example: `W2ZhbHNlLCJVTktOT1dOX1VOSVQiLCJNYUhvU28iLCJINTUuMTY0LjkiXQ`. */
  id: Scalars['ID']['output'];
  /** When the last of them came. Example: `2022-08-31T17:00:00+07:00`. */
  lastAt: Scalars['DateTime']['output'];
  /** What is wrong, in the language of the request. Example: `Chưa biết mã định danh của đơn vị: bổ sung tên gọi khác cho đơn vị rồi thử lại.`. */
  message: Scalars['String']['output'];
  /** What the rows call their unit, most frequent first; at most three names. Example: `["UBND xã Tân Cương"]`. */
  names: Array<Scalars['String']['output']>;
  /** Rows of the catalogue, not of dossiers. */
  ofCatalogue: Scalars['Boolean']['output'];
  /** What is wrong, as a word: UNKNOWN_UNIT, UNKNOWN_PROCEDURE, MISSING … */
  problem: Scalars['String']['output'];
  /** What may be meant, the likeliest first; at most three. */
  suggestions: Array<CauseSuggestion>;
  /** The text that nobody knows or that is not allowed; of times their form, digits as nines; empty where the rows have none in common. Example: `H55.164.9`. */
  text: Scalars['String']['output'];
  /** How many units the rows belong to or were sent for. Example: `1`. */
  unitCount: Scalars['Int']['output'];
  /** The first five units that the rows belong to or were sent for. */
  units: Array<Unit>;
  /** How it can be mended for all rows; none where each has a fault of its own. */
  ways: Array<CauseMendHow>;
};

/** A page of QuarantineCause. */
export type QuarantineCauseConnection = {
  /** The page, each with its cursor. */
  edges: Array<QuarantineCauseEdge>;
  /** The page without cursors. */
  nodes: Array<QuarantineCause>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One QuarantineCause with its cursor. */
export type QuarantineCauseEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: QuarantineCause;
};

/** A page of Quarantine. */
export type QuarantineConnection = {
  /** The page, each with its cursor. */
  edges: Array<QuarantineEdge>;
  /** The page without cursors. */
  nodes: Array<QuarantinedRow>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One Quarantine with its cursor. */
export type QuarantineEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: QuarantinedRow;
};

/** A row that could not be taken, kept with what is wrong until it is mended. */
export type QuarantinedRow = {
  /** When it was put there. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** The import that brought it; of one beyond reach only what it was, without its counts. */
  batch: IngestBatch;
  /** The code of the dossier or procedure, where it could be read. Example: `000.00.16.H55-220831-0001`. */
  code: Maybe<Scalars['String']['output']>;
  /** The field that is wrong, by the sender's name for it; empty for the row as a whole. Example: `MaTTHC`. */
  field: Scalars['String']['output'];
  /** The fields that are kept; personal data is not among them. Example: `{"MaTTHC":"2.000815"}`. */
  fields: Scalars['JSON']['output'];
  /** What `mendQuarantined` takes. Example: `17`. */
  id: Scalars['ID']['output'];
  /** What is wrong, in the language of the request. Example: `Thủ tục chưa có trong hệ thống: bổ sung thủ tục rồi thử lại.`. */
  message: Scalars['String']['output'];
  /** Its number in the body, from 1. Example: `3`. */
  row: Scalars['Int']['output'];
};

export type Query = {
  /** One account; null unless one may see it. */
  account: Maybe<Account>;
  /** The people whose home and grants lie where one may see accounts, in the order of their user names. */
  accounts: AccountConnection;
  /** Each unit that `under` (the province unless told) gave a target for the year, with what it has to do about it and what it did. Dates are measured by `on`: today in Vietnam unless told, or the last day of the year once that is over. */
  assignments: Array<Assignment>;
  /**
   * Every unit that existed on the last day of the period, dossiers or not, in the order of the codes.
   *
   * Example:
   *
   * ```graphql
   * query CommunesOfACity {
   *   attainments(
   *     indicator: "ONLINE_RESOLUTION_L4"
   *     from: "2022-01-01"
   *     to: "2022-12-31"
   *     under: "164"
   *     kind: COMMUNE
   *   ) {
   *     unit { code name }
   *     numerator
   *     denominator
   *     rate
   *     target
   *     status
   *     missing
   *   }
   * }
   * ```
   */
  attainments: Array<Attainment>;
  /** Everything that can stand in the trail, by what it is called. */
  auditActs: Array<AuditAct>;
  /** How long the chain is, where it ends and when it was last recomputed. */
  auditChain: AuditChain;
  /** What was done by whom, newest first. */
  auditTrail: AuditEventConnection;
  /** The backups that there are, the one that is being made, and the schedule. */
  backups: Backups;
  /** The province drawn by its boundaries; null while nobody put a drawing there. */
  boundaries: Maybe<BoundaryDrawing>;
  /** One import by its id; null when there is none. */
  catalogueImport: Maybe<CatalogueImport>;
  /** Imports of the last month but those given up, newest first. */
  catalogueImports: CatalogueImportConnection;
  /** Where procedures are fetched from, by name. */
  catalogueSources: Array<CatalogueSource>;
  /** A step of the catalogue; null when there is none. */
  catalogueStep: Maybe<CatalogueStep>;
  /** Steps of the catalogue, the latest first, 50 at a time. */
  catalogueSteps: CatalogueStepPage;
  /** One decision, and how far it has come. */
  causeMend: Maybe<CauseMend>;
  /** Decisions about causes, newest first. */
  causeMends: CauseMendConnection;
  /** The dossiers because of which a cited figure is another one today, of the cause NEW or CORRECTED. */
  changedDossiers: ChangedDossierConnection;
  /**
   * What changed in the catalogue since a cursor, for whoever keeps a copy: ask until `hasMore` is false, keep the cursor, ask again later. No gap, nothing twice.
   *
   * Example:
   *
   * ```graphql
   * # Without `since` from the beginning; afterwards with the cursor of the page before.
   * query WhatChanged {
   *   changes(first: 200) {
   *     changes { kind code version at stepId }
   *     cursor
   *     hasMore
   *   }
   * }
   * ```
   */
  changes: CatalogueChanges;
  /** Every version of a checklist, the latest first; none where nobody kept one under this code. */
  checklistVersions: Array<Checklist>;
  /** The checklists that there are, each in its latest version. */
  checklists: Array<Checklist>;
  /** Periods that were closed, the latest first; reopened ones too. */
  closedPeriods: ClosedPeriodConnection;
  /** One of them, also one that was taken away; null when there is none within reach. */
  connectedSystem: Maybe<ConnectedSystem>;
  /** The connected systems within reach, by kind and name. */
  connectedSystems: Array<ConnectedSystem>;
  /** What is asked of the units that the caller speaks for. */
  consultations: Array<Consultation>;
  /** What data there is, and of which province. */
  dataStatus: DataStatus;
  /**
   * By its id; null when there is none.
   *
   * Example:
   *
   * ```graphql
   * query WhatADecisionChanged {
   *   decision(id: "1") {
   *     number
   *     issuedOn
   *     effectiveOn
   *     amendments { list { code } added removed changed }
   *     force { action procedure { code name } from locator }
   *     files { name bytes sha256 }
   *   }
   * }
   * ```
   */
  decision: Maybe<Decision>;
  /** The years in which decisions were signed, the latest first. Example: `[2022,2021]`. */
  decisionYears: Array<Scalars['Int']['output']>;
  /**
   * Every decision, the latest first.
   *
   * Example:
   *
   * ```graphql
   * query DecisionsOfAYear {
   *   decisions(year: 2021, search: "402", first: 20) {
   *     nodes { id number issuedOn effectiveOn title signer }
   *   }
   * }
   * ```
   */
  decisions: DecisionConnection;
  /** Whom one could hand one of one’s own grants: at most 10 people at home where it holds, by user name. */
  deputies: Array<Deputy>;
  /** Difficulties within reach, newest first. */
  difficulties: DifficultyConnection;
  /** One difficulty; null where there is none within reach. */
  difficulty: Maybe<Difficulty>;
  /** How many difficulties within reach there are in each state. */
  difficultyCounts: Array<DifficultyCount>;
  /** What stood in the way in a period, within reach, by cause: how many units and dossiers it touches. */
  difficultySynthesis: DifficultySynthesis;
  /** One direction; null where there is none within reach. */
  direction: Maybe<Direction>;
  /** How many tasks within reach there are in each state. */
  directionTaskCounts: Array<TaskCount>;
  /** Tasks of directions within reach, those of the newest direction first. */
  directionTasks: DirectionTaskConnection;
  /** The words that a unit's decisions are written with, or those for all. */
  documentTemplate: DocumentTemplate;
  /** One dossier with all its versions and what its sources say of it; null where there is none. */
  dossier: Maybe<DossierRecord>;
  /** Why a dossier within reach counts or not, rule by rule; null where there is none with this code. */
  dossierExplanation: Maybe<DossierExplanation>;
  /** One of them; null when there is none within reach. */
  dossierSource: Maybe<DossierSource>;
  /** The systems that dossiers come from, those that are believed most first. */
  dossierSources: Array<DossierSource>;
  /**
   * The dossiers behind a figure, oldest first, each with the reason why it counts or not.
   *
   * Example:
   *
   * ```graphql
   * query DossiersBehindAFigure {
   *   dossiers(
   *     indicator: "ONLINE_RESOLUTION_L4"
   *     unit: "05503"
   *     from: "2022-01-01"
   *     to: "2022-12-31"
   *     countedAs: DENOMINATOR
   *     first: 20
   *   ) {
   *     numerator
   *     denominator
   *     nodes { code channel receivedAt finishedAt countedAs reason }
   *     pageInfo { endCursor hasNextPage }
   *   }
   * }
   * ```
   */
  dossiers: DossierConnection;
  /** What the difference between a unit’s figures in two periods is made of. The first one must not be known later than the second. */
  explainChange: ChangeExplanation;
  /** Why a figure is what it is: the rule in words, the comparison, the three totals. */
  explanation: Explanation;
  /** The figure with a reference; null where there is none. */
  figure: Maybe<Figure>;
  /** Where every unit that existed on the day stands, and how its year will end, in the order of the codes. */
  forecast: Array<Forecast>;
  /** What forecasts of the past were off by, beside what anybody would have said without one. */
  forecastQuality: ForecastQuality;
  /** Who holds what for a unit on a day: grants at the unit itself and at all units above it. */
  grantsAt: UnitGrants;
  /** One guidance; null where there is none within reach. */
  guidance: Maybe<Guidance>;
  /** Whom guidance would be sent to, for who may give it: how many, and who of them could not take note. */
  guidanceForeseen: GuidanceForeseen;
  /** Guidance within reach, newest first. */
  guidanceList: GuidanceConnection;
  /** Imports that are held until somebody has looked at them, newest first. */
  heldBatches: HeldBatchConnection;
  /** The rows of an import under its header, in the order of the file. */
  importRows: ImportRowConnection;
  /** The points of every unit of a kind in a period, each with all below it. */
  indexScores: IndexScores;
  /** All versions of an index set, the latest first; empty for a code that nobody knows. */
  indexSetVersions: Array<IndexSet>;
  /** The latest version of every index set, in the order of the codes. */
  indexSets: Array<IndexSet>;
  /** By its code; null when there is none. */
  indicator: Maybe<Indicator>;
  /** By its id; null when there is none. */
  indicatorDefinition: Maybe<IndicatorDefinition>;
  /** All versions of what indicators measure, by the codes of these, the latest first. */
  indicatorDefinitions: Array<IndicatorDefinition>;
  /** Every indicator, in the order of the codes. */
  indicators: Array<Indicator>;
  /** One receipt by its id; null when there is none. */
  ingestBatch: Maybe<IngestBatch>;
  /** Receipts of imports, newest first. */
  ingestBatches: IngestBatchConnection;
  /** One inspection; null where there is none within reach. */
  inspection: Maybe<Inspection>;
  /** Whom one may call into a team for some units: at most 10 people, by user name. */
  inspectionCandidates: Array<InspectionMember>;
  /** How many inspections within reach there are in each state. */
  inspectionCounts: Array<InspectionCount>;
  /** Inspections within reach, newest first. */
  inspections: InspectionConnection;
  /** When imports are held. */
  jumpRules: JumpRules;
  /**
   * Where a list and the dossiers of a period do not meet, most dossiers first.
   *
   * Example:
   *
   * ```graphql
   * query ListedWithoutADossier {
   *   listCoverage(list: "QD402", from: "2022-01-01", to: "2022-12-31", kind: LISTED_WITHOUT_DOSSIER, first: 20) {
   *     totalCount
   *     nodes { procedure { code name } tier level dossiers }
   *   }
   * }
   * ```
   */
  listCoverage: CoverageConnection;
  /** Who is signed in; null when nobody is. */
  me: Maybe<Account>;
  /** One measure; null where there is none within reach. */
  measure: Maybe<Measure>;
  /** How many measures within reach there are in each state. */
  measureCounts: Array<MeasureCount>;
  /** Measures of units within reach, newest first. */
  measures: MeasureConnection;
  /** What others answered to the caller and those for whom they speak, or told them, within thirty days: what they did not read yet, fifty at the most, the newest first. */
  myNews: Array<NewsItem>;
  /** What waits for the caller, by kind: what is overdue first. A thing that is done is gone. */
  myWork: Array<WaitingMatter>;
  /** The paper with a reference; null where there is none to be read. */
  planDocument: Maybe<PlanPaper>;
  /** `amendServiceList` with the same input, only tried: what is refused there is refused here. */
  previewAmendment: AmendmentPreview;
  /**
   * By national code; a suffix of a province or service is allowed.
   *
   * Example:
   *
   * ```graphql
   * query ProcedureThroughTime {
   *   procedure(code: "2.000815", on: "2022-08-31") {
   *     name
   *     isInForce
   *     periods { from to openedBy { number } closedBy { number } }
   *     revisions { version at author changes { field before after } }
   *     listEntries { list { code } tier level from to }
   *     rate(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31") { numerator denominator rate }
   *   }
   * }
   * ```
   */
  procedure: Maybe<Procedure>;
  /** The draft of a code; null when there is none. */
  procedureDraft: Maybe<ProcedureDraft>;
  /** All drafts: first those that the caller began or saved last, each time the latest first. */
  procedureDrafts: ProcedureDraftConnection;
  /**
   * Counts by field, tier, authority, state and list; those asked for alone.
   *
   * Example:
   *
   * ```graphql
   * query CountsBesideTheTable {
   *   procedureFacets(on: "2022-06-30", filter: { tiers: [COMMUNE] }) {
   *     fields { value count }
   *     force { state count }
   *     lists { list level count }
   *   }
   * }
   * ```
   */
  procedureFacets: ProcedureFacets;
  /** Every field of the catalogue with its number of procedures. */
  procedureFields: Array<FieldCount>;
  /**
   * The catalogue. Search looks at code, name and field, without marks and in any order of words.
   *
   * Example:
   *
   * ```graphql
   * # On QD402 at level 4 or full, for communes, on 30/06/2022, with dossiers in the first half of the year,
   * # and of one field or with few working days.
   * query ProceduresOnAListWithDossiers {
   *   procedures(
   *     on: "2022-06-30"
   *     filter: {
   *       and: [
   *         { onList: { list: "QD402", levels: [LEVEL_4, FULL], tiers: [COMMUNE], on: "2022-06-30" } }
   *         { dossiers: { from: "2022-01-01", to: "2022-06-30", unit: "164", least: 1 } }
   *         { or: [{ fields: ["Chứng thực", "Hộ tịch"] }, { mostDays: 3 }] }
   *       ]
   *       not: { force: { states: [NO_LONGER] } }
   *     }
   *     sort: { by: NAME }
   *     first: 20
   *   ) {
   *     totalCount
   *     nodes {
   *       code
   *       name
   *       field
   *       listEntries { tier level from to }
   *     }
   *     pageInfo { endCursor hasNextPage }
   *   }
   * }
   * ```
   */
  procedures: ProcedureConnection;
  /** Whether anybody may see what closed periods were published with. */
  publicPage: PublicPage;
  /** Rows that wait to be mended, oldest first. */
  quarantine: QuarantineConnection;
  /** What the rows in quarantine have in common, those causes with most rows first. */
  quarantineCauses: QuarantineCauseConnection;
  /** Units of one kind by their rates, the highest first, then those without a rank. Each with all below it. */
  ranking: Array<Rank>;
  /** One of them; null where the caller sees none. */
  reminder: Maybe<Reminder>;
  /** Reminders within reach, and those that the caller’s own units were told of; changed last first. */
  reminders: ReminderConnection;
  /** One report; null where there is none that the caller may read. */
  report: Maybe<Report>;
  /** The same by the page; what replaces another stands before it. */
  reportPages: ReportConnection;
  /** When reports are drawn up by themselves, and what came of it. */
  reportSchedules: Array<ReportSchedule>;
  /** The words that reports of a kind are drawn up with. */
  reportTemplate: ReportTemplate;
  /** Reports that the caller may read but drafts that were given up, that of the latest period first, 500 at the most; reportPages gives all of them. */
  reports: Array<Report>;
  /** One's own views of a place, then those that others share, by name. */
  savedViews: Array<SavedView>;
  /**
   * By its code; null when there is none.
   *
   * Example:
   *
   * ```graphql
   * query ListOnADay {
   *   serviceList(code: "QD402") {
   *     name
   *     entryCount(on: "2022-06-30")
   *     entries(on: "2022-06-30", tier: COMMUNE, first: 20) {
   *       nodes { procedure { code name } tier level from to openedBy { number } }
   *       pageInfo { endCursor hasNextPage }
   *     }
   *   }
   * }
   * ```
   */
  serviceList: Maybe<ServiceList>;
  /**
   * How a list differs between two days.
   *
   * Example:
   *
   * ```graphql
   * query ListBetweenTwoDays {
   *   serviceListDiff(list: "QD402", from: "2022-01-01", to: "2022-12-31") {
   *     added { procedure { code name } tier level }
   *     removed { procedure { code name } tier level }
   *     changed { procedure { code name } tier level }
   *     effect(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31") {
   *       statusChanges
   *       province { before { rate denominator } after { rate denominator } }
   *     }
   *   }
   * }
   * ```
   */
  serviceListDiff: ServiceListDiff;
  /** What a decision did to a list: the list on its effective day with its lines and without them; or, since another decision, as it stood after that one and after this one. */
  serviceListDiffByDecision: ServiceListDiff;
  /** Every list, in the order of the codes. */
  serviceLists: Array<ServiceList>;
  /** The services behind a figure of an indicator that counts services: once each, whoever below the unit has them. */
  services: ServicesBehind;
  /** Difficulties within reach that are like what somebody is about to report, the likest first. */
  similarDifficulties: Array<Difficulty>;
  /** How the server is, and what somebody should do. */
  systemHealth: SystemHealth;
  /** By its id; null when there is none. */
  targetPlan: Maybe<TargetPlan>;
  /** Plans of a year, issuer and indicator; superseded ones too. */
  targetPlans: Array<TargetPlan>;
  /** The tokens of programs where one may manage them, by name; those that were revoked are left out. */
  tokens: Array<Token>;
  /** Counts the dossiers of a period by two definitions side by side: how many would change sides, and which. */
  tryDefinition: DefinitionTrial;
  /** The points that an index set would give if it were saved as it is written: nothing is saved. */
  tryIndexSet: IndexScores;
  /** Whom a rule, saved or not, would strike today. Nothing is kept or sent. */
  tryUrgeRule: UrgeTrial;
  /** The unit that bears a code on a day; without a day its last bearer. */
  unit: Maybe<Unit>;
  /** Letters and difficulties of the units directly below one, each with all below it; those alone of which the caller sees something, in the order of the codes. */
  unitMatters: Array<UnitMatters>;
  /** Whom to turn to about the units directly below one: who speaks for each, and its addresses; those alone whose reminders the caller reads, in the order of the codes. */
  unitSpeakers: Array<UnitSpeakers>;
  /**
   * Units alive on a day (today unless told), in the order of their codes.
   *
   * Example:
   *
   * ```graphql
   * query DistrictsWithFigures {
   *   units(on: "2022-08-31", kind: DISTRICT) {
   *     nodes {
   *       code
   *       name
   *       attainment(indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31") {
   *         rate
   *         target
   *         status
   *       }
   *     }
   *   }
   * }
   * ```
   */
  units: UnitConnection;
  /** The addresses that a unit is written to. */
  urgeContacts: Array<UrgeContact>;
  /** Whether anything is mailed, and what waits or failed. */
  urgeMessageStatus: UrgeMessageStatus;
  /** What was told to whom, when, with which figures; newest first. */
  urgeMessages: UrgeMessageConnection;
  /** Every rule by which units are urged, as it stands. */
  urgeRules: Array<UrgeRule>;
};

export type QueryAccountArgs = {
  id: Scalars['ID']['input'];
};

export type QueryAccountsArgs = {
  active: InputMaybe<Scalars['Boolean']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  programs: InputMaybe<Scalars['Boolean']['input']>;
  role: InputMaybe<Role>;
  search: InputMaybe<Scalars['String']['input']>;
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryAssignmentsArgs = {
  indicator: Scalars['ID']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
  under: InputMaybe<Scalars['ID']['input']>;
  year: Scalars['Int']['input'];
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

export type QueryAuditTrailArgs = {
  about: InputMaybe<Scalars['ID']['input']>;
  act: InputMaybe<Scalars['String']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
  by: InputMaybe<Scalars['ID']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  from: InputMaybe<Scalars['Date']['input']>;
  seq: InputMaybe<Scalars['ID']['input']>;
  to: InputMaybe<Scalars['Date']['input']>;
};

export type QueryCatalogueImportArgs = {
  id: Scalars['ID']['input'];
};

export type QueryCatalogueImportsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

export type QueryCatalogueStepArgs = {
  id: Scalars['ID']['input'];
};

export type QueryCatalogueStepsArgs = {
  before: InputMaybe<Scalars['ID']['input']>;
};

export type QueryCauseMendArgs = {
  id: Scalars['ID']['input'];
};

export type QueryCauseMendsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

export type QueryChangedDossiersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  cause: ChangeCause;
  figure: Scalars['ID']['input'];
  first: InputMaybe<Scalars['Int']['input']>;
};

export type QueryChangesArgs = {
  first: InputMaybe<Scalars['Int']['input']>;
  since: InputMaybe<Scalars['String']['input']>;
};

export type QueryChecklistVersionsArgs = {
  code: Scalars['String']['input'];
};

export type QueryClosedPeriodsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  from: InputMaybe<Scalars['Date']['input']>;
  indicator: InputMaybe<Scalars['ID']['input']>;
  to: InputMaybe<Scalars['Date']['input']>;
};

export type QueryConnectedSystemArgs = {
  id: Scalars['ID']['input'];
};

export type QueryConnectedSystemsArgs = {
  removed: InputMaybe<Scalars['Boolean']['input']>;
};

export type QueryDecisionArgs = {
  id: Scalars['ID']['input'];
};

export type QueryDecisionsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  search: InputMaybe<Scalars['String']['input']>;
  year: InputMaybe<Scalars['Int']['input']>;
};

export type QueryDeputiesArgs = {
  grant: Scalars['ID']['input'];
  search: Scalars['String']['input'];
};

export type QueryDifficultiesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  cause: InputMaybe<DifficultyCause>;
  first: InputMaybe<Scalars['Int']['input']>;
  heads?: Scalars['Boolean']['input'];
  olderThan: InputMaybe<Scalars['Int']['input']>;
  procedure: InputMaybe<Scalars['ID']['input']>;
  state: InputMaybe<DifficultyState>;
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryDifficultyArgs = {
  id: Scalars['ID']['input'];
};

export type QueryDifficultyCountsArgs = {
  cause: InputMaybe<DifficultyCause>;
  heads?: Scalars['Boolean']['input'];
  olderThan: InputMaybe<Scalars['Int']['input']>;
  procedure: InputMaybe<Scalars['ID']['input']>;
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryDifficultySynthesisArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  under: InputMaybe<Scalars['ID']['input']>;
};

export type QueryDirectionArgs = {
  id: Scalars['ID']['input'];
};

export type QueryDirectionTaskCountsArgs = {
  overdue?: Scalars['Boolean']['input'];
  report: InputMaybe<Scalars['ID']['input']>;
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryDirectionTasksArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  overdue?: Scalars['Boolean']['input'];
  report: InputMaybe<Scalars['ID']['input']>;
  state: InputMaybe<TaskState>;
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryDocumentTemplateArgs = {
  unit: InputMaybe<Scalars['ID']['input']>;
  version: InputMaybe<Scalars['Int']['input']>;
};

export type QueryDossierArgs = {
  code: Scalars['ID']['input'];
};

export type QueryDossierExplanationArgs = {
  code: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  to: Scalars['Date']['input'];
};

export type QueryDossierSourceArgs = {
  id: Scalars['ID']['input'];
};

export type QueryDossiersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  counted: InputMaybe<Scalars['Boolean']['input']>;
  countedAs: InputMaybe<CountedAs>;
  first: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  procedure: InputMaybe<Scalars['ID']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
  unit: Scalars['ID']['input'];
};

export type QueryExplainChangeArgs = {
  a: PeriodKnownInput;
  b: PeriodKnownInput;
  by: InputMaybe<ChangeBy>;
  indicator: Scalars['ID']['input'];
  scope: InputMaybe<Scope>;
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

export type QueryFigureArgs = {
  reference: Scalars['ID']['input'];
};

export type QueryForecastArgs = {
  indicator: Scalars['ID']['input'];
  kind: InputMaybe<UnitKind>;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  on: InputMaybe<Scalars['Date']['input']>;
  under: InputMaybe<Scalars['ID']['input']>;
  year: Scalars['Int']['input'];
};

export type QueryForecastQualityArgs = {
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  on: InputMaybe<Scalars['Date']['input']>;
  year: Scalars['Int']['input'];
};

export type QueryGrantsAtArgs = {
  on: InputMaybe<Scalars['Date']['input']>;
  unit: Scalars['ID']['input'];
};

export type QueryGuidanceArgs = {
  id: Scalars['ID']['input'];
};

export type QueryGuidanceForeseenArgs = {
  input: GuidanceReceiversInput;
};

export type QueryGuidanceListArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  overdue?: Scalars['Boolean']['input'];
  procedure: InputMaybe<Scalars['ID']['input']>;
  state: InputMaybe<GuidanceState>;
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryHeldBatchesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  settled?: Scalars['Boolean']['input'];
};

export type QueryImportRowsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  only: InputMaybe<ImportFilter>;
  rows: InputMaybe<Array<Scalars['Int']['input']>>;
};

export type QueryIndexScoresArgs = {
  from: Scalars['Date']['input'];
  kind: UnitKind;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  set: Scalars['ID']['input'];
  to: Scalars['Date']['input'];
  under: InputMaybe<Scalars['ID']['input']>;
  version: InputMaybe<Scalars['Int']['input']>;
};

export type QueryIndexSetVersionsArgs = {
  set: Scalars['ID']['input'];
};

export type QueryIndexSetsArgs = {
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
};

export type QueryIndicatorArgs = {
  code: Scalars['ID']['input'];
};

export type QueryIndicatorDefinitionArgs = {
  id: Scalars['ID']['input'];
};

export type QueryIndicatorDefinitionsArgs = {
  indicator: InputMaybe<Scalars['ID']['input']>;
};

export type QueryIngestBatchArgs = {
  id: Scalars['ID']['input'];
};

export type QueryIngestBatchesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  kind: InputMaybe<BatchKind>;
};

export type QueryInspectionArgs = {
  id: Scalars['ID']['input'];
};

export type QueryInspectionCandidatesArgs = {
  search: Scalars['String']['input'];
  units: Array<Scalars['ID']['input']>;
};

export type QueryInspectionCountsArgs = {
  overdue?: Scalars['Boolean']['input'];
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryInspectionsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  overdue?: Scalars['Boolean']['input'];
  state: InputMaybe<InspectionState>;
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryListCoverageArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  kind: CoverageKind;
  list: Scalars['ID']['input'];
  to: Scalars['Date']['input'];
};

export type QueryMeasureArgs = {
  id: Scalars['ID']['input'];
};

export type QueryMeasureCountsArgs = {
  difficulty: InputMaybe<Scalars['ID']['input']>;
  overdue?: Scalars['Boolean']['input'];
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryMeasuresArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  difficulty: InputMaybe<Scalars['ID']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  overdue?: Scalars['Boolean']['input'];
  state: InputMaybe<MeasureState>;
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryPlanDocumentArgs = {
  reference: Scalars['ID']['input'];
};

export type QueryPreviewAmendmentArgs = {
  input: ServiceListAmendmentInput;
};

export type QueryProcedureArgs = {
  code: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  on: InputMaybe<Scalars['Date']['input']>;
};

export type QueryProcedureDraftArgs = {
  code: Scalars['ID']['input'];
};

export type QueryProcedureDraftsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

export type QueryProcedureFacetsArgs = {
  filter: InputMaybe<ProcedureFilter>;
  on: InputMaybe<Scalars['Date']['input']>;
  search: InputMaybe<Scalars['String']['input']>;
};

export type QueryProcedureFieldsArgs = {
  inForceOn: InputMaybe<Scalars['Date']['input']>;
};

export type QueryProceduresArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  field: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<ProcedureFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
  inForceOn: InputMaybe<Scalars['Date']['input']>;
  on: InputMaybe<Scalars['Date']['input']>;
  search: InputMaybe<Scalars['String']['input']>;
  sort: InputMaybe<ProcedureSort>;
  tier: InputMaybe<UnitKind>;
};

export type QueryQuarantineArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  batch: InputMaybe<Scalars['ID']['input']>;
  cause: InputMaybe<Scalars['ID']['input']>;
  code: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

export type QueryQuarantineCausesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

export type QueryRankingArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  kind: UnitKind;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  minimum: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['Date']['input'];
  under: InputMaybe<Scalars['ID']['input']>;
};

export type QueryReminderArgs = {
  id: Scalars['ID']['input'];
};

export type QueryRemindersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  rule: InputMaybe<Scalars['ID']['input']>;
  state: InputMaybe<ReminderState>;
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryReportArgs = {
  id: Scalars['ID']['input'];
};

export type QueryReportPagesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  indicator: InputMaybe<Scalars['ID']['input']>;
  year: InputMaybe<Scalars['Int']['input']>;
};

export type QueryReportTemplateArgs = {
  kind: ReportKind;
};

export type QueryReportsArgs = {
  year: InputMaybe<Scalars['Int']['input']>;
};

export type QuerySavedViewsArgs = {
  place: Scalars['String']['input'];
};

export type QueryServiceListArgs = {
  code: Scalars['ID']['input'];
};

export type QueryServiceListDiffArgs = {
  from: Scalars['Date']['input'];
  list: Scalars['ID']['input'];
  to: Scalars['Date']['input'];
};

export type QueryServiceListDiffByDecisionArgs = {
  decision: Scalars['ID']['input'];
  list: Scalars['ID']['input'];
  since: InputMaybe<Scalars['ID']['input']>;
};

export type QueryServicesArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
  unit: Scalars['ID']['input'];
};

export type QuerySimilarDifficultiesArgs = {
  cause: InputMaybe<DifficultyCause>;
  indicator: InputMaybe<Scalars['ID']['input']>;
  procedure: InputMaybe<Scalars['ID']['input']>;
  source: InputMaybe<Scalars['ID']['input']>;
  text: Scalars['String']['input'];
};

export type QueryTargetPlanArgs = {
  id: Scalars['ID']['input'];
};

export type QueryTargetPlansArgs = {
  indicator: InputMaybe<Scalars['ID']['input']>;
  issuer: InputMaybe<Scalars['ID']['input']>;
  year: InputMaybe<Scalars['Int']['input']>;
};

export type QueryTryDefinitionArgs = {
  every: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  left: Scalars['ID']['input'];
  right: Scalars['ID']['input'];
  to: Scalars['Date']['input'];
  unit: InputMaybe<Scalars['ID']['input']>;
};

export type QueryTryIndexSetArgs = {
  code: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  input: IndexSetInput;
  kind: UnitKind;
  to: Scalars['Date']['input'];
};

export type QueryTryUrgeRuleArgs = {
  input: UrgeRuleInput;
};

export type QueryUnitArgs = {
  code: Scalars['ID']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
};

export type QueryUnitMattersArgs = {
  under: Scalars['ID']['input'];
};

export type QueryUnitSpeakersArgs = {
  under: Scalars['ID']['input'];
};

export type QueryUnitsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  kind: InputMaybe<UnitKind>;
  on: InputMaybe<Scalars['Date']['input']>;
  search: InputMaybe<Scalars['String']['input']>;
  under: InputMaybe<Scalars['ID']['input']>;
};

export type QueryUrgeContactsArgs = {
  unit: Scalars['ID']['input'];
};

export type QueryUrgeMessagesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  reminder: InputMaybe<Scalars['ID']['input']>;
  states: InputMaybe<Array<MessageState>>;
  unit: InputMaybe<Scalars['ID']['input']>;
};

/** A place in a ranking. */
export type Rank = {
  /** The figure it was ranked by. */
  attainment: Attainment;
  /** Null without a rank in both periods. */
  movement: Maybe<RankMovement>;
  /** Why it has no rank, or moved, in a sentence. Example: `Lên 2 bậc: vượt 2 đơn vị.`. */
  note: Maybe<Scalars['String']['output']>;
  /** First day of the period before; null where the days asked for have no name, and so none before them. Example: `2022-07-01`. */
  previousFrom: Maybe<Scalars['Date']['output']>;
  /** In the period before, as published where it is closed; null without one. Example: `4`. */
  previousRank: Maybe<Scalars['Int']['output']>;
  /** Last day of the period before. Example: `2022-07-31`. */
  previousTo: Maybe<Scalars['Date']['output']>;
  /** Ties share it and the next one is skipped; null where there is none. Example: `2`. */
  rank: Maybe<Scalars['Int']['output']>;
  /** Why it has no rank. */
  unranked: Maybe<Unranked>;
};

/** Why a rank is another one: rank = before + those who overtook + those who are new − those who were overtaken − those who have no rank any more. */
export type RankMovement = {
  /** Its own counts are other ones: a rank may change although they are not. */
  changedItself: Scalars['Boolean']['output'];
  /** Ahead now, and had no rank before. */
  entered: Array<Unit>;
  /** How many were ahead before and have no rank now. Example: `0`. */
  left: Scalars['Int']['output'];
  /** Not ahead before, ahead now. */
  overtakenBy: Array<Unit>;
  /** Ahead before, not ahead now: those of the same rank now were drawn level with. */
  overtook: Array<Unit>;
};

/** TO_ACKNOWLEDGE: the edition that holds is to be taken note of. OVERDUE: the day of it is over. ACKNOWLEDGED. NOT_NEEDED: the guidance was withdrawn. */
export type ReceiptState = 'ACKNOWLEDGED' | 'NOT_NEEDED' | 'OVERDUE' | 'TO_ACKNOWLEDGE';

/** A file of a source that could not be read; it is tried again when it changes. */
export type RefusedFile = {
  /** Its name. Example: `ho-so-2022-08-31.csv`. */
  name: Scalars['String']['output'];
  /** Why, in the language of the request. Example: `Tệp không đọc được.`. */
  problem: Scalars['String']['output'];
};

/** The targets of a plan held against the dossiers of a year. */
export type Rehearsal = {
  /** First day of the year. Example: `2022-01-01`. */
  from: Scalars['Date']['output'];
  /** One for every child, in the order of the codes. */
  rows: Array<RehearsalRow>;
  /** Its last day. Example: `2022-12-31`. */
  to: Scalars['Date']['output'];
  /** The issuing unit with all below it, against what it has to reach itself; null where it is gone. */
  whole: Maybe<RehearsalRow>;
};

/** What a target would have come to with the dossiers of a year. */
export type RehearsalRow = {
  /** Dossiers that counted in the year. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** How many dossiers more would have had to be online; 0 when it is met. Example: `1`. */
  missing: Scalars['Int']['output'];
  /** Online of those; of units that it succeeded as well. Example: `5499`. */
  numerator: Scalars['Int']['output'];
  /** OWN: by what it received itself. SUBTREE: together with all below it. */
  scope: Scope;
  /** Whether it would have, on whole numbers. */
  status: AttainmentStatus;
  /** What it would have had to reach; null without a target. Example: `55`. */
  target: Maybe<Scalars['Percent']['output']>;
  /** The unit, as of the plan's first day in force. */
  unit: Unit;
};

/** One occasion to remind a unit, from where it began to its end. */
export type Reminder = {
  /** What the caller can do about it now. */
  acts: Array<ReminderAct>;
  /** Where the occasion began. Example: `2022-02-01`. */
  began: Scalars['Date']['output'];
  /** What its letter says, or would say if it were sent now. Example: `Thị trấn Hùng Sơn đạt 41,20% (412/1.000 hồ sơ), mốc 50%.`. */
  body: Scalars['String']['output'];
  /** When anything of it changed last. Example: `2022-08-31T17:00:00+07:00`. */
  changedAt: Scalars['DateTime']['output'];
  /** Why it was closed. */
  closedWhy: Maybe<ReminderEnd>;
  /** By when the unit has to answer. Example: `2022-04-22`. */
  deadline: Scalars['Date']['output'];
  /** The figure that its letter names, as it was cited. */
  figure: Maybe<Figure>;
  /** Its identity. Example: `3f1d2c4b-8a57-4e0f-9b6c-2d7e1f0a5c38`. */
  id: Scalars['ID']['output'];
  /** Whether the unit should have said something by now, and did not. */
  isOverdue: Scalars['Boolean']['output'];
  /** Whether somebody wrote the letter; else it is composed when it is sent. */
  isWritten: Scalars['Boolean']['output'];
  /** What the rule looks for. */
  kind: ConditionKind;
  /** The last day on which it was found. Example: `2022-03-31`. */
  lastOn: Scalars['Date']['output'];
  /** When it was found. Example: `2022-08-31T17:00:00+07:00`. */
  madeAt: Scalars['DateTime']['output'];
  /** The unit above that it was raised to at last. */
  raisedTo: Maybe<Unit>;
  /** To whom it would be raised next; null at the top. */
  raisesTo: Maybe<Unit>;
  /** What the rule is called; null for who does not see rules. Example: `Chậm mốc hai tháng liền`. */
  ruleName: Maybe<Scalars['String']['output']>;
  /** In whose name it is written: the unit above. */
  sender: Unit;
  /** What is wrong, in one sentence in the language of the request. Example: `Đến hết tháng 3/2022 đạt 41,20 %, mốc 50,00 %, còn thiếu 88 hồ sơ, chậm mốc 2 tháng liền.`. */
  sentence: Scalars['String']['output'];
  /** Until when it is put off; null where that is over. Example: `2022-04-30`. */
  snoozedUntil: Maybe<Scalars['Date']['output']>;
  /** How far it is. */
  state: ReminderState;
  /** What was done to it that the caller sees, oldest first. */
  steps: Array<ReminderStep>;
  /** What its letter is headed. Example: `Đôn đốc thị trấn Hùng Sơn: chậm mốc tháng 3/2022`. */
  subject: Scalars['String']['output'];
  /** When the unit was told; null: not yet. Example: `2022-04-12`. */
  toldOn: Maybe<Scalars['Date']['output']>;
  /** Who is reminded, as it is today or was at last. */
  unit: Unit;
  /** Grows by one with each change. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** What the caller can do about a reminder. */
export type ReminderAct = 'ACCEPT' | 'ACKNOWLEDGE' | 'ANSWER' | 'CLOSE' | 'EDIT' | 'RAISE' | 'SEND' | 'SNOOZE';

/** A page of Reminder. */
export type ReminderConnection = {
  /** The page, each with its cursor. */
  edges: Array<ReminderEdge>;
  /** The page without cursors. */
  nodes: Array<Reminder>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One Reminder with its cursor. */
export type ReminderEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: Reminder;
};

/** EVIDENCE: a later figure shows that it is no longer so. TARGET_CHANGED: something else is asked for. UNIT_ENDED: the unit is gone. CORRECTED: it never was so, as is known now. RULE_CHANGED: the rule no longer looks at the unit, or is off. WITHDRAWN: by somebody. ACCEPTED: its answer was. */
export type ReminderEnd =
  'ACCEPTED' | 'CORRECTED' | 'EVIDENCE' | 'RULE_CHANGED' | 'TARGET_CHANGED' | 'UNIT_ENDED' | 'WITHDRAWN';

/** A letter as somebody wrote it. */
export type ReminderLetterInput = {
  /** What it says. Example: `Thị trấn Hùng Sơn đạt 41,20% (412/1.000 hồ sơ), mốc 50%.`. */
  body: Scalars['String']['input'];
  /** By when it asks for an answer. Example: `2022-04-22`. */
  deadline: Scalars['Date']['input'];
  /** What it is headed, one line. Example: `Đôn đốc thị trấn Hùng Sơn: chậm mốc tháng 3/2022`. */
  subject: Scalars['String']['input'];
};

/** DRAFT: nobody was told. SENT: the unit was told. ACKNOWLEDGED: it took note. ANSWERED: it answered. CLOSED: it is over. */
export type ReminderState = 'ACKNOWLEDGED' | 'ANSWERED' | 'CLOSED' | 'DRAFT' | 'SENT';

/** Something that was done to a reminder. Never changed. */
export type ReminderStep = {
  /** When. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** What it said. Example: `Thị trấn Hùng Sơn đạt 41,20% (412/1.000 hồ sơ), mốc 50%.`. */
  body: Maybe<Scalars['String']['output']>;
  /** By whom; null for the system itself. Example: `Văn thư Sở Tư pháp`. */
  by: Maybe<Scalars['String']['output']>;
  /** The day that it names: by when to answer, until when it is put off, up to which day it was found. Example: `2022-04-22`. */
  day: Maybe<Scalars['Date']['output']>;
  /** The figure that it rests on, as cited then. */
  figure: Maybe<Figure>;
  /** Its number. Example: `17`. */
  id: Scalars['ID']['output'];
  /** What was done. */
  kind: ReminderStepKind;
  /** What was said: an answer, a reason. Example: `Đã tập huấn cho công chức một cửa.`. */
  note: Maybe<Scalars['String']['output']>;
  /** What the letter was headed that was sent. Example: `Đôn đốc thị trấn Hùng Sơn: chậm mốc tháng 3/2022`. */
  subject: Maybe<Scalars['String']['output']>;
  /** To which unit it was raised, or passed when its own was gone. */
  to: Maybe<Unit>;
  /** Of a closing: why. */
  why: Maybe<ReminderEnd>;
};

/** What was done: found and drafted; begun again by a correction; found for a later month; written; sent; noted; answered; put off; raised to the unit above; closed. */
export type ReminderStepKind =
  | 'ACKNOWLEDGED'
  | 'ANSWERED'
  | 'CLOSED'
  | 'CONTINUED'
  | 'DRAFTED'
  | 'EDITED'
  | 'RAISED'
  | 'REOPENED'
  | 'SENT'
  | 'SNOOZED';

/** A report to the chairman: figures of a period as known at one moment, with the words around them. */
export type Report = {
  /** Who drew it up first. Example: `Trần Thị Bình`. */
  by: Maybe<Scalars['String']['output']>;
  /** Whether its period stands closed at its own moment; null: it is not closed. */
  closedWithIt: Maybe<Scalars['Boolean']['output']>;
  /** Everything that it says. */
  content: ReportContent;
  /** The day that it bears once it is published. Example: `2023-01-09`. */
  dated: Maybe<Scalars['Date']['output']>;
  /** Which units got it: all for who works on reports, else those that the caller speaks for. */
  deliveries: Array<ReportDelivery>;
  /** When it was drawn up. Example: `2023-01-05`. */
  drawnOn: Scalars['Date']['output'];
  /** Its files once it is published; GET /reports/ID.docx gives one, of drafts too. */
  files: Array<ReportFile>;
  /** First day of the period. Example: `2022-01-01`. */
  from: Scalars['Date']['output'];
  /** It is a draft that nobody goes on with: it is in no list, and its period is free again. */
  givenUp: Scalars['Boolean']['output'];
  /** Its id. Example: `5d2c0b6e-3f4a-4c8e-9b1d-7a6f5e4d3c2b`. */
  id: Scalars['ID']['output'];
  /** What it tells of. */
  indicator: Indicator;
  /** Of which kind of period it tells. */
  kind: ReportKind;
  /** The sealed moment as of which its figures were known. Example: `2022-12-31T23:59:59+07:00`. */
  knownAt: Scalars['DateTime']['output'];
  /** Which of its numbers read otherwise now, of all that it cites (own, year so far beside its mark, period before, form II.06a), the province first; the page of each figure explains why. */
  moved: Array<ReportMoved>;
  /** What the period is called, in the language of the request. Example: `Năm 2022`. */
  name: Scalars['String']['output'];
  /** Its number once it is published, where it was given one. Example: `12/BC-VP`. */
  number: Maybe<Scalars['String']['output']>;
  /** Where the caller may move it by right. */
  possible: Array<ReportState>;
  /** What is printed at its foot. Example: `19-2022-7Q2M9XK4TB`. */
  reference: Scalars['String']['output'];
  /** The report that replaces it; while that is no published one it still stands, and only who works on reports knows. */
  replacedBy: Maybe<Report>;
  /** The published report that it replaces. */
  replaces: Maybe<Report>;
  /** Why it replaces another one; null: it replaces none. Example: `Đính chính số liệu của thành phố Thái Nguyên do nhập bổ sung hồ sơ.`. */
  replacesWhy: Maybe<Scalars['String']['output']>;
  /** SHA-256 over all that stands on it, once it is published; the audit trail says the same. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  state: ReportState;
  /** What was done about it, oldest first; reasons are for who works on it. */
  steps: Array<ReportStep>;
  /** It replaces another one with the figures of when it was drawn up: publishing closes the period anew. */
  takesNewFigures: Scalars['Boolean']['output'];
  /** Last day of the period, included. Example: `2022-12-31`. */
  to: Scalars['Date']['output'];
  /** Grows with each step: what steps expect. Example: `4`. */
  version: Scalars['Int']['output'];
  /** Whether the caller takes it back as their own work, without a reason, when they make it a draft again. */
  withdrawable: Scalars['Boolean']['output'];
};

/** DRAWN: its figures were cited and its sentences made. REDRAWN: at another moment. WORDED: a sentence was overwritten. RETURNED: it went back to be a draft. WITHDRAWN: an author took it back before it was approved. REPLACED: another one that was published stands in its place. GIVEN_UP: nobody goes on with it. */
export type ReportAct =
  | 'APPROVED'
  | 'DRAWN'
  | 'GIVEN_UP'
  | 'PUBLISHED'
  | 'REDRAWN'
  | 'REPLACED'
  | 'RETURNED'
  | 'SUBMITTED'
  | 'WITHDRAWN'
  | 'WORDED';

/** The period that a report compares with. */
export type ReportBefore = {
  /** Its numbers are those that it was reported with; else as known at the moment of this report. */
  isReported: Scalars['Boolean']['output'];
  /** What it is called. Example: `Năm 2021`. */
  name: Scalars['String']['output'];
};

/** A page of Report. */
export type ReportConnection = {
  /** The page, each with its cursor. */
  edges: Array<ReportEdge>;
  /** The page without cursors. */
  nodes: Array<Report>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** Everything that one report says; asked of one report, not of a list. */
export type ReportContent = {
  /** What it compares with; null: nothing. */
  before: Maybe<ReportBefore>;
  /** What stands on paper, block by block. Example: `{"kind":"TEXT","look":"title","text":"BÁO CÁO"}`. */
  blocks: Scalars['JSON']['output'];
  /** Whether its period has no data: it is submitted to nobody. */
  isEmpty: Scalars['Boolean']['output'];
  /** Its parts with their sentences. */
  parts: Array<ReportPart>;
  /** The province. */
  province: ReportUnit;
  /** What drawing it up anew changed last. */
  redrawn: Array<ReportMoved>;
  /** How it differs from the report that it replaces; null: it replaces none. */
  replacement: Maybe<ReportReplacement>;
  /** Which version of the template its words are; 0: what the product says. Example: `2`. */
  templateVersion: Scalars['Int']['output'];
  /** The units right below it, departments first. */
  units: Array<ReportUnit>;
};

/** Counts beside a target, as a report cites them. */
export type ReportCounts = {
  /** As cited. Example: `2000`. */
  denominator: Scalars['Int']['output'];
  /** Dossiers that are missing to the target; 0 when met, null without target or dossiers. Example: `1`. */
  missing: Maybe<Scalars['Int']['output']>;
  /** As cited. Example: `1099`. */
  numerator: Scalars['Int']['output'];
  /** Rounded half up, to show; null without dossiers. Example: `54.95`. */
  rate: Maybe<Scalars['Percent']['output']>;
  /** The reference of the figure: /so-lieu/REFERENCE opens it. Example: `164-2022-3H7KQ2M9XT`. */
  reference: Scalars['ID']['output'];
  /** The counts beside the target. */
  status: AttainmentStatus;
  /** In force on the last day; null if none. Example: `55`. */
  target: Maybe<Scalars['Percent']['output']>;
};

/** What a unit got of a published report, in its own scope. */
export type ReportDelivery = {
  /** When it was delivered. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Its number. Example: `41`. */
  id: Scalars['ID']['output'];
  /** Messages about it, for who sees what its unit is told; none where it is told in the product alone. */
  messages: Array<ReportMessages>;
  /** It is the caller’s own unit’s, and nobody took note of it yet. */
  receivable: Scalars['Boolean']['output'];
  /** When the unit took note; null: not yet. Example: `2022-08-31T17:00:00+07:00`. */
  receivedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who did. Example: `Hoàng Văn Dũng`. */
  receivedBy: Maybe<Scalars['String']['output']>;
  /** Which report this one replaces and what differs, in words; null where it replaces none. Example: `Báo cáo này thay thế Báo cáo số 12/BC-VP ngày 05 tháng 4 năm 2022 (mã tham chiếu 19-2022-3H7KQ2M9XT). So với báo cáo được thay thế, thay đổi 3 số liệu của các đơn vị, nêu tại Phụ lục II.`. */
  replaces: Maybe<Scalars['String']['output']>;
  /** The unit itself first, then all below it, as they stood then. */
  rows: Array<ReportExtractRow>;
  /** SHA-256 over what it says and the hash of the report. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Scalars['String']['output'];
};

/** One Report with its cursor. */
export type ReportEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: Report;
};

/** A unit in an extract of a report. */
export type ReportExtractRow = {
  /** Its code then. Example: `164`. */
  code: Scalars['String']['output'];
  /** As published. Example: `2000`. */
  denominator: Scalars['Int']['output'];
  /** How far below the receiver it stands; 0 is the receiver. Example: `0`. */
  depth: Scalars['Int']['output'];
  /** Its name then. Example: `Thành phố Thái Nguyên`. */
  name: Scalars['String']['output'];
  /** As published. Example: `1099`. */
  numerator: Scalars['Int']['output'];
  /** Rounded half up, to show; null without dossiers. Example: `54.95`. */
  rate: Maybe<Scalars['Percent']['output']>;
  /** The reference of its figure: /so-lieu/REFERENCE opens it. Example: `164-2022-3H7KQ2M9XT`. */
  reference: Scalars['ID']['output'];
  /** The counts beside the target. */
  status: AttainmentStatus;
  /** In force on the last day; null if none. Example: `55`. */
  target: Maybe<Scalars['Percent']['output']>;
};

/** A file of a published report, the same for ever. */
export type ReportFile = {
  /** How many there are. Example: `48211`. */
  bytes: Scalars['Int']['output'];
  /** What it is. */
  form: ReportForm;
  /** SHA-256 over its bytes. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Scalars['String']['output'];
};

/** DOCX and PDF: the paper. XLSX: its annexes. */
export type ReportForm = 'DOCX' | 'PDF' | 'XLSX';

/** The report that is to be drawn up. */
export type ReportInput = {
  /** First day of the period. Example: `2022-01-01`. */
  from: Scalars['Date']['input'];
  /** An indicator's code; needed where there are several. Example: `ONLINE_RESOLUTION_L4`. */
  indicator?: InputMaybe<Scalars['ID']['input']>;
  /** A month, a quarter or a year. */
  kind: ReportKind;
  /** As known at this instant, now unless given; of a closed period its closing’s moment goes before it. Example: `2022-12-31T23:59:59+07:00`. */
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Last day of the period, included. Example: `2022-12-31`. */
  to: Scalars['Date']['input'];
  /** The province, whose report it is. Example: `19`. */
  unit?: InputMaybe<Scalars['ID']['input']>;
};

/** Of which kind of period a report tells. */
export type ReportKind = 'MONTHLY' | 'QUARTERLY' | 'YEARLY';

/** How many messages of a delivery stand where. */
export type ReportMessages = {
  /** How many. Example: `2`. */
  count: Scalars['Int']['output'];
  /** Where. */
  state: MessageState;
};

/** A figure of a report that reads otherwise now. */
export type ReportMoved = {
  /** The code of the unit. Example: `164`. */
  code: Scalars['String']['output'];
  /** The same. Example: `2000`. */
  denominator: Scalars['Int']['output'];
  /** As it is since. Example: `2001`. */
  denominatorAfter: Scalars['Int']['output'];
  /** Its name in the report, with what of it: its year so far, the period before, its row of form II.06a. Example: `Thành phố Thái Nguyên`. */
  name: Scalars['String']['output'];
  /** As the report says, or said before it was drawn up anew. Example: `1099`. */
  numerator: Scalars['Int']['output'];
  /** As it is since. Example: `1101`. */
  numeratorAfter: Scalars['Int']['output'];
  /** The same, rounded; null without dossiers. Example: `54.95`. */
  rate: Maybe<Scalars['Percent']['output']>;
  /** As it is since, rounded; null without dossiers. Example: `55.02`. */
  rateAfter: Maybe<Scalars['Percent']['output']>;
  /** The reference of the figure, whose page explains the difference; null of an earlier drawing. Example: `164-2022-3H7KQ2M9XT`. */
  reference: Maybe<Scalars['ID']['output']>;
  /** What it was held against: the target of its own numbers, the mark of its year so far; null for none. Example: `55`. */
  target: Maybe<Scalars['Percent']['output']>;
  /** What it is held against since. Example: `55`. */
  targetAfter: Maybe<Scalars['Percent']['output']>;
};

/** A part of a report: a heading and its sentences. */
export type ReportPart = {
  /** Its heading, without its number. Example: `Kết quả chung`. */
  heading: Scalars['String']['output'];
  /** In their order. */
  sentences: Array<ReportSentence>;
};

/** How a report differs from the one that it replaces; it says so itself on paper. */
export type ReportReplacement = {
  /** Its figures that read otherwise. */
  figures: Array<ReportMoved>;
  /** How many rows of form II.06a differ. Example: `2`. */
  reception: Scalars['Int']['output'];
  /** Its sentences that read otherwise. */
  sentences: Array<ReportSentenceChange>;
};

/** A report that became due by a schedule. */
export type ReportRun = {
  /** When it was due. Example: `2022-08-31T17:00:00+07:00`. */
  dueAt: Scalars['DateTime']['output'];
  /** Why nothing did, in the language of the request. Example: `Bạn không có quyền làm việc này.`. */
  failure: Maybe<Scalars['String']['output']>;
  /** Its id. Example: `12`. */
  id: Scalars['ID']['output'];
  /** What its period is called. Example: `Tháng 12/2022`. */
  name: Scalars['String']['output'];
  /** The report. Example: `5d2c0b6e-3f4a-4c8e-9b1d-7a6f5e4d3c2b`. */
  report: Maybe<Scalars['ID']['output']>;
  /** What came of it. */
  state: ReportRunState;
};

/** DUE: it is being drawn up, or tried again. DRAWN. THERE: somebody had drawn it up already. FAILED: nobody could; saving the schedule tries again. */
export type ReportRunState = 'DRAWN' | 'DUE' | 'FAILED' | 'THERE';

/** How many days after its period a report is drawn up by itself, in whose name. */
export type ReportSchedule = {
  /** Whether it is on. */
  active: Scalars['Boolean']['output'];
  /** So many days after the period’s last one, at six in the morning. Example: `5`. */
  daysAfter: Scalars['Int']['output'];
  /** Its number. Example: `3`. */
  id: Scalars['ID']['output'];
  /** Of which indicator. */
  indicator: Indicator;
  /** In whose name and by whose rights: whoever saved it last. Example: `Trần Thị Bình`. */
  keeper: Maybe<Scalars['String']['output']>;
  /** Of which reports. */
  kind: ReportKind;
  /** Of which period; null: it is off. Example: `Tháng 1/2023`. */
  nextName: Maybe<Scalars['String']['output']>;
  /** When the next one is drawn up; null: it is off. Example: `2023-02-05`. */
  nextOn: Maybe<Scalars['Date']['output']>;
  /** What became due by it, the latest period first; at most six. */
  runs: Array<ReportRun>;
  /** Grows when it is saved: what saving expects. Example: `2`. */
  version: Scalars['Int']['output'];
};

/** A sentence of a report. */
export type ReportSentence = {
  /** Which one: its part and its place there. Example: `0.1`. */
  key: Scalars['String']['output'];
  /** Places that have no value: room is left there. Example: `["target"]`. */
  missing: Array<Scalars['String']['output']>;
  /** Numbers that it names and that neither its places nor those of the sentence it stands for say. Example: `["60"]`. */
  strange: Array<Scalars['String']['output']>;
  /** The table that it stands for: unitsTable. */
  table: Maybe<Scalars['String']['output']>;
  /** As the template says it, with named places. Example: `Lũy kế từ đầu năm đến ngày {{to}}, toàn {{province}} đạt {{cumulative?}} ({{cumulativeNumerator}}/{{cumulativeDenominator}} hồ sơ).`. */
  template: Scalars['String']['output'];
  /** With its places filled in; null: it is left out, for a place without a value. Empty where it is a table. Example: `Toàn tỉnh Thái Nguyên chưa đạt chỉ tiêu, còn thiếu 1 hồ sơ, cần tập trung vào tháng cuối.`. */
  text: Maybe<Scalars['String']['output']>;
  /** As somebody overwrote it, with named places; null: nobody did. Example: `Toàn {{province}} {{verdict?}}, cần tập trung vào tháng cuối.`. */
  written: Maybe<Scalars['String']['output']>;
};

/** A sentence that reads otherwise than in the report that is replaced. */
export type ReportSentenceChange = {
  /** As it is said instead; null: it is left out. Example: `Toàn tỉnh Thái Nguyên đạt chỉ tiêu.`. */
  after: Maybe<Scalars['String']['output']>;
  /** As the replaced report says it; null: it does not. Example: `Toàn tỉnh Thái Nguyên chưa đạt chỉ tiêu, còn thiếu 1 hồ sơ.`. */
  before: Maybe<Scalars['String']['output']>;
  /** The heading of its part. Example: `Kết quả chung`. */
  heading: Scalars['String']['output'];
};

/** DRAFT: it is being written. SUBMITTED: somebody is to approve it. APPROVED: it is to be published. PUBLISHED: whoever is signed in reads it, and it stays as it is. */
export type ReportState = 'APPROVED' | 'DRAFT' | 'PUBLISHED' | 'SUBMITTED';

/** What was done about a report. */
export type ReportStep = {
  /** What. */
  act: ReportAct;
  /** When. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who; null for the system itself. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** Its id. Example: `31`. */
  id: Scalars['ID']['output'];
  /** Why it went back or was given up, for who works on reports. Example: `Bổ sung nguyên nhân của hai huyện chưa đạt.`. */
  reason: Maybe<Scalars['String']['output']>;
};

/** The words that reports of a kind are drawn up with, as they were saved last. */
export type ReportTemplate = {
  /** When they were saved. Example: `2022-08-31T17:00:00+07:00`. */
  at: Maybe<Scalars['DateTime']['output']>;
  /** By whom. Example: `Trần Thị Bình`. */
  by: Maybe<Scalars['String']['output']>;
  /** Of which reports. */
  kind: ReportKind;
  /** The places that sentences may name. Example: `["rate"]`. */
  places: Array<Scalars['String']['output']>;
  /** The tables that a sentence may stand for. Example: `["unitsTable"]`. */
  tables: Array<Scalars['String']['output']>;
  /** Grows when they are saved; 0: nobody wrote any yet. Example: `2`. */
  version: Scalars['Int']['output'];
  /** All words. */
  words: ReportWords;
};

/** A part of the words that reports are drawn up with. */
export type ReportTemplateSection = {
  /** Its heading; it is numbered by itself. Example: `Kết quả chung`. */
  heading: Scalars['String']['output'];
  /** Sentences with named places, each a paragraph; a table stands alone in one. Example: `["Lũy kế từ đầu năm đến ngày {{to}}, toàn {{province}} đạt {{cumulative?}} ({{cumulativeNumerator}}/{{cumulativeDenominator}} hồ sơ)."]`. */
  sentences: Array<Scalars['String']['output']>;
};

/** A part of the words of reports. */
export type ReportTemplateSectionInput = {
  /** Its heading; it is numbered by itself. Example: `Kết quả chung`. */
  heading: Scalars['String']['input'];
  /** Sentences with named places, each a paragraph; a table stands alone in one. Example: `["Lũy kế từ đầu năm đến ngày {{to}}, toàn {{province}} đạt {{cumulative?}} ({{cumulativeNumerator}}/{{cumulativeDenominator}} hồ sơ)."]`. */
  sentences: Array<Scalars['String']['input']>;
};

/** A unit in a report. */
export type ReportUnit = {
  /** In the period before; null where it had none. */
  before: Maybe<ReportCounts>;
  /** Its code then. Example: `164`. */
  code: Scalars['String']['output'];
  /** Its name then. Example: `Thành phố Thái Nguyên`. */
  name: Scalars['String']['output'];
  /** In the period. */
  now: ReportCounts;
  /** From January to the end of the period, beside the mark of then; the province and reports of years beside what the year asks. Targets are of the year: this is what is judged. */
  yearSoFar: ReportCounts;
};

/** The words around the numbers of a report. */
export type ReportWords = {
  /** Who gets it first. Example: `Kính gửi: Chủ tịch Ủy ban nhân dân {{province}}`. */
  addressee: Scalars['String']['output'];
  /** The issuing body. Example: `["Văn phòng"]`. */
  body: Array<Scalars['String']['output']>;
  /** What follows the number while nobody knows it: /BC-VP. */
  numbering: Scalars['String']['output'];
  /** Where it is signed. Example: `{{provincePlace}}`. */
  place: Scalars['String']['output'];
  /** Who gets it. Example: `["Như trên;"]`. */
  recipients: Array<Scalars['String']['output']>;
  /** Its parts. */
  sections: Array<ReportTemplateSection>;
  /** What stands above the signature. Example: `["Chánh Văn phòng"]`. */
  signature: Array<Scalars['String']['output']>;
  /** Who signs. Example: `Nguyễn Văn An`. */
  signer: Scalars['String']['output'];
  /**
   * What it is about. Example: `Kết quả thực hiện chỉ tiêu {{indicator}}
   * {{period}}`.
   */
  subject: Scalars['String']['output'];
  /** What stands above the issuing body. Example: `["Ủy ban nhân dân"]`. */
  superiorBody: Array<Scalars['String']['output']>;
};

/** The words around the numbers of a report. */
export type ReportWordsInput = {
  /** Who gets it first. Example: `Kính gửi: Chủ tịch Ủy ban nhân dân {{province}}`. */
  addressee: Scalars['String']['input'];
  /** The issuing body. Example: `["Văn phòng"]`. */
  body: Array<Scalars['String']['input']>;
  /** What follows the number while nobody knows it: /BC-VP. */
  numbering: Scalars['String']['input'];
  /** Where it is signed. Example: `{{provincePlace}}`. */
  place: Scalars['String']['input'];
  /** Who gets it. Example: `["Như trên;"]`. */
  recipients: Array<Scalars['String']['input']>;
  /** Its parts. */
  sections: Array<ReportTemplateSectionInput>;
  /** What stands above the signature. Example: `["Chánh Văn phòng"]`. */
  signature: Array<Scalars['String']['input']>;
  /** Who signs. Example: `Nguyễn Văn An`. */
  signer: Scalars['String']['input'];
  /**
   * What it is about. Example: `Kết quả thực hiện chỉ tiêu {{indicator}}
   * {{period}}`.
   */
  subject: Scalars['String']['input'];
  /** What stands above the issuing body. Example: `["Ủy ban nhân dân"]`. */
  superiorBody: Array<Scalars['String']['input']>;
};

/** What an account may do; holds for a unit and all below it. */
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

/** UNASKED: the indicator does not ask for it. UNKNOWN: what it asks about is not there. */
export type RuleOutcome = 'FAILED' | 'PASSED' | 'UNASKED' | 'UNKNOWN';

/** From what a sample is drawn. */
export type SampleInput = {
  /** First day of the period. Example: `2022-01-01`. */
  from: Scalars['Date']['input'];
  /** The indicator whose dossiers it is about. Example: `ONLINE_RESOLUTION_L4`. */
  indicator: Scalars['ID']['input'];
  /** The number of the inspection. Example: `7`. */
  inspection: Scalars['ID']['input'];
  /** From which of its dossiers. */
  list: SampleList;
  /** Why it is drawn again: needed where it was drawn before. Example: `Ba hồ sơ đầu đã chuyển sang đơn vị khác.`. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** With all below unless given. */
  scope?: InputMaybe<Scope>;
  /** How many are drawn: 500 at most, and no more than there are. Example: `20`. */
  size: Scalars['Int']['input'];
  /** Last day of the period. Example: `2022-12-31`. */
  to: Scalars['Date']['input'];
  /** The code of one of its units. Example: `05503`. */
  unit: Scalars['ID']['input'];
};

/** From which dossiers a sample is drawn: those in the numerator of a figure, those in its denominator alone, those that do not count. */
export type SampleList = 'DENOMINATOR' | 'NOT_COUNTED' | 'NUMERATOR';

/** What was found at a dossier: it is as recorded, it is otherwise, or it could not be shown. */
export type SampleResult = 'DIFFERS' | 'MATCHES' | 'MISSING';

/** A place of the console as somebody left it, under a name. */
export type SavedView = {
  /** Who shares it; null where it is not shared. Example: `Văn thư Sở Tư pháp`. */
  author: Maybe<Scalars['String']['output']>;
  /** What names it to saveView and removeView. Example: `17`. */
  id: Scalars['ID']['output'];
  /** 1 to 100 characters. Example: `Hộ tịch cấp xã`. */
  name: Scalars['String']['output'];
  /** Whether it is the asker's own: only these are changed. */
  own: Scalars['Boolean']['output'];
  /** Where it belongs: procedures. */
  place: Scalars['String']['output'];
  /** Whether everybody who is signed in sees it. */
  shared: Scalars['Boolean']['output'];
  /** What stands in the place's address after the question mark: field=H%E1%BB%99+t%E1%BB%8Bch. */
  state: Scalars['String']['output'];
};

/** A view to be kept: { place: "procedures", name: "Chưa có lĩnh vực", state: "gap=field" }. */
export type SavedViewInput = {
  /** One of one's own that is changed; a new one unless given. Example: `17`. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 100 characters, unlike those of one's other views of the place. Example: `Hộ tịch cấp xã`. */
  name: Scalars['String']['input'];
  /** Where it belongs: procedures. */
  place: Scalars['String']['input'];
  /** Show it to everybody; false unless given. */
  shared?: InputMaybe<Scalars['Boolean']['input']>;
  /** The query string, encoded as in an address, at most 4,000 characters. Example: `field=H%E1%BB%99+t%E1%BB%8Bch`. */
  state: Scalars['String']['input'];
};

/** A file of a scan. */
export type ScanInput = {
  /** Its name; the decision's number unless given. Example: `QĐ 1234.pdf`. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What POST /plans/ID/scan answered. Example: `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  sha256: Scalars['ID']['input'];
};

/** What a plan could be and is not: inputs and targets under a name. */
export type Scenario = {
  /** When it was changed last. Example: `2022-08-31T17:00:00+07:00`. */
  at: Scalars['DateTime']['output'];
  /** Who edited it, the first of them first. Example: `["Nguyễn Thị Lan"]`. */
  contributors: Array<Scalars['String']['output']>;
  /** What names it in arguments. Example: `7d5a7f0e-2c1b-4a55-9a55-3f1c2b9e8d41`. */
  id: Scalars['ID']['output'];
  /** Its inputs, in the place of those of the plan. */
  inputs: PlanInputs;
  /** 1 to 120 characters, unlike those of the other scenarios of its plan. Example: `Tân Cương mất một phần ba hồ sơ`. */
  name: Scalars['String']['output'];
  /** Its targets, in the order of the codes. */
  targets: Array<Target>;
  /** Starts at 1 and grows by one with every change. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** A scenario to be kept: what is not given stays as it is, of a new one as the plan has it now. */
export type ScenarioInput = {
  /** The version of the scenario that the caller saw; another one is a CONFLICT. Example: `3`. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The scenario that is changed; a new one unless given. Example: `7d5a7f0e-2c1b-4a55-9a55-3f1c2b9e8d41`. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** All inputs of it. */
  inputs?: InputMaybe<ScenarioInputsInput>;
  /** 1 to 120 characters; needed of a new one. Example: `Tân Cương mất một phần ba hồ sơ`. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** A plan's id. Example: `0b8a1f5c-6a0e-4a57-8f3c-2b7f0c9d5e13`. */
  plan: Scalars['ID']['input'];
  /** All targets of it. */
  targets?: InputMaybe<Array<TargetInput>>;
};

/** All inputs of a scenario: what is absent or null is not typed in it. */
export type ScenarioInputsInput = {
  /** What points cost, for LEAST_EFFORT. */
  effort?: InputMaybe<Array<EffortBandInput>>;
  /** The way of spreading that was chosen. */
  method?: InputMaybe<CascadeMethod>;
  /** MEAN where nothing is typed. */
  policy?: InputMaybe<CascadePolicy>;
  /** What is to be reached, where nobody assigned it. Example: `55`. */
  required?: InputMaybe<Scalars['Percent']['input']>;
  /** Never 0; 0.5 where nothing is typed. Example: `0.5`. */
  step?: InputMaybe<Scalars['Percent']['input']>;
  /** At most 1,000 units. */
  units?: InputMaybe<Array<UnitInputsInput>>;
};

/** OWN: what the unit itself received. SUBTREE: it and everything below it. */
export type Scope = 'OWN' | 'SUBTREE';

/** Codes of an app on a phone, asked for after the password. */
export type SecondFactor = {
  /** Signing in asks for a code. */
  active: Scalars['Boolean']['output'];
  /** So many recovery codes can still be used, each once. Example: `8`. */
  recoveryCodesLeft: Scalars['Int']['output'];
};

/** What an app on a phone makes codes from; shown once, and nothing before a code of it confirms it. */
export type SecondFactorOffer = {
  /** To be typed into the app: base32. Example: `JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP`. */
  secret: Scalars['String']['output'];
  /** What a QR code for the app carries: otpauth://… Example: `otpauth://totp/…`. */
  uri: Scalars['String']['output'];
};

/** An incident of information security. */
export type SecurityIncident = {
  /** Who recorded it. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** When it was closed. Example: `2022-08-22T09:00:00.000Z`. */
  closedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it happened; null where that is not known. Example: `2022-08-14T20:00:00.000Z`. */
  happenedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its number. Example: `2`. */
  id: Scalars['ID']['output'];
  /** How grave it is. */
  level: IncidentLevel;
  /** It is called serious, and its system is of a level below 4: somebody should look again. */
  levelDoubtful: Scalars['Boolean']['output'];
  /** When it was noticed. Example: `2022-08-15T00:40:00.000Z`. */
  noticedAt: Scalars['DateTime']['output'];
  /** What may be done about it as it stands, by who may. */
  possible: Array<IncidentAct>;
  /** Until when it has to be told of: five days after it was noticed (Circular 20/2017/TT-BTTTT, Article 9). Example: `2022-08-20`. */
  reportBy: Scalars['Date']['output'];
  /** When it was told of first. Example: `2022-08-16T03:00:00.000Z`. */
  reportedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: IncidentState;
  /** What was done about it, in the order in which it was written. */
  steps: Array<SecurityIncidentStep>;
  /** What happened. Example: `Máy chủ web bị dò quét, có tệp lạ trong thư mục tải lên.`. */
  text: Scalars['String']['output'];
  /** Grows with each step: what steps expect. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** What was done about an incident. */
export type SecurityIncidentStep = {
  /** What. */
  act: IncidentAct;
  /** When it was done. Example: `2022-08-16T03:00:00.000Z`. */
  at: Scalars['DateTime']['output'];
  /** Who wrote it. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** Its number. Example: `11`. */
  id: Scalars['ID']['output'];
  /** Of LEVEL_CHANGED: how grave it is from then on. */
  level: Maybe<IncidentLevel>;
  /** What was said with it. Example: `Đã gửi báo cáo bằng văn bản.`. */
  text: Maybe<Scalars['String']['output']>;
  /** Of REPORTED: who was told. Example: `Trung tâm VNCERT/CC, Cục An toàn thông tin`. */
  toldTo: Maybe<Scalars['String']['output']>;
};

/** How somebody stands with what they send. SENDING: as usual. SILENT: nothing for longer than their own rhythm makes likely. TOO_FEW: too seldom to say so. NEVER: nothing came yet. */
export type SendingState = 'NEVER' | 'SENDING' | 'SILENT' | 'TOO_FEW';

/** Counts of one month or day; add them up before dividing. */
export type SeriesPoint = {
  /** Of that month or day alone; never 0. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** First day of the month, of what the period has of it, or the day. Example: `2022-01-01`. */
  from: Scalars['Date']['output'];
  /** Of that month or day alone. Example: `5499`. */
  numerator: Scalars['Int']['output'];
  /** Last day of the same. Example: `2022-12-31`. */
  to: Scalars['Date']['output'];
};

/** LEVEL_1 to LEVEL_4 of Decree 43/2011; from Decree 42/2022 FULL and PARTIAL. */
export type ServiceLevel = 'FULL' | 'LEVEL_1' | 'LEVEL_2' | 'LEVEL_3' | 'LEVEL_4' | 'PARTIAL';

/** The procedures that decisions approve for a service level. */
export type ServiceList = {
  /** Changes decision by decision, oldest first. */
  amendments: Array<ServiceListAmendment>;
  /** What names it in arguments: QD402. */
  code: Scalars['ID']['output'];
  /** The decisions that made the list what it is, oldest first. */
  decisions: Array<Decision>;
  /** The list as it stood on a day (today unless told), by procedure code. */
  entries: ServiceListEntryConnection;
  /** How many entries stand on the list on a day. Example: `1231`. */
  entryCount: Scalars['Int']['output'];
  /** As it is shown. Example: `Danh mục dịch vụ công trực tuyến mức độ 4`. */
  name: Scalars['String']['output'];
};

/** The procedures that decisions approve for a service level. */
export type ServiceListEntriesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  on: InputMaybe<Scalars['Date']['input']>;
  tier: InputMaybe<UnitKind>;
};

/** The procedures that decisions approve for a service level. */
export type ServiceListEntryCountArgs = {
  on: InputMaybe<Scalars['Date']['input']>;
};

/** What a decision does to one procedure on a list. ADD of what stands there at the same level only confirms it. */
export type ServiceListAction = 'ADD' | 'CHANGE_LEVEL' | 'REMOVE';

/** All that one decision changed about a list. */
export type ServiceListAmendment = {
  /** How many lines add. Example: `14`. */
  added: Scalars['Int']['output'];
  /** How many lines change a level. Example: `2`. */
  changed: Scalars['Int']['output'];
  /** Every line, in the order in which it was entered. */
  changes: Array<ServiceListChange>;
  /** The decision. */
  decision: Decision;
  /** The list that it changed. */
  list: ServiceList;
  /** How many lines remove. Example: `3`. */
  removed: Scalars['Int']['output'];
};

/** What one decision changes about a list. */
export type ServiceListAmendmentInput = {
  /** What is told of the decision besides. */
  about?: InputMaybe<DecisionAboutInput>;
  /** What it says, line by line, at most 5,000 lines. Lines that make no sense on its effective day are BAD_USER_INPUT. */
  changes: Array<ServiceListChangeInput>;
  /** The decision that says so. */
  decision: DecisionInput;
  /** A list's code. Example: `QD402`. */
  list: Scalars['ID']['input'];
  /** Renames the list; makes it where the code is new. Example: `Danh mục dịch vụ công trực tuyến mức độ 4`. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** One line of a decision about a list. */
export type ServiceListChange = {
  /** What the decision does. */
  action: ServiceListAction;
  /** The new level; null for REMOVE. */
  level: Maybe<ServiceLevel>;
  /** Where in the decision it stands: a page, an annex. Example: `Phụ lục I, trang 3`. */
  locator: Maybe<Scalars['String']['output']>;
  /** The procedure that it is about. */
  procedure: Procedure;
  /** The tier for which it does so. */
  tier: UnitKind;
  /** The unit that it names, as of its day; null: it holds for the tier. */
  unit: Maybe<Unit>;
};

/** ADD and CHANGE_LEVEL need a level. */
export type ServiceListChangeInput = {
  /** ADD, REMOVE or CHANGE_LEVEL. */
  action: ServiceListAction;
  /** The level from now on; not needed for REMOVE. */
  level?: InputMaybe<ServiceLevel>;
  /** Where in the decision the line stands, a page or an annex; at most 100 characters. Example: `Phụ lục I, trang 3`. */
  locator?: InputMaybe<Scalars['String']['input']>;
  /** A national code. Example: `2.000815`. */
  procedure: Scalars['ID']['input'];
  /** PROVINCE, DISTRICT or COMMUNE. */
  tier: UnitKind;
  /** A unit's code: the line holds for it and what lies below it on the day, before the lines for the tier; `tier` is the unit's own. Example: `05503`. */
  unit?: InputMaybe<Scalars['ID']['input']>;
};

/** How a list differs between two days, or by a decision. */
export type ServiceListDiff = {
  /** What stands there only on the later side. */
  added: Array<ServiceListEntry>;
  /** What stands there at another level than before. */
  changed: Array<ServiceListEntry>;
  /** For each of `changed`, in the same order, the entry on the earlier side. */
  changedBefore: Array<ServiceListEntry>;
  /** What the difference does to the figures of an indicator in a period. After is the list as it is; before, nothing more had been decided about what differs. */
  effect: Effect;
  /** The day of the one side. Example: `2022-01-01`. */
  from: Scalars['Date']['output'];
  /** The list; null for one that is only being made. */
  list: Maybe<ServiceList>;
  /** What stood there only on the earlier side. */
  removed: Array<ServiceListEntry>;
  /** The day of the other side. Example: `2022-12-31`. */
  to: Scalars['Date']['output'];
};

/** How a list differs between two days, or by a decision. */
export type ServiceListDiffEffectArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  to: Scalars['Date']['input'];
};

/** A procedure on a list at a tier and level, from a day to a day (inclusive); for a unit and what lies below it where it names one. */
export type ServiceListEntry = {
  /** The decision that ended it; null while it lasts. */
  closedBy: Maybe<Decision>;
  /** The first day. Example: `2022-01-01`. */
  from: Scalars['Date']['output'];
  /** The level approved for this tier. */
  level: ServiceLevel;
  /** The list on which it stands. */
  list: ServiceList;
  /** The decision that put it there at this level. */
  openedBy: Decision;
  /** What stands on the list. */
  procedure: Procedure;
  /** PROVINCE, DISTRICT or COMMUNE: the tier of the units for which it holds. */
  tier: UnitKind;
  /** The last day; null while it lasts. Example: `2022-12-31`. */
  to: Maybe<Scalars['Date']['output']>;
  /** The unit that it names, as of its day; null: it holds for the tier. */
  unit: Maybe<Unit>;
};

/** A page of ServiceListEntry. */
export type ServiceListEntryConnection = {
  /** The page, each with its cursor. */
  edges: Array<ServiceListEntryEdge>;
  /** The page without cursors. */
  nodes: Array<ServiceListEntry>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One ServiceListEntry with its cursor. */
export type ServiceListEntryEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: ServiceListEntry;
};

/** The services behind a figure that counts services. */
export type ServicesBehind = {
  /** How many count. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** Those in the numerator, by their codes. */
  inNumerator: Array<Procedure>;
  /** How many are in the numerator; the list tells the first 500. Example: `5499`. */
  numerator: Scalars['Int']['output'];
  /** Those that count and are not in the numerator, by their codes. */
  others: Array<Procedure>;
};

/** A browser in which somebody is signed in. */
export type Session = {
  /** The address from which one signed in. Example: `203.0.113.7`. */
  address: Scalars['String']['output'];
  /** When one signed in. Example: `2022-08-31T17:00:00+07:00`. */
  createdAt: Scalars['DateTime']['output'];
  /** The one in which this is asked. */
  current: Scalars['Boolean']['output'];
  /** When it ends if nobody uses it: 30 minutes later, and 12 hours after it began in any case. Example: `2022-08-31T17:00:00+07:00`. */
  endsAt: Scalars['DateTime']['output'];
  /** Stays the same until it ends. Example: `17`. */
  id: Scalars['ID']['output'];
  /** When it was used last, to the minute. Example: `2022-08-31T17:00:00+07:00`. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** What the browser said of itself, at most 200 characters. Example: `Mozilla/5.0 (Windows NT 10.0; Win64; x64)`. */
  userAgent: Scalars['String']['output'];
};

/** A code or name that a source uses, and what it means here. */
export type SourceCode = {
  /** What it stands for. */
  kind: SourceCodeKind;
  /** What is meant: the code of a unit or procedure, a status, a channel. Example: `05503`. */
  ours: Scalars['String']['output'];
  /** What the source says. Example: `H55.900.12`. */
  theirs: Scalars['String']['output'];
  /** The unit that is meant. */
  unit: Maybe<Unit>;
};

/** A code or name that a source uses, and what it means here. */
export type SourceCodeInput = {
  /** What it stands for. */
  kind: SourceCodeKind;
  /** What is meant: the code of a unit or procedure, a status from 1 to 10, a channel from 1 to 3. Example: `05503`. */
  ours: Scalars['String']['input'];
  /** What the source says: an organisation identifier or a name, a code, a status, a channel. Example: `H55.900.12`. */
  theirs: Scalars['String']['input'];
};

/** What a code of a source stands for. */
export type SourceCodeKind = 'CHANNEL' | 'PROCEDURE' | 'STATUS' | 'UNIT';

/** How fresh and how complete a source is on a day. */
export type SourceFreshness = {
  /** Days from then to the day asked about. Example: `1`. */
  daysSince: Maybe<Scalars['Int']['output']>;
  /** Of so many of which something came lately, or should have. Example: `29`. */
  expected: Scalars['Int']['output'];
  /** The last day of which it has something. Example: `2022-08-30`. */
  lastDay: Maybe<Scalars['Date']['output']>;
  /** Of so many units that it speaks for nothing ever came. Example: `4`. */
  never: Scalars['Int']['output'];
  /** The day. Example: `2022-08-31`. */
  on: Scalars['Date']['output'];
  /** Counted by the unit above. */
  places: Array<PlaceSending>;
  /** How many of its units are silent. Example: `2`. */
  silent: Scalars['Int']['output'];
  /** The source as a whole, over working days. */
  state: SendingState;
  /** Unit by unit, in the order of their codes. */
  units: Array<UnitSending>;
};

/** How far the reading of a source has come. */
export type SourceProgress = {
  /** How many procedures were asked for. Example: `300`. */
  done: Scalars['Int']['output'];
  /** Of how many; 0 until the list is there. Example: `1860`. */
  of: Scalars['Int']['output'];
};

/** How a source is fetched from, and how that stands. */
export type SourcePull = {
  /** Where: https://…, sftp://host/folder, or the name of a folder. Example: `https://dichvucong.example.vn/mapi`. */
  address: Maybe<Scalars['String']['output']>;
  /** So many minutes lie between two readings. Example: `60`. */
  everyMinutes: Maybe<Scalars['Int']['output']>;
  /** How often it failed one time after the other. Example: `0`. */
  failures: Scalars['Int']['output'];
  /** The day from which on it is read at first. Example: `2022-01-01`. */
  from: Maybe<Scalars['Date']['output']>;
  /** Whether a password or key is kept; it is never shown. */
  hasSecret: Scalars['Boolean']['output'];
  /** The fingerprint of the SFTP server's key, as it is pinned. Example: `SHA256:4mVbPLrUkUeJp8mpjWnUhQJzqk1zYwGIRdrGsaDe0hM`. */
  hostKey: Maybe<Scalars['String']['output']>;
  /** When the whole was read last. Example: `2022-08-07T02:00:00+07:00`. */
  lastWholeAt: Maybe<Scalars['DateTime']['output']>;
  /** When it is read next. Example: `2022-08-31T11:15:00+07:00`. */
  nextAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when nothing is asked, after it failed five times. Example: `2022-08-31T11:45:00+07:00`. */
  openUntil: Maybe<Scalars['DateTime']['output']>;
  /** The organisation in whose name a portal is asked. Example: `000.00.00.H55`. */
  organisation: Maybe<Scalars['String']['output']>;
  /** So many minutes are read again. Example: `120`. */
  overlapMinutes: Maybe<Scalars['Int']['output']>;
  /** So many dossiers a page. Example: `500`. */
  pageSize: Maybe<Scalars['Int']['output']>;
  /** Files that could not be read, by name; 50 at most. */
  refusedFiles: Array<RefusedFile>;
  /** The reading that has not ended. */
  running: Maybe<SourceRun>;
  /** Its last readings, newest first; 10 unless told, 50 at most. */
  runs: Array<SourceRun>;
  /** How it stands. */
  state: SourcePullState;
  /** The name that one signs in with there. Example: `h55.chitieu`. */
  username: Maybe<Scalars['String']['output']>;
  /** After so many days the whole is read again; null: only when asked. Example: `30`. */
  wholeEveryDays: Maybe<Scalars['Int']['output']>;
  /** Whether dossiers that a reading of the whole no longer has are gone. */
  wholeSaysGone: Scalars['Boolean']['output'];
};

/** How a source is fetched from, and how that stands. */
export type SourcePullRunsArgs = {
  first: InputMaybe<Scalars['Int']['input']>;
};

/** How a source is to be fetched from. */
export type SourcePullInput = {
  /** PORTAL: https://…; SFTP: sftp://host:port/folder; FOLDER: a folder below the one that the server reads. Example: `https://dichvucong.example.vn/mapi`. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** So many minutes lie between two readings, 5 at least; 60 unless told. Example: `60`. */
  everyMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** The day from which on a portal is read at first; a year ago unless told. Example: `2022-01-01`. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** The fingerprint of the SFTP server's key: SHA256:… Example: `SHA256:4mVbPLrUkUeJp8mpjWnUhQJzqk1zYwGIRdrGsaDe0hM`. */
  hostKey?: InputMaybe<Scalars['String']['input']>;
  /** PUSH: not at all, it sends itself. */
  mode: DossierSourceMode;
  /** The organisation in whose name a portal is asked. Example: `000.00.00.H55`. */
  organisation?: InputMaybe<Scalars['String']['input']>;
  /** So many minutes before the last change that was seen are read again: some are stored late over there; 120 unless told. Example: `120`. */
  overlapMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** So many dossiers a page, 10 to 5,000; 500 unless told. Example: `500`. */
  pageSize?: InputMaybe<Scalars['Int']['input']>;
  /** The password, or an SSH key; not told: as it was. Another address needs it again. Example: `Đọc hồ sơ-2022-H55`. */
  secret?: InputMaybe<Scalars['String']['input']>;
  /** The name that one signs in with there. Example: `h55.chitieu`. */
  username?: InputMaybe<Scalars['String']['input']>;
  /** After so many days the whole is read again; null: only when asked. Example: `30`. */
  wholeEveryDays?: InputMaybe<Scalars['Int']['input']>;
  /** Dossiers that a reading of the whole no longer has are gone, and count no more; many at once are held for a look. Off unless told. */
  wholeSaysGone?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How fetching stands. IDLE: until its next time. DUE: soon. READING: now. WAITING: it failed, and is tried again soon. OPEN: it failed so often that nothing is asked for a while. */
export type SourcePullState = 'DUE' | 'IDLE' | 'OPEN' | 'READING' | 'WAITING';

/** One reading of a source, from its first question to its end. */
export type SourceRun = {
  /** Who asked for it; null: the schedule. Example: `Nguyễn Văn An`. */
  by: Maybe<Scalars['String']['output']>;
  /** How many dossiers are new. Example: `412`. */
  created: Scalars['Int']['output'];
  /** When it ended; null: it goes on. Example: `2022-08-31T10:16:12+07:00`. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** What names it. Example: `17`. */
  id: Scalars['ID']['output'];
  /** What came of it, in the language of the request. Example: `Đã đọc xong.`. */
  message: Maybe<Scalars['String']['output']>;
  /** How many pages or files were read. Example: `14`. */
  pages: Scalars['Int']['output'];
  /** What was read last: a stretch of time and a page, or a file. Example: `20220831081500-20220831101500 · 14`. */
  place: Maybe<Scalars['String']['output']>;
  /** Its receipts that one may read, the last first; 50 at most. */
  receipts: Array<IngestBatch>;
  /** How many rows came. Example: `6812`. */
  received: Scalars['Int']['output'];
  /** How many rows are bad. Example: `6`. */
  rejected: Scalars['Int']['output'];
  /** What came of it; null: it goes on. */
  result: Maybe<SourceRunResult>;
  /** When it began. Example: `2022-08-31T10:15:00+07:00`. */
  startedAt: Scalars['DateTime']['output'];
  /** How many were as they are. Example: `5104`. */
  unchanged: Scalars['Int']['output'];
  /** How many dossiers changed. Example: `1290`. */
  updated: Scalars['Int']['output'];
  /** Whether the whole was to be read. */
  whole: Scalars['Boolean']['output'];
};

/** What came of a reading. DONE and NOTHING_NEW: read to the end. STOPPED: somebody ended it. CHANGED: it was set otherwise meanwhile, and is read anew. The others say why it failed. */
export type SourceRunResult =
  | 'BROKEN_OFF'
  | 'BUSY'
  | 'CHANGED'
  | 'DONE'
  | 'ENDLESS'
  | 'FAULT'
  | 'HOST_KEY'
  | 'HTTP_STATUS'
  | 'KEY_LOST'
  | 'NOTHING_NEW'
  | 'NOT_JSON'
  | 'NO_FOLDER'
  | 'NO_GRANT'
  | 'NO_REPLY'
  | 'PRIVATE_ADDRESS'
  | 'REDIRECTED'
  | 'REFUSED'
  | 'SIGN_IN_REFUSED'
  | 'STOPPED'
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'TOO_MANY_FILES'
  | 'UNREACHABLE';

/** What may be done in a session. FULL: all. TOTP: nothing before the code. CHANGE: the first change of the password. ENROL: the set-up of a second factor. */
export type Stage = 'CHANGE' | 'ENROL' | 'FULL' | 'TOTP';

/** What a file is that is kept here; GET /files/SHA256 gives it. */
export type StoredFile = {
  /** Its length in bytes. Example: `482113`. */
  bytes: Scalars['Int']['output'];
  /** What it is by its content: application/pdf. */
  mediaType: Scalars['String']['output'];
};

/** A unit that came before or after another. */
export type Succession = {
  /** After a split: the one that carries on the figures. */
  main: Scalars['Boolean']['output'];
  /** The first day of the successor. Example: `2025-07-01`. */
  on: Scalars['Date']['output'];
  /** The resolution or register that says so. Example: `Danh mục đơn vị hành chính của Tổng cục Thống kê`. */
  source: Scalars['String']['output'];
  /** The other unit, as it was nearest to that day. */
  unit: Unit;
};

/** Why something is suggested. */
export type SuggestionGround = {
  /** As a word: NAME, CLOSE_NAME, NEIGHBOUR, CLOSE_CODE, SENDER of units; OTHER_GROUP, EXCHANGED, DIGITS of procedures; PADDED, WORD of values. */
  kind: Scalars['String']['output'];
  /** In a sentence, in the language of the request. Example: `Các dòng ghi đơn vị xử lý là “UBND xã Tân Cương”.`. */
  sentence: Scalars['String']['output'];
};

/** How available a system was on a day or in a month: `answered` of `checks`. */
export type SystemAvailability = {
  /** How many of them were answered as expected. Example: `57`. */
  answered: Scalars['Int']['output'];
  /** Checks that were made, but those while it was planned to be down. Example: `144`. */
  checks: Scalars['Int']['output'];
  /** Minutes of outages, whoever found them, each minute once. Example: `945`. */
  downMinutes: Scalars['Int']['output'];
  /** The day, or the first of the month. Example: `2022-08-09`. */
  from: Scalars['Date']['output'];
  /** Minutes for which it was planned to be down. Example: `0`. */
  plannedMinutes: Scalars['Int']['output'];
};

/** The certificate that a system showed last. */
export type SystemCertificate = {
  /** Whole days until then; below 0 once it has ended. Example: `17`. */
  daysLeft: Scalars['Int']['output'];
  /** Who issued it. Example: `GlobalSign nv-sa`. */
  issuer: Scalars['String']['output'];
  /** The names that it is for; 20 at most. Example: `["dichvucong.thainguyen.gov.vn"]`. */
  names: Array<Scalars['String']['output']>;
  /** Until when it holds. Example: `2022-09-01T00:00:00.000Z`. */
  notAfter: Scalars['DateTime']['output'];
  /** From when it holds. Example: `2022-03-01T00:00:00.000Z`. */
  notBefore: Scalars['DateTime']['output'];
};

/** One check. */
export type SystemCheck = {
  /** When. Example: `2022-08-15T02:00:00.000Z`. */
  at: Scalars['DateTime']['output'];
  /** Its number. Example: `1204`. */
  id: Scalars['ID']['output'];
  /** How long it took, in milliseconds. Example: `184`. */
  ms: Scalars['Int']['output'];
  /** What came of it. */
  outcome: CheckOutcome;
  /** It was planned to be down then. */
  planned: Scalars['Boolean']['output'];
  /** The status that was answered; null where nothing was. Example: `200`. */
  status: Maybe<Scalars['Int']['output']>;
};

/** What a system sent on a day against what was accepted, by its receipts. */
export type SystemDelivery = {
  /** Rows that made or changed a dossier; of held ones on the day of their release. Example: `430`. */
  accepted: Scalars['Int']['output'];
  /** How often something was sent. Example: `4`. */
  batches: Scalars['Int']['output'];
  /** Rows that came. Example: `512`. */
  came: Scalars['Int']['output'];
  /** The day. Example: `2022-08-15`. */
  day: Scalars['Date']['output'];
  /** Rows that were held until somebody looked. Example: `0`. */
  held: Scalars['Int']['output'];
  /** Sources of which nothing came, although something did on at least six of the eight same weekdays before; never of a day that is not over. */
  missing: Array<FedSource>;
  /** Rows that went to the quarantine. Example: `11`. */
  refused: Scalars['Int']['output'];
  /** Rows that said what was known. Example: `71`. */
  unchanged: Scalars['Int']['output'];
  /** Reports of progress that wait for their dossiers. Example: `6`. */
  waiting: Scalars['Int']['output'];
};

/** How the server is. */
export type SystemHealth = {
  /** The head of its chain, SEQ:HASH. Example: `4021:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`. */
  auditHead: Maybe<Scalars['String']['output']>;
  /** How many rows the audit trail has. Example: `4021`. */
  auditRows: Scalars['Int']['output'];
  /** Connections of this process that are at work. Example: `2`. */
  connectionsInUse: Scalars['Int']['output'];
  /** As many as this process may have. Example: `20`. */
  connectionsMost: Scalars['Int']['output'];
  /** Requests that wait for a connection. Example: `0`. */
  connectionsWaitedFor: Scalars['Int']['output'];
  /** How large the database is, in bytes. Example: `734003200`. */
  databaseBytes: Scalars['Float']['output'];
  /** The version of PostgreSQL. Example: `18.4`. */
  databaseVersion: Scalars['String']['output'];
  /** Room on the disk of DATA_DIR, in bytes; null where unknown. Example: `53687091200`. */
  diskFreeBytes: Maybe<Scalars['Float']['output']>;
  /** How large that disk is, in bytes. Example: `107374182400`. */
  diskTotalBytes: Maybe<Scalars['Float']['output']>;
  /** How many dossiers are stored. Example: `120000`. */
  dossiers: Scalars['Int']['output'];
  /** Whether the database is the one that the product brings along. */
  embedded: Scalars['Boolean']['output'];
  /** The moment of the newest backup; null for none. Example: `2022-08-31T17:00:00+07:00`. */
  lastBackupAt: Maybe<Scalars['DateTime']['output']>;
  /** When dossiers were last taken in; null for never. Example: `2022-08-31T17:00:00+07:00`. */
  lastIngestAt: Maybe<Scalars['DateTime']['output']>;
  /** The last of them. Example: `0053-files-of-procedures.sql`. */
  lastMigration: Maybe<Scalars['String']['output']>;
  /** When anything was last changed; null for never. Example: `2022-08-31T17:00:00+07:00`. */
  lastMomentAt: Maybe<Scalars['DateTime']['output']>;
  /** How many migrations the database has had. Example: `53`. */
  migrations: Scalars['Int']['output'];
  /** When the server makes the next one by itself; null where it makes none. Example: `2022-08-31T17:00:00+07:00`. */
  nextBackupAt: Maybe<Scalars['DateTime']['output']>;
  /** Its clock. Example: `2022-08-31T17:00:00+07:00`. */
  now: Scalars['DateTime']['output'];
  /** How many bad rows wait to be mended. Example: `12`. */
  openQuarantine: Scalars['Int']['output'];
  /** Since when the process runs. Example: `2022-08-31T17:00:00+07:00`. */
  startedAt: Scalars['DateTime']['output'];
  /** The version of the product. Example: `0.1.0`. */
  version: Scalars['String']['output'];
  /** What is wrong, the gravest first. */
  warnings: Array<HealthWarning>;
};

/** What a connected system is. */
export type SystemKind =
  'DATABASE' | 'NATIONAL_PORTAL' | 'ONE_STOP' | 'OTHER' | 'PROVINCIAL_PORTAL' | 'SHARED_PLATFORM';

/** A time at which a system was down, or is. */
export type SystemOutage = {
  /** When it began; of checks the first that failed. Example: `2022-08-09T01:15:00.000Z`. */
  begunAt: Scalars['DateTime']['output'];
  /** Who declared it. Example: `Lê Văn Cường`. */
  by: Maybe<Scalars['String']['output']>;
  /** What units had on its days beside the same weekdays around it; null while none of its days is over, and where it lasted more than 92 days. */
  effect: Maybe<OutageEffect>;
  /** When it ended; null while it lasts. Example: `2022-08-10T08:30:00.000Z`. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its number. Example: `8`. */
  id: Scalars['ID']['output'];
  /** How it came to be known. */
  kind: OutageKind;
  /** How many whole minutes it lasted until now; 0 of what is still to come. Example: `1875`. */
  minutes: Scalars['Int']['output'];
  /** What the checks saw, where they found it. */
  outcome: Maybe<CheckOutcome>;
  /** Why, as somebody says. Example: `Đứt cáp quang về trung tâm dữ liệu, nhà mạng đã nối lại.`. */
  reason: Maybe<Scalars['String']['output']>;
  /** Grows with each change: what changes expect. Example: `1`. */
  version: Scalars['Int']['output'];
};

/** A time at which a system was down, or is. */
export type SystemOutageEffectArgs = {
  indicator: Scalars['ID']['input'];
};

/** How a system stands now. */
export type SystemStanding = {
  /** Since when an outage or maintenance lasts. Example: `2022-08-09T01:15:00.000Z`. */
  since: Maybe<Scalars['DateTime']['output']>;
  /** How. */
  state: SystemState;
  /** Until when maintenance is planned. Example: `2022-08-10T08:30:00.000Z`. */
  until: Maybe<Scalars['DateTime']['output']>;
};

/** DOWN: an outage lasts. MAINTENANCE: it was planned. FAILING: the last check failed, and the one before did not. UP: the last check was answered. UNKNOWN: nobody looks, or looked for long. */
export type SystemState = 'DOWN' | 'FAILING' | 'MAINTENANCE' | 'UNKNOWN' | 'UP';

/** A code whose rows are taken for a dossier. */
export type TakenCode = {
  /** The code, in its comparable form. Example: `H55.164.3-220301-0007`. */
  code: Scalars['String']['output'];
  /** Of this source alone; null: whoever sends it. Example: `Một cửa điện tử`. */
  source: Maybe<Scalars['String']['output']>;
};

/** The percentage that one unit must reach. */
export type Target = {
  /** That the unit took note of it; null until it did, and of what is not issued. */
  acknowledgement: Maybe<Acknowledgement>;
  /** Proposals leave it as it is. */
  locked: Scalars['Boolean']['output'];
  /** What it should have reached by the end of each month, from the month the plan comes into force in. */
  milestones: Array<Milestone>;
  /** What it must reach. Example: `55`. */
  percent: Scalars['Percent']['output'];
  /** OWN: by what it receives itself. SUBTREE: together with all below it. */
  scope: Scope;
  /** The unit that must reach it, as of the first day in force. */
  unit: Unit;
};

/** What an event made of the target of one unit. */
export type TargetChange = {
  /** What stands there after; null for nothing. Example: `55.5`. */
  after: Maybe<Scalars['Percent']['output']>;
  /** What stood there before; null for nothing. Example: `50`. */
  before: Maybe<Scalars['Percent']['output']>;
  /** Whether it was locked or unlocked; null where neither. */
  locked: Maybe<Scalars['Boolean']['output']>;
  /** The unit. */
  unit: Unit;
};

/** The target of one child; scope SUBTREE and not locked unless given. */
export type TargetInput = {
  /** Whether a cascade must leave it as it is; false unless given. */
  locked?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it must reach. Example: `55`. */
  percent: Scalars['Percent']['input'];
  /** SUBTREE unless given. */
  scope?: InputMaybe<Scope>;
  /** The code of a unit directly below the issuing one; each once. Example: `05503`. */
  unit: Scalars['ID']['input'];
};

/** All targets that one unit assigns to its children by one decision. */
export type TargetPlan = {
  /** By when its units have to take note. Example: `2022-02-22`. */
  acknowledgeBy: Maybe<Scalars['Date']['output']>;
  /** The plan that this one replaces. */
  amends: Maybe<TargetPlan>;
  /** By when its units have to assign in turn. Example: `2022-02-22`. */
  assignBy: Maybe<Scalars['Date']['output']>;
  /** First day of the period that volumes and baselines come from. Example: `2021-01-01`. */
  basisFrom: Maybe<Scalars['Date']['output']>;
  /** Whether what it rests on was kept when it was submitted. False of drafts and of plans from before that rule: they show the numbers of now. */
  basisFrozen: Scalars['Boolean']['output'];
  /** Its last day. Example: `2021-12-31`. */
  basisTo: Maybe<Scalars['Date']['output']>;
  /** What drafting it for another day would change; nothing is written. */
  changesOn: PlanDayChange;
  /** Every child, and the issuing unit's own dossiers where it has any. */
  children: Array<PlanChild>;
  /** What is said about it, oldest first; to others than the issuer's people what is said of their own units. */
  comments: Array<PlanComment>;
  /** Until when its units are asked what they think of it; null: nobody is, or the caller is not of the issuer's people. Example: `2022-03-20`. */
  consultedUntil: Maybe<Scalars['Date']['output']>;
  /** How often that date was changed: what `openConsultation` expects. Example: `1`. */
  consultedVersion: Scalars['Int']['output'];
  /** What units propose instead, oldest first; to others than the issuer's people what their own units do. */
  counterProposals: Array<CounterProposal>;
  /** The decision by which it is issued, where known. */
  decision: Maybe<Decision>;
  /** Everything that its paper would say now; null for who reads no drafts of the issuer. Example: `{"indicator":"Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 4"}`. */
  documentFacts: Maybe<Scalars['JSON']['output']>;
  /** Its papers that the caller may read, the latest first. */
  documents: Array<PlanPaper>;
  /** The day that it is drafted for, from which it is meant to be in force; null where nobody said. Example: `2021-02-19`. */
  effectiveOn: Maybe<Scalars['Date']['output']>;
  /** What happened to it, oldest first. */
  events: Array<PlanEvent>;
  /** The last day on which it holds, once issued: the day before another plan takes over, else its own last. Null where one did so from its first day, and where it was not issued yet at that instant. Example: `2022-02-22`. */
  holdsUntil: Maybe<Scalars['Date']['output']>;
  /** What names it in arguments. Example: `0b8a1f5c-6a0e-4a57-8f3c-2b7f0c9d5e13`. */
  id: Scalars['ID']['output'];
  /** First day in force, once issued. Example: `2022-04-14`. */
  inForceFrom: Maybe<Scalars['Date']['output']>;
  /** Last day in force: 31 December of its year. Example: `2022-12-31`. */
  inForceTo: Maybe<Scalars['Date']['output']>;
  /** What is to be reached. */
  indicator: Indicator;
  /** What is typed besides targets and decides what comes out. */
  inputs: PlanInputs;
  /** The unit that assigns the targets, as of the last day of the year. */
  issuer: Unit;
  /** Of an amending plan: what was noted of the plan that it replaces. */
  notedProposals: Array<CounterProposal>;
  /** Why it was issued though units were left out or it falls short. Example: `Còn một xã chưa có số liệu.`. */
  reason: Maybe<Scalars['String']['output']>;
  /** Who would have met the targets with the dossiers of a year. */
  rehearsal: Rehearsal;
  /** The day from which another plan holds in its place. Example: `2022-02-22`. */
  replacedFrom: Maybe<Scalars['Date']['output']>;
  /** The target that the issuing unit itself received; null if none. Example: `55`. */
  required: Maybe<Scalars['Percent']['output']>;
  /** What the targets add up to, as issuing would check it. */
  rollUp: PlanRollUp;
  /** The scan of the decision that issues it. */
  scans: Array<DecisionFile>;
  /** What it could be, by name; nothing for who may not read its drafts. */
  scenarios: Array<Scenario>;
  /** How it stands to the item that its issuing unit received. */
  standing: PlanStanding;
  /** Where it stands. */
  state: PlanState;
  /** In the order of the codes. */
  targets: Array<Target>;
  /** Starts at 1 and grows by one with every accepted change. Example: `3`. */
  version: Scalars['Int']['output'];
  /** It holds within this year. Example: `2022`. */
  year: Scalars['Int']['output'];
};

/** All targets that one unit assigns to its children by one decision. */
export type TargetPlanChangesOnArgs = {
  effectiveOn: Scalars['Date']['input'];
};

/** All targets that one unit assigns to its children by one decision. */
export type TargetPlanCommentsArgs = {
  unit: InputMaybe<Scalars['ID']['input']>;
};

/** All targets that one unit assigns to its children by one decision. */
export type TargetPlanHoldsUntilArgs = {
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
};

/** All targets that one unit assigns to its children by one decision. */
export type TargetPlanRehearsalArgs = {
  scenario: InputMaybe<Scalars['ID']['input']>;
  year: Scalars['Int']['input'];
};

/** All targets that one unit assigns to its children by one decision. */
export type TargetPlanStandingArgs = {
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  on: InputMaybe<Scalars['Date']['input']>;
};

/** A second plan of the same issuer, indicator and year must amend the issued one. */
export type TargetPlanInput = {
  /** The issued plan that this one is to replace. Example: `0b8a1f5c-6a0e-4a57-8f3c-2b7f0c9d5e13`. */
  amends?: InputMaybe<Scalars['ID']['input']>;
  /** The decision by which it will be issued; may also be told when it is. */
  decision?: InputMaybe<DecisionInput>;
  /** From when it is meant to be in force, within its year: its units are those of that day. Example: `2022-03-15`. */
  effectiveOn?: InputMaybe<Scalars['Date']['input']>;
  /** An indicator's code. Example: `ONLINE_RESOLUTION_L4`. */
  indicator: Scalars['ID']['input'];
  /** The code of a unit that has others below it. Example: `19`. */
  issuer: Scalars['ID']['input'];
  /** Why it is begun; nothing of a citizen. Example: `Chỉ tiêu tỉnh giao cho huyện thay đổi từ ngày 10/4.`. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** 2000 to 2100. Example: `2022`. */
  year: Scalars['Int']['input'];
};

/** What copying the targets of another plan does. */
export type TargetsCopied = {
  /** Units that keep the target that they have already. */
  kept: Array<Unit>;
  /** What could not be carried over. */
  left: Array<LeftTarget>;
  /** Floors and ceilings that are written, where they were asked for. */
  limits: Array<CopiedLimits>;
  /** The plan that they are copied into. */
  plan: TargetPlan;
  /** What is written, in the order of the codes. */
  targets: Array<CopiedTarget>;
};

/** Its unit says NOTED, PROGRESS, DONE; those who follow directions CONFIRMED, RETURNED (it is to be done still), EXTENDED, CALLED_OFF. */
export type TaskAct = 'CALLED_OFF' | 'CONFIRMED' | 'DONE' | 'EXTENDED' | 'NOTED' | 'PROGRESS' | 'RETURNED';

/** How many tasks are in a state. */
export type TaskCount = {
  /** How many. Example: `6`. */
  count: Scalars['Int']['output'];
  /** The state. */
  state: TaskState;
};

/** GIVEN: its unit did not say yet that it knows. NOTED: it works on it. DONE: it says that it is done. CONFIRMED: those who follow directions say so too. CALLED_OFF. */
export type TaskState = 'CALLED_OFF' | 'CONFIRMED' | 'DONE' | 'GIVEN' | 'NOTED';

/** What is done about a task. */
export type TaskStepInput = {
  /** What is done. */
  act: TaskAct;
  /** The new deadline: of EXTENDED, and of RETURNED where there is another. Example: `2022-10-15`. */
  due?: InputMaybe<Scalars['Date']['input']>;
  /** The version that the caller saw; another one is a CONFLICT. Example: `3`. */
  expectedVersion: Scalars['Int']['input'];
  /** What shows it, 10 files at most. */
  files?: InputMaybe<Array<MatterFileInput>>;
  /** The number of the task. Example: `12`. */
  task: Scalars['ID']['input'];
  /** What is said with it; of taking note and confirming it may be left out. Example: `Đã rà soát xong tám xã; nguyên nhân chính là đường truyền.`. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** UNIT: the unit's own. ALL: those for all. BUILT_IN: nobody wrote any yet. */
export type TemplateOrigin = 'ALL' | 'BUILT_IN' | 'UNIT';

/** The tier of the receiving unit; departments are of the province. */
export type Tier = 'COMMUNE' | 'DISTRICT' | 'PROVINCE';

/** How many procedures are carried out at a tier. */
export type TierCount = {
  /** How many procedures. Example: `115`. */
  count: Scalars['Int']['output'];
  /** PROVINCE, DISTRICT or COMMUNE; null: at none. */
  tier: Maybe<UnitKind>;
};

/** What a program signs in with; the token itself is shown only when it is made. */
export type Token = {
  /** The day on which it was made. Example: `2022-02-22`. */
  createdOn: Scalars['Date']['output'];
  /** Its last day. Example: `2027-12-31`. */
  expiresOn: Scalars['Date']['output'];
  /** The last four characters, to tell it from others. Example: `k3Zw`. */
  hint: Scalars['String']['output'];
  /** Stays the same for ever. Example: `17`. */
  id: Scalars['ID']['output'];
  /** The last day on which it was used; null: never. Example: `2022-02-22`. */
  lastUsedOn: Maybe<Scalars['Date']['output']>;
  /** What the program is called. Example: `Hệ thống một cửa điện tử`. */
  name: Scalars['String']['output'];
  /** The account of its program, which other tokens may have in common with it. Example: `17`. */
  program: Scalars['ID']['output'];
  /** What the program may do. */
  role: Role;
  /** The unit that it holds for, as it is today, with all below it. */
  unit: Unit;
};

/** A program and its first token. */
export type TokenInput = {
  /** Its last day, today or later. Example: `2027-12-31`. */
  expiresOn: Scalars['Date']['input'];
  /** What the program is called, at most 200 characters. Example: `Hệ thống một cửa điện tử`. */
  name: Scalars['String']['input'];
  /** What it may do. */
  role: Role;
  /** The code of the unit that it holds for, with all below it. Example: `05503`. */
  unit: Scalars['ID']['input'];
};

/** Dossiers that stand on one side by one definition and on some side by the other. */
export type TrialCell = {
  /** How many dossiers. Example: `115`. */
  count: Scalars['Int']['output'];
  /** Codes of some of them, of those that the asker may see. Example: `["000.01.03.H55-220301-0001"]`. */
  examples: Array<Scalars['String']['output']>;
  /** By the definition on the left. */
  left: CountedAs;
  /** By the one on the right. */
  right: CountedAs;
};

/** What one definition counts in a trial. */
export type TrialCounts = {
  /** How many count. Example: `10000`. */
  denominator: Scalars['Int']['output'];
  /** How many are in the numerator. Example: `5499`. */
  numerator: Scalars['Int']['output'];
};

/** A province, department, district or commune, as it was on one day. */
export type Unit = {
  /** What else names it in data: organisation identifiers, other codes, other spellings, in the order in which they were given. Example: `["000.03.164.H55","H55.164.03"]`. */
  aliases: Array<Scalars['String']['output']>;
  /** The unit's figures in a period; units are those of its last day. */
  attainment: Attainment;
  /** The units directly below, in the order of their codes. */
  children: Array<Unit>;
  /** The statistics office's code, or one of our own for departments. Example: `05503`. */
  code: Scalars['ID']['output'];
  /** False where the code is one of our own. */
  codeIsOfficial: Scalars['Boolean']['output'];
  /** Where the unit stands, and how its year will end; units are those of the day that is asked about. Null for one that did not exist on it. */
  forecast: Maybe<Forecast>;
  /** The identity behind all versions; stays the same when name, code or parent change. Example: `17`. */
  id: Scalars['ID']['output'];
  /** PROVINCE, DEPARTMENT, DISTRICT or COMMUNE. */
  kind: UnitKind;
  /** Its name on that day, without its official form. Example: `Tân Cương`. */
  name: Scalars['String']['output'];
  /** The unit directly above on that day; null for the province. */
  parent: Maybe<Unit>;
  /** The units that this one followed, with the day. */
  predecessors: Array<Succession>;
  /** Counts month by month (or day by day); times without dossiers are left out. */
  series: Array<SeriesPoint>;
  /** The units that followed this one, with the day. */
  successors: Array<Succession>;
  /** Its official form: Tỉnh, Sở, Thành phố, Huyện, Xã, Phường, Thị trấn. Example: `Xã`. */
  type: Scalars['String']['output'];
  /** The first day of this version; null when it is not known. Example: `2022-04-10`. */
  validFrom: Maybe<Scalars['Date']['output']>;
  /** The last day of this version; null while it lasts. Example: `2025-06-30`. */
  validTo: Maybe<Scalars['Date']['output']>;
  /** Every dated version, oldest first. */
  versions: Array<UnitVersion>;
};

/** A province, department, district or commune, as it was on one day. */
export type UnitAttainmentArgs = {
  from: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
};

/** A province, department, district or commune, as it was on one day. */
export type UnitChildrenArgs = {
  kind: InputMaybe<UnitKind>;
};

/** A province, department, district or commune, as it was on one day. */
export type UnitForecastArgs = {
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  on: InputMaybe<Scalars['Date']['input']>;
  year: Scalars['Int']['input'];
};

/** A province, department, district or commune, as it was on one day. */
export type UnitSeriesArgs = {
  from: Scalars['Date']['input'];
  grain: InputMaybe<Grain>;
  indicator: Scalars['ID']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  scope: InputMaybe<Scope>;
  to: Scalars['Date']['input'];
};

/** A page of Unit. */
export type UnitConnection = {
  /** The page, each with its cursor. */
  edges: Array<UnitEdge>;
  /** The page without cursors. */
  nodes: Array<Unit>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One Unit with its cursor. */
export type UnitEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: Unit;
};

/** What a change does to the figure of one unit. */
export type UnitEffect = {
  /** With it. */
  after: Attainment;
  /** Without the change. */
  before: Attainment;
  /** Whether the unit has another status by it. */
  statusChanged: Scalars['Boolean']['output'];
  /** The unit, as of the last day of the period. */
  unit: Unit;
};

/** A grant with who holds it. */
export type UnitGrant = {
  /** Who holds it. */
  account: Account;
  /** At the unit that was asked about, or at one above it. */
  grant: Grant;
};

/** Who holds what for a unit. */
export type UnitGrants = {
  /** How many further accounts hold something for it that lie beyond one’s own reach. Example: `2`. */
  beyond: Scalars['Int']['output'];
  /** Of accounts that one may see, in the order of roles and names. */
  grants: Array<UnitGrant>;
};

/** What the planner knows of one unit; null where nothing is typed. */
export type UnitInputs = {
  /** The rate to start from. Example: `41.5`. */
  baseline: Maybe<Scalars['Percent']['output']>;
  /** Proposals stay below. Example: `90`. */
  ceiling: Maybe<Scalars['Percent']['output']>;
  /** Proposals stay above. Example: `41.5`. */
  floor: Maybe<Scalars['Percent']['output']>;
  /** The unit, as of the first day in force. */
  unit: Unit;
  /** Dossiers expected. Example: `1840`. */
  volume: Maybe<Scalars['Int']['output']>;
};

/** What is known of one unit: what is absent stays as it is, what is null is dropped. */
export type UnitInputsInput = {
  /** The rate to start from. Example: `41.5`. */
  baseline?: InputMaybe<Scalars['Percent']['input']>;
  /** Not above this. Example: `90`. */
  ceiling?: InputMaybe<Scalars['Percent']['input']>;
  /** Not below this. Example: `41.5`. */
  floor?: InputMaybe<Scalars['Percent']['input']>;
  /** The code of a child, or of the issuing unit for volume and baseline of its own dossiers; each once. Example: `05503`. */
  unit: Scalars['ID']['input'];
  /** Dossiers expected, 0 to 10,000,000. Example: `1840`. */
  volume?: InputMaybe<Scalars['Int']['input']>;
};

/** What a unit is. As a tier of a list or procedure: PROVINCE, DISTRICT or COMMUNE. */
export type UnitKind = 'COMMUNE' | 'DEPARTMENT' | 'DISTRICT' | 'PROVINCE';

/** What is going on about a unit directly below, with all below it, as far as the caller sees it. */
export type UnitMatters = {
  /** Difficulties that nobody answered yet. Example: `1`. */
  difficulties: Scalars['Int']['output'];
  /** When it answered a letter last; null where it never did. Example: `2022-04-14`. */
  lastAnswered: Maybe<Scalars['Date']['output']>;
  /** When it was told last; null where it never was. Example: `2022-04-12`. */
  lastTold: Maybe<Scalars['Date']['output']>;
  /** Letters that are open. Example: `2`. */
  reminders: Scalars['Int']['output'];
  /** As it is today. */
  unit: Unit;
};

/** How a unit stands with what a source has of it. */
export type UnitSending = {
  /** Days from then to the day asked about. Example: `8`. */
  daysSince: Maybe<Scalars['Int']['output']>;
  /** The last day of which there is something. Example: `2022-08-23`. */
  lastDay: Maybe<Scalars['Date']['output']>;
  /** On so many days since then the source had something, but not of this unit. Example: `6`. */
  missed: Scalars['Int']['output'];
  /** By its own rhythm over the last 90 days. */
  state: SendingState;
  /** The unit, as it is today. */
  unit: Unit;
  /** On which share of such days something of it came until then. Example: `0.96`. */
  usual: Maybe<Scalars['Float']['output']>;
};

/** Somebody who speaks for a unit. */
export type UnitSpeaker = {
  /** The name. Example: `Nguyễn Thị Bình`. */
  name: Scalars['String']['output'];
  /** The user name. Example: `binh.nguyen`. */
  username: Scalars['String']['output'];
};

/** Whom to turn to about a unit directly below: who speaks for it, and its addresses. */
export type UnitSpeakers = {
  /** How many more do whose accounts the caller does not see. Example: `1`. */
  beyond: Scalars['Int']['output'];
  /** Its own addresses that are confirmed. */
  contacts: Array<UrgeContact>;
  /** Who answers in its name, as far as the caller sees accounts. */
  people: Array<UnitSpeaker>;
  /** As it is today. */
  unit: Unit;
};

/** What a unit was called and where it belonged, from a day to a day. */
export type UnitVersion = {
  /** Its code then. Example: `05503`. */
  code: Scalars['ID']['output'];
  /** What it was then. */
  kind: UnitKind;
  /** Its name then. Example: `Tân Cương`. */
  name: Scalars['String']['output'];
  /** The unit above it then; null for the province. */
  parent: Maybe<Unit>;
  /** The resolution or register that says so. Example: `Danh mục đơn vị hành chính của Tổng cục Thống kê`. */
  source: Scalars['String']['output'];
  /** Its official form then. Example: `Xã`. */
  type: Scalars['String']['output'];
  /** The first day; null when it is not known. Example: `2022-04-10`. */
  validFrom: Maybe<Scalars['Date']['output']>;
  /** The last day; null while it lasts. Example: `2025-06-30`. */
  validTo: Maybe<Scalars['Date']['output']>;
};

/** A code of a source that nobody knows, and for which rows wait in quarantine. */
export type UnknownCode = {
  /** What the source calls the unit in words. Example: `UBND phường Tân Thịnh`. */
  called: Maybe<Scalars['String']['output']>;
  /** What it stands for. */
  kind: SourceCodeKind;
  /** How many rows wait for it. Example: `214`. */
  rows: Scalars['Int']['output'];
  /** Units that are called alike. */
  suggestions: Array<CodeSuggestion>;
  /** What the source says. Example: `H55.900.12`. */
  theirs: Scalars['String']['output'];
};

/** Why a unit has no rank: nothing to divide by, which is not 0 %; or fewer dossiers than was asked for. */
export type Unranked = 'BELOW_MINIMUM' | 'NO_DOSSIERS';

/** An address that a unit is written to. */
export type UrgeContact = {
  /** When a code that was sent there was told; null: not yet. Example: `2022-08-31T17:00:00+07:00`. */
  confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** The address. Example: `vanphong@hungson.example`. */
  email: Scalars['String']['output'];
  /** The number of the address. Example: `17`. */
  id: Scalars['ID']['output'];
  /** Who reads there. Example: `Văn phòng UBND`. */
  name: Scalars['String']['output'];
};

/** What a look by all rules that are on changed; all 0 where another one was under way. */
export type UrgeLook = {
  /** How many reminders were begun, or opened again. Example: `3`. */
  begun: Scalars['Int']['output'];
  /** How many were closed. Example: `1`. */
  closed: Scalars['Int']['output'];
  /** How many rules could not be looked by. Example: `0`. */
  failed: Scalars['Int']['output'];
  /** How many were raised. Example: `1`. */
  raised: Scalars['Int']['output'];
};

/** What somebody was told, is to be told, or could not be. */
export type UrgeMessage = {
  /** To which address; null for the gateway. Example: `vanphong@hungson.example`. */
  address: Maybe<Scalars['String']['output']>;
  /** What it said, once it was sent. Example: `Thị trấn Hùng Sơn đạt 41,20% (412/1.000 hồ sơ), mốc 50%.`. */
  body: Maybe<Scalars['String']['output']>;
  /** How. */
  channel: MessageChannel;
  /** For which day: a receiver gets one a day. Example: `2022-04-12`. */
  day: Scalars['Date']['output'];
  /** When it was sent, or given up. Example: `2022-08-31T17:00:00+07:00`. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** What the last try failed by: SMTP_550, TIMEOUT, UNREACHABLE. */
  failure: Maybe<Scalars['String']['output']>;
  /** The references of the figures that it names. Example: `["171-2022-8F3KQ2M7XA"]`. */
  figures: Array<Scalars['ID']['output']>;
  /** Its key: Message-ID of a mail, Idempotency-Key of a call. Example: `7c9e6679-7425-40de-944b-e07fc1f90ae7`. */
  id: Scalars['ID']['output'];
  /** When it was put there. Example: `2022-08-31T17:00:00+07:00`. */
  madeAt: Scalars['DateTime']['output'];
  /** Who reads there. Example: `Văn phòng UBND`. */
  name: Maybe<Scalars['String']['output']>;
  /** The reminders that it tells of. Example: `["3f1d2c4b-8a57-4e0f-9b6c-2d7e1f0a5c38"]`. */
  reminders: Array<Scalars['ID']['output']>;
  /** What came of it. */
  state: MessageState;
  /** What it was headed, once it was sent. Example: `Đôn đốc thị trấn Hùng Sơn: chậm mốc tháng 3/2022`. */
  subject: Maybe<Scalars['String']['output']>;
  /** How often it was tried. Example: `1`. */
  tries: Scalars['Int']['output'];
  /** Whose receiver it is for. */
  unit: Maybe<Unit>;
};

/** A page of UrgeMessage. */
export type UrgeMessageConnection = {
  /** The page, each with its cursor. */
  edges: Array<UrgeMessageEdge>;
  /** The page without cursors. */
  nodes: Array<UrgeMessage>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. Example: `1860`. */
  totalCount: Scalars['Int']['output'];
};

/** One UrgeMessage with its cursor. */
export type UrgeMessageEdge = {
  /** To ask for what comes `after` this one. Example: `IjE3Ig`. */
  cursor: Scalars['String']['output'];
  /** What stands here. */
  node: UrgeMessage;
};

/** Whether anything is sent, and what waits or failed within the caller’s reach. */
export type UrgeMessageStatus = {
  /** Whether a gateway is called. */
  callsGateway: Scalars['Boolean']['output'];
  /** Messages of which nothing was left to say, or that nobody was left to read. Example: `7`. */
  dropped: Scalars['Int']['output'];
  /** Messages that a restored database had unsent. Example: `4`. */
  held: Scalars['Int']['output'];
  /** In whose name is mailed; null: this server mails nothing. Example: `dondoc@thainguyen.example`. */
  mailsFrom: Maybe<Scalars['String']['output']>;
  /** Messages that wait. Example: `12`. */
  queued: Scalars['Int']['output'];
  /** Messages that were not taken. Example: `2`. */
  refused: Scalars['Int']['output'];
  /** Messages that were sent. Example: `340`. */
  sent: Scalars['Int']['output'];
  /** Messages of which nobody said whether they were taken. Example: `1`. */
  uncertain: Scalars['Int']['output'];
};

/** A rule by which units are urged: what it looks for, of whom, and what it writes. */
export type UrgeRule = {
  /** So many days a unit has to answer. Example: `10`. */
  answerDays: Scalars['Int']['output'];
  /** What letters say, with named places. Example: `{{unit}} đạt {{rate}} ({{numerator}}/{{denominator}} hồ sơ), mốc {{mark}}.`. */
  body: Scalars['String']['output'];
  /** NOT_ASSIGNED: that day. Example: `15`. */
  day: Maybe<Scalars['Int']['output']>;
  /** SOURCE_SILENT: so many days. Example: `7`. */
  days: Maybe<Scalars['Int']['output']>;
  /** Whether it is looked by. */
  enabled: Scalars['Boolean']['output'];
  /** The number of the rule. Example: `17`. */
  id: Scalars['ID']['output'];
  /** The code of the indicator that it is about; silence is of none. Example: `ONLINE_RESOLUTION_L4`. */
  indicator: Maybe<Scalars['ID']['output']>;
  /** What it looks for. */
  kind: ConditionKind;
  /** Which kinds of units it looks at. */
  kinds: Array<UnitKind>;
  /** NOT_ASSIGNED: the month of the day by which it has to be done. Example: `2`. */
  month: Maybe<Scalars['Int']['output']>;
  /** BEHIND_MILESTONE: so many months running. Example: `2`. */
  months: Maybe<Scalars['Int']['output']>;
  /** What it is called. Example: `Chậm mốc hai tháng liền`. */
  name: Scalars['String']['output'];
  /** So many days after that, without a word of the unit, it is raised; null: never by itself. Example: `5`. */
  raiseAfterDays: Maybe<Scalars['Int']['output']>;
  /** When this version was saved. Example: `2022-08-31T17:00:00+07:00`. */
  savedAt: Scalars['DateTime']['output'];
  /** Who saved it. Example: `Nội vụ tỉnh`. */
  savedBy: Maybe<Scalars['String']['output']>;
  /** Whether what it finds is sent without anybody looking at it. */
  sendsItself: Scalars['Boolean']['output'];
  /** A month is judged so many days after it is over. Example: `10`. */
  settleDays: Maybe<Scalars['Int']['output']>;
  /** What letters are headed, with named places: {{unit}}. Example: `Đôn đốc {{unit}}: chậm mốc {{month}}`. */
  subject: Scalars['String']['output'];
  /** Those below this unit alone; null: all. */
  under: Maybe<Unit>;
  /** Counts from 1; grows by one each time it is saved. Example: `3`. */
  version: Scalars['Int']['output'];
};

/** What one says of a rule. */
export type UrgeRuleInput = {
  /** So many days a unit has to answer, 1 to 90. Example: `10`. */
  answerDays?: Scalars['Int']['input'];
  /** What letters say, with named places. Example: `{{unit}} đạt {{rate}} ({{numerator}}/{{denominator}} hồ sơ), mốc {{mark}}.`. */
  body: Scalars['String']['input'];
  /** NOT_ASSIGNED: that day. Example: `15`. */
  day?: InputMaybe<Scalars['Int']['input']>;
  /** SOURCE_SILENT: so many days, 1 to 365. Example: `7`. */
  days?: InputMaybe<Scalars['Int']['input']>;
  /** The code of the indicator that it is about. Example: `ONLINE_RESOLUTION_L4`. */
  indicator?: InputMaybe<Scalars['ID']['input']>;
  /** What it looks for. */
  kind: ConditionKind;
  /** Which kinds of units it looks at. */
  kinds: Array<UnitKind>;
  /** NOT_ASSIGNED: the month of the day by which it has to be done. Example: `2`. */
  month?: InputMaybe<Scalars['Int']['input']>;
  /** BEHIND_MILESTONE: so many months running, 1 to 12. Example: `2`. */
  months?: InputMaybe<Scalars['Int']['input']>;
  /** What it is called. Example: `Chậm mốc hai tháng liền`. */
  name: Scalars['String']['input'];
  /** So many days after that it is raised by itself, 0 to 90. Example: `5`. */
  raiseAfterDays?: InputMaybe<Scalars['Int']['input']>;
  /** Whether what it finds is sent without anybody looking. */
  sendsItself?: Scalars['Boolean']['input'];
  /** A month is judged so many days after it is over, 0 to 60. Example: `10`. */
  settleDays?: InputMaybe<Scalars['Int']['input']>;
  /** What letters are headed, with named places: {{unit}}. Example: `Đôn đốc {{unit}}: chậm mốc {{month}}`. */
  subject: Scalars['String']['input'];
  /** A code: those below it alone. Example: `164`. */
  under?: InputMaybe<Scalars['ID']['input']>;
};

/** What a rule would find of a unit today. */
export type UrgeStrike = {
  /** What its letter would say; no figure is cited yet. Example: `Thị trấn Hùng Sơn đạt 41,20% (412/1.000 hồ sơ), mốc 50%.`. */
  body: Scalars['String']['output'];
  /** What is wrong, in one sentence in the language of the request. Example: `Đến hết tháng 3/2022 đạt 41,20 %, mốc 50,00 %, còn thiếu 88 hồ sơ, chậm mốc 2 tháng liền.`. */
  sentence: Scalars['String']['output'];
  /** What its letter would be headed. Example: `Đôn đốc thị trấn Hùng Sơn: chậm mốc tháng 3/2022`. */
  subject: Scalars['String']['output'];
  /** The unit. */
  unit: Unit;
};

/** Whom a rule would strike today; nothing is kept. */
export type UrgeTrial = {
  /** How many units it looks at. Example: `178`. */
  looked: Scalars['Int']['output'];
  /** Those that it strikes, in the order of their codes. */
  strikes: Array<UrgeStrike>;
  /** Of how many of them nothing can be said, for they are silent. Example: `3`. */
  unheard: Scalars['Int']['output'];
};

/** How many procedures have a value. */
export type ValueCount = {
  /** How many procedures. Example: `115`. */
  count: Scalars['Int']['output'];
  /** The value as it is written; null: without one. Example: `Ủy ban nhân dân cấp xã`. */
  value: Maybe<Scalars['String']['output']>;
};

/** One thing that waits. */
export type WaitingItem = {
  /** What it is called, in its own words. Example: `Đôn đốc thị trấn Hùng Sơn: chậm mốc tháng 3/2022`. */
  about: Maybe<Scalars['String']['output']>;
  /** By when it is to be done; null where nobody said. Example: `2022-04-22`. */
  due: Maybe<Scalars['Date']['output']>;
  /** Where in the console it is dealt with. Example: `/don-doc/3f1d2c4b-8a57-4e0f-9b6c-2d7e1f0a5c38`. */
  path: Scalars['String']['output'];
  /** Since when it waits. Example: `2022-04-12`. */
  since: Maybe<Scalars['Date']['output']>;
  /** Whose it is; null where it is of no unit. */
  unit: Maybe<Unit>;
};

/** PLAN_DRAFT: a plan to be submitted. PLAN_TO_APPROVE, PLAN_TO_ISSUE: of others’ work where duties are separate. TARGET_TO_ASSIGN, TARGET_TO_ACKNOWLEDGE: what one’s unit was given. CONSULTATION: one’s unit is asked and said nothing yet. PROPOSAL_TO_ANSWER: a unit below proposes another target. REMINDER_TO_ANSWER, REMINDER_RAISED: letters to one’s unit, or about one below it. REMINDER_DRAFT: to be sent. DIFFICULTY_TO_TAKE, DIFFICULTY_TO_ANSWER, DIFFICULTY_TO_CLOSE: reported from below, owned by one’s unit, answered to it. QUARANTINE: bad rows. HELD_IMPORT: an import that jumps. PROCEDURE_DRAFT, CATALOGUE_IMPORT: begun and not finished. */
export type WaitingKind =
  | 'CATALOGUE_IMPORT'
  | 'CERTIFICATE_ENDS'
  | 'CONSULTATION'
  | 'DIFFICULTY_TO_ANSWER'
  | 'DIFFICULTY_TO_CLOSE'
  | 'DIFFICULTY_TO_TAKE'
  | 'FINDING_TO_CONFIRM'
  | 'FINDING_TO_REMEDY'
  | 'GUIDANCE_TO_ACKNOWLEDGE'
  | 'GUIDANCE_TO_ANSWER'
  | 'HELD_IMPORT'
  | 'INCIDENT_OPEN'
  | 'MEASURE_DUE'
  | 'PLAN_DRAFT'
  | 'PLAN_TO_APPROVE'
  | 'PLAN_TO_ISSUE'
  | 'PROCEDURE_DRAFT'
  | 'PROPOSAL_TO_ANSWER'
  | 'QUARANTINE'
  | 'REMINDER_DRAFT'
  | 'REMINDER_RAISED'
  | 'REMINDER_TO_ANSWER'
  | 'REPORT_DRAFT'
  | 'REPORT_NOT_DRAWN'
  | 'REPORT_TO_APPROVE'
  | 'REPORT_TO_PUBLISH'
  | 'REPORT_TO_RECEIVE'
  | 'SYSTEM_DOWN'
  | 'TARGET_TO_ACKNOWLEDGE'
  | 'TARGET_TO_ASSIGN'
  | 'TASK_TO_CONFIRM'
  | 'TASK_TO_DO';

/** All that waits for the caller of one kind. */
export type WaitingMatter = {
  /** How many. Example: `3`. */
  count: Scalars['Int']['output'];
  /** By when the first of them is to be done. Example: `2022-04-22`. */
  due: Maybe<Scalars['Date']['output']>;
  /** The most urgent, three at the most: what is due first, then what waits longest. None of bad rows. */
  items: Array<WaitingItem>;
  /** What it is about. */
  kind: WaitingKind;
  /** Since when the oldest of them waits. Example: `2022-04-12`. */
  oldest: Maybe<Scalars['Date']['output']>;
  /** How many of them should have been done before today. Example: `1`. */
  overdue: Scalars['Int']['output'];
  /** Where in the console all of them are listed. Example: `/don-doc`. */
  path: Scalars['String']['output'];
};

/** What a change does to the figures of an indicator in a whole year. */
export type YearEffect = {
  /** What it does, from the first day of the year to the last. */
  effect: Effect;
  /** The indicator. */
  indicator: Indicator;
  /** The year in which the dossiers count. Example: `2022`. */
  year: Scalars['Int']['output'];
};

export type FrameQueryVariables = Exact<{ [key: string]: never }>;

export type FrameQuery = {
  me: {
    id: string;
    username: string;
    name: string;
    mustChange: boolean;
    stage: Stage | null;
    grants: Array<{ role: Role; from: string | null; to: string | null; unit: { code: string; name: string } }>;
    rights: Array<{ right: string; everywhere: boolean; units: Array<string> }>;
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
  indicators: Array<{
    code: string;
    name: string;
    counts: string;
    numerator: string;
    numeratorChannel: Channel | null;
    eligibilityDate: string;
  }>;
};

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = {
  me: { id: string; username: string; name: string; mustChange: boolean; stage: Stage | null } | null;
};

export type SeenEventFragment = {
  seq: string;
  at: string;
  actorKind: ActorKind;
  actorId: string | null;
  actorName: string | null;
  address: string | null;
  requestId: string | null;
  what: string;
  aboutKind: string;
  aboutId: string | null;
  holderId: string | null;
  text: string;
  unit: { code: string; name: string } | null;
  differences: Array<{ field: string; before: string | null; after: string | null }>;
};

export type RecordEventsQueryVariables = Exact<{
  about: Scalars['ID']['input'];
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type RecordEventsQuery = {
  auditTrail: {
    totalCount: number;
    nodes: Array<SeenEventFragment>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ChangePasswordMutationVariables = Exact<{
  current: Scalars['String']['input'];
  next: Scalars['String']['input'];
}>;

export type ChangePasswordMutation = { changePassword: boolean };

export type OwnSecurityQueryVariables = Exact<{ [key: string]: never }>;

export type OwnSecurityQuery = {
  me: {
    id: string;
    stage: Stage | null;
    secondFactor: { active: boolean; recoveryCodesLeft: number } | null;
    sessions: Array<{
      id: string;
      address: string;
      userAgent: string;
      createdAt: string;
      lastSeenAt: string;
      current: boolean;
    }>;
  } | null;
};

export type OfferSecondFactorMutationVariables = Exact<{ [key: string]: never }>;

export type OfferSecondFactorMutation = { offerSecondFactor: { secret: string; uri: string } };

export type ConfirmSecondFactorMutationVariables = Exact<{
  code: Scalars['String']['input'];
  password: Scalars['String']['input'];
}>;

export type ConfirmSecondFactorMutation = { confirmSecondFactor: Array<string> };

export type RemoveSecondFactorMutationVariables = Exact<{
  code: Scalars['String']['input'];
  password: Scalars['String']['input'];
}>;

export type RemoveSecondFactorMutation = { removeSecondFactor: boolean };

export type RenewRecoveryCodesMutationVariables = Exact<{
  code: Scalars['String']['input'];
  password: Scalars['String']['input'];
}>;

export type RenewRecoveryCodesMutation = { renewRecoveryCodes: Array<string> };

export type RevokeSessionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type RevokeSessionMutation = { revokeSession: boolean };

export type RevokeOtherSessionsMutationVariables = Exact<{ [key: string]: never }>;

export type RevokeOtherSessionsMutation = { revokeOtherSessions: number };

export type AuditTrailQueryVariables = Exact<{
  about: InputMaybe<Scalars['ID']['input']>;
  by: InputMaybe<Scalars['ID']['input']>;
  act: InputMaybe<Scalars['String']['input']>;
  from: InputMaybe<Scalars['Date']['input']>;
  to: InputMaybe<Scalars['Date']['input']>;
  seq: InputMaybe<Scalars['ID']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type AuditTrailQuery = {
  auditTrail: {
    totalCount: number;
    nodes: Array<SeenEventFragment>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type AuditActsQueryVariables = Exact<{ [key: string]: never }>;

export type AuditActsQuery = { auditActs: Array<{ act: string; text: string }> };

export type AuditPeopleQueryVariables = Exact<{
  search: Scalars['String']['input'];
}>;

export type AuditPeopleQuery = { accounts: { nodes: Array<{ id: string; name: string; username: string }> } };

export type AuditChainQueryVariables = Exact<{ [key: string]: never }>;

export type AuditChainQuery = {
  auditChain: {
    rows: number;
    head: string | null;
    checking: number | null;
    verified: { at: string; rows: number; broken: { seq: string; fault: string } | null } | null;
  };
};

export type VerifyAuditTrailMutationVariables = Exact<{ [key: string]: never }>;

export type VerifyAuditTrailMutation = { verifyAuditTrail: { rows: number; checking: number | null } };

export type BoundariesQueryVariables = Exact<{ [key: string]: never }>;

export type BoundariesQuery = {
  boundaries: {
    name: string;
    version: number;
    at: string;
    by: string | null;
    width: number;
    height: number;
    shapes: Array<{ unit: string; path: string; x: number; y: number }>;
  } | null;
};

export type DrawnUnitsQueryVariables = Exact<{
  on: Scalars['Date']['input'];
}>;

export type DrawnUnitsQuery = {
  units: { nodes: Array<{ id: string; code: string; name: string; kind: UnitKind }> };
  before: { nodes: Array<{ id: string; code: string; name: string; kind: UnitKind }> };
};

export type SaveBoundariesMutationVariables = Exact<{
  input: BoundaryDrawingInput;
}>;

export type SaveBoundariesMutation = { saveBoundaries: { at: string } };

export type RemoveBoundariesMutationVariables = Exact<{
  expectedVersion: Scalars['Int']['input'];
}>;

export type RemoveBoundariesMutation = { removeBoundaries: boolean };

export type ProcedureFactsFragment = {
  code: string;
  name: string;
  field: string | null;
  tiers: Array<UnitKind>;
  inForceFrom: string | null;
  inForceTo: string | null;
  version: number;
};

export type DecisionFactsFragment = {
  id: string;
  number: string;
  issuedOn: string;
  effectiveOn: string;
  title: string | null;
};

export type ListedSpanFragment = {
  tier: UnitKind;
  level: ServiceLevel;
  from: string;
  to: string | null;
  list: { code: string; name: string };
  openedBy: DecisionFactsFragment;
  closedBy: DecisionFactsFragment | null;
};

export type ProceduresQueryVariables = Exact<{
  search: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<ProcedureFilter>;
  sort: InputMaybe<ProcedureSort>;
  on: InputMaybe<Scalars['Date']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type ProceduresQuery = {
  procedures: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<
      {
        authority: string | null;
        processingDays: number | null;
        changedAt: string | null;
        listEntries: Array<{
          tier: UnitKind;
          level: ServiceLevel;
          from: string;
          to: string | null;
          list: { code: string };
        }>;
      } & ProcedureFactsFragment
    >;
  };
};

export type ProcedureFacetsQueryVariables = Exact<{
  search: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<ProcedureFilter>;
  on: InputMaybe<Scalars['Date']['input']>;
}>;

export type ProcedureFacetsQuery = {
  procedureFacets: {
    fields: Array<{ value: string | null; count: number }>;
    tiers: Array<{ tier: UnitKind | null; count: number }>;
    force: Array<{ state: ForceState; count: number }>;
    lists: Array<{ list: string | null; level: ServiceLevel | null; count: number }>;
  };
};

export type SavedViewsQueryVariables = Exact<{
  place: Scalars['String']['input'];
}>;

export type SavedViewsQuery = {
  savedViews: Array<{ id: string; name: string; state: string; shared: boolean; own: boolean; author: string | null }>;
};

export type SaveViewMutationVariables = Exact<{
  input: SavedViewInput;
}>;

export type SaveViewMutation = { saveView: { id: string } };

export type RemoveViewMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type RemoveViewMutation = { removeView: boolean };

export type EditProceduresMutationVariables = Exact<{
  selection: ProcedureSelectionInput;
  changes: ProcedureChangesInput;
  dryRun: InputMaybe<Scalars['Boolean']['input']>;
  token: InputMaybe<Scalars['String']['input']>;
}>;

export type EditProceduresMutation = {
  editProcedures: {
    selected: number;
    changed: number;
    token: string;
    impossible: Array<string>;
    parts: Array<{ part: BulkPart; changed: number; already: number; impossible: number }>;
    step: { id: string } | null;
    effects: Array<YearEffectFactsFragment>;
  };
};

export type UndoCatalogueStepMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type UndoCatalogueStepMutation = { undoStep: { id: string } };

export type ProcedureFieldsQueryVariables = Exact<{
  inForceOn: InputMaybe<Scalars['Date']['input']>;
}>;

export type ProcedureFieldsQuery = { procedureFields: Array<{ field: string; count: number }> };

export type ProcedureInFullQueryVariables = Exact<{
  code: Scalars['ID']['input'];
}>;

export type ProcedureInFullQuery = {
  procedure: ({ listEntries: Array<ListedSpanFragment> } & ProcedureFactsFragment) | null;
};

export type ProcedureNamesQueryVariables = Exact<{
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type ProcedureNamesQuery = {
  procedures: {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{ code: string; name: string; tiers: Array<UnitKind> }>;
  };
};

export type SaveProceduresMutationVariables = Exact<{
  input: Array<ProcedureInput> | ProcedureInput;
}>;

export type SaveProceduresMutation = { saveProcedures: Array<{ code: string; version: number }> };

export type ProcedureDraftsQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type ProcedureDraftsQuery = {
  procedureDrafts: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      code: string;
      version: number;
      baseVersion: number;
      textFrom: string | null;
      name: string;
      author: string | null;
      begunBy: string | null;
      begunAt: string;
      at: string;
      isOwn: boolean;
      procedure: { code: string; name: string; version: number } | null;
    }>;
  };
};

export type ImportCountsShownFragment = {
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
};

export type ImportHeadFragment = {
  id: string;
  name: string | null;
  kind: ImportKind;
  bytes: number;
  state: ImportState;
  version: number;
  by: string | null;
  begunAt: string;
  touchedAt: string;
  appliedAt: string | null;
  stepId: string | null;
};

export type ImportToldFragment = {
  tableNumber: number;
  headerFrom: number;
  headerTo: number;
  summary: {
    problems: number;
    leftOut: number;
    withoutDistrict: boolean;
    counts: ImportCountsShownFragment;
    notes: Array<{ code: ImportProblemCode; rows: number; blocks: boolean }>;
  };
  preview: { isStale: boolean; counts: ImportCountsShownFragment; effects: Array<YearEffectFactsFragment> } | null;
} & ImportHeadFragment;

export type ImportTablesFragment = {
  tables: Array<{ number: number; name: string; isHidden: boolean; rows: number }>;
  columns: Array<{
    column: number;
    letter: string;
    header: string;
    samples: Array<string>;
    field: ImportField | null;
    because: ColumnReason | null;
  }>;
  head: Array<{ row: number; texts: Array<string> }>;
};

export type CatalogueImportsQueryVariables = Exact<{
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type CatalogueImportsQuery = {
  catalogueImports: {
    totalCount: number;
    nodes: Array<ImportHeadFragment>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type CatalogueImportQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type CatalogueImportQuery = { catalogueImport: (ImportToldFragment & ImportTablesFragment) | null };

export type ImportRowsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  only: InputMaybe<ImportFilter>;
  rows: InputMaybe<Array<Scalars['Int']['input']> | Scalars['Int']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type ImportRowsQuery = {
  importRows: {
    totalCount: number;
    nodes: Array<{
      row: number;
      code: string | null;
      status: ImportStatus;
      isLeftOut: boolean;
      cells: Array<{ field: ImportField; column: number; text: string; asRead: string; isMended: boolean }>;
      problems: Array<{
        code: ImportProblemCode;
        field: ImportField | null;
        message: string;
        suggestion: string | null;
        blocks: boolean;
      }>;
      differences: Array<{ field: ImportField; before: string; after: string }>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type MapImportColumnsMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  mapping: ImportMappingInput;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type MapImportColumnsMutation = { mapImportColumns: ImportToldFragment & ImportTablesFragment };

export type MendImportCellsMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  cells: Array<ImportMendInput> | ImportMendInput;
}>;

export type MendImportCellsMutation = { mendImportCells: ImportToldFragment };

export type DropImportRowsMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  rows: Array<Scalars['Int']['input']> | Scalars['Int']['input'];
  leftOut: InputMaybe<Scalars['Boolean']['input']>;
}>;

export type DropImportRowsMutation = { dropImportRows: ImportToldFragment };

export type PreviewImportMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type PreviewImportMutation = { previewImport: ImportToldFragment };

export type ApplyImportMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type ApplyImportMutation = { applyImport: ImportToldFragment };

export type UndoImportMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type UndoImportMutation = { undoImport: ImportToldFragment };

export type DropImportMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type DropImportMutation = { dropImport: boolean };

export type ServiceListsQueryVariables = Exact<{ [key: string]: never }>;

export type ServiceListsQuery = { serviceLists: Array<{ code: string; name: string }> };

export type ListHistoryQueryVariables = Exact<{
  code: Scalars['ID']['input'];
}>;

export type ListHistoryQuery = {
  serviceList: {
    code: string;
    name: string;
    amendments: Array<{
      added: number;
      removed: number;
      changed: number;
      decision: DecisionFactsFragment;
      changes: Array<{
        action: ServiceListAction;
        tier: UnitKind;
        level: ServiceLevel | null;
        locator: string | null;
        unit: { id: string; code: string; name: string } | null;
        procedure: { code: string; name: string };
      }>;
    }>;
  } | null;
};

export type ListDayQueryVariables = Exact<{
  code: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type ListDayQuery = {
  serviceList: {
    code: string;
    entries: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: Array<{
        tier: UnitKind;
        level: ServiceLevel;
        from: string;
        to: string | null;
        unit: { id: string; code: string; name: string } | null;
        procedure: { code: string; name: string; field: string | null };
        openedBy: { id: string; number: string };
      }>;
    };
  } | null;
};

export type EnterDecisionMutationVariables = Exact<{
  input: DecisionEntryInput;
}>;

export type EnterDecisionMutation = {
  enterDecision: { lines: number; step: { id: string } | null; decision: { id: string } };
};

export type NamesOfUnitsQueryVariables = Exact<{
  on: Scalars['Date']['input'];
}>;

export type NamesOfUnitsQuery = {
  units: { nodes: Array<{ id: string; code: string; name: string; kind: UnitKind; aliases: Array<string> }> };
};

export type EntryFactsFragment = {
  tier: UnitKind;
  level: ServiceLevel;
  unit: { id: string; code: string; name: string } | null;
  procedure: { code: string; name: string };
};

export type DifferenceFactsFragment = {
  from: string;
  to: string;
  added: Array<EntryFactsFragment>;
  removed: Array<EntryFactsFragment>;
  changed: Array<EntryFactsFragment>;
  changedBefore: Array<EntryFactsFragment>;
};

export type CountsBesideTargetFragment = {
  numerator: number;
  denominator: number;
  rate: number | null;
  target: number | null;
  status: AttainmentStatus;
};

export type UnitEffectFactsFragment = {
  statusChanged: boolean;
  unit: { id: string; code: string; name: string; kind: UnitKind };
  before: CountsBesideTargetFragment;
  after: CountsBesideTargetFragment;
};

export type EffectFactsFragment = {
  statusChanges: number;
  province: UnitEffectFactsFragment;
  units: Array<UnitEffectFactsFragment>;
};

export type YearEffectFactsFragment = {
  year: number;
  indicator: { code: string; name: string };
  effect: EffectFactsFragment;
};

export type ListDifferenceQueryVariables = Exact<{
  list: Scalars['ID']['input'];
  since: Scalars['Date']['input'];
  on: Scalars['Date']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;

export type ListDifferenceQuery = { serviceListDiff: { effect: EffectFactsFragment } & DifferenceFactsFragment };

export type DecisionDifferenceQueryVariables = Exact<{
  list: Scalars['ID']['input'];
  decision: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;

export type DecisionDifferenceQuery = {
  serviceListDiffByDecision: { effect: EffectFactsFragment } & DifferenceFactsFragment;
};

export type PreviewDecisionMutationVariables = Exact<{
  input: DecisionEntryInput;
}>;

export type PreviewDecisionMutation = {
  previewDecision: {
    amendment: { lines: number; difference: DifferenceFactsFragment } | null;
    procedures: Array<{
      code: string;
      name: string;
      isNew: boolean;
      before: Array<{ from: string | null; to: string | null }>;
      after: Array<{ from: string | null; to: string | null }>;
    }>;
    effects: Array<YearEffectFactsFragment>;
  };
};

export type DecisionHeaderFragment = {
  id: string;
  version: number;
  number: string;
  issuedOn: string;
  effectiveOn: string;
  title: string | null;
  signer: string | null;
  notes: string | null;
  issuer: { id: string; code: string; name: string } | null;
  files: Array<{ sha256: string; name: string; mediaType: string; bytes: number }>;
};

export type DecisionPageQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type DecisionPageQuery = {
  decision:
    | ({
        steps: Array<{ id: string; kind: CatalogueStepKind; at: string; lines: number; procedures: number }>;
        plans: Array<{
          id: string;
          year: number;
          state: PlanState;
          issuer: { id: string; code: string; name: string };
        }>;
        force: Array<{
          action: ForceAction;
          from: string | null;
          locator: string | null;
          procedure: { code: string; name: string };
          successor: { code: string; name: string } | null;
        }>;
        amendments: Array<{
          added: number;
          removed: number;
          changed: number;
          list: { code: string; name: string };
          changes: Array<{
            action: ServiceListAction;
            tier: UnitKind;
            level: ServiceLevel | null;
            locator: string | null;
            unit: { id: string; code: string; name: string } | null;
            procedure: { code: string; name: string };
          }>;
        }>;
      } & DecisionHeaderFragment)
    | null;
};

export type SaveDecisionMutationVariables = Exact<{
  input: DecisionHeaderInput;
}>;

export type SaveDecisionMutation = { saveDecision: DecisionHeaderFragment };

export type ListCoverageQueryVariables = Exact<{
  list: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  kind: CoverageKind;
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type ListCoverageQuery = {
  listCoverage: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      tier: UnitKind;
      level: ServiceLevel | null;
      dossiers: number;
      unit: { id: string; code: string; name: string } | null;
      procedure: { code: string; name: string; field: string | null };
    }>;
  };
};

export type DecisionListQueryVariables = Exact<{
  search: InputMaybe<Scalars['String']['input']>;
  year: InputMaybe<Scalars['Int']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type DecisionListQuery = {
  decisions: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      number: string;
      issuedOn: string;
      effectiveOn: string;
      title: string | null;
      signer: string | null;
      issuer: { id: string; code: string; name: string } | null;
      files: Array<{ sha256: string; name: string }>;
      plans: Array<{ id: string; year: number }>;
      forceCounts: { enforced: number; amended: number; replaced: number; repealed: number };
      amendments: Array<{ added: number; removed: number; changed: number; list: { code: string } }>;
    }>;
  };
};

export type DecisionYearsQueryVariables = Exact<{ [key: string]: never }>;

export type DecisionYearsQuery = { decisionYears: Array<number> };

export type ProcedureSaidFragment = {
  authority: string | null;
  legalBases: Array<string>;
  processingDays: number | null;
  fees: string | null;
  conditions: string | null;
  textFrom: string | null;
  textTo: string | null;
  textLocator: string | null;
  textDays: Array<string>;
  documents: Array<{
    name: string;
    copies: number | null;
    file: string | null;
    stored: { mediaType: string; bytes: number } | null;
  }>;
  links: Array<{ title: string | null; url: string }>;
} & ProcedureFactsFragment;

export type PeriodFactsFragment = {
  from: string | null;
  to: string | null;
  openedBy: DecisionFactsFragment | null;
  closedBy: DecisionFactsFragment | null;
};

export type ProcedureSheetQueryVariables = Exact<{
  code: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
}>;

export type ProcedureSheetQuery = {
  procedure:
    | ({
        isInForce: boolean;
        textDecision: DecisionFactsFragment | null;
        periods: Array<PeriodFactsFragment>;
        force: Array<{
          action: ForceAction;
          from: string | null;
          to: string | null;
          locator: string | null;
          decision: DecisionFactsFragment | null;
          successor: { code: string; name: string } | null;
        }>;
        replacedBy: Array<{ code: string; name: string }>;
        replaces: Array<{ code: string; name: string }>;
        listEntries: Array<ListedSpanFragment>;
      } & ProcedureSaidFragment)
    | null;
};

export type ProcedureToEditQueryVariables = Exact<{
  code: Scalars['ID']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
}>;

export type ProcedureToEditQuery = { procedure: ProcedureSaidFragment | null };

export type ProcedureDraftOfQueryVariables = Exact<{
  code: Scalars['ID']['input'];
}>;

export type ProcedureDraftOfQuery = {
  procedureDraft: {
    code: string;
    version: number;
    baseVersion: number;
    textFrom: string | null;
    name: string;
    field: string | null;
    tiers: Array<UnitKind>;
    authority: string | null;
    legalBases: Array<string>;
    processingDays: number | null;
    fees: string | null;
    conditions: string | null;
    inForceFrom: string | null;
    inForceTo: string | null;
    locator: string | null;
    author: string | null;
    at: string;
    documents: Array<{
      name: string;
      copies: number | null;
      file: string | null;
      stored: { mediaType: string; bytes: number } | null;
    }>;
    links: Array<{ title: string | null; url: string }>;
    decision: { number: string; issuedOn: string; effectiveOn: string | null } | null;
  } | null;
};

export type ProcedureVersionsQueryVariables = Exact<{
  code: Scalars['ID']['input'];
}>;

export type ProcedureVersionsQuery = {
  procedure: {
    code: string;
    version: number;
    revisions: Array<{
      version: number;
      stepId: string;
      kind: CatalogueStepKind;
      at: string;
      author: string | null;
      undoneBy: string | null;
      changes: Array<{ field: string; from: string | null; before: unknown | null; after: unknown | null }>;
      force: Array<{
        action: ForceAction;
        from: string | null;
        to: string | null;
        locator: string | null;
        isTakenBack: boolean;
        decision: { id: string; number: string } | null;
        successor: { code: string } | null;
      }>;
    }>;
  } | null;
};

export type ProcedureDifferenceQueryVariables = Exact<{
  code: Scalars['ID']['input'];
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
  on: Scalars['Date']['input'];
}>;

export type ProcedureDifferenceQuery = {
  procedure: {
    code: string;
    difference: Array<{ field: string; before: unknown | null; after: unknown | null }>;
  } | null;
};

export type ProcedureFiguresQueryVariables = Exact<{
  code: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type ProcedureFiguresQuery = {
  procedure: {
    code: string;
    dossierCounts: Array<{ month: string; channel: Channel; count: number }>;
    rate: {
      indicator: { code: string; name: string; basis: string; numeratorChannel: Channel | null; clause: string | null };
    } & ProcedurePartFragment;
    rateByMonth: Array<ProcedurePartFragment>;
    rateByUnit: Array<
      {
        unit: {
          id: string;
          code: string;
          name: string;
          kind: UnitKind;
          parent: { id: string; name: string } | null;
        } | null;
      } & ProcedurePartFragment
    >;
  } | null;
};

export type ProcedurePartFragment = {
  from: string;
  to: string;
  numerator: number;
  denominator: number;
  notCounted: number;
};

export type LastStepOfQueryVariables = Exact<{
  code: Scalars['ID']['input'];
}>;

export type LastStepOfQuery = {
  procedure: { code: string; revisions: Array<{ version: number; stepId: string }> } | null;
};

export type StepReachQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type StepReachQuery = { catalogueStep: { id: string; procedures: number; lines: number } | null };

export type SaveProcedureDraftMutationVariables = Exact<{
  input: ProcedureInput;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type SaveProcedureDraftMutation = { saveProcedureDraft: { code: string; version: number; baseVersion: number } };

export type DropProcedureDraftMutationVariables = Exact<{
  code: Scalars['ID']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type DropProcedureDraftMutation = { dropProcedureDraft: string };

export type PublishProcedureDraftMutationVariables = Exact<{
  code: Scalars['ID']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type PublishProcedureDraftMutation = { publishProcedureDraft: { code: string; version: number } };

export type PreviewForceMutationVariables = Exact<{
  input: ForceChangesInput;
}>;

export type PreviewForceMutation = {
  previewForce: {
    procedures: Array<{
      code: string;
      name: string;
      before: Array<{ from: string | null; to: string | null }>;
      after: Array<{ from: string | null; to: string | null }>;
    }>;
    effects: Array<YearEffectFactsFragment>;
  };
};

export type ChangeForceMutationVariables = Exact<{
  input: ForceChangesInput;
}>;

export type ChangeForceMutation = { changeForce: Array<{ code: string; version: number }> };

export type RestoreProcedureMutationVariables = Exact<{
  code: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type RestoreProcedureMutation = { restoreProcedure: { code: string; version: number } };

export type UndoStepMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type UndoStepMutation = { undoStep: { id: string; kind: CatalogueStepKind } };

export type SourceShownFragment = {
  id: string;
  name: string;
  url: string;
  username: string;
  organisation: string;
  hasSecret: boolean;
  everyMinutes: number;
  enabled: boolean;
  version: number;
  nextAt: string;
  lastAt: string | null;
  lastResult: PullResult | null;
  lastMessage: string | null;
  lastImport: string | null;
  failures: number;
  running: { done: number; of: number } | null;
};

export type CatalogueSourcesQueryVariables = Exact<{ [key: string]: never }>;

export type CatalogueSourcesQuery = { catalogueSources: Array<SourceShownFragment> };

export type SaveCatalogueSourceMutationVariables = Exact<{
  input: CatalogueSourceInput;
}>;

export type SaveCatalogueSourceMutation = { saveCatalogueSource: SourceShownFragment };

export type DeleteCatalogueSourceMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type DeleteCatalogueSourceMutation = { deleteCatalogueSource: boolean };

export type PullCatalogueSourceMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type PullCatalogueSourceMutation = { pullCatalogueSource: SourceShownFragment };

export type DefinitionShownFragment = {
  id: string;
  indicator: string;
  name: string;
  version: number;
  state: DefinitionState;
  revision: number;
  counts: CountedThing;
  basis: Basis;
  eligibilityDate: EligibilityDate;
  inForceRequired: boolean;
  levels: Array<ServiceLevel>;
  tiers: Array<Tier> | null;
  statuses: Array<number> | null;
  numerator: NumeratorKind;
  numeratorChannel: Channel | null;
  clause: string | null;
  note: string | null;
  reason: string | null;
  recordedAt: string | null;
  activatedAt: string | null;
  retiredAt: string | null;
  rule: string;
  list: { code: string; name: string } | null;
  decision: { id: string; number: string } | null;
  progress: { done: number; of: number } | null;
};

export type DefinitionsQueryVariables = Exact<{
  indicator: InputMaybe<Scalars['ID']['input']>;
}>;

export type DefinitionsQuery = { indicatorDefinitions: Array<DefinitionShownFragment> };

export type ListsToNameQueryVariables = Exact<{ [key: string]: never }>;

export type ListsToNameQuery = { serviceLists: Array<{ code: string; name: string }> };

export type CreateDefinitionMutationVariables = Exact<{
  indicator: Scalars['ID']['input'];
  name: InputMaybe<Scalars['String']['input']>;
}>;

export type CreateDefinitionMutation = { createDefinition: DefinitionShownFragment };

export type SaveDefinitionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
  input: DefinitionInput;
}>;

export type SaveDefinitionMutation = { saveDefinition: DefinitionShownFragment };

export type StartComputingMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
}>;

export type StartComputingMutation = { startComputing: DefinitionShownFragment };

export type CancelDefinitionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
}>;

export type CancelDefinitionMutation = { cancelDefinition: DefinitionShownFragment };

export type SwitchOnDefinitionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
}>;

export type SwitchOnDefinitionMutation = { switchOnDefinition: DefinitionShownFragment };

export type TryDefinitionQueryVariables = Exact<{
  left: Scalars['ID']['input'];
  right: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  unit: InputMaybe<Scalars['ID']['input']>;
  every: InputMaybe<Scalars['Int']['input']>;
}>;

export type TryDefinitionQuery = {
  tryDefinition: {
    looked: number;
    changing: number;
    every: number;
    left: { numerator: number; denominator: number };
    right: { numerator: number; denominator: number };
    cells: Array<{ left: CountedAs; right: CountedAs; count: number; examples: Array<string> }>;
  };
};

export type DifficultyLineFragment = {
  id: string;
  state: DifficultyState;
  text: string;
  cause: DifficultyCause;
  age: number;
  joined: boolean;
  unit: { id: string; code: string; name: string } | null;
  owner: { id: string; code: string; name: string } | null;
  procedure: { code: string; name: string } | null;
};

export type DifficultiesQueryVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
  procedure: InputMaybe<Scalars['ID']['input']>;
  state: InputMaybe<DifficultyState>;
  cause: InputMaybe<DifficultyCause>;
  olderThan: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type DifficultiesQuery = {
  difficulties: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<DifficultyLineFragment>;
  };
};

export type DifficultyCountsQueryVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
  procedure: InputMaybe<Scalars['ID']['input']>;
  cause: InputMaybe<DifficultyCause>;
  olderThan: InputMaybe<Scalars['Int']['input']>;
}>;

export type DifficultyCountsQuery = { difficultyCounts: Array<{ state: DifficultyState; count: number }> };

export type DifficultySynthesisQueryVariables = Exact<{
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;

export type DifficultySynthesisQuery = {
  difficultySynthesis: {
    reports: number;
    groups: Array<{
      cause: DifficultyCause;
      count: number;
      open: number;
      reports: number;
      unitCount: number;
      dossiers: number | null;
      age: number;
      entries: Array<{
        state: DifficultyState;
        reports: number;
        dossiers: number | null;
        age: number;
        difficulty: DifficultyLineFragment;
        units: Array<{ id: string; code: string; name: string }>;
      }>;
    }>;
  };
};

export type DifficultySheetQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;

export type DifficultySheetQuery = {
  difficulty:
    | ({
        version: number;
        reportedOn: string;
        closedOn: string | null;
        by: string | null;
        reopened: number;
        source: string | null;
        possible: Array<DifficultyAct>;
        handled: boolean;
        dossiers: number | null;
        indicator: { code: string; name: string } | null;
        joinedTo: { id: string } | null;
        followers: Array<{ id: string; unit: { id: string; code: string; name: string } | null }>;
        steps: Array<{
          id: string;
          act: DifficultyAct;
          text: string | null;
          by: string | null;
          at: string;
          amongHandlers: boolean;
          ofHead: boolean;
          other: string | null;
          side: { id: string; name: string } | null;
          owner: { id: string; name: string } | null;
        }>;
      } & DifficultyLineFragment)
    | null;
};

export type SimilarDifficultiesQueryVariables = Exact<{
  text: Scalars['String']['input'];
  cause: InputMaybe<DifficultyCause>;
  procedure: InputMaybe<Scalars['ID']['input']>;
  indicator: InputMaybe<Scalars['ID']['input']>;
}>;

export type SimilarDifficultiesQuery = { similarDifficulties: Array<DifficultyLineFragment> };

export type ReportDifficultyMutationVariables = Exact<{
  input: DifficultyInput;
}>;

export type ReportDifficultyMutation = { reportDifficulty: { id: string } };

export type TakeDifficultyMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  owner: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  text: InputMaybe<Scalars['String']['input']>;
}>;

export type TakeDifficultyMutation = { takeDifficulty: { id: string } };

export type AnswerDifficultyMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type AnswerDifficultyMutation = { answerDifficulty: { id: string } };

export type CloseDifficultyMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  text: InputMaybe<Scalars['String']['input']>;
}>;

export type CloseDifficultyMutation = { closeDifficulty: { id: string } };

export type ReopenDifficultyMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type ReopenDifficultyMutation = { reopenDifficulty: { id: string } };

export type NoteDifficultyMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
  expectedVersion: Scalars['Int']['input'];
  amongHandlers: Scalars['Boolean']['input'];
}>;

export type NoteDifficultyMutation = { noteDifficulty: { id: string } };

export type JoinDifficultiesMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  to: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type JoinDifficultiesMutation = { joinDifficulties: { id: string } };

export type PartDifficultiesMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type PartDifficultiesMutation = { partDifficulties: { id: string } };

export type CauseFactsFragment = {
  id: string;
  ofCatalogue: boolean;
  problem: string;
  message: string;
  field: string;
  text: string;
  example: string | null;
  count: number;
  batches: number;
  firstAt: string;
  lastAt: string;
  ways: Array<CauseMendHow>;
  names: Array<string>;
  unitCount: number;
  units: Array<{ id: string; code: string; name: string }>;
  suggestions: Array<{
    value: string | null;
    weight: number;
    grounds: Array<{ kind: string; sentence: string }>;
    unit: { id: string; code: string; name: string; parent: { id: string; name: string } | null } | null;
    procedure: { code: string; name: string } | null;
  }>;
};

export type QuarantineCausesQueryVariables = Exact<{
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type QuarantineCausesQuery = {
  quarantineCauses: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<CauseFactsFragment>;
  };
};

export type MendFactsFragment = {
  id: string;
  how: CauseMendHow;
  state: CauseMendState;
  message: string;
  field: string;
  text: string;
  value: string | null;
  reason: string | null;
  remembers: boolean;
  total: number;
  tried: number;
  good: number;
  at: string;
  by: string | null;
  undoable: boolean;
  left: Array<{ reason: MendLeftReason; count: number }>;
  unit: { id: string; code: string; name: string } | null;
  procedure: { code: string; name: string } | null;
};

export type CauseMendsQueryVariables = Exact<{
  first: InputMaybe<Scalars['Int']['input']>;
}>;

export type CauseMendsQuery = { causeMends: { totalCount: number; nodes: Array<MendFactsFragment> } };

export type CauseMendEffectsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type CauseMendEffectsQuery = { causeMend: { id: string; effects: Array<YearEffectFactsFragment> } | null };

export type ForeseeMendMutationVariables = Exact<{
  cause: Scalars['ID']['input'];
  by: CauseDecisionInput;
}>;

export type ForeseeMendMutation = {
  foreseeMend: { total: number; tried: number; good: number; effects: Array<YearEffectFactsFragment> };
};

export type MendCauseMutationVariables = Exact<{
  cause: Scalars['ID']['input'];
  by: CauseDecisionInput;
}>;

export type MendCauseMutation = { mendCause: MendFactsFragment };

export type ContinueMendMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type ContinueMendMutation = { continueMend: MendFactsFragment };

export type StopMendMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type StopMendMutation = { stopMend: MendFactsFragment };

export type UndoMendMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type UndoMendMutation = { undoMend: MendFactsFragment };

export type DiscardCauseMutationVariables = Exact<{
  cause: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
}>;

export type DiscardCauseMutation = { discardCause: MendFactsFragment };

export type HeldFactsFragment = {
  id: string;
  state: HeldState;
  rows: number;
  pages: number;
  source: string | null;
  bad: number;
  fresh: number;
  changed: number;
  at: string;
  settledAt: string | null;
  settledBy: string | null;
  releasedAs: string | null;
  leftOut: number | null;
  reason: string | null;
  jumps: Array<{
    kind: JumpKind;
    month: string | null;
    count: number;
    usual: number;
    unit: { id: string; code: string; name: string } | null;
  }>;
};

export type HeldBatchesQueryVariables = Exact<{
  first: InputMaybe<Scalars['Int']['input']>;
  settled?: Scalars['Boolean']['input'];
}>;

export type HeldBatchesQuery = {
  heldBatches: {
    totalCount: number;
    nodes: Array<{ batch: { id: string; name: string | null; by: string | null; bytes: number } } & HeldFactsFragment>;
  };
};

export type ReleaseBatchMutationVariables = Exact<{
  batch: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
}>;

export type ReleaseBatchMutation = { releaseBatch: HeldFactsFragment };

export type DiscardBatchMutationVariables = Exact<{
  batch: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
}>;

export type DiscardBatchMutation = { discardBatch: HeldFactsFragment };

export type JumpRuleFactsFragment = {
  holds: boolean;
  timesUsual: number;
  least: number;
  mostChanged: number;
  mostWithdrawn: number;
  version: number;
};

export type JumpRulesQueryVariables = Exact<{ [key: string]: never }>;

export type JumpRulesQuery = { jumpRules: JumpRuleFactsFragment };

export type SetJumpRulesMutationVariables = Exact<{
  input: JumpRulesInput;
}>;

export type SetJumpRulesMutation = { setJumpRules: JumpRuleFactsFragment };

export type ReceiptClaimsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type ReceiptClaimsQuery = {
  ingestBatch: {
    id: string;
    received: number;
    rejected: number;
    checksum: string | null;
    expected: number | null;
    controlDifference: number | null;
    sameBodyAs: string | null;
    held: HeldFactsFragment | null;
    effects: Array<YearEffectFactsFragment>;
  } | null;
};

export type ReceiptFactsFragment = {
  id: string;
  kind: BatchKind;
  name: string | null;
  mediaType: string | null;
  bytes: number;
  at: string;
  by: string | null;
  made: boolean;
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  openRows: number;
  source: string | null;
  held: { id: string; state: HeldState; rows: number } | null;
};

export type ReceiptsQueryVariables = Exact<{
  kind: InputMaybe<BatchKind>;
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type ReceiptsQuery = {
  ingestBatches: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<ReceiptFactsFragment>;
  };
};

export type ReceiptQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type ReceiptQuery = { ingestBatch: ReceiptFactsFragment | null };

export type QuarantineQueryVariables = Exact<{
  batch: InputMaybe<Scalars['ID']['input']>;
  cause: InputMaybe<Scalars['ID']['input']>;
  code: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type QuarantineQuery = {
  quarantine: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      row: number;
      code: string | null;
      field: string;
      message: string;
      fields: unknown;
      at: string;
      batch: { id: string; name: string | null; kind: BatchKind };
    }>;
  };
};

export type MendQuarantinedMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  fields: Scalars['JSON']['input'];
}>;

export type MendQuarantinedMutation = { mendQuarantined: { received: number; rejected: number } };

export type RetryQuarantinedMutationVariables = Exact<{
  batch: InputMaybe<Scalars['ID']['input']>;
}>;

export type RetryQuarantinedMutation = { retryQuarantined: { received: number; rejected: number } };

export type DiscardQuarantinedMutationVariables = Exact<{
  rows: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;

export type DiscardQuarantinedMutation = { discardQuarantined: number };

export type DossierUnitsQueryVariables = Exact<{
  search: Scalars['String']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
}>;

export type DossierUnitsQuery = {
  units: { nodes: Array<{ id: string; code: string; name: string; parent: { id: string; name: string } | null }> };
};

export type DossierUnitQueryVariables = Exact<{
  code: Scalars['ID']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
}>;

export type DossierUnitQuery = { unit: { id: string; code: string; name: string } | null };

export type DossierProcedureQueryVariables = Exact<{
  code: Scalars['ID']['input'];
}>;

export type DossierProcedureQuery = { procedure: { code: string; name: string } | null };

export type DossierProceduresQueryVariables = Exact<{
  search: Scalars['String']['input'];
}>;

export type DossierProceduresQuery = {
  procedures: { nodes: Array<{ code: string; name: string; field: string | null }> };
};

export type SourceRunShownFragment = {
  id: string;
  by: string | null;
  whole: boolean;
  startedAt: string;
  endedAt: string | null;
  pages: number;
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  place: string | null;
  result: SourceRunResult | null;
  message: string | null;
};

export type SourcePullQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type SourcePullQuery = {
  dossierSource: {
    id: string;
    mode: DossierSourceMode;
    enabled: boolean;
    version: number;
    pull: {
      address: string | null;
      username: string | null;
      hasSecret: boolean;
      organisation: string | null;
      hostKey: string | null;
      from: string | null;
      pageSize: number | null;
      overlapMinutes: number | null;
      everyMinutes: number | null;
      wholeEveryDays: number | null;
      wholeSaysGone: boolean;
      nextAt: string | null;
      lastWholeAt: string | null;
      failures: number;
      openUntil: string | null;
      state: SourcePullState;
      running: SourceRunShownFragment | null;
      runs: Array<{ receipts: Array<{ id: string }> } & SourceRunShownFragment>;
      refusedFiles: Array<{ name: string; problem: string }>;
    } | null;
  } | null;
};

export type SetSourcePullMutationVariables = Exact<{
  source: Scalars['ID']['input'];
  input: SourcePullInput;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type SetSourcePullMutation = { setSourcePull: { id: string; version: number; mode: DossierSourceMode } };

export type RunSourceMutationVariables = Exact<{
  source: Scalars['ID']['input'];
}>;

export type RunSourceMutation = { runSource: { id: string } };

export type StopSourceMutationVariables = Exact<{
  source: Scalars['ID']['input'];
}>;

export type StopSourceMutation = { stopSource: { id: string } };

export type ReplaySourceMutationVariables = Exact<{
  source: Scalars['ID']['input'];
  from: InputMaybe<Scalars['Date']['input']>;
}>;

export type ReplaySourceMutation = { replaySource: { id: string } };

export type DossierSaidFragment = {
  version: number;
  until: string | null;
  at: string;
  gone: DossierGone | null;
  changed: Array<DossierField>;
  by: string | null;
  batch: string;
  batchKind: BatchKind;
  batchName: string | null;
  step: DossierStepKind | null;
  stepOther: string | null;
  reason: string | null;
  source: string | null;
  channel: Channel;
  status: number;
  statusText: string;
  receivedAt: string;
  dueAt: string | null;
  finishedAt: string | null;
  returnedAt: string | null;
  unit: { code: string; name: string } | null;
  procedure: { code: string; name: string } | null;
};

export type DossierRecordQueryVariables = Exact<{
  code: Scalars['ID']['input'];
}>;

export type DossierRecordQuery = {
  dossier: {
    code: string;
    gone: DossierGone | null;
    splitFrom: string | null;
    mergedInto: string | null;
    takenCodes: Array<{ code: string; source: string | null }>;
    versions: Array<DossierSaidFragment>;
    statements: Array<{
      sourceId: string;
      source: string | null;
      code: string;
      believed: boolean;
      isGone: boolean;
      differs: Array<DossierField>;
      at: string;
      channel: Channel;
      status: number;
      statusText: string;
      receivedAt: string;
      dueAt: string | null;
      finishedAt: string | null;
      returnedAt: string | null;
      unit: { code: string; name: string } | null;
      procedure: { code: string; name: string } | null;
    }>;
    likelySame: Array<{
      code: string;
      statusText: string;
      channel: Channel;
      receivedAt: string;
      grounds: Array<LikenessGround>;
    }>;
  } | null;
};

export type ForeseeDossierStepMutationVariables = Exact<{
  input: DossierStepInput;
}>;

export type ForeseeDossierStepMutation = { foreseeDossierStep: Array<YearEffectFactsFragment> };

export type DeleteDossierMutationVariables = Exact<{
  code: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
}>;

export type DeleteDossierMutation = { deleteDossier: { code: string } };

export type RestoreDossierMutationVariables = Exact<{
  code: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
}>;

export type RestoreDossierMutation = { restoreDossier: { code: string } };

export type MergeDossiersMutationVariables = Exact<{
  code: Scalars['ID']['input'];
  into: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
}>;

export type MergeDossiersMutation = { mergeDossiers: { code: string } };

export type SplitDossierMutationVariables = Exact<{
  code: Scalars['ID']['input'];
  source: InputMaybe<Scalars['ID']['input']>;
  reason: Scalars['String']['input'];
}>;

export type SplitDossierMutation = { splitDossier: { code: string } };

export type DossierSourceShownFragment = {
  id: string;
  name: string;
  system: string | null;
  mode: DossierSourceMode;
  loginName: string | null;
  hasPassword: boolean;
  rank: number;
  nineIsFinished: boolean;
  enabled: boolean;
  version: number;
  lastContactAt: string | null;
  lastDataAt: string | null;
  units: Array<{ code: string; name: string }>;
};

export type DossierSourcesQueryVariables = Exact<{ [key: string]: never }>;

export type DossierSourcesQuery = {
  dossierSources: Array<
    {
      freshness: {
        state: SendingState;
        lastDay: string | null;
        daysSince: number | null;
        silent: number;
        expected: number;
      };
      pull: { state: SourcePullState } | null;
    } & DossierSourceShownFragment
  >;
};

export type DossierSourceRecordQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type DossierSourceRecordQuery = {
  dossierSource:
    | ({
        waitingReports: number;
        codes: Array<{
          kind: SourceCodeKind;
          theirs: string;
          ours: string;
          unit: { code: string; name: string } | null;
        }>;
        unknownCodes: Array<{
          kind: SourceCodeKind;
          theirs: string;
          called: string | null;
          rows: number;
          suggestions: Array<{ code: string; name: string }>;
        }>;
        tokens: Array<{ id: string; hint: string; createdOn: string; expiresOn: string; lastUsedOn: string | null }>;
        overruled: Array<{
          code: string;
          saidStatus: number;
          standsStatus: number;
          saidChannel: Channel;
          standsChannel: Channel;
          saidFinishedAt: string | null;
          standsFinishedAt: string | null;
          standsBy: string | null;
        }>;
        batches: Array<{
          id: string;
          kind: BatchKind;
          at: string;
          received: number;
          created: number;
          updated: number;
          rejected: number;
          openRows: number;
          waiting: number;
        }>;
      } & DossierSourceShownFragment)
    | null;
};

export type DossierSourceFreshnessQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
}>;

export type DossierSourceFreshnessQuery = {
  dossierSource: {
    id: string;
    freshness: {
      on: string;
      state: SendingState;
      lastDay: string | null;
      daysSince: number | null;
      silent: number;
      expected: number;
      never: number;
      places: Array<{ lastDay: string | null; silent: number; expected: number; unit: { code: string; name: string } }>;
      units: Array<{
        state: SendingState;
        lastDay: string | null;
        daysSince: number | null;
        missed: number;
        usual: number | null;
        unit: { code: string; name: string };
      }>;
    };
  } | null;
};

export type SaveDossierSourceMutationVariables = Exact<{
  input: DossierSourceInput;
}>;

export type SaveDossierSourceMutation = { saveDossierSource: DossierSourceShownFragment };

export type RemoveDossierSourceMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type RemoveDossierSourceMutation = { removeDossierSource: boolean };

export type SetSourceCodesMutationVariables = Exact<{
  source: Scalars['ID']['input'];
  codes: Array<SourceCodeInput> | SourceCodeInput;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type SetSourceCodesMutation = { setSourceCodes: { id: string; version: number } };

export type MakeSourceTokenMutationVariables = Exact<{
  source: Scalars['ID']['input'];
  expiresOn: Scalars['Date']['input'];
}>;

export type MakeSourceTokenMutation = { makeSourceToken: { id: string; token: string } };

export type RetryAfterMappingMutationVariables = Exact<{ [key: string]: never }>;

export type RetryAfterMappingMutation = {
  retryQuarantined: { created: number; updated: number; unchanged: number; rejected: number };
};

export type CitedFigureQueryVariables = Exact<{
  reference: Scalars['ID']['input'];
}>;

export type CitedFigureQuery = {
  figure: {
    reference: string;
    from: string;
    to: string;
    scope: Scope;
    knownAt: string;
    numerator: number;
    denominator: number;
    rate: number | null;
    target: number | null;
    status: AttainmentStatus;
    citedAt: string;
    by: string | null;
    sha256: string;
    holds: boolean;
    indicator: { code: string; name: string; clause: string | null };
    unit: { id: string; code: string; name: string; kind: UnitKind };
    now: FigureFragment | null;
    bridge: {
      points: number | null;
      statusChangedBy: ChangeCause | null;
      steps: Array<{
        cause: ChangeCause;
        numerator: number;
        denominator: number;
        numeratorAfter: number;
        denominatorAfter: number;
        rateAfter: number | null;
        points: number | null;
        statusAfter: AttainmentStatus;
        isListed: boolean;
      }>;
    };
  } | null;
};

export type CiteFigureMutationVariables = Exact<{
  indicator: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  scope: Scope;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type CiteFigureMutation = { citeFigure: { reference: string } };

export type PublishedFigureQueryVariables = Exact<{
  indicator: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  scope: Scope;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type PublishedFigureQuery = {
  unit: {
    id: string;
    attainment: {
      published: {
        reference: string;
        numerator: number;
        denominator: number;
        rate: number | null;
        target: number | null;
        status: AttainmentStatus;
      } | null;
    } & FigureFragment;
  } | null;
};

export type ChangedDossiersQueryVariables = Exact<{
  figure: Scalars['ID']['input'];
  cause: ChangeCause;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type ChangedDossiersQuery = {
  changedDossiers: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      code: string;
      countedThen: CountedAs | null;
      countedNow: CountedAs;
      at: string;
      file: string | null;
      procedure: { code: string; name: string } | null;
      unit: { id: string; code: string; name: string } | null;
      differences: Array<{ field: DossierField; before: string | null; after: string | null }>;
    }>;
  };
};

export type ClosedPeriodRowFragment = {
  id: string;
  from: string;
  to: string;
  name: string;
  knownAt: string;
  closedAt: string;
  closedBy: string | null;
  reopenedAt: string | null;
  reopenedBy: string | null;
  reason: string | null;
  figures: number;
  publicPath: string | null;
  indicator: { code: string; name: string };
};

export type ClosedPeriodsQueryVariables = Exact<{
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type ClosedPeriodsQuery = {
  closedPeriods: {
    totalCount: number;
    nodes: Array<ClosedPeriodRowFragment>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type LastClosingQueryVariables = Exact<{
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;

export type LastClosingQuery = { closedPeriods: { nodes: Array<{ id: string; reopenedAt: string | null }> } };

export type PeriodCorrectionsQueryVariables = Exact<{
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;

export type PeriodCorrectionsQuery = {
  closedPeriods: {
    nodes: Array<{
      id: string;
      corrections: Array<{
        at: string;
        cause: ChangeCause;
        numerator: number;
        denominator: number;
        units: number;
        by: string | null;
      }>;
      differing: Array<{
        reference: string;
        numerator: number;
        denominator: number;
        rate: number | null;
        target: number | null;
        status: AttainmentStatus;
        unit: { id: string; code: string; name: string };
        now: FigureFragment | null;
      }>;
    }>;
  };
};

export type ClosePeriodMutationVariables = Exact<{
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;

export type ClosePeriodMutation = { closePeriod: ClosedPeriodRowFragment };

export type ReopenPeriodMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
}>;

export type ReopenPeriodMutation = { reopenPeriod: ClosedPeriodRowFragment };

export type ChangeOfFigureQueryVariables = Exact<{
  indicator: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
  scope: Scope;
  a: PeriodKnownInput;
  b: PeriodKnownInput;
  by: InputMaybe<ChangeBy>;
}>;

export type ChangeOfFigureQuery = {
  explainChange: {
    points: number | null;
    by: ChangeBy;
    groupCount: number;
    a: { from: string; to: string; unit: { id: string; code: string; name: string; kind: UnitKind } } & FigureFragment;
    b: { from: string; to: string } & FigureFragment;
    parts: Array<{ part: ChangePart; points: number }>;
    groups: Array<{
      code: string;
      name: string;
      numeratorA: number;
      denominatorA: number;
      numeratorB: number;
      denominatorB: number;
      catalogue: number;
      rate: number;
      mix: number;
      points: number;
    }>;
    rest: ChangeSumsFragment | null;
    total: ChangeSumsFragment;
  };
};

export type ChangeSumsFragment = {
  numeratorA: number;
  denominatorA: number;
  numeratorB: number;
  denominatorB: number;
  catalogue: number;
  rate: number;
  mix: number;
  points: number;
};

export type DossierRulesQueryVariables = Exact<{
  code: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type DossierRulesQuery = {
  dossierExplanation: {
    code: string;
    countedAs: CountedAs;
    procedure: { code: string; name: string } | null;
    unit: { id: string; code: string; name: string } | null;
    rules: Array<{ rule: ExplainedRuleName; outcome: RuleOutcome; sentence: string }>;
  } | null;
};

export type PublicPageStateQueryVariables = Exact<{ [key: string]: never }>;

export type PublicPageStateQuery = { publicPage: PublicPageFieldsFragment };

export type SwitchPublicPageMutationVariables = Exact<{
  on: Scalars['Boolean']['input'];
}>;

export type SwitchPublicPageMutation = { switchPublicPage: PublicPageFieldsFragment };

export type PublicPageFieldsFragment = {
  isOn: boolean;
  isFixed: boolean;
  switchedAt: string | null;
  switchedBy: string | null;
};

export type InspectionLineFragment = {
  id: string;
  state: InspectionState;
  title: string;
  from: string;
  to: string;
  leadUnit: { id: string; code: string; name: string } | null;
  waiting: { open: number; overdue: number; nextDue: string | null };
};

export type InspectionsQueryVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
  state: InputMaybe<InspectionState>;
  overdue: Scalars['Boolean']['input'];
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type InspectionsQuery = {
  inspections: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<InspectionLineFragment>;
  };
};

export type InspectionCountsQueryVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
  overdue: Scalars['Boolean']['input'];
}>;

export type InspectionCountsQuery = { inspectionCounts: Array<{ state: InspectionState; count: number }> };

export type InspectionSheetQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type InspectionSheetQuery = {
  inspection:
    | ({
        version: number;
        purpose: string;
        decisionNumber: string | null;
        decisionOn: string | null;
        figuresFrom: string;
        figuresTo: string;
        announcedOn: string | null;
        concludedOn: string | null;
        conclusion: string | null;
        possible: Array<InspectionMove>;
        changeable: boolean;
        by: string | null;
        indicator: { code: string; name: string } | null;
        checklist: { code: string; name: string };
        team: Array<{ id: string; name: string | null; leads: boolean }>;
        inspected: Array<{
          inspected: boolean;
          answers: boolean;
          unit: { id: string; code: string; name: string } | null;
          items: Array<{
            key: string;
            text: string;
            expected: ExpectedAnswer;
            hint: string | null;
            answer: CheckAnswer | null;
            note: string | null;
            departs: boolean;
            version: number;
            by: string | null;
          }>;
          samples: Array<{
            id: string;
            list: SampleList;
            scope: Scope;
            from: string;
            to: string;
            size: number;
            frameSize: number;
            frameSha256: string;
            knownAt: string;
            seed: string | null;
            reason: string | null;
            replaced: boolean;
            by: string | null;
            indicator: { code: string; name: string } | null;
            drawn: Array<{
              place: number;
              code: string;
              result: SampleResult | null;
              note: string | null;
              version: number;
              by: string | null;
            }>;
          }>;
          minutes: Array<{
            reference: string;
            draft: boolean;
            figure: string | null;
            madeAt: string;
            by: string | null;
          }>;
        }>;
        findings: Array<{
          id: string;
          version: number;
          state: FindingState;
          severity: FindingSeverity;
          text: string;
          item: string | null;
          dueOn: string;
          overdue: boolean;
          daysLate: number;
          refused: number;
          possible: Array<FindingAct>;
          unit: { id: string; code: string; name: string } | null;
        }>;
        steps: Array<{
          id: string;
          act: InspectionAct;
          text: string | null;
          finding: string | null;
          dueOn: string | null;
          teamOnly: boolean;
          by: string | null;
          at: string;
          unit: { id: string; name: string } | null;
          files: Array<{ sha256: string; name: string; mediaType: string; bytes: number }>;
        }>;
      } & InspectionLineFragment)
    | null;
};

export type SampleProofQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type SampleProofQuery = {
  inspection: { id: string; inspected: Array<{ samples: Array<{ id: string; holds: boolean | null }> }> } | null;
};

export type ChecklistTextFragment = {
  code: string;
  version: number;
  name: string;
  by: string | null;
  at: string | null;
  items: Array<{ key: string; text: string; expected: ExpectedAnswer; hint: string | null }>;
};

export type InspectionChecklistsQueryVariables = Exact<{ [key: string]: never }>;

export type InspectionChecklistsQuery = { checklists: Array<ChecklistTextFragment> };

export type ChecklistVersionsQueryVariables = Exact<{
  code: Scalars['String']['input'];
}>;

export type ChecklistVersionsQuery = { checklistVersions: Array<ChecklistTextFragment> };

export type SaveChecklistMutationVariables = Exact<{
  code: Scalars['String']['input'];
  name: Scalars['String']['input'];
  items: Array<ChecklistItemInput> | ChecklistItemInput;
  expectedVersion: Scalars['Int']['input'];
}>;

export type SaveChecklistMutation = { saveChecklist: { code: string; version: number } };

export type InspectionCandidatesQueryVariables = Exact<{
  units: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
  search: Scalars['String']['input'];
}>;

export type InspectionCandidatesQuery = { inspectionCandidates: Array<{ id: string; name: string | null }> };

export type PlanInspectionMutationVariables = Exact<{
  input: InspectionInput;
}>;

export type PlanInspectionMutation = { planInspection: { id: string } };

export type ChangeInspectionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  input: InspectionInput;
  expectedVersion: Scalars['Int']['input'];
}>;

export type ChangeInspectionMutation = { changeInspection: { id: string } };

export type MoveInspectionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  move: InspectionMove;
  text: InputMaybe<Scalars['String']['input']>;
  expectedVersion: Scalars['Int']['input'];
}>;

export type MoveInspectionMutation = { moveInspection: { id: string } };

export type AnswerItemMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
  item: Scalars['String']['input'];
  answer: CheckAnswer;
  note: InputMaybe<Scalars['String']['input']>;
  expectedVersion: Scalars['Int']['input'];
}>;

export type AnswerItemMutation = { answerItem: { id: string } };

export type SealSampleMutationVariables = Exact<{
  input: SampleInput;
}>;

export type SealSampleMutation = {
  sealSample: { id: string; inspected: Array<{ samples: Array<{ id: string; seed: string | null }> }> };
};

export type DrawSampleMutationVariables = Exact<{
  sample: Scalars['ID']['input'];
}>;

export type DrawSampleMutation = { drawSample: { id: string } };

export type JudgeDrawnMutationVariables = Exact<{
  sample: Scalars['ID']['input'];
  place: Scalars['Int']['input'];
  result: SampleResult;
  note: InputMaybe<Scalars['String']['input']>;
  expectedVersion: Scalars['Int']['input'];
}>;

export type JudgeDrawnMutation = { judgeDrawn: { id: string } };

export type RecordFindingMutationVariables = Exact<{
  input: FindingInput;
}>;

export type RecordFindingMutation = { recordFinding: { id: string } };

export type StepFindingMutationVariables = Exact<{
  input: FindingStepInput;
}>;

export type StepFindingMutation = { stepFinding: { id: string } };

export type MakeInspectionMinutesMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
}>;

export type MakeInspectionMinutesMutation = { makeInspectionMinutes: { id: string } };

export type MatterStepsFragment = {
  id: string;
  act: MatterAct;
  text: string | null;
  edition: number | null;
  dueOn: string | null;
  by: string | null;
  at: string;
  unit: { id: string; name: string } | null;
  files: Array<{ sha256: string; name: string; mediaType: string; bytes: number }>;
};

export type GuidanceLineFragment = {
  id: string;
  state: GuidanceState;
  edition: number;
  number: string | null;
  dated: string;
  title: string;
  acknowledgeBy: string;
  leadUnit: { id: string; code: string; name: string } | null;
  receipts: { told: number; acknowledged: number; overdue: number };
};

export type GuidanceListQueryVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
  procedure: InputMaybe<Scalars['ID']['input']>;
  state: InputMaybe<GuidanceState>;
  overdue: InputMaybe<Scalars['Boolean']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type GuidanceListQuery = {
  guidanceList: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<GuidanceLineFragment>;
  };
};

export type GuidanceOfProcedureQueryVariables = Exact<{
  procedure: Scalars['ID']['input'];
}>;

export type GuidanceOfProcedureQuery = {
  guidanceList: {
    totalCount: number;
    nodes: Array<{ id: string; title: string; number: string | null; dated: string }>;
  };
};

export type GuidanceSheetQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type GuidanceSheetQuery = {
  guidance:
    | ({
        version: number;
        text: string;
        withdrawnOn: string | null;
        given: boolean;
        by: string | null;
        at: string;
        procedures: Array<{ code: string; name: string }>;
        receivers: Array<{
          state: ReceiptState;
          edition: number;
          acknowledgedOn: string | null;
          by: string | null;
          answers: boolean;
          unit: { id: string; code: string; name: string } | null;
          messages: Array<{ state: MessageState; count: number }>;
        }>;
        questions: Array<{
          id: string;
          version: number;
          text: string;
          askedOn: string;
          answer: string | null;
          answeredOn: string | null;
          public: boolean;
          earlier: Array<{ edition: number; text: string; answeredOn: string; public: boolean }>;
          unit: { id: string; name: string } | null;
        }>;
        editions: Array<{
          edition: number;
          number: string | null;
          dated: string;
          title: string;
          text: string;
          reason: string | null;
          acknowledgeBy: string;
          by: string | null;
          at: string;
        }>;
        steps: Array<MatterStepsFragment>;
      } & GuidanceLineFragment)
    | null;
};

export type GuidanceForeseenQueryVariables = Exact<{
  input: GuidanceReceiversInput;
}>;

export type GuidanceForeseenQuery = {
  guidanceForeseen: { told: number; muteCount: number; mute: Array<{ id: string; name: string }> };
};

export type IssueGuidanceMutationVariables = Exact<{
  input: GuidanceInput;
}>;

export type IssueGuidanceMutation = { issueGuidance: { id: string } };

export type ChangeGuidanceMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  input: GuidanceInput;
  reason: Scalars['String']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type ChangeGuidanceMutation = { changeGuidance: { id: string } };

export type WithdrawGuidanceMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type WithdrawGuidanceMutation = { withdrawGuidance: { id: string } };

export type AcknowledgeGuidanceMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
  edition: Scalars['Int']['input'];
}>;

export type AcknowledgeGuidanceMutation = { acknowledgeGuidance: { id: string } };

export type AskAboutGuidanceMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
  text: Scalars['String']['input'];
}>;

export type AskAboutGuidanceMutation = { askAboutGuidance: { id: string } };

export type AnswerGuidanceMutationVariables = Exact<{
  question: Scalars['ID']['input'];
  text: Scalars['String']['input'];
  public: Scalars['Boolean']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type AnswerGuidanceMutation = { answerGuidance: { id: string } };

export type MeasureLineFragment = {
  id: string;
  state: MeasureState;
  overdue: boolean;
  title: string;
  ownerPost: string | null;
  ownerName: string | null;
  due: string;
  effect: MeasureEffect;
  expected: number;
  unit: { id: string; code: string; name: string } | null;
};

export type MeasuresQueryVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
  state: InputMaybe<MeasureState>;
  difficulty: InputMaybe<Scalars['ID']['input']>;
  overdue: InputMaybe<Scalars['Boolean']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type MeasuresQuery = {
  measures: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<MeasureLineFragment>;
  };
};

export type MeasureCountsQueryVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
  difficulty: InputMaybe<Scalars['ID']['input']>;
  overdue: InputMaybe<Scalars['Boolean']['input']>;
}>;

export type MeasureCountsQuery = { measureCounts: Array<{ state: MeasureState; count: number }> };

export type MeasureSheetQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type MeasureSheetQuery = {
  measure:
    | ({
        version: number;
        text: string | null;
        ownerAccount: string | null;
        begin: string;
        begunOn: string | null;
        endedOn: string | null;
        difficulty: string | null;
        by: string | null;
        possible: Array<MeasureAct>;
        kept: boolean;
        indicator: { code: string; name: string } | null;
        procedure: { code: string; name: string } | null;
        judgements: Array<{
          id: string;
          effect: MeasureEffect;
          expected: number;
          came: number | null;
          asExpected: boolean | null;
          misfit: MeasureMisfit | null;
          text: string | null;
          struckOn: string | null;
          struckReason: string | null;
          by: string | null;
          at: string;
          before: {
            reference: string;
            from: string;
            to: string;
            numerator: number;
            denominator: number;
            rate: number | null;
          };
          after: {
            reference: string;
            from: string;
            to: string;
            numerator: number;
            denominator: number;
            rate: number | null;
          };
        }>;
        steps: Array<MatterStepsFragment>;
      } & MeasureLineFragment)
    | null;
};

export type PlanMeasureMutationVariables = Exact<{
  input: MeasureInput;
}>;

export type PlanMeasureMutation = { planMeasure: { id: string } };

export type ChangeMeasureMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  input: MeasureInput;
  expectedVersion: Scalars['Int']['input'];
}>;

export type ChangeMeasureMutation = { changeMeasure: { id: string } };

export type StepMeasureMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  act: MeasureAct;
  text: InputMaybe<Scalars['String']['input']>;
  since: InputMaybe<Scalars['Date']['input']>;
  expectedVersion: Scalars['Int']['input'];
}>;

export type StepMeasureMutation = { stepMeasure: { id: string } };

export type JudgeMeasureMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  before: MeasureDaysInput;
  after: MeasureDaysInput;
  text: InputMaybe<Scalars['String']['input']>;
  expectedVersion: Scalars['Int']['input'];
}>;

export type JudgeMeasureMutation = { judgeMeasure: { id: string } };

export type StrikeJudgementMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  judgement: Scalars['ID']['input'];
  text: Scalars['String']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type StrikeJudgementMutation = { strikeJudgement: { id: string } };

export type TaskLineFragment = {
  id: string;
  version: number;
  state: TaskState;
  dueOn: string;
  overdue: boolean;
  daysLate: number;
  returned: number;
  extended: number;
  unit: { id: string; code: string; name: string } | null;
};

export type DirectionTasksQueryVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
  state: InputMaybe<TaskState>;
  report: InputMaybe<Scalars['ID']['input']>;
  overdue: InputMaybe<Scalars['Boolean']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type DirectionTasksQuery = {
  directionTasks: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<
      {
        direction: {
          id: string;
          text: string;
          number: string | null;
          givenOn: string;
          report: { id: string; name: string; replacedBy: { id: string } | null };
        };
      } & TaskLineFragment
    >;
  };
};

export type DirectionTaskCountsQueryVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
  report: InputMaybe<Scalars['ID']['input']>;
  overdue: InputMaybe<Scalars['Boolean']['input']>;
}>;

export type DirectionTaskCountsQuery = { directionTaskCounts: Array<{ state: TaskState; count: number }> };

export type DirectionSheetQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type DirectionSheetQuery = {
  direction: {
    id: string;
    text: string;
    number: string | null;
    quote: string | null;
    givenOn: string;
    by: string | null;
    at: string;
    report: {
      id: string;
      name: string;
      number: string | null;
      replacedBy: { id: string; name: string; number: string | null } | null;
    };
    tasks: Array<
      {
        doneOn: string | null;
        settledOn: string | null;
        possible: Array<TaskAct>;
        messages: Array<{ state: MessageState; count: number }>;
        steps: Array<MatterStepsFragment>;
      } & TaskLineFragment
    >;
  } | null;
};

export type ReportsToDirectQueryVariables = Exact<{ [key: string]: never }>;

export type ReportsToDirectQuery = {
  reportPages: {
    nodes: Array<{
      id: string;
      name: string;
      state: ReportState;
      number: string | null;
      replacedBy: { id: string; state: ReportState } | null;
    }>;
  };
};

export type ReportToDirectQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type ReportToDirectQuery = {
  report: {
    id: string;
    name: string;
    content: {
      units: Array<{ code: string; name: string }>;
      parts: Array<{ sentences: Array<{ key: string; text: string | null }> }>;
    };
  } | null;
};

export type EnterDirectionMutationVariables = Exact<{
  input: DirectionInput;
}>;

export type EnterDirectionMutation = { enterDirection: { id: string } };

export type StepTaskMutationVariables = Exact<{
  input: TaskStepInput;
}>;

export type StepTaskMutation = { stepTask: { id: string } };

export type IndexSetFieldsFragment = {
  code: string;
  version: number;
  name: string;
  source: string | null;
  savedAt: string;
  savedBy: string | null;
  differsFrom: number | null;
  inputs: Array<{ name: string; label: string; kind: IndexInputKind; indicator: string | null }>;
  components: Array<{ code: string; name: string; maximum: string; expression: string; evidence: string | null }>;
};

export type IndexSetsQueryVariables = Exact<{
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type IndexSetsQuery = { indexSets: Array<IndexSetFieldsFragment> };

export type IndexSetEditionsQueryVariables = Exact<{
  set: Scalars['ID']['input'];
}>;

export type IndexSetEditionsQuery = { indexSetVersions: Array<IndexSetFieldsFragment> };

export type TryIndexSetQueryVariables = Exact<{
  code: Scalars['ID']['input'];
  input: IndexSetInput;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  kind: UnitKind;
}>;

export type TryIndexSetQuery = { tryIndexSet: TriedScoresFragment };

export type ScoresInUseQueryVariables = Exact<{
  set: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  kind: UnitKind;
}>;

export type ScoresInUseQuery = { indexScores: TriedScoresFragment };

export type TriedScoresFragment = {
  rows: Array<{ rank: number | null; sum: number; outOf: number; unit: { id: string; code: string; name: string } }>;
};

export type IndexScoresQueryVariables = Exact<{
  set: Scalars['ID']['input'];
  version: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  kind: UnitKind;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type IndexScoresQuery = {
  indexScores: {
    set: IndexSetFieldsFragment;
    rows: Array<{
      rank: number | null;
      sum: number;
      outOf: number;
      complete: boolean;
      unit: { id: string; code: string; name: string; parent: { id: string; code: string; name: string } | null };
      components: Array<{ code: string; score: number | null }>;
      inputs: Array<{
        name: string;
        value: number | null;
        numerator: number | null;
        denominator: number | null;
        evidence: string | null;
      }>;
      gains: Array<{ input: string; more: number; points: number }>;
    }>;
  };
};

export type SaveIndexSetMutationVariables = Exact<{
  code: Scalars['ID']['input'];
  input: IndexSetInput;
  expectedVersion: Scalars['Int']['input'];
}>;

export type SaveIndexSetMutation = { saveIndexSet: IndexSetFieldsFragment };

export type SetIndexValuesMutationVariables = Exact<{
  set: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  kind: UnitKind;
  values: Array<IndexValueInput> | IndexValueInput;
}>;

export type SetIndexValuesMutation = { setIndexValues: { rows: Array<{ sum: number }> } };

export type StandingsQueryVariables = Exact<{
  indicator: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
  under: InputMaybe<Scalars['ID']['input']>;
  kind: InputMaybe<UnitKind>;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type StandingsQuery = {
  forecast: Array<{
    expected: number;
    needed: number | null;
    neededShare: number | null;
    projected: number | null;
    projectedLow: number | null;
    projectedHigh: number | null;
    outlook: Outlook;
    impossibleFrom: string | null;
    unit: {
      id: string;
      code: string;
      name: string;
      kind: UnitKind;
      parent: { id: string; code: string; name: string } | null;
    };
    soFar: {
      to: string;
      numerator: number;
      denominator: number;
      rate: number | null;
      target: number | null;
      status: AttainmentStatus;
      missing: number | null;
    };
    milestone: {
      month: number;
      mark: number;
      numerator: number;
      denominator: number;
      rate: number | null;
      behind: boolean | null;
      missing: number | null;
    } | null;
    months: Array<{ from: string; numerator: number; denominator: number; expected: boolean }>;
  }>;
};

export type StandingDetailQueryVariables = Exact<{
  unit: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type StandingDetailQuery = {
  unit: {
    id: string;
    forecast: {
      contributions: Array<{
        own: boolean;
        numerator: number;
        denominator: number;
        rate: number | null;
        gap: number;
        unit: { id: string; code: string; name: string };
      }>;
    } | null;
  } | null;
};

export type ProcedureContributionsQueryVariables = Exact<{
  unit: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type ProcedureContributionsQuery = {
  unit: {
    id: string;
    forecast: {
      procedureContributions: Array<{
        numerator: number;
        denominator: number;
        rate: number | null;
        gap: number;
        procedure: { code: string; name: string } | null;
      }> | null;
    } | null;
  } | null;
};

export type ForecastErrorsQueryVariables = Exact<{
  indicator: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type ForecastErrorsQuery = {
  forecastQuality: {
    on: string;
    until: string | null;
    errors: Array<{
      kind: UnitKind;
      withUnits: boolean;
      method: ForecastMethod | null;
      judged: number;
      forecast: number | null;
      soFar: number | null;
      lastMonth: number | null;
    }>;
  };
};

export type RankingQueryVariables = Exact<{
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  under: InputMaybe<Scalars['ID']['input']>;
  kind: UnitKind;
  minimum: InputMaybe<Scalars['Int']['input']>;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type RankingQuery = {
  ranking: Array<{
    rank: number | null;
    previousRank: number | null;
    previousFrom: string | null;
    previousTo: string | null;
    unranked: Unranked | null;
    note: string | null;
    attainment: {
      numerator: number;
      denominator: number;
      rate: number | null;
      target: number | null;
      status: AttainmentStatus;
      missing: number | null;
      unit: { id: string; code: string; name: string; parent: { id: string; code: string; name: string } | null };
    };
  }>;
};

export type MyWorkQueryVariables = Exact<{ [key: string]: never }>;

export type MyWorkQuery = {
  myWork: Array<{
    kind: WaitingKind;
    count: number;
    overdue: number;
    oldest: string | null;
    due: string | null;
    path: string;
    items: Array<{
      about: string | null;
      since: string | null;
      due: string | null;
      path: string;
      unit: { id: string; code: string; name: string } | null;
    }>;
  }>;
};

export type WaitingCountQueryVariables = Exact<{ [key: string]: never }>;

export type WaitingCountQuery = {
  myWork: Array<{ kind: WaitingKind; count: number; overdue: number }>;
  myNews: Array<{ id: string; path: string }>;
};

export type MyNewsQueryVariables = Exact<{ [key: string]: never }>;

export type MyNewsQuery = {
  myNews: Array<{
    id: string;
    kind: NewsKind;
    about: string | null;
    at: string;
    path: string;
    unit: { id: string; code: string; name: string } | null;
  }>;
};

export type ReadNewsMutationVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;

export type ReadNewsMutation = { readNews: number };

export type SystemHealthQueryVariables = Exact<{ [key: string]: never }>;

export type SystemHealthQuery = {
  systemHealth: {
    version: string;
    startedAt: string;
    now: string;
    embedded: boolean;
    databaseVersion: string;
    databaseBytes: number;
    connectionsInUse: number;
    connectionsMost: number;
    connectionsWaitedFor: number;
    lastMomentAt: string | null;
    dossiers: number;
    lastIngestAt: string | null;
    openQuarantine: number;
    lastBackupAt: string | null;
    nextBackupAt: string | null;
    auditRows: number;
    auditHead: string | null;
    diskFreeBytes: number | null;
    diskTotalBytes: number | null;
    migrations: number;
    lastMigration: string | null;
    warnings: Array<{ code: string; grade: HealthGrade; text: string; toDo: string }>;
  };
};

export type BackupsQueryVariables = Exact<{ [key: string]: never }>;

export type BackupsQuery = {
  backups: {
    count: number;
    everyHours: number;
    keep: number;
    nextAt: string | null;
    running: { origin: BackupOrigin; startedAt: string; done: number; of: number } | null;
    files: Array<{
      name: string;
      takenAt: string;
      bytes: number;
      origin: BackupOrigin | null;
      product: string | null;
      check: BackupCheck | null;
    }>;
  };
};

export type CheckBackupMutationVariables = Exact<{
  name: Scalars['String']['input'];
}>;

export type CheckBackupMutation = { checkBackup: { count: number } };

export type StartBackupMutationVariables = Exact<{ [key: string]: never }>;

export type StartBackupMutation = { startBackup: { count: number } };

export type PlansToCopyQueryVariables = Exact<{
  issuer: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
}>;

export type PlansToCopyQuery = {
  targetPlans: Array<{ id: string; year: number; state: PlanState; decision: { number: string } | null }>;
};

export type CopyTargetsMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  from: Scalars['ID']['input'];
  overwrite: InputMaybe<Scalars['Boolean']['input']>;
  limits: InputMaybe<Scalars['Boolean']['input']>;
  preview: InputMaybe<Scalars['Boolean']['input']>;
}>;

export type CopyTargetsMutation = {
  copyTargets: {
    plan: { id: string };
    targets: Array<{
      percent: number;
      scope: Scope;
      locked: boolean;
      unit: { id: string; code: string; name: string; kind: UnitKind };
      mergedFrom: Array<{ id: string; name: string }>;
    }>;
    limits: Array<{ floor: number | null; ceiling: number | null; unit: { id: string; code: string } }>;
    kept: Array<{ id: string; name: string }>;
    left: Array<{ percent: number; why: NotCarriedReason; unit: { id: string; name: string } }>;
  };
};

export type PlanDayChangesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  day: Scalars['Date']['input'];
}>;

export type PlanDayChangesQuery = {
  targetPlan: {
    id: string;
    changesOn: {
      came: Array<{ id: string; name: string }>;
      gone: Array<{ id: string; name: string }>;
      passed: Array<{
        percent: number;
        unit: { id: string; name: string };
        mergedFrom: Array<{ id: string; name: string }>;
      }>;
      left: Array<{ unit: { id: string; name: string } }>;
    };
  } | null;
};

export type SetEffectiveDayMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  effectiveOn: Scalars['Date']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type SetEffectiveDayMutation = { setEffectiveDay: { id: string } };

export type PaperFragment = {
  reference: string;
  madeAt: string;
  by: string | null;
  planVersion: number;
  state: PlanState;
  standing: {
    standing: PaperStanding;
    isCurrent: boolean;
    replacedFrom: string | null;
    replacedBy: { id: string; decision: { number: string } | null } | null;
  };
};

export type WordsFragment = {
  superiorBody: Array<string>;
  body: Array<string>;
  numbering: string;
  place: string;
  subject: string;
  authority: string;
  bases: Array<string>;
  articles: Array<string>;
  recipients: Array<string>;
  signature: Array<string>;
  signer: string;
  annexTitle: string;
};

export type WordsInUseFragment = {
  unit: string | null;
  version: number;
  origin: TemplateOrigin;
  words: WordsFragment;
  versions: Array<{ version: number; madeAt: string; by: string | null }>;
};

export type ScansFragment = { scans: Array<{ sha256: string; name: string; mediaType: string; bytes: number }> };

export type PlanPapersQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type PlanPapersQuery = {
  targetPlan:
    | ({ id: string; state: PlanState; documentFacts: unknown | null; documents: Array<PaperFragment> } & ScansFragment)
    | null;
};

export type WordsInUseQueryVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
}>;

export type WordsInUseQuery = { documentTemplate: WordsInUseFragment };

export type WordsThenQueryVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
  version: Scalars['Int']['input'];
}>;

export type WordsThenQuery = { documentTemplate: { words: WordsFragment } };

export type PaperByReferenceQueryVariables = Exact<{
  reference: Scalars['ID']['input'];
}>;

export type PaperByReferenceQuery = {
  planDocument:
    | ({
        content: unknown;
        plan: { id: string; year: number; issuer: { id: string; code: string; name: string } };
      } & PaperFragment)
    | null;
};

export type MakePaperMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
}>;

export type MakePaperMutation = { makePlanDocument: PaperFragment };

export type SaveWordsMutationVariables = Exact<{
  unit: InputMaybe<Scalars['ID']['input']>;
  template: DecisionWordsInput;
  expectedVersion: Scalars['Int']['input'];
}>;

export type SaveWordsMutation = { saveDocumentTemplate: WordsInUseFragment };

export type AttachScanMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  files: Array<ScanInput> | ScanInput;
}>;

export type AttachScanMutation = { attachScan: { id: string } & ScansFragment };

export type PlanToWriteQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type PlanToWriteQuery = {
  targetPlan: {
    id: string;
    year: number;
    documentFacts: unknown | null;
    issuer: { id: string; code: string; name: string; kind: UnitKind };
  } | null;
};

export type PlanStandingFragment = {
  standing: {
    required: number | null;
    madeFor: number | null;
    changed: boolean;
    addsUp: boolean | null;
    residualPoints: number;
    residualDossiers: number;
    since: string | null;
    issuerEndedOn: string | null;
    successor: { id: string; name: string } | null;
    byPlan: { id: string; decision: { number: string } | null } | null;
  };
};

export type PlanDatesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type PlanDatesQuery = {
  targetPlan: { id: string; assignBy: string | null; acknowledgeBy: string | null } | null;
};

export type AssignmentsQueryVariables = Exact<{
  indicator: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
  under: InputMaybe<Scalars['ID']['input']>;
}>;

export type AssignmentsQuery = {
  assignments: Array<{
    mustAssign: boolean;
    hasAssigned: boolean;
    assignDaysLeft: number | null;
    acknowledgeDaysLeft: number | null;
    children: number;
    assigned: number;
    acknowledged: number;
    mayAcknowledge: boolean;
    unit: { id: string; code: string; name: string };
    target: {
      percent: number;
      acknowledgement: { at: string; by: string | null; note: string | null; carriedOver: boolean } | null;
    };
    byPlan: { id: string; assignBy: string | null; acknowledgeBy: string | null; decision: { number: string } | null };
    plan: {
      id: string;
      state: PlanState;
      standing: { changed: boolean; addsUp: boolean | null; issuerEndedOn: string | null };
      rollUp: { required: number | null; feasible: boolean };
    } | null;
  }>;
};

export type SetPlanDatesMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  assignBy: InputMaybe<Scalars['Date']['input']>;
  acknowledgeBy: InputMaybe<Scalars['Date']['input']>;
  seen: PlanDatesInput;
}>;

export type SetPlanDatesMutation = {
  setPlanDates: { id: string; assignBy: string | null; acknowledgeBy: string | null };
};

export type AcknowledgeTargetMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
  note: InputMaybe<Scalars['String']['input']>;
}>;

export type AcknowledgeTargetMutation = { acknowledgeTarget: { id: string } };

export type PlanMarksFragment = {
  targets: Array<{
    unit: { id: string; code: string };
    milestones: Array<{ month: number; percent: number; season: MarkSeason; stale: boolean }>;
  }>;
} & PlanTargetsFragment;

export type PlanMarksNowQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type PlanMarksNowQuery = { targetPlan: PlanMarksFragment | null };

export type SetMilestonesMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  marks: Array<MilestoneInput> | MilestoneInput;
  expectedVersion: Scalars['Int']['input'];
}>;

export type SetMilestonesMutation = { setMilestones: PlanMarksFragment };

export type UnitYearQueryVariables = Exact<{
  unit: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;

export type UnitYearQuery = {
  unit: { id: string; code: string; series: Array<{ from: string; numerator: number; denominator: number }> } | null;
};

export type PlanTargetsFragment = {
  id: string;
  version: number;
  state: PlanState;
  targets: Array<{ percent: number; scope: Scope; locked: boolean; unit: { id: string; code: string } }>;
  inputs: AllInputsFragment;
};

export type PlanEventsFragment = {
  events: Array<{
    version: number;
    what: string;
    fromState: PlanState | null;
    toState: PlanState | null;
    reason: string | null;
    at: string;
    by: string | null;
  }>;
};

export type PlanQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type PlanQuery = {
  targetPlan:
    | ({
        year: number;
        required: number | null;
        basisFrom: string | null;
        basisTo: string | null;
        inForceFrom: string | null;
        inForceTo: string | null;
        replacedFrom: string | null;
        basisFrozen: boolean;
        effectiveOn: string | null;
        reason: string | null;
        issuer: { id: string; code: string; name: string; kind: UnitKind; type: string };
        indicator: { code: string; name: string };
        children: Array<{
          isIssuer: boolean;
          volume: number;
          baseline: number | null;
          countedVolume: number;
          countedBaseline: number | null;
          unit: { id: string; code: string; name: string; kind: UnitKind; aliases: Array<string> };
        }>;
        decision: { id: string; number: string; issuedOn: string; effectiveOn: string } | null;
        amends: {
          id: string;
          decision: { number: string } | null;
          targets: Array<{ percent: number; unit: { id: string; code: string } }>;
        } | null;
      } & PlanTargetsFragment &
        PlanEventsFragment &
        PlanStandingFragment)
    | null;
};

export type PlanMonthsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;

export type PlanMonthsQuery = {
  targetPlan: {
    id: string;
    children: Array<{
      isIssuer: boolean;
      unit: { id: string; code: string; series: Array<{ from: string; numerator: number; denominator: number }> };
    }>;
  } | null;
};

export type PlanNowQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type PlanNowQuery = { targetPlan: PlanTargetsFragment | null };

export type PlanSuccessorsQueryVariables = Exact<{
  year: Scalars['Int']['input'];
  indicator: Scalars['ID']['input'];
}>;

export type PlanSuccessorsQuery = {
  targetPlans: Array<{
    id: string;
    state: PlanState;
    inForceFrom: string | null;
    decision: { number: string } | null;
    amends: { id: string } | null;
  }>;
};

export type PlanHistoryQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type PlanHistoryQuery = {
  targetPlan: {
    id: string;
    events: Array<{
      version: number;
      what: string;
      fromState: PlanState | null;
      toState: PlanState | null;
      reason: string | null;
      at: string;
      by: string | null;
      numbers: {
        count: number;
        effectiveOn: string | null;
        targets: Array<{
          before: number | null;
          after: number | null;
          locked: boolean | null;
          unit: { id: string; name: string };
        }>;
        proposedBy: { method: CascadeMethod; policy: CascadePolicy; step: number; required: number | null } | null;
      } | null;
    }>;
  } | null;
};

export type SetTargetsMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  targets: Array<TargetInput> | TargetInput;
  expectedVersion: Scalars['Int']['input'];
  proposedBy: InputMaybe<CascadeMethod>;
}>;

export type SetTargetsMutation = { setTargets: PlanTargetsFragment };

export type ClearTargetsMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  units: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type ClearTargetsMutation = { clearTargets: PlanTargetsFragment };

export type MovePlanMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  to: PlanState;
  reason: InputMaybe<Scalars['String']['input']>;
  decision: InputMaybe<DecisionInput>;
  effectiveOn: InputMaybe<Scalars['Date']['input']>;
}>;

export type MovePlanMutation = { movePlan: PlanTargetsFragment };

export type PlansQueryVariables = Exact<{
  year: Scalars['Int']['input'];
  indicator: InputMaybe<Scalars['ID']['input']>;
  on: Scalars['Date']['input'];
}>;

export type PlansQuery = {
  targetPlans: Array<{
    id: string;
    version: number;
    state: PlanState;
    year: number;
    inForceFrom: string | null;
    inForceTo: string | null;
    replacedFrom: string | null;
    holdsUntil: string | null;
    issuer: { id: string; code: string; name: string; kind: UnitKind };
    indicator: { code: string; name: string };
    targets: Array<{ unit: { id: string; code: string } }>;
    rollUp: {
      required: number | null;
      achieved: number | null;
      feasible: boolean;
      residualPoints: number;
      residualDossiers: number;
      missingUnits: Array<{ id: string; code: string }>;
    };
    decision: { number: string; issuedOn: string } | null;
    amends: { id: string } | null;
    standing: { changed: boolean; addsUp: boolean | null; issuerEndedOn: string | null };
  }>;
  issuers: { nodes: Array<{ id: string; code: string; name: string; kind: UnitKind }> };
};

export type PlanYearsQueryVariables = Exact<{ [key: string]: never }>;

export type PlanYearsQuery = { targetPlans: Array<{ id: string; year: number }> };

export type PlanHoldersQueryVariables = Exact<{
  indicator: InputMaybe<Scalars['ID']['input']>;
  on: Scalars['Date']['input'];
}>;

export type PlanHoldersQuery = {
  targetPlans: Array<{ id: string; year: number; state: PlanState; issuer: { id: string; code: string } }>;
  issuers: { nodes: Array<{ id: string; code: string; name: string }> };
};

export type CreatePlanMutationVariables = Exact<{
  input: TargetPlanInput;
}>;

export type CreatePlanMutation = { createTargetPlan: { id: string } };

export type AllInputsFragment = {
  policy: CascadePolicy | null;
  step: number | null;
  method: CascadeMethod | null;
  required: number | null;
  effort: Array<{ points: number | null; weight: number }> | null;
  units: Array<{
    volume: number | null;
    baseline: number | null;
    floor: number | null;
    ceiling: number | null;
    unit: { id: string; code: string };
  }>;
};

export type SetPlanInputsMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  units: InputMaybe<Array<UnitInputsInput> | UnitInputsInput>;
  policy: InputMaybe<CascadePolicy>;
  step: InputMaybe<Scalars['Percent']['input']>;
  method: InputMaybe<CascadeMethod>;
  required: InputMaybe<Scalars['Percent']['input']>;
  effort: InputMaybe<Array<EffortBandInput> | EffortBandInput>;
  expectedVersion: Scalars['Int']['input'];
}>;

export type SetPlanInputsMutation = { setPlanInputs: PlanTargetsFragment };

export type ScenarioFactsFragment = {
  id: string;
  name: string;
  version: number;
  at: string;
  contributors: Array<string>;
  inputs: AllInputsFragment;
  targets: Array<{ percent: number; scope: Scope; locked: boolean; unit: { id: string; code: string } }>;
};

export type PlanScenariosQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type PlanScenariosQuery = { targetPlan: { id: string; scenarios: Array<ScenarioFactsFragment> } | null };

export type SaveScenarioMutationVariables = Exact<{
  input: ScenarioInput;
}>;

export type SaveScenarioMutation = { saveScenario: ScenarioFactsFragment };

export type DeleteScenarioMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type DeleteScenarioMutation = { deleteScenario: boolean };

export type TakeScenarioMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type TakeScenarioMutation = { takeScenario: PlanTargetsFragment };

export type PlanRehearsalQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
  scenario: InputMaybe<Scalars['ID']['input']>;
}>;

export type PlanRehearsalQuery = {
  targetPlan: {
    id: string;
    rehearsal: { from: string; to: string; rows: Array<RehearsalFactsFragment>; whole: RehearsalFactsFragment | null };
  } | null;
};

export type RehearsalFactsFragment = {
  scope: Scope;
  numerator: number;
  denominator: number;
  target: number | null;
  status: AttainmentStatus;
  missing: number;
  unit: { id: string; code: string; name: string };
};

export type CommentPartsFragment = {
  id: string;
  answers: string | null;
  side: CommentSide;
  body: string | null;
  by: string | null;
  mine: boolean;
  at: string;
  resolvedAt: string | null;
  withdrawnAt: string | null;
  unit: { id: string; code: string; name: string } | null;
};

export type CounterPartsFragment = {
  id: string;
  percent: number;
  insteadOf: number;
  grounds: string | null;
  state: CounterState;
  by: string | null;
  at: string;
  answer: string | null;
  answeredBy: string | null;
  endedAt: string | null;
  unit: { id: string; code: string; name: string };
};

export type PlanTalkQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type PlanTalkQuery = {
  targetPlan: {
    id: string;
    consultedUntil: string | null;
    consultedVersion: number;
    comments: Array<CommentPartsFragment>;
    counterProposals: Array<CounterPartsFragment>;
    notedProposals: Array<CounterPartsFragment>;
  } | null;
};

export type OpenConsultationMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  until: InputMaybe<Scalars['Date']['input']>;
  expectedVersion: Scalars['Int']['input'];
}>;

export type OpenConsultationMutation = {
  openConsultation: { id: string; consultedUntil: string | null; consultedVersion: number };
};

export type AddPlanCommentMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  unit: InputMaybe<Scalars['ID']['input']>;
  body: Scalars['String']['input'];
  answers: InputMaybe<Scalars['ID']['input']>;
}>;

export type AddPlanCommentMutation = { addPlanComment: CommentPartsFragment };

export type ResolvePlanCommentMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  resolved: Scalars['Boolean']['input'];
}>;

export type ResolvePlanCommentMutation = { resolvePlanComment: CommentPartsFragment };

export type WithdrawPlanCommentMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type WithdrawPlanCommentMutation = { withdrawPlanComment: CommentPartsFragment };

export type MakeCounterProposalMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
  percent: Scalars['Percent']['input'];
  grounds: Scalars['String']['input'];
}>;

export type MakeCounterProposalMutation = { makeCounterProposal: CounterPartsFragment };

export type WithdrawCounterProposalMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type WithdrawCounterProposalMutation = { withdrawCounterProposal: CounterPartsFragment };

export type AnswerCounterProposalMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  how: CounterAnswer;
  answer: InputMaybe<Scalars['String']['input']>;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type AnswerCounterProposalMutation = { answerCounterProposal: CounterPartsFragment };

export type BePresentMutationVariables = Exact<{
  plan: Scalars['ID']['input'];
  unit: InputMaybe<Scalars['ID']['input']>;
  field: InputMaybe<Scalars['String']['input']>;
}>;

export type BePresentMutation = {
  bePresent: {
    version: number;
    said: string | null;
    people: Array<{ name: string; unit: string | null; field: string | null; since: string }>;
  };
};

export type ConsultationsQueryVariables = Exact<{ [key: string]: never }>;

export type ConsultationsQuery = {
  consultations: Array<{
    plan: string;
    year: number;
    state: PlanState;
    consultedUntil: string | null;
    maySay: boolean;
    mayPropose: boolean;
    percent: number;
    scope: Scope;
    locked: boolean;
    volume: number | null;
    volumeTyped: boolean;
    baseline: number | null;
    baselineTyped: boolean;
    unit: { id: string; code: string; name: string };
    issuer: { id: string; code: string; name: string } | null;
    indicator: { code: string; name: string };
    comments: Array<CommentPartsFragment>;
    counterProposals: Array<CounterPartsFragment>;
  }>;
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
  below: Array<{ target: number | null; unit: { id: string; parent: { id: string; code: string } | null } }>;
  today?: { id: string; attainment: FigureFragment } | null;
};

export type FigureDossiersQueryVariables = Exact<{
  unit: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  scope: Scope;
  countedAs: InputMaybe<CountedAs>;
  counted: InputMaybe<Scalars['Boolean']['input']>;
  procedure: InputMaybe<Scalars['ID']['input']>;
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

export type FigureServicesQueryVariables = Exact<{
  unit: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  scope: Scope;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type FigureServicesQuery = {
  services: {
    numerator: number;
    denominator: number;
    inNumerator: Array<{ code: string; name: string }>;
    others: Array<{ code: string; name: string }>;
  };
};

export type FigureOfProcedureQueryVariables = Exact<{
  procedure: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  scope: Scope;
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type FigureOfProcedureQuery = {
  procedure: {
    code: string;
    name: string;
    rate: { numerator: number; denominator: number; notCounted: number };
  } | null;
};

export type FigureFragment = {
  numerator: number;
  denominator: number;
  rate: number | null;
  target: number | null;
  status: AttainmentStatus;
  missing: number | null;
};

export type MonthsOfYearFragment = {
  expected: number;
  projected: number | null;
  outlook: Outlook;
  soFar: { to: string; numerator: number; denominator: number; target: number | null };
  milestone: {
    month: number;
    mark: number;
    numerator: number;
    denominator: number;
    behind: boolean | null;
    missing: number | null;
  } | null;
  months: Array<{ from: string; numerator: number; denominator: number; expected: boolean }>;
};

export type OverviewQueryVariables = Exact<{
  root: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  beforeFrom: Scalars['Date']['input'];
  before: Scalars['Date']['input'];
  seriesFrom: Scalars['Date']['input'];
  compare: Scalars['Boolean']['input'];
  byMonth: Scalars['Boolean']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  year: Scalars['Int']['input'];
  on: InputMaybe<Scalars['Date']['input']>;
  ofYear: Scalars['Boolean']['input'];
}>;

export type OverviewQuery = {
  unit: {
    id: string;
    code: string;
    name: string;
    kind: UnitKind;
    parent: { id: string; code: string; name: string } | null;
    now: {
      published: { reference: string; numerator: number; denominator: number; target: number | null } | null;
    } & FigureFragment;
    before?: FigureFragment;
    series?: Array<{ from: string; to: string; numerator: number; denominator: number }>;
    forecast?:
      | ({
          projectedLow: number | null;
          projectedHigh: number | null;
          marks: Array<{ month: number; mark: number }>;
        } & MonthsOfYearFragment)
      | null;
    children?: Array<{
      id: string;
      code: string;
      name: string;
      kind: UnitKind;
      forecast:
        | ({
            contributions: Array<{ own: boolean; gap: number; unit: { id: string; code: string; name: string } }>;
          } & MonthsOfYearFragment)
        | null;
    }>;
  } | null;
  boundaries: { at: string } | null;
  standings: Array<
    {
      unit: { id: string; code: string; name: string; kind: UnitKind; parent: { id: string; code: string } | null };
    } & FigureFragment
  >;
  standingsBefore?: Array<{
    numerator: number;
    denominator: number;
    status: AttainmentStatus;
    unit: { id: string; code: string; name: string; parent: { id: string; code: string } | null };
  }>;
};

export type UnitMattersQueryVariables = Exact<{
  under: Scalars['ID']['input'];
}>;

export type UnitMattersQuery = {
  unitMatters: Array<{
    reminders: number;
    lastTold: string | null;
    lastAnswered: string | null;
    difficulties: number;
    unit: { id: string; code: string };
  }>;
};

export type UnitSpeakersQueryVariables = Exact<{
  under: Scalars['ID']['input'];
}>;

export type UnitSpeakersQuery = {
  unitSpeakers: Array<{
    beyond: number;
    unit: { id: string; code: string };
    people: Array<{ name: string; username: string }>;
    contacts: Array<{ id: string; name: string; email: string }>;
  }>;
};

export type LatestReportsQueryVariables = Exact<{ [key: string]: never }>;

export type LatestReportsQuery = {
  reportPages: {
    nodes: Array<{
      id: string;
      name: string;
      state: ReportState;
      number: string | null;
      dated: string | null;
      replacedBy: { id: string; state: ReportState } | null;
    }>;
  };
};

export type ReportLineFragment = {
  id: string;
  version: number;
  kind: ReportKind;
  from: string;
  to: string;
  name: string;
  state: ReportState;
  givenUp: boolean;
  knownAt: string;
  drawnOn: string;
  number: string | null;
  dated: string | null;
  by: string | null;
  takesNewFigures: boolean;
  replaces: { id: string } | null;
  replacedBy: { id: string; state: ReportState } | null;
  indicator: { code: string; name: string };
};

export type ReportsQueryVariables = Exact<{
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type ReportsQuery = {
  reportPages: {
    totalCount: number;
    nodes: Array<ReportLineFragment>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReportFigureFragment = {
  reference: string;
  numerator: number;
  denominator: number;
  rate: number | null;
  target: number | null;
  status: AttainmentStatus;
  missing: number | null;
};

export type ReportUnitLineFragment = {
  code: string;
  name: string;
  now: ReportFigureFragment;
  before: ReportFigureFragment | null;
  yearSoFar: ReportFigureFragment;
};

export type ReportMovedLineFragment = {
  code: string;
  name: string;
  reference: string | null;
  numerator: number;
  denominator: number;
  numeratorAfter: number;
  denominatorAfter: number;
  target: number | null;
  targetAfter: number | null;
};

export type ReportSheetQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type ReportSheetQuery = {
  report:
    | ({
        reference: string;
        sha256: string | null;
        possible: Array<ReportState>;
        withdrawable: boolean;
        closedWithIt: boolean | null;
        replacesWhy: string | null;
        replaces: { id: string; number: string | null; dated: string | null; reference: string } | null;
        replacedBy: {
          id: string;
          state: ReportState;
          number: string | null;
          dated: string | null;
          reference: string;
        } | null;
        moved: Array<ReportMovedLineFragment>;
        steps: Array<{ id: string; act: ReportAct; reason: string | null; by: string | null; at: string }>;
        files: Array<{ form: ReportForm; sha256: string; bytes: number }>;
        content: {
          isEmpty: boolean;
          blocks: unknown;
          templateVersion: number;
          before: { name: string; isReported: boolean } | null;
          redrawn: Array<ReportMovedLineFragment>;
          replacement: {
            reception: number;
            figures: Array<ReportMovedLineFragment>;
            sentences: Array<{ heading: string; before: string | null; after: string | null }>;
          } | null;
          province: ReportUnitLineFragment;
          units: Array<ReportUnitLineFragment>;
          parts: Array<{
            heading: string;
            sentences: Array<{
              key: string;
              template: string;
              written: string | null;
              text: string | null;
              table: string | null;
              strange: Array<string>;
              missing: Array<string>;
            }>;
          }>;
        };
      } & ReportLineFragment)
    | null;
};

export type CreateReportMutationVariables = Exact<{
  input: ReportInput;
}>;

export type CreateReportMutation = { createReport: { id: string } };

export type ReportDeliveriesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type ReportDeliveriesQuery = {
  report: {
    id: string;
    deliveries: Array<{
      id: string;
      replaces: string | null;
      sha256: string;
      at: string;
      receivedAt: string | null;
      receivedBy: string | null;
      receivable: boolean;
      messages: Array<{ state: MessageState; count: number }>;
      rows: Array<{
        code: string;
        name: string;
        depth: number;
        reference: string;
        numerator: number;
        denominator: number;
        rate: number | null;
        target: number | null;
        status: AttainmentStatus;
      }>;
    }>;
  } | null;
};

export type DeliverReportMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  units: InputMaybe<Array<Scalars['ID']['input']> | Scalars['ID']['input']>;
}>;

export type DeliverReportMutation = {
  deliverReport: {
    id: string;
    deliveries: Array<{ id: string; messages: Array<{ state: MessageState; count: number }> }>;
  };
};

export type ReceiveReportMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type ReceiveReportMutation = { receiveReport: { id: string } };

export type ReplaceReportMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  takesNewFigures: Scalars['Boolean']['input'];
}>;

export type ReplaceReportMutation = { replaceReport: { id: string } };

export type RedrawReportMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type RedrawReportMutation = { redrawReport: { id: string; version: number } };

export type WordReportMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  sentence: Scalars['String']['input'];
  text: InputMaybe<Scalars['String']['input']>;
  expectedVersion: Scalars['Int']['input'];
}>;

export type WordReportMutation = { wordReport: { id: string; version: number } };

export type MoveReportMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  to: ReportState;
  expectedVersion: Scalars['Int']['input'];
  reason: InputMaybe<Scalars['String']['input']>;
  number: InputMaybe<Scalars['String']['input']>;
  dated: InputMaybe<Scalars['Date']['input']>;
}>;

export type MoveReportMutation = { moveReport: { id: string; version: number } };

export type GiveUpReportMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type GiveUpReportMutation = { giveUpReport: { id: string; version: number } };

export type ReportTemplateWordsFragment = {
  kind: ReportKind;
  version: number;
  at: string | null;
  by: string | null;
  places: Array<string>;
  tables: Array<string>;
  words: {
    superiorBody: Array<string>;
    body: Array<string>;
    numbering: string;
    place: string;
    subject: string;
    addressee: string;
    recipients: Array<string>;
    signature: Array<string>;
    signer: string;
    sections: Array<{ heading: string; sentences: Array<string> }>;
  };
};

export type ReportTemplateQueryVariables = Exact<{
  kind: ReportKind;
}>;

export type ReportTemplateQuery = { reportTemplate: ReportTemplateWordsFragment };

export type SaveReportTemplateMutationVariables = Exact<{
  kind: ReportKind;
  words: ReportWordsInput;
  expectedVersion: Scalars['Int']['input'];
}>;

export type SaveReportTemplateMutation = { saveReportTemplate: ReportTemplateWordsFragment };

export type ReportScheduleLineFragment = {
  id: string;
  kind: ReportKind;
  daysAfter: number;
  active: boolean;
  version: number;
  keeper: string | null;
  nextOn: string | null;
  nextName: string | null;
  indicator: { code: string; name: string };
  runs: Array<{
    id: string;
    name: string;
    dueAt: string;
    state: ReportRunState;
    failure: string | null;
    report: string | null;
  }>;
};

export type ReportSchedulesQueryVariables = Exact<{ [key: string]: never }>;

export type ReportSchedulesQuery = { reportSchedules: Array<ReportScheduleLineFragment> };

export type SaveReportScheduleMutationVariables = Exact<{
  kind: ReportKind;
  indicator: Scalars['ID']['input'];
  daysAfter: Scalars['Int']['input'];
  active: Scalars['Boolean']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type SaveReportScheduleMutation = { saveReportSchedule: ReportScheduleLineFragment };

export type DeleteReportScheduleMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type DeleteReportScheduleMutation = { deleteReportSchedule: boolean };

export type ShownGrantFragment = {
  id: string;
  role: Role;
  from: string | null;
  to: string | null;
  delegatedFrom: string | null;
  grantedBy: string | null;
  grantedAt: string;
  holder: string | null;
  unit: { id: string; code: string; name: string };
};

export type AccountsQueryVariables = Exact<{
  search: InputMaybe<Scalars['String']['input']>;
  active: InputMaybe<Scalars['Boolean']['input']>;
  role: InputMaybe<Role>;
  unit: InputMaybe<Scalars['ID']['input']>;
  programs: InputMaybe<Scalars['Boolean']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type AccountsQuery = {
  accounts: {
    totalCount: number;
    nodes: Array<{
      id: string;
      username: string;
      name: string;
      active: boolean;
      isProgram: boolean;
      hasWorkingToken: boolean | null;
      mustChange: boolean;
      lastSignInAt: string | null;
      unit: { id: string; code: string; name: string } | null;
      grants: Array<{
        id: string;
        role: Role;
        from: string | null;
        to: string | null;
        delegatedFrom: string | null;
        unit: { id: string; code: string; name: string };
      }>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type AccountDetailQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type AccountDetailQuery = {
  account: {
    id: string;
    username: string;
    name: string;
    active: boolean;
    isProgram: boolean;
    hasWorkingToken: boolean | null;
    mustChange: boolean;
    managed: boolean;
    hasSecondFactor: boolean;
    lastSignInAt: string | null;
    unit: { id: string; code: string; name: string } | null;
    grants: Array<ShownGrantFragment>;
    delegations: Array<ShownGrantFragment>;
    sessions: Array<{
      id: string;
      address: string;
      userAgent: string;
      createdAt: string;
      lastSeenAt: string;
      current: boolean;
    }>;
  } | null;
};

export type UnitsOfTodayQueryVariables = Exact<{
  on: Scalars['Date']['input'];
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type UnitsOfTodayQuery = {
  units: {
    totalCount: number;
    nodes: Array<{
      id: string;
      code: string;
      name: string;
      kind: UnitKind;
      parent: { id: string; code: string; name: string } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type CreateAccountMutationVariables = Exact<{
  input: AccountInput;
}>;

export type CreateAccountMutation = { createAccount: { id: string } };

export type RenameAccountMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
}>;

export type RenameAccountMutation = { renameAccount: { id: string } };

export type ResetPasswordMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  password: Scalars['String']['input'];
}>;

export type ResetPasswordMutation = { resetPassword: { id: string } };

export type SetAccountActiveMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  active: Scalars['Boolean']['input'];
}>;

export type SetAccountActiveMutation = { setAccountActive: { id: string } };

export type EndSessionsOfMutationVariables = Exact<{
  account: Scalars['ID']['input'];
}>;

export type EndSessionsOfMutation = { revokeAccountSessions: number };

export type GrantRoleMutationVariables = Exact<{
  account: Scalars['ID']['input'];
  role: Role;
  unit: Scalars['ID']['input'];
  from: InputMaybe<Scalars['Date']['input']>;
  to: InputMaybe<Scalars['Date']['input']>;
}>;

export type GrantRoleMutation = { grantRole: { id: string } };

export type RevokeGrantMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type RevokeGrantMutation = { revokeGrant: boolean };

export type GrantsAtQueryVariables = Exact<{
  unit: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
}>;

export type GrantsAtQuery = {
  grantsAt: {
    beyond: number;
    grants: Array<{
      account: { id: string; username: string; name: string; isProgram: boolean };
      grant: ShownGrantFragment;
    }>;
  };
};

export type OwnGrantsQueryVariables = Exact<{ [key: string]: never }>;

export type OwnGrantsQuery = {
  me: { id: string; grants: Array<ShownGrantFragment>; delegations: Array<ShownGrantFragment> } | null;
};

export type DeputiesQueryVariables = Exact<{
  grant: Scalars['ID']['input'];
  search: Scalars['String']['input'];
}>;

export type DeputiesQuery = { deputies: Array<{ id: string; username: string; name: string }> };

export type DelegateMutationVariables = Exact<{
  grant: Scalars['ID']['input'];
  account: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;

export type DelegateMutation = { delegate: { id: string } };

export type TokensQueryVariables = Exact<{ [key: string]: never }>;

export type TokensQuery = {
  tokens: Array<{
    id: string;
    program: string;
    name: string;
    role: Role;
    hint: string;
    createdOn: string;
    expiresOn: string;
    lastUsedOn: string | null;
    unit: { id: string; code: string; name: string };
  }>;
};

export type CreateTokenMutationVariables = Exact<{
  input: TokenInput;
}>;

export type CreateTokenMutation = { createToken: { id: string; token: string } };

export type RotateTokenMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expiresOn: InputMaybe<Scalars['Date']['input']>;
}>;

export type RotateTokenMutation = { rotateToken: { id: string; token: string } };

export type RevokeTokenMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type RevokeTokenMutation = { revokeToken: boolean };

export type ResetSecondFactorMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type ResetSecondFactorMutation = { resetSecondFactor: { id: string; hasSecondFactor: boolean } };

export type SystemLineFragment = {
  id: string;
  version: number;
  name: string;
  kind: SystemKind;
  checked: boolean;
  removedAt: string | null;
  reportable: boolean;
  lastDataAt: string | null;
  unit: { id: string; code: string; name: string; validTo: string | null } | null;
  standing: { state: SystemState; since: string | null; until: string | null };
  certificate: { notBefore: string; notAfter: string; daysLeft: number; names: Array<string>; issuer: string } | null;
};

export type ConnectedSystemsQueryVariables = Exact<{
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  removed: Scalars['Boolean']['input'];
}>;

export type ConnectedSystemsQuery = {
  connectedSystems: Array<
    {
      availability: Array<{
        from: string;
        checks: number;
        answered: number;
        downMinutes: number;
        plannedMinutes: number;
      }>;
      incidents: Array<{ id: string; state: IncidentState }>;
    } & SystemLineFragment
  >;
};

export type OutageLineFragment = {
  id: string;
  version: number;
  kind: OutageKind;
  begunAt: string;
  endedAt: string | null;
  minutes: number;
  outcome: CheckOutcome | null;
  reason: string | null;
  by: string | null;
};

export type ConnectedSystemQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  monthsFrom: Scalars['Date']['input'];
}>;

export type ConnectedSystemQuery = {
  connectedSystem:
    | ({
        securityLevel: number | null;
        address: string | null;
        everyMinutes: number;
        expectedStatus: number;
        nextCheckAt: string | null;
        sources: Array<{ id: string; name: string | null }>;
        lastCheck: {
          id: string;
          at: string;
          outcome: CheckOutcome;
          status: number | null;
          ms: number;
          planned: boolean;
        } | null;
        days: Array<{ from: string; checks: number; answered: number; downMinutes: number; plannedMinutes: number }>;
        months: Array<{ from: string; checks: number; answered: number; downMinutes: number; plannedMinutes: number }>;
        outages: Array<OutageLineFragment>;
        incidents: Array<{
          id: string;
          version: number;
          level: IncidentLevel;
          levelDoubtful: boolean;
          state: IncidentState;
          text: string;
          happenedAt: string | null;
          noticedAt: string;
          reportBy: string;
          reportedAt: string | null;
          closedAt: string | null;
          by: string | null;
          possible: Array<IncidentAct>;
          steps: Array<{
            id: string;
            act: IncidentAct;
            text: string | null;
            toldTo: string | null;
            level: IncidentLevel | null;
            at: string;
            by: string | null;
          }>;
        }>;
      } & SystemLineFragment)
    | null;
};

export type SystemChecksQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type SystemChecksQuery = {
  connectedSystem: {
    id: string;
    checks: Array<{
      id: string;
      at: string;
      outcome: CheckOutcome;
      status: number | null;
      ms: number;
      planned: boolean;
    }>;
  } | null;
};

export type SystemDeliveriesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  source: InputMaybe<Scalars['ID']['input']>;
}>;

export type SystemDeliveriesQuery = {
  connectedSystem: {
    id: string;
    deliveries: Array<{
      day: string;
      batches: number;
      came: number;
      accepted: number;
      unchanged: number;
      refused: number;
      held: number;
      waiting: number;
      missing: Array<{ id: string; name: string | null }>;
    }>;
  } | null;
};

export type OutageEffectQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  outage: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
}>;

export type OutageEffectQuery = {
  connectedSystem: {
    id: string;
    outage: {
      id: string;
      effect: {
        from: string;
        to: string;
        days: number;
        beside: Array<string>;
        each: number;
        ofSources: boolean;
        during: { numerator: number; denominator: number };
        around: { numerator: number; denominator: number };
        units: Array<{
          tooFew: boolean;
          unit: {
            id: string;
            code: string;
            name: string;
            kind: UnitKind;
            parent: { code: string; name: string } | null;
          };
          during: { numerator: number; denominator: number };
          around: { numerator: number; denominator: number };
        }>;
      } | null;
    } | null;
  } | null;
};

export type SystemSourcesQueryVariables = Exact<{ [key: string]: never }>;

export type SystemSourcesQuery = { dossierSources: Array<{ id: string; name: string }> };

export type SaveConnectedSystemMutationVariables = Exact<{
  input: ConnectedSystemInput;
}>;

export type SaveConnectedSystemMutation = { saveConnectedSystem: { id: string } };

export type RemoveConnectedSystemMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;

export type RemoveConnectedSystemMutation = { removeConnectedSystem: boolean };

export type CheckSystemNowMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type CheckSystemNowMutation = { checkSystemNow: { id: string } };

export type DeclareOutageMutationVariables = Exact<{
  input: OutageInput;
}>;

export type DeclareOutageMutation = { declareOutage: { id: string } };

export type ChangeOutageMutationVariables = Exact<{
  input: OutageChangeInput;
}>;

export type ChangeOutageMutation = { changeOutage: { id: string } };

export type RecordIncidentMutationVariables = Exact<{
  input: IncidentInput;
}>;

export type RecordIncidentMutation = { recordIncident: { id: string } };

export type StepIncidentMutationVariables = Exact<{
  input: IncidentStepInput;
}>;

export type StepIncidentMutation = { stepIncident: { id: string } };

export type UnitsQueryVariables = Exact<{
  on: Scalars['Date']['input'];
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type UnitsQuery = {
  units: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      code: string;
      codeIsOfficial: boolean;
      name: string;
      kind: UnitKind;
      type: string;
      validFrom: string | null;
      aliases: Array<string>;
      parent: { id: string; code: string } | null;
    }>;
  };
};

export type UnitFiguresQueryVariables = Exact<{
  root: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type UnitFiguresQuery = {
  unit: { id: string; attainment: FigureFragment } | null;
  attainments: Array<{ unit: { id: string } } & FigureFragment>;
};

export type UnitDetailQueryVariables = Exact<{
  code: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
}>;

export type UnitDetailQuery = {
  unit: {
    id: string;
    code: string;
    codeIsOfficial: boolean;
    name: string;
    kind: UnitKind;
    type: string;
    validFrom: string | null;
    validTo: string | null;
    aliases: Array<string>;
    parent: { id: string; code: string; name: string } | null;
    versions: Array<{
      code: string;
      name: string;
      kind: UnitKind;
      type: string;
      validFrom: string | null;
      validTo: string | null;
      source: string;
      parent: { id: string; code: string; name: string } | null;
    }>;
    predecessors: Array<LinkFragment>;
    successors: Array<LinkFragment>;
  } | null;
};

export type LinkFragment = {
  on: string;
  main: boolean;
  source: string;
  unit: { id: string; code: string; name: string };
};

export type UnitRateQueryVariables = Exact<{
  code: Scalars['ID']['input'];
  indicator: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  knownAt: InputMaybe<Scalars['DateTime']['input']>;
  byMonth: Scalars['Boolean']['input'];
}>;

export type UnitRateQuery = {
  unit: {
    id: string;
    attainment: FigureFragment;
    series?: Array<{ from: string; to: string; numerator: number; denominator: number }>;
  } | null;
};

export type SaveUnitAliasesMutationVariables = Exact<{
  unit: Scalars['ID']['input'];
  aliases: Array<Scalars['String']['input']> | Scalars['String']['input'];
}>;

export type SaveUnitAliasesMutation = { setUnitAliases: { id: string; aliases: Array<string> } };

export type ReminderRowFragment = {
  id: string;
  version: number;
  kind: ConditionKind;
  state: ReminderState;
  closedWhy: ReminderEnd | null;
  sentence: string;
  deadline: string;
  isOverdue: boolean;
  toldOn: string | null;
  snoozedUntil: string | null;
  changedAt: string;
  unit: { code: string; name: string };
  raisedTo: { code: string; name: string } | null;
};

export type ReminderShownFragment = {
  ruleName: string | null;
  subject: string;
  body: string;
  acts: Array<ReminderAct>;
  sender: { code: string; name: string };
  raisesTo: { code: string; name: string } | null;
  figure: {
    reference: string;
    numerator: number;
    denominator: number;
    rate: number | null;
    target: number | null;
  } | null;
  steps: Array<{
    id: string;
    kind: ReminderStepKind;
    at: string;
    by: string | null;
    note: string | null;
    day: string | null;
    why: ReminderEnd | null;
    to: { code: string; name: string } | null;
    figure: { reference: string } | null;
  }>;
} & ReminderRowFragment;

export type RemindersQueryVariables = Exact<{
  state: InputMaybe<ReminderState>;
  after: InputMaybe<Scalars['String']['input']>;
  unit: InputMaybe<Scalars['ID']['input']>;
}>;

export type RemindersQuery = {
  reminders: {
    totalCount: number;
    nodes: Array<ReminderRowFragment>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReminderQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type ReminderQuery = { reminder: ReminderShownFragment | null };

export type ReminderMessagesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  unit: Scalars['ID']['input'];
}>;

export type ReminderMessagesQuery = {
  urgeMessages: {
    nodes: Array<{
      id: string;
      channel: MessageChannel;
      state: MessageState;
      address: string | null;
      name: string | null;
      day: string;
      failure: string | null;
      endedAt: string | null;
    }>;
  };
  urgeContacts: Array<{ id: string; name: string; email: string; confirmedAt: string | null }>;
};

export type UrgeMessageStatusQueryVariables = Exact<{ [key: string]: never }>;

export type UrgeMessageStatusQuery = {
  urgeMessageStatus: {
    mailsFrom: string | null;
    callsGateway: boolean;
    queued: number;
    refused: number;
    uncertain: number;
    held: number;
    dropped: number;
  };
};

export type SendRemindersMutationVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
  expectedVersions: InputMaybe<Array<Scalars['Int']['input']> | Scalars['Int']['input']>;
}>;

export type SendRemindersMutation = { sendReminders: Array<ReminderShownFragment> };

export type EditReminderMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  input: ReminderLetterInput;
  expectedVersion: Scalars['Int']['input'];
}>;

export type EditReminderMutation = { editReminder: ReminderShownFragment };

export type AcknowledgeReminderMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type AcknowledgeReminderMutation = { acknowledgeReminder: ReminderShownFragment };

export type AnswerReminderMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  text: Scalars['String']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type AnswerReminderMutation = { answerReminder: ReminderShownFragment };

export type SnoozeReminderMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  until: Scalars['Date']['input'];
  reason: Scalars['String']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type SnoozeReminderMutation = { snoozeReminder: ReminderShownFragment };

export type RaiseReminderMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  note: InputMaybe<Scalars['String']['input']>;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type RaiseReminderMutation = { raiseReminder: ReminderShownFragment };

export type AcceptReminderMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  note: InputMaybe<Scalars['String']['input']>;
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type AcceptReminderMutation = { acceptReminder: ReminderShownFragment };

export type WithdrawReminderMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  expectedVersion: InputMaybe<Scalars['Int']['input']>;
}>;

export type WithdrawReminderMutation = { withdrawReminder: ReminderShownFragment };

export type AddUrgeContactMutationVariables = Exact<{
  unit: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  email: Scalars['String']['input'];
}>;

export type AddUrgeContactMutation = { addUrgeContact: { id: string } };

export type ConfirmUrgeContactMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  code: Scalars['String']['input'];
}>;

export type ConfirmUrgeContactMutation = { confirmUrgeContact: { id: string } };

export type RemoveUrgeContactMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type RemoveUrgeContactMutation = { removeUrgeContact: boolean };

export type ReleaseMessagesMutationVariables = Exact<{
  sends: Scalars['Boolean']['input'];
}>;

export type ReleaseMessagesMutation = { releaseMessages: number };

export type ResendRefusedMessagesMutationVariables = Exact<{ [key: string]: never }>;

export type ResendRefusedMessagesMutation = { resendRefusedMessages: number };

export type UrgeRuleShownFragment = {
  id: string;
  version: number;
  enabled: boolean;
  name: string;
  kind: ConditionKind;
  indicator: string | null;
  months: number | null;
  settleDays: number | null;
  days: number | null;
  month: number | null;
  day: number | null;
  kinds: Array<UnitKind>;
  sendsItself: boolean;
  answerDays: number;
  raiseAfterDays: number | null;
  subject: string;
  body: string;
  under: { code: string; name: string } | null;
};

export type UrgeRulesQueryVariables = Exact<{ [key: string]: never }>;

export type UrgeRulesQuery = { urgeRules: Array<UrgeRuleShownFragment> };

export type TryUrgeRuleQueryVariables = Exact<{
  input: UrgeRuleInput;
}>;

export type TryUrgeRuleQuery = {
  tryUrgeRule: {
    looked: number;
    unheard: number;
    strikes: Array<{ sentence: string; unit: { code: string; name: string } }>;
  };
};

export type SaveUrgeRuleMutationVariables = Exact<{
  id: InputMaybe<Scalars['ID']['input']>;
  input: UrgeRuleInput;
  expectedVersion: Scalars['Int']['input'];
}>;

export type SaveUrgeRuleMutation = { saveUrgeRule: UrgeRuleShownFragment };

export type SwitchUrgeRuleMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  enabled: Scalars['Boolean']['input'];
}>;

export type SwitchUrgeRuleMutation = { switchUrgeRule: UrgeRuleShownFragment };

export type LookByUrgeRulesMutationVariables = Exact<{ [key: string]: never }>;

export type LookByUrgeRulesMutation = { lookByUrgeRules: { begun: number; closed: number; raised: number } };

export { FrameDocument } from './documents/FrameDocument.ts';
export { MeDocument } from './documents/MeDocument.ts';
export { RecordEventsDocument } from './documents/RecordEventsDocument.ts';
export { ChangePasswordDocument } from './documents/ChangePasswordDocument.ts';
export { OwnSecurityDocument } from './documents/OwnSecurityDocument.ts';
export { OfferSecondFactorDocument } from './documents/OfferSecondFactorDocument.ts';
export { ConfirmSecondFactorDocument } from './documents/ConfirmSecondFactorDocument.ts';
export { RemoveSecondFactorDocument } from './documents/RemoveSecondFactorDocument.ts';
export { RenewRecoveryCodesDocument } from './documents/RenewRecoveryCodesDocument.ts';
export { RevokeSessionDocument } from './documents/RevokeSessionDocument.ts';
export { RevokeOtherSessionsDocument } from './documents/RevokeOtherSessionsDocument.ts';
export { AuditTrailDocument } from './documents/AuditTrailDocument.ts';
export { AuditActsDocument } from './documents/AuditActsDocument.ts';
export { AuditPeopleDocument } from './documents/AuditPeopleDocument.ts';
export { AuditChainDocument } from './documents/AuditChainDocument.ts';
export { VerifyAuditTrailDocument } from './documents/VerifyAuditTrailDocument.ts';
export { BoundariesDocument } from './documents/BoundariesDocument.ts';
export { DrawnUnitsDocument } from './documents/DrawnUnitsDocument.ts';
export { SaveBoundariesDocument } from './documents/SaveBoundariesDocument.ts';
export { RemoveBoundariesDocument } from './documents/RemoveBoundariesDocument.ts';
export { ProceduresDocument } from './documents/ProceduresDocument.ts';
export { ProcedureFacetsDocument } from './documents/ProcedureFacetsDocument.ts';
export { SavedViewsDocument } from './documents/SavedViewsDocument.ts';
export { SaveViewDocument } from './documents/SaveViewDocument.ts';
export { RemoveViewDocument } from './documents/RemoveViewDocument.ts';
export { EditProceduresDocument } from './documents/EditProceduresDocument.ts';
export { UndoCatalogueStepDocument } from './documents/UndoCatalogueStepDocument.ts';
export { ProcedureFieldsDocument } from './documents/ProcedureFieldsDocument.ts';
export { ProcedureInFullDocument } from './documents/ProcedureInFullDocument.ts';
export { ProcedureNamesDocument } from './documents/ProcedureNamesDocument.ts';
export { SaveProceduresDocument } from './documents/SaveProceduresDocument.ts';
export { ProcedureDraftsDocument } from './documents/ProcedureDraftsDocument.ts';
export { CatalogueImportsDocument } from './documents/CatalogueImportsDocument.ts';
export { CatalogueImportDocument } from './documents/CatalogueImportDocument.ts';
export { ImportRowsDocument } from './documents/ImportRowsDocument.ts';
export { MapImportColumnsDocument } from './documents/MapImportColumnsDocument.ts';
export { MendImportCellsDocument } from './documents/MendImportCellsDocument.ts';
export { DropImportRowsDocument } from './documents/DropImportRowsDocument.ts';
export { PreviewImportDocument } from './documents/PreviewImportDocument.ts';
export { ApplyImportDocument } from './documents/ApplyImportDocument.ts';
export { UndoImportDocument } from './documents/UndoImportDocument.ts';
export { DropImportDocument } from './documents/DropImportDocument.ts';
export { ServiceListsDocument } from './documents/ServiceListsDocument.ts';
export { ListHistoryDocument } from './documents/ListHistoryDocument.ts';
export { ListDayDocument } from './documents/ListDayDocument.ts';
export { EnterDecisionDocument } from './documents/EnterDecisionDocument.ts';
export { NamesOfUnitsDocument } from './documents/NamesOfUnitsDocument.ts';
export { ListDifferenceDocument } from './documents/ListDifferenceDocument.ts';
export { DecisionDifferenceDocument } from './documents/DecisionDifferenceDocument.ts';
export { PreviewDecisionDocument } from './documents/PreviewDecisionDocument.ts';
export { DecisionPageDocument } from './documents/DecisionPageDocument.ts';
export { SaveDecisionDocument } from './documents/SaveDecisionDocument.ts';
export { ListCoverageDocument } from './documents/ListCoverageDocument.ts';
export { DecisionListDocument } from './documents/DecisionListDocument.ts';
export { DecisionYearsDocument } from './documents/DecisionYearsDocument.ts';
export { ProcedureSheetDocument } from './documents/ProcedureSheetDocument.ts';
export { ProcedureToEditDocument } from './documents/ProcedureToEditDocument.ts';
export { ProcedureDraftOfDocument } from './documents/ProcedureDraftOfDocument.ts';
export { ProcedureVersionsDocument } from './documents/ProcedureVersionsDocument.ts';
export { ProcedureDifferenceDocument } from './documents/ProcedureDifferenceDocument.ts';
export { ProcedureFiguresDocument } from './documents/ProcedureFiguresDocument.ts';
export { LastStepOfDocument } from './documents/LastStepOfDocument.ts';
export { StepReachDocument } from './documents/StepReachDocument.ts';
export { SaveProcedureDraftDocument } from './documents/SaveProcedureDraftDocument.ts';
export { DropProcedureDraftDocument } from './documents/DropProcedureDraftDocument.ts';
export { PublishProcedureDraftDocument } from './documents/PublishProcedureDraftDocument.ts';
export { PreviewForceDocument } from './documents/PreviewForceDocument.ts';
export { ChangeForceDocument } from './documents/ChangeForceDocument.ts';
export { RestoreProcedureDocument } from './documents/RestoreProcedureDocument.ts';
export { UndoStepDocument } from './documents/UndoStepDocument.ts';
export { CatalogueSourcesDocument } from './documents/CatalogueSourcesDocument.ts';
export { SaveCatalogueSourceDocument } from './documents/SaveCatalogueSourceDocument.ts';
export { DeleteCatalogueSourceDocument } from './documents/DeleteCatalogueSourceDocument.ts';
export { PullCatalogueSourceDocument } from './documents/PullCatalogueSourceDocument.ts';
export { DefinitionsDocument } from './documents/DefinitionsDocument.ts';
export { ListsToNameDocument } from './documents/ListsToNameDocument.ts';
export { CreateDefinitionDocument } from './documents/CreateDefinitionDocument.ts';
export { SaveDefinitionDocument } from './documents/SaveDefinitionDocument.ts';
export { StartComputingDocument } from './documents/StartComputingDocument.ts';
export { CancelDefinitionDocument } from './documents/CancelDefinitionDocument.ts';
export { SwitchOnDefinitionDocument } from './documents/SwitchOnDefinitionDocument.ts';
export { TryDefinitionDocument } from './documents/TryDefinitionDocument.ts';
export { DifficultiesDocument } from './documents/DifficultiesDocument.ts';
export { DifficultyCountsDocument } from './documents/DifficultyCountsDocument.ts';
export { DifficultySynthesisDocument } from './documents/DifficultySynthesisDocument.ts';
export { DifficultySheetDocument } from './documents/DifficultySheetDocument.ts';
export { SimilarDifficultiesDocument } from './documents/SimilarDifficultiesDocument.ts';
export { ReportDifficultyDocument } from './documents/ReportDifficultyDocument.ts';
export { TakeDifficultyDocument } from './documents/TakeDifficultyDocument.ts';
export { AnswerDifficultyDocument } from './documents/AnswerDifficultyDocument.ts';
export { CloseDifficultyDocument } from './documents/CloseDifficultyDocument.ts';
export { ReopenDifficultyDocument } from './documents/ReopenDifficultyDocument.ts';
export { NoteDifficultyDocument } from './documents/NoteDifficultyDocument.ts';
export { JoinDifficultiesDocument } from './documents/JoinDifficultiesDocument.ts';
export { PartDifficultiesDocument } from './documents/PartDifficultiesDocument.ts';
export { QuarantineCausesDocument } from './documents/QuarantineCausesDocument.ts';
export { CauseMendsDocument } from './documents/CauseMendsDocument.ts';
export { CauseMendEffectsDocument } from './documents/CauseMendEffectsDocument.ts';
export { ForeseeMendDocument } from './documents/ForeseeMendDocument.ts';
export { MendCauseDocument } from './documents/MendCauseDocument.ts';
export { ContinueMendDocument } from './documents/ContinueMendDocument.ts';
export { StopMendDocument } from './documents/StopMendDocument.ts';
export { UndoMendDocument } from './documents/UndoMendDocument.ts';
export { DiscardCauseDocument } from './documents/DiscardCauseDocument.ts';
export { HeldBatchesDocument } from './documents/HeldBatchesDocument.ts';
export { ReleaseBatchDocument } from './documents/ReleaseBatchDocument.ts';
export { DiscardBatchDocument } from './documents/DiscardBatchDocument.ts';
export { JumpRulesDocument } from './documents/JumpRulesDocument.ts';
export { SetJumpRulesDocument } from './documents/SetJumpRulesDocument.ts';
export { ReceiptClaimsDocument } from './documents/ReceiptClaimsDocument.ts';
export { ReceiptsDocument } from './documents/ReceiptsDocument.ts';
export { ReceiptDocument } from './documents/ReceiptDocument.ts';
export { QuarantineDocument } from './documents/QuarantineDocument.ts';
export { MendQuarantinedDocument } from './documents/MendQuarantinedDocument.ts';
export { RetryQuarantinedDocument } from './documents/RetryQuarantinedDocument.ts';
export { DiscardQuarantinedDocument } from './documents/DiscardQuarantinedDocument.ts';
export { DossierUnitsDocument } from './documents/DossierUnitsDocument.ts';
export { DossierUnitDocument } from './documents/DossierUnitDocument.ts';
export { DossierProcedureDocument } from './documents/DossierProcedureDocument.ts';
export { DossierProceduresDocument } from './documents/DossierProceduresDocument.ts';
export { SourcePullDocument } from './documents/SourcePullDocument.ts';
export { SetSourcePullDocument } from './documents/SetSourcePullDocument.ts';
export { RunSourceDocument } from './documents/RunSourceDocument.ts';
export { StopSourceDocument } from './documents/StopSourceDocument.ts';
export { ReplaySourceDocument } from './documents/ReplaySourceDocument.ts';
export { DossierRecordDocument } from './documents/DossierRecordDocument.ts';
export { ForeseeDossierStepDocument } from './documents/ForeseeDossierStepDocument.ts';
export { DeleteDossierDocument } from './documents/DeleteDossierDocument.ts';
export { RestoreDossierDocument } from './documents/RestoreDossierDocument.ts';
export { MergeDossiersDocument } from './documents/MergeDossiersDocument.ts';
export { SplitDossierDocument } from './documents/SplitDossierDocument.ts';
export { DossierSourcesDocument } from './documents/DossierSourcesDocument.ts';
export { DossierSourceRecordDocument } from './documents/DossierSourceRecordDocument.ts';
export { DossierSourceFreshnessDocument } from './documents/DossierSourceFreshnessDocument.ts';
export { SaveDossierSourceDocument } from './documents/SaveDossierSourceDocument.ts';
export { RemoveDossierSourceDocument } from './documents/RemoveDossierSourceDocument.ts';
export { SetSourceCodesDocument } from './documents/SetSourceCodesDocument.ts';
export { MakeSourceTokenDocument } from './documents/MakeSourceTokenDocument.ts';
export { RetryAfterMappingDocument } from './documents/RetryAfterMappingDocument.ts';
export { CitedFigureDocument } from './documents/CitedFigureDocument.ts';
export { CiteFigureDocument } from './documents/CiteFigureDocument.ts';
export { PublishedFigureDocument } from './documents/PublishedFigureDocument.ts';
export { ChangedDossiersDocument } from './documents/ChangedDossiersDocument.ts';
export { ClosedPeriodsDocument } from './documents/ClosedPeriodsDocument.ts';
export { LastClosingDocument } from './documents/LastClosingDocument.ts';
export { PeriodCorrectionsDocument } from './documents/PeriodCorrectionsDocument.ts';
export { ClosePeriodDocument } from './documents/ClosePeriodDocument.ts';
export { ReopenPeriodDocument } from './documents/ReopenPeriodDocument.ts';
export { ChangeOfFigureDocument } from './documents/ChangeOfFigureDocument.ts';
export { DossierRulesDocument } from './documents/DossierRulesDocument.ts';
export { PublicPageStateDocument } from './documents/PublicPageStateDocument.ts';
export { SwitchPublicPageDocument } from './documents/SwitchPublicPageDocument.ts';
export { InspectionsDocument } from './documents/InspectionsDocument.ts';
export { InspectionCountsDocument } from './documents/InspectionCountsDocument.ts';
export { InspectionSheetDocument } from './documents/InspectionSheetDocument.ts';
export { SampleProofDocument } from './documents/SampleProofDocument.ts';
export { InspectionChecklistsDocument } from './documents/InspectionChecklistsDocument.ts';
export { ChecklistVersionsDocument } from './documents/ChecklistVersionsDocument.ts';
export { SaveChecklistDocument } from './documents/SaveChecklistDocument.ts';
export { InspectionCandidatesDocument } from './documents/InspectionCandidatesDocument.ts';
export { PlanInspectionDocument } from './documents/PlanInspectionDocument.ts';
export { ChangeInspectionDocument } from './documents/ChangeInspectionDocument.ts';
export { MoveInspectionDocument } from './documents/MoveInspectionDocument.ts';
export { AnswerItemDocument } from './documents/AnswerItemDocument.ts';
export { SealSampleDocument } from './documents/SealSampleDocument.ts';
export { DrawSampleDocument } from './documents/DrawSampleDocument.ts';
export { JudgeDrawnDocument } from './documents/JudgeDrawnDocument.ts';
export { RecordFindingDocument } from './documents/RecordFindingDocument.ts';
export { StepFindingDocument } from './documents/StepFindingDocument.ts';
export { MakeInspectionMinutesDocument } from './documents/MakeInspectionMinutesDocument.ts';
export { GuidanceListDocument } from './documents/GuidanceListDocument.ts';
export { GuidanceOfProcedureDocument } from './documents/GuidanceOfProcedureDocument.ts';
export { GuidanceSheetDocument } from './documents/GuidanceSheetDocument.ts';
export { GuidanceForeseenDocument } from './documents/GuidanceForeseenDocument.ts';
export { IssueGuidanceDocument } from './documents/IssueGuidanceDocument.ts';
export { ChangeGuidanceDocument } from './documents/ChangeGuidanceDocument.ts';
export { WithdrawGuidanceDocument } from './documents/WithdrawGuidanceDocument.ts';
export { AcknowledgeGuidanceDocument } from './documents/AcknowledgeGuidanceDocument.ts';
export { AskAboutGuidanceDocument } from './documents/AskAboutGuidanceDocument.ts';
export { AnswerGuidanceDocument } from './documents/AnswerGuidanceDocument.ts';
export { MeasuresDocument } from './documents/MeasuresDocument.ts';
export { MeasureCountsDocument } from './documents/MeasureCountsDocument.ts';
export { MeasureSheetDocument } from './documents/MeasureSheetDocument.ts';
export { PlanMeasureDocument } from './documents/PlanMeasureDocument.ts';
export { ChangeMeasureDocument } from './documents/ChangeMeasureDocument.ts';
export { StepMeasureDocument } from './documents/StepMeasureDocument.ts';
export { JudgeMeasureDocument } from './documents/JudgeMeasureDocument.ts';
export { StrikeJudgementDocument } from './documents/StrikeJudgementDocument.ts';
export { DirectionTasksDocument } from './documents/DirectionTasksDocument.ts';
export { DirectionTaskCountsDocument } from './documents/DirectionTaskCountsDocument.ts';
export { DirectionSheetDocument } from './documents/DirectionSheetDocument.ts';
export { ReportsToDirectDocument } from './documents/ReportsToDirectDocument.ts';
export { ReportToDirectDocument } from './documents/ReportToDirectDocument.ts';
export { EnterDirectionDocument } from './documents/EnterDirectionDocument.ts';
export { StepTaskDocument } from './documents/StepTaskDocument.ts';
export { IndexSetsDocument } from './documents/IndexSetsDocument.ts';
export { IndexSetEditionsDocument } from './documents/IndexSetEditionsDocument.ts';
export { TryIndexSetDocument } from './documents/TryIndexSetDocument.ts';
export { ScoresInUseDocument } from './documents/ScoresInUseDocument.ts';
export { IndexScoresDocument } from './documents/IndexScoresDocument.ts';
export { SaveIndexSetDocument } from './documents/SaveIndexSetDocument.ts';
export { SetIndexValuesDocument } from './documents/SetIndexValuesDocument.ts';
export { StandingsDocument } from './documents/StandingsDocument.ts';
export { StandingDetailDocument } from './documents/StandingDetailDocument.ts';
export { ProcedureContributionsDocument } from './documents/ProcedureContributionsDocument.ts';
export { ForecastErrorsDocument } from './documents/ForecastErrorsDocument.ts';
export { RankingDocument } from './documents/RankingDocument.ts';
export { MyWorkDocument } from './documents/MyWorkDocument.ts';
export { WaitingCountDocument } from './documents/WaitingCountDocument.ts';
export { MyNewsDocument } from './documents/MyNewsDocument.ts';
export { ReadNewsDocument } from './documents/ReadNewsDocument.ts';
export { SystemHealthDocument } from './documents/SystemHealthDocument.ts';
export { BackupsDocument } from './documents/BackupsDocument.ts';
export { CheckBackupDocument } from './documents/CheckBackupDocument.ts';
export { StartBackupDocument } from './documents/StartBackupDocument.ts';
export { PlansToCopyDocument } from './documents/PlansToCopyDocument.ts';
export { CopyTargetsDocument } from './documents/CopyTargetsDocument.ts';
export { PlanDayChangesDocument } from './documents/PlanDayChangesDocument.ts';
export { SetEffectiveDayDocument } from './documents/SetEffectiveDayDocument.ts';
export { PlanPapersDocument } from './documents/PlanPapersDocument.ts';
export { WordsInUseDocument } from './documents/WordsInUseDocument.ts';
export { WordsThenDocument } from './documents/WordsThenDocument.ts';
export { PaperByReferenceDocument } from './documents/PaperByReferenceDocument.ts';
export { MakePaperDocument } from './documents/MakePaperDocument.ts';
export { SaveWordsDocument } from './documents/SaveWordsDocument.ts';
export { AttachScanDocument } from './documents/AttachScanDocument.ts';
export { PlanToWriteDocument } from './documents/PlanToWriteDocument.ts';
export { PlanDatesDocument } from './documents/PlanDatesDocument.ts';
export { AssignmentsDocument } from './documents/AssignmentsDocument.ts';
export { SetPlanDatesDocument } from './documents/SetPlanDatesDocument.ts';
export { AcknowledgeTargetDocument } from './documents/AcknowledgeTargetDocument.ts';
export { PlanMarksNowDocument } from './documents/PlanMarksNowDocument.ts';
export { SetMilestonesDocument } from './documents/SetMilestonesDocument.ts';
export { UnitYearDocument } from './documents/UnitYearDocument.ts';
export { PlanDocument } from './documents/PlanDocument.ts';
export { PlanMonthsDocument } from './documents/PlanMonthsDocument.ts';
export { PlanNowDocument } from './documents/PlanNowDocument.ts';
export { PlanSuccessorsDocument } from './documents/PlanSuccessorsDocument.ts';
export { PlanHistoryDocument } from './documents/PlanHistoryDocument.ts';
export { SetTargetsDocument } from './documents/SetTargetsDocument.ts';
export { ClearTargetsDocument } from './documents/ClearTargetsDocument.ts';
export { MovePlanDocument } from './documents/MovePlanDocument.ts';
export { PlansDocument } from './documents/PlansDocument.ts';
export { PlanYearsDocument } from './documents/PlanYearsDocument.ts';
export { PlanHoldersDocument } from './documents/PlanHoldersDocument.ts';
export { CreatePlanDocument } from './documents/CreatePlanDocument.ts';
export { SetPlanInputsDocument } from './documents/SetPlanInputsDocument.ts';
export { PlanScenariosDocument } from './documents/PlanScenariosDocument.ts';
export { SaveScenarioDocument } from './documents/SaveScenarioDocument.ts';
export { DeleteScenarioDocument } from './documents/DeleteScenarioDocument.ts';
export { TakeScenarioDocument } from './documents/TakeScenarioDocument.ts';
export { PlanRehearsalDocument } from './documents/PlanRehearsalDocument.ts';
export { PlanTalkDocument } from './documents/PlanTalkDocument.ts';
export { OpenConsultationDocument } from './documents/OpenConsultationDocument.ts';
export { AddPlanCommentDocument } from './documents/AddPlanCommentDocument.ts';
export { ResolvePlanCommentDocument } from './documents/ResolvePlanCommentDocument.ts';
export { WithdrawPlanCommentDocument } from './documents/WithdrawPlanCommentDocument.ts';
export { MakeCounterProposalDocument } from './documents/MakeCounterProposalDocument.ts';
export { WithdrawCounterProposalDocument } from './documents/WithdrawCounterProposalDocument.ts';
export { AnswerCounterProposalDocument } from './documents/AnswerCounterProposalDocument.ts';
export { BePresentDocument } from './documents/BePresentDocument.ts';
export { ConsultationsDocument } from './documents/ConsultationsDocument.ts';
export { FigureExplanationDocument } from './documents/FigureExplanationDocument.ts';
export { FigureDossiersDocument } from './documents/FigureDossiersDocument.ts';
export { FigureServicesDocument } from './documents/FigureServicesDocument.ts';
export { FigureOfProcedureDocument } from './documents/FigureOfProcedureDocument.ts';
export { OverviewDocument } from './documents/OverviewDocument.ts';
export { UnitMattersDocument } from './documents/UnitMattersDocument.ts';
export { UnitSpeakersDocument } from './documents/UnitSpeakersDocument.ts';
export { LatestReportsDocument } from './documents/LatestReportsDocument.ts';
export { ReportsDocument } from './documents/ReportsDocument.ts';
export { ReportSheetDocument } from './documents/ReportSheetDocument.ts';
export { CreateReportDocument } from './documents/CreateReportDocument.ts';
export { ReportDeliveriesDocument } from './documents/ReportDeliveriesDocument.ts';
export { DeliverReportDocument } from './documents/DeliverReportDocument.ts';
export { ReceiveReportDocument } from './documents/ReceiveReportDocument.ts';
export { ReplaceReportDocument } from './documents/ReplaceReportDocument.ts';
export { RedrawReportDocument } from './documents/RedrawReportDocument.ts';
export { WordReportDocument } from './documents/WordReportDocument.ts';
export { MoveReportDocument } from './documents/MoveReportDocument.ts';
export { GiveUpReportDocument } from './documents/GiveUpReportDocument.ts';
export { ReportTemplateDocument } from './documents/ReportTemplateDocument.ts';
export { SaveReportTemplateDocument } from './documents/SaveReportTemplateDocument.ts';
export { ReportSchedulesDocument } from './documents/ReportSchedulesDocument.ts';
export { SaveReportScheduleDocument } from './documents/SaveReportScheduleDocument.ts';
export { DeleteReportScheduleDocument } from './documents/DeleteReportScheduleDocument.ts';
export { AccountsDocument } from './documents/AccountsDocument.ts';
export { AccountDetailDocument } from './documents/AccountDetailDocument.ts';
export { UnitsOfTodayDocument } from './documents/UnitsOfTodayDocument.ts';
export { CreateAccountDocument } from './documents/CreateAccountDocument.ts';
export { RenameAccountDocument } from './documents/RenameAccountDocument.ts';
export { ResetPasswordDocument } from './documents/ResetPasswordDocument.ts';
export { SetAccountActiveDocument } from './documents/SetAccountActiveDocument.ts';
export { EndSessionsOfDocument } from './documents/EndSessionsOfDocument.ts';
export { GrantRoleDocument } from './documents/GrantRoleDocument.ts';
export { RevokeGrantDocument } from './documents/RevokeGrantDocument.ts';
export { GrantsAtDocument } from './documents/GrantsAtDocument.ts';
export { OwnGrantsDocument } from './documents/OwnGrantsDocument.ts';
export { DeputiesDocument } from './documents/DeputiesDocument.ts';
export { DelegateDocument } from './documents/DelegateDocument.ts';
export { TokensDocument } from './documents/TokensDocument.ts';
export { CreateTokenDocument } from './documents/CreateTokenDocument.ts';
export { RotateTokenDocument } from './documents/RotateTokenDocument.ts';
export { RevokeTokenDocument } from './documents/RevokeTokenDocument.ts';
export { ResetSecondFactorDocument } from './documents/ResetSecondFactorDocument.ts';
export { ConnectedSystemsDocument } from './documents/ConnectedSystemsDocument.ts';
export { ConnectedSystemDocument } from './documents/ConnectedSystemDocument.ts';
export { SystemChecksDocument } from './documents/SystemChecksDocument.ts';
export { SystemDeliveriesDocument } from './documents/SystemDeliveriesDocument.ts';
export { OutageEffectDocument } from './documents/OutageEffectDocument.ts';
export { SystemSourcesDocument } from './documents/SystemSourcesDocument.ts';
export { SaveConnectedSystemDocument } from './documents/SaveConnectedSystemDocument.ts';
export { RemoveConnectedSystemDocument } from './documents/RemoveConnectedSystemDocument.ts';
export { CheckSystemNowDocument } from './documents/CheckSystemNowDocument.ts';
export { DeclareOutageDocument } from './documents/DeclareOutageDocument.ts';
export { ChangeOutageDocument } from './documents/ChangeOutageDocument.ts';
export { RecordIncidentDocument } from './documents/RecordIncidentDocument.ts';
export { StepIncidentDocument } from './documents/StepIncidentDocument.ts';
export { UnitsDocument } from './documents/UnitsDocument.ts';
export { UnitFiguresDocument } from './documents/UnitFiguresDocument.ts';
export { UnitDetailDocument } from './documents/UnitDetailDocument.ts';
export { UnitRateDocument } from './documents/UnitRateDocument.ts';
export { SaveUnitAliasesDocument } from './documents/SaveUnitAliasesDocument.ts';
export { RemindersDocument } from './documents/RemindersDocument.ts';
export { ReminderDocument } from './documents/ReminderDocument.ts';
export { ReminderMessagesDocument } from './documents/ReminderMessagesDocument.ts';
export { UrgeMessageStatusDocument } from './documents/UrgeMessageStatusDocument.ts';
export { SendRemindersDocument } from './documents/SendRemindersDocument.ts';
export { EditReminderDocument } from './documents/EditReminderDocument.ts';
export { AcknowledgeReminderDocument } from './documents/AcknowledgeReminderDocument.ts';
export { AnswerReminderDocument } from './documents/AnswerReminderDocument.ts';
export { SnoozeReminderDocument } from './documents/SnoozeReminderDocument.ts';
export { RaiseReminderDocument } from './documents/RaiseReminderDocument.ts';
export { AcceptReminderDocument } from './documents/AcceptReminderDocument.ts';
export { WithdrawReminderDocument } from './documents/WithdrawReminderDocument.ts';
export { AddUrgeContactDocument } from './documents/AddUrgeContactDocument.ts';
export { ConfirmUrgeContactDocument } from './documents/ConfirmUrgeContactDocument.ts';
export { RemoveUrgeContactDocument } from './documents/RemoveUrgeContactDocument.ts';
export { ReleaseMessagesDocument } from './documents/ReleaseMessagesDocument.ts';
export { ResendRefusedMessagesDocument } from './documents/ResendRefusedMessagesDocument.ts';
export { UrgeRulesDocument } from './documents/UrgeRulesDocument.ts';
export { TryUrgeRuleDocument } from './documents/TryUrgeRuleDocument.ts';
export { SaveUrgeRuleDocument } from './documents/SaveUrgeRuleDocument.ts';
export { SwitchUrgeRuleDocument } from './documents/SwitchUrgeRuleDocument.ts';
export { LookByUrgeRulesDocument } from './documents/LookByUrgeRulesDocument.ts';
