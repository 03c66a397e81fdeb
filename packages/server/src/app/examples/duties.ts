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
  'PlanStanding.madeFor': 55,
  'PlanStanding.residualPoints': 1.25,
  'PlanStanding.residualDossiers': 214,
};
