import type { Within } from '@chi-tieu/shared/domain/access/reach';
import { mostGone } from '@chi-tieu/shared/domain/jumps/most-gone';
import { write, withClient, type Writer } from '../../../app/database.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { reachOfAccount } from '../../accounts/reach.service.ts';
import { endGone } from '../held/gone.queries.ts';
import { holdGone } from '../held/gone.service.ts';
import { takeAsGone } from '../identity/gone-at-source.service.ts';
import type { RunParams } from './reading-failure.ts';
import type { Reading } from './take-page.ts';
import { countMissed, findMissed, stillMissed, wholeReading, type WholeReading } from './whole-ends.queries.ts';

/**
 * A reading of the whole has come to its end, and its source says by that what is gone: what it had sent before and what did not come now,
 * of the units for which it may send. In a transaction of its own, after the last page; said again it changes nothing. Many at once are
 * held for somebody to look at. Returns what is told of it.
 */
export async function concludeGone({ app, source, run }: Reading): Promise<RunParams> {
  if (!source.settings.wholeSaysGone) return {};
  const whole = await withClient(app.db, (sql) => wholeReading(sql, app.provinceId, source, run.firstRun), EVERYTHING);
  if (!whole) return {};
  const bounds = async () => (await reachOfAccount(app, source.accountId)).within('dossier.import');
  const before = await bounds();
  const counted = await withClient(app.db, (sql) => countMissed(sql, app.provinceId, whole, before), EVERYTHING);
  if (counted.missed === 0) return {};
  const actor = { kind: 'PROGRAM', id: source.accountId, name: source.name, address: null, requestId: null } as const;
  const about = { purpose: 'end of a whole reading', accountId: source.accountId, actor, sight: EVERYTHING };
  return write(app.db, about, async (tx) => {
    await findMissed(tx, app.provinceId, whole);
    await lockDossiers(tx);
    // Whoever took a grant away waits for nobody.
    const within = await bounds();
    const missed = await stillMissed(tx, app.provinceId, whole, within);
    if (missed === 0) return {};
    return settle(tx, app.provinceId, whole, { within, name: source.name, missed, most: mostGone(counted.known) });
  });
}

async function settle(
  tx: Writer,
  provinceId: number,
  { sourceId }: WholeReading,
  { within, name, missed, most }: { within: Within; name: string; missed: number; most: number },
): Promise<RunParams> {
  const sentFor = within?.place ?? null;
  await endGone(tx, provinceId, sourceId);
  if (missed > most) {
    await holdGone(tx, { provinceId, sourceId, sentFor, name }, { missed, most });
    return { heldGone: missed };
  }
  const { gone } = await takeAsGone(tx, provinceId, { sourceId, within, name, sentFor });
  return gone > 0 ? { gone } : {};
}
