import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../app/config.ts';
import type { EmbeddedLog } from '../../app/embedded-cluster.ts';
import { borrowEmbeddedPostgres, startEmbeddedPostgres } from '../../app/embedded-postgres.ts';

/** A database for as long as a tool needs it. */
export interface LentDatabase {
  url: string;
  /** Ends what was started for it. */
  stop(): Promise<void>;
}

type Place = Pick<Config, 'databaseUrl' | 'dataDir'>;

/** The database that the server uses, beside the running server or without one. Throws an Error where there is none. */
export async function openToBackUp({ databaseUrl, dataDir }: Place, log: EmbeddedLog): Promise<LentDatabase> {
  if (databaseUrl !== null) return { url: databaseUrl, stop: () => Promise.resolve() };
  if (!existsSync(join(dataDir, 'postgres')))
    throw new Error(`Không có dữ liệu trong ${dataDir}. There is no data in ${dataDir}.`);
  return borrowEmbeddedPostgres({ dataDir, log });
}

/** The database to be filled, made where there is none yet. Throws an Error while a server uses the data folder. */
export async function openToRestore({ databaseUrl, dataDir }: Place, log: EmbeddedLog): Promise<LentDatabase> {
  if (databaseUrl !== null) return { url: databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ dataDir, log });
}
