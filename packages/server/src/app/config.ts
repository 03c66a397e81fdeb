import { resolve } from 'node:path';

export type Seed = 'demo' | 'base' | 'none';

/** Whether documents that are known by their hash are taken so, and whether sessions may send nothing else. */
export type TrustedDocuments = 'off' | 'on' | 'only';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * What the process was told by its environment; read once at start. Nothing else looks at `process.env` but
 * embedded-cluster.ts, which hands PostgreSQL the search path of programs.
 */
export interface Config {
  port: number;
  host: string;
  /** Null: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  /** Null: not said; an empty database gets the demonstration, any other stays what it is. */
  seed: Seed | null;
  adminUsername: string;
  /** Null: a random one is made and printed once. */
  adminPassword: string | null;
  publicUrl: string | null;
  production: boolean;
  separateDuties: boolean;
  trustedDocuments: TrustedDocuments;
  /** So often the running server makes a backup; 0: never. */
  backupEveryHours: number;
  /** So many of the backups that the server made by itself are kept. */
  backupKeep: number;
  logLevel: LogLevel;
}

/**
 * Reads the configuration; throws an Error with one plain sentence when a variable makes no sense. A variable that holds
 * nothing is one that is not set: compose files write it so, and an empty password would let everybody in.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const env = Object.fromEntries(Object.entries(environment).filter(([, text]) => text?.trim()));
  const production = env['NODE_ENV'] === 'production';
  return {
    port: readPort(env['PORT']),
    host: env['HOST'] ?? '127.0.0.1',
    databaseUrl: env['DATABASE_URL'] ?? null,
    dataDir: resolve(env['DATA_DIR'] ?? '.data'),
    seed: readSeed(env['SEED']),
    adminUsername: env['ADMIN_USERNAME'] ?? 'admin',
    adminPassword: env['ADMIN_PASSWORD'] ?? null,
    publicUrl: readPublicUrl(env['PUBLIC_URL']),
    production,
    separateDuties: readSwitch('SEPARATE_DUTIES', env['SEPARATE_DUTIES'], production),
    trustedDocuments: readTrustedDocuments(env['TRUSTED_DOCUMENTS']),
    backupEveryHours: readCount('BACKUP_EVERY_HOURS', env['BACKUP_EVERY_HOURS'], { fallback: 24, least: 0 }),
    backupKeep: readCount('BACKUP_KEEP', env['BACKUP_KEEP'], { fallback: 14, least: 1 }),
    logLevel: readLogLevel(env['LOG_LEVEL']),
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined) return 4000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a port number, not "${text}".`);
  return port;
}

function readCount(name: string, text: string | undefined, { fallback, least }: { fallback: number; least: number }) {
  if (text === undefined) return fallback;
  const count = Number(text);
  if (!Number.isInteger(count) || count < least)
    throw new Error(`${name} must be a whole number from ${least} on, not "${text}".`);
  return count;
}

function readPublicUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw new Error(`PUBLIC_URL must be an address with http:// or https://, not "${text}".`);
}

function readSeed(text: string | undefined): Seed | null {
  if (text === undefined) return null;
  if (text === 'demo' || text === 'base' || text === 'none') return text;
  throw new Error(`SEED must be demo, base or none, not "${text}".`);
}

function readTrustedDocuments(text: string | undefined): TrustedDocuments {
  if (text === undefined) return 'on';
  if (text === 'off' || text === 'on' || text === 'only') return text;
  throw new Error(`TRUSTED_DOCUMENTS must be off, on or only, not "${text}".`);
}

function readLogLevel(text: string | undefined): LogLevel {
  const level = LOG_LEVELS.find((known) => known === (text ?? 'info').toLowerCase());
  if (level === undefined) throw new Error(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}".`);
  return level;
}

function readSwitch(name: string, text: string | undefined, fallback: boolean): boolean {
  if (text === undefined) return fallback;
  if (['on', 'true', '1', 'yes'].includes(text.toLowerCase())) return true;
  if (['off', 'false', '0', 'no'].includes(text.toLowerCase())) return false;
  throw new Error(`${name} must be on or off, not "${text}".`);
}
