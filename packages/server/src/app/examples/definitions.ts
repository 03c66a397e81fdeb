import type { Examples } from './types.ts';

const DEFINITION = '1000006';
const CLAUSE = 'Điều 1, Quyết định 793/QĐ-UBND năm 2022 của UBND tỉnh Thái Nguyên';

/** Indicators, what they measure, and trials of that. */
export const DEFINITION_EXAMPLES: Examples = {
  'Indicator.counts': 'DOSSIERS',
  'Indicator.numerator': 'CHANNEL',
  'IndicatorDefinition.id': DEFINITION,
  'IndicatorDefinition.indicator': 'ONLINE_RESOLUTION_L4',
  'IndicatorDefinition.name': 'Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 4',
  'IndicatorDefinition.version': 2,
  'IndicatorDefinition.revision': 3,
  'IndicatorDefinition.statuses': [9, 10],
  'IndicatorDefinition.clause': CLAUSE,
  'IndicatorDefinition.note': 'Tính theo ngày kết thúc thay cho ngày tiếp nhận.',
  'IndicatorDefinition.reason': 'Theo kết luận của UBND tỉnh.',
  'IndicatorDefinition.rule':
    'Hồ sơ nộp trực tuyến trên tổng số hồ sơ đã giải quyết trong kỳ, thủ tục còn hiệu lực và trong Danh mục dịch vụ công trực tuyến mức độ 4 vào ngày tiếp nhận.',
  'DefinitionProgress.done': 60000,
  'DefinitionProgress.of': 427662,
  'DefinitionInput.statuses': [9, 10],
  'DefinitionInput.clause': CLAUSE,
  'DefinitionInput.note': 'Tính theo ngày kết thúc thay cho ngày tiếp nhận.',
  'DefinitionTrial.looked': 4276,
  'DefinitionTrial.changing': 112,
  'DefinitionTrial.every': 100,
  'TrialCell.examples': ['000.01.03.H55-220301-0001'],
  'Query.indicatorDefinition(id)': DEFINITION,
  'Query.tryDefinition(left)': DEFINITION,
  'Query.tryDefinition(right)': '1000007',
  'Query.tryDefinition(every)': 100,
  'Mutation.createDefinition(name)': 'Tỷ lệ hồ sơ tiếp nhận trực tuyến tại cấp xã',
  'Mutation.saveDefinition(id)': DEFINITION,
  'Mutation.saveDefinition(expectedRevision)': 3,
  'Mutation.startComputing(id)': DEFINITION,
  'Mutation.startComputing(expectedRevision)': 3,
  'Mutation.cancelDefinition(id)': DEFINITION,
  'Mutation.cancelDefinition(reason)': 'Danh mục mới chưa ban hành.',
  'Mutation.switchOnDefinition(id)': DEFINITION,
  'Mutation.switchOnDefinition(reason)': 'Theo kết luận của UBND tỉnh.',
};
