import { language, t } from '../../../i18n/i18n.ts';
import { oneStopAddress } from './useSourceRecord.ts';

/** What came of a test: whether it was taken, and what was answered. */
export interface TestOutcome {
  ok: boolean;
  text: string;
}

interface Told {
  error_code?: string;
  message?: string;
  session?: string;
}

async function post(path: string, body: object): Promise<Told> {
  const response = await fetch(`${oneStopAddress()}/${path}`, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', 'accept-language': language.value },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Told;
}

/** Signs in and sends a message without dossiers, exactly as a one-stop system does. */
export async function sendTest(username: string, password: string): Promise<TestOutcome> {
  try {
    const signedIn = await post('login', { username, password });
    if (!signedIn.session) return { ok: false, text: signedIn.message ?? '' };
    const service = 'DongBoHoSoMC';
    const sent = await post('g', { session: signedIn.session, service, isUpdating: 'False', data: [] });
    return { ok: sent.error_code === '0', text: sent.message ?? '' };
  } catch {
    return { ok: false, text: t('feeds.testFailed') };
  }
}
