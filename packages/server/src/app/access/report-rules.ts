import type { Rule } from './rules.ts';

const filtered: Rule = { right: 'report.read', at: 'FILTERED' };
const drafting: Rule = { right: 'report.draft', at: 'PROVINCE' };

/** Reports to the chairman: who sees and does what stands in docs/decisions/0013, section 13. */
export const REPORT_RULES = {
  Query: {
    report: filtered,
    reports: filtered,
    reportPages: filtered,
    reportSchedules: { right: 'report.read', at: 'PROVINCE' },
    reportTemplate: { right: 'report.read', at: 'PROVINCE' },
  },
  Mutation: {
    createReport: drafting,
    redrawReport: drafting,
    replaceReport: drafting,
    deliverReport: drafting,
    receiveReport: { right: 'plan.answer', at: 'SERVICE' },
    wordReport: drafting,
    publishReport: { right: 'report.read', at: 'PROVINCE' },
    giveUpReport: drafting,
    moveReport: { right: 'report.read', at: 'PROVINCE' },
    saveReportSchedule: drafting,
    deleteReportSchedule: drafting,
    saveReportTemplate: drafting,
  },
} as const satisfies Record<'Query' | 'Mutation', Record<string, Rule>>;

/** What leads to a report: everything that does has asked for the caller's reach. */
export const REPORT_TYPES: Readonly<Record<string, readonly string[]>> = {
  Report: [
    'Query.report',
    'Query.reports',
    'ReportConnection.nodes',
    'ReportEdge.node',
    'Mutation.createReport',
    'Mutation.publishReport',
    'Mutation.redrawReport',
    'Mutation.replaceReport',
    'Mutation.deliverReport',
    'Report.replaces',
    'Report.replacedBy',
    'Mutation.wordReport',
    'Mutation.moveReport',
    'Mutation.giveUpReport',
  ],
  ReportConnection: ['Query.reportPages'],
  ReportEdge: ['ReportConnection.edges'],
  ReportContent: ['Report.content'],
  ReportPart: ['ReportContent.parts'],
  ReportSentence: ['ReportPart.sentences'],
  ReportUnit: ['ReportContent.province', 'ReportContent.units'],
  ReportCounts: ['ReportUnit.now', 'ReportUnit.before', 'ReportUnit.yearSoFar'],
  ReportBefore: ['ReportContent.before'],
  ReportMoved: ['Report.moved', 'ReportContent.redrawn', 'ReportReplacement.figures'],
  ReportReplacement: ['ReportContent.replacement'],
  ReportSentenceChange: ['ReportReplacement.sentences'],
  ReportStep: ['Report.steps'],
  ReportFile: ['Report.files'],
  ReportDelivery: ['Report.deliveries', 'Mutation.receiveReport'],
  ReportExtractRow: ['ReportDelivery.rows'],
  ReportMessages: ['ReportDelivery.messages'],
  ReportSchedule: ['Query.reportSchedules', 'Mutation.saveReportSchedule'],
  ReportRun: ['ReportSchedule.runs'],
  ReportTemplate: ['Query.reportTemplate', 'Mutation.saveReportTemplate'],
  ReportWords: ['ReportTemplate.words'],
  ReportTemplateSection: ['ReportWords.sections'],
};
