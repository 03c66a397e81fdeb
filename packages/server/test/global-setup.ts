import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../src/app/embedded-postgres.ts';
import { migrate } from '../src/app/migrate.ts';
import { fillWithBase } from './base-template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test server's own database, from which databases are made and dropped. */
    adminUrl: string;
    /** The migrated database, empty. */
    templateName: string;
    /** The migrated database with what `SEED=base` gives, and the first administrator. */
    baseTemplateName: string;
  }
}

const TEMPLATE = 'migrated_template';
const BASE_TEMPLATE = 'base_template';
const quiet = { info: () => undefined, warn: () => undefined };

/** One PostgreSQL for the whole run, migrated and filled once; each test file copies the result (test/database.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chi-tieu-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: quiet, durable: false });
  const teardown = async (): Promise<void> => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await makeTemplates(postgres.url);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('adminUrl', postgres.url);
  project.provide('templateName', TEMPLATE);
  project.provide('baseTemplateName', BASE_TEMPLATE);
  return teardown;
}

async function makeTemplates(adminUrl: string): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  const url = new URL(adminUrl);
  await client.query(`create database ${TEMPLATE}`);
  url.pathname = `/${TEMPLATE}`;
  await migrate(url.href);
  await client.query(`create database ${BASE_TEMPLATE} template ${TEMPLATE} strategy file_copy`);
  url.pathname = `/${BASE_TEMPLATE}`;
  await fillWithBase(url.href);
  await client.end();
}
