import pg from 'pg';
import type { DataSource } from 'typeorm';

/** What is watched: the connection's process in PostgreSQL, and how those who still wait for it are refused. */
interface Watched {
  client: pg.ClientBase;
  refuseWaiting: () => void;
}

/**
 * Ends what a connection is asked once the signal comes: its statement in the database, and whatever waits for its turn.
 * Gives a function that ends the watch; only after it may somebody else get the connection, or it would be theirs that is
 * cancelled.
 */
export function cancelAtSignal(
  source: DataSource,
  signal: AbortSignal | undefined,
  { client, refuseWaiting }: Watched,
): () => Promise<void> {
  let cancelling: Promise<void> | undefined;
  const cancel = () => {
    refuseWaiting();
    cancelling = cancelStatement(source, client).catch(() => undefined);
  };
  if (signal?.aborted) cancel();
  else signal?.addEventListener('abort', cancel, { once: true });
  return async () => {
    signal?.removeEventListener('abort', cancel);
    await cancelling;
  };
}

/** By a connection of its own: those of the pool may all wait for what is to be cancelled. */
async function cancelStatement(source: DataSource, client: pg.ClientBase): Promise<void> {
  const { processID } = client as pg.ClientBase & { processID?: number };
  const url = source.options.type === 'postgres' ? source.options.url : undefined;
  if (processID === undefined || url === undefined) return;
  const other = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await other.connect();
    // Only who signed in may cancel it: where that is the owner, the role that it took on may not (app/server-role.ts).
    await other.query('set role none');
    await other.query('select pg_cancel_backend($1)', [processID]);
  } finally {
    await other.end();
  }
}
