import { followersOf, headOf, joinProblem } from '@chi-tieu/shared/domain/difficulties/joining';
import type { Context } from '../../app/context.ts';
import { badInput, conflict } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { today } from '../units/units.service.ts';
import { allLinks, insertSteps, lockDifficulty, lockJoining, storeLink } from './difficulties.queries.ts';
import { handsOfCaller, isDifficultyId, seenDifficulty } from './sides.service.ts';
import {
  auditStep,
  follow,
  lockedDifficulty,
  needPossible,
  needSide,
  standByItself,
  type StepGiven,
} from './steps.service.ts';

const PROBLEMS: Readonly<Record<'ITSELF' | 'JOINED' | 'CYCLE', ErrorText>> = {
  ITSELF: 'difficulty.itself',
  JOINED: 'difficulty.joined',
  CYCLE: 'difficulty.cycle',
};

/** Joins a difficulty to another one, of both of which the caller is among those who handle them: from then on it follows that one's head. */
export async function joinDifficulty(ctx: Context, given: StepGiven & { to: string }): Promise<void> {
  const seen = await seenDifficulty(ctx, given.id);
  await needSide(ctx, seen, 'JOINED');
  if (!isDifficultyId(given.to)) throw badInput('to', 'difficulty.unknown');
  await needSide(ctx, await seenDifficulty(ctx, given.to), 'JOINED');
  const hands = await handsOfCaller(ctx);
  await ctx.write(
    'joinDifficulties',
    async (tx) => {
      await lockJoining(tx, ctx.provinceId);
      const links = await allLinks(tx, ctx.provinceId);
      const problem = joinProblem(links, given.id, given.to);
      if (problem !== null) throw conflict(PROBLEMS[problem], {}, { path: 'to' });
      const row = await lockedDifficulty(tx, ctx.provinceId, given);
      needPossible(row, 'JOINED', hands.sidesOf(row));
      const head = headOf(links, given.to);
      const target = await lockDifficulty(tx, ctx.provinceId, head);
      if (!target || target.state === 'CLOSED') throw conflict('difficulty.headClosed', {}, { path: 'to' });
      const followers = followersOf(links, row.id);
      await storeLink(tx, { id: row.id, to: given.to, head, followers });
      await insertSteps(tx, ctx.provinceId, [row.id], {
        ...{ act: 'JOINED', body: null, visibility: 'ALL', sideUnitId: hands.behalfOf(row) },
        ...{ ownerId: null, otherId: given.to, ofHead: null },
      });
      for (const id of followers) await follow(tx, ctx.provinceId, id, head);
      auditStep(tx, row, 'JOINED', { joinedTo: given.to });
    },
    { sees: ['difficulties'] },
  );
}

/** Undoes it: the difficulty is again what its own steps made of it, and those that follow it follow it alone. */
export async function partDifficulty(ctx: Context, given: StepGiven): Promise<void> {
  await needSide(ctx, await seenDifficulty(ctx, given.id), 'PARTED');
  const hands = await handsOfCaller(ctx);
  const day = today(ctx);
  await ctx.write(
    'partDifficulties',
    async (tx) => {
      await lockJoining(tx, ctx.provinceId);
      const links = await allLinks(tx, ctx.provinceId);
      const row = await lockedDifficulty(tx, ctx.provinceId, given);
      needPossible(row, 'PARTED', hands.sidesOf(row));
      const followers = followersOf(links, row.id);
      await storeLink(tx, { id: row.id, to: null, head: row.id, followers });
      await insertSteps(tx, ctx.provinceId, [row.id], {
        ...{ act: 'PARTED', body: null, visibility: 'ALL', sideUnitId: hands.behalfOf(row) },
        ...{ ownerId: null, otherId: row.joinedTo, ofHead: null },
      });
      await standByItself(tx, ctx.provinceId, row.id, day);
      for (const id of followers.filter((one) => one !== row.id)) await follow(tx, ctx.provinceId, id, row.id);
      auditStep(tx, row, 'PARTED', { joinedTo: row.joinedTo ?? '' });
    },
    { sees: ['difficulties'] },
  );
}
