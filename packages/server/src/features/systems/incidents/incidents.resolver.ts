import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { stepsOfIncident } from '../systems.service.ts';
import { SecurityIncident, SecurityIncidentStep } from './incidents.types.ts';

@Resolver(() => SecurityIncident)
export class SecurityIncidentResolver {
  @FieldResolver(() => [SecurityIncidentStep], {
    description: 'What was done about it, in the order in which it was written.',
  })
  async steps(@Root() { id }: SecurityIncident, @Ctx() ctx: Context): Promise<SecurityIncidentStep[]> {
    return (await stepsOfIncident(ctx, id)).map((row) => ({ ...row, text: row.body }));
  }
}
