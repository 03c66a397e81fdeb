import { randomUUID } from 'node:crypto';
import { nextTry } from '@chi-tieu/shared/domain/urging/digests';
import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { callGateway } from './call-gateway.ts';
import { composeMessage, type Composed } from './compose-message.ts';
import {
  claimMessage,
  settleMessage,
  type ClaimedMessage,
  type MessageChannel,
  type MessageOutcome,
} from './outbox.queries.ts';
import { SEND_TIMES, sendMail, type SendTimes } from './send-mail.ts';
import { SendingFailure } from './sending-failure.ts';

export const CHANNELS: readonly MessageChannel[] = ['EMAIL', 'WEBHOOK'];
/** So many of a channel are sent before something else is looked at. */
export const PORTION = 20;
/** For as long as one message may take. */
const LEASE_MS = 5 * 60_000;
/** Where a server takes nothing, or says nothing, so long nothing is tried there. */
const REST_MS = 60_000;

/** Until when which channel of a process rests. */
const resting = new WeakMap<App, Map<MessageChannel, number>>();

function isResting(app: App, channel: MessageChannel): boolean {
  const left = (resting.get(app)?.get(channel) ?? 0) - app.now().getTime();
  return left > 0 && left <= REST_MS;
}

function rest(app: App, channel: MessageChannel): void {
  const channels = resting.get(app) ?? new Map<MessageChannel, number>();
  resting.set(app, channels.set(channel, app.now().getTime() + REST_MS));
}

/**
 * Sends messages that are due, each channel one after the other, and no channel waits for another one. A message is claimed when its turn
 * comes: the others stay free for other servers. Gives how many were tried. The signal breaks off what is on its way.
 */
export async function sendSome(
  app: App,
  times: SendTimes = SEND_TIMES,
  { channels = CHANNELS, signal = null }: { channels?: readonly MessageChannel[]; signal?: AbortSignal | null } = {},
): Promise<number> {
  const counts = await Promise.all(channels.map((channel) => sendPortion(app, channel, times, signal)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function sendPortion(
  app: App,
  channel: MessageChannel,
  times: SendTimes,
  signal: AbortSignal | null,
): Promise<number> {
  for (let count = 0; count < PORTION; count += 1) {
    if (signal?.aborted || isResting(app, channel)) return count;
    const lease = randomUUID();
    const message = await inShort(app, (sql) => {
      const now = app.now();
      const until = new Date(now.getTime() + LEASE_MS);
      return claimMessage(sql, app.provinceId, { channel, lease, until, now });
    });
    if (message === null) return count;
    const outcome = await tryOne(app, message, times, signal);
    await inShort(app, (sql) => settleMessage(sql, app.provinceId, { id: message.id, lease }, outcome, app.now()));
  }
  return PORTION;
}

/** One short transaction as the process, which opens no moment: states of messages teach nothing. */
function inShort<T>(app: App, use: Parameters<typeof withClient<T>>[1]): Promise<T> {
  return withClient(app.db, use, EVERYTHING);
}

const NOTHING = { failure: null, address: null, subject: null, body: null, nextTryAt: null };

async function tryOne(
  app: App,
  message: ClaimedMessage,
  times: SendTimes,
  signal: AbortSignal | null,
): Promise<MessageOutcome> {
  const { composed, told, again } = await composeMessage(app, message);
  if (composed === null)
    return { ...NOTHING, state: 'DROPPED', mayHaveArrived: message.mayHaveArrived, told: [], again };
  try {
    await send(app, message, composed, times, signal);
    // A code is for its receiver alone.
    const body = message.kind === 'CODE' ? null : composed.body;
    const { address, subject } = composed;
    return { ...NOTHING, address, subject, body, state: 'SENT', mayHaveArrived: true, told, again };
  } catch (error) {
    if (!(error instanceof SendingFailure)) throw error;
    if (error.isServers) rest(app, message.channel);
    return afterFailure(app, message, error);
  }
}

async function send(
  app: App,
  { id, channel }: ClaimedMessage,
  composed: Composed,
  times: SendTimes,
  signal: AbortSignal | null,
): Promise<void> {
  const { smtp, webhook } = app.config;
  const { address, receiver, subject, body, news } = composed;
  const at = app.now();
  if (channel === 'EMAIL') {
    if (smtp === null || address === null) throw new SendingFailure('NOT_SET_UP', { isServers: true });
    await sendMail(smtp, { id, to: address, subject, body, at }, times, signal);
    return;
  }
  if (webhook === null) throw new SendingFailure('NOT_SET_UP', { isServers: true });
  const said = JSON.stringify({ id, receiver, subject, text: body, news });
  await callGateway(webhook, { id, body: said, at }, times.wholeMs, signal);
}

function afterFailure(app: App, message: ClaimedMessage, error: SendingFailure): MessageOutcome {
  const mayHaveArrived = message.mayHaveArrived || error.mayHaveArrived;
  const failure = error.result;
  // Broken off because this process ends: another one goes on at once.
  if (error.isStopped)
    return { ...NOTHING, state: 'QUEUED', nextTryAt: app.now(), mayHaveArrived, isUntried: !error.mayHaveArrived };
  if (error.isFinal) return { ...NOTHING, state: 'REFUSED', mayHaveArrived, failure };
  const nextTryAt = nextTry(message.tries, app.now());
  if (nextTryAt !== null) return { ...NOTHING, state: 'QUEUED', nextTryAt, mayHaveArrived, failure };
  return { ...NOTHING, state: mayHaveArrived ? 'UNCERTAIN' : 'REFUSED', mayHaveArrived, failure };
}
