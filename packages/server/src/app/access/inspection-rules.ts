import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Rule } from './rules.ts';

const service = (right: Right): Rule => ({ right, at: 'SERVICE' });
const filtered: Rule = { right: 'inspection.read', at: 'FILTERED' };

/** Inspections: who sees and does what stands in docs/decisions/0013, section 14. */
export const INSPECTION_RULES = {
  Query: {
    checklists: service('inspection.work'),
    checklistVersions: service('inspection.work'),
    inspection: filtered,
    inspectionCandidates: service('inspection.lead'),
    inspectionCounts: filtered,
    inspections: filtered,
  },
  Mutation: {
    answerItem: service('inspection.work'),
    changeInspection: service('inspection.lead'),
    drawSample: service('inspection.work'),
    judgeDrawn: service('inspection.work'),
    makeInspectionMinutes: service('inspection.work'),
    moveInspection: service('inspection.lead'),
    planInspection: service('inspection.lead'),
    recordFinding: service('inspection.work'),
    saveChecklist: { right: 'inspection.lead', at: 'PROVINCE' },
    sealSample: service('inspection.work'),
    stepFinding: service('inspection.work'),
  },
} as const satisfies Record<'Query' | 'Mutation', Record<string, Rule>>;

/** What leads to an inspection: everything that does has asked for the caller's reach. */
export const INSPECTION_TYPES: Readonly<Record<string, readonly string[]>> = {
  CheckedItem: ['InspectedUnit.items'],
  Checklist: ['Inspection.checklist', 'Mutation.saveChecklist', 'Query.checklists', 'Query.checklistVersions'],
  ChecklistItem: ['Checklist.items'],
  DrawnDossier: ['InspectionSample.drawn'],
  InspectedUnit: ['Inspection.inspected'],
  Inspection: [
    'Query.inspection',
    'InspectionConnection.nodes',
    'InspectionEdge.node',
    ...Object.keys(INSPECTION_RULES.Mutation)
      .filter((name) => name !== 'saveChecklist')
      .map((name) => `Mutation.${name}`),
  ],
  InspectionConnection: ['Query.inspections'],
  InspectionCount: ['Query.inspectionCounts'],
  InspectionEdge: ['InspectionConnection.edges'],
  InspectionFile: ['InspectionStep.files'],
  InspectionFinding: ['Inspection.findings'],
  InspectionMember: ['Inspection.team', 'Query.inspectionCandidates'],
  InspectionMinutes: ['InspectedUnit.minutes'],
  InspectionSample: ['InspectedUnit.samples'],
  InspectionStep: ['Inspection.steps'],
  InspectionWaiting: ['Inspection.waiting'],
};
