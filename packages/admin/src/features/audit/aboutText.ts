import { ABOUT_KINDS } from '@chi-tieu/shared/domain/audit-kinds';
import type { UrlField } from '../../app/useUrlState.ts';

/** The kinds of records that the trail is about. */
export { ABOUT_KINDS };

/** What a record is called in the filter and in the address: `UNIT:05503`. */
export function aboutText({ aboutKind, aboutId }: { aboutKind: string; aboutId: string | null }): string | null {
  return aboutId === null ? null : `${aboutKind}:${aboutId}`;
}

/** A record as somebody wrote it, its kind in any case; undefined for what names none. */
export function readAbout(text: string): string | undefined {
  const [, kind = '', id = ''] = /^\s*([a-z_]+)\s*:\s*(\S+)\s*$/i.exec(text) ?? [];
  const known = ABOUT_KINDS.find((one) => one === kind.toUpperCase());
  return known && `${known}:${id}`;
}

/** A record in the address of the page; one that cannot be read is none. */
export const urlAbout = (): UrlField<string | null> => ({
  read: (raw) => readAbout(raw),
  write: (value) => value ?? '',
  fallback: () => null,
  history: 'push',
});
