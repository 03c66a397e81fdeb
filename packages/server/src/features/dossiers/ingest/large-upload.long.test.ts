import { request } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { dossierCode, dossierRow } from '../../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const MEGABYTE = 1_000_000;
const LENGTH = 200 * MEGABYTE;

/** Rows one after the other, about a megabyte at a time, made as they are read: of a unit that nobody knows, and padded. */
function* rows(): Generator<string> {
  let [sent, number] = [0, 0];
  while (sent < LENGTH) {
    let part = '';
    while (part.length < MEGABYTE) {
      number += 1;
      const row = { ...dossierRow({ MaHoSo: dossierCode('H55.1.1', number) }), GhiChu: 'x'.repeat(2_000) };
      part += `${JSON.stringify(row)}\n`;
    }
    sent += part.length;
    yield part;
  }
}

/**
 * Sends 200 MB over a real connection; gives the status, or how the connection was broken off before it was read, and how far the
 * memory of this process rose above where it was.
 */
async function upload(path: string, type: string): Promise<{ status: number | string; rise: number }> {
  const address = new URL(path, await api.listen());
  const headers = { ...(await api.headers()), 'content-type': type };
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const status = await new Promise<number | string>((done) => {
    const call = request(address, { method: 'POST', headers }, (response) => {
      response.resume().once('end', () => done(response.statusCode ?? 0));
    });
    call.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    Readable.from(rows()).pipe(call);
  });
  clearInterval(watch);
  return { status, rise: (most - before) / MEGABYTE };
}

it('200 MB are taken in, and no more of them is in memory than passes through', async () => {
  const { status, rise } = await upload('/ingest/dossiers?dryRun=true', 'application/x-ndjson');
  expect(status).toBe(200);
  expect(rise).toBeLessThan(150);
}, 300_000);

it('200 MB are no question: refused after the first two', async () => {
  const { status, rise } = await upload('/graphql', 'application/json');
  expect([413, 'EPIPE', 'ECONNRESET']).toContain(status);
  expect(rise).toBeLessThan(50);
}, 60_000);
