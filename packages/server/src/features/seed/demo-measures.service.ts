import { Context, type App } from '../../app/context.ts';
import { countGuidance, insertQuestion } from '../matters/guidance/guidance.queries.ts';
import { issueGuidance } from '../matters/guidance/issue.service.ts';
import { answerGuidance } from '../matters/guidance/talk.service.ts';
import { judgeMeasure } from '../matters/measures/judge.service.ts';
import { planMeasure, stepMeasure } from '../matters/measures/plan.service.ts';

const INDICATOR = 'ONLINE_RESOLUTION_L4';

const GUIDANCE = {
  ...{ leadUnit: '19', number: '1024/MH-STTTT', dated: '2022-08-15', acknowledgeBy: '2022-08-31' },
  title: 'Hướng dẫn nộp hồ sơ trực tuyến ngay tại bộ phận một cửa (minh họa)',
  text: 'Công chức hướng dẫn người dân tự nộp trên cổng dịch vụ công ngay tại quầy; không nhận hồ sơ giấy rồi nhập lại thành hồ sơ trực tuyến.',
  ...{ units: [], withBelow: false, kind: 'DISTRICT' as const, under: null, procedures: ['2.000815'], files: [] },
};
const QUESTION = 'Hồ sơ nộp qua bưu chính công ích có được tính là hồ sơ trực tuyến không? (minh họa)';
const ANSWER = 'Không. Chỉ hồ sơ do người dân nộp trên cổng dịch vụ công mới được tính (minh họa).';

const DONE = 'Đã mở hai điểm hỗ trợ, mỗi tuần hai buổi (minh họa).';

const MEASURE = { text: null, ownerAccount: null, indicator: INDICATOR, difficulty: null };
const MEASURES = [
  {
    ...MEASURE,
    ...{ unit: '169', title: 'Hai điểm hỗ trợ nộp trực tuyến tại nhà văn hóa (minh họa)', procedure: null },
    ...{ ownerPost: 'Trưởng phòng Văn hóa và Thông tin', begin: '2022-05-01', due: '2022-08-31' },
    ...{ effect: 'POINTS' as const, expected: 500 },
  },
  {
    ...MEASURE,
    ...{ unit: '171', title: 'Tập huấn công chức một cửa các xã vùng cao (minh họa)', procedure: '2.000815' },
    ...{ ownerPost: 'Chánh Văn phòng HĐND và UBND huyện', begin: '2022-09-01', due: '2022-12-15' },
    ...{ effect: 'DOSSIERS' as const, expected: 40 },
  },
];

/** Guidance with an answer, and two measures of districts, one of them held against what came; made up, and saying so. */
export async function demoMeasures(app: App): Promise<void> {
  const on =
    (at: string) =>
    async <T>(use: (ctx: Context) => Promise<T>): Promise<T> => {
      const ctx = new Context(
        { ...app, now: () => new Date(at) },
        { account: null, locale: 'vi', requestId: 'seed', isProcess: true },
      );
      return use(ctx).finally(() => ctx.end());
    };
  const none = { units: null, procedureId: null, inForce: null, overdueOn: null };
  const known = await on('2022-08-15T02:00:00Z')((ctx) => countGuidance(ctx.read, ctx.provinceId, none));
  if (known > 0) return;
  for (const [at, measure] of MEASURES.entries()) {
    const id = await on('2022-05-01T02:00:00Z')((ctx) => planMeasure(ctx, measure));
    if (at > 0) continue;
    await on('2022-05-02T02:00:00Z')((ctx) => stepMeasure(ctx, { id, act: 'BEGUN', text: null, expectedVersion: 1 }));
    await on('2022-08-30T02:00:00Z')((ctx) => stepMeasure(ctx, { id, act: 'DONE', text: DONE, expectedVersion: 2 }));
    const periods = {
      before: { from: '2022-04-01', to: '2022-04-30' },
      after: { from: '2022-08-01', to: '2022-08-31' },
    };
    const text = 'Trong cùng thời gian huyện còn thay phần mềm một cửa (minh họa).';
    await on('2022-09-05T02:00:00Z')((ctx) => judgeMeasure(ctx, { id, ...periods, text, expectedVersion: 3 }));
  }
  // Last of all: that it is there says that all of it is.
  const id = await on('2022-08-15T02:00:00Z')((ctx) => issueGuidance(ctx, GUIDANCE));
  await on('2022-08-18T02:00:00Z')((ctx) => askAndAnswer(ctx, id));
}

/** Nobody speaks for a unit in the demonstration: the question is put as one would. */
async function askAndAnswer(ctx: Context, guidanceId: string): Promise<void> {
  const question = await ctx.write(
    'askAboutGuidance',
    async (tx) => {
      const asker = await tx.row<{ unitId: number }>(
        'select unit_id as "unitId" from guidance_unit where guidance_id = $1 order by unit_id limit 1',
        [guidanceId],
      );
      if (!asker) throw new Error('the guidance has no receivers');
      return insertQuestion(tx, ctx.provinceId, { guidanceId, ...asker, body: QUESTION, askedOn: '2022-08-18' });
    },
    { sees: ['matters', 'guiding'] },
  );
  await answerGuidance(ctx, { question, text: ANSWER, isPublic: true, expectedVersion: 1 });
}
