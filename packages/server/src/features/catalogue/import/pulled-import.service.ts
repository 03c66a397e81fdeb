import type { Row } from '@chi-tieu/shared/domain/row-problem';
import { countStatuses } from '@chi-tieu/shared/domain/import/check-rows';
import type { Writer } from '../../../app/database.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { applyRecord } from './apply-import.service.ts';
import { importById, linkSource, saveMapping, saveState, deleteRows, type ImportRecord } from './imports.queries.ts';
import { judgeImport } from './judge-import.service.ts';
import { openImport } from './open-import.service.ts';
import { tableOfItems } from './replies.ts';

/** What was fetched from a source. */
export interface Pulled {
  items: readonly Row[];
  name: string;
  sourceId: number;
}

export interface TakenPull {
  importId: string | null;
  isApplied: boolean;
  /** Nothing in it is new, and nothing is wrong with it: no import is kept of it. */
  hasNothing: boolean;
  created: number;
  updated: number;
  /** Rows that wait for a person. */
  left: number;
}

/**
 * Makes an import of what was fetched and applies it where every row can be taken and no new name is nearly that of another
 * procedure; else it waits, matched, for somebody to look at it.
 */
export async function takePulled(
  tx: Writer,
  provinceId: number,
  { items, name, sourceId }: Pulled,
): Promise<TakenPull> {
  await lockDossiers(tx);
  const bytes = Buffer.byteLength(JSON.stringify(items));
  const id = await openImport(tx, provinceId, { kind: 'PULL', name, bytes, tables: [tableOfItems(items)] });
  await linkSource(tx, id, sourceId);
  const opened = await found(tx, provinceId, id);
  await saveMapping(tx, id, opened);
  const record = await found(tx, provinceId, id);
  const rows = await judgeImport(tx, provinceId, record);
  const { NEW: created, CHANGED: updated, REJECTED: left } = countStatuses(rows);
  const counts = { created, updated, left };
  if (created + updated + left === 0) {
    await saveState(tx, id, 'DROPPED');
    await deleteRows(tx, id);
    return { importId: null, isApplied: false, hasNothing: true, ...counts };
  }
  const needsPerson = left > 0 || rows.some(({ problems }) => problems.some(({ code }) => code === 'SIMILAR_NAME'));
  if (!needsPerson) await applyRecord(tx, provinceId, record);
  return { importId: id, isApplied: !needsPerson, hasNothing: false, ...counts };
}

async function found(tx: Writer, provinceId: number, id: string): Promise<ImportRecord> {
  const record = await importById(tx, provinceId, id, true);
  if (!record) throw new Error('an import that was just made is not there');
  return record;
}
