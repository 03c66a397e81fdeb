import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookConfig } from '../src/app/message-config.ts';

export const GATEWAY_SECRET = 'một bí mật đủ dài để ký';

/** A gateway on a free port, which keeps what it is called with and answers as told. */
export class Gateway {
  readonly calls: { headers: IncomingHttpHeaders; body: string }[] = [];
  answers: number | 'HANGS' = 200;
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      if (this.answers !== 'HANGS') response.writeHead(this.answers).end('ok');
    });
  });

  async listen(): Promise<WebhookConfig> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    const url = new URL(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`);
    return { url, secret: GATEWAY_SECRET, privateHosts: ['127.0.0.1'] };
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((done) => this.server.close(() => done()));
    this.server.closeAllConnections();
    await closed;
  }
}
