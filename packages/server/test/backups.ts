import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { checkBackup, restoreBackup, type Restored } from '../src/features/backup/restore-backup.ts';
import type { Api } from './api.ts';
import { amendList } from './factories.ts';
import { issuePlan, createPlan } from './plans.ts';
import { exampleRow, exampleRows, prepareExample } from './worked-example.ts';

/** A folder for files of a test. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'chi-tieu-backup-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Checks a file and restores it into a database. */
export async function restoreFile(file: string, url: string): Promise<Restored> {
  return restoreBackup(await checkBackup(file), { url });
}

/** Text that has all that the text form of COPY writes otherwise, and a line that looks like the end of a table. */
export const HARD_TEXT = 'Một\t\\N\\t hai\r\n\\.\n\\\\. "ba" \u2028 đến hết';

/** A bit of everything: dossiers that changed, bad rows open and closed, a list changed later on, plans, an open session. */
export async function fillWithEverything(api: Api): Promise<void> {
  await prepareExample(api);
  await api.ingest(exampleRows());
  await api.ingest([{ ...exampleRow('C'), KenhThucHien: '2' }]);
  const bad = { ...exampleRow('D'), MaTTHC: '1.999999' };
  await api.ingest([bad, { ...bad, MaHoSo: '000.03.164.H55-220301-9999' }]);
  await api.ingest([exampleRow('D')]);
  await amendList(api, '2022-04-01', [{ procedure: '2.001234', tier: 'DISTRICT', unit: '164', locator: 'Phụ lục I' }]);
  await keepFileOfDecision(api);
  const plan = await issuePlan(api, {}, [{ unit: '05506', percent: 55 }]);
  await createPlan(api, { amends: plan.id });
  await api.db.query('update target_plan set reason = $1 where id = $2', [HARD_TEXT, plan.id]);
  await api.db.query(`insert into sign_in_failure (name_key, address) values ('ai đó', '10.0.0.1')`);
}

/** A decision with a file whose bytes are all that there are. */
async function keepFileOfDecision(api: Api): Promise<void> {
  const content = Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))]);
  const kept = await api.raw({ method: 'POST', url: '/files', payload: content });
  const files = [{ sha256: kept.json<{ sha256: string }>().sha256, name: 'Quyết định.pdf' }];
  const input = { number: '402/QĐ-UBND', issuedOn: '2021-02-19', title: HARD_TEXT.replaceAll('\r', ''), files };
  await api.ask('mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { id } }', { input });
}

/** A sum of each table over all its columns, whatever the order of its rows. */
export async function sumOfTables(url: string): Promise<Record<string, string>> {
  return ask(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const sums: Record<string, string> = {};
    for (const { name } of rows) {
      const sum = await client.query<{ sum: string }>(
        `select count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\\n' order by t::text collate "C"), '')) as sum from "${name}" t`,
      );
      sums[name] = sum.rows[0]?.sum ?? '';
    }
    return sums;
  });
}

/** One connection, closed afterwards. */
export async function ask<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  return use(client).finally(() => client.end());
}
