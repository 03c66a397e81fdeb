import type { DossierSourceMode, SourcePullInput, SourcePullQuery } from '@chi-tieu/shared/generated/graphql';
import { t } from '../../../i18n/i18n.ts';

export type PulledSource = NonNullable<SourcePullQuery['dossierSource']>;
export type Pull = NonNullable<PulledSource['pull']>;

/** How a source is fetched from, as it stands in the form. */
export interface PullDraft {
  mode: DossierSourceMode;
  address: string;
  username: string;
  secret: string;
  organisation: string;
  hostKey: string;
  from: string | null;
  pageSize: string;
  overlapMinutes: string;
  everyMinutes: string;
  wholeEveryDays: string;
  wholeSaysGone: boolean;
}

const textOf = (value: number | null | undefined, usual = ''): string =>
  value === null || value === undefined ? usual : String(value);

export function pullDraftOf(mode: DossierSourceMode, pull: Pull | null): PullDraft {
  return {
    mode,
    address: pull?.address ?? '',
    username: pull?.username ?? '',
    secret: '',
    organisation: pull?.organisation ?? '',
    hostKey: pull?.hostKey ?? '',
    from: pull?.from ?? null,
    pageSize: textOf(pull?.pageSize, '500'),
    overlapMinutes: textOf(pull?.overlapMinutes, '120'),
    everyMinutes: textOf(pull?.everyMinutes, '60'),
    wholeEveryDays: textOf(pull?.wholeEveryDays),
    wholeSaysGone: pull?.wholeSaysGone ?? false,
  };
}

const numberIn = (text: string): number | null => (text.trim() === '' ? null : Math.trunc(Number(text)) || 0);

/** The form as the server takes it; a password that is not typed stays as it was. */
export function pullInputOf(draft: PullDraft): SourcePullInput {
  const { mode, from, secret, pageSize, overlapMinutes, everyMinutes, wholeEveryDays, ...texts } = draft;
  if (mode === 'PUSH') return { mode };
  return {
    ...texts,
    mode,
    secret: secret === '' ? null : secret,
    everyMinutes: numberIn(everyMinutes),
    wholeEveryDays: numberIn(wholeEveryDays),
    ...(mode === 'PORTAL' && { from, pageSize: numberIn(pageSize), overlapMinutes: numberIn(overlapMinutes) }),
  };
}

export const modeChoices = (): { value: DossierSourceMode; label: string }[] => [
  { value: 'PUSH', label: t('pulls.modePush') },
  { value: 'PORTAL', label: t('pulls.modePortal') },
  { value: 'FOLDER', label: t('pulls.modeFolder') },
  { value: 'SFTP', label: t('pulls.modeSftp') },
];
