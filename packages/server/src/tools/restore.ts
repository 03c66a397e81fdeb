import { readConfig } from '../app/config.ts';
import { openToRestore } from '../features/backup/backup-database.ts';
import { checkBackup, restoreBackup } from '../features/backup/restore-backup.ts';

/**
 * `npm run db:restore -- FILE`: brings a backup into an empty database, that of an empty DATA_DIR or DATABASE_URL. Ends
 * with 0 when everything is there, else with 1 and the database as empty as it was.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const whisper = (line: string): void => void process.stderr.write(`${line}\n`);
const log = { info: whisper, warn: whisper };

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());

function readFileName(): string {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0)
    throw new Error('Hãy cho biết một tệp. Tell one file: npm run db:restore -- FILE');
  return file;
}

try {
  const config = readConfig(process.env);
  // The file first: one that is damaged touches nothing.
  const backup = await checkBackup(readFileName());
  say(`Bản sao lưu lúc / backup as of: ${backup.head.takenAt}`);
  const database = await openToRestore(config, log);
  try {
    const { tables, rows } = await restoreBackup(backup, {
      url: database.url,
      signal: ending.signal,
      progress: (table) => whisper(`… ${table}`),
    });
    say(`Đã khôi phục / restored: ${tables} bảng / tables, ${rows} dòng / rows.`);
    say('Mọi người đăng nhập lại. Everybody signs in again.');
  } finally {
    await database.stop();
  }
} catch (error) {
  if (ending.signal.aborted) whisper('Đã dừng, cơ sở dữ liệu vẫn trống. Stopped: the database is still empty.');
  else whisper(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
