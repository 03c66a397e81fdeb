import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ACTS, type Act } from '../../app/audit/acts.ts';
import { isNumberKey, readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { DateScalar } from '../../app/scalars.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import { auditTrail } from './audit.service.ts';
import { AuditAct, AuditChange, AuditEvent, AuditEventConnection, showEvent } from './audit.types.ts';
import { changesOf } from './event-changes.ts';
import { withNames } from './event-names.ts';
import { actText, eventText } from './event-text.ts';

@Resolver(() => AuditEvent)
export class AuditEventResolver {
  @Query(() => AuditEventConnection, { description: 'What was done by whom, newest first.' })
  async auditTrail(
    @Arg('about', () => ID, { nullable: true, description: 'PLAN:id, PROCEDURE:code, UNIT:code; or the id alone.' })
    about: string | null,
    @Arg('by', () => ID, { nullable: true, description: "An account's id." }) by: string | null,
    @Arg('act', () => String, { nullable: true, description: 'What was done, TARGETS_SET.' }) act: string | null,
    @Arg('from', () => DateScalar, { nullable: true, description: 'The first day.' }) from: string | null,
    @Arg('to', () => DateScalar, { nullable: true, description: 'The last day.' }) to: string | null,
    @Arg('seq', () => ID, { nullable: true, description: 'The number of one event.' }) seq: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<AuditEvent>> {
    const page = readPage(first, after, isNumberKey);
    const narrowed = { act: act ?? null, from: from ?? null, to: to ?? null, seq: seq ?? null };
    const found = await auditTrail(ctx, { about: about ?? null, by: by ?? null, ...narrowed }, page);
    const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: showEvent(node) }));
    return { ...found, nodes: edges.map(({ node }) => node), edges };
  }

  @Query(() => [AuditAct], { description: 'Everything that can stand in the trail, by what it is called.' })
  auditActs(@Ctx() ctx: Context): AuditAct[] {
    const acts = (Object.keys(ACTS) as Act[]).map((act) => ({ act, text: actText(act, ctx.locale) }));
    return acts.sort((a, b) => a.text.localeCompare(b.text, ctx.locale));
  }

  @FieldResolver(() => [AuditChange], {
    description: 'What was before and what is after, field by field in words; 200 at the most.',
  })
  async differences(@Root() { row }: AuditEvent, @Ctx() ctx: Context): Promise<AuditChange[]> {
    return changesOf((await withNames(ctx, row)).body, ctx.locale);
  }

  @FieldResolver(() => String, { description: 'The whole in one sentence, in the language of the request.' })
  async text(@Root() { row }: AuditEvent, @Ctx() ctx: Context): Promise<string> {
    return eventText(await withNames(ctx, row), ctx.locale);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that it concerns, as it is today.' })
  async unit(@Root() { row }: AuditEvent, @Ctx() ctx: Context): Promise<Unit | null> {
    return row.unitId === null ? null : unitAsKnown(ctx, row.unitId, today(ctx));
  }
}
