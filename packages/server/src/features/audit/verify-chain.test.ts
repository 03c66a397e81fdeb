import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bareDatabase, cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { ask, restoreFile, temporaryFolder } from '../../../test/backups.ts';
import { actorOf } from '../../app/audit/event.ts';
import { recordEvent } from '../../app/audit/record.ts';
import type { ChainHead } from '../../app/audit/chain.ts';
import { connectDatabase, Snapshot } from '../../app/database.ts';
import { migrate } from '../../app/migrate.ts';
import { takeBackup } from '../backup/take-backup.ts';
import { sayVerified } from './say-verified.ts';
import { verifyChain, type Verified } from './verify-chain.service.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await cloneDatabase();
  await add(database.url, 20);
});
afterEach(() => database.drop());

/** Events one after the other, told apart by what they are about. */
async function add(url: string, count: number): Promise<void> {
  const db = await connectDatabase(url, [], 2);
  const actor = actorOf({ id: 1, name: 'Ngô Thị Hồng' }, { address: '::1', requestId: 'một' });
  for (let n = 1; n <= count; n += 1)
    await recordEvent(db, actor, { what: 'SIGNED_IN', about: { kind: 'ACCOUNT', id: n }, unitId: null, after: { n } });
  await db.destroy();
}

/** Read in pages that do not divide the rows evenly. */
async function verify(noted: ChainHead | null = null, url = database.url): Promise<Verified> {
  const db = await connectDatabase(url, [], 1);
  const snapshot = new Snapshot(db);
  return verifyChain(snapshot, noted, 6).finally(async () => {
    await snapshot.close();
    await db.destroy();
  });
}

const brokenNow = async (noted: ChainHead | null = null) => (await verify(noted)).broken;

/** Statements by who owns the database and lets no trigger stand in the way. */
function behindTheBack(...statements: string[]): Promise<void> {
  return ask(database.url, async (client) => {
    await client.query('set session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
  });
}

it('holds as it was written, and an empty one too', async () => {
  const { head, broken } = await verify();
  expect([head.seq, broken]).toEqual([20, null]);
  expect(await brokenNow(head)).toBeNull();
  const empty = await cloneDatabase();
  expect(await verify(null, empty.url)).toMatchObject({ head: { seq: 0 }, broken: null });
  await empty.drop();
});

describe('finds what was changed', () => {
  it.each([
    ['a letter of the body', `update audit_event set body = replace(body, '13', '14') where seq = 13`],
    ['a name', `update audit_event set actor_name = 'Ngô Thị Hồn' where seq = 13`],
    ['the time by a microsecond', `update audit_event set at = at + interval '1 microsecond' where seq = 13`],
    ['a null', `update audit_event set unit_id = 1 where seq = 13`],
    ['a text for a null', `update audit_event set about_id = null where seq = 13`],
    [
      'a letter that moved to the next column',
      `update audit_event set address = '::', request_id = '1một' where seq = 13`,
    ],
    ['the hash', `update audit_event set hash = sha256(hash) where seq = 13`],
    ['the hash before it', `update audit_event set previous = sha256(previous) where seq = 13`],
  ])('%s', async (_, statement) => {
    await behindTheBack(statement);
    expect(await brokenNow()).toEqual({ seq: 13, fault: 'CHANGED' });
  });

  it('in every column', async () => {
    const columns = ['moment_id', 'actor_id', 'on_behalf_of'].map((name) => `${name} = 77`);
    const texts = ['address', 'request_id', 'what', 'about_kind'].map((name) => `${name} = 'khác'`);
    for (const change of [...columns, ...texts, `actor_kind = 'PROGRAM'`]) {
      const old = await ask(database.url, (client) =>
        client.query<{ row: object }>('select to_jsonb(e) as row from audit_event e where seq = 5'),
      );
      await behindTheBack(`update audit_event set ${change} where seq = 5`);
      expect([change, await brokenNow()]).toEqual([change, { seq: 5, fault: 'CHANGED' }]);
      await behindTheBack(
        'delete from audit_event where seq = 5',
        `insert into audit_event select * from jsonb_populate_record(null::audit_event, '${JSON.stringify(old.rows[0]?.row)}')`,
      );
      expect(await brokenNow()).toBeNull();
    }
  });
});

it('finds a row that was taken out', async () => {
  await behindTheBack('delete from audit_event where seq = 8');
  expect(await verify()).toMatchObject({ head: { seq: 7 }, broken: { seq: 8, fault: 'MISSING' } });
});

it('finds a row that was taken out and the others moved up', async () => {
  await behindTheBack('delete from audit_event where seq = 8', 'update audit_event set seq = seq - 1 where seq = 9');
  expect(await brokenNow()).toEqual({ seq: 8, fault: 'CHANGED' });
});

it('finds the first row that was taken out', async () => {
  await behindTheBack('delete from audit_event where seq = 1');
  expect(await brokenNow()).toEqual({ seq: 1, fault: 'MISSING' });
});

it('finds two rows that changed places', async () => {
  await behindTheBack(
    'update audit_event set seq = 1000 where seq = 6',
    'update audit_event set seq = 6 where seq = 15',
    'update audit_event set seq = 15 where seq = 1000',
  );
  expect(await brokenNow()).toEqual({ seq: 6, fault: 'CHANGED' });
});

it('finds an end that was cut off', async () => {
  await behindTheBack('delete from audit_event where seq > 17');
  expect(await brokenNow()).toEqual({ seq: 18, fault: 'CUT' });
});

it('finds rows that were put in before the first and after the last', async () => {
  const copy = (seq: number) =>
    `insert into audit_event select ${seq}, at, moment_id, actor_id, actor_kind, actor_name, on_behalf_of, address, request_id,
       what, about_kind, about_id, unit_id, body, previous, hash from audit_event where seq = 4`;
  await behindTheBack(copy(21));
  expect(await brokenNow()).toEqual({ seq: 21, fault: 'CHANGED' });
  await behindTheBack('delete from audit_event where seq = 21', copy(0));
  expect(await brokenNow()).toEqual({ seq: 0, fault: 'ADDED' });
});

describe('by a head that was noted down', () => {
  /** Writes the rows from one on anew, so that they fit together. */
  const rewritten = (from: number) => [
    `update audit_event set body = '{}' where seq = ${from}`,
    `do $$ declare e audit_event; before bytea; begin
       for e in select * from audit_event where seq >= ${from} order by seq loop
         select hash into before from audit_event where seq = e.seq - 1;
         update audit_event set previous = before, hash = sha256(before || convert_to(audit_text(e), 'UTF8')) where seq = e.seq;
       end loop;
       update audit_head set hash = (select hash from audit_event order by seq desc limit 1);
     end $$`,
  ];

  it('finds an end that was cut off together with the stored head', async () => {
    const { head } = await verify();
    await behindTheBack(
      'delete from audit_event where seq > 17',
      'update audit_head set (seq, hash) = (select seq, hash from audit_event where seq = 17)',
    );
    expect(await brokenNow()).toBeNull();
    expect(await brokenNow(head)).toEqual({ seq: 18, fault: 'CUT' });
  });

  it('finds a chain that was written anew', async () => {
    const { head } = await verify();
    await behindTheBack(...rewritten(9));
    expect(await brokenNow()).toBeNull();
    expect(await brokenNow(head)).toEqual({ seq: 20, fault: 'REWRITTEN' });
  });

  it('finds nothing where rows were added since', async () => {
    const { head } = await verify();
    await add(database.url, 3);
    expect(await verify(head)).toMatchObject({ head: { seq: 23 }, broken: null });
  });
});

it('finds a stored head that was set back, changed or taken away', async () => {
  const { head } = await verify();
  await behindTheBack('update audit_head set seq = 19');
  expect(await brokenNow()).toEqual({ seq: 20, fault: 'ADDED' });
  await behindTheBack('update audit_head set seq = 20, hash = sha256(hash)');
  expect(await brokenNow()).toEqual({ seq: 20, fault: 'REWRITTEN' });
  await behindTheBack('delete from audit_head');
  expect(await brokenNow(head)).toEqual({ seq: 21, fault: 'CUT' });
});

it('holds after a backup was restored, and goes on from there', async () => {
  const { folder, remove } = temporaryFolder();
  const { head } = await verify();
  const { file } = await takeBackup({ url: database.url, folder, origin: 'command' });
  const other = await bareDatabase();
  await restoreFile(file, other.url);
  expect(await verify(head, other.url)).toEqual({ head, broken: null });
  await migrate(other.url);
  await add(other.url, 2);
  expect(await verify(head, other.url)).toMatchObject({ head: { seq: 22 }, broken: null });
  const refused = ask(other.url, (client) => client.query('delete from audit_event'));
  await expect(refused).rejects.toThrow('append only');
  await other.drop();
  remove();
});

it('says in Vietnamese and English whether it holds, the head to be noted down, and what it was compared with', async () => {
  const whole = await verify();
  expect(sayVerified(whole, null)).toEqual([
    'Nhật ký toàn vẹn: 20 dòng. The audit trail holds: 20 rows.',
    `Đầu chuỗi / head: 20:${whole.head.hash}`,
    'Không so với đầu chuỗi nào đã ghi lại. Compared with no head that was noted down.',
  ]);
  expect(sayVerified(whole, whole.head).at(-1)).toBe(
    `Đã so với đầu chuỗi / compared with the head: 20:${whole.head.hash}`,
  );
  await behindTheBack('delete from audit_event where seq = 8');
  const [sentence] = sayVerified(await verify(), null);
  expect(sentence).toBe('NHẬT KÝ KHÔNG CÒN NGUYÊN VẸN: dòng 8 đã bị xóa. THE AUDIT TRAIL IS BROKEN: row 8 is missing.');
});

it('does not forget an end that was cut off when more is added', async () => {
  await behindTheBack('delete from audit_event where seq > 17');
  await add(database.url, 2);
  await ask(database.url, (client) =>
    client.query(
      `insert into audit_event (actor_kind, what, about_kind, body) select 'NOBODY', '', '', '' where false`,
    ),
  );
  expect(await brokenNow()).toEqual({ seq: 18, fault: 'MISSING' });
});
