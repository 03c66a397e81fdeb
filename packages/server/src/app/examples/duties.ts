import type { Examples } from './types.ts';

const PLAN = '0b8a1f5c-6a0e-4a57-8f3c-2b7f0c9d5e13';
const NOTE = 'Đã nhận chỉ tiêu, sẽ giao cho các xã trước ngày 15/4.';

/** What is asked and answered about who has to assign, take note, or copies a plan. */
export const DUTIES: Examples = {
  'Assignment.assignDaysLeft': 12,
  'Assignment.acknowledgeDaysLeft': -3,
  'Assignment.children': 32,
  'Assignment.assigned': 30,
  'Assignment.acknowledged': 27,
  'Acknowledgement.note': NOTE,
  'Mutation.acknowledgeTarget(note)': NOTE,
  'Mutation.copyTargets(from)': PLAN,
  'CopiedLimits.floor': 42.5,
  'CopiedLimits.ceiling': 95,
  'TargetChange.before': 50,
  'TargetChange.after': 55.5,
  'ProposedBy.step': 0.5,
  'PlanEventNumbers.count': 12,
  'PlanEventNumbers.effectiveOn': '2022-04-10',
  'TargetPlanInput.effectiveOn': '2022-03-15',
  'TargetPlanInput.reason': 'Chỉ tiêu tỉnh giao cho huyện thay đổi từ ngày 10/4.',
  'PlanStanding.madeFor': 55,
  'PlanStanding.residualPoints': 1.25,
  'PlanStanding.residualDossiers': 214,
};
