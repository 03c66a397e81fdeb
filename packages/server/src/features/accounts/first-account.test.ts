import { expect, it } from 'vitest';
import { cloneDatabase } from '../../../test/database.ts';
import { readConfig } from '../../app/config.ts';
import { connectDatabase } from '../../app/database.ts';
import { migrate } from '../../app/migrate.ts';
import { AccountEntity } from './account.entity.ts';
import { ensureFirstAccount } from './first-account.service.ts';

it.each([
  [{}, true],
  [{ ADMIN_PASSWORD: 'Chi-tieu-55-phan-tram!' }, false],
])('the first password has to be changed where it was printed, not where it was given: %o', async (env, mustChange) => {
  const database = await cloneDatabase('empty');
  await migrate(database.url);
  const db = await connectDatabase(database.url, [AccountEntity], 2);
  const printed = await ensureFirstAccount(db, readConfig(env), 0);
  const found: unknown = await db.query('select must_change from account');
  await db.destroy();
  await database.drop();
  expect([found, printed !== null]).toEqual([[{ must_change: mustChange }], mustChange]);
});
