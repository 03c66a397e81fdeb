import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { isNumberKey, readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import { auditTrail } from './audit.service.ts';
import { AuditEvent, AuditEventConnection, showEvent } from './audit.types.ts';
import { eventText } from './event-text.ts';

@Resolver(() => AuditEvent)
export class AuditEventResolver {
  @Query(() => AuditEventConnection, { description: 'What was done by whom, newest first.' })
  async auditTrail(
    @Arg('about', () => ID, { nullable: true, description: 'PLAN:id, PROCEDURE:code, UNIT:code; or the id alone.' })
    about: string | null,
    @Arg('by', () => ID, { nullable: true, description: "An account's id." }) by: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<AuditEvent>> {
    const page = readPage(first, after, isNumberKey);
    const found = await auditTrail(ctx, { about: about ?? null, by: by ?? null }, page);
    const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: showEvent(node) }));
    return { ...found, nodes: edges.map(({ node }) => node), edges };
  }

  @FieldResolver(() => String, { description: 'The whole in one sentence, in the language of the request.' })
  text(@Root() event: AuditEvent, @Ctx() ctx: Context): string {
    return eventText(event.row, ctx.locale);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that it concerns, as it is today.' })
  async unit(@Root() { row }: AuditEvent, @Ctx() ctx: Context): Promise<Unit | null> {
    return row.unitId === null ? null : unitAsKnown(ctx, row.unitId, today(ctx));
  }
}
