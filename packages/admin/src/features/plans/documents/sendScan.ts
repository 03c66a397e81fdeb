import type { ScansFragment } from '@chi-tieu/shared/generated/graphql';
import { shownAccountHeader } from '../../../app/session.ts';
import { language, t } from '../../../i18n/i18n.ts';

/** Why a file was not kept, in the server's own words. */
class SendError extends Error {
  override readonly name = 'SendError';
}

/** Sends a file that is to be attached as the scan of a plan's decision; throws an error whose message says why it was not kept. */
export async function sendScan(plan: string, file: File): Promise<ScansFragment['scans'][number]> {
  const answer = await fetch(`/plans/${plan}/scan`, {
    method: 'POST',
    body: file,
    headers: { 'apollo-require-preflight': 'true', 'accept-language': language.value, ...shownAccountHeader() },
  }).catch(() => null);
  if (!answer) throw new SendError(t('problems.network'));
  const told = (await answer.json().catch(() => ({}))) as {
    sha256?: string;
    mediaType?: string;
    bytes?: number;
    message?: string;
  };
  const { sha256, mediaType, bytes } = told;
  if (!answer.ok || sha256 === undefined || mediaType === undefined || bytes === undefined)
    throw new SendError(told.message ?? t('problems.internal'));
  return { sha256, mediaType, bytes, name: file.name };
}
