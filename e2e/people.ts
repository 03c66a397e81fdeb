import type { Browser, Page } from '@playwright/test';
import { ask } from './api.ts';
import { NOBODY } from './console.ts';

const FIRST = 'chin canh buom troi ve ben Tuong';
const OWN = 'muoi hai con thuyen qua song Cong';
let number = 0;

export interface Person {
  name: string;
  username: string;
}

/** A person with a role at a unit, who has chosen their own password already. */
export async function person(page: Page, name: string, role: string, unit: string): Promise<Person> {
  const username = `cung.lam.${Date.now().toString(36)}.${String((number += 1))}`;
  const { createAccount } = await ask<{ createAccount: { id: string } }>(
    page.request,
    'mutation ($input: AccountInput!) { createAccount(input: $input) { id } }',
    { input: { username, name, unit, password: FIRST } },
  );
  await ask(
    page.request,
    'mutation ($id: ID!, $role: Role!, $unit: ID!) { grantRole(account: $id, role: $role, unit: $unit) { id } }',
    { id: createAccount.id, role, unit },
  );
  return { name, username };
}

/** A window of somebody's own, signed in. */
export async function windowOf(browser: Browser, baseURL: string | undefined, { username }: Person): Promise<Page> {
  const context = await browser.newContext({ storageState: NOBODY, locale: 'vi-VN', ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  const signIn = (password: string) => page.request.post('/auth/login', { data: { username, password } });
  await signIn(FIRST);
  await ask(
    page.request,
    'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }',
    {
      current: FIRST,
      next: OWN,
    },
  );
  return page;
}
