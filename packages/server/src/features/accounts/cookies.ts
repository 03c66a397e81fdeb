import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../app/context.ts';

export const SESSION_COOKIE = 'session';
/** Tells a browser in which somebody signed in before; sent to nothing but sign-ins. */
export const DEVICE_COOKIE = 'device';
const DEVICE_SECONDS = 90 * 24 * 60 * 60;

/** What every cookie of ours is: out of reach for scripts and for other sites' forms, and under https only for https. */
export function hidden(app: App, request: FastifyRequest): { httpOnly: true; sameSite: 'lax'; secure: boolean } {
  const secure = request.protocol === 'https' || (app.config.publicUrl?.startsWith('https:') ?? false);
  return { httpOnly: true, sameSite: 'lax', secure };
}

/** Gives the browser its session. */
export function giveSession(app: App, request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, { ...hidden(app, request), path: '/' });
}

/** Makes the browser known. */
export function giveDevice(app: App, request: FastifyRequest, reply: FastifyReply, device: string): void {
  reply.setCookie(DEVICE_COOKIE, device, { ...hidden(app, request), path: '/auth', maxAge: DEVICE_SECONDS });
}
