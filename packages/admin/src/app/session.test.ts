import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  account,
  dataStatus,
  endedElsewhere,
  giveCode,
  lookWho,
  refreshFrame,
  sessionEnded,
  sessionKnown,
  signedInTimes,
  signIn,
  signOut,
  takenOver,
  untilSignedInAgain,
  useSessionClient,
} from './session.ts';

const province = { __typename: 'Unit', id: '1', code: '19', name: 'Tỉnh Thái Nguyên', kind: 'PROVINCE' };
const signedIn = {
  me: { __typename: 'Account', id: '1', username: 'admin', name: 'Quản trị', grants: [] },
  dataStatus: {
    __typename: 'DataStatus',
    made: true,
    firstDay: '2021-01-01',
    lastDay: '2022-12-31',
    latestYear: 2022,
    dossiers: 12,
    openQuarantine: 0,
    lastIngestAt: null,
    province,
  },
  indicators: [],
};

/** The server as the console sees it: what it answers to the frame, and how often it was asked. */
let frame: { data?: unknown; errors?: { message: string; extensions: object }[] };
let asked: number;

beforeEach(() => {
  asked = 0;
  frame = { data: signedIn };
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        asked++;
        observer.next(frame as never);
        observer.complete();
      }),
  );
  useSessionClient(new ApolloClient({ link, cache: new InMemoryCache() }));
});
afterEach(() => vi.unstubAllGlobals());

const answers = (status: number, headers: Record<string, string> = {}): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status, headers })));
};

it('asks once who is signed in, however many want to know', async () => {
  await Promise.all([sessionKnown(), sessionKnown()]);
  expect([asked, account.value?.username, dataStatus.value?.latestYear]).toEqual([1, 'admin', 2022]);
});

it('takes a refusal for "nobody", not for a failure', async () => {
  frame = { errors: [{ message: 'Hãy đăng nhập', extensions: { code: 'UNAUTHENTICATED' } }] };
  await sessionKnown();
  expect(account.value).toBeNull();
});

it.each([
  [200, {}, { outcome: 'ok' }],
  [401, {}, { outcome: 'refused' }],
  [429, { 'retry-after': '37' }, { outcome: 'tooMany', wait: 37 }],
  [429, {}, { outcome: 'tooMany', wait: 60 }],
  [503, {}, { outcome: 'unreachable' }],
] as const)('understands the answer %d %j to a sign-in', async (status, headers, expected) => {
  answers(status, headers);
  expect(await signIn('admin', 'secret')).toEqual(expected);
});

it('asks for the code where the server awaits it, and is not signed in before', async () => {
  frame = { data: null };
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ username: 'admin', stage: 'TOTP' })));
  const before = signedInTimes.value;
  expect(await signIn('admin', 'secret')).toEqual({ outcome: 'code' });
  expect([signedInTimes.value, asked]).toEqual([before, 0]);
});

it.each([
  [200, { outcome: 'ok' }],
  [401, { outcome: 'codeOver' }],
  [403, { outcome: 'codeRefused' }],
  [409, { outcome: 'codeLocked' }],
  [429, { outcome: 'tooMany', wait: 60 }],
  [503, { outcome: 'unreachable' }],
] as const)('understands the answer %d to a code', async (status, expected) => {
  answers(status);
  expect(await giveCode('123456')).toEqual(expected);
});

it('says that the server is out of reach when there is no answer at all', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await signIn('admin', 'secret')).toEqual({ outcome: 'unreachable' });
});

it('forgets who was signed in after the sign-out, and not when the server did not hear of it', async () => {
  await sessionKnown();
  answers(503);
  await expect(signOut()).rejects.toThrow();
  expect(account.value?.username).toBe('admin');
  answers(204);
  await signOut();
  expect(account.value).toBeNull();
});

describe('a session that ended while one was at work', () => {
  beforeEach(async () => {
    await sessionKnown();
    sessionEnded.value = true;
  });

  it('leaves who was signed in and the data on the screen, until somebody signs in again', async () => {
    const before = signedInTimes.value;
    answers(200);
    frame = { data: { ...signedIn, me: { ...signedIn.me, username: 'other' } } };
    expect([account.value?.username, dataStatus.value?.made]).toEqual(['admin', true]);
    await signIn('other', 'secret');
    expect([account.value?.username, dataStatus.value?.made]).toEqual(['other', true]);
    expect([sessionEnded.value, signedInTimes.value - before]).toEqual([false, 1]);
  });

  it('is still over after a wrong password', async () => {
    const before = signedInTimes.value;
    answers(401);
    await signIn('admin', 'wrong');
    expect([sessionEnded.value, signedInTimes.value]).toEqual([true, before]);
  });
});

describe('a page while somebody else signs in in another window', () => {
  const another = { data: { ...signedIn, me: { ...signedIn.me, id: '2', name: 'Người khác' } } };
  beforeEach(() => sessionKnown());

  it('notices it, keeps its own name and is no longer asked', async () => {
    frame = another;
    await lookWho(() => undefined);
    expect([takenOver.value, account.value?.name]).toEqual([true, 'Quản trị']);
    const before = asked;
    await lookWho(() => undefined);
    expect(asked).toBe(before);
  });

  it('notices it as well when it asks anew what stands around it', async () => {
    frame = another;
    await refreshFrame();
    expect([takenOver.value, account.value?.name]).toEqual([true, 'Quản trị']);
  });

  it('is not given to whoever signs in over it under another name', async () => {
    sessionEnded.value = true;
    const back = untilSignedInAgain();
    answers(200);
    frame = another;
    await signIn('other', 'secret');
    expect([takenOver.value, account.value?.name, await back]).toEqual([true, 'Quản trị', false]);
  });

  it('sends under its own name alone, also the sign-out', async () => {
    let sent: HeadersInit | undefined;
    vi.stubGlobal('fetch', (_url: string, { headers }: RequestInit) => {
      sent = headers;
      return Promise.resolve(new Response(null, { status: 409 }));
    });
    await signOut();
    expect(new Headers(sent).get('x-account')).toBe('1');
    expect([takenOver.value, account.value?.name]).toEqual([true, 'Quản trị']);
  });
});

describe('a page while one signs out in another window', () => {
  beforeEach(() => sessionKnown());

  it('is hidden, and goes on once one is signed in there again', async () => {
    frame = { data: { me: null } };
    await lookWho(() => (sessionEnded.value = true));
    expect([endedElsewhere.value, sessionEnded.value]).toEqual([true, true]);
    const back = untilSignedInAgain();
    frame = { data: signedIn };
    await lookWho(() => undefined);
    expect([endedElsewhere.value, sessionEnded.value, await back]).toEqual([false, false, true]);
  });

  it('stays where the server cannot be asked', async () => {
    useSessionClient(
      new ApolloClient({
        link: new ApolloLink(() => new Observable((observer) => observer.error(new TypeError('Failed to fetch')))),
        cache: new InMemoryCache(),
      }),
    );
    await lookWho(() => (sessionEnded.value = true));
    expect([endedElsewhere.value, sessionEnded.value]).toEqual([false, false]);
  });
});

it('tells who waits that a sign-in was put off', async () => {
  await sessionKnown();
  sessionEnded.value = true;
  const back = untilSignedInAgain();
  sessionEnded.value = false;
  expect(await back).toBe(false);
});
