import { holdsCitizenNumber } from '@chi-tieu/shared/domain/citizen-number';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import { holdsDossierCode } from '@chi-tieu/shared/domain/said-text';
import type { Context } from '../../../app/context.ts';
import { AppError, badInput, conflict, notFound } from '../../../app/errors.ts';
import { reached } from '../../accounts/reach.service.ts';
import { findUnit } from '../../units/units.service.ts';
import { auditPlan } from '../audit-plan.service.ts';
import { targetsOf, type PlanRow } from '../plans.queries.ts';
import { planById, planToChange } from '../plans.service.ts';
import { acknowledgementsOf, insertAcknowledgement, type AcknowledgementRow } from './acknowledgements.queries.ts';
import { mayAnswerFor } from './may-answer.service.ts';

const LONGEST_NOTE = 1_000;

/** What the units of a plan said of their targets; those of a whole page of plans are fetched at once. */
export function acknowledgementsIn(ctx: Context, planId: string): Promise<AcknowledgementRow[]> {
  return ctx.loadAll('acknowledgements', { id: planId }, (plans) =>
    acknowledgementsOf(
      ctx.read,
      ctx.provinceId,
      plans.map(({ id }) => id),
    ),
  );
}

/** Whether the caller reads what a unit added: the issuing unit's people and the unit's own do, no other unit. */
export async function readsNote(ctx: Context, plan: PlanRow, unitId: number): Promise<boolean> {
  const reach = await reached(ctx, 'plan.read');
  return reach === 'ALL' || reach.has(plan.issuerId) || mayAnswerFor(ctx, unitId);
}

/**
 * Takes note of a target for the unit that has to reach it. Of the latest issued plan alone; said twice it stays what it was.
 * Makes no new version: two who take note are no conflict for each other.
 */
export async function acknowledgeTarget(
  ctx: Context,
  id: string,
  code: string,
  given: string | null,
): Promise<PlanRow> {
  const plan = await planById(ctx, id);
  if (!plan) throw notFound('plan.unknown');
  const unit = await findUnit(ctx, code, { year: plan.year });
  if (!unit) throw badInput('unit', 'unit.unknown', { code });
  const { unitId, name } = unit.version;
  if (!(await mayAnswerFor(ctx, unitId))) throw new AppError('FORBIDDEN', 'auth.forbidden');
  const note = checkNote(given);
  await ctx.write('acknowledgeTarget', async (tx) => {
    const locked = await planToChange(tx, ctx.provinceId, plan.id, null);
    const facts = { version: locked.version, state: locked.state };
    if (locked.state !== 'ISSUED') throw conflict('acknowledgement.notIssued', {}, { path: 'plan', facts });
    const target = (await targetsOf(tx, ctx.provinceId, [plan.id])).find((row) => row.unitId === unitId);
    if (!target) throw badInput('unit', 'acknowledgement.noTarget', { code });
    const isNew = await insertAcknowledgement(tx, ctx.provinceId, { planId: plan.id, unitId, note });
    if (!isNew) return;
    auditPlan(
      tx,
      { id: plan.id, issuerId: unitId },
      {
        what: 'TARGET_ACKNOWLEDGED',
        after: { unit: code, name, percent: percentOf(target.hundredths), scope: target.scope },
      },
    );
  });
  return (await planById(ctx, plan.id)) ?? plan;
}

/** A note as it is kept: without blanks around it, null where nothing is left; refused where it names a citizen or a dossier. */
function checkNote(given: string | null): string | null {
  const note = given?.normalize('NFC').trim() || null;
  if (note === null) return null;
  if (note.length > LONGEST_NOTE) throw badInput('note', 'acknowledgement.noteLong', { most: LONGEST_NOTE });
  if (holdsCitizenNumber(note) || holdsDossierCode(note)) throw badInput('note', 'acknowledgement.noteOfCitizen');
  return note;
}
