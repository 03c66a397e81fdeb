import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today } from '../../units/units.service.ts';
import { Unit } from '../../units/units.types.ts';
import { MatterStep } from './log.types.ts';

@Resolver(() => MatterStep)
export class MatterStepResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'On behalf of which unit; null: of who gave it.' })
  unit(@Root() { row }: MatterStep, @Ctx() ctx: Context): Promise<Unit | null> | null {
    return row.unitId === null ? null : unitAsKnown(ctx, row.unitId, today(ctx));
  }
}
