import { resolve } from 'node:path';

export type Seed = 'demo' | 'base' | 'none';

/** What the process was told by its environment; read once at start, nothing else looks at `process.env`. */
export interface Config {
  port: number;
  host: string;
  /** Null: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  seed: Seed;
  adminUsername: string;
  /** Null: a random one is made and printed once. */
  adminPassword: string | null;
  publicUrl: string | null;
  production: boolean;
  separateDuties: boolean;
}

/** Reads the configuration; throws an Error with one plain sentence when a variable makes no sense. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const production = env['NODE_ENV'] === 'production';
  return {
    port: readPort(env['PORT']),
    host: env['HOST'] ?? '127.0.0.1',
    databaseUrl: env['DATABASE_URL'] ?? null,
    dataDir: resolve(env['DATA_DIR'] ?? '.data'),
    seed: readSeed(env['SEED']),
    adminUsername: env['ADMIN_USERNAME'] ?? 'admin',
    adminPassword: env['ADMIN_PASSWORD'] ?? null,
    publicUrl: env['PUBLIC_URL'] ?? null,
    production,
    separateDuties: readSwitch('SEPARATE_DUTIES', env['SEPARATE_DUTIES'], production),
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 4000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a port number, not "${text}".`);
  return port;
}

function readSeed(text: string | undefined): Seed {
  if (text === undefined || text === '') return 'demo';
  if (text === 'demo' || text === 'base' || text === 'none') return text;
  throw new Error(`SEED must be demo, base or none, not "${text}".`);
}

function readSwitch(name: string, text: string | undefined, fallback: boolean): boolean {
  if (text === undefined || text === '') return fallback;
  if (['on', 'true', '1', 'yes'].includes(text.toLowerCase())) return true;
  if (['off', 'false', '0', 'no'].includes(text.toLowerCase())) return false;
  throw new Error(`${name} must be on or off, not "${text}".`);
}
