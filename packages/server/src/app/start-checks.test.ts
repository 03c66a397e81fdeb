import { createServer, type AddressInfo } from 'node:net';
import { pino } from 'pino';
import pg from 'pg';
import { expect, it } from 'vitest';
import { cloneDatabase } from '../../test/database.ts';
import { TEST_CONFIG } from '../../test/test-config.ts';
import { start } from './start.ts';

const quiet = pino({ level: 'silent' });

it('makes no account where the port is taken: its password would be lost', async () => {
  const database = await cloneDatabase('empty');
  const other = createServer();
  await new Promise<void>((done) => void other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as AddressInfo;
  const db = new pg.Client(database.url);
  await db.connect();
  try {
    const config = { ...TEST_CONFIG, port, databaseUrl: database.url };
    await expect(start(config, quiet)).rejects.toThrow(new RegExp(`Cổng ${port} .*The port ${port} .* PORT\\.$`));
    expect((await db.query('select from account')).rowCount).toBe(0);
  } finally {
    await db.end();
    await database.drop();
    other.close();
  }
});

it('says that it is the database that cannot be reached, without its password', async () => {
  const config = { ...TEST_CONFIG, databaseUrl: 'postgres://someone:very-secret@127.0.0.1:1/none' };
  const failure = await start(config, quiet).catch((error: unknown) => String(error));
  expect(failure).toContain('The database of DATABASE_URL cannot be reached (ECONNREFUSED).');
  expect(failure).not.toContain('very-secret');
});
