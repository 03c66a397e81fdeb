import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { badInput, notFound } from '../../app/errors.ts';
import { recordIncident, stepIncident } from './incidents/incidents.service.ts';
import { IncidentInput, IncidentStepInput } from './incidents/incidents.types.ts';
import { changeOutage, declareOutage } from './outages/outages.service.ts';
import { OutageChangeInput, OutageInput } from './outages/outages.types.ts';
import { lookSoon, removeSystem, saveSystem } from './save.service.ts';
import { ConnectedSystemInput } from './systems.inputs.ts';
import { showSystem } from './systems.resolver.ts';
import { systemById } from './systems.service.ts';
import { ConnectedSystem } from './systems.types.ts';

const USUAL = { everyMinutes: 10, expectedStatus: 200 };

@Resolver()
export class ConnectedSystemsMutations {
  @Mutation(() => ConnectedSystem, {
    description: 'Keeps a connected system, new or changed. It is looked at only where it is told so.',
  })
  async saveConnectedSystem(
    @Arg('input', () => ConnectedSystemInput) input: ConnectedSystemInput,
    @Ctx() ctx: Context,
  ): Promise<ConnectedSystem> {
    const { id = null, name, kind, unit = null, securityLevel = null, address = null, checked, sources } = input;
    const { everyMinutes, expectedStatus, expectedVersion } = input;
    const saved = await saveSystem(ctx, {
      ...{ id, name, kind, unit, securityLevel, address, checked: checked ?? false, sources: sources ?? [] },
      everyMinutes: everyMinutes ?? USUAL.everyMinutes,
      expectedStatus: expectedStatus ?? USUAL.expectedStatus,
      expectedVersion: expectedVersion ?? 0,
    });
    return shown(ctx, saved);
  }

  @Mutation(() => Boolean, {
    description:
      'Takes a system away, while nothing of it is open: it is looked at no more, and what was written of it stays.',
  })
  async removeConnectedSystem(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    await removeSystem(ctx, id, expectedVersion);
    return true;
  }

  @Mutation(() => ConnectedSystem, { description: 'Has a system looked at as soon as the process comes to it.' })
  async checkSystemNow(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ConnectedSystem> {
    await lookSoon(ctx, id);
    return shown(ctx, id);
  }

  @Mutation(() => ConnectedSystem, { description: 'Says that a system was down, is, or is planned to be.' })
  async declareOutage(
    @Arg('input', () => OutageInput) { system, kind, begunAt, endedAt = null, reason }: OutageInput,
    @Ctx() ctx: Context,
  ): Promise<ConnectedSystem> {
    if (kind === 'CHECKED') throw badInput('input.kind', 'system.outageFound');
    return shown(ctx, await declareOutage(ctx, { system, kind, begunAt, endedAt, reason }));
  }

  @Mutation(() => ConnectedSystem, { description: 'Says when an outage ended, why it was, or that it was none.' })
  async changeOutage(
    @Arg('input', () => OutageChangeInput)
    { id, endedAt = null, reason = null, withdrawn, expectedVersion }: OutageChangeInput,
    @Ctx() ctx: Context,
  ): Promise<ConnectedSystem> {
    return shown(ctx, await changeOutage(ctx, { id, endedAt, reason, withdrawn: withdrawn ?? false, expectedVersion }));
  }

  @Mutation(() => ConnectedSystem, { description: 'Records an incident of the security of a system.' })
  async recordIncident(
    @Arg('input', () => IncidentInput)
    { system, level, text, happenedAt = null, noticedAt, measures = null }: IncidentInput,
    @Ctx() ctx: Context,
  ): Promise<ConnectedSystem> {
    return shown(ctx, await recordIncident(ctx, { system, level, text, happenedAt, noticedAt, measures }));
  }

  @Mutation(() => ConnectedSystem, { description: 'Says what is done about an incident.' })
  async stepIncident(
    @Arg('input', () => IncidentStepInput)
    { incident, act, text = null, toldTo = null, at = null, level = null, expectedVersion }: IncidentStepInput,
    @Ctx() ctx: Context,
  ): Promise<ConnectedSystem> {
    return shown(ctx, await stepIncident(ctx, { incident, act, text, toldTo, at, level, expectedVersion }));
  }
}

async function shown(ctx: Context, id: string): Promise<ConnectedSystem> {
  const system = await systemById(ctx, id);
  if (!system) throw notFound('system.unknown');
  return showSystem(system);
}
