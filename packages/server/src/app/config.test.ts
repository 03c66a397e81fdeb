import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const NAMES = [
  'PORT',
  'HOST',
  'DATABASE_URL',
  'DATA_DIR',
  'SEED',
  'ADMIN_USERNAME',
  'ADMIN_PASSWORD',
  'PUBLIC_URL',
  'NODE_ENV',
  'LOG_LEVEL',
  'SEPARATE_DUTIES',
  'TRUSTED_DOCUMENTS',
  'BACKUP_EVERY_HOURS',
  'BACKUP_KEEP',
];

describe('the configuration', () => {
  it.each(['', '  '])(
    'takes a variable that holds %j for one that is not set, as compose files write it',
    (nothing) => {
      const env = Object.fromEntries(NAMES.map((name) => [name, nothing]));
      expect(readConfig(env)).toEqual(readConfig({}));
      expect(readConfig(env)).toMatchObject({ adminUsername: 'admin', adminPassword: null, databaseUrl: null });
      expect(readConfig(env)).toMatchObject({ port: 4000, host: '127.0.0.1', publicUrl: null, logLevel: 'info' });
    },
  );

  it('keeps a password exactly as it was given', () => {
    expect(readConfig({ ADMIN_PASSWORD: ' mật khẩu ' }).adminPassword).toBe(' mật khẩu ');
  });

  it('reads what is set', () => {
    const env = { PORT: '0', HOST: '0.0.0.0', SEED: 'base', NODE_ENV: 'production', LOG_LEVEL: 'WARN' };
    expect(readConfig(env)).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      seed: 'base',
      production: true,
      logLevel: 'warn',
    });
  });

  it('backs up once a day and keeps two weeks of it, unless told', () => {
    expect(readConfig({})).toMatchObject({ backupEveryHours: 24, backupKeep: 14 });
    const env = { BACKUP_EVERY_HOURS: '0', BACKUP_KEEP: '3' };
    expect(readConfig(env)).toMatchObject({ backupEveryHours: 0, backupKeep: 3 });
  });

  it('knows the documents of the console unless told, and may be told to take nothing else', () => {
    expect(readConfig({}).trustedDocuments).toBe('on');
    expect(readConfig({ TRUSTED_DOCUMENTS: 'only' }).trustedDocuments).toBe('only');
  });

  it.each([
    'foo',
    'mysql://root:very-secret@db/x',
    'postgresql//me:very-secret@db/x',
    'postgres://me:very-secret@db:port/x',
  ])('refuses %j as the address of a database in both languages, without what may be a password', (url) => {
    const read = () => readConfig({ DATABASE_URL: url });
    expect(read).toThrow(/^DATABASE_URL phải là .* DATABASE_URL must be /);
    expect(read).not.toThrow(/very-secret/);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PUBLIC_URL', 'foo'],
    ['PUBLIC_URL', 'localhost:4000'],
    ['PUBLIC_URL', 'https://'],
    ['SEED', 'all'],
    ['LOG_LEVEL', 'loud'],
    ['SEPARATE_DUTIES', 'perhaps'],
    ['TRUSTED_DOCUMENTS', 'sometimes'],
    ['BACKUP_EVERY_HOURS', 'daily'],
    ['BACKUP_EVERY_HOURS', '-1'],
    ['BACKUP_KEEP', '0'],
    ['BACKUP_KEEP', '1.5'],
  ])('refuses %s=%s in one sentence that names both', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be [^.]* not "${value}"\\.$`));
  });
});
