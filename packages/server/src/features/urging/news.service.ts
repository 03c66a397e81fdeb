import type { Context } from '../../app/context.ts';
import type { News, NewsAsked } from '../../app/news.ts';
import { reached } from '../accounts/reach.service.ts';
import { stepsOfLate } from './news.queries.ts';

/** Answers to letters, for who sends them; that a letter is over, for the unit to which it was written. */
export async function newsOfReminders(ctx: Context, asked: NewsAsked): Promise<News[]> {
  await reached(ctx, 'reminder.read');
  const [sends, speaks] = [await reached(ctx, 'reminder.send'), await reached(ctx, 'reminder.answer')];
  const steps = await stepsOfLate(ctx.read, ctx.provinceId, asked);
  return steps.flatMap(({ id, step, unitId, kind, subject: about, at }): News[] => {
    const isSender = sends === 'ALL' || sends.has(unitId);
    const isReceiver = speaks !== 'ALL' && speaks.has(unitId);
    if (kind === 'ANSWERED' ? !isSender : !isReceiver) return [];
    const told = kind === 'ANSWERED' ? 'REMINDER_ANSWERED' : 'REMINDER_ENDED';
    return [{ kind: told, word: step, unitId, about, at, path: `/don-doc/${id}` }];
  });
}
