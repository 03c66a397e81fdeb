import { daysLeft, RENEW_DAYS } from '@chi-tieu/shared/domain/connected/checks';
import { OPEN_LONG_DAYS, reportBy } from '@chi-tieu/shared/domain/connected/incidents';
import { addDays, dayInVietnam } from '@chi-tieu/shared/domain/days';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Context } from '../../app/context.ts';
import { gathered, type Waiting, type WaitingThing } from '../../app/waiting.ts';
import { reachOfCaller } from '../accounts/reach.service.ts';
import { today } from '../units/units.service.ts';
import { unsettledIncidents } from './incidents/incidents.queries.ts';
import { everySystem, standingOf } from './systems.service.ts';
import type { SystemRow } from './systems.queries.ts';

const PLACE = '/he-thong-ket-noi';
const NOTHING = { state: 'UNKNOWN', since: null } as const;

/** Systems that are down, certificates that end, incidents that were not told of, also closed ones, or are open for long: for who reports of them. */
export async function waitingSystems(ctx: Context): Promise<Waiting[]> {
  const reach = await reachOfCaller(ctx);
  if (!reach.holds('connected.report')) return [];
  const systems = (await everySystem(ctx)).filter(({ unitId }) =>
    reach.covers('connected.report', [unitId ?? ctx.provinceId]),
  );
  // All of them at once: one by one each would be a question of its own.
  const standings = await Promise.all(systems.map((system) => standingOf(ctx, system)));
  const incidents = groupBy(await unsettledIncidents(ctx.read, ctx.provinceId), ({ systemId }) => systemId);
  const [down, ending, open]: WaitingThing[][] = [[], [], []];
  const now = ctx.app.now();
  const day = today(ctx);
  for (const [at, system] of systems.entries()) {
    const { state, since } = standings[at] ?? NOTHING;
    const from = since === null ? null : dayInVietnam(since);
    if (state === 'DOWN' && system.removedAt === null) down?.push(thing(system, '', { since: from, due: null }));
    const ends = system.checked ? system.certificate?.notAfter : undefined;
    if (ends !== undefined && daysLeft(new Date(ends), now) < RENEW_DAYS)
      ending?.push(thing(system, '?part=checks', { since: null, due: dayInVietnam(new Date(ends)) }));
    for (const incident of incidents.get(system.id) ?? []) {
      const noticed = dayInVietnam(incident.noticedAt);
      const isUntold = incident.reportedAt === null;
      const isLong = incident.state === 'OPEN' && addDays(noticed, OPEN_LONG_DAYS) < day;
      if (isUntold || isLong)
        open?.push(
          thing(system, '?part=incidents', { since: noticed, due: isUntold ? reportBy(incident.noticedAt) : null }),
        );
    }
  }
  return [
    ...gathered('SYSTEM_DOWN', `${PLACE}?state=DOWN`, down ?? [], day),
    ...gathered('CERTIFICATE_ENDS', PLACE, ending ?? [], day),
    ...gathered('INCIDENT_OPEN', PLACE, open ?? [], day),
  ];
}

function thing(
  { id, name, unitId }: SystemRow,
  query: string,
  { since, due }: Pick<WaitingThing, 'since' | 'due'>,
): WaitingThing {
  return { unitId, about: name, since, due, path: `${PLACE}/${id}${query}` };
}
