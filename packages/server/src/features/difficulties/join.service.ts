import { followersOf, headOf, joinProblem } from '@chi-tieu/shared/domain/difficulties/joining';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { badInput, conflict } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import type { Writer } from '../../app/database.ts';
import { checkSaid } from '../plans/talk/said.service.ts';
import { today } from '../units/units.service.ts';
import {
  allLinks,
  insertSteps,
  lockDifficulty,
  lockHeadOf,
  lockJoining,
  standAsHead,
  storeLink,
  tellStanding,
  type DifficultyRow,
} from './difficulties.queries.ts';
import { handsOfCaller, isDifficultyId, seenDifficulty } from './sides.service.ts';
import {
  auditStep,
  lockedDifficulty,
  needPossible,
  needSide,
  standByItself,
  takeStep,
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
  const day = today(ctx);
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
      await tellLink(
        tx,
        ctx.provinceId,
        { act: 'JOINED', row, followers, otherId: given.to, sideUnitId: hands.behalfOf(row) },
        day,
      );
      await tellStanding(tx, ctx.provinceId, head, followers, day);
      await standAsHead(tx, ctx.provinceId, head, followers);
      auditStep(tx, row, 'JOINED', { joinedTo: given.to });
    },
    { sees: ['difficulties'] },
  );
}

/** Undoes it: the difficulty is again what its own steps made of it, and those that follow it follow it alone. */
export async function partDifficulty(ctx: Context, given: StepGiven): Promise<void> {
  await needSide(ctx, await seenDifficulty(ctx, given.id), 'PARTED');
  await part(ctx, given, { needed: 'PARTED', body: null });
}

/**
 * Opens what was answered or closed again, and says why. One that is joined to another follows it no longer from then on: that its own
 * trouble is not over is its unit's to say, and changes nothing for the others.
 */
export async function reopenDifficulty(ctx: Context, given: StepGiven): Promise<void> {
  const seen = await seenDifficulty(ctx, given.id);
  await needSide(ctx, seen, 'REOPENED');
  const body = checkSaid('text', given.text ?? '');
  if (seen.joinedTo === null) await takeStep(ctx, given, { act: 'REOPENED', body });
  else await part(ctx, given, { needed: 'REOPENED', body });
}

async function part(
  ctx: Context,
  given: StepGiven,
  { needed, body }: { needed: 'PARTED' | 'REOPENED'; body: string | null },
): Promise<void> {
  const hands = await handsOfCaller(ctx);
  const day = today(ctx);
  await ctx.write(
    'partDifficulties',
    async (tx) => {
      await lockJoining(tx, ctx.provinceId);
      const links = await allLinks(tx, ctx.provinceId);
      await lockHeadOf(tx, ctx.provinceId, given.id);
      const row = await lockedDifficulty(tx, ctx.provinceId, given);
      needPossible(row, needed, hands.sidesOf(row));
      const followers = followersOf(links, row.id);
      await storeLink(tx, { id: row.id, to: null, head: row.id, followers });
      const sideUnitId = needed === 'PARTED' ? hands.behalfOf(row) : row.unitId;
      await tellLink(
        tx,
        ctx.provinceId,
        { act: 'PARTED', row, followers, otherId: row.joinedTo, sideUnitId, body },
        day,
      );
      await standByItself(tx, ctx.provinceId, row.id, day);
      const others = followers.filter((one) => one !== row.id);
      await tellStanding(tx, ctx.provinceId, row.id, others, day);
      await standAsHead(tx, ctx.provinceId, row.id, others);
      auditStep(tx, row, 'PARTED', { joinedTo: row.joinedTo ?? '' });
    },
    { sees: ['difficulties'] },
  );
}

interface LinkTold {
  act: 'JOINED' | 'PARTED';
  row: DifficultyRow;
  followers: readonly string[];
  otherId: string | null;
  sideUnitId: number;
  body?: string | null;
}

/** Says in the log of a difficulty that it follows another one, or no longer; those that follow it hear of it too, for they have another head now. */
async function tellLink(tx: Writer, provinceId: number, told: LinkTold, day: Day): Promise<void> {
  const { act, row, followers, otherId, sideUnitId, body = null } = told;
  const step = { act, visibility: 'ALL', sideUnitId, ownerId: null, otherId, day } as const;
  await insertSteps(tx, provinceId, [row.id], { ...step, body, ofHead: null });
  const others = followers.filter((one) => one !== row.id);
  if (others.length > 0) await insertSteps(tx, provinceId, others, { ...step, body: null, ofHead: row.id });
}
