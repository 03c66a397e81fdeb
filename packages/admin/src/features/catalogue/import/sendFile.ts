import { language, t } from '../../../i18n/i18n.ts';

/** What came of handing a file in: the import that it began, or why it began none. */
export type SentFile = { id: string; problem?: never } | { id?: never; problem: string; mayBeEncoding: boolean };

/** Hands a file in; what is wrong with it comes back in the server's own words. */
export async function sendFile(file: File, encoding: string | null, signal: AbortSignal): Promise<SentFile> {
  const query = encoding === null ? '' : `?encoding=${encodeURIComponent(encoding)}`;
  const response = await fetch(`/imports/procedures${query}`, {
    method: 'POST',
    body: file,
    signal,
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
      'apollo-require-preflight': '1',
      'accept-language': language.value,
    },
  });
  const answer = (await response.json().catch(() => ({}))) as { import?: string; code?: string; message?: string };
  if (response.ok && answer.import !== undefined) return { id: answer.import };
  return { problem: answer.message ?? t('problems.internal'), mayBeEncoding: answer.code === 'sheet.encoding' };
}
