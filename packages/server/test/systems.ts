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
