import { language, t } from '../i18n/i18n.ts';
import { shownAccountHeader } from './session.ts';

/** A file that the server keeps. */
export interface KeptFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** Why a file was not kept, in the server's own words. */
export class SendError extends Error {
  override readonly name = 'SendError';
}

/** Where a kept file is. */
export const fileAddress = (sha256: string): string => `/files/${sha256}`;

/** Sends a file to an address that keeps it; a SendError says why it was not. */
export async function sendFile(address: string, file: File): Promise<KeptFile> {
  const answer = await fetch(address, {
    method: 'POST',
    body: file,
    headers: { 'apollo-require-preflight': 'true', 'accept-language': language.value, ...shownAccountHeader() },
  }).catch(() => null);
  if (!answer) throw new SendError(t('problems.network'));
  const told = (await answer.json().catch(() => ({}))) as Partial<KeptFile> & { message?: string };
  const { sha256, mediaType, bytes } = told;
  if (!answer.ok || sha256 === undefined || mediaType === undefined || bytes === undefined)
    throw new SendError(told.message ?? t('problems.internal'));
  return { sha256, mediaType, bytes, name: file.name };
}
