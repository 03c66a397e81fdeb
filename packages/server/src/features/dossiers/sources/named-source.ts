import type { Within } from '@chi-tieu/shared/domain/access/reach';
import type { App, SignedIn } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { reachOfAccount } from '../../accounts/reach.service.ts';
import { noteContact, sourceOfAccount } from './doors.queries.ts';

/**
 * The source in whose name a body is sent: that of the token's account, else the one that is named beside it by somebody who changes
 * that source. null: none; undefined: nobody knows it, or it is not for them, or it is stopped.
 */
export async function sourceNamed(
  app: App,
  { account }: { account: SignedIn; within: Within },
  named: unknown,
): Promise<number | null | undefined> {
  const own = await withClient(app.db, (sql) => sourceOfAccount(sql, account.id));
  if (own) return own.enabled && (named === undefined || named === String(own.id)) ? own.id : undefined;
  if (named === undefined) return null;
  if (typeof named !== 'string' || !/^\d{1,9}$/.test(named)) return undefined;
  const reach = (await reachOfAccount(app, account.id)).unitsOf('source.edit');
  const found = await withClient(
    app.db,
    (sql) =>
      sql.row<{ id: number; unitId: number }>(
        `select id, unit_id as "unitId" from dossier_source where province_id = $1 and id = $2 and removed_at is null and enabled`,
        [app.provinceId, Number(named)],
      ),
    EVERYTHING,
  );
  return found && (reach === 'ALL' || reach.has(found.unitId)) ? found.id : undefined;
}

/** Notes that a source was heard of, where one was, and whether it brought something that stays. */
export async function noteHeardOf(
  app: App,
  sourceId: number | null,
  { received, rejected }: { received: number; rejected: number },
  dryRun = false,
): Promise<void> {
  if (sourceId !== null) await withClient(app.db, (sql) => noteContact(sql, sourceId, !dryRun && received > rejected));
}
