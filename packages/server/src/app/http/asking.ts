import type { FastifyRequest } from 'fastify';
import { Context, isFullySignedIn, type App, type SignedIn } from '../context.ts';
import { AppError } from '../errors.ts';
import { RefusedError } from './refusals.ts';
import { readLocale } from '../locale.ts';
import { accountOfAnyStage } from '../../features/accounts/request-account.service.ts';

/** Who asks for a file, signed in with all that is asked of them. */
export async function fullySignedIn(app: App, request: FastifyRequest): Promise<SignedIn> {
  const account = await accountOfAnyStage(app, request);
  if (!account) throw new RefusedError({ status: 401, code: 'UNAUTHENTICATED', text: 'auth.required' });
  if (!isFullySignedIn(account)) throw new RefusedError({ status: 403, code: 'FORBIDDEN', text: 'auth.forbidden' });
  return account;
}

const STATUS = { FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409 } as const;

/** Asks what the same question of GraphQL would be answered; what is refused there is refused here with its status. */
export async function asking<T>(
  app: App,
  request: FastifyRequest,
  account: SignedIn,
  use: (ctx: Context) => Promise<T>,
): Promise<T> {
  const locale = readLocale(request.headers['accept-language']);
  const ctx = new Context(app, { account, locale, requestId: request.id, address: request.ip });
  try {
    return await use(ctx);
  } catch (error) {
    if (!(error instanceof AppError) || !(error.kind in STATUS)) throw error;
    const { kind, text, params } = error;
    throw new RefusedError({ status: STATUS[kind as keyof typeof STATUS], code: kind, text, params });
  } finally {
    await ctx.end();
  }
}
