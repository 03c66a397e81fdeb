import { createServer as createHttp, type RequestListener, type Server as HttpServer } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { MadeCertificate } from './certificates.ts';

/** A real server on a free port of this machine that is looked at: HTTP, HTTPS with a certificate, or one that says nothing at all. */
export class WatchedServer {
  /** What it answers. */
  status = 200;
  location: string | null = null;
  /** It takes the question and says nothing. */
  hangs = false;
  /** How often it was asked. */
  asked = 0;
  private readonly server: HttpServer | Server;
  private readonly sockets = new Set<Socket>();
  private readonly scheme: 'http' | 'https';

  constructor(certificate: MadeCertificate | 'HTTP' | 'SILENT') {
    const answer: RequestListener = (_request, response) => {
      this.asked += 1;
      if (this.hangs) return;
      response.writeHead(this.status, this.location === null ? {} : { location: this.location }).end('xin chào');
    };
    this.scheme = typeof certificate === 'object' ? 'https' : 'http';
    if (certificate === 'SILENT') this.server = createServer(() => undefined);
    else if (certificate === 'HTTP') this.server = createHttp(answer);
    else this.server = createHttps(certificate, answer);
    this.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    });
    this.server.on('tlsClientError', () => undefined);
  }

  /** Listens; gives its address. */
  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `${this.scheme}://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    if (this.server.listening) await new Promise((done) => this.server.close(done));
  }
}
