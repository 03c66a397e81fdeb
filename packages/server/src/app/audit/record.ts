import type { DataSource } from 'typeorm';
import { withClient } from '../database.ts';
import { insertEvents, type Actor, type AuditEvent } from './event.ts';

/**
 * Records what opens no moment: a sign-in, a refusal. In a short transaction of its own, which takes the chain's lock and no
 * other; call it outside of any transaction. What changes data is recorded with it, by `Writer.audit`.
 */
export async function recordEvent(db: DataSource, actor: Actor, event: AuditEvent): Promise<void> {
  await withClient(db, (sql) => insertEvents(sql, null, actor, [event]));
}
