import type { Right } from '@chi-tieu/shared/domain/access/rights';

/**
 * Who may ask a field of Query or Mutation. ANYONE; ANY_STAGE: whoever is signed in, also before the first change of a password;
 * ENROLLING: also while a second factor still has to be set up; SIGNED_IN: afterwards. Before the code of a second factor nobody
 * asks any of these. Or whoever holds a right:
 * for the whole PROVINCE; at the place that the SERVICE finds and asks for (`need`, else FORBIDDEN); or FILTERED: everybody who
 * is signed in asks, and the service leaves out what lies beyond reach (`reached`).
 */
export type Rule =
  'ANYONE' | 'ANY_STAGE' | 'ENROLLING' | 'SIGNED_IN' | { right: Right; at: 'PROVINCE' | 'SERVICE' | 'FILTERED' };

const province = (right: Right): Rule => ({ right, at: 'PROVINCE' });
const service = (right: Right): Rule => ({ right, at: 'SERVICE' });
const filtered = (right: Right): Rule => ({ right, at: 'FILTERED' });

/** Every root field has its rule here; a schema with one that has none is not built. */
export const RULES: { Query: Readonly<Record<string, Rule>>; Mutation: Readonly<Record<string, Rule>> } = {
  Query: {
    me: 'ANYONE',
    unit: 'SIGNED_IN',
    units: 'SIGNED_IN',
    procedure: 'SIGNED_IN',
    procedures: 'SIGNED_IN',
    procedureFields: 'SIGNED_IN',
    procedureFacets: 'SIGNED_IN',
    changes: 'SIGNED_IN',
    savedViews: 'SIGNED_IN',
    catalogueStep: province('catalogue.edit'),
    catalogueSteps: province('catalogue.edit'),
    serviceList: 'SIGNED_IN',
    serviceLists: 'SIGNED_IN',
    indicator: 'SIGNED_IN',
    indicators: 'SIGNED_IN',
    attainments: 'SIGNED_IN',
    explanation: 'SIGNED_IN',
    dataStatus: filtered('quarantine.read'),
    dossiers: service('dossier.read'),
    quarantine: filtered('quarantine.read'),
    ingestBatch: filtered('receipt.read'),
    ingestBatches: filtered('receipt.read'),
    targetPlan: filtered('plan.read'),
    targetPlans: filtered('plan.read'),
    account: filtered('account.read'),
    accounts: filtered('account.read'),
    deputies: 'SIGNED_IN',
    grantsAt: service('account.read'),
    tokens: filtered('token.manage'),
    auditTrail: filtered('audit.read'),
    auditActs: 'SIGNED_IN',
    auditChain: province('audit.read'),
    systemHealth: province('system.operate'),
    backups: province('system.operate'),
  },
  Mutation: {
    saveProcedures: province('catalogue.edit'),
    editProcedures: province('catalogue.edit'),
    saveView: 'SIGNED_IN',
    removeView: 'SIGNED_IN',
    changeForce: province('catalogue.edit'),
    restoreProcedure: province('catalogue.edit'),
    undoStep: province('catalogue.edit'),
    amendServiceList: province('catalogue.edit'),
    setUnitAliases: province('unit.edit'),
    createTargetPlan: service('plan.draft'),
    setTargets: service('plan.draft'),
    clearTargets: service('plan.draft'),
    cascadeTargets: service('plan.draft'),
    movePlan: service('plan.read'),
    retryQuarantined: service('quarantine.mend'),
    mendQuarantined: service('quarantine.mend'),
    changePassword: 'ANY_STAGE',
    offerSecondFactor: 'ENROLLING',
    confirmSecondFactor: 'ENROLLING',
    removeSecondFactor: 'SIGNED_IN',
    renewRecoveryCodes: 'SIGNED_IN',
    revokeSession: 'ENROLLING',
    revokeOtherSessions: 'ENROLLING',
    delegate: 'SIGNED_IN',
    createAccount: service('account.manage'),
    setAccountActive: service('account.manage'),
    renameAccount: service('account.manage'),
    resetPassword: service('account.manage'),
    revokeAccountSessions: service('account.manage'),
    resetSecondFactor: service('account.manage'),
    grantRole: service('account.manage'),
    revokeGrant: service('account.manage'),
    createToken: service('token.manage'),
    rotateToken: service('token.manage'),
    revokeToken: service('token.manage'),
    verifyAuditTrail: province('audit.read'),
    startBackup: province('system.operate'),
    checkBackup: province('system.operate'),
  },
};

/**
 * Types that say more than everybody may know, with the fields by which they are reached. Nothing else may lead to them: what
 * those fields give is already within reach.
 */
export const GUARDED_TYPES: Readonly<Record<string, readonly string[]>> = {
  Dossier: ['DossierConnection.nodes', 'DossierEdge.node'],
  DossierEdge: ['DossierConnection.edges'],
  DossierConnection: ['Query.dossiers'],
  QuarantinedRow: ['QuarantineConnection.nodes', 'QuarantineEdge.node'],
  QuarantineEdge: ['QuarantineConnection.edges'],
  QuarantineConnection: ['Query.quarantine'],
  IngestBatch: ['IngestBatchConnection.nodes', 'IngestBatchEdge.node', 'Query.ingestBatch', 'QuarantinedRow.batch'],
  IngestBatchEdge: ['IngestBatchConnection.edges'],
  IngestBatchConnection: ['Query.ingestBatches'],
  AuditEvent: ['AuditEventConnection.nodes', 'AuditEventEdge.node'],
  AuditChange: ['AuditEvent.differences'],
  AuditEventEdge: ['AuditEventConnection.edges'],
  AuditEventConnection: ['Query.auditTrail'],
  AuditChain: ['Query.auditChain', 'Mutation.verifyAuditTrail'],
  ChainVerified: ['AuditChain.verified'],
  BrokenChain: ['ChainVerified.broken'],
  SystemHealth: ['Query.systemHealth'],
  HealthWarning: ['SystemHealth.warnings'],
  Backups: ['Query.backups', 'Mutation.startBackup', 'Mutation.checkBackup'],
  BackupFile: ['Backups.files'],
  BackupProgress: ['Backups.running'],
  Account: [
    'Query.me',
    'Query.account',
    'UnitGrant.account',
    'AccountConnection.nodes',
    'AccountEdge.node',
    'Mutation.createAccount',
    'Mutation.setAccountActive',
    'Mutation.renameAccount',
    'Mutation.resetPassword',
    'Mutation.resetSecondFactor',
    'Mutation.grantRole',
  ],
  AccountEdge: ['AccountConnection.edges'],
  AccountConnection: ['Query.accounts'],
  Grant: ['Account.grants', 'Account.delegations', 'Mutation.delegate', 'UnitGrant.grant'],
  Deputy: ['Query.deputies'],
  UnitGrant: ['UnitGrants.grants'],
  UnitGrants: ['Query.grantsAt'],
  HeldRight: ['Account.rights'],
  Session: ['Account.sessions'],
  SecondFactor: ['Account.secondFactor'],
  SecondFactorOffer: ['Mutation.offerSecondFactor'],
  Token: ['Query.tokens'],
  NewToken: ['Mutation.createToken', 'Mutation.rotateToken'],
};
