import { daysLeft } from '@chi-tieu/shared/domain/connected/checks';
import { isLevelDoubtful, possibleActs, reportBy } from '@chi-tieu/shared/domain/connected/incidents';
import type { Day } from '@chi-tieu/shared/domain/days';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { Grain } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { reachOfCaller } from '../accounts/reach.service.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import { shownAddress } from './addresses.ts';
import { availability } from './availability.service.ts';
import { deliveries, lastCame } from './deliveries.service.ts';
import { SecurityIncident } from './incidents/incidents.types.ts';
import { showOutage } from './outages/outages.resolver.ts';
import { SystemOutage } from './outages/outages.types.ts';
import type { SystemRow } from './systems.queries.ts';
import { allSystems, checksOf, incidentsOf, outagesOf, sourcesOf, standingOf, systemById } from './systems.service.ts';
import {
  ConnectedSystem,
  FedSource,
  SystemAvailability,
  SystemCertificate,
  SystemCheck,
  SystemDelivery,
  SystemStanding,
} from './systems.types.ts';

const MOST_CHECKS = 200;

export function showSystem(row: SystemRow): ConnectedSystem {
  const { version, name, kind, securityLevel, checked, everyMinutes, expectedStatus, removedAt } = row;
  const address = row.address === null ? null : shownAddress(row.address);
  const nextCheckAt = checked ? row.nextCheckAt : null;
  return {
    ...{ id: String(row.id), version, name, kind, securityLevel, address, checked },
    ...{ everyMinutes, expectedStatus, nextCheckAt, removedAt, row },
  };
}

const showSource = ({ id, name }: { id: number; name: string | null }): FedSource => ({ id: String(id), name });

@Resolver(() => ConnectedSystem)
export class ConnectedSystemResolver {
  @Query(() => [ConnectedSystem], { description: 'The connected systems within reach, by kind and name.' })
  async connectedSystems(
    @Arg('removed', () => Boolean, {
      nullable: true,
      description: 'Those that were taken away; else those that are kept.',
    })
    removed: boolean | null,
    @Ctx() ctx: Context,
  ): Promise<ConnectedSystem[]> {
    return (await allSystems(ctx, removed ?? false)).map(showSystem);
  }

  @Query(() => ConnectedSystem, {
    nullable: true,
    description: 'One of them, also one that was taken away; null when there is none within reach.',
  })
  async connectedSystem(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ConnectedSystem | null> {
    const found = await systemById(ctx, id);
    return found && showSystem(found);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit that runs it; null where none of the province does.',
  })
  unit(@Root() { row }: ConnectedSystem, @Ctx() ctx: Context): Promise<Unit | null> | null {
    return row.unitId === null ? null : unitAsKnown(ctx, row.unitId, today(ctx));
  }

  @FieldResolver(() => Boolean, { description: 'The caller may say that it is down, and what happened to it.' })
  async reportable(@Root() { row }: ConnectedSystem, @Ctx() ctx: Context): Promise<boolean> {
    return (await reachOfCaller(ctx)).covers('connected.report', [row.unitId ?? ctx.provinceId]);
  }

  @FieldResolver(() => SystemStanding, { description: 'How it stands now.' })
  standing(@Root() { row }: ConnectedSystem, @Ctx() ctx: Context): Promise<SystemStanding> {
    return standingOf(ctx, row);
  }

  @FieldResolver(() => SystemCertificate, {
    nullable: true,
    description: 'The certificate that it showed last, also one that is not believed.',
  })
  certificate(@Root() { row }: ConnectedSystem, @Ctx() ctx: Context): SystemCertificate | null {
    if (row.certificate === null) return null;
    const [notBefore, notAfter] = [new Date(row.certificate.notBefore), new Date(row.certificate.notAfter)];
    return { ...row.certificate, notBefore, notAfter, daysLeft: daysLeft(notAfter, ctx.app.now()) };
  }

  @FieldResolver(() => [FedSource], { description: 'The sources of dossiers that it feeds.' })
  async sources(@Root() { row }: ConnectedSystem, @Ctx() ctx: Context): Promise<FedSource[]> {
    return (await sourcesOf(ctx, row.id)).map(showSource);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'When something came of its sources last.' })
  lastDataAt(@Root() { row }: ConnectedSystem, @Ctx() ctx: Context): Promise<Date | null> {
    return lastCame(ctx, row.id);
  }

  @FieldResolver(() => SystemCheck, { nullable: true, description: 'The last check.' })
  async lastCheck(@Root() { row }: ConnectedSystem, @Ctx() ctx: Context): Promise<SystemCheck | null> {
    return (await checksOf(ctx, row.id, 1))[0] ?? null;
  }

  @FieldResolver(() => [SystemCheck], { description: 'The last checks, newest first; 50 unless told, 200 at most.' })
  checks(
    @Root() { row }: ConnectedSystem,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Ctx() ctx: Context,
  ): Promise<SystemCheck[]> {
    return checksOf(ctx, row.id, Math.min(Math.max(first ?? 50, 0), MOST_CHECKS));
  }

  @FieldResolver(() => [SystemAvailability], {
    description: 'How available it was by day or month of a period of 400 days at most; months are told whole.',
  })
  availability(
    @Root() { row }: ConnectedSystem,
    @Arg('from', () => DateScalar) from: Day,
    @Arg('to', () => DateScalar) to: Day,
    @Arg('grain', () => Grain, { description: 'By day, or by month.' }) grain: Grain,
    @Ctx() ctx: Context,
  ): Promise<SystemAvailability[]> {
    return availability(ctx, row.id, { from, to, grain });
  }

  @FieldResolver(() => [SystemOutage], { description: 'When it was down, newest first; planned ones too.' })
  async outages(@Root() { row }: ConnectedSystem, @Ctx() ctx: Context): Promise<SystemOutage[]> {
    return (await outagesOf(ctx, row.id, { from: null, to: null })).map((one) => showOutage(ctx, one));
  }

  @FieldResolver(() => SystemOutage, {
    nullable: true,
    description: 'One of its outages; null where it is none of its.',
  })
  async outage(
    @Root() { row }: ConnectedSystem,
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
  ): Promise<SystemOutage | null> {
    const found = (await outagesOf(ctx, row.id, { from: null, to: null })).find((one) => one.id === id);
    return found ? showOutage(ctx, found) : null;
  }

  @FieldResolver(() => [SystemDelivery], {
    description: 'What it sent against what was accepted, each day of a period of 400 days at most.',
  })
  async deliveries(
    @Root() { row }: ConnectedSystem,
    @Arg('from', () => DateScalar) from: Day,
    @Arg('to', () => DateScalar) to: Day,
    @Arg('source', () => ID, { nullable: true, description: 'Of one of its sources alone.' }) source: string | null,
    @Ctx() ctx: Context,
  ): Promise<SystemDelivery[]> {
    const days = await deliveries(ctx, row.id, { from, to, source: source ?? null });
    const sources = await sourcesOf(ctx, row.id);
    const named = (ids: number[]): FedSource[] => sources.filter(({ id }) => ids.includes(id)).map(showSource);
    return days.map(({ missing, ...day }) => ({ ...day, missing: named(missing) }));
  }

  @FieldResolver(() => [SecurityIncident], { description: 'What happened to its security, newest first.' })
  async incidents(@Root() { row }: ConnectedSystem, @Ctx() ctx: Context): Promise<SecurityIncident[]> {
    return (await incidentsOf(ctx, row.id)).map((one) => ({
      ...one,
      text: one.body,
      levelDoubtful: isLevelDoubtful(one.level, row.securityLevel),
      reportBy: reportBy(one.noticedAt),
      possible: possibleActs(one.state, one.reportedAt !== null).filter(
        (act) => act !== 'REOPENED' || row.removedAt === null,
      ),
      row: one,
    }));
  }
}
