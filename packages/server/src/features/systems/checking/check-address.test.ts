import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { makeCertificate, type CertificateFacts } from '../../../../test/certificates.ts';
import { WatchedServer } from '../../../../test/watched-server.ts';
import { checkAddress, CheckStopped } from './check-address.ts';

const opened: WatchedServer[] = [];
afterAll(() => Promise.all(opened.map((server) => server.close())));

async function opens(kind: ConstructorParameters<typeof WatchedServer>[0]) {
  const server = new WatchedServer(kind);
  opened.push(server);
  return { server, url: new URL(await server.listen()) };
}

const OWN = { expectedStatus: 200, privateHosts: ['127.0.0.1'] };
const SHORT = { wholeMs: 300 };
const QUIET = { wholeMs: 5_000 };

it('tells a status that is expected from another one and from a redirect, which it does not follow', async () => {
  const { server, url } = await opens('HTTP');
  expect(await checkAddress(url, OWN, QUIET)).toMatchObject({ outcome: 'OK', status: 200, certificate: null });
  server.status = 503;
  expect(await checkAddress(url, OWN, QUIET)).toMatchObject({ outcome: 'WRONG_STATUS', status: 503 });
  [server.status, server.location] = [302, url.href];
  expect(await checkAddress(url, OWN, QUIET)).toMatchObject({ outcome: 'REDIRECTED', status: 302 });
  expect(await checkAddress(url, { ...OWN, expectedStatus: 302 }, QUIET)).toMatchObject({ outcome: 'OK' });
  expect(server.asked).toBe(4);
});

it('breaks off what hangs, before or after the handshake, and says what refuses, is unknown or may not be called', async () => {
  const silent = await opens('SILENT');
  const begun = Date.now();
  expect(await checkAddress(silent.url, OWN, SHORT)).toMatchObject({ outcome: 'TIMEOUT', status: null });
  const secure = new URL(silent.url.href.replace('http:', 'https:'));
  expect(await checkAddress(secure, OWN, SHORT)).toMatchObject({ outcome: 'TIMEOUT' });
  const { server, url } = await opens('HTTP');
  server.hangs = true;
  expect(await checkAddress(url, OWN, SHORT)).toMatchObject({ outcome: 'TIMEOUT' });
  expect(Date.now() - begun).toBeLessThan(3_000);
  const stop = AbortSignal.timeout(50);
  await expect(checkAddress(url, OWN, QUIET, stop)).rejects.toBeInstanceOf(CheckStopped);
  await server.close();
  expect(await checkAddress(url, OWN, QUIET)).toMatchObject({ outcome: 'REFUSED' });
  expect(await checkAddress(silent.url, { ...OWN, privateHosts: [] }, QUIET)).toMatchObject({
    outcome: 'PRIVATE_ADDRESS',
  });
  expect(await checkAddress(new URL('http://localhost:1/'), { ...OWN, privateHosts: [] }, QUIET)).toMatchObject({
    outcome: 'PRIVATE_ADDRESS',
  });
});

it.each<[string, CertificateFacts, boolean, number]>([
  ['OK', {}, true, 89],
  ['CERTIFICATE_EXPIRED', { fromDays: -90, toDays: -3 }, true, -4],
  ['CERTIFICATE_EXPIRED', { fromDays: -90, toDays: -3 }, false, -4],
  ['CERTIFICATE_NAME', { addresses: [], names: ['dichvucong.invalid'] }, true, 89],
  ['CERTIFICATE_UNTRUSTED', {}, false, 89],
  ['CERTIFICATE_UNTRUSTED', { fromDays: 2 }, true, 89],
])('says %s of a certificate with %o, trusted: %s', async (outcome, facts, isTrusted, days) => {
  const made = makeCertificate(facts);
  const { url } = await opens(made);
  const seen = await checkAddress(url, OWN, { ...QUIET, ...(isTrusted && { ca: made.cert }) });
  expect(seen).toMatchObject({ outcome, status: outcome === 'OK' ? 200 : null });
  expect(seen.certificate).toMatchObject({ names: facts.names ?? ['127.0.0.1'], issuer: 'Thử nghiệm' });
  const left = (new Date(seen.certificate?.notAfter ?? '').getTime() - Date.now()) / 86_400_000;
  expect(Math.floor(left)).toBe(days);
});

it.each([
  ['changes its protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'],
  ['ends without an answer', ''],
])('gives up what %s at once', async (_what, answer) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => (answer === '' ? socket.end() : socket.write(answer)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
  const seen = await checkAddress(url, OWN, QUIET);
  expect(['OK', 'TIMEOUT']).not.toContain(seen.outcome);
  await new Promise((done) => server.close(done));
});
