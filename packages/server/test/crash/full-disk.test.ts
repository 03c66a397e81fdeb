import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, type TestContext } from 'vitest';
import { startEmbeddedPostgres } from '../../src/app/embedded-postgres.ts';
import { REVIVE_BOUNDS } from '../../src/app/embedded-keeper.ts';
import { migrate } from '../../src/app/migrate.ts';
import { LEAST_FREE_BYTES, Room } from '../../src/app/room.ts';
import { takeBackup } from '../../src/features/backup/take-backup.ts';
import { openApi, type Api } from '../api.ts';
import { fillWithBase } from '../base-template.ts';
import { amendList, dossierCode, dossierRow, figure, nameUnits, saveProcedures } from '../factories.ts';
import { mountSmallDisk, type SmallDisk } from '../small-disk.ts';
import { differences } from '../verifying.ts';
import { Client } from './client.ts';
import { Product } from './product.ts';

const MINUTES = 60_000;
const MEGABYTE = 1024 * 1024;
const quiet = { info: () => undefined, warn: () => undefined };
const patient = { timeout: MINUTES, interval: 100 };

let undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of undo.reverse()) await step();
  undo = [];
});

/** A small disk. Where there can be none the test is skipped and says why: what PostgreSQL then says is tried by itself below. */
function smallDisk(megabytes: number, { skip }: TestContext): SmallDisk {
  const disk = mountSmallDisk(megabytes);
  if (typeof disk === 'string') return skip(disk);
  undo.push(() => disk.remove());
  return disk;
}

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => dossierRow({ MaHoSo: dossierCode('H55.164.3', from + i) }));

async function prepare(api: Api): Promise<void> {
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await nameUnits(api, { '05503': ['H55.164.3'] });
}

it('PostgreSQL that says that it has no room is answered with 503, and nothing is stored', async () => {
  const api = await openApi();
  undo.push(() => api.close());
  await prepare(api);
  await api.db.query(`
    create function no_room() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = '53100'; end $$;
    create trigger no_room before insert on dossier execute function no_room();
    create trigger no_room before insert on target_plan execute function no_room()`);
  const imported = await api.ingest(rows(1, 5), { headers: { 'accept-language': 'en' } });
  expect([imported.status, imported.body.message]).toEqual([503, expect.stringContaining('no room left')]);
  const plan = await api.raw({
    method: 'POST',
    url: '/graphql',
    payload: {
      query: `mutation { createTargetPlan(input: { issuer: "165", indicator: "ONLINE_RESOLUTION_L4", year: 2022 }) { id } }`,
    },
  });
  expect([plan.statusCode, plan.headers['retry-after']]).toEqual([503, '30']);
  expect(plan.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  expect((await api.db.query('select from ingest_batch')).rowCount).toBe(0);
  await api.db.query('drop function no_room cascade');
  expect((await api.ingest(rows(1, 5))).result.created).toBe(5);
});

it(
  'a server whose disk is nearly full refuses changes, goes on with looking up, and takes changes once there is room',
  async (context) => {
    const disk = smallDisk(450, context);
    const product = await Product.make(disk.folder);
    undo.push(() => product.dispose());
    await product.start();
    const client = new Client(product);
    await client.signIn();
    expect(await client.send(rows(1, 10))).not.toBeNull();
    disk.fill(100 * MEGABYTE);
    await expect.poll(() => client.send(rows(1, 10)), patient).toBeNull();
    const saved = await client.graphql('mutation { setUnitAliases(unit: "05503", aliases: ["H55.164.3"]) { code } }');
    expect(saved).toBeNull();
    expect(client.counts).toMatchObject({ lost: 0, refused503: 2 });
    expect(await client.graphql('{ units(first: 1) { totalCount } }')).toMatchObject({ code: null });
    expect((await fetch(`${product.address}/health`)).status).toBe(200);
    await client.signIn();
    disk.free();
    await expect.poll(() => client.send(rows(1, 10)), patient).not.toBeNull();
    expect(await product.stop()).toBe(0);
  },
  5 * MINUTES,
);

it(
  'a PostgreSQL that really runs out of room, its log included, loses nothing and goes on once there is some',
  async (context) => {
    const disk = smallDisk(400, context);
    const postgres = await startEmbeddedPostgres({
      dataDir: join(disk.folder, 'data'),
      log: quiet,
      revive: REVIVE_BOUNDS,
    });
    undo.push(() => postgres.stop());
    await migrate(postgres.url);
    await fillWithBase(postgres.url);
    const api = await openApi({ database: { url: postgres.url, drop: () => Promise.resolve() } });
    undo.push(() => api.close());
    await prepare(api);
    expect((await api.ingest(rows(1, 100))).result.created).toBe(100);
    disk.fill();
    let taken = 100;
    let refused: Awaited<ReturnType<Api['ingest']>> | null = null;
    // What PostgreSQL had reserved before takes some more.
    while (!refused && taken < 400_000) {
      const answer = await api.ingest(rows(taken + 1, 5_000));
      if (answer.status === 200) taken += 5_000;
      else refused = answer;
    }
    expect([refused?.status, refused?.body.result]).toEqual([503, null]);
    disk.free();
    const again = async () =>
      (await api.raw({ url: '/health' })).statusCode === 200 && (await api.ingest(rows(taken + 1, 5_000))).status;
    await expect.poll(again, patient).toBe(200);
    expect(await figure(api, '05503')).toBe(`${taken + 5_000}/${taken + 5_000}`);
    expect(await differences(api)).toEqual([]);
  },
  5 * MINUTES,
);

it('a backup that finds no room fails with a sentence and leaves nothing behind', async (context) => {
  const disk = smallDisk(2, context);
  const api = await openApi();
  undo.push(() => api.close());
  disk.fill();
  const folder = join(disk.folder, '.');
  await expect(takeBackup({ url: api.databaseUrl, folder, origin: 'command' })).rejects.toMatchObject({
    code: 'ENOSPC',
  });
  expect(readdirSync(folder)).toEqual(['ballast']);
  disk.free();
  await takeBackup({ url: api.databaseUrl, folder, origin: 'command' });
});

it('a backup beside the database ends before changes are refused, and leaves nothing behind', async (context) => {
  const disk = smallDisk(256, context);
  const api = await openApi();
  undo.push(() => api.close());
  await api.db.query(`insert into moment (at, purpose) select now(), md5(n::text) from generate_series(1, 400000) n`);
  // Room to begin, but not for all that.
  disk.fill(LEAST_FREE_BYTES * 1.5 + MEGABYTE);
  const begun: string[] = [];
  const backUp = (room: Room) =>
    takeBackup({
      url: api.databaseUrl,
      folder: join(disk.folder, 'backups'),
      origin: 'console',
      room,
      progress: (table) => void begun.push(table),
    });
  await expect(backUp(new Room(disk.folder))).rejects.toMatchObject({ text: 'server.full' });
  expect(begun).toContain('moment');
  expect(readdirSync(join(disk.folder, 'backups'))).toEqual([]);
  await new Room(disk.folder).require();
  disk.free();
  expect((await backUp(new Room(disk.folder))).bytes).toBeGreaterThan(MEGABYTE);
});
