import 'reflect-metadata';
import { readConfig } from '../app/config.ts';
import { connectDatabase } from '../app/database.ts';
import { AccountEntity } from '../features/accounts/account.entity.ts';
import { replaceLostPassword } from '../features/accounts/lost-password.service.ts';
import { openToBackUp } from '../features/backup/backup-database.ts';

/**
 * `npm run account:password -- USERNAME [--second-factor]`: gives somebody a random password, prints it once, and lets them do
 * nothing but change it; with `--second-factor` takes their second factor away too. Beside a running server or without one. Ends
 * with 0 when it is done, 1 when not.
 */
const SECOND_FACTOR = '--second-factor';
const say = (line: string) => process.stdout.write(`${line}\n`);
const whisper = (line: string): void => void process.stderr.write(`${line}\n`);

type Replaced = NonNullable<Awaited<ReturnType<typeof replaceLostPassword>>>;

async function replace(url: string, username: string, secondFactorToo: boolean): Promise<Replaced> {
  const db = await connectDatabase(url, [AccountEntity], 2);
  try {
    const replaced = await replaceLostPassword(db, username, { secondFactorToo });
    if (replaced === null) throw new Error(`Không có tài khoản "${username}". There is no account "${username}".`);
    return replaced;
  } finally {
    await db.destroy();
  }
}

try {
  const words = process.argv.slice(2);
  const secondFactorToo = words.includes(SECOND_FACTOR);
  const [username, ...more] = words.filter((word) => word !== SECOND_FACTOR);
  if (username === undefined || more.length > 0)
    throw new Error('Cách dùng / usage: npm run account:password -- USERNAME [--second-factor]');
  const database = await openToBackUp(readConfig(process.env), { info: whisper, warn: whisper });
  try {
    const { password, stillAsksForCode } = await replace(database.url, username, secondFactorToo);
    say(`Mật khẩu mới / new password: ${password}`);
    say('Phải đổi khi đăng nhập. It has to be changed at the next sign-in.');
    if (stillAsksForCode)
      say(
        `Vẫn cần mã xác thực; mất điện thoại: ${SECOND_FACTOR}. A code is still asked for; phone lost: ${SECOND_FACTOR}.`,
      );
  } finally {
    await database.stop();
  }
} catch (error) {
  whisper(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
