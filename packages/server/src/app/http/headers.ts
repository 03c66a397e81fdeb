import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../context.ts';

/** The one style that the console writes into its page, by its content: menus hide their scroll bar with it. */
const STYLE_OF_MENUS = "'sha256-60LHlRjW/B3CtzIoE/Lf1/NEDvko9efWMFaGVhHu/cs='";

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `style-src 'self' ${STYLE_OF_MENUS}`,
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const A_YEAR_SECONDS = 31_536_000;

/** Every answer of the server carries what keeps browsers safe. */
export function safeHeaders(server: FastifyInstance, app: App): void {
  server.addHook('onSend', async (request, reply) => void makeSafe(app, request, reply));
}

/** The same for one answer. A route may have set a policy of its own, and let its answer be kept or used elsewhere: no other is. */
export function makeSafe(app: App, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  for (const [name, value] of Object.entries(HEADERS)) if (!reply.hasHeader(name)) reply.header(name, value);
  reply.header('x-request-id', request.id);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
  if (isHttps(app, request)) reply.header('strict-transport-security', `max-age=${A_YEAR_SECONDS}`);
  return reply;
}

/** Whether the caller came by https: browsers ignore the promise elsewhere, and a test over http must not make it. */
function isHttps(app: App, request: FastifyRequest): boolean {
  return request.protocol === 'https' || (app.config.publicUrl?.startsWith('https:') ?? false);
}
