import { createServer } from 'node:net';
import pg from 'pg';
import type { Config } from './config.ts';

const ANSWER_WITHIN_MS = 10_000;

/** What a failure to listen says: a taken port by the variable that chooses another one, anything else as it is. */
export function explainListen(error: Error, { port, host }: Pick<Config, 'port' | 'host'>): Error {
  if (codeOf(error) !== 'EADDRINUSE') return error;
  return new Error(
    `Cổng ${port} (${host}) đang được dùng; hãy chọn cổng khác bằng biến PORT. ` +
      `The port ${port} (${host}) is taken; choose another one with PORT.`,
    { cause: error },
  );
}

/**
 * Throws when the port is taken. Asked before anything else is done: a first start must not fill a database for minutes
 * and make a password that nobody gets to see.
 */
export async function requireFreePort(config: Pick<Config, 'port' | 'host'>): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(explainListen(error, config)));
    probe.listen({ port: config.port, host: config.host }, () => probe.close(() => resolve()));
  });
}

/** Throws when the outside database does not let us in, and says that it is the database; never with its password. */
export async function requireDatabase(url: string): Promise<void> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWER_WITHIN_MS });
    await client.connect();
    await client.end();
  } catch (error) {
    const why = codeOf(error) ?? (error instanceof Error ? error.message : 'unknown');
    throw new Error(
      `Không kết nối được cơ sở dữ liệu ở DATABASE_URL (${why}). The database of DATABASE_URL cannot be reached (${why}).`,
      { cause: error },
    );
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
