import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { TestDatabase } from './database.ts';

/** The way to a database, which can be cut: what is connected is reset, and nobody is let in until it is mended. */
export interface DatabaseLine extends TestDatabase {
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Puts a line of our own between a server and its database. Dropping the database ends it too. */
export async function openLine(database: TestDatabase): Promise<DatabaseLine> {
  const target = new URL(database.url);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => undefined);
      one.once('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const listen = (port: number) => new Promise<void>((done) => void server.listen(port, '127.0.0.1', () => done()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = async () => {
    const closed = new Promise<void>((done) => void server.close(() => done()));
    for (const socket of open) socket.resetAndDestroy();
    await closed;
  };
  const url = new URL(database.url);
  url.port = String(port);
  return {
    url: url.href,
    cut,
    mend: () => listen(port),
    drop: async () => {
      if (server.listening) await cut();
      await database.drop();
    },
  };
}
