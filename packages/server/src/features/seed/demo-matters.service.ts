import { Context, type App } from '../../app/context.ts';
import { reportDifficulty } from '../difficulties/report.service.ts';
import { answerDifficulty, takeDifficulty } from '../difficulties/steps.service.ts';
import { difficultiesOpen } from '../difficulties/waiting.queries.ts';
import { demoSystems } from './demo-systems.service.ts';
import { reminders } from '../urging/reminders/reminders.service.ts';
import { sendReminders } from '../urging/reminders/send.service.ts';
import { lookNow, saveUrgeRule, switchUrgeRule, urgeRules } from '../urging/rules/rules.service.ts';

/** The day on which the demonstration urges: August 2022 is over and has settled. */
const ON = '2022-09-14T02:00:00Z';
const INDICATOR = 'ONLINE_RESOLUTION_L4';

const RULE = {
  name: 'Chậm mốc hai tháng liền (minh họa)',
  condition: {
    kind: 'BEHIND_MILESTONE' as const,
    indicator: INDICATOR,
    months: 2,
    settleDays: 10,
    days: null,
    month: null,
    day: null,
  },
  kinds: ['DISTRICT' as const],
  under: null,
  sendsItself: false,
  answerDays: 10,
  raiseAfterDays: null,
  subject: 'Đôn đốc {{unit}}: chậm mốc {{month}}',
  body: '{{unit}} đạt {{rate}} ({{numerator}}/{{denominator}} hồ sơ), mốc {{mark}}, còn thiếu {{missing}} hồ sơ. Đề nghị báo cáo nguyên nhân và giải pháp trước ngày {{deadline}}.\nMã số liệu {{reference?}}.',
};

const DIFFICULTIES = [
  {
    ...{ unit: '05680', cause: 'SYSTEM' as const, procedure: '2.000815' },
    text: 'Phần mềm chứng thực hay mất kết nối đầu giờ sáng, hồ sơ phải nhận trực tiếp (minh họa).',
  },
  {
    ...{ unit: '171', cause: 'CITIZENS' as const, procedure: null },
    text: 'Nhiều người dân vùng cao chưa có tài khoản định danh mức 2 nên không nộp trực tuyến được (minh họa).',
  },
  {
    ...{ unit: '172', cause: 'PEOPLE' as const, procedure: null },
    text: 'Thiếu công chức hướng dẫn tại bộ phận một cửa các xã mới sáp nhập (minh họa).',
  },
];

/**
 * A few letters, difficulties and connected systems of the demonstration, through the product's own use cases, as of a day in it. The rule is switched off
 * again: what the years since then look like nobody is urged about.
 */
export async function demoMatters(app: App): Promise<void> {
  const then: App = { ...app, now: () => new Date(ON) };
  const within = async <T>(use: (ctx: Context) => Promise<T>): Promise<T> => {
    const ctx = new Context(then, { account: null, locale: 'vi', requestId: 'seed', isProcess: true });
    return use(ctx).finally(() => ctx.end());
  };
  await within(urgeOnce);
  const drafts = await within((ctx) =>
    reminders(ctx, { states: ['DRAFT'], unit: null, rule: null }, { first: 20, after: null }),
  );
  const ids = drafts.nodes.map((reminder) => reminder.id);
  if (ids.length > 0) await within((ctx) => sendReminders(ctx, ids, null));
  for (const one of DIFFICULTIES) await within((ctx) => reportOnce(ctx, one));
  await within(answerOne);
  await demoSystems(within);
}

/** Looks by the rule once; what a start that was broken off had made of it is gone on with. */
async function urgeOnce(ctx: Context): Promise<void> {
  const known = (await urgeRules(ctx)).find(({ name }) => name === RULE.name);
  const id = String((known ?? (await saveUrgeRule(ctx, null, RULE, 0))).id);
  await switchUrgeRule(ctx, id, true);
  await lookNow(ctx);
  await switchUrgeRule(ctx, id, false);
}

async function reportOnce(ctx: Context, one: (typeof DIFFICULTIES)[number]): Promise<void> {
  const open = await difficultiesOpen(ctx.read, ctx.provinceId);
  if (open.some(({ start }) => one.text.startsWith(start))) return;
  await reportDifficulty(ctx, { ...one, indicator: INDICATOR, source: null });
}

/** The last of them is taken over and answered by the province. */
async function answerOne(ctx: Context): Promise<void> {
  const open = await difficultiesOpen(ctx.read, ctx.provinceId);
  const found = open.find(({ start }) => DIFFICULTIES.at(-1)?.text.startsWith(start));
  if (found?.state !== 'REPORTED') return;
  await takeDifficulty(ctx, { id: found.id, owner: '19', text: null, expectedVersion: 1 });
  const text = 'Tỉnh đã bố trí kinh phí hợp đồng người hướng dẫn đến hết năm (minh họa).';
  await answerDifficulty(ctx, { id: found.id, text, expectedVersion: 2 });
}
