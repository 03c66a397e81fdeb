import { comeFrom } from './wayBack.ts';

/** What the button of the single sign-on names; null where there is none, and where nobody can be asked. */
export async function singleSignOnName(): Promise<string | null> {
  try {
    const answer: unknown = await (await fetch('/auth/options', { credentials: 'same-origin' })).json();
    const found = (answer as { singleSignOn?: { name?: unknown } | null }).singleSignOn?.name;
    return typeof found === 'string' ? found : null;
  } catch {
    return null;
  }
}

/** Where the browser goes to sign in elsewhere and come back to a page of the console. */
export function singleSignOnStart(next: unknown): string {
  return `/auth/oidc/start?${new URLSearchParams({ next: comeFrom(next) }).toString()}`;
}
