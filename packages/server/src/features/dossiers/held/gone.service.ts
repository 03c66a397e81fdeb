import { randomUUID } from 'node:crypto';
import type { Within } from '@chi-tieu/shared/domain/access/reach';
import type { Writer } from '../../../app/database.ts';
import { takeAsGone } from '../identity/gone-at-source.service.ts';
import { insertBatch } from '../ingest/batches.queries.ts';
import { findStillGone, keepGone } from './gone.queries.ts';
import type { HeldRow } from './held.queries.ts';

interface Whose {
  provinceId: number;
  sourceId: number;
  sentFor: number | null;
  name: string;
}

const NONE = { received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };

/** Holds the codes of `missed`, which a source has not got any more, since they are many: nothing is gone before somebody has looked. */
export async function holdGone(
  tx: Writer,
  { provinceId, sourceId, sentFor, name }: Whose,
  { missed, most }: { missed: number; most: number },
): Promise<void> {
  const id = randomUUID();
  const header = { id, kind: 'DOSSIERS', name, mediaType: null, bytes: 0, made: false, sentFor, sourceId } as const;
  await insertBatch(tx, provinceId, header, NONE);
  await keepGone(tx, { provinceId, batch: id, sentFor }, { missed, most });
  tx.audit({
    what: 'BATCH_HELD',
    about: { kind: 'BATCH', id },
    unitId: sentFor ?? provinceId,
    after: { received: missed, jumps: 1 },
  });
}

/** Takes them as gone, but those that the source has sent since, and those of units for which it was not held. */
export async function releaseGone(
  tx: Writer,
  provinceId: number,
  held: HeldRow,
  within: Within,
): Promise<{ releasedAs: string | null; leftOut: number; received: number }> {
  const { id, sourceId, sentFor, rows, source } = held;
  if (sourceId === null) throw new RangeError('codes are gone at a source');
  await findStillGone(tx, id, sourceId);
  const batch = randomUUID();
  const { received } = await takeAsGone(tx, provinceId, { sourceId, within, name: source, sentFor, batch });
  return { releasedAs: received > 0 ? batch : null, leftOut: rows - received, received };
}
