import { RIGHTS } from '@chi-tieu/shared/domain/access/rights';
import type { Context } from '../../../app/context.ts';
import { accountsById, activePeople } from '../../accounts/accounts.queries.ts';
import { grantsHeldAt } from '../../accounts/grants.queries.ts';
import { reached } from '../../accounts/reach.service.ts';
import { showUnit } from '../../units/units.types.ts';
import { today, unitByCode, unitTree } from '../../units/units.service.ts';
import { contactsOf, type ContactRow } from './contacts.queries.ts';
import type { UnitSpeaker, UnitSpeakers } from './speakers.types.ts';

/** Whom to turn to about a unit. */
export type SpeakersFound = Omit<UnitSpeakers, 'contacts'> & { contacts: ContactRow[] };

/**
 * Whom to turn to about the units directly below one, those whose reminders the caller reads: who speaks for each today, or for what it succeeded.
 * Accounts that the caller may not see are only counted.
 */
export async function speakersBelow(ctx: Context, code: string): Promise<SpeakersFound[]> {
  const watched = await reached(ctx, 'reminder.read');
  const on = today(ctx);
  const { unitId } = (await unitByCode(ctx, code)).version;
  const tree = await unitTree(ctx, on);
  const units = tree.children(unitId).filter((unit) => watched === 'ALL' || watched.has(unit.unitId));
  const ids = units.flatMap((unit) => [unit.unitId, ...tree.receivedBy(unit.unitId)]);
  if (ids.length === 0) return [];
  const speaking = new Map((await activePeople(ctx.read)).map(({ id }) => [id, new Set<number>()]));
  for (const { accountId, role, unitId: at } of await grantsHeldAt(ctx.read, ids, on))
    if (RIGHTS['plan.answer'].roles.includes(role)) speaking.get(accountId)?.add(tree.liveUnitOf(at) ?? at);
  const seen = await accountsById(
    ctx.read,
    [...speaking].filter(([, at]) => at.size > 0).map(([id]) => id),
  );
  const contacts = await contactsOf(ctx.read, ctx.provinceId, ids);
  return units.map((version) => {
    const speakers = [...speaking].filter(([, at]) => at.has(version.unitId)).map(([id]) => id);
    const people = seen
      .filter(({ id }) => speakers.includes(id))
      .map(({ name, username }): UnitSpeaker => ({ name, username }));
    return {
      unit: showUnit({ version, tree, on }),
      people: people.sort((a, b) => a.name.localeCompare(b.name, 'vi')),
      beyond: speakers.length - people.length,
      contacts: contacts.filter(
        (one) => one.confirmedAt !== null && (tree.liveUnitOf(one.unitId) ?? one.unitId) === version.unitId,
      ),
    };
  });
}
