import { AppError } from './errors.ts';

/** What cannot be answered at the moment, and in how many seconds it is worth trying again. */
const SECONDS = {
  'server.away': 5,
  'server.busy': 5,
  'server.full': 30,
  'server.stopping': 10,
  'server.unsure': 5,
} as const;

/** It is our side that cannot, for now: answered with 503 and `Retry-After`, whatever the route. */
export function unavailable(text: keyof typeof SECONDS): AppError {
  const seconds = SECONDS[text];
  return new AppError('UNAVAILABLE', text, { seconds }, { facts: { seconds } });
}

/** Codes of PostgreSQL: its connection failed (class 08), it ends, starts, recovers, or takes no more connections. */
const AWAY = /^(08...|57P0[1-5]|53300)$/;
const AWAY_ON_THE_WAY = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
/** What pg, its pool and TypeORM say without a code, where the connection ended before or while something was asked. */
const AWAY_IN_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)|Query runner already released|Cannot use a pool after calling end)/;

/** No room: PostgreSQL's own code, and those of files. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** What an error means for its caller where it only means that the database is away or full; null for any other error. */
export function unavailableFor(error: unknown): AppError | null {
  if (error instanceof AppError) return error.kind === 'UNAVAILABLE' ? error : null;
  if (isFull(error)) return unavailable('server.full');
  return isAway(error) ? unavailable('server.away') : null;
}

/** Whether the connection to the database failed, or it takes none. */
export function isAway(error: unknown): boolean {
  return someCause(error, ({ code, message }) => {
    if (typeof code === 'string' && (AWAY.test(code) || AWAY_ON_THE_WAY.has(code))) return true;
    return typeof message === 'string' && AWAY_IN_WORDS.test(message);
  });
}

function isFull(error: unknown): boolean {
  return someCause(error, ({ code }) => typeof code === 'string' && FULL.has(code));
}

interface Thrown {
  code?: unknown;
  message?: unknown;
  driverError?: unknown;
  cause?: unknown;
}

const DEEPEST = 5;

/** Whether it is said of an error or of one that is within it: TypeORM wraps those of the driver, others name a cause. */
function someCause(error: unknown, is: (thrown: Thrown) => boolean, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth === DEEPEST) return false;
  const thrown: Thrown = error;
  return is(thrown) || [thrown.driverError, thrown.cause].some((inner) => someCause(inner, is, depth + 1));
}
