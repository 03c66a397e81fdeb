import { reachOf } from '@chi-tieu/shared/domain/access/reach';
import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import { readSearchWords, wordsOf } from '../../app/search-words.ts';
import { activePeople, type AccountRow } from '../accounts/accounts.queries.ts';
import { heldGrants } from '../accounts/grants.queries.ts';
import { needAnywhere } from '../accounts/reach.service.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { findUnit, today, unitTree } from '../units/units.service.ts';

const MOST_MEMBERS = 30;
/** So many are shown, and so many at the most are judged for it: one finds a colleague by name. */
const MOST_CANDIDATES = 10;
const MOST_JUDGED = 60;

interface Team {
  memberIds: number[];
  leadAccountId: number;
}

/**
 * The team as it is given, or BAD_USER_INPUT: each is somebody who can sign in, may be called into teams for every unit that is inspected, and
 * speaks for none of them.
 */
export async function checkTeam(
  ctx: Context,
  { memberIds, leadAccountId, unitIds }: Team & { unitIds: number[] },
): Promise<Team> {
  if (memberIds.length > MOST_MEMBERS) throw badInput('input.members', 'input.tooMany', { most: MOST_MEMBERS });
  const people = new Map((await activePeople(ctx.read)).map((person) => [person.id, person]));
  for (const [at, id] of memberIds.entries()) {
    const path = `input.members.${at}`;
    const person = people.get(id);
    if (!person) throw badInput(path, 'inspection.memberUnknown');
    const kept = await keptFrom(ctx, person, unitIds);
    if (kept === null) continue;
    const unit = (await unitAsKnown(ctx, kept.unitId, today(ctx)))?.name ?? String(kept.unitId);
    throw badInput(path, kept.why === 'RIGHT' ? 'inspection.memberRight' : 'inspection.memberOfUnit', {
      ...{ name: person.name, unit },
    });
  }
  return { memberIds, leadAccountId };
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

/** The first people by user name who may be called into a team for some units, whose names have every word of a search. */
export async function inspectionCandidates(ctx: Context, codes: string[], search: string): Promise<AccountRow[]> {
  await needAnywhere(ctx, 'inspection.lead');
  const { query, words } = readSearchWords(search);
  if (query === '' || words.length === 0 || codes.length === 0) return [];
  const units = await Promise.all(codes.slice(0, 50).map((code) => findUnit(ctx, code)));
  const unitIds = units.flatMap((unit) => (unit ? [unit.version.unitId] : []));
  const named = (await activePeople(ctx.read)).filter((person) => {
    const said = wordsOf(`${person.username} ${person.name}`).words.join(' ');
    return words.every((word) => said.includes(word));
  });
  const found: AccountRow[] = [];
  for (const person of named.slice(0, MOST_JUDGED)) {
    if ((await keptFrom(ctx, person, unitIds)) === null) found.push(person);
    if (found.length === MOST_CANDIDATES) break;
  }
  return found;
}
