import { reachOf } from '@chi-tieu/shared/domain/access/reach';
import { RIGHTS } from '@chi-tieu/shared/domain/access/rights';
import type { Context } from '../../../app/context.ts';
import { badInput } from '../../../app/errors.ts';
import { readSearchWords, wordsOf } from '../../../app/search-words.ts';
import { accountsById, activePeople, type AccountRow } from '../../accounts/accounts.queries.ts';
import { heldGrants, holdersAmong } from '../../accounts/grants.queries.ts';
import { need, needAnywhere } from '../../accounts/reach.service.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { findUnit, today, unitTree } from '../../units/units.service.ts';

const MOST_MEMBERS = 30;
/** So many are shown, and so many at the most are judged for it: one finds a colleague by name. */
const MOST_CANDIDATES = 10;
const MOST_JUDGED = 60;

interface Team {
  memberIds: number[];
  leadAccountId: number;
}

/** Where a problem of a member stands, and whose names the caller knows by the inspection itself. */
interface Telling {
  path: (at: number) => string;
  named: readonly number[];
}

/**
 * The team as it is given, or BAD_USER_INPUT: each is somebody who can sign in, may be called into teams for every unit that is inspected, and
 * speaks for none of them. Who may not is told by name to who may know the name: else accounts could be counted up.
 */
export async function checkTeam(
  ctx: Context,
  { memberIds, leadAccountId, unitIds }: Team & { unitIds: number[] },
  { path, named }: Telling,
): Promise<Team> {
  if (memberIds.length > MOST_MEMBERS) throw badInput('input.members', 'input.tooMany', { most: MOST_MEMBERS });
  const people = new Map((await activePeople(ctx.read)).map((person) => [person.id, person]));
  const seen = new Set([...named, ...(await accountsById(ctx.read, memberIds)).map(({ id }) => id)]);
  for (const [at, id] of memberIds.entries()) {
    const person = people.get(id);
    const kept = person ? await keptFrom(ctx, person, unitIds) : null;
    if (person && kept === null) continue;
    if (!person || kept === null || !seen.has(id)) throw badInput(path(at), 'inspection.memberUnfit');
    const unit = (await unitAsKnown(ctx, kept.unitId, today(ctx)))?.name ?? String(kept.unitId);
    throw badInput(path(at), kept.why === 'RIGHT' ? 'inspection.memberRight' : 'inspection.memberOfUnit', {
      ...{ name: person.name, unit },
    });
  }
  return { memberIds, leadAccountId };
}

/** The first unit that nobody of the team may inspect any more; null where there is somebody for each. */
export async function unitWithoutHands(
  ctx: Context,
  { memberIds, unitIds }: Pick<Team, 'memberIds'> & { unitIds: number[] },
): Promise<number | null> {
  const members = (await activePeople(ctx.read)).filter(({ id }) => memberIds.includes(id));
  for (const unitId of unitIds) {
    const fit = await Promise.all(members.map((person) => keptFrom(ctx, person, [unitId])));
    if (!fit.includes(null)) return unitId;
  }
  return null;
}

/** The first unit for which somebody may not be in the team, and why. */
async function keptFrom(
  ctx: Context,
  { id }: AccountRow,
  unitIds: readonly number[],
): Promise<{ unitId: number; why: 'RIGHT' | 'SPEAKS' } | null> {
  const day = today(ctx);
  const reach = reachOf(await heldGrants(ctx.read, id), await unitTree(ctx, day), ctx.provinceId, day);
  for (const unitId of unitIds) {
    if (!reach.covers('inspection.work', [unitId])) return { unitId, why: 'RIGHT' };
    if (reach.covers('plan.answer', [unitId])) return { unitId, why: 'SPEAKS' };
  }
  return null;
}

/** Those who hold what lets them inspect at every one of some units or above it, in their order: one question for each unit. */
async function thoseWhoReach(ctx: Context, people: AccountRow[], unitIds: readonly number[]): Promise<AccountRow[]> {
  const tree = await unitTree(ctx, today(ctx));
  let left = people;
  for (const unitId of unitIds) {
    const line = [unitId, ...tree.lineOf(tree.liveUnitOf(unitId) ?? unitId)];
    const ids = left.map(({ id }) => id);
    const holders = await holdersAmong(ctx.read, ids, { roles: RIGHTS['inspection.work'].roles, unitIds: line });
    left = left.filter(({ id }) => holders.has(id));
  }
  return left;
}

/** The first people by user name who may be called into a team for some units, whose names have every word of a search. */
export async function inspectionCandidates(ctx: Context, codes: string[], search: string): Promise<AccountRow[]> {
  await needAnywhere(ctx, 'inspection.lead');
  const { query, words } = readSearchWords(search);
  if (query === '' || words.length === 0 || codes.length === 0) return [];
  const units = await Promise.all(codes.slice(0, 50).map((code) => findUnit(ctx, code)));
  const unitIds = units.flatMap((unit) => (unit ? [unit.version.unitId] : []));
  // Of no unit, or of one that nobody knows, everybody could be called into a team: names are told for units of one's own alone.
  if (unitIds.length < units.length) return [];
  await need(ctx, 'inspection.lead', unitIds);
  const named = (await activePeople(ctx.read)).filter((person) => {
    const said = wordsOf(`${person.username} ${person.name}`).words.join(' ');
    return words.every((word) => said.includes(word));
  });
  const found: AccountRow[] = [];
  for (const person of (await thoseWhoReach(ctx, named, unitIds)).slice(0, MOST_JUDGED)) {
    if ((await keptFrom(ctx, person, unitIds)) === null) found.push(person);
    if (found.length === MOST_CANDIDATES) break;
  }
  return found;
}
