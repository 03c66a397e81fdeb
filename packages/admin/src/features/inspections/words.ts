import { CHECK_ANSWERS } from '@chi-tieu/shared/domain/inspection/checklist';
import { INSPECTION_STATES, SEVERITIES } from '@chi-tieu/shared/domain/inspection/states';
import { SAMPLE_LISTS, SAMPLE_RESULTS } from '@chi-tieu/shared/domain/inspection/sample';
import type {
  CheckAnswer,
  FindingSeverity,
  FindingState,
  InspectionSheetQuery,
  InspectionState,
  SampleList,
  SampleResult,
} from '@chi-tieu/shared/generated/graphql';
import { t } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';
import './texts.ts';

/** What the page of an inspection is about. */
export type InspectionSeen = NonNullable<InspectionSheetQuery['inspection']>;
export type UnitSeen = InspectionSeen['inspected'][number];
export type SampleSeen = UnitSeen['samples'][number];
export type FindingSeen = InspectionSeen['findings'][number];
export type StepSeen = InspectionSeen['steps'][number];

const STATE_TONES: Record<InspectionState, Tone> = {
  ...{ PLANNED: 'open', ANNOUNCED: 'risk', UNDER_WAY: 'risk', CONCLUDED: 'met', CANCELLED: 'none' },
};
const FINDING_TONES: Record<FindingState, Tone> = {
  OPEN: 'miss',
  REMEDIED: 'risk',
  CONFIRMED: 'met',
  WITHDRAWN: 'none',
};

export const stateTone = (state: InspectionState): Tone => STATE_TONES[state];
export const stateText = (state: InspectionState): string => t(`inspections.state.${state}`);
export const findingTone = (state: FindingState): Tone => FINDING_TONES[state];
export const findingText = (state: FindingState): string => t(`inspections.findingState.${state}`);
export const severityText = (severity: FindingSeverity): string => t(`inspections.severity.${severity}`);
export const answerText = (answer: CheckAnswer): string => t(`inspections.answer.${answer}`);
export const listText = (list: SampleList): string => t(`inspections.sampleList.${list}`);
export const resultText = (result: SampleResult): string => t(`inspections.result.${result}`);
export const STATES: readonly InspectionState[] = INSPECTION_STATES;
export const ANSWERS: readonly CheckAnswer[] = CHECK_ANSWERS;
export const LISTS: readonly SampleList[] = SAMPLE_LISTS;
export const RESULTS: readonly SampleResult[] = SAMPLE_RESULTS;
export const SEVERITY: readonly FindingSeverity[] = SEVERITIES;
