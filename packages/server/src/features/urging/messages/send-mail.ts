import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpConfig } from '../../../app/message-config.ts';
import { SendingFailure } from './sending-failure.ts';

/** How long is waited for a server. */
export interface SendTimes {
  connectMs: number;
  /** Without a word from it. */
  idleMs: number;
  /** For all of it, however much it says. */
  wholeMs: number;
}

export const SEND_TIMES: SendTimes = { connectMs: 10_000, idleMs: 20_000, wholeMs: 60_000 };

export interface Mail {
  /** Tells repeats apart: it is the Message-ID. */
  id: string;
  to: string;
  subject: string;
  body: string;
  at: Date;
}

/**
 * Hands a mail in. Throws a SendingFailure: refused for good where the server says so of this mail or receiver; else it may be tried
 * again, and says whether it may have arrived: all of it was handed over, and no answer came. The signal breaks it off.
 */
export async function sendMail(
  smtp: SmtpConfig,
  mail: Mail,
  times: SendTimes = SEND_TIMES,
  signal: AbortSignal | null = null,
): Promise<void> {
  const connection = new SMTPConnection({
    ...{ host: smtp.host, port: smtp.port, secure: smtp.secure, requireTLS: smtp.requireTls },
    ...{ connectionTimeout: times.connectMs, greetingTimeout: times.connectMs, socketTimeout: times.idleMs },
    ...{ dnsTimeout: times.connectMs, logger: false },
  });
  let wasHandedOver = false;
  let phase: Phase = 'CONNECT';
  let stop = (): void => undefined;
  const whole = new Promise<never>((_never, broken) => {
    const breakOff = (result: string, why: 'isServers' | 'isStopped') => () =>
      broken(new SendingFailure(result, { mayHaveArrived: wasHandedOver, [why]: true }));
    setTimeout(breakOff('TIMEOUT', 'isServers'), times.wholeMs).unref();
    stop = breakOff('STOPPED', 'isStopped');
    signal?.addEventListener('abort', stop);
  });
  const ended = new Promise<never>((_never, broken) => {
    connection.on('error', (error: unknown) => broken(asError(error)));
    connection.on('end', () => broken(new Error('the connection ended')));
  });
  // Whichever comes first is what is told; the others are nobody's business any more.
  whole.catch(() => undefined);
  ended.catch(() => undefined);
  const send = async (): Promise<void> => {
    await called((done) => connection.connect(done));
    phase = 'SIGN_IN';
    if (smtp.auth) await called((done) => connection.login({ ...smtp.auth }, done));
    phase = 'SEND';
    const message = new MailComposer(headersOf(smtp, mail)).compile();
    const stream = message.createReadStream();
    stream.on('end', () => (wasHandedOver = true));
    await called((done) => connection.send({ from: smtp.from, to: [mail.to] }, stream, done));
  };
  try {
    await Promise.race([send(), ended, whole]);
    connection.quit();
  } catch (error) {
    throw failureOf(error, phase, wasHandedOver);
  } finally {
    signal?.removeEventListener('abort', stop);
    connection.close();
  }
}

type Phase = 'CONNECT' | 'SIGN_IN' | 'SEND';

function headersOf(
  { from }: SmtpConfig,
  { id, to, subject, body, at }: Mail,
): ConstructorParameters<typeof MailComposer>[0] {
  const domain = from.slice(from.indexOf('@') + 1);
  return {
    ...{ from, to, subject, text: body, date: at, messageId: `<${id}@${domain}>`, textEncoding: 'base64' },
    // Nobody's absence is answered to, and no auto-responder answers.
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}

function called(ask: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((done, failed) => ask((error) => (error ? failed(error) : done())));
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** What the server says once it knows sender and receiver is said of them; all else is its own setting, or its state. */
const OF_RECEIVER: readonly unknown[] = ['RCPT TO', 'DATA'];
/** It closes, or wants somebody signed in. */
const OF_SERVER: readonly number[] = [421, 530];

function failureOf(error: unknown, phase: Phase, wasHandedOver: boolean): SendingFailure {
  if (error instanceof SendingFailure) return error;
  const { responseCode, code, command } = asError(error) as { responseCode?: number; code?: string; command?: string };
  if (phase === 'CONNECT')
    return new SendingFailure(code === 'ETIMEDOUT' ? 'TIMEOUT' : 'UNREACHABLE', { isServers: true });
  if (phase === 'SIGN_IN') return new SendingFailure('SIGN_IN', { isServers: true });
  if (responseCode === undefined) {
    const isTimeout = code === 'ETIMEDOUT';
    const more = { mayHaveArrived: wasHandedOver, isServers: isTimeout };
    return new SendingFailure(isTimeout ? 'TIMEOUT' : 'BROKEN_OFF', more);
  }
  const isServers = !OF_RECEIVER.includes(command) || OF_SERVER.includes(responseCode);
  return new SendingFailure(`SMTP_${responseCode}`, isServers ? { isServers } : { isFinal: responseCode >= 500 });
}
