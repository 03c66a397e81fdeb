import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody at the provider: a subject, and what it says of them. */
export interface Person {
  sub: string;
  [claim: string]: unknown;
}

const CLIENT = { id: 'chi-tieu', secret: 'a-secret-of-the-client' };

/** A real provider of OpenID Connect on a free port. */
export class TestProvider {
  readonly issuer: string;
  readonly clientId = CLIENT.id;
  readonly clientSecret = CLIENT.secret;
  /** Who is there, by the subject; a test may change what is said of them. */
  readonly people = new Map<string, Person>();
  private readonly http: Server;

  private constructor(http: Server, issuer: string) {
    this.http = http;
    this.issuer = issuer;
  }

  /** Opens one that sends people back to this address. */
  static async open(redirectUri: string): Promise<TestProvider> {
    const http = createServer();
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const opened = new TestProvider(http, issuer);
    const provider = new Provider(issuer, opened.configuration(redirectUri));
    const answer = provider.callback();
    http.on('request', (request, response) => void answer(request, response));
    return opened;
  }

  /** Goes through the sign-in there as a browser does, from the address that it was sent to; gives where it is sent back to. */
  async signIn(from: string, subject: string): Promise<string> {
    const cookies = new Map<string, string>();
    let at = from;
    for (let step = 0; step < 12; step++) {
      const { url, page } = await this.visit(at, cookies);
      if (!url.startsWith(this.issuer)) return url;
      at = url;
      const form = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
      if (form === undefined) continue;
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      const body = new URLSearchParams({ prompt, login: subject, password: 'x' });
      at = (await this.visit(new URL(form, url).href, cookies, body)).url;
      if (!at.startsWith(this.issuer)) return at;
    }
    throw new Error('the provider never sent the browser back');
  }

  async close(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((closed) => this.http.close(closed));
  }

  private configuration(redirectUri: string): ConstructorParameters<typeof Provider>[1] {
    return {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [redirectUri],
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ],
      claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups', 'realm_access'] },
      cookies: { keys: ['test'] },
      pkce: { required: () => true },
      findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => this.people.get(sub) ?? { sub } }),
    };
  }

  private async visit(
    at: string,
    cookies: Map<string, string>,
    body?: URLSearchParams,
  ): Promise<{ url: string; page: string }> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie },
      ...(body && { body }),
    });
    for (const header of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (header.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const to = response.headers.get('location');
    const page = await response.text();
    return { url: to === null ? at : new URL(to, at).href, page };
  }
}
