import { DossierRecordDocument, type DossierRecordQuery } from '@chi-tieu/shared/generated/graphql';
import { computed } from 'vue';
import { useAnswer } from '../../../app/useAnswer.ts';
import { moment } from '../../../i18n/format.ts';
import { t, type PlainKey } from '../../../i18n/i18n.ts';

export type DossierFile = NonNullable<DossierRecordQuery['dossier']>;
export type Version = DossierFile['versions'][number];
export type Statement = DossierFile['statements'][number];
type Field = Version['changed'][number];
type Said = Pick<
  Statement,
  'unit' | 'procedure' | 'channel' | 'statusText' | 'receivedAt' | 'dueAt' | 'finishedAt' | 'returnedAt'
>;

/** A dossier by its code, with its versions and what its sources say. */
export function useDossier(code: () => string) {
  const answer = useAnswer(DossierRecordDocument, () => ({ code: code() }));
  return { answer, dossier: computed(() => answer.data.value?.dossier ?? null) };
}

const CHANNELS: Record<Said['channel'], PlainKey> = {
  ONLINE: 'rates.channelOnline',
  IN_PERSON: 'rates.channelInPerson',
  POSTAL: 'rates.channelPostal',
  UNKNOWN: 'rates.channelUnknown',
};
const time = (at: string | null | undefined): string => (at ? moment(at) : '—');

/** What is told of a dossier, in the order in which people read it. */
export const TOLD = [
  'STATUS',
  'CHANNEL',
  'UNIT',
  'PROCEDURE',
  'RECEIVED_AT',
  'DUE_AT',
  'FINISHED_AT',
  'RETURNED_AT',
] as const satisfies readonly Field[];

/** One of these in words. */
export function told(said: Said, field: (typeof TOLD)[number]): string {
  const words: Record<(typeof TOLD)[number], () => string> = {
    STATUS: () => said.statusText,
    CHANNEL: () => t(CHANNELS[said.channel]),
    UNIT: () => said.unit?.name ?? '—',
    PROCEDURE: () => (said.procedure ? `${said.procedure.code} · ${said.procedure.name}` : '—'),
    RECEIVED_AT: () => time(said.receivedAt),
    DUE_AT: () => time(said.dueAt),
    FINISHED_AT: () => time(said.finishedAt),
    RETURNED_AT: () => time(said.returnedAt),
  };
  return words[field]();
}

/** What a field of a version says; of what is gone why. */
export function saidOf(version: Version, field: Field): string {
  if (field !== 'GONE') return told(version, field);
  return t(`identity.short.${version.gone ?? 'NONE'}`);
}
