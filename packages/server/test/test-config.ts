import { readConfig, type Config } from '../src/app/config.ts';

/** The first administrator of every test database. */
export const ADMIN = { username: 'admin', password: 'mật khẩu thử' };

/** What a server under test is told; nothing comes from the machine's own environment. */
export const TEST_CONFIG: Config = readConfig({
  SEED: 'base',
  PORT: '0',
  DATA_DIR: '/nonexistent/tests-use-no-data-folder',
  ADMIN_USERNAME: ADMIN.username,
  ADMIN_PASSWORD: ADMIN.password,
});
