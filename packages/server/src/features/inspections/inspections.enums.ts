import { CHECK_ANSWERS, type CheckAnswer as AnswerName } from '@chi-tieu/shared/domain/inspection/checklist';
import {
  SAMPLE_LISTS,
  SAMPLE_RESULTS,
  type SampleList as ListName,
  type SampleResult as ResultName,
} from '@chi-tieu/shared/domain/inspection/sample';
import {
  FINDING_ACTS,
  FINDING_STATES,
  INSPECTION_MOVES,
  INSPECTION_STATES,
  SEVERITIES,
  type FindingAct as FindingActName,
  type FindingState as FindingStateName,
  type InspectionMove as MoveName,
  type InspectionState as StateName,
  type Severity as SeverityName,
} from '@chi-tieu/shared/domain/inspection/states';
import { registerEnumType } from 'type-graphql';
import { named } from '../../app/enums.ts';
import { STEP_ACTS, type StepAct } from './log/steps.queries.ts';

export const InspectionState = named(...INSPECTION_STATES);
export type InspectionState = StateName;
export const InspectionMove = named(...INSPECTION_MOVES);
export type InspectionMove = MoveName;
export const InspectionAct = named(...STEP_ACTS);
export type InspectionAct = StepAct;
export const FindingState = named(...FINDING_STATES);
export type FindingState = FindingStateName;
export const FindingAct = named(...FINDING_ACTS);
export type FindingAct = FindingActName;
export const FindingSeverity = named(...SEVERITIES);
export type FindingSeverity = SeverityName;
export const CheckAnswer = named(...CHECK_ANSWERS);
export type CheckAnswer = AnswerName;
export const ExpectedAnswer = named('YES', 'NO');
export type ExpectedAnswer = keyof typeof ExpectedAnswer;
export const SampleList = named(...SAMPLE_LISTS);
export type SampleList = ListName;
export const SampleResult = named(...SAMPLE_RESULTS);
export type SampleResult = ResultName;

registerEnumType(InspectionState, {
  name: 'InspectionState',
  description:
    'PLANNED: its units do not know of it yet. ANNOUNCED: they were told. UNDER_WAY: on the spot; CONCLUDED. CANCELLED: called off before it began.',
});
registerEnumType(InspectionMove, {
  name: 'InspectionMove',
  description: 'What moves an inspection on: its units are told, it begins, it is concluded, it is called off.',
});
registerEnumType(InspectionAct, {
  name: 'InspectionAct',
  description:
    'What was done. DRAWN, DRAWN_AGAIN: a sample was sealed. FOUND and what follows is about a finding. MINUTES: minutes were made out.',
});
registerEnumType(FindingState, {
  name: 'FindingState',
  description:
    'OPEN: to be remedied. REMEDIED: its unit says that it is. CONFIRMED: those who inspect say so too. WITHDRAWN: it was taken back.',
});
registerEnumType(FindingAct, {
  name: 'FindingAct',
  description:
    'REMEDIED is said by the unit; CONFIRMED, REFUSED (it is open again) and WITHDRAWN by those who inspect; NOTED by either.',
});
registerEnumType(FindingSeverity, { name: 'FindingSeverity', description: 'How grave a finding is.' });
registerEnumType(CheckAnswer, { name: 'CheckAnswer', description: 'What is answered to an item of a checklist.' });
registerEnumType(ExpectedAnswer, { name: 'ExpectedAnswer', description: 'What is answered where all is well.' });
registerEnumType(SampleList, {
  name: 'SampleList',
  description:
    'From which dossiers a sample is drawn: those in the numerator of a figure, those in its denominator alone, those that do not count.',
});
registerEnumType(SampleResult, {
  name: 'SampleResult',
  description: 'What was found at a dossier: it is as recorded, it is otherwise, or it could not be shown.',
});
