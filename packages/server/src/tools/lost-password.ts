import 'reflect-metadata';
import { readConfig } from '../app/config.ts';
import { connectDatabase } from '../app/database.ts';
import { AccountEntity } from '../features/accounts/account.entity.ts';
import { replaceLostPassword } from '../features/accounts/lost-password.service.ts';
import { openToBackUp } from '../features/backup/backup-database.ts';

/**
 * `npm run account:password -- USERNAME`: gives somebody a random password, prints it once, and lets them do nothing but change
 * it. Beside a running server or without one. Ends with 0 when it is done, 1 when not.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const whisper = (line: string): void => void process.stderr.write(`${line}\n`);

async function replace(url: string, username: string): Promise<string> {
  const db = await connectDatabase(url, [AccountEntity], 2);
  try {
    const password = await replaceLostPassword(db, username);
    if (password === null) throw new Error(`Không có tài khoản "${username}". There is no account "${username}".`);
    return password;
  } finally {
    await db.destroy();
  }
}

try {
  const [username, ...more] = process.argv.slice(2);
  if (username === undefined || more.length > 0)
    throw new Error('Cách dùng / usage: npm run account:password -- USERNAME');
  const database = await openToBackUp(readConfig(process.env), { info: whisper, warn: whisper });
  try {
    say(`Mật khẩu mới / new password: ${await replace(database.url, username)}`);
    say('Phải đổi khi đăng nhập. It has to be changed at the next sign-in.');
  } finally {
    await database.stop();
  }
} catch (error) {
  whisper(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
