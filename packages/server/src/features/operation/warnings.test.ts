import { describe, expect, it } from 'vitest';
import { warningText, WARNING_TEXTS, type WarningCode } from './health-texts.ts';
import { warningsOf, type HealthFacts } from './warnings.ts';

const NOW = new Date('2022-09-01T00:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const GB = 1024 ** 3;

const WELL: HealthFacts = {
  now: NOW,
  startedAt: ago(100),
  clocksApartMs: 0,
  waiting: 0,
  disk: { freeBytes: 50 * GB, totalBytes: 100 * GB },
  backup: { lastAt: ago(3), everyHours: 24 },
  chain: { verifiedAt: ago(24), brokenAt: null },
  lastIngestAt: ago(24),
  sources: { silent: 0, days: 0, failing: 0 },
  production: true,
  separateDuties: true,
  wallWeak: false,
};
const codes = (facts: Partial<HealthFacts>) => warningsOf({ ...WELL, ...facts }).map(({ code }) => code);

it('says nothing of a server that is well, nor of what it cannot know', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ disk: null, lastIngestAt: null, backup: { lastAt: null, everyHours: 24 }, startedAt: NOW })).toEqual(
    [],
  );
});

it.each<[WarningCode, Partial<HealthFacts>, Partial<HealthFacts>]>([
  ['BACKUP_LATE', { backup: { lastAt: ago(28), everyHours: 24 } }, { backup: { lastAt: ago(27), everyHours: 24 } }],
  ['BACKUP_NONE', { backup: { lastAt: null, everyHours: 24 } }, { backup: { lastAt: ago(1), everyHours: 24 } }],
  ['BACKUP_OFF', { backup: { lastAt: ago(1), everyHours: 0 } }, {}],
  ['CHAIN_BROKEN', { chain: { verifiedAt: ago(1), brokenAt: 7 } }, {}],
  [
    'CHAIN_UNVERIFIED',
    { chain: { verifiedAt: ago(32 * 24), brokenAt: null } },
    { chain: { verifiedAt: ago(30 * 24), brokenAt: null } },
  ],
  ['CLOCK_OFF', { clocksApartMs: 6_000 }, { clocksApartMs: 5_400 }],
  ['CONNECTIONS_SHORT', { waiting: 1 }, {}],
  ['DISK_FULL', { disk: { freeBytes: 2 * GB, totalBytes: 100 * GB } }, {}],
  ['DISK_FULL', { disk: { freeBytes: GB - 1, totalBytes: 2 * GB } }, { disk: { freeBytes: GB, totalBytes: 2 * GB } }],
  [
    'DISK_LOW',
    { disk: { freeBytes: 9 * GB, totalBytes: 100 * GB } },
    { disk: { freeBytes: 10 * GB, totalBytes: 100 * GB } },
  ],
  ['WALL_WEAK', { wallWeak: true }, { wallWeak: false }],
  ['DUTIES_TOGETHER', { separateDuties: false }, { separateDuties: false, production: false }],
  ['SOURCES_SILENT', { sources: { silent: 2, days: 9, failing: 0 } }, {}],
  ['SOURCES_FAILING', { sources: { silent: 0, days: 0, failing: 1 } }, {}],
  ['INGEST_OLD', { lastIngestAt: ago(8 * 24) }, { lastIngestAt: ago(7 * 24) }],
])('warns of %s there and not yet here', (code, there, here) => {
  expect(codes(there)).toEqual([code]);
  expect(codes(here)).toEqual([]);
});

it('names the gravest first', () => {
  const facts = {
    waiting: 3,
    backup: { lastAt: ago(100), everyHours: 24 },
    chain: { verifiedAt: null, brokenAt: null },
  };
  expect(codes(facts)).toEqual(['BACKUP_LATE', 'CHAIN_UNVERIFIED', 'CONNECTIONS_SHORT']);
});

describe('each warning', () => {
  it.each(Object.keys(WARNING_TEXTS) as WarningCode[])(
    '%s says what to do, in both languages, with its numbers',
    (code) => {
      const found = warningsOf({ ...WELL, backup: { lastAt: ago(1234), everyHours: 24 } })[0];
      for (const part of ['what', 'toDo'] as const)
        for (const locale of ['vi', 'en'] as const)
          expect(
            warningText(
              { code, params: { hours: 1, row: 1, seconds: 1, waiting: 1, percent: 1, days: 1 } },
              part,
              locale,
            ),
          ).not.toMatch(/[{}]/);
      expect(found && warningText(found, 'what', 'vi')).toBe('Đã quá hạn sao lưu: bản mới nhất cách đây 1.234 giờ.');
    },
  );
});
