import type { Examples } from './types.ts';

const COMMENT = '7d2e4c1a-5b0f-4a8e-9c3d-1f6a2b8e4d90';
const PROPOSAL = '3c9b7e52-1a4d-4f6b-8e0c-5d2f9a7b1c46';
const SAID = 'Đề nghị xem lại vì xã mới sáp nhập.';
const ANSWER = 'Đã xem: giữ mức 55 % vì hai tháng gần đây đã đạt.';

/** What is said about plans, what units propose, and who is there. */
export const TALK_EXAMPLES: Examples = {
  'PlanComment.id': COMMENT,
  'PlanComment.answers': COMMENT,
  'Mutation.addPlanComment(answers)': COMMENT,
  'Mutation.resolvePlanComment(id)': COMMENT,
  'Mutation.withdrawPlanComment(id)': COMMENT,
  'PlanComment.body': SAID,
  'Mutation.addPlanComment(body)': SAID,
  'CounterProposal.id': PROPOSAL,
  'Mutation.withdrawCounterProposal(id)': PROPOSAL,
  'Mutation.answerCounterProposal(id)': PROPOSAL,
  'CounterProposal.grounds': SAID,
  'Mutation.makeCounterProposal(grounds)': SAID,
  'CounterProposal.percent': 45,
  'Mutation.makeCounterProposal(percent)': 45,
  'CounterProposal.insteadOf': 55,
  'CounterProposal.answer': ANSWER,
  'Mutation.answerCounterProposal(answer)': ANSWER,
  'CounterProposal.answeredBy': 'Trần Thị Bình',
  'TargetPlan.consultedUntil': '2022-03-20',
  'Consultation.consultedUntil': '2022-03-20',
  'Mutation.openConsultation(until)': '2022-03-20',
  'TargetPlan.consultedVersion': 1,
  'Consultation.volume': 1840,
  'Consultation.baseline': 41.5,
  'PlanPresence.said': '2093',
  'PresentPerson.name': 'Trần Thị Bình',
  'PresentPerson.field': 'target',
  'Mutation.bePresent(field)': 'target',
};
