import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SmtpConfig } from '../src/app/message-config.ts';

/** A mail as it arrived. */
export interface ArrivedMail {
  from: string;
  to: string[];
  headers: Map<string, string>;
  text: string;
}

/** What the server says to a mail instead of taking it. */
export type Refusal = 'NONE' | 'SENDER_530' | 'RECEIVER_550' | 'LATER_451' | 'HANGS_AFTER_TEXT';

/** A real SMTP server on a free port, which keeps what it takes. */
export class MailServer {
  readonly arrived: ArrivedMail[] = [];
  refusal: Refusal = 'NONE';
  /** How many connections were opened. */
  connections = 0;
  private readonly server: SMTPServer;
  private port = 0;

  constructor(users: Record<string, string> | null = null) {
    this.server = new SMTPServer({
      logger: false,
      disabledCommands: users ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
      authOptional: users === null,
      allowInsecureAuth: true,
      disableReverseLookup: true,
      closeTimeout: 50,
      onConnect: (_session, done) => {
        this.connections += 1;
        done();
      },
      onAuth: ({ username = '', password = '' }, _session, done) => {
        if (users?.[username] === password) done(null, { user: username });
        else done(Object.assign(new Error('no'), { responseCode: 535 }));
      },
      onMailFrom: (_address, _session, done) => {
        done(this.refusal === 'SENDER_530' ? Object.assign(new Error('sign in'), { responseCode: 530 }) : null);
      },
      onRcptTo: (_address, _session, done) => {
        done(this.refusal === 'RECEIVER_550' ? Object.assign(new Error('unknown'), { responseCode: 550 }) : null);
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.refusal === 'LATER_451') return done(Object.assign(new Error('later'), { responseCode: 451 }));
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom ? mailFrom.address : '';
          this.arrived.push(
            read(
              Buffer.concat(chunks).toString('utf8'),
              from,
              rcptTo.map(({ address }) => address),
            ),
          );
          if (this.refusal !== 'HANGS_AFTER_TEXT') done();
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  async listen(): Promise<SmtpConfig> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    this.port = (this.server.server.address() as AddressInfo).port;
    return smtpAt(this.port);
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }
}

export const smtpAt = (port: number): SmtpConfig => ({
  ...{ host: '127.0.0.1', port, secure: false, requireTls: false, auth: null },
  from: 'dondoc@thainguyen.example',
});

/** A server that takes connections and never says a word. */
export async function silentServer(): Promise<{ port: number; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((done) => server.close(() => done()));
  };
  return { port: (server.address() as AddressInfo).port, close };
}

/** Headers and text of a mail of one part. */
function read(raw: string, from: string, to: string[]): ArrivedMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      decoded(line.slice(line.indexOf(':') + 1).trim()),
    ]),
  );
  const body = rest.join('\r\n\r\n');
  const isBase64 = headers.get('content-transfer-encoding') === 'base64';
  return { from, to, headers, text: isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body };
}

/** Words of a header as RFC 2047 writes them. */
function decoded(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, how: string, word: string) => {
      if (how.toLowerCase() === 'b') return Buffer.from(word, 'base64').toString('latin1');
      return word
        .replace(/_/g, ' ')
        .replace(/=([\da-f]{2})/gi, (_hex, code: string) => String.fromCharCode(parseInt(code, 16)));
    })
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}
