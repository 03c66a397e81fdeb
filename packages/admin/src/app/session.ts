import type { ApolloClient } from '@apollo/client/core';
import { FrameDocument, MeDocument, type FrameQuery, type MeQuery } from '@chi-tieu/shared/generated/graphql';
import { computed, readonly, ref, shallowRef, watch } from 'vue';
import { language } from '../i18n/i18n.ts';
import { AS_WHOEVER } from './apollo.ts';

/**
 * What the server answers to a sign-in: `code` awaits the code of the second factor, `codeLocked` cannot check it, `codeOver` has
 * waited too long for it. `wait` is in seconds.
 */
export type SignInAnswer =
  | { outcome: 'ok' | 'code' | 'refused' | 'unreachable' | 'codeRefused' | 'codeLocked' | 'codeOver' }
  | { outcome: 'tooMany'; wait: number };

/** Remembered from the last visit only to draw the right skeleton before the server has answered. */
const KNOWN = 'signed-in';

const frame = shallowRef<FrameQuery | null>(null);
let client: ApolloClient<unknown> | undefined;
let loading: Promise<void> | undefined;

const who = shallowRef<SignedIn | null>(null);

/** Somebody who is signed in. Before a first password was changed nothing more is known of them. */
type SignedIn = NonNullable<MeQuery['me']> & Partial<Pick<NonNullable<FrameQuery['me']>, 'grants' | 'rights'>>;

/** Who is signed in; null before the first answer and for nobody. */
export const account = computed(() => who.value);
/** What data there is; null until somebody is signed in. */
export const dataStatus = computed(() => frame.value?.dataStatus ?? null);
/** The indicators one can choose from, the first one first. */
export const indicators = computed(() => frame.value?.indicators ?? []);
/** Those that count dossiers, which may be added up: what plans, months and procedures are about. */
export const dossierIndicators = computed(() => indicators.value.filter(({ counts }) => counts === 'DOSSIERS'));

/** True from when the server no longer knows the session until somebody signs in again, or puts it off. */
export const sessionEnded = ref(false);
/** The session was ended elsewhere, and nobody has signed in since: what the page shows is nobody's to see. */
export const endedElsewhere = ref(false);
/** Somebody else is signed in in this browser than the page shows. It stays as it is and sends nothing more until it is loaded anew. */
export const takenOver = ref(false);
const signIns = ref(0);
/** Counts the sign-ins of this window: whoever waits for one to go on watches it. */
export const signedInTimes = readonly(signIns);

/** Under whose name the page sends: of whom it shows; null while it shows nobody. */
export const shownAccount = (): string | null => who.value?.id ?? null;
/** The same for what goes another way than through the client. */
export const shownAccountHeader = (): Record<string, string> =>
  who.value === null ? {} : { 'x-account': who.value.id };

/** Settles once the session that ended is begun again (true) or that is put off (false). */
export function untilSignedInAgain(): Promise<boolean> {
  const before = signIns.value;
  return new Promise((settle) => {
    const stop = watch([sessionEnded, takenOver], () => {
      if (sessionEnded.value && !takenOver.value) return;
      stop();
      settle(signIns.value > before && !takenOver.value);
    });
  });
}

/** Says once through which client the session speaks. */
export function useSessionClient(apollo: ApolloClient<unknown>): void {
  client = apollo;
  frame.value = null;
  who.value = null;
  loading = undefined;
  [sessionEnded.value, endedElsewhere.value, takenOver.value] = [false, false, false];
}

/**
 * Waits for the first answer about the session. Throws when the server cannot be reached, so that the page can say so;
 * the next call then asks again.
 */
export function sessionKnown(): Promise<void> {
  loading ??= refreshFrame().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Asks again who is signed in and what data there is: after a sign-in, an import, a change of indicators. A page that shows somebody
 * does not become somebody else's.
 */
export async function refreshFrame(): Promise<void> {
  if (!client) throw new Error('The session has no client yet');
  const answer = await client.query<FrameQuery | null>({
    query: FrameDocument,
    fetchPolicy: 'no-cache',
    errorPolicy: 'all',
    context: AS_WHOEVER,
  });
  const me = answer.data?.me ?? (answer.errors ? await askMe(client) : null);
  if (me !== null && isSomebodyElse(me)) {
    takenOver.value = true;
    return;
  }
  frame.value = answer.data;
  who.value = me;
  remember(account.value !== null);
}

/** Where the frame is refused, somebody may be signed in all the same whose first password has to be changed. */
async function askMe(apollo: ApolloClient<unknown>): Promise<SignedIn | null> {
  const answer = await apollo.query<MeQuery | null>({
    query: MeDocument,
    fetchPolicy: 'no-cache',
    errorPolicy: 'all',
    context: AS_WHOEVER,
  });
  return answer.data?.me ?? null;
}

const isSomebodyElse = ({ id }: SignedIn): boolean => who.value !== null && who.value.id !== id;

/**
 * Looks whether whom the page shows is still signed in in this browser: in another window one may have signed out, and somebody else
 * in. `signedOut` is called where nobody is; where the one who was there is back, the page goes on.
 */
export async function lookWho(signedOut: () => void): Promise<void> {
  if (!client || who.value === null || takenOver.value) return;
  const me = await askMe(client).catch(() => undefined);
  if (me === undefined || shownAccount() === null) return;
  if (me === null) {
    endedElsewhere.value = true;
    signedOut();
  } else if (isSomebodyElse(me)) takenOver.value = true;
  else if (sessionEnded.value && me.stage === who.value.stage) await goOn();
}

/** Signs in; on success the frame is loaded and everything remembered of somebody else's session forgotten. */
export async function signIn(username: string, password: string): Promise<SignInAnswer> {
  const answer = await tell('/auth/login', { username, password });
  if (!(answer instanceof Response)) return answer;
  if (!answer.ok) return { outcome: 'refused' };
  const { stage } = (await answer.json().catch(() => ({}))) as { stage?: unknown };
  return stage === 'TOTP' ? { outcome: 'code' } : enter();
}

/** Gives the code that a sign-in awaits; on success one is signed in as above. */
export async function giveCode(code: string): Promise<SignInAnswer> {
  const answer = await tell('/auth/second-factor', { code });
  if (!(answer instanceof Response)) return answer;
  if (answer.ok) return enter();
  if (answer.status === 401) return { outcome: 'codeOver' };
  return { outcome: answer.status === 409 ? 'codeLocked' : 'codeRefused' };
}

/** The server's word, or why there is none. */
async function tell(url: string, body: unknown): Promise<Response | SignInAnswer> {
  try {
    const answer = await post(url, body);
    if (answer.status === 429) return { outcome: 'tooMany', wait: Number(answer.headers.get('retry-after')) || 60 };
    return answer.status >= 500 ? { outcome: 'unreachable' } : answer;
  } catch {
    return { outcome: 'unreachable' };
  }
}

async function enter(): Promise<SignInAnswer> {
  // On the page of the sign-in whoever was there before is over; over a page that is still open they are not.
  if (!sessionEnded.value) who.value = null;
  await goOn();
  tellWindows();
  return { outcome: 'ok' };
}

async function goOn(): Promise<void> {
  await client?.clearStore();
  await refreshFrame();
  [sessionEnded.value, endedElsewhere.value] = [false, false];
  signIns.value++;
}

/** Where the windows of one browser tell each other that somebody signed in or out. */
export const WINDOWS = 'signed-in';

function tellWindows(): void {
  if (!('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(WINDOWS);
  channel.postMessage(null);
  channel.close();
}

/** Ends the session on the server and here. Throws when the server cannot be reached: one would stay signed in. */
export async function signOut(): Promise<void> {
  const answer = await post('/auth/logout', {}, shownAccountHeader());
  if (answer.status >= 500) throw new TypeError(`Sign-out was answered with ${answer.status}`);
  if (answer.status === 409) {
    takenOver.value = true;
    return;
  }
  forgetSession();
  tellWindows();
  await client?.clearStore();
}

/** Forgets who was signed in, because the server did: nobody is, and that is known. */
export function forgetSession(): void {
  [sessionEnded.value, endedElsewhere.value] = [false, false];
  frame.value = null;
  who.value = null;
  loading = Promise.resolve();
  remember(false);
}

/** Whether the last visit ended signed in. */
export function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(KNOWN) === '1';
  } catch {
    return false;
  }
}

function remember(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(KNOWN, '1');
    else localStorage.removeItem(KNOWN);
  } catch {
    // Storage may be forbidden: the first skeleton is then the plain one.
  }
}

function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'accept-language': language.value, ...headers },
    body: JSON.stringify(body),
  });
}
