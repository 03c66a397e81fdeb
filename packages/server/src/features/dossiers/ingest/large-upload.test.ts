import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, prepareCatalogue } from '../../../../test/crash/client.ts';
import { Product } from '../../../../test/crash/product.ts';
import { dossierRow } from '../../../../test/factories.ts';

const MEGABYTE = 2 ** 20;
const SIZE = 200 * MEGABYTE;
/** What an import may need beyond what the server needs anyway. */
const MOST_GROWTH = 150 * MEGABYTE;

let product: Product;
let client: Client;

beforeAll(async () => {
  product = await Product.make();
  await product.start();
  client = new Client(product);
  await client.signIn();
  await prepareCatalogue(client);
}, 300_000);

afterAll(() => product.dispose());

/** Dossiers of an organisation, a line each, 200 MB of them. */
function* lines(organisation: string): Generator<string> {
  for (let written = 0, number = 0; written < SIZE; number++) {
    const code = `${organisation}-220301-${String(number).padStart(7, '0')}`;
    const line = `${JSON.stringify({ ...dossierRow({ MaHoSo: code }), GhiChu: 'x'.repeat(1_000) })}\n`;
    written += line.length;
    yield line;
  }
}

function open(path: string, type: string, more: Record<string, string | number> = {}): ClientRequest {
  const headers = { cookie: client.session, 'content-type': type, 'apollo-require-preflight': '1', ...more };
  return request(`${product.address}${path}`, { method: 'POST', headers });
}

/** Sends all of it as it is made; the answer. */
async function sendAll(organisation: string): Promise<{ status: number; text: string }> {
  const call = open('/ingest/dossiers?dryRun=true', 'application/x-ndjson');
  const answered = once(call, 'response') as Promise<[IncomingMessage]>;
  await pipeline(Readable.from(lines(organisation)), call);
  const [response] = await answered;
  let text = '';
  for await (const part of response) text += String(part);
  return { status: response.statusCode ?? 0, text };
}

/** Sends the first so many bytes of it and waits; the status of the answer. */
async function sendSome(call: ClientRequest, bytes: number): Promise<number> {
  const answered = once(call, 'response') as Promise<[IncomingMessage]>;
  let sent = 0;
  for (const line of lines('H55.164.3')) {
    if (sent > bytes) break;
    call.write(line);
    sent += line.length;
  }
  const [response] = await answered;
  // Who refused it closes: nobody reads the rest.
  call.on('error', () => undefined).destroy();
  return response.statusCode ?? 0;
}

async function memory(): Promise<number> {
  const text = await (await fetch(`${product.address}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
}

/** The most memory that the server took while something went on. */
async function mostMemoryDuring(work: Promise<unknown>): Promise<number> {
  let most = 0;
  const watching = setInterval(() => void memory().then((now) => (most = Math.max(most, now))), 250);
  await work.finally(() => clearInterval(watching));
  return most;
}

describe('a body of 200 MB', () => {
  const taken: [what: string, organisation: string, bad: number] = ['of dossiers that are taken', 'H55.164.3', 0];
  const unknown: typeof taken = ['of dossiers whose unit nobody knows', 'H55.999.9', 1];
  // A smaller body would pass also where all of it was kept in memory: the second one has its place among the longer proofs.
  it.each(process.env['LONG_TESTS'] === 'on' ? [taken, unknown] : [taken])(
    '%s is taken in, and the memory of the server stays flat',
    async (_what, organisation, bad) => {
      const before = await memory();
      const sending = sendAll(organisation);
      const most = await mostMemoryDuring(sending);
      const { status, text } = await sending;
      expect(status).toBe(200);
      const { result } = JSON.parse(text) as { result: { received: number; rejected: number } };
      expect(result.received).toBeGreaterThan(150_000);
      expect(result.rejected).toBe(bad * result.received);
      expect(most).toBeGreaterThan(0);
      expect(most - before).toBeLessThan(MOST_GROWTH);
    },
    300_000,
  );

  it.each([
    ['at its first byte where its length is announced', { 'content-length': SIZE }, 0],
    ['past the limit where it is not', {}, 2.1 * MEGABYTE],
  ])('is refused as a question: %s', async (_when, headers, bytes) => {
    expect(await sendSome(open('/graphql', 'application/json', headers), bytes)).toBe(413);
    expect((await fetch(`${product.address}/health`)).status).toBe(200);
  });
});
