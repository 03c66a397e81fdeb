import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Rule } from './rules.ts';

const service = (right: Right): Rule => ({ right, at: 'SERVICE' });
const filtered: Rule = { right: 'matter.read', at: 'FILTERED' };

/** Guidance, measures, directions: who sees and does what stands in docs/decisions/0013, section 17. */
export const MATTER_RULES = {
  Query: {
    direction: filtered,
    directionTaskCounts: filtered,
    directionTasks: filtered,
    guidance: filtered,
    guidanceForeseen: service('guidance.issue'),
    guidanceList: filtered,
    measure: filtered,
    measureCounts: filtered,
    measures: filtered,
  },
  Mutation: {
    acknowledgeGuidance: service('reminder.answer'),
    answerGuidance: service('guidance.issue'),
    askAboutGuidance: service('reminder.answer'),
    changeGuidance: service('guidance.issue'),
    changeMeasure: service('measure.keep'),
    enterDirection: { right: 'report.approve', at: 'PROVINCE' },
    issueGuidance: service('guidance.issue'),
    judgeMeasure: service('measure.keep'),
    planMeasure: service('measure.keep'),
    stepMeasure: service('measure.keep'),
    stepTask: service('plan.answer'),
    strikeJudgement: service('measure.keep'),
    withdrawGuidance: service('guidance.issue'),
  },
} as const satisfies Record<'Query' | 'Mutation', Record<string, Rule>>;

const mutations = (...names: (keyof (typeof MATTER_RULES)['Mutation'])[]) => names.map((name) => `Mutation.${name}`);

/** What leads to matters: everything that does has asked for the caller's reach. */
export const MATTER_TYPES: Readonly<Record<string, readonly string[]>> = {
  DirectedReport: ['Direction.report', 'DirectedReport.replacedBy'],
  Direction: ['Query.direction', 'DirectionTask.direction', ...mutations('enterDirection', 'stepTask')],
  DirectionTask: ['Direction.tasks', 'DirectionTaskConnection.nodes', 'DirectionTaskEdge.node'],
  DirectionTaskConnection: ['Query.directionTasks'],
  DirectionTaskEdge: ['DirectionTaskConnection.edges'],
  Guidance: [
    'GuidanceConnection.nodes',
    'GuidanceEdge.node',
    'Query.guidance',
    ...mutations('acknowledgeGuidance', 'answerGuidance', 'askAboutGuidance', 'changeGuidance', 'issueGuidance'),
    ...mutations('withdrawGuidance'),
  ],
  GuidanceAnswer: ['GuidanceQuestion.earlier'],
  GuidanceConnection: ['Query.guidanceList'],
  GuidanceEdge: ['GuidanceConnection.edges'],
  GuidanceEdition: ['Guidance.editions'],
  GuidanceForeseen: ['Query.guidanceForeseen'],
  GuidanceQuestion: ['Guidance.questions'],
  GuidanceReceipts: ['Guidance.receipts'],
  GuidanceReceiver: ['Guidance.receivers'],
  MatterFile: ['MatterStep.files'],
  MatterStep: ['DirectionTask.steps', 'Guidance.steps', 'Measure.steps'],
  Measure: [
    'MeasureConnection.nodes',
    'MeasureEdge.node',
    'Query.measure',
    ...mutations('changeMeasure', 'judgeMeasure', 'planMeasure', 'stepMeasure', 'strikeJudgement'),
  ],
  MeasureConnection: ['Query.measures'],
  MeasureCount: ['Query.measureCounts'],
  MeasureEdge: ['MeasureConnection.edges'],
  MeasureJudgement: ['Measure.judgements'],
  TaskCount: ['Query.directionTaskCounts'],
};
