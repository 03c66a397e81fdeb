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
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'user-agent': userAgent, ...(cookie !== '' && { cookie }) };
    const response = await this.server.inject({ method: 'POST', url: '/auth/login', payload: account, headers });
    for (const { name, value } of response.cookies) this.cookies.set(name, value);
    return response;
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
