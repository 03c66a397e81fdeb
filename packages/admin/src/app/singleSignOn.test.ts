import { afterEach, expect, it, vi } from 'vitest';
import { singleSignOnName, singleSignOnStart } from './singleSignOn.ts';
import { signOnProblem } from './signInProblem.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  [{ singleSignOn: { name: 'Cổng của tỉnh' } }, 'Cổng của tỉnh'],
  [{ singleSignOn: null }, null],
  [{}, null],
])('reads %j', async (body, name) => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body)));
  expect(await singleSignOnName()).toBe(name);
});

it('offers nothing where nobody answers, or with what is no answer', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await singleSignOnName()).toBeNull();
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>')));
  expect(await singleSignOnName()).toBeNull();
});

it('leads back to a page of the console alone', () => {
  expect(singleSignOnStart('/don-vi?on=2022-08-31')).toBe('/auth/oidc/start?next=%2Fdon-vi%3Fon%3D2022-08-31');
  expect(singleSignOnStart('//elsewhere.example')).toBe('/auth/oidc/start?next=%2F');
});

it('has words for what it knows, and none for what it does not', () => {
  expect(signOnProblem('closed')).not.toBe('');
  for (const problem of ['toString', '__proto__', '<b>', null, ['closed'], undefined])
    expect(signOnProblem(problem)).toBe('');
});
