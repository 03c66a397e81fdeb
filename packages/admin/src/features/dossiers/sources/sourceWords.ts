import type { Channel, SendingState, SourceCodeKind, SourcePullState } from '@chi-tieu/shared/generated/graphql';
import { day, percent, whole } from '../../../i18n/format.ts';
import { t, type PlainKey } from '../../../i18n/i18n.ts';
import type { Tone } from '../../../ui/tone.ts';

const STATES: Record<SendingState, { tone: Tone; text: PlainKey }> = {
  SENDING: { tone: 'met', text: 'feeds.sending' },
  SILENT: { tone: 'miss', text: 'feeds.silent' },
  TOO_FEW: { tone: 'open', text: 'feeds.tooFew' },
  NEVER: { tone: 'none', text: 'feeds.never' },
};

/** How somebody stands with what they send, in words and colour. */
export const stateWords = (state: SendingState): { tone: Tone; text: string } => {
  const { tone, text } = STATES[state];
  return { tone, text: t(text) };
};

/** How a source stands at a glance: that it is stopped, or cannot be read, goes before what its data say. */
export function standing({ enabled, pull, freshness }: Standing): { tone: Tone; text: string } {
  if (!enabled) return { tone: 'none', text: t('feeds.stopped') };
  if (pull?.state === 'OPEN') return { tone: 'miss', text: t('feeds.pullOpen') };
  if (pull?.state === 'WAITING') return { tone: 'risk', text: t('feeds.pullWaiting') };
  return stateWords(freshness.state);
}

interface Standing {
  readonly enabled: boolean;
  readonly pull?: { readonly state: SourcePullState } | null;
  readonly freshness: { readonly state: SendingState };
}

/** "dữ liệu mới nhất 3 ngày trước", or that there is none. */
export function newestText({ lastDay, daysSince }: { lastDay: string | null; daysSince: number | null }): string {
  if (lastDay === null || daysSince === null) return t('feeds.noData');
  if (daysSince <= 0) return t('feeds.newestToday');
  return t('feeds.newest', { days: whole(daysSince), day: day(lastDay) });
}

/** The same in a column that says already what it is about. */
export function newestShort({ lastDay, daysSince }: { lastDay: string | null; daysSince: number | null }): string {
  if (lastDay === null || daysSince === null) return t('feeds.noData');
  if (daysSince <= 0) return t('feeds.today');
  return t('feeds.daysAgo', { days: whole(daysSince), day: day(lastDay) });
}

/** "2/29 đơn vị im lặng"; a dash where nothing is to be expected of anybody. */
export function silentText({ silent, expected }: { silent: number; expected: number }): string {
  if (expected === 0) return '—';
  return t('feeds.silentOf', { silent: whole(silent), expected: whole(expected) });
}

/** On which share of the days something usually came. */
export const usualText = (usual: number | null): string =>
  usual === null ? '—' : percent(Math.round(usual * 10_000) / 100);

const KINDS: Record<SourceCodeKind, PlainKey> = {
  UNIT: 'feeds.kindUnit',
  PROCEDURE: 'feeds.kindProcedure',
  STATUS: 'feeds.kindStatus',
  CHANNEL: 'feeds.kindChannel',
};
export const CODE_KINDS = Object.keys(KINDS) as readonly SourceCodeKind[];
export const codeKindText = (kind: SourceCodeKind): string => t(KINDS[kind]);

/** The states and channels that a code may mean, as dossiers know them. */
export const statusChoices = () =>
  Array.from({ length: 10 }, (_, n) => ({
    value: String(n + 1),
    label: `${n + 1} · ${t(`feeds.status${n + 1}` as PlainKey)}`,
  }));
export const channelChoices = () =>
  (['1', '2', '3'] as const).map((value) => ({
    value,
    label: `${value} · ${t(`feeds.channel${value}` as PlainKey)}`,
  }));

/** Channels as dossiers have them. */
export const CHANNEL_TEXTS: Record<Channel, () => string> = {
  IN_PERSON: () => t('feeds.channel1'),
  ONLINE: () => t('feeds.channel2'),
  POSTAL: () => t('feeds.channel3'),
  UNKNOWN: () => t('feeds.channel0'),
};

/** What a code means: a unit by its name, a state or channel by its number and its word. */
export function meaningText({
  kind,
  ours,
  unit,
}: {
  kind: SourceCodeKind;
  ours: string;
  unit?: { name: string } | null;
}): string {
  if (unit) return unit.name;
  const choices = kind === 'STATUS' ? statusChoices() : kind === 'CHANNEL' ? channelChoices() : [];
  return choices.find(({ value }) => value === ours)?.label ?? ours;
}
