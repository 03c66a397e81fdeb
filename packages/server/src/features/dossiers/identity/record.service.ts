import { readDossierKey, readOwnKey } from '@chi-tieu/shared/domain/identity/dossier-key';
import { sameDossiers, type Likely } from '@chi-tieu/shared/domain/identity/same-dossier';
import type { Context } from '../../../app/context.ts';
import { notFound } from '../../../app/errors.ts';
import { reached } from '../../accounts/reach.service.ts';
import { mergedInto } from './identity.service.ts';
import {
  dossiersLike,
  statementsOf,
  takenCodes,
  versionsOf,
  type LikelyRow,
  type SaidRow,
  type StatementRow,
  type VersionRow,
} from './record.queries.ts';
import { standingOf } from './standing.queries.ts';

/** What can be different between two versions, and between what two sources say. */
export const COMPARED = [
  'unitId',
  'procedureId',
  'channel',
  'status',
  'receivedAt',
  'dueAt',
  'finishedAt',
  'returnedAt',
] as const satisfies readonly (keyof SaidRow)[];
export type ComparedField = (typeof COMPARED)[number];

/** A dossier with all that is known of which one it is. */
export interface DossierFile {
  id: string;
  key: string;
  code: string;
  versions: (VersionRow & { changed: (ComparedField | 'gone')[] })[];
}

/** The dossier that a code names, within reach; null where there is none. */
export async function dossierFile(ctx: Context, code: string): Promise<DossierFile | null> {
  const units = await reached(ctx, 'dossier.read');
  const key = readDossierKey(code);
  const found = key === null ? null : await standingOf(ctx.read, ctx.provinceId, key);
  if (!found || (units !== 'ALL' && !units.has(found.unitId))) return null;
  const rows = await versionsOf(ctx.read, ctx.provinceId, found.id, found.key);
  // Earlier versions at units beyond reach are not told of.
  const within = rows.filter(({ unitId }) => units === 'ALL' || units.has(unitId));
  const versions = within.map((row, at) => ({ ...row, changed: changedSince(row, within[at + 1]) }));
  return { id: found.id, key: found.key, code: found.code, versions };
}

/** The dossier after a step: it is there, or the step would not be. */
export async function dossierFileOf(ctx: Context, key: string): Promise<DossierFile> {
  const file = await dossierFile(ctx, key);
  if (!file) throw notFound('identity.unknown');
  return file;
}

function changedSince(row: VersionRow, before: VersionRow | undefined): (ComparedField | 'gone')[] {
  if (!before) return [];
  return [...differing(row, before), ...(row.gone === before.gone ? [] : (['gone'] as const))];
}

/** The fields in which two of them differ. */
export function differing(a: SaidRow, b: SaidRow): ComparedField[] {
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
  return COMPARED.filter((name) => plain(a[name]) !== plain(b[name]));
}

/** What sources said last of it, each with what differs from what stands. */
export async function statementsBeside(
  ctx: Context,
  { key, versions }: DossierFile,
): Promise<(StatementRow & { differs: ComparedField[] })[]> {
  const [stands] = versions;
  const rows = await statementsOf(ctx.read, ctx.provinceId, key);
  return rows.map((row) => ({ ...row, differs: stands ? differing(row, stands) : [] }));
}

/** Where its rows go: the code of the dossier that it was merged into. */
export async function codeMergedInto(ctx: Context, { key, versions }: DossierFile): Promise<string | null> {
  if (versions[0]?.gone !== 'MERGED') return null;
  const into = await mergedInto(ctx, key);
  return into?.key === key ? null : (into?.code ?? null);
}

/** Codes that are taken for it: of merged dossiers, and that from which it was split off. */
export function codesTaken(ctx: Context, { key }: DossierFile): Promise<{ code: string; source: string | null }[]> {
  return takenCodes(ctx.read, ctx.provinceId, key);
}

/** The code from which it was split off, where it was. */
export function codeSplitFrom({ key }: DossierFile): string | null {
  return readOwnKey(key)?.codeKey ?? null;
}

const MOST_LIKELY = 5;

/** Dossiers that may be the same one, the likeliest first; of one that is gone none. */
export async function likelySame(ctx: Context, { key, versions }: DossierFile): Promise<Likely<LikelyRow>[]> {
  const [stands] = versions;
  if (!stands || stands.gone !== null) return [];
  const { unitId, procedureId, receivedAt, receivedDay } = stands;
  const one = { codeKey: key, unitId, procedureId, receivedAt, receivedDay };
  return sameDossiers(one, await dossiersLike(ctx.read, ctx.provinceId, one)).slice(0, MOST_LIKELY);
}
