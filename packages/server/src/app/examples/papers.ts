import { DISTRICT_TEMPLATE } from '@chi-tieu/shared/domain/decision-document/defaults';
import type { Examples } from './types.ts';

const REFERENCE = '171-2022-7Q2M9XK4TB';
const WORDS = Object.entries<string | readonly string[]>({ ...DISTRICT_TEMPLATE }).flatMap(([field, text]) => {
  const example = typeof text === 'string' ? text : ([text[0] ?? 'Ủy ban nhân dân tỉnh'] as const);
  return [
    [`DecisionWords.${field}`, example],
    [`DecisionWordsInput.${field}`, example],
  ] as const;
});

/** Papers of plans and the words that they are written with. */
export const PAPER_EXAMPLES: Examples = {
  ...Object.fromEntries(WORDS),
  'PlanPaper.reference': REFERENCE,
  'Query.planDocument(reference)': REFERENCE,
  'PlanPaper.content': { number: 'Số: 1234/QĐ-UBND' },
  'PlanPaper.planVersion': 6,
  'PlanPaper.by': 'Lập kế hoạch Đại Từ',
  'PlanPaperSums.volume': 8120,
  'PlanPaperSums.baseline': 41.5,
  'PlanPaperSums.achieved': 55.02,
  'PlanPaperSums.before': 52.4,
  'TargetPlan.documentFacts': { indicator: 'Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 4' },
  'PlanPaperStanding.replacedFrom': '2022-10-01',
  'DocumentTemplate.unit': '171',
  'Query.documentTemplate(unit)': '171',
  'Query.documentTemplate(version)': 2,
  'Mutation.saveDocumentTemplate(unit)': '171',
  'ScanInput.name': 'QĐ 1234.pdf',
};
