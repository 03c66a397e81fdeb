import type { Api } from './api.ts';
import { dossierRow } from './factories.ts';

/** Dossiers of a month of the commune. */
export const monthRows = (month: string, count: number, facts: Record<string, unknown> = {}, from = 1) =>
  Array.from({ length: count }, (_, i) =>
    dossierRow({
      MaHoSo: `H55.164.3-22${month}01-${String(from + i).padStart(4, '0')}`,
      NgayTiepNhan: `2022${month}01080000`,
      NgayKetThucXuLy: `2022${month}02080000`,
      ...facts,
    }),
  );

/** Says from when on imports are held; three times the usual unless told. */
export async function holdFrom(api: Api, least: number, more = ''): Promise<void> {
  await api.ask(
    `mutation { setJumpRules(input: { holds: true, timesUsual: 3, least: ${least}, expectedVersion: 0 ${more} }) { version } }`,
  );
}

export interface Held {
  id: string;
  state: string;
  rows: number;
  pages: number;
  fresh: number;
  changed: number;
  source: string | null;
  jumps: { kind: string; count: number }[];
}

export async function heldOf(api: Api, settled = false): Promise<Held[]> {
  const { heldBatches } = await api.ask<{ heldBatches: { nodes: Held[] } }>(
    `query ($settled: Boolean!) { heldBatches(settled: $settled) { nodes { id state rows pages fresh changed source jumps { kind count } } } }`,
    { settled },
  );
  return heldBatches.nodes;
}

/** Releases or discards what is held; gives how many rows were left out. */
export async function settleHeld(api: Api, how: 'release' | 'discard', batch: string): Promise<number | null> {
  const { done } = await api.ask<{ done: { leftOut: number | null } }>(
    `mutation ($batch: ID!) { done: ${how}Batch(batch: $batch, reason: "Đã hỏi lại.") { leftOut } }`,
    { batch },
  );
  return done.leftOut;
}
