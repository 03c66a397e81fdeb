import { readConfig } from '../app/config.ts';
import { AppError, errorText } from '../app/errors.ts';
import { Room } from '../app/room.ts';
import { openToBackUp } from '../features/backup/backup-database.ts';
import { backupFolder } from '../features/backup/backup-folder.ts';
import { takeBackup } from '../features/backup/take-backup.ts';

/**
 * `npm run db:backup`: writes everything that the database holds into one new file in DATA_DIR/backups, beside a running
 * server or without one. Ends with 0 when the file is whole and on the disk, else with 1 and without a file.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const whisper = (line: string): void => void process.stderr.write(`${line}\n`);
const log = { info: whisper, warn: whisper };

const sentenceOf = (error: unknown): string => {
  if (error instanceof AppError)
    return (['vi', 'en'] as const).map((locale) => errorText(error.text, error.params, locale)).join(' ');
  return error instanceof Error ? error.message : String(error);
};

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());

try {
  const config = readConfig(process.env);
  const database = await openToBackUp(config, log);
  try {
    const { file, rows, bytes, takenAt } = await takeBackup({
      url: database.url,
      folder: backupFolder(config.dataDir),
      origin: 'command',
      room: config.databaseUrl === null ? new Room(config.dataDir) : undefined,
      signal: ending.signal,
      progress: (table) => whisper(`… ${table}`),
    });
    say(`Đã sao lưu / backed up: ${file}`);
    say(`Thời điểm / as of: ${takenAt.toISOString()}; dòng / rows: ${rows}; byte / bytes: ${bytes}`);
  } finally {
    await database.stop();
  }
} catch (error) {
  if (ending.signal.aborted) whisper('Đã dừng, không có bản sao lưu nào. Stopped: there is no backup.');
  else whisper(sentenceOf(error));
  process.exitCode = 1;
}
