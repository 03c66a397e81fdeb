import { shownAccountHeader } from '../../app/session.ts';
import { language, t } from '../../i18n/i18n.ts';

/** A file that the server keeps for a decision or a procedure. */
export interface KeptFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** What may be chosen as a file; the server looks at the bytes. */
export const ACCEPTED_FILES = '.pdf,.doc,.docx,.xls,.xlsx,.zip,image/png,image/jpeg';

/** Where a kept file is. */
export const fileAddress = (sha256: string): string => `/files/${sha256}`;

/** Sends a file to be kept; throws an error whose message says why it was not. */
export async function keepFile(file: File): Promise<KeptFile> {
  const answer = await fetch('/files', {
    method: 'POST',
    body: file,
    headers: { 'apollo-require-preflight': 'true', 'accept-language': language.value, ...shownAccountHeader() },
  }).catch(() => null);
  if (!answer) throw new Error(t('problems.network'));
  const told = (await answer.json().catch(() => ({}))) as Partial<KeptFile> & { message?: string };
  const { sha256, mediaType, bytes } = told;
  if (!answer.ok || sha256 === undefined || mediaType === undefined || bytes === undefined)
    throw new Error(told.message ?? t('problems.internal'));
  return { sha256, mediaType, bytes, name: file.name };
}
