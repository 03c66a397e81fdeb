import type { Context } from '../../app/context.ts';
import { badInput } from '../../app/errors.ts';
import { DAY_PATH, MOST_LINES, type AmendmentDraft } from './amend-list.service.ts';
import { checkLines, namedUnits, unsaidLines, type Line } from './amendment-lines.service.ts';
import type { Decision } from './catalogue.types.ts';
import { findDecision } from './decisions.queries.ts';
import { checkDecision, type CheckedDecision } from './decisions.service.ts';
import { compareStandings, showDerived, standingOn } from './difference.service.ts';
import { changedEntries, derivedEntries } from './list-entries.service.ts';
import type { AmendmentPreview } from './lists.types.ts';
import { listChanges, listEntries, type ChangeRow } from './lists.queries.ts';
import { allLists } from './lists.service.ts';
import { showEntry } from './show-entry.ts';

/** What a decision that is not recorded yet is called among the lines that would come with it. */
const NEW_DECISION = 0;

/**
 * What `amendServiceList` would do with the same input, and what that would do to the figures. Everything is read from one
 * snapshot and derived by the same rules; nothing is written and no lock is taken. What would be refused is refused here too. `made` are procedures that would come with it, by code.
 */
export async function previewAmendment(
  ctx: Context,
  draft: AmendmentDraft,
  made: ReadonlyMap<string, number> = new Map(),
): Promise<AmendmentPreview> {
  if (draft.changes.length > MOST_LINES) throw badInput('input.changes', 'input.tooMany', { most: MOST_LINES });
  const decision = await checkDecision(ctx, 'input.decision', draft.decision);
  const units = await namedUnits(ctx, draft.changes, decision.effectiveOn);
  const lines = await checkLines(ctx.read, ctx.provinceId, draft.changes, { units, made });
  const list = (await allLists(ctx)).find(({ code }) => code === draft.list);
  if (!list && !draft.name?.trim()) throw badInput('input.list', 'list.unknown', { code: draft.list.slice(0, 60) });
  const listId = list?.id ?? 0;
  const { issuerId, number, issuedOn, effectiveOn } = decision;
  const known = await findDecision(ctx.read, ctx.provinceId, issuerId, number, issuedOn);
  const decisionId = known?.id ?? NEW_DECISION;
  const procedureIds = [...new Set(lines.map((line) => line.procedureId))];
  const said = await listChanges(ctx.read, ctx.provinceId, { listId, procedureIds });
  const stored = await listEntries(ctx.read, ctx.provinceId, { listId, procedureIds });
  const fresh = unsaidLines(said, decisionId, lines);
  const changes = withLines(said, fresh, { ...decision, decisionId, listId });
  changedEntries(changes.all, stored, { lines: changes.places, dayPath: DAY_PATH });
  const after = derivedEntries(changes.all).entries;
  const draftDecision = known ?? unrecorded(decision);
  const standing = standingOn(showDerived(listId, after, draftDecision), effectiveOn);
  const compared = compareStandings(standingOn(stored.map(showEntry), effectiveOn), standing);
  const differing = { procedureIds, before: stored, after, standing: 'BEFORE' } as const;
  return {
    lines: fresh.length,
    difference: { from: effectiveOn, to: effectiveOn, ...compared, listId, differing },
  };
}

/** The known lines with the new ones among them, in the order in which they take effect, and where in the input those stand. */
function withLines(
  said: ChangeRow[],
  fresh: Line[],
  { decisionId, listId, effectiveOn, issuedOn }: CheckedDecision & { decisionId: number; listId: number },
): { all: ChangeRow[]; places: Map<number, number> } {
  const last = Math.max(0, ...said.map(({ sequence }) => sequence));
  const entered = fresh.map(({ index, code: _code, ...line }, at): ChangeRow & { index: number } => {
    return { ...line, index, listId, decisionId, effectiveOn, issuedOn, sequence: last + 1 + at };
  });
  return {
    all: [...said, ...entered],
    places: new Map(entered.map(({ sequence, index }) => [sequence, index])),
  };
}

/** The decision that is only being entered, as far as it is known. */
function unrecorded({ number, issuedOn, effectiveOn, issuerId }: CheckedDecision): Decision {
  const texts = { title: null, signer: null, notes: null };
  return { id: '0', version: 0, number, issuedOn, effectiveOn, issuerId, ...texts };
}
