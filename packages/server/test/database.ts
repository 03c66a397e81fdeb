import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { roleName } from '../src/app/server-role.ts';

export interface TestDatabase {
  url: string;
  /** Drops it, ending whatever is still connected. */
  drop(): Promise<void>;
}

/** A database of its own for a test file: a copy of the migrated template, empty or with base data. Give it back with `drop`. */
export async function cloneDatabase(content: 'empty' | 'base' = 'empty'): Promise<TestDatabase> {
  const template = inject(content === 'base' ? 'baseTemplateName' : 'templateName');
  return makeDatabase(`template ${template} strategy file_copy`);
}

/** A database in which nothing was ever made, no table either. Give it back with `drop`. */
export function bareDatabase(): Promise<TestDatabase> {
  return makeDatabase('');
}

async function makeDatabase(how: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} ${how}`);
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${name}`;
  const drop = async () => {
    await administer(`drop database if exists ${name} with (force)`);
    await administer(`drop role if exists ${roleName(name)}`);
  };
  return { url: url.href, drop };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client(inject('adminUrl'));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Connections to a test's database behind the server's back. Dropping it may end what is still open: nothing to be told. */
export function poolOf(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on('error', () => undefined);
  return pool;
}
