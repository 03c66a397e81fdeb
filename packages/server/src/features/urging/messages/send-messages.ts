import { randomUUID } from 'node:crypto';
import { nextTry } from '@chi-tieu/shared/domain/urging/digests';
import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { callGateway } from './call-gateway.ts';
import { composeMessage, type Composed } from './compose-message.ts';
import { claimMessages, settleMessage, type ClaimedMessage, type MessageOutcome } from './outbox.queries.ts';
import { SEND_TIMES, sendMail, type SendTimes } from './send-mail.ts';
import { SendingFailure } from './sending-failure.ts';

/** So many are claimed at a time: the others stay free for other servers, and nothing is held while they are sent. */
export const PORTION = 20;
/** For as long as all of a portion may take. */
const LEASE_MS = 30 * 60_000;
/** Where a server takes nothing, so long nothing else is tried there. */
const REST_MS = 60_000;

/** Claims some messages that are due and sends them, one after the other; gives how many were claimed. */
export async function sendSome(app: App, times: SendTimes = SEND_TIMES, isStopping = () => false): Promise<number> {
  const lease = randomUUID();
  const claimed = await inShort(app, (sql) => {
    const now = app.now();
    const until = new Date(now.getTime() + LEASE_MS);
    return claimMessages(sql, app.provinceId, { lease, until, now, most: PORTION });
  });
  const resting = new Set<string>();
  for (const message of claimed) {
    const isResting = resting.has(message.channel) || isStopping();
    const outcome = isResting ? notTried(app, message) : await tryOne(app, message, times, resting);
    await inShort(app, (sql) => settleMessage(sql, { id: message.id, lease }, outcome, app.now()));
  }
  return claimed.length;
}

/** One short transaction as the process, which opens no moment: states of messages teach nothing. */
function inShort<T>(app: App, use: Parameters<typeof withClient<T>>[1]): Promise<T> {
  return withClient(app.db, use, EVERYTHING);
}

const NOTHING = { failure: null, address: null, subject: null, body: null, nextTryAt: null };

function notTried(app: App, { mayHaveArrived }: ClaimedMessage): MessageOutcome {
  const nextTryAt = new Date(app.now().getTime() + REST_MS);
  return { ...NOTHING, state: 'QUEUED', nextTryAt, mayHaveArrived, isUntried: true };
}

async function tryOne(
  app: App,
  message: ClaimedMessage,
  times: SendTimes,
  resting: Set<string>,
): Promise<MessageOutcome> {
  try {
    const composed = await composeMessage(app, message);
    if (composed === null) return { ...NOTHING, state: 'DROPPED', mayHaveArrived: message.mayHaveArrived };
    await send(app, message, composed, times);
    // A code is for its receiver alone.
    const body = message.kind === 'CODE' ? null : composed.body;
    const told = { address: composed.address, subject: composed.subject, body };
    return { ...NOTHING, ...told, state: 'SENT', mayHaveArrived: true };
  } catch (error) {
    if (!(error instanceof SendingFailure)) throw error;
    if (error.isServers) resting.add(message.channel);
    return afterFailure(app, message, error);
  }
}

async function send(app: App, { id, channel }: ClaimedMessage, composed: Composed, times: SendTimes): Promise<void> {
  const { smtp, webhook } = app.config;
  const { address, subject, body, news } = composed;
  const at = app.now();
  if (channel === 'EMAIL') {
    if (smtp === null || address === null) throw new SendingFailure('NOT_SET_UP', { isServers: true });
    await sendMail(smtp, { id, to: address, subject, body, at }, times);
    return;
  }
  if (webhook === null) throw new SendingFailure('NOT_SET_UP', { isServers: true });
  await callGateway(webhook, { id, body: JSON.stringify({ id, subject, text: body, news }), at }, times.wholeMs);
}

function afterFailure(app: App, message: ClaimedMessage, error: SendingFailure): MessageOutcome {
  const mayHaveArrived = message.mayHaveArrived || error.mayHaveArrived;
  const failure = error.result;
  if (error.isFinal) return { ...NOTHING, state: 'REFUSED', mayHaveArrived, failure };
  const nextTryAt = nextTry(message.tries, app.now());
  if (nextTryAt !== null) return { ...NOTHING, state: 'QUEUED', nextTryAt, mayHaveArrived, failure };
  return { ...NOTHING, state: mayHaveArrived ? 'UNCERTAIN' : 'REFUSED', mayHaveArrived, failure };
}
