import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { pino } from 'pino';
import { readConfig } from './app/config.ts';
import { start, type Running } from './app/start.ts';

// What is left of rows that streamed by is cleaned up when the heap has grown by half, not when it is several times what is held:
// a server that takes a million dossiers in keeps within a third of the memory that they would leave behind.
setFlagsFromString('--heap-growing-percent=50');

/** Until the configuration is read. */
let log = pino();

/** What a person who started it wants to read, on a line of its own. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function announce({ address, firstPassword, app }: Running): void {
  say(`\nChỉ tiêu: ${app.config.publicUrl ?? address}`);
  if (firstPassword !== null) {
    say(`Đăng nhập lần đầu / first sign-in: ${app.config.adminUsername} / ${firstPassword}`);
    say('Mật khẩu này chỉ hiện một lần / this password is shown only once.');
  }
  say('');
}

const SHORT_PASSWORD = 12;

/** A short one keeps working: it may be somebody's trial on their own machine. */
function warnOfShortPassword(password: string | null): void {
  if (password === null || Array.from(password).length >= SHORT_PASSWORD) return;
  log.warn(
    `ADMIN_PASSWORD ngắn hơn ${SHORT_PASSWORD} ký tự, dễ bị đoán. ` +
      `ADMIN_PASSWORD is shorter than ${SHORT_PASSWORD} characters and easily guessed.`,
  );
}

/** npm may deliver one signal twice: what comes so soon after the first is the same. */
const SAME_SIGNAL_MS = 2_000;

/** SIGTERM and Ctrl-C end it cleanly; a second signal later on, or 9 seconds, ends it at once. */
function stopOnSignals(running: Running): void {
  let since: number | null = null;
  const stop = (signal: string) => {
    if (since !== null) {
      if (Date.now() - since > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    since = Date.now();
    log.info(`${signal}: stopping`);
    setTimeout(() => process.exit(1), 9_000).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(error, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
}

/** Whatever keeps services running starts a new one, which finds its data again; this one could only say that it is ill. */
async function endWithoutDatabase({ databaseLost }: Running): Promise<void> {
  await databaseLost;
  log.fatal(
    'Cơ sở dữ liệu đã dừng ngoài ý muốn; hãy khởi động lại. The database ended unasked; start the server again.',
  );
  process.exit(1);
}

try {
  const config = readConfig(process.env);
  log = pino({ level: config.logLevel });
  warnOfShortPassword(config.adminPassword);
  const running = await start(config, log);
  stopOnSignals(running);
  void endWithoutDatabase(running);
  announce(running);
} catch (error) {
  log.fatal(error instanceof Error ? error.message : String(error));
  log.debug(error);
  process.exit(1);
}
