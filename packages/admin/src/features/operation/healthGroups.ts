import type { SystemHealthQuery } from '@chi-tieu/shared/generated/graphql';
import type { RouteLocationRaw } from 'vue-router';
import { bytesText } from '../../app/bytesText.ts';
import { moment, whole } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import './texts.ts';

type Health = SystemHealthQuery['systemHealth'];

interface Fact {
  label: string;
  value: string;
  to?: RouteLocationRaw;
}

/** What the server says of itself, in the order in which it is read: what runs, its database, its data, what is kept of it. */
export function healthGroups(health: Health): { title: string; facts: Fact[] }[] {
  return [
    { title: t('operation.server'), facts: serverFacts(health) },
    { title: t('operation.database'), facts: databaseFacts(health) },
    { title: t('operation.data'), facts: dataFacts(health) },
    { title: t('operation.storage'), facts: storageFacts(health) },
  ];
}

const when = (at: string | null): string => (at === null ? t('operation.never') : moment(at));

function serverFacts({ version, startedAt, now, diskFreeBytes, diskTotalBytes }: Health): Fact[] {
  const disk =
    diskFreeBytes === null || diskTotalBytes === null
      ? t('operation.unknown')
      : t('operation.diskOf', { free: bytesText(diskFreeBytes), total: bytesText(diskTotalBytes) });
  return [
    { label: t('operation.version'), value: version },
    { label: t('operation.since'), value: moment(startedAt) },
    { label: t('operation.clock'), value: moment(now) },
    { label: t('operation.disk'), value: disk },
  ];
}

function databaseFacts(health: Health): Fact[] {
  const kind = t(health.embedded ? 'operation.embedded' : 'operation.outside');
  const used = { used: whole(health.connectionsInUse), most: whole(health.connectionsMost) };
  const waiting =
    health.connectionsWaitedFor > 0 ? ` · ${t('operation.waiting', { count: health.connectionsWaitedFor })}` : '';
  const { migrations: count, lastMigration } = health;
  return [
    { label: t('operation.databaseKind'), value: `PostgreSQL ${health.databaseVersion} · ${kind}` },
    { label: t('operation.size'), value: bytesText(health.databaseBytes) },
    { label: t('operation.connections'), value: t('operation.connectionsOf', used) + waiting },
    { label: t('operation.migrations'), value: t('operation.migrationsOf', { count, last: lastMigration ?? '—' }) },
  ];
}

function dataFacts({ lastMomentAt, lastIngestAt, dossiers, openQuarantine }: Health): Fact[] {
  return [
    { label: t('operation.lastMoment'), value: when(lastMomentAt) },
    { label: t('operation.lastIngest'), value: when(lastIngestAt) },
    { label: t('operation.dossiers'), value: whole(dossiers) },
    {
      label: t('operation.quarantine'),
      value: whole(openQuarantine),
      to: { name: 'dossiers', query: { tab: 'quarantine' } },
    },
  ];
}

function storageFacts({ lastBackupAt, nextBackupAt, auditRows, auditHead }: Health): Fact[] {
  return [
    { label: t('operation.lastBackup'), value: when(lastBackupAt), to: { name: 'backups' } },
    { label: t('operation.nextBackup'), value: nextBackupAt === null ? t('operation.notDue') : moment(nextBackupAt) },
    { label: t('operation.auditRows'), value: whole(auditRows), to: { name: 'audit' } },
    { label: t('operation.auditHead'), value: auditHead ?? '—' },
  ];
}
