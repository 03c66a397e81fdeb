import type { Reach } from '@chi-tieu/shared/domain/access/reach';
import { readDossierKey, sentAs } from '@chi-tieu/shared/domain/identity/dossier-key';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, notFound } from '../../../app/errors.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { forbidden, need, needAnywhere, reachOfCaller } from '../../accounts/reach.service.ts';
import { checkSaid } from '../../plans/talk/said.service.ts';
import { bookedByYear, type YearDelta } from '../../rates/foreseen.queries.ts';
import { standingOf, type Standing } from './standing.queries.ts';
import { takeStep, type DossierStep, type StepTaken } from './steps.service.ts';
import { takenFor } from './taken-rows.queries.ts';

/** A step as it is asked for: dossiers by their codes. */
export interface AskedStep {
  kind: DossierStep['kind'];
  code: string;
  into?: string | null;
  source?: string | null;
}

const RIGHT = 'dossier.mend';
const FOREBODING = 'Chỉ xem trước.';

/**
 * Decides which dossier is which, as one step at its own moment. For who mends dossiers of all units that it is about: those of both
 * dossiers, and those that sources name. Returns the key of the dossier to look at afterwards.
 */
export async function decideDossier(ctx: Context, asked: AskedStep, said: string): Promise<string> {
  const step = await readStep(ctx, asked);
  const reach = await reachOfCaller(ctx);
  const reason = checkSaid('reason', said);
  await ctx.close();
  const { key } = await ctx.write(`${asked.kind} dossier`, (tx) => take(ctx.provinceId, reach, tx, { step, reason }), {
    books: true,
  });
  return key;
}

/** Tells what a step would do to the figures, by indicator, year and unit. Changes nothing. */
export async function foreseeStep(ctx: Context, asked: AskedStep): Promise<YearDelta[]> {
  const step = await readStep(ctx, asked);
  const reach = await reachOfCaller(ctx);
  await ctx.close();
  const dryRun = async (tx: Writer): Promise<YearDelta[]> => {
    await take(ctx.provinceId, reach, tx, { step, reason: FOREBODING });
    return bookedByYear(tx, ctx.provinceId);
  };
  return ctx.write('foresee dossier step', dryRun, { dryRun: true, books: true });
}

async function take(
  provinceId: number,
  reach: Reach,
  tx: Writer,
  { step, reason }: { step: DossierStep; reason: string },
): Promise<StepTaken> {
  await lockDossiers(tx);
  const sentFor = reach.within(RIGHT)?.place ?? null;
  const taken = await takeStep({ tx, provinceId, sentFor }, step, reason);
  // What lies elsewhere, or was moved there since it was looked at, is not the caller's to decide: all is taken back.
  const units = [...taken.standing.map(({ unitId }) => unitId), ...taken.units];
  if (!reach.covers(RIGHT, units)) throw forbidden(RIGHT);
  const [one] = taken.standing;
  tx.audit({
    what: 'DOSSIER_IDENTITY_DECIDED',
    about: { kind: 'DOSSIER', id: one?.id ?? null },
    unitId: one?.unitId ?? provinceId,
    after: {
      kind: taken.kind,
      others: taken.standing
        .slice(1)
        .map(({ id }) => id)
        .join(),
      reason,
    },
  });
  return taken;
}

/** The step by keys, once the caller was found to mend all that it is about. */
async function readStep(ctx: Context, asked: AskedStep): Promise<DossierStep> {
  await needAnywhere(ctx, RIGHT);
  const one = await found(ctx, asked.code);
  const into = asked.kind === 'MERGE' ? await found(ctx, asked.into ?? '') : null;
  const sourceId = asked.kind === 'SPLIT' ? readSource(asked.source ?? null) : null;
  const units = [one, into].flatMap((each) => (each ? [each.unitId] : []));
  await need(ctx, RIGHT, units.length > 0 ? units : [ctx.provinceId]);
  if (!one) throw notFound('identity.unknown');
  if (asked.kind === 'MERGE' && !into) throw badInput('into', 'identity.unknownOther');
  return { kind: asked.kind, key: one.key, otherKey: into?.key ?? null, sourceId };
}

async function found(ctx: Context, code: string): Promise<Standing | null> {
  const key = readDossierKey(code);
  return key === null ? null : standingOf(ctx.read, ctx.provinceId, key);
}

function readSource(source: string | null): number | null {
  if (source === null) return null;
  if (!/^\d{1,9}$/.test(source)) throw badInput('source', 'identity.saysNothing');
  return Number(source);
}

/** The dossier that rows of one that was merged away are taken for. */
export async function mergedInto(ctx: Context, key: string): Promise<Standing | null> {
  const { codeKey, sourceId } = sentAs(key);
  const taken = await takenFor(ctx.read, ctx.provinceId, sourceId, [codeKey]);
  return standingOf(ctx.read, ctx.provinceId, taken.get(codeKey) ?? codeKey);
}
