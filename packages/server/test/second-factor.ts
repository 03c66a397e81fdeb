import { Secret, TOTP } from 'otpauth';
import type { Api } from './api.ts';
import { Browser } from './browser.ts';
import type { Caller } from './caller.ts';
import { buildAccount } from './factories.ts';

/** A key for tests, which use no data folder. */
export const TEST_KEY = Buffer.alloc(32, 7);

/** The code that an app shows at an instant. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

const OFFER = 'mutation { offerSecondFactor { secret uri } }';
const CONFIRM = `mutation ($code: String!, $password: String!) { confirmSecondFactor(code: $code, password: $password) }`;

/** Asks for a secret. */
export async function offer(caller: Caller): Promise<{ secret: string; uri: string }> {
  return (await caller.ask<{ offerSecondFactor: { secret: string; uri: string } }>(OFFER)).offerSecondFactor;
}

/** Sets a second factor up as its owner does; gives what the app knows and the recovery codes. */
export async function enrol(
  caller: Caller,
  password: string,
  at: Date = new Date(),
): Promise<{ secret: string; codes: string[] }> {
  const { secret } = await offer(caller);
  const given = { code: codeAt(secret, at), password };
  const { confirmSecondFactor } = await caller.ask<{ confirmSecondFactor: string[] }>(CONFIRM, given);
  return { secret, codes: confirmSecondFactor };
}

/** Somebody with a second factor. */
export interface Owner {
  account: { username: string; password: string };
  /** Where it was set up. */
  browser: Browser;
  secret: string;
  codes: string[];
}

/** Somebody who sets up a second factor at an instant. */
export async function buildOwner(api: Api, facts: Parameters<typeof buildAccount>[1], at: Date): Promise<Owner> {
  const account = await buildAccount(api, facts);
  const browser = new Browser(api.server);
  await browser.signIn(account);
  return { account, browser, ...(await enrol(browser, account.password, at)) };
}

/** A browser in which the right password was given, and no code yet. */
export async function awaitingCode(api: Api, { account }: Pick<Owner, 'account'>): Promise<Browser> {
  const browser = new Browser(api.server);
  const response = await browser.signIn(account);
  const { stage } = response.json<{ stage?: string }>();
  if (stage !== 'TOTP') throw new Error(`no code is awaited: ${response.statusCode} ${response.body}`);
  return browser;
}
