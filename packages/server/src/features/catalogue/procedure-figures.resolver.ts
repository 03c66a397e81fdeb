import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { ratePercent } from '@chi-tieu/shared/domain/rate';
import type { Context } from '../../app/context.ts';
import { Scope } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { checkPeriod, indicatorByCode, type AttainmentQuestion } from '../rates/rates.service.ts';
import { unitByCode, unitTree } from '../units/units.service.ts';
import { showUnit, type Unit } from '../units/units.types.ts';
import { Decision, Procedure } from './catalogue.types.ts';
import { listChanges, serviceLists } from './lists.queries.ts';
import { decisionMap } from './lists.service.ts';
import { dossierCounts, type ProcedureCounts } from './procedure-figures.queries.ts';
import { partByMonth, partByUnit, procedurePart } from './procedure-part.service.ts';
import { DossierCount, ProcedureListLine, ProcedureRate } from './procedure-figures.types.ts';

const INDICATOR = "An indicator's code.";
const FROM = 'First day of the period.';
const TO = 'Last day of the period, included.';
const UNIT = "A unit's code, as on the last day of the period; the province unless given.";
const SCOPE = 'SUBTREE unless told.';
const KNOWN_AT = 'As it was known at an instant; as known now unless given.';

async function unitOfPart(
  ctx: Context,
  code: string,
  { to, knownAt }: Pick<AttainmentQuestion, 'to' | 'knownAt'>,
): Promise<Unit> {
  const tree = await unitTree(ctx, to, knownAt);
  const version = tree.byCode(code);
  return showUnit(version ? { version, tree, on: to } : await unitByCode(ctx, code, { year: Number(to.slice(0, 4)) }));
}

async function partShown(
  ctx: Context,
  { indicator, from, to }: Pick<AttainmentQuestion, 'indicator' | 'from' | 'to'>,
  { numerator, denominator, notCounted, inPeriod }: ProcedureCounts,
): Promise<Omit<ProcedureRate, 'unit'>> {
  const rate = ratePercent({ numerator, denominator });
  return {
    indicator: await indicatorByCode(ctx, indicator),
    from,
    to,
    numerator,
    denominator,
    notCounted,
    inPeriod,
    rate,
  };
}

/** What dossiers and decisions add to a procedure. Counts are open to whoever is signed in, as standings are. */
@Resolver(() => Procedure)
export class ProcedureFiguresResolver {
  @FieldResolver(() => [DossierCount], {
    description: 'Its dossiers received in a period, by month and channel, in the whole province.',
  })
  dossierCounts(
    @Root() procedure: Procedure,
    @Arg('from', () => DateScalar, { description: 'First day received.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'Last day received, included.' }) to: string,
    @Ctx() ctx: Context,
  ): Promise<DossierCount[]> {
    checkPeriod(from, to);
    return dossierCounts(ctx.figures, ctx.provinceId, procedure.id, { from, to });
  }

  @FieldResolver(() => ProcedureRate, {
    description:
      "Its part of a unit's figure in a period, by the rule by which the totals of units are booked. `dossiers` with the same arguments and `procedure` lists what it counts.",
  })
  async rate(
    @Root() procedure: Procedure,
    @Arg('indicator', () => ID, { description: INDICATOR }) indicator: string,
    @Arg('from', () => DateScalar, { description: FROM }) from: string,
    @Arg('to', () => DateScalar, { description: TO }) to: string,
    @Arg('unit', () => ID, { nullable: true, description: UNIT }) unit: string | null,
    @Arg('scope', () => Scope, { nullable: true, description: SCOPE }) scope: Scope | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true, description: KNOWN_AT }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<ProcedureRate> {
    const asked = { indicator, from, to, unit: unit ?? null, scope: scope ?? 'SUBTREE', knownAt: knownAt ?? null };
    const counts = await procedurePart(ctx, procedure.id, asked);
    const shown = asked.unit === null ? null : await unitOfPart(ctx, asked.unit, asked);
    return { ...(await partShown(ctx, asked, counts)), unit: shown };
  }

  @FieldResolver(() => [ProcedureRate], {
    description: 'The same month by month, in order, cut to the period; months without any dossier of it have zeros.',
  })
  async rateByMonth(
    @Root() procedure: Procedure,
    @Arg('indicator', () => ID, { description: INDICATOR }) indicator: string,
    @Arg('from', () => DateScalar, { description: FROM }) from: string,
    @Arg('to', () => DateScalar, { description: 'Last day of the period, included; at most 120 months later.' })
    to: string,
    @Arg('unit', () => ID, { nullable: true, description: UNIT }) unit: string | null,
    @Arg('scope', () => Scope, { nullable: true, description: SCOPE }) scope: Scope | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true, description: KNOWN_AT }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<ProcedureRate[]> {
    const asked = { indicator, from, to, unit: unit ?? null, scope: scope ?? 'SUBTREE', knownAt: knownAt ?? null };
    const months = await partByMonth(ctx, procedure.id, asked);
    const shown = asked.unit === null ? null : await unitOfPart(ctx, asked.unit, asked);
    return Promise.all(
      months.map(async (month) => ({ ...(await partShown(ctx, { indicator, ...month }, month)), unit: shown })),
    );
  }

  @FieldResolver(() => [ProcedureRate], {
    description:
      'The same unit by unit, each with what it answers for itself (scope OWN), in the order of the codes. Units without any dossier of it are left out; the sum is the whole province.',
  })
  async rateByUnit(
    @Root() procedure: Procedure,
    @Arg('indicator', () => ID, { description: INDICATOR }) indicator: string,
    @Arg('from', () => DateScalar, { description: FROM }) from: string,
    @Arg('to', () => DateScalar, { description: TO }) to: string,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true, description: KNOWN_AT }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<ProcedureRate[]> {
    const asked = { indicator, from, to, knownAt: knownAt ?? null };
    const tree = await unitTree(ctx, to, asked.knownAt);
    const parts = await partByUnit(ctx, procedure.id, asked);
    const shown = parts.map(async ({ unitId, ...counts }) => {
      const version = tree.byId(unitId);
      return { ...(await partShown(ctx, asked, counts)), unit: version ? showUnit({ version, tree, on: to }) : null };
    });
    return Promise.all(shown);
  }

  @FieldResolver(() => [ProcedureListLine], {
    description: 'All that decisions said of it on lists, in the order in which it takes effect.',
  })
  async listLines(@Root() procedure: Procedure, @Ctx() ctx: Context): Promise<ProcedureListLine[]> {
    const changes = await listChanges(ctx.read, ctx.provinceId, { procedureIds: [procedure.id] });
    const lists = new Map((await serviceLists(ctx.read, ctx.provinceId)).map((list) => [list.id, list]));
    const decisions = await decisionMap(ctx);
    return changes.flatMap(({ listId, decisionId, action, tier, level }) => {
      const [list, decision] = [lists.get(listId), decisions.get(decisionId)];
      return list && decision ? [{ list, action, tier, level, decision }] : [];
    });
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description: 'The decision that says this text, where one is known.',
  })
  async textDecision(@Root() procedure: Procedure, @Ctx() ctx: Context): Promise<Decision | null> {
    if (procedure.textDecisionId === null) return null;
    return (await decisionMap(ctx)).get(procedure.textDecisionId) ?? null;
  }
}
