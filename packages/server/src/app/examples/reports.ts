import { DEFAULT_REPORT } from '@chi-tieu/shared/domain/report/defaults';
import type { Examples } from './types.ts';

const ID = '5d2c0b6e-3f4a-4c8e-9b1d-7a6f5e4d3c2b';
const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const WRITTEN = 'Toàn {{province}} {{verdict?}}, cần tập trung vào tháng cuối.';

const { sections, ...texts } = DEFAULT_REPORT;
const WORDS = Object.entries<string | readonly string[]>(texts).flatMap(([field, text]) => {
  const example = typeof text === 'string' ? text || 'Nguyễn Văn An' : ([text[0] ?? ''] as const);
  return [
    [`ReportWords.${field}`, example],
    [`ReportWordsInput.${field}`, example],
  ] as const;
});
const [section] = sections;
const SENTENCE = section?.sentences[0] ?? '';

/** Reports to the chairman. */
export const REPORT_EXAMPLES: Examples = {
  ...Object.fromEntries(WORDS),
  'Report.id': ID,
  'Report.version': 4,
  'Report.from': '2022-01-01',
  'Report.to': '2022-12-31',
  'Report.name': 'Năm 2022',
  'Report.drawnOn': '2023-01-05',
  'Report.reference': '19-2022-7Q2M9XK4TB',
  'Report.number': '12/BC-VP',
  'Report.dated': '2023-01-09',
  'Report.by': 'Trần Thị Bình',
  'Report.sha256': SHA256,
  'ReportContent.blocks': { kind: 'TEXT', look: 'title', text: 'BÁO CÁO' },
  'ReportContent.templateVersion': 2,
  'ReportPart.heading': section?.heading ?? '',
  'ReportSentence.key': '0.1',
  'ReportSentence.template': SENTENCE,
  'ReportSentence.written': WRITTEN,
  'ReportSentence.text': 'Toàn tỉnh Thái Nguyên chưa đạt chỉ tiêu, còn thiếu 1 hồ sơ, cần tập trung vào tháng cuối.',
  'ReportSentence.table': 'unitsTable',
  'ReportSentence.strange': ['60'],
  'ReportSentence.missing': ['target'],
  'ReportCounts.reference': '164-2022-3H7KQ2M9XT',
  'ReportCounts.numerator': 1099,
  'ReportCounts.denominator': 2000,
  'ReportCounts.rate': 54.95,
  'ReportCounts.target': 55,
  'ReportCounts.missing': 1,
  'ReportUnit.code': '164',
  'ReportUnit.name': 'Thành phố Thái Nguyên',
  'ReportMoved.code': '164',
  'ReportMoved.name': 'Thành phố Thái Nguyên',
  'ReportMoved.reference': '164-2022-3H7KQ2M9XT',
  'ReportMoved.numerator': 1099,
  'ReportMoved.denominator': 2000,
  'ReportMoved.rate': 54.95,
  'ReportMoved.numeratorAfter': 1101,
  'ReportMoved.denominatorAfter': 2001,
  'ReportMoved.rateAfter': 55.02,
  'ReportStep.id': '31',
  'ReportStep.reason': 'Bổ sung nguyên nhân của hai huyện chưa đạt.',
  'ReportStep.by': 'Lê Văn Cường',
  'ReportFile.sha256': SHA256,
  'ReportFile.bytes': 48_211,
  'ReportBefore.name': 'Năm 2021',
  'ReportTemplate.version': 2,
  'ReportTemplate.places': ['rate'],
  'ReportTemplate.tables': ['unitsTable'],
  'ReportTemplate.by': 'Trần Thị Bình',
  'ReportTemplateSection.heading': section?.heading ?? '',
  'ReportTemplateSection.sentences': [SENTENCE],
  'ReportTemplateSectionInput.heading': section?.heading ?? '',
  'ReportTemplateSectionInput.sentences': [SENTENCE],
  'Query.report(id)': ID,
  'ReportInput.from': '2022-01-01',
  'ReportInput.to': '2022-12-31',
  'ReportInput.unit': '19',
  'Query.reports(year)': 2022,
  'Mutation.publishReport(id)': ID,
  'Mutation.publishReport(number)': '12/BC-VP',
  'Mutation.publishReport(dated)': '2023-01-09',
  'Mutation.redrawReport(id)': ID,
  'Mutation.wordReport(id)': ID,
  'Mutation.wordReport(sentence)': '0.1',
  'Mutation.wordReport(text)': WRITTEN,
  'Mutation.moveReport(id)': ID,
  'Mutation.moveReport(reason)': 'Bổ sung nguyên nhân của hai huyện chưa đạt.',
  'Mutation.moveReport(number)': '12/BC-VP',
  'Mutation.moveReport(dated)': '2023-01-09',
};
