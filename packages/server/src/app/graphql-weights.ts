/** How many words and signs a question may have; the longest of the console has 260, the one about the schema 170. */
export const MOST_TOKENS = 1_000;

/** How many characters: one word may be as long as a body, and blanks are no words. The longest of the console has 1,500. */
export const MOST_CHARACTERS = 50_000;

/** How deep fields may stand in each other; the deepest of the console has 7. */
export const MOST_DEPTH = 14;

/** The same for the question about the schema, as tools ask it: a type of types of types. */
export const MOST_SCHEMA_DEPTH = 20;

/** How many fields may bear another name, fragments put in; the console has 4 in one question. */
export const MOST_ALIASES = 30;

/** How many directives an operation may have, fragments put in; the console has 2. */
export const MOST_DIRECTIVES = 20;

/** How often fields and fragments may be asked for again beside themselves; the console never does. */
export const MOST_REPEATED = 10;

/** How many errors an answer tells, and how long each text may be. */
export const MOST_ERRORS = 10;
export const LONGEST_MESSAGE = 500;

/** How much a question may cost; the largest of the console has a tenth of it. A value that is shown costs 1. */
export const MOST_COST = 1_000_000;

/** How many fields a question may have once its fragments are put in. */
export const MOST_SELECTIONS = 20_000;

/** How deep anything may stand in something else: fields, fragments, lists of an input. */
export const MOST_NESTED = 100;

/** How many changes one request may ask for: each is a transaction of its own. */
export const MOST_CHANGES = 10;

/** What a field costs beside the values that it shows: rows that are looked at, trees that are built. */
interface Effort {
  /** For every object that it is asked of. */
  each?: number;
  /** Once for each set of arguments: asked again, of whatever object, the answer is there already. */
  question?: number;
}

/** Fields by `Type.field`; what is not here costs nothing beside its values. */
export const EFFORTS: Readonly<Record<string, Effort>> = {
  'AuditEventConnection.totalCount': { each: 10_000 },
  'DossierConnection.totalCount': { each: 200_000 },
  'IngestBatchConnection.totalCount': { each: 2_000 },
  'Attainment.published': { question: 5_000 },
  'CatalogueImport.summary': { each: 20_000 },
  'ChangedDossierConnection.totalCount': { each: 100_000 },
  'ClosedPeriod.corrections': { each: 5_000 },
  'ClosedPeriod.differing': { each: 5_000 },
  // Counts dossiers one by one; a list of all units costs too much by it.
  'Forecast.procedureContributions': { each: 100_000 },
  'Difficulty.dossiers': { each: 20_000 },
  'Query.difficultySynthesis': { each: 100_000 },
  'Query.similarDifficulties': { each: 30_000 },
  'Query.difficulties': { each: 2_000 },
  // Draws again from all the dossiers of a list.
  'InspectionSample.holds': { each: 10_000 },
  'Query.inspectionCandidates': { each: 5_000 },
  'Query.inspections': { each: 2_000 },
  // All receivers of each guidance are looked at.
  'Guidance.receipts': { each: 500 },
  'Guidance.receivers': { each: 1_000 },
  'Query.directionTasks': { each: 2_000 },
  'Query.guidanceList': { each: 2_000 },
  'Query.measures': { each: 2_000 },
  // Counts of some hundred days of all units.
  'SystemOutage.effect': { each: 30_000 },
  'ConnectedSystem.deliveries': { each: 5_000 },
  'ConnectedSystem.availability': { each: 2_000 },
  'Figure.bridge': { each: 5_000 },
  'Figure.holds': { each: 3_000 },
  'Figure.now': { each: 200 },
  'CatalogueImport.columns': { each: 1_000 },
  'CatalogueImport.head': { each: 1_000 },
  'Mutation.applyImport': { each: 100_000 },
  'Mutation.cascadeTargets': { each: 50_000 },
  'Mutation.checkBackup': { each: 50_000 },
  'Mutation.createReport': { each: 50_000 },
  'Mutation.redrawReport': { each: 50_000 },
  'Mutation.moveReport': { each: 50_000 },
  'Mutation.publishReport': { each: 50_000 },
  'Report.content': { each: 5_000 },
  'Report.moved': { each: 5_000 },
  'Mutation.closePeriod': { each: 50_000 },
  'Mutation.previewImport': { each: 100_000 },
  'Mutation.editProcedures': { each: 50_000 },
  'Mutation.setIndexValues': { each: 50_000 },
  'Mutation.startBackup': { each: 50_000 },
  'Mutation.undoImport': { each: 100_000 },
  'Mutation.verifyAuditTrail': { each: 50_000 },
  'ProcedureConnection.totalCount': { each: 2_000 },
  'QuarantineConnection.totalCount': { each: 2_000 },
  'QuarantineCauseConnection.totalCount': { each: 20_000 },
  'Query.quarantineCauses': { each: 50_000 },
  'QuarantineCause.suggestions': { each: 100 },
  'ForeseenMend.effects': { each: 50_000 },
  'CauseMend.effects': { each: 20_000 },
  'IngestBatch.effects': { each: 5_000 },
  'Mutation.foreseeMend': { each: 50_000 },
  'Mutation.mendCause': { each: 50_000 },
  'Mutation.continueMend': { each: 50_000 },
  'Mutation.undoMend': { each: 50_000 },
  'Mutation.foreseeDossierStep': { each: 20_000 },
  'Mutation.releaseBatch': { each: 50_000 },
  'Mutation.previewDecision': { each: 50_000 },
  'Mutation.previewForce': { each: 50_000 },
  'Procedure.dossierCounts': { each: 20_000 },
  'Procedure.rate': { each: 20_000 },
  'Procedure.rateByMonth': { each: 100_000 },
  'Procedure.rateByUnit': { each: 20_000 },
  'Query.account': { each: 1_000 },
  'Mutation.lookByUrgeRules': { each: 50_000 },
  'Query.tryUrgeRule': { each: 50_000 },
  'ReminderConnection.totalCount': { each: 2_000 },
  'UrgeMessageConnection.totalCount': { each: 2_000 },
  'Query.accounts': { each: 5_000 },
  'Query.decisions': { each: 2_000 },
  'Query.listCoverage': { question: 100_000 },
  'Query.previewAmendment': { each: 10_000 },
  'Query.serviceListDiff': { each: 5_000 },
  'Query.serviceListDiffByDecision': { each: 10_000 },
  'AmendmentPreview.effect': { each: 100_000 },
  'BulkEdit.effects': { each: 50_000 },
  'ImportPreview.effects': { each: 50_000 },
  'ServiceListDiff.effect': { each: 100_000 },
  'Query.attainments': { question: 5_000 },
  'Query.auditChain': { each: 2_000 },
  'Query.auditTrail': { each: 5_000 },
  'Query.backups': { each: 50_000 },
  'Query.changedDossiers': { each: 60_000 },
  'Query.changes': { each: 5_000 },
  'Query.dataStatus': { each: 25_000 },
  'Query.deputies': { each: 5_000 },
  'Query.dossiers': { each: 60_000 },
  'Query.explainChange': { each: 200_000 },
  'Query.explanation': { each: 200_000 },
  'Query.myNews': { each: 10_000 },
  'Query.myWork': { each: 20_000 },
  'Query.unitMatters': { each: 5_000 },
  'Query.forecast': { question: 60_000 },
  'Query.forecastQuality': { question: 60_000 },
  'Query.grantsAt': { each: 5_000 },
  'Query.catalogueImports': { each: 2_000 },
  'Query.importRows': { each: 20_000 },
  'Query.ingestBatches': { each: 5_000 },
  'Query.procedureFacets': { each: 10_000 },
  'Query.procedureFields': { each: 5_000 },
  'Query.procedures': { each: 5_000 },
  'Query.quarantine': { each: 5_000 },
  'Query.indexScores': { question: 50_000 },
  'Query.ranking': { question: 10_000 },
  'Query.systemHealth': { each: 50_000 },
  'Query.units': { each: 5_000 },
  'ServiceList.amendments': { each: 2_000 },
  'ServiceList.decisions': { each: 2_000 },
  'ServiceList.entries': { each: 2_000 },
  'ServiceList.entryCount': { each: 1_000 },
  'Target.milestones': { each: 20 },
  'TargetPlan.basisFrom': { each: 200 },
  'TargetPlan.basisTo': { each: 200 },
  'TargetPlan.children': { each: 200 },
  'TargetPlan.inputs': { each: 200 },
  'TargetPlan.rehearsal': { each: 2_000 },
  'TargetPlan.required': { each: 200 },
  'TargetPlan.rollUp': { each: 200 },
  'TargetPlan.scenarios': { each: 1_000 },
  'TargetPlan.targets': { each: 200 },
  'Unit.attainment': { question: 5_000 },
  'Unit.forecast': { question: 60_000 },
  'Unit.series': { question: 20_000 },
};

/** How long lists are in a province and in the schema, where it is neither a page nor the usual. */
export const LENGTHS: Readonly<Record<string, number>> = {
  added: 500,
  amendments: 20,
  args: 4,
  auditActs: 50,
  availability: 31,
  attainments: 208,
  changed: 500,
  changedBefore: 500,
  cells: 12,
  changes: 500,
  children: 32,
  connectedSystems: 12,
  deliveries: 31,
  differences: 12,
  directives: 6,
  dossierCounts: 60,
  drawn: 40,
  effects: 12,
  entered: 90,
  enumValues: 6,
  fields: 8,
  files: 100,
  forecast: 208,
  grounds: 3,
  inputFields: 6,
  inspected: 12,
  interfaces: 1,
  listEntries: 10,
  marks: 12,
  milestones: 12,
  minutes: 4,
  myNews: 10,
  myWork: 17,
  names: 3,
  outages: 20,
  overtakenBy: 90,
  overtook: 90,
  possibleTypes: 1,
  problems: 4,
  procedureContributions: 300,
  ranking: 208,
  rateByMonth: 24,
  rateByUnit: 208,
  predecessors: 2,
  removed: 500,
  samples: 5,
  successors: 2,
  suggestions: 3,
  targetPlans: 40,
  types: 100,
  units: 208,
  unitMatters: 32,
  versions: 3,
  warnings: 8,
};
export const USUAL_LENGTH = 20;
/** The points of a series: a year of days, or two of months. */
export const SERIES = { DAY: 366, MONTH: 24 };
/** How long a page is where nobody says, and at the most. */
export const PAGE = 50;
export const LARGEST_PAGE = 500;
/** All units of a province below one: however deep `children` within `children` are asked for, there are no more. */
export const MOST_BELOW = 224;
