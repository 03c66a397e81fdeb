import type { Examples } from './types.ts';

/** What waits for somebody, and what goes on about units. */
export const MY_WORK_EXAMPLES: Examples = {
  'WaitingMatter.count': 3,
  'WaitingMatter.overdue': 1,
  'WaitingMatter.oldest': '2022-04-12',
  'WaitingMatter.due': '2022-04-22',
  'WaitingMatter.path': '/don-doc',
  'WaitingItem.about': 'Đôn đốc thị trấn Hùng Sơn: chậm mốc tháng 3/2022',
  'WaitingItem.since': '2022-04-12',
  'WaitingItem.due': '2022-04-22',
  'WaitingItem.path': '/don-doc/3f1d2c4b-8a57-4e0f-9b6c-2d7e1f0a5c38',
  'NewsItem.id': 'REMINDER_ANSWERED:412',
  'NewsItem.about': 'Đôn đốc thị trấn Hùng Sơn: chậm mốc tháng 3/2022',
  'NewsItem.path': '/don-doc/3f1d2c4b-8a57-4e0f-9b6c-2d7e1f0a5c38',
  'Mutation.readNews': 1,
  'Mutation.readNews(ids)': ['REMINDER_ANSWERED:412'],
  'UnitMatters.reminders': 2,
  'UnitMatters.lastTold': '2022-04-12',
  'UnitMatters.lastAnswered': '2022-04-14',
  'UnitMatters.difficulties': 1,
  'Query.unitMatters(under)': '19',
};
