import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, type Config } from '../app/config.ts';
import { connectDatabase, Snapshot } from '../app/database.ts';
import { borrowEmbeddedPostgres } from '../app/embedded-postgres.ts';
import { verifyEverything, type Verified } from '../features/rates/verify.service.ts';

/**
 * `npm run verify`: recomputes every figure from the dossiers and says whether all stored totals agree. Beside a running
 * server or without one. Ends with 0 when everything agrees, 1 when something differs, 2 when there is nothing to look at.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const whisper = (line: string) => process.stderr.write(`${line}\n`);
const log = { info: whisper, warn: whisper };

async function openDatabase(config: Config): Promise<{ url: string; stop: () => Promise<void> }> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, stop: () => Promise.resolve() };
  if (!existsSync(join(config.dataDir, 'postgres'))) {
    throw new Error(`Không có dữ liệu trong ${config.dataDir}. There is no data in ${config.dataDir}.`);
  }
  return borrowEmbeddedPostgres({ dataDir: config.dataDir, log });
}

async function verify(url: string): Promise<Verified> {
  const db = await connectDatabase(url, [], 1);
  const snapshot = new Snapshot(db);
  try {
    const known = await snapshot.row<{ found: boolean }>(`select to_regclass('month_total') is not null as found`);
    if (!known?.found) throw new Error('Cơ sở dữ liệu còn trống. The database is empty.');
    return await verifyEverything(snapshot, {
      tell: ({ what, where, stored, expected }) => say(`${what}: ${where}: ${stored} ≠ ${expected}`),
      progress: everySoOften(),
    });
  } finally {
    await snapshot.close();
    await db.destroy();
  }
}

const STEP = 50_000;

function everySoOften(): (dossiers: number) => void {
  let count = 0;
  return (more) => {
    count += more;
    if (Math.floor(count / STEP) > Math.floor((count - more) / STEP)) whisper(`… ${count} hồ sơ / dossiers`);
  };
}

function report(sums: Verified): void {
  say(`Hồ sơ / dossiers: ${sums.dossiers}; phiên bản trước / earlier versions: ${sums.versions}`);
  say(
    `Đơn vị / units: ${sums.units}; chỉ tiêu / indicators: ${sums.indicators}; danh mục / list entries: ${sums.entries}`,
  );
  say(
    `Sổ ghi / ledger: ${sums.ledgerSums}; theo ngày / by day: ${sums.dayTotals}; theo tháng / by month: ${sums.monthTotals}`,
  );
  const agree = 'Mọi số liệu khớp. All stored totals agree.';
  say(sums.differences === 0 ? agree : `Số chỗ không khớp / differences: ${sums.differences}`);
}

try {
  const database = await openDatabase(readConfig(process.env));
  try {
    const sums = await verify(database.url);
    report(sums);
    process.exitCode = sums.differences === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
} catch (error) {
  whisper(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
