import type { Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { badInput, conflict } from '../../app/errors.ts';
import { unitInInput } from '../units/units.service.ts';
import { findDecision, insertDecision } from './decisions.queries.ts';

/** A decision as entered: its number, the day it was signed, the day it takes effect, who issued it. */
export interface DecisionDraft {
  number: string;
  issuedOn: Day;
  effectiveOn?: Day | null | undefined;
  /** A unit's code; the province unless given. */
  issuer?: string | null | undefined;
}

/** A decision ready to be recorded. */
export interface CheckedDecision {
  number: string;
  issuedOn: Day;
  effectiveOn: Day;
  issuerId: number;
}

/** Checks a decision's header; `effectiveOn` is `issuedOn` unless given. `path` is where it stands in the input. */
export async function checkDecision(
  ctx: Context,
  path: string,
  draft: DecisionDraft,
  fallbackIssuerId = ctx.provinceId,
): Promise<CheckedDecision> {
  const number = draft.number.normalize('NFC').trim();
  if (number === '' || number.length > 100 || number.includes('\0'))
    throw badInput(`${path}.number`, 'decision.number');
  const effectiveOn = draft.effectiveOn ?? draft.issuedOn;
  const issuer = draft.issuer
    ? await unitInInput(ctx, `${path}.issuer`, draft.issuer, { year: Number(draft.issuedOn.slice(0, 4)) })
    : null;
  return { number, issuedOn: draft.issuedOn, effectiveOn, issuerId: issuer?.version.unitId ?? fallbackIssuerId };
}

/** What the audit trail says of a decision. */
export function auditedDecision({ number, issuedOn, effectiveOn }: CheckedDecision) {
  return { number, issuedOn, effectiveOn };
}

/**
 * The id of a decision, recorded now if it is new. The same issuer, number and day again is the same decision; with
 * another effective day it is a CONFLICT. With `onlyOf` a new one is that unit's alone: of others one cites what is there.
 */
export async function recordDecision(
  tx: Writer,
  provinceId: number,
  path: string,
  decision: CheckedDecision,
  onlyOf: number | null = null,
): Promise<number> {
  const known = await findDecision(tx, provinceId, decision.issuerId, decision.number, decision.issuedOn);
  if (!known && onlyOf !== null && decision.issuerId !== onlyOf)
    throw badInput(`${path}.issuer`, 'plan.decisionOfOthers', { number: decision.number });
  if (!known) return insertDecision(tx, provinceId, tx.moment, { ...decision, signer: null, title: null, notes: null });
  if (known.effectiveOn !== decision.effectiveOn) {
    throw conflict(
      'decision.effectiveOn',
      { number: decision.number, day: known.effectiveOn },
      { path: `${path}.effectiveOn` },
    );
  }
  return known.id;
}
