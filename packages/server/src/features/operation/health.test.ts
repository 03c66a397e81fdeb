import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { temporaryFolder } from '../../../test/backups.ts';
import { statementsOf } from '../../../test/count-queries.ts';
import { dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { buildSource } from '../../../test/one-stop.ts';
import { backupFolder } from '../backup/backup-folder.ts';
import { takeBackup } from '../backup/take-backup.ts';

let api: Api;
const { folder, remove } = temporaryFolder();
beforeAll(async () => {
  api = await openApi({ config: { dataDir: folder } });
  await saveProcedures(api, '2.000815');
  await nameUnits(api, { '05503': ['H55.164.3'] });
});
afterAll(async () => {
  await api.close();
  remove();
});

const FIELDS = `warnings { code grade text toDo } version startedAt now embedded databaseVersion databaseBytes connectionsInUse
  connectionsMost connectionsWaitedFor lastMomentAt dossiers lastIngestAt openQuarantine lastBackupAt nextBackupAt auditRows
  auditHead diskFreeBytes diskTotalBytes migrations lastMigration`;

type Health = Record<string, unknown> & { warnings: { code: string; text: string; toDo: string }[] };
const health = async () => (await api.ask<{ systemHealth: Health }>(`{ systemHealth { ${FIELDS} } }`)).systemHealth;

it('tells of the process, the database, the disk, the trail and the data', async () => {
  await api.ingest([dossierRow({ MaHoSo: 'H55.164.3-220301-0001' }), { MaHoSo: 'H55.164.3-220301-0002' }]);
  const seen = await health();
  expect(seen).toMatchObject({
    version: '0.1.0',
    embedded: true,
    connectionsMost: 12,
    connectionsWaitedFor: 0,
    dossiers: 1,
    openQuarantine: 1,
    lastBackupAt: null,
    lastMigration: expect.stringMatching(/^\d{4}-.+\.sql$/) as string,
  });
  expect(seen['databaseVersion']).toMatch(/^\d+\.\d+/);
  expect(seen['auditHead']).toMatch(new RegExp(`^${String(seen['auditRows'])}:`));
  for (const name of ['databaseBytes', 'diskFreeBytes', 'diskTotalBytes', 'migrations'])
    expect(seen[name]).toBeGreaterThan(0);
  for (const name of ['startedAt', 'now', 'lastMomentAt', 'lastIngestAt', 'nextBackupAt'])
    expect(Date.parse(String(seen[name]))).toBeGreaterThan(0);
});

it('warns with what to do, and no more once that is done', async () => {
  expect((await health()).warnings).toContainEqual({
    code: 'CHAIN_UNVERIFIED',
    grade: 'LOOK',
    text: 'Nhật ký chưa được kiểm tra trong 31 ngày qua.',
    toDo: 'Mở Nhật ký và bấm «Kiểm tra ngay».',
  });
  const { takenAt } = await takeBackup({ url: api.databaseUrl, folder: backupFolder(folder), origin: 'command' });
  const seen = await health();
  expect(new Date(String(seen['lastBackupAt'])).getTime()).toBe(Math.floor(takenAt.getTime() / 1000) * 1000);
  expect(seen.warnings.map(({ code }) => code).filter((code) => code.startsWith('BACKUP'))).toEqual([]);
  api.app.now = () => new Date(Date.now() + 30 * 3_600_000);
  const late = await health();
  api.app.now = () => new Date();
  expect(late.warnings.map(({ code }) => code)).toContain('BACKUP_LATE');
});

it('warns of a source that is silent by its own rhythm, as the source itself says it, and of one that fails', async () => {
  const about = async () => (await health()).warnings.filter(({ code }) => code.startsWith('SOURCES_'));
  expect(await about()).toEqual([]);
  const id = await buildSource(api);
  await api.db.query(
    `insert into source_day (source_id, unit_id, day, received)
     select $1::int, v.unit_id, d::date, 1 from unit_version v, generate_series(now() - interval '60 days', now() - interval '20 days', '1 day') d
      where v.code = '05503' and v.superseded_by is null`,
    [id],
  );
  const { dossierSource } = await api.ask<{ dossierSource: { freshness: { state: string } } }>(
    'query ($id: ID!) { dossierSource(id: $id) { freshness { state } } }',
    { id },
  );
  expect(dossierSource.freshness.state).toBe('SILENT');
  expect((await about()).map(({ code }) => code)).toEqual(['SOURCES_SILENT']);
  await api.db.query('update dossier_source set failures = 5 where id = $1', [id]);
  expect((await about()).map(({ code }) => code)).toEqual(['SOURCES_SILENT', 'SOURCES_FAILING']);
  await api.db.query('update dossier_source set enabled = false where id = $1', [id]);
  expect(await about()).toEqual([]);
});

it('asks the database a handful of questions, however much there is', async () => {
  expect((await statementsOf(() => health())).length).toBeLessThan(15);
});
