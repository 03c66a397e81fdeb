import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../src/app/embedded-postgres.ts';
import { migrate } from '../src/app/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test server's own database, from which databases are made and dropped. */
    adminUrl: string;
    /** The name of the migrated database that test databases are copied from. */
    templateName: string;
  }
}

const TEMPLATE = 'migrated_template';
const quiet = { info: () => undefined, warn: () => undefined };

/** One PostgreSQL for the whole run, migrated once; each test file copies the result (test/database.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chi-tieu-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: quiet, durable: false });
  const teardown = async (): Promise<void> => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await makeTemplate(postgres.url);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('adminUrl', postgres.url);
  project.provide('templateName', TEMPLATE);
  return teardown;
}

async function makeTemplate(adminUrl: string): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = `/${TEMPLATE}`;
  await migrate(url.href);
}
