import type { DossierSourceInput } from '@chi-tieu/shared/generated/graphql';
import type { SourceRecord } from './useSourceRecord.ts';

/** A source as it stands in the form. */
export interface SourceDraft {
  name: string;
  system: string;
  units: { code: string; name: string }[];
  loginName: string;
  password: string;
  rank: string;
  nineIsFinished: boolean;
  enabled: boolean;
}

export function draftOf(source: SourceRecord | null): SourceDraft {
  return {
    name: source?.name ?? '',
    system: source?.system ?? '',
    units: source?.units.map(({ code, name }) => ({ code, name })) ?? [],
    loginName: source?.loginName ?? '',
    password: '',
    rank: String(source?.rank ?? 100),
    nineIsFinished: source?.nineIsFinished ?? false,
    enabled: source?.enabled ?? true,
  };
}

/** The form as the server takes it; a password that is not typed stays as it was. */
export function inputOf(draft: SourceDraft, source: SourceRecord | null): DossierSourceInput {
  const { units, password, rank, loginName, system, ...facts } = draft;
  return {
    ...facts,
    system: system.trim() || null,
    units: units.map(({ code }) => code),
    loginName: loginName.trim() || null,
    password: password === '' ? null : password,
    rank: Math.trunc(Number(rank)) || 0,
    ...(source && { id: source.id, expectedVersion: source.version }),
  };
}

/** A password that nobody has to think of, easy to read out: groups of letters and digits that are not mistaken for each other. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  const text = [...bytes].map((byte) => letters[byte % letters.length]).join('');
  return text.replace(/(.{5})(?=.)/g, '$1-');
}
