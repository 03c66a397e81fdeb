import type { Api } from './api.ts';
import type { Caller } from './caller.ts';

/** A connected system as the tests look at it. */
export interface SystemSeen {
  id: string;
  version: number;
  name: string;
  standing: { state: string; since: string | null; until: string | null };
  lastCheck: { outcome: string; status: number | null; planned: boolean } | null;
  certificate: { daysLeft: number; names: string[]; issuer: string } | null;
  outages: {
    id: string;
    version: number;
    kind: string;
    begunAt: string;
    endedAt: string | null;
    minutes: number;
    outcome: string | null;
    reason: string | null;
  }[];
  incidents: {
    id: string;
    version: number;
    level: string;
    levelDoubtful: boolean;
    state: string;
    reportBy: string;
    reportedAt: string | null;
    possible: string[];
    steps: { act: string; text: string | null; toldTo: string | null; level: string | null }[];
  }[];
}

export const SYSTEM = `id version name standing { state since until } lastCheck { outcome status planned }
  certificate { daysLeft names issuer }
  outages { id version kind begunAt endedAt minutes outcome reason }
  incidents { id version level levelDoubtful state reportBy reportedAt possible steps { act text toldTo level } }`;

const INPUTS = {
  saveConnectedSystem: 'ConnectedSystemInput',
  declareOutage: 'OutageInput',
  changeOutage: 'OutageChangeInput',
  recordIncident: 'IncidentInput',
  stepIncident: 'IncidentStepInput',
} as const;
export type SystemAct = keyof typeof INPUTS;

export const actOn = (act: SystemAct): string =>
  `mutation ($input: ${INPUTS[act]}!) { ${act}(input: $input) { ${SYSTEM} } }`;

/** One of the acts, done: gives the system as it is then. */
export async function acted(caller: Caller, act: SystemAct, input: object): Promise<SystemSeen> {
  const found = (await caller.ask<Record<string, SystemSeen>>(actOn(act), { input }))[act];
  if (!found) throw new Error(`${act} gave nothing`);
  return found;
}

let count = 0;

/** A portal that the city 164 runs unless told; nobody looks at it. */
export function buildSystem(caller: Caller, more: object = {}): Promise<SystemSeen> {
  const name = `Cổng ${(count += 1)}`;
  return acted(caller, 'saveConnectedSystem', { name, kind: 'PROVINCIAL_PORTAL', unit: '164', ...more });
}

export async function systemSeen(caller: Caller, id: string): Promise<SystemSeen | null> {
  const { connectedSystem } = await caller.ask<{ connectedSystem: SystemSeen | null }>(
    `query ($id: ID!) { connectedSystem(id: $id) { ${SYSTEM} } }`,
    { id },
  );
  return connectedSystem;
}

/** What is refused of an act: the code, and the places that it is about. */
export async function problems(who: Caller, act: SystemAct, input: object): Promise<unknown> {
  const { errors } = await who.gql(actOn(act), { input });
  const { code, fields } = (errors[0]?.extensions ?? {}) as { code?: string; fields?: { path: string }[] };
  return [code, ...(fields ?? []).map(({ path }) => path)];
}

/** Receipts of a source as its batches leave them, behind the server's back: of one each day, at noon. */
export async function receipts(
  api: Api,
  source: string,
  days: readonly string[],
  counts: Partial<Record<string, number>> = {},
): Promise<void> {
  const {
    created = 3,
    updated = 1,
    unchanged = 2,
    rejected = 1,
    held = 0,
    kind = 'DOSSIERS',
  } = counts as Record<string, never>;
  for (const day of days)
    await api.db.query(
      `with m as (insert into moment (account_id, purpose, at) values (null, 'test', $1) returning id)
       insert into ingest_batch (id, province_id, kind, received, created, updated, unchanged, rejected, held_rows, source_id, recorded_by)
       select gen_random_uuid(), $2, $3, $4::int + $5::int + $6::int + $7::int, $4, $5, $6, $7, nullif($8::int, 0), $9, id from m`,
      [`${day}T05:00:00Z`, api.app.provinceId, kind, created, updated, unchanged, rejected, held, source],
    );
}
