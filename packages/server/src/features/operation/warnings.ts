import type { HealthGrade } from '../../app/enums.ts';
import type { WarningCode } from './health-texts.ts';

/** Something that is wrong or soon will be. */
export interface Warning {
  code: WarningCode;
  grade: HealthGrade;
  params: Readonly<Record<string, number>>;
}

/** What warnings are made of; moments in the clock of the server. */
export interface HealthFacts {
  now: Date;
  startedAt: Date;
  /** How far the clock of the database is from that of the server, whichever is ahead. */
  clocksApartMs: number;
  waiting: number;
  disk: { freeBytes: number; totalBytes: number } | null;
  backup: { lastAt: Date | null; everyHours: number };
  chain: { verifiedAt: Date | null; brokenAt: number | null };
  lastIngestAt: Date | null;
  /** Sources of dossiers that are silent, for how many days at most, and such that cannot be fetched from. */
  sources: { silent: number; days: number; failing: number };
  production: boolean;
  separateDuties: boolean;
  /** The server connects past the second wall. */
  wallWeak: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A backup that takes its time, or that failed and is tried again, is not late yet. */
const BACKUP_GRACE_HOURS = 3;
const CLOCK_SECONDS = 5;
const GIGABYTE = 1024 ** 3;

type Look = (facts: HealthFacts) => Warning | null;

const act = (code: WarningCode, params: Warning['params'] = {}): Warning => ({ code, grade: 'ACT', params });
const look = (code: WarningCode, params: Warning['params'] = {}): Warning => ({ code, grade: 'LOOK', params });

const chain: Look = ({ chain: { verifiedAt, brokenAt }, now }) => {
  if (brokenAt !== null) return act('CHAIN_BROKEN', { row: brokenAt });
  const old = verifiedAt === null || now.getTime() - verifiedAt.getTime() > 31 * DAY_MS;
  return old ? look('CHAIN_UNVERIFIED') : null;
};

const disk: Look = ({ disk: room }) => {
  if (room === null || room.totalBytes === 0) return null;
  const percent = Math.floor((room.freeBytes * 100) / room.totalBytes);
  if (percent < 3 || room.freeBytes < GIGABYTE) return act('DISK_FULL', { percent });
  return percent < 10 ? look('DISK_LOW', { percent }) : null;
};

const backup: Look = ({ backup: { lastAt, everyHours }, now, startedAt }) => {
  const grace = BACKUP_GRACE_HOURS * HOUR_MS;
  if (lastAt === null) return now.getTime() - startedAt.getTime() > grace ? act('BACKUP_NONE') : null;
  if (everyHours === 0) return look('BACKUP_OFF');
  const age = now.getTime() - lastAt.getTime();
  const late = age > everyHours * HOUR_MS + grace;
  return late ? act('BACKUP_LATE', { hours: Math.floor(age / HOUR_MS) }) : null;
};

const clock: Look = ({ clocksApartMs }) => {
  const seconds = Math.round(clocksApartMs / 1000);
  return seconds > CLOCK_SECONDS ? look('CLOCK_OFF', { seconds }) : null;
};

const connections: Look = ({ waiting }) => (waiting > 0 ? look('CONNECTIONS_SHORT', { waiting }) : null);

const ingest: Look = ({ lastIngestAt, now }) => {
  const days = lastIngestAt === null ? 0 : Math.floor((now.getTime() - lastIngestAt.getTime()) / DAY_MS);
  return days > 7 ? look('INGEST_OLD', { days }) : null;
};

const silent: Look = ({ sources: { silent: count, days } }) =>
  count > 0 ? look('SOURCES_SILENT', { sources: count, days }) : null;

const failing: Look = ({ sources: { failing: count } }) =>
  count > 0 ? look('SOURCES_FAILING', { sources: count }) : null;

const duties: Look = ({ production, separateDuties }) =>
  production && !separateDuties ? look('DUTIES_TOGETHER') : null;

const wall: Look = ({ wallWeak }) => (wallWeak ? look('WALL_WEAK') : null);

/** All that is looked at; whatever can be wrong with a server gets a line here and its text in health-texts.ts. */
const LOOKS: readonly Look[] = [chain, disk, backup, clock, connections, ingest, silent, failing, wall, duties];

/** What is wrong, the gravest first. */
export function warningsOf(facts: HealthFacts): Warning[] {
  const found = LOOKS.flatMap((one) => one(facts) ?? []);
  return [...found.filter(({ grade }) => grade === 'ACT'), ...found.filter(({ grade }) => grade === 'LOOK')];
}
