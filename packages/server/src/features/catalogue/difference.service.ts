import { compareDays, isBetween, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import { differenceOfSides } from '../rates/effect.queries.ts';
import { effectOf, type EffectQuestion } from '../rates/effect.service.ts';
import type { Effect } from '../rates/effect.types.ts';
import { checkPeriod, indicatorByCode, needAdditive } from '../rates/rates.service.ts';
import type { Decision, ServiceListEntry } from './catalogue.types.ts';
import { aboutKey, derivedEntries } from './list-entries.service.ts';
import type { ServiceListDiff } from './lists.types.ts';
import { listChanges, listEntries, type ChangeRow, type NewEntry } from './lists.queries.ts';
import { decisionMap, listByCode } from './lists.service.ts';
import { showEntry } from './show-entry.ts';

/** What stands on a list on a day, by what it is about. */
export type Standing = ReadonlyMap<string, ServiceListEntry>;

/** The entries that hold on a day. */
export function standingOn(entries: readonly ServiceListEntry[], day: Day): Standing {
  return new Map(
    entries.filter(({ from, to }) => isBetween(day, from, to)).map((entry) => [aboutKey(entry), entry] as const),
  );
}

/** How two states of a list differ, by procedure code as they come. */
export function compareStandings(
  before: Standing,
  after: Standing,
): Pick<ServiceListDiff, 'added' | 'removed' | 'changed' | 'changedBefore'> {
  const both = [...after].flatMap(([key, entry]) => {
    const was = before.get(key);
    return was && was.level !== entry.level ? [{ was, entry }] : [];
  });
  return {
    added: [...after].filter(([key]) => !before.has(key)).map(([, entry]) => entry),
    removed: [...before].filter(([key]) => !after.has(key)).map(([, entry]) => entry),
    changed: both.map(({ entry }) => entry),
    changedBefore: both.map(({ was }) => was),
  };
}

/** Entries that are not stored, as they are shown; `draft` is the decision among theirs that is not recorded yet. */
export function showDerived(listId: number, entries: NewEntry[], draft?: Decision): ServiceListEntry[] {
  return entries.map((entry, at) =>
    Object.assign(showEntry({ ...entry, id: -1 - at, listId }), draft === undefined ? {} : { draft }),
  );
}

type Compared = ReturnType<typeof compareStandings>;

function differingIds({ added, removed, changed }: Compared): number[] {
  return [...new Set([...added, ...removed, ...changed].map(({ procedureId }) => procedureId))];
}

/** Which lines a hypothetical side knows. */
type Knows = (change: ChangeRow) => boolean;

/**
 * The difference with the entries of both sides for its effect: after is the list as it is, before what follows from the lines
 * that `knows` takes.
 */
async function withSides(
  ctx: Context,
  listId: number,
  compared: Compared,
  { from, to, procedureIds, knows }: { from: Day; to: Day; procedureIds: number[]; knows: Knows },
): Promise<ServiceListDiff> {
  const changes =
    procedureIds.length === 0 ? [] : await listChanges(ctx.read, ctx.provinceId, { listId, procedureIds });
  const after = procedureIds.length === 0 ? [] : await listEntries(ctx.read, ctx.provinceId, { listId, procedureIds });
  const before = derivedEntries(changes.filter(knows)).entries;
  return { from, to, ...compared, listId, differing: { procedureIds, before, after, standing: { after: null } } };
}

/**
 * How a list differs between two days. Its effect compares the list as it is with the list had nothing more been decided from
 * the day after `from` on, for the procedures that differ.
 */
export async function differenceOfDays(ctx: Context, code: string, from: Day, to: Day): Promise<ServiceListDiff> {
  const { id: listId } = await listByCode(ctx, code);
  // An entry has one level: what holds on both days is the same on both.
  const differing = await listEntries(ctx.read, ctx.provinceId, { listId, onOneOf: [from, to] });
  const entries = differing.map(showEntry);
  const compared = compareStandings(standingOn(entries, from), standingOn(entries, to));
  const earlier = from <= to ? from : to;
  const sides = {
    from,
    to,
    procedureIds: differingIds(compared),
    knows: (change: ChangeRow) => change.effectiveOn <= earlier,
  };
  const difference = await withSides(ctx, listId, compared, sides);
  return from <= to ? difference : turned(difference);
}

/** Asked backwards, what is comes first. */
function turned(difference: ServiceListDiff): ServiceListDiff {
  const { before, after, procedureIds } = difference.differing;
  difference.differing = { procedureIds, before: after, after: before, standing: 'BEFORE' };
  return difference;
}

/**
 * What a decision did to a list: the list on its effective day with its lines and without them; or, `since` another decision, as
 * it stood after the one and after the other. BAD_USER_INPUT for decisions that nobody knows, or in the wrong order.
 */
export async function differenceByDecision(
  ctx: Context,
  code: string,
  decision: string,
  since: string | null,
): Promise<ServiceListDiff> {
  const { id: listId } = await listByCode(ctx, code);
  const changes = await listChanges(ctx.read, ctx.provinceId, { listId });
  const last = await placeOf(ctx, changes, 'decision', decision);
  const first = since === null ? null : await placeOf(ctx, changes, 'since', since);
  if (first && compareDays(first.day, last.day) > 0) throw badInput('since', 'decision.order');
  const until = (index: number) => changes.slice(0, index + 1);
  const without = first ? until(first.index) : changes.filter((change) => change.decisionId !== last.id);
  const withIt = first ? until(last.index) : changes;
  const known = new Set(without);
  const touched = first
    ? null
    : new Set(changes.filter(({ decisionId }) => decisionId === last.id).map((c) => c.procedureId));
  const state = (some: readonly ChangeRow[], day: Day) => {
    const mine = some.filter(({ procedureId }) => touched === null || touched.has(procedureId));
    return standingOn(showDerived(listId, derivedEntries(mine).entries), day);
  };
  const from = first?.day ?? last.day;
  const compared = compareStandings(state(without, from), state(withIt, last.day));
  const sequences = new Set([...known].map(({ sequence }) => sequence));
  const procedureIds = touched === null ? differingIds(compared) : [...touched];
  const knows = ({ sequence }: ChangeRow) => sequences.has(sequence);
  return withSides(ctx, listId, compared, { from, to: last.day, procedureIds, knows });
}

/** Where the last line of a decision stands among those of a list, in the order in which they take effect. */
async function placeOf(
  ctx: Context,
  changes: readonly ChangeRow[],
  path: string,
  id: string,
): Promise<{ id: number; day: Day; index: number }> {
  const decision = /^\d{1,9}$/.test(id) ? (await decisionMap(ctx)).get(Number(id)) : undefined;
  if (!decision) throw badInput(path, 'decision.unknown', { id: id.slice(0, 20) });
  const index = changes.findLastIndex((change) => change.decisionId === decision.id);
  if (index < 0) throw badInput(path, 'decision.otherList', { number: decision.number });
  return { id: decision.id, day: decision.effectiveOn, index };
}

/** What a difference does to the figures of an indicator in a period; nothing where the indicator looks at another list. */
export async function effectOfDifference(
  ctx: Context,
  { listId, differing }: Pick<ServiceListDiff, 'listId' | 'differing'>,
  question: EffectQuestion,
): Promise<Effect> {
  checkPeriod(question.from, question.to);
  const indicator = needAdditive(await indicatorByCode(ctx, question.indicator), 'indicator');
  const isAbout = indicator.listId === listId && differing.procedureIds.length > 0;
  const rows = isAbout ? await differenceOfSides(ctx.figures, ctx.provinceId, indicator, question, differing) : [];
  const deltas = rows.map((row) => ({ ...row, day: null }));
  return effectOf(ctx, question, deltas, differing.standing);
}
