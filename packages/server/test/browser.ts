import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { Caller } from './caller.ts';

/** A browser that keeps the cookies that it is given, as far as their paths go. */
export class Browser extends Caller {
  private readonly cookies = new Map<string, string>();

  constructor(server: FastifyInstance) {
    const held = () => {
      const session = this.cookies.get('session');
      return Promise.resolve(session === undefined ? null : `session=${session}`);
    };
    super(server, held);
  }

  /** Tries to sign in with all cookies that go to /auth. */
  async signIn(account: { username: string; password: string }, userAgent = ''): Promise<LightMyRequestResponse> {
    return this.toAuth('/auth/login', account, { 'user-agent': userAgent });
  }

  /** Gives the code of a second factor, or a recovery code. */
  async giveCode(code: string): Promise<LightMyRequestResponse> {
    return this.toAuth('/auth/second-factor', { code });
  }

  private async toAuth(
    url: string,
    payload: object,
    more: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...more, ...(cookie !== '' && { cookie }) };
    const response = await this.server.inject({ method: 'POST', url, payload, headers });
    for (const { name, value } of response.cookies) this.keep(name, value);
    return response;
  }

  protected override keep(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** What it carries under a name. */
  carried(name: string): string {
    return this.cookies.get(name) ?? '';
  }

  /** Puts a cookie there, as another site or another person at the same machine might. */
  plant(name: string, value: string): void {
    this.cookies.set(name, value);
  }
}
