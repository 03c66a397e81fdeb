import { readWith } from '../src/features/dossiers/pull/connectors.ts';
import { readSource, type Read } from '../src/features/dossiers/pull/read-source.ts';
import type { Api } from './api.ts';
import { buildSource } from './one-stop.ts';

/** Asks sources without much patience. */
export function readQuickly(api: Api): void {
  readWith(api.app, { firstWaitMs: 5, quietMs: 20, timeoutMs: 5_000, pages: 50 });
}

/** A source that is fetched from; gives its id. */
export async function buildPulled(
  api: Api,
  input: Record<string, unknown>,
  facts: Record<string, unknown> = {},
): Promise<string> {
  const id = await buildSource(api, facts);
  await setPull(api, id, input);
  return id;
}

export async function setPull(api: Api, id: string, input: Record<string, unknown>): Promise<void> {
  await api.ask('mutation ($id: ID!, $input: SourcePullInput!) { setSourcePull(source: $id, input: $input) { id } }', {
    id,
    input,
  });
}

export const portalInput = (address: string, more: Record<string, unknown> = {}) => ({
  mode: 'PORTAL',
  address,
  username: 'h55',
  secret: 'Mật khẩu cổng',
  organisation: '000.00.00.H55',
  pageSize: 10,
  ...more,
});

/** Reads a source that is due. */
export function read(api: Api, id: string): Promise<Read> {
  return readSource(api.app, Number(id), { signal: new AbortController().signal });
}

/** Makes it due and reads it. */
export async function readAgain(api: Api, id: string): Promise<Run> {
  await api.ask('mutation ($id: ID!) { runSource(source: $id) { id } }', { id });
  await read(api, id);
  return lastRun(api, id);
}

export interface Run {
  result: string;
  whole: boolean;
  pages: number;
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  message: string;
  receipts: { id: string; received: number; source: string }[];
}

export interface Pull {
  state: string;
  failures: number;
  runs: Run[];
  refusedFiles: { name: string; problem: string }[];
  nextAt: string;
}

export async function pullOf(api: Api, id: string): Promise<Pull> {
  const { dossierSource } = await api.ask<{ dossierSource: { pull: Pull } }>(
    `query ($id: ID!) { dossierSource(id: $id) { pull { state failures nextAt refusedFiles { name problem }
       runs { result whole pages received created updated unchanged rejected message receipts { id received source } } } } }`,
    { id },
  );
  return dossierSource.pull;
}

export async function lastRun(api: Api, id: string): Promise<Run> {
  const [run] = (await pullOf(api, id)).runs;
  if (!run) throw new Error('it was never read');
  return run;
}

/** All that figures come from: dossiers as they stand, and totals. */
export async function standOf(api: Api): Promise<unknown[]> {
  const dossiers = await api.db.query(
    `select code_key, status, unit_id, procedure_id, channel, received_day, finished_at from dossier order by code_key`,
  );
  const totals = await api.db.query(
    `select definition_id, unit_id, day, numerator, denominator from day_total where numerator <> 0 or denominator <> 0 order by 1, 2, 3`,
  );
  return [dossiers.rows, totals.rows];
}
