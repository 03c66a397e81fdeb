import {
  afterStep,
  needsReason,
  refusalOf,
  standingOf,
  type DifficultyAct,
  type DifficultyFacts,
  type Refusal,
  type Sides,
} from '@chi-tieu/shared/domain/difficulties/states';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import type { Act } from '../../app/audit/acts.ts';
import { badInput, conflict } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { forbidden } from '../accounts/reach.service.ts';
import { checkSaid, checkSaidIfAny } from '../plans/talk/said.service.ts';
import { today, unitInInput } from '../units/units.service.ts';
import {
  insertSteps,
  lockDifficulty,
  lockFollowers,
  standAsHead,
  stepsOf,
  storeStanding,
  type DifficultyRow,
  type NewStep,
} from './difficulties.queries.ts';
import { needAlive } from './report.service.ts';
import { handsOfCaller, seenDifficulty } from './sides.service.ts';

/** What is done about one difficulty, by whom it was looked at as which version. */
export interface StepGiven {
  id: string;
  expectedVersion: number;
  /** What is said with it. */
  text?: string | null;
}

const REFUSED: Readonly<Record<Exclude<Refusal, 'SIDE'>, ErrorText>> = {
  STATE: 'difficulty.state',
  JOINED: 'difficulty.joined',
  PARTED: 'difficulty.parted',
  FOLLOWED: 'difficulty.followed',
};

const AUDITED: Readonly<Record<Exclude<DifficultyAct, 'REPORTED'>, Act>> = {
  TAKEN: 'DIFFICULTY_TAKEN',
  ANSWERED: 'DIFFICULTY_ANSWERED',
  CLOSED: 'DIFFICULTY_CLOSED',
  REOPENED: 'DIFFICULTY_REOPENED',
  NOTED: 'DIFFICULTY_NOTED',
  JOINED: 'DIFFICULTY_JOINED',
  PARTED: 'DIFFICULTY_PARTED',
};

/** A unit owns it from now on: one of those that the caller handles for. CONFLICT once it is answered. */
export async function takeDifficulty(ctx: Context, given: StepGiven & { owner: string }): Promise<void> {
  const seen = await seenDifficulty(ctx, given.id);
  await needSide(ctx, seen, 'TAKEN');
  const { unitId } = (await unitInInput(ctx, 'owner', given.owner)).version;
  await needAlive(ctx, 'owner', given.owner, unitId);
  if (!(await handsOfCaller(ctx)).handlesFor(unitId)) throw forbidden('difficulty.handle');
  const body = checkSaidIfAny('text', given.text);
  await takeStep(ctx, given, { act: 'TAKEN', body, ownerId: unitId, facts: { owner: given.owner } });
}

/** Answers, or answers otherwise than before. */
export async function answerDifficulty(ctx: Context, given: StepGiven): Promise<void> {
  await needSide(ctx, await seenDifficulty(ctx, given.id), 'ANSWERED');
  await takeStep(ctx, given, { act: 'ANSWERED', body: checkSaid('text', given.text ?? '') });
}

/** Ends it: it is answered, or has gone by itself. Who handles it says why, where nobody answered. */
export async function closeDifficulty(ctx: Context, given: StepGiven): Promise<void> {
  const seen = await seenDifficulty(ctx, given.id);
  const sides = await needSide(ctx, seen, 'CLOSED');
  const hasReason = needsReason('CLOSED', seen.state, sides);
  const body = hasReason ? checkSaid('text', given.text ?? '') : checkSaidIfAny('text', given.text);
  await takeStep(ctx, given, { act: 'CLOSED', body });
}

/** Says more; among those who handle it alone where it is theirs to say so. */
export async function noteDifficulty(ctx: Context, given: StepGiven & { amongHandlers: boolean }): Promise<void> {
  const sides = await needSide(ctx, await seenDifficulty(ctx, given.id), 'NOTED');
  if (given.amongHandlers && !sides.handles) throw forbidden('difficulty.handle');
  const visibility = given.amongHandlers ? 'HANDLERS' : 'ALL';
  await takeStep(ctx, given, { act: 'NOTED', body: checkSaid('text', given.text ?? ''), visibility });
}

/** FORBIDDEN for who is on no side that does this; gives the sides. */
export async function needSide(ctx: Context, row: DifficultyRow, act: DifficultyAct): Promise<Sides> {
  const sides = (await handsOfCaller(ctx)).sidesOf(row);
  if (refusalOf(act, factsOf(row), sides) === 'SIDE')
    throw forbidden(act === 'TAKEN' || act === 'ANSWERED' ? 'difficulty.handle' : 'difficulty.report');
  return sides;
}

interface StepTaken {
  act: Exclude<DifficultyAct, 'REPORTED'>;
  body: string | null;
  ownerId?: number;
  visibility?: NewStep['visibility'];
  facts?: Record<string, string>;
}

/**
 * Takes one step of one difficulty: those that follow it take it too, but what is said of this one alone. They may lie beyond what the caller
 * sees: whoever may take the step of the head may take it for them. Held are the difficulty and those that follow it, in this order; what
 * has nothing to do with it goes on meanwhile.
 */
export async function takeStep(ctx: Context, given: StepGiven, step: StepTaken): Promise<void> {
  const hands = await handsOfCaller(ctx);
  const day = today(ctx);
  await ctx.write(
    'stepOfDifficulty',
    async (tx) => {
      const row = await lockedDifficulty(tx, ctx.provinceId, given);
      needPossible(row, step.act, hands.sidesOf(row));
      const { act, body, ownerId = null, visibility = 'ALL', facts = {} } = step;
      const said = { act, body, visibility, ownerId, otherId: null, ofHead: null, day };
      const written = { ...said, sideUnitId: behalf(hands, row, step) };
      await insertSteps(tx, ctx.provinceId, [row.id], written);
      await standAfter(tx, row, act, ownerId, day);
      if (act !== 'NOTED') await takeFollowersAlong(tx, ctx.provinceId, row.id, written);
      auditStep(tx, row, act, facts);
    },
    { sees: ['difficulties'] },
  );
}

/** Of a note to all, whoever reports says it for the unit; what handling does is done for who handles. */
function behalf(
  hands: Awaited<ReturnType<typeof handsOfCaller>>,
  row: DifficultyRow,
  { act, visibility }: StepTaken,
): number {
  const { reports, handles } = hands.sidesOf(row);
  const isTheirs = act === 'CLOSED' || act === 'REOPENED' || (act === 'NOTED' && visibility !== 'HANDLERS');
  return handles && !(reports && isTheirs && row.ownerId === null) ? hands.behalfOf(row) : row.unitId;
}

export function auditStep(
  tx: Writer,
  row: DifficultyRow,
  act: Exclude<DifficultyAct, 'REPORTED'>,
  facts: Record<string, string>,
): void {
  tx.audit({ what: AUDITED[act], about: { kind: 'DIFFICULTY', id: row.id }, unitId: row.unitId, after: facts });
}

/** The difficulty, held; CONFLICT where it is no longer what the caller saw. */
export async function lockedDifficulty(
  tx: Writer,
  provinceId: number,
  { id, expectedVersion }: StepGiven,
): Promise<DifficultyRow> {
  const row = await lockDifficulty(tx, provinceId, id);
  if (!row) throw badInput('id', 'difficulty.unknown');
  if (row.version !== expectedVersion) throw conflict('difficulty.changed', {}, { facts: { version: row.version } });
  return row;
}

/** What decides what may be done about one. */
export const factsOf = ({ state, joinedTo, isFollowed }: DifficultyRow): DifficultyFacts => ({
  ...{ state, isFollowed },
  isJoined: joinedTo !== null,
});

export function needPossible(row: DifficultyRow, act: DifficultyAct, sides: Sides): void {
  const refused = refusalOf(act, factsOf(row), sides);
  if (refused === 'SIDE') throw forbidden('difficulty.handle');
  if (refused !== null) throw conflict(REFUSED[refused], {}, { facts: { version: row.version } });
}

async function standAfter(
  tx: Writer,
  row: DifficultyRow,
  act: DifficultyAct,
  ownerId: number | null,
  day: string,
): Promise<void> {
  const { state, reopened } = row;
  const standing = afterStep({ state, ownerId: row.ownerId, reopened }, { act, ownerId });
  const closedOn = standing.state !== 'CLOSED' ? null : (row.closedOn ?? day);
  await storeStanding(tx, row.id, { ...standing, closedOn });
}

/** Those that follow a head take its step too, and stand as it does. */
async function takeFollowersAlong(tx: Writer, provinceId: number, head: string, step: NewStep): Promise<void> {
  const followers = await lockFollowers(tx, provinceId, head);
  if (followers.length === 0) return;
  await insertSteps(tx, provinceId, followers, { ...step, ofHead: head });
  await standAsHead(tx, provinceId, head, followers);
}

/** Lets one stand again as its own steps made it stand: those of a head that it followed are none of its own. */
export async function standByItself(tx: Writer, provinceId: number, id: string, day: string): Promise<void> {
  const row = await lockDifficulty(tx, provinceId, id);
  if (!row) throw new Error('a difficulty is not there');
  const own = (await stepsOf(tx, provinceId, [id])).filter(({ ofHead }) => ofHead === null);
  const standing = standingOf(own.map(({ act, ownerId }) => ({ act, ownerId })));
  await storeStanding(tx, id, { ...standing, closedOn: standing.state === 'CLOSED' ? (row.closedOn ?? day) : null });
}
