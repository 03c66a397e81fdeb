import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, conflict, notFound } from '../../app/errors.ts';
import { lockDossiers } from '../../app/moments.ts';
import { auditDefinition } from './audit-definition.ts';
import { becomeReady } from './compute-slices.service.ts';
import { forgetReckoning, planSlices } from './computing.queries.ts';
import { beginComputing } from './definition-worker.ts';
import { activeOf, definitionById, setState, type DefinitionRow, type DefinitionState } from './definitions.queries.ts';

const LONGEST_REASON = 2_000;

/** The number in an id; 0, which nothing has, for what is none. */
export function numberOf(id: string): number {
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0;
}

/**
 * Begins to compute a draft: what it says stays from here on. One for which nothing is booked is ready at once. Every change of a
 * state takes the dossier lock, so that no booking sees half of it.
 */
export async function startComputing(ctx: Context, id: string, expectedRevision: number): Promise<number> {
  const number = await change(ctx, 'startComputing', id, ['DRAFT'], async (tx, definition) => {
    if (definition.revision !== expectedRevision) throw stale(definition);
    await setState(tx, definition.id, 'COMPUTING');
    auditDefinition(tx, definition, 'DEFINITION_STARTED', { state: 'COMPUTING', before: 'DRAFT' });
    const slices = isCounted(definition) ? await planSlices(tx, ctx.provinceId, definition.id) : 0;
    if (slices === 0) await becomeReady(tx, definition);
  });
  beginComputing(ctx.app);
  return number;
}

/** Whether anything of a definition is kept in totals; what asks on the period's end is counted when it is asked for. */
function isCounted({ counts, eligibilityDate }: DefinitionRow): boolean {
  return counts === 'SERVICES_USED' || (counts === 'DOSSIERS' && eligibilityDate !== 'PERIOD_END');
}

/** Calls a definition off that does not answer yet, for ever. */
export function cancelDefinition(ctx: Context, id: string, reason: string): Promise<number> {
  const why = checkedReason(reason);
  return change(ctx, 'cancelDefinition', id, ['DRAFT', 'COMPUTING', 'READY'], async (tx, definition) => {
    await forgetReckoning(tx, definition.id);
    await setState(tx, definition.id, 'CANCELLED', why);
    auditDefinition(tx, definition, 'DEFINITION_CANCELLED', { state: 'CANCELLED', before: definition.state });
  });
}

/**
 * From this moment on a definition answers that is ready, and the one before it no more: questions about an earlier instant are
 * answered by that one, from its ledger.
 */
export function switchOn(ctx: Context, id: string, reason: string): Promise<number> {
  const why = checkedReason(reason);
  return change(ctx, 'switchOnDefinition', id, ['READY'], async (tx, definition) => {
    const until = await activeOf(tx, definition.indicatorId);
    if (until) await setState(tx, until.id, 'RETIRED');
    await setState(tx, definition.id, 'ACTIVE', why);
    const told = { state: 'ACTIVE', before: 'READY', insteadOf: until?.version } as const;
    auditDefinition(tx, definition, 'DEFINITION_SWITCHED_ON', told);
  });
}

/** One change of a definition that has to be in one of some states, under the dossier lock. */
async function change(
  ctx: Context,
  purpose: string,
  id: string,
  states: readonly DefinitionState[],
  use: (tx: Writer, definition: DefinitionRow) => Promise<void>,
): Promise<number> {
  const number = numberOf(id);
  await ctx.write(
    purpose,
    async (tx) => {
      await lockDossiers(tx);
      const definition = await definitionById(tx, ctx.provinceId, number, true);
      if (!definition) throw notFound('definition.unknown');
      if (!states.includes(definition.state)) throw stale(definition);
      await use(tx, definition);
    },
    { books: true },
  );
  return number;
}

/** Somebody was faster, or it is not in a state for that. */
export function stale({ revision, state }: DefinitionRow): Error {
  return conflict('definition.moved', {}, { path: 'expectedRevision', facts: { revision, state } });
}

function checkedReason(text: string): string {
  const reason = text.normalize('NFC').trim();
  if (reason === '') throw badInput('reason', 'definition.reason');
  if (reason.length > LONGEST_REASON) throw badInput('reason', 'definition.long', { most: LONGEST_REASON });
  return reason;
}
