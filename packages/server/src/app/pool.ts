import type { DataSource } from 'typeorm';
import type { App } from './context.ts';
import type { Pool } from 'pg';

/** The connections to the database that this process holds. */
export interface PoolState {
  /** At work. */
  inUse: number;
  idle: number;
  /** Requests that wait for one. */
  waiting: number;
  /** As many as it may hold. */
  most: number;
}

/** How the connections stand at this moment; costs nothing. */
export function poolState(db: DataSource): PoolState {
  const { master } = db.driver as unknown as { master: Pool };
  const { totalCount, idleCount, waitingCount, options } = master;
  return { inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount, most: options.max };
}

/** The address for a connection of one's own, which sees all that there is. */
export function ownerUrlOf({ db, ownerUrl }: App): string {
  const { options } = db;
  return ownerUrl ?? (options.type === 'postgres' ? (options.url ?? '') : '');
}

/** Asks over a connection of the pool, outside of any transaction: for a library that brings statements of its own. */
export function askPool(
  db: DataSource,
  text: string,
  values: unknown[],
): Promise<{ rows: object[]; rowCount: number | null }> {
  const { master } = db.driver as unknown as { master: Pool };
  return master.query(text, values);
}
