import { resolve } from 'node:path';
import { readHosts, readSmtp, readWebhook, type SmtpConfig, type WebhookConfig } from './message-config.ts';
import { readOidc, type OidcConfig } from './oidc-config.ts';
import { ALL_ROLES, type Role } from '@chi-tieu/shared/domain/access/rights';

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
  /** A streaming replica that answers questions where it is as far as the primary; null: the primary answers all. */
  databaseReplicaUrl: string | null;
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
  /** So much memory answers to questions about unchanged data may take (MB); 0: none is kept. */
  answerCacheMb: number;
  /** Calls a minute to /graphql by one account, and twice as many by one address; null: as http/limits.ts says. */
  callsAMinute: number | null;
  /** What secrets in the database are sealed with; null: a file in `dataDir`. */
  secretsKey: Buffer | null;
  /** Who holds one of these roles has to set up a second factor. */
  requireSecondFactor: readonly Role[];
  /** The folder below which folders of sources are read; null: `sources` in `dataDir`. */
  pullFolder: string | null;
  /** Hosts of the own network that sources may be fetched from, by name or address as they are written in a source. */
  pullPrivateHosts: readonly string[];
  /** Hosts of the own network that may be connected systems that are looked at, by name or address. */
  checkPrivateHosts: readonly string[];
  /** Whether anybody may see what closed periods were published with (features/public-page). */
  publicPage: boolean | null;
  /** Where e-mail is handed in; null: none is sent. */
  smtp: SmtpConfig | null;
  /** The gateway that is told what units are told; null: none. */
  webhook: WebhookConfig | null;
  /** Single sign-on; null: none. */
  oidc: OidcConfig | null;
}

/**
 * Reads the configuration; throws an Error with one plain sentence when a variable makes no sense. A variable that holds
 * nothing is one that is not set: compose files write it so, and an empty password would let everybody in.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const env = Object.fromEntries(Object.entries(environment).filter(([, text]) => text?.trim()));
  const production = env['NODE_ENV'] === 'production';
  const publicUrl = readPublicUrl(env['PUBLIC_URL']);
  return {
    port: readPort(env['PORT']),
    host: env['HOST'] ?? '127.0.0.1',
    databaseUrl: readDatabaseUrl('DATABASE_URL', env['DATABASE_URL']),
    databaseReplicaUrl: readDatabaseUrl('DATABASE_REPLICA_URL', env['DATABASE_REPLICA_URL']),
    dataDir: resolve(env['DATA_DIR'] ?? '.data'),
    seed: readSeed(env['SEED']),
    adminUsername: env['ADMIN_USERNAME'] ?? 'admin',
    adminPassword: env['ADMIN_PASSWORD'] ?? null,
    publicUrl,
    production,
    separateDuties: readSwitch('SEPARATE_DUTIES', env['SEPARATE_DUTIES'], production),
    trustedDocuments: readTrustedDocuments(env['TRUSTED_DOCUMENTS']),
    backupEveryHours: readCount('BACKUP_EVERY_HOURS', env['BACKUP_EVERY_HOURS'], { fallback: 24, least: 0 }),
    backupKeep: readCount('BACKUP_KEEP', env['BACKUP_KEEP'], { fallback: 14, least: 1 }),
    logLevel: readLogLevel(env['LOG_LEVEL']),
    answerCacheMb: readCount('ANSWER_CACHE_MB', env['ANSWER_CACHE_MB'], { fallback: 64, least: 0 }),
    callsAMinute: env['CALLS_A_MINUTE']
      ? readCount('CALLS_A_MINUTE', env['CALLS_A_MINUTE'], { fallback: 0, least: 1 })
      : null,
    secretsKey: readKey(env['SECRETS_KEY']),
    requireSecondFactor: readRoles('REQUIRE_SECOND_FACTOR', env['REQUIRE_SECOND_FACTOR']),
    pullFolder: env['PULL_FOLDER'] ? resolve(env['PULL_FOLDER']) : null,
    publicPage: env['PUBLIC_PAGE'] ? readSwitch('PUBLIC_PAGE', env['PUBLIC_PAGE'], false) : null,
    checkPrivateHosts: readHosts(env['CHECK_PRIVATE_HOSTS']),
    pullPrivateHosts: readHosts(env['PULL_PRIVATE_HOSTS']),
    smtp: readSmtp(env),
    webhook: readWebhook(env),
    oidc: readOidc(env, publicUrl),
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

/** Never says what it was: it may hold a password. */
function readDatabaseUrl(name: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^postgres(ql)?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw new Error(
    `${name} phải là địa chỉ dạng postgresql://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu. ` +
      `${name} must be an address like postgresql://user:password@host:5432/database.`,
  );
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

const KEY_BYTES = 32;

/** Never says what it was: it is a secret, even a wrong one. */
function readKey(text: string | undefined): Buffer | null {
  if (text === undefined) return null;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === KEY_BYTES && /^[\w+/-]+=?$/.test(text.trim())) return key;
  throw new Error(`SECRETS_KEY must be ${KEY_BYTES} bytes in base64 (openssl rand -base64 ${KEY_BYTES}).`);
}

function readRoles(name: string, text: string | undefined): Role[] {
  const names = (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
  return names.map((word) => {
    const role = ALL_ROLES.find((known) => known === word.toUpperCase());
    if (role === undefined) throw new Error(`${name} must be roles of ${ALL_ROLES.join(', ')}, not "${word}".`);
    return role;
  });
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
